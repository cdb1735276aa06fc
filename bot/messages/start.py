"""The first minutes: what the bot says of itself, its first steps as one panel, and lists of feeds that are shared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.locale import LANGUAGES, Translator, mark
from bot.messages.facts import city, clock, short
from bot.messages.feed_list import turns
from bot.messages.replies import COMMON_ZONES, local
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, code, fill, join, link
from bot.starter import Starter
from summarizer import Outline

# The times at which most people want a digest.
TIMES = (time(7), time(8), time(18), time(21))
FEEDS = 6  # keys of one page
_LANGUAGES = 8
_SHOWN = 10  # feeds of a shared list that are named
_TITLE = 60  # units of a title
_LABEL = 40  # the same on a key
_TOPICS = {
    "world": mark("World"),
    "local": mark("Country"),
    "business": mark("Business"),
    "technology": mark("Technology"),
    "science": mark("Science"),
    "sport": mark("Sport"),
    "culture": mark("Culture"),
}
_PURPOSE = mark("{name} turns articles into bullets.")
_SEND = mark("Send me a link, a text or a file, and I answer with its sentences that matter, word for word.")
_FOLLOW = mark("Follow news with {sub} and get one digest a day with {schedule}.")


def description(tr: Translator) -> str:
    """What an empty chat with the bot shows; at most 512 characters."""
    return tr(
        "I condense articles into their own sentences that matter, and bring the news that you follow as one digest a day, "
        "at your hour. Send me a link, a text or a file."
    )


def about(tr: Translator) -> str:
    """What the bot's profile shows; at most 120 characters."""
    return tr("Articles as bullets, word for word, and your news as one digest a day.")


def how_to(tr: Translator, name: str) -> Rich:
    """What to do, in two sentences."""
    follow = fill(tr, _FOLLOW, sub=code("/sub example.com"), schedule=code("/schedule 08:00"))
    return join("\n\n", [bold(tr(_PURPOSE, name=clean(name))), tr(_SEND), follow])


def help_with(tr: Translator, name: str, listed: Message) -> Message:
    """All commands, below what to do first."""
    return Message(join("\n\n", [how_to(tr, name), listed.body]), listed.buttons)


def hello(tr: Translator, name: str, origin: str) -> Message:
    """The first message that a person gets: what this is, and the first step, the language."""
    guessed = dict.fromkeys((tr.language, "en"))
    keys = tuple(Button(LANGUAGES[each], f"first:language:{each}:{origin}") for each in guessed)
    other = Button(tr("Other languages"), f"first:languages:1:{origin}")
    body = join(
        "\n\n",
        [
            bold(tr(_PURPOSE, name=clean(name))),
            tr(_SEND),
            tr("And it brings the news that you follow as one digest a day. Four short steps set that up."),
            tr("Which language should I speak?"),
        ],
    )
    return Message(body, (keys, (other,), (Button(tr("Skip"), f"first:zones:{origin}"),)))


def languages(tr: Translator, page: int, origin: str) -> Message:
    """All languages, a page at a time."""
    pages = -(-len(LANGUAGES) // _LANGUAGES)
    page = max(1, min(page, pages))
    here = list(LANGUAGES.items())[(page - 1) * _LANGUAGES : page * _LANGUAGES]
    keys = [
        Button(_ticked(own, code_ == tr.language), f"first:language:{code_}:{origin}") for code_, own in here
    ]
    turning = turns(page, pages, lambda number: f"first:languages:{number}:{origin}")
    text = bold(tr("Which language should I speak?"))
    last = _back_and_skip(tr, f"first:hello:{origin}", f"first:zones:{origin}")
    return Message(text, (*_pairs(keys), *turning, last))


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones that the second step offers: those that are likely, or the common ones; `chosen` is the chat's own."""

    likely: tuple[str, ...]
    chosen: str | None
    now: datetime
    origin: str


def zones(tr: Translator, offered: Zones, *, others: bool = False) -> Message:
    """The second step: whose clock counts."""
    shown = COMMON_ZONES if others or not offered.likely else offered.likely
    keys = [_zone_key(tr, zone, offered) for zone in shown]
    more = (
        ((Button(tr("Other zones"), f"first:others:{offered.origin}"),),)
        if offered.likely and not others
        else ()
    )
    typed = fill(tr, "Another one: send {command}.", command=code("/timezone Kyiv"))
    body = join("\n\n", [bold(tr("Where are you? Your digest comes by the clock there.")), typed])
    return Message(
        body, (*_pairs(keys), *more, _back_and_skip(tr, f"first:hello:{offered.origin}", "first:times"))
    )


def _zone_key(tr: Translator, zone: str, offered: Zones) -> Button:
    label = f"{city(zone)} · {local(tr, offered.now, zone)}"
    return Button(_ticked(label, zone == offered.chosen), f"first:in:{zone}")


def times(tr: Translator, zone: str, now: datetime, chosen: Sequence[time]) -> Message:
    """The third step: when the digest comes."""
    keys = [Button(_ticked(clock(tr, at), at in chosen), f"first:at:{at:%H%M}") for at in TIMES]
    here = tr("By the clock of {zone}, where it is {time} now.", zone=city(zone), time=local(tr, now, zone))
    typed = fill(tr, "Another time, or several: {command}.", command=code("/schedule 06:30,19:00"))
    body = join("\n\n", [bold(tr("When should your digest come each day?")), join("\n", [here, typed])])
    return Message(
        body, (*_pairs(keys), (Button(tr("Back"), "first:zones:"), Button(tr("Later"), "first:feeds:1")))
    )


def feeds(tr: Translator, offered: Sequence[Starter], followed: Sequence[bool], page: int) -> Message:
    """The last step: a page of well-known feeds, each ticked that the chat follows."""
    pages = max(1, -(-len(offered) // FEEDS))
    page = page if 1 <= page <= pages else 1
    first = (page - 1) * FEEDS
    rows: list[tuple[Button, ...]] = [
        (_feed_key(tr, each, page, ticked=ticked),)
        for each, ticked in list(zip(offered, followed, strict=True))[first : first + FEEDS]
    ]
    if pages > 1:
        rows.append((Button(tr("More topics"), f"first:feeds:{page % pages + 1}"),))
    rows.append((Button(tr("Back"), "first:times"), Button(tr("Done"), "first:done")))
    how = tr("A tap follows a feed, another one leaves it.")
    typed = fill(tr, "Any other site: {command}.", command=code("/sub example.com"))
    return Message(
        join("\n\n", [bold(tr("What do you want to read?")), join("\n", [how, typed])]), tuple(rows)
    )


def _feed_key(tr: Translator, feed: Starter, page: int, *, ticked: bool) -> Button:
    label = f"{short(feed.title, _LABEL, feed.url)} · {tr.plain(_TOPICS[feed.topic])}"
    return Button(_ticked(label, ticked), f"first:feed:{page}:{feed.key}")


@dataclass(frozen=True, slots=True)
class Now:
    """How a chat stands: how many feeds it follows, when its next digest comes, whether a first one is `sent` now."""

    feeds: int
    coming: str | None
    sent: bool = False


def done(tr: Translator, now: Now) -> Message:
    """The end of the steps."""
    if not now.feeds:
        add = fill(tr, "You follow no feeds yet. Add one with {sub}.", sub=code("/sub example.com"))
        tail: Rich | str = tr("Or send me a link, a text or a file.")
        return Message(join("\n", [bold(tr("That is all.")), add, tail]), _ends(tr))
    return Message(join("\n", [bold(tr("That is all.")), *_lines(tr, now)]), _ends(tr))


def _lines(tr: Translator, now: Now) -> Iterator[str]:
    yield _following(tr, now.feeds)
    if now.sent:
        yield tr("Your first digest is on its way.")
        yield _coming(tr, now.coming)
    elif now.coming:
        yield tr("They have brought nothing yet. Your first digest comes {when}.", when=now.coming)
    else:
        yield tr("They have brought nothing yet. /digest shows what is new.")
        yield _coming(tr, None)


def status(tr: Translator, now: Now) -> Message:
    """An answer to /start of somebody who knows the bot."""
    return Message(join("\n", [bold(_following(tr, now.feeds)), _coming(tr, now.coming)]), _ends(tr))


def _following(tr: Translator, number: int) -> str:
    return tr.many("You follow {number} feed.", "You follow {number} feeds.", number)


def _coming(tr: Translator, when: str | None) -> str:
    if when:
        return tr("Next digest: {when}.", when=when)
    return tr("No digest is scheduled: /schedule 08:00 brings one every day.")


def _ends(tr: Translator) -> Rows:
    return ((Button(tr("Settings"), "p:c"), Button(tr("Feeds"), "list:1")), (Button(tr("Help"), "help:"),))


def _pairs(keys: Sequence[Button]) -> Rows:
    return tuple(tuple(keys[start : start + 2]) for start in range(0, len(keys), 2))


def _back_and_skip(tr: Translator, back: str, skip: str) -> tuple[Button, ...]:
    return Button(tr("Back"), back), Button(tr("Skip"), skip)


def _ticked(label: str, ticked: bool) -> str:
    return f"✓ {label}" if ticked else label


def send_link(tr: Translator) -> Message:
    """To somebody who came from inline mode with a link that nobody has sent yet."""
    return Message(
        Rich(tr("Send me the link here, and I condense it. After that it can be posted in any chat."))
    )


def sharing(tr: Translator, address: str, feeds_: int) -> Message:
    """The link by which others follow what a chat follows."""
    head = tr.many(
        "With this link others follow your {number} feed, too:",
        "With this link others follow your {number} feeds, too:",
        feeds_,
    )
    later = tr("Whoever opens it gets the feeds that you have by then.")
    return Message(
        join("\n", [head, link(address, address), later]), ((Button(tr("Stop sharing"), "unshare:"),),)
    )


def not_sharing(tr: Translator) -> Message:
    """The link works no more."""
    return Message(Rich(tr("Your list is no longer shared.")))


def shared(tr: Translator, title: str, outlines: Sequence[Outline], key: str) -> Message:
    """What a list holds that somebody shares, and the key that follows it."""
    head = tr.many(
        "{title} shares {number} feed.",
        "{title} shares {number} feeds.",
        len(outlines),
        title=short(title, _TITLE),
    )
    names = [f"• {short(each.title or '', _TITLE, each.url)}" for each in outlines[:_SHOWN]]
    rest = len(outlines) - _SHOWN
    more = tr("and {number} more", number=rest) if rest > 0 else ""
    follow = tr.many("Follow {number} feed", "Follow {number} feeds", len(outlines))
    return Message(
        join("\n\n", [bold(head), join("\n", [*names, more])]), ((Button(follow, f"take:{key}"),),)
    )
