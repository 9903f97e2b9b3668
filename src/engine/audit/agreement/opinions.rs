//! What each of several tables says about the pairs of two editions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::ratings::Ratings;
use crate::model::{Catalog, ClauseId, ClauseKind, Library, Relation, Said, Strength, Table};
use crate::source::Text;

/// The levels of ratings, lowest first: none, partial, full.
const LEVELS: usize = 3;

/// Clauses of one edition, jointly if there are several, and one of the other. Without a clause that covers: that
/// nothing does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The clauses that cover, sorted.
    pub from: Vec<ClauseId>,
    /// The clause that is covered.
    pub to: ClauseId,
}

/// What a table says about how far `from` covers `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// They share nothing.
    None,
    /// In part.
    Partial,
    /// Wholly.
    Full,
    /// They are related; how far one covers the other is not stated, so this is not a level.
    Related,
    /// A row of a table in the other direction relates them and does not state its reverse: they share something.
    Open,
    /// It has no row for the pair, and none that says that one of the two has no counterpart.
    Absent,
}

/// What a table says about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opinion<'l> {
    /// How far `from` covers `to`.
    pub word: Word,
    /// How far `to` covers `from`, where that is stated.
    pub reverse: Option<Strength>,
    /// The row that says so; none where it is said about a clause that it relates to nothing.
    pub row: Option<&'l Relation>,
}

/// A pair with what each mapper says about it, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit<'l> {
    /// The pair.
    pub pair: Pair,
    /// What each says.
    pub opinions: Vec<Opinion<'l>>,
}

/// Whose opinion a table is.
#[derive(Debug, Clone)]
pub struct Mapper<'l> {
    /// Who made the table; its id where it does not say, or another table says the same.
    pub name: Text,
    /// The table.
    pub table: &'l Table,
    /// Whether it leads from the edition that is covered to the one that covers.
    pub is_reversed: bool,
    /// Its rows that are not a pair of the two editions in this direction: joint rows of a table in the other
    /// direction, and rows to a clause of a third edition.
    pub left_out: usize,
}

/// What several tables say about the pairs of two editions.
#[derive(Debug, Clone)]
pub struct Opinions<'l> {
    /// The edition that covers: that of the first table.
    pub from: &'l Catalog,
    /// The edition that is covered.
    pub to: &'l Catalog,
    /// The tables in the order in which they were named.
    pub mappers: Vec<Mapper<'l>>,
    /// The pairs of which at least one table has a row, in the order of `to` and then of `from`.
    pub units: Vec<Unit<'l>>,
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Full => "full",
            Self::Related => "related",
            Self::Open => "open",
            Self::Absent => "no row",
        })
    }
}

impl Word {
    /// All of them, levels first.
    pub const ALL: [Self; 6] = [Self::None, Self::Partial, Self::Full, Self::Related, Self::Open, Self::Absent];

    /// The level that it is, counted from zero; the others are missing values.
    pub fn level(self) -> Option<u8> {
        match self {
            Self::None => Some(0),
            Self::Partial => Some(1),
            Self::Full => Some(2),
            Self::Related | Self::Open | Self::Absent => None,
        }
    }

    /// The strength that it is.
    pub fn strength(self) -> Option<Strength> {
        match self {
            Self::None => Some(Strength::None),
            Self::Partial => Some(Strength::Partial),
            Self::Full => Some(Strength::Full),
            Self::Related => Some(Strength::Related),
            Self::Open | Self::Absent => None,
        }
    }

    fn of(strength: Strength) -> Self {
        match strength {
            Strength::None => Self::None,
            Strength::Related => Self::Related,
            Strength::Partial => Self::Partial,
            Strength::Full => Self::Full,
        }
    }
}

impl<'l> Opinion<'l> {
    const ABSENT: Self = Self { word: Word::Absent, reverse: None, row: None };
    const NONE: Self = Self { word: Word::None, reverse: None, row: None };

    /// The words of the opinion, as in `partial/full`; nothing if there is none.
    pub fn said(&self, mapper: &Text) -> Option<Said> {
        Some(Said { mapper: mapper.clone(), forward: self.word.strength()?, reverse: self.reverse })
    }

    fn of(row: &'l Relation, is_reversed: bool) -> Self {
        let word = Word::of(row.forward);
        if !is_reversed {
            return Self { word, reverse: row.reverse, row: Some(row) };
        }
        match (row.forward, row.reverse) {
            (Strength::None | Strength::Related, _) => Self { word, reverse: row.reverse, row: Some(row) },
            (forward, Some(reverse)) => Self { word: Word::of(reverse), reverse: Some(forward), row: Some(row) },
            (forward, None) => Self { word: Word::Open, reverse: Some(forward), row: Some(row) },
        }
    }
}

/// The rows of a table by pair, and of which clauses it says that they relate to nothing.
struct SaidBy<'l> {
    of_pair: BTreeMap<Pair, Opinion<'l>>,
    /// Clauses of either edition.
    nothing: BTreeMap<ClauseId, Option<&'l Relation>>,
    left_out: usize,
}

impl<'l> SaidBy<'l> {
    fn of(table: &'l Table, (from, to): (&Catalog, &Catalog), is_reversed: bool) -> Self {
        let mut said = Self { of_pair: BTreeMap::new(), nothing: BTreeMap::new(), left_out: 0 };
        let own = if is_reversed { to } else { from };
        for number in table.unrelated.keys() {
            said.nothing.insert(ClauseId { edition: own.id.clone(), number: number.clone() }, None);
        }
        for row in &table.rows {
            let pair = match (is_reversed, row.from.as_slice()) {
                (_, []) => {
                    said.nothing.insert(row.to.clone(), Some(row));
                    continue;
                }
                (true, [one]) => Pair { from: vec![row.to.clone()], to: one.clone() },
                (true, _) => {
                    said.left_out += 1;
                    continue;
                }
                (false, several) => {
                    let mut several = several.to_vec();
                    several.sort();
                    Pair { from: several, to: row.to.clone() }
                }
            };
            if pair.to.edition != to.id || !pair.from.iter().any(|clause| clause.edition == from.id) {
                said.left_out += 1;
                continue;
            }
            let opinion = Opinion::of(row, is_reversed);
            // A pair may be related and more than that: the level counts.
            let known = said.of_pair.entry(pair).or_insert(opinion);
            if known.word.level().is_none() {
                *known = opinion;
            }
        }
        said
    }

    /// What is said about a pair without a row of its own: nothing is shared where that is said about a clause or about
    /// a heading above it.
    fn opinion(&self, pair: &Pair, editions: (&Catalog, &Catalog)) -> Opinion<'l> {
        if let Some(opinion) = self.of_pair.get(pair) {
            return *opinion;
        }
        let over_to = with_headings(&pair.to, editions);
        if let Some(row) = over_to.iter().find_map(|clause| self.nothing.get(clause)) {
            return Opinion { row: *row, ..Opinion::NONE };
        }
        let is_nothing = |clause: &ClauseId| {
            let above = with_headings(clause, editions);
            let is_none = |from: &ClauseId, to: &ClauseId| {
                let pair = Pair { from: vec![from.clone()], to: to.clone() };
                self.of_pair.get(&pair).is_some_and(|opinion| opinion.word == Word::None)
            };
            above.iter().any(|from| self.nothing.contains_key(from) || over_to.iter().any(|to| is_none(from, to)))
        };
        if !pair.from.is_empty() && pair.from.iter().all(is_nothing) { Opinion::NONE } else { Opinion::ABSENT }
    }
}

/// A clause and the headings above it.
fn with_headings(clause: &ClauseId, (from, to): (&Catalog, &Catalog)) -> Vec<ClauseId> {
    let catalog = if clause.edition == to.id { to } else { from };
    let mut all = vec![clause.clone()];
    if let Some(position) = catalog.position(&clause.number).filter(|_| clause.edition == catalog.id) {
        let above = catalog.ancestors(position).map(|above| &catalog.clauses()[above]);
        let headings = above.filter(|above| above.kind == ClauseKind::Heading);
        all.extend(headings.map(|above| ClauseId { edition: catalog.id.clone(), number: above.number.clone() }));
    }
    all
}

impl<'l> Opinions<'l> {
    /// What tables of one pair of editions say, in the direction of the first; nothing where its editions are not in the library, and
    /// the table that relates other editions, if there is one.
    pub fn of(tables: &[&'l Table], library: &'l Library) -> Result<Self, Option<&'l Table>> {
        let first = tables.first().ok_or(None)?;
        let (Some(from), Some(to)) = (library.catalog(&first.from), library.catalog(&first.to)) else {
            return Err(None);
        };
        let mut mappers = Vec::new();
        let mut said = Vec::new();
        for table in tables {
            let is_reversed = (&table.from, &table.to) == (&to.id, &from.id) && from.id != to.id;
            if !is_reversed && (&table.from, &table.to) != (&from.id, &to.id) {
                return Err(Some(table));
            }
            let says = SaidBy::of(table, (from, to), is_reversed);
            mappers.push(Mapper { name: name(table, tables), table, is_reversed, left_out: says.left_out });
            said.push(says);
        }
        let mut pairs: BTreeSet<Pair> = said.iter().flat_map(|said| said.of_pair.keys().cloned()).collect();
        let named: BTreeSet<ClauseId> = pairs.iter().map(|pair| pair.to.clone()).collect();
        let nothing = said.iter().flat_map(|said| said.nothing.keys());
        let alone = nothing.filter(|clause| clause.edition == to.id && !named.contains(*clause));
        let alone: Vec<Pair> = alone.map(|to| Pair { from: Vec::new(), to: to.clone() }).collect();
        pairs.extend(alone);
        let mut pairs: Vec<Pair> = pairs.into_iter().collect();
        let place = |clause: &ClauseId| (if clause.edition == to.id { to } else { from }).position(&clause.number);
        pairs.sort_by_cached_key(|pair| {
            (place(&pair.to), pair.from.iter().map(place).collect::<Vec<_>>(), pair.clone())
        });
        let unit = |pair: Pair| {
            let opinions = said.iter().map(|said| said.opinion(&pair, (from, to))).collect();
            Unit { pair, opinions }
        };
        Ok(Self { from, to, mappers, units: pairs.into_iter().map(unit).collect() })
    }

    /// The ratings of some units; what is absent is a missing value, or none.
    pub fn ratings<'u>(&self, units: impl IntoIterator<Item = &'u Unit<'l>>, absent_is_none: bool) -> Ratings
    where
        'l: 'u,
    {
        let level = |opinion: &Opinion<'_>| match opinion.word {
            Word::Absent if absent_is_none => Word::None.level(),
            word => word.level(),
        };
        let said = units.into_iter().map(|unit| unit.opinions.iter().map(level).collect());
        Ratings::new(LEVELS, self.mappers.len(), said)
    }
}

/// Who made a table, where no other says the same; else its id.
fn name(table: &Table, tables: &[&Table]) -> Text {
    let said = |table: &Table| table.mapper.as_ref().map(|mapper| mapper.trim().to_owned());
    let own = said(table).filter(|own| tables.iter().filter(|other| said(other).as_ref() == Some(own)).count() == 1);
    own.unwrap_or_else(|| table.id.to_string()).into()
}
