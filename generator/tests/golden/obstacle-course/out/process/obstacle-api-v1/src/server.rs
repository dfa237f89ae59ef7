// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Obstacle API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ObstacleApi;
use crate::meta::API;
use crate::operations::{
    a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more,
    api, clone, core_, drop, errors, from_here, into, into_there, iter, jump, new, router, self_,
    serde_, server, shorten, std_, tiebeam_,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ObstacleApi) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: ObstacleApi>(api: T) -> Server<T> {
    routes_2(routes_1(Server::new(&API, api)))
}

fn routes_1<T: ObstacleApi>(server: Server<T>) -> Server<T> {
    server
        .serve(&new::OPERATION, new)
        .serve(&drop::OPERATION, drop)
        .serve(&clone::OPERATION, clone)
        .serve(&into::OPERATION, into)
        .serve(&from_here::OPERATION, from_here)
        .serve(&into_there::OPERATION, into_there)
        .serve(&iter::OPERATION, iter)
        .serve(&router::OPERATION, router_)
        .serve(&api::OPERATION, api_)
        .serve(&server::OPERATION, server_)
        .serve(&jump::OPERATION, jump)
        .serve(&shorten::OPERATION, shorten)
        .serve(&std_::OPERATION, std)
        .serve(&core_::OPERATION, core)
        .serve(&serde_::OPERATION, serde)
        .serve(&tiebeam_::OPERATION, tiebeam)
        .serve(&self_::OPERATION, self_)
        .serve(&errors::OPERATION, errors)
}

fn routes_2<T: ObstacleApi>(server: Server<T>) -> Server<T> {
    server.serve(
        &a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::OPERATION,
        a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more,
    )
}

async fn new<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: new::Request,
) -> Result<new::Response, new::Error> {
    T::new(&api, &context, request).await
}

async fn drop<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: drop::Request,
) -> Result<drop::Response, drop::Error> {
    T::drop(&api, &context, request).await
}

async fn clone<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: clone::Request,
) -> Result<clone::Response, clone::Error> {
    T::clone(&api, &context, request).await
}

async fn into<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: into::Request,
) -> Result<into::Response, into::Error> {
    T::into(&api, &context, request).await
}

async fn from_here<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: from_here::Request,
) -> Result<from_here::Response, from_here::Error> {
    T::from_here(&api, &context, request).await
}

async fn into_there<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: into_there::Request,
) -> Result<into_there::Response, into_there::Error> {
    T::into_there(&api, &context, request).await
}

async fn iter<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: iter::Request,
) -> Result<iter::Response, iter::Error> {
    T::iter(&api, &context, request).await
}

async fn router_<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: router::Request,
) -> Result<router::Response, router::Error> {
    T::router(&api, &context, request).await
}

async fn api_<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: api::Request,
) -> Result<api::Response, api::Error> {
    T::api(&api, &context, request).await
}

async fn server_<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: server::Request,
) -> Result<server::Response, server::Error> {
    T::server(&api, &context, request).await
}

async fn jump<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: jump::Request,
) -> Result<jump::Response, jump::Error> {
    T::jump(&api, &context, request).await
}

async fn shorten<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: shorten::Request,
) -> Result<shorten::Response, shorten::Error> {
    T::shorten(&api, &context, request).await
}

async fn std<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: std_::Request,
) -> Result<std_::Response, std_::Error> {
    T::std(&api, &context, request).await
}

async fn core<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: core_::Request,
) -> Result<core_::Response, core_::Error> {
    T::core(&api, &context, request).await
}

async fn serde<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: serde_::Request,
) -> Result<serde_::Response, serde_::Error> {
    T::serde(&api, &context, request).await
}

async fn tiebeam<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: tiebeam_::Request,
) -> Result<tiebeam_::Response, tiebeam_::Error> {
    T::tiebeam(&api, &context, request).await
}

async fn self_<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: self_::Request,
) -> Result<self_::Response, self_::Error> {
    T::self_(&api, &context, request).await
}

async fn errors<T: ObstacleApi>(
    api: Arc<T>,
    context: Context,
    request: errors::Request,
) -> Result<errors::Response, errors::Error> {
    T::errors(&api, &context, request).await
}

async fn a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more<
    T: ObstacleApi,
>(
    api: Arc<T>,
    context: Context,
    request: a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Request,
) -> Result<
    a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Response,
    a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Error,
> {
    T::a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more(
            &api,
            &context,
            request,
        )
        .await
}
