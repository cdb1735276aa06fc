"""Word documents and RTF to articles."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml

from summarizer.article.documents import read_document
from summarizer.errors import NotReadable, SummarizerError
from summarizer.limits import LIMITS
from summarizer.types import Article, BlockKind, File, Outcome

RIVER = "The river at Orlova rose by two metres on Monday, and the lower town was cleared by noon."
BAKER = "Ben Osei carried forty sacks of flour to the upper floor of his bakery before dawn."
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A document with one of its files changed, or left out where that is nothing."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            content = change(old.read(each)) if each == name else old.read(each)
            if content:
                new.writestr(each, content)
    return target.getvalue()


def plain() -> bytes:
    document = docx.Document()
    document.add_paragraph(RIVER)
    return saved(document)


def read(data: bytes, name: str = "a.docx", mime: str | None = DOCX) -> Article:
    return read_document(File(name, mime, data))


def refusal(data: bytes, name: str = "a.docx", mime: str | None = DOCX) -> str:
    with pytest.raises(SummarizerError) as caught:
        read(data, name, mime)
    return caught.value.reason


def pieces(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def test_styles_say_what_a_paragraph_is() -> None:
    document = docx.Document()
    document.add_heading("A wet week", 0)
    document.add_paragraph(RIVER)
    document.add_heading("What came", 2)
    document.add_paragraph("Wait.", style="List Bullet")
    document.add_paragraph(BAKER, style="Intense Quote")
    document.add_paragraph("We saw it.", style="Quote")
    document.add_paragraph("The bridge.", style="Caption")
    table = document.add_table(0, 3)
    for row in (("Day", "", "Metres"), ("Monday", "x", "2")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.styles.add_style("House Head", 1).base_style = document.styles["Heading 1"]
    document.add_paragraph("Of the house", style="House Head")
    article = read(saved(document))
    assert article.title == "A wet week"
    assert pieces(article) == [
        ("paragraph", RIVER),
        ("heading", "What came"),
        ("list", "Wait."),
        ("quote", BAKER),
        ("quote", "We saw it."),
        ("caption", "The bridge."),
        ("list", "Day | Metres"),
        ("list", "Monday | x | 2"),
        ("heading", "Of the house"),
    ]


def test_the_document_says_its_title_author_and_date() -> None:
    document = docx.Document()
    document.add_heading("A wet week", 1)
    document.add_paragraph(RIVER)
    facts = document.core_properties
    facts.title, facts.author, facts.created = "The Flood", "Ada Quill", datetime(2024, 3, 5, 8, 15)  # noqa: DTZ001
    article = read(saved(document))
    assert (article.title, article.author, article.language) == ("The Flood", "Ada Quill", "en")
    assert article.published == datetime(2024, 3, 5, 8, 15, tzinfo=UTC)
    assert article.blocks[0].kind is BlockKind.HEADING


def test_a_document_without_facts_has_none() -> None:
    unlinked = changed(
        plain(), "_rels/.rels", lambda old: re.sub(rb"<Relationship [^>]*core.xml[^>]*>", b"", old)
    )
    article = read(changed(unlinked, "docProps/core.xml", lambda _: b""))
    assert (article.title, article.author, article.published) == (None, None, None)


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("It rose by ")
    for xml in (
        "<w:del {}><w:r><w:delText>one</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>two</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(xml.format(W)))  # noqa: SLF001 - python-docx writes no changes
    paragraph.add_run("\tmetres.").add_break()
    assert read(saved(document)).text == "It rose by two metres."


def test_text_in_controls_is_read_and_in_boxes_and_contents_not() -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("What came . . . . 3", style="toc 1")
    paragraph = document.add_paragraph(RIVER)
    paragraph.add_run()._r.append(  # noqa: SLF001 - nor boxes
        parse_xml(f"<w:pict {W}><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:pict>")
    )
    control = parse_xml(
        f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>{BAKER}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    paragraph._p.addnext(control)  # noqa: SLF001 - nor controls
    assert read(saved(document)).text == f"{RIVER}\n\n{BAKER}"


def test_numbered_paragraphs_are_a_list() -> None:
    document = docx.Document()
    document.add_paragraph(RIVER)
    number = OxmlElement("w:numPr")
    document.add_paragraph("First of all.")._p.get_or_add_pPr().append(number)  # noqa: SLF001 - nor numbers
    assert pieces(read(saved(document)))[1] == ("list", "First of all.")


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_read_too(kind: bytes) -> None:
    data = changed(
        plain(), "[Content_Types].xml", lambda old: old.replace(DOCX.encode() + b".main+xml", kind)
    )
    assert read(data).text == RIVER


def test_a_document_that_is_longer_than_a_text_may_be_is_cut() -> None:
    row = f"<w:p><w:r><w:t>{RIVER * 40}</w:t></w:r></w:p>".encode()
    many = b"".join(row.replace(b"Orlova", b"%d" % (n * n)) for n in range(600))
    data = changed(plain(), "word/document.xml", lambda old: old.replace(b"<w:body>", b"<w:body>" + many))
    assert read(data).outcome is Outcome.PARTIAL


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50 + b'">]>'
)


def test_entities_are_never_expanded() -> None:
    def laughing(old: bytes) -> bytes:
        body = old.split(b"?>", 1)[1].replace(b"rose", b"&c;")
        return b"<?xml version='1.0'?>" + LAUGHS + body

    article = read(changed(plain(), "word/document.xml", laughing))
    assert "haha" not in article.text
    assert len(article.text) <= len(RIVER)


def test_a_gibibyte_of_zeros_is_too_heavy() -> None:
    data = changed(plain(), "word/styles.xml", lambda _: b"x")
    size = (1).to_bytes(4, "little")
    at = data.index(b"PK\x01\x02", data.index(b"word/styles.xml"))
    while data[at + 46 : at + 61] != b"word/styles.xml":
        at = data.index(b"PK\x01\x02", at + 4)
    assert data[at + 24 : at + 28] == size
    assert refusal(data[: at + 24] + (2**30).to_bytes(4, "little") + data[at + 28 :]) == "too_heavy"


def test_a_file_that_swells_a_hundredfold_is_too_heavy() -> None:
    assert refusal(changed(plain(), "word/styles.xml", lambda _: bytes(15 * 2**20))) == "too_heavy"


WHOLE = plain()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:-40],
        WHOLE[:500],
        WHOLE[:400] + b"\xff" * 300 + WHOLE[700:],
        b"PK\x03\x04" + bytes(500),
        changed(WHOLE, "word/document.xml", lambda _: b""),
        changed(WHOLE, "word/document.xml", lambda old: old[:200]),
        changed(WHOLE, "[Content_Types].xml", lambda _: b""),
    ],
)
def test_a_broken_document_is_damaged(data: bytes) -> None:
    assert refusal(data) == "damaged"


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 1777))
def test_no_cut_and_no_flip_gives_an_error_without_a_name(cut: int) -> None:
    for data in (WHOLE[:cut], WHOLE[:cut] + b"\xff<" + WHOLE[cut + 2 :], WHOLE[:cut] + WHOLE[cut + 5 :]):
        try:
            read(b"PK\x03\x04" + data[4:])
        except SummarizerError as error:
            assert error.reason in {"damaged", "no_text", "encrypted", "too_heavy"}  # noqa: PT017


def test_a_document_with_a_password_is_locked_and_an_old_one_unsupported() -> None:
    assert refusal(OLE + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert refusal(OLE) == "unsupported"


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.docx", None),
        ("a", "application/octet-stream"),
        ("a.txt", "text/plain"),
        ("a.pdf", "application/pdf"),
    ],
)
def test_a_document_is_known_by_what_it_holds(name: str, mime: str | None) -> None:
    assert read(WHOLE, name, mime).text == RIVER


RTF = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204{\*\panose 02}Arial{\*\falt x};}{\f1\fcharset128 MS;}}"
    r"{\colortbl;\red0;}{\info{\title \'d0\'e5\'ea\'e0}{\author Ada Quill}}"
    r"{\pict\pngblip " + "89504e47" * 500 + "}"
)


def rtf(body: str, head: str = RTF) -> Article:
    return read((head + body + "}").encode(), "a.rtf", "application/rtf")


def test_rtf_gives_its_paragraphs_its_title_and_its_author() -> None:
    article = rtf(
        rf"\b A wet week\b0\par {RIVER}\par {{\listtext\'95\tab}}Wait.\par\trowd Day\cell Metres\cell\row\pard {BAKER}\par"
    )
    assert (article.title, article.author, article.language) == ("Река", "Ada Quill", "en")
    assert pieces(article) == [
        ("heading", "A wet week"),
        ("paragraph", RIVER),
        ("list", "Wait."),
        ("list", "Day | Metres"),
        ("paragraph", BAKER),
    ]


def test_rtf_is_read_in_its_code_pages() -> None:
    assert (
        rtf(r"\f0 \'d0\'e5\'ea\'e0 \f1\'90\'ec \u8364? \u-10179?\u-8694? {\f0 x}.").text == "Река 川 € 😊 x."
    )
    assert rtf("Река.", r"{\rtf1\ansi ").text == "Река."
    cyrillic = rb"{\rtf1\ansi\ansicpg1251 " + "Река.}".encode("cp1251")
    assert read(cyrillic, "a.rtf", None).text == "Река."


def test_a_link_in_rtf_is_its_text() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://orlova.example/"}}{\fldrslt the board}}'
    assert rtf(f"Ask {link} about it.").text == "Ask the board about it."


@pytest.mark.parametrize(
    "body",
    [
        r"{\rtf1 " + r"{\field{\*\fldinst{" * 60_000,
        r"{\rtf1{\fonttbl" + r"\f1" * 300_000,
        r"{\rtf1{\fonttbl;}{\fonttbl" + r"\f1\fcharset1 x" * 60_000,
        "{\\rtf1" + "{" * 1_000_000,
    ],
)
@pytest.mark.timeout(10)
def test_rtf_without_an_end_is_read_in_time(body: str) -> None:
    assert refusal(body.encode(), "a.rtf", None) in {"no_text", "damaged", "too_heavy"}


def test_rtf_that_is_too_large_is_too_heavy_and_its_pictures_do_not_count() -> None:
    letters = "g" * (LIMITS.rtf_bytes + 1)
    assert refusal((RTF + letters).encode(), "a.rtf", None) == "too_heavy"
    assert rtf(r"{\pict " + "0f" * LIMITS.rtf_bytes + "}" + RIVER).text == RIVER


@pytest.mark.parametrize("body", [r"\u99999999 x", r"\uc x \bin", r"\'zz", "\\"])
def test_broken_rtf_has_a_name(body: str) -> None:
    try:
        rtf(body)
    except NotReadable as error:
        assert error.reason in {"damaged", "no_text"}  # noqa: PT017
