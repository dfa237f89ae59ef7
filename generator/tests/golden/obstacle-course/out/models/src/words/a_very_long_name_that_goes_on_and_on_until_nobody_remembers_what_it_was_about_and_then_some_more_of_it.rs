// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt` of the
//! words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Pattern, Shape, Shaped};

/// A description with everything: "double", 'single', `code`, ```` ``` ````, {{ mustache }}, {%
/// block %}, \<html>, \[link\], link,
/// a very long line that goes on and on and on and on and on and on and on and on and on and on
/// and on and on and on and on,
/// CamelCase, `snake_case`, `PascalCase::path()`, <https://example.com/bare>, */ and /* and //
/// and \\ and #!\[attributes\] and 日本語 and e̟.
///
/// ```text
/// panic!("this must not run");
/// ```
///
/// ```text
/// unclosed.
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt {
    /// Ends in a backslash .
    pub a_field_name_that_is_quite_long_too: String,
    /// Url2.
    pub url2: String,
    /// Iso3166 code.
    ///
    /// Matches `^[\w\-/]+\."$`.
    pub iso3166_code: String,
}

static A_VERY_LONG_NAME_THAT_GOES_ON_AND_ON_UNTIL_NOBODY_REMEMBERS_WHAT_IT_WAS_ABOUT_AND_THEN_SOME_MORE_OF_IT_ISO3166_CODE_PATTERN: Pattern =
    Pattern::new(r#"^[0-9A-Za-z_\-/]+\."$"#);

impl Shaped for AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt",
            &[
                Field::new("aFieldNameThatIsQuiteLongToo", Shape::string()),
                Field::new("url2", Shape::uri()),
                Field::new(
                    "iso3166Code",
                    Shape::string().pattern(
                        &A_VERY_LONG_NAME_THAT_GOES_ON_AND_ON_UNTIL_NOBODY_REMEMBERS_WHAT_IT_WAS_ABOUT_AND_THEN_SOME_MORE_OF_IT_ISO3166_CODE_PATTERN,
                    ),
                ),
            ],
        );
        &SHAPE
    }
}
