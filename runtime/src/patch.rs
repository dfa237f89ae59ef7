//! A field that may be absent, null or a value (JSON Merge Patch, RFC 7396).

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::problem::{Problem, own};
use crate::shape::Violation;

/// Three states of a field: not mentioned, set to null, set to a value.
///
/// The field needs `#[serde(default, skip_serializing_if = "Patch::is_absent")]`, because only its container can
/// leave it out.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use tiebeam::Patch;
///
/// #[derive(Serialize, Deserialize)]
/// struct CustomerPatch {
///     #[serde(default, skip_serializing_if = "Patch::is_absent")]
///     note: Patch<String>,
/// }
///
/// let patch: CustomerPatch = serde_json::from_str(r#"{"note":null}"#)?;
/// assert_eq!(patch.note, Patch::Null);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Patch<T> {
    /// The field is not mentioned.
    #[default]
    Absent,
    /// The field is null.
    Null,
    /// The field has a value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the field is not mentioned.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the field is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Borrows the value.
    pub fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(value),
        }
    }

    /// Changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }

    /// Applies the patch to a field that may be missing: absent keeps it, null removes it, a value replaces it.
    pub fn apply_to(self, target: &mut impl Slot<T>) {
        match self {
            Self::Absent => {}
            Self::Null => target.clear(),
            Self::Value(value) => target.set(value),
        }
    }

    /// Applies the patch to a field that has a default: null puts the default.
    pub fn apply_or(self, target: &mut T, default: impl FnOnce() -> T) {
        match self {
            Self::Absent => {}
            Self::Null => *target = default(),
            Self::Value(value) => *target = value,
        }
    }
}

/// A field that can be removed: an [`Option`] or a [`Patch`].
pub trait Slot<T> {
    /// The value in it.
    fn get_mut(&mut self) -> Option<&mut T>;

    /// Puts a value in.
    fn set(&mut self, value: T);

    /// Removes the value.
    fn clear(&mut self);
}

impl<T> Slot<T> for Option<T> {
    fn get_mut(&mut self) -> Option<&mut T> {
        self.as_mut()
    }

    fn set(&mut self, value: T) {
        *self = Some(value);
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T> Slot<T> for Patch<T> {
    fn get_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    fn set(&mut self, value: T) {
        *self = Self::Value(value);
    }

    fn clear(&mut self) {
        *self = Self::Absent;
    }
}

/// Applies a patch to the entries of a map: null removes, a value replaces or adds.
pub fn merge_map<T>(changes: BTreeMap<String, Patch<T>>, target: &mut BTreeMap<String, T>) {
    for (key, change) in changes {
        match change {
            Patch::Absent => {}
            Patch::Null => drop(target.remove(&key)),
            Patch::Value(value) => drop(target.insert(key, value)),
        }
    }
}

/// Applies a patch to a map that may be missing.
pub fn merge_optional_map<T>(
    changes: Patch<BTreeMap<String, Patch<T>>>,
    target: &mut impl Slot<BTreeMap<String, T>>,
) {
    match changes {
        Patch::Absent => {}
        Patch::Null => target.clear(),
        Patch::Value(changes) => {
            if target.get_mut().is_none() {
                target.set(BTreeMap::new());
            }
            if let Some(entries) = target.get_mut() {
                merge_map(changes, entries);
            }
        }
    }
}

/// Applies a patch to a record that may be missing; where it is, the patch without its nulls becomes the record.
///
/// # Errors
///
/// `validation-failed` when the record is missing and the patch lacks something that it needs.
pub fn merge_optional<P: Serialize, T: DeserializeOwned>(
    patch: Patch<P>,
    target: &mut impl Slot<T>,
    apply: impl FnOnce(P, &mut T) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let patch = match patch {
        Patch::Absent => return Ok(()),
        Patch::Null => {
            target.clear();
            return Ok(());
        }
        Patch::Value(patch) => patch,
    };
    if let Some(record) = target.get_mut() {
        return apply(patch, record);
    }
    let mut value =
        serde_json::to_value(&patch).map_err(|error| own::internal(format!("a patch: {error}")))?;
    remove_nulls(&mut value);
    let record = serde_json::from_value(value).map_err(|error| {
        own::validation(vec![Violation::in_body("#", format!("is not complete: {error}"))])
    })?;
    target.set(record);
    Ok(())
}

/// What RFC 7396 makes of a patch that meets nothing.
fn remove_nulls(value: &mut Value) {
    if let Value::Object(members) = value {
        members.retain(|_, member| !member.is_null());
        members.values_mut().for_each(remove_nulls);
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::Patch;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note {
        #[serde(default, skip_serializing_if = "Patch::is_absent")]
        text: Patch<String>,
    }

    #[test]
    fn the_three_states_survive_a_round_trip() {
        for (json, text, applied) in [
            ("{}", Patch::Absent, Some("old")),
            (r#"{"text":null}"#, Patch::Null, None),
            (r#"{"text":"new"}"#, Patch::Value("new".to_owned()), Some("new")),
        ] {
            let note: Note = serde_json::from_str(json).expect("the text is a note");
            assert_eq!(note, Note { text: text.clone() });
            assert_eq!(serde_json::to_string(&note).expect("a note can be written"), json);
            let mut field = Some("old".to_owned());
            text.apply_to(&mut field);
            assert_eq!(field.as_deref(), applied);
        }
    }
}
