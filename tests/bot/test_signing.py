"""What a key carries is done only where this bot put it, and exactly as it was put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.signing import MOST_BYTES, key_of, read, signed

KEY = key_of("1000:secret")
# The bounds of Telegram's numbers: people's are below 2**40, those of channels and what belongs to them above this one.
FARTHEST = -4_000_000_000_000
MOST_ACTION = 40
chats = st.integers(FARTHEST, 2**40)
# Actions are written by the bot: a name and numbers, never the sign that stands before the chat.
actions = st.text(
    st.characters(codec="utf-8", exclude_characters="@"), min_size=1, max_size=MOST_ACTION
).filter(lambda action: len(action.encode()) <= MOST_ACTION)


@given(actions, chats, chats)
def test_what_was_signed_reads_back(action: str, where: int, about: int) -> None:
    assert read(KEY, signed(KEY, action, where, about), where) == (action, about)


@given(st.text("ab@~:-01", max_size=20), chats)
def test_signs_of_the_format_in_an_action_do_not_confuse_it(action: str, where: int) -> None:
    assert read(KEY, signed(KEY, action, where, where + 1), where) == (action, where + 1)


@pytest.mark.parametrize("about", [7, -1001234567890])
def test_every_change_of_a_single_byte_is_refused(about: int) -> None:
    data = signed(KEY, "unsub:12", 7, about).encode()
    for place in range(len(data)):
        for byte in range(256):
            changed = data[:place] + bytes([byte]) + data[place + 1 :]
            if changed != data:
                assert read(KEY, changed.decode("utf-8", "replace"), 7) is None, changed


def test_what_is_cut_off_or_added_is_refused() -> None:
    data = signed(KEY, "unsub:12", 7, -100)
    for length in range(len(data)):
        assert read(KEY, data[:length], 7) is None
        assert read(KEY, data[length + 1 :], 7) is None
    assert read(KEY, f"{data} ", 7) is None
    assert read(KEY, f"x{data}", 7) is None


@given(st.text(max_size=64))
def test_what_was_never_signed_is_refused(data: str) -> None:
    assert read(KEY, data, 7) is None


@given(actions, chats, chats, chats)
def test_a_key_works_in_its_own_chat_alone(action: str, where: int, about: int, other: int) -> None:
    if other != where:
        assert read(KEY, signed(KEY, action, where, about), other) is None


def test_the_key_of_another_bot_or_an_older_token_is_refused() -> None:
    data = signed(KEY, "unsub:12", 7, 7)
    assert read(key_of("1000:another"), data, 7) is None
    assert read(key_of("1001:secret"), data, 7) is None


@given(actions, chats, chats)
def test_what_is_signed_never_exceeds_what_a_key_may_carry(action: str, where: int, about: int) -> None:
    assert len(signed(KEY, action, where, about).encode()) <= MOST_BYTES


@pytest.mark.parametrize("about", [FARTHEST, -1_997_852_516_352, 2**40])
def test_the_longest_action_about_the_farthest_chat_fits(about: int) -> None:
    data = signed(KEY, "x" * MOST_ACTION, FARTHEST, about)
    assert len(data.encode()) <= MOST_BYTES
    assert read(KEY, data, FARTHEST) == ("x" * MOST_ACTION, about)
