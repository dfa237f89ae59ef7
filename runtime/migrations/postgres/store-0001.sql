BEGIN;
SELECT 1 FROM (SELECT pg_advisory_xact_lock(8388346139535044864)) AS locked;
CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 0) ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version;
CREATE TABLE IF NOT EXISTS tiebeam_idempotency (
    scope BYTEA PRIMARY KEY,
    operation TEXT NOT NULL,
    fingerprint BYTEA NOT NULL,
    status BIGINT NOT NULL,
    fields BYTEA NOT NULL,
    body BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS tiebeam_idempotency_expires_at ON tiebeam_idempotency (expires_at);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 1) ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE tiebeam_schema.version < excluded.version;
COMMIT;
