-- The cards that stand in chats. `drawn` is the edition that a card shows, `stale` is 1 where its work has a
-- newer one: kept beside the two numbers, so that the stale cards are found without comparing all.
CREATE TABLE cards (
    platform TEXT NOT NULL,
    chat INTEGER NOT NULL,
    message TEXT NOT NULL,
    thread INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('private', 'group', 'channel')),
    work_id INTEGER NOT NULL,
    alert_id INTEGER NOT NULL,
    review_id INTEGER NOT NULL,
    again INTEGER NOT NULL,
    posted_at INTEGER NOT NULL,
    drawn_at INTEGER NOT NULL,
    drawn INTEGER NOT NULL,
    stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
    PRIMARY KEY (platform, chat, message)
) /* without rowid */;
CREATE INDEX cards_by_work ON cards (platform, work_id, posted_at);
CREATE INDEX cards_true ON cards (work_id) WHERE stale = 0;
CREATE INDEX cards_stale ON cards (platform, posted_at) WHERE stale = 1;

-- Reviews that a store announced before a backup took its place: imported again, they owe no alerts.
CREATE TABLE announced (
    source TEXT PRIMARY KEY
) /* without rowid */;

-- How often what a work's card shows has changed. Here, since nearly all that changes it is votes.
ALTER TABLE tallies ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
