//! What the command line says.

use std::time::Duration;

/// How much is measured, and what.
#[derive(Debug, Clone)]
pub(crate) struct Arguments {
    /// Pairs of each comparison.
    pub(crate) rounds: u32,
    /// How long one of a pair lasts, where it lasts and does not count.
    pub(crate) lasting: Duration,
    /// How many events are published or consumed, where they are counted.
    pub(crate) events: usize,
    /// Where PostgreSQL and NATS answer.
    pub(crate) postgres: String,
    pub(crate) nats: String,
    only: Option<String>,
}

impl Arguments {
    /// Reads `--rounds`, `--millis`, `--events`, `--only`, `--postgres` and `--nats`; ends the program where one of them is wrong.
    pub(crate) fn of_command_line() -> Self {
        let mut read = Self {
            rounds: 5,
            lasting: Duration::from_secs(2),
            events: 50_000,
            postgres: String::new(),
            nats: String::new(),
            only: None,
        };
        let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
        while let Some(name) = words.next() {
            let value = words.next().unwrap_or_else(|| refuse(&name));
            let number = || value.parse::<u32>().unwrap_or_else(|_| refuse(&name));
            match name.as_str() {
                "--rounds" => read.rounds = number().max(1),
                "--millis" => read.lasting = Duration::from_millis(number().max(1).into()),
                "--events" => read.events = number().max(1_000) as usize,
                "--only" => read.only = Some(value),
                "--postgres" => read.postgres = value,
                "--nats" => read.nats = value,
                _ => refuse(&name),
            }
        }
        read
    }

    /// Whether something is wanted: everything is, unless one thing was named.
    pub(crate) fn wants(&self, what: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == what)
    }
}

fn refuse(name: &str) -> ! {
    eprintln!("{name}: not understood; `cargo xtask bench events` knows how to ask");
    std::process::exit(2);
}
