"""How the bot presents itself: who it is, its commands, its name and descriptions."""

from functools import partial

from bot.playground.access import check_access
from bot.playground.chats import Json
from bot.playground.commands import checked_scope
from bot.playground.methods.common import Method
from bot.playground.params import Params
from bot.playground.profile import check_language
from bot.playground.state import Playground


async def get_me(playground: Playground, _params: Params) -> Json:
    """The bot itself."""
    return playground.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not playground.privacy,
        "supports_inline_queries": True,
    }


async def set_my_commands(playground: Playground, params: Params) -> bool:
    """Publish the command menu."""
    playground.commands.set(_scope(playground, params), _language(params), params.json("commands"))
    _show_commands(playground)
    return True


async def get_my_commands(playground: Playground, params: Params) -> list[Json]:
    """The command menu of one scope and language."""
    return playground.commands.get(_scope(playground, params), _language(params))


async def delete_my_commands(playground: Playground, params: Params) -> bool:
    """Take a command menu back."""
    playground.commands.delete(_scope(playground, params), _language(params))
    _show_commands(playground)
    return True


async def _set_text(kind: str, playground: Playground, params: Params) -> bool:
    playground.profile.set(kind, params.text("language_code"), params.text(kind))
    return True


async def _get_text(kind: str, playground: Playground, params: Params) -> Json:
    text = playground.profile.get(kind, _language(params))
    return {kind: text or (playground.bot.first_name if kind == "name" else "")}


def _scope(playground: Playground, params: Params) -> Json:
    """The scope of a call, with the number of the chat that it names in whatever way."""
    scope = checked_scope(params.json("scope"))
    if "chat_id" not in scope:
        return scope
    chat = playground.chat(scope["chat_id"])
    check_access(chat, playground.bot.id, "members")
    return scope | {"chat_id": chat.id}


def _language(params: Params) -> str:
    code = params.text("language_code")
    check_language(code)
    return code


def _show_commands(playground: Playground) -> None:
    for chat in playground.chats.values():
        listed = playground.commands.seen_in(chat, playground.me)
        playground.events.publish(chat.id, "commands", {"commands": listed})


METHODS: dict[str, Method] = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmyname": partial(_set_text, "name"),
    "getmyname": partial(_get_text, "name"),
    "setmydescription": partial(_set_text, "description"),
    "getmydescription": partial(_get_text, "description"),
    "setmyshortdescription": partial(_set_text, "short_description"),
    "getmyshortdescription": partial(_get_text, "short_description"),
}
