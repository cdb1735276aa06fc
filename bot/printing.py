"""Summaries, errors and methods as a terminal, a pipe or a program reads them. Pure: results in, text out."""

import json
import re
import shutil
import textwrap
from typing import TYPE_CHECKING, Any, TextIO

from summarizer.types import Outcome, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.batch import Result
    from summarizer.errors import SummarizerError

WORDS_A_MINUTE = 230  # silent reading of English prose (Brysbaert 2019: 238), a little less for news
WIDEST = 100  # columns; longer lines are hard to read
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # what a page could steer a terminal with

# What happened, then what to do; {name} is the source as it was given, {host} the site.
_SENTENCES = {
    "bad_url": "cannot open {name}: only public web addresses are opened. Check the address.",
    "private_address": "cannot open {host}: it is not a public address. Set NUTGRAF_FETCH_ALLOW_PRIVATE to allow it.",
    "too_large": "cannot read {host}: the page is too large. Save the text and give the file.",
    "refused": "cannot read {host}: the site does not let bots read this page. Save it and give the file.",
    "no_such_host": "cannot reach {host}: no such host. Check the address.",
    "no_connection": "cannot reach {host}: it does not accept connections. Try again later.",
    "tls": "cannot reach {host}: its certificate is not valid. Check the address.",
    "timeout": "cannot reach {host}: no answer in time. Try again later.",
    "gone": "cannot read {name}: the site has no such page. Check the address.",
    "busy": "cannot read {host}: the site is failing or busy. Try again later.",
    "redirects": "cannot read {name}: the site redirects without end. Try another address of the page.",
    "bad_response": "cannot read {host}: its answer makes no sense. Try again later.",
    "no_text": "cannot read {name}: there is no text in it. Give an article, or its text.",
    "challenge": "cannot read {host}: the site does not let bots read this page. Save it and give the file.",
    "consent": "cannot read {host}: the site shows only its question about cookies. Save the page and give the file.",
    "javascript": "cannot read {host}: the site shows its text only in a browser. Save the page and give the file.",
    "video": "cannot read {name}: it is a video or a recording. Give a page with text.",
    "social": "cannot read {host}: the site shows its posts only to its members. Save the text and give the file.",
    "unsupported": "cannot read {name}: an unsupported kind of file. "
    "PDF, Word, EPUB, RTF, HTML, Markdown, e-mail and text can be read.",
    "scanned": "cannot read {name}: it holds pictures of pages. Give a file with text.",
    "encrypted": "cannot read {name}: it is locked with a password. Give an unlocked copy.",
    "damaged": "cannot read {name}: the file is damaged. Give another copy.",
    "feed": "cannot read {name}: it is a feed, not an article. Give the address of one of its articles.",
    "too_heavy": "cannot read {name}: it takes too long or too much memory. Give a shorter text.",
    "no_such_file": "cannot read {name}: no such file. Check the name; an address begins with https://.",
    "is_folder": "cannot read {name}: it is a folder. Give the files in it.",
    "closed_file": "cannot read {name}: the system does not let me open it. Check its permissions.",
}
_NOTES = {
    Outcome.SHORT: "This is already short ({words} words).",
    Outcome.PARTIAL: "Only the first {words} words were readable.",
    Outcome.NOT_ARTICLE: "This looks like a list of articles. Give one of its links.",
}


def explained(source: str, error: "SummarizerError") -> str:
    """One sentence for a person: what happened, and what to do."""
    name = "the standard input" if source == "-" else _clean(source)
    sentence = _SENTENCES.get(error.reason, "cannot read {name}: {reason}.")
    return sentence.format(name=name, host=_clean(error.host) or name, reason=error.reason)


def as_text(results: "Sequence[Result]", out: TextIO) -> str:
    """All summaries for reading: wrapped and marked on a terminal, a line a bullet in a pipe."""
    screen = out.isatty()
    width = min(WIDEST, shutil.get_terminal_size().columns) if screen else None
    return "\n".join(_text(each.summary, width) for each in results if each.summary)


def as_json(results: "Sequence[Result]") -> str:
    """One object for one source, an array in their order for several."""
    rows = [_row(result) for result in results]
    return json.dumps(rows[0] if len(rows) == 1 else rows, ensure_ascii=False, indent=2) + "\n"


def methods_as_text(abouts: "Mapping[str, str]", default: str) -> str:
    """A line for each method, by its name; the default says so."""
    width = max(map(len, abouts))
    return "".join(
        f"{name:{width}}  {about}{' (default)' if name == default else ''}\n"
        for name, about in abouts.items()
    )


def methods_as_json(abouts: "Mapping[str, str]", default: str) -> str:
    """An array with an object for each method, in their order."""
    rows = [{"name": name, "about": about, "default": name == default} for name, about in abouts.items()]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _text(summary: Summary, width: int | None) -> str:
    article = summary.article
    facts = " · ".join(_facts(summary))
    note = _NOTES.get(summary.outcome, "").format(words=summary.words_before)
    head = [_marked(_clean(article.title or ""), _BOLD, width), _marked(facts, _DIM, width)]
    bullets = [_bullet(_clean(bullet.text), width) for bullet in summary.bullets]
    return "\n".join([*filter(None, head), "", *([note, ""] if note else []), *bullets]) + "\n"


def _facts(summary: Summary) -> list[str]:
    article = summary.article
    published = article.published
    date = f"{published.day} {published:%b %Y}" if published else ""
    minutes = f"{max(1, round(summary.words_before / WORDS_A_MINUTE))} min"
    return [fact for fact in (_clean(article.site or ""), date, minutes) if fact]


def _bullet(text: str, width: int | None) -> str:
    if width is None:
        return f"• {text}"
    return textwrap.fill(
        text,
        width,
        initial_indent="• ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked(text: str, style: str, width: int | None) -> str:
    if width is None or not text:
        return text
    return f"{style}{textwrap.fill(text, width)}{_PLAIN}"


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)


def _row(result: "Result") -> dict[str, Any]:
    """One source as DESIGN promises it; a failed one has the same fields, empty, and its outcome."""
    if result.summary is None:
        outcome = result.error.outcome if result.error else Outcome.UNSUPPORTED
        return _fields(result.source, outcome)
    summary = result.summary
    article = summary.article
    return _fields(
        article.url,
        summary.outcome,
        title=article.title,
        site=article.site,
        author=article.author,
        published=article.published.isoformat() if article.published else None,
        language=summary.language,
        method=summary.method,
        bullets=[{"text": bullet.text, "position": bullet.position} for bullet in summary.bullets],
        words={"article": summary.words_before, "summary": summary.words_after},
    )


def _fields(url: str | None, outcome: Outcome, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    empty: dict[str, Any] = {
        "title": None,
        "url": url,
        "site": None,
        "author": None,
        "published": None,
        "language": None,
        "method": None,
        "outcome": outcome.value,
        "bullets": [],
        "words": {"article": 0, "summary": 0},
    }
    return {**empty, **known}
