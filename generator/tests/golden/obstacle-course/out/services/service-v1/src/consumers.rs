// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Service subscribes to.

use std::sync;

use client_v1::ClientApi;
use future_v1::FutureApi;
use obstacle_words_events::{Class, Event, First, Lib};
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{apis, bus, consumers, effects};
use crate::{Service, ServiceApiLogic};

/// What the handlers of the Service call, and nobody else in it.
#[derive(Debug)]
pub struct Apis<ApisApi, Arc, EffectsApi, EventsApi, ResultModel, TApi, WorkApi> {
    /// The Client API.
    pub apis: ApisApi,
    /// The Client API.
    pub arc: Arc,
    /// The Client API.
    pub effects: EffectsApi,
    /// The Future API.
    pub events: EventsApi,
    /// The Future API.
    pub result: ResultModel,
    /// The Client API.
    pub t: TApi,
    /// The Future API.
    pub work: WorkApi,
}

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<
    T: ServiceApiLogic,
    ApisApi: ClientApi,
    Arc: ClientApi,
    EffectsApi: ClientApi,
    EventsApi: FutureApi,
    ResultModel: FutureApi,
    TApi: ClientApi,
    WorkApi: FutureApi,
>(
    service: sync::Arc<Service<T>>,
    bus: sync::Arc<dyn EventBus>,
    apis: Apis<ApisApi, Arc, EffectsApi, EventsApi, ResultModel, TApi, WorkApi>,
) -> Consumers<Service<T>> {
    let apis = Apis {
        apis: sync::Arc::new(apis.apis),
        arc: sync::Arc::new(apis.arc),
        effects: sync::Arc::new(apis.effects),
        events: sync::Arc::new(apis.events),
        result: sync::Arc::new(apis.result),
        t: sync::Arc::new(apis.t),
        work: sync::Arc::new(apis.work),
    };
    Consumers::new(bus, service.units.clone(), service)
        .on_calling(
            &bus::SUBSCRIPTION,
            bus::Apis {
                arc: sync::Arc::clone(&apis.arc),
            },
            bus_,
        )
        .on_calling(
            &consumers::SUBSCRIPTION,
            consumers::Apis {
                apis: sync::Arc::clone(&apis.apis),
                arc: sync::Arc::clone(&apis.arc),
                effects: sync::Arc::clone(&apis.effects),
                events: sync::Arc::clone(&apis.events),
                result: sync::Arc::clone(&apis.result),
                t: sync::Arc::clone(&apis.t),
                work: sync::Arc::clone(&apis.work),
            },
            consumers_,
        )
        .on(&apis::SUBSCRIPTION, apis_)
        .on_calling(
            &effects::SUBSCRIPTION,
            effects::Apis {
                effects: sync::Arc::clone(&apis.effects),
            },
            effects,
        )
}

async fn bus_<T: ServiceApiLogic, Arc: ClientApi>(
    service: sync::Arc<Service<T>>,
    effects: bus::Effects<Arc>,
    event: sync::Arc<Class>,
) -> Result<(), Failure> {
    service.logic.bus(effects, &event).await
}

async fn consumers_<
    T: ServiceApiLogic,
    ApisApi: ClientApi,
    Arc: ClientApi,
    EffectsApi: ClientApi,
    EventsApi: FutureApi,
    ResultModel: FutureApi,
    TApi: ClientApi,
    WorkApi: FutureApi,
>(
    service: sync::Arc<Service<T>>,
    effects: consumers::Effects<
        ApisApi,
        Arc,
        EffectsApi,
        EventsApi,
        ResultModel,
        TApi,
        WorkApi,
    >,
    event: sync::Arc<Event>,
) -> Result<(), Failure> {
    service.logic.consumers(effects, &event).await
}

async fn apis_<T: ServiceApiLogic>(
    service: sync::Arc<Service<T>>,
    work: apis::Work,
    event: sync::Arc<First>,
) -> Result<(), Failure> {
    service.logic.apis(work, &event).await
}

async fn effects<T: ServiceApiLogic, EffectsApi: ClientApi>(
    service: sync::Arc<Service<T>>,
    effects: effects::Effects<EffectsApi>,
    event: sync::Arc<Lib>,
) -> Result<(), Failure> {
    service.logic.effects(effects, &event).await
}
