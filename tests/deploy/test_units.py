"""The systemd units: valid, shut in, in step with the program; and the backup's commands at work."""

import os
import shlex
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from bot.__main__ import MISUSE
from bot.serving import LAST_SECONDS, STOP_SECONDS
from tests.deploy.image import DEPLOY, ROOT
from tests.survival.processes import NO_SETTINGS

SERVICES = ("reviews-bot.service", "reviews-bot-backup.service")
HIGHEST_EXPOSURE = 1.5  # of 10; an ordinary service has more than 9
INSTALLED = "/opt/reviews-bot"


def unit(name: str) -> RawConfigParser:
    parser = RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # names keep their capital letters
    parser.read(DEPLOY / name, "utf-8")
    return parser


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A folder with the units, leading to this Python instead of an installed one."""
    for file in DEPLOY.glob("reviews-bot*"):
        text = file.read_text("utf-8").replace(f"{INSTALLED}/.venv/bin/python", sys.executable)
        (tmp_path / file.name).write_text(text, "utf-8")
    return tmp_path


def analysed(*arguments: str | Path) -> tuple[int, str]:
    """What systemd itself says of a unit."""
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not on this machine")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_systemd_finds_no_fault(units: Path) -> None:
    assert analysed("verify", "--man=no", *units.glob("reviews-bot*")) == (0, "")


def test_systemd_would_find_a_slip(units: Path) -> None:
    service = units / SERVICES[0]
    service.write_text(service.read_text("utf-8").replace("ProtectSystem=", "ProtectSytem="), "utf-8")
    assert "ProtectSytem" in analysed("verify", "--man=no", service)[1]


@pytest.mark.parametrize("name", SERVICES)
def test_they_are_shut_in(units: Path, name: str) -> None:
    status, said = analysed(
        "security", "--offline=true", f"--threshold={HIGHEST_EXPOSURE * 10:.0f}", "--no-pager", units / name
    )
    assert status == 0, said


def test_the_bot_is_not_started_again_after_refused_settings_and_may_take_its_time_to_stop() -> None:
    service = unit(SERVICES[0])["Service"]
    assert service["Restart"] == "on-failure"
    assert service["RestartPreventExitStatus"] == str(MISUSE)
    assert float(service["TimeoutStopSec"]) > STOP_SECONDS + 2 * LAST_SECONDS


def test_the_backup_reads_the_same_store_as_the_same_user() -> None:
    bot, backup = (unit(name)["Service"] for name in SERVICES)
    for name in ("User", "DynamicUser", "WorkingDirectory", "EnvironmentFile", "Environment"):
        assert bot[name] == backup[name], name
    assert bot["StateDirectory"] in backup["StateDirectory"].split()


def commands(state: Path) -> list[list[str]]:
    """The commands of the backup, with another folder for what is kept."""
    service = unit(SERVICES[1])["Service"]
    there = {"%S": str(state), f"{INSTALLED}/.venv/bin/python": sys.executable}
    found = []
    for line in (service["ExecStart"], service["ExecStartPost"]):
        for theirs, ours in there.items():
            line = line.replace(theirs, ours)
        found.append(shlex.split(line))
    return found


def test_the_backup_is_made_and_only_those_of_the_last_two_weeks_are_kept(tmp_path: Path) -> None:
    state = tmp_path / "reviews-bot"
    backups = state / "backups"
    backups.mkdir(parents=True)
    environment = os.environ | NO_SETTINGS | {"PYTHONPATH": str(ROOT)}
    environment.pop("DATABASE_URL", None)

    def run(*command: str) -> None:
        subprocess.run(command, cwd=state, env=environment, capture_output=True, check=True, timeout=60)

    run(sys.executable, "-m", "bot", "import", str(ROOT / "bot" / "samples" / "reviews.jsonl"))
    for name, days in (("reviews-old.db", 16), ("reviews-young.db", 3)):
        (backups / name).touch()
        then = (backups / name).stat().st_mtime - days * 86_400
        os.utime(backups / name, (then, then))
    for command in commands(tmp_path):
        run(*command)
    *made, young = sorted(file.name for file in backups.iterdir())
    assert (len(made), young) == (1, "reviews-young.db")
    assert (backups / made[0]).stat().st_size == (state / "data" / "reviews.db").stat().st_size
