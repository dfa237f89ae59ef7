//! A body as a log may show it.

use serde_json::Value;

use super::build::{Classification, Field, Kind, Shape};

/// Stands for a value that is classified.
const REDACTED: &str = "<redacted>";

/// Stands for a value of which nobody said what it is.
const UNDECLARED: &str = "<undeclared>";

/// A body whose values of the classes `personal`, `payment` and `secret` are replaced, and those that the shape does
/// not declare too: who knows what they are. The names of members stay.
pub(crate) fn redacted(text: &str, shape: Option<&Shape>) -> String {
    let (Ok(mut body), Some(shape)) = (serde_json::from_str(text), shape) else {
        return UNDECLARED.to_owned();
    };
    redact(&mut body, shape);
    body.to_string()
}

fn redact(value: &mut Value, shape: &Shape) {
    let kind = shape.resolved().kind();
    match (value, kind) {
        (Value::Array(items), Kind::List(item)) => {
            for value in items {
                redact(value, item);
            }
        }
        (Value::Object(entries), Kind::Map(entry)) => {
            for value in entries.values_mut() {
                redact(value, entry);
            }
        }
        (Value::Object(page), Kind::Page(item)) => {
            for value in page.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten() {
                redact(value, item);
            }
        }
        (Value::Object(members), Kind::Object(_, fields)) => {
            for (name, value) in members {
                member(name, value, fields);
            }
        }
        (Value::Object(members), Kind::Union(_, tag, variants)) => {
            let wanted = members.get(tag).and_then(Value::as_str).map(str::to_owned);
            let variant = variants.iter().find(|variant| Some(variant.tag()) == wanted.as_deref());
            let kind = variant.map(|variant| variant.shape().resolved().kind());
            let fields = match kind {
                Some(Kind::Object(_, fields)) => fields,
                _ => &[],
            };
            for (name, value) in members.iter_mut().filter(|(name, _)| *name != tag) {
                member(name, value, fields);
            }
        }
        (
            value,
            Kind::List(_) | Kind::Map(_) | Kind::Page(_) | Kind::Object(..) | Kind::Union(..),
        ) => {
            hide(value, UNDECLARED);
        }
        _ => {}
    }
}

fn member(name: &str, value: &mut Value, fields: &[Field]) {
    match fields.iter().find(|field| field.name() == name) {
        Some(field) if field.classification() > Classification::Internal => hide(value, REDACTED),
        Some(field) => redact(value, field.shape()),
        None => hide(value, UNDECLARED),
    }
}

/// Replaces a value; that there is none is no secret.
fn hide(value: &mut Value, by: &str) {
    if !value.is_null() {
        *value = by.into();
    }
}

#[cfg(test)]
mod tests {
    use super::redacted;
    use crate::shape::{Classification, Field, Shape, Variant};

    static CARD: Shape = Shape::object(
        "Card",
        &[Field::new("number", Shape::string()).classified(Classification::Payment)],
    );
    static PAYMENT: Shape = Shape::union("Payment", "method", &[Variant::new("card", CARD)]);
    static PERSON: Shape = Shape::object(
        "Person",
        &[
            Field::new("id", Shape::string()),
            Field::new("name", Shape::string()).classified(Classification::Personal),
            Field::new("phone", Shape::string()).classified(Classification::Personal),
            Field::new("cards", Shape::list(&CARD)),
            Field::new("pays", PAYMENT),
            Field::new("token", Shape::string()).classified(Classification::Secret),
        ],
    );

    fn check(body: &str, shape: Option<&Shape>, expected: &str) {
        assert_eq!(redacted(body, shape), expected);
    }

    #[test]
    fn what_is_classified_is_replaced_wherever_it_stands() {
        check(
            r#"{"id":"7","name":"Ada","phone":null,"cards":[{"number":"4242"}],"token":["t"]}"#,
            Some(&PERSON),
            r#"{"id":"7","name":"<redacted>","phone":null,"cards":[{"number":"<redacted>"}],"token":"<redacted>"}"#,
        );
        check(
            r#"{"pays":{"method":"card","number":"4242"}}"#,
            Some(&PERSON),
            r#"{"pays":{"method":"card","number":"<redacted>"}}"#,
        );
    }

    #[test]
    fn what_nobody_declared_is_replaced_too() {
        check(r#"{"nick":"A"}"#, Some(&PERSON), r#"{"nick":"<undeclared>"}"#);
        check(
            r#"{"pays":{"method":"gold","carat":24},"cards":"4242"}"#,
            Some(&PERSON),
            r#"{"pays":{"method":"gold","carat":"<undeclared>"},"cards":"<undeclared>"}"#,
        );
        check("4242 4242", Some(&PERSON), "<undeclared>");
        check(r#"{"a":1}"#, None, "<undeclared>");
    }
}
