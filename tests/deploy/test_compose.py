"""The compose file: valid by the Compose specification, and as tight as it says."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.serving import LAST_SECONDS, STOP_SECONDS
from tests.deploy.image import DEPLOY, Image

COMPOSE = DEPLOY / "compose.yaml"


@pytest.fixture
def bot() -> Any:
    """Its one container."""
    (service,) = YAML(typ="safe").load(COMPOSE)["services"].values()
    return service


def judged(file: Path) -> int:
    """The exit status of the specification's schema."""
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)]
    return subprocess.run(checker, capture_output=True, check=False).returncode


def test_it_keeps_to_the_specification() -> None:
    assert judged(COMPOSE) == 0


def test_the_specification_would_notice_a_slip(tmp_path: Path) -> None:
    slipped = tmp_path / "compose.yaml"
    slipped.write_text(COMPOSE.read_text("utf-8").replace("read_only", "readonly"), "utf-8")
    assert judged(slipped) == 1


def test_its_paths_lead_to_what_is_there(bot: Any) -> None:
    checkout = DEPLOY / bot["build"]["context"]
    assert (checkout / bot["build"]["dockerfile"]).samefile(DEPLOY / "Dockerfile")
    assert (DEPLOY / bot["env_file"]).parent.samefile(checkout)


def test_it_may_write_to_its_volume_alone_and_may_nothing_else(bot: Any) -> None:
    assert bot["read_only"] is True
    assert [volume.split(":")[1] for volume in bot["volumes"]] == Image().all("VOLUME")
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert "ports" not in bot


def test_it_is_asked_how_it_is_whatever_the_settings_say(bot: Any) -> None:
    assert bot["environment"]["HEALTH_PORT"] == Image().environment(Path("/"))["HEALTH_PORT"]


def test_it_is_given_the_time_that_a_stop_may_take(bot: Any) -> None:
    assert float(bot["stop_grace_period"].removesuffix("s")) > STOP_SECONDS + 2 * LAST_SECONDS
    assert bot["restart"] == "unless-stopped"
