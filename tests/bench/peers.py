"""What else can be installed: sumy's methods, and the packages that pick sentences without a model.

Sentences are split for those that don't do it themselves, since sumy's own splitter wants a download; words are
what NLTK makes of them, as in sumy. What can't be told a number of words is told a number of sentences.
"""

import re
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from typing import Any, cast

from nltk.tokenize import NLTKWordTokenizer  # type: ignore[import-untyped]
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer, null_stemmer
from sumy.utils import get_stop_words

from tests.bench.data import Plan, Sample, split
from tests.bench.systems import System

# Names by which these packages know languages; the others are treated as English, or without stems.
NAMES = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "uk": "ukrainian",
}
_SUMMA = frozenset(NAMES.values()) - {"czech", "ukrainian"}
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['-])*")  # sumy's
_WORD_CHARS = 6  # of a word and its blank, for what is told characters


class _Words:
    """What sumy asks of a tokenizer, without a download."""

    _split = NLTKWordTokenizer()

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence, as sumy would have them."""
        return tuple(word for word in self._split.tokenize(sentence) if _WORD.fullmatch(word))


def _document(sample: Sample) -> ObjectDocumentModel:
    words = _Words()
    title = [Paragraph([Sentence(sample.title, words, is_heading=True)])] if sample.title else []
    body = Paragraph([Sentence(sentence, words) for sentence in sample.sentences])
    return ObjectDocumentModel([*title, body])


@cache
def _stems(language: str) -> Callable[[str], str]:
    try:
        stem: Callable[[str], str] = Stemmer(NAMES.get(language, language))
        stem("word")
    except (LookupError, ValueError):  # it does not know the language, or wants a package that is not its own
        return cast("Callable[[str], str]", null_stemmer)
    return stem


@cache
def _stop_words(language: str) -> frozenset[str]:
    try:
        return frozenset(get_stop_words(NAMES.get(language, language)))
    except LookupError:
        return frozenset()


def _sumy(module: str, name: str, sample: Sample, plan: Plan) -> list[str]:
    method: Any = getattr(import_module(f"sumy.summarizers.{module}"), name)(_stems(sample.language))
    if module == "edmundson":  # refuses to work without words of each kind
        method.bonus_words = set(_Words().to_words(sample.title or "")) or {"-"}
        method.stigma_words = {"-"}
        method.null_words = _stop_words(sample.language) or {"-"}
    elif hasattr(method, "stop_words"):
        method.stop_words = _stop_words(sample.language)
    return [str(each) for each in method(_document(sample), plan.sentences)]


def _summa(sample: Sample, plan: Plan) -> list[str]:
    name = NAMES.get(sample.language, "english")
    summarize: Any = import_module("summa.summarizer").summarize
    found: list[str] = summarize(
        sample.text, words=plan.words, language=name if name in _SUMMA else "english", split=True
    )
    return found


def _lexrank(sample: Sample, plan: Plan) -> list[str]:
    """Its rarity of words is that of the article's own sentences: it has no other texts to know it from."""
    package: Any = import_module("lexrank")
    sentences = sample.sentences
    ranked = package.LexRank(
        [[sentence] for sentence in sentences], stopwords=package.STOPWORDS.get(sample.language, set())
    )
    best = set(ranked.get_summary(sentences, summary_size=plan.sentences))
    return [sentence for sentence in dict.fromkeys(sentences) if sentence in best]


def _lede(sample: Sample, plan: Plan) -> list[str]:
    made = import_module("lede").summarize(sample.text, max_length=_WORD_CHARS * plan.words)
    return list(split(str(made), sample.language))


PEERS: dict[str, System] = {
    "sumy LexRank": partial(_sumy, "lex_rank", "LexRankSummarizer"),
    "sumy TextRank": partial(_sumy, "text_rank", "TextRankSummarizer"),
    "sumy LSA": partial(_sumy, "lsa", "LsaSummarizer"),
    "sumy Luhn": partial(_sumy, "luhn", "LuhnSummarizer"),
    "sumy KL": partial(_sumy, "kl", "KLSummarizer"),
    "sumy SumBasic": partial(_sumy, "sum_basic", "SumBasicSummarizer"),
    "sumy Reduction": partial(_sumy, "reduction", "ReductionSummarizer"),
    "sumy Edmundson": partial(_sumy, "edmundson", "EdmundsonSummarizer"),
    "summa": _summa,
    "lexrank": _lexrank,
    "lede": _lede,
}
