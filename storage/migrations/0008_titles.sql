-- What people meant who asked so: each person's newest choice for each query, which is kept as a number.
CREATE TABLE chosen (
    query INTEGER NOT NULL,
    platform TEXT NOT NULL,
    number INTEGER NOT NULL,
    work_id INTEGER NOT NULL REFERENCES works (id) ON DELETE CASCADE,
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (query, platform, number)
) /* without rowid */;
CREATE INDEX chosen_by_date ON chosen (chosen_at);
CREATE INDEX chosen_by_work ON chosen (work_id);

-- How often works were asked for, halved now and then.
CREATE TABLE asked (
    work_id INTEGER PRIMARY KEY REFERENCES works (id) ON DELETE CASCADE,
    times DOUBLE PRECISION NOT NULL,
    halved_at INTEGER NOT NULL
);

-- The title index as it was last put in order, in parts; it can be made anew at any time.
CREATE TABLE title_index (
    part INTEGER PRIMARY KEY,
    seen INTEGER NOT NULL,
    data BLOB NOT NULL
);
