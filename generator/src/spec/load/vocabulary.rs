//! The language's parts in words, and what words of other languages mean in it.

/// What a definition of the schemas is called in a sentence; the empty name is the document itself.
pub fn noun(definition: &str, kind: &str) -> String {
    let noun = match definition {
        "" => match kind {
            "Api" => "an API",
            "Service" => "a service",
            "Models" => "a document of models",
            "Events" => "a document of events",
            _ => "a platform",
        },
        "TypeDef" => "a type",
        "FieldLong" => "a field",
        "Operation" => "an operation",
        "ErrorDef" => "an error",
        "ResponseLong" => "a response",
        "Event" => "an event",
        "Subscription" => "a subscription",
        "Union" => "a union",
        "Region" => "a region",
        "Lifecycle" => "`deprecated`",
        "Embedded" => "`embedded`",
        other => {
            let mut letters = other.chars();
            let first = letters.next().into_iter().flat_map(char::to_lowercase);
            return format!("`{}`", first.chain(letters).collect::<String>());
        }
    };
    noun.to_owned()
}

/// What a definition that has several forms can be.
pub fn forms(definition: &str) -> Option<&'static str> {
    Some(match definition {
        "Field" => "a type, or a mapping with `type:`",
        "Response" => "a type, a mapping, or nothing",
        "EnumValues" => "a list of names, or a mapping from names to descriptions",
        "Page" => "`cursor`, or a mapping with `default:` and `max:`",
        "Deprecated" => "`true`, or the reason in a sentence",
        _ => return None,
    })
}

/// What to write instead of a key that another language has.
pub fn foreign(definition: &str, key: &str) -> Option<&'static str> {
    Some(match (definition, key) {
        ("FieldLong" | "TypeDef", "required") | ("FieldLong", "optional") => {
            "every field is required; end its name with `?` where it may be absent"
        }
        ("FieldLong", "nullable") => "write the type as `T | null`",
        ("FieldLong", "enum" | "oneOf" | "anyOf" | "union" | "properties" | "fields") => {
            "declare a type under `types:` and name it here"
        }
        ("FieldLong", "items") => "write the type as `T[]`",
        ("FieldLong", "additionalProperties") => "write the type as `map<T>`",
        ("FieldLong", "format") => {
            "formats are types: `uuid`, `timestamp`, `date`, `duration`, `email`, `uri`, `bytes`"
        }
        ("FieldLong", "example") => "write a list under `examples:`",
        ("TypeDef", "type") => {
            "write `is:` for a name of another type, `fields:` for a record, `enum:` or `union:`"
        }
        ("TypeDef", "properties") => "write `fields:`",
        ("TypeDef", "oneOf" | "anyOf" | "discriminator") => "write `union: { on: …, … }`",
        ("TypeDef", "allOf" | "extends") => "write all fields out: a record extends nothing",
        ("TypeDef", "additionalProperties") => "write `is: map<T>`",
        ("TypeDef" | "FieldLong", "$ref") => "name the type: `T` or `domain.T`",
        ("Operation", "get" | "put" | "post" | "delete" | "patch" | "method") => {
            "write `http: GET /path`"
        }
        ("Operation", "parameters") => "write `path:`, `query:` and `headers:`",
        ("Operation", "requestBody" | "body") => "write `request:`",
        ("Operation", "responses") => "write `response:`",
        ("Operation", "security") => "write `scopes:`, or `public: true`",
        ("Operation", "operationId") => "the operation's key is its name",
        ("Operation", "steps" | "respond" | "durable") | ("", "backend") => {
            "flows cannot be declared yet: every operation is a method written by hand"
        }
        ("Operation", "produces" | "publishes") => "write `emits:`, in a service",
        ("", "paths") => "write `operations:`",
        ("", "components" | "schemas" | "models") => "write `types:`",
        ("", "title") => "write `name:`",
        _ => return None,
    })
}

/// A few of many keys in a sentence.
pub fn some_of(keys: &[&str]) -> String {
    match keys.len().checked_sub(10) {
        None | Some(0) => listed(keys, "and"),
        Some(more) => format!(
            "{} and {more} others",
            keys[..10].iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
        ),
    }
}

/// A list of keys or words in a sentence: `` `a`, `b` or `c` ``.
pub fn listed<S: AsRef<str>>(words: &[S], conjunction: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{listed, noun};

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a"], "or"), "`a`");
        assert_eq!(listed(&["a", "b"], "or"), "`a` or `b`");
        assert_eq!(listed(&["a", "b", "c"], "and"), "`a`, `b` and `c`");
    }

    #[test]
    fn parts_are_called_by_their_names() {
        assert_eq!(noun("", "Api"), "an API");
        assert_eq!(noun("FieldLong", "Api"), "a field");
        assert_eq!(noun("RateLimit", "Api"), "`rateLimit`");
    }
}
