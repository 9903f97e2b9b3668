//! The rows between two editions, and what follows through chains, become guidelines: each pair once, by the row that
//! counts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::guideline::{Agreement, Guideline, Guidelines, NewRequirement, OtherMapping, Related, Unrelated};
use crate::crosswalk::{Inference, Level};
use crate::diagnostic::Refusal;
use crate::model::{Catalog, Clause, ClauseId, ClauseKind, Direction, Relation, Status, Table, TableId};
use crate::query::case::{Assessed, Case};
use crate::query::stated::EffectiveStatement;
use crate::query::tally::Tally;
use crate::survey::map::{Map, MapRow};

/// A row between the two editions as read from base to target.
struct DirectedRow {
    row: MapRow,
    direction: Direction,
    /// Whether it says what holds at the least, since its table leaves this direction open.
    is_lower_bound: bool,
    /// Whether the row says, or its table, that it was composed of others.
    is_composed: bool,
}

/// All that is gathered before clauses are described one by one.
struct Gathered<'a> {
    case: Case<'a>,
    assessed: Option<Assessed<'a>>,
    base: &'a Catalog,
    target: &'a Catalog,
    /// What follows where all of the base that applies is in place.
    inference: Inference<'a, 'a>,
    related: Vec<Related>,
    unrelated: Vec<Unrelated>,
}

/// Answers from the rows between the two editions, in both directions of reading; `inferred` adds what follows through
/// chains.
pub(super) fn guidelines<'a>(
    case: Case<'a>,
    assessed: Option<Assessed<'a>>,
    base: &'a Catalog,
    target: &'a Catalog,
    inferred: bool,
) -> Result<Guidelines, Refusal> {
    let hops = if inferred { case.settings.max_hops } else { case.settings.max_hops.min(1) };
    let mut gathered = Gathered {
        case,
        assessed,
        base,
        target,
        inference: base_in_place(case, assessed, base, hops),
        related: Vec::new(),
        unrelated: unrelated(case, base, target)?,
    };
    gathered.related = gathered.pairs();
    if inferred {
        gathered.related.extend(gathered.inferred()?);
    }
    gathered.related.sort_by_key(|related| target.position(&related.row.to.number));
    let clauses: Vec<Guideline> =
        base.clauses().iter().filter_map(|clause| gathered.guideline(&id(base, clause))).collect();
    let given = clauses.iter().filter(|line| gathered.is_requirement(&line.clause));
    let given = Tally::of(given.map(|line| gathered.applies(&line.clause).then(|| line.contribution())));
    let level = |clause: &ClauseId| gathered.inference.level(clause);
    let requirements: Vec<&ClauseId> = case.crosswalk.requirements(&target.id).collect();
    let taken = Tally::of(requirements.iter().map(|clause| level(clause)));
    let new = requirements.into_iter().filter(|clause| level(clause).unwrap_or(Level::None) == Level::None);
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

/// What follows through so many rows if all of the base is in place, and there are no other statements; what does not
/// apply to the organization stays out.
fn base_in_place<'a>(case: Case<'a>, assessed: Option<Assessed<'a>>, base: &Catalog, hops: u32) -> Inference<'a, 'a> {
    let crosswalk = case.crosswalk;
    let assumptions = match assessed {
        Some(assessed) => {
            let stated = crosswalk.assumptions(assessed.assessment);
            let editions = assessed.assessment.editions().into_iter();
            editions.fold(stated, |assumptions, edition| crosswalk.without(&assumptions, edition))
        }
        None => crosswalk.no_assumptions(),
    };
    crosswalk.infer(&crosswalk.assuming_full(&assumptions, &BTreeSet::from([base.id.clone()]), false), hops)
}

impl Gathered<'_> {
    /// What rows between the two editions relate.
    fn pairs(&self) -> Vec<Related> {
        let mut pairs: BTreeMap<(Vec<ClauseId>, ClauseId), Vec<DirectedRow>> = BTreeMap::new();
        for reading in directed_rows(self.case, self.base, self.target) {
            let mut from = reading.row.from.clone();
            from.sort_unstable();
            pairs.entry((from, reading.row.to.clone())).or_default().push(reading);
        }
        pairs.into_values().filter_map(|readings| self.preferred(readings)).collect()
    }

    /// What follows certainly through chains, but for those through what does not apply.
    fn inferred(&self) -> Result<Vec<Related>, Refusal> {
        let map = Map { from: self.base.id.to_string(), to: self.target.id.to_string(), inferred: true };
        let is_certain = |row: &MapRow| row.is_certain_chain();
        let passes = |row: &MapRow| row.chain.iter().all(|clause| *clause == row.to || self.applies(clause));
        let rows = map.ask(self.case)?.rows.into_iter().filter(|row| is_certain(row) && passes(row));
        Ok(rows.map(|row| self.related(row, None, None, Vec::new())).collect())
    }

    fn related(
        &self,
        row: MapRow,
        direction: Option<Direction>,
        add_table: Option<TableId>,
        mut other_mappings: Vec<OtherMapping>,
    ) -> Related {
        for clause in row.from.iter().chain([&row.to]).filter(|_| row.relation > Level::None) {
            other_mappings.extend(self.declared_unrelated(clause).into_iter().map(|said| OtherMapping {
                table: said.table,
                confidence: said.confidence,
                agreement: Agreement::Unrelated(said.clause),
            }));
        }
        let is_covered = self.inference.level(&row.to) == Some(Level::Full);
        let stated = self.stated(&row.to);
        Related { row, direction, add_table, other_mappings, is_covered, stated }
    }

    /// One row for a pair, as the gap analysis has it: one that says how far it covers before a touch point, the strongest,
    /// then one that states this direction before one that
    /// leaves it open, then the most confident, then one that was not composed of others, then the first in the order of tables.
    fn preferred(&self, mut readings: Vec<DirectedRow>) -> Option<Related> {
        readings.sort_by_key(|reading| {
            let row = &reading.row;
            let strength = (row.is_touch_point, Reverse(row.relation), reading.is_lower_bound);
            (strength, Reverse(row.confidence), reading.is_composed)
        });
        let mut readings = readings.into_iter();
        let DirectedRow { mut row, direction, is_lower_bound: is_least, .. } = readings.next()?;
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
            let agreement = match (agrees, other.is_composed) {
                (true, false) => Agreement::Agrees,
                (true, true) => Agreement::Composed,
                (false, _) => Agreement::Differs(other.row.relation),
            };
            others.push(OtherMapping { table: table.clone(), confidence, agreement });
        }
        Some(self.related(row, Some(direction), add_by, others))
    }

    /// What a clause of the base is related to; nothing for a heading that is not related, and for what requires
    /// nothing. What its own rows say comes before what rows say about a heading above it.
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
        let is_own = related.iter().any(|related| related.row.relation > Level::None);
        let is_heading = |above: &usize| base.clauses()[*above].kind == ClauseKind::Heading;
        let above = base.ancestors(position).filter(|above| !is_own && is_heading(above));
        let above = above.map(|above| id(base, &base.clauses()[above]));
        let of_heading = |heading: &ClauseId| -> Vec<&Related> {
            let rows = of(heading).into_iter().filter(|related| related.row.relation > Level::None);
            rows.filter(|related| !self.is_denied(clause, heading, &related.row.to)).collect()
        };
        let headings: Vec<ClauseId> = above.filter(|heading| !of_heading(heading).is_empty()).collect();
        let counted: Vec<&Related> = related.iter().chain(headings.iter().flat_map(of_heading)).collect();
        let counted = || counted.iter().filter(|related| related.row.relation > Level::None);
        let strengths: BTreeSet<Reverse<Level>> = counted().map(|related| Reverse(related.row.relation)).collect();
        let contribution = counted().map(|related| related.contribution()).min();
        Some(Guideline {
            clause: clause.clone(),
            headings,
            unrelated: self.declared_unrelated(clause),
            strengths: strengths.into_iter().map(|Reverse(strength)| strength).collect(),
            contribution: contribution.unwrap_or(Level::None),
            stated: self.stated(clause),
            related,
        })
    }

    /// Whether tables say that a clause below a heading shares nothing with what the heading is related to.
    fn is_denied(&self, clause: &ClauseId, heading: &ClauseId, to: &ClauseId) -> bool {
        let below = with_ancestors(self.base, clause).into_iter().take_while(|above| above != heading);
        let below: Vec<ClauseId> = below.collect();
        let theirs = with_ancestors(self.target, to);
        let is_none = |related: &&Related| related.row.relation == Level::None && theirs.contains(&related.row.to);
        self.unrelated.iter().any(|said| below.contains(&said.clause))
            || self.related.iter().filter(is_none).any(|none| none.row.from.iter().any(|from| below.contains(from)))
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
        let denies = |related: &&Related| {
            let row = &related.row;
            row.relation == Level::None && !row.is_touch_point && lineage.contains(&row.to)
        };
        NewRequirement {
            clause: clause.clone(),
            declared_unrelated: self.declared_unrelated(clause),
            denied: self.related.iter().filter(denies).map(|related| related.row.clone()).collect(),
            not_applicable: clauses().filter(|clause| is_lost(clause) && !self.applies(clause)).collect(),
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
        let is_composed = !table.derived_from.is_empty() || !relation.derived_from.is_empty();
        if relation.to.edition == target.id {
            let of_base = relation.from.iter().filter(|clause| clause.edition == base.id);
            let row = MapRow::of(case.library, table, relation);
            let rows = match row.is_touch_point {
                // Clauses that touch do so each by itself.
                true => of_base.map(|clause| row.of_touching(clause)).collect(),
                false if of_base.count() > 0 => vec![row],
                false => Vec::new(),
            };
            let forward = |row| DirectedRow { row, direction: Direction::Forward, is_lower_bound: false, is_composed };
            readings.extend(rows.into_iter().map(forward));
        } else if relation.to.edition == base.id {
            let is_least = relation.reverse.is_none() && relation.forward.shares_demands();
            for clause in relation.from.iter().filter(|clause| clause.edition == target.id) {
                let row = MapRow::backwards(case.library, table, relation, clause);
                let direction = Direction::Backward;
                readings.push(DirectedRow { row, direction, is_lower_bound: is_least, is_composed });
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
    for table in case.library.tables().filter(|table| is_between(table) && selection.takes_table(table)) {
        if selection.takes(table.confidence) {
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
