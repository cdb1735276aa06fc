"""A summary's bullets among the sentences that stand around them."""

from collections.abc import Sequence

from bot.locale import Translator
from bot.messages.rich import Button, Message, Rich, bold, clean, join, quote
from bot.messages.split import MAX_ENTITIES, MAX_UNITS
from bot.messages.summary import PLAIN_BULLETS, heading
from summarizer.context import Passage
from summarizer.types import Summary

_BETWEEN = "\n…\n"


def context(
    tr: Translator, made: Summary, article: int, sentences: int, passages: Sequence[Passage]
) -> Message:
    """The bullets, bold, with their neighbours; the message is the summary's own, so Back leads there."""
    shown = [_passage(each) for each in passages]
    while not _fits(body := join("\n\n", [heading(tr, made), _folded(shown)])) and len(shown) > 1:
        shown = shown[:-1]
    return Message(body, ((Button(tr("Back"), f"sum:{article}:{sentences}"),),))


def _fits(body: Rich) -> bool:
    return len(body) <= MAX_UNITS and len(body.entities) <= MAX_ENTITIES


def _folded(passages: Sequence[Rich]) -> Rich:
    """The first passages plain, the rest folded away."""
    plain, more = join(_BETWEEN, passages[:PLAIN_BULLETS]), join(_BETWEEN, passages[PLAIN_BULLETS:])
    return join(_BETWEEN, [plain, quote(more)])


def _passage(passage: Passage) -> Rich:
    whole = Rich()
    for text, is_bullet in passage:
        shown = clean(text)
        if whole.text and text[:1].isspace() and not whole.text.endswith(" "):
            whole += " "
        whole += bold(shown) if is_bullet else shown
        if shown and text[-1:].isspace():
            whole += " "
    return Rich(whole.text.rstrip(), whole.entities)
