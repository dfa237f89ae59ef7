//! Writes tests down once and has them run in a mode on every store.

/// Writes one test for each check, in a mode and on each store: `on_every_store! { flow { check another_check } }`.
macro_rules! on_every_store {
    ($mode:ident $checks:tt) => {
        mod $mode {
            on_every_store! { memory $mode $checks }
            on_every_store! { sqlite $mode $checks }
            on_every_store! { postgres $mode $checks }
        }
    };
    ($store:ident $mode:ident { $($name:ident)* }) => {
        mod $store {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    let place = crate::keyed::places::$store().await;
                    super::super::$name(&place.$mode()).await;
                }
            )*
        }
    };
}
