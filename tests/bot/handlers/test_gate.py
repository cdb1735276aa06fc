"""Who may change what: by role, in the chat's own name, and from a private chat."""

from datetime import UTC, datetime
from itertools import product

import pytest
from telegram import CallbackQuery, Chat, Message, Update, User

from bot.handlers.gate import Asker, asker_of, may_change, target_in
from bot.models import Access, ChatKind

NOW = datetime(2026, 11, 23, tzinfo=UTC)
GROUP, OTHER = Chat(-100, "supergroup", title="Readers"), Chat(-200, "channel", title="Elsewhere")
CHANNEL = Chat(-300, "channel", title="News")
ANONYMOUS = User(1087968824, "Group", is_bot=True, username="GroupAnonymousBot")
YOU = User(7, "You", is_bot=False)
ADMINS = ("creator", "administrator")
OTHERS = ("member", "restricted", None)


def said(chat: Chat, *, by: User | None = YOU, voice: Chat | None = None) -> Message:
    return Message(1, NOW, chat, from_user=by, sender_chat=voice)


def test_a_person_is_who_they_are() -> None:
    assert asker_of(Update(1, message=said(GROUP))) == Asker(7, as_the_chat=False)


def test_an_anonymous_admin_speaks_as_the_group() -> None:
    assert asker_of(Update(1, message=said(GROUP, by=ANONYMOUS, voice=GROUP))) == Asker(0, as_the_chat=True)


def test_another_channel_in_a_group_is_nobody() -> None:
    assert asker_of(Update(1, message=said(GROUP, by=ANONYMOUS, voice=OTHER))) == Asker(0, as_the_chat=False)


def test_a_post_speaks_as_its_channel() -> None:
    post = said(CHANNEL, by=None, voice=CHANNEL)
    assert asker_of(Update(1, channel_post=post)) == Asker(0, as_the_chat=True)


def test_who_presses_a_key_is_a_person_whoever_wrote_the_message() -> None:
    query = CallbackQuery("1", YOU, "1", message=said(CHANNEL, by=None, voice=CHANNEL), data="x")
    assert asker_of(Update(1, callback_query=query)) == Asker(7, as_the_chat=False)


@pytest.mark.parametrize(("kind", "access"), [*product(ChatKind, Access)])
def test_admins_and_the_chat_itself_may_change_everything(kind: ChatKind, access: Access) -> None:
    assert all(may_change(kind, access, as_the_chat=False, status=status) for status in ADMINS)
    assert may_change(kind, access, as_the_chat=True, status=None)


@pytest.mark.parametrize(("kind", "access", "status"), [*product(ChatKind, Access, OTHERS)])
def test_others_may_in_private_and_where_a_group_lets_everyone(
    kind: ChatKind, access: Access, status: str | None
) -> None:
    groups = kind in {ChatKind.GROUP, ChatKind.SUPERGROUP}
    expected = kind is ChatKind.PRIVATE or (groups and access is Access.EVERYONE and status is not None)
    assert may_change(kind, access, as_the_chat=False, status=status) is expected


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("@news_daily example.com", ("@news_daily", "example.com")),
        ("-1001234567890 08:00 #tech", ("-1001234567890", "08:00 #tech")),
        ("@news_daily", ("@news_daily", "")),
        ("-1001234567890", ("-1001234567890", "")),
        ("example.com @news_daily", None),
        ("-n 7 https://example.com", None),
        ("-7", None),
        ("@a", None),
        ("@me@example.com", None),
        ("", None),
    ],
)
def test_another_chat_is_named_first_by_name_or_number(arguments: str, found: tuple[str, str] | None) -> None:
    assert target_in(arguments) == found
