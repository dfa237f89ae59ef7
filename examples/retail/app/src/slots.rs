//! Everything that can be served, from the bottom up.
//!
//! A *system* is what somebody runs: `order-process`, with all its majors, or a system of record. A *slot* is one
//! thing that listens: `order-process-v1`. Slots have a fixed place, so that systems that run one by one on the same
//! machine find each other without being told.

use tiebeam::operation::{Api, Tier};

/// One thing that listens.
#[derive(Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name, with the major version where it has one.
    pub name: &'static str,
    /// The system to which it belongs.
    pub system: &'static str,
    /// What it is, unless it is a system of record, which has no contract.
    pub api: Option<&'static Api>,
}

/// Writes the slots down, in the order in which they stand on each other.
macro_rules! slots {
    ($($constant:ident $name:literal of $system:literal $(is $krate:ident)?;)*) => {
        $(
            #[doc = concat!("`", $name, "`.")]
            pub static $constant: Slot = Slot {
                name: $name,
                system: $system,
                api: slots!(@api $($krate)?),
            };
        )*

        /// Every slot, from the bottom up.
        pub static SLOTS: &[&Slot] = &[$(&$constant),*];
    };
    (@api) => { None };
    (@api $krate:ident) => { Some(&$krate::meta::API) };
}

slots! {
    CRM "crm" of "crm";
    ERP "erp" of "erp";
    PAYCO "payco" of "payco";
    CRM_SYSTEM "crm-system-v1" of "crm-system" is crm_system_v1;
    ERP_SYSTEM "erp-system-v1" of "erp-system" is erp_system_v1;
    PAYMENTS_SYSTEM "payments-system-v1" of "payments-system" is payments_system_v1;
    CUSTOMER_SERVICE "customer-service-v1" of "customer-service" is customer_service_v1;
    INVENTORY_SERVICE "inventory-service-v1" of "inventory-service" is inventory_service_v1;
    ORDER_HISTORY_SERVICE "order-history-service-v1" of "order-history-service" is order_history_service_v1;
    ORDER_SERVICE "order-service-v1" of "order-service" is order_service_v1;
    PAYMENT_SERVICE "payment-service-v1" of "payment-service" is payment_service_v1;
    CUSTOMER_PROCESS "customer-process-v1" of "customer-process" is customer_process_v1;
    ORDER_PROCESS_V1 "order-process-v1" of "order-process" is order_process_v1;
    ORDER_PROCESS_V2 "order-process-v2" of "order-process" is order_process_v2;
    SHIPPING_PROCESS "shipping-process-v1" of "shipping-process" is shipping_process_v1;
    FULFILMENT_SERVICE "fulfilment-service-v1" of "fulfilment-service" is fulfilment_service_v1;
    CUSTOMER_EXPERIENCE "customer-experience-v1" of "customer-experience" is customer_experience_v1;
    ORDER_EXPERIENCE "order-experience-v1" of "order-experience" is order_experience_v1;
}

impl Slot {
    /// Its place among all slots.
    #[must_use]
    pub fn position(&self) -> u16 {
        let position = SLOTS.iter().position(|slot| *slot == self).unwrap_or_default();
        u16::try_from(position).unwrap_or_default()
    }

    /// The layer in which it stands: a tier, or `backend` for a system of record.
    #[must_use]
    pub fn layer(&self) -> &'static str {
        self.api.map_or("backend", |api| tier(api.tier))
    }
}

/// Every system, from the bottom up.
#[must_use]
pub fn systems() -> Vec<&'static str> {
    let mut systems: Vec<&str> = SLOTS.iter().map(|slot| slot.system).collect();
    systems.dedup();
    systems
}

/// A tier in a word.
#[must_use]
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Experience => "experience",
        Tier::Process => "process",
        Tier::System => "system",
        Tier::Service => "service",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{SLOTS, systems};

    #[test]
    fn slots_and_systems_are_told_apart_by_their_names() {
        let names: BTreeSet<&str> = SLOTS.iter().map(|slot| slot.name).collect();
        assert_eq!(names.len(), SLOTS.len());
        let distinct: BTreeSet<&str> = systems().into_iter().collect();
        assert_eq!(distinct.len(), systems().len(), "the slots of a system stand side by side");
    }

    #[test]
    fn a_slot_is_named_for_its_api() {
        for slot in SLOTS {
            if let Some(api) = slot.api {
                assert_eq!(slot.name, format!("{}-v{}", api.name, api.major));
                assert_eq!(slot.system, api.name);
            }
        }
    }
}
