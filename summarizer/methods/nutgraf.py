"""The default method: one linear score a sentence, then the best that don't repeat each other.

A sentence is good when much of what follows comes back to it (and little of what came before does), when it stands
near the top, shares words with the title and with the whole, names somebody, and can be read by itself. What a
position is worth depends on the kind of text: news puts the point first, a guide or a paper does not. The score is
linear in words: no pair of sentences is compared, and there is no model. Centrality with a direction is PacSum's
(Zheng and Lapata 2019, with weights -1 and 1), and the choice without repeats is Carbonell and Goldstein's (1998).
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
from sumy.summarizers import AbstractSummarizer

from summarizer import rules
from summarizer.language.words import stemmer, stems
from summarizer.methods.terms import Numbers, Terms, terms_of


@dataclass(frozen=True, slots=True)
class Weights:
    """What a sentence's features, each about 0 to 1, add to its score.

    The eight of `NEWS` were found by coordinate ascent on ROUGE over a thousand English news articles. Choosing them
    anew over English, French, Vietnamese and German together, with 7 and with 18 features and three folds, gave no
    better score on the folds that were left out, so they stand. How the figures were measured: docs/benchmarks.
    """

    centrality: float  # what follows comes back to it, less what came before
    position: float  # 1 for the first sentence, 1/2 for the second …
    paragraph: float  # the same of its paragraph, where there are several
    lead: float  # likeness to the first three sentences
    whole: float  # likeness to the whole
    title: float  # share of the title's words


NEWS = Weights(centrality=1.25, position=0.87, paragraph=0.9, lead=0.12, whole=0.25, title=1.0)
LONG = Weights(centrality=1.25, position=0.2, paragraph=0.0, lead=0.0, whole=0.5, title=2.5)

QUOTE = -0.25
QUESTION = -0.67
NAMES = 0.33
SHORT = -0.67
DANGLING = -0.4  # at this, bullets that open with "He" or "However" fall from 12 to 4 % before any rule
_SHORT_WORDS = 6

REPETITION = 0.15  # what likeness to a chosen sentence costs
_LEAD_SENTENCES = 3
_CHOSEN = 16  # sentences in order of choice: more than a summary may have, so that some may not fit
_COMPARED = 40  # of the best scores that are compared with each other

# A text with this many sentences begins to be a long read, and with that many it is one, unless it quotes people as
# often as news does. Sentences with a quote, at the median: news 15 to 30 %, guides, articles of an encyclopedia
# and papers 1 to 5 %.
_LONG_FROM, _LONG_AT = 50, 90
_NEWS_QUOTES = 0.15


class Nutgraf(AbstractSummarizer):  # type: ignore[misc]  # sumy has no types
    """A sumy summarizer for documents in `language` (ISO 639-1), or any when None.

    The first heading of a document, if it has any, is taken for its title.
    """

    def __init__(self, language: str | None = None) -> None:
        super().__init__(stemmer(language))
        self._language = language
        self._stems = stems(language)

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:  # noqa: ANN401 - sumy's signature
        """The best sentences of a sumy document, in its order."""
        sentences = document.sentences
        if not sentences:
            return ()
        places = [
            place for place, each in enumerate(_with_sentences(document.paragraphs)) for _ in each.sentences
        ]
        title = set(self._terms(document.headings[0])) if document.headings else set()
        terms = terms_of([self._terms(sentence) for sentence in sentences])
        scores = self._scores([str(sentence) for sentence in sentences], terms, places, title)
        ratings = dict(zip(sentences, _without_repeats(scores, terms), strict=True))
        return self._get_best_sentences(sentences, sentences_count, ratings)  # type: ignore[no-any-return]

    def _terms(self, sentence: Any) -> list[str]:  # noqa: ANN401 - sumy's sentence
        return [stem for stem in map(self._stems.__getitem__, sentence.words) if stem]

    def _scores(self, texts: Sequence[str], terms: Terms, places: Sequence[int], title: set[str]) -> Numbers:
        quotes = np.array([rules.is_quote(text) for text in texts])
        weights = _weights(len(texts), float(quotes.mean()))
        to_whole = terms.likeness(terms.whole())
        lead = terms.first(_LEAD_SENTENCES)
        scores = (
            weights.centrality
            * _scaled(to_whole - 1 - 2 * terms.earlier())  # without itself: its length is one
            + weights.position / np.arange(1, len(texts) + 1)
            + weights.lead * terms.likeness(lead) / (np.linalg.norm(lead) + 1e-9)
            + weights.whole * _scaled(to_whole)
            + weights.title * terms.share(title)
            + QUOTE * quotes
            + np.array([self._by_itself(text) for text in texts])
        )
        if places[-1] > 1:
            scores += weights.paragraph / (np.array(places) + 1)
        return _scaled(scores)

    def _by_itself(self, text: str) -> float:
        """What the sentence is worth without the others."""
        return (
            SHORT * (text.count(" ") + 1 < _SHORT_WORDS)
            + QUESTION * rules.is_question(text)
            + NAMES * rules.name_share(text)
            + DANGLING * rules.is_dangling(text, self._language)
        )


def _with_sentences(paragraphs: Sequence[Any]) -> list[Any]:
    return [paragraph for paragraph in paragraphs if paragraph.sentences]


def _weights(sentences: int, quotes: float) -> Weights:
    """Those of news, those of long reads, or between; by the text's length and its share of quotes."""
    long = min(1.0, max(0.0, (sentences - _LONG_FROM) / (_LONG_AT - _LONG_FROM)))
    long *= max(0.0, 1 - quotes / _NEWS_QUOTES)
    if not long:
        return NEWS
    return Weights(
        *(news + long * (other - news) for news, other in zip(astuple(NEWS), astuple(LONG), strict=True))
    )


def _scaled(values: Numbers) -> Numbers:
    """The values moved and stretched to 0…1."""
    low, high = values.min(), values.max()
    scaled: Numbers = (values - low) / (high - low + 1e-9)
    return scaled


def _without_repeats(scores: Numbers, terms: Terms) -> list[float]:
    """Ratings in the order of choice: each time the best that is least like what was chosen before."""
    ratings = scores - 1.0  # those never chosen stay below those that were
    best = np.argsort(-scores, kind="stable")[:_COMPARED]
    alike = terms.likeness_among(best)
    left, likeness = scores[best], np.zeros(len(best))
    for rank in range(min(_CHOSEN, len(best))):
        chosen = int((left - REPETITION * likeness).argmax())
        ratings[best[chosen]] = 2.0 - rank / _CHOSEN
        left[chosen] = -np.inf
        np.maximum(likeness, alike[chosen], out=likeness)
    found: list[float] = ratings.tolist()
    return found
