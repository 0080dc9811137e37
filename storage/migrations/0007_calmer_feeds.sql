-- Since when a feed has told, at every reading, that it lives at `moved_to` for good.
ALTER TABLE feeds ADD COLUMN moved_at INTEGER NOT NULL DEFAULT 0;
-- When a feed last brought more at once than is published unread.
ALTER TABLE feeds ADD COLUMN flooded_at INTEGER NOT NULL DEFAULT 0;

-- What became of the feeds themselves: moved, gone, flooding. For the record, also when a feed is removed.
CREATE TABLE feed_events (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    told TEXT NOT NULL,
    done_at INTEGER NOT NULL
);
CREATE INDEX feed_events_by_feed ON feed_events (feed_id, id);

-- When an entry stood in its feed last (at most a day ago where it still does), and when its review was let
-- out unread (0: it was not).
ALTER TABLE entries ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN out_at INTEGER NOT NULL DEFAULT 0;
UPDATE entries SET seen_at = first_seen;
CREATE INDEX entries_by_sight ON entries (feed_id, seen_at);
CREATE INDEX entries_let_out ON entries (feed_id, out_at) WHERE out_at > 0;

-- What is left of entries that are not in their feeds any more: 64 bits of a hash of each one's name, and of
-- what it said. Enough to know them again, for twenty bytes each.
CREATE TABLE bygones (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    mark INTEGER NOT NULL,
    PRIMARY KEY (feed_id, mark)
) /* without rowid */;

-- The works that a review could be about as well as the one that it is put down to, as a list in JSON.
ALTER TABLE reviews ADD COLUMN could_be TEXT NOT NULL DEFAULT '[]';
