"""Works, and what they can be followed and listed by."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from storage.engine import Row, Unit
from storage.records import Credit, Facet, Scope, Work, WorkId

COLUMNS = "w.id, w.kind, w.title, w.year, w.season, w.details"
WIDTH = 6
LAST = "\U0010ffff"


def work_of(row: Sequence[Any]) -> Work:
    """The work in a row's first columns, in the order of COLUMNS."""
    number, kind, title, year, season, text = row[:WIDTH]
    details = json.loads(text)
    return Work(
        id=WorkId(number),
        kind=kind,
        title=title,
        year=year,
        season=season,
        original=details["original"],
        other_names=tuple(details["names"]),
        platform=details["platform"],
        genres=tuple(details["genres"]),
        people=tuple(Credit(*credit) for credit in details["people"]),
        image=details["image"],
    )


def get(works: Sequence[WorkId]) -> Unit[list[Work]]:
    """These works, in this order; unknown ones are left out."""
    if not works:
        return []
    rows = yield f"SELECT {COLUMNS} FROM works w WHERE w.id IN ({marks(works)})", padded(works)
    found = {row[0]: work_of(row) for row in rows}
    return [found[work] for work in works if work in found]


def named(forms: Sequence[str]) -> Unit[list[Work]]:
    """The works that have one of these search forms."""
    rows = yield (
        f"SELECT DISTINCT {COLUMNS} FROM works w JOIN names n ON n.work_id = w.id "
        f"WHERE n.form IN ({marks(forms)}) ORDER BY w.id",
        padded(forms),
    )
    return [work_of(row) for row in rows]


def facets(scope: Scope, limit: int) -> Unit[list[Facet]]:
    """What most works can be followed by in this scope, the most common first."""
    rows = yield (
        "SELECT scope, key, MIN(name) FROM facets WHERE scope = ? GROUP BY scope, key "
        "ORDER BY COUNT(*) DESC, key LIMIT ?",
        (scope, limit),
    )
    return [Facet(*row) for row in rows]


def facets_like(prefix: str, limit: int) -> Unit[list[Facet]]:
    """Genres, platforms and people whose key begins with `prefix`, in order of their keys."""
    # Each scope by itself, so that it stops after `limit` keys instead of counting all works of all keys.
    scopes = ("genre", "platform", "person")
    each = " UNION ALL ".join(
        f"SELECT * FROM (SELECT scope, key, MIN(name) AS name FROM facets WHERE scope = '{scope}' "
        f"AND key >= ? AND key < ? GROUP BY scope, key ORDER BY scope, key LIMIT ?) {scope}s"
        for scope in scopes
    )
    rows = yield (
        f"SELECT scope, key, name FROM ({each}) found ORDER BY key, scope LIMIT ?",
        (*(prefix, prefix + LAST, limit) * len(scopes), limit),
    )
    return [Facet(*row) for row in rows]


def facet(scope: Scope, key: str) -> Unit[Facet | None]:
    """How people write this facet, None where no work has it."""
    rows = yield (
        "SELECT scope, key, MIN(name) FROM facets WHERE scope = ? AND key = ? GROUP BY scope, key",
        (scope, key),
    )
    return Facet(*rows[0]) if rows else None


def save(work: Work, forms: Iterable[str], work_facets: Iterable[Facet]) -> Unit[None]:
    """Write a work with its names and facets, new or changed, and let the title indexes know."""
    yield (
        "INSERT INTO works (id, kind, title, year, season, details) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, "
        "year = excluded.year, season = excluded.season, details = excluded.details",
        (work.id, work.kind, work.title, work.year, work.season, _details(work)),
    )
    yield "DELETE FROM names WHERE work_id = ?", (work.id,)
    for form in forms:
        yield "INSERT INTO names (form, work_id) VALUES (?, ?) ON CONFLICT DO NOTHING", (form, work.id)
    yield "DELETE FROM facets WHERE work_id = ?", (work.id,)
    for each in work_facets:
        yield (
            "INSERT INTO facets (scope, key, work_id, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (each.scope, each.key, work.id, each.name),
        )
    yield from _changed(work.id)


def drop(work: WorkId) -> Unit[None]:
    """Forget a work that has neither reviews nor votes, and let the title indexes know."""
    left = yield (
        "SELECT 1 FROM works w WHERE w.id = ? AND NOT EXISTS (SELECT 1 FROM reviews WHERE work_id = w.id) "
        "AND NOT EXISTS (SELECT 1 FROM votes WHERE work_id = w.id)",
        (work,),
    )
    if left:
        yield "DELETE FROM tallies WHERE work_id = ?", (work,)
        yield "DELETE FROM works WHERE id = ?", (work,)
        yield from _changed(work)


def _changed(work: WorkId) -> Unit[None]:
    yield (
        "INSERT INTO changes (number, work_id) "
        "SELECT COALESCE(MAX(number), 0) + 1, CAST(? AS BIGINT) FROM changes",
        (work,),
    )


def _details(work: Work) -> str:
    details = {
        "original": work.original,
        "names": work.other_names,
        "platform": work.platform,
        "genres": work.genres,
        "people": [(credit.name, credit.role, credit.character) for credit in work.people],
        "image": work.image,
    }
    return json.dumps(details, ensure_ascii=False, separators=(",", ":"))


def marks(values: Sequence[object]) -> str:
    """Question marks for a value list, their number a power of two so that few statements differ."""
    return ", ".join("?" * _width(values))


def padded(values: Sequence[Any]) -> Row:
    """The values for `marks`, the last one repeated."""
    return (*values, *[values[-1]] * (_width(values) - len(values)))


def _width(values: Sequence[object]) -> int:
    return 1 << (len(values) - 1).bit_length()
