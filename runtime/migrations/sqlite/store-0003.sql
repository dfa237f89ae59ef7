BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 0) ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version;
CREATE TABLE IF NOT EXISTS tiebeam_epoch (epoch BIGINT NOT NULL, incarnation TEXT NOT NULL);
INSERT INTO tiebeam_epoch (epoch, incarnation)
    SELECT 1, '' WHERE NOT EXISTS (SELECT 1 FROM tiebeam_epoch);
CREATE TABLE IF NOT EXISTS tiebeam_event_head (
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (topic, key)
);
CREATE TABLE IF NOT EXISTS tiebeam_event (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    key TEXT,
    epoch BIGINT NOT NULL,
    sequence BIGINT,
    event TEXT NOT NULL,
    expires_at BIGINT
);
CREATE INDEX IF NOT EXISTS tiebeam_event_expires_at ON tiebeam_event (expires_at);
CREATE TABLE IF NOT EXISTS tiebeam_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    partition BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    emitted_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS tiebeam_outbox_partition ON tiebeam_outbox (partition, id);
CREATE TABLE IF NOT EXISTS tiebeam_lease (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    leased_until BIGINT NOT NULL
);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 3) ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE tiebeam_schema.version < excluded.version;
COMMIT;
