//! What of a table or an assessment was reviewed, what was not, and what changed since.

use std::collections::BTreeSet;

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{ClauseId, Library, Reviewed, Reviews, Subject, Table};
use crate::query::case::Assessed;
use crate::query::suspect::subjects_of;
use crate::query::words::counted;
use crate::report::{ANSWER, Basis, Cell, Column, Document, Part, Tone};

/// What may be reviewed, with what was.
#[derive(Debug)]
pub struct ReviewState<'l> {
    library: &'l Library,
    of: Reviewed,
    /// What people call one of those that may be reviewed, and several.
    nouns: (&'static str, &'static str),
    subjects: Vec<Subject>,
    /// What was reviewed so far; none if nothing was.
    known: Option<Reviews>,
}

/// The state of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It was reviewed, and nothing changed since.
    Reviewed,
    /// It was reviewed, and a clause of it changed since.
    Suspect,
    /// Nobody reviewed it.
    NeverReviewed,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Reviewed => "reviewed",
            Self::Suspect => "suspect",
            Self::NeverReviewed => "never reviewed",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Reviewed => Tone::Good,
            Self::Suspect => Tone::Bad,
            Self::NeverReviewed => Tone::Plain,
        }
    }
}

/// A line of the answer: one of those that may be reviewed, with one thing that changed.
struct Line {
    from: String,
    to: String,
    state: State,
    clause: String,
    what: &'static str,
    old: Option<String>,
    new: Option<String>,
    by: Option<String>,
    date: Option<String>,
}

const ROWS: &[Column<Line>] = &[
    Column::new("from", "From", |line| Cell::text(&line.from)),
    Column::new("to", "To", |line| Cell::text(&line.to)),
    Column::new("state", "State", |line| Cell::word(line.state.name(), line.state.tone())),
    Column::new("clause", "Changed clause", |line| Cell::text(&line.clause)),
    Column::new("what", "What", |line| Cell::text(line.what)),
    Column::new("old", "When reviewed", |line| Cell::maybe(line.old.as_ref())),
    Column::new("new", "Now", |line| Cell::maybe(line.new.as_ref())),
    Column::new("by", "Reviewed by", |line| Cell::maybe(line.by.as_ref())),
    Column::new("date", "Date", |line| Cell::maybe(line.date.as_ref())),
];

impl<'l> ReviewState<'l> {
    /// The state of the rows of a table.
    pub fn of_table(library: &'l Library, table: &Table) -> Self {
        Self {
            library,
            of: Reviewed::Table(table.id.clone()),
            nouns: ("row", "rows"),
            subjects: subjects_of(table),
            known: library.reviews(&table.id).cloned(),
        }
    }

    /// The state of the statements of an assessment whose file has this name.
    pub fn of_assessment(case: Assessed<'l>, file: &str) -> Self {
        Self {
            library: case.case.library,
            of: Reviewed::Assessment(file.to_owned().into()),
            nouns: ("statement", "statements"),
            subjects: case.assessment.statements().map(|(clause, _)| Subject::Statement(clause.clone())).collect(),
            known: case.assessment.reviews.clone(),
        }
    }

    /// Those that may be reviewed.
    pub fn subjects(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.iter()
    }

    /// What was reviewed so far.
    pub fn known(&self) -> Option<&Reviews> {
        self.known.as_ref()
    }

    /// Whose rows or statements they are.
    pub fn of(&self) -> &Reviewed {
        &self.of
    }

    /// Those that have a clause at an end, as a number or with its edition, or that lead from one to another, as
    /// `FROM=TO`. A name that none has is refused.
    pub fn named(&self, names: &[String]) -> Result<BTreeSet<Subject>, Refusal> {
        let mut named = BTreeSet::new();
        for name in names {
            let is_it = |subject: &&Subject| match (name.split_once('='), subject) {
                (Some((from, to)), Subject::Row { from: known, to: Some(end) }) => {
                    known.iter().any(|clause| is_called(clause, from)) && is_called(end, to)
                }
                (Some(_), Subject::Row { to: None, .. } | Subject::Statement(_)) => false,
                (None, subject) => subject.clauses().iter().any(|clause| is_called(clause, name)),
            };
            let found: Vec<&Subject> = self.subjects.iter().filter(is_it).collect();
            if found.is_empty() {
                return Err(Refusal {
                    message: format!("{} has no {} about {name}", self.of, self.nouns.0),
                    help: Some(format!("`xwalk review {}` lists the {}", self.of, self.nouns.1)),
                });
            }
            named.extend(found.into_iter().cloned());
        }
        Ok(named)
    }

    /// The state as a document: what is suspect, or in `named`, or was never reviewed; `done` says what was written.
    pub fn document(&self, named: Option<&BTreeSet<Subject>>, done: Option<String>, basis: Basis) -> Document {
        let (mut counts, mut lines) = ([0; 3], Vec::new());
        for subject in &self.subjects {
            let state = self.state(subject);
            counts[state as usize] += 1;
            let is_shown = named.map_or(state != State::Reviewed, |named| named.contains(subject));
            if is_shown {
                lines.extend(self.lines(subject, state));
            }
        }
        let [reviewed, suspect, never] = counts;
        let (one, several) = self.nouns;
        let title = format!("Review of {}: {}", self.of, counted(self.subjects.len(), one, several));
        let when = if named.is_some() { "Before: " } else { "" };
        let mut lead = vec![format!(
            "{when}{reviewed} reviewed and unchanged since; {suspect} suspect, because a clause changed since the review; {never} never reviewed."
        )];
        lead.extend(done);
        let table = crate::report::Table::of(ANSWER, "To be reviewed", ROWS, &lines);
        Document {
            command: "review",
            title: title.into(),
            lead: Phrase::each(lead),
            parts: vec![Part::Table(table)],
            findings: Vec::new(),
            basis,
        }
    }

    /// Whether one was reviewed, and nothing changed since.
    pub fn is_reviewed(&self, subject: &Subject) -> bool {
        self.state(subject) == State::Reviewed
    }

    fn state(&self, subject: &Subject) -> State {
        let Some(known) = self.known.as_ref().filter(|known| known.stamp(subject).is_some()) else {
            return State::NeverReviewed;
        };
        if self.library.changes_since(known, subject).is_empty() { State::Reviewed } else { State::Suspect }
    }

    fn lines(&self, subject: &Subject, state: State) -> Vec<Line> {
        let stamp = self.known.as_ref().and_then(|known| known.stamp(subject));
        let changes = self.known.as_ref().map(|known| self.library.changes_since(known, subject)).unwrap_or_default();
        let (from, to) = match subject {
            Subject::Row { from, to } => {
                let from: Vec<String> = from.iter().map(ClauseId::to_string).collect();
                (from.join(" + "), to.as_ref().map(ClauseId::to_string).unwrap_or_default())
            }
            Subject::Statement(clause) => (String::new(), clause.to_string()),
        };
        let line = |clause: String, what, old, new| Line {
            from: from.clone(),
            to: to.clone(),
            state,
            clause,
            what,
            old,
            new,
            by: stamp.and_then(|stamp| stamp.by.as_ref().map(ToString::to_string)),
            date: stamp.and_then(|stamp| stamp.date.as_ref().map(ToString::to_string)),
        };
        if changes.is_empty() {
            return vec![line(String::new(), "", None, None)];
        }
        let changes = changes
            .into_iter()
            .flat_map(|(clause, changes)| changes.into_iter().map(move |change| (clause.to_string(), change)));
        changes.map(|(clause, change)| line(clause, change.what, change.old, change.new)).collect()
    }
}

/// Whether a clause is meant by a number, or by an edition and a number.
fn is_called(clause: &ClauseId, name: &str) -> bool {
    clause.number.as_str() == name || clause.to_string() == name
}
