"""What is said in and about groups and channels: the first word there, topics, who may what, links, and what somebody manages."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.locale import Translator
from bot.messages.facts import short
from bot.messages.feed_list import turns
from bot.messages.rich import Button, Message, Rich, bold, clean, code, fill, join, link
from bot.models import Chat, ChatKind
from summarizer.links import host_of

_TITLE = 60  # units of a chat's title


def greeting(tr: Translator, name: str) -> Message:
    """The first word in a group: what to do first, and who may."""
    first = fill(
        tr,
        "{sub} follows a site, and {schedule} brings a digest every day.",
        sub=code("/sub example.com"),
        schedule=code("/schedule 08:00"),
    )
    who = fill(
        tr,
        "Only admins change what I do here; {access} lets everyone.",
        access=code("/access everyone"),
    )
    link_too = tr("To have a link condensed, reply /tldr to it.")
    head = bold(tr("{name} brings news to this group.", name=clean(name)))
    return Message(join("\n\n", [head, join("\n", [first, who, link_too])]))


def added_to_channel(tr: Translator, title: str) -> Message:
    """To the person who made the bot an admin of a channel, in private."""
    first = fill(
        tr,
        "Post {sub} and {schedule} there, or send me {chats} here to do it unseen.",
        sub=code("/sub example.com"),
        schedule=code("/schedule 08:00"),
        chats=code("/chats"),
    )
    head = bold(tr("I can post in {title} now.", title=short(title, _TITLE)))
    return Message(join("\n\n", [head, first]))


def topic_gone(tr: Translator) -> Message:
    """The line behind a digest whose topic is closed or deleted."""
    text = tr(
        "That topic is closed or gone, so this comes here from now on. /schedule or /topic here in another topic moves it."
    )
    return Message(Rich(text))


@dataclass(frozen=True, slots=True)
class Place:
    """Where stories that come at once go: to the topic `thread`; `here` is the topic that asks, `is_forum` that there are any."""

    thread: int | None
    here: int | None
    is_forum: bool


def topic(tr: Translator, chat: Chat, place: Place) -> Message:
    """Where stories go that come at once, and how to move them."""
    digests = tr("A digest comes to the topic where its /schedule was sent.") if place.is_forum else ""
    keys: list[Button] = []
    if place.thread is None:
        said: Rich | str = (
            tr("Stories that come at once go to no topic.")
            if place.is_forum
            else tr("There are no topics here, so stories that come at once go to the group itself.")
        )
    elif place.thread == place.here:
        said = tr("Stories that come at once go to this topic.")
    else:
        other = link(tr("another topic"), _address(chat.id, place.thread))
        said = fill(tr, "Stories that come at once go to {topic}.", topic=other)
    if place.here is not None and place.here != place.thread:
        keys.append(Button(tr("To this topic"), "topic:here"))
    if place.thread is not None:
        keys.append(Button(tr("To no topic"), "topic:off"))
    return Message(join("\n", [bold(said), digests]), (tuple(keys),) if keys else ())


def _address(chat: int, thread: int) -> str:
    """A topic's address, which opens for members."""
    return f"https://t.me/c/{str(chat).removeprefix('-100')}/{thread}"


def hears_only_commands(tr: Translator, shown: Message) -> Message:
    """What becomes of links, and why they are not seen."""
    note = tr(
        "I see only commands and replies here, so links stay as they are. Make me an admin of this group and I see them."
    )
    return Message(join("\n\n", [shown.body, note]), shown.buttons)


def offer(tr: Translator, url: str, sentences: int) -> Message:
    """The key under a link that somebody wrote."""
    site = host_of(url).removeprefix("www.")
    return Message(Rich() + link(site, url), ((Button(tr("Summarise"), f"tldr:{sentences}"),),))


@dataclass(frozen=True, slots=True)
class Managed:
    """A chat that somebody is an admin of; the bot too, where it `may` act there for them."""

    chat: Chat
    feeds: int
    may: bool


def managed(tr: Translator, mine: Sequence[Managed], page: int, pages: int, first: int) -> Message:
    """A page of the chats and channels that somebody manages; their keys act on those."""
    if not mine:
        how = tr("Add me to a group or a channel as an admin; then it stands here.")
        return Message(join("\n", [bold(tr("You manage no chats with me yet.")), how]))
    lines = [_line(tr, number, each) for number, each in enumerate(mine, first)]
    keys = [_keys(tr, number, each.chat.id) for number, each in enumerate(mine, first) if each.may]
    tail = fill(
        tr,
        "A command acts on one of them from here when its name or number comes first: {command}.",
        command=code("/sub @news example.com"),
    )
    body = join("\n\n", [bold(tr("Chats that you manage")), join("\n", lines), tail])
    return Message(body, (*keys, *turns(page, pages, lambda number: f"chats:{number}")))


def _line(tr: Translator, number: int, each: Managed) -> Rich:
    kind = tr("channel") if each.chat.kind is ChatKind.CHANNEL else tr("group")
    facts = [
        kind,
        tr.many("{number} feed", "{number} feeds", each.feeds),
        "" if each.may else f"⚠ {tr('make me an admin there first')}",
    ]
    return (
        Rich(f"{number}  ") + bold(short(each.chat.title, _TITLE)) + f" · {' · '.join(filter(None, facts))}"
    )


def _keys(tr: Translator, number: int, chat: int) -> tuple[Button, ...]:
    return (
        Button(tr("{number} · Feeds", number=number), "open:list", about=chat),
        Button(tr("{number} · Settings", number=number), "open:set", about=chat),
    )
