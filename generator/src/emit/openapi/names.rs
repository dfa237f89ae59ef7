//! Keys of components: short where that is unambiguous, and never the same twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir;

/// Hands out keys.
#[derive(Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// Keeps a key for the caller.
    pub fn reserve(&mut self, key: &str) {
        self.taken.insert(key.to_owned());
    }

    /// The keys of named types, each the type's own name unless another type has a better claim to it.
    pub fn types<'ir>(
        &mut self,
        types: &BTreeSet<&'ir ir::TypeId>,
    ) -> BTreeMap<&'ir ir::TypeId, String> {
        let mut homes: BTreeMap<&str, usize> = BTreeMap::new();
        for id in types {
            *homes.entry(&id.name).or_default() += 1;
        }
        let mut keys = BTreeMap::new();
        for id in types.iter().copied() {
            let qualifier = match &id.home {
                ir::Home::Api(api) => format!("{}-v{}", api.name, api.major),
                ir::Home::Domain(domain) => domain.clone(),
            };
            let is_local = matches!(id.home, ir::Home::Api(_));
            let is_free =
                !self.taken.contains(&id.name) && (is_local || homes[id.name.as_str()] == 1);
            let key = if is_free { id.name.clone() } else { format!("{qualifier}.{}", id.name) };
            keys.insert(id, key);
        }
        self.taken.extend(keys.values().cloned());
        keys
    }

    /// A key that follows from another: `OrderPatch`, or `Order-Patch` where a type has that name.
    pub fn derived(&mut self, stem: &str, suffix: &str) -> String {
        let mut key = format!("{stem}{suffix}");
        if self.taken.contains(&key) {
            key = format!("{stem}-{suffix}");
        }
        self.taken.insert(key.clone());
        key
    }
}

/// The key of one kind of a union: the union's own key and the tag, as far as a key can hold it.
pub fn kind(union: &str, tag: &str) -> String {
    let is_legal =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    let tag: String = tag
        .chars()
        .map(|letter| {
            if is_legal(letter) { letter.to_string() } else { format!("_{:x}", u32::from(letter)) }
        })
        .collect();
    format!("{union}.{tag}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(domain: &str, name: &str) -> ir::TypeId {
        ir::TypeId { home: ir::Home::Domain(domain.into()), name: name.into() }
    }

    fn local(name: &str) -> ir::TypeId {
        let api = ir::ApiId { name: "order-process".into(), major: 1 };
        ir::TypeId { home: ir::Home::Api(api), name: name.into() }
    }

    fn check(types: &[ir::TypeId], expected: &[&str]) {
        let mut names = Names::default();
        names.reserve("Problem");
        let keys = names.types(&types.iter().collect());
        let actual: Vec<&str> = types.iter().map(|id| keys[id].as_str()).collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn a_name_that_is_unique_stays_short() {
        check(&[canonical("order", "Order"), canonical("common", "Money")], &["Order", "Money"]);
    }

    #[test]
    fn models_of_the_same_name_carry_their_domain() {
        check(
            &[canonical("order", "Line"), canonical("invoice", "Line")],
            &["order.Line", "invoice.Line"],
        );
    }

    #[test]
    fn a_type_of_the_api_keeps_its_name() {
        check(&[local("Line"), canonical("order", "Line")], &["Line", "order.Line"]);
    }

    #[test]
    fn a_reserved_name_is_left_alone() {
        check(
            &[local("Problem"), canonical("care", "Problem")],
            &["order-process-v1.Problem", "care.Problem"],
        );
    }

    #[test]
    fn a_derived_name_gives_way_to_a_type() {
        let mut names = Names::default();
        names.types(&[&local("OrderInput")].into());
        assert_eq!(names.derived("Order", "Input"), "Order-Input");
        assert_eq!(names.derived("Order", "Patch"), "OrderPatch");
    }

    #[test]
    fn tags_become_legal_keys() {
        assert_eq!(kind("Payment", "bank transfer"), "Payment.bank_20transfer");
    }
}
