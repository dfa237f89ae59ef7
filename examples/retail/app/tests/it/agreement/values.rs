//! Arbitrary values that a JSON Schema accepts, from a seed.

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Value, json};
use tiebeam::types::Decimal;

/// Where optional members and items are left out, so that recursive schemas come to an end.
const DEPTH: u32 = 6;

/// A source of arbitrary choices: the same seed, the same choices (`SplitMix64`).
pub struct Random(u64);

impl Random {
    /// Starts anew.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The seed that `TIEBEAM_SEED` says, or always the same one; a failing test prints it.
    pub fn seed() -> u64 {
        let said = std::env::var("TIEBEAM_SEED").ok().map(|text| text.parse());
        let seed = said.transpose().expect("TIEBEAM_SEED is a number").unwrap_or(20_261_122);
        println!("TIEBEAM_SEED={seed}");
        seed
    }

    /// Any number below a limit, which is not zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        usize::try_from(bits % limit as u64).expect("a remainder is below the limit")
    }

    /// Any number from one to another, both included.
    fn between(&mut self, least: usize, greatest: usize) -> usize {
        least + self.below(greatest.saturating_sub(least) + 1)
    }

    /// Any of these; there is one.
    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }
}

/// A value of a schema of this document.
pub fn valid(document: &Value, schema: &Value, random: &mut Random) -> Value {
    Values { document, random }.draw(schema, DEPTH)
}

struct Values<'d, 'r> {
    document: &'d Value,
    random: &'r mut Random,
}

impl Values<'_, '_> {
    fn draw(&mut self, schema: &Value, depth: u32) -> Value {
        let schema = self.flat(schema);
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return self.random.pick(values).clone();
        }
        if let Some(value) = self.of_open_enum(&schema) {
            return value;
        }
        let kind = match schema.get("type") {
            Some(Value::Array(kinds)) => self.random.pick(kinds).clone(),
            Some(kind) => kind.clone(),
            None => return self.random.pick(&ANY.map(|any| any())).clone(),
        };
        match kind.as_str().expect("a type is text") {
            "null" => Value::Null,
            "boolean" => json!(self.random.below(2) == 0),
            "integer" => self.integer(&schema),
            "number" => self.number(&schema),
            "string" => json!(self.string(&schema)),
            "array" => self.array(&schema, depth),
            "object" => self.object(&schema, depth),
            other => panic!("{other} is a type of JSON Schema"),
        }
    }

    /// The schema with its references, `allOf` and one of its alternatives written in place.
    fn flat(&mut self, schema: &Value) -> Map<String, Value> {
        let mut flat = Map::new();
        for (key, value) in schema.as_object().expect("schemas are objects") {
            match key.as_str() {
                "$ref" => {
                    let pointer = value.as_str().expect("a reference is text");
                    let target = self.document.pointer(&pointer[1..]).expect("it exists").clone();
                    add(&mut flat, self.flat(&target));
                }
                "allOf" => {
                    for part in value.as_array().expect("a list").clone() {
                        add(&mut flat, self.flat(&part));
                    }
                }
                "oneOf" | "anyOf" => {
                    let part = self.random.pick(value.as_array().expect("a list")).clone();
                    add(&mut flat, self.flat(&part));
                }
                _ => add(&mut flat, [(key.clone(), value.clone())].into_iter().collect()),
            }
        }
        flat
    }

    /// A value that the enum knows or, one time in four, does not.
    fn of_open_enum(&mut self, schema: &Map<String, Value>) -> Option<Value> {
        let names = schema.get("x-extensible-enum")?.as_array()?;
        let is_known = self.random.below(4) > 0;
        Some(if is_known { self.random.pick(names).clone() } else { json!("of-a-later-version") })
    }

    fn integer(&mut self, schema: &Map<String, Value>) -> Value {
        let bound = |key: &str| schema.get(key).and_then(Value::as_i64);
        let least = bound("minimum").or(bound("exclusiveMinimum").map(|bound| bound + 1));
        let most = bound("maximum").or(bound("exclusiveMaximum").map(|bound| bound - 1));
        let least = least.unwrap_or(-1_000.min(most.unwrap_or(0)));
        let most = most.unwrap_or(least.saturating_add(2_000_000));
        let step = bound("multipleOf").unwrap_or(1);
        let (lowest, highest) = ((least + step - 1).div_euclid(step), most.div_euclid(step));
        let span = usize::try_from(highest - lowest).expect("a minimum is below the maximum");
        let drawn = match self.random.below(4) {
            0 => lowest,
            1 => highest,
            _ => lowest + i64::try_from(self.random.below(span + 1)).expect("within the span"),
        };
        json!(drawn * step)
    }

    fn number(&mut self, schema: &Map<String, Value>) -> Value {
        let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
        let least = bound("minimum").or(bound("exclusiveMinimum")).unwrap_or(-1e3);
        let most = bound("maximum").or(bound("exclusiveMaximum")).unwrap_or(least + 1e6);
        let share = u32::try_from(self.random.between(1, 999)).expect("a small number");
        json!(least + (most - least) * f64::from(share) / 1e3)
    }

    fn string(&mut self, schema: &Map<String, Value>) -> String {
        let text = |key: &str| schema.get(key).and_then(Value::as_str);
        let size = |key: &str| schema.get(key).and_then(Value::as_u64).map(count);
        let least = size("minLength").unwrap_or(0);
        let most = size("maxLength").unwrap_or(usize::MAX);
        let excluded = schema.get("not").and_then(|not| not["enum"].as_array());
        let fits = |drawn: &String| {
            (least..=most).contains(&drawn.chars().count())
                && excluded.is_none_or(|names| !names.contains(&json!(drawn)))
                && (text("format") != Some("decimal") || is_in_bounds(schema, drawn))
        };
        for _ in 0..1_000 {
            let drawn = match (text("format"), text("pattern")) {
                (_, Some(pattern)) => self.matching(pattern, least),
                (Some(format), None) => self.formatted(format),
                (None, None) => self.plain(least, most.min(least + 12)),
            };
            if fits(&drawn) {
                return drawn;
            }
        }
        panic!("nothing was found that satisfies {schema:?}")
    }

    fn plain(&mut self, least: usize, most: usize) -> String {
        let length = self.random.between(least, most);
        let characters = ['a', 'Z', '7', ' ', 'é', '語', '𝄞', '"', '\\', '/'];
        (0..length).map(|_| *self.random.pick(&characters)).collect()
    }

    fn formatted(&mut self, format: &str) -> String {
        let examples: &[&str] = match format {
            "date" => &["2026-11-22", "2024-02-29", "1999-12-31"],
            "date-time" => &["2026-11-22T09:30:00Z", "2026-11-22T09:30:00.123456+02:00"],
            "duration" => &["P3DT12H", "PT15M", "P1Y2M", "P4W"],
            "email" => &["ada@example.com", "first.last+tag@sub.example.org"],
            "uri" | "uri-reference" => {
                &["https://example.com/a?b=c#d", "urn:isbn:9780306406157", "https://example.com"]
            }
            "uuid" => return self.matching("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", 0),
            other => panic!("there are no examples of the format {other}"),
        };
        (*self.random.pick(examples)).to_owned()
    }

    fn matching(&mut self, pattern: &str, least: usize) -> String {
        // ECMA's `\d` knows ASCII only.
        let hir = regex_syntax::parse(&pattern.replace("\\d", "[0-9]")).expect("a legal pattern");
        let mut text = String::new();
        self.append_matching(&hir, &mut text);
        if !pattern.ends_with('$') {
            let missing = least.saturating_sub(text.chars().count());
            text.extend((0..missing).map(|_| 'x'));
        }
        text
    }

    fn append_matching(&mut self, hir: &Hir, text: &mut String) {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(Class::Unicode(class)) => {
                let range = self.random.pick(class.ranges());
                let codes: Vec<char> = (range.start()..=range.end()).take(26).collect();
                text.push(*self.random.pick(&codes));
            }
            HirKind::Class(Class::Bytes(class)) => {
                text.push(char::from(self.random.pick(class.ranges()).start()));
            }
            HirKind::Repetition(repetition) => {
                let most = repetition.max.unwrap_or(u32::MAX).min(repetition.min + 5);
                for _ in 0..self.random.between(repetition.min as usize, most as usize) {
                    self.append_matching(&repetition.sub, text);
                }
            }
            HirKind::Capture(capture) => self.append_matching(&capture.sub, text),
            HirKind::Concat(parts) => {
                for part in parts {
                    self.append_matching(part, text);
                }
            }
            HirKind::Alternation(branches) => {
                let branch = self.random.pick(branches).clone();
                self.append_matching(&branch, text);
            }
        }
    }

    fn array(&mut self, schema: &Map<String, Value>, depth: u32) -> Value {
        let must_differ = schema.get("uniqueItems") == Some(&json!(true));
        let wanted = self.count(schema, "minItems", "maxItems", depth);
        let item = schema.get("items").cloned().unwrap_or_else(|| json!({}));
        let mut items = Vec::new();
        // Values that must differ are drawn again, within reason.
        for _ in 0..wanted * 20 {
            if items.len() == wanted {
                break;
            }
            let value = self.draw(&item, depth.saturating_sub(1));
            if !must_differ || !items.contains(&value) {
                items.push(value);
            }
        }
        items.into()
    }

    fn object(&mut self, schema: &Map<String, Value>, depth: u32) -> Value {
        let mut object = Map::new();
        let required = schema.get("required").and_then(Value::as_array);
        for (name, member) in
            schema.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            let is_required = required.is_some_and(|names| names.contains(&json!(name)));
            if is_required || (depth > 0 && self.random.below(2) == 0) {
                object.insert(name.clone(), self.draw(member, depth.saturating_sub(1)));
            }
        }
        if let Some(values) = schema.get("additionalProperties").filter(|more| more.is_object()) {
            for index in 0..self.count(schema, "minProperties", "maxProperties", depth) {
                let value = self.draw(values, depth.saturating_sub(1));
                object.insert(format!("key {index}"), value);
            }
        }
        object.into()
    }

    fn count(&mut self, schema: &Map<String, Value>, least: &str, most: &str, depth: u32) -> usize {
        let size = |key: &str| schema.get(key).and_then(Value::as_u64).map(count);
        let least = size(least).unwrap_or(0);
        let most = size(most).unwrap_or(usize::MAX).min(least + 3);
        if depth == 0 { least } else { self.random.between(least, most) }
    }
}

/// What stands where anything may.
const ANY: [fn() -> Value; 6] = [
    || Value::Null,
    || json!(true),
    || json!(0.25),
    || json!("text"),
    || json!([1, "two", null]),
    || json!({ "a": { "b": [] } }),
];

/// Adds the keywords of another schema, which hold too.
fn add(flat: &mut Map<String, Value>, more: Map<String, Value>) {
    for (key, value) in more {
        match (flat.get_mut(&key), value) {
            (Some(Value::Object(known)), Value::Object(new)) => known.extend(new),
            (Some(Value::Array(known)), Value::Array(new)) if key == "required" => {
                known.extend(new);
            }
            (_, value) => {
                flat.insert(key, value);
            }
        }
    }
}

/// Whether a decimal is within the bounds that only the extensions of a schema can say.
fn is_in_bounds(schema: &Map<String, Value>, text: &str) -> bool {
    let Ok(value) = text.parse::<Decimal>() else { return false };
    let bound = |key: &str| {
        let bound = schema.get(key)?;
        bound.to_string().trim_matches('"').parse::<Decimal>().ok()
    };
    bound("x-minimum").is_none_or(|bound| value >= bound)
        && bound("x-maximum").is_none_or(|bound| value <= bound)
        && bound("x-exclusiveMinimum").is_none_or(|bound| value > bound)
        && bound("x-exclusiveMaximum").is_none_or(|bound| value < bound)
        && bound("x-multipleOf").is_none_or(|unit| (value % unit).is_zero())
}

fn count(number: u64) -> usize {
    usize::try_from(number).expect("a small number")
}
