//! The bus that carries events between the services.
//!
//! | `bus.kind` | the bus |
//! | --- | --- |
//! | `embedded` | a log of its own in the kind of store that the services have; processes of one machine share it |
//! | `nats` | NATS JetStream at `bus.url` |

use std::sync::Arc;

use anyhow::{Context as _, ensure};
use tiebeam::bus::jetstream::Settings as JetStreamSettings;
use tiebeam::bus::{Embedded, EventBus, JetStream};

use crate::settings::Settings;
use crate::stores;

/// Opens the bus.
///
/// # Errors
///
/// When the settings do not say where it is, or it cannot be reached.
pub async fn open(settings: &Settings) -> anyhow::Result<Arc<dyn EventBus>> {
    match settings.text("bus.kind") {
        "nats" => {
            let url = settings.text("bus.url");
            ensure!(!url.is_empty(), "`bus.kind` is nats, and nobody said where: set `bus.url`");
            let bus = JetStream::connect(JetStreamSettings::new(url)).await;
            Ok(Arc::new(bus.context("cannot reach NATS")?))
        }
        _ => Ok(Arc::new(Embedded::new(stores::open(settings, "bus").await?))),
    }
}
