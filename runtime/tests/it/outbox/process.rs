//! This program, run again in a role: it is killed when it is dropped, and stopped and continued when told.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A process of its own.
pub(super) struct Process {
    child: Child,
    /// Whoever says something more must not be killed by a pipe that nobody holds.
    _output: BufReader<ChildStdout>,
}

impl Process {
    /// Runs one test again with a role in the environment, and waits for what it says when it is ready.
    pub(super) fn start(test: &str, (name, role): (&str, &str), ready: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args([test, "--exact", "--nocapture"])
            .env(name, role)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut line = String::new();
        while !line.contains(ready) {
            line.clear();
            assert!(output.read_line(&mut line).expect("it is text") > 0, "it did not come up");
        }
        Self { child, _output: output }
    }

    /// SIGSTOP: it stands still, wherever it is, and knows nothing of it.
    pub(super) fn stop(&self) {
        self.signal("STOP");
    }

    /// SIGCONT: it goes on as if no time had passed.
    pub(super) fn go_on(&self) {
        self.signal("CONT");
    }

    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &kill]).status().expect("a shell");
        assert!(sent.success(), "{kill}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Says that it is ready, and waits until nobody is left who could kill it.
pub(super) async fn until_parent_is_gone(ready: &str) {
    println!("{ready}");
    let parent = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    drop(parent.await);
}
