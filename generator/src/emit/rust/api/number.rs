//! Numbers as a person writes them: without a suffix, thousands set apart.

use proc_macro2::Literal;

/// `2000` as `2_000`.
pub fn grouped(number: u64) -> Literal {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push('_');
        }
        text.push(digit);
    }
    text.parse().expect("digits and underscores are a number")
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_set_apart() {
        let shown: Vec<String> = [0, 999, 1_000, 30_000, 1_767_225_600].map(|number| super::grouped(number).to_string()).into();
        assert_eq!(shown, ["0", "999", "1_000", "30_000", "1_767_225_600"]);
    }
}
