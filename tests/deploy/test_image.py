"""The Dockerfile: what it promises about the image, held without Docker."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.deploy.image import DEPLOY, ROOT, Image, sent_to_builder

HADOLINT = Path(sys.executable).with_name("hadolint")


@pytest.mark.skipif(not HADOLINT.exists(), reason="hadolint has no wheel for this machine")
def test_the_linter_has_nothing_to_say() -> None:
    done = subprocess.run([HADOLINT, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_its_base_is_slim_and_pinned_to_a_python_that_the_project_supports() -> None:
    (base,) = Image().all("FROM")
    pinned = re.fullmatch(r"python:3\.(\d+)-slim", base)
    assert pinned, base
    with (ROOT / "pyproject.toml").open("rb") as file:
        oldest = tomllib.load(file)["project"]["requires-python"]
    assert int(pinned[1]) >= int(oldest.removeprefix(">=3."))


def test_every_package_is_installed_by_its_hash() -> None:
    (install,) = [step for step in Image().all("RUN") if "pip install" in step]
    copied = dict(value.split() for value in Image().all("COPY"))
    assert f"--require-hashes -r {copied['.requirements/run.txt']}" in install


def test_it_does_not_run_as_root() -> None:
    names = [name for name, _ in Image().instructions]
    (user,) = Image().all("USER")
    assert all(int(number) >= 1000 for number in user.split(":"))
    assert names.index("USER") > max(place for place, name in enumerate(names) if name == "RUN")


def test_a_stop_signal_reaches_the_program_itself() -> None:
    assert Image().command("CMD") == ["python", "-m", "bot", "run"]
    assert not Image().all("ENTRYPOINT")
    assert Image().command("HEALTHCHECK")[0] == "python"


def test_no_setting_of_it_is_a_secret() -> None:
    told = " ".join(f"{name} {value}" for name, value in Image().instructions)
    assert not re.search(r"TOKEN|SECRET|PASSWORD|\.env", told, re.IGNORECASE)


def test_the_builder_sees_only_what_is_copied() -> None:
    sources = [Path(value.split()[0]) for value in Image().all("COPY")]
    seen = sent_to_builder(ROOT)
    assert [file for file in seen if not any(source in (file, *file.parents) for source in sources)] == []
    assert {source for source in sources if any(source in (file, *file.parents) for file in seen)} == {
        *sources
    }


@pytest.mark.parametrize(
    "name",
    [".env", "bot/.env", "data/reviews.db", "bot/__pycache__/x.pyc", ".requirements/dev.txt", "tests/x.py",
     ".deploy/compose.yaml", "storage/migrations/__pycache__/x.pyc", "reviews.db"],
)  # fmt: skip
def test_secrets_stores_and_leftovers_never_reach_the_builder(tmp_path: Path, name: str) -> None:
    for each in ("bot/__main__.py", name):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).touch()
    assert sent_to_builder(tmp_path) == [Path("bot/__main__.py")]


def test_all_that_the_program_is_made_of_is_in_it(tmp_path: Path) -> None:
    Image().build(ROOT, tmp_path)
    listed = subprocess.run(
        [shutil.which("git") or "git", "ls-files", "bot", "storage"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    missing = [name for name in listed.stdout.decode().split()
               if (ROOT / name).exists() and not (tmp_path / "app" / name).exists()]  # fmt: skip
    assert missing == []
