//! Relationship Manager 7, of 1998: who may owe how much.
//!
//! `POST /rm7/txn` takes a JSON object with a transaction code in `TX` and the user's name and password in every
//! request. Every answer is a 200; `RC` tells what it means:
//!
//! | `RC` | meaning |
//! | --- | --- |
//! | `0000` | done |
//! | `0004` | no such customer |
//! | `0016` | a clerk has the record open |
//! | `0020` | a field is not as it should be; `FLD` names it |
//! | `0091` | user or password is wrong |
//! | `0099` | no such transaction |
//!
//! When something breaks inside, the answer is a 200 as well, with a line of text instead of JSON.

mod account;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

use self::account::Account;
use crate::form::Form;
use crate::simulation::{System, as_json};

/// Rows that one answer holds at most.
const LONGEST_LIST: usize = 50;

/// The CRM.
#[derive(Debug)]
pub struct Crm {
    user: String,
    password: String,
    accounts: Mutex<Accounts>,
}

/// Accounts by their number.
#[derive(Debug, Default)]
struct Accounts {
    rows: BTreeMap<u32, Account>,
    last: u32,
}

/// Why a transaction was not done.
enum Refusal {
    NotFound,
    Field(&'static str),
    NoTransaction,
}

impl Crm {
    /// The CRM as it is when the simulation begins, with a few customers of many years.
    #[must_use]
    pub fn new(user: &str, password: &str) -> Self {
        let mut accounts = Accounts::default();
        for row in account::old_customers() {
            accounts.insert(row);
        }
        Self {
            user: user.to_owned(),
            password: password.to_owned(),
            accounts: Mutex::new(accounts),
        }
    }

    fn transact(&self, request: &Value, now: Timestamp) -> Result<Value, Refusal> {
        let mut accounts = self.lock();
        match text(request, "TX") {
            "KD01" => {
                let row = accounts.find(text(request, "EXT_REF")).ok_or(Refusal::NotFound)?;
                Ok(json!({ "CUST": row.to_json() }))
            }
            "KD02" => accounts.enter(request, now),
            "KD03" => accounts.list(request),
            "KD09" => {
                let number = accounts.find(text(request, "EXT_REF")).map(|row| row.number);
                accounts.rows.remove(&number.ok_or(Refusal::NotFound)?);
                Ok(json!({}))
            }
            _ => Err(Refusal::NoTransaction),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Accounts> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Accounts {
    fn insert(&mut self, mut row: Account) -> u32 {
        self.last += 1;
        row.number = self.last;
        self.rows.insert(self.last, row);
        self.last
    }

    fn find(&self, reference: &str) -> Option<&Account> {
        self.rows.values().find(|row| row.reference == reference)
    }

    /// `KD02`: a new customer, or another name for one that is known.
    fn enter(&mut self, request: &Value, now: Timestamp) -> Result<Value, Refusal> {
        let entered = Account::of_json(request, now).map_err(Refusal::Field)?;
        let known = self.rows.values_mut().find(|row| row.reference == entered.reference);
        if let Some(row) = known {
            row.name = entered.name;
            row.country = entered.country;
            return Ok(json!({ "ACT": "U", "CUST": row.to_json() }));
        }
        let number = self.insert(entered);
        Ok(json!({ "ACT": "I", "CUST": self.rows[&number].to_json() }))
    }

    /// `KD03`: customers after the number `POS`, at most `MAX` of them.
    fn list(&self, request: &Value) -> Result<Value, Refusal> {
        let after: u32 = number(request, "POS").ok_or(Refusal::Field("POS"))?;
        let limit: usize = number(request, "MAX").ok_or(Refusal::Field("MAX"))?;
        if limit == 0 || limit > LONGEST_LIST {
            return Err(Refusal::Field("MAX"));
        }
        let (ratings, hold) = (text(request, "RTG"), text(request, "HOLD"));
        let mut rows = self
            .rows
            .range(after + 1..)
            .map(|(_, row)| row)
            .filter(|row| ratings.is_empty() || ratings.contains(row.rating))
            .filter(|row| hold.is_empty() || row.is_on_hold == (hold == "X"));
        let page: Vec<Value> = rows.by_ref().take(limit).map(Account::to_json).collect();
        let more = if rows.next().is_some() { "X" } else { "" };
        Ok(json!({ "ROWS": page, "MORE": more }))
    }
}

impl System for Crm {
    const PATH: &'static str = "/rm7/txn";

    fn answer(&self, _: &HeaderMap, body: &str, now: Timestamp) -> Response {
        let Ok(request) = serde_json::from_str::<Value>(body) else {
            return answer("0020", "INPUT IS NOT JSON", json!({ "FLD": "*" }));
        };
        if text(&request, "USR") != self.user || text(&request, "PWD") != self.password {
            return answer("0091", "LOGON REFUSED", json!({}));
        }
        match self.transact(&request, now) {
            Ok(found) => answer("0000", "OK", found),
            Err(Refusal::NotFound) => answer("0004", "NO RECORD", json!({})),
            Err(Refusal::Field(name)) => answer("0020", "FIELD ERROR", json!({ "FLD": name })),
            Err(Refusal::NoTransaction) => answer("0099", "UNKNOWN TX", json!({})),
        }
    }

    fn broken() -> Response {
        "RM7 ABEND S0C7 - NIGHT BATCH IN PROGRESS, TRY LATER".into_response()
    }

    fn locked() -> Response {
        answer("0016", "RECORD IN USE", json!({ "LCK_USR": "MMURPHY" }))
    }

    fn state(&self) -> Value {
        self.lock().rows.values().map(Account::to_json).collect()
    }

    /// `review`: a clerk of the credit department looks at a customer, `EXT_REF`, and changes what is filled in.
    fn screen(&self, name: &str, form: &Form, now: Timestamp) -> Result<(), String> {
        if name != "review" {
            return Err(format!("no screen {name}"));
        }
        let mut accounts = self.lock();
        let row = accounts.rows.values_mut().find(|row| row.reference == form.get("EXT_REF"));
        row.ok_or("no such customer")?.review(form, now).map_err(|field| format!("{field}?"))
    }
}

fn answer(code: &str, message: &str, mut members: Value) -> Response {
    members["RC"] = code.into();
    members["MSG"] = message.into();
    as_json(&members)
}

/// The text of a field; empty where there is none.
fn text<'v>(request: &'v Value, name: &str) -> &'v str {
    request[name].as_str().unwrap_or_default()
}

/// The number that a field holds in digits.
fn number<N: std::str::FromStr>(request: &Value, name: &str) -> Option<N> {
    text(request, name).parse().ok()
}
