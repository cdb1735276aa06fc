"""E-mail to articles."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from summarizer.article.documents import read_document
from summarizer.errors import SummarizerError
from summarizer.limits import LIMITS
from summarizer.types import Article, File

RIVER = "The river at Orlova rose by two metres on Monday, and the lower town was cleared by noon."
BAKER = "Ben Osei carried forty sacks of flour to the upper floor of his bakery before dawn."


def letter(text: str | None = RIVER, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = '"Brandt, Lena" <lena@orlova.example>'
    mail["Subject"] = "Über den Fluss"
    mail["Date"] = "Tue, 05 Mar 2024 10:15:00 +0200"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        (mail.add_alternative if text is not None else mail.set_content)(html, subtype="html")
    return mail


def read(data: bytes, name: str = "a.eml", mime: str | None = None) -> Article:
    return read_document(File(name, mime, data))


def pieces(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def test_the_subject_is_the_title_and_the_sender_the_author() -> None:
    article = read(letter().as_bytes())
    assert (article.title, article.author) == ("Über den Fluss", "Brandt, Lena")
    assert article.published == datetime(2024, 3, 5, 8, 15, tzinfo=UTC)
    assert (article.text, article.language) == (RIVER, "en")


def test_the_plain_text_is_better_than_the_page() -> None:
    assert read(letter(RIVER, f"<p>{BAKER}</p>").as_bytes()).text == RIVER


@pytest.mark.parametrize("times", [1, 6])
def test_without_a_plain_text_the_page_is_read(times: int) -> None:
    article = read(letter(None, f"<html><body>{f'<p>{BAKER}</p>' * times}</body></html>").as_bytes())
    assert article.text.startswith(BAKER)
    assert "<p>" not in article.text
    assert (article.title, article.author) == ("Über den Fluss", "Brandt, Lena")


def test_what_is_attached_is_not_read() -> None:
    mail = letter(None, f"<p>{RIVER}</p>")
    mail.add_attachment("Pay at once.", filename="bill.txt")
    assert read(mail.as_bytes()).text == RIVER


def test_a_mail_within_a_mail_is_read() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd: flood"
    outer.add_attachment(letter())
    article = read(outer.as_bytes())
    assert (article.title, article.text) == ("Fwd: flood", RIVER)


def test_signatures_are_left_out_and_quotes_are_quotes() -> None:
    article = read(
        letter(f"{RIVER}\n\n> {BAKER}\n\nYours truly.\n\n-- \nLena Brandt\nWater board").as_bytes()
    )
    assert pieces(article) == [("paragraph", RIVER), ("quote", BAKER), ("paragraph", "Yours truly.")]


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "8bit"])
def test_a_text_is_read_in_the_encoding_that_it_says(charset: str, coding: str) -> None:
    text = "Река в Орлове поднялась в понедельник на два метра."
    mail = EmailMessage()
    mail.set_content(text, charset=charset, cte=coding)
    assert read(mail.as_bytes()).text == text


@pytest.mark.parametrize("charset", ["nonsense", "punycode", "rot13", "zip"])
def test_an_encoding_that_is_none_is_guessed(charset: str) -> None:
    data = f"From: a@b.example\nContent-Type: text/plain; charset={charset}\n\n{RIVER} Große Brücke.".encode()
    assert "Große" in read(data).text


def test_letters_that_are_not_coded_are_read_in_headers() -> None:
    article = read(f"From: Åse <a@b.example>\nSubject: Über den Fluss\n\n{RIVER}".encode())
    assert (article.title, article.author) == ("Über den Fluss", "Åse")


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a", None),
        ("a.eml", "application/octet-stream"),
        ("a", "message/rfc822"),
        ("a.pdf", "application/pdf"),
    ],
)
def test_mail_is_known_by_how_it_begins(name: str, mime: str | None) -> None:
    assert read(letter().as_bytes(), name, mime).author == "Brandt, Lena"


def test_a_text_with_colons_is_no_mail() -> None:
    text = f"Place: Orlova\nTime: Monday\nWho: everybody\n\n{RIVER}"
    assert "Orlova" in read(text.encode(), "a", None).text


def test_headers_that_are_broken_are_no_facts() -> None:
    head = "From: " + "(" * 100_000 + "\nDate: 99 Foo\nSubject: =?utf-9?q?x?= =?utf-8?b?!?=\n\n"
    article = read((head + RIVER).encode())
    assert (article.text, article.published) == (RIVER, None)


def nested(count: int) -> bytes:
    opened = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(count))
    return ("From: a@b.example\n" + "".join(opened) + "\nHello").encode()


@pytest.mark.parametrize(
    "data",
    [nested(LIMITS.mail_parts + 1), b"Content-Type: message/rfc822\n\n" * 5000 + b"Subject: x\n\nHello"],
)
def test_a_mail_of_too_many_parts_is_too_heavy(data: bytes) -> None:
    with pytest.raises(SummarizerError) as caught:
        read(data)
    assert caught.value.reason == "too_heavy"


def test_a_mail_without_words_has_no_text() -> None:
    with pytest.raises(SummarizerError) as caught:
        read(b"From: a@b.example\nSubject: Flood\n\n \n")
    assert caught.value.reason == "no_text"
