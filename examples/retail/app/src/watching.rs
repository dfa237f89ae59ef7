//! What operators see of this process: its log, and its metrics.

use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;
use tiebeam::telemetry::{Format, Logs, Metrics};

use crate::settings::Settings;

/// Writes the log to the standard error from now on, as the settings say.
///
/// # Errors
///
/// When somebody writes it already.
pub fn log(settings: &Settings) -> anyhow::Result<()> {
    let format = match settings.text("log.format") {
        "off" => return Ok(()),
        "json" => Format::Json,
        _ => Format::Text,
    };
    let logs = Logs::new().format(format).filter(settings.text("log.filter"))?;
    logs.install().context("the log is written by somebody else")
}

/// What is counted in this process, from the first time that somebody asks.
///
/// # Errors
///
/// When somebody counts who is not us.
pub fn metrics() -> anyhow::Result<Metrics> {
    // A process has one recorder, however many enterprises it starts one after another.
    static INSTALLED: Mutex<Option<Metrics>> = Mutex::new(None);
    let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(metrics) = &*installed {
        return Ok(metrics.clone());
    }
    let metrics = Metrics::install().context("somebody else counts in this process")?;
    Ok(installed.insert(metrics).clone())
}
