BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 0) ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version;
CREATE TABLE IF NOT EXISTS tiebeam_idempotency_lease (
    scope BLOB PRIMARY KEY,
    operation TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    token BLOB NOT NULL,
    leased_until BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS tiebeam_idempotency_lease_expires_at ON tiebeam_idempotency_lease (expires_at);
INSERT INTO tiebeam_schema (name, version) VALUES ('store', 2) ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE tiebeam_schema.version < excluded.version;
COMMIT;
