//! Which pairs of clauses several tables relate, and whether these tables are witnesses of their own.
//!
//! A table or row that says that it was composed of others is no witness, nor is a table that was found to be what two others
//! compose. Tables that repeat each other, turned round or not, are one witness together.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::copies::{Copy, Original};
use super::related_pairs::{is_derived, pairs};
use super::tables::AuditedTables;
use crate::model::{ClauseId, EditionId, Provenance, Table, TableId};

/// What several tables say of the same pairs of clauses. Pairs are those that share demands, in whichever direction a row leads.
#[derive(Debug, Clone)]
pub struct Witnesses<'l> {
    /// Of the pairs that rows relate, how many stand in two tables or more.
    pub confirmed: Amount,
    /// Of the pairs that rows relate, how many stand in two tables or more that are independent of each other.
    pub independent: Amount,
    /// The same for the pairs of each table, in the order of tables.
    pub tables: Vec<TableWitnesses<'l>>,
    /// The pairs that stand in several tables of which no two are independent of each other, in the order of their clauses.
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

/// A pair that stands in several tables and has no two independent witnesses.
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
    /// Counts them; `copies` are those among the audited tables.
    pub fn of(audited: &AuditedTables<'l>, copies: &[Copy<'l>]) -> Self {
        let editions: BTreeSet<&EditionId> = audited.tables.iter().flat_map(|table| [&table.from, &table.to]).collect();
        let editions: Vec<&EditionId> = editions.into_iter().collect();
        let witness = Witness::of(copies);
        let sayings = sayings(audited, &editions, &witness);
        let mut counts = vec![[0; 3]; audited.tables.len()];
        let (mut all, mut confirmed, mut independent, mut dependent) = (0, 0, 0, Vec::new());
        for of_pair in sayings.chunk_by(|one, other| one.pair == other.pair) {
            let mut tables: BTreeMap<usize, bool> = BTreeMap::new();
            of_pair.iter().for_each(|says| *tables.entry(says.table).or_default() |= says.is_witness);
            let group = |table: usize| witness.group(&audited.tables[table].id);
            let groups: BTreeSet<&TableId> =
                tables.iter().filter(|(_, is_witness)| **is_witness).map(|(table, _)| group(*table)).collect();
            all += 1;
            confirmed += usize::from(tables.len() > 1);
            independent += usize::from(groups.len() > 1);
            for (table, is_witness) in &tables {
                counts[*table][0] += 1;
                counts[*table][1] += usize::from(tables.len() > 1);
                counts[*table][2] += usize::from(*is_witness && groups.len() > 1);
            }
            if tables.len() > 1 && groups.len() < 2 {
                let [one, other] = of_pair[0].pair.map(|place| clause(audited, &editions, place));
                let tables = tables.keys().map(|table| audited.tables[*table]).collect();
                dependent.extend(one.zip(other).map(|(one, other)| DependentPair { one, other, tables }));
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

/// All that tables say of pairs that share demands, sorted by pairs.
fn sayings(audited: &AuditedTables<'_>, editions: &[&EditionId], witness: &Witness<'_>) -> Vec<Saying> {
    let number = |edition: &EditionId| {
        let at = editions.binary_search(&edition).expect("the editions of all tables are there");
        u32::try_from(at).expect("fewer than four billion editions")
    };
    let mut sayings = Vec::new();
    for (at, table) in audited.tables.iter().enumerate() {
        let (from, to) = (number(&table.from), number(&table.to));
        let is_witness = witness.may_be(&table.id) && table.provenance != Some(Provenance::Derived);
        let all = pairs(table, audited.library, audited.min_confidence);
        let sharing = all.iter().filter(|related| related.relation.forward.shares_demands());
        sayings.extend(sharing.map(|related| {
            let mut pair = [(from, related.pair.from), (to, related.pair.to)];
            pair.sort_unstable();
            let is_witness = is_witness && !is_derived(table, related.relation);
            Saying { pair, table: at, is_witness }
        }));
    }
    sayings.sort_unstable();
    sayings
}

/// Which tables are no witnesses, and which are one witness together.
struct Witness<'l> {
    composed: BTreeSet<&'l TableId>,
    /// Of each table that repeats another one, that one.
    repeats: BTreeMap<&'l TableId, &'l TableId>,
}

impl<'l> Witness<'l> {
    fn of(copies: &[Copy<'l>]) -> Self {
        let mut witness = Self { composed: BTreeSet::new(), repeats: BTreeMap::new() };
        for copy in copies {
            match copy.original {
                // Of three that follow from each other any may be the one that was composed.
                Original::Composed(..) => {
                    witness.composed.extend(copy.or.iter().chain([&copy.table]).map(|table| &table.id));
                }
                Original::Turned(other) | Original::Repeated(other) => {
                    witness.repeats.insert(&copy.table.id, &other.id);
                }
            }
        }
        witness
    }

    /// The first of the tables that repeat each other.
    fn group<'t>(&self, table: &'t TableId) -> &'t TableId
    where
        'l: 't,
    {
        // What is repeated has an id before that of what repeats it, so that this ends.
        let mut group = table;
        while let Some(earlier) = self.repeats.get(group) {
            group = earlier;
        }
        group
    }

    /// Whether a table may be a witness: neither it nor the one that it repeats is what others compose.
    fn may_be(&self, table: &TableId) -> bool {
        !self.composed.contains(self.group(table))
    }
}
