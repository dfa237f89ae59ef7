// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Obstacle API over HTTP.

use tiebeam::Context;

use crate::ObstacleApi;
use crate::operations::{
    a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more,
    api, clone, core_, drop, errors, from_here, into, into_there, iter, jump, new, router, self_,
    serde_, server, shorten, std_, tiebeam_,
};

/// A typed client of the API; cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: tiebeam::Client,
}

impl Client {
    /// Calls the API through `http`, which knows where it is and how patient to be.
    #[must_use]
    pub fn new(http: tiebeam::Client) -> Self {
        Self { http }
    }
}

impl ObstacleApi for Client {
    async fn new(
        &self,
        context: &Context,
        request: new::Request,
    ) -> Result<new::Response, new::Error> {
        self.http.call(context, &new::OPERATION, &request).await
    }

    async fn drop(
        &self,
        context: &Context,
        request: drop::Request,
    ) -> Result<drop::Response, drop::Error> {
        self.http.call(context, &drop::OPERATION, &request).await
    }

    async fn clone(
        &self,
        context: &Context,
        request: clone::Request,
    ) -> Result<clone::Response, clone::Error> {
        self.http.call(context, &clone::OPERATION, &request).await
    }

    async fn into(
        &self,
        context: &Context,
        request: into::Request,
    ) -> Result<into::Response, into::Error> {
        self.http.call(context, &into::OPERATION, &request).await
    }

    async fn from_here(
        &self,
        context: &Context,
        request: from_here::Request,
    ) -> Result<from_here::Response, from_here::Error> {
        self.http.call(context, &from_here::OPERATION, &request).await
    }

    async fn into_there(
        &self,
        context: &Context,
        request: into_there::Request,
    ) -> Result<into_there::Response, into_there::Error> {
        self.http.call(context, &into_there::OPERATION, &request).await
    }

    async fn iter(
        &self,
        context: &Context,
        request: iter::Request,
    ) -> Result<iter::Response, iter::Error> {
        self.http.call(context, &iter::OPERATION, &request).await
    }

    async fn router(
        &self,
        context: &Context,
        request: router::Request,
    ) -> Result<router::Response, router::Error> {
        self.http.call(context, &router::OPERATION, &request).await
    }

    async fn api(
        &self,
        context: &Context,
        request: api::Request,
    ) -> Result<api::Response, api::Error> {
        self.http.call(context, &api::OPERATION, &request).await
    }

    async fn server(
        &self,
        context: &Context,
        request: server::Request,
    ) -> Result<server::Response, server::Error> {
        self.http.call(context, &server::OPERATION, &request).await
    }

    async fn jump(
        &self,
        context: &Context,
        request: jump::Request,
    ) -> Result<jump::Response, jump::Error> {
        self.http.call(context, &jump::OPERATION, &request).await
    }

    async fn shorten(
        &self,
        context: &Context,
        request: shorten::Request,
    ) -> Result<shorten::Response, shorten::Error> {
        self.http.call(context, &shorten::OPERATION, &request).await
    }

    async fn std(
        &self,
        context: &Context,
        request: std_::Request,
    ) -> Result<std_::Response, std_::Error> {
        self.http.call(context, &std_::OPERATION, &request).await
    }

    async fn core(
        &self,
        context: &Context,
        request: core_::Request,
    ) -> Result<core_::Response, core_::Error> {
        self.http.call(context, &core_::OPERATION, &request).await
    }

    async fn serde(
        &self,
        context: &Context,
        request: serde_::Request,
    ) -> Result<serde_::Response, serde_::Error> {
        self.http.call(context, &serde_::OPERATION, &request).await
    }

    async fn tiebeam(
        &self,
        context: &Context,
        request: tiebeam_::Request,
    ) -> Result<tiebeam_::Response, tiebeam_::Error> {
        self.http.call(context, &tiebeam_::OPERATION, &request).await
    }

    async fn self_(
        &self,
        context: &Context,
        request: self_::Request,
    ) -> Result<self_::Response, self_::Error> {
        self.http.call(context, &self_::OPERATION, &request).await
    }

    async fn errors(
        &self,
        context: &Context,
        request: errors::Request,
    ) -> Result<errors::Response, errors::Error> {
        self.http.call(context, &errors::OPERATION, &request).await
    }

    async fn a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more(
        &self,
        context: &Context,
        request: a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Request,
    ) -> Result<
        a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Response,
        a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Error,
    > {
        self.http
            .call(
                context,
                &a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::OPERATION,
                &request,
            )
            .await
    }
}
