"""What is said of feeds: followed, left, chosen between, listed, in trouble."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.messages.facts import ago, count, host, often
from bot.messages.replies import TIME_KEYS
from bot.messages.rich import Button, Message, Rich, bold, clean, code, join, link
from bot.models import Delivery, Feed, Offer, Subscription

_LABEL = 40  # characters of a title on a key: a narrow screen shows hardly more


def subscribed(feed: Feed, fresh: int, coming: str | None) -> Message:
    """A feed is followed from now on."""
    title = Rich("Following ") + bold(link(clean(feed.title), feed.url)) + "."
    news = (
        f"Its newest {count(fresh, 'story is', 'stories are')} in your next digest. /digest shows it now."
        if fresh
        else "It lists nothing yet."
    )
    if coming:
        return Message(join("\n", [title, news, f"Next digest: {coming}."]))
    return Message(
        join("\n", [title, news, "No digest is scheduled yet. When should it come?"]), (TIME_KEYS,)
    )


def already_subscribed(feed: Feed) -> Message:
    """Nothing changed: the feed was followed before."""
    return Message(
        Rich("You follow ") + bold(link(clean(feed.title), feed.url)) + " already. /list shows all."
    )


def unsubscribed(feed: Feed) -> Message:
    """A feed is no longer followed; one key brings it back, by the link in the text."""
    text = Rich("No longer following ") + bold(link(clean(feed.title), feed.url)) + "."
    return Message(text, ((Button("Undo", "sub:1"),),))


_HOW = {
    Delivery.INSTANT: "comes at once now, each story as it appears.",
    Delivery.DIGEST: "comes in your digest now.",
    Delivery.OFF: "is off now: it is still collected, and /latest shows it.",
}


def delivered(feed: Feed, delivery: Delivery) -> Message:
    """How a feed's news comes from now on."""
    return Message(bold(link(clean(feed.title), feed.url)) + f" {_HOW[delivery]}")


def which_of_site(address: str, offers: Sequence[Offer], now: datetime) -> Message:
    """A site has several feeds: the person picks one, by the number of its link."""
    lines = [
        Rich(f"{number}  ")
        + link(clean(offer.title)[:_LABEL] or host(offer.url), offer.url)
        + _habits(offer, now)
        for number, offer in enumerate(offers, 1)
    ]
    rows = tuple(
        (Button(f"{number}  {clean(offer.title)[:_LABEL]}", f"sub:{number}"),)
        for number, offer in enumerate(offers, 1)
    )
    head = bold(f"{host(address)} has {len(offers)} feeds. Which one?")
    return Message(join("\n\n", [head, join("\n", lines)]), rows)


def _habits(offer: Offer, now: datetime) -> str:
    """How often a feed posts, and when it did last."""
    newest = f"newest {ago(offer.newest, now)}" if offer.newest else ""
    return "".join(f" · {fact}" for fact in (often(offer.pace) if offer.pace else "", newest) if fact)


def which_feed(matches: Sequence[Subscription]) -> Message:
    """Several feeds match: the person picks one."""
    rows = tuple(
        (Button(clean(match.feed.title)[:_LABEL], f"unsub:{match.feed.id}"),) for match in matches[:8]
    )
    return Message(Rich("Several of your feeds match. Which one?"), rows)


def feed_list(subscriptions: Sequence[Subscription], coming: str | None, now: datetime) -> Message:
    """What the chat follows."""
    if not subscriptions:
        text = join(
            "\n", [bold("You follow no feeds yet."), Rich("Add one with ") + code("/sub example.com") + "."]
        )
        return Message(text)
    lines = [_feed_line(number, subscription, now) for number, subscription in enumerate(subscriptions, 1)]
    shown = lines[:80]
    more = f"and {len(lines) - len(shown)} more" if len(lines) > len(shown) else ""
    tail = (
        f"Next digest: {coming}."
        if coming
        else "No digest is scheduled yet: /schedule 08:00 brings one every day."
    )
    return Message(
        join("\n\n", [bold(f"Your feeds · {len(subscriptions)}"), join("\n", [*shown, more]), tail])
    )


def _feed_line(number: int, subscription: Subscription, now: datetime) -> Rich:
    feed = subscription.feed
    rests = subscription.paused_until is not None and subscription.paused_until > now
    sign = "⏸" if feed.paused or rests else "⚠" if feed.failures else "✅"
    state = _trouble(feed, now) if feed.failures else host(feed.url)
    if rests and not feed.failures:
        state = "paused"
    if subscription.delivery is not Delivery.DIGEST:
        state += f" · {subscription.delivery}"
    return Rich(f"{number}  {sign} ") + link(clean(feed.title)[:60], feed.url) + f" · {state}"


# Why a feed can't be read, by the reason of the error; what is not here "can't be read".
_TROUBLES = {
    "no_such_host": "there is no such site",
    "no_connection": "the site does not answer",
    "timeout": "the site does not answer in time",
    "busy": "the site is busy",
    "refused": "the site refuses",
    "gone": "the site has no such page",
    "tls": "the site has no valid certificate",
    "redirects": "the site redirects without end",
    "not_a_feed": "there is no feed at its address any more",
    "too_heavy": "it is too large",
    "too_large": "it is too large",
}


def _why(feed: Feed) -> str:
    return _TROUBLES.get(feed.trouble or "", "it can't be read")


def _trouble(feed: Feed, now: datetime) -> str:
    if feed.paused:
        return f"paused: {_why(feed)}"
    return f"{_why(feed)}, for {_days(feed, now)} now" if _failing(feed, now).days else _why(feed)


def _failing(feed: Feed, now: datetime) -> timedelta:
    return now - (feed.failing_since or now)


def _days(feed: Feed, now: datetime) -> str:
    return count(_failing(feed, now).days, "day", "days")


def feed_trouble(feed: Feed, now: datetime) -> Message:
    """A feed has failed for long."""
    keys = (Button("Try again", f"retry:{feed.id}"), Button("Unfollow", f"unsub:{feed.id}"))
    told = (
        f" is paused: {_why(feed)}. I no longer look."
        if feed.paused
        else f" has brought nothing for {_days(feed, now)}: {_why(feed)}. I keep looking once a day."
    )
    return Message(bold(link(clean(feed.title), feed.url)) + told, (keys,))


def answers_again(feed: Feed) -> Message:
    """A feed that failed is read again."""
    return Message(bold(link(clean(feed.title), feed.url)) + " answers again.")


def still_failing(feed: Feed) -> Message:
    """It was tried again in vain."""
    return Message(bold(link(clean(feed.title), feed.url)) + f" still brings nothing: {_why(feed)}.")
