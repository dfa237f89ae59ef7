//! Writes tests down once and has them run on every bus.

/// Writes one test for each check, on each bus: `on_every_bus! { check another_check }`.
macro_rules! on_every_bus {
    ($($name:ident)*) => {
        on_bus! { memory { $($name)* } }
        on_bus! { sqlite { $($name)* } }
        on_bus! { postgres { $($name)* } }
        on_bus! { jetstream { $($name)* } }
    };
}

/// Writes one test for each check, on one bus.
macro_rules! on_bus {
    ($bus:ident { $($name:ident)* }) => {
        mod $bus {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    super::$name(&crate::bus::places::$bus().await).await;
                }
            )*
        }
    };
}
