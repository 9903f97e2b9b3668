//! What an import changes or writes, as a document.

use xwalk::edit::import::Statements;
use xwalk::model::{Assessment, ClauseId, Relation, Statement, Status, Strength, Table};
use xwalk::report::{ANSWER, Basis, Cell, Column, Document, Part, Table as Listing, Tone};

/// What a clause was, and what it becomes.
struct Change {
    clause: ClauseId,
    before: Option<Status>,
    after: Status,
}

const CHANGES: &[Column<Change>] = &[
    Column::new("clause", "Clause", |change| Cell::refs([&change.clause])),
    Column::new("before", "Before", |change| {
        change.before.map_or(Cell::word("not stated", Tone::Quiet), |status| Cell::word(status, Tone::Plain))
    }),
    Column::new("after", "After", |change| match change.before {
        Some(before) if before == change.after => Cell::text(format!("{before}, with other particulars")),
        Some(_) | None => Cell::word(change.after, Tone::Plain),
    }),
];

/// What an import changes in an assessment.
pub(super) fn changed(before: &Assessment, statements: &Statements, changes: &[(ClauseId, Statement)]) -> Document {
    let change = |(clause, statement): &(ClauseId, Statement)| Change {
        clause: clause.clone(),
        before: before.statement(clause).map(|before| before.status),
        after: statement.status,
    };
    let changes: Vec<Change> = changes.iter().map(change).collect();
    let new = changes.iter().filter(|change| change.before.is_none()).count();
    let mut lead = vec![format!(
        "Statements in the sheet: {}; of these {new} are new, {} differ, {} say what is stated already.",
        statements.list.len(),
        changes.len() - new,
        statements.list.len() - changes.len()
    )];
    if statements.silent > 0 {
        lead.push(format!("Rows that name a clause and state nothing of it: {}.", statements.silent));
    }
    document("What would change", lead, Listing::of(ANSWER, "Changes", CHANGES, &changes))
}

const ROWS: &[Column<Relation>] = &[
    Column::new("from", "From", |row| Cell::refs(&row.from)),
    Column::new("to", "To", |row| Cell::refs([&row.to])),
    Column::new("relation", "Relation", |row| Cell::word(row.forward, Tone::Plain)),
];

/// What a table would hold.
pub(super) fn written(table: &Table) -> Document {
    let count = |strength| table.rows.iter().filter(|row| row.forward == strength).count();
    let lead = vec![format!(
        "{} from {} to {}, confidence {}. Rows: {}; of these {} are full, {} partial, {} none. Clauses called unrelated: {}.",
        table.id,
        table.from,
        table.to,
        table.confidence,
        table.rows.len(),
        count(Strength::Full),
        count(Strength::Partial),
        count(Strength::None),
        table.unrelated.len()
    )];
    document("What would be written", lead, Listing::of(ANSWER, "Rows", ROWS, &table.rows))
}

fn document(title: &str, lead: Vec<String>, table: Listing) -> Document {
    Document {
        command: "import",
        title: title.to_owned(),
        lead,
        parts: vec![Part::Table(table)],
        findings: Vec::new(),
        basis: Basis::default(),
    }
}
