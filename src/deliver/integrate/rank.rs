//! Which edition is the best base: the same computation with each of them, ranked.

use std::collections::BTreeSet;

use super::attach;
use super::integration::{Integrate, saving};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::model::{Catalog, EditionId, TableId};
use crate::query::case::Case;
use crate::query::tally::Tally;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table};

/// An edition as the base, with the others in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The base.
    pub base: EditionId,
    /// How many requirements it has.
    pub requirements: usize,
    /// What integration saves on it, counted over all requirements side by side.
    pub saving: Tally,
    /// The tables that this depends on.
    pub tables: BTreeSet<TableId>,
}

impl Integrate {
    /// Answers for each of the editions as the base: the one on which most is saved certainly comes first, then by the
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
        Column::said(Audience::All, "rank", "integrate-heading-rank", |line: &Line<'a>| Cell::count(line.rank)),
        Column::said(Audience::All, "base", "integrate-heading-base", |line: &Line<'a>| {
            Cell::text(line.candidate.base.as_str())
        }),
        Column::said(Audience::All, "requirements", "integrate-heading-base-has", |line: &Line<'a>| {
            Cell::count(line.candidate.requirements)
        }),
        Column::said(Audience::All, "side_by_side", "integrate-heading-separately", |line: &Line<'a>| {
            Cell::count(line.candidate.saving.applicable)
        }),
        Column::said(Audience::All, "covered", "integrate-heading-covered", |line: &Line<'a>| {
            Cell::count(line.candidate.saving.full)
        }),
        Column::said(Audience::All, "extend", "integrate-heading-extend", |line: &Line<'a>| {
            Cell::count(line.candidate.saving.partial)
        }),
        Column::said(Audience::All, "verify", "integrate-heading-verify", |line: &Line<'a>| {
            Cell::count(line.candidate.saving.presumed)
        }),
        Column::said(Audience::All, "saved", "integrate-heading-saved", |line: &Line<'a>| {
            Cell::share(line.candidate.saving.coverage(line.partial_weight))
        }),
        Column::said(Audience::All, "saved_at_least", "heading-guaranteed", |line: &Line<'a>| {
            Cell::share(line.candidate.saving.lower())
        }),
        Column::said(Audience::All, "saved_at_most", "heading-up-to", |line: &Line<'a>| {
            Cell::share(line.candidate.saving.upper())
        }),
    ]
}

pub(super) fn document(question: &Integrate, case: Case<'_>) -> Result<Document, Refusal> {
    let candidates = question.candidates(case)?;
    let partial_weight = case.settings.partial_weight;
    let lines: Vec<Line<'_>> =
        candidates.iter().enumerate().map(|(at, candidate)| Line { rank: at + 1, candidate, partial_weight }).collect();
    let tables: BTreeSet<&TableId> = candidates.iter().flat_map(|candidate| &candidate.tables).collect();
    let mut lead: Vec<Phrase> = Vec::new();
    if let [best, next, ..] = candidates.as_slice() {
        lead.push(reason(best, next, partial_weight));
    }
    lead.push(say!("integrate-ranked"));
    lead.extend(case.care(&tables));
    Ok(Document {
        command: "integrate",
        title: say!("integrate-which-base"),
        lead,
        parts: vec![Part::Table(Table::of(ANSWER, say!("integrate-candidates"), &columns(), &lines))],
        findings: Vec::new(),
        basis: case.basis(candidates.iter().map(|candidate| &candidate.base), tables),
    })
}

/// Why the first candidate comes before the second.
fn reason(best: &Candidate, next: &Candidate, partial_weight: f64) -> Phrase {
    let (ahead, behind) = (&best.saving, &next.saving);
    let (base, other, all, full) = (&best.base, &next.base, ahead.applicable, ahead.full);
    let weighted = |saving: &Tally| Phrase::share(saving.coverage(partial_weight).unwrap_or(0.0));
    let at_most = |saving: &Tally| saving.applicable - saving.none();
    if full > behind.full {
        say!("integrate-certainly", base = base, all = all, full = full, other = other, next = behind.full)
    } else if ahead.coverage(partial_weight) != behind.coverage(partial_weight) {
        let (share, next) = (weighted(ahead), weighted(behind));
        say!("integrate-weighted", base = base, other = other, full = full, all = all, share = share, next = next)
    } else if at_most(ahead) != at_most(behind) {
        let (most, next) = (at_most(ahead), at_most(behind));
        say!("integrate-at-most", base = base, other = other, full = full, all = all, most = most, next = next)
    } else {
        say!("integrate-equal", base = base, other = other, full = full, all = all)
    }
}
