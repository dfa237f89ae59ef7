//! What a path means, seen from the file that it is written in.

/// The module path of a file, from its place below `src`: `emit/rust/file.rs` is `emit::rust::file`.
pub fn of(path: &str) -> Vec<String> {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/')
        .filter(|segment| !matches!(*segment, "lib" | "main"))
        .map(str::to_owned)
        .collect()
}

/// The path from the crate's root of one that opens with `crate`, `$crate` or `super`.
pub fn absolute(module: &[String], segments: &[String]) -> Vec<String> {
    if matches!(segments[0].as_str(), "crate" | "$crate") {
        return segments[1..].to_vec();
    }
    let up = segments.iter().take_while(|segment| *segment == "super").count();
    let base = module.len().saturating_sub(up);
    module[..base].iter().chain(&segments[up..]).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, path: &str, expected: &str) {
        let segments: Vec<String> = path.split("::").map(str::to_owned).collect();
        assert_eq!(absolute(&of(file), &segments).join("::"), expected);
    }

    #[test]
    fn paths_are_read_from_where_they_stand() {
        check("a/b.rs", "crate::c::D", "c::D");
        check("a/b.rs", "super::c::D", "a::c::D");
        check("a/b.rs", "super::super::c::D", "c::D");
        check("a/mod.rs", "super::c::D", "c::D");
        check("lib.rs", "crate::c::D", "c::D");
        check("a/b.rs", "$crate::c::D", "c::D");
    }
}
