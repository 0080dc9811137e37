"""Settings from the environment and `.env`, read once; all mistakes are reported at once, in words."""

import re
from collections.abc import Sequence
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage import Account
from storage.cards import KEPT

_SHORTEST_KEY = 6
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class BadSettings(Exception):
    """Settings that cannot be used; the message names each and says how to mend it.

    `mistakes` are the names of what is wrong, each with the reason.
    """

    def __init__(self, mistakes: Sequence[tuple[str, str]]) -> None:
        told = "\n".join(f"  {name}: {wrong}" for name, wrong in mistakes)
        super().__init__(f"These settings need mending:\n{told}")
        self.mistakes = tuple(mistakes)


class Settings(BaseSettings):
    """Every setting of the program; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    discord_token: SecretStr = SecretStr("")
    telegram_token: SecretStr = SecretStr("")
    database_url: str = "sqlite:///data/reviews.db"
    telegram_api_url: str = "https://api.telegram.org"
    telegram_messages_per_second: float = Field(default=25.0, gt=0, le=1000)
    editors: str = ""
    site_name: str = Field(default="", max_length=60)
    cards_kept: int = Field(default=KEPT, ge=0, le=100)
    assistant_url: str = ""
    assistant_key: SecretStr = SecretStr("")
    assistant_model: str = Field(default="", max_length=200, validate_default=True)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["auto", "text", "json"] = "auto"
    health_port: int = Field(default=0, ge=0, le=65535)
    health_host: str = Field(default="127.0.0.1", pattern=r"^[\w.:-]+$")

    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        return (*self._tokens(), self.assistant_key.get_secret_value())

    def assistant(self) -> tuple[str, str, str]:
        """Address, key and model of the assistant; the address is empty where there is none."""
        return self.assistant_url, self.assistant_key.get_secret_value(), self.assistant_model

    def has_token(self) -> bool:
        """Whether there is any platform to serve."""
        return any(self._tokens())

    def _tokens(self) -> tuple[str, str]:
        return self.discord_token.get_secret_value(), self.telegram_token.get_secret_value()

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("should be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError(
                "should be an address that begins with https:// (or http:// for your own server)"
            )
        return value.rstrip("/")

    @field_validator("assistant_url")
    @classmethod
    def _assistant(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", value):
            raise ValueError(
                "should be where an OpenAI-compatible interface begins, such as http://127.0.0.1:11434/v1; "
                "a key goes into ASSISTANT_KEY"
            )
        return value.rstrip("/")

    @field_validator("assistant_key")
    @classmethod
    def _key(cls, value: SecretStr) -> SecretStr:
        key = value.get_secret_value()
        if not (key.isascii() and key.isprintable() and " " not in key):
            raise ValueError("should be one word, as the assistant's provider shows it")
        if 0 < len(key) < _SHORTEST_KEY:  # the log would be blotted wherever these letters stand
            raise ValueError("is too short for a key; leave it empty where the assistant asks for none")
        return value

    @field_validator("assistant_model")
    @classmethod
    def _model(cls, value: str, others: ValidationInfo) -> str:
        if others.data.get("assistant_url") and not value:
            raise ValueError("should name a model of the assistant at ASSISTANT_URL")
        return value

    @field_validator("telegram_token")
    @classmethod
    def _telegram(cls, value: SecretStr) -> SecretStr:
        number, _, rest = value.get_secret_value().partition(":")
        if value.get_secret_value() and not (number.isdigit() and rest):
            raise ValueError(
                "does not look like a bot token (123456:ABC...); @BotFather shows it under /token"
            )
        return value

    @field_validator("discord_token")
    @classmethod
    def _discord(cls, value: SecretStr) -> SecretStr:
        token = value.get_secret_value()
        if token and (token.isdigit() or any(c.isspace() for c in token)):
            raise ValueError(
                "does not look like a bot token; it is on the portal's page Bot, under Token, "
                "not the application id"
            )
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in _LEVELS:
            raise ValueError(f"should be one of {', '.join(_LEVELS)}")
        return value.upper()

    @field_validator("editors")
    @classmethod
    def _editors(cls, value: str) -> str:
        parse_editors(value)
        return value


def parse_editors(text: str) -> tuple[Account, ...]:
    """The accounts in a list like "discord:123, telegram:456". Raises ValueError."""
    accounts = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        platform, _, number = part.partition(":")
        if platform not in ("discord", "telegram") or not number.isdecimal():
            raise ValueError(f"{part!r} should be discord:NUMBER or telegram:NUMBER")
        accounts.append(Account(platform, int(number)))
    return tuple(accounts)


def read_settings() -> Settings:
    """The settings of this environment. Raises BadSettings with one line for each mistake."""
    try:
        return Settings()
    except UnicodeDecodeError as error:
        raise BadSettings(
            [(".env", f"is not text in UTF-8 (byte {error.start}); save it as UTF-8")]
        ) from None
    except ValidationError as error:
        raise BadSettings(
            [
                (str(mistake["loc"][0]).upper(), mistake["msg"].removeprefix("Value error, "))
                for mistake in error.errors(include_url=False, include_input=False)
            ]
        ) from None
