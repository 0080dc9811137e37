"""Opens the title index of a store in this process, tells what it cost, and keeps it: `DATABASE`."""

import asyncio
import json
import sys
import time

from bot.catalogue import open_catalogue
from storage import open_store
from tests.bench.resident import resident_bytes


async def main(database: str) -> None:
    """Print one line of JSON: bytes before and for the whole index, seconds until it answers, and until it
    guesses at once too."""
    store = await open_store(database)
    try:
        empty, began = resident_bytes(), time.perf_counter()
        catalogue = await open_catalogue(store)
        seconds = time.perf_counter() - began
        await catalogue.finished()
        told = {"empty": empty, "index": resident_bytes() - empty, "seconds": seconds}
        told["finished"] = time.perf_counter() - began
        await catalogue.keep(int(time.time()))
        print(json.dumps(told), flush=True)
    finally:
        await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
