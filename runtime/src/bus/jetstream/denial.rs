//! What a server does not allow: it answers nothing, and says so aside.

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use crate::bus::error::Error;

/// Denials that may be waiting to be read; who is slower reads later ones.
const MOST: usize = 1024;

/// Subjects to which we must not publish, as the server says so.
#[derive(Debug, Clone)]
pub(super) struct Denials(broadcast::Sender<String>);

impl Denials {
    pub(super) fn new() -> Self {
        Self(broadcast::channel(MOST).0)
    }

    /// Reads what a server says aside.
    pub(super) fn hear(&self, text: &str) {
        if let Some(subject) = denied_subject(text) {
            // Nobody may be waiting.
            let _ = self.0.send(subject.to_owned());
        }
    }

    /// What a future comes to, unless the server does not allow the subject meanwhile.
    pub(super) async fn unless<T>(
        &self,
        subject: &str,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        // Before anything is sent, so that no denial is overlooked.
        let mut denials = self.0.subscribe();
        tokio::select! {
            biased;
            output = future => output,
            () = of(&mut denials, subject) => Err(denied(subject)),
        }
    }

    /// Listens from here on.
    pub(super) fn listen(&self) -> broadcast::Receiver<String> {
        self.0.subscribe()
    }
}

/// Ready when the server does not allow a subject.
pub(super) async fn of(denials: &mut broadcast::Receiver<String>, subject: &str) {
    loop {
        match denials.recv().await {
            Ok(denied) if denied == subject => return,
            Ok(_) | Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

pub(super) fn denied(subject: &str) -> Error {
    Error::denied(format!("the server does not allow us to publish to `{subject}`"))
}

/// The subject in `Permissions Violation for Publish to "a.b"`.
fn denied_subject(text: &str) -> Option<&str> {
    let is_denial = text.to_ascii_lowercase().starts_with("permissions violation for publish");
    let (_, rest) = text.split_once('"').filter(|_| is_denial)?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::denied_subject;

    #[test]
    fn a_denial_names_its_subject() {
        for (text, subject) in [
            ("Permissions Violation for Publish to \"order.x.v1\"", Some("order.x.v1")),
            ("Permissions Violation for Publish with Reply of \"_INBOX.x\"", Some("_INBOX.x")),
            ("Permissions Violation for Subscription to \"order.>\"", None),
            ("Slow Consumer", None),
        ] {
            assert_eq!(denied_subject(text), subject, "{text}");
        }
    }
}
