//! The rows between two editions become guidelines: each pair once, by the row that counts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::guideline::{Agreement, Guideline, Guidelines, NewRequirement, OtherMapping, Related, Unrelated};
use crate::crosswalk::Level;
use crate::diagnostic::Refusal;
use crate::model::{Catalog, Clause, ClauseId, ClauseKind, Direction, Relation, Status, Table};
use crate::query::case::{Assessed, Case};
use crate::query::map::MapRow;
use crate::query::stated::EffectiveStatement;
use crate::query::tally::Tally;

/// A row between the two editions as read from base to target.
struct DirectedRow {
    row: MapRow,
    direction: Direction,
    /// Whether it says what holds at the least, since its table leaves this direction open.
    is_lower_bound: bool,
}

/// All that is gathered before clauses are told one by one.
struct Gathered<'a> {
    case: Case<'a>,
    assessed: Option<Assessed<'a>>,
    base: &'a Catalog,
    target: &'a Catalog,
    related: Vec<Related>,
    unrelated: Vec<Unrelated>,
}

/// Answers from the rows between the two editions alone, in both directions of reading.
pub(super) fn guidelines<'a>(
    case: Case<'a>,
    assessed: Option<Assessed<'a>>,
    base: &'a Catalog,
    target: &'a Catalog,
) -> Result<Guidelines, Refusal> {
    let unrelated = unrelated(case, base, target)?;
    let mut gathered = Gathered { case, assessed, base, target, related: Vec::new(), unrelated };
    gathered.related = gathered.pairs();
    let clauses: Vec<Guideline> =
        base.clauses().iter().filter_map(|clause| gathered.guideline(&id(base, clause))).collect();
    let given = clauses.iter().filter(|line| gathered.is_requirement(&line.clause));
    let given = Tally::of(given.map(|line| gathered.applies(&line.clause).then(|| line.contribution())));
    let levels = gathered.levels();
    let level = |clause: &ClauseId| levels.get(clause).copied().unwrap_or(Level::None);
    let requirements: Vec<&ClauseId> = case.crosswalk.requirements(&target.id).collect();
    let taken = Tally::of(requirements.iter().map(|clause| gathered.applies(clause).then(|| level(clause))));
    let new = requirements.into_iter().filter(|clause| level(clause) == Level::None);
    let new = new.map(|clause| gathered.uncovered(clause)).collect();
    Ok(Guidelines {
        base: base.id.clone(),
        target: target.id.clone(),
        clauses,
        new,
        base_tally: given,
        target_tally: taken,
    })
}

impl Gathered<'_> {
    /// What is related, in the order of the target's catalog.
    fn pairs(&self) -> Vec<Related> {
        let mut pairs: BTreeMap<(Vec<ClauseId>, ClauseId), Vec<DirectedRow>> = BTreeMap::new();
        for reading in directed_rows(self.case, self.base, self.target) {
            let mut from = reading.row.from.clone();
            from.sort_unstable();
            pairs.entry((from, reading.row.to.clone())).or_default().push(reading);
        }
        let mut related: Vec<Related> = pairs.into_values().filter_map(|readings| self.preferred(readings)).collect();
        related.sort_by_key(|related| self.target.position(&related.row.to.number));
        related
    }

    /// One row for a pair: one that says how far it covers before a touch point, one that states this direction before one
    /// that leaves it open, then the most confident, then the weakest, then the first in the order of tables.
    fn preferred(&self, mut readings: Vec<DirectedRow>) -> Option<Related> {
        readings.sort_by_key(|reading| {
            let row = &reading.row;
            (row.is_touch_point, reading.is_lower_bound, Reverse(row.confidence), row.relation)
        });
        let mut readings = readings.into_iter();
        let DirectedRow { mut row, direction, is_lower_bound: is_least } = readings.next()?;
        let (mut add_by, mut others) = (None, Vec::new());
        let tables = row.tables.clone();
        for other in readings.filter(|other| other.row.tables != tables) {
            let (Some(table), Some(confidence)) = (other.row.tables.first(), other.row.confidence) else { continue };
            if row.relation == Level::Partial && row.add.is_none() && other.row.add.is_some() {
                row.add = other.row.add;
                row.items = row.items.or(other.row.items);
                add_by = Some(table.clone());
            }
            let agrees = row.relation == other.row.relation
                || other.row.is_touch_point
                || is_least && other.row.relation > row.relation
                || other.is_lower_bound && other.row.relation < row.relation;
            let agreement = if agrees { Agreement::Agrees } else { Agreement::Differs(other.row.relation) };
            others.push(OtherMapping { table: table.clone(), confidence, agreement });
        }
        for clause in row.from.iter().chain([&row.to]) {
            others.extend(self.declared_unrelated(clause).into_iter().filter(|_| row.relation > Level::None).map(
                |said| OtherMapping {
                    table: said.table,
                    confidence: said.confidence,
                    agreement: Agreement::Unrelated(said.clause),
                },
            ));
        }
        let stated = self.stated(&row.to);
        Some(Related { row, direction, add_table: add_by, other_mappings: others, stated })
    }

    /// What is told of a clause of the base; nothing of a heading that is not related, and of what asks for nothing.
    fn guideline(&self, clause: &ClauseId) -> Option<Guideline> {
        let base = self.base;
        let position = base.position(&clause.number)?;
        let of = |clause: &ClauseId| -> Vec<&Related> {
            self.related.iter().filter(|related| related.row.from.contains(clause)).collect()
        };
        let related: Vec<Related> = of(clause).into_iter().cloned().collect();
        match base.clauses()[position].kind {
            ClauseKind::Requirement => {}
            ClauseKind::Heading if !related.is_empty() => {}
            ClauseKind::Heading | ClauseKind::Informative => return None,
        }
        let is_heading = |above: &usize| base.clauses()[*above].kind == ClauseKind::Heading;
        let above = base.ancestors(position).filter(is_heading).map(|above| id(base, &base.clauses()[above]));
        let covers = |heading: &ClauseId| of(heading).iter().any(|related| !related.row.is_touch_point);
        let headings: Vec<ClauseId> = above.filter(covers).collect();
        let strengths: BTreeSet<Reverse<Level>> = related
            .iter()
            .chain(headings.iter().flat_map(of))
            .map(|related| Reverse(related.row.relation))
            .filter(|Reverse(relation)| *relation > Level::None)
            .collect();
        Some(Guideline {
            clause: clause.clone(),
            related,
            headings,
            unrelated: self.declared_unrelated(clause),
            strengths: strengths.into_iter().map(|Reverse(strength)| strength).collect(),
            stated: self.stated(clause),
        })
    }

    /// What the whole of the base, so far as it applies, gives to the requirements of the target over one row.
    fn levels(&self) -> BTreeMap<ClauseId, Level> {
        let mut levels: BTreeMap<ClauseId, Level> = BTreeMap::new();
        for related in &self.related {
            let row = &related.row;
            let is_given = |clause: &&ClauseId| clause.edition == self.base.id && self.applies(clause);
            // A joint row gives a part where one of its clauses is missing.
            let gained = match row.from.iter().filter(is_given).count() {
                0 => Level::None,
                given if given < row.from.len() => row.relation.min(Level::Partial),
                _ => row.relation,
            };
            let gained = if self.is_requirement(&row.to) {
                gained
            } else {
                gained.min(Level::Presumed).max(if gained == Level::Full { gained } else { Level::None })
            };
            for requirement in self.case.crosswalk.requirements_of(&row.to) {
                let level = levels.entry(requirement.clone()).or_insert(Level::None);
                *level = gained.max(*level);
            }
        }
        levels
    }

    fn uncovered(&self, clause: &ClauseId) -> NewRequirement {
        let lineage = with_ancestors(self.target, clause);
        let leads_here = |related: &&Related| related.row.relation > Level::None && lineage.contains(&related.row.to);
        let is_touched = |related: &&Related| related.row.is_touch_point && lineage.contains(&related.row.to);
        let leading: Vec<&Related> = self.related.iter().filter(leads_here).collect();
        let is_lost = |clause: &ClauseId| leading.iter().any(|related| related.row.from.contains(clause));
        let touching: Vec<&Related> = self.related.iter().filter(|related| is_touched(related)).collect();
        let touches = |clause: &ClauseId| touching.iter().any(|related| related.row.from.contains(clause));
        let clauses = || self.base.clauses().iter().map(|clause| id(self.base, clause));
        NewRequirement {
            clause: clause.clone(),
            declared_unrelated: self.declared_unrelated(clause),
            not_applicable: clauses().filter(is_lost).collect(),
            touch_points: clauses().filter(touches).collect(),
            stated: self.stated(clause),
        }
    }

    /// Who says on purpose that a clause, or a heading above it, is related to nothing.
    fn declared_unrelated(&self, clause: &ClauseId) -> Vec<Unrelated> {
        let lineage = self.case.library.catalog(&clause.edition).map(|catalog| with_ancestors(catalog, clause));
        let lineage = lineage.unwrap_or_default();
        self.unrelated.iter().filter(|said| lineage.contains(&said.clause)).cloned().collect()
    }

    fn stated(&self, clause: &ClauseId) -> Option<EffectiveStatement> {
        EffectiveStatement::of(self.assessed?, clause)
    }

    fn is_requirement(&self, clause: &ClauseId) -> bool {
        self.case.library.clause(clause).is_some_and(|clause| clause.kind == ClauseKind::Requirement)
    }

    /// Whether a requirement, or one below a heading, applies to the organization.
    fn applies(&self, clause: &ClauseId) -> bool {
        let Some(assessed) = self.assessed else { return true };
        let crosswalk = self.case.crosswalk;
        let status = |clause| crosswalk.statement(clause, assessed.assessment).map(|(_, statement)| statement.status);
        crosswalk.requirements_of(clause).into_iter().any(|clause| status(clause) != Some(Status::NotApplicable))
    }
}

fn id(catalog: &Catalog, clause: &Clause) -> ClauseId {
    ClauseId { edition: catalog.id.clone(), number: clause.number.clone() }
}

/// A clause and those above it, nearest first.
fn with_ancestors(catalog: &Catalog, clause: &ClauseId) -> Vec<ClauseId> {
    let above = catalog.position(&clause.number).into_iter().flat_map(|position| catalog.ancestors(position));
    std::iter::once(clause.clone()).chain(above.map(|above| id(catalog, &catalog.clauses()[above]))).collect()
}

/// The rows that take part and relate clauses of both editions, in the order of tables.
fn directed_rows(case: Case<'_>, base: &Catalog, target: &Catalog) -> Vec<DirectedRow> {
    let mut readings = Vec::new();
    for (table, relation) in case.crosswalk.rows() {
        if relation.to.edition == target.id {
            let of_base = relation.from.iter().filter(|clause| clause.edition == base.id);
            let row = MapRow::of(table, relation);
            let rows = match row.is_touch_point {
                // Clauses that touch do so each by itself.
                true => of_base.map(|clause| MapRow { from: vec![clause.clone()], ..row.clone() }).collect(),
                false if of_base.count() > 0 => vec![row],
                false => Vec::new(),
            };
            let forward = |row| DirectedRow { row, direction: Direction::Forward, is_lower_bound: false };
            readings.extend(rows.into_iter().map(forward));
        } else if relation.to.edition == base.id {
            let is_least = relation.reverse.is_none() && relation.forward.shares_demands();
            for clause in relation.from.iter().filter(|clause| clause.edition == target.id) {
                let row = MapRow::backwards(table, relation, clause);
                readings.push(DirectedRow { row, direction: Direction::Backward, is_lower_bound: is_least });
            }
        }
    }
    readings
}

/// What tables between the two editions say on purpose to be related to nothing, by rows without `from` and by `unrelated`.
fn unrelated(case: Case<'_>, base: &Catalog, target: &Catalog) -> Result<Vec<Unrelated>, Refusal> {
    let is_between = |table: &Table| {
        (&table.from, &table.to) == (&base.id, &target.id) || (&table.from, &table.to) == (&target.id, &base.id)
    };
    let selection = case.settings.selection(case.library)?;
    let mut said = Vec::new();
    let of_row = |(table, relation): (&Table, &Relation)| Unrelated {
        clause: relation.to.clone(),
        table: table.id.clone(),
        confidence: relation.confidence,
        note: relation.note.clone(),
    };
    said.extend(case.crosswalk.rows().filter(|(table, row)| row.from.is_empty() && is_between(table)).map(of_row));
    for table in case.library.tables().filter(|table| is_between(table) && !selection.without.contains(&table.id)) {
        if selection.min_confidence.is_none_or(|least| table.confidence >= least) {
            said.extend(table.unrelated.iter().map(|(number, note)| Unrelated {
                clause: ClauseId { edition: table.from.clone(), number: number.clone() },
                table: table.id.clone(),
                confidence: table.confidence,
                note: Some(note.clone()),
            }));
        }
    }
    said.sort_by_key(|said| Reverse(said.confidence));
    Ok(said)
}
