"""Small facts that outlive a restart, by name."""

from storage.engine import Unit


def get(name: str) -> Unit[str]:
    """The mark of this name; empty where there is none."""
    rows = yield "SELECT value FROM marks WHERE name = ?", (name,)
    return str(rows[0][0]) if rows else ""


def put(name: str, value: str) -> Unit[None]:
    """Set a mark."""
    yield (
        "INSERT INTO marks (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
