// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Service: what it decides.

use client_v1::ClientApi;
use future_v1::FutureApi;
use obstacle_words_events::{Class, Event, First, Lib};
use tiebeam::consumer::Failure;

use crate::operations::work;
use crate::subscriptions::{apis, bus, consumers, effects};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
///
/// One that calls other APIs does so first, under keys that stay the same when it is called again,
/// and gets its transaction from `effects.work()` then; one that came too late does not get it.
pub trait ServiceApiLogic: Send + Sync + 'static {
    /// Work.
    ///
    /// `GET /v1/work` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn work(
        &self,
        work: work::Work,
        request: &work::Request,
    ) -> impl Future<Output = Result<work::Response, work::Error>> + Send;

    /// Handles `Class`: a class | with a pipe.
    ///
    /// Calls the Client API.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn bus(
        &self,
        effects: bus::Effects<impl ClientApi>,
        event: &Class,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `Event`: called like the trait.
    ///
    /// Calls the Client API, the Client API, the Client API, the Future API, the Future API, the
    /// Client API and the Future API.
    ///
    /// Emits `Event` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn consumers(
        &self,
        effects: consumers::Effects<impl ClientApi, impl ClientApi, impl ClientApi, impl FutureApi, impl FutureApi, impl ClientApi, impl FutureApi>,
        event: &Event,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `First`: called like what comes before.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn apis(
        &self,
        work: apis::Work,
        event: &First,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `Lib`: its file would be the root.
    ///
    /// Calls the Client API.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn effects(
        &self,
        effects: effects::Effects<impl ClientApi>,
        event: &Lib,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
