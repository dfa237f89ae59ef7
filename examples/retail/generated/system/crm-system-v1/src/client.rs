// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the CRM System API over HTTP.

use tiebeam::Context;

use crate::CrmSystem;
use crate::operations::{close_standing, get_standing, list_standings, open_standing};

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

impl CrmSystem for Client {
    async fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> Result<get_standing::Response, get_standing::Error> {
        self.http.call(context, &get_standing::OPERATION, &request).await
    }

    async fn list_standings(
        &self,
        context: &Context,
        request: list_standings::Request,
    ) -> Result<list_standings::Response, list_standings::Error> {
        self.http.call(context, &list_standings::OPERATION, &request).await
    }

    async fn open_standing(
        &self,
        context: &Context,
        request: open_standing::Request,
    ) -> Result<open_standing::Response, open_standing::Error> {
        self.http.call(context, &open_standing::OPERATION, &request).await
    }

    async fn close_standing(
        &self,
        context: &Context,
        request: close_standing::Request,
    ) -> Result<close_standing::Response, close_standing::Error> {
        self.http.call(context, &close_standing::OPERATION, &request).await
    }
}
