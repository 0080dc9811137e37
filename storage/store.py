"""Opening a store by its address, and making the numbers that its rows go by."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from storage.engine import Engine
from storage.errors import StoreUnreachable

_EPOCH_MS = 1_735_689_600_000


class Ids:
    """Numbers below 2**53 that grow with time: milliseconds since 2025, then twelve bits against clashes."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> int:
        fresh = (time.time_ns() // 1_000_000 - _EPOCH_MS << 12) | random.getrandbits(8)
        self._last = max(fresh, self._last + 1)
        return self._last


class Store:
    """A community's reviews, votes and subscriptions.

    `read` and `write` run units of work from the modules of this package, for example
    `await store.read(facts.card, work, account)`. `ids` makes the numbers of new rows.
    """

    def __init__(self, engine: Engine, ids: Callable[[], int]) -> None:
        self.read = engine.read
        self.write = engine.write
        self.close = engine.close
        self.ids = ids


async def open_store(url: str) -> Store:
    """The store at `sqlite:///PATH` (four slashes for an absolute path) or `postgresql://...`.

    Raises StoreUnreachable or StoreRefused, see storage/errors.py.
    """
    scheme, separator, rest = url.partition("://")
    if scheme == "sqlite" and separator and rest.startswith("/") and len(rest) > 1:
        from storage.sqlite import open_sqlite

        return Store(await open_sqlite(Path(rest[1:])), Ids())
    if scheme in ("postgresql", "postgres"):
        from storage.postgres import open_postgres

        return Store(await open_postgres(url), Ids())
    # The address may hold a password: it is not repeated.
    raise StoreUnreachable(
        "the store's address is neither sqlite:///FILE nor postgresql://USER:PASSWORD@HOST/NAME"
    )
