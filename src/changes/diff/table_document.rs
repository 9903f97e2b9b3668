//! What changed between two versions of a relation table, as a document.

use super::tables::only_table;
use super::{ChangeKind, FieldChange, TableChanges, TableDiff, TableEffect};
use crate::crosswalk::Level;
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::ClauseId;
use crate::query::case::Case;
use crate::query::coverage::tally_columns;
use crate::query::progress::Progress;
use crate::query::tally::{Tally, tone};
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table, Tone};
use crate::source::Text;

/// A line of the answer.
struct Line {
    kind: Cell,
    from: Vec<ClauseId>,
    to: Option<ClauseId>,
    what: String,
    before: Cell,
    after: Cell,
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("kind", "Kind", |line| line.kind.clone()),
    Column::for_programs("from", |line| Cell::refs(&line.from)),
    Column::for_programs("to", |line| Cell::refs(&line.to)),
    Column::for_people("From", |line| Cell::text(numbers(&line.from))),
    Column::for_people("To", |line| Cell::maybe(line.to.as_ref().map(|to| to.number.to_string()))),
    Column::new("what", "What", |line| Cell::text(&line.what)),
    Column::new("before", "Before", |line| line.before.clone()),
    Column::new("after", "After", |line| line.after.clone()),
];

fn numbers(clauses: &[ClauseId]) -> String {
    clauses.iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>().join(" + ")
}

/// How many of a kind there are.
struct Sum {
    change: ChangeKind,
    rows: usize,
    head: usize,
}

const SUMMARY: &[Column<Sum>] = &[
    Column::new("kind", "Kind", |sum| sum.change.cell()),
    Column::new("rows", "Rows", |sum| Cell::count(sum.rows)),
    Column::new("head", "Header and unrelated", |sum| Cell::count(sum.head)),
];

/// A count before or after.
struct Count<'a> {
    effect: &'a TableEffect,
    when: &'static str,
    tally: Tally,
    weight: f64,
}

/// A requirement that has another level.
struct LevelChange<'a> {
    clause: &'a ClauseId,
    title: Text,
    before: Level,
    after: Level,
}

impl LevelChange<'_> {
    fn progress(&self) -> Progress {
        Progress::of_levels(Some(self.before), Some(self.after))
    }
}

impl TableDiff {
    /// Answers for two cases whose libraries have the same editions and a table each: the two versions.
    pub fn document(&self, before: Case<'_>, after: Case<'_>) -> Result<Document, Refusal> {
        let changes = self.ask(before, after)?;
        let (old, new) = (only_table(before)?, only_table(after)?);
        let count = |kind: ChangeKind| Sum {
            change: kind,
            rows: changes.rows.iter().filter(|row| row.kind == kind).count(),
            head: changes.head.iter().filter(|field| field.kind() == kind).count(),
        };
        let sums = ChangeKind::ALL.map(count);
        let mut parts = vec![
            Part::Table(Table::of("summary", "Summary", SUMMARY, &sums)),
            Part::Table(Table::of(ANSWER, "Rows and header", COLUMNS, &lines(&changes))),
            Part::Table(counts(&changes.effects, after.settings.partial_weight)),
        ];
        parts.extend(
            changes
                .effects
                .iter()
                .filter(|effect| !effect.level_changes.is_empty())
                .map(|effect| level_changes(after, effect)),
        );
        let mut basis = after.basis([&new.from, &new.to], [&new.id]);
        basis.tables.splice(0..0, before.basis([], [&old.id]).tables);
        Ok(Document {
            command: "diff",
            title: format!("What changed in the table {}", new.id).into(),
            lead: Phrase::each(in_words(&changes)),
            parts,
            findings: Vec::new(),
            basis,
        })
    }
}

fn in_words(changes: &TableChanges) -> Vec<String> {
    let (before, after) = changes.versions;
    let mut sentences = vec![match (changes.is_meaning_changed, changes.lacks_new_version()) {
        (true, true) => {
            format!("The meaning changed but the version did not increase: it was {before} and is {after}.")
        }
        (true, false) => format!("The meaning changed, and the version increased from {before} to {after}."),
        (false, _) if before == after => format!("The meaning and the version, {after}, are unchanged."),
        (false, _) => format!("The meaning is unchanged, but the version changed from {before} to {after}."),
    }];
    for effect in &changes.effects {
        let progress =
            effect.level_changes.iter().map(|(_, before, after)| Progress::of_levels(Some(*before), Some(*after)));
        sentences.push(format!(
            "If all of {} is in place, {} of {} at a different level{}.",
            effect.base,
            counted(effect.level_changes.len(), "requirement", "requirements"),
            format_args!("{} {}", effect.target, if effect.level_changes.len() == 1 { "is" } else { "are" }),
            if effect.level_changes.is_empty() { String::new() } else { format!(": {}", Progress::counted(progress)) }
        ));
    }
    sentences
}

fn lines(changes: &TableChanges) -> Vec<Line> {
    let line = |kind: ChangeKind, field: &FieldChange| Line {
        kind: kind.cell(),
        from: Vec::new(),
        to: None,
        what: field.name.clone(),
        before: FieldChange::cell(&field.before),
        after: FieldChange::cell(&field.after),
    };
    let mut lines = Vec::new();
    for row in &changes.rows {
        lines.extend(row.fields.iter().map(|field| Line {
            from: row.from.clone(),
            to: Some(row.to.clone()),
            ..line(row.kind, field)
        }));
    }
    lines.extend(changes.head.iter().map(|field| line(field.kind(), field)));
    if changes.lacks_new_version() {
        lines.push(Line {
            kind: Cell::word("not raised", Tone::Bad),
            from: Vec::new(),
            to: None,
            what: "version".to_owned(),
            before: Cell::Count(u64::from(changes.versions.0)),
            after: Cell::Count(u64::from(changes.versions.1)),
        });
    }
    lines
}

fn counts(effects: &[TableEffect], weight: f64) -> Table {
    let counts: Vec<Count<'_>> = effects
        .iter()
        .flat_map(|effect| {
            [("before", effect.before), ("after", effect.after)].map(|(when, tally)| (effect, when, tally))
        })
        .map(|(effect, when, tally)| Count { effect, when, tally, weight })
        .collect();
    let mut columns = vec![
        Column::for_programs("base", |count: &Count<'_>| Cell::text(count.effect.base.as_str())),
        Column::new("target", "Covered edition", |count: &Count<'_>| Cell::text(count.effect.target.as_str())),
        Column::new("when", "When", |count: &Count<'_>| Cell::word(count.when, Tone::Plain)),
    ];
    columns.extend(tally_columns!(Count<'_>, |count: &Count<'_>| count.tally, |count: &Count<'_>| count.weight));
    Table::of(
        "effects",
        "How much one edition, fully in place, covers of the other, before and after",
        &columns,
        &counts,
    )
}

fn level_changes(case: Case<'_>, effect: &TableEffect) -> Part {
    let lines: Vec<LevelChange<'_>> = effect
        .level_changes
        .iter()
        .map(|(clause, before, after)| LevelChange {
            clause,
            title: case.library.clause(clause).map(|clause| clause.title.clone()).unwrap_or_default(),
            before: *before,
            after: *after,
        })
        .collect();
    let columns = vec![
        Column::new("kind", "Kind", |line: &LevelChange<'_>| line.progress().cell()),
        Column::for_programs("clause", |line: &LevelChange<'_>| Cell::refs([line.clause])),
        Column::for_people("Clause", |line: &LevelChange<'_>| Cell::text(line.clause.number.as_str())),
        Column::new("title", "Requirement", |line: &LevelChange<'_>| Cell::text(&line.title)),
        Column::new("before", "Before", |line: &LevelChange<'_>| Cell::word(line.before, tone(line.before))),
        Column::new("after", "After", |line: &LevelChange<'_>| Cell::word(line.after, tone(line.after))),
    ];
    let title = format!("Requirements of {} at a different level if all of {} is in place", effect.target, effect.base);
    Part::Table(Table::of("moved", title, &columns, &lines))
}
