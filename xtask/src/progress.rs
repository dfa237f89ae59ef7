//! Progress on a terminal, and only where somebody would otherwise wonder.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What takes less is over before a person looks.
const PATIENCE: Duration = Duration::from_millis(500);

/// Counts finished pieces of a job.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    shown: OnceLock<()>,
}

impl Progress {
    /// A job of so many pieces.
    pub fn new(label: &'static str, pieces: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(pieces as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}")
            .expect("the template is right");
        bar.set_style(style);
        bar.set_message(label);
        Self { bar, started: Instant::now(), shown: OnceLock::new() }
    }

    /// One piece is finished.
    pub fn advance(&self) {
        self.bar.inc(1);
        if self.started.elapsed() > PATIENCE && std::io::stderr().is_terminal() {
            self.shown.get_or_init(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
