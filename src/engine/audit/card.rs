//! The reliability card of a table: what can be known about it before anybody relies on it.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::contradiction::Contradictions;
use super::copies::Copy;
use super::related_pairs::{Pair, RelatedPair, is_derived, pairs, stated, turned};
use super::shape::{Shape, shape};
use super::tables::AuditedTables;
use super::witnesses::{TableWitnesses, Witnesses};
use crate::model::{ClauseKind, Direction, Relation, Strength, Subject, Table};
use crate::source::Text;

/// What is known about a table.
#[derive(Debug, Clone)]
pub struct Card<'l> {
    /// The table.
    pub table: &'l Table,
    /// Its rows, one for each `to`.
    pub rows: usize,
    /// The form of its rows.
    pub shape: Shape<'l>,
    /// Of what it states, rows and clauses that relate to nothing, how much says none.
    pub none: Amount,
    /// Of the requirements of `to`, and of those of `from`, how many have a counterpart.
    pub counterparts: [Counterparts; 2],
    /// Of its rows and of what it calls unrelated, how much was reviewed.
    pub reviewed: Amount,
    /// Of the same, what was reviewed before a clause of it changed.
    pub suspect: Amount,
    /// Of the same, how much each of those looked at, in the order of names.
    pub reviewers: Vec<(String, Amount)>,
    /// Of its rows, how many are composed of other tables, by what they or their table say.
    pub derived: Amount,
    /// How many of its pairs other tables confirm, if all were examined.
    pub witnesses: Option<TableWitnesses<'l>>,
    /// How it says again what others say, where it does; that of another table where each of three follows from the others.
    pub copy: Option<Copy<'l>>,
    /// Other audited tables between the same editions, in the order of ids.
    pub others: Vec<Against<'l>>,
}

/// The requirements of an edition with a counterpart in the other one: what has requirements in common with them by a
/// row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counterparts {
    /// Those that a row names.
    pub named: Amount,
    /// Those that a row names, or a heading above them.
    pub with_headings: Amount,
}

/// A table compared with another one between the same editions.
#[derive(Debug, Clone, Copy)]
pub struct Against<'l> {
    /// The other table.
    pub other: &'l Table,
    /// Whether it leads the other way.
    pub is_turned: bool,
    /// Of the pairs that both relate and of which both say how far, how many say the same.
    pub agreement: Amount,
    /// Pairs of which they say different things: how far, or whether anything is shared at all.
    pub conflicts: usize,
    /// Pairs that have requirements in common by both, while one does not say how far in this direction.
    pub open: usize,
    /// Pairs that have requirements in common by this table alone, and of which the other says nothing.
    pub additions: usize,
    /// Pairs that have requirements in common by the other alone, and of which this one says nothing.
    pub missing: usize,
    /// Of the pairs of this table, how many the other one has: the precision of this one if the other is right.
    pub precision: Amount,
    /// Of the pairs of the other, how many this one has: the recall of this one if the other is right.
    pub recall: Amount,
    /// How many of the pairs of both are not a second opinion, because a row of one of them is composed of others.
    pub derived: usize,
}

/// The cards of tables, in the order of ids; the rest is what was found of all audited tables.
pub fn cards<'l>(
    audited: &AuditedTables<'l>,
    shapes: Vec<Shape<'l>>,
    copies: &[Copy<'l>],
    contradictions: &Contradictions<'_>,
) -> Vec<Card<'l>> {
    let witnesses = Witnesses::of(audited, copies, contradictions);
    let card = |shape: Shape<'l>| {
        let witnesses = witnesses.of_table(&shape.table.id).copied();
        Card { witnesses, ..of_shape(audited, shape, copies) }
    };
    shapes.into_iter().map(card).collect()
}

/// The card of one table; it need not be one of those that are audited.
pub fn card<'l>(audited: &AuditedTables<'l>, table: &'l Table, copies: &[Copy<'l>]) -> Card<'l> {
    of_shape(audited, shape(audited, table), copies)
}

fn of_shape<'l>(audited: &AuditedTables<'l>, shape: Shape<'l>, copies: &[Copy<'l>]) -> Card<'l> {
    let table = shape.table;
    let rows: Vec<&Relation> = audited.rows_of(table).map(|row| row.relation).collect();
    let reviews = audited.library.reviews(&table.id);
    // What is unrelated is reviewed as rows are.
    let subjects: Vec<(Subject, &[Text])> = rows
        .iter()
        .map(|row| (Subject::of_row(row), row.reviewed_by.as_slice()))
        .chain(table.unrelated_clauses().map(|clause| (Subject::unrelated(clause), &[][..])))
        .collect();
    let stamp = |subject: &Subject| reviews.and_then(|reviews| reviews.stamp(subject));
    let names = |(subject, reviewed_by): &(Subject, &[Text])| {
        let by = stamp(subject).and_then(|stamp| stamp.by.as_ref());
        reviewed_by.iter().chain(by).map(|name| name.trim().to_owned()).collect::<BTreeSet<_>>()
    };
    let is_suspect =
        |subject: &Subject| reviews.is_some_and(|known| !audited.library.changes_since(known, subject).is_empty());
    let mut reviewers: BTreeMap<String, usize> = BTreeMap::new();
    subjects.iter().flat_map(names).for_each(|name| *reviewers.entry(name).or_default() += 1);
    let says_none = rows.iter().filter(|row| row.forward == Strength::None).count();
    let unrelated = table.unrelated.len();
    let others = audited.tables.iter().filter(|other| other.id != table.id);
    Card {
        table,
        rows: rows.len(),
        none: Amount::new(says_none + unrelated, rows.len() + unrelated),
        counterparts: [Direction::Forward, Direction::Backward].map(|side| counterparts(audited, table, side)),
        reviewed: Amount::among(&subjects, |(subject, names)| !names.is_empty() || stamp(subject).is_some()),
        suspect: Amount::among(&subjects, |(subject, _)| is_suspect(subject)),
        reviewers: reviewers.into_iter().map(|(name, count)| (name, Amount::new(count, subjects.len()))).collect(),
        derived: Amount::among(&rows, |row| is_derived(table, row)),
        witnesses: None,
        copy: copies
            .iter()
            .find(|copy| copy.table.id == table.id)
            .or_else(|| copies.iter().find(|copy| copy.or.iter().any(|other| other.id == table.id)))
            .cloned(),
        others: others.filter_map(|other| against(audited, table, other)).collect(),
        shape,
    }
}

fn counterparts(audited: &AuditedTables<'_>, table: &Table, side: Direction) -> Counterparts {
    let edition = match side {
        Direction::Forward => &table.to,
        Direction::Backward => &table.from,
    };
    let Some(catalog) = audited.library.catalog(edition) else { return Counterparts::default() };
    let mut named = vec![false; catalog.clauses().len()];
    for row in audited.rows_of(table).filter(|row| row.relation.forward.shares_demands()) {
        let ends = match side {
            Direction::Forward => std::slice::from_ref(&row.relation.to),
            // What nothing covers has no counterpart.
            Direction::Backward => row.relation.from.as_slice(),
        };
        for end in ends.iter().filter(|end| end.edition == *edition) {
            catalog.position(&end.number).into_iter().for_each(|at| named[at] = true);
        }
    }
    let requirements = || (0..named.len()).filter(|at| catalog.clauses()[*at].kind == ClauseKind::Requirement);
    let is_heading = |at: &usize| catalog.clauses()[*at].kind == ClauseKind::Heading;
    let by_heading = |at: usize| catalog.ancestors(at).filter(is_heading).any(|above| named[above]);
    Counterparts {
        named: Amount::among(requirements(), |at| named[*at]),
        with_headings: Amount::among(requirements(), |at| named[*at] || by_heading(*at)),
    }
}

/// What a table says about a pair.
#[derive(Clone, Copy)]
struct Saying {
    /// The most that is said; nothing where it is left open how far.
    strength: Option<Strength>,
    shares: bool,
    is_derived: bool,
}

fn sayings(table: &Table, pairs: &[RelatedPair<'_>]) -> BTreeMap<Pair, Saying> {
    let mut all: BTreeMap<Pair, Saying> = BTreeMap::new();
    for related in pairs.iter().filter(|related| related.relation.forward != Strength::Related) {
        let is_open = stated(related.relation, related.direction).is_none();
        let says = Saying {
            strength: (!is_open).then(|| related.strength()),
            shares: related.relation.forward.shares_demands(),
            is_derived: is_derived(table, related.relation),
        };
        all.entry(related.pair)
            .and_modify(|known| {
                known.strength = known.strength.max(says.strength);
                known.shares |= says.shares;
                known.is_derived &= says.is_derived;
            })
            .or_insert(says);
    }
    all
}

fn against<'l>(audited: &AuditedTables<'_>, table: &Table, other: &'l Table) -> Option<Against<'l>> {
    let is_turned = match (&other.from, &other.to) {
        ends if ends == (&table.from, &table.to) => false,
        ends if ends == (&table.to, &table.from) => true,
        _ => return None,
    };
    let least = audited.min_confidence;
    let own = sayings(table, &pairs(table, audited.library, least));
    let theirs = pairs(other, audited.library, least);
    let theirs = sayings(other, &if is_turned { turned(&theirs) } else { theirs });
    let mut against = Against {
        other,
        is_turned,
        agreement: Amount::default(),
        conflicts: 0,
        open: 0,
        additions: 0,
        missing: 0,
        precision: Amount::new(0, own.values().filter(|says| says.shares).count()),
        recall: Amount::new(0, theirs.values().filter(|says| says.shares).count()),
        derived: 0,
    };
    for (pair, ours) in &own {
        match theirs.get(pair) {
            None => against.additions += usize::from(ours.shares),
            Some(said) => against.compare(*ours, *said),
        }
    }
    against.missing = theirs.iter().filter(|(pair, says)| says.shares && !own.contains_key(pair)).count();
    Some(against)
}

impl Against<'_> {
    fn compare(&mut self, ours: Saying, theirs: Saying) {
        if ours.shares && theirs.shares {
            self.precision.count += 1;
            self.recall.count += 1;
        }
        self.derived += usize::from(ours.is_derived || theirs.is_derived);
        match (ours.strength, theirs.strength) {
            (Some(ours), Some(theirs)) => {
                self.agreement.of += 1;
                self.agreement.count += usize::from(ours == theirs);
                self.conflicts += usize::from(ours != theirs);
            }
            // What shares nothing says so in both directions.
            _ if ours.shares != theirs.shares => {
                self.agreement.of += 1;
                self.conflicts += 1;
            }
            _ => self.open += 1,
        }
    }
}
