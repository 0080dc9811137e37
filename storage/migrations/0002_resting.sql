-- The few alerts and places that rest, so that they can be counted without walking through all.
CREATE INDEX deliveries_resting ON deliveries (state, platform) WHERE state IN ('held', 'failed', 'cancelled');
CREATE INDEX places_shut ON places (platform, blocked_why) WHERE blocked_at IS NOT NULL;
