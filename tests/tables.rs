//! What is said of relation tables by looking at them: copies, chapter rows, swapped ends, shapes, witnesses and cards.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

#[path = "tables/asides.rs"]
mod asides;
#[path = "tables/bounds.rs"]
mod bounds;
#[path = "tables/cards.rs"]
mod cards;
#[path = "tables/chapters.rs"]
mod chapters;
#[path = "tables/copies.rs"]
mod copies;
#[path = "tables/direction.rs"]
mod direction;
#[path = "tables/kinds.rs"]
mod kinds;
#[path = "tables/shapes.rs"]
mod shapes;
#[path = "tables/witnesses.rs"]
mod witnesses;

use std::fmt::Write as _;

use common::World;
use xwalk::audit::{AuditedTables, asides};

/// An edition with the clauses 1 to `clauses`, none above another.
fn flat(id: &str, clauses: usize) -> (String, String) {
    let mut text = format!("xwalk: catalog/1\nid: {id}\ntitle: Made\nclauses:\n");
    for number in 1..=clauses {
        writeln!(text, "  \"{number}\": Clause {number}").unwrap();
    }
    (format!("{}.yaml", id.replace(':', "-")), text)
}

/// A table with rows as they stand in a file.
fn table(id: &str, [from, to]: [&str; 2], head: &str, rows: &[String]) -> (String, String) {
    let rows: String = rows.iter().map(|row| format!("  - {{ {row} }}\n")).collect();
    let rows = if rows.is_empty() { "rows: []\n".to_owned() } else { format!("rows:\n{rows}") };
    let head = format!("from: {from}\nto: {to}\nversion: 1\nsource: us\nconfidence: medium\n{head}");
    (format!("{id}.yaml"), format!("xwalk: relations/1\nid: {id}\n{head}{rows}"))
}

fn row(from: impl ToString, to: impl ToString, rest: &str) -> String {
    format!("from: \"{}\", to: \"{}\", relation: {rest}", from.to_string(), to.to_string())
}

/// Looks at all tables of a library of these files.
fn look<T>(files: &[(String, String)], ask: impl FnOnce(&AuditedTables<'_>) -> T) -> T {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let world = World::new(&files, None);
    let tables: Vec<_> = world.library.tables().collect();
    let asides = asides(&tables);
    ask(&AuditedTables { library: &world.library, tables, asides: &asides, min_confidence: None })
}
