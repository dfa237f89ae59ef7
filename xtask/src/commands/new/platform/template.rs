//! The files of the template, as they are in `templates/new/platform`.

/// A file of the template: its path, and its text.
macro_rules! file {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../../../templates/new/platform/", $path)))
    };
}

/// A file that a new platform shares with Tiebeam's own repository.
macro_rules! shared {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../../../", $path)))
    };
}

/// Paths and texts, sorted by path.
static TEMPLATE: &[(&str, &str)] = &[
    file!(".cargo/config.toml"),
    file!(".gitattributes"),
    file!(".github/workflows/ci.yml"),
    file!(".gitignore"),
    file!("Cargo.toml"),
    file!("README.md"),
    file!("platform/.cargo/config.toml"),
    file!("platform/Cargo.toml"),
    file!("platform/app/Cargo.toml"),
    file!("platform/app/src/cli.rs"),
    file!("platform/app/src/lib.rs"),
    file!("platform/app/src/main.rs"),
    file!("platform/app/src/wiring.rs"),
    file!("platform/app/tests/it/main.rs"),
    file!("platform/app/tests/it/visits.rs"),
    file!("platform/app/tests/it/website.rs"),
    file!("platform/services/appointment-process-v1/Cargo.toml"),
    file!("platform/services/appointment-process-v1/src/desk.rs"),
    file!("platform/services/appointment-process-v1/src/lib.rs"),
    file!("platform/services/appointment-process-v1/src/times.rs"),
    file!("platform/services/appointment-service-v1/Cargo.toml"),
    file!("platform/services/appointment-service-v1/src/calendar.rs"),
    file!("platform/services/appointment-service-v1/src/lib.rs"),
    file!("platform/services/appointment-service-v1/src/table.rs"),
    file!("platform/services/appointment-service-v1/src/work.rs"),
    file!("platform/services/branch-system-v1/Cargo.toml"),
    file!("platform/services/branch-system-v1/branches.json"),
    file!("platform/services/branch-system-v1/src/lib.rs"),
    file!("platform/services/branch-system-v1/src/line.rs"),
    file!("platform/services/branch-system-v1/src/register.rs"),
    file!("platform/services/web-experience-v1/Cargo.toml"),
    file!("platform/services/web-experience-v1/src/lib.rs"),
    file!("platform/services/web-experience-v1/src/visits.rs"),
    file!("platform/services/web-experience-v1/src/words.rs"),
    file!("specs/apis/experience/web-experience.v1.yaml"),
    file!("specs/apis/process/appointment-process.v1.yaml"),
    file!("specs/apis/system/branch-system.v1.yaml"),
    file!("specs/events/appointment.yaml"),
    file!("specs/models/appointment.yaml"),
    file!("specs/models/branch.yaml"),
    file!("specs/platform.yaml"),
    file!("specs/services/appointment-service.v1.yaml"),
    file!("xtask/Cargo.toml"),
    file!("xtask/src/main.rs"),
    file!("xtask/tests/it/main.rs"),
];

/// Toolchain and style: a new platform begins with ours.
static SHARED: &[(&str, &str)] = &[shared!("rust-toolchain.toml"), shared!("rustfmt.toml")];

/// Every file, by path.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATE.iter().chain(SHARED).copied()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::TEMPLATE;

    #[test]
    fn every_file_of_the_template_is_in_the_table() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/new/platform");
        let mut found = Vec::new();
        walk(&root, "", &mut found);
        found.sort();
        let listed: Vec<&str> = TEMPLATE.iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
    }

    fn walk(directory: &Path, prefix: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(directory).expect("it is a directory") {
            let entry = entry.expect("it can be listed");
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{prefix}{name}/"), found);
            } else {
                found.push(format!("{prefix}{name}"));
            }
        }
    }
}
