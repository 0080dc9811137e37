"""A process of its own that votes: `python -m tests.storage.voter URL FIRST_PERSON VOTES [WAIT]`.

Prints "ready", then each vote as soon as the store has acknowledged it, as "PERSON WORK VALUE".
Makes its works (1 to 5) where they are missing. VOTES 0: votes until it is killed.
"""

import asyncio
import itertools
import sys

from storage import Account, WorkId, open_store, votes, works
from tests.storage.worlds import NOW, a_work

AT_ONCE = 8
WORKS = 5


async def main(url: str, first: int, wanted: int) -> None:
    store = await open_store(url)
    for number in range(1, WORKS + 1):
        await store.write(works.save, a_work(id=number, title=f"Work {number}"), (), ())
    print("ready", flush=True)  # noqa: T201 - the parent reads it
    people = itertools.count(first) if not wanted else iter(range(first, first + wanted))

    async def vote() -> None:
        for person in people:
            work, value = person % WORKS + 1, person % 10 + 1
            account = Account("discord", person)
            await store.write(votes.cast, account, WorkId(work), value, NOW, store.ids())
            print(person, work, value, flush=True)  # noqa: T201

    await asyncio.gather(*(vote() for _ in range(AT_ONCE)))
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
