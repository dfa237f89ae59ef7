//! `Error`: why an operation fails, a variant for each problem type it declares and one for any other.

use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::{name, types};
use crate::emit::text::first_paragraph;
use crate::ir::{ErrorType, Operation};

/// Details above this many bytes are boxed: a large error makes every result slow to pass on, and clippy draws its
/// line at 128.
const LARGE: usize = 96;

/// The failures of an operation, once defined.
#[derive(Debug)]
pub struct Failures {
    declared: Vec<Failure>,
}

#[derive(Debug)]
struct Failure {
    variant: Ident,
    /// `errors::OUT_OF_STOCK`.
    problem_type: Code,
    /// The type of what it tells besides its title.
    detail: Option<Code>,
    docs: Vec<String>,
}

/// Adds the enum.
pub fn define(subject: &Subject<'_>, file: &mut File, operation: &Operation) -> Failures {
    let about = format!(" Why `{}` fails.", operation.id);
    let problem = file.uses("tiebeam::Problem");
    let declared =
        operation.errors.iter().map(|error| failure(subject, file, &subject.api.errors[error]));
    let declared: Vec<Failure> = declared.collect();
    let variants = declared.iter().map(|failure| {
        let (variant, docs) = (&failure.variant, docs::attributes_of(&failure.docs));
        let detail = failure.detail.as_ref().map(|detail| code!((#detail)));
        code!(#docs #variant #detail,)
    });
    file.item(&code! {
        #[doc = #about]
        #[derive(Debug, Clone, PartialEq)]
        pub enum Error {
            #(#variants)*
            /// Any other problem: a refusal, a timeout, a connection that failed.
            Other(#problem),
        }
    });
    Failures { declared }
}

fn failure(subject: &Subject<'_>, file: &mut File, error: &ErrorType) -> Failure {
    let errors = file.uses("crate::errors");
    let constant = name::ident(&name::constant(&error.name));
    let detail = (!error.detail.is_empty()).then(|| {
        let ty = file.uses(&format!("crate::errors::{}", name::ty(&error.name)));
        if types::record_size(&subject.scope, &error.detail) > LARGE { code!(Box<#ty>) } else { ty }
    });
    Failure {
        variant: name::ident(&name::ty(&error.name)),
        problem_type: code!(#errors::#constant),
        detail,
        docs: docs::lines(&format!("{} (`{}`).", reason(error), error.status)),
    }
}

/// The first sentence about an error that its docs have, without its period.
fn reason(error: &ErrorType) -> String {
    let summary = first_paragraph(&error.docs.description);
    let reason = if summary.is_empty() { error.title.trim() } else { summary.trim() };
    reason.trim_end_matches('.').to_owned()
}

impl Failures {
    /// Adds `Failure`, the conversion that `?` uses, and what makes it an error like any other.
    pub fn define_codec(&self, file: &mut File) {
        self.define_failure(file);
        self.define_error(file);
    }

    fn define_error(&self, file: &mut File) {
        let (fmt, error) = (file.uses("std::fmt"), file.uses("std::error::Error"));
        let arms = self.declared.iter().map(|failure| {
            let (variant, problem_type) = (&failure.variant, &failure.problem_type);
            let detail = failure.detail.as_ref().map(|_| code!((_)));
            code!(Self::#variant #detail => #problem_type.fmt(formatter),)
        });
        let shown = if self.declared.is_empty() {
            code!(let Self::Other(problem) = self; problem.fmt(formatter))
        } else {
            code!(match self { #(#arms)* Self::Other(problem) => problem.fmt(formatter), })
        };
        file.item(&code! {
            impl #fmt::Display for Error {
                fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                    #shown
                }
            }
        });
        file.item(&code!(impl #error for Error {}));
    }

    fn define_failure(&self, file: &mut File) {
        let problem = file.uses("tiebeam::Problem");
        let failure = file.uses("tiebeam::operation::Failure");
        let (from, into) = (self.checks(), self.arms());
        file.item(&code! {
            impl #failure for Error {
                fn from_problem(problem: #problem) -> Self {
                    #from
                    Self::Other(problem)
                }

                fn into_problem(self) -> #problem {
                    #into
                }
            }
        });
        file.item(&code! {
            /// Lets `?` end with a problem of our own; a dependency's is hidden first with `upstream()`.
            impl From<#problem> for Error {
                fn from(problem: #problem) -> Self {
                    Self::Other(problem)
                }
            }
        });
    }

    /// What finds the variant for a problem.
    fn checks(&self) -> Code {
        let checks = self.declared.iter().map(|failure| {
            let (variant, problem_type) = (&failure.variant, &failure.problem_type);
            if failure.detail.is_some() {
                code!(if let Some(detail) = problem.detail_of(&#problem_type) { return Self::#variant(detail); })
            } else {
                code!(if problem.is(&#problem_type) { return Self::#variant; })
            }
        });
        code!(#(#checks)*)
    }

    /// What makes a problem of a variant.
    fn arms(&self) -> Code {
        if self.declared.is_empty() {
            return code!(let Self::Other(problem) = self; problem);
        }
        let arms = self.declared.iter().map(|failure| {
            let (variant, problem_type) = (&failure.variant, &failure.problem_type);
            if failure.detail.is_some() {
                code!(Self::#variant(detail) => #problem_type.with(&detail),)
            } else {
                code!(Self::#variant => #problem_type.problem(),)
            }
        });
        code!(match self { #(#arms)* Self::Other(problem) => problem, })
    }
}
