BEGIN;
SELECT 1 FROM (SELECT pg_advisory_xact_lock(8388346139535044864)) AS locked;
CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO tiebeam_schema (name, version) VALUES ('bus', 0) ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version;
CREATE TABLE IF NOT EXISTS tiebeam_bus_topic (
name TEXT PRIMARY KEY,
last_number BIGINT NOT NULL,
retention BIGINT
);
CREATE TABLE IF NOT EXISTS tiebeam_bus_message (
topic TEXT NOT NULL,
number BIGINT NOT NULL,
id TEXT NOT NULL,
source TEXT NOT NULL,
event_key TEXT,
epoch BIGINT,
sequence BIGINT,
published_at BIGINT NOT NULL,
event TEXT NOT NULL,
PRIMARY KEY (topic, number)
);
CREATE INDEX IF NOT EXISTS tiebeam_bus_message_id ON tiebeam_bus_message (id);
CREATE INDEX IF NOT EXISTS tiebeam_bus_message_key ON tiebeam_bus_message (topic, event_key, epoch, sequence)
WHERE event_key IS NOT NULL;
CREATE TABLE IF NOT EXISTS tiebeam_bus_reading (
subscription TEXT NOT NULL,
topic TEXT NOT NULL,
read_to BIGINT NOT NULL,
PRIMARY KEY (subscription, topic)
);
CREATE TABLE IF NOT EXISTS tiebeam_bus_flight (
subscription TEXT NOT NULL,
topic TEXT NOT NULL,
number BIGINT NOT NULL,
due_at BIGINT NOT NULL,
deliveries BIGINT NOT NULL,
PRIMARY KEY (subscription, topic, number)
);
CREATE INDEX IF NOT EXISTS tiebeam_bus_flight_due ON tiebeam_bus_flight (subscription, topic, due_at);
INSERT INTO tiebeam_schema (name, version) VALUES ('bus', 1) ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE tiebeam_schema.version < excluded.version;
COMMIT;
