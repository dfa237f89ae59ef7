//! Semantic versions, and references that end in a major version.

/// The major version of `1.2.0`.
///
/// # Errors
///
/// Says what is wrong, to be read after "the version `…`".
pub fn major(version: &str) -> Result<u32, &'static str> {
    let core = version.split(['-', '+']).next().unwrap_or_default();
    let parts: Vec<&str> = core.split('.').collect();
    let [major, minor, patch] = parts[..] else { return Err("does not have three numbers") };
    if ![major, minor, patch].into_iter().all(is_number) {
        return Err("has a part that is not a plain number");
    }
    if !suffixes_are_right(&version[core.len()..]) {
        return Err("has a malformed pre-release or build suffix");
    }
    match major.parse() {
        Ok(0) => Err("has a major version of 0"),
        Ok(major) if minor.parse::<u32>().is_ok() && patch.parse::<u32>().is_ok() => Ok(major),
        _ => Err("has a part that is too large"),
    }
}

/// The parts of `order-process@1`; `None` for the major version where there is no `@`.
///
/// # Errors
///
/// Says what is wrong, to be read after "`…`".
pub fn reference(text: &str) -> Result<(&str, Option<u32>), &'static str> {
    let Some((name, major)) = text.split_once('@') else { return Ok((text, None)) };
    if name.is_empty() {
        return Err("has no name before `@`");
    }
    if major.contains('.') {
        return Err("names a full version; only the major version comes after `@`");
    }
    let major = major.strip_prefix('v').filter(|digits| is_number(digits)).map_or(major, |_| "v");
    match major.parse() {
        Ok(0) => Err("names major version 0; major versions begin at 1"),
        Ok(number) if is_number(major) => Ok((name, Some(number))),
        _ => Err("does not end in a major version such as `@1`"),
    }
}

/// Digits without leading zeros.
fn is_number(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'))
}

/// `-rc.1`, `+build.7`, both or nothing.
fn suffixes_are_right(suffix: &str) -> bool {
    let (pre, build) = match suffix.split_once('+') {
        Some((pre, build)) => (pre, Some(build)),
        None => (suffix, None),
    };
    let identifiers = |text: &str| {
        text.split('.').all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
    };
    let numbers_are_plain = |text: &str| {
        text.split('.')
            .all(|part| is_number(part) || !part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let pre_is_right = pre.is_empty()
        || pre.strip_prefix('-').is_some_and(|pre| identifiers(pre) && numbers_are_plain(pre));
    pre_is_right && build.is_none_or(identifiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_semantic() {
        assert_eq!(major("1.2.0"), Ok(1));
        assert_eq!(major("12.0.0-rc.1+build.07"), Ok(12));
        for wrong in [
            "1.2",
            "1",
            "",
            "01.2.0",
            "v1.2.0",
            "0.1.0",
            "1.2.x",
            "1.2.0-",
            "1.2.0-01",
            "9999999999.0.0",
        ] {
            assert!(major(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn references_end_in_a_major() {
        assert_eq!(reference("crm-system@1"), Ok(("crm-system", Some(1))));
        assert_eq!(reference("crm-system"), Ok(("crm-system", None)));
        for wrong in ["crm@", "crm@v1", "crm@1.2.0", "@1", "crm@0", "crm@01", "crm@+1"] {
            assert!(reference(wrong).is_err(), "{wrong}");
        }
    }
}
