//! `impl Shaped`: what a value looks like on the wire, as data.

use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;

/// Most rows of a table inside a function.
const SHORT_TABLE: usize = 8;

/// `impl Shaped for <name>`: what a value looks like on the wire, as data.
pub fn shaped(file: &mut File, name: &str, shape: &Code, rows: usize) {
    let (shape_type, shaped) =
        (file.uses("tiebeam::shape::Shape"), file.uses("tiebeam::shape::Shaped"));
    let ident = name::ident(name);
    // A function stays short enough to be read at a glance; a longer table stands beside it.
    if rows > SHORT_TABLE {
        let table = file.private_static(&format!("{}_SHAPE", name::constant(name)));
        file.item(&code!(static #table: #shape_type = #shape;));
        file.item(&code! {
            impl #shaped for #ident {
                fn shape() -> &'static #shape_type {
                    &#table
                }
            }
        });
        return;
    }
    file.item(&code! {
        impl #shaped for #ident {
            fn shape() -> &'static #shape_type {
                static SHAPE: #shape_type = #shape;
                &SHAPE
            }
        }
    });
}
