// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Obstacle API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ObstacleApi;
use crate::operations::{
    a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more,
    api, clone, core_, drop, errors, from_here, into, into_there, iter, jump, new, router, self_,
    serde_, server, shorten, std_, tiebeam_,
};

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ObstacleApi for Stub {
    async fn new(
        &self,
        _: &Context,
        _: new::Request,
    ) -> Result<new::Response, new::Error> {
        stub::not_implemented(&new::OPERATION)
    }

    async fn drop(
        &self,
        _: &Context,
        _: drop::Request,
    ) -> Result<drop::Response, drop::Error> {
        stub::empty(&drop::OPERATION)
    }

    async fn clone(
        &self,
        _: &Context,
        _: clone::Request,
    ) -> Result<clone::Response, clone::Error> {
        stub::not_implemented(&clone::OPERATION)
    }

    async fn into(
        &self,
        _: &Context,
        _: into::Request,
    ) -> Result<into::Response, into::Error> {
        stub::not_implemented(&into::OPERATION)
    }

    async fn from_here(
        &self,
        _: &Context,
        _: from_here::Request,
    ) -> Result<from_here::Response, from_here::Error> {
        stub::empty(&from_here::OPERATION)
    }

    async fn into_there(
        &self,
        _: &Context,
        _: into_there::Request,
    ) -> Result<into_there::Response, into_there::Error> {
        stub::empty(&into_there::OPERATION)
    }

    async fn iter(
        &self,
        _: &Context,
        _: iter::Request,
    ) -> Result<iter::Response, iter::Error> {
        stub::empty(&iter::OPERATION)
    }

    async fn router(
        &self,
        _: &Context,
        _: router::Request,
    ) -> Result<router::Response, router::Error> {
        stub::not_implemented(&router::OPERATION)
    }

    async fn api(
        &self,
        _: &Context,
        _: api::Request,
    ) -> Result<api::Response, api::Error> {
        stub::not_implemented(&api::OPERATION)
    }

    async fn server(
        &self,
        _: &Context,
        _: server::Request,
    ) -> Result<server::Response, server::Error> {
        stub::not_implemented(&server::OPERATION)
    }

    async fn jump(
        &self,
        _: &Context,
        _: jump::Request,
    ) -> Result<jump::Response, jump::Error> {
        stub::not_implemented(&jump::OPERATION)
    }

    async fn shorten(
        &self,
        _: &Context,
        _: shorten::Request,
    ) -> Result<shorten::Response, shorten::Error> {
        stub::not_implemented(&shorten::OPERATION)
    }

    async fn std(
        &self,
        _: &Context,
        _: std_::Request,
    ) -> Result<std_::Response, std_::Error> {
        stub::not_implemented(&std_::OPERATION)
    }

    async fn core(
        &self,
        _: &Context,
        _: core_::Request,
    ) -> Result<core_::Response, core_::Error> {
        stub::not_implemented(&core_::OPERATION)
    }

    async fn serde(
        &self,
        _: &Context,
        _: serde_::Request,
    ) -> Result<serde_::Response, serde_::Error> {
        stub::not_implemented(&serde_::OPERATION)
    }

    async fn tiebeam(
        &self,
        _: &Context,
        _: tiebeam_::Request,
    ) -> Result<tiebeam_::Response, tiebeam_::Error> {
        stub::not_implemented(&tiebeam_::OPERATION)
    }

    async fn self_(
        &self,
        _: &Context,
        _: self_::Request,
    ) -> Result<self_::Response, self_::Error> {
        stub::not_implemented(&self_::OPERATION)
    }

    async fn errors(
        &self,
        _: &Context,
        _: errors::Request,
    ) -> Result<errors::Response, errors::Error> {
        stub::not_implemented(&errors::OPERATION)
    }

    async fn a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more(
        &self,
        _: &Context,
        _: a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Request,
    ) -> Result<
        a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Response,
        a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Error,
    > {
        stub::not_implemented(
            &a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::OPERATION,
        )
    }
}
