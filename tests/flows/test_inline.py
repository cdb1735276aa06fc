"""Behind the bot's name, in any chat: a summary that is kept is offered, and nothing is fetched for it."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.locale import translator
from bot.playground.offers import Offer
from tests.flows.conftest import World
from tests.flows.test_access import again
from tests.flows.test_feeds import keys
from tests.flows.test_inputs import served

ARTICLE = "/site/courier/dam"


def button(offer: Offer) -> str:
    """What stands on the key above the results."""
    return str((offer.button or {}).get("text", ""))


async def test_a_summary_that_is_kept_is_offered_and_posted_as_it_is(world: World) -> None:
    link = f"{world.url}{ARTICLE}"
    guest = world.member(world.playground.add_chat("supergroup", "Readers", bot_role="left"), "Guest")
    missing = await guest.offered(link)
    assert (missing.results, button(missing)) == ((), "Summarise in a private chat")
    private = guest.elsewhere(guest.user.id)
    private.start(str((missing.button or {})["start_parameter"]))
    assert (await private.answer())["text"].startswith("Send me the link here")
    made = await private.ask(link)
    offer = await guest.offered(f"{link} now")
    assert (offer.is_personal, button(offer)) == (True, "")
    [result] = offer.results
    assert result["title"] == made["text"].partition("\n")[0]
    first, second, *_ = [
        line.removeprefix("• ") for line in made["text"].splitlines() if line.startswith("• ")
    ]
    assert f"{first} {second}".startswith(result["description"].removesuffix("…"))
    posted = guest.choose(offer, result["id"])
    assert posted["text"] == made["text"]
    assert posted["entities"] == made["entities"]
    assert keys(posted) == []


async def test_what_is_no_link_is_answered_with_how_to_ask_and_nothing_is_fetched(world: World) -> None:
    read: list[str] = []

    async def page(request: Request) -> HTMLResponse:
        read.append(str(request.url))
        return HTMLResponse("<p>Nobody asked for this.</p>")

    async with served(Starlette(routes=[Route("/{path:path}", page)])) as url:
        for typed in ("", "hello there", "dam", f"hello {url}/story"):
            offer = await world.you.offered(typed)
            assert (offer.results, button(offer)) == ((), "Type or paste a link to an article")
        for typed in (f"{url}/st", f"{url}/story"):
            offer = await world.you.offered(typed)
            assert (offer.results, button(offer)) == ((), "Summarise in a private chat")
            assert offer.cache_time <= 5
        assert read == []


async def test_who_is_not_let_in_is_offered_nothing(world: World) -> None:
    await again(world, ACCESS="allowlist", ALLOWED="1", ADMINS="1")
    link = f"{world.url}{ARTICLE}"
    await world.you.ask(link)
    guest = world.person("Guest", language="de")
    offer = await guest.offered(link)
    assert (offer.results, button(offer)) == ((), translator("de")("This bot is private"))
    assert len((await world.you.offered(link)).results) == 1
    await world.you.ask(f"/ban {guest.user.id}")
    offer = await guest.offered(f"{link}?a=1")
    assert (offer.results, offer.button) == ((), None)
