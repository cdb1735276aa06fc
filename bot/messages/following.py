"""What is said when a chat follows a feed, or is to choose one."""

from collections.abc import Sequence
from datetime import datetime

from bot.locale import Translator, mark
from bot.messages import feeds
from bot.messages.facts import ago, host, often, short
from bot.messages.replies import time_keys
from bot.messages.rich import Button, Message, Rich, bold, clean, fill, join, link
from bot.models import Delivery, Offer, Subscription

LABEL = 40  # units of a title on a key: a narrow screen shows hardly more

# What becomes of a new feed's news where it is not in the digest.
_NEWS = {
    Delivery.INSTANT: mark("Each new story comes at once. /latest shows what is there."),
    Delivery.OFF: mark("It is only collected: /latest shows it."),
}


def subscribed(tr: Translator, mine: Subscription, fresh: int, coming: str | None) -> Message:
    """A feed is followed from now on."""
    title = fill(tr, "Following {feed}.", feed=feeds.name(mine.title, mine.feed.url))
    tags = fill(tr, "Tags: {tags}", tags=tags_of(mine)) if mine.tags else Rich()
    keys = (feeds.settings_key(tr, mine.feed.id), Button(tr("Undo"), f"unsub:{mine.feed.id}"))
    if mine.delivery in _NEWS:
        return Message(join("\n", [title, tr.plain(_NEWS[mine.delivery]), tags]), (keys,))
    news = (
        tr.many(
            "Its newest {number} story is in your next digest. /digest shows it now.",
            "Its newest {number} stories are in your next digest. /digest shows it now.",
            fresh,
        )
        if fresh
        else tr("It lists nothing yet.")
    )
    if coming:
        return Message(join("\n", [title, news, tags, tr("Next digest: {when}.", when=coming)]), (keys,))
    return Message(join("\n", [title, news, tags, _ask_time(tr)]), (keys, time_keys(tr)))


def _ask_time(tr: Translator) -> str:
    return tr("No digest is scheduled yet. When should it come?")


def tags_of(mine: Subscription) -> str:
    """A feed's tags: #tech #news."""
    return " ".join(f"#{clean(tag)}" for tag in mine.tags)


def already_subscribed(tr: Translator, mine: Subscription) -> Message:
    """Nothing changed: the feed was followed before."""
    named = feeds.name(mine.title, mine.feed.url)
    told = fill(tr, "You follow {feed} already. /list shows all.", feed=named)
    return Message(told, ((feeds.settings_key(tr, mine.feed.id),),))


def several(tr: Translator, lines: Sequence[Rich], chosen: Sequence[Button], *, ask_time: bool) -> Message:
    """What became of several addresses, a line each; keys for sites with feeds to choose from."""
    body = join("\n", [*lines, _ask_time(tr) if ask_time else ""])
    rows = [*((key,) for key in chosen), (Button(tr("All feeds"), "list:1"),)]
    return Message(body, (*rows, time_keys(tr)) if ask_time else tuple(rows))


def done_line(tr: Translator, mine: Subscription, *, is_new: bool) -> Rich:
    """One of several is followed, from now on or from before."""
    named = feeds.name(mine.title, mine.feed.url)
    if is_new:
        return fill(tr, "Following {feed}.", feed=named)
    return fill(tr, "You follow {feed} already.", feed=named)


def choice_line(tr: Translator, address: str, choices: int) -> Rich:
    """At one of several there are feeds to choose from; its link is what the key goes by."""
    facts = tr.many("{number} feed to choose from", "{number} feeds to choose from", choices)
    return bold(link(clean(host(address)), address)) + f" · {facts}"


def trouble_line(word: str, why: str) -> Rich:
    """One of several could not be followed."""
    return bold(short(word, feeds.NAME)) + f" · {why}"


def choose_key(tr: Translator, address: str, number: int) -> Button:
    """The key that shows a site's feeds; `number` is that of its link in the message."""
    return Button(tr("Choose: {site}", site=short("", LABEL, address)), f"which:{number}")


def which_of_site(tr: Translator, address: str, offers: Sequence[Offer], now: datetime) -> Message:
    """A site has several feeds: the person picks one, by the number of its link."""
    lines = [
        Rich(f"{number}  ") + link(short(offer.title, LABEL, offer.url), offer.url) + _habits(tr, offer, now)
        for number, offer in enumerate(offers, 1)
    ]
    rows = tuple(
        (Button(f"{number}  {short(offer.title, LABEL, offer.url)}", f"sub:{number}"),)
        for number, offer in enumerate(offers, 1)
    )
    head = tr.many(
        "{site} has {number} feed. Which one?",
        "{site} has {number} feeds. Which one?",
        len(offers),
        site=host(address),
    )
    return Message(join("\n\n", [bold(head), join("\n", lines)]), rows)


def _habits(tr: Translator, offer: Offer, now: datetime) -> str:
    """How often a feed posts, and when it did last."""
    newest = tr("newest {ago}", ago=ago(tr, offer.newest, now)) if offer.newest else ""
    return "".join(f" · {fact}" for fact in (often(tr, offer.pace) if offer.pace else "", newest) if fact)
