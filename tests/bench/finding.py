"""Title search: how often it finds what was meant, how quickly, and what its index costs."""

import json
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from math import ceil
from time import process_time

from rapidfuzz import fuzz, process

from bot.rules.matching import TitleIndex
from bot.rules.matching.normalising import plain
from tests.bench.chats import child
from tests.bench.figures import Figure, Ground, milliseconds
from tests.bench.library import titles
from tests.bench.queries import Asked, hand_queries, hand_works, library_entries, made_queries

MEBI = 2**20
_EACH, _KEYSTROKES, _SCANS, _NAMESAKES, _ALL = 150, 200, 60, 500, 1000


async def title_search(ground: Ground) -> list[Figure]:
    """Over a large library and some works that everybody knows, against a scan with rapidfuzz's ratio."""
    named = titles(ground.scale.works)
    known = hand_works(len(named))
    index = TitleIndex.of([*library_entries(named), *(entry for _, entries in known for entry in entries)])
    made = made_queries(named, max(2, min(_EACH, ground.scale.works // 100)))
    hand = hand_queries(len(named))
    times = [*_timed(index, made), *_timed(index, hand)]
    baseline = _scan_times(named, made)
    return [
        _hits("titles found, made queries", index, made, 0.985, 0.998),
        _hits("titles found, queries by hand", index, hand, 0.92, 0.98),
        _quick("a title query", times, baseline, 0.5e-3, 10e-3),
        _quick("a keystroke", _typed_times(index, named), baseline, None, 5e-3),
        _namesakes(index, named),
        *await _cost(ground),
    ]


def _hits(what: str, index: TitleIndex, asked: Sequence[Asked], first: float, five: float) -> Figure:
    places = [[match.work for match in index.search(each.query).matches] for each in asked]
    at_one = sum(bool(each.right & {*found[:1]}) for each, found in zip(asked, places, strict=True)) / len(
        asked
    )
    at_five = sum(bool(each.right & {*found}) for each, found in zip(asked, places, strict=True)) / len(asked)
    return Figure(
        what,
        f"{at_one:.3f} / {at_five:.3f}",
        f"{len(asked)} queries",
        "",
        f"at least {first:.3f} / {five:.3f}",
        at_one >= first and at_five >= five,
    )


def _timed(index: TitleIndex, asked: Sequence[Asked]) -> list[float]:
    times = []
    for each in asked:
        began = process_time()
        index.search(each.query)
        times.append(process_time() - began)
    return times


def _typed_times(index: TitleIndex, named: Sequence[str]) -> list[float]:
    dice, times = random.Random(12), []
    for title in dice.choices(named, k=_KEYSTROKES):
        for end in range(1, min(len(title), 14) + 1):
            began = process_time()
            index.complete(title[:end].lower())
            times.append(process_time() - began)
    return times


def _scan_times(named: Sequence[str], asked: Sequence[Asked]) -> list[float]:
    names, times = [plain(title) for title in named], []
    for each in random.Random(13).choices(asked, k=_SCANS):
        began = process_time()
        process.extract(plain(each.query), names, scorer=fuzz.ratio, limit=5)
        times.append(process_time() - began)
    return times


def _quick(what: str, times: list[float], baseline: list[float], half: float | None, most: float) -> Figure:
    middle, slow = _share(times, 0.5), _share(times, 0.99)
    wanted = (
        f"under {milliseconds(half)} / {milliseconds(most)}" if half else f"p99 under {milliseconds(most)}"
    )
    return Figure(
        f"{what}, median / p99",
        f"{milliseconds(middle)} / {milliseconds(slow)}",
        f"{milliseconds(_share(baseline, 0.5))} / {milliseconds(_share(baseline, 0.99))}",
        f"{middle / _share(baseline, 0.5):.2f}x",
        wanted,
        slow < most and (half is None or middle < half),
    )


def _share(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, ceil(share * len(times)) - 1)]


def _namesakes(index: TitleIndex, named: Sequence[str]) -> Figure:
    """Works of one name, all of them and the best known before the newest."""
    alike: dict[str, list[int]] = {}
    for work, title in enumerate(named):
        alike.setdefault(title, []).append(work)
    several = [(title, works) for title, works in alike.items() if len(works) > 1][:_NAMESAKES]
    right = sum(_in_order(index, title, works) for title, works in several)
    return Figure(
        "namesakes, all and in order",
        f"{right} of {len(several)}",
        "",
        "",
        "all",
        right == len(several),
    )


def _in_order(index: TitleIndex, title: str, works: list[int]) -> bool:
    wanted = sorted(works, key=lambda work: (-(work % 7), -(work % 75), work))
    found = [match.work for match in index.search(title, _ALL).matches]
    return [work for work in found if work in works] == wanted


async def _cost(ground: Ground) -> list[Figure]:
    """Memory and time of the index alone, in processes of their own: made anew, then as it was kept."""
    with closing(sqlite3.connect(ground.copy("titles"))) as plain, plain:
        plain.execute("DELETE FROM title_index")
    first, second = [await _opened(str(ground.folder / "titles.db")) for _ in range(2)]
    return [
        Figure(
            f"the title index {how}, memory / start",
            f"{told['index'] / MEBI:.0f} MiB / {told['seconds']:.2f} s",
            f"{told['empty'] / MEBI:.0f} MiB empty",
            f"whole in {told['finished']:.2f} s",
            f"under 60 MiB / {most:g} s",
            told["index"] < 60 * MEBI and told["seconds"] < most,
        )
        for how, told, most in (("made", first, 1.0), ("as kept", second, 0.5))
    ]


async def _opened(path: str) -> dict[str, float]:
    async with child("-m", "tests.bench.shelving", f"sqlite:///{path}") as process:
        if process.stdout is None:
            raise AssertionError("the child has no output")
        told: dict[str, float] = json.loads(await process.stdout.readline())
    return told
