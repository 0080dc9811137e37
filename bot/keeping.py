"""`python -m bot backup` and `restore`: the store copied while the bot runs, and put back."""

import asyncio
import signal
import time
from pathlib import Path

from rich.console import Console

from storage import StoreError
from storage.backup import back_up
from storage.restore import restore

DONE, TROUBLE = 0, 1


async def back_up_store(url: str, wanted: str, overwrite: bool, console: Console) -> int:
    """Back the store up to a file or folder and say where it is; returns the exit status."""
    _stop_like_control_c()
    began = time.perf_counter()
    try:
        path = await back_up(url, wanted, time.time(), overwrite)
    except StoreError as error:
        return _refuse(console, f"No backup was made: {error}")
    took = time.perf_counter() - began
    _say(console, f"Backed up to {path}: {_megabytes(path)} in {took:.1f} s.")
    return DONE


async def restore_store(url: str, backup: Path, console: Console) -> int:
    """Put a backup in the store's place and say what to do next; returns the exit status."""
    _stop_like_control_c()
    try:
        restored = await restore(url, backup, time.time())
    except StoreError as error:
        return _refuse(console, f"Nothing was restored: {error}")
    _say(console, f"{backup} is the store now.")
    if restored.kept:
        _say(console, f"The replaced one is kept as {restored.kept}; remove it when all is well.")
    if restored.unsure:
        _say(console, f"Alerts that may have gone out since the backup, and will again: {restored.unsure:,}.")
    _say(console, "Next: start the bot again, and import the reviews that are newer than the backup.")
    return DONE


def _stop_like_control_c() -> None:
    # SIGTERM alone would end the program on the spot, with a half copy left beside its place.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, signal.raise_signal, signal.SIGINT)


def _say(console: Console, text: str) -> None:
    console.print(text, markup=False, highlight=False, soft_wrap=True)


def _refuse(console: Console, text: str) -> int:
    console.print(text, style="red", markup=False, soft_wrap=True)
    return TROUBLE


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:,.1f} MB"
