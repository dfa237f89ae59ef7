//! `PayCo`, a payment processor: sets money aside, takes it, gives it back.
//!
//! `POST /txn` takes a form and answers with lines of `key=value`. `ref` is the merchant's own number for a
//! transaction: the same `ref` with the same fields answers with the transaction that is there (`dup=1`), and is free
//! again once that transaction is void.
//!
//! | status | `res` `code` | meaning |
//! | --- | --- | --- |
//! | 200 | `0` `00` | done; `state` is `AUTH`, `REFER`, `CAPT` or `VOID` |
//! | 200 | `1` | declined; `code` as in ISO 8583: `51` no money, `54` expired, `57` not permitted, `59` fraud |
//! | 299 | `5` `LCK` | somebody has the transaction open |
//! | 400 | `9` `T404` | no such transaction |
//! | 400 | `9` `S409` | the transaction is in another state |
//! | 400 | `9` `F…` | a field is not as it should be |
//! | 401 | `9` `M401` | wrong merchant or secret |
//! | 406 | `9` `R409` | the `ref` belongs to another transaction |
//! | 500 | none | something broke; the body is a page for people |
//!
//! As in the sandbox of any processor, some cards always behave in the same way: `0002` has no money, `0069` is
//! expired, `0101` is stolen, and `0119` goes to a person for review.

mod transaction;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::Value;

use self::transaction::{State, Transaction};
use crate::form::Form;
use crate::simulation::System;

/// The number before that of the first transaction.
const FIRST: u64 = 7_000_000_000;

/// The processor.
#[derive(Debug)]
pub struct PayCo {
    secret: String,
    book: Mutex<Book>,
}

#[derive(Debug)]
struct Book {
    transactions: BTreeMap<u64, Transaction>,
    last: u64,
}

/// Why something was not done: a status, a result and a code.
struct Refusal(u16, u8, &'static str);

impl PayCo {
    /// A processor without transactions, whose merchants all sign with one secret.
    #[must_use]
    pub fn new(secret: &str) -> Self {
        let book = Book { transactions: BTreeMap::new(), last: FIRST };
        Self { secret: secret.to_owned(), book: Mutex::new(book) }
    }

    fn lock(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    fn work(
        &mut self,
        form: &Form,
        now: Timestamp,
    ) -> Result<Vec<(&'static str, String)>, Refusal> {
        match form.get("op") {
            "AUTH" => self.authorize(form, now),
            "INFO" => Ok(self.find(form)?.lines()),
            "CAPT" => {
                let transaction = self.find(form)?;
                match transaction.state {
                    State::Authorized | State::Captured => transaction.state = State::Captured,
                    State::Referred | State::Void => return Err(Refusal(400, 9, "S409")),
                }
                Ok(transaction.lines())
            }
            "VOID" => {
                let transaction = self.find(form)?;
                match transaction.state {
                    State::Captured => return Err(Refusal(400, 9, "S409")),
                    _ => transaction.state = State::Void,
                }
                Ok(transaction.lines())
            }
            _ => Err(Refusal(400, 9, "F001")),
        }
    }

    fn authorize(
        &mut self,
        form: &Form,
        now: Timestamp,
    ) -> Result<Vec<(&'static str, String)>, Refusal> {
        let wanted = Transaction::of_form(form, now)?;
        let known = self.transactions.values().find(|transaction| transaction.answers(&wanted));
        if let Some(known) = known {
            if !known.is_same(&wanted) {
                return Err(Refusal(406, 9, "R409"));
            }
            let mut lines = known.lines();
            lines.push(("dup", "1".to_owned()));
            return Ok(lines);
        }
        let mut transaction = wanted;
        transaction.state = transaction::decide(form)?;
        self.last += 1;
        transaction.number = self.last;
        let lines = transaction.lines();
        self.transactions.insert(self.last, transaction);
        Ok(lines)
    }

    fn find(&mut self, form: &Form) -> Result<&mut Transaction, Refusal> {
        let number = form.number("txn").ok_or(Refusal(400, 9, "F002"))?;
        self.transactions.get_mut(&number).ok_or(Refusal(400, 9, "T404"))
    }
}

impl System for PayCo {
    const PATH: &'static str = "/txn";

    fn answer(&self, _: &HeaderMap, body: &str, now: Timestamp) -> Response {
        let form = Form::parse(body);
        if form.get("mid").is_empty() || form.get("sec") != self.secret {
            return refused(&Refusal(401, 9, "M401"));
        }
        match self.lock().work(&form, now) {
            Ok(mut lines) => {
                lines.splice(0..0, [("res", "0".to_owned()), ("code", "00".to_owned())]);
                text(200, &lines)
            }
            Err(refusal) => refused(&refusal),
        }
    }

    fn broken() -> Response {
        let page = "<html><h1>Oops!</h1><p>Our hamsters are on it.</p></html>";
        (StatusCode::INTERNAL_SERVER_ERROR, page).into_response()
    }

    fn locked() -> Response {
        refused(&Refusal(299, 5, "LCK"))
    }

    fn state(&self) -> Value {
        self.lock().transactions.values().map(Transaction::to_json).collect()
    }

    fn screen(&self, name: &str, _: &Form, _: Timestamp) -> Result<(), String> {
        Err(format!("no screen {name}"))
    }
}

fn refused(&Refusal(status, result, code): &Refusal) -> Response {
    let mut lines = vec![("res", result.to_string()), ("code", code.to_owned())];
    if code == "51" {
        // Whoever has no money today may have some tomorrow.
        lines.push(("wait", "1440".to_owned()));
    }
    text(status, &lines)
}

fn text(status: u16, lines: &[(&str, String)]) -> Response {
    let mut text = String::new();
    for (key, value) in lines {
        let _ = write!(text, "{key}={value}\r\n");
    }
    (StatusCode::from_u16(status).unwrap_or(StatusCode::OK), text).into_response()
}
