"""What tests of digests live with: a bot on a real database, a clock that is set, and papers that bring articles."""

from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.digests.schedule import next_fire
from bot.messages.rich import Message
from bot.models import EVERY_DAY, ChatKind, Delivery, Digest, DigestKind, Schedule
from bot.once import Once
from bot.playground.clock import write_offset
from bot.resources import Resources
from bot.sending import Sender, SendError
from bot.storage import Database, articles, chats, digests, feeds, items, schedules
from bot.workers import Workers
from config.settings import Settings
from summarizer.article.fetch import Fetcher
from summarizer.article.guard import policy_from
from summarizer.types import Article, Entry

Value = TypeVar("Value")

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
DAY = timedelta(days=1)
YOU, FRIEND = 1, 2

DAM = """\
The Orlova dam above the Sund valley broke on Monday night after three days of rain. About 400 families fled
their homes, Mayor Lena Brandt said. Engineers of the Water Board had found cracks in the eastern wall in
2019. Helicopters of the Sund brigade lifted 30 people from roofs in the lower town."""
DAM_ELSEWHERE = """\
Some 400 families had to leave the Sund valley when the Orlova dam gave way late on Monday. Mayor Lena
Brandt ordered the lower town to be cleared. A report by the Water Board in 2019 spoke of cracks in the
eastern wall. The Sund brigade sent helicopters to lift people from their roofs."""
DAM_WITH_NEWS = """\
Water from the broken Orlova dam has destroyed 1,250 houses in the Sund valley, Mayor Lena Brandt said.
About 400 families fled their homes when the dam broke on Monday night. Helicopters of the Sund brigade
lifted people from roofs in the lower town. The Water Board knew of cracks in the eastern wall."""
CHESS = """\
Ines Kaldor won the Tarn cup on Sunday and is, at 14, the youngest player who ever did. She beat Pavel Renn
in 31 moves in the final game. The cup has been played in Tarn since 1922. Kaldor learned the game from her
grandmother in Velm."""
TITLES = {
    DAM: "Orlova dam breaks and 400 families flee",
    DAM_ELSEWHERE: "Hundreds of families leave Sund valley after Orlova dam fails",
    DAM_WITH_NEWS: "Broken Orlova dam destroys 1,250 houses in Sund valley",
    CHESS: "Ines Kaldor, 14, wins the Tarn chess cup",
}


_EMPTY: list[bytes] = []


async def fresh(path: Path) -> Database:
    """An empty database at a path; it is migrated once for all tests."""
    if not _EMPTY:
        await (await Database.open(path)).close()
        _EMPTY.append(path.read_bytes())
    path.write_bytes(_EMPTY[0])
    return await Database.open(path)


class Here(Workers):
    """Workers that do it here and now: what they are given is pure."""

    async def run(self, function: Callable[..., Value], *args: object) -> Value:
        """What `function(*args)` returns or raises."""
        return function(*args)


class Postman(Sender):
    """A sender that keeps what goes out; `answers` come in turn, None where all is well, and then all is well."""

    def __init__(self, *answers: SendError | None) -> None:
        self.sent: list[Message] = []
        self.threads: list[int | None] = []
        self.answers = deque(answers)

    @asynccontextmanager
    async def turn(self, _chat: int, *, patient: bool = False) -> AsyncIterator[None]:
        """It is always somebody's turn; digests let answers go first."""
        assert patient
        yield

    async def send(
        self,
        _chat: int,
        message: Message,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        about: int | None = None,
        silent: bool = False,
    ) -> int:
        """Keep the message, unless the answer is another."""
        assert (reply_to, about, silent) == (None, None, False)
        if self.answers and (answer := self.answers.popleft()):
            raise answer
        self.sent.append(message)
        self.threads.append(thread)
        return len(self.sent)

    @property
    def texts(self) -> list[str]:
        """What was sent, as it reads."""
        return [message.body.text for message in self.sent]


@pytest.fixture(scope="session")
def http() -> Fetcher:
    """One for all tests, for none of them fetches: certificates take longer to load than a digest to build."""
    return Fetcher(policy_from("false"))


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A bot of its own folder, which looks at no feed by itself: what they bring is put there."""
    monkeypatch.chdir(tmp_path)
    return Settings(
        token="1000:abcdef",
        data_dir=tmp_path,
        clock_file=tmp_path / "clock",
        feed_check_min=100_000,
        feed_check_max=100_000,
    )


@pytest.fixture
async def bot(settings: Settings, http: Fetcher) -> AsyncIterator[Resources]:
    """Open, with two chats, at noon of a Monday."""
    database = await fresh(settings.database_path)
    made = Resources(settings, database, http, Here(1), Once())
    set_clock(made, NOON)
    async with database.begin() as tx:
        await chats.remember(tx, YOU, ChatKind.PRIVATE, "You")
        await chats.remember(tx, FRIEND, ChatKind.PRIVATE, "Friend")
    yield made
    await made.once.aclose()
    await database.close()


def set_clock(bot: Resources, moment: datetime) -> None:
    """Make it this moment, and the millisecond that the file rounds by; from there time goes on."""
    assert bot.settings.clock_file
    offset = moment + timedelta(milliseconds=1) - datetime.now(UTC)
    write_offset(bot.settings.clock_file, offset.total_seconds())


async def change(bot: Resources, chat: int = YOU, **values: object) -> None:
    """Set columns of a chat."""
    async with bot.database.begin() as tx:
        await chats.change(tx, chat, **values)


async def follow(
    bot: Resources,
    name: str,
    *tags: str,
    chat: int = YOU,
    delivery: Delivery = Delivery.DIGEST,
    listed: tuple[Entry, ...] = (),
) -> int:
    """Subscribe a chat to a paper's feed, which lists so much already; returns the feed's number."""
    async with bot.database.begin() as tx:
        feed = await feeds.add(tx, f"https://{name.lower()}.example/feed", f"The {name}", bot.now())
        await feeds.subscribe(tx, chat, feed.id, bot.now(), tags)
        await feeds.change(tx, chat, feed.id, delivery=delivery)
        await items.found(tx, feed.id, listed, bot.now(), wanted=False)
        await items.first_for(tx, chat, feed.id, bot.now())
        await feeds.checked(tx, feed.id, checked_at=bot.now(), listed_at=bot.now())
    return feed.id


async def brings(bot: Resources, feed: int, *texts: str, site: str | None = "The Courier") -> list[int]:
    """A feed lists articles, and they are read; returns their numbers."""
    made = [written(bot, feed, text, site) for text in texts]
    async with bot.database.begin() as tx:
        entries = [
            Entry(article.key, article.url, article.title, published=article.published) for article in made
        ]
        await items.found(tx, feed, entries, bot.now(), wanted=True)
    return [await read(bot, feed, article) for article in made]


def written(bot: Resources, feed: int, text: str, site: str | None) -> Article:
    """An article of a feed's paper, of now."""
    title = TITLES.get(text, text.partition(".")[0])
    url = f"https://paper{feed}.example/{title.replace(' ', '-')}"
    return Article(text=text, key=url, url=url, title=title, language="en", site=site, published=bot.now())


async def read(bot: Resources, feed: int, article: Article) -> int:
    """The feed's open item of the article is read; returns the article's number."""
    async with bot.database.begin() as tx:
        number = await articles.keep(tx, article, bot.now())
        for item in await items.to_read(tx, bot.now(), limit=100, feed_ids=[feed]):
            if item.url == article.url:
                await items.ready(tx, item.id, number, bot.now())
    return number


async def schedule(
    bot: Resources,
    at: time = time(13),
    *,
    chat: int = YOU,
    name: str = "",
    weekdays: frozenset[int] = EVERY_DAY,
    tags: tuple[str, ...] = (),
    thread: int | None = None,
) -> Schedule:
    """Schedule a chat's digest in the operator's zone, UTC."""
    fire = next_fire(at, "UTC", bot.now(), weekdays)
    wanted = Schedule(0, chat, at, *fire, name=name, weekdays=weekdays, tags=tags, thread=thread)
    async with bot.database.begin() as tx:
        await schedules.replace(tx, chat, name, [wanted])
    return next(each for each in await schedules_of(bot, chat) if each.name == name)


async def schedules_of(bot: Resources, chat: int = YOU) -> tuple[Schedule, ...]:
    """The chat's schedules as they are now."""
    async with bot.database.reading() as tx:
        return await schedules.of_chat(tx, chat)


async def waiting(bot: Resources, moment: datetime | None = None) -> list[Digest]:
    """Digests with something left to do at a moment."""
    async with bot.database.reading() as tx:
        return list(await digests.open_ones(tx, moment or bot.now()))


async def planned(bot: Resources, of: Schedule | None = None, chat: int = YOU, key: str = "") -> int:
    """A digest that is due now, of a schedule or asked for; returns its number."""
    kind = DigestKind.SCHEDULED if of else DigestKind.ASKED
    key = key or f"{of.id if of else 'asked'}:{bot.now()}"
    async with bot.database.begin() as tx:
        assert await digests.plan(tx, chat, kind, key, bot.now(), schedule=of.id if of else None)
    return max(digest.id for digest in await waiting(bot) if digest.chat == chat)


async def digest_of(bot: Resources, number: int) -> Digest:
    """The digest as it is now."""
    async with bot.database.reading() as tx:
        digest = await digests.get(tx, number)
    assert digest
    return digest
