"""Settings: read from the environment or .env, every mistake told at once and in words, no secret shown."""

from pathlib import Path

import pytest

from bot.config import BadSettings, Settings, parse_editors, read_settings
from storage import Account

TELEGRAM = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOpp"
DISCORD = "MTIzNDU2Nzg5.Gabcde.secret-part-of-it"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No setting but those of the test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def complaint(monkeypatch: pytest.MonkeyPatch, **settings: str) -> str:
    for name, value in settings.items():
        monkeypatch.setenv(name.upper(), value)
    with pytest.raises(BadSettings) as trouble:
        read_settings()
    return str(trouble.value)


def test_without_any_setting_everything_has_a_default() -> None:
    settings = read_settings()
    assert settings.database_url == "sqlite:///data/reviews.db"
    assert settings.discord_token.get_secret_value() == settings.telegram_token.get_secret_value() == ""


def test_the_file_is_read_and_the_environment_goes_before_it(
    alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (alone / ".env").write_text("SITE_NAME=Die späte Reihe\nLOG_LEVEL=debug\nUNKNOWN=1\n", "utf-8")
    monkeypatch.setenv("LOG_LEVEL", "warning")
    settings = read_settings()
    assert (settings.site_name, settings.log_level) == ("Die späte Reihe", "WARNING")


def test_all_mistakes_are_told_at_once_one_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    told = complaint(
        monkeypatch,
        discord_token="1234567890",
        telegram_token="my bot",
        database_url="mysql://x",
        telegram_api_url="ftp://x",
        telegram_messages_per_second="many",
        editors="discord:1, somebody",
        site_name="x" * 61,
        cards_kept="101",
        log_level="loud",
        log_format="verse",
        health_port="65536",
        health_host="my host",
        assistant_url="my assistant",
        assistant_key="two words",
        assistant_model="x" * 201,
    ).splitlines()
    assert told[0] == "These settings need mending:"
    assert {row.partition(":")[0].strip() for row in told[1:]} == {
        name.upper() for name in Settings.model_fields
    }
    assert len(told) == 1 + len(Settings.model_fields)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("database_url", "reviews.db", "sqlite:///FILE or postgresql://"),
        ("telegram_api_url", "api.example.org", "begins with https://"),
        ("telegram_token", "123456", "@BotFather"),
        ("discord_token", "4815162342", "not the application id"),
        ("editors", "twitter:5", "'twitter:5' should be discord:NUMBER or telegram:NUMBER"),
        ("log_level", "loud", "DEBUG, INFO, WARNING, ERROR"),
        ("assistant_key", "none", "leave it empty where the assistant asks for none"),
        ("telegram_messages_per_second", "0", "greater than 0"),
    ],
)
def test_a_mistake_says_how_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    told = complaint(monkeypatch, **{name: value})
    assert words in told
    assert "Value error" not in told


def test_an_assistant_needs_a_model_and_its_key_is_a_secret_but_no_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = complaint(monkeypatch, assistant_url="http://127.0.0.1:11434/v1", assistant_key="sk-hidden")
    assert "ASSISTANT_MODEL: should name a model" in told
    assert "sk-hidden" not in told
    monkeypatch.setenv("ASSISTANT_MODEL", "small")
    settings = read_settings()
    assert "sk-hidden" in settings.secrets()
    assert "sk-hidden" not in repr(settings)
    assert not settings.has_token()
    monkeypatch.setenv("TELEGRAM_TOKEN", TELEGRAM)
    assert read_settings().has_token()


@pytest.mark.parametrize(
    "address", ["127.0.0.1:8080", "https://user:key@a.example/v1", "https://a.example/v1?key=1", "file:///v1"]
)
def test_an_assistants_address_is_plain(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    told = complaint(monkeypatch, assistant_url=address, assistant_model="small")
    assert "ASSISTANT_URL: should be where" in told
    assert address not in told


def test_no_secret_stands_in_a_message_or_a_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    told = complaint(
        monkeypatch,
        discord_token=f"{DISCORD} and more",
        telegram_token=TELEGRAM.replace(":", "-"),
        log_level="loud",
        database_url="mysql://user:hunter2@host/db",
    )
    for secret in (DISCORD, "secret-part", "AAbbCC", "hunter2"):
        assert secret not in told
    for name, value in (("DISCORD_TOKEN", DISCORD), ("TELEGRAM_TOKEN", TELEGRAM), ("LOG_LEVEL", "INFO")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///x.db")
    settings = read_settings()
    assert settings.telegram_token.get_secret_value() == TELEGRAM
    assert DISCORD not in repr(settings)
    assert TELEGRAM not in repr(settings)


def test_a_settings_file_that_is_not_utf_8_is_told_in_words(alone: Path) -> None:
    (alone / ".env").write_bytes("SITE_NAME=späte Reihe\n".encode("latin-1"))
    with pytest.raises(BadSettings, match="not text in UTF-8"):
        read_settings()


def test_editors_are_accounts_of_platforms() -> None:
    assert parse_editors(" discord:1, telegram:22 ,") == (Account("discord", 1), Account("telegram", 22))
    assert parse_editors("") == ()


@pytest.mark.parametrize("text", ["discord", "discord:", "discord:x", "discord:-1", ":1", "discord:²"])
def test_what_is_no_account_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="should be discord:NUMBER or telegram:NUMBER"):
        parse_editors(text)
