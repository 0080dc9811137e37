-- What came in at once: who or which feed (platform 'feed') brought how many reviews, and out of what. `name` as
-- it was shown then; `titles` are a few of the works, as JSON.
CREATE TABLE arrivals (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    drafts INTEGER NOT NULL,
    published INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    titles TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    done_at INTEGER NOT NULL
);
CREATE INDEX arrivals_by_bringer ON arrivals (platform, number, began_at);
CREATE INDEX arrivals_by_time ON arrivals (done_at, id);

-- The reviews that came in so, each time that one was new or said something new.
CREATE TABLE arrived (
    arrival_id INTEGER NOT NULL REFERENCES arrivals (id),
    review_id INTEGER NOT NULL REFERENCES reviews (id),
    PRIMARY KEY (arrival_id, review_id)
) /* without rowid */;
CREATE INDEX arrived_by_review ON arrived (review_id, arrival_id);
