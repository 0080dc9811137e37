-- Since when the site of a waiting entry has been out of reach, or has asked for patience (0: it has not).
ALTER TABLE entries ADD COLUMN away_since INTEGER NOT NULL DEFAULT 0;
