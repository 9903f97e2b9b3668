//! Coefficients of agreement between raters, each with what it counts.
//!
//! None of them is a number where it would divide by nothing: no unit that can be compared, or no variation in what was said.

use std::fmt;

use super::ratings::Ratings;

/// Why a coefficient has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// No unit was rated by enough raters.
    NothingToCompare,
    /// All ratings are the same level, so that agreement by chance is complete.
    NoVariation,
}

/// A coefficient with what it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Its value, or why there is none.
    pub value: Result<f64, Undefined>,
    /// The units that it depends on.
    pub units: u64,
    /// The ratings of these units.
    pub ratings: u64,
}

/// How far raters agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficients {
    /// The share of comparisons of two ratings of one unit that are the same level.
    pub same: Measured,
    /// Cohen's kappa: of two raters over the units that both rated. Of more, the mean over their pairs that have one.
    pub cohen: Measured,
    /// Fleiss' kappa, over the units that all raters rated.
    pub fleiss: Measured,
    /// Krippendorff's alpha for ordinal data by the definition of 2011, whose distance of two levels counts the ratings between
    /// them; over the units that two raters or more rated.
    pub alpha: Measured,
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NothingToCompare => "undefined: nothing to compare",
            Self::NoVariation => "undefined: no variation",
        })
    }
}

impl Coefficients {
    /// All of them.
    pub fn of(ratings: &Ratings) -> Self {
        Self::weighed(ratings, &ratings.counts())
    }

    /// The same where each pattern of ratings holds of so many units.
    pub(super) fn weighed(ratings: &Ratings, counts: &[u64]) -> Self {
        Self {
            same: same(ratings, counts),
            cohen: cohen(ratings, counts),
            fleiss: fleiss(ratings, counts),
            alpha: alpha(ratings, counts),
        }
    }

    /// In the order in which they are reported.
    pub fn all(&self) -> [(&'static str, Measured); 4] {
        [("agreement", self.same), ("cohen", self.cohen), ("fleiss", self.fleiss), ("alpha", self.alpha)]
    }
}

impl Measured {
    fn undefined(why: Undefined, units: u64, ratings: u64) -> Self {
        Self { value: Err(why), units, ratings }
    }
}

/// How often each level was said about a unit.
fn levels(pattern: &[Option<u8>], levels: usize) -> Vec<u64> {
    let mut counts = vec![0; levels];
    pattern.iter().flatten().for_each(|level| counts[usize::from(*level)] += 1);
    counts
}

fn same(ratings: &Ratings, counts: &[u64]) -> Measured {
    let (mut units, mut said, mut compared, mut same) = (0, 0, 0, 0);
    for (pattern, count) in ratings.weighed(counts) {
        let of_level = levels(pattern, ratings.levels());
        let all: u64 = of_level.iter().sum();
        if all > 1 {
            units += count;
            said += count * all;
            compared += count * all * (all - 1);
            same += count * of_level.iter().map(|of| of * of.saturating_sub(1)).sum::<u64>();
        }
    }
    match compared {
        0 => Measured::undefined(Undefined::NothingToCompare, units, said),
        _ => Measured { value: Ok(same as f64 / compared as f64), units, ratings: said },
    }
}

/// Cohen's kappa of two raters.
fn cohen_of_two(ratings: &Ratings, counts: &[u64], [one, other]: [usize; 2]) -> Measured {
    let (mut first, mut second) = (vec![0_u64; ratings.levels()], vec![0_u64; ratings.levels()]);
    let (mut units, mut same) = (0_u64, 0_u64);
    for (pattern, count) in ratings.weighed(counts) {
        if let (Some(a), Some(b)) = (pattern[one], pattern[other]) {
            first[usize::from(a)] += count;
            second[usize::from(b)] += count;
            units += count;
            same += if a == b { count } else { 0 };
        }
    }
    let by_chance: u64 = first.iter().zip(&second).map(|(a, b)| a * b).sum();
    match units {
        0 => Measured::undefined(Undefined::NothingToCompare, 0, 0),
        _ if by_chance == units * units => Measured::undefined(Undefined::NoVariation, units, 2 * units),
        _ => {
            let all = units as f64;
            let (observed, expected) = (same as f64 / all, by_chance as f64 / (all * all));
            Measured { value: Ok((observed - expected) / (1.0 - expected)), units, ratings: 2 * units }
        }
    }
}

fn cohen(ratings: &Ratings, counts: &[u64]) -> Measured {
    let pairs = (0..ratings.raters()).flat_map(|one| (one + 1..ratings.raters()).map(move |other| [one, other]));
    let of_pairs: Vec<Measured> = pairs.map(|pair| cohen_of_two(ratings, counts, pair)).collect();
    let values: Vec<f64> = of_pairs.iter().filter_map(|measured| measured.value.ok()).collect();
    let (units, said) = of_pairs.iter().fold((0, 0), |(units, said), of| (units + of.units, said + of.ratings));
    if values.is_empty() {
        let is_same = of_pairs.iter().any(|measured| measured.value == Err(Undefined::NoVariation));
        let why = if is_same { Undefined::NoVariation } else { Undefined::NothingToCompare };
        return Measured::undefined(why, units, said);
    }
    Measured { value: Ok(values.iter().sum::<f64>() / values.len() as f64), units, ratings: said }
}

fn fleiss(ratings: &Ratings, counts: &[u64]) -> Measured {
    let raters = ratings.raters() as u64;
    let mut of_level = vec![0_u64; ratings.levels()];
    let (mut units, mut same) = (0_u64, 0_u64);
    for (pattern, count) in ratings.weighed(counts).filter(|(pattern, _)| pattern.iter().all(Option::is_some)) {
        units += count;
        for (known, said) in of_level.iter_mut().zip(levels(pattern, ratings.levels())) {
            *known += count * said;
            same += count * said * said.saturating_sub(1);
        }
    }
    let said = units * raters;
    if units == 0 || raters < 2 {
        return Measured::undefined(Undefined::NothingToCompare, units, said);
    }
    if of_level.contains(&said) {
        return Measured::undefined(Undefined::NoVariation, units, said);
    }
    let observed = same as f64 / (said * (raters - 1)) as f64;
    let expected: f64 = of_level.iter().map(|of| (*of as f64 / said as f64) * (*of as f64 / said as f64)).sum();
    Measured { value: Ok((observed - expected) / (1.0 - expected)), units, ratings: said }
}

fn alpha(ratings: &Ratings, counts: &[u64]) -> Measured {
    let width = ratings.levels();
    let mut coincidences = vec![0.0; width * width];
    let mut of_level = vec![0_u64; width];
    let mut units = 0;
    for (pattern, count) in ratings.weighed(counts) {
        let said = levels(pattern, width);
        let all: u64 = said.iter().sum();
        if all < 2 {
            continue;
        }
        units += count;
        for (one, often) in said.iter().enumerate() {
            of_level[one] += count * often;
            for (other, as_often) in said.iter().enumerate() {
                let pairs = if one == other { often * often.saturating_sub(1) } else { often * as_often };
                coincidences[one * width + other] += (count * pairs) as f64 / (all - 1) as f64;
            }
        }
    }
    let all: u64 = of_level.iter().sum();
    if units == 0 {
        return Measured::undefined(Undefined::NothingToCompare, 0, 0);
    }
    if of_level.contains(&all) {
        return Measured::undefined(Undefined::NoVariation, units, all);
    }
    let (mut observed, mut expected) = (0.0, 0.0);
    for one in 0..width {
        for other in 0..width {
            let distance = ordinal(&of_level, one, other);
            observed += coincidences[one * width + other] * distance;
            expected += (of_level[one] * of_level[other]) as f64 * distance;
        }
    }
    Measured { value: Ok(1.0 - (all - 1) as f64 * observed / expected), units, ratings: all }
}

/// The squared distance of two levels: the ratings at them and between them, those at the two ends by half.
fn ordinal(of_level: &[u64], one: usize, other: usize) -> f64 {
    let (low, high) = (one.min(other), one.max(other));
    if low == high {
        return 0.0;
    }
    let between: u64 = of_level[low..=high].iter().sum();
    let distance = between as f64 - (of_level[low] + of_level[high]) as f64 / 2.0;
    distance * distance
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(measured: Measured) -> f64 {
        measured.value.unwrap()
    }

    #[track_caller]
    fn is(found: f64, published: f64, digits: f64) {
        assert!((found - published).abs() < digits / 2.0 + 1e-12, "{found} is not {published}");
    }

    /// Two raters by a table of counts: rows are what the first says.
    fn cross<const N: usize>(counts: [[usize; N]; N]) -> Ratings {
        let cells = counts.iter().enumerate().flat_map(|(a, row)| row.iter().enumerate().map(move |(b, n)| (a, b, *n)));
        let level = |level: usize| Some(u8::try_from(level).unwrap());
        Ratings::new(N, 2, cells.flat_map(|(a, b, n)| vec![vec![level(a), level(b)]; n]))
    }

    /// Raters by lines of digits, a column for each unit; a dot is missing. The first level is called 1.
    fn lines(levels: usize, raters: &[&str]) -> Ratings {
        let rater = |line: &&str| line.bytes().map(|b| (b != b'.').then(|| b - b'1')).collect::<Vec<_>>();
        let raters: Vec<Vec<Option<u8>>> = raters.iter().map(rater).collect();
        let units = (0..raters[0].len()).map(|unit| raters.iter().map(|rater| rater[unit]).collect());
        Ratings::new(levels, raters.len(), units)
    }

    /// J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968): the proportions of his table, of which he reports the unweighted
    /// kappa of .492, here of 100 cases.
    #[test]
    fn cohens_kappa_is_that_of_his_table() {
        let found = Coefficients::of(&cross([[44, 7, 9], [5, 20, 5], [1, 3, 6]]));
        is(value(found.same), 0.70, 0.01);
        is(value(found.cohen), 0.492, 0.001);
        assert_eq!((found.cohen.units, found.cohen.ratings), (100, 200));
    }

    /// J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971), by the table of ten
    /// subjects, fourteen raters and five categories with which it is taught; kappa .210.
    #[test]
    fn fleiss_kappa_is_that_of_the_table_by_which_it_is_taught() {
        let table = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let unit = |row: &[usize; 5]| {
            row.iter().enumerate().flat_map(|(level, n)| vec![Some(u8::try_from(level).unwrap()); *n]).collect()
        };
        let found = Coefficients::of(&Ratings::new(5, 14, table.iter().map(unit)));
        is(value(found.fleiss), 0.210, 0.001);
        assert_eq!((found.fleiss.units, found.fleiss.ratings), (10, 140));
    }

    /// K. Krippendorff, Computing Krippendorff's alpha-reliability (2011): four observers, twelve units, values missing; the
    /// ordinal alpha is .815. Unit 12 has one value, which is paired with nothing: 40 values in 11 units are.
    #[test]
    fn ordinal_alpha_is_that_of_krippendorffs_example() {
        let found = Coefficients::of(&lines(5, &["123321412...", "1233224125.3", ".3332342251.", "12332441251."]));
        is(value(found.alpha), 0.815, 0.001);
        assert_eq!((found.alpha.units, found.alpha.ratings), (11, 40));
        assert_eq!((found.same.units, found.same.ratings), (11, 40));
        // Of eight units all four say something.
        assert_eq!((found.fleiss.units, found.fleiss.ratings), (8, 32));
    }

    /// none, partial and full of ten pairs: the first says 1 1 1 2 2 2 3 3 3 3, the second 1 1 2 2 2 3 3 3 3 1. They agree on 7;
    /// by chance on .3 · .3 + .3 · .3 + .4 · .4 = .34.
    #[test]
    fn three_levels_of_two_raters_are_counted_by_hand() {
        let found = Coefficients::of(&lines(3, &["1112223333", "1122233331"]));
        is(value(found.same), 0.7, 1e-9);
        is(value(found.cohen), (0.7 - 0.34) / 0.66, 1e-9);
        // Twenty ratings, 6 + 6 + 8: by chance .09 + .09 + .16.
        is(value(found.fleiss), (0.7 - 0.34) / 0.66, 1e-9);
        // Squared distances by counts: 6² between the first two, 7² between the last two, 13² between the ends. Observed, both
        // ways: 2 · (36 + 49 + 169) of 20; by chance 2 · (36 · 36 + 48 · 49 + 48 · 169) of 20 · 19.
        is(value(found.alpha), 1.0 - 19.0 * 508.0 / 23520.0, 1e-9);
    }

    #[test]
    fn where_there_is_nothing_to_compare_or_no_variation_there_is_no_number() {
        let none = Coefficients::of(&Ratings::new(3, 2, []));
        let alone = Coefficients::of(&lines(3, &["12.", "..3"]));
        for found in [none, alone].map(|found| found.all()) {
            assert!(found.iter().all(|(_, measured)| measured.value == Err(Undefined::NothingToCompare)), "{found:?}");
        }
        let same = Coefficients::of(&lines(3, &["222", "222"]));
        assert_eq!(same.same.value, Ok(1.0));
        for measured in [same.cohen, same.fleiss, same.alpha] {
            assert_eq!(measured.value, Err(Undefined::NoVariation));
        }
        // One rater never varies, and the other once: kappa is 0, which is a number.
        assert_eq!(Coefficients::of(&lines(3, &["222", "221"])).cohen.value, Ok(0.0));
    }

    #[test]
    fn of_three_raters_the_mean_of_the_pairs_that_have_one_is_told() {
        let found = Coefficients::of(&lines(2, &["1122", "1122", "1212"]));
        // The first two agree wholly, each with the third as by chance.
        is(value(found.cohen), 1.0 / 3.0, 1e-9);
        assert_eq!((found.cohen.units, found.cohen.ratings), (12, 24));
    }
}
