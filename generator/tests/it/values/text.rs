//! Arbitrary text: of a length, of a pattern, of a format.

use regex_syntax::hir::{Class, Hir, HirKind};
use tiebeam_generator::{ir, pattern};

use crate::values::Random;

/// A string that satisfies the constraints.
pub fn string(constraints: &ir::Constraints, random: &mut Random) -> String {
    let least = constraints.min_length.unwrap_or(0);
    let greatest = constraints.max_length.unwrap_or(u64::MAX).min(least + 12);
    let Some(pattern) = &constraints.pattern else {
        let length = random.between(least, greatest);
        return (0..length)
            .map(|_| *random.pick(&['a', 'Z', '7', ' ', 'é', '語', '𝄞', '"', '\\', '/']))
            .collect();
    };
    let translated = pattern::translate(pattern).expect("patterns were checked");
    let hir = regex_syntax::parse(&translated).expect("a translated pattern is legal");
    let length = |text: &String| text.chars().count() as u64;
    let fits = |text: &String| {
        (least..=constraints.max_length.unwrap_or(u64::MAX)).contains(&length(text))
    };
    // Repetitions without an end go far enough to reach the least length.
    let room = u32::try_from(least).unwrap_or(u32::MAX).saturating_add(4);
    let mut drawn = std::iter::repeat_with(|| {
        let mut text = String::new();
        matching(&hir, room, random, &mut text);
        if !pattern.ends_with('$') {
            let missing = least.saturating_sub(length(&text));
            text.extend((0..missing).map(|_| 'x'));
        }
        text
    });
    drawn
        .by_ref()
        .take(1_000)
        .find(fits)
        .unwrap_or_else(|| panic!("nothing short of a search matches {pattern}"))
}

fn matching(hir: &Hir, room: u32, random: &mut Random, text: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(Class::Unicode(class)) => {
            let range = random.pick(class.ranges());
            let span = u64::from(u32::from(range.end()) - u32::from(range.start()));
            let code = u32::from(range.start())
                + u32::try_from(random.between(0, span.min(25))).unwrap_or(0);
            text.push(char::from_u32(code).unwrap_or(range.start()));
        }
        HirKind::Class(Class::Bytes(class)) => {
            text.push(char::from(random.pick(class.ranges()).start()));
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX).min(repetition.min.saturating_add(room));
            for _ in 0..random.between(repetition.min.into(), most.into()) {
                matching(&repetition.sub, room, random, text);
            }
        }
        HirKind::Capture(capture) => matching(&capture.sub, room, random, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| matching(part, room, random, text)),
        HirKind::Alternation(branches) => matching(random.pick(branches), room, random, text),
    }
}

/// A string of a format.
pub fn formatted(builtin: ir::Builtin, random: &mut Random) -> String {
    let examples: &[&str] = match builtin {
        ir::Builtin::Date => &["2026-11-22", "2024-02-29", "1999-12-31"],
        ir::Builtin::Timestamp => &["2026-11-22T09:30:00Z", "2026-11-22T09:30:00.123456+02:00"],
        ir::Builtin::Duration => &["P3DT12H", "PT15M", "P1Y2M", "P4W"],
        ir::Builtin::Email => &["ada@example.com", "first.last+tag@sub.example.org"],
        ir::Builtin::Uri => &["https://example.com/a?b=c#d", "urn:isbn:9780306406157"],
        ir::Builtin::Bytes => &["", "SGVsbG8=", "AA==", "AAAA"],
        _ => {
            let hex = |digits: usize, random: &mut Random| -> String {
                (0..digits).map(|_| *random.pick(&['0', '1', '7', '9', 'a', 'f'])).collect()
            };
            return format!(
                "{}-{}-7{}-8{}-{}",
                hex(8, random),
                hex(4, random),
                hex(3, random),
                hex(3, random),
                hex(12, random)
            );
        }
    };
    (*random.pick(examples)).to_owned()
}
