//! The register of branches.

use branch_system_v1::BranchSystem;
use branch_system_v1::operations::get_branch;
use tiebeam::Context;

use crate::line::Line;

/// The file as the operations team hands it out.
const BRANCHES: &str = include_str!("../branches.json");

/// The branches of one edition of the register.
#[derive(Debug, Clone)]
pub struct Register {
    lines: Vec<Line>,
}

impl Register {
    /// The edition that this program was built with.
    ///
    /// # Errors
    ///
    /// When the file is not what it used to be.
    pub fn of_this_build() -> Result<Self, serde_json::Error> {
        Self::read(BRANCHES)
    }

    /// Reads an edition.
    ///
    /// # Errors
    ///
    /// When the text is no register.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        Ok(Self { lines: serde_json::from_str(json)? })
    }
}

impl BranchSystem for Register {
    async fn get_branch(
        &self,
        _: &Context,
        request: get_branch::Request,
    ) -> Result<get_branch::Response, get_branch::Error> {
        let line = self.lines.iter().find(|line| line.unit == request.branch_code.0);
        line.map(Into::into).ok_or(get_branch::Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::Register;

    #[test]
    fn the_edition_of_this_build_can_be_read() {
        let register = Register::of_this_build().expect("the file is a register");
        assert!(!register.lines.is_empty());
    }

    #[test]
    fn an_edition_with_a_new_kind_of_counter_is_not_guessed_at() {
        let text = r#"[{ "unit": "LIM", "label": "Limerick", "counter": "robot" }]"#;
        assert!(Register::read(text).is_err());
    }
}
