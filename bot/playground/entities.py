"""Entities: those a client sends are checked, those that the server finds by itself are found.

Offsets and lengths count UTF-16 units, as everywhere in the Bot API.
"""

import re
from itertools import accumulate

from bot.playground.chats import Json
from bot.playground.errors import bad_request

MOST = 100
STYLES = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    }
)
FOUND = {
    "bot_command": re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "url": re.compile(
        r"(?<![\w@.])(?:https?://[^\s<>\"«»“”]+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|news|info|example|de|ua)\b(?:/[^\s<>\"«»“”]*)?)",
        re.IGNORECASE,
    ),
    "mention": re.compile(r"(?<![\w/@.])@[A-Za-z0-9_]{3,32}\b"),
    "hashtag": re.compile(r"(?<![\w#/&])#(?=\w*[^\W\d])\w{1,256}"),
}
# A client may send these along; the server finds them by itself and ignores what it is told.
IGNORED = frozenset({*FOUND, "cashtag", "email", "phone_number", "bank_card"})
# Nothing is found inside of these.
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def checked(text: str, sent: object) -> list[Json]:
    """The entities that a client sent, those past the hundredth left out.

    Raises:
        ApiError: one of them is malformed or reaches out of the text.
    """
    if sent is None:
        return []
    if not isinstance(sent, list) or not all(isinstance(entity, dict) for entity in sent):
        raise bad_request("can't parse entities JSON object")
    borders = _borders(text)
    kept = [_checked(entity, borders) for entity in sent[:MOST] if entity.get("type") not in IGNORED]
    return [entity for entity in kept if entity["length"] > 0]


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Text without the white space around it, and its entities moved and cut accordingly."""
    first = min((entity["offset"] for entity in entities), default=len(text))
    lead = min(first, len(text) - len(text.lstrip(" \n")))
    text = text[lead:].rstrip()
    moved = [_fitted(entity | {"offset": entity["offset"] - lead}, text) for entity in entities]
    return text, [entity for entity in moved if entity["length"] > 0]


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """All entities in order: those given, and the commands, links, mentions and hashtags in the text."""
    taken = [entity for entity in entities if entity["type"] in OPAQUE]
    found = [entity for entity in detected(text) if not any(_touch(entity, other) for other in taken)]
    return sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))


def detected(text: str) -> list[Json]:
    """Commands, links, mentions and hashtags in a text."""
    places = [0, *accumulate(utf16(letter) for letter in text)]
    found: list[Json] = []
    for kind, pattern in FOUND.items():
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(".,:;!?)]}'…") if kind == "url" else match[0])
            entity = {
                "type": kind,
                "offset": places[match.start()],
                "length": places[end] - places[match.start()],
            }
            if not any(_touch(entity, other) for other in found):
                found.append(entity)
    return sorted(found, key=lambda entity: entity["offset"])


def part(text: str, entity: Json) -> str:
    """The piece of text that an entity covers."""
    units = text.encode("utf-16-le")
    start = 2 * entity["offset"]
    return units[start : start + 2 * entity["length"]].decode("utf-16-le")


def _borders(text: str) -> set[int]:
    return set(accumulate((utf16(letter) for letter in text), initial=0))


def _checked(entity: Json, borders: set[int]) -> Json:
    kind, offset, length = entity.get("type"), entity.get("offset"), entity.get("length")
    if kind not in STYLES:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 0:
        raise bad_request('can\'t parse MessageEntity: Field "offset" and "length" must be of type Number')
    start = f"entity beginning at UTF-16 offset {offset}"
    if offset + length > max(borders):
        raise bad_request(f"{start} ends after the end of the text at UTF-16 offset {offset + length}")
    if offset not in borders:
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {offset}")
    if offset + length not in borders:
        raise bad_request(f"{start} ends in a middle of a UTF-16 symbol at UTF-16 offset {offset + length}")
    if kind == "text_link" and not entity.get("url"):
        raise bad_request("can't parse MessageEntity: Can't find field \"url\"")
    return dict(entity)


def _fitted(entity: Json, text: str) -> Json:
    covered = part(text, entity).rstrip()
    return entity | {"length": utf16(covered)}


def _touch(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )
