-- Works and their names, reviews, votes, subscriptions, and the alerts that are owed.
CREATE TABLE works (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('film', 'series', 'season')),
    title TEXT NOT NULL,
    year INTEGER,
    season INTEGER,
    details TEXT NOT NULL
);
CREATE INDEX works_by_year ON works (year);

-- The search forms of a work's names.
CREATE TABLE names (
    form TEXT NOT NULL,
    work_id INTEGER NOT NULL REFERENCES works (id) ON DELETE CASCADE,
    PRIMARY KEY (form, work_id)
) /* without rowid */;
CREATE INDEX names_by_work ON names (work_id, form);

-- What a work can be followed and listed by: genres, platform, people.
CREATE TABLE facets (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    work_id INTEGER NOT NULL REFERENCES works (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (scope, key, work_id)
) /* without rowid */;
CREATE INDEX facets_by_work ON facets (work_id);

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    work_id INTEGER NOT NULL REFERENCES works (id),
    source TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'retracted')),
    revision INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    score DOUBLE PRECISION,
    verdict TEXT CHECK (verdict IN ('watch', 'maybe', 'skip')),
    details TEXT NOT NULL
);
CREATE INDEX reviews_by_work ON reviews (work_id, published_at, id) WHERE status = 'published';
CREATE INDEX reviews_by_date ON reviews (published_at, id) WHERE status = 'published';
CREATE INDEX reviews_by_score ON reviews ((COALESCE(score, -1))) WHERE status = 'published';

-- What an edited review said before.
CREATE TABLE revisions (
    review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    replaced_at INTEGER NOT NULL,
    score DOUBLE PRECISION,
    verdict TEXT,
    details TEXT NOT NULL,
    PRIMARY KEY (review_id, revision)
) /* without rowid */;

-- The works that a review names as alike, by search form.
CREATE TABLE comparables (
    form TEXT NOT NULL,
    review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    PRIMARY KEY (form, review_id)
) /* without rowid */;
CREATE INDEX comparables_by_review ON comparables (review_id);

-- A person may have an account on each platform.
CREATE TABLE accounts (
    platform TEXT NOT NULL,
    number INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    PRIMARY KEY (platform, number)
) /* without rowid */;

CREATE TABLE votes (
    person_id INTEGER NOT NULL,
    work_id INTEGER NOT NULL REFERENCES works (id),
    value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 10),
    cast_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, work_id)
) /* without rowid */;

-- Counts of live votes by half star, kept in the same unit of work as the votes.
CREATE TABLE tallies (
    work_id INTEGER PRIMARY KEY REFERENCES works (id),
    n1 INTEGER NOT NULL DEFAULT 0, n2 INTEGER NOT NULL DEFAULT 0,
    n3 INTEGER NOT NULL DEFAULT 0, n4 INTEGER NOT NULL DEFAULT 0,
    n5 INTEGER NOT NULL DEFAULT 0, n6 INTEGER NOT NULL DEFAULT 0,
    n7 INTEGER NOT NULL DEFAULT 0, n8 INTEGER NOT NULL DEFAULT 0,
    n9 INTEGER NOT NULL DEFAULT 0, n10 INTEGER NOT NULL DEFAULT 0,
    votes INTEGER NOT NULL DEFAULT 0,
    points INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX tallies_by_votes ON tallies (votes, points, work_id);

-- One row: the counts of all live votes, and the strength of the prior that they make.
CREATE TABLE community (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    n1 INTEGER NOT NULL DEFAULT 0, n2 INTEGER NOT NULL DEFAULT 0,
    n3 INTEGER NOT NULL DEFAULT 0, n4 INTEGER NOT NULL DEFAULT 0,
    n5 INTEGER NOT NULL DEFAULT 0, n6 INTEGER NOT NULL DEFAULT 0,
    n7 INTEGER NOT NULL DEFAULT 0, n8 INTEGER NOT NULL DEFAULT 0,
    n9 INTEGER NOT NULL DEFAULT 0, n10 INTEGER NOT NULL DEFAULT 0,
    strength DOUBLE PRECISION NOT NULL DEFAULT 8
);
INSERT INTO community (id) VALUES (1);

CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    chat INTEGER NOT NULL,
    thread INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('private', 'group', 'channel')),
    blocked_at INTEGER,
    blocked_why TEXT NOT NULL DEFAULT '',
    UNIQUE (platform, chat, thread)
);

CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    scope TEXT NOT NULL CHECK (scope IN ('all', 'work', 'genre', 'platform', 'person')),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    paused_at INTEGER,
    UNIQUE (scope, key, place_id)
);
CREATE INDEX subscriptions_by_place ON subscriptions (place_id);

-- One alert owed to one place. A claimed one stays due, later: a crash gives it back.
CREATE TABLE deliveries (
    review_id INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    platform TEXT NOT NULL,
    subscription_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'sent', 'held', 'failed', 'cancelled')),
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    message TEXT NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (review_id, place_id)
) /* without rowid */;
CREATE INDEX deliveries_due ON deliveries (platform, due_at) WHERE state = 'due';
CREATE INDEX deliveries_by_place ON deliveries (place_id);

-- What is still to be written as deliveries, where too many follow a review to be told in one go.
CREATE TABLE fanouts (
    review_id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    after_place INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (review_id, scope, key)
) /* without rowid */;

-- Works whose names changed, for the title indexes of all processes.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    work_id INTEGER NOT NULL
);

-- Updates taken from a platform and not yet answered.
CREATE TABLE inbox (
    platform TEXT NOT NULL,
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (platform, number)
) /* without rowid */;

-- Small facts that must outlive a restart, such as which commands a platform already knows.
CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) /* without rowid */;
