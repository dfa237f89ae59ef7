// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `WalletPayment` of the payment domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

use crate::payment::WalletProvider;

/// By a wallet app.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WalletPayment {
    /// Whose wallet.
    pub provider: WalletProvider,
    /// What the app gave us.
    ///
    /// 8 to 2048 characters. A secret; redacted in logs.
    pub token: String,
}

impl fmt::Debug for WalletPayment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WalletPayment")
            .field("provider", &self.provider)
            .field("token", &Redacted)
            .finish()
    }
}

impl Shaped for WalletPayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("WalletPayment", &[
            Field::new("provider", Shape::of::<WalletProvider>()),
            Field::new("token", Shape::string().min_length(8).max_length(2048))
                .classified(Classification::Secret),
        ]);
        &SHAPE
    }
}
