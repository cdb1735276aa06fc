"""What takes the article out of a page: our own reader, and the packages that do it without a browser or a model.

Each gets the page and its address and nothing else; those that want text are told the encoding. None may use the network.
"""

import re
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import lxml.html
import trafilatura
from sumy.parsers.html import HtmlParser

from summarizer.article.html import read_html
from tests.bench.pages import Page

Reader = Callable[[Page], str]
_BLOCKS = (
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
    ),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
    ),
    *("td", "th", "tr", "ul"),
)


class _Whole:
    """What sumy asks of a tokenizer, without a download: paragraphs need no splitting to be found."""

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """The paragraph."""
        return (paragraph,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(re.findall(r"\w+", sentence))


def _nutgraf(page: Page) -> str:
    """The text of all blocks; of a page that only describes itself, none."""
    article = read_html(page.html, page.url)
    return "\n\n".join(article.text[block.start : block.end] for block in article.blocks)


def _trafilatura(page: Page, **settings: Any) -> str:
    return trafilatura.extract(page.html, url=page.url, **settings) or ""


def _readability(page: Page) -> str:
    document: Any = import_module("readability").Document(page.text, url=page.url)
    return _plain(lxml.html.fromstring(document.summary()))


def _plain(tree: Any) -> str:
    """The text of a page, its blocks parted, so that words of two are not one."""
    for element in tree.iter(*_BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return str(tree.text_content())


def _newspaper(page: Page) -> str:
    """Without the pictures, for whose size it would ask other servers whatever `fetch_images` says."""
    article: Any = import_module("newspaper").Article(page.url)
    article.fetch_images = lambda: None
    article.download(input_html=page.text)
    article.parse()
    return str(article.text)


def _sumy(page: Page) -> str:
    document = HtmlParser.from_string(page.text, page.url, _Whole()).document
    return "\n".join(map(str, document.sentences))


READERS: dict[str, Reader] = {
    "nutgraf": _nutgraf,
    "trafilatura": _trafilatura,
    "trafilatura, no comments": partial(_trafilatura, include_comments=False),
    "trafilatura, for precision": partial(_trafilatura, include_comments=False, favor_precision=True),
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "sumy's HtmlParser": _sumy,
}
