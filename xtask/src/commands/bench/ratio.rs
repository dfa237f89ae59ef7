//! Ratios of pairs that were measured one after the other: their median, and how far they spread.
//!
//! What a shared machine does to one of a pair it mostly does to the other as well, so a ratio of neighbors says more
//! than a ratio of averages.

use serde::Serialize;

/// The median of some ratios, and the quarters between which half of them lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ratio {
    /// The one in the middle.
    pub median: f64,
    /// A quarter is below.
    pub low: f64,
    /// A quarter is above.
    pub high: f64,
}

/// The ratio of each pair.
pub fn ratio(of: &[f64], to: &[f64]) -> Ratio {
    let ratios: Vec<f64> = of.iter().zip(to).map(|(of, to)| of / to).collect();
    Ratio { median: share(&ratios, 0.5), low: share(&ratios, 0.25), high: share(&ratios, 0.75) }
}

/// The figure in the middle.
pub fn median(figures: &[f64]) -> f64 {
    share(figures, 0.5)
}

/// The figure that such a share of all does not exceed, between neighbors where it falls between them.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a position among some dozens of figures"
)]
fn share(figures: &[f64], share: f64) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = share * last as f64;
    let below = place as usize;
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

#[cfg(test)]
mod tests {
    use super::{median, ratio};

    #[test]
    fn pairs_are_compared_with_their_neighbors() {
        let found = ratio(&[2.0, 40.0, 6.0, 3.0, 1.0], &[1.0, 10.0, 2.0, 3.0, 2.0]);
        assert_eq!((found.low, found.median, found.high), (1.0, 2.0, 3.0));
    }

    #[test]
    fn a_median_of_two_lies_between_them() {
        assert!((median(&[1.0, 2.0]) - 1.5).abs() < 1e-9);
        assert!(median(&[]).is_nan());
    }
}
