// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Obstacle API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more,
    api, clone, core_, drop, errors, from_here, into, into_there, iter, jump, new, router, self_,
    serde_, server, shorten, std_, tiebeam_,
};

/// Everything that can go wrong with a name or a text: `{{ raw }}`, "quotes", {curly},
/// CamelCase.
///
/// A second paragraph.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait ObstacleApi: Send + Sync + 'static {
    /// Make a "new" thing.
    ///
    /// Ends with a backslash \\
    ///
    /// `POST /v1/things` · public
    ///
    /// # Errors
    ///
    /// `OtherProblem`, `Error`, `Request`, `Problem`, `Foo`, `FooShape`, `NotFound`, or any other problem.
    #[expect(clippy::wrong_self_convention, reason = "the operation is called so")]
    fn new(
        &self,
        context: &Context,
        request: new::Request,
    ) -> impl Future<Output = Result<new::Response, new::Error>> + Send;

    /// `drop` it | or not.
    ///
    /// `DELETE /v1/things/{self}` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn drop(
        &self,
        context: &Context,
        request: drop::Request,
    ) -> impl Future<Output = Result<drop::Response, drop::Error>> + Send;

    /// Clone.
    ///
    /// `GET /v1/clones/{type}/{input}` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn clone(
        &self,
        context: &Context,
        request: clone::Request,
    ) -> impl Future<Output = Result<clone::Response, clone::Error>> + Send;

    /// Into.
    ///
    /// `GET /v1/into` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn into(
        &self,
        context: &Context,
        request: into::Request,
    ) -> impl Future<Output = Result<into::Response, into::Error>> + Send;

    /// Go.
    ///
    /// `GET /v1/from-here` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    #[expect(clippy::wrong_self_convention, reason = "the operation is called so")]
    fn from_here(
        &self,
        context: &Context,
        request: from_here::Request,
    ) -> impl Future<Output = Result<from_here::Response, from_here::Error>> + Send;

    /// Arrive.
    ///
    /// `GET /v1/into-there` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    #[expect(clippy::wrong_self_convention, reason = "the operation is called so")]
    fn into_there(
        &self,
        context: &Context,
        request: into_there::Request,
    ) -> impl Future<Output = Result<into_there::Response, into_there::Error>> + Send;

    /// Iterate.
    ///
    /// `GET /v1/iter` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    #[expect(clippy::iter_not_returning_iterator, reason = "the operation is called so")]
    fn iter(
        &self,
        context: &Context,
        request: iter::Request,
    ) -> impl Future<Output = Result<iter::Response, iter::Error>> + Send;

    /// Route.
    ///
    /// `GET /v1/router` · public · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn router(
        &self,
        context: &Context,
        request: router::Request,
    ) -> impl Future<Output = Result<router::Response, router::Error>> + Send;

    /// Called like a parameter.
    ///
    /// `GET /v1/api` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn api(
        &self,
        context: &Context,
        request: api::Request,
    ) -> impl Future<Output = Result<api::Response, api::Error>> + Send;

    /// Called like another parameter.
    ///
    /// `GET /v1/server` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn server(
        &self,
        context: &Context,
        request: server::Request,
    ) -> impl Future<Output = Result<server::Response, server::Error>> + Send;

    /// Change what is nested.
    ///
    /// `PATCH /v1/hurdles/{self}` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn jump(
        &self,
        context: &Context,
        request: jump::Request,
    ) -> impl Future<Output = Result<jump::Response, jump::Error>> + Send;

    /// Answer what is longer than it may be.
    ///
    /// `GET /v1/short` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn shorten(
        &self,
        context: &Context,
        request: shorten::Request,
    ) -> impl Future<Output = Result<shorten::Response, shorten::Error>> + Send;

    /// Standard.
    ///
    /// `GET /v1/std` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn std(
        &self,
        context: &Context,
        request: std_::Request,
    ) -> impl Future<Output = Result<std_::Response, std_::Error>> + Send;

    /// Core.
    ///
    /// `GET /v1/core` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn core(
        &self,
        context: &Context,
        request: core_::Request,
    ) -> impl Future<Output = Result<core_::Response, core_::Error>> + Send;

    /// Serde.
    ///
    /// `PUT /v1/serde` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn serde(
        &self,
        context: &Context,
        request: serde_::Request,
    ) -> impl Future<Output = Result<serde_::Response, serde_::Error>> + Send;

    /// Tiebeam.
    ///
    /// `PATCH /v1/tiebeam` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn tiebeam(
        &self,
        context: &Context,
        request: tiebeam_::Request,
    ) -> impl Future<Output = Result<tiebeam_::Response, tiebeam_::Error>> + Send;

    /// Self.
    ///
    /// `GET /v1/self` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn self_(
        &self,
        context: &Context,
        request: self_::Request,
    ) -> impl Future<Output = Result<self_::Response, self_::Error>> + Send;

    /// Errors.
    ///
    /// `GET /v1/errors` · public
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn errors(
        &self,
        context: &Context,
        request: errors::Request,
    ) -> impl Future<Output = Result<errors::Response, errors::Error>> + Send;

    /// Do something whose summary is also very long, much longer than a line of code should ever be
    /// allowed to be.
    ///
    /// `GET /v1/a/very/long/path/that/goes/on/and/on/{andOn}/until/nobody/remembers/what/it/was/about/and/then/some/more` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more(
        &self,
        context: &Context,
        request: a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Request,
    ) -> impl Future<
        Output = Result<
            a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Response,
            a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Error,
        >,
    > + Send;
}

impl<T: ObstacleApi> ObstacleApi for Arc<T> {
    fn new(
        &self,
        context: &Context,
        request: new::Request,
    ) -> impl Future<Output = Result<new::Response, new::Error>> + Send {
        T::new(self, context, request)
    }

    fn drop(
        &self,
        context: &Context,
        request: drop::Request,
    ) -> impl Future<Output = Result<drop::Response, drop::Error>> + Send {
        T::drop(self, context, request)
    }

    fn clone(
        &self,
        context: &Context,
        request: clone::Request,
    ) -> impl Future<Output = Result<clone::Response, clone::Error>> + Send {
        T::clone(self, context, request)
    }

    fn into(
        &self,
        context: &Context,
        request: into::Request,
    ) -> impl Future<Output = Result<into::Response, into::Error>> + Send {
        T::into(self, context, request)
    }

    fn from_here(
        &self,
        context: &Context,
        request: from_here::Request,
    ) -> impl Future<Output = Result<from_here::Response, from_here::Error>> + Send {
        T::from_here(self, context, request)
    }

    fn into_there(
        &self,
        context: &Context,
        request: into_there::Request,
    ) -> impl Future<Output = Result<into_there::Response, into_there::Error>> + Send {
        T::into_there(self, context, request)
    }

    fn iter(
        &self,
        context: &Context,
        request: iter::Request,
    ) -> impl Future<Output = Result<iter::Response, iter::Error>> + Send {
        T::iter(self, context, request)
    }

    fn router(
        &self,
        context: &Context,
        request: router::Request,
    ) -> impl Future<Output = Result<router::Response, router::Error>> + Send {
        T::router(self, context, request)
    }

    fn api(
        &self,
        context: &Context,
        request: api::Request,
    ) -> impl Future<Output = Result<api::Response, api::Error>> + Send {
        T::api(self, context, request)
    }

    fn server(
        &self,
        context: &Context,
        request: server::Request,
    ) -> impl Future<Output = Result<server::Response, server::Error>> + Send {
        T::server(self, context, request)
    }

    fn jump(
        &self,
        context: &Context,
        request: jump::Request,
    ) -> impl Future<Output = Result<jump::Response, jump::Error>> + Send {
        T::jump(self, context, request)
    }

    fn shorten(
        &self,
        context: &Context,
        request: shorten::Request,
    ) -> impl Future<Output = Result<shorten::Response, shorten::Error>> + Send {
        T::shorten(self, context, request)
    }

    fn std(
        &self,
        context: &Context,
        request: std_::Request,
    ) -> impl Future<Output = Result<std_::Response, std_::Error>> + Send {
        T::std(self, context, request)
    }

    fn core(
        &self,
        context: &Context,
        request: core_::Request,
    ) -> impl Future<Output = Result<core_::Response, core_::Error>> + Send {
        T::core(self, context, request)
    }

    fn serde(
        &self,
        context: &Context,
        request: serde_::Request,
    ) -> impl Future<Output = Result<serde_::Response, serde_::Error>> + Send {
        T::serde(self, context, request)
    }

    fn tiebeam(
        &self,
        context: &Context,
        request: tiebeam_::Request,
    ) -> impl Future<Output = Result<tiebeam_::Response, tiebeam_::Error>> + Send {
        T::tiebeam(self, context, request)
    }

    fn self_(
        &self,
        context: &Context,
        request: self_::Request,
    ) -> impl Future<Output = Result<self_::Response, self_::Error>> + Send {
        T::self_(self, context, request)
    }

    fn errors(
        &self,
        context: &Context,
        request: errors::Request,
    ) -> impl Future<Output = Result<errors::Response, errors::Error>> + Send {
        T::errors(self, context, request)
    }

    fn a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more(
        &self,
        context: &Context,
        request: a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Request,
    ) -> impl Future<
        Output = Result<
            a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Response,
            a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more::Error,
        >,
    > + Send {
        T::a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more(
            self,
            context,
            request,
        )
    }
}
