"""The example of the settings file keeps step with the settings."""

from itertools import pairwise
from pathlib import Path

from pydantic import SecretStr

from bot.config import Settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"


def shown() -> dict[str, str]:
    lines = (row.partition("=") for row in EXAMPLE.read_text("utf-8").splitlines() if row and row[0] != "#")
    return {name: value for name, _, value in lines}


def written(default: object) -> str:
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_it_lists_exactly_the_settings_with_their_defaults() -> None:
    defaults = {name.upper(): written(field.default) for name, field in Settings.model_fields.items()}
    assert shown() == defaults


def test_every_setting_is_explained_right_above_it() -> None:
    rows = EXAMPLE.read_text("utf-8").splitlines()
    bare = [row for before, row in pairwise(rows) if row[:1].isalpha() and before[:1] != "#"]
    assert bare == []


def test_it_is_read_as_it_stands(tmp_path: Path) -> None:
    copy = tmp_path / ".env"
    copy.write_bytes(EXAMPLE.read_bytes())
    assert Settings(_env_file=copy) == Settings(_env_file=None)  # type: ignore[call-arg]
