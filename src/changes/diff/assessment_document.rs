//! The changes between two assessments as a document.

use std::collections::BTreeSet;

use super::{
    AssessmentChanges, AssessmentDiff, ChangeKind, FieldChange, RequirementChange, StatementChange, TargetChange,
};
use crate::crosswalk::Level;
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{ClauseId, EditionId, Status, TableId};
use crate::query::case::Assessed;
use crate::query::coverage::tally_columns;
use crate::query::gap::Action;
use crate::query::progress::Progress;
use crate::query::stated;
use crate::query::tally::{Tally, tone};
use crate::query::words::{self, counted};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone, sanitized};
use crate::source::Text;

/// A line of the answer: a value that is another.
struct Line {
    progress: Progress,
    part: &'static str,
    clause: Option<ClauseId>,
    shown: String,
    title: Text,
    what: String,
    before: Cell,
    after: Cell,
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("kind", "Kind", |line| line.progress.cell()),
    Column::for_programs("clause", |line| Cell::refs(&line.clause)),
    Column::for_people("Clause", |line| Cell::text(&line.shown)),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::new("what", "What", |line| Cell::text(&line.what)),
    Column::new("before", "Before", |line| line.before.clone()),
    Column::new("after", "After", |line| line.after.clone()),
    Column::for_programs("part", |line| Cell::word(line.part, Tone::Plain)),
];

/// The columns of what belongs to no clause.
const OTHERS: &[Column<Line>] = &[
    Column::for_people("Kind", |line| line.progress.cell()),
    Column::for_people("What", |line| Cell::text(&line.what)),
    Column::for_people("Before", |line| line.before.clone()),
    Column::for_people("After", |line| line.after.clone()),
];

/// The columns of a requirement, for people.
const REQUIREMENTS: &[Column<RequirementChange>] = &[
    Column::for_people("Kind", |change| change.progress().cell()),
    Column::for_people("Clause", |change| Cell::text(change.clause.number.as_str())),
    Column::for_people("Requirement", |change| Cell::text(&change.title)),
    Column::for_people("Level before", |change| level(change.before)),
    Column::for_people("Level after", |change| level(change.after)),
    Column::for_people("Action before", |change| action(change.before)),
    Column::for_people("Action after", |change| action(change.after)),
];

fn level(stands: Option<(Level, Action)>) -> Cell {
    match stands {
        Some((level, _)) => Cell::word(level, tone(level)),
        None => Cell::word("not applicable", Tone::Quiet),
    }
}

fn action(stands: Option<(Level, Action)>) -> Cell {
    stands.map_or(Cell::Empty, |(_, action)| Cell::word(action.name(), action.tone()))
}

/// The count of a target before or after.
struct Count<'a> {
    target: &'a EditionId,
    when: &'static str,
    tally: Tally,
    weight: f64,
}

/// How many of a kind there are.
struct Sum {
    progress: Progress,
    statements: usize,
    requirements: usize,
    others: usize,
}

const SUMMARY: &[Column<Sum>] = &[
    Column::new("kind", "Kind", |sum| sum.progress.cell()),
    Column::new("statements", "Statements", |sum| Cell::count(sum.statements)),
    Column::new("requirements", "Requirements of targets", |sum| Cell::count(sum.requirements)),
    Column::new("others", "Other", |sum| Cell::count(sum.others)),
    Column::new("meaning", "Meaning", |sum| Cell::text(sum.progress.meaning())),
];

impl AssessmentChanges {
    fn sum(&self, progress: Progress) -> Sum {
        let requirements = self.targets.iter().flat_map(|target| &target.requirements);
        Sum {
            progress,
            statements: self.statements.iter().filter(|change| change.progress == progress).count(),
            requirements: requirements.filter(|change| change.progress() == progress).count(),
            others: self.others.iter().filter(|change| progress_of(change) == progress).count(),
        }
    }
}

impl AssessmentDiff {
    /// Answers for two assessments that were read against one library.
    pub fn document(&self, before: Assessed<'_>, after: Assessed<'_>) -> Result<Document, Refusal> {
        let changes = self.ask(before, after)?;
        let weight = after.case.settings.partial_weight;
        let sums = Progress::ALL.map(|progress| changes.sum(progress));
        // Programs find every word at its place, people those that occur.
        let occurring = sums.iter().filter(|sum| sum.statements + sum.requirements + sum.others > 0);
        let mut parts = vec![
            Part::Table(Table::of("summary", "Summary", SUMMARY, occurring).for_audience(Audience::People)),
            Part::Table(Table::of("summary", "Summary", SUMMARY, &sums).for_audience(Audience::Programs)),
        ];
        if !changes.targets.is_empty() {
            parts.push(Part::Table(counts(&changes.targets, weight)));
        }
        let lines = statement_lines(&changes.statements, after);
        parts.push(Part::Table(Table::of(ANSWER, "Statements on clauses", COLUMNS, &lines)));
        for target in &changes.targets {
            let lines: Vec<Line> = target.requirements.iter().flat_map(requirement_lines).collect();
            let title = format!("Effect on {}", target.target);
            let table = Table::of("requirements", title.clone(), REQUIREMENTS, &target.requirements);
            parts.push(Part::Table(table.for_audience(Audience::People)));
            parts.push(Part::Table(Table::of(ANSWER, title, COLUMNS, &lines).for_audience(Audience::Programs)));
        }
        if !changes.others.is_empty() {
            let lines: Vec<Line> = changes.others.iter().map(other_line).collect();
            let title = "Other changes";
            parts.push(Part::Table(Table::of("others", title, OTHERS, &lines).for_audience(Audience::People)));
            parts.push(Part::Table(Table::of(ANSWER, title, COLUMNS, &lines).for_audience(Audience::Programs)));
        }
        let tables: BTreeSet<&TableId> = changes.targets.iter().flat_map(|target| &target.tables).collect();
        let editions = changes.targets.iter().map(|target| &target.target).chain(before.assessment.editions());
        let mut basis = after.basis(editions, tables.iter().copied());
        let file = before.case.sources.get(before.file);
        basis.settings.push(("before", format!("{} (SHA-256 {})", sanitized(file.name()), file.sha256())));
        let mut lead = in_words(&changes, weight);
        lead.extend(after.case.caveats(&tables));
        Ok(Document {
            command: "diff",
            title: format!("What changed in the assessment of {}", after.assessment.organization).into(),
            lead: Phrase::each(lead),
            parts,
            findings: Vec::new(),
            basis,
        })
    }
}

fn in_words(changes: &AssessmentChanges, weight: f64) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.push(match changes.statements.len() {
        0 => "No statement on a clause changed.".to_owned(),
        all => format!(
            "{} changed: {}.",
            counted(all, "clause", "clauses"),
            Progress::counted(changes.statements.iter().map(|change| change.progress))
        ),
    });
    for target in &changes.targets {
        sentences.push(match target.requirements.len() {
            0 => format!("No requirement of {} changed.", target.target),
            all => format!(
                "{} of {} changed: {}.",
                counted(all, "requirement", "requirements"),
                target.target,
                Progress::counted(target.requirements.iter().map(RequirementChange::progress))
            ),
        });
        sentences.push(format!("Coverage of {} before: {}.", target.target, target.before.in_words(weight)));
        sentences.push(format!("Coverage of {} after: {}.", target.target, target.after.in_words(weight)));
    }
    if changes.targets.is_empty() {
        sentences
            .push("Neither assessment names a target; --target EDITION shows the effect of the changes on one.".into());
    }
    sentences
}

fn counts(targets: &[TargetChange], weight: f64) -> Table {
    let counts: Vec<Count<'_>> = targets
        .iter()
        .flat_map(|target| {
            [("before", target.before), ("after", target.after)].map(|(when, tally)| (target, when, tally))
        })
        .map(|(target, when, tally)| Count { target: &target.target, when, tally, weight })
        .collect();
    let mut columns = vec![
        Column::new("edition", "Target", |count: &Count<'_>| Cell::text(count.target.as_str())),
        Column::new("when", "When", |count: &Count<'_>| Cell::word(count.when, Tone::Plain)),
    ];
    columns.extend(tally_columns!(Count<'_>, |count: &Count<'_>| count.tally, |count: &Count<'_>| count.weight));
    Table::of("targets", "Targets before and after", &columns, &counts)
}

fn statement_lines(changes: &[StatementChange], case: Assessed<'_>) -> Vec<Line> {
    let editions: BTreeSet<&EditionId> = changes.iter().map(|change| &change.clause.edition).collect();
    let home = editions.first().copied().filter(|_| editions.len() == 1);
    let line = |change: &StatementChange, field: &FieldChange| {
        let cell = |status: Option<Status>, values: &[String]| match status.filter(|_| field.name == "status") {
            Some(status) => Cell::word(status, stated::tone(status)),
            None => FieldChange::cell(values),
        };
        Line {
            progress: change.progress,
            part: "statement",
            clause: Some(change.clause.clone()),
            shown: words::short_reference(&change.clause, home),
            title: case.case.crosswalk.clause(&change.clause).map(|clause| clause.title.clone()).unwrap_or_default(),
            what: field.name.clone(),
            before: cell(change.before.as_ref().map(|statement| statement.status), &field.before),
            after: cell(change.after.as_ref().map(|statement| statement.status), &field.after),
        }
    };
    changes.iter().flat_map(|change| change.fields.iter().map(move |field| line(change, field))).collect()
}

fn requirement_lines(change: &RequirementChange) -> Vec<Line> {
    let line = |what: &str, before, after| Line {
        progress: change.progress(),
        part: "requirement",
        clause: Some(change.clause.clone()),
        shown: change.clause.number.to_string(),
        title: change.title.clone(),
        what: what.to_owned(),
        before,
        after,
    };
    let lines = [
        line("level", level(change.before), level(change.after)),
        line("action", action(change.before), action(change.after)),
    ];
    lines.into_iter().filter(|line| line.before != line.after).collect()
}

/// A value that belongs to no clause is neither better nor worse.
fn progress_of(change: &FieldChange) -> Progress {
    match change.kind() {
        ChangeKind::Added => Progress::New,
        ChangeKind::Removed => Progress::Withdrawn,
        ChangeKind::Changed => Progress::Updated,
    }
}

fn other_line(change: &FieldChange) -> Line {
    Line {
        progress: progress_of(change),
        part: "assessment",
        clause: None,
        shown: String::new(),
        title: Text::default(),
        what: change.name.clone(),
        before: FieldChange::cell(&change.before),
        after: FieldChange::cell(&change.after),
    }
}
