"""Lists of feeds, in and out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import NotReadable, TooHeavy
from summarizer.feed.opml import Outline, read_opml, write_opml

LIST = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="The coast">
  <outline type="rss" text="Orlova Courier" xmlUrl="https://courier.example/feed" category="daily"/>
</outline></outline>
<outline type="rss" text="Ada &amp; Ben" xmlUrl="https://quill.example/atom.xml"/>
<outline type="rss" text="Again" xmlUrl="https://quill.example/atom.xml"/>
<outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/>
<outline type="rss" text="File" xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def test_folders_and_categories_are_tags() -> None:
    first = read_opml(LIST).outlines[0]
    assert first.url == "https://courier.example/feed"
    assert set(first.tags) == {"News", "The coast", "daily"}


def test_each_address_comes_once_and_what_is_none_is_named() -> None:
    found = read_opml(LIST)
    assert [each.url for each in found.outlines] == [
        "https://courier.example/feed",
        "https://quill.example/atom.xml",
    ]
    assert found.outlines[1].title == "Ada & Ben"
    assert found.refused == ("javascript:alert(1)", "file:///etc/passwd")


def test_more_than_fits_is_refused_by_name() -> None:
    many = write_opml("Many", [Outline(f"https://x.example/{number}") for number in range(2005)])
    found = read_opml(many)
    assert (len(found.outlines), found.beyond[0]) == (2000, "https://x.example/2000")


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<rss><channel/></rss>", b"/etc/passwd", b"https://x.example/list.opml"]
)
def test_what_is_no_list_is_named(data: bytes) -> None:
    with pytest.raises(NotReadable) as caught:
        read_opml(data)
    assert caught.value.reason == "not_opml"


def test_a_list_without_end_is_too_heavy() -> None:
    with pytest.raises(TooHeavy):
        read_opml(b"<opml>" + b" " * 3_000_000)


def test_entities_never_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE opml [<!ENTITY l0 "ha">{laughs}]><opml><body><outline text="&l9;" xmlUrl="https://x.example/"/></body></opml>'
    found = read_opml(data.encode())
    assert all(len(each.title or "") < 400 for each in found.outlines)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(
    lambda text: " ".join(text.replace("<", "").replace("&", "").split())
)
NAMES = WORDS.filter(bool)


@given(
    st.lists(
        st.tuples(st.integers(0, 999), NAMES, st.lists(NAMES, max_size=3, unique=True)),
        max_size=8,
        unique_by=lambda each: each[0],
    )
)
def test_what_is_written_is_read_again_without_loss(rows: list[tuple[int, str, list[str]]]) -> None:
    outlines = [Outline(f"https://x.example/{number}", name, tuple(tags)) for number, name, tags in rows]
    found = read_opml(write_opml("Nutgraf", outlines)).outlines

    def as_set(outline: Outline) -> tuple[str, str | None, frozenset[str]]:
        return outline.url, outline.title, frozenset(outline.tags)

    assert {as_set(each) for each in found} == {as_set(each) for each in outlines}
