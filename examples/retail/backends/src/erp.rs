//! The ERP: materials, promises on stock, and the papers with which parcels leave the house.
//!
//! `POST /erp/gateway` takes one XML document and answers with another. Numbers have commas, material numbers have
//! eighteen digits, documents are numbered by the ERP itself, and whoever asks may add a reference of at most twenty
//! characters, `EXTREF`, under which a document exists once.
//!
//! What cannot be done is a status 500 with an `ERRDOC`:
//!
//! | `ID` `NO` | meaning |
//! | --- | --- |
//! | `M3 305` | no such material; `V1` is its number |
//! | `M7 021` | not enough in any one warehouse; `V1` material, `V2` wanted, `V3` there |
//! | `M7 022` | a document with this `EXTREF` exists; `V1` is its number |
//! | `M7 058` | no such reservation |
//! | `MC 601` | a clerk has the document open |
//! | `VL 150` | the reservation has left the house already |
//! | `VL 302` | no such delivery |
//! | `SY 002` | not a document that the gateway knows |
//! | `SY 008` | wrong client or token (status 403) |

mod catalog;
mod delivery;
mod document;
mod stock;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use self::catalog::Catalog;
use self::delivery::Deliveries;
use self::document::{Asked, Empty, ErrorDocument, Refusal};
use self::stock::Stock;
use crate::form::Form;
use crate::simulation::System;

/// The ERP.
#[derive(Debug)]
pub struct Erp {
    client: String,
    token: String,
    books: Mutex<Books>,
}

/// Everything that it remembers.
#[derive(Debug)]
struct Books {
    catalog: Catalog,
    stock: Stock,
    deliveries: Deliveries,
}

impl Erp {
    /// The ERP as it is when the simulation begins: the shelves are full.
    #[must_use]
    pub fn new(client: &str, token: &str) -> Self {
        let catalog = Catalog::default();
        let stock = Stock::of(&catalog);
        let books = Books { catalog, stock, deliveries: Deliveries::default() };
        Self { client: client.to_owned(), token: token.to_owned(), books: Mutex::new(books) }
    }

    fn lock(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn may_enter(&self, headers: &HeaderMap) -> bool {
        let is = |name: &str, value: &str| {
            headers.get(name).is_some_and(|sent| sent.as_bytes() == value.as_bytes())
        };
        is("X-ERP-Client", &self.client) && is("X-ERP-Token", &self.token)
    }
}

impl Books {
    fn work(&mut self, asked: Asked, now: Timestamp) -> Result<Response, Refusal> {
        self.stock.let_lapse(now);
        match asked {
            Asked::Materials(query) => Ok(document("MATLST", &self.catalog.list(&query)?)),
            Asked::Group(wanted) => Ok(document("GRP", &self.catalog.group(&wanted.code)?)),
            Asked::Reserve(wanted) => {
                Ok(document("RES", &self.stock.reserve(&self.catalog, wanted, now)?))
            }
            Asked::Reservation(wanted) => Ok(document("RES", &self.stock.find(&wanted.number)?)),
            Asked::Release(wanted) => {
                self.stock.release(&wanted.number)?;
                Ok(document("DONE", &Empty {}))
            }
            Asked::Deliver(wanted) => {
                let delivery = self.deliveries.create(&mut self.stock, *wanted, now)?;
                Ok(document("DLV", &delivery))
            }
            Asked::Delivery(wanted) => Ok(document("DLV", &self.deliveries.find(&wanted.number)?)),
            Asked::Deliveries(query) => Ok(document("DLVLST", &self.deliveries.list(&query.order))),
        }
    }
}

impl System for Erp {
    const PATH: &'static str = "/erp/gateway";

    fn answer(&self, headers: &HeaderMap, body: &str, now: Timestamp) -> Response {
        if !self.may_enter(headers) {
            return refused(StatusCode::FORBIDDEN, &Refusal::new("SY", "008", "NO AUTHORIZATION"));
        }
        let outcome = match quick_xml::de::from_str(body) {
            Ok(asked) => self.lock().work(asked, now),
            Err(_) => Err(Refusal::new("SY", "002", "DOCUMENT NOT UNDERSTOOD")),
        };
        outcome.unwrap_or_else(|refusal| refused(StatusCode::INTERNAL_SERVER_ERROR, &refusal))
    }

    fn broken() -> Response {
        (StatusCode::OK, "*** SHORT DUMP TSV_TNEW_PAGE_ALLOC_FAILED ***").into_response()
    }

    fn locked() -> Response {
        let refusal = Refusal::new("MC", "601", "OBJECT REQUESTED IS CURRENTLY LOCKED");
        refused(StatusCode::INTERNAL_SERVER_ERROR, &refusal.about("MMURPHY"))
    }

    fn state(&self) -> Value {
        let books = self.lock();
        let materials = books.catalog.materials().iter();
        let available =
            materials.map(|it| (it.old.to_owned(), books.stock.available()[&it.number]));
        json!({
            "available": available.collect::<BTreeMap<_, _>>(),
            "reservations": books.stock.open(),
            "deliveries": books.deliveries.count(),
        })
    }

    /// Two screens of the warehouse: `ship` sends off what is reserved (`AUFNR`, `RES`, `CARR`), and `carrier` changes
    /// who carries what belongs to an order (`AUFNR`, `CARR`).
    fn screen(&self, name: &str, form: &Form, now: Timestamp) -> Result<(), String> {
        let mut books = self.lock();
        let Books { stock, deliveries, .. } = &mut *books;
        match name {
            "ship" => {
                deliveries.ship(stock, form, now).map_err(|refusal| refusal.text().to_owned())
            }
            "carrier" => deliveries.reassign(form.get("AUFNR"), form.get("CARR")),
            _ => Err(format!("no screen {name}")),
        }
    }
}

fn document<T: Serialize>(root: &str, content: &T) -> Response {
    xml(StatusCode::OK, root, content)
}

fn refused(status: StatusCode, refusal: &Refusal) -> Response {
    xml(status, "ERRDOC", &ErrorDocument { error: refusal.clone() })
}

fn xml<T: Serialize>(status: StatusCode, root: &str, content: &T) -> Response {
    match quick_xml::se::to_string_with_root(root, content) {
        Ok(text) => {
            let text = format!("<?xml version=\"1.0\"?>\n{text}");
            (status, [(CONTENT_TYPE, "text/xml")], text).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
