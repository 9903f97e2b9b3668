//! Which edition is the best base: the same computation with each of them, ranked.

use std::collections::BTreeSet;

use super::attach;
use super::integration::{Integrate, saving};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{Catalog, EditionId, TableId};
use crate::query::case::Case;
use crate::query::tally::{Tally, percent};
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};

/// An edition as the base, with the others in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The base.
    pub base: EditionId,
    /// How many requirements it has.
    pub requirements: usize,
    /// What integration saves on it, counted over all requirements side by side.
    pub saving: Tally,
    /// The tables that this rests on.
    pub tables: BTreeSet<TableId>,
}

impl Integrate {
    /// Answers for each of the editions as the base: the one on which most is saved for certain comes first, then by the
    /// weighted saving, then by what is saved at most, then by id.
    pub fn candidates(&self, case: Case<'_>) -> Result<Vec<Candidate>, Refusal> {
        let editions = self.catalogs(case)?;
        let candidate = |base: &&Catalog| {
            let others = editions.iter().filter(|other| other.id != base.id);
            let order: Vec<&Catalog> = std::iter::once(base).chain(others).copied().collect();
            let runs = attach::runs(case, &order);
            let mut tables = BTreeSet::new();
            for (catalog, (inference, _)) in order.iter().zip(&runs) {
                let steps = case.crosswalk.requirements(&catalog.id).flat_map(|clause| inference.steps(clause));
                tables.extend(steps.map(|step| step.table.id.clone()));
            }
            Candidate {
                base: base.id.clone(),
                requirements: base.requirements().count(),
                saving: saving(runs.iter().map(|(_, tally)| *tally)),
                tables,
            }
        };
        let mut candidates: Vec<Candidate> = editions.iter().map(candidate).collect();
        let weighted = |saving: &Tally| saving.full as f64 + case.settings.partial_weight * saving.partial as f64;
        candidates.sort_by(|left, right| {
            let (one, other) = (&left.saving, &right.saving);
            let at_most = |saving: &Tally| saving.applicable - saving.none();
            other
                .full
                .cmp(&one.full)
                .then_with(|| weighted(other).total_cmp(&weighted(one)))
                .then_with(|| at_most(other).cmp(&at_most(one)))
                .then_with(|| left.base.cmp(&right.base))
        });
        Ok(candidates)
    }
}

struct Line<'a> {
    rank: usize,
    candidate: &'a Candidate,
    partial_weight: f64,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("rank", "Rank", |line: &Line<'a>| Cell::count(line.rank)),
        Column::new("base", "Base", |line: &Line<'a>| Cell::text(line.candidate.base.as_str())),
        Column::new("requirements", "Base has", |line: &Line<'a>| Cell::count(line.candidate.requirements)),
        Column::new("side_by_side", "Side by side", |line: &Line<'a>| Cell::count(line.candidate.saving.applicable)),
        Column::new("covered", "Covered", |line: &Line<'a>| Cell::count(line.candidate.saving.full)),
        Column::new("extend", "Extend", |line: &Line<'a>| Cell::count(line.candidate.saving.partial)),
        Column::new("verify", "Verify", |line: &Line<'a>| Cell::count(line.candidate.saving.presumed)),
        Column::new("saved", "Saved", |line: &Line<'a>| {
            Cell::share(line.candidate.saving.coverage(line.partial_weight))
        }),
        Column::new("saved_at_least", "At least", |line: &Line<'a>| Cell::share(line.candidate.saving.lower())),
        Column::new("saved_at_most", "At most", |line: &Line<'a>| Cell::share(line.candidate.saving.upper())),
    ]
}

pub(super) fn document(question: &Integrate, case: Case<'_>) -> Result<Document, Refusal> {
    let candidates = question.candidates(case)?;
    let partial_weight = case.settings.partial_weight;
    let lines: Vec<Line<'_>> =
        candidates.iter().enumerate().map(|(at, candidate)| Line { rank: at + 1, candidate, partial_weight }).collect();
    let tables: BTreeSet<&TableId> = candidates.iter().flat_map(|candidate| &candidate.tables).collect();
    let mut lead: Vec<String> = Vec::new();
    if let [best, next, ..] = candidates.as_slice() {
        lead.push(reason(best, next, partial_weight));
    }
    lead.push(
        "Ranked by what is saved at least, then by the weighted saving, then by what is saved at most, then by id. The \
         other editions follow the base in the order given; another order of them can give other numbers."
            .to_owned(),
    );
    lead.extend(case.care(&tables).map(String::from));
    Ok(Document {
        command: "integrate",
        title: "Which edition to take as the base".to_owned().into(),
        lead: Phrase::each(lead),
        parts: vec![Part::Table(Table::of(ANSWER, "Candidates, best first", &columns(), &lines))],
        findings: Vec::new(),
        basis: case.basis(candidates.iter().map(|candidate| &candidate.base), tables),
    })
}

/// Why the first candidate stands before the second.
fn reason(best: &Candidate, next: &Candidate, partial_weight: f64) -> String {
    let (ahead, behind) = (&best.saving, &next.saving);
    let (base, other, all) = (&best.base, &next.base, counted(ahead.applicable, "requirement", "requirements"));
    let weighted = |saving: &Tally| percent(saving.coverage(partial_weight).unwrap_or(0.0));
    let at_most = |saving: &Tally| saving.applicable - saving.none();
    let saved = if ahead.full == 1 { "is certainly saved" } else { "are certainly saved" };
    let same = format!("{} of {all} side by side {saved}", ahead.full);
    if ahead.full > behind.full {
        let full = ahead.full;
        return format!(
            "Take {base} as the base: of {all} side by side, {full} {saved}; on {other}, which is next, {}.",
            behind.full
        );
    }
    let tie = format!("Take {base} as the base: on it as on {other}, {same}");
    if ahead.coverage(partial_weight) != behind.coverage(partial_weight) {
        format!("{tie}; with those that extend what is there, {} instead of {}.", weighted(ahead), weighted(behind))
    } else if at_most(ahead) != at_most(behind) {
        format!("{tie}, and at most {} instead of {}.", at_most(ahead), at_most(behind))
    } else {
        format!("{base} and {other} are equally good as the base: on each, {same}.")
    }
}
