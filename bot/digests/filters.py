"""Words that a chat keeps, drops or has muted. Pure.

Whole words, whatever their case and accents; nobody writes a pattern, so nothing can be made slow by one.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.models import Filter, FilterKind

MOST_TERMS = 50
MOST_CHARS = 60
MUTE_WORDS = 2  # so many of a muted story's key words make another one the same; its only one, if it has one

# Each keyboard has its own quotes, commas and exclamation mark.
_TERM = re.compile(r"""[!！\u2212-]?\s*["“”„«「『]([^"“”„«»「」『』]+)["“”»」』]|[^,;，、；،؛\n]+""")  # noqa: RUF001 - they are meant
_DROP = "!！\u2212-"  # noqa: RUF001 - the full width one, too
_WORD = re.compile(r"\w+")
# Scripts without spaces between words: Thai, Lao, Khmer, kana, Han. A term in one of them is looked for anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is filtered: an item's feed, and its folded text; `head` is its title and its opening."""

    feed: int
    text: str
    head: str


def subject(feed: int, title: str | None, text: str, author: str | None) -> Subject:
    """An item as the filters see it."""
    return Subject(
        feed, fold(" ".join(filter(None, (title, author, text)))), fold(f"{title or ''} {text[:400]}")
    )


def parse_terms(text: str) -> tuple[tuple[FilterKind, tuple[str, ...]], ...] | None:
    """What stands behind /filter: `word`, `!word`, `"two words"`, with commas between.

    None where there is nothing to look for, or more than `MOST_TERMS` terms or `MOST_CHARS` characters in one.
    """
    terms = []
    for piece in _TERM.finditer(text):
        raw = piece[0].strip() or " "
        kind = FilterKind.DROP if raw[0] in _DROP else FilterKind.KEEP
        plain = (piece[1] or raw.lstrip(f"{_DROP} ")).strip()
        if len(plain) > MOST_CHARS:
            return None
        if fold(plain):
            terms.append((kind, (plain,)))
    return tuple(dict.fromkeys(terms)) if 0 < len(terms) <= MOST_TERMS else None


def passes(one: Subject, filters: Iterable[Filter]) -> bool:
    """Whether an item gets through: no drop or mute, and where there are words to keep, one of them.

    A chat's own filters and those of the item's feed are two gates, and both must open.
    """
    mine = [each for each in filters if each.feed in {None, one.feed}]
    if any(_hits(one, each) for each in mine if each.kind is not FilterKind.KEEP):
        return False
    for scope in (None, one.feed):
        keep = [each for each in mine if each.kind is FilterKind.KEEP and each.feed == scope]
        if keep and not any(_hits(one, each) for each in keep):
            return False
    return True


def passing(subjects: Sequence[Subject], filters: Sequence[Filter]) -> int:
    """How many get through."""
    return sum(passes(one, filters) for one in subjects)


def fold(text: str) -> str:
    """A text as it is compared: its words in small letters without accents, a space between and around them."""
    bare = _bare(_bare(text))  # the pieces of one sign may have capitals of their own
    words = _WORD.findall(bare)
    return f" {' '.join(words)} " if words else ""


def _bare(text: str) -> str:
    signs = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in signs if not unicodedata.combining(char))


def _hits(one: Subject, each: Filter) -> bool:
    if each.kind is FilterKind.MUTE:
        found = sum(_has(one.head, word) for word in each.words)
        return found >= min(MUTE_WORDS, len(each.words))
    return any(_has(one.text, term) for term in each.words)


def _has(folded: str, term: str) -> bool:
    wanted = fold(term)
    return bool(wanted) and (
        wanted in folded or (_UNSPACED.search(wanted) is not None and wanted.strip() in folded)
    )
