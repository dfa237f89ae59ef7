//! The registry of codes: a file per room, a row per mistake, a page per row.
//!
//! Ids are grouped by room: `TB00xx` loading and YAML, `TB01xx` shape, `TB02xx` to `TB07xx` what documents say together.

pub mod link;
pub mod load;
pub mod shape;

use super::code::Code;

/// Every code, sorted by id.
pub static CODES: &[&Code] = &join::<COUNT>(ROOMS);

/// The rooms, in the order of their ids.
const ROOMS: &[&[&Code]] = &[load::ALL, shape::ALL, link::ALL];

const COUNT: usize = load::ALL.len() + shape::ALL.len() + link::ALL.len();

const fn join<const N: usize>(rooms: &[&[&'static Code]]) -> [&'static Code; N] {
    let mut all = [&load::SYNTAX_ERROR; N];
    let (mut room, mut next) = (0, 0);
    while room < rooms.len() {
        let mut row = 0;
        while row < rooms[room].len() {
            all[next] = rooms[room][row];
            (row, next) = (row + 1, next + 1);
        }
        room += 1;
    }
    all
}
