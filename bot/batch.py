"""Many articles on the command line: sources side by side, or lines of JSON through all cores."""

import asyncio
import json
import os
import stat
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TextIO

from bot.condensing import condense_in_time
from bot.progress import Told
from bot.workers import Workers
from summarizer.article import read
from summarizer.article.documents import read_text
from summarizer.article.guard import Policy
from summarizer.errors import Blocked, NotReadable, SummarizerError, TooHeavy
from summarizer.limits import LIMITS
from summarizer.types import Article, File, Options, Outcome, Source, Summary, Url

if TYPE_CHECKING:
    from summarizer.article.fetch import Fetched, Fetcher

LINES = 16  # of JSON in one task: enough that handing them over costs nothing beside the work
AHEAD = 4  # tasks that wait for each core
_READ = 256 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source: its summary, or why there is none."""

    source: str
    summary: Summary | None = None
    error: SummarizerError | None = None


class _LazyFetcher:
    """Fetches like a `Fetcher`, and imports what it needs for that with the first address."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._fetcher: Fetcher | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._fetcher:
            await self._fetcher.aclose()

    async def get(self, url: str) -> "Fetched":
        from summarizer.article.fetch import Fetcher  # noqa: PLC0415 - half a second that files need not pay

        self._fetcher = self._fetcher or Fetcher(self._policy)
        return await self._fetcher.get(url)


async def condense_sources(sources: list[str], options: Options, policy: Policy) -> list[Result]:
    """A result for each source (an address, a file name, `-` for standard input), in their order."""
    async with _LazyFetcher(policy) as http, Workers(min(_cores(), len(sources))) as workers:
        return await asyncio.gather(*(_condense(source, options, http, workers) for source in sources))


async def condense_lines(lines: BinaryIO, out: TextIO, options: Options, told: Told) -> None:
    """A line of JSON on `out` for each on `lines`, in their order; `options` where a line has none of its own.

    `told` hears how many lines were answered each time, and how many bytes they have.
    """
    tasks: asyncio.Queue[tuple[asyncio.Task[list[str]], int] | None] = asyncio.Queue(AHEAD * _cores())
    async with Workers(_cores()) as workers:
        started: set[asyncio.Task[list[str]]] = set()

        async def hand_out() -> None:
            try:
                async for some in _chunks(lines):
                    task = asyncio.create_task(_condense_some(some, options, workers))
                    started.add(task)
                    task.add_done_callback(started.discard)
                    await tasks.put((task, sum(len(line) + 1 for line in some)))
            finally:
                await tasks.put(None)

        reader = asyncio.create_task(hand_out())
        try:
            while handed_out := await tasks.get():
                task, size = handed_out
                answered = await task
                out.writelines(answered)
                out.flush()
                told(len(answered), size)
            await reader
        finally:  # there is no more, or whoever reads has had enough
            left = [reader, *started]
            for each in left:
                each.cancel()
            await asyncio.wait(left, timeout=1)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def _condense(name: str, options: Options, http: _LazyFetcher, workers: Workers) -> Result:
    try:
        article = await read(_source(name), http, LIMITS, workers.run)
        return Result(name, await condense_in_time(workers, condense, article, options))
    except SummarizerError as error:
        return Result(name, error=error)


def condense(article: Article, options: Options) -> Summary:
    """The article's bullets; runs in a worker, which imports what it takes."""
    from summarizer.condense import summarize  # noqa: PLC0415 - a second that only workers pay

    return summarize(article, options)


def _source(name: str) -> Source:
    """What a word on the command line means."""
    if name == "-":
        return File("", None, sys.stdin.buffer.read(LIMITS.body_bytes + 1))
    if name.lower().startswith(("http://", "https://")):
        return Url(name)
    if "://" in name:
        raise Blocked("bad_url", name)
    try:
        with Path(name).open("rb") as file:
            return File(name, None, file.read(LIMITS.body_bytes + 1))
    except FileNotFoundError:
        raise NotReadable("no_such_file", outcome=Outcome.UNSUPPORTED) from None
    except IsADirectoryError:
        raise NotReadable("is_folder", outcome=Outcome.UNSUPPORTED) from None
    except OSError:
        raise NotReadable("closed_file", outcome=Outcome.UNSUPPORTED) from None


async def _chunks(lines: BinaryIO) -> AsyncIterator[list[bytes]]:
    """What has arrived, a few lines at a time: whoever writes one line and waits gets an answer to it."""
    rest = b""
    async for data in _pieces(lines):
        *whole, rest = (rest + data).split(b"\n")
        full = [line for line in whole if line.strip()]
        for start in range(0, len(full), LINES):
            yield full[start : start + LINES]
    if rest.strip():
        yield [rest]


async def _pieces(lines: BinaryIO) -> AsyncIterator[bytes]:
    """The bytes of a file, or those of a pipe or terminal as they come; a thread would hold Ctrl-C up."""
    mode = os.fstat(lines.fileno()).st_mode
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or lines.isatty()):
        while data := lines.read(_READ):
            yield data
        return
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), lines)
    while data := await reader.read(_READ):
        yield data


async def _condense_some(lines: list[bytes], options: Options, workers: Workers) -> list[str]:
    """The answers to some lines; when they are too heavy together, each gets its own time."""
    if len(lines) == 1:
        return [await _condense_one(lines[0], options, workers)]
    try:
        return await workers.run(answers, lines, options)
    except TooHeavy:
        return [await _condense_one(line, options, workers) for line in lines]


async def _condense_one(line: bytes, options: Options, workers: Workers) -> str:
    try:
        (answer,) = await condense_in_time(workers, answers, [line], options)
    except TooHeavy as error:
        return _json(_answer(_id_of(line), options.method, error.outcome))
    return answer


def answers(lines: list[bytes], options: Options) -> list[str]:
    """A line of JSON for each line of JSON."""
    return [_json(_condensed(line, options)) for line in lines]


def _condensed(line: bytes, options: Options) -> dict[str, Any]:
    identity = _id_of(line)
    try:
        row = json.loads(line)
        own = _options(row, options)
        summary = condense(read_text(_typed(row["text"], str), _typed(row.get("title"), str, None)), own)
    except SummarizerError as error:
        return _answer(identity, options.method, error.outcome)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _answer(identity, options.method, Outcome.UNSUPPORTED)
    bullets = [bullet.text for bullet in summary.bullets]
    return _answer(identity, summary.method, summary.outcome, bullets, summary.language)


def _options(row: dict[str, Any], options: Options) -> Options:
    """What a line asks for, the rest as on the command line."""
    sentences = _typed(row.get("sentences"), int, options.sentences)
    words = _typed(row.get("words"), int, options.words)
    language = _typed(row.get("language"), str, options.language)
    if not 1 <= sentences <= LIMITS.bullets or (words is not None and words < 1):
        raise ValueError("out of range")
    return Options(options.method, sentences, words, language)


def _typed(value: Any, kind: type, *default: Any) -> Any:  # noqa: ANN401 - JSON has no types
    """A value of JSON if it is of a kind; null stands for the default where there is one."""
    if value is None and default:
        return default[0]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(kind.__name__)
    return value


def _id_of(line: bytes) -> Any:  # noqa: ANN401 - it comes back as it came
    try:
        return json.loads(line).get("id")
    except (ValueError, AttributeError, RecursionError):
        return None


def _answer(
    identity: Any,  # noqa: ANN401 - it comes back as it came
    method: str,
    outcome: Outcome,
    bullets: list[str] | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    return {
        "id": identity,
        "bullets": bullets or [],
        "language": language,
        "method": method,
        "outcome": outcome.value,
    }


def _json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
