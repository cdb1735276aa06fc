"""When digests are wanted is understood as people write it, in any order."""

from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.digests.wording import MOST_MINUTES, MOST_STORIES, Wanted, parse
from bot.models import EVERY_DAY

WORKDAYS, SUNDAY = frozenset(range(5)), frozenset({6})
EIGHT, HALF_PAST_SIX = time(8), time(18, 30)
# Pieces of which people make such wishes, and some that mean nothing.
PIECES = (
    "08:00 8 18:30 6pm 6 pm 25:00 weekdays sun Sundays mon-fri sat-mon daily weekend #tech #Ünïcode # top 10 31 0"
    " 5 min 61 minutes short long in this topic here morning: evening at every , ; on"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("08:00", Wanted((EIGHT,))),
        ("8", Wanted((EIGHT,))),
        ("at 8 am", Wanted((EIGHT,))),
        ("08:00,18:30", Wanted((EIGHT, HALF_PAST_SIX))),
        ("18:30 and 08:00, 8:00", Wanted((EIGHT, HALF_PAST_SIX))),
        ("weekdays 08:00", Wanted((EIGHT,), weekdays=WORKDAYS)),
        ("sun 18:00", Wanted((time(18),), weekdays=SUNDAY)),
        ("on Sundays at 6 pm", Wanted((time(18),), weekdays=SUNDAY)),
        ("fri-mon 8", Wanted((EIGHT,), weekdays=frozenset({4, 5, 6, 0}))),
        ("sat wed 8", Wanted((EIGHT,), weekdays=frozenset({2, 5}))),
        ("every day 08:00", Wanted((EIGHT,))),
        (
            "morning 08:00 weekdays #tech top 10",
            Wanted((EIGHT,), "morning", WORKDAYS, ("tech",), most=10),
        ),
        ("#Tech 08:00 #town #tech Morning:", None),
        ("Morning: 08:00 #Tech #town #tech", Wanted((EIGHT,), "morning", tags=("tech", "town"))),
        ("weekdays morning 08:00", Wanted((EIGHT,), "morning", WORKDAYS)),
        ("08:00 5 min", Wanted((EIGHT,), minutes=5)),
        ("08:00 10min short", Wanted((EIGHT,), minutes=10, sentences=3)),
        ("08:00 long", Wanted((EIGHT,), sentences=8)),
        ("08:00 in topic", Wanted((EIGHT,), here=True)),
        ("08:00 in this topic", Wanted((EIGHT,), here=True)),
        ("08:00 here", Wanted((EIGHT,), here=True)),
    ],
)
def test_a_wish_is_understood(text: str, wanted: Wanted | None) -> None:
    assert parse(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "morning",
        "#tech",
        "top 10",
        "25:00",
        "08:00 top 0",
        "08:00 top 31",
        "08:00 0 min",
        "08:00 61 min",
        "08:00 tomorrow morning",
        "two names 08:00 here please",
    ],
)
def test_what_has_no_time_or_a_word_or_number_that_fits_nowhere_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("tag", ["here", "5min", "in"])
def test_a_tag_is_only_a_tag_whatever_it_reads_like(tag: str) -> None:
    assert parse(f"08:00 #{tag}") == Wanted((EIGHT,), tags=(tag,))


@given(
    st.text()
    | st.lists(st.sampled_from(PIECES.split()), max_size=8).map(" ".join)
    | st.text().map("08:00 {}".format)
)
@example("ß" * 20 + " 08:00")  # it has two small letters each as names are compared
def test_any_text_is_within_bounds_or_none(text: str) -> None:
    wanted = parse(text)
    if wanted is None:
        return
    assert wanted.times
    assert list(wanted.times) == sorted(set(wanted.times))
    assert frozenset() < wanted.weekdays <= EVERY_DAY
    assert len(wanted.name) <= 20
    assert all(tag and not set(tag) & set("#, \n") for tag in wanted.tags)
    assert wanted.most is None or 1 <= wanted.most <= MOST_STORIES
    assert wanted.minutes is None or 1 <= wanted.minutes <= MOST_MINUTES
    assert wanted.sentences in {None, 3, 5, 8}
