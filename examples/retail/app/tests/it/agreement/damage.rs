//! Values with one thing changed, mostly for the worse.

use serde_json::{Map, Value, json};

use super::values::Random;

/// The value with one arbitrary thing changed, and where that is.
///
/// Whether the result is still valid is for others to say; they should all say the same.
pub fn damaged(value: &Value, random: &mut Random) -> (Value, String) {
    let mut places = Vec::new();
    collect(value, "", &mut places);
    let place = random.pick(&places).clone();
    let mut damaged = value.clone();
    let target = damaged.pointer_mut(&place).expect("the place was found in the value");
    *target = instead(target, random);
    (damaged, place)
}

fn collect(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(member, &format!("{at}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &format!("{at}/{index}"), places);
            }
        }
        _ => {}
    }
}

fn instead(value: &Value, random: &mut Random) -> Value {
    if random.below(3) == 0 {
        return random.pick(&other_kinds(value)).clone();
    }
    match value {
        Value::Object(members) => object(members, random),
        Value::Array(items) => array(items, random),
        Value::String(text) => json!(random.pick(&texts(text))),
        Value::Number(number) => {
            let number = number.as_f64().expect("a double");
            let numbers = [-number, number + 0.5, number + 1.0, number - 1.0, number * 1e3, 0.0];
            let number = *random.pick(&numbers);
            // 3.0 and 3 are the same number to JSON Schema.
            match format!("{number}").parse::<i64>() {
                Ok(whole) if random.below(2) == 0 => json!(whole),
                _ => json!(number),
            }
        }
        Value::Null | Value::Bool(_) => random.pick(&other_kinds(value)).clone(),
    }
}

/// Values that are rarely of the kind that is wanted.
fn other_kinds(value: &Value) -> [Value; 14] {
    [
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!("12"),
        json!(""),
        json!("~ of no format ~"),
        json!("x".repeat(5_000)),
        json!([]),
        json!({}),
        json!([value]),
        json!({ "noSuchMember": value }),
        json!(value.to_string()),
    ]
}

fn object(members: &Map<String, Value>, random: &mut Random) -> Value {
    let mut members = members.clone();
    let names: Vec<String> = members.keys().cloned().collect();
    if names.is_empty() || random.below(3) == 0 {
        members.insert("noSuchMember".to_owned(), json!(1));
        return members.into();
    }
    let name = random.pick(&names);
    let removed = members.remove(name).expect("it has the member");
    match random.below(4) {
        0 => drop(members.insert(name.to_uppercase(), removed)),
        1 => drop(members.insert(name.clone(), Value::Null)),
        2 => (0..60).for_each(|index| drop(members.insert(format!("more {index}"), json!("a")))),
        _ => {}
    }
    members.into()
}

fn array(items: &[Value], random: &mut Random) -> Value {
    let mut items = items.to_vec();
    let Some(first) = items.first().cloned() else { return json!([Value::Null]) };
    match random.below(4) {
        0 => items.clear(),
        1 => items.push(first),
        2 => items = vec![first; 150],
        _ => items.push(Value::Null),
    }
    items.into()
}

/// Texts beside a text: with more, with less, in another case, in other digits.
fn texts(text: &str) -> [String; 16] {
    let mut shorter = text.to_owned();
    shorter.pop();
    [
        format!("{text}\u{7}"),
        format!("{text}\n"),
        format!(" {text}"),
        format!("{text}{text}"),
        text.repeat(40),
        text.to_uppercase(),
        text.to_lowercase(),
        shorter,
        text.replacen(|c: char| c.is_ascii_digit(), "٣", 1),
        text.replacen(|c: char| c.is_ascii_digit(), "9", 2),
        text.replacen('-', "", 1),
        text.replacen('.', ",", 1),
        text.replacen([':', '@', '/'], " ", 1),
        text.replacen('T', "t", 1).replacen('Z', "z", 1),
        format!("-{text}"),
        format!("{text}0"),
    ]
}
