"""The one table of keys: what a press does, and who may."""

from dataclasses import dataclass

from bot.handlers import (
    archive,
    digests,
    feed_list,
    filters,
    following,
    general,
    groups,
    language,
    leaving,
    lists,
    operators,
    panels,
    pauses,
    privacy,
    reading,
    schedules,
    start,
    stories,
)
from bot.handlers.commands import show_help
from bot.handlers.request import Handler


@dataclass(frozen=True, slots=True)
class Press:
    """What a key does; `changes` says that only those who may change the chat's settings may press it.

    `costly` says that it counts towards quotas, `operators` that it exists for nobody else.
    """

    handler: Handler
    changes: bool = False
    costly: bool = False
    operators: bool = False


# By the first word of a key's action.
PRESSES = {
    "sum": Press(reading.change_length),
    "ctx": Press(reading.in_context),
    "keep": Press(reading.keep),
    "tldr": Press(reading.read_again, costly=True),
    "newest": Press(reading.read_newest, costly=True),
    "read": Press(reading.read_saved),
    "sub": Press(following.sub_link, changes=True, costly=True),
    "which": Press(following.which, changes=True, costly=True),
    "follow": Press(following.follow, changes=True, costly=True),
    "retry": Press(following.retry, changes=True, costly=True),
    "unsub": Press(leaving.unsub_key, changes=True),
    "leave": Press(leaving.leave_key, changes=True),
    "undo": Press(leaving.undo, changes=True),
    "list": Press(feed_list.list_key),
    "export": Press(lists.export),
    "forget": Press(privacy.forget, changes=True),
    "forgotten": Press(privacy.forget_key, changes=True),
    "kept": Press(privacy.keep_key, changes=True),
    "p": Press(panels.show),
    "ps": Press(panels.change, changes=True),
    "at": Press(schedules.schedule_key, changes=True),
    "zone": Press(schedules.timezone_key, changes=True),
    "quiet": Press(pauses.quiet_key, changes=True),
    "resume": Press(pauses.resume_key, changes=True),
    "catchup": Press(pauses.catch_up_key),
    "filter": Press(filters.filter_key, changes=True),
    "show": Press(digests.show),
    "story": Press(stories.open_story),
    "back": Press(stories.back),
    "save": Press(stories.save),
    "unsave": Press(archive.unsave),
    "vote": Press(stories.vote),
    "mute": Press(stories.mute, changes=True),
    "unmute": Press(filters.unmute_key, changes=True),
    "why": Press(stories.why),
    "likes": Press(stories.forget_likes, changes=True),
    "again": Press(general.again),
    "first": Press(start.step, changes=True),
    "take": Press(start.take, changes=True, costly=True),
    "unshare": Press(start.unshare, changes=True),
    "lang": Press(language.lang_key, changes=True),
    "help": Press(show_help),
    "topic": Press(groups.topic_key, changes=True),
    "chats": Press(groups.chats_key),
    "open": Press(groups.open_part),
    "stand": Press(operators.stand, operators=True),
    "withdraw": Press(operators.withdraw, operators=True),
    "cast": Press(operators.cast, operators=True),
    "uncast": Press(operators.uncast, operators=True),
}
