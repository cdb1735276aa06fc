"""Whatever the text, each method has an answer to it with a named outcome."""

import json
import time
from typing import Any

import pytest

from bot.batch import answers
from summarizer.methods import METHODS
from summarizer.types import Options

SENTENCE = "The town of Lesk number {0} spent {0} crowns on its old bridge in May, the council said."
STORY = " ".join(SENTENCE.format(number) for number in range(12))
WORDLESS = {
    "empty": "",
    "blanks": " \n\t \n\n\u00a0\u3000",
    "signs": "... --- !!! ??? “” … ",
    "NULs": "\0" * 500,
    "one lone surrogate": "\ud800",
    "right-to-left marks alone": "\u200f\u202e" * 300,
}
ODD = {
    "a word": "Bridge",
    "a word with a stop": "Bridge.",
    "numbers": " ".join(map(str, range(400))),
    "sentences of numbers": " ".join(f"{number} {number + 1} {number * 7}." for number in range(100)),
    "one endless word": "a" * 100_000,
    "one endless sentence": "bridge and river, " * 6000,
    "the same sentence again and again": "The bridge was closed on Monday. " * 200,
    "function words": "It is the one and of. He was to be on it. " * 40,
    "one letter each": "a b c d. " * 100,
    "an emoji each": "🙂. 🌧! " * 200 + "Rain.",
    "mixed scripts": "Река поднялась. 今天下雨了。 The dam broke! גשם יורד? النهر يرتفع. " * 30,
    "no blanks": "今天城里下雨了河水上涨" * 400,
    "lone surrogates": STORY.replace("bridge", "bri\udcffdge \ud83d"),
    "NULs between": STORY.replace(" ", " \0"),
    "right-to-left marks": STORY.replace(" ", " \u200f\u202e"),
    "control signs": STORY.replace(" ", " \x1b[31m\x07"),
    "a sign for every letter": "n\u0303\u0301" * 3000 + ". " + STORY,
    "open brackets": "(" * 20_000 + STORY,
    "open quotes": "“ " * 20_000 + STORY,
    "commas": "and, " * 20_000 + STORY,
    "more sentences than are ranked": "\n".join(SENTENCE.format(number) for number in range(2500)),
}


def answer_to(text: str, method: str) -> dict[str, Any]:
    (line,) = answers([json.dumps({"id": 1, "text": text}).encode()], Options(method))
    answer: dict[str, Any] = json.loads(line)
    assert (answer["id"], answer["method"]) == (1, method)
    return answer


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ODD)
def test_every_odd_text_is_condensed_in_time(name: str, method: str) -> None:
    start = time.process_time()
    answer = answer_to(ODD[name], method)
    assert answer["outcome"] in {"ok", "short"}  # an error of a method would be unsupported
    assert answer["bullets"]
    assert time.process_time() - start < 10


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", WORDLESS)
def test_a_text_without_words_is_no_article(name: str, method: str) -> None:
    answer = answer_to(WORDLESS[name], method)
    assert (answer["outcome"], answer["bullets"]) == ("not_article", [])


@pytest.mark.parametrize(
    "line",
    [
        b"\0",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"text": "\xff"}',
        b'{"text": {}}',
        b"1" * 5000,
        b'{"text": "a"',
        b"null",
    ],
)
def test_every_odd_line_is_answered(line: bytes) -> None:
    (answer,) = map(json.loads, answers([line], Options("lead")))
    assert (answer["id"], answer["bullets"], answer["outcome"]) == (None, [], "unsupported")
