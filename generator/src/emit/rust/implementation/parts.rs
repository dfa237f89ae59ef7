//! What the crate of a first implementation consists of.

use askama::Template;

use super::{logic, smoke};
use crate::casing;
use crate::emit::file_tree::FileTree;
use crate::emit::rust::api::Subject;
use crate::emit::rust::code::{Code, Ident};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::emit::text::filters;
use crate::ir::{ApiId, Operation, Platform, digest_of};

/// The first implementation of a contract, which answers with the examples of its spec until somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implementation {
    /// Name of its directory among the hand-written crates: that of the contract's crate, `order-process-v1`.
    pub directory: String,
    /// Name of its package: `order-process-v1-logic`.
    pub package: String,
    /// A line of Rust that serves it, in the place where the enterprise is wired.
    pub wiring: String,
    /// Its files, relative to its directory.
    pub files: FileTree,
}

/// Name of the struct that implements the contract.
pub(super) const LOGIC: &str = "Logic";

/// Something that the contract may call.
#[derive(Debug)]
pub(super) struct Used {
    /// The field that holds it, and the module of the contract's crate that re-exports it: `crm`.
    pub(super) field: Ident,
    /// The type parameter that stands for it: `Crm`.
    pub(super) parameter: String,
    /// Path of its trait: `order_process_v2::crm::CrmSystem`.
    pub(super) contract: String,
    /// What people call it.
    pub(super) title: String,
}

/// A contract on its way to its first implementation.
#[derive(Debug)]
pub(super) struct Start<'a> {
    /// The contract.
    pub(super) subject: Subject<'a>,
    /// The name that the contract's crate goes by in Rust: `order_process_v2`.
    pub(super) library: String,
    /// What it may call.
    pub(super) uses: Vec<Used>,
}

impl<'a> Start<'a> {
    fn new(platform: &'a Platform, id: &ApiId) -> Self {
        // Nothing of what is written here says the digest.
        let digest = digest_of(&());
        let subject = Subject::new(platform, id, digest);
        let library = name::library(&name::contract_package(id));
        let uses = subject.api.uses.iter().map(|(alias, dependency)| {
            let called = Subject::new(platform, &dependency.target, digest);
            let field = name::value(alias);
            // What goes by two aliases is one trait, and has one path.
            let mut same =
                subject.api.uses.iter().filter(|(_, other)| other.target == dependency.target);
            let module = same.next().map_or_else(|| field.clone(), |(first, _)| name::value(first));
            let parameter = match name::ty(alias) {
                taken if taken == LOGIC => taken + "Api",
                free => free,
            };
            Used {
                contract: format!("{library}::{module}::{}", called.contract),
                field: name::ident(&field),
                parameter,
                title: called.title,
            }
        });
        let uses = uses.collect();
        Self { subject, library, uses }
    }

    /// The module of an operation, imported from the contract's crate.
    pub(super) fn operation(&self, file: &mut File, operation: &Operation) -> Code {
        file.uses(&format!("{}::operations::{}", self.library, self.subject.module(operation)))
    }

    /// The trait, imported from the contract's crate.
    pub(super) fn contract(&self, file: &mut File) -> Code {
        file.uses(&format!("{}::{}", self.library, self.subject.contract))
    }
}

#[derive(Template)]
#[template(path = "new/implementation/Cargo.toml", escape = "none")]
struct Manifest<'a> {
    package: &'a str,
    description: String,
    contract: &'a str,
    path: String,
    is_tested: bool,
}

/// The first implementation of a contract; `generated` is the way from the directory of hand-written crates to the
/// generated ones, `../generated` for example.
#[must_use]
pub fn implementation(platform: &Platform, id: &ApiId, generated: &str) -> Implementation {
    let start = Start::new(platform, id);
    let contract = name::contract_package(id);
    let package = format!("{contract}-logic");
    let (logic, smoke) = (logic::file(&start), smoke::file(&start, &name::library(&package)));
    let directory = name::contract_directory(start.subject.api.tier, id);
    let manifest = Manifest {
        package: &package,
        description: format!("The business logic of the {}.", start.subject.title),
        contract: &contract,
        path: format!("../{generated}/{directory}"),
        is_tested: smoke.is_some(),
    };
    let manifest =
        manifest.render().expect("a manifest is made of strings, which can always be formatted");
    let mut files = FileTree::default();
    files.add("Cargo.toml", manifest + "\n");
    files.add("src/lib.rs", face(&start).print());
    files.add("src/logic.rs", logic.print());
    if let Some(smoke) = smoke {
        files.add("tests/it/main.rs", smoke.print());
    }
    Implementation {
        directory: contract,
        wiring: wiring(&start, &name::library(&package)),
        package,
        files,
    }
}

/// `lib.rs`.
fn face(start: &Start<'_>) -> File {
    let Start { subject, library, .. } = start;
    let about =
        format!("The business logic of the {}, version {}.", subject.title, subject.api.id.major);
    let contract = &subject.contract;
    let mut file = File::written_once(vec![
        about,
        String::new(),
        format!(
            "[`{LOGIC}`] implements [`{contract}`]({library}::{contract}) and answers with the examples of the spec"
        ),
        String::from("where nothing else is written yet."),
    ]);
    file.text("mod logic;\n");
    file.text(format!("pub use logic::{LOGIC};\n"));
    file
}

/// `order_process_v1::router(order_process_v1_logic::Logic { crm })`.
fn wiring(start: &Start<'_>, library: &str) -> String {
    let fields: Vec<&str> = start.uses.iter().map(|used| &*used.field).collect();
    let fields =
        if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) };
    format!("{}::router({library}::{LOGIC}{fields})", start.library)
}

/// A name that tests of an operation begin with: `place_order`.
pub(super) fn test_name(operation: &Operation) -> String {
    match casing::snake(&operation.id) {
        odd if odd.is_empty() || odd.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("operation_{odd}")
        }
        plain => plain,
    }
}
