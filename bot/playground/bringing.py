"""Reviews into the playground: its form and dropped files go the way of `python -m bot import`."""

import json
import re
import tempfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.desk import Desk
from bot.feeds.fetching import Fetched
from bot.feeds.online import Fetch
from bot.importing import import_files
from bot.playground.asks import File
from bot.playground.sides import CannotDo, content_of

_WORK, _REVIEW = (
    ("title", "kind", "year", "platform", "genres"),
    ("score", "verdict", "summary", "spoilers", "author"),
)
_FIELD = re.compile(r"^form\.json:\d+: (work\.|review\.)?")
_ODD = re.compile(r"[^\w.\- ]")


async def publish(desk: Desk, review: dict[str, Any]) -> list[str]:
    """Publish what was filled in. Raises CannotDo with what is wrong, by field."""
    if unknown := sorted(set(review) - {*_WORK, *_REVIEW}):
        raise CannotDo(f"A review has no {', '.join(unknown)}.")
    given = {name: value for name, value in review.items() if value not in ("", None, [])}
    form = {
        "work": {name: given[name] for name in _WORK if name in given},
        "review": {"outlet": desk.site} | {name: given[name] for name in _REVIEW if name in given},
    }
    report, refused = await _bring(desk, "form.json", json.dumps(form).encode())
    if refused:
        raise CannotDo("\n".join(_FIELD.sub("", line) for line in report[:-1]))
    return report


async def drop(desk: Desk, file: File) -> list[str]:
    """Import a file that was dropped on the page. Raises CannotDo."""
    # Only the name's last part, without what a path could be made of: the file goes to a folder of its own.
    last = _ODD.sub("_", file.name.replace("\\", "/").rpartition("/")[2]).lstrip(".")
    return (await _bring(desk, last[-80:] or "file", content_of(file)))[0]


class Uploads:
    """Fetches addresses, and finds what was uploaded on the stage, which stands at none."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.find: Callable[[str], bytes | None] = lambda url: None

    async def __call__(self, url: str, etag: str = "", modified: str = "", file_bytes: int = 0) -> Fetched:
        found = self.find(url)
        if found is not None:
            return Fetched(url, 200, "", found)
        return await self._fetch(url, etag, modified, file_bytes)


async def _bring(desk: Desk, name: str, content: bytes) -> tuple[list[str], int]:
    said = StringIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        refused = await import_files(desk, [path], Console(file=said, width=400, emoji=False))
        lines = said.getvalue().replace(f"{folder}/", "").splitlines()
    return [line for line in lines if line.strip()], refused
