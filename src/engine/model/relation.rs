//! Relations between clauses, and the set relation that each represents.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::algebra::{Possible, SetRelation};
use super::id::{ClauseId, TableId};
use crate::source::{Span, Text};

/// How far one clause covers another, as a row states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// Not at all.
    None,
    /// The two are connected: a touch point. Requirements in common are not claimed.
    Related,
    /// In part.
    Partial,
    /// Wholly.
    Full,
}

/// The confidence that rows say what their source says, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// A reconstruction, or recalled only.
    Low,
    /// Published, and read in part.
    Medium,
    /// Read in the source.
    High,
}

/// What kind of thing a file is: how its content came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Provenance {
    /// A source document states it.
    Stated,
    /// It is published, and was read at least in part.
    Published,
    /// It is published, and was not read again.
    Recalled,
    /// A community published it, not the publisher of the standards.
    Community,
    /// It is computed from two catalogs.
    Derived,
    /// It is our own; no published source could be read.
    Reconstruction,
}

/// In which stage of an analysis a table was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Several people made it together.
    Joint,
    /// One person made it alone.
    Individual,
    /// Several people agreed on it after each had analysed the clauses alone.
    Consensus,
}

/// Which way a row is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From its `from` to its `to`.
    Forward,
    /// From its `to` to its `from`.
    Backward,
}

/// What is made of a reverse that a row does not state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unstated {
    /// It may be full or not: what follows holds in every reading.
    Open,
    /// It is not full, or the row would say so: the strict reading.
    Partial,
}

/// What a row, read in one direction from a clause c to a clause d, says about their requirements as sets.
/// Where the row leaves it open, the weaker of the possible readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// c and d require the same (EQ).
    Equal,
    /// c requires everything that d requires, and perhaps more (PPi, or PPi or EQ).
    Covers,
    /// d requires everything that c requires, and more (PP).
    Within,
    /// They share something; nothing more is known (PO, or PO or PP).
    Overlaps,
    /// They are connected; whether they share anything is not said.
    Related,
    /// They share nothing (DR).
    Disjoint,
}

/// What most rows have none of: without any it takes the room of one number.
pub type Few<T> = thin_vec::ThinVec<T>;

/// One row: clauses that jointly cover one clause, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The clauses that cover, jointly if there are several; none if the row says that nothing covers `to`.
    pub from: Vec<ClauseId>,
    /// The clause that is covered.
    pub to: ClauseId,
    /// How far `from` covers `to`.
    pub forward: Strength,
    /// How far `to` covers `from`, where the row states it.
    pub reverse: Option<Strength>,
    /// Which lettered items of `to` are meant: few rows say so, and all others take less room.
    pub items: Option<Box<Text>>,
    /// What remains to be done for `to` if `from` is in place, in our own words.
    pub add: Option<Text>,
    /// What remains to be done for `from` if `to` is in place.
    pub add_reverse: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// How sure the row is: its own confidence, or its table's.
    pub confidence: Confidence,
    /// The tables from which it was composed: it is not independent evidence for them.
    pub derived_from: Few<TableId>,
    /// The opinion of each mapper on the pair, in the order of the file, if the row is the result of their agreement or
    /// decision.
    pub said: Few<Said>,
    /// Who reviewed and confirmed the row, each once, in the order of the file.
    pub reviewed_by: Few<Text>,
    /// The position of the row.
    pub span: Span,
}

/// The opinion of one mapper on a pair, kept in the row that resulted from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who said so.
    pub mapper: Text,
    /// How far `from` covers `to`.
    pub forward: Strength,
    /// How far `to` covers `from`, where the mapper said so.
    pub reverse: Option<Strength>,
}

impl Said {
    /// The words as files hold them: `partial`, or with the reverse `partial/full`.
    pub fn words(&self) -> String {
        match self.reverse {
            Some(reverse) => format!("{}/{reverse}", self.forward),
            None => self.forward.to_string(),
        }
    }
}

/// The name and the words: `A. Smith: partial/full`.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.mapper, self.words())
    }
}

impl Reading {
    /// The relations of c to d that the row allows.
    pub const fn possible(self) -> Possible {
        match self {
            Self::Equal => Possible::only(SetRelation::Equal),
            Self::Covers => Possible::COVERS,
            Self::Within => Possible::WITHIN,
            Self::Overlaps => Possible::SHARES,
            Self::Related => Possible::ALL,
            Self::Disjoint => Possible::only(SetRelation::Disjoint),
        }
    }

    /// The strongest reading of sets that holds whichever of these relations it is; nothing where none does, and where
    /// they contradict each other.
    pub fn of(possible: Possible) -> Option<Self> {
        let readings = [Self::Equal, Self::Covers, Self::Within, Self::Overlaps, Self::Disjoint];
        let holds = |reading: &Self| !possible.is_empty() && possible.is_subset(reading.possible());
        readings.into_iter().find(holds)
    }
}

impl Relation {
    /// A row of high confidence that contains only its relation.
    pub fn new(from: Vec<ClauseId>, to: ClauseId, forward: Strength, reverse: Option<Strength>, span: Span) -> Self {
        Self {
            from,
            to,
            forward,
            reverse,
            items: None,
            add: None,
            add_reverse: None,
            note: None,
            confidence: Confidence::High,
            derived_from: Few::new(),
            said: Few::new(),
            reviewed_by: Few::new(),
            span,
        }
    }

    /// The relations of `from` to `to` that the row allows, or backwards. A joint row says for each of its `from` clauses
    /// alone: it is part of all of them together, and overlaps `to`.
    pub fn possible(&self, direction: Direction, unstated: Unstated) -> Possible {
        let only = Possible::only;
        let is_open = self.reverse.is_none() && unstated == Unstated::Open;
        let together = match (self.forward, self.reverse) {
            (Strength::None, _) => return only(SetRelation::Disjoint),
            (Strength::Related, _) => return Possible::ALL,
            (Strength::Full, _) if is_open => Possible::COVERS,
            (Strength::Partial, _) if is_open => only(SetRelation::Overlaps).or(only(SetRelation::Inside)),
            (Strength::Full, Some(Strength::Full)) => only(SetRelation::Equal),
            (Strength::Full, _) => only(SetRelation::Contains),
            (Strength::Partial, Some(Strength::Full)) => only(SetRelation::Inside),
            (Strength::Partial, _) => only(SetRelation::Overlaps),
        };
        let forwards = match self.is_joint() {
            true => Possible::WITHIN.compose(together).and(Possible::SHARES),
            false => together,
        };
        match direction {
            Direction::Forward => forwards,
            Direction::Backward => forwards.converse(),
        }
    }

    /// What the row says when it is read in a direction. A joint row says in its backward reading what holds for each of
    /// its `from` clauses.
    pub fn reading(&self, direction: Direction) -> Reading {
        let is_joint = self.is_joint();
        match (direction, self.forward, self.reverse) {
            (_, Strength::None, _) => Reading::Disjoint,
            (_, Strength::Related, _) => Reading::Related,
            (Direction::Backward, _, Some(Strength::Full)) if is_joint => Reading::Covers,
            (Direction::Backward, _, _) if is_joint => Reading::Overlaps,
            (Direction::Forward, Strength::Full, Some(Strength::Full)) if is_joint => Reading::Covers,
            (_, Strength::Full, Some(Strength::Full)) => Reading::Equal,
            (Direction::Forward, Strength::Full, _) => Reading::Covers,
            (Direction::Backward, Strength::Full, _) => Reading::Within,
            (Direction::Forward, Strength::Partial, Some(Strength::Full)) => Reading::Within,
            (Direction::Backward, Strength::Partial, Some(Strength::Full)) => Reading::Covers,
            (_, Strength::Partial, _) => Reading::Overlaps,
        }
    }

    /// Whether another row says the same, in any position.
    pub fn is_equivalent(&self, other: &Self) -> bool {
        let Self {
            from,
            to,
            forward,
            reverse,
            items,
            add,
            add_reverse,
            note,
            confidence,
            derived_from,
            said,
            reviewed_by,
            span: Span { .. },
        } = self;
        (from, to, forward, reverse) == (&other.from, &other.to, &other.forward, &other.reverse)
            && (items, add, add_reverse) == (&other.items, &other.add, &other.add_reverse)
            && (note, confidence) == (&other.note, &other.confidence)
            && (derived_from, said, reviewed_by) == (&other.derived_from, &other.said, &other.reviewed_by)
    }

    /// What remains to be done for the clause to which a reading in this direction points. An interface is agreed on by
    /// both sides: what a touch point says about one is said about the other, where that has no words of its own.
    pub fn left_to_do(&self, direction: Direction) -> Option<&Text> {
        match (direction, self.forward) {
            (Direction::Forward, _) => self.add.as_ref(),
            (Direction::Backward, Strength::Related) => self.add_reverse.as_ref().or(self.add.as_ref()),
            (Direction::Backward, _) => self.add_reverse.as_ref(),
        }
    }

    /// Whether several clauses cover `to` together.
    pub fn is_joint(&self) -> bool {
        self.from.len() > 1
    }
}

impl Strength {
    /// Whether it says that the two have requirements in common.
    pub fn shares_demands(self) -> bool {
        match self {
            Self::None | Self::Related => false,
            Self::Partial | Self::Full => true,
        }
    }
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Related => "related",
            Self::Partial => "partial",
            Self::Full => "full",
        })
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        })
    }
}

impl Provenance {
    /// Every one there is.
    pub const ALL: [Self; 6] =
        [Self::Stated, Self::Published, Self::Recalled, Self::Community, Self::Derived, Self::Reconstruction];
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Stated => "stated",
            Self::Published => "published",
            Self::Recalled => "recalled",
            Self::Community => "community",
            Self::Derived => "derived",
            Self::Reconstruction => "reconstruction",
        })
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Joint => "joint",
            Self::Individual => "individual",
            Self::Consensus => "consensus",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClauseNumber, EditionId};
    use crate::source::Sources;

    const READINGS: [Reading; 5] =
        [Reading::Equal, Reading::Covers, Reading::Within, Reading::Overlaps, Reading::Disjoint];
    const DIRECTIONS: [Direction; 2] = [Direction::Forward, Direction::Backward];

    /// What is known about a clause, as SEMANTICS.md names it in section 3.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Known {
        Full,
        Some,
        Part,
        Within,
        Maybe,
    }

    impl Known {
        /// The table of section 3: what is known about d, where this is known about c.
        fn step(self, reading: Reading) -> Option<Self> {
            use Known::{Full, Maybe, Part, Some as Piece, Within};
            match (self, reading) {
                (_, Reading::Disjoint | Reading::Related) => None,
                (known, Reading::Equal) => Some(known),
                (Full, Reading::Covers) => Some(Full),
                (Full, Reading::Within | Reading::Overlaps) => Some(Piece),
                (Piece, Reading::Within) => Some(Piece),
                (Piece, Reading::Covers | Reading::Overlaps) => None,
                (Part, Reading::Covers) => Some(Within),
                (Part, Reading::Within) => Some(Piece),
                (Part, Reading::Overlaps) => Some(Maybe),
                (Within, Reading::Covers) => Some(Within),
                (Within, Reading::Within | Reading::Overlaps) => Some(Maybe),
                (Maybe, Reading::Within) => Some(Maybe),
                (Maybe, Reading::Covers | Reading::Overlaps) => None,
            }
        }

        fn level(self) -> &'static str {
            match self {
                Self::Full => "full",
                Self::Some | Self::Part => "partial",
                Self::Within | Self::Maybe => "presumed",
            }
        }
    }

    /// The level of d, where all of c is in place or a part of it, by the possible relations of c to d.
    fn level(start: Known, possible: Possible) -> Option<&'static str> {
        let shares = possible.is_subset(Possible::SHARES);
        match start {
            Known::Full if possible.is_subset(Possible::COVERS) => Some("full"),
            Known::Full => shares.then_some("partial"),
            Known::Part if possible.is_subset(Possible::WITHIN) => Some("partial"),
            Known::Part => shares.then_some("presumed"),
            Known::Some | Known::Within | Known::Maybe => unreachable!("nothing is stated so"),
        }
    }

    /// Goes on along every chain of at most so many rows, and counts them. What is composed has to give the level of what
    /// is known.
    fn follow(start: Known, known: Option<Known>, possible: Possible, links: &[Possible], rows: u32) -> u32 {
        assert_eq!(known.map(Known::level), level(start, possible), "{start:?} over {possible:?}");
        if rows == 0 {
            return 1;
        }
        let next = |link: &Possible| {
            let reading = Reading::of(*link).unwrap();
            follow(start, known.and_then(|known| known.step(reading)), possible.compose(*link), links, rows - 1)
        };
        1 + links.iter().map(next).sum::<u32>()
    }

    #[test]
    fn the_five_things_known_give_what_composition_gives_over_every_chain_of_up_to_five_rows() {
        let links = READINGS[..4].iter().map(|reading| reading.possible()).collect::<Vec<_>>();
        let same = Reading::Equal.possible();
        let chains = [Known::Full, Known::Part].map(|start| follow(start, Some(start), same, &links, 5) - 1);
        assert_eq!(chains.iter().sum::<u32>(), 2728);
    }

    #[test]
    fn they_do_so_however_exactly_each_row_says_what_it_says() {
        let rows = sayings().into_iter().flat_map(|says| [row(says, false), row(says, true)]);
        let allowed = rows.flat_map(|row| {
            let possible =
                |direction| [Unstated::Open, Unstated::Partial].map(|unstated| row.possible(direction, unstated));
            DIRECTIONS.map(possible).concat()
        });
        let mut links: Vec<Possible> = allowed.collect();
        links.sort_unstable();
        links.dedup();
        assert_eq!(links.len(), 10, "{links:?}");
        for start in [Known::Full, Known::Part] {
            follow(start, Some(start), Reading::Equal.possible(), &links, 4);
        }
    }

    type Says = (Strength, Option<Strength>);

    /// All that a row can say, forwards and backwards.
    fn sayings() -> [Says; 8] {
        use Strength::{Full, None as Nothing, Partial};
        [
            (Full, Some(Full)),
            (Full, Some(Partial)),
            (Full, None),
            (Partial, Some(Full)),
            (Partial, Some(Partial)),
            (Partial, None),
            (Nothing, Some(Nothing)),
            (Nothing, None),
        ]
    }

    /// A row between `a`, or `a` and `b` jointly, and `c`.
    fn row((forward, reverse): Says, is_joint: bool) -> Relation {
        let clause = |number: &str| ClauseId {
            edition: EditionId::parse("e:1").unwrap(),
            number: ClauseNumber::parse(number).unwrap(),
        };
        let from = ["a", "b"].map(clause)[..1 + usize::from(is_joint)].to_vec();
        Relation::new(from, clause("c"), forward, reverse, Span::start_of(Sources::default().add("", "")))
    }

    #[test]
    fn a_row_allows_what_section_1_says() {
        use SetRelation::{Contains, Disjoint, Equal, Inside, Overlaps};
        // Where the reverse may be anything, and where it is partial unless it is stated.
        let expected: [(&[SetRelation], &[SetRelation]); 8] = [
            (&[Equal], &[Equal]),
            (&[Contains], &[Contains]),
            (&[Equal, Contains], &[Contains]),
            (&[Inside], &[Inside]),
            (&[Overlaps], &[Overlaps]),
            (&[Inside, Overlaps], &[Overlaps]),
            (&[Disjoint], &[Disjoint]),
            (&[Disjoint], &[Disjoint]),
        ];
        for (says, (open, strict)) in sayings().into_iter().zip(expected) {
            let row = row(says, false);
            for (unstated, expected) in [(Unstated::Open, open), (Unstated::Partial, strict)] {
                let expected = expected.iter().copied().collect::<Possible>();
                assert_eq!(row.possible(Direction::Forward, unstated), expected, "{says:?}");
                assert_eq!(row.possible(Direction::Backward, unstated), expected.converse(), "{says:?}");
            }
        }
    }

    #[test]
    fn a_related_row_allows_everything_and_is_read_so_in_both_directions() {
        for is_joint in [false, true] {
            let row = row((Strength::Related, None), is_joint);
            for direction in DIRECTIONS {
                assert_eq!(row.reading(direction), Reading::Related);
                for unstated in [Unstated::Open, Unstated::Partial] {
                    assert_eq!(row.possible(direction, unstated), Possible::ALL);
                }
            }
        }
        assert_eq!(Reading::Related.possible(), Possible::ALL);
        assert!(!Strength::Related.shares_demands());
    }

    #[test]
    fn a_clause_of_a_joint_row_lies_to_what_they_cover_as_sets_do() {
        let between = |a: u8, b: u8| match (a & !b == 0, b & !a == 0, a & b == 0) {
            (true, true, _) => SetRelation::Equal,
            (true, false, _) => SetRelation::Inside,
            (false, true, _) => SetRelation::Contains,
            (false, false, false) => SetRelation::Overlaps,
            (false, false, true) => SetRelation::Disjoint,
        };
        let sets = || 1..16_u8;
        for says in sayings() {
            let [single, joint] =
                [false, true].map(|is_joint| row(says, is_joint).possible(Direction::Forward, Unstated::Open));
            let worlds = sets().flat_map(|a| sets().flat_map(move |b| sets().map(move |c| (a, b, c))));
            let is_none = says.0 == Strength::None;
            let contributes = |member: u8, c: u8| is_none || member & c != 0;
            let is_so = |&(a, b, c): &(u8, u8, u8)| {
                single.contains(between(a | b, c)) && contributes(a, c) && contributes(b, c)
            };
            assert_eq!(worlds.filter(is_so).map(|(a, _, c)| between(a, c)).collect::<Possible>(), joint, "{says:?}");
        }
    }

    #[test]
    fn a_row_is_read_as_what_it_allows() {
        for (says, direction) in sayings().into_iter().flat_map(|says| DIRECTIONS.map(|direction| (says, direction))) {
            let row = row(says, false);
            for unstated in [Unstated::Open, Unstated::Partial] {
                assert_eq!(Reading::of(row.possible(direction, unstated)), Some(row.reading(direction)), "{says:?}");
            }
        }
        for says in sayings() {
            let row = row(says, true);
            let back = row.possible(Direction::Backward, Unstated::Open);
            assert_eq!(Reading::of(back), Some(row.reading(Direction::Backward)), "{says:?}");
        }
        assert_eq!(READINGS.map(|reading| Reading::of(reading.possible())), READINGS.map(Some));
        assert_eq!([Possible::NONE, Possible::ALL].map(Reading::of), [None, None]);
    }
}
