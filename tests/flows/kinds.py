"""One story in every kind of file and page that a person may send, and pages that are none."""

import gzip
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

TITLE = "The dam above Orlova holds"
FACTS = (
    "The dam above Orlova held through the night, although the river rose by two metres in nine hours.",
    "Engineers of the water board opened both gates at four in the morning and lowered the lake by a metre.",
    "Some 1,400 people of the lower town slept in three schools, and most of them went home by noon.",
    "The repair that the council put off in 2019 would have cost nine million crowns, a report found.",
    "Mayor Vesna Halik said that the council would vote on the repair before the end of the month.",
    "The water board measures the level every ten minutes and publishes the figures on its own page.",
    "Two bridges stay closed until divers have looked at their pillars, which may take until Friday.",
    "Farmers below the dam lost about sixty hectares of winter wheat, by a first count of the district.",
)
TEXT = "\n\n".join(FACTS)
BODY = f"<h1>{TITLE}</h1>" + "".join(f"<p>{fact}</p>" for fact in FACTS)
HTML = (
    f"<!doctype html><html><head><title>{TITLE}</title></head><body><article>{BODY}</article></body></html>"
)
MENU = "".join(f'<a href="/{name}">{name}</a> ' for name in ("news", "sport", "weather", "letters") * 4)


def page(body: str, head: str = "") -> str:
    """A page with a menu."""
    return f"<html><head><title>Courier</title>{head}</head><body>{MENU}{body}</body></html>"


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "desk@courier.example", "you@courier.example", TITLE
    mail.set_content(TEXT)
    mail.add_alternative(HTML, subtype="html")
    return mail.as_bytes()


def _docx() -> bytes:
    document, target = Document(), BytesIO()
    document.add_heading(TITLE, 0)
    for fact in FACTS:
        document.add_paragraph(fact)
    document.save(target)
    return target.getvalue()


def _epub() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f'<dc:title>{TITLE}</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        archive.writestr(
            "a.xhtml",
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{BODY}</body></html>',
        )
    return target.getvalue()


def _rtf() -> bytes:
    return ("{\\rtf1\\ansi " + "\\par\n".join(FACTS) + "}").encode("ascii")


def pdf(lines: list[str]) -> bytes:
    """A page with these lines; without any it is like a scan."""
    shown = "\n".join(f"1 0 0 1 50 {780 - 14 * number} Tm ({line}) Tj" for number, line in enumerate(lines))
    content = f"BT /F1 10 Tf\n{shown}\nET".encode("ascii") if lines else b"q 595 0 0 842 0 0 cm Q"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)


# Name, MIME type as Telegram's clients send it, content.
FILES: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
    ("dam.txt", "text/plain", TEXT.encode),
    ("dam-16.txt", "text/plain", lambda: TEXT.encode("utf-16")),
    ("dam.md", "text/markdown", f"# {TITLE}\n\n{TEXT}".encode),
    ("dam.html", "text/html", HTML.encode),
    ("dam.pdf", "application/pdf", lambda: pdf([half for fact in FACTS for half in _halves(fact)])),
    ("dam.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    ("dam.epub", "application/epub+zip", _epub),
    ("dam.rtf", "application/rtf", _rtf),
    ("dam.eml", "message/rfc822", _mail),
)
BAD_FILES: tuple[tuple[str, str, bytes, str], ...] = (
    ("scan.pdf", "application/pdf", pdf([]), "pictures of pages"),
    ("broken.pdf", "application/pdf", b"%PDF-1.7\nnothing", "damaged"),
    ("dam.xlsx", "application/vnd.ms-excel", b"PK\x03\x04nothing", "I can read PDF"),
    ("nothing.txt", "text/plain", b"", "no text"),
)


def _halves(fact: str) -> tuple[str, str]:
    at = fact.rindex(" ", 0, 60)
    return fact[:at], fact[at + 1 :]


SPORT = "<rss version='2.0'><channel><title>Sport</title><item><title>Two all</title></item></channel></rss>"
LINKS = "".join(
    f'<link rel="alternate" type="application/rss+xml" href="/{name}">' for name in ("feed", "sport")
)
FEED = (
    f"<rss version='2.0'><channel><title>Courier</title><item><title>{TITLE}</title></item></channel></rss>"
)
COOKIES = (
    "<p>We and our 842 partners store and/or access information on a device, such as cookies, and process personal "
    "data for personalised ads.</p><p>You may accept all or manage preferences. Some vendors rely on legitimate "
    "interest.</p>"
)
TEASERS = "".join(
    f'<div><h3><a href="/{n}">Day {n}: council of Orlova meets about the dam</a></h3><p>The {n}th meeting in a row ended '
    "without a vote on the repair.</p></div>"
    for n in range(40)
)
# Address, content type, body, what stands in the answer.
PAGES: tuple[tuple[str, str, bytes, str], ...] = (
    ("article", "text/html", HTML.encode(), "water board"),
    ("file", "application/pdf", pdf([half for fact in FACTS for half in _halves(fact)]), "water board"),
    (
        "paywall",
        "text/html",
        page(
            f"<article><h1>{TITLE}</h1><p>{' '.join(FACTS[:5])}</p><p>Subscribe to continue reading.</p></article>"
        ).encode(),
        "Only the opening of this article is free to read.",
    ),
    ("", "text/html", page(f"<main>{TEASERS}</main>").encode(), "a list of articles"),
    ("consent", "text/html", page(COOKIES).encode(), "question about cookies"),
    ("app", "text/html", page('<div id="__next"></div>').encode(), "only in a browser"),
    (
        "challenge",
        "text/html",
        b"<title>Just a moment...</title><p>Checking your browser.</p>",
        "let bots read",
    ),
    (
        "soft",
        "text/html",
        page("<h1>Page not found</h1><p>Perhaps it has moved.</p>").encode(),
        "no page at that address",
    ),
    ("feed", "application/rss+xml", FEED.encode(), "That is a feed"),
    ("sport", "application/rss+xml", SPORT.encode(), "That is a feed"),
    ("two", "text/html", page("<p>Hello</p>", LINKS).encode(), "no text"),
    ("picture", "image/png", b"\x89PNG\r\n", "I can read PDF"),
)


def site() -> Starlette:
    """All the pages, a redirect to a private address, and a bomb."""

    def one(mime: str, body: bytes) -> Callable[..., Response]:
        return lambda _request: Response(body, media_type=mime)

    bomb = gzip.compress(b"<p>" + b" " * 20_000_000)
    packed = {"Content-Encoding": "gzip"}
    return Starlette(
        routes=[
            *(Route(f"/{name}", one(mime, body)) for name, mime, body, _ in PAGES),
            Route("/inside", lambda _request: RedirectResponse("http://10.0.0.1/")),
            Route("/metadata", lambda _request: RedirectResponse("http://169.254.169.254/latest/meta-data/")),
            Route("/bomb", lambda _request: HTMLResponse(bomb, headers=packed)),
        ]
    )
