"""The opening of an article: what every other method has to beat."""

from typing import Any

from sumy.summarizers import AbstractSummarizer


class Lead(AbstractSummarizer):  # type: ignore[misc]  # sumy has no types
    """The first sentences."""

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:  # noqa: ANN401 - sumy's signature
        """The first sentences of a sumy document."""
        sentences = document.sentences
        ratings = {sentence: -order for order, sentence in enumerate(sentences)}
        return self._get_best_sentences(sentences, sentences_count, ratings)  # type: ignore[no-any-return]
