// @generated from specs/events/platform.yaml by `cargo xtask generate`. Do not edit.

//! `DeploymentCompleted` of the platform domain, version 1.0.0.
//!
//! `platform.deployment-completed.v1` · platform event · in order for each `component` · kept 365d

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Pattern, Shape, Shaped};
use tiebeam::types::{Duration, Timestamp, Value};

/// A component runs in a new version in one region.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeploymentCompleted {
    /// What was deployed, for example `order-process`.
    ///
    /// 1 to 80 characters.
    pub component: String,
    /// Its semantic version.
    ///
    /// At most 40 characters. Matches `^\d+\.\d+\.\d+`.
    pub version: String,
    /// Where.
    ///
    /// At most 40 characters.
    pub region: String,
    /// Digest of the contract that it serves.
    ///
    /// Matches `^[0-9a-f]{64}$`.
    pub digest: String,
    /// How long it took.
    pub took: Duration,
    /// When it was done.
    pub completed_at: Timestamp,
    /// Whatever the pipeline wants to remember.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Value>,
}

static DEPLOYMENT_COMPLETED_VERSION_PATTERN: Pattern = Pattern::new(r"^[0-9]+\.[0-9]+\.[0-9]+");

static DEPLOYMENT_COMPLETED_DIGEST_PATTERN: Pattern = Pattern::new("^[0-9a-f]{64}$");

impl Shaped for DeploymentCompleted {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("DeploymentCompleted", &[
            Field::new("component", Shape::string().min_length(1).max_length(80)),
            Field::new(
                "version",
                Shape::string().max_length(40).pattern(&DEPLOYMENT_COMPLETED_VERSION_PATTERN),
            ),
            Field::new("region", Shape::string().max_length(40)),
            Field::new("digest", Shape::string().pattern(&DEPLOYMENT_COMPLETED_DIGEST_PATTERN)),
            Field::new("took", Shape::duration()),
            Field::new("completedAt", Shape::timestamp()),
            Field::new("details", Shape::any()).optional(),
        ]);
        &SHAPE
    }
}

impl Event for DeploymentCompleted {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "platform",
            name: "DeploymentCompleted",
            version: "1.0.0",
            ty: "example.acme.platform.DeploymentCompleted.v1",
            topic: "platform.deployment-completed.v1",
            schema_uri: "https://acme.example/schemas/platform/DeploymentCompleted/1.0.0",
            schema: include_str!("../schemas/DeploymentCompleted.v1.json"),
            class: Class::Platform,
            is_keyed: true,
            retention_seconds: Some(31_536_000),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.component)
    }
}
