"""Our own method and the three marks that every method stands between: the lead, chance, and the greedy oracle."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer import Options, summarize, summarize_story
from summarizer.article.documents import read_text
from tests.bench.data import Plan, Sample
from tests.bench.rouge import count, tokens

System = Callable[[Sample, Plan], list[str]]


@dataclass(frozen=True, slots=True)
class _Bag:
    """The n-grams of a text that a reference has too, and how many n-grams it has in all."""

    shared: Counter[tuple[str, ...]]
    size: int


def nutgraf(sample: Sample, plan: Plan) -> list[str]:
    """The default method as the command gives it: with its rules, told the words, and not told the language."""
    options = Options(sentences=plan.sentences, words=plan.words)
    if len(sample.documents) > 1:
        bullets = summarize_story([read_text(document) for document in sample.documents], options)
    else:
        bullets = summarize(read_text(sample.text, sample.title), options).bullets
    return [bullet.text for bullet in bullets]


def lead(sample: Sample, plan: Plan) -> list[str]:
    """The first sentences; of a cluster, those of each document in turn."""
    return sample.round_robin[: plan.sentences]


def chance(sample: Sample, plan: Plan) -> list[str]:
    """Any sentences, the same in every run."""
    sentences = sample.sentences
    picks = random.Random(sample.id).sample(range(len(sentences)), min(plan.sentences, len(sentences)))
    return [sentences[pick] for pick in sorted(picks)]


def oracle(sample: Sample, plan: Plan) -> list[str]:
    """What could be had: greedily, the sentence that raises ROUGE-1 and -2 most and still fits."""
    sentences = sample.sentences
    fitting = [each for each, sentence in enumerate(sentences) if count([sentence]) <= plan.words]
    found = [_greedy(sentences, fitting, reference, sample.language, plan) for reference in sample.references]
    return [sentences[each] for each in sorted(max(found)[1])]


def _greedy(
    sentences: Sequence[str], fitting: Sequence[int], reference: str, language: str, plan: Plan
) -> tuple[float, list[int]]:
    """The best choice for one reference, and how good it is."""
    targets = _grams(reference, language)
    bags = {each: _bags(sentences[each], language, targets) for each in fitting}
    chosen: list[int] = []
    now, best = [_Bag(Counter(), 0) for _ in targets], 0.0
    while len(chosen) < plan.sentences:
        left = plan.words - count([sentences[each] for each in chosen])
        able = [each for each in bags if each not in chosen and count([sentences[each]]) <= left]
        worth, pick = max(((_worth(now, bags[each], targets), each) for each in able), default=(0.0, 0))
        if worth <= best:
            break
        best, now = worth, [_joined(one, other) for one, other in zip(now, bags[pick], strict=True)]
        chosen.append(pick)
    return best, chosen


def _grams(text: str, language: str) -> list[Counter[tuple[str, ...]]]:
    found = tokens(language).tokenize(text)
    return [Counter((token,) for token in found), Counter(pairwise(found))]


def _bags(text: str, language: str, targets: list[Counter[tuple[str, ...]]]) -> list[_Bag]:
    return [
        _Bag(Counter({gram: times for gram, times in grams.items() if gram in target}), grams.total())
        for grams, target in zip(_grams(text, language), targets, strict=True)
    ]


def _joined(one: _Bag, other: _Bag) -> _Bag:
    return _Bag(one.shared + other.shared, one.size + other.size)


def _worth(now: list[_Bag], more: list[_Bag], targets: list[Counter[tuple[str, ...]]]) -> float:
    """F1 of the words plus F1 of the pairs."""
    joined = [_joined(one, other) for one, other in zip(now, more, strict=True)]
    return sum(
        2 * (bag.shared & target).total() / max(1, bag.size + target.total())
        for bag, target in zip(joined, targets, strict=True)
    )


MARKS: dict[str, System] = {"lead": lead, "nutgraf": nutgraf, "greedy oracle": oracle, "random": chance}
