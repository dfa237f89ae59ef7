// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Customer Service.

use retail_models::customer::{LoyaltyLevel, Profile};
use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// What it takes to open an account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NewCustomer {
    /// What the customer says about themselves.
    pub profile: Profile,
    /// The level to start with, for customers who come from an acquired shop.
    ///
    /// `standard` when absent.
    #[serde(default = "NewCustomer::default_loyalty")]
    pub loyalty: LoyaltyLevel,
}

impl NewCustomer {
    fn default_loyalty() -> LoyaltyLevel {
        LoyaltyLevel::Standard
    }
}

impl Shaped for NewCustomer {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("NewCustomer", &[
            Field::new("profile", Shape::of::<Profile>()),
            Field::new("loyalty", Shape::of::<LoyaltyLevel>()).optional(),
        ]);
        &SHAPE
    }
}
