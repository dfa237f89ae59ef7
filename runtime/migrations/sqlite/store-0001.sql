BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 0) ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version;
CREATE TABLE IF NOT EXISTS tiebeam_idempotency (
    scope BLOB PRIMARY KEY,
    operation TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    status BIGINT NOT NULL,
    fields BLOB NOT NULL,
    body BLOB NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS tiebeam_idempotency_expires_at ON tiebeam_idempotency (expires_at);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 1) ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE tiebeam_schema.version < excluded.version;
COMMIT;
