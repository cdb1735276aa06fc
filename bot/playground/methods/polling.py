"""How the bot gets what people did: updates, and the files in them."""

from bot.playground.chats import Json
from bot.playground.methods.common import Method
from bot.playground.params import Params
from bot.playground.state import Playground


async def get_updates(playground: Playground, params: Params) -> list[Json]:
    """What people did, after the bot confirmed what it has."""
    limit = params.integer("limit") or 100
    return await playground.updates.poll(
        params.integer("offset") or 0,
        min(max(limit, 1), 100),
        params.number("timeout"),
        params.json("allowed_updates"),
    )


async def delete_webhook(playground: Playground, params: Params) -> bool:
    """There is none; only the wish to drop what waits has an effect."""
    if params.flag("drop_pending_updates"):
        playground.updates.drop()
    return True


async def get_webhook_info(playground: Playground, _params: Params) -> Json:
    """That there is none."""
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(playground.updates)}


async def get_file(playground: Playground, params: Params) -> Json:
    """Where a file can be downloaded."""
    stored = playground.files.by_id(params.text("file_id"))
    return stored.as_json() | {"file_path": stored.path}


METHODS: dict[str, Method] = {
    "getupdates": get_updates,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "getfile": get_file,
}
