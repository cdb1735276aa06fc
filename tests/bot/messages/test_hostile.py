"""Whatever people and pages write is shown as it is read, can not be pressed, and is cut where a reader would cut."""

import random
from collections import defaultdict
from collections.abc import Iterator

import pytest
import regex  # type: ignore[import-untyped] # it ships no types

from bot.messages.foreign import JOINER, paired
from bot.messages.rich import Entity, Rich, bold, border, clean, cut, join, link, quote, units
from bot.messages.split import MAX_ENTITIES, MAX_UNITS, pack, split
from bot.playground.entities import detected

CLUSTERS = regex.compile(r"\X")
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
SCRAPS = (
    *("word", "Bridge", " ", "  ", "\n", "\n\n", ". ", "… ", "\r\n", "\t", "。", "x" * 90),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\u00ad", "\ufeff", "\u3164", "\u2800", "\x00"),
    *("\U000e0041", "\ufe0f", "\u200d", "\u200c", "\u034f", "\u180e", "\ufffc"),
    *("z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", "\u0489", "ก็็็็็็็", " \u0301", "e\u0301"),
    *(FAMILY, ENGLAND, "🇺🇦", "🇩", "👩🏽", "❤️", "1️⃣", "😀", "\ud83d", "\ude00", "\ud83d\ude00"),
    *("می‌خواهم", "שָׁלוֹם", "क्षि", "နိုင်ငံ", "한국", "\u1112\u1161\u11ab", "新聞", "葛\U000e0100", "มื้อ"),
    *("@everyone", "/forget", "/stop@bot", "#tag", "$AAPL", "example.com", "https://t.me/x", "tg://user?id=1"),
    *("me@mail.example.org", "127.0.0.1", "пример.рф", "@", "/", "#", ".", "://"),
)  # fmt: skip


def strings(seed: int, count: int, longest: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(count):
        yield "".join(chance.choices(SCRAPS, k=chance.randint(1, longest)))


def styled(text: str, chance: random.Random) -> Rich:
    """The text with entities, adjacent and nested, each with a number of its own; none begins in half a sign."""
    whole, entities = paired(text), []
    length = len(whole)
    for number in range(chance.randint(0, 6)):
        first, last = sorted((chance.randint(0, length), chance.randint(0, length)))
        if first < last:
            start = units(whole[:first])
            entities.append(Entity("text_link", start, units(whole[:last]) - start, str(number)))
    return Rich(text, tuple(entities))


def covered(parts: tuple[Rich, ...]) -> dict[str | None, str]:
    """What each entity covers over all parts, without white space."""
    found: dict[str | None, str] = defaultdict(str)
    for part in parts:
        raw = part.text.encode("utf-16-le")
        for entity in part.entities:
            stretch = raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")
            found[entity.url] += "".join(stretch.split())
    return {url: stretch for url, stretch in found.items() if stretch}


def check(body: Rich, most: int) -> None:
    whole, parts, at = paired(body.text), split(body, most), 0
    borders = {0, *(match.end() for match in CLUSTERS.finditer(whole))}
    fitting = all(units(cluster) <= most for cluster in CLUSTERS.findall(whole))
    for part in parts:
        assert units(part.text) <= most
        assert part.text.strip() or len(parts) == 1
        assert len(part.entities) <= MAX_ENTITIES
        part.text.encode()  # no lone surrogate
        for entity in part.entities:
            assert 0 <= entity.offset < entity.offset + entity.length <= units(part.text)
        start = whole.index(part.text, at)
        assert not whole[at:start].strip()
        at = start + len(part.text)
        assert not fitting or {start, at} <= borders, (whole, part.text)
    assert not whole[at:].strip()
    assert covered(parts) == covered((Rich(whole, body.entities),))


def test_ten_thousand_hostile_strings_are_cut_between_signs_and_nothing_is_lost() -> None:
    chance = random.Random(1)
    for text in strings(1, 10_000, 20):
        check(styled(text, chance), chance.randint(24, 120))


def test_long_hostile_strings_fit_telegram() -> None:
    chance = random.Random(2)
    for text in strings(2, 25, 3_000):
        check(styled(text, chance), MAX_UNITS)


@pytest.mark.parametrize(
    "text", ["x" * 5_000, FAMILY * 600, "🇺🇦" * 1_100, "e\u0301" * 5_000, "新" * 5_000, ENGLAND * 400, " " * 9_000]
)  # fmt: skip
def test_words_without_end_are_cut_all_the_same(text: str) -> None:
    check(Rich(text), MAX_UNITS)
    check(bold(text), MAX_UNITS)


def test_a_sign_that_fits_in_no_part_is_cut_at_last() -> None:
    parts = split(Rich("a" + "\u0301" * 9_000))
    assert "".join(part.text for part in parts) == "a" + "\u0301" * 9_000
    assert all(len(part) <= MAX_UNITS for part in parts)


@pytest.mark.parametrize("depth", [99, 100, 101, 250])
def test_entities_one_in_another_stay_within_the_hundred(depth: int) -> None:
    body = Rich("word " * 2_000)
    for _ in range(depth):
        body = bold(body)
    for part in split(body + link("end", "https://example.com")):
        assert len(part.entities) <= MAX_ENTITIES
        assert len(part) <= MAX_UNITS


def test_entities_that_begin_where_others_go_on_stay_within_the_hundred() -> None:
    through = tuple(Entity("bold", 0, 5_000) for _ in range(MAX_ENTITIES))
    behind = tuple(Entity("italic", MAX_UNITS, 900) for _ in range(50))
    parts = split(Rich("x" * 5_000, through + behind))
    assert [(len(part), len(part.entities)) for part in parts] == [(4_096, 100), (904, 100)]


def test_entities_side_by_side_stay_within_the_hundred_and_none_is_lost() -> None:
    parts = split(join("", [bold(quote("ab")) for _ in range(400)]))
    assert sum(len(part.entities) for part in parts) == 800
    assert all(len(part.entities) <= MAX_ENTITIES for part in parts)
    assert "".join(part.text for part in parts) == "ab" * 400


def test_packed_hostile_pieces_fit_telegram() -> None:
    chance = random.Random(3)
    pieces = [styled(text, chance) for text in strings(3, 200, 200)]
    for part in pack(pieces):
        assert len(part) <= MAX_UNITS
        assert len(part.entities) <= MAX_ENTITIES
        part.text.encode()


# What TDLib finds in plain text, from the comments in its MessageEntity.cpp.
WORD, TAG = r"\p{L}\p{N}_", r"\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff"
SITE = r"(?:[A-Za-z0-9_~-]|[^\x00-\xbf\u2000-\u200b\u200e\u200f\u2016-\u206f\s])"
FINDERS = tuple(
    map(
        regex.compile,
        (
            rf"(?<![{WORD}])@[A-Za-z0-9_]{{2,32}}(?![{WORD}])",
            rf"(?<![{WORD}/<>])/[A-Za-z0-9_]{{1,64}}(?:@[A-Za-z0-9_]{{3,32}})?(?![{WORD}/<>])",
            rf"(?<![{TAG}])#(?=[{TAG}]*\p{{L}})[{TAG}]{{1,256}}",
            rf"(?<![{TAG}$])\$[A-Z]{{1,8}}(?![{TAG}$])",
            rf"{SITE}+\.(?:com|org|net|me|uk|рф)(?!{SITE})",
            r"(?:https?|ftp|tg|ton)://[A-Za-z0-9]",
            r"(?<!\d)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)",
        ),
    )
)


def pressed(text: str) -> list[str]:
    return [found for finder in FINDERS for found in finder.findall(text)]


def test_of_ten_thousand_hostile_strings_nothing_can_be_pressed_or_is_unseen() -> None:
    unseen = regex.compile(r"[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\ufeff\u00ad\u3164\u115f\u1160\u2800\ufffc]")
    piled = regex.compile(r"[\p{Mn}\p{Me}\u200d\ufe0f]{7,}|^\p{M}")
    for text in strings(4, 10_000, 12):
        shown = clean(text)
        assert pressed(shown) == [], (text, shown)
        assert not unseen.search(shown), (text, shown)
        assert not piled.search(shown), (text, shown)
        assert clean(shown) == shown
        shown.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Press /forget now @everyone", "Press /^forget now @^everyone"),
        ("/stop@bot", "/^stop@bot"),
        ("#tag, #2026x and #1 of $AAPL for $5", "#^tag, #^2026x and #1 of $^AAPL for $5"),
        ("see example.com/path or me@mail.example.org", "see example.^com/path or me@mail.^example.^org"),
        ("http://127.0.0.1:8080/ or tg://user?id=1", "http:^//127.^0.0.1:8080/ or tg:^//user?id=1"),
        ("пример.рф, 😀.com, EXAMPLE.COM", "пример.^рф, 😀.^com, EXAMPLE.^COM"),
    ],
)
def test_what_telegram_would_make_a_link_of_is_inert(text: str, shown: str) -> None:
    assert pressed(text) or detected(text)
    assert clean(text) == shown.replace("^", JOINER)
    assert not pressed(clean(text))
    assert not detected(clean(text))


@pytest.mark.parametrize(
    "text",
    [
        "Reservoir above Orlova rises two metres as families leave the lower town",
        "U.S. and U.K. agree at 3.5 percent, 24/7 and/or w/o a break; v1.2.3, report.pdf, Node.js",
        "J.K.Rowling @ 5 p.m. — “no” (#1)",
        "Сім’ї йдуть, żółć, Việt Nam, ﬁn, Ω",  # noqa: RUF001 - as people write
        "می‌خواهم کتاب‌ها",  # noqa: RUF001 - likewise
        "क्‍ष र‍्य हिन्दी",
        "မျှော့ မြို့ ภาษาไทย ที่นี้ བསྒྲུབས",
        "שָׁלוֹם الْعَرَبِيَّةُ",
        "한국어 新聞 神 葛\U000e0100飾",
        f"{FAMILY} {ENGLAND} 🇺🇦 👩🏽‍🚀 ❤️ ☎\ufe0e 1️⃣ #️⃣ 🏳️‍🌈",
    ],
)
def test_plain_titles_of_all_languages_come_back_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("so\u00adft\u200bly\ufeff \u2060now\u180e", "softly now"),
        ("a\u200db\u200cc\ufe0fd 2\ufe0f0", "abcd 20"),
        ("😀\u200d \u200d😀", "😀 😀"),
        ("hid\U000e0068\U000e0069den\U000e007f", "hidden"),
        ("z\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo", "ź\u0302\u0303\u0304\u0305algo"),
        ("e\u0301te\u0301 \u1112\u1161\u11ab", "été 한"),
        ("\u0301mark \u0302alone", "mark alone"),
        ("\ud83d\ude00 whole, \ud83d half", "😀 whole, half"),
        ("line\u2028and\x1cline\x85end", "line and line end"),
    ],
)
def test_what_is_unseen_or_piles_up_goes(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text", ["", " \n", "\u3164\uffa0", "\u2800\u2800", "…—!", "\u200b\u202e", "\u0301", "\U000e0041"]
)
def test_a_title_in_which_nothing_can_be_read_counts_as_none(text: str) -> None:
    assert clean(text) == ""


def test_a_sign_alone_is_something_to_read() -> None:
    assert [clean(text) for text in ("7", "€", "😀", "я")] == ["7", "€", "😀", "я"]


def test_a_cut_text_ends_with_an_ellipsis_and_never_within_a_sign() -> None:
    assert cut("Courier", 7) == "Courier"
    assert cut("Courier of Orlova", 12) == "Courier of…"
    assert cut(f"ab{FAMILY}", 8) == "ab…"
    assert cut("🇺🇦🇩🇪", 7) == "🇺🇦…"
    assert cut("e\u0301e\u0301e\u0301", 4) == "e\u0301…"
    assert cut(FAMILY, 5) == "…"
    for text in strings(5, 2_000, 12):
        short = cut(text, 30)
        assert units(short) <= 30
        assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
        assert border(text, len(short) and units(short.removesuffix("…"))) <= len(text)
