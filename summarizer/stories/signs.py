"""What tells one story from another: the key words of its title, and the facts that a later telling may add to."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from summarizer.language.detect import detect
from summarizer.language.words import stop_words, words
from summarizer.stories.profiles import DETECT, plain_title
from summarizer.types import Article

KEY_WORDS = 5
# A number that says something: two digits at least, so that "1." of a list and "3 p.m." do not count. Judgement.
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f']*\d%?|\d+%")
_NAME = re.compile(r"(?<=[\w,;)»”’][^\S\n])[^\W\d_]\w{2,}")  # noqa: RUF001 - a closing quote
MENTIONS = 2  # of a name in the text, that it counts as one of the story's; judgement


def key_words(article: Article) -> tuple[str, ...]:
    """The words of a title that say what it is about, in its order, in small letters; at most `KEY_WORDS`."""
    title = plain_title(article.title or "")
    dull = stop_words(_language(article))
    found = [word.lower() for word in words(title)]
    telling = [word for word in found if word not in dull and (len(word) > 2 or not word.isascii())]
    return tuple(dict.fromkeys(word for word in telling if not word.isdecimal()))[:KEY_WORDS]


def new_facts(articles: Iterable[Article], told: Iterable[Article]) -> tuple[str, ...]:
    """Numbers and names that the articles are about and that none of those told before has, numbers first."""
    before = " ".join(_plain(f"{article.title or ''} {article.text}") for article in told)
    known = set(_WORD.findall(before)) | set(_NUMBER.findall(before))
    known_numbers = {_digits(number) for number in _NUMBER.findall(before)}
    facts: dict[str, None] = {}
    for article in articles:
        for number in _NUMBER.findall(_numbers_of(article)):
            if _digits(number) not in known_numbers:
                facts.setdefault(number)
        for name in _names_of(article):
            if _plain(name) not in known:
                facts.setdefault(name)
    return tuple(sorted(facts, key=lambda fact: not fact[0].isdigit()))


_WORD = re.compile(r"\w+")


def _numbers_of(article: Article) -> str:
    """Where a number counts: the title and the opening, which tells what is new."""
    return f"{article.title or ''}\n{article.text[:600]}"


def _names_of(article: Article) -> list[str]:
    """Names that the title has, or that the text has more than once, in the order of the text."""
    capitals = [word for word in _NAME.findall(article.text) if word[0].isupper()]
    if (_language(article) or "") == "de":  # where every noun has a capital, a capital says nothing
        capitals = []
    titled = set(_WORD.findall(article.title or ""))
    counts = Counter(capitals)
    return [name for name in dict.fromkeys(capitals) if counts[name] >= MENTIONS or name in titled]


def _language(article: Article) -> str | None:
    return article.language or detect(f"{article.title or ''}\n{article.text[:DETECT]}")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
