"""EPUB to articles; the books are written here, and so are archives that lie."""

import struct
import zlib
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from summarizer.article.documents import read_document
from summarizer.errors import SummarizerError
from summarizer.limits import LIMITS
from summarizer.types import Article, File, Outcome

RIVER = "The river at Orlova rose by two metres on Monday, and the lower town was cleared by noon."
BAKER = "Ben Osei carried forty sacks of flour to the upper floor of his bakery before dawn."
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
FACTS = (
    "<dc:title>The Flood</dc:title><dc:creator>Lena Brandt</dc:creator><dc:date>2024-03</dc:date>"
    "<dc:language>en</dc:language>"
)


def package(names: list[str], facts: str = FACTS, head: str = "") -> str:
    items = "".join(f'<item id="i{n}" href="{name}"/>' for n, name in enumerate(names))
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    return (
        f'{head}<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{facts}</metadata><manifest>{items}"
        '<item id="toc" href="toc.xhtml" properties="nav"/></manifest>'
        f'<spine><itemref idref="toc"/>{refs}</spine></package>'
    )


def page(body: str, head: str = "") -> str:
    return f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


def zipped(files: dict[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def book(chapters: dict[str, str], facts: str = FACTS, **more: str) -> bytes:
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package(list(chapters), facts),
        "OPS/toc.xhtml": page("<nav><ol><li>Contents</li></ol></nav>"),
    }
    return zipped({**files, **{f"OPS/{name}": text for name, text in chapters.items()}, **more})


def read(data: bytes, name: str = "a.epub", mime: str | None = "application/epub+zip") -> Article:
    return read_document(File(name, mime, data))


def refusal(data: bytes) -> str:
    with pytest.raises(SummarizerError) as caught:
        read(data)
    return caught.value.reason


def pieces(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def test_chapters_follow_the_spine_and_the_contents_are_left_out() -> None:
    article = read(book({"z.xhtml": page(f"<h1>One</h1><p>{RIVER}</p>"), "a.xhtml": page(f"<p>{BAKER}</p>")}))
    assert article.text == f"One\n\n{RIVER}\n\n{BAKER}"
    assert (article.title, article.author, article.language) == ("The Flood", "Lena Brandt", "en")
    assert article.published == datetime(2024, 3, 1, tzinfo=UTC)


def test_without_a_title_the_first_heading_is_it() -> None:
    assert read(book({"a.xhtml": page(f"<h1>One</h1><p>{RIVER}</p>")}, "")).title == "One"


def test_each_block_has_its_kind() -> None:
    body = (
        f"<section><h2>A <i>wet</i><br/>week</h2><p>{RIVER}</p><ul><li><p>Wait.</p></li><li>Look <b>down</b>.</li></ul>"
        f"<blockquote><p>{BAKER}</p></blockquote><figure><img/><figcaption>The bridge.</figcaption></figure>"
        "<table><tr><th>Day</th><th>Metres</th></tr><tr><td>Monday</td><td/><td>2</td></tr></table>"
        "<script>run()</script><!-- no --><div>The&nbsp;end&hellip; is <svg><text>x</text></svg>near.</div></section>"
    )
    assert pieces(read(book({"a.xhtml": page(body)}))) == [
        ("heading", "A wet week"),
        ("paragraph", RIVER),
        ("list", "Wait."),
        ("list", "Look down."),
        ("quote", BAKER),
        ("caption", "The bridge."),
        ("list", "Day | Metres"),
        ("list", "Monday | 2"),
        ("paragraph", "The end… is near."),
    ]


def test_names_with_blanks_and_folders_are_found() -> None:
    files = {"text/my%20chapter.xhtml": ""}
    assert read(book(files, **{"OPS/text/my chapter.xhtml": page(f"<p>{RIVER}</p>")})).text == RIVER


def test_a_chapter_that_is_listed_often_is_read_once() -> None:
    data = book({"a.xhtml": page(f"<p>{RIVER}</p>")}, **{"OPS/book.opf": package(["a.xhtml"] * 5000)})
    assert read(data).text == RIVER


def test_a_book_that_is_longer_than_a_text_may_be_is_cut() -> None:
    chapter = "".join(f"<p>{n} {RIVER}</p>" for n in range(7000))
    article = read(book({f"{n}.xhtml": page(chapter.replace("Orlova", f"O{n}")) for n in range(4)}))
    assert article.outcome is Outcome.PARTIAL
    assert LIMITS.text_chars - 1000 < len(article.text) <= LIMITS.text_chars


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50 + '">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE])
def test_entities_are_never_expanded(head: str) -> None:
    article = read(book({"a.xhtml": page(f"<p>{RIVER}</p><p>So &c; it is.</p>", head)}))
    assert article.text.startswith(RIVER)
    assert "haha" not in article.text
    assert len(article.text) < len(RIVER) + 20


@pytest.mark.parametrize("lock", ["OPS/a.xhtml", "OPS/font.otf"])
def test_only_chapters_that_are_scrambled_are_locked(lock: str) -> None:
    locks = f'<encryption xmlns:e="urn:e"><e:CipherReference URI="{lock}"/></encryption>'
    data = book({"a.xhtml": page(f"<p>{RIVER}</p>")}, **{"META-INF/encryption.xml": locks})
    if lock.endswith("otf"):
        assert read(data).text == RIVER
    else:
        assert refusal(data) == "encrypted"


def test_no_name_in_the_book_leads_out_of_it() -> None:
    assert refusal(book({"../../../etc/hostname": page("")})) == "no_text"


WHOLE = book({"a.xhtml": page(f"<p>{RIVER}</p>")})


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:-30],
        WHOLE[:300],
        WHOLE[:60] + b"\xff" * 40 + WHOLE[100:],
        b"PK\x03\x04" + bytes(500),
        zipped({"META-INF/container.xml": "<a/>"}),
        zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": ""}),
        zipped({"META-INF/container.xml": CONTAINER, "a": "x"}, ZIP_BZIP2),
    ],
)
def test_a_broken_book_is_damaged(data: bytes) -> None:
    assert refusal(data) == "damaged"


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 41))
def test_no_cut_and_no_flip_gives_an_error_without_a_name(cut: int) -> None:
    for data in (WHOLE[:cut], WHOLE[:cut] + b"\xff<" + WHOLE[cut + 2 :], WHOLE[:cut] + WHOLE[cut + 5 :]):
        try:
            read(b"PK\x03\x04" + data[4:])
        except SummarizerError as error:
            assert error.reason in {"damaged", "no_text", "encrypted", "too_heavy"}  # noqa: PT017


def zeros(mebibytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(mebibytes)) + packer.flush()


def lying(declared: int, mebibytes: int = 64) -> bytes:
    """A book whose package is zeros, of which it declares so many."""
    data, name = zeros(mebibytes), b"OPS/book.opf"
    good = zipped({"META-INF/container.xml": CONTAINER})
    at = good.index(b"PK\x01\x02")
    end = good.index(b"PK\x05\x06")
    crc = zlib.crc32(bytes(declared)) if declared < 2**20 else 0
    sizes = struct.pack("<IIIH", crc, len(data), declared, len(name))
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<H", 0) + name + data
    entry = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
    entry += struct.pack("<HHHHII", 0, 0, 0, 0, 0, at) + name
    index = good[at:end] + entry
    tail = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2, 2, len(index), at + len(local), 0)
    return good[:at] + local + index + tail


def test_a_gibibyte_of_zeros_is_too_heavy_before_it_is_unpacked() -> None:
    assert refusal(lying(2**30)) == "too_heavy"


def test_zeros_that_declare_less_are_unpacked_no_further() -> None:
    import tracemalloc

    data = lying(1000)
    tracemalloc.start()
    try:
        assert refusal(data) in {"damaged", "no_text"}
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()


def test_more_files_than_a_book_has_are_too_heavy() -> None:
    files: dict[str, str | bytes] = {str(n): "" for n in range(LIMITS.zip_files)}
    assert refusal(zipped({"META-INF/container.xml": CONTAINER, **files})) == "too_heavy"


@pytest.mark.parametrize(
    ("name", "mime"),
    [("a.epub", None), ("a", "application/octet-stream"), ("a.txt", "text/plain"), ("a", "application/zip")],
)
def test_a_book_is_known_by_what_it_holds(name: str, mime: str | None) -> None:
    assert read(WHOLE, name, mime).text == RIVER
