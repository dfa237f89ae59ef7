//! The file of an event: its data as a struct, and what is known of all its occurrences.

use super::names;
use super::subject::Subject;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::{docs, name, types};
use crate::emit::text::{class, duration};
use crate::ir::{Event, EventClass};

/// The file.
pub fn file(subject: &Subject<'_>, event: &Event) -> File {
    let mut file = File::new(&event.place.document, about(event));
    let name = names::ty(event);
    file.defines_at(&name, &names::path(event));
    // Imported before anything else, so that its short name is free and means it in the documentation too.
    let before = subject.platform.earlier(&event.id);
    let earlier = before.map(|before| file.uses(&names::path(before)));
    types::data(&subject.scope, &mut file, &name, struct_docs(event, before), &event.data);
    implement(&mut file, event, earlier);
    file
}

/// The first lines: what it is, and how it travels.
fn about(event: &Event) -> Vec<String> {
    let mut parts = vec![format!("`{}`", event.topic), format!("{} event", class(event.class))];
    parts.extend(event.key.as_ref().map(|key| format!("in order for each `{key}`")));
    parts.extend(event.retention.map(|retention| format!("kept {}", duration(retention))));
    vec![
        format!(
            "`{}` of the {} domain, version {}.",
            event.id.name, event.id.domain, event.version
        ),
        String::new(),
        parts.join(" · "),
    ]
}

/// What happened, and what whoever meets the version before has to do.
fn struct_docs(event: &Event, before: Option<&Event>) -> Code {
    let mut lines = types::element_lines(&event.docs, &event.id.name, &[]);
    if let Some(before) = before {
        lines.extend([
            String::new(),
            format!("A reader that may meet [`{}`] implements", names::ty(before)),
            String::from("[`Upcast`](tiebeam::event::Upcast) to this version."),
        ]);
    }
    docs::attributes_of(&lines)
}

/// `impl Event`.
fn implement(file: &mut File, event: &Event, earlier: Option<Code>) {
    let (event_trait, definition) =
        (file.uses("tiebeam::event::Event"), file.uses("tiebeam::event::Definition"));
    let earlier = earlier.unwrap_or_else(|| file.uses("tiebeam::event::First"));
    let (facts, key) = (facts(file, event), key(file, event));
    let ident = name::ident(&names::ty(event));
    file.item(&code! {
        impl #event_trait for #ident {
            type Earlier = #earlier;

            fn definition() -> &'static #definition {
                static DEFINITION: #definition = #definition { #facts };
                &DEFINITION
            }

            fn key(&self) -> Option<String> {
                #key
            }
        }
    });
}

/// The fields of its definition.
fn facts(file: &mut File, event: &Event) -> Code {
    let class = file.uses("tiebeam::event::Class");
    let variant = name::ident(match event.class {
        EventClass::Domain => "Domain",
        EventClass::Integration => "Integration",
        EventClass::Platform => "Platform",
    });
    let retention = retention(event);
    let is_keyed = name::ident(if event.key.is_some() { "true" } else { "false" });
    let (domain, name, version) = (&event.id.domain, &event.id.name, &event.version);
    let (ty, topic, schema_uri) = (&event.ty, &event.topic, &event.schema_uri);
    let schema = format!("../{}", names::schema(event));
    code! {
        domain: #domain,
        name: #name,
        version: #version,
        ty: #ty,
        topic: #topic,
        schema_uri: #schema_uri,
        schema: include_str!(#schema),
        class: #class::#variant,
        is_keyed: #is_keyed,
        retention_seconds: #retention,
    }
}

/// How long it is kept, in seconds; a part of one counts as one, so that it is not gone before its time.
fn retention(event: &Event) -> Code {
    let Some(retention) = event.retention else { return code!(None) };
    let seconds = types::count(retention.millis.div_ceil(1_000));
    code!(Some(#seconds))
}

/// The value that occurrences are ordered by.
fn key(file: &mut File, event: &Event) -> Code {
    let Some(key) = &event.key else { return code!(None) };
    let key_of = file.uses("tiebeam::event::key_of");
    let field = name::ident(&name::value(key));
    code!(#key_of(&self.#field))
}
