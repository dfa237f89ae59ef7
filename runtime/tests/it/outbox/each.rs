//! Writes tests down once and has them run on every store that keeps events.

/// Writes one test for each check and store: `on_both_stores! { check another_check }`.
macro_rules! on_both_stores {
    ($($name:ident)*) => {
        on_both_stores! { sqlite: $($name)* }
        on_both_stores! { postgres: $($name)* }
    };
    ($store:ident: $($name:ident)*) => {
        mod $store {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    super::$name(&crate::outbox::house::House::$store().await).await;
                }
            )*
        }
    };
}
