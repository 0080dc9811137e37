"""`python -m bot playground`: opens it, says where it is, and closes it without a trace."""

import asyncio
import tempfile
import webbrowser
from pathlib import Path

from rich.console import Console

from bot.config import Settings
from bot.playground.server import playground
from bot.serving import until_signalled


async def open_playground(
    settings: Settings, console: Console, store: Path | None = None, port: int = 0, show: bool = False
) -> None:
    """Serve the playground until SIGTERM or SIGINT. Raises StoreError, OSError where the port is taken.

    Its store is the file `store` (a whole path), or one that goes with it: never the settings' own, which
    would show the samples to the community later.
    """
    closed = asyncio.create_task(until_signalled())
    with tempfile.TemporaryDirectory() as folder:
        file = store or Path(folder) / "playground.db"
        apart = settings.model_copy(update={"database_url": f"sqlite:///{file}"})
        async with playground(apart, port) as address:
            console.print("The playground is open, for this machine only:\n")
            console.print(f"  {address}\n", markup=False, soft_wrap=True)
            kept = f"What you do is kept in {file}." if store else "Nothing of it is kept."
            console.print(f"Ctrl-C closes it. {kept}", markup=False, soft_wrap=True)
            if show:
                webbrowser.open(address)
            await closed
