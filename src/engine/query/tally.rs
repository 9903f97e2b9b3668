//! Counts of requirements by level, and what follows from them.

use crate::crosswalk::Level;
use crate::language::{DocumentLanguage, Phrase, figures, say};
use crate::report::{Cell, Segment, Tone};

/// How many applicable requirements of a target, or of a group of them, are at which level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All that apply.
    pub applicable: usize,
    /// Those of which all is in place.
    pub full: usize,
    /// Those of which some is certainly in place.
    pub partial: usize,
    /// Those of which some may be in place.
    pub presumed: usize,
}

impl Tally {
    /// Counts levels; what does not apply has none and is not counted.
    pub fn of(levels: impl IntoIterator<Item = Option<Level>>) -> Self {
        let mut tally = Self::default();
        for level in levels.into_iter().flatten() {
            tally.applicable += 1;
            match level {
                Level::None => {}
                Level::Presumed => tally.presumed += 1,
                Level::Partial => tally.partial += 1,
                Level::Full => tally.full += 1,
            }
        }
        tally
    }

    /// Those of which nothing is known.
    pub fn none(&self) -> usize {
        self.applicable - self.full - self.partial - self.presumed
    }

    /// (F + w·P) / N; none of nothing.
    pub fn coverage(&self, partial_weight: f64) -> Option<f64> {
        self.share(self.full as f64 + partial_weight * self.partial as f64)
    }

    /// F / N: what is guaranteed.
    pub fn lower(&self) -> Option<f64> {
        self.share(self.full as f64)
    }

    /// (F + P + V) / N: what is possible.
    pub fn upper(&self) -> Option<f64> {
        self.share((self.full + self.partial + self.presumed) as f64)
    }

    fn share(&self, met: f64) -> Option<f64> {
        (self.applicable > 0).then(|| met / self.applicable as f64)
    }

    /// The counts as parts of a bar, surest first.
    pub fn segments(&self) -> Vec<Segment> {
        [Level::Full, Level::Partial, Level::Presumed, Level::None]
            .into_iter()
            .zip([self.full, self.partial, self.presumed, self.none()])
            .map(|(level, count)| Segment { name: level.into(), count, tone: tone(level) })
            .collect()
    }

    /// What is guaranteed, the coverage, what is possible, and their N in words; a percentage never goes without its N.
    pub fn in_words(&self, partial_weight: f64) -> Phrase {
        let (Some(coverage), Some(lower), Some(upper)) = (self.coverage(partial_weight), self.lower(), self.upper())
        else {
            return say!("figures-none");
        };
        say!(
            "figures",
            lower = Phrase::share(lower),
            coverage = Phrase::share(coverage),
            weight = weight_in_words(partial_weight),
            upper = Phrase::share(upper),
            requirements = self.applicable,
        )
    }
}

impl Tally {
    /// The same where extensions are weighed.
    pub fn saving_in_words(&self, partial_weight: f64) -> Phrase {
        let (Some(coverage), Some(lower), Some(upper)) = (self.coverage(partial_weight), self.lower(), self.upper())
        else {
            return say!("figures-none");
        };
        say!(
            "figures-of-saving",
            lower = Phrase::share(lower),
            coverage = Phrase::share(coverage),
            weight = weight_in_words(partial_weight),
            upper = Phrase::share(upper),
            requirements = self.applicable,
        )
    }
}

/// What a partly met requirement counts, as people say it.
pub fn weight_in_words(partial_weight: f64) -> Phrase {
    if partial_weight == 0.5 {
        return say!("half");
    }
    let digits = partial_weight.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
    Phrase::number(partial_weight, digits)
}

/// A share as a percentage with one digit.
pub fn percent(share: f64) -> String {
    figures::share(DocumentLanguage::English, share)
}

/// The tone of a level.
pub fn tone(level: Level) -> Tone {
    match level {
        Level::None => Tone::Bad,
        Level::Presumed => Tone::Unsure,
        Level::Partial => Tone::Middling,
        Level::Full => Tone::Good,
    }
}

/// The tone of a share.
pub fn share_tone(share: f64) -> Tone {
    if share >= 0.75 {
        Tone::Good
    } else if share >= 0.4 {
        Tone::Middling
    } else if share > 0.0 {
        Tone::Unsure
    } else {
        Tone::Quiet
    }
}

/// A share in the tone that says how good it is; an empty cell without one.
pub fn toned(share: Option<f64>) -> Cell {
    share.map_or(Cell::Empty, |share| Cell::Share(share, share_tone(share)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_counts_full_and_weighs_partial_and_has_bounds() {
        let levels = [Some(Level::Full), Some(Level::Partial), Some(Level::Presumed), Some(Level::None), None];
        let tally = Tally::of(levels);
        assert_eq!(tally, Tally { applicable: 4, full: 1, partial: 1, presumed: 1 });
        assert_eq!(tally.none(), 1);
        assert_eq!(tally.coverage(0.5), Some(0.375));
        assert_eq!(tally.coverage(0.0), Some(0.25));
        assert_eq!((tally.lower(), tally.upper()), (Some(0.25), Some(0.75)));
    }

    #[test]
    fn the_numbers_are_told_with_what_they_count_and_of_how_many() {
        // 3, 3 + 20 / 2 and 3 + 20 + 10 of 39.
        let tally = Tally { applicable: 39, full: 3, partial: 20, presumed: 10 };
        assert_eq!(
            tally.in_words(0.5),
            "guaranteed 7.7 %, 33.3 % counting partial as half, up to 84.6 % if everything presumed is confirmed (39 requirements)"
        );
        // 3 + 20 * 0.3 = 9 of 39.
        assert!(tally.in_words(0.3).contains(", 23.1 % counting partial as 0.3,"), "{}", tally.in_words(0.3));
        assert_eq!(Tally::default().in_words(0.5), "no applicable requirements");
    }

    #[test]
    fn nothing_has_no_percentage() {
        let tally = Tally::of([None]);
        assert_eq!((tally.coverage(0.5), tally.lower(), tally.upper()), (None, None, None));
    }
}
