//! Values of a schema survive the types that were generated beside it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use tiebeam::operation::Api;
use tiebeam::types::{Decimal, Timestamp};

use super::values::{Random, valid};
use super::{document, validator};

/// Values that are drawn per type.
const VALUES: usize = 150;

/// What a type may write otherwise than it was sent.
pub struct Spelling {
    /// Members with a default, which are written where they were absent.
    defaults: Vec<(String, Value)>,
    /// Optional members that may be anything: serde reads `null` as their absence.
    anything: Vec<String>,
}

impl Spelling {
    /// What the document of an API, or the schema of an event, allows.
    pub fn of(document: &Value) -> Self {
        let mut spelling = Self { defaults: Vec::new(), anything: Vec::new() };
        let schemas = [&document["components"]["schemas"], &document["$defs"]];
        let schemas = schemas.into_iter().filter_map(Value::as_object).flat_map(Map::values);
        schemas.chain([document]).for_each(|schema| spelling.collect(schema));
        spelling
    }

    fn collect(&mut self, schema: &Value) {
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(default) = member.get("default") {
                self.defaults.push((name.clone(), default.clone()));
            }
            let says_what = ["type", "$ref", "allOf", "anyOf", "oneOf", "const", "enum"];
            if says_what.iter().all(|keyword| member.get(keyword).is_none()) {
                self.anything.push(name.clone());
            }
        }
    }

    /// How what was written differs from what was sent.
    pub fn difference(&self, sent: &Value, written: &Value) -> Option<String> {
        match (sent, written) {
            (Value::Object(sent), Value::Object(written)) => self.of_members(sent, written),
            (Value::Array(sent), Value::Array(written)) if sent.len() == written.len() => {
                sent.iter().zip(written).find_map(|(sent, written)| self.difference(sent, written))
            }
            (Value::Number(sent), Value::Number(written)) if sent.as_f64() == written.as_f64() => {
                None
            }
            (Value::String(sent), Value::String(written)) if is_same_text(sent, written) => None,
            _ if sent == written => None,
            _ => Some(format!("{sent} becomes {written}")),
        }
    }

    fn of_members(
        &self,
        sent: &Map<String, Value>,
        written: &Map<String, Value>,
    ) -> Option<String> {
        let is_default = |name: &String, value: &Value| {
            self.defaults.iter().any(|(known, default)| known == name && default == value)
        };
        let added = written
            .iter()
            .find(|(name, value)| !sent.contains_key(*name) && !is_default(name, value))
            .map(|(name, value)| format!("{name} appears as {value}"));
        let changed = || {
            sent.iter().find_map(|(name, value)| match written.get(name) {
                Some(written) => self.difference(value, written),
                None if value.is_null() && self.anything.contains(name) => None,
                None => Some(format!("{name}, which is {value}, disappears")),
            })
        };
        added.or_else(changed)
    }
}

/// Whether two texts are the same decimal, instant or UUID.
fn is_same_text(one: &str, other: &str) -> bool {
    let decimal = |text: &str| text.parse::<Decimal>().ok();
    let instant = |text: &str| text.parse::<Timestamp>().ok();
    one == other
        || decimal(one).is_some_and(|one| Some(one) == decimal(other))
        || instant(one).is_some_and(|one| Some(one) == instant(other))
        || (one.len() == 36 && one.eq_ignore_ascii_case(other))
}

/// Draws values of a component, reads them as the type and writes them again.
fn check<T: Serialize + DeserializeOwned>(api: &Api, component: &str, random: &mut Random) {
    let document = document(api);
    let schema = json!({ "$ref": format!("#/components/schemas/{component}") });
    let (spelling, validator) = (Spelling::of(&document), validator(&document, &schema));
    for _ in 0..VALUES {
        let sent = valid(&document, &schema, random);
        let read: T = serde_json::from_value(sent.clone())
            .unwrap_or_else(|error| panic!("{component} does not read {sent}: {error}"));
        let written = serde_json::to_value(&read).expect("what was read can be written");
        if let Some(difference) = spelling.difference(&sent, &written) {
            panic!("{component}: {difference}\n{sent}\n{written}");
        }
        assert!(validator.is_valid(&written), "the schema of {component} refuses {written}");
    }
}

/// Checks types of the models against the components that an API's document has of the same name.
macro_rules! survive {
    ($random:expr; $($krate:ident: $($($module:ident)::+ $name:ident),*;)*) => {
        $($(check::<$($module)::+::$name>(&$krate::meta::API, stringify!($name), &mut $random);)*)*
    };
}

#[test]
fn values_of_the_models_survive_serde() {
    let mut random = Random::new(Random::seed());
    survive! { random;
        customer_service_v1:
            retail_models::customer Customer, retail_models::customer Profile,
            retail_models::customer Contact, retail_models::customer Organization,
            retail_models::customer ProfilePatch, retail_models::customer OrganizationPatch,
            retail_models::common AddressPatch;
        order_process_v2:
            retail_models::order Order, retail_models::order Discount,
            retail_models::payment PaymentMethod, retail_models::inventory Category,
            retail_models::inventory Product, order_process_v2 Quote;
        erp_system_v1:
            retail_models::shipping Shipment, retail_models::inventory Reservation;
        crm_system_v1: retail_models::customer Standing;
        payment_service_v1: retail_models::payment Payment;
        customer_experience_v1:
            customer_experience_v1 Dashboard, customer_experience_v1 SettingsPatch;
        order_experience_v1: order_experience_v1 OrderView, order_experience_v1 Tracking;
    }
}
