"""Settings are read once, and a wrong one is named."""

from pathlib import Path

import pytest

from config.logging import redact
from config.settings import Settings, SettingsError, load

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # no .env of the operator's
    for name in Settings.model_fields:
        monkeypatch.delenv(f"NUTGRAF_{name.upper()}", raising=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "123"),
        ("TOKEN", ""),
        ("API_URL", "api.telegram.org"),
        ("TIMEZONE", "../../etc/passwd"),
        ("TIMEZONE", "Mars"),
        ("FETCH_ALLOW_PRIVATE", "10.0.0.0/8,home"),
        ("FEED_CHECK_MIN", "0"),
        ("FEED_CHECK_MIN", "2000"),
        ("LOG_LEVEL", "loud"),
        ("ADMINS", "me"),
        ("ADMINS", "12;13"),
        ("ADMINS", "0"),
        ("ALLOWED", "12, @somebody"),
        ("ACCESS", "closed"),
        ("ACCESS", ""),
        ("QUOTA_PERSON", "-1"),
        ("QUOTA_CHAT", "many"),
        ("QUOTA_ALL", "1.5"),
        ("QUOTA_ALL", "1000000"),
        ("MAX_FEEDS", "0"),
        ("DATABASE_URL", "mysql://localhost"),
    ],
)
def test_a_wrong_value_is_one_sentence_that_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("NUTGRAF_TOKEN", TOKEN)
    monkeypatch.setenv(f"NUTGRAF_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load()
    sentence = str(caught.value)
    assert f"NUTGRAF_{name}" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert TOKEN not in sentence


@pytest.mark.parametrize(
    ("value", "ids"),
    [("", ()), (" ", ()), ("7", (7,)), ("7, -1001234567890,8,", (7, 8, -1001234567890))],
)
def test_numbers_stand_with_commas_between_and_nothing_is_nobody(
    monkeypatch: pytest.MonkeyPatch, value: str, ids: tuple[int, ...]
) -> None:
    monkeypatch.setenv("NUTGRAF_TOKEN", TOKEN)
    monkeypatch.setenv("NUTGRAF_ADMINS", value)
    monkeypatch.setenv("NUTGRAF_ALLOWED", value)
    assert (load().admins, load().allowed) == (frozenset(ids), frozenset(ids))


def test_a_wrong_word_is_answered_with_those_that_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_TOKEN", TOKEN)
    monkeypatch.setenv("NUTGRAF_ACCESS", "closed")
    with pytest.raises(SettingsError, match="'open', 'allowlist' or 'invite'"):
        load()


def test_a_missing_token_says_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match="BotFather"):
        load()


def test_values_come_from_a_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"NUTGRAF_TOKEN={TOKEN}\nNUTGRAF_TIMEZONE=Europe/Kyiv\nOTHER=1\n")
    assert load().timezone == "Europe/Kyiv"


def test_the_token_is_masked_wherever_settings_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_TOKEN", TOKEN)
    assert TOKEN not in repr(load()) + str(load())


@pytest.mark.parametrize(
    "line", [f"GET https://api.telegram.org/bot{TOKEN}/getUpdates", f"Bot[token={TOKEN}]", TOKEN]
)
def test_a_token_in_a_log_line_is_masked(line: str) -> None:
    assert TOKEN not in redact(line)
    assert "[token]" in redact(line)
