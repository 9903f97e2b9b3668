//! How each base clause supports the target, pair by pair, and which requirements no base clause supports.

use std::collections::BTreeSet;

use crate::crosswalk::Level;
use crate::model::{ClauseId, Confidence, Direction, EditionId, TableId};
use crate::query::stated::EffectiveStatement;
use crate::query::tally::Tally;
use crate::source::Text;
use crate::survey::map::MapRow;

/// A base clause, and what it gives to the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guideline {
    /// The clause: a requirement, or a heading that is related itself.
    pub clause: ClauseId,
    /// What it is related to itself, in the order of the target's catalog.
    pub related: Vec<Related>,
    /// The headings above it that are related, nearest first, where no row relates the clause itself: their relations are
    /// its own too.
    pub headings: Vec<ClauseId>,
    /// The relations of the clause and of those headings, strongest first, each once; nothing if there are none.
    pub strengths: Vec<Level>,
    /// See [`Guideline::contribution`].
    pub(super) contribution: Level,
    /// Who says on purpose that it is related to nothing.
    pub unrelated: Vec<Unrelated>,
    /// What the assessment states on it.
    pub stated: Option<EffectiveStatement>,
}

/// A requirement or heading of the target to which base clauses are related: one for each pair, however many tables relate it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The row that counts, or what follows through a chain.
    pub row: MapRow,
    /// How it was read; nothing of a chain.
    pub direction: Option<Direction>,
    /// The table that says what to add, where that is another one because the row does not say it.
    pub add_table: Option<TableId>,
    /// What other tables say about the pair.
    pub other_mappings: Vec<OtherMapping>,
    /// Whether the whole base covers the target's clause in full, so that nothing has to be added for it here.
    pub is_covered: bool,
    /// What the assessment states on the target's clause.
    pub stated: Option<EffectiveStatement>,
}

/// What another mapping table says about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherMapping {
    /// The table.
    pub table: TableId,
    /// Its confidence.
    pub confidence: Confidence,
    /// What it says.
    pub agreement: Agreement,
}

/// What a table says about a pair, in addition to the row that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// The same, or nothing that would not go with it.
    Agrees,
    /// The same, but according to itself it was composed of other tables: it is not independent evidence.
    Composed,
    /// Another relation.
    Differs(Level),
    /// That this clause is related to nothing.
    Unrelated(ClauseId),
}

/// That a table says on purpose of a clause, or of a heading above it, that it is related to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrelated {
    /// The clause of which it is said.
    pub clause: ClauseId,
    /// The table.
    pub table: TableId,
    /// Its confidence.
    pub confidence: Confidence,
    /// Why.
    pub note: Option<Text>,
}

/// A requirement of the target that no base clause covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequirement {
    /// The requirement.
    pub clause: ClauseId,
    /// Tables that declare it unrelated; if empty, no table mentions it.
    pub declared_unrelated: Vec<Unrelated>,
    /// The rows that say that base clauses have nothing in common with it.
    pub denied: Vec<MapRow>,
    /// The base clauses that would cover it and do not apply to the organization.
    pub not_applicable: Vec<ClauseId>,
    /// The base clauses that are connected with it, or with a heading above it, and are not said to cover any of it.
    pub touch_points: Vec<ClauseId>,
    /// What the assessment states on it.
    pub stated: Option<EffectiveStatement>,
}

/// The way from a base to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guidelines {
    /// The edition that is in place.
    pub base: EditionId,
    /// The target edition.
    pub target: EditionId,
    /// The requirements of the base and its related headings, in catalog order.
    pub clauses: Vec<Guideline>,
    /// What no base clause covers, in catalog order.
    pub new: Vec<NewRequirement>,
    /// The requirements of the base by what they contribute.
    pub base_tally: Tally,
    /// The requirements of the target, by what the whole base gives to them.
    pub target_tally: Tally,
}

impl Guidelines {
    /// The tables of all that is said.
    pub(super) fn tables(&self) -> BTreeSet<&TableId> {
        let related = self.clauses.iter().flat_map(|line| &line.related);
        let rows = related.flat_map(|related| {
            related.row.tables.iter().chain(related.other_mappings.iter().map(|other| &other.table))
        });
        let said = self
            .clauses
            .iter()
            .flat_map(|line| &line.unrelated)
            .chain(self.new.iter().flat_map(|new| &new.declared_unrelated));
        rows.chain(said.map(|said| &said.table)).collect()
    }
}

impl Guideline {
    /// Full if nothing has to be added for any of its relations, partial if something has to be, none without any.
    pub fn contribution(&self) -> Level {
        self.contribution
    }

    /// Whether all that relates it itself are touch points, of which there is at least one.
    pub fn is_only_touched(&self) -> bool {
        !self.related.is_empty() && self.related.iter().all(|related| related.row.is_touch_point)
    }

    /// The clauses that a row takes together with this one.
    pub fn partners<'r>(&self, related: &'r Related) -> Vec<&'r ClauseId> {
        related.row.from.iter().filter(|clause| **clause != self.clause).collect()
    }
}

impl Related {
    /// Full if nothing has to be added: the relation is full, or the whole base covers the target's clause anyway.
    pub fn contribution(&self) -> Level {
        if self.is_covered { Level::Full } else { self.row.relation }
    }
}
