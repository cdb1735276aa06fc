"""PDF to articles; the files are written here, object by object."""

import zlib
from datetime import UTC, datetime
from itertools import starmap

import pytest

from summarizer.article.documents import read_document
from summarizer.errors import NotReadable, SummarizerError, TooHeavy
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind, File, Outcome

RIVER = [
    "The river at Orlova rose by two metres on Monday, and the lower",
    "town was cleared by noon, Ada Quill of the water board said.",
]
BAKER = [
    "Ben Osei, who keeps the bakery near the bridge, carried forty",
    "sacks of flour to the upper floor before dawn.",
]
Shown = tuple[str, float, float, float]  # a text, its size, x and y


def column(lines: list[str], top: float, x: float = 50, size: float = 10) -> list[Shown]:
    return [(line, size, x, top - 12 * number) for number, line in enumerate(lines)]


def show(text: str, size: float, x: float, y: float) -> bytes:
    letters = text.replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, letters)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def pdf(contents: list[bytes], facts: bytes = b"", extra: bytes = b"") -> bytes:
    """A file with a page for each stream."""
    pages = range(5, 5 + 2 * len(contents), 2)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(contents), b" ".join(b"%d 0 R" % page for page in pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % facts,
    ]
    for page, content in zip(pages, contents, strict=True):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources"
            b" << /Font << /F1 3 0 R >> >> >>" % (page + 1),
            content,
        ]
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF"
    return body + table + tail % (len(objects) + 1, extra, len(body))


def pages(*shown: list[Shown], facts: bytes = b"") -> bytes:
    return pdf([stream(b"\n".join(starmap(show, each))) for each in shown], facts)


def read(data: bytes, name: str = "a.pdf", mime: str | None = "application/pdf") -> Article:
    return read_document(File(name, mime, data))


def pieces(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def refusal(data: bytes) -> SummarizerError:
    with pytest.raises(SummarizerError) as caught:
        read(data)
    return caught.value


def test_lines_are_joined_to_paragraphs_and_large_ones_are_headings() -> None:
    article = read(
        pages(
            [
                ("River rises", 20, 50, 780),
                *column(RIVER, 740),
                ("What comes next?", 14, 50, 690),
                *column(BAKER, 660),
                ("• Wait for the water to fall.", 10, 50, 620),
                ("• Then look at the cellar.", 10, 50, 608),
                ("Figure 1: The bridge in the flood.", 8, 50, 570),
            ]
        )
    )
    assert article.title == "River rises"
    assert pieces(article) == [
        ("paragraph", " ".join(RIVER)),
        ("heading", "What comes next?"),
        ("paragraph", " ".join(BAKER)),
        ("list", "Wait for the water to fall."),
        ("list", "Then look at the cellar."),
        ("caption", "Figure 1: The bridge in the flood."),
    ]
    assert (article.language, article.outcome) == ("en", Outcome.OK)


def test_a_gap_or_an_indent_begins_a_paragraph() -> None:
    full = "It was the highest water that anybody in the town could remember."
    apart = read(pages([*column([*RIVER, full], 740), *column(BAKER, 690)]))
    indented = read(
        pages([*column([*RIVER, full], 740), *column(BAKER[:1], 704, x=62), *column(BAKER[1:], 692)])
    )
    expected = [("paragraph", " ".join([*RIVER, full])), ("paragraph", " ".join(BAKER))]
    assert pieces(apart) == pieces(indented) == expected


def test_two_columns_are_read_one_after_the_other() -> None:
    left = ["The river at Orlova rose by two", "metres on Monday, and the lower", "town was cleared by"]
    right = ["noon, Ada Quill of the water", "board said. Nobody was hurt."]
    article = read(pages([*column(left, 740), *column(right, 740, x=310)]))
    assert article.text == " ".join([*left, *right])


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    def page(number: int) -> list[Shown]:
        head = [("Orlova Weekly", 9, 50, 810), (f"Issue {number + 7}", 9, 500, 810)]
        return [
            *head,
            *column([f"Day {number} was as wet as the day before it."], 740),
            (f"{number}", 9, 290, 30),
        ]

    article = read(pages(page(1), page(2), page(3), page(4)))
    assert article.text.count("was as wet") == 4
    assert "Weekly" not in article.text
    assert "Issue" not in article.text
    assert [text for _, text in pieces(article) if text.isdigit()] == []


def test_what_is_said_twice_in_different_places_stays() -> None:
    line = "Nobody was hurt in the town of Orlova on that day."
    article = read(pages(column([line, *RIVER], 740), column([*BAKER, line], 700), column([line], 500)))
    assert article.text.count(line) == 3


def test_a_sentence_goes_on_from_page_to_page() -> None:
    article = read(pages(column(RIVER[:1], 740), column(RIVER[1:], 740)))
    assert pieces(article) == [("paragraph", " ".join(RIVER))]


def test_words_that_were_cut_at_a_line_end_are_whole_again() -> None:
    lines = [
        "The lower town of Or-",
        "lova was under water from Mon-",
        "day to the 5-",
        "th, and the Ben-",
        "Osei bakery was shut.",
    ]
    article = read(pages(column(lines, 740)))
    assert (
        article.text
        == "The lower town of Orlova was under water from Monday to the 5- th, and the Ben- Osei bakery was shut."
    )


def test_lines_of_a_table_of_contents_are_left_out() -> None:
    article = read(pages([("1 The flood . . . . . . . . . . 3", 10, 50, 760), *column(RIVER, 700)]))
    assert article.text == " ".join(RIVER)


def test_the_file_says_its_title_author_and_date() -> None:
    facts = b"/Title (A flood) /Author (Lena  Brandt) /CreationDate (D:20240305101500+02'00')"
    article = read(pages([("River rises", 20, 50, 780), *column(RIVER, 740)], facts=facts))
    assert (article.title, article.author) == ("A flood", "Lena Brandt")
    assert article.published == datetime(2024, 3, 5, 8, 15, tzinfo=UTC)
    assert article.blocks[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("title", [b"flood.docx", b"Microsoft Word - flood.doc", b"untitled", b" "])
def test_the_name_of_a_file_is_no_title(title: bytes) -> None:
    article = read(pages([("River rises", 20, 50, 780), *column(RIVER, 740)], facts=b"/Title (%s)" % title))
    assert article.title == "River rises"


def test_facts_that_are_broken_are_no_facts() -> None:
    article = read(pages(column(RIVER, 740), facts=b"/Title 5 /Author [/A] /CreationDate (D:soon)"))
    assert (article.title, article.author, article.published) == (None, None, None)


def test_pages_past_the_cap_are_left_out_and_said_so() -> None:
    article = read(
        pages(*(column([f"This is page number {n} of a long report."], 740 - n) for n in range(60)))
    )
    assert f"number {LIMITS.pdf_pages - 1} of" in article.text
    assert f"number {LIMITS.pdf_pages} of" not in article.text
    assert article.outcome is Outcome.PARTIAL


def test_a_page_that_is_broken_does_not_cost_the_others() -> None:
    good = stream(b"\n".join(starmap(show, column(RIVER, 740))))
    article = read(pdf([good, stream(b"ab!cd~>", b"/Filter /NoSuchDecode")]))
    assert (article.text, article.outcome) == (" ".join(RIVER), Outcome.PARTIAL)


def test_pages_without_text_are_scanned() -> None:
    error = refusal(pdf([stream(b"0 0 100 100 re f"), stream(b"q Q")]))
    assert (type(error), error.reason, error.outcome) == (NotReadable, "scanned", Outcome.UNSUPPORTED)


LOCK = b"/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s>" % (b"5a" * 32, b"a5" * 32)


@pytest.mark.parametrize(
    "lock", [LOCK, b"/Filter /Adobe.PubSec /V 4", LOCK.replace(b"/V 2 /R 3", b"/V 5 /R 6")]
)
def test_a_file_with_a_password_is_locked(lock: bytes) -> None:
    data = pdf([stream(b"BT ET")], extra=b"/Encrypt << %s >> /ID [<00> <00>]" % lock)
    error = refusal(data)
    assert (error.reason, error.outcome) == ("encrypted", Outcome.UNSUPPORTED)


WHOLE = pages(column(RIVER, 740))


@pytest.mark.parametrize(
    "data", [WHOLE[:200], b"%PDF-1.7 ...", b"%PDF-1.7\n" + bytes(range(256)) * 40, b"%PDF-"]
)
def test_a_broken_file_is_damaged(data: bytes) -> None:
    error = refusal(data)
    assert (error.reason, error.outcome) == ("damaged", Outcome.UNSUPPORTED)


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 37))
def test_no_cut_and_no_flip_gives_an_error_without_a_name(cut: int) -> None:
    for data in (WHOLE[:cut], WHOLE[:cut] + b"\xff(" + WHOLE[cut + 2 :], WHOLE[:cut] + WHOLE[cut + 9 :]):
        try:
            read(b"%PDF-" + data)
        except SummarizerError as error:
            assert error.reason in {"damaged", "scanned", "no_text", "encrypted", "too_heavy"}  # noqa: PT017


def bomb(mebibytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(mebibytes)) + packer.flush()


@pytest.mark.parametrize(
    "content",
    [
        stream(bomb(256), b"/Filter /FlateDecode"),
        stream(zlib.compress(bomb(256)), b"/Filter [/FlateDecode /FlateDecode]"),
        stream(b"[" * 200_000 + b" TJ"),
    ],
)
def test_a_bomb_is_too_heavy(content: bytes) -> None:
    assert type(refusal(pdf([content]))) is TooHeavy


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.pdf", None),
        ("a", None),
        ("a.bin", "application/octet-stream"),
        ("a.txt", "text/plain"),
        ("a.html", "text/html"),
        ("a.docx", "image/png"),
    ],
)
def test_a_pdf_is_known_by_how_it_begins(name: str, mime: str | None) -> None:
    assert read(WHOLE, name, mime).text == " ".join(RIVER)


def test_a_page_that_is_called_a_pdf_is_read_as_a_page() -> None:
    page = f"<html><body><p>{' '.join(RIVER * 3)}</p></body></html>".encode()
    assert read(page).text.startswith("The river at Orlova")
