"""Forms that somebody has begun to fill in: kept until they are handed in, also over a restart."""

from dataclasses import dataclass

from storage.engine import Row, Unit
from storage.records import Account

KEPT_SECONDS = 7 * 86_400


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as far as its owner has come: `does` is the button that it stands for, `form` its text.

    `asked` is the field that its owner was asked for last (None: none), counted from 0.
    """

    id: int
    owner: Account
    does: str
    form: str
    asked: int | None = None


_SELECT = "SELECT id, platform, number, does, form, asked FROM sheets"


def lay(sheet: Sheet, now: int) -> Unit[None]:
    """Keep a new sheet; those that its owner left lying for a week are thrown away."""
    owner = sheet.owner
    yield (
        "DELETE FROM sheets WHERE platform = ? AND number = ? AND touched_at < ?",
        (owner.platform, owner.number, now - KEPT_SECONDS),
    )
    yield (
        "INSERT INTO sheets (id, platform, number, does, form, touched_at) VALUES (?, ?, ?, ?, ?, ?)",
        (sheet.id, owner.platform, owner.number, sheet.does, sheet.form, now),
    )


def get(sheet: int) -> Unit[Sheet | None]:
    """A sheet; None where it was handed in or thrown away."""
    rows = yield f"{_SELECT} WHERE id = ?", (sheet,)
    return _sheet(rows[0]) if rows else None


def ask(sheet: Sheet, field: int, chat: int, now: int) -> Unit[None]:
    """The owner is asked for a field, in a chat; whatever else they were asked for there is let go."""
    owner = sheet.owner
    yield (
        "UPDATE sheets SET asked = NULL, asked_in = NULL WHERE platform = ? AND number = ? AND asked_in = ?",
        (owner.platform, owner.number, chat),
    )
    yield (
        "UPDATE sheets SET asked = ?, asked_in = ?, touched_at = ? WHERE id = ?",
        (field, chat, now, sheet.id),
    )


def asked(owner: Account, chat: int, since: int) -> Unit[Sheet | None]:
    """The sheet for which somebody was asked something in this chat, at `since` or later; None: for none."""
    rows = yield (
        f"{_SELECT} WHERE platform = ? AND number = ? AND asked_in = ? AND touched_at >= ? "
        "ORDER BY touched_at DESC, id DESC LIMIT 1",
        (owner.platform, owner.number, chat, since),
    )
    return _sheet(rows[0]) if rows else None


def fill(before: Sheet, does: str, form: str, now: int) -> Unit[bool]:
    """Put this into a sheet, which then asks for nothing; False where it has changed since `before`."""
    rows = yield (
        "UPDATE sheets SET does = ?, form = ?, touched_at = ?, asked = NULL, asked_in = NULL "
        "WHERE id = ? AND form = ? RETURNING id",
        (does, form, now, before.id, before.form),
    )
    return bool(rows)


def put_away(sheet: int) -> Unit[None]:
    """Throw a sheet away."""
    yield "DELETE FROM sheets WHERE id = ?", (sheet,)


def _sheet(row: Row) -> Sheet:
    number, platform, owner, does, form, asked = row
    return Sheet(number, Account(platform, owner), does, form, asked)
