// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `Organization` of the customer domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Pattern, Shape, Shaped};
use tiebeam::{Patch, Problem, patch};

/// The company for which a business customer buys.
/// Companies belong to companies: follow `parent` upwards until it is absent and you have found
/// who pays in the end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Registered name.
    ///
    /// 1 to 160 characters.
    pub name: String,
    /// VAT registration number with its country prefix.
    ///
    /// At most 14 characters. Matches `^[A-Z]{2}[0-9A-Z]{2,12}$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<String>,
    /// The company that owns this one, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Organization>>,
}

static ORGANIZATION_VAT_NUMBER_PATTERN: Pattern = Pattern::new("^[A-Z]{2}[0-9A-Z]{2,12}$");

impl Shaped for Organization {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Organization", &[
            Field::new("name", Shape::string().min_length(1).max_length(160)),
            Field::new(
                "vatNumber",
                Shape::string().max_length(14).pattern(&ORGANIZATION_VAT_NUMBER_PATTERN),
            )
            .optional(),
            Field::new("parent", Shape::of::<Organization>()).optional(),
        ]);
        &SHAPE
    }
}

/// What changes in [`Organization`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationPatch {
    /// Registered name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// VAT registration number with its country prefix.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub vat_number: Patch<String>,
    /// The company that owns this one, if any.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub parent: Patch<Box<OrganizationPatch>>,
}

impl OrganizationPatch {
    /// Applies the patch (RFC 7396).
    ///
    /// # Errors
    ///
    /// When it adds a nested record and leaves out something that record must have.
    pub fn apply(self, organization: &mut Organization) -> Result<(), Problem> {
        if let Some(value) = self.name {
            organization.name = value;
        }
        self.vat_number.apply_to(&mut organization.vat_number);
        patch::merge_optional(
            self.parent,
            &mut organization.parent,
            |patch, value| patch.apply(value),
        )?;
        Ok(())
    }
}

impl Shaped for OrganizationPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrganizationPatch", &[
            Field::new("name", Shape::string().min_length(1).max_length(160)).optional(),
            Field::new(
                "vatNumber",
                Shape::string().max_length(14).pattern(&ORGANIZATION_VAT_NUMBER_PATTERN).nullable(),
            )
            .optional(),
            Field::new("parent", Shape::of::<OrganizationPatch>().nullable()).optional(),
        ]);
        &SHAPE
    }
}
