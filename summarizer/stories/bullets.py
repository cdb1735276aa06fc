"""A story's bullets: what each of its documents opens with, then what they have in common, nothing twice."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.condense import summarize
from summarizer.language.words import count_words
from summarizer.limits import LIMITS
from summarizer.stories.profiles import bag
from summarizer.stories.vectors import Vector, dot, unit
from summarizer.types import Article, Bullet, Options

# All measured on 102 clusters in English and 99 in Vietnamese, at 200 words.
PLENTY = 2  # how many times its share of the story each document offers, to choose from
REPEAT = 0.6  # likeness from which a bullet tells nothing new
TURN = 0.05  # what coming one bullet later in its document costs, in likeness to the story
_READ = 6000  # characters of a document that say what its story is about


@dataclass(frozen=True, slots=True)
class _Offer:
    """A bullet of one document: its turn there, the document's place in the story, its words at length one."""

    bullet: Bullet
    turn: int
    place: int
    vector: Vector


def summarize_story(articles: Sequence[Article], options: Options | None = None) -> tuple[Bullet, ...]:
    """The bullets of a story, lead article first: the first of each document, the second of some, and so on.

    They are chosen among those that `summarize` gives of each document, the first ones before all others, then by
    how much they tell of what several documents tell. At most `options.sentences` and `options.words` in all, but
    always one; as many documents are asked as there may be bullets. `Bullet.source` says whose each is.

    Raises:
        UnknownMethod: `options.method` is the name of no method.
    """
    options = options or Options()
    asked = articles[: LIMITS.bullets]
    offers = _offers(asked, _share(options, len(asked)))
    told = _told(asked, options.language)
    ranked = sorted(offers, key=lambda offer: (offer.turn > 0, _cost(offer, told), offer.place))
    chosen = _fitting(ranked, options)
    return tuple(each.bullet for each in sorted(chosen, key=lambda offer: (offer.turn, offer.place)))


def _share(options: Options, documents: int) -> Options:
    """What one document is asked for."""
    sentences = math.ceil(PLENTY * options.sentences / max(1, documents))
    words = options.words and min(options.words, math.ceil(PLENTY * options.words / max(1, documents)))
    return replace(options, sentences=sentences, words=words)


def _offers(articles: Sequence[Article], options: Options) -> list[_Offer]:
    return [
        _Offer(bullet, turn, place, _vector(bag(bullet.text, summary.language)))
        for place, summary in enumerate(summarize(article, options) for article in articles)
        for turn, bullet in enumerate(summary.bullets)
    ]


def _told(articles: Sequence[Article], language: str | None) -> Vector:
    """The words that several documents have."""
    bags = [bag(article.text[:_READ], language or article.language) for article in articles]
    spread = Counter(word for each in bags for word in each)
    told: Counter[str] = Counter()
    for each in bags:
        told.update({word: times for word, times in each.items() if spread[word] > 1})
    return _vector(told)


def _cost(offer: _Offer, told: Vector) -> float:
    """What stands against a bullet; nothing against a document's first."""
    return TURN * offer.turn - dot(offer.vector, told) if offer.turn else 0.0


def _fitting(ranked: Sequence[_Offer], options: Options) -> list[_Offer]:
    """The first, and those after it that there is room for and that do not repeat one before them."""
    chosen: list[_Offer] = []
    left = math.inf if options.words is None else options.words
    for offer in ranked:
        size = count_words(offer.bullet.text)
        if (chosen and size > left) or len(chosen) >= options.sentences or _repeats(offer, chosen):
            continue
        chosen.append(offer)
        left -= size
    return chosen


def _repeats(offer: _Offer, chosen: Iterable[_Offer]) -> bool:
    return any(dot(offer.vector, each.vector) >= REPEAT for each in chosen)


def _vector(words: Counter[str]) -> Vector:
    return unit({word: 1 + math.log(times) for word, times in words.items()})
