//! What each kind of evidence counts.

use super::evidence::Evidence;

/// The weight of each kind of evidence compared with words, which count 1.
///
/// The default is what `cargo bench --bench suggest` finds best over all tables that it scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// A third clause that reads like the one and is related to the other.
    pub alike: f64,
    /// A third clause that is related to both.
    pub through: f64,
    /// The same number in chapters of the same title, or of a similar one.
    pub place: f64,
    /// The same attributes.
    pub attributes: f64,
    /// The factor on all that if one of the two is a heading and the other is not, from 0 to 1.
    pub across_kinds: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { alike: 4.0, through: 2.0, place: 0.125, attributes: 0.5, across_kinds: 0.9 }
    }
}

impl Weights {
    /// How much speaks for a pair, from 0 for nothing. It has no unit and no threshold: it ranks.
    pub fn score(&self, evidence: &Evidence) -> f64 {
        let Evidence { words, alike, through, place, attributes, is_across_kinds, .. } = *evidence;
        let parts = [
            (1.0, words),
            (self.alike, alike),
            (self.through, through),
            (self.place, place),
            (self.attributes, attributes),
        ];
        let sum: f64 = parts.iter().map(|(weight, part)| weight * f64::from(*part)).sum();
        let whole: f64 = parts.iter().map(|(weight, _)| weight).sum();
        let kept = if is_across_kinds { self.across_kinds } else { 1.0 };
        // What is alike but for the last bits of a logarithm is one score on every machine.
        (sum / whole * kept * SCALE).round() / SCALE
    }
}

/// Scores have so many steps between 0 and 1.
const SCALE: f64 = 1e5;
