"""The ledger of alerts as people read it: which review, for whom, and what became of it."""

from storage.engine import Unit
from storage.records import LedgerLine, Place


def latest(count: int) -> Unit[list[LedgerLine]]:
    """The newest alerts, newest first."""
    rows = yield (
        "SELECT d.review_id, d.place_id, p.platform, p.chat, p.thread, p.kind, w.title, d.state, d.due_at, "
        "d.attempts, CASE d.state WHEN 'held' THEN p.blocked_why ELSE d.error END "
        "FROM deliveries d JOIN places p ON p.id = d.place_id "
        "JOIN reviews r ON r.id = d.review_id JOIN works w ON w.id = r.work_id "
        "ORDER BY d.review_id DESC, d.place_id LIMIT ?",
        (count,),
    )
    return [LedgerLine(f"{row[0]}-{row[1]}", Place(row[2], row[3], row[4], row[5]), *row[6:]) for row in rows]
