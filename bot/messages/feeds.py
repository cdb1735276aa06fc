"""What is said of feeds: their names, and their troubles."""

from datetime import datetime, timedelta

from bot.locale import Translator, mark
from bot.messages.facts import short
from bot.messages.rich import Button, Message, Rich, bold, clean, cut, fill, link
from bot.models import Feed, Subscription

NAME = 80  # units of a name


def name(title: str, url: str) -> Rich:
    """A feed by its name, which leads to it."""
    return bold(link(cut(clean(title) or url, NAME), url))


def called(mine: Subscription) -> str:
    """A feed by its name, where nothing is to lead to it."""
    return short(mine.title, NAME, mine.feed.url)


def settings_key(tr: Translator, feed: int) -> Button:
    """The key that opens a feed's panel."""
    return Button(tr("Settings"), f"p:{feed}")


_UNREADABLE = mark("it can't be read")
# Why a feed can't be read, by the reason of the error; what is not here is `_UNREADABLE`.
_TROUBLES = {
    "no_such_host": mark("there is no such site"),
    "no_connection": mark("the site does not answer"),
    "timeout": mark("the site does not answer in time"),
    "busy": mark("the site is busy"),
    "refused": mark("the site refuses"),
    "gone": mark("the site has no such page"),
    "tls": mark("the site has no valid certificate"),
    "redirects": mark("the site redirects without end"),
    "not_a_feed": mark("there is no feed at its address any more"),
    "too_heavy": mark("it is too large"),
    "too_large": mark("it is too large"),
}


def _why(tr: Translator, feed: Feed) -> str:
    return tr.plain(_TROUBLES.get(feed.trouble or "", _UNREADABLE))


def trouble(tr: Translator, feed: Feed, now: datetime) -> str:
    """Why a feed brings nothing, and for how long."""
    why, days = _why(tr, feed), _failing(feed, now).days
    if feed.paused:
        return tr("paused: {why}", why=why)
    return (
        tr.many("{why}, for {number} day now", "{why}, for {number} days now", days, why=why) if days else why
    )


def _failing(feed: Feed, now: datetime) -> timedelta:
    return now - (feed.failing_since or now)


def feed_trouble(tr: Translator, feed: Feed, now: datetime) -> Message:
    """A feed has failed for long."""
    keys = (Button(tr("Try again"), f"retry:{feed.id}"), Button(tr("Unfollow"), f"unsub:{feed.id}"))
    named, why = name(feed.title, feed.url), _why(tr, feed)
    if feed.paused:
        return Message(fill(tr, "{feed} is paused: {why}. I no longer look.", feed=named, why=why), (keys,))
    told = fill(
        tr,
        "{feed} has brought nothing {span}: {why}. I keep looking once a day.",
        feed=named,
        span=tr.many("for {number} day", "for {number} days", _failing(feed, now).days),
        why=why,
    )
    return Message(told, (keys,))


def answers_again(tr: Translator, mine: Subscription) -> Message:
    """A feed that failed is read again."""
    return Message(fill(tr, "{feed} answers again.", feed=name(mine.title, mine.feed.url)))


def still_failing(tr: Translator, mine: Subscription) -> Message:
    """It was tried again in vain."""
    named = name(mine.title, mine.feed.url)
    return Message(fill(tr, "{feed} still brings nothing: {why}.", feed=named, why=_why(tr, mine.feed)))
