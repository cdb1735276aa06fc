"""Shorter runs of a sentence: up to the end of a clause, so that what is left can be read as a whole sentence.

Used where a sentence is longer than the room that is left. No parser: a sentence may end before a comma, or before a
word that opens a clause which can go, if a finite verb of the main clause stands before it, and if no quotation or
bracket is left open. Conditions and contrasts ("unless", "but") never go, since they change what is said.
"""

import re
from dataclasses import dataclass
from itertools import islice

from summarizer.language.words import count_words
from summarizer.rules.grammar import GRAMMARS, REPORTING, Grammar

_LEAST = 8  # words that must be left: a main clause of news is seldom shorter
_GONE = 3  # words that must go: less is not worth a cut
_LOOKED_AT = 3000  # characters of a sentence; no run is longer
_TOKEN = re.compile(r"\S+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BREAKS = ",;:–—،"
_TAIL = " ,;:–—-،"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in small letters without signs; `fresh` says that a comma or its like stands before it."""

    text: str
    start: int
    end: int
    fresh: bool


def shorter(sentence: str, language: str | None, most: int) -> int | None:
    """Where the longest run of at most `most` words from the sentence's beginning ends, or None if there is none."""
    grammar = GRAMMARS.get(language or "")
    if grammar is None or most < _LEAST:
        return None
    ends = [end for count, end in _ends(_words(sentence, most + _GONE), sentence, grammar) if count <= most]
    return ends[-1] if ends else None


def beginning(sentence: str, most: int, loose: frozenset[str]) -> int:
    """Where the sentence's first `most` words end, or those up to the last comma in their last quarter.

    For a sentence that is longer than a whole summary may be. Words of `loose`, the language's function words, are
    no end.
    """
    end = _spaced(sentence, most, loose)
    return end if count_words(sentence[:end]) <= most else _unspaced(sentence, most)


def _spaced(sentence: str, most: int, loose: frozenset[str]) -> int:
    words = _words(sentence, most + 1)
    if len(words) <= most:
        return len(sentence)
    for count in range(most, most * 3 // 4, -1):
        end = _tidy(sentence, words[count - 1].end)
        if words[count].fresh and words[count - 1].text not in REPORTING and _is_closed(sentence[:end]):
            return end
    count = max(1, most)
    while count > 1 and words[count - 1].text in loose:
        count -= 1
    return _tidy(sentence, words[count - 1].end)


def _unspaced(sentence: str, most: int) -> int:
    """The same where words have no spaces between them."""
    end = min(len(sentence), 2 * most)
    while end > 1 and count_words(sentence[:end]) > most:
        end -= 1
    comma = max(sentence.rfind(sign, end * 3 // 4, end) for sign in "，、；")
    return comma if comma > 0 else end


def _ends(words: list[_Word], sentence: str, grammar: Grammar) -> list[tuple[int, int]]:
    """How many words each run of the first words has, and where it ends."""
    found = []
    verb, clause, relative, opener = False, 0, -9, -9
    for number, word in enumerate(words):
        if word.fresh:
            clause = number
        ripe = verb and number - opener > _GONE and _LEAST <= number <= len(words) - _GONE
        if ripe and _may_go(words, number, grammar):
            end = _tidy(sentence, words[number - 1].end)
            if _is_closed(sentence[:end]):
                found.append((number, end))
        if word.text in grammar.relatives:
            relative = number
        if word.text in grammar.droppable:
            opener = number
        main = words[clause].text not in grammar.openers
        verb = verb or (word.text in grammar.verbs and main and number - relative > _GONE)
    return found


def _may_go(words: list[_Word], number: int, grammar: Grammar) -> bool:
    """Whether what begins with this word can be left out."""
    word, before = words[number].text, words[number - 1].text
    if before in REPORTING or before in grammar.verbs or (word[:1].isdigit() and before[-1:].isdigit()):
        return False
    return word in grammar.droppable or (words[number].fresh and bool(word) and word not in grammar.kept)


def _words(sentence: str, most: int) -> list[_Word]:
    """The first words, at most so many."""
    found: list[_Word] = []
    fresh = False
    for match in islice(_TOKEN.finditer(sentence[:_LOOKED_AT]), most):
        word = match[0]
        bare = word if word.isalnum() else _EDGES.sub("", word)
        found.append(_Word(bare.lower(), match.start(), match.end(), fresh))
        fresh = word[-1] in _BREAKS
    return found


def _is_closed(run: str) -> bool:
    """Whether every quotation and bracket that opens also ends."""
    opened = run.count("“") + run.count("„") - run.count("”")
    low = run.count("„")  # „German“ ends with the sign that “English” begins with
    return (
        run.count('"') % 2 == 0
        and run.count("(") == run.count(")")
        and run.count("[") == run.count("]")
        and run.count("«") == run.count("»")
        and opened in {0, 2 * low}
    )


def _tidy(sentence: str, end: int) -> int:
    return len(sentence[:end].rstrip(_TAIL))
