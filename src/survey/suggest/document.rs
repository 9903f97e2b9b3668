//! Candidates as a document, and as a sheet in which a person decides them.

use super::question::{Suggest, SuggestedFor, Suggestion, Suggestions};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{ClauseId, PairDecisions};
use crate::query::case::Case;
use crate::query::words::{counted, listed};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};

/// A candidate, or a clause that has none.
struct Line {
    target: ClauseId,
    target_title: String,
    suggestion: Option<(usize, Suggestion)>,
    candidate_title: String,
}

/// Those of a sheet come first, named as a sheet of relations names them: with the empty cells filled in, `import` reads it.
const COLUMNS: &[Column<Line>] = &[
    Column::for_editors("to", "To", |line| Cell::refs([&line.target])),
    Column::for_editors("to-title", "To title", |line| Cell::text(&line.target_title)),
    Column::for_editors("from", "From", |line| {
        line.suggestion.as_ref().map_or(Cell::Empty, |(_, suggestion)| Cell::refs([&suggestion.clause]))
    }),
    Column::for_editors("from-title", "From title", |line| Cell::text(&line.candidate_title)),
    Column::for_editors("relation", "Relation", |_| Cell::Empty),
    Column::for_editors("reverse", "Reverse", |_| Cell::Empty),
    Column::for_editors("add", "Add", |_| Cell::Empty),
    Column::for_editors("note", "Note", |_| Cell::Empty),
    Column::for_editors("because", "Because", Line::because),
    Column::for_editors("rank", "Rank", Line::rank),
    Column::for_programs("score", |line| {
        line.suggestion.as_ref().map_or(Cell::Empty, |(_, suggestion)| Cell::share(Some(suggestion.score)))
    }),
    Column::for_readers("For", |line| match &line.suggestion {
        // The clause is named once, at its best candidate.
        Some((rank, _)) if *rank > 1 => Cell::Empty,
        Some(_) | None => Cell::text(format!("{} {}", line.target.number, line.target_title)),
    }),
    Column::for_readers("Rank", Line::rank),
    Column::for_readers("Candidate", |line| {
        line.suggestion.as_ref().map_or(Cell::text("none found"), |(_, suggestion)| {
            Cell::text(format!("{} {}", suggestion.clause.number, line.candidate_title))
        })
    }),
    Column::for_readers("Why", Line::because),
];

impl Line {
    fn rank(&self) -> Cell {
        self.suggestion.as_ref().map_or(Cell::Empty, |(rank, _)| Cell::count(*rank))
    }

    fn because(&self) -> Cell {
        self.suggestion.as_ref().map_or(Cell::Empty, |(_, suggestion)| Cell::text(suggestion.reasons.join("; ")))
    }
}

impl Suggest {
    /// Answers, except for decided pairs; `decided_in` names where they are.
    pub fn document(
        &self,
        case: Case<'_>,
        decisions: &PairDecisions,
        decided_in: Option<&str>,
    ) -> Result<Document, Refusal> {
        let suggestions = self.ask(case, decisions)?;
        let (from, to) = (&suggestions.from, &suggestions.to);
        let lines: Vec<Line> = suggestions.targets.iter().flat_map(|target| lines(case, target)).collect();
        let table = Table::of(ANSWER, "Candidates", COLUMNS, &lines).with_choices("relation", &RELATIONS);
        Ok(Document {
            command: "suggest",
            title: format!("Candidates from {from} for {to}").into(),
            lead: Phrase::each(suggestions.lead(decided_in)),
            parts: vec![Part::Table(table)],
            findings: Vec::new(),
            basis: case.basis([from, to], &suggestions.tables),
        })
    }
}

/// The words that a relation takes.
const RELATIONS: [&str; 4] = ["full", "partial", "none", "related"];

fn lines(case: Case<'_>, suggested: &SuggestedFor) -> Vec<Line> {
    let title = |clause: &ClauseId| case.library.clause(clause).map(|clause| clause.title.trim().to_owned());
    let line = |suggestion: Option<(usize, Suggestion)>| Line {
        target: suggested.target.clone(),
        target_title: title(&suggested.target).unwrap_or_default(),
        candidate_title: suggestion.as_ref().and_then(|(_, suggestion)| title(&suggestion.clause)).unwrap_or_default(),
        suggestion,
    };
    if suggested.candidates.is_empty() {
        return vec![line(None)];
    }
    let ranked = suggested.candidates.iter().enumerate();
    ranked.map(|(before, candidate)| line(Some((before + 1, candidate.clone())))).collect()
}

impl Suggestions {
    fn lead(&self, decided_in: Option<&str>) -> Vec<String> {
        let with_none = self.targets.iter().filter(|target| target.candidates.is_empty()).count();
        let pairs: usize = self.targets.iter().map(|target| target.candidates.len()).sum();
        let mut lead = vec![
            "Pairs that should be examined, best first. They are not rows: a person who knows both standards decides."
                .to_owned(),
            format!(
                "{} for {} of {}.",
                counted(pairs, "candidate", "candidates"),
                counted(self.targets.len(), "clause", "clauses"),
                self.to
            ),
        ];
        if with_none > 0 {
            lead.push(format!("Nothing was found for {}.", counted(with_none, "clause", "clauses")));
        }
        let left_out = self.left_out;
        let kinds = [
            (left_out.stated, "pair that a table states", "pairs that tables state"),
            (left_out.refused, "refused pair", "refused pairs"),
            (left_out.unsure, "unsure pair", "unsure pairs"),
            (left_out.uncovered, "clause that a table says nothing covers", "clauses that tables say nothing covers"),
        ];
        let kinds: Vec<String> = kinds
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, several)| counted(*count, one, several))
            .collect();
        if !kinds.is_empty() {
            lead.push(format!("Left out: {}.", listed(&kinds)));
        }
        if let Some(file) = decided_in.filter(|_| left_out.refused + left_out.unsure > 0) {
            lead.push(format!("Refused and unsure pairs are in {file}."));
        }
        lead
    }
}
