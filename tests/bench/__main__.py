"""`python -m tests.bench [NAME ...]`: measures and draws the table; it judges nobody and exits with 0."""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import discords, finding, memory, playing, starting, stores, telegram
from tests.bench.figures import Figure, Ground, Scale
from tests.bench.library import build

Bench = Callable[[Ground], Awaitable[list[Figure]]]

BENCHES: Mapping[str, Bench] = {
    "store": stores.card_read,
    "votes": stores.durable_votes,
    "telegram": telegram.review_rate,
    "discord": discords.review_share,
    "alerts": stores.alerts_owed,
    "titles": finding.title_search,
    "memory": memory.resident_memory,
    "start": starting.start_to_ready,
    "playground": playing.first_minute,
}


def main() -> int:
    """Measure what is named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*BENCHES, []], help=", ".join(BENCHES))
    names = parser.parse_args().names or list(BENCHES)
    logging.basicConfig(level=logging.ERROR)
    console = Console()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        console.print(draw(measure(Path(folder), Scale(), names, console)))
    return 0


def measure(folder: Path, scale: Scale, names: Sequence[str], console: Console) -> list[Figure]:
    """The figures of these benches, on a data set of their own."""
    ground = Ground(folder, folder / "library.db", scale)
    with console.status(f"building a library of {scale.works:,} works ...") as status:
        asyncio.run(build(ground.library, scale.works, scale.votes))
        figures: list[Figure] = []
        for name in names:
            status.update(f"measuring {name} ...")
            figures += asyncio.run(_bench(name, ground))
    return figures


def draw(figures: Sequence[Figure]) -> Table:
    """The figures as a table."""
    table = Table("figure", "ours", "baseline", "ratio", "target", "met")
    for figure in figures:
        met = "[green]yes" if figure.met else "[red]no"
        table.add_row(figure.what, figure.ours, figure.baseline, figure.ratio, figure.target, met)
    return table


async def _bench(name: str, ground: Ground) -> list[Figure]:
    return await BENCHES[name](ground)


if __name__ == "__main__":
    sys.exit(main())
