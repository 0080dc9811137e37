-- What the fields of a review rest on, and the revision that was published first (none: it never was).
ALTER TABLE reviews ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';
ALTER TABLE reviews ADD COLUMN issued INTEGER;
UPDATE reviews SET issued = 1 WHERE status <> 'draft';
CREATE INDEX reviews_of_work ON reviews (work_id);
CREATE INDEX reviews_drafts ON reviews (id) WHERE status = 'draft';

-- Who published, edited or retracted which review; `name` as it was shown then.
CREATE TABLE deeds (
    id INTEGER PRIMARY KEY,
    review_id INTEGER NOT NULL REFERENCES reviews (id),
    what TEXT NOT NULL CHECK (what IN ('published', 'edited', 'discarded', 'retracted')),
    revision INTEGER NOT NULL,
    fields TEXT NOT NULL,
    platform TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    done_at INTEGER NOT NULL
);
CREATE INDEX deeds_by_review ON deeds (review_id, id);

-- Forms that somebody has begun to fill in, and the field (from 0) that they were asked for last.
CREATE TABLE sheets (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    number INTEGER NOT NULL,
    does TEXT NOT NULL,
    form TEXT NOT NULL,
    touched_at INTEGER NOT NULL,
    asked_in INTEGER,
    asked INTEGER
);
CREATE INDEX sheets_by_owner ON sheets (platform, number);
