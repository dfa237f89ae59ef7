BEGIN;
SELECT 1 FROM (SELECT pg_advisory_xact_lock(8388346139535044864)) AS locked;
CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 0) ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version;
CREATE TABLE IF NOT EXISTS tiebeam_inbox (
    consumer TEXT NOT NULL,
    event_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX IF NOT EXISTS tiebeam_inbox_expires_at ON tiebeam_inbox (expires_at);
CREATE TABLE IF NOT EXISTS tiebeam_position (
    consumer TEXT NOT NULL,
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (consumer, topic, key)
);
CREATE TABLE IF NOT EXISTS tiebeam_dead_letter (
    consumer TEXT NOT NULL,
    event_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    key TEXT,
    epoch BIGINT,
    sequence BIGINT,
    event TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    died_at BIGINT NOT NULL,
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX IF NOT EXISTS tiebeam_dead_letter_key ON tiebeam_dead_letter (consumer, topic, key, sequence);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 4) ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE tiebeam_schema.version < excluded.version;
COMMIT;
