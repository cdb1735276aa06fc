"""What is said of links that gave no summary, beside those that did."""

from datetime import datetime

from bot.locale import Translator
from bot.messages import errors
from bot.messages.facts import ago, host, often
from bot.messages.rich import Button, Message, Rich, bold, clean, cut, fill, italic, join, link
from bot.models import Offer
from summarizer.errors import SummarizerError

# What may be over in a minute.
_PASSING = frozenset({"no_connection", "timeout", "busy", "bad_response"})
_SHOWN_ADDRESS = 60


def unread(tr: Translator, url: str, error: SummarizerError, sentences: int, *, named: bool) -> Message:
    """Why there is nothing to read at an address, with a key to try again where that may help.

    Args:
        tr: the language of the chat that gets it.
        url: the address as it was sent.
        error: why.
        sentences: how many bullets were asked for.
        named: whether the address stands above it, as among others it must.
    """
    head = bold(link(_short(url), url)) if named else Rich()
    keys = ((Button(tr("Try again"), f"tldr:{sentences}"),),) if may_pass(error) else ()
    return Message(join("\n", [head, errors.of_page(tr, error, url)]), keys)


def may_pass(error: SummarizerError) -> bool:
    """Whether another try may help."""
    return error.reason in _PASSING


def a_feed(tr: Translator, offer: Offer, now: datetime) -> Message:
    """A link that is a feed: whoever sent it says what to do with it."""
    title = bold(link(clean(offer.title) or host(offer.url), offer.url))
    head = fill(tr, "That is a feed, not an article: {feed}.", feed=title)
    newest = tr("newest {ago}", ago=ago(tr, offer.newest, now)) if offer.newest else ""
    facts = " · ".join(filter(None, (often(tr, offer.pace) if offer.pace else "", newest)))
    keys = (Button(tr("Summarise newest"), "newest"), Button(tr("Follow"), "sub:1"))
    return Message(join("\n", [head, facts]), (keys,))


def left_out(tr: Translator, links: int, read: int) -> Message:
    """That a message had more links than are read at once."""
    text = tr.many(
        "That was {number} link; I read the first {read}. Send the others again.",
        "That was {number} links; I read the first {read}. Send the others again.",
        links,
        read=read,
    )
    return Message(italic(text))


def _short(url: str) -> str:
    """An address as people write it."""
    bare = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return cut(clean(bare) or host(url), _SHOWN_ADDRESS)
