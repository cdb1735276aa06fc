"""A conversation in each language, from /start to the first digest, held against what it was when it was last read.

What the person sees is in `golden/CODE.txt`: after `==` what they did, then the bot's text and its keys. Where a text
is to change, or a language is new, write the files anew, read what `git diff` shows, and commit them:

    NUTGRAF_GOLDEN=write pytest tests/flows/test_languages.py
"""

import asyncio
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from difflib import unified_diff
from pathlib import Path

from bot.locale import DEFAULT, LANGUAGES, translator
from bot.messages.facts import clock
from bot.playground.chats import Json
from bot.playground.person import Person
from bot.playground.site import PAPERS
from bot.starter import TOPICS
from tests.flows.conftest import START, World
from tests.flows.test_feeds import keys, pressed

GOLDEN = Path(__file__).with_name("golden")
RENEW = "NUTGRAF_GOLDEN=write pytest tests/flows/test_languages.py"
COURIER, HARBOUR = "The Courier", "Harbour Post"
# What a language has in common with English.
ALIKE: Mapping[str, frozenset[str]] = {
    "de": frozenset({"Feeds", "Sport"}),
    "es": frozenset({"Feeds", "1 min"}),
    "fr": frozenset({"Culture", "Sport", "1 min"}),
    "it": frozenset({"Sport", "1 min"}),
    "pl": frozenset({"Sport", "1 min"}),
    "pt": frozenset({"Feeds", "1 min"}),
}
# Marks around foreign texts in a line from right to left; nobody sees them, but in a file they should be seen.
ISOLATES = str.maketrans("\u2067\u2068\u2069", "⟦⟦⟧")
WITHOUT = str.maketrans("", "", "⟦⟧")


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did, and what they saw of it."""

    did: str
    text: str
    keys: Sequence[Sequence[str]]

    def __str__(self) -> str:
        rows = [" ".join(f"[{key}]" for key in row) for row in self.keys]
        return "\n".join([f"== {self.did}", self.text, *([""] if rows else []), *rows])


def step(did: str, message: Json) -> Step:
    """A step, without what changes from run to run: the clock goes on by minutes, at most nine."""
    rows = [[stable(key) for key in row] for row in keys(message)]
    return Step(stable(did), stable(message["text"]), rows)


def stable(text: str) -> str:
    """A text with its times cut to ten minutes, and its invisible marks made visible; pure."""
    return re.sub(r"\b(\d\d[:.][0-5])\d\b", r"\g<1>0", text).translate(ISOLATES)


async def offering(world: World) -> None:
    """The bot once more, with a feed of each topic, of which two are on this machine."""
    await world.bot.end()
    path = Path(world.bot.environment["NUTGRAF_DATA_DIR"]) / "starter.toml"
    feeds = {topic: (f"Paper {at}", f"{world.url}/site/{topic}.xml") for at, topic in enumerate(TOPICS, 1)}
    feeds["local"] = (COURIER, f"{world.url}/site/courier/feed.xml")
    feeds["technology"] = (HARBOUR, f"{world.url}/site/harbour/feed.atom")
    tables = [f'[en.{topic}]\n"{title}" = "{url}"\n' for topic, (title, url) in feeds.items()]
    path.write_text("".join(tables), "utf-8")
    menus = world.count("setMyCommands")
    await world.bot.start()
    await world.called("setMyCommands", menus + 1)


async def conversation(person: Person, code: str) -> list[Step]:
    """The first minutes of somebody whose Telegram speaks a language, as they see them."""
    tr = translator(code)
    panel = await person.ask("/start")
    steps = [step("/start", panel)]

    async def press(*beginnings: str) -> None:
        nonlocal panel
        for beginning in beginnings:
            labels = [label for row in keys(panel) for label in row]
            label = next(each for each in labels if each.startswith(beginning))
            panel = await pressed(person, panel, label)
            steps.append(step(f"[{label}]", panel))

    await press(LANGUAGES[code])
    await press(keys(panel)[0][0], clock(tr, time(8)), COURIER, HARBOUR, tr("More topics"), tr("Done"))
    return [*steps, step("a little later", await person.answer())]


def own(each: Step) -> Iterator[str]:
    """The bot's own words in a step, piece by piece: no names, no times, no sentences of articles; pure."""
    told = re.sub(r"^(• |\d+  ).*$", "", each.text, flags=re.MULTILINE)
    names = {*LANGUAGES.values(), *PAPERS.values(), COURIER, HARBOUR}
    for line in (*told.splitlines(), *(key for row in each.keys for key in row)):
        pieces = line.translate(WITHOUT).removeprefix("✓ ").split(" · ")
        if not re.search(r" · \d\d[:.]\d\d$", line):
            yield from (piece for piece in pieces if re.search(r"[^\W\d]", piece) and piece not in names)


def english_in(code: str, talk: Sequence[Step], english: Sequence[Step]) -> list[str]:
    """What a conversation says in English, as the English one does in the same place; pure."""
    pieces = [
        piece
        for mine, theirs in zip(talk, english, strict=True)
        for piece in own(mine)
        if piece in set(own(theirs))
    ]
    return [
        piece
        for piece in dict.fromkeys(pieces)
        if not re.fullmatch(r"Paper \d", piece) and piece not in ALIKE.get(code, ())
    ]


def differences(code: str, told: str) -> str:
    """How a conversation differs from its file, in words; empty where it does not."""
    path = GOLDEN / f"{code}.txt"
    if not path.exists():
        return f"There is no {path.name} in tests/flows/golden. Make it with {RENEW}, read it, and commit it."
    kept = path.read_text("utf-8")
    return "\n".join(unified_diff(kept.splitlines(), told.splitlines(), path.name, "now", lineterm=""))


def write(told: Mapping[str, str]) -> None:
    """The files as they should be from now on, and no others."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for code, text in told.items():
        (GOLDEN / f"{code}.txt").write_text(text, "utf-8")


def complaints(code: str, talk: Sequence[Step], english: Sequence[Step]) -> Iterator[str]:
    """What is wrong with a conversation whatever its file says; pure."""
    tr = translator(code)
    head = f"{tr('Your digest')} · {tr.date('EEEE, d MMMM', START.date())}"
    if not talk[-1].text.startswith(f"{head}\n"):
        yield f"{code}: the digest is not headed “{head}”"
    if code != DEFAULT and (same := english_in(code, talk, english)):
        yield f"{code}: English is {same}"


async def test_from_start_to_the_first_digest_each_language_says_what_it_said_when_it_was_read(
    world: World,
) -> None:
    await offering(world)
    people = {code: world.person(f"Reader {code}", language=code) for code in LANGUAGES}
    said = await asyncio.gather(*(conversation(person, code) for code, person in people.items()))
    talks = dict(zip(people, said, strict=True))
    told = {code: "\n\n".join(map(str, talk)) + "\n" for code, talk in talks.items()}
    if os.environ.get("NUTGRAF_GOLDEN") == "write":
        write(told)
    wrong = [each for code, talk in talks.items() for each in complaints(code, talk, talks[DEFAULT])]
    wrong += filter(None, (differences(code, text) for code, text in told.items()))
    assert not wrong, "\n\n".join(wrong)
    assert [code for code, person in people.items() if len(person.got) > 2 or any(person.toasts)] == []
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(LANGUAGES)
