"""The summarizers, by the name that people choose them by.

A method is a sumy summarizer: called with a document and how many sentences, it gives the best in their order.
Whoever adds one adds a row to `METHODS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from summarizer.errors import UnknownMethod
from summarizer.language.words import stemmer, stop_words, words
from summarizer.limits import LIMITS

Summarizer = Callable[[Any, Any], tuple[Any, ...]]
Factory = Callable[[str | None, str | None], Summarizer]


@dataclass(frozen=True, slots=True)
class Method:
    """How to make a summarizer for a language and a title, what it is, and how many sentences it can rank."""

    make: Factory
    about: str
    most_sentences: int = LIMITS.ranked_sentences


def method(name: str) -> Method:
    """The method of that name.

    Raises:
        UnknownMethod: there is none.
    """
    try:
        return METHODS[name]
    except KeyError:
        raise UnknownMethod(name) from None


def _nutgraf(language: str | None, title: str | None) -> Summarizer:  # noqa: ARG001 - a factory's signature
    from summarizer.methods.nutgraf import Nutgraf  # noqa: PLC0415 - brings sumy in

    return Nutgraf(language)


def _lead(language: str | None, title: str | None) -> Summarizer:  # noqa: ARG001 - a factory's signature
    from summarizer.methods.lead import Lead  # noqa: PLC0415 - brings sumy in

    return Lead()


def _sumy(module: str, name: str) -> Factory:
    """One of sumy's own or its twin, with the language's stems and stop words."""

    def make(language: str | None, title: str | None) -> Summarizer:  # noqa: ARG001 - a factory's signature
        summarizer: Summarizer = getattr(import_module(module), name)(stemmer(language))
        if hasattr(summarizer, "stop_words"):
            summarizer.stop_words = stop_words(language)
        return summarizer

    return make


def _edmundson(language: str | None, title: str | None) -> Summarizer:
    """Edmundson's cues: the title's words are good, function words are nothing; it refuses to work without any."""
    from sumy.summarizers.edmundson import EdmundsonSummarizer  # noqa: PLC0415 - brings sumy in

    ignored = stop_words(language) or frozenset({"-"})
    summarizer = EdmundsonSummarizer(stemmer(language))
    bonus = {word.lower() for word in words(title or "")} - ignored
    summarizer.bonus_words = bonus or {"-"}
    summarizer.stigma_words = {"-"}
    summarizer.null_words = ignored
    found: Summarizer = summarizer
    return found


# How many sentences a method ranks was measured on one slow core, so that it ends in two seconds with news and with what
# is hardest for it: 60 words in each sentence, no word in more than two. Seconds at these figures, news and hardest:
# lexrank 0.4 and 1.4, textrank 0.4 and 1.4, lsa 0.3 and 1.1, luhn 0.1 and 1.4, kl 0.3 and 1.4, sumbasic 0.1 and 0.3,
# reduction 0.1 and 1.5, edmundson 0.1 and 0.2.
METHODS: dict[str, Method] = {
    "nutgraf": Method(
        _nutgraf, "what the rest of the article comes back to, in sentences that stand alone", 100_000
    ),
    "lead": Method(_lead, "the opening sentences", 100_000),
    "lexrank": Method(
        _sumy("summarizer.methods.graph", "LexRank"), "sentences that many others are like", 2000
    ),
    "textrank": Method(
        _sumy("summarizer.methods.graph", "TextRank"), "sentences that share words with many others", 2000
    ),
    "lsa": Method(
        _sumy("sumy.summarizers.lsa", "LsaSummarizer"), "sentences that carry the main topics", 250
    ),
    "luhn": Method(
        _sumy("sumy.summarizers.luhn", "LuhnSummarizer"),
        "sentences where frequent words stand close together",
    ),
    "kl": Method(
        _sumy("sumy.summarizers.kl", "KLSummarizer"), "sentences whose words are spread as in the whole", 70
    ),
    "sumbasic": Method(
        _sumy("sumy.summarizers.sum_basic", "SumBasicSummarizer"),
        "sentences of frequent words, each word once",
    ),
    "reduction": Method(
        _sumy("sumy.summarizers.reduction", "ReductionSummarizer"), "sentences most alike to all others", 90
    ),
    "edmundson": Method(_edmundson, "sentences with the title's words, near the beginning or the end"),
}
