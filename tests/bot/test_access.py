"""Who is let in, and how often: whatever is asked in whatever order, no minute holds more than it may."""

import itertools
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.access import Buckets, Once, Quota, Rules, Standing, Verdict, brings, verdict

OPERATOR, GUEST, STRANGER = 1, 2, 3
GROUP, OTHER = -100, -200

modes = st.sampled_from(["open", "allowlist", "invite"])
people = st.integers(1, 5)
chats = st.integers(-3, 5)
numbers = st.frozensets(st.integers(-3, 5).filter(bool), max_size=3)
standings = st.dictionaries(st.integers(-3, 5).filter(bool), st.sampled_from(Standing), max_size=5)
rules = st.builds(Rules, modes, st.frozensets(people, max_size=2), numbers)


def moments(gaps: list[float]) -> list[float]:
    return list(itertools.accumulate(gaps))


gaps = st.lists(st.floats(0, 40), min_size=1, max_size=80)


@given(rules, people, chats, standings)
def test_an_operator_is_always_let_in_and_nobody_else_who_is_banned(
    given_rules: Rules, person: int, chat: int, known: dict[int, Standing]
) -> None:
    found = verdict(given_rules, person, chat, known)
    if person in given_rules.operators:
        assert found is Verdict.IN
    elif Standing.BANNED in (known.get(person), known.get(chat)):
        assert found is Verdict.BANNED
    else:
        assert found is not Verdict.BANNED


@given(rules, people, chats, standings)
def test_a_private_bot_lets_in_only_whom_somebody_let_in(
    given_rules: Rules, person: int, chat: int, known: dict[int, Standing]
) -> None:
    named = {person, chat} & (given_rules.allowed | given_rules.operators)
    let_in = Standing.ALLOWED in (known.get(person), known.get(chat))
    if verdict(given_rules, person, chat, known) is Verdict.IN:
        assert given_rules.mode == "open" or named or let_in
    if verdict(given_rules, person, chat, known) is Verdict.OUT:
        assert given_rules.mode != "open"
        assert not named
        assert not let_in


@given(rules, people, chats, standings)
def test_a_chat_that_somebody_brings_is_open_to_all_in_it_but_the_banned(
    given_rules: Rules, person: int, chat: int, known: dict[int, Standing]
) -> None:
    if brings(given_rules, person, chat, known):
        after = known | {chat: Standing.ALLOWED}
        banned = known.get(STRANGER) is Standing.BANNED and STRANGER not in given_rules.operators
        assert verdict(given_rules, STRANGER, chat, after) is (Verdict.BANNED if banned else Verdict.IN)
        assert not brings(given_rules, person, chat, after), "and is noted once"


def test_who_asks_in_a_group_lets_it_in_only_where_they_are_let_in_themselves() -> None:
    private = Rules("invite", frozenset({OPERATOR}), frozenset({OTHER}))
    known = {GUEST: Standing.ALLOWED}
    assert brings(private, OPERATOR, GROUP, {})
    assert brings(private, GUEST, GROUP, known)
    assert not brings(private, STRANGER, GROUP, {})
    assert not brings(private, GUEST, GUEST, known), "a private chat is its person"
    assert not brings(private, GUEST, OTHER, known), "the settings name it already"
    assert not brings(private, OPERATOR, GROUP, {GROUP: Standing.BANNED}), "who bans a group means it"
    assert not brings(Rules(), GUEST, GROUP, known), "an open bot has nothing to note"
    assert verdict(private, 0, GROUP, {}) is Verdict.OUT, "nobody in particular is nobody"


@given(st.integers(1, 30), gaps, st.integers(1, 5))
@settings(max_examples=100)
def test_a_bucket_gives_its_fill_at_once_and_its_rate_after_that(
    most: int, between: list[float], tokens: int
) -> None:
    buckets, given_at = Buckets(most), []
    each = min(tokens, most)
    for now in moments(between):
        if not buckets.wait(1, now, tokens):
            buckets.take(1, now, tokens)
            given_at.append(now)
    for first, last in itertools.combinations(range(len(given_at)), 2):
        span = given_at[last] - given_at[first]
        assert (last - first + 1) * each <= most + span * most / 60 + 1e-3
    assert len(given_at) >= min(len(between), most // each)


@given(st.integers(1, 30), gaps)
@settings(max_examples=100)
def test_who_waits_as_long_as_told_gets_a_token(most: int, between: list[float]) -> None:
    buckets = Buckets(most)
    for now in moments(between):
        if wait := buckets.wait(1, now):
            assert 0 < wait <= 60 / most + 1e-3
            assert not buckets.wait(1, now + wait)
        else:
            buckets.take(1, now)


def test_buckets_that_are_full_again_are_forgotten_and_never_more_than_so_many_kept() -> None:
    buckets = Buckets(6, remembered=100)
    for person in range(1, 500):
        buckets.take(person, now=0.0)
        assert len(buckets) <= 100
    assert buckets.wait(499, 0.0) == 0.0
    buckets.take(1, now=61.0)
    assert len(buckets) == 1


def test_ten_thousand_people_are_remembered() -> None:
    quota = Quota(1, 0, 0)
    for person in range(1, 12_000):
        assert quota.take(person, person, now=0.0) is None
    assert quota.take(11_999, 11_999, now=0.1)
    assert quota.take(2_000, 2_000, now=0.1)
    assert quota.take(1, 1, now=0.1) is None, "the oldest were let go"


asked = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([-1, -2]), st.floats(0, 15)), max_size=80)


@given(st.integers(0, 4), st.integers(0, 6), st.integers(0, 8), asked)
@settings(max_examples=150)
def test_no_minute_holds_more_than_any_of_the_three_limits_allows(
    person: int, chat: int, everybody: int, wishes: list[tuple[int, int, float]]
) -> None:
    quota, now = Quota(person, chat, everybody), 0.0
    given_at: dict[tuple[str, int], list[float]] = defaultdict(list)
    for who, where, gap in wishes:
        now += gap
        if quota.take(who, where, now) is None:
            for key in (("person", who), ("chat", where), ("all", 0)):
                given_at[key].append(now)
    most = {"person": person, "chat": chat, "all": everybody}
    for (whose, who), times in given_at.items():
        limit = most[whose]
        if limit and (whose, who) != ("person", 0):
            # a full bucket, and what fills it within the minute
            assert all(sum(at <= time < at + 60 for time in times) <= 2 * limit for at in times)
            assert all(times.count(at) <= limit for at in times)


@given(st.integers(1, 4), st.lists(st.floats(0, 20), min_size=1, max_size=80))
@settings(max_examples=100)
def test_a_refusal_is_told_once_in_its_wait(most: int, between: list[float]) -> None:
    quota, quiet_until = Quota(most, 0, 0), 0.0
    for now in moments(between):
        limit = quota.take(1, 1, now)
        if limit is None:
            continue
        assert (limit.whose, limit.most) == ("person", most)
        assert 1 <= limit.seconds <= 60
        if limit.is_news:
            assert now >= quiet_until - 1, "told in whole seconds, rounded up"
            quiet_until = now + limit.seconds
        else:
            assert now < quiet_until


def test_seven_in_a_minute_are_one_too_many_and_the_sentence_says_how_long() -> None:
    quota = Quota(6, 0, 0)
    assert [quota.take(1, 1, now=0.0) for _ in range(6)] == [None] * 6
    first, second = quota.take(1, 1, now=0.5), quota.take(1, 1, now=1.0)
    assert first
    assert (first.most, first.seconds, first.is_news) == (6, 10, True)
    assert second
    assert not second.is_news
    assert quota.take(2, 2, now=1.0) is None, "others are not meant"
    assert quota.take(1, 1, now=0.5 + first.seconds) is None


def test_a_message_with_several_links_counts_as_so_many() -> None:
    quota = Quota(6, 0, 0)
    assert quota.take(1, 1, now=0.0, tokens=5) is None
    several = quota.take(1, 1, now=0.0, tokens=5)
    assert several
    assert several.seconds == 40
    assert quota.take(1, 1, now=0.0) is None, "one is left"
    assert Quota(3, 0, 0).take(1, 1, now=0.0, tokens=5) is None, "no message is more than a minute may hold"


def test_a_request_that_is_refused_takes_no_token_of_anybody() -> None:
    quota = Quota(1, 2, 0)
    assert quota.take(1, GROUP, now=0.0) is None
    assert all(quota.take(1, GROUP, now=1.0) for _ in range(10))
    assert quota.take(2, GROUP, now=1.0) is None
    third = quota.take(3, GROUP, now=1.0)
    assert third
    assert third.whose == "chat"
    fourth = quota.take(4, GROUP, now=1.0)
    assert fourth
    assert not fourth.is_news, "a group is told once, whoever asks"


def test_each_is_told_by_themselves_that_all_together_ask_too_much() -> None:
    quota = Quota(0, 0, 1)
    assert quota.take(1, 1, now=0.0) is None
    told = [quota.take(person, person, now=1.0) for person in (1, 2, 1, 2)]
    assert [limit and (limit.whose, limit.is_news) for limit in told] == [
        ("all", True),
        ("all", True),
        ("all", False),
        ("all", False),
    ]


def test_what_was_said_is_said_again_after_its_time_and_few_are_remembered() -> None:
    once = Once(remembered=3)
    assert [once.may(1, now, 10) for now in (0.0, 9.0, 10.0)] == [True, False, True]
    for person in range(2, 9):
        assert once.may(person, 10.0, 10)
    assert len(once) == 3
