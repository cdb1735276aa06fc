"""What the bot can learn about a chat and do in it, other than write."""

from bot.playground.changes import set_role
from bot.playground.chats import Chat, Json
from bot.playground.errors import bad_request
from bot.playground.members import RUNS, member_json
from bot.playground.methods.common import Method, chat_of
from bot.playground.params import Params
from bot.playground.state import Playground

_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def send_chat_action(playground: Playground, params: Params) -> bool:
    """The bot is at work."""
    chat = chat_of(playground, params, "write")
    playground.events.publish(chat.id, "typing", {})
    return True


async def get_chat(playground: Playground, params: Params) -> Json:
    """A chat in full."""
    chat = chat_of(playground, params, "read")
    full: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    if chat.username:
        full["active_usernames"] = [chat.username]
    return chat.as_json() | full


async def get_chat_member(playground: Playground, params: Params) -> Json:
    """Somebody's role in a chat."""
    chat = chat_of(playground, params, "members")
    number = params.integer("user_id") or 0
    if number <= 0:
        raise bad_request("invalid user_id specified")
    if number not in playground.users:
        raise bad_request("user not found")
    if chat.kind == "private" and number not in {chat.id, playground.bot.id}:
        raise bad_request("member not found")
    if number != playground.bot.id:
        _check_members(playground, chat)
    return member_json(chat, playground.users[number])


async def get_chat_administrators(playground: Playground, params: Params) -> list[Json]:
    """Who runs a chat; of the bots among them only this one."""
    chat = chat_of(playground, params, "members")
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    _check_members(playground, chat)
    people = [playground.users[number] for number, role in chat.roles.items() if role in RUNS]
    return [member_json(chat, user) for user in people if not user.is_bot or user == playground.bot]


async def leave_chat(playground: Playground, params: Params) -> bool:
    """The bot goes."""
    chat = chat_of(playground, params, "members")
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    set_role(playground, chat, playground.bot, playground.bot, "left")
    return True


def _check_members(playground: Playground, chat: Chat) -> None:
    if chat.kind == "channel" and chat.role(playground.bot.id) not in RUNS:
        raise bad_request("member list is inaccessible")


METHODS: dict[str, Method] = {
    "sendchataction": send_chat_action,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "leavechat": leave_chat,
}
