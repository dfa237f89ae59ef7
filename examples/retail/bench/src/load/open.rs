//! An open loop: requests leave when their time has come, whether or not earlier ones are answered.
//!
//! A time counts from the moment that a request was due, so a server that stalls is not asked less and does not look
//! better for it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::LocalSet;

use super::histogram::{Histogram, Summary};
use super::request::Request;
use super::wire::Wire;

/// How often it is looked whether requests are due.
const TICK: Duration = Duration::from_millis(1);

/// How wide a window of the recovery is.
const WINDOW: Duration = Duration::from_millis(100);

/// How long the last answers are waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// So many requests a second for so long.
#[derive(Debug, Clone, Copy)]
pub struct Phase {
    pub rate: f64,
    pub time: Duration,
}

/// What came of a phase; each request belongs to the phase in which it was due.
#[derive(Debug, Serialize)]
pub struct PhaseReport {
    pub seconds: f64,
    /// Requests that were due.
    pub due: u64,
    /// Requests for which all connections were taken.
    pub unsent: u64,
    /// Connections that broke before the answer, and answers that nobody waited for any longer.
    pub lost: u64,
    pub statuses: BTreeMap<u16, u64>,
    /// Successes that were there before the phase ended: what came later was of no use to it.
    pub in_time: u64,
    /// Successes.
    pub accepted: Summary,
    /// Everything else that was answered.
    pub refused: Summary,
    pub windows: Vec<Window>,
}

/// A tenth of a second.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Window {
    pub due: u64,
    pub accepted: u64,
    /// The slowest success, in microseconds.
    pub slowest: f64,
}

#[derive(Default)]
struct Tally {
    due: u64,
    answered: u64,
    unsent: u64,
    broken: u64,
    in_time: u64,
    statuses: BTreeMap<u16, u64>,
    accepted: Histogram,
    refused: Histogram,
    windows: Vec<Window>,
}

/// A request whose time has come.
#[derive(Clone, Copy)]
struct Due {
    instant: Instant,
    /// When its phase ends.
    end: Instant,
    phase: usize,
    window: usize,
}

struct Field {
    address: String,
    request: Request,
    tallies: RefCell<Vec<Tally>>,
    free: RefCell<Vec<UnboundedSender<Due>>>,
}

/// Sends phase after phase over at most so many connections.
///
/// # Errors
///
/// Never, as long as time passes.
pub async fn run(
    address: &str,
    request: &Request,
    connections: usize,
    phases: &[Phase],
) -> anyhow::Result<Vec<PhaseReport>> {
    let field = Rc::new(Field {
        address: address.to_owned(),
        request: request.clone(),
        tallies: RefCell::new(phases.iter().map(|_| Tally::default()).collect()),
        free: RefCell::default(),
    });
    LocalSet::new().run_until(drive(Rc::clone(&field), connections, phases)).await;
    let tallies = field.tallies.borrow();
    let reports = phases.iter().zip(tallies.iter()).map(|(phase, tally)| PhaseReport {
        seconds: phase.time.as_secs_f64(),
        due: tally.due,
        unsent: tally.unsent,
        lost: tally.due - tally.answered - tally.unsent,
        in_time: tally.in_time,
        statuses: tally.statuses.clone(),
        accepted: tally.accepted.summary(),
        refused: tally.refused.summary(),
        windows: tally.windows.clone(),
    });
    Ok(reports.collect())
}

async fn drive(field: Rc<Field>, connections: usize, phases: &[Phase]) {
    let mut opened = 0;
    let mut ticks = tokio::time::interval(TICK);
    let mut begun = Instant::now();
    for (number, phase) in phases.iter().enumerate() {
        let pause = Duration::from_secs_f64(1.0 / phase.rate);
        let mut next = begun;
        let end = begun + phase.time;
        while next < end {
            ticks.tick().await;
            let now = Instant::now();
            while next <= now && next < end {
                let window = (next - begun).as_millis() / WINDOW.as_millis();
                let window = usize::try_from(window).unwrap_or(usize::MAX);
                let due = Due { instant: next, end, phase: number, window };
                send(&field, due, connections, &mut opened);
                next += pause;
            }
        }
        begun = end;
    }
    let given_up = Instant::now() + PATIENCE;
    while field.is_waiting() && Instant::now() < given_up {
        ticks.tick().await;
    }
}

/// Gives the request to a connection that is free, or to a new one while there may be more.
fn send(field: &Rc<Field>, due: Due, connections: usize, opened: &mut usize) {
    field.tallies.borrow_mut()[due.phase].is_due(due.window);
    let free = field.free.borrow_mut().pop();
    if let Some(connection) = free {
        // It is waiting for nothing else.
        let _ = connection.send(due);
        return;
    }
    if *opened == connections {
        field.tallies.borrow_mut()[due.phase].unsent += 1;
        return;
    }
    *opened += 1;
    tokio::task::spawn_local(connection(Rc::clone(field), due));
}

/// Sends what is due, opens itself anew when it breaks.
async fn connection(field: Rc<Field>, first: Due) {
    let (sender, mut receiver) = unbounded_channel();
    let mut request = field.request.clone();
    let mut wire = None;
    let mut due = first;
    loop {
        let status = exchange(&field, &mut wire, &mut request).await;
        field.tallies.borrow_mut()[due.phase].ended(due, status);
        field.free.borrow_mut().push(sender.clone());
        match receiver.recv().await {
            Some(next) => due = next,
            None => return,
        }
    }
}

async fn exchange(field: &Field, wire: &mut Option<Wire>, request: &mut Request) -> Option<u16> {
    if wire.is_none() {
        *wire = Wire::open(&field.address).await.ok();
    }
    let status = wire.as_mut()?.exchange(request.numbered(0)).await;
    if status.is_err() {
        *wire = None;
    }
    status.ok()
}

impl Field {
    fn is_waiting(&self) -> bool {
        let tallies = self.tallies.borrow();
        tallies.iter().any(|tally| tally.answered + tally.unsent + tally.broken < tally.due)
    }
}

impl Tally {
    fn is_due(&mut self, window: usize) {
        self.due += 1;
        if self.windows.len() <= window {
            self.windows.resize(window + 1, Window::default());
        }
        self.windows[window].due += 1;
    }

    fn ended(&mut self, due: Due, status: Option<u16>) {
        let Some(status) = status else {
            self.broken += 1;
            return;
        };
        self.answered += 1;
        *self.statuses.entry(status).or_default() += 1;
        let now = Instant::now();
        let time = now - due.instant;
        if !(200..300).contains(&status) {
            self.refused.record(time);
            return;
        }
        self.accepted.record(time);
        self.in_time += u64::from(now <= due.end);
        let window = &mut self.windows[due.window];
        window.accepted += 1;
        window.slowest = window.slowest.max(time.as_secs_f64() * 1e6);
    }
}
