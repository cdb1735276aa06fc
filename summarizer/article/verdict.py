# ruff: noqa: RUF001 - apostrophes are meant
"""Whether a page is an article, and what it is if not. Pure: facts of a page in, a named reason out.

A wrong "no" costs a summary, a wrong "yes" shows a cookie banner as news: so each rule looks at short texts only, and a
list of articles is a hint, never a refusal.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from summarizer.article import signs
from summarizer.links import host_of
from summarizer.types import Outcome

LITTLE_WORDS = 120  # a notice is shorter, an article seldom; the longest constructed one had 60
OPENING_WORDS = 250  # what sites show for free before a wall; a longer text is the article itself
_FEW_WORDS = 30  # beside a script that would bring the text
_CONSENT_SIGNS = 3  # different ones in a text that is a dialogue
_CONSENT_SHARE = 0.5  # of its sentences that have one
_NOTICE_CHARS = 600  # at the end of a text, where a wall begins

# How much speaks for an article, chosen on 261 articles and 19 lists, of which it flags 3 and 53 %: a hint, no more.
_LIST_POINTS = 5
_LIST_LINKS = 10  # a page with fewer lists nothing
_LONG_BYTES = 140  # a paragraph of an article, in Latin letters; 47 signs in Chinese
_LONG_SHARE = 0.8
_HEAD_CHARS = 140


@dataclass(frozen=True, slots=True)
class Page:
    """What of a page tells its kind.

    `paragraphs` are the text's own; `links` counts those of the whole page; `scripted` says that a script would fill it,
    `marked` that it calls itself an article, `walled` that it calls itself not free.
    """

    url: str | None
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    words: int = 0
    links: int = 0
    scripted: bool = False
    marked: bool = False
    walled: bool = False
    author: bool = False
    dated: bool = False

    @property
    def small(self) -> str:
        """The text in small letters, with straight apostrophes."""
        return "\n".join(self.paragraphs).lower().replace("’", "'")


def trouble(page: Page) -> tuple[str, Outcome] | None:
    """Why there is no article on the page, as a reason and an outcome; None where there may be one."""
    for reason, (outcome, shows) in TROUBLES.items():
        if shows(page):
            return reason, outcome
    return None


def is_partial(page: Page) -> bool:
    """Whether the text is only what stands before a wall."""
    if page.words >= OPENING_WORDS:
        return False
    return page.walled or _has(page.small[-_NOTICE_CHARS:], signs.WALL)


def is_list(page: Page) -> bool:
    """Whether the page looks like a list of articles rather than one."""
    return page.links >= _LIST_LINKS and _points(page) <= _LIST_POINTS


def _points(page: Page) -> int:
    sizes = [len(each.encode()) for each in page.paragraphs]
    long = [size for size in sizes if size >= _LONG_BYTES]
    links = page.links / max(1, page.words)
    return (
        2 * page.marked
        + page.author
        + page.dated
        + 3 * _is_deep(page.url)
        + 2 * (sum(long) >= _LONG_SHARE * sum(sizes))
        + (len(long) >= 3)
        + (len(long) >= 8)
        + (links <= 0.35)
        + (links <= 0.15)
    )


def _is_deep(url: str | None) -> bool:
    """Whether an address is that of one text: two steps down, or several words in a step."""
    path = urlsplit(url or "").path.strip("/")
    return url is None or path.count("/") >= 1 or "-" in path


def _is_challenge(page: Page) -> bool:
    title = page.title.lower().strip(" .…")
    return page.words < LITTLE_WORDS and (
        title.startswith(signs.CHALLENGE_TITLES) or _has(page.small, signs.CHALLENGE_TEXTS)
    )


def _is_gone(page: Page) -> bool:
    heads = [head.lower().replace("’", "'") for head in (page.title, *page.paragraphs[:2])]
    return page.words < OPENING_WORDS and any(
        head.strip(" .!:") in signs.GONE_WHOLE or _has(head, signs.GONE)
        for head in heads
        if len(head) < _HEAD_CHARS
    )


def _is_consent(page: Page) -> bool:
    """Whether a dialogue about cookies is all there is."""
    if page.words >= OPENING_WORDS:
        return False
    found = sum(sign in page.small for sign in signs.CONSENT)
    lines = [line for line in page.small.replace(". ", "\n").split("\n") if line.strip()]
    told = sum(_has(line, signs.CONSENT) for line in lines)
    return found >= _CONSENT_SIGNS and told >= _CONSENT_SHARE * len(lines)


def _needs_script(page: Page) -> bool:
    if page.words >= LITTLE_WORDS:
        return False
    return _has(page.small, signs.SCRIPT) or (page.words < _FEW_WORDS and page.scripted)


def _is_on(sites: frozenset[str]) -> Callable[[Page], bool]:
    return lambda page: page.words < OPENING_WORDS and host_of(page.url or "") in sites


# In the order in which they are asked.
TROUBLES: dict[str, tuple[Outcome, Callable[[Page], bool]]] = {
    "challenge": (Outcome.BLOCKED, _is_challenge),
    "gone": (Outcome.UNREACHABLE, _is_gone),
    "video": (Outcome.NOT_ARTICLE, _is_on(signs.VIDEO_SITES)),
    "social": (Outcome.NOT_ARTICLE, _is_on(signs.SOCIAL_SITES)),
    "consent": (Outcome.NOT_ARTICLE, _is_consent),
    "javascript": (Outcome.NOT_ARTICLE, _needs_script),
}


def _has(text: str, phrases: Iterable[str]) -> bool:
    return any(phrase in text for phrase in phrases)
