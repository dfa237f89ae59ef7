//! Values of the specs as JSON.

use serde_json::{Map, Value};

use crate::ir;

/// A literal, its mappings in the order written.
pub fn value(literal: &ir::Value) -> Value {
    match literal {
        ir::Value::Null => Value::Null,
        ir::Value::Bool(flag) => Value::Bool(*flag),
        ir::Value::Number(number) => Value::Number(json_number(number)),
        ir::Value::String(text) => Value::String(text.clone()),
        ir::Value::List(items) => items.iter().map(value).collect(),
        ir::Value::Map(entries) => map(entries),
    }
}

/// A mapping, in the order written.
pub fn map(entries: &[(String, ir::Value)]) -> Value {
    let entries: Map<String, Value> =
        entries.iter().map(|(name, entry)| (name.clone(), value(entry))).collect();
    Value::Object(entries)
}

/// A document as indented text that ends in a newline.
pub fn pretty(document: &Value) -> String {
    // Documents are long; room that grows by doubling would be copied and cleared many times over.
    let mut text = Vec::with_capacity(1 << 16);
    serde_json::to_writer_pretty(&mut text, document).expect("a value is always JSON");
    text.push(b'\n');
    text.shrink_to_fit();
    String::from_utf8(text).expect("JSON is text")
}

/// Literals, one by one.
pub fn values(literals: &[ir::Value]) -> Vec<Value> {
    literals.iter().map(value).collect()
}

/// A number as `serde_json` takes it; what fits neither 64-bit type is rounded to a double, as readers would.
pub fn json_number(number: &ir::Number) -> serde_json::Number {
    let text = number.0.as_str();
    if let Ok(integer) = text.parse::<i64>() {
        return integer.into();
    }
    if let Ok(integer) = text.parse::<u64>() {
        return integer.into();
    }
    let double = text.parse::<f64>().ok().and_then(serde_json::Number::from_f64);
    double.unwrap_or_else(|| 0.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_shortest_exact_form() {
        let printed = |text: &str| json_number(&ir::Number(text.into())).to_string();
        assert_eq!(printed("-3"), "-3");
        assert_eq!(printed("18446744073709551615"), "18446744073709551615");
        assert_eq!(printed("0.01"), "0.01");
    }

    #[test]
    fn mappings_keep_their_order() {
        let entries = [("b".to_owned(), ir::Value::Null), ("a".to_owned(), ir::Value::Bool(true))];
        assert_eq!(map(&entries).to_string(), r#"{"b":null,"a":true}"#);
    }
}
