"""A newspaper's site for tests: a feed whose stories can change, fail and move."""

from collections import Counter

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

STORY = "\n\n".join(
    f"The town of Lesk spent {number} crowns on its bridge in the year {1900 + number}. Nobody had asked for it."
    for number in range(40)
)


class Paper:
    """A site with feeds, which its front page `names`; it notes who asked for what.

    Its feed answers with `status` where that is set, from another address where `permanent` says whether it has moved
    for good.
    """

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.conditions: list[str | None] = []
        self.stories = ["one"]
        self.names: tuple[str, ...] = ("feed", "sport", "nowhere")
        self.wishes = ""
        self.status: int | None = None
        self.permanent: bool | None = None
        self.app = Starlette(
            routes=[
                Route("/", self.front),
                Route("/feed.xml", self.feed),
                Route("/new.xml", self.moved),
                Route("/sport.xml", self.sport),
                Route("/{name}", self.story),
            ]
        )

    async def front(self, _request: Request) -> Response:
        links = "".join(
            f'<link rel="alternate" type="application/rss+xml" href="/{name}.xml">' for name in self.names
        )
        return HTMLResponse(f"<html><head><title>Paper</title>{links}</head><body>Hello</body></html>")

    async def feed(self, request: Request) -> Response:
        self.asked["feed"] += 1
        if self.permanent is not None:
            return RedirectResponse("/new.xml", 301 if self.permanent else 302)
        return self._answer(request)

    async def moved(self, request: Request) -> Response:
        self.asked["new"] += 1
        return self._answer(request)

    def _answer(self, request: Request) -> Response:
        self.conditions.append(request.headers.get("if-none-match"))
        tag = f'"{len(self.stories)}"'
        if self.status:
            return PlainTextResponse(
                "later", self.status, {"Retry-After": "7200"} if self.status == 503 else {}
            )
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304)
        return _xml("Paper", self.stories, str(request.base_url), self.wishes, {"ETag": tag})

    async def sport(self, request: Request) -> Response:
        return _xml("Paper, sport", ["match"], str(request.base_url))

    async def story(self, request: Request) -> Response:
        name = request.path_params["name"]
        self.asked[name] += 1
        return PlainTextResponse("no", 404) if name == "nowhere.xml" else PlainTextResponse(STORY)


def _xml(
    title: str, stories: list[str], base: str, wishes: str = "", headers: dict[str, str] | None = None
) -> Response:
    entries = "".join(f"<item><title>{name}</title><link>{base}{name}</link></item>" for name in stories)
    xml = f'<rss version="2.0"><channel><title>{title}</title>{wishes}{entries}</channel></rss>'
    return Response(xml, media_type="application/rss+xml", headers=headers)
