"""/tldr, a bare link, a text, a file, and the keys under a summary."""

from bot import summaries
from bot.errors import PersonError
from bot.handlers.inputs import source_from
from bot.handlers.request import Answer, Request, answer
from bot.messages.summary import LENGTHS, summary
from summarizer.types import Options


async def tldr(request: Request) -> Answer:
    """Condense what the message holds or points to."""
    source = await source_from(request.message, request.arguments)
    article = await summaries.read(request.resources, source)
    sentences = request.chat.settings.sentences
    made = await summaries.of(request.resources, article, Options(sentences=sentences))
    if made is None:
        raise PersonError("not_kept")
    return answer(summary(made, article, sentences))


async def change_length(request: Request) -> Answer:
    """Shorter or Longer: the same article in the same place."""
    article, _, length = request.arguments.partition(":")
    if not (article.isdecimal() and length.isdecimal() and int(length) in LENGTHS):
        return Answer(toast="This key no longer works.")
    made = await summaries.of(request.resources, int(article), Options(sentences=int(length)))
    if made is None:
        return Answer(toast="That article is no longer kept. Send its link again.")
    return Answer(edit=summary(made, int(article), int(length)))
