//! Keys of the steps that a request with a key consists of.

use super::digest::Digest;
use super::key::IdempotencyKey;
use crate::context::Context;

impl Context {
    /// The key of one step of the request that has this key, for a call further down; the same each time the request is
    /// repeated, so that the step is done once.
    ///
    /// It also follows from who asks: callers choose their keys, and two that choose the same one must not get each
    /// other's answers from an API further down, which knows only us. A step that is done several times says which time
    /// it is.
    ///
    /// ```
    /// use tiebeam::{Context, IdempotencyKey};
    ///
    /// let (context, key) = (Context::new(), IdempotencyKey::fresh());
    /// let pay = context.step_key(&key, "pay");
    /// assert_eq!(pay, context.step_key(&key, "pay"));
    /// assert_ne!(pay, context.step_key(&key, "ship"));
    /// let (first, second) = ("set aside 1", "set aside 2");
    /// assert_ne!(context.step_key(&key, first), context.step_key(&key, second));
    /// ```
    #[must_use]
    pub fn step_key(&self, key: &IdempotencyKey, step: &str) -> IdempotencyKey {
        let mut digest = Digest::new("step");
        let identity = self.identity();
        digest.optional(identity.map(|identity| identity.subject.as_str()));
        digest.optional(identity.and_then(|identity| identity.client.as_deref()));
        digest.part(key.as_str().as_bytes());
        digest.part(step.as_bytes());
        let digest = digest.finish();
        let (bytes, _) = digest.split_first_chunk().expect("a digest has 32 bytes");
        uuid::Builder::from_custom_bytes(*bytes).into_uuid().into()
    }
}

#[cfg(test)]
mod tests {
    use crate::context::{Context, Identity};
    use crate::idempotency::IdempotencyKey;

    fn context(subject: &str, client: Option<&str>) -> Context {
        let (subject, client) = (subject.to_owned(), client.map(str::to_owned));
        Context::new().with_identity(Identity { subject, client, scopes: Vec::new() })
    }

    #[test]
    fn the_key_of_a_step_follows_from_who_asks_the_key_and_the_step_alone() {
        let key = |text: &str| text.parse::<IdempotencyKey>().expect("a key");
        let steps = [
            Context::new().step_key(&key("a"), "pay"),
            Context::new().step_key(&key("b"), "pay"),
            Context::new().step_key(&key("a"), "ship"),
            Context::new().step_key(&key("ap"), "ay"),
            context("ada", None).step_key(&key("a"), "pay"),
            context("ada", Some("web")).step_key(&key("a"), "pay"),
            context("bob", Some("web")).step_key(&key("a"), "pay"),
        ];
        for (index, step) in steps.iter().enumerate() {
            assert!(!steps[..index].contains(step), "{index}");
        }
        let again = context("ada", Some("web")).child().detached();
        assert_eq!(again.step_key(&key("a"), "pay"), steps[5]);
        assert_eq!(
            steps[0].as_str(),
            "89b1dd3d-d8c7-86df-be93-38f21fd09110",
            "it stays the same from version to version"
        );
    }
}
