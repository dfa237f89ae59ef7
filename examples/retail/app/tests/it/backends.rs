//! Each system of record, with its quirks, through its system API: what is odd down there is not odd up here.

mod crm;
mod erp;
mod payco;

use std::sync::Arc;
use std::time::Duration;

use retail_backends::{Fault, Options, Simulation, System};
use retail_system::Line;
use tiebeam::http::Serving;
use tiebeam::{Problem, Router};

/// How long the system APIs wait for an answer that comes, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long they wait for one that does not.
const HASTE: Duration = Duration::from_millis(100);

/// A system of record that is running.
struct Running<S> {
    simulation: Arc<Simulation<S>>,
    serving: Serving,
}

impl<S: System> Running<S> {
    async fn start(system: S) -> Self {
        Self::with(system, Options::default()).await
    }

    async fn with(system: S, options: Options) -> Self {
        let simulation = Simulation::new(system, options);
        let serving = serve(simulation.router()).await;
        Self { simulation, serving }
    }

    /// A line to it.
    fn line(&self) -> Line {
        self.line_for(None)
    }

    /// A line to it for a request with which something goes wrong.
    fn line_for(&self, fault: Option<Fault>) -> Line {
        let url = format!("{}{}", self.serving.url(), S::PATH);
        let patience = if fault == Some(Fault::Lose) { HASTE } else { PATIENCE };
        Line::new("backend", &url, patience).expect("an address makes a URL")
    }

    /// Sends a text as production does, and answers status and body.
    async fn raw(&self, fields: &[(&str, &str)], body: &str) -> (u16, String) {
        let fields: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let (path, length, fields) = (S::PATH, body.len(), fields.concat());
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{fields}\
             Content-Length: {length}\r\n\r\n{body}"
        );
        exchange(&self.serving.address().to_string(), &request).await
    }

    /// Does what a clerk does at a screen.
    async fn clerk(&self, screen: &str, form: &str) {
        let admin = serve(self.simulation.admin()).await;
        let address = admin.address().to_string();
        let answer = retail_app::post(&address, &format!("/screens/{screen}"), form).await;
        assert_eq!(answer.expect("it answers").status, 204, "{screen} {form}");
    }
}

async fn serve(router: Router) -> Serving {
    tiebeam::serve(router, ("127.0.0.1", 0)).await.expect("a port is free")
}

async fn exchange(address: &str, request: &str) -> (u16, String) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("somebody listens");
    stream.write_all(request.as_bytes()).await.expect("it can be sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("it is text");
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    let (_, body) = answer.split_once("\r\n\r\n").expect("a head has an end");
    (status.expect("an answer has a status"), body.to_owned())
}

/// What every system API makes of whatever its system does wrong: a status, and whether it says when to ask again.
const FAULTS: [(Fault, u16, Option<u32>); 3] =
    [(Fault::Lock, 503, Some(1)), (Fault::Babble, 502, None), (Fault::Lose, 504, None)];

/// Checks the problem that a fault has become; what the system said stays in the log.
fn check_problem(fault: Fault, problem: &Problem, status: u16, retry_after: Option<u32>) {
    assert_eq!(problem.status(), status, "{fault:?}: {problem:?}");
    assert_eq!(problem.retry_after(), retry_after, "{fault:?}");
    assert!(problem.cause().is_some_and(|cause| cause.starts_with("backend: ")), "{problem:?}");
    let sent = serde_json::to_string(problem).expect("a problem can be written");
    for secret in ["MMURPHY", "ADMINISTRATOR", "backend"] {
        assert!(!sent.contains(secret), "{sent}");
    }
}
