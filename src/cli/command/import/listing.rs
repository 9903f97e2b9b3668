//! What an import changes or writes, as a document.

use std::collections::BTreeMap;

use xwalk::edit::removed_fields;
use xwalk::exchange::content::Count;
use xwalk::exchange::import::{Reason, RelationChange, StatementChange, WordUse};
use xwalk::language::Phrase;
use xwalk::model::{ClauseId, Relation, Statement, Status, Strength, Table};
use xwalk::report::{ANSWER, Basis, Cell, Column, Document, Part, Table as Listing, Tone};
use xwalk::source::Sources;

use super::new_file::NewFile;

/// What a clause was, and what it becomes.
struct Change {
    clause: ClauseId,
    before: Option<Status>,
    after: Status,
    /// What was stated and no longer is.
    lost: Vec<&'static str>,
}

const CHANGES: &[Column<Change>] = &[
    Column::new("clause", "Clause", |change| Cell::refs([&change.clause])),
    Column::new("before", "Before", |change| {
        change.before.map_or(Cell::word("not stated", Tone::Quiet), |status| Cell::word(status, Tone::Plain))
    }),
    Column::new("after", "After", |change| match change.before {
        Some(before) if before == change.after => Cell::text(format!("{before}, other fields changed")),
        Some(_) | None => Cell::word(change.after, Tone::Plain),
    }),
    Column::new("taken-away", "Removed", |change| match change.lost.as_slice() {
        [] => Cell::Empty,
        lost => Cell::text(lost.join(", ")),
    }),
];

/// What an import changes in an assessment.
pub(super) fn changed(change: &StatementChange) -> Document {
    let StatementChange { before, statements, changes } = change;
    let change = |(clause, statement): &(ClauseId, Statement)| Change {
        clause: clause.clone(),
        before: before.statement(clause).map(|before| before.status),
        after: statement.status,
        lost: before.statement(clause).map_or_else(Vec::new, |before| removed_fields(before, statement)),
    };
    let changes: Vec<Change> = changes.iter().map(change).collect();
    let new = changes.iter().filter(|change| change.before.is_none()).count();
    let mut lead = vec![format!(
        "Statements in the sheet: {}; of these {new} are new, {} differ, {} are unchanged.",
        statements.list.len(),
        changes.len() - new,
        statements.list.len() - changes.len()
    )];
    let lost: usize = changes.iter().map(|change| change.lost.len()).sum();
    if lost > 0 {
        lead.push(format!("Fields removed by an empty cell: {lost}."));
    }
    if statements.without_statement > 0 {
        lead.push(format!("Rows that name a clause without a statement: {}.", statements.without_statement));
    }
    let mut document = document("What changes", lead, Listing::of(ANSWER, "Changes", CHANGES, &changes));
    let foreign: Vec<&WordUse> = statements.words.iter().filter(|word| word.reason != Reason::Own).collect();
    if !foreign.is_empty() {
        document.parts.push(Part::Table(Listing::of("words", "Words and their interpretation", WORDS, foreign)));
    }
    document
}

const WORDS: &[Column<WordUse>] = &[
    Column::new("word", "Word", |word| Cell::text(&word.word)),
    Column::new("cells", "Cells", |word| Cell::count(word.count)),
    Column::new("first", "First", |word| Cell::text(&word.first)),
    Column::new("read-as", "Read as", |word| match word.status {
        Some(status) => Cell::word(status, Tone::Plain),
        None => Cell::word("nothing stated", Tone::Quiet),
    }),
    Column::new("by", "By", |word| {
        Cell::text(match word.reason {
            Reason::Own => "xwalk's own word",
            Reason::Said => "your options",
            Reason::BuiltIn => "the built-in list",
        })
    }),
];

const ROWS: &[Column<Relation>] = &[
    Column::new("from", "From", |row| Cell::refs(&row.from)),
    Column::new("to", "To", |row| Cell::refs([&row.to])),
    Column::new("relation", "Relation", |row| Cell::word(row.forward, Tone::Plain)),
];

/// What a table holds; where it held something before, only the rows that are new or different.
pub(super) fn written(change: &RelationChange) -> Document {
    let RelationChange { before, table } = change;
    fn beyond<'t>(rows: &'t [Relation], others: &[Relation]) -> Vec<&'t Relation> {
        let mut known: BTreeMap<_, Vec<&Relation>> = BTreeMap::new();
        for other in others {
            known.entry((&other.to, &other.from)).or_default().push(other);
        }
        let says = |row: &&Relation| {
            known.get(&(&row.to, &row.from)).is_some_and(|same| same.iter().any(|other| other.is_equivalent(row)))
        };
        rows.iter().filter(|row| !says(row)).collect()
    }
    let held = before.as_ref().map_or(&[][..], |before| &before.rows);
    let news = beyond(&table.rows, held);
    let count = |strength| table.rows.iter().filter(|row| row.forward == strength).count();
    let mut lead = vec![format!(
        "{} from {} to {}, confidence {}. Rows: {}; of these {} are full, {} partial, {} none, {} related. Clauses listed as unrelated: {}.",
        table.id,
        table.from,
        table.to,
        table.confidence,
        table.rows.len(),
        count(Strength::Full),
        count(Strength::Partial),
        count(Strength::None),
        count(Strength::Related),
        table.unrelated.len()
    )];
    if before.is_some() {
        let gone = beyond(held, &table.rows).len();
        lead.push(format!("Rows that are new or changed: {}; rows that are removed or changed: {gone}.", news.len()));
    }
    document("What is written", lead, Listing::of(ANSWER, "Rows", ROWS, news))
}

/// How many things of a kind a foreign file holds, and what happened to them.
struct Total {
    file: String,
    what: &'static str,
    read: usize,
    taken: usize,
    left_out: usize,
}

/// A reason why some of them were left out.
struct Cause {
    file: String,
    what: &'static str,
    left_out: usize,
    why: String,
}

const COUNTS: &[Column<Total>] = &[
    Column::new("file", "File", |count| Cell::text(&count.file)),
    Column::new("what", "What", |count| Cell::text(count.what)),
    Column::new("read", "Read", |count| Cell::count(count.read)),
    Column::new("taken", "Imported", |count| Cell::count(count.taken)),
    Column::new("left-out", "Left out", |count| Cell::count(count.left_out)),
];

const CAUSES: &[Column<Cause>] = &[
    Column::new("file", "File", |cause| Cell::text(&cause.file)),
    Column::new("what", "What", |cause| Cell::text(cause.what)),
    Column::new("left-out", "Left out", |cause| Cell::count(cause.left_out)),
    Column::new("why", "Why", |cause| Cell::text(&cause.why)),
];

const FILES: &[Column<NewFile>] = &[
    Column::new("path", "File", |file| Cell::text(&file.path)),
    Column::new("kind", "Kind", |file| Cell::text(file.kind)),
    Column::new("id", "Id", |file| Cell::text(&file.id)),
    Column::new("entries", "Clauses, rows or statements", |file| Cell::count(file.count)),
];

/// What files of other programs held, and what comes of them.
pub(super) fn of_standards(counts: &[Count], files: &[NewFile], sources: &Sources) -> Document {
    let (mut totals, mut causes) = (Vec::new(), Vec::new());
    for count in counts {
        let file = sources.get(count.file).name().to_owned();
        let left_out = count.left_out.iter().map(|(_, count)| count).sum();
        let Count { what, read, taken, .. } = *count;
        totals.push(Total { file: file.clone(), what, read, taken, left_out });
        let cause = |(why, left_out): &(String, usize)| {
            let (file, why) = (file.clone(), why.clone());
            Cause { file, what, left_out: *left_out, why }
        };
        causes.extend(count.left_out.iter().map(cause));
    }
    let lead = vec![format!("Resulting files: {}.", files.len())];
    let mut document = document("What is imported", lead, Listing::of(ANSWER, "Files", FILES, files));
    document.parts.push(Part::Table(Listing::of(
        "counts",
        "Content of the files, and what was imported",
        COUNTS,
        &totals,
    )));
    if !causes.is_empty() {
        document.parts.push(Part::Table(Listing::of("left-out", "Why something was left out", CAUSES, &causes)));
    }
    document
}

/// The tables that come of the columns of a wide crosswalk, and their rows.
pub(super) fn of_columns(files: &[NewFile], tables: &[Table]) -> Document {
    let lead = vec![format!("Resulting files: {}.", files.len())];
    let mut document = document("What is imported", lead, Listing::of(ANSWER, "Files", FILES, files));
    let rows = tables.iter().flat_map(|table| table.rows.iter());
    document.parts.push(Part::Table(Listing::of("rows", "Rows", ROWS, rows)));
    document
}

fn document(title: &str, lead: Vec<String>, table: Listing) -> Document {
    Document {
        command: "import",
        title: title.to_owned().into(),
        lead: Phrase::each(lead),
        parts: vec![Part::Table(table)],
        findings: Vec::new(),
        basis: Basis::default(),
    }
}
