// @generated from specs/events/platform.yaml by `cargo xtask generate`. Do not edit.

//! The events of the platform domain, owned by integration-team.
//!
//! Facts about the platform itself, for the people and tools that run it.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`DeploymentCompleted`] | `platform.deployment-completed.v1` | `component` | A component runs in a new version in one region. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod deployment_completed;

pub use deployment_completed::DeploymentCompleted;
