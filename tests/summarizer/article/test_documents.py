"""Files and texts to articles."""

import pytest

from summarizer.article.documents import read_document, read_text
from summarizer.errors import NotReadable
from summarizer.types import Article, BlockKind, File, Outcome

PARAGRAPH = "The river rose by two metres on Monday, and the lower town was cleared by noon."


def kinds(article: Article) -> list[BlockKind]:
    return [block.kind for block in article.blocks]


def test_a_first_line_without_an_end_is_the_title() -> None:
    article = read_text(f"River rises\n\n{PARAGRAPH}\n\n{PARAGRAPH}")
    assert article.title == "River rises"
    assert article.text == f"{PARAGRAPH}\n\n{PARAGRAPH}"


def test_a_given_title_stays_and_the_first_line_is_a_heading() -> None:
    article = read_text(f"River rises\n\n{PARAGRAPH}", "Flood")
    assert article.title == "Flood"
    assert kinds(article) == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_short_lines_between_paragraphs_are_headings() -> None:
    article = read_text(f"{PARAGRAPH}\nWhat comes next\n{PARAGRAPH}")
    assert kinds(article) == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_lines_that_were_cut_at_a_width_are_one_paragraph() -> None:
    article = read_text(
        "The river rose by two metres on Monday, and\nthe lower town was cleared by noon,\nthe mayor said."
    )
    assert kinds(article) == [BlockKind.PARAGRAPH]
    assert "\n" not in article.text


def test_the_key_of_a_text_is_its_hash() -> None:
    assert read_text(PARAGRAPH).key == read_text(f"  {PARAGRAPH}\n").key
    assert len(read_text(PARAGRAPH).key) == 64


@pytest.mark.parametrize("text", ["", " \n\n ", "...", "—"])
def test_a_text_without_words_is_not_readable(text: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read_text(text)
    assert caught.value.reason == "no_text"


def test_markdown_loses_its_marks() -> None:
    source = f"# Flood\n\n{PARAGRAPH} See [the map](http://x.example/).\n\n## Then\n\n- **First** thing to do.\n- Second.\n\n> Quoted words.\n\n```\ncode\n```\n"
    article = read_document(File("a.md", None, source.encode()))
    assert article.title == "Flood"
    assert "See the map." in article.text
    assert "First thing to do." in article.text
    assert "code" not in article.text
    assert kinds(article) == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST,
        BlockKind.LIST,
        BlockKind.QUOTE,
    ]


@pytest.mark.parametrize(
    ("name", "mime"),
    [("a.html", None), ("a", "text/html; charset=utf-8"), ("a", None), ("a.txt", "text/html")],
)
def test_a_page_is_known_by_mime_name_or_look(name: str, mime: str | None) -> None:
    page = f"<html><body><p>{PARAGRAPH * 5}</p></body></html>"
    assert "<p>" not in read_document(File(name, mime, page.encode())).text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1251", "Река в Орлове поднялась в понедельник на два метра, и нижний город опустел."),
        ("koi8-r", "Река в Орлове поднялась в понедельник на два метра, и нижний город опустел."),
        ("shift_jis", "月曜日、オルロワの川は二メートル上昇し、下町の住民は正午までに避難した。"),
        ("gb18030", "星期一，奥尔洛瓦的河水上涨了两米，下城居民在中午之前全部撤离。面包师搬走了面粉。"),
        ("latin-1", "Der Fluss stieg am Montag über die Mauern, und die Brücken waren gesperrt, hieß es."),
        (
            "cp1252",
            "La rivière est montée de deux mètres à Orlova, a dit l’élue Léna Brandt, et c’était fermé.",
        ),
        ("cp1250", "Řeka v Orlově stoupla v pondělí o dva metry a dolní město bylo do poledne vyklizeno."),
        ("utf-16", "Река в Орлове поднялась."),
    ],
)
def test_the_encoding_of_a_text_is_found(encoding: str, text: str) -> None:
    assert read_document(File("a.txt", "text/plain", text.encode(encoding))).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    text = "Der Fluss stieg am Montag über die Mauern, und die Brücken waren für Stunden gesperrt, hieß es später."
    assert read_document(File("a.txt", None, text.encode(encoding))).text == text


@pytest.mark.parametrize(
    "file",
    [
        File("a.bin", None, bytes(range(256))),
        File("a.zip", None, b"PK\x03\x04...."),
        File("a.doc", "application/msword", b"\xd0\xcf\x11\xe0" + bytes(512)),
        File("a.txt", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ],
)
def test_an_unknown_kind_is_unsupported(file: File) -> None:
    with pytest.raises(NotReadable) as caught:
        read_document(file)
    assert (caught.value.reason, caught.value.outcome) == ("unsupported", Outcome.UNSUPPORTED)
