"""Messages hold whatever people and pages write, and always fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.rich import Button, Entity, Message, Rich, bold, clean, join, link, quote, units
from bot.messages.split import MAX_ENTITIES, MAX_UNITS, pack, split

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def stretch(body: Rich, entity: Entity) -> str:
    raw = body.text.encode("utf-16-le")
    return raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


@given(texts, texts, texts)
def test_an_entity_covers_what_it_was_put_around(before: str, inner: str, after: str) -> None:
    body = Rich(before) + bold(inner) + after
    assert body.text == before + inner + after
    assert [stretch(body, entity) for entity in body.entities] == ([inner] if inner else [])


@given(st.lists(texts.map(lambda text: bold(text * 9)), min_size=1, max_size=40))
def test_every_part_fits_and_no_word_is_lost(pieces: list[Rich]) -> None:
    parts = pack(pieces)
    assert all(units(part.text) <= MAX_UNITS and len(part.entities) <= MAX_ENTITIES for part in parts)
    kept = "".join("".join(part.text.split()) for part in parts)
    assert kept == "".join("".join(piece.text.split()) for piece in pieces)
    for part in parts:
        assert all(
            entity.offset >= 0 and entity.offset + entity.length <= units(part.text)
            for entity in part.entities
        )


@given(texts, st.lists(texts.map(bold), max_size=8))
def test_what_is_joined_is_what_is_added_up(separator: str, pieces: list[Rich]) -> None:
    whole = Rich()
    for piece in pieces:
        if piece.text:
            whole = whole + separator + piece if whole.text else piece
    assert join(separator, pieces) == whole


def test_a_part_never_ends_within_a_joined_emoji() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    for part in split(Rich(family * 700)):
        assert not part.text.startswith("\u200d")
        assert not part.text.endswith("\u200d")


def test_more_than_a_hundred_entities_become_two_parts() -> None:
    parts = split(join(" ", [bold("x")] * 150))
    assert [len(part.entities) <= MAX_ENTITIES for part in parts] == [True, True]
    assert sum(len(part.entities) for part in parts) == 150


def test_stories_are_not_cut_when_they_fit_in_the_next_part() -> None:
    story = quote("word " * 300)
    parts = pack([story] * 5)
    assert all(part.text.count("word") % 300 == 0 for part in parts)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://user?id=1", "ftp://example.com", "", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert link("here", url).entities == ()


def test_a_title_can_not_turn_the_direction_of_what_follows() -> None:
    assert clean("photo_\u202egpj.exe\n\x00 next") == "photo_gpj.exe next"


@given(texts, texts)
def test_a_message_comes_back_from_its_row_as_it_was(text: str, label: str) -> None:
    message = Message(bold(text), ((Button(label, "at:08:00"), Button("open", url="https://example.com")),))
    assert Message.load(message.dump()) == message


def test_emoji_count_twice_as_telegram_counts_them() -> None:
    parts = split(Rich("😀" * 4096))
    assert [len(part) for part in parts] == [MAX_UNITS, MAX_UNITS]
