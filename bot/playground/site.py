"""A small web of two newspapers, written for the demo: front pages, articles with a page's usual clutter, and feeds.

An article is a text file: `name: value` lines, an empty line, then paragraphs with empty lines between; `## ` begins a
heading, `! ` a caption. `hours` says when it appears, counted from the start of the server; feeds list what has appeared.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import partial
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

ARTICLES = Path(__file__).with_name("site")
PAPERS = {"courier": "The Orlova Courier", "harbour": "Harbour Post"}


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it was written. `hours` is when it appears, from the start of the server on; negative is before."""

    paper: str
    slug: str
    title: str
    author: str
    language: str
    hours: float
    body: tuple[str, ...]


def load(path: Path) -> Page:
    """The article in a file."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    paragraphs = tuple(" ".join(part.split()) for part in body.strip().split("\n\n"))
    language = facts.get("language", "en")
    return Page(
        path.parent.name,
        path.stem,
        facts["title"],
        facts["author"],
        language,
        float(facts["hours"]),
        paragraphs,
    )


class Site:
    """All articles, dated from the moment the server started."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._start = clock()
        self._pages = [load(path) for path in sorted(ARTICLES.glob("*/*.txt"))]

    def when(self, page: Page) -> datetime:
        """When an article appears, UTC."""
        return self._start + timedelta(hours=page.hours)

    def listed(self, paper: str) -> list[Page]:
        """What a paper has published by now, the newest first."""
        out = [page for page in self._pages if page.paper == paper and self.when(page) <= self._clock()]
        return sorted(out, key=self.when, reverse=True)

    def find(self, paper: str, slug: str) -> Page | None:
        """An article that has appeared."""
        return next((page for page in self.listed(paper) if page.slug == slug), None)


def site_routes(site: Site) -> list[Route]:
    """Where the newspapers are."""
    return [
        Route("/site/courier/feed.xml", partial(_feed, site, "courier", _rss, "application/rss+xml")),
        Route("/site/harbour/feed.atom", partial(_feed, site, "harbour", _atom, "application/atom+xml")),
        Route("/site/{paper}/", partial(_front, site)),
        Route("/site/{paper}/{slug}", partial(_article, site)),
    ]


async def _front(site: Site, request: Request) -> Response:
    paper = request.path_params["paper"]
    if paper not in PAPERS:
        return _missing()
    feed = {"courier": ("rss", "feed.xml"), "harbour": ("atom", "feed.atom")}[paper]
    link = f'<link rel="alternate" type="application/{feed[0]}+xml" title="{PAPERS[paper]}" href="{feed[1]}">'
    items = "".join(f'<li><a href="{page.slug}">{escape(page.title)}</a></li>' for page in site.listed(paper))
    return HTMLResponse(
        f"<!doctype html><title>{PAPERS[paper]}</title>{link}<h1>{PAPERS[paper]}</h1><ul>{items}</ul>"
    )


async def _article(site: Site, request: Request) -> Response:
    page = site.find(request.path_params["paper"], request.path_params["slug"])
    return HTMLResponse(_html(page, site.when(page), str(request.url))) if page else _missing()


def _missing() -> Response:
    return HTMLResponse("<!doctype html><title>Not found</title><p>There is no such page.</p>", 404)


def _html(page: Page, moment: datetime, url: str) -> str:
    """A page as papers make them: the text between navigation, banner, newsletter box and related links."""
    paper = PAPERS[page.paper]
    return f"""<!doctype html>
<html lang="{page.language}"><head><meta charset="utf-8"><title>{escape(page.title)} | {paper}</title>
<link rel="canonical" href="{escape(url)}"><meta property="og:type" content="article">
<meta property="og:title" content="{escape(page.title)}"><meta property="og:site_name" content="{paper}">
<meta name="author" content="{escape(page.author)}">
<meta property="article:published_time" content="{moment.isoformat(timespec="seconds")}"></head><body>
<div class="cookie-banner" role="dialog"><p>We and our 312 partners use cookies. <button>Accept all</button></p></div>
<nav><a href="./">Home</a> <a href="./">Politics</a> <a href="./">Sport</a> <a href="./">Subscribe</a></nav>
<main><article><h1>{escape(page.title)}</h1><p class="byline">By {escape(page.author)}</p>
{"".join(map(_block, page.body))}</article>
<aside class="newsletter"><p>Sign up for our newsletter and never miss a story.</p></aside>
<section class="related"><h2>Read also</h2><ul><li><a href="./">More from {paper}</a></li></ul></section></main>
<footer><p>© {paper}. All rights reserved.</p></footer></body></html>"""


def _block(text: str) -> str:
    if text.startswith("## "):
        return f"<h2>{escape(text[3:])}</h2>\n"
    if text.startswith("! "):
        return f"<figure><figcaption>{escape(text[2:])}</figcaption></figure>\n"
    return f"<p>{escape(text)}</p>\n"


Write = Callable[[Site, str, Iterable[Page], str], str]


async def _feed(site: Site, paper: str, write: Write, kind: str, request: Request) -> Response:
    pages = site.listed(paper)
    made = write(site, paper, pages, str(request.base_url) + f"site/{paper}/")
    etag = f'"{hashlib.sha256(made.encode()).hexdigest()[:16]}"'
    headers = {
        "ETag": etag,
        "Last-Modified": format_datetime(site.when(pages[0]), usegmt=True) if pages else "",
    }
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(made, media_type=kind, headers=headers)


def _rss(site: Site, paper: str, pages: Iterable[Page], base: str) -> str:
    items = "".join(
        f"<item><title>{escape(page.title)}</title><link>{base}{page.slug}</link><guid>{base}{page.slug}</guid>"
        f"<pubDate>{format_datetime(site.when(page))}</pubDate><description>{escape(page.body[0])}</description></item>"
        for page in pages
    )
    head = f"<title>{PAPERS[paper]}</title><link>{base}</link><description>News of the valley</description>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


def _atom(site: Site, paper: str, pages: Iterable[Page], base: str) -> str:
    items = "".join(
        f'<entry><title>{escape(page.title)}</title><link href="{base}{page.slug}"/><id>{base}{page.slug}</id>'
        f"<updated>{site.when(page).isoformat()}</updated><summary>{escape(page.body[0])}</summary></entry>"
        for page in pages
    )
    head = f"<title>{PAPERS[paper]}</title><id>{base}</id>"
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{items}</feed>'
