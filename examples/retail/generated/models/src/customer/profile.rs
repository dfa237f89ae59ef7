// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `Profile` of the customer domain.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Date;
use tiebeam::{Patch, Problem, Redacted, patch};

use crate::common::{Address, AddressPatch, Language, PhoneNumber};
use crate::customer::{Contact, Organization, OrganizationPatch};

/// What customers say about themselves and may change whenever they like.
/// Changes travel as a merge patch, in which a field that is absent stays and a field that is
/// null goes.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Full name as the customer writes it.
    ///
    /// 1 to 120 characters. Personal data; redacted in logs.
    pub name: String,
    /// How to address the customer: absent when we never asked, null when they asked us to use the
    /// full name.
    ///
    /// At most 60 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub preferred_name: Patch<String>,
    /// The address with which the customer logs in; unique among open accounts.
    ///
    /// At most 254 characters. Personal data; redacted in logs.
    pub email: String,
    /// For age checks and a birthday voucher; never required.
    ///
    /// Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// The language in which we write.
    ///
    /// `en` when absent.
    #[serde(default = "Profile::default_language")]
    pub language: Language,
    /// Where invoices and parcels go unless an order says otherwise.
    pub address: Address,
    /// Further ways to reach the customer, the favorite first.
    ///
    /// At most 10 items. No item comes twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Vec<Contact>>,
    /// The company for which they buy; null for somebody who confirmed to be a private person.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub organization: Patch<Organization>,
    /// Whether the customer agreed to receive the newsletter.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub newsletter: bool,
    /// Free settings of the shops, by name; we keep them and do not read them.
    ///
    /// At most 50 entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferences: Option<BTreeMap<String, String>>,
    /// A number of another century.
    ///
    /// **Deprecated:** Nobody has sent a fax since 2019; use a `phone` contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<PhoneNumber>,
}

impl Profile {
    fn default_language() -> Language {
        Language(String::from("en"))
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Profile")
            .field("name", &Redacted)
            .field("preferred_name", &Redacted)
            .field("email", &Redacted)
            .field("birth_date", &Redacted)
            .field("language", &self.language)
            .field("address", &self.address)
            .field("contacts", &self.contacts)
            .field("organization", &self.organization)
            .field("newsletter", &self.newsletter)
            .field("preferences", &self.preferences)
            .field("fax", &self.fax)
            .finish()
    }
}

static PROFILE_SHAPE: Shape = Shape::object("Profile", &[
    Field::new("name", Shape::string().min_length(1).max_length(120))
        .classified(Classification::Personal),
    Field::new("preferredName", Shape::string().max_length(60).nullable())
        .optional()
        .classified(Classification::Personal),
    Field::new("email", Shape::email().max_length(254)).classified(Classification::Personal),
    Field::new("birthDate", Shape::date()).optional().classified(Classification::Personal),
    Field::new("language", Shape::of::<Language>()).optional(),
    Field::new("address", Shape::of::<Address>()),
    Field::new("contacts", Shape::list(&Shape::of::<Contact>()).max_items(10).unique_items())
        .optional(),
    Field::new("organization", Shape::of::<Organization>().nullable()).optional(),
    Field::new("newsletter", Shape::boolean()).optional(),
    Field::new("preferences", Shape::map(&Shape::string()).max_items(50)).optional(),
    Field::new("fax", Shape::of::<PhoneNumber>()).optional().classified(Classification::Personal),
]);

impl Shaped for Profile {
    fn shape() -> &'static Shape {
        &PROFILE_SHAPE
    }
}

/// What changes in [`Profile`]: a field that is absent stays as it is.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfilePatch {
    /// Full name as the customer writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How to address the customer: absent when we never asked, null when they asked us to use the
    /// full name.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub preferred_name: Patch<String>,
    /// The address with which the customer logs in; unique among open accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// For age checks and a birthday voucher; never required.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub birth_date: Patch<Date>,
    /// The language in which we write.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub language: Patch<Language>,
    /// Where invoices and parcels go unless an order says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<AddressPatch>,
    /// Further ways to reach the customer, the favorite first.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub contacts: Patch<Vec<Contact>>,
    /// The company for which they buy; null for somebody who confirmed to be a private person.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub organization: Patch<OrganizationPatch>,
    /// Whether the customer agreed to receive the newsletter.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub newsletter: Patch<bool>,
    /// Free settings of the shops, by name; we keep them and do not read them.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub preferences: Patch<BTreeMap<String, Patch<String>>>,
    /// A number of another century.
    ///
    /// **Deprecated:** Nobody has sent a fax since 2019; use a `phone` contact.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub fax: Patch<PhoneNumber>,
}

impl ProfilePatch {
    /// Applies the patch (RFC 7396).
    ///
    /// # Errors
    ///
    /// When it adds a nested record and leaves out something that record must have.
    pub fn apply(self, profile: &mut Profile) -> Result<(), Problem> {
        if let Some(value) = self.name {
            profile.name = value;
        }
        self.preferred_name.apply_to(&mut profile.preferred_name);
        if let Some(value) = self.email {
            profile.email = value;
        }
        self.birth_date.apply_to(&mut profile.birth_date);
        self.language.apply_or(&mut profile.language, Profile::default_language);
        if let Some(value) = self.address {
            value.apply(&mut profile.address);
        }
        self.contacts.apply_to(&mut profile.contacts);
        patch::merge_optional(
            self.organization,
            &mut profile.organization,
            OrganizationPatch::apply,
        )?;
        self.newsletter.apply_or(&mut profile.newsletter, Default::default);
        patch::merge_optional_map(self.preferences, &mut profile.preferences);
        self.fax.apply_to(&mut profile.fax);
        Ok(())
    }
}

impl fmt::Debug for ProfilePatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ProfilePatch")
            .field("name", &Redacted)
            .field("preferred_name", &Redacted)
            .field("email", &Redacted)
            .field("birth_date", &Redacted)
            .field("language", &self.language)
            .field("address", &self.address)
            .field("contacts", &self.contacts)
            .field("organization", &self.organization)
            .field("newsletter", &self.newsletter)
            .field("preferences", &self.preferences)
            .field("fax", &self.fax)
            .finish()
    }
}

static PROFILE_PATCH_SHAPE: Shape = Shape::object("ProfilePatch", &[
    Field::new("name", Shape::string().min_length(1).max_length(120))
        .optional()
        .classified(Classification::Personal),
    Field::new("preferredName", Shape::string().max_length(60).nullable())
        .optional()
        .classified(Classification::Personal),
    Field::new("email", Shape::email().max_length(254))
        .optional()
        .classified(Classification::Personal),
    Field::new("birthDate", Shape::date().nullable())
        .optional()
        .classified(Classification::Personal),
    Field::new("language", Shape::of::<Language>().nullable()).optional(),
    Field::new("address", Shape::of::<AddressPatch>()).optional(),
    Field::new(
        "contacts",
        Shape::list(&Shape::of::<Contact>()).max_items(10).unique_items().nullable(),
    )
    .optional(),
    Field::new("organization", Shape::of::<OrganizationPatch>().nullable()).optional(),
    Field::new("newsletter", Shape::boolean().nullable()).optional(),
    Field::new("preferences", Shape::map(&Shape::string().nullable()).nullable()).optional(),
    Field::new("fax", Shape::of::<PhoneNumber>().nullable())
        .optional()
        .classified(Classification::Personal),
]);

impl Shaped for ProfilePatch {
    fn shape() -> &'static Shape {
        &PROFILE_PATCH_SHAPE
    }
}
