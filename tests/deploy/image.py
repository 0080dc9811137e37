"""The image that `.deploy/Dockerfile` describes: its instructions, and its folders made without Docker.

Left out: the installing of packages and the making of users, for which the test's own environment stands.
"""

import json
import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / ".deploy"


class Image:
    """What the Dockerfile says."""

    def __init__(self) -> None:
        self.instructions = [
            (step["instruction"], step["value"])
            for step in DockerfileParser(str(DEPLOY / "Dockerfile")).structure
            if step["instruction"] != "COMMENT"
        ]

    def all(self, name: str) -> list[str]:
        """The values of every instruction of this name, in order."""
        return [value for instruction, value in self.instructions if instruction == name]

    def command(self, name: str) -> list[str]:
        """The words of CMD or HEALTHCHECK; AssertionError where a shell would stand between."""
        (value,) = self.all(name)
        words = json.loads(value[value.index("[") :])
        assert isinstance(words, list)
        return words

    def environment(self, root: Path) -> dict[str, str]:
        """Its variables, for an image whose root is that folder."""
        pairs = (pair.split("=", 1) for value in self.all("ENV") for pair in value.split())
        return {name: _rooted(value, root) for name, value in pairs}

    def build(self, checkout: Path, root: Path) -> None:
        """Copy what it copies out of a checkout, without what the builder does not get to see."""
        for value in self.all("COPY"):
            source, target = value.split()
            copied = [file for file in sent_to_builder(checkout) if Path(source) in (file, *file.parents)]
            assert copied, f"nothing to copy: {value}"
            for file in copied:
                place = root / target.lstrip("/") / file.relative_to(source)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(checkout / file, place)
        for folder in self.all("VOLUME"):
            (root / folder.lstrip("/")).mkdir()


def _rooted(value: str, root: Path) -> str:
    # The folders that the image makes; the store's address has three slashes before its path's own.
    for folder in ("/app", "/data"):
        if value.removeprefix("sqlite:///").startswith(folder):
            return value.replace(folder, f"{root}{folder}", 1)
    return value


def sent_to_builder(checkout: Path) -> list[Path]:
    """The files of a checkout that Dockerfile.dockerignore lets through, relative to it."""
    rows = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    rules = [row for row in rows if row and not row.startswith("#")]
    return [file for file in _files(checkout) if _passes(file, rules)]


def _files(checkout: Path) -> Iterator[Path]:
    for folder, below, names in os.walk(checkout):
        below[:] = sorted(set(below) - {".git", ".venv"})
        yield from (Path(folder, name).relative_to(checkout) for name in sorted(names))


def _passes(file: Path, rules: list[str]) -> bool:
    """The last rule that fits a file or a folder above it decides, as Docker has it."""
    passes = True
    for rule in rules:
        pattern = rule.removeprefix("!")
        if any(_fits(path, pattern) for path in (file, *file.parents[:-1])):
            passes = rule.startswith("!")
    return passes


def _fits(path: Path, pattern: str) -> bool:
    if pattern.startswith("**/"):
        return fnmatch(path.name, pattern.removeprefix("**/"))
    parts = Path(pattern).parts
    return len(parts) == len(path.parts) and all(map(fnmatch, path.parts, parts))
