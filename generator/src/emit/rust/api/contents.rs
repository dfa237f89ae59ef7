//! What the crate of a contract consists of.

use super::subject::Subject;
use super::{client, contract, errors, lib_rs, meta, operation, readme, server, service, stub};
use crate::emit::asyncapi::service_document;
use crate::emit::file_tree::FileTree;
use crate::emit::rust::file::File;
use crate::emit::rust::types;
use crate::ir::{ApiId, Digest, Platform};

/// Every file of the crate of one contract; `digest` stands for all facts that they depend on.
pub fn contract_crate(platform: &Platform, id: &ApiId, digest: Digest) -> FileTree {
    let subject = Subject::new(platform, id, digest);
    let mut files = vec![
        (String::from("client.rs"), client::file(&subject)),
        (String::from("contract.rs"), contract::file(&subject)),
        (String::from("meta.rs"), meta::file(&subject)),
        (String::from("operations.rs"), operation::face(&subject)),
        (String::from("server.rs"), server::file(&subject)),
        (String::from("stub.rs"), stub::file(&subject)),
    ];
    files.extend(errors::file(&subject).map(|file| (String::from("errors.rs"), file)));
    files.extend(types_file(&subject).map(|file| (String::from("types.rs"), file)));
    for operation in &subject.api.operations {
        let path = format!("operations/{}.rs", subject.module(operation));
        files.push((path, operation::file(&subject, operation)));
    }
    if let Some(of_platform) = service::of(&subject) {
        files.extend(service::files(&subject, of_platform));
    }
    files.push((String::from("lib.rs"), lib_rs::file(&subject)));
    tree(&subject, &files)
}

/// The types local to the contract, where it has some.
fn types_file(subject: &Subject<'_>) -> Option<File> {
    let types = &subject.api.types;
    let docs = vec![format!("Types local to the {}.", subject.title)];
    (!types.is_empty())
        .then(|| types::module(&subject.scope, &subject.api.place.document, docs, types))
}

/// The files of the crate, with the manifest that follows from them.
fn tree(subject: &Subject<'_>, files: &[(String, File)]) -> FileTree {
    let mut tree = FileTree::default();
    tree.add("Cargo.toml", readme::manifest(subject, files.iter().map(|(_, file)| file)));
    tree.add("README.md", readme::readme(subject));
    tree.add("openapi.json", crate::emit::openapi::document(subject.platform, &subject.api.id));
    let service = service::of(subject);
    if let Some(document) = service.and_then(|it| service_document(subject.platform, it)) {
        tree.add("asyncapi.json", document);
    }
    for (path, file) in files {
        tree.add(format!("src/{path}"), file.print());
    }
    tree
}
