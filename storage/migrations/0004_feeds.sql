-- The feeds that are read. `period` is how many seconds lie between two readings, `next_at` when the next is
-- due: a claimed feed stays due, later, so that a crash gives it back. `read_at` is 0 until the first reading.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    trust TEXT NOT NULL CHECK (trust IN ('draft', 'publish')),
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    paused_at INTEGER,
    etag TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '',
    next_at INTEGER NOT NULL,
    period INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    read_at INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL DEFAULT 0,
    moved_to TEXT NOT NULL DEFAULT ''
);
CREATE INDEX feeds_due ON feeds (next_at) WHERE paused_at IS NULL;

-- Every entry that a feed ever brought, by its own name and by what it says. What waits to be taken in has its
-- content in `body`. `source` is which review it is in; `review_id`, `revision` and `written` (its status) are
-- that review as this entry left it: where it stands otherwise, somebody else has changed it since.
CREATE TABLE entries (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('waiting', 'known', 'draft', 'published', 'refused', 'skipped')),
    first_seen INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    review_id INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    written TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (feed_id, name)
) /* without rowid */;
CREATE INDEX entries_by_digest ON entries (feed_id, digest);
CREATE INDEX entries_by_fate ON entries (feed_id, fate);
CREATE INDEX entries_waiting ON entries (due_at) WHERE fate = 'waiting';
CREATE INDEX entries_by_review ON entries (review_id) WHERE review_id IS NOT NULL;
