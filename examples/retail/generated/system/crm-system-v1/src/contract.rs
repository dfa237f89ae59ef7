// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the CRM System API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{close_standing, get_standing, list_standings, open_standing};

/// The stable face of the CRM, which is older than some of the people who look after it.
/// It speaks of standings and customers; rating letters and return codes stay behind it, and
/// account numbers are for looking up.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait CrmSystem: Send + Sync + 'static {
    /// Read the commercial standing of a customer.
    ///
    /// `GET /v1/standings/{customerId}` · scope `crm-system.standings.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> impl Future<Output = Result<get_standing::Response, get_standing::Error>> + Send;

    /// List commercial standings.
    ///
    /// For the weekly review of the credit department.
    /// The CRM answers this from a copy that is an hour old.
    ///
    /// `GET /v1/standings` · scope `crm-system.standings.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_standings(
        &self,
        context: &Context,
        request: list_standings::Request,
    ) -> impl Future<Output = Result<list_standings::Response, list_standings::Error>> + Send;

    /// Make a customer known to the CRM.
    ///
    /// Sending it again updates the name and leaves the rating alone.
    ///
    /// `PUT /v1/standings/{customerId}` · scope `crm-system.standings.write`
    ///
    /// # Errors
    ///
    /// Any problem.
    fn open_standing(
        &self,
        context: &Context,
        request: open_standing::Request,
    ) -> impl Future<Output = Result<open_standing::Response, open_standing::Error>> + Send;

    /// Let the CRM forget a customer.
    ///
    /// `DELETE /v1/standings/{customerId}` · scope `crm-system.standings.write`
    ///
    /// # Errors
    ///
    /// Any problem.
    fn close_standing(
        &self,
        context: &Context,
        request: close_standing::Request,
    ) -> impl Future<Output = Result<close_standing::Response, close_standing::Error>> + Send;
}

impl<T: CrmSystem> CrmSystem for Arc<T> {
    fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> impl Future<Output = Result<get_standing::Response, get_standing::Error>> + Send {
        T::get_standing(self, context, request)
    }

    fn list_standings(
        &self,
        context: &Context,
        request: list_standings::Request,
    ) -> impl Future<Output = Result<list_standings::Response, list_standings::Error>> + Send {
        T::list_standings(self, context, request)
    }

    fn open_standing(
        &self,
        context: &Context,
        request: open_standing::Request,
    ) -> impl Future<Output = Result<open_standing::Response, open_standing::Error>> + Send {
        T::open_standing(self, context, request)
    }

    fn close_standing(
        &self,
        context: &Context,
        request: close_standing::Request,
    ) -> impl Future<Output = Result<close_standing::Response, close_standing::Error>> + Send {
        T::close_standing(self, context, request)
    }
}
