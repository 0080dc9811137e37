"""Units of work: whole or not at all, committed together, each one's failure its own."""

import asyncio

import pytest

from storage import Store, StoreBusy, StoreUnreachable, marks
from storage.engine import GroupCommit, Unit
from storage.store import Ids
from tests.storage.conftest import Opening
from tests.storage.worlds import look


def fail_after(name: str) -> Unit[None]:
    """Sets a mark, then thinks better of it."""
    yield from marks.put(name, "half-written")
    raise LookupError(name)


def append(letter: str) -> Unit[str]:
    """Writes a letter behind those before it; returns all."""
    text = (yield from marks.get("text")) + letter
    yield from marks.put("text", text)
    return text


def nonsense() -> Unit[None]:
    yield "SELECT nothing FROM nowhere", ()


async def names(store: Store) -> list[str]:
    return [name for (name,) in await look(store, "SELECT name FROM marks ORDER BY name")]


async def test_a_failing_unit_keeps_nothing(store: Store) -> None:
    with pytest.raises(LookupError, match="alone"):
        await store.write(fail_after, "alone")
    assert await names(store) == []
    await store.write(marks.put, "after", "works")
    assert await names(store) == ["after"]


async def test_a_failing_unit_among_fifty_others_fails_alone(store: Store) -> None:
    good = [store.write(marks.put, f"good {place:02}", "here") for place in range(50)]
    bad = [store.write(fail_after, "bad"), store.write(nonsense)]
    told = await asyncio.gather(*good[:25], *bad, *good[25:], return_exceptions=True)
    failed = [place for place, each in enumerate(told) if isinstance(each, Exception)]
    assert failed == [25, 26]
    assert isinstance(told[25], LookupError)
    assert await names(store) == [f"good {place:02}" for place in range(50)]


async def test_units_are_carried_out_in_the_order_they_were_handed_in(store: Store) -> None:
    letters = "the quick brown fox jumps over the lazy dog"
    told = await asyncio.gather(*(store.write(append, letter) for letter in letters))
    assert told == [letters[:length] for length in range(1, len(letters) + 1)]


async def test_order_is_kept_around_a_failing_unit(store: Store) -> None:
    writes = [store.write(append, "a"), store.write(fail_after, "bad"), store.write(append, "b")]
    told = await asyncio.gather(*writes, return_exceptions=True)
    assert (told[0], told[2]) == ("a", "ab")


async def test_more_units_than_one_batch_holds_are_all_carried_out(store: Store) -> None:
    told = await asyncio.gather(*(store.write(append, "x") for _ in range(1200)))
    assert [len(each) for each in told] == list(range(1, 1201))


async def test_what_a_cancelled_caller_handed_in_is_written_all_the_same(store: Store) -> None:
    caller = asyncio.create_task(store.write(marks.put, "cancelled", "yes"))
    await asyncio.sleep(0)
    caller.cancel()
    await store.write(marks.put, "other", "yes")
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert await names(store) == ["cancelled", "other"]


async def test_every_caller_may_be_cancelled_in_the_middle_of_a_write(store: Store) -> None:
    callers = [asyncio.create_task(store.write(append, "x")) for _ in range(40)]
    await callers[0]
    for caller in callers:
        caller.cancel()
    await asyncio.gather(*callers, return_exceptions=True)
    assert await store.write(append, "!") == "x" * 40 + "!"


async def test_closing_waits_for_what_was_handed_in(store_url: str, opening: Opening) -> None:
    first = await opening(store_url)
    writes = [asyncio.create_task(first.write(append, "x")) for _ in range(30)]
    await asyncio.sleep(0)
    await first.close()
    assert len(await asyncio.gather(*writes)) == 30
    second = await opening(store_url)
    assert await second.read(marks.get, "text") == "x" * 30
    await second.close()


async def test_a_reader_never_sees_half_of_a_unit(store: Store) -> None:
    def both(value: str) -> Unit[None]:
        yield from marks.put("left", value)
        yield from marks.put("right", value)

    def pair() -> Unit[list[str]]:
        rows = yield "SELECT value FROM marks WHERE name IN ('left', 'right')", ()
        return [row[0] for row in rows]

    async def watch() -> list[list[str]]:
        return [await store.read(pair) for _ in range(60)]

    watching = asyncio.create_task(watch())
    await asyncio.gather(*(store.write(both, str(turn)) for turn in range(60)))
    seen = await watching
    assert all(len(values) in (0, 2) and len(set(values)) <= 1 for values in seen)


@pytest.mark.parametrize("trouble", [StoreBusy("locked"), StoreUnreachable("gone")])
async def test_when_the_store_itself_cannot_be_written_nobody_waits_for_it_twice(trouble: Exception) -> None:
    tried: list[int] = []

    async def transact(units: object) -> list[object]:
        tried.append(1)
        raise trouble

    commits = GroupCommit(transact)
    told = await asyncio.gather(
        *(commits.write(marks.put, "name", "value") for _ in range(9)), return_exceptions=True
    )
    assert told == [trouble] * 9
    assert len(tried) == 1


def test_numbers_grow_and_never_repeat() -> None:
    ids = Ids()
    made = [ids() for _ in range(20_000)]
    assert made == sorted(set(made))
    assert 0 < made[0] < made[-1] < 2**53
