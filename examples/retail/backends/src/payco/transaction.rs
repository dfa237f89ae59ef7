//! A transaction, and what decides about it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::Refusal;
use crate::form::Form;

/// Money of somebody that is set aside, taken, or given back.
#[derive(Debug, Clone)]
pub struct Transaction {
    /// Given by the processor.
    pub number: u64,
    /// Where it stands.
    pub state: State,
    merchant: String,
    reference: String,
    customer: String,
    /// In the smallest unit of the currency.
    amount: u64,
    /// ISO 4217, three digits.
    currency: String,
    at: Timestamp,
}

/// Where a transaction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Authorized,
    Referred,
    Captured,
    Void,
}

impl Transaction {
    /// Reads what `AUTH` takes.
    pub fn of_form(form: &Form, at: Timestamp) -> Result<Self, Refusal> {
        let (reference, currency) = (form.get("ref"), form.get("cur"));
        if reference.is_empty() || reference.len() > 40 {
            return Err(Refusal(400, 9, "F003"));
        }
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refusal(400, 9, "F004"));
        }
        let amount = form.number("amt").ok_or(Refusal(400, 9, "F005"))?;
        Ok(Self {
            number: 0,
            state: State::Authorized,
            merchant: form.get("mid").to_owned(),
            reference: reference.to_owned(),
            customer: form.get("cust").to_owned(),
            amount,
            currency: currency.to_owned(),
            at,
        })
    }

    /// Whether a request with the same reference is about this transaction.
    pub fn answers(&self, wanted: &Self) -> bool {
        self.merchant == wanted.merchant
            && self.reference == wanted.reference
            && self.state != State::Void
    }

    /// Whether somebody asks for the same money again.
    pub fn is_same(&self, wanted: &Self) -> bool {
        (self.amount, &self.currency, &self.customer)
            == (wanted.amount, &wanted.currency, &wanted.customer)
    }

    /// The transaction as it is answered.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let at = self.at.to_zoned(TimeZone::UTC);
        vec![
            ("txn", self.number.to_string()),
            ("state", self.state.word().to_owned()),
            ("amt", self.amount.to_string()),
            ("cur", self.currency.clone()),
            ("cust", self.customer.clone()),
            ("at", at.strftime("%Y%m%d%H%M%S").to_string()),
            ("slip", format!("PAYCO*{}*{}", self.number, self.amount)),
        ]
    }

    pub fn to_json(&self) -> Value {
        json!({
            "txn": self.number,
            "state": self.state.word(),
            "ref": self.reference,
            "cust": self.customer,
            "amt": self.amount,
        })
    }
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Authorized => "AUTH",
            Self::Referred => "REFER",
            Self::Captured => "CAPT",
            Self::Void => "VOID",
        }
    }
}

/// What the processor thinks of a way to pay.
pub fn decide(form: &Form) -> Result<State, Refusal> {
    match (form.get("src"), form.get("last4")) {
        ("CC", "0002") => Err(Refusal(200, 1, "51")),
        ("CC", "0069") => Err(Refusal(200, 1, "54")),
        ("CC", "0101") => Err(Refusal(200, 1, "59")),
        ("CC", "0119") => Ok(State::Referred),
        ("CC" | "INV" | "WAL", _) => Ok(State::Authorized),
        _ => Err(Refusal(200, 1, "57")),
    }
}
