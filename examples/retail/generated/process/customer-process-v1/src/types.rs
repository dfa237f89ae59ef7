// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Customer Process API.

use retail_models::customer::Profile;
use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Pattern, Shape, Shaped};

/// What it takes to become a customer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Registration {
    /// What the customer says about themselves.
    pub profile: Profile,
    /// Where they registered, `web` for example.
    ///
    /// 2 to 20 characters. Matches `^[a-z]+$`. For example `web`.
    pub channel: String,
}

static REGISTRATION_CHANNEL_PATTERN: Pattern = Pattern::new("^[a-z]+$");

impl Shaped for Registration {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Registration", &[
            Field::new("profile", Shape::of::<Profile>()),
            Field::new(
                "channel",
                Shape::string().min_length(2).max_length(20).pattern(&REGISTRATION_CHANNEL_PATTERN),
            ),
        ]);
        &SHAPE
    }
}
