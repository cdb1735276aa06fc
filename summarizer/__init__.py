"""Bytes and text in, dataclasses out: reading articles and feeds, and condensing them.

Everything is exported on first use, since what reads and condenses takes a second to import.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.article import read
    from summarizer.article.html import read_html
    from summarizer.condense import summarize
    from summarizer.feed.opml import Opml, Outline, read_opml, write_opml
    from summarizer.feed.parse import parse_feed
    from summarizer.stories import group
    from summarizer.stories.bullets import summarize_story
    from summarizer.types import (
        Article,
        Block,
        BlockKind,
        Bullet,
        Entry,
        File,
        Options,
        Outcome,
        ParsedFeed,
        Source,
        Story,
        Summary,
        Text,
        Url,
    )

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Bullet",
    "Entry",
    "File",
    "Opml",
    "Options",
    "Outcome",
    "Outline",
    "ParsedFeed",
    "Source",
    "Story",
    "Summary",
    "Text",
    "Url",
    "group",
    "parse_feed",
    "read",
    "read_html",
    "read_opml",
    "summarize",
    "summarize_story",
    "write_opml",
]

_ELSEWHERE = {
    "Opml": "summarizer.feed.opml",
    "Outline": "summarizer.feed.opml",
    "group": "summarizer.stories",
    "parse_feed": "summarizer.feed.parse",
    "read": "summarizer.article",
    "read_html": "summarizer.article.html",
    "read_opml": "summarizer.feed.opml",
    "summarize": "summarizer.condense",
    "summarize_story": "summarizer.stories.bullets",
    "write_opml": "summarizer.feed.opml",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_ELSEWHERE.get(name, "summarizer.types")), name)
    globals()[name] = value  # no second look-up
    return value
