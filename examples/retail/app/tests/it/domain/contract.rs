//! What the services promise, on every store.

/// Writes one test for each promise and each store.
macro_rules! contract {
    ($($store:ident { $($name:ident: $check:path;)* })*) => {
        $(
            mod $store {
                $(
                    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                    async fn $name() {
                        $check(&crate::domain::places::$store().await).await;
                    }
                )*
            }
        )*
    };
    ($($store:ident)*) => {
        contract! {
            $($store {
                an_address_belongs_to_one_open_account: crate::domain::customers::addresses;
                two_changes_of_one_revision_are_one: crate::domain::customers::revisions;
                a_closed_account_stays_closed_and_frees_its_address: crate::domain::customers::closing;
                accounts_come_in_pages: crate::domain::customers::pages;
                stock_is_never_negative: crate::domain::ledger::never_negative;
                a_product_arrives_with_its_first_delivery: crate::domain::ledger::deliveries;
                shelves_are_counted_once: crate::domain::ledger::stocktaking;
                an_order_of_whose_end_we_heard_first_sets_nothing_aside: crate::domain::ledger::hearing;
                numbers_of_orders_have_no_gaps: crate::domain::orders::numbers;
                an_imported_order_keeps_its_number: crate::domain::orders::importing;
                an_order_moves_forward_once: crate::domain::orders::moving;
                orders_are_filtered_and_the_newest_is_the_first: crate::domain::orders::listing;
                an_order_has_one_payment_that_lives: crate::domain::payments::one_lives;
                a_payment_that_was_given_back_makes_room: crate::domain::payments::given_back;
                another_payload_under_the_key_is_refused: crate::domain::remembering::payloads;
                a_refusal_is_remembered_without_its_effects: crate::domain::remembering::refusals;
                answers_and_rows_outlive_the_service: crate::domain::remembering::restarting;
                several_instances_may_start_at_once: crate::domain::remembering::starting;
            })*
        }
    };
}

contract! { sqlite postgres }
