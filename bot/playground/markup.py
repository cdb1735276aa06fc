"""HTML in messages: turned into entities, or refused with the words of the official server."""

import re
from dataclasses import dataclass, field
from typing import NoReturn

from bot.playground.chats import Json
from bot.playground.entities import utf16
from bot.playground.errors import bad_request

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));?")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]+))?""")


@dataclass(slots=True)
class _Open:
    name: str
    attributes: dict[str, str]
    offset: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    text: str = ""
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            match self.source[self.at]:
                case "<":
                    self._tag()
                case "&":
                    self._reference()
                case letter:
                    self.text += letter
                    self.at += 1
        if self.open:
            _fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.text, self.entities

    def _reference(self) -> None:
        match = REFERENCE.match(self.source, self.at)
        self.text += _character(match) if match else "&"
        self.at = match.end() if match else self.at + 1

    def _tag(self) -> None:
        if self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        begin = self.at
        name = self._name(begin + 1)
        if self.at >= len(self.source):
            _fail(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if name not in STYLES:
            _fail(f'Unsupported start tag "{name}" at byte offset {self._bytes(begin)}')
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            _fail(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.open.append(_Open(name, attributes, utf16(self.text)))

    def _name(self, start: int) -> str:
        match = TAG_NAME.match(self.source, start)
        assert match is not None
        self.at = match.end()
        return match[0].lower()

    def _attributes(self, name: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while not (rest := self.source[self.at :].lstrip()).startswith(">"):
            match = ATTRIBUTE.match(self.source, self.at)
            if match is None and rest:
                _fail(f'Empty attribute name in the tag "{name}" at byte offset {self._bytes(begin)}')
            if match is None or (match[2] is None and match[0].endswith("=")):
                _fail(f'Unclosed start tag "{name}" at byte offset {self._bytes(begin)}')
            found[match[1].lower()] = REFERENCE.sub(_character, (match[2] or "").strip("\"'"))
            self.at = match.end()
        self.at = self.source.index(">", self.at) + 1
        return found

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            _fail(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        name = self._name(begin + 2)
        if not self.source[self.at :].lstrip().startswith(">"):
            _fail(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.at = self.source.index(">", self.at) + 1
        tag = self.open.pop()
        if name and name != tag.name:
            _fail(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        self._close(tag)

    def _close(self, tag: _Open) -> None:
        length = utf16(self.text) - tag.offset
        entity: Json = {"type": STYLES[tag.name], "offset": tag.offset, "length": length}
        if tag.name == "a":
            entity["url"] = tag.attributes.get("href", "")
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        if length and entity.get("url", "-"):
            self.entities.append(entity)

    def _bytes(self, place: int) -> int:
        return len(self.source[:place].encode())


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Splits HTML into text and entities.

    Raises:
        ApiError: a tag is unknown, unclosed or in the wrong place.
    """
    return _Reader(source).read()


def _character(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    if named:
        return NAMED[named]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else match[0]


def _fail(reason: str) -> NoReturn:
    raise bad_request(f"can't parse entities: {reason}")
