//! Which pairs of clauses several tables relate, and whether these tables are witnesses of their own.
//!
//! A table or row that says that it was composed of others is not independent evidence, nor is a table that was found
//! to be what two others compose. Tables that repeat each other, reversed or not, are one witness together, and so
//! are those of one source and mapper. A pair with a row that is contradicted in every interpretation is not confirmed.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::contradiction::Contradictions;
use super::copies::{Copy, Original};
use super::related_pairs::{is_derived, pairs};
use super::tables::AuditedTables;
use crate::model::{ClauseId, EditionId, Provenance, Table, TableId};

/// What several tables say about the same pairs of clauses. Pairs are those that have requirements in common, in
/// whichever direction a row leads.
#[derive(Debug, Clone)]
pub struct Witnesses<'l> {
    /// How many of the pairs that rows relate are in two or more tables.
    pub confirmed: Amount,
    /// How many of the pairs that rows relate are in two or more tables that are independent of each other.
    pub independent: Amount,
    /// How many pairs are in two or more tables, but with a row that is contradicted in every interpretation: not
    /// confirmed.
    pub contradicted: usize,
    /// The same for the pairs of each table, in the order of tables.
    pub tables: Vec<TableWitnesses<'l>>,
    /// The pairs that are in several tables of which no two are independent of each other, in the order of their
    /// clauses.
    pub dependent: Vec<DependentPair<'l>>,
}

/// How many pairs of a table other tables confirm.
#[derive(Debug, Clone, Copy)]
pub struct TableWitnesses<'l> {
    /// The table.
    pub table: &'l Table,
    /// Of its pairs, how many another table relates as well.
    pub confirmed: Amount,
    /// Of its pairs, how many it is a witness for itself, and another table independently of it.
    pub independent: Amount,
}

/// A pair that is in several tables but has no two independent witnesses.
#[derive(Debug, Clone)]
pub struct DependentPair<'l> {
    /// The clause whose edition and number come first.
    pub one: ClauseId,
    /// The other clause.
    pub other: ClauseId,
    /// The tables that relate the two, in their order.
    pub tables: Vec<&'l Table>,
}

/// A clause by the number of its edition and its position.
type Place = (u32, u32);

/// That a table relates two clauses, the smaller place first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Saying {
    pair: [Place; 2],
    /// The number of the table.
    table: usize,
    /// Whether the row is a witness, and not composed of others.
    is_witness: bool,
}

impl<'l> Witnesses<'l> {
    /// Counts them; `copies` and `contradictions` are those of the audited tables.
    pub fn of(audited: &AuditedTables<'l>, copies: &[Copy<'l>], contradictions: &Contradictions<'_>) -> Self {
        let contested = contradictions.contested_pairs();
        let editions: BTreeSet<&EditionId> = audited.tables.iter().flat_map(|table| [&table.from, &table.to]).collect();
        let editions: Vec<&EditionId> = editions.into_iter().collect();
        let witness = Witness::of(&audited.tables, copies);
        let sayings = sayings(audited, &editions, &witness);
        let mut counts = vec![[0; 3]; audited.tables.len()];
        let (mut all, mut confirmed, mut independent, mut contradicted, mut dependent) = (0, 0, 0, 0, Vec::new());
        for of_pair in sayings.chunk_by(|one, other| one.pair == other.pair) {
            let mut tables: BTreeMap<usize, bool> = BTreeMap::new();
            of_pair.iter().for_each(|says| *tables.entry(says.table).or_default() |= says.is_witness);
            let witnesses = tables.iter().filter(|(_, is_witness)| **is_witness);
            let groups: BTreeSet<usize> = witnesses.map(|(table, _)| witness.group[*table]).collect();
            all += 1;
            tables.keys().for_each(|table| counts[*table][0] += 1);
            if tables.len() < 2 {
                continue;
            }
            let [Some(one), Some(other)] = of_pair[0].pair.map(|place| clause(audited, &editions, place)) else {
                continue;
            };
            let (one, other) = if one <= other { (one, other) } else { (other, one) };
            if contested.contains(&(&one, &other)) {
                contradicted += 1;
                continue;
            }
            confirmed += 1;
            independent += usize::from(groups.len() > 1);
            for (table, is_witness) in &tables {
                counts[*table][1] += 1;
                counts[*table][2] += usize::from(*is_witness && groups.len() > 1);
            }
            if groups.len() < 2 {
                let tables = tables.keys().map(|table| audited.tables[*table]).collect();
                dependent.push(DependentPair { one, other, tables });
            }
        }
        let of_table = |(table, [all, confirmed, independent]): (&&'l Table, [usize; 3])| TableWitnesses {
            table,
            confirmed: Amount::new(confirmed, all),
            independent: Amount::new(independent, all),
        };
        Self {
            confirmed: Amount::new(confirmed, all),
            independent: Amount::new(independent, all),
            contradicted,
            tables: audited.tables.iter().zip(counts).map(of_table).collect(),
            dependent,
        }
    }

    /// What was counted of one of the tables.
    pub fn of_table(&self, table: &TableId) -> Option<&TableWitnesses<'l>> {
        self.tables.iter().find(|of| of.table.id == *table)
    }
}

fn clause(audited: &AuditedTables<'_>, editions: &[&EditionId], (edition, position): Place) -> Option<ClauseId> {
    let catalog = audited.library.catalog(editions[edition as usize])?;
    let number = catalog.clauses()[position as usize].number.clone();
    Some(ClauseId { edition: catalog.id.clone(), number })
}

/// All that tables say about pairs that have requirements in common, sorted by pairs.
fn sayings(audited: &AuditedTables<'_>, editions: &[&EditionId], witness: &Witness) -> Vec<Saying> {
    let number = |edition: &EditionId| {
        let at = editions.binary_search(&edition).expect("the editions of all tables are there");
        u32::try_from(at).expect("fewer than four billion editions")
    };
    let mut sayings = Vec::new();
    for (at, table) in audited.tables.iter().enumerate() {
        let (from, to) = (number(&table.from), number(&table.to));
        let all = pairs(table, audited.library, audited.min_confidence);
        let sharing = all.iter().filter(|related| related.relation.forward.shares_demands());
        sayings.extend(sharing.map(|related| {
            let mut pair = [(from, related.pair.from), (to, related.pair.to)];
            pair.sort_unstable();
            let is_witness = witness.may_be[at] && !is_derived(table, related.relation);
            Saying { pair, table: at, is_witness }
        }));
    }
    sayings.sort_unstable();
    sayings
}

/// Which tables may be witnesses, and which are one witness together; by their numbers.
struct Witness {
    may_be: Vec<bool>,
    /// The first of the tables that are one witness.
    group: Vec<usize>,
}

impl Witness {
    fn of(tables: &[&Table], copies: &[Copy<'_>]) -> Self {
        let numbers: BTreeMap<&TableId, usize> =
            tables.iter().enumerate().map(|(number, table)| (&table.id, number)).collect();
        let mut witness = Self { may_be: vec![true; tables.len()], group: (0..tables.len()).collect() };
        for table in tables.iter().filter(|table| table.provenance == Some(Provenance::Derived)) {
            witness.may_be[numbers[&table.id]] = false;
        }
        let mut first: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
        for (number, table) in tables.iter().enumerate().filter(|(_, table)| !table.source.trim().is_empty()) {
            let says = (table.source.trim(), table.mapper.as_ref().map(|mapper| mapper.trim()));
            let known = *first.entry(says).or_insert(number);
            witness.join(known, number);
        }
        // Those that repeat one come last, so they are not witnesses if it is not.
        let (composed, repeated): (Vec<_>, Vec<_>) =
            copies.iter().partition(|copy| matches!(copy.original, Original::Composed(..)));
        for copy in composed.into_iter().chain(repeated) {
            let number = |table: &Table| numbers.get(&table.id).copied();
            match copy.original {
                // Of three that follow from each other any may be the one that was composed.
                Original::Composed(..) => {
                    let suspects = copy.or.iter().chain([&copy.table]);
                    suspects.filter_map(|table| number(table)).for_each(|table| witness.may_be[table] = false);
                }
                Original::Turned(other) | Original::Repeated(other) => {
                    if let (Some(table), Some(other)) = (number(copy.table), number(other)) {
                        witness.may_be[table] &= witness.may_be[other];
                        witness.join(table, other);
                    }
                }
            }
        }
        witness
    }

    /// Makes two tables one witness.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.group[one], self.group[other]);
        let (first, last) = (one.min(other), one.max(other));
        self.group.iter_mut().filter(|group| **group == last).for_each(|group| *group = first);
    }
}
