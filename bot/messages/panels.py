"""Panels: one message that shows what is decided and edits itself; keys two to a row, Back last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.locale import LANGUAGES, Translator, mark
from bot.messages import choices, feeds
from bot.messages.choices import IN_GROUPS, OF_CHAT, OF_FEED, SHARED, Choice
from bot.messages.facts import ago, clock, host, often, short
from bot.messages.feed_list import PAGE, is_paused, pause, turns
from bot.messages.following import tags_of
from bot.messages.replies import local
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, code, cut, fill, join
from bot.models import Chat, ChatSettings, Delivery, Subscription

CHAT = "c"  # the scope in keys' actions: the chat, or a feed's number
_NUMBERS = 6  # keys of one row
_LANGUAGES = 8  # keys of one page
_PAUSES = (1, 7, 30)  # days
_TITLE = 60  # units of a chat's title


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed as its panel shows it: `number` is its place in the list, `zone` the chat's."""

    mine: Subscription
    number: int
    settings: ChatSettings
    now: datetime
    zone: str

    @property
    def scope(self) -> str:
        """What keys call it."""
        return str(self.mine.feed.id)


def feed_panel(tr: Translator, view: FeedView, said: Rich | None = None) -> Message:
    """All that is decided of a feed, below what has just been `said`."""
    mine, scope = view.mine, view.scope
    lines = [
        tr("Tags: {tags}", tags=tags_of(mine) or tr("none")),
        *(
            tr(OF_FEED[name].line, value=choices.shown(tr, mine, view.settings, name))
            for name in ("delivery", "interval", "sentences", "silent", "preview", "source")
        ),
    ]
    named = feeds.name(mine.title, mine.feed.url)
    body = join("\n\n", [said or Rich(), join("\n", [named, _facts(tr, view)]), join("\n", lines)])
    rests = is_paused(mine, view.now)
    keys = [
        *(Button(tr.plain(OF_FEED[name].key), f"p:{scope}:{name}") for name in SHARED),
        Button(tr("Tags"), f"p:{scope}:tags"),
        Button(tr("Name"), f"p:{scope}:name"),
        Button(tr("Resume"), f"ps:{scope}:pause:0") if rests else Button(tr("Pause"), f"p:{scope}:pause"),
        Button(tr("Unfollow"), f"unsub:{scope}"),
    ]
    return Message(body, (*_pairs(keys), _back(tr, f"list:{-(-view.number // PAGE)}")))


_HOW = {
    Delivery.INSTANT: mark("{feed} comes at once now, each story as it appears."),
    Delivery.DIGEST: mark("{feed} comes in your digest now."),
    Delivery.OFF: mark("{feed} is off now: it is still collected, and /latest shows it."),
}


def delivered(tr: Translator, mine: Subscription, delivery: Delivery) -> Rich:
    """How a feed's news comes from now on."""
    return fill(tr, _HOW[delivery], feed=feeds.name(mine.title, mine.feed.url))


def _facts(tr: Translator, view: FeedView) -> str:
    """Where a feed is, and how it does."""
    mine, feed = view.mine, view.mine.feed
    facts = [
        tr.isolated(host(feed.url)),
        often(tr, feed.pace) if feed.pace else "",
        f"⏸ {pause(tr, mine, view.zone)}" if is_paused(mine, view.now) else "",
        f"⚠ {feeds.trouble(tr, feed, view.now)}" if feed.failures else "",
        tr("looked at {ago}", ago=ago(tr, feed.checked_at, view.now)) if feed.checked_at else "",
    ]
    return " · ".join(filter(None, facts))


def feed_choice(tr: Translator, view: FeedView, name: str, offered: Sequence[str]) -> Message:
    """The values of one thing to decide of a feed."""
    own = choices.of_feed(view.mine, name)
    as_chat = _value_key(choices.default(tr, view.settings, name), view.scope, name, choices.DEFAULT, own)
    keys = [_value_key(choices.words(tr, name, each), view.scope, name, each, own) for each in offered]
    value = choices.shown(tr, view.mine, view.settings, name)
    title = bold(feeds.called(view.mine))
    return _choice(tr, title, OF_FEED[name], value, [(as_chat,), *_rows(keys)], view.scope)


def chat_choice(tr: Translator, settings: ChatSettings, name: str, offered: Sequence[str]) -> Message:
    """The values of one thing to decide of a chat."""
    own = choices.of_chat(settings, name)
    keys = [_value_key(choices.words(tr, name, each), CHAT, name, each, own) for each in offered]
    value = choices.words(tr, name, own)
    return _choice(tr, bold(tr("Settings")), OF_CHAT[name], value, _rows(keys), CHAT)


def _choice(
    tr: Translator, title: Rich, choice: Choice, value: str, rows: Iterable[tuple[Button, ...]], scope: str
) -> Message:
    body = join("\n\n", [join("\n", [title, tr(choice.line, value=value)]), tr.plain(choice.about)])
    return Message(body, (*rows, _back(tr, f"p:{scope}")))


def _value_key(label: str, scope: str, name: str, value: str, current: str) -> Button:
    return Button(f"✓ {label}" if value == current else label, f"ps:{scope}:{name}:{value}")


def _rows(keys: Sequence[Button]) -> Rows:
    """Two to a row; many short ones in fewer rows."""
    size = _NUMBERS if len(keys) > _LANGUAGES else 2
    return tuple(tuple(keys[start : start + size]) for start in range(0, len(keys), size))


def _pairs(keys: Sequence[Button]) -> Rows:
    return tuple(tuple(keys[start : start + 2]) for start in range(0, len(keys), 2))


def _back(tr: Translator, action: str) -> tuple[Button, ...]:
    return (Button(tr("Back"), action),)


def tags(tr: Translator, view: FeedView) -> Message:
    """How a feed gets its tags."""
    how = fill(
        tr,
        "A schedule with a tag brings only feeds that have it. Set them with {command}.",
        command=code(f"/setfeedtag {view.number} tech news"),
    )
    line = tr("Tags: {tags}", tags=tags_of(view.mine) or tr("none"))
    off = ((Button(tr("Remove all tags"), f"ps:{view.scope}:tags:off"),),) if view.mine.tags else ()
    head = join("\n", [bold(feeds.called(view.mine)), line])
    return Message(join("\n\n", [head, how]), (*off, _back(tr, f"p:{view.scope}")))


def name(tr: Translator, view: FeedView) -> Message:
    """How a feed gets another name."""
    how = fill(
        tr,
        "Give it a name of your own with {command}.",
        command=code(f"/settitle {view.number} Morning paper"),
    )
    mine = view.mine
    own = short(mine.feed.title, feeds.NAME, mine.feed.url)
    line = tr("It calls itself {name}.", name=own) if mine.name else ""
    off = ((Button(tr("Use its own name"), f"ps:{view.scope}:name:off"),),) if mine.name else ()
    head = join("\n", [bold(feeds.called(mine)), line])
    return Message(join("\n\n", [head, how]), (*off, _back(tr, f"p:{view.scope}")))


def pauses(tr: Translator, view: FeedView) -> Message:
    """How long a feed rests."""
    keys = [
        *(
            Button(tr.many("{number} day", "{number} days", days), f"ps:{view.scope}:pause:{days}")
            for days in _PAUSES
        ),
        Button(tr("Until I resume it"), f"ps:{view.scope}:pause:ever"),
    ]
    about = tr("How long should nothing come of it? Its news is collected meanwhile.")
    body = join("\n\n", [bold(feeds.called(view.mine)), about])
    return Message(body, (*_pairs(keys), _back(tr, f"p:{view.scope}")))


def chat_panel(tr: Translator, chat: Chat, now: datetime, zone: str, coming: str | None) -> Message:
    """All that a chat has decided."""
    settings, names = chat.settings, _names(chat)
    quiet = settings.quiet
    hours = f"{clock(tr, quiet.start)}-{clock(tr, quiet.end)}" if quiet else tr("none")
    here = tr("{zone}, {time} now", zone=zone, time=local(tr, now, zone))
    lines = [
        tr("Language: {value}", value=LANGUAGES[settings.language or tr.language]),
        tr("Time zone: {value}", value=here if settings.timezone else tr("{zone} (not chosen)", zone=here)),
        *(
            tr(OF_CHAT[each].line, value=choices.words(tr, each, choices.of_chat(settings, each)))
            for each in names
        ),
        tr("Quiet hours: {value}", value=hours),
        tr("Next digest: {when}.", when=coming) if coming else tr("No digest is scheduled."),
    ]
    keys = [
        Button(tr("Language"), "p:c:language"),
        Button(tr("Time zone"), "p:c:timezone"),
        *(Button(tr.plain(OF_CHAT[each].key), f"p:c:{each}") for each in names),
        Button(tr("Quiet hours"), "p:c:quiet"),
        Button(tr("Schedules"), "p:c:schedules"),
        Button(tr("Apply to all feeds"), "p:c:all"),
        Button(tr("All feeds"), "list:1"),
    ]
    title = bold(join(" · ", [tr("Settings"), tr.isolated(cut(clean(chat.title), _TITLE))]))
    about = tr("Feeds follow these unless their own settings say otherwise.")
    return Message(join("\n\n", [title, join("\n", lines), about]), _pairs(keys))


def _names(chat: Chat) -> tuple[str, ...]:
    return tuple(each for each in OF_CHAT if each not in IN_GROUPS or chat.kind.is_group)


def languages(tr: Translator, current: str, page: int) -> Message:
    """The languages, a page at a time, each by what it calls itself."""
    pages = -(-len(LANGUAGES) // _LANGUAGES)
    page = max(1, min(page, pages))
    here = list(LANGUAGES.items())[(page - 1) * _LANGUAGES : page * _LANGUAGES]
    keys = [_value_key(label, CHAT, "language", each, current) for each, label in here]
    body = join("\n\n", [bold(tr("Settings")), tr("Which language should I speak here?")])
    rows = (*_pairs(keys), *turns(page, pages, lambda number: f"p:{CHAT}:language:{number}"))
    return Message(body, (*rows, _back(tr, f"p:{CHAT}")))


def ask_apply(tr: Translator, number: int) -> Message:
    """Before feeds lose what was decided of each."""
    text = tr.many(
        "Your {number} feed follows these settings from then on. Its name and tags stay.",
        "All your {number} feeds follow these settings from then on. Names and tags stay.",
        number,
    )
    body = join("\n\n", [bold(tr("Apply to all feeds")), text])
    return Message(body, ((Button(tr("Apply"), "ps:c:all:yes"),), _back(tr, f"p:{CHAT}")))


def within(tr: Translator, message: Message) -> Message:
    """Another answer as a part of the chat's panel: with Back under it."""
    return Message(message.body, (*message.buttons, _back(tr, f"p:{CHAT}")))
