"""Updates that a platform handed over and that are not answered yet."""

from collections.abc import Sequence

from storage.engine import Unit


def keep(platform: str, updates: Sequence[tuple[int, str]]) -> Unit[None]:
    """Write updates down, each with its number and body."""
    for number, body in updates:
        yield (
            "INSERT INTO inbox (platform, number, body, tries) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
            (platform, number, body),
        )


def take_up(platform: str, tries: int) -> Unit[list[tuple[int, str]]]:
    """What a former run left unanswered, in order; what has been taken up `tries` times is dropped."""
    yield "DELETE FROM inbox WHERE platform = ? AND tries >= ?", (platform, tries)
    rows = yield (
        "UPDATE inbox SET tries = tries + 1 WHERE platform = ? RETURNING number, body",
        (platform,),
    )
    return sorted((number, body) for number, body in rows)


def answered(platform: str, number: int) -> Unit[None]:
    """Forget an update that is done with."""
    yield "DELETE FROM inbox WHERE platform = ? AND number = ?", (platform, number)
