"""What is offered to those who type behind the bot's name in any chat."""

from bot.locale import Translator
from bot.messages.facts import short
from bot.messages.rich import Message, clean, cut
from bot.messages.summary import summary
from summarizer.types import Summary

_TITLE = 100
_DESCRIPTION = 200


def message(tr: Translator, made: Summary, article: int, sentences: int) -> Message:
    """A summary as it is posted: without keys, for where it stands the bot need not be."""
    return Message(summary(tr, made, article, sentences).body)


def title(made: Summary) -> str:
    """The head of the result."""
    article = made.article
    return short(clean(article.title or "") or article.site or "", _TITLE, article.url)


def description(made: Summary) -> str:
    """The first of its bullets."""
    return cut(clean(" ".join(bullet.text for bullet in made.bullets[:2])), _DESCRIPTION)


def how(tr: Translator) -> str:
    """To somebody who typed no link."""
    return tr("Type or paste a link to an article")


def elsewhere(tr: Translator) -> str:
    """To somebody whose link nobody has sent yet."""
    return tr("Summarise in a private chat")


def not_let_in(tr: Translator) -> str:
    """To somebody who may not use the bot."""
    return tr("This bot is private")
