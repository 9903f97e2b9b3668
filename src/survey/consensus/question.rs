//! The question of what mappers agree on, and the table that comes of it.

use std::collections::BTreeMap;

use super::decisions::{Decided, pair};
use crate::audit::agreement::{Difference, Directions, Opinions, Pair, RowChange, Unit};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::model::{Possible, Relation, Stage, Table, TableId};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::source::Text;
use crate::survey::agree::{Absent, opinions};

/// How consensus is reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::Args)]
pub struct Consensus {
    /// The meaning of a missing row for a pair for which another table has one, unless the table says that one of the
    /// two has no counterpart: with missing the pair remains to be decided
    #[arg(long, value_enum, default_value_t = Absent::Missing)]
    pub absent: Absent,
}

/// What the result says about itself.
#[derive(Debug, Clone)]
pub struct ConsensusHead {
    /// Its id.
    pub id: TableId,
    /// A description, in one line.
    pub title: Option<Text>,
    /// When the mappers agreed.
    pub date: Option<Text>,
    /// The tables that it names under derived-from. They have to exist when it is read.
    pub derived_from: Vec<TableId>,
    /// What the decisions were read from.
    pub decisions: Option<String>,
}

/// What a table of the other direction says in addition to the result.
#[derive(Debug, Clone)]
pub struct OppositeDirection {
    /// The table.
    pub table: TableId,
    /// The pairs of which both say something, each with how `from` can lie to `to` by both, and what was said.
    pub pairs: Vec<(Pair, Relation, Relation, Possible, bool)>,
    /// How many pairs only the result relates.
    pub only_forward: usize,
    /// How many only the table of the other direction relates.
    pub only_backward: usize,
}

/// What mappers agree on.
#[derive(Debug, Clone)]
pub struct Reached<'l> {
    /// What each says about every pair.
    pub opinions: Opinions<'l>,
    /// The tables that were compared, those of the other direction too, in the order in which they were named.
    pub tables: Vec<&'l Table>,
    /// The table: what all agree on, and what was decided.
    pub table: Table,
    /// How many rows all agree on.
    pub agreed: usize,
    /// How many rows the decisions made.
    pub decided: usize,
    /// How many of the decided ones no mapper had proposed.
    pub added: usize,
    /// How many decided ones say what all agree on.
    pub repeated: usize,
    /// How many rows of the decisions are none since it was decided that nothing covers their clause.
    pub settled: usize,
    /// How many of those have texts of their own, which no row has.
    pub repeated_texts: usize,
    /// What is left to decide, with what it is about.
    pub undecided: Vec<(Unit<'l>, Difference)>,
    /// What of the mappers' rows the rows on which all agree do not have as each of them says it: of how many rows.
    pub changes: BTreeMap<RowChange, usize>,
    /// The pairs whose reverse only some state, so that the row states none.
    pub open_reverses: Vec<Pair>,
    /// Clauses that only some call unrelated.
    pub partly_unrelated: Vec<String>,
    /// The tables in the other direction.
    pub opposite: Vec<OppositeDirection>,
}

impl Consensus {
    /// What tables of one direction agree on, with decided rows; tables of the other direction are compared with the result. All that is
    /// wrong with the decisions is reported.
    pub fn ask<'l>(
        &self,
        case: Case<'l>,
        tables: &[&'l Table],
        head: &ConsensusHead,
        decisions: &[Relation],
    ) -> Result<Result<Reached<'l>, Vec<Diagnostic>>, Refusal> {
        // Whether they are all of one pair of editions is reported before anything else.
        opinions(tables, case.library)?;
        let first = tables[0];
        let (votes, others): (Vec<&Table>, Vec<&Table>) =
            tables.iter().copied().partition(|table| table.from == first.from);
        if votes.len() < 2 {
            return Err(Refusal::new(
                format!("{} is the only table from {} to {}", first.id, first.from, first.to),
                "name two or more tables of the same direction; those of the other direction are compared with the result",
            ));
        }
        let opinions = opinions(&votes, case.library)?;
        let span = first.span;
        let found = opinions.consensus(self.absent == Absent::None, span);
        let open_reverses: Vec<Pair> =
            found.agreed.iter().filter(|one| one.leaves_reverse_open).map(|one| pair(&one.row)).collect();
        let decided = match Decided::of(decisions, &found, &opinions, span) {
            Ok(decided) => decided,
            Err(faults) => return Ok(Err(faults)),
        };
        let agreed = found.agreed.len();
        let mut changes: BTreeMap<RowChange, usize> = BTreeMap::new();
        found.agreed.iter().flat_map(|one| &one.changes).for_each(|change| *changes.entry(*change).or_default() += 1);
        let undecided: Vec<(Unit<'l>, Difference)> = found
            .undecided
            .iter()
            .filter(|one| decided.open.contains(&one.unit.pair))
            .map(|one| (one.unit.clone(), one.difference))
            .collect();
        let Decided { rows: by_decision, added, repeated, repeated_texts, settled, .. } = decided;
        let decided = by_decision.len();
        let mut rows: Vec<Relation> = found.agreed.iter().map(|one| one.row.clone()).chain(by_decision).collect();
        let place = |row: &Relation| {
            let from: Vec<_> = row.from.iter().map(|clause| opinions.from.position(&clause.number)).collect();
            (opinions.to.position(&row.to.number), from)
        };
        rows.sort_by_cached_key(place);
        let names: Vec<String> = opinions.mappers.iter().map(|mapper| mapper.name.to_string()).collect();
        let opposite = others.iter().map(|other| opposite(&rows, other)).collect();
        let table = Table {
            title: head.title.clone(),
            source: source(&votes).into(),
            confidence: opinions.least_confidence(),
            provenance: first.provenance.filter(|one| votes.iter().all(|table| table.provenance == Some(*one))),
            method: Some(method(&votes, agreed, decided, undecided.len(), head).into()),
            mapper: Some(names.join(", ").into()),
            date: head.date.clone(),
            stage: Some(Stage::Consensus),
            derived_from: head.derived_from.clone(),
            is_draft: !undecided.is_empty(),
            unrelated: found.unrelated.iter().cloned().collect::<BTreeMap<_, _>>().into(),
            rows: rows.into(),
            ..Table::new(head.id.clone(), first.from.clone(), first.to.clone(), span)
        };
        let partly_unrelated = found.partly_unrelated.iter().map(ToString::to_string).collect();
        drop(found);
        Ok(Ok(Reached {
            tables: tables.to_vec(),
            table,
            agreed,
            decided,
            added,
            repeated,
            repeated_texts,
            settled,
            undecided,
            changes,
            open_reverses,
            partly_unrelated,
            opposite,
            opinions,
        }))
    }
}

/// The sources of tables, each once.
fn source(tables: &[&Table]) -> String {
    let mut sources: Vec<&str> = Vec::new();
    for source in tables.iter().map(|table| table.source.trim()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources.join("; ")
}

/// How the table came about, in words.
fn method(tables: &[&Table], agreed: usize, decided: usize, open: usize, head: &ConsensusHead) -> String {
    let by = |table: &&Table| {
        let made: Vec<String> = table
            .stage
            .map(|stage| stage.to_string())
            .into_iter()
            .chain(table.date.as_ref().map(ToString::to_string))
            .chain([format!("version {}", table.version)])
            .collect();
        format!("{} ({})", table.id, made.join(", "))
    };
    let tables: Vec<String> = tables.iter().map(by).collect();
    let from = head.decisions.as_ref().map(|from| format!(" in {from}")).unwrap_or_default();
    let decided = match decided {
        0 => String::new(),
        some => format!("; {} decided{from}", counted(some, "row was", "rows were")),
    };
    let open = match open {
        0 => String::new(),
        some => format!("; {} undecided", counted(some, "pair is", "pairs are")),
    };
    format!(
        "Consensus of {}: {} all say{decided}{open}.",
        tables.join(", "),
        counted(agreed, "row is what", "rows are what")
    )
}

fn opposite(rows: &[Relation], other: &Table) -> OppositeDirection {
    let found = Directions::of(rows, other);
    let told = |one: &crate::audit::agreement::BothWays<'_>| {
        let pair = Pair { from: vec![one.from.clone()], to: one.to.clone() };
        (pair, one.forward.clone(), one.backward.clone(), one.possible, one.complements())
    };
    OppositeDirection {
        table: other.id.clone(),
        only_forward: found.only_forward,
        only_backward: found.only_backward,
        pairs: found.pairs.iter().map(told).collect(),
    }
}

impl OppositeDirection {
    /// The pairs of which no two sets can be what both say.
    pub fn contradictions(&self) -> impl Iterator<Item = &(Pair, Relation, Relation, Possible, bool)> {
        self.pairs.iter().filter(|(.., possible, _)| possible.is_empty())
    }

    /// The pairs of which the two together say more than the result alone.
    pub fn complements(&self) -> impl Iterator<Item = &(Pair, Relation, Relation, Possible, bool)> {
        self.pairs.iter().filter(|(.., complements)| *complements)
    }
}
