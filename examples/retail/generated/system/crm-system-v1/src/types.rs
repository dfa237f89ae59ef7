// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the CRM System API.

use std::fmt;

use retail_models::common::Country;
use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

/// What the CRM wants to know of a new customer.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StandingRequest {
    /// Name on the account.
    ///
    /// 1 to 120 characters. Personal data; redacted in logs.
    pub name: String,
    /// Decides which credit bureau is asked.
    pub country: Country,
    /// Whether it is a company.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub business: bool,
}

impl fmt::Debug for StandingRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StandingRequest")
            .field("name", &Redacted)
            .field("country", &self.country)
            .field("business", &self.business)
            .finish()
    }
}

impl Shaped for StandingRequest {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("StandingRequest", &[
            Field::new("name", Shape::string().min_length(1).max_length(120))
                .classified(Classification::Personal),
            Field::new("country", Shape::of::<Country>()),
            Field::new("business", Shape::boolean()).optional(),
        ]);
        &SHAPE
    }
}
