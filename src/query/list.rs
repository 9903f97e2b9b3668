//! What is known: editions, relation tables, methods.

use clap::ValueEnum;

use crate::diagnostic::Refusal;
use crate::model::{Catalog, Method, Strength, Table as RelationTable};
use crate::query::case::{Case, Question};
use crate::query::lifecycle;
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};
use crate::source::Span;

/// What is known: editions, relation tables, methods, and how sure each is
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk list
  xwalk list tables --format csv
  xwalk list editions --standards my-standards")]
pub struct List {
    /// What to list
    #[arg(value_enum)]
    pub what: Option<What>,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Editions and their clause catalogs
    Editions,
    /// Relation tables
    Tables,
    /// Methods
    Methods,
}

struct Line {
    kind: &'static str,
    id: String,
    title: String,
    size: String,
    /// The rows of a table by strength: full, partial, none, related.
    counts: [Option<usize>; 4],
    confidence: Option<String>,
    provenance: Option<String>,
    state: Option<String>,
    successor: Option<String>,
    transition_ends: Option<String>,
    is_bundled: bool,
    file: String,
    source: String,
}

const COLUMNS: &[Column<Line>] = &[
    Column::for_programs("kind", |line| Cell::word(line.kind, Tone::Plain)),
    Column::new("id", "Id", |line| Cell::text(&line.id)),
    Column::for_programs("title", |line| Cell::text(&line.title)),
    Column::new("size", "Holds", |line| Cell::text(&line.size)),
    Column::for_programs("confidence", |line| Cell::maybe(line.confidence.as_ref())),
    Column::for_programs("provenance", |line| Cell::maybe(line.provenance.as_ref())),
    Column::for_people("Sure", |line| {
        Cell::text(line.confidence.iter().chain(&line.provenance).cloned().collect::<Vec<_>>().join(", "))
    }),
    Column::for_programs("full", |line| line.counts[0].map_or(Cell::Empty, Cell::count)),
    Column::for_programs("partial", |line| line.counts[1].map_or(Cell::Empty, Cell::count)),
    Column::for_programs("none", |line| line.counts[2].map_or(Cell::Empty, Cell::count)),
    Column::for_programs("related", |line| line.counts[3].map_or(Cell::Empty, Cell::count)),
    Column::for_programs("status", |line| Cell::maybe(line.state.as_ref())),
    Column::for_programs("superseded-by", |line| Cell::maybe(line.successor.as_ref())),
    Column::for_programs("transition-ends", |line| Cell::maybe(line.transition_ends.as_ref())),
    Column::for_programs("bundled", |line| Cell::Boolean(line.is_bundled)),
    Column::for_people("What it is", |line| {
        let place = if line.is_bundled { String::new() } else { format!(" ({})", line.file) };
        let successor = line.successor.as_ref().map(|later| format!(" (superseded by {later})")).unwrap_or_default();
        Cell::text(format!("{}{successor}{place}", line.title))
    }),
    Column::for_programs("file", |line| Cell::text(&line.file)),
    Column::for_programs("source", |line| Cell::text(&line.source)),
];

impl Question for List {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let source = |span: Span| case.sources.get(span.file);
        let edition = |catalog: &Catalog| {
            let file = source(catalog.span);
            Line {
                kind: "edition",
                id: catalog.id.to_string(),
                title: catalog.title.to_string(),
                size: counted(catalog.requirement_count(), "requirement", "requirements"),
                counts: [None; 4],
                confidence: catalog.confidence.map(|confidence| confidence.to_string()),
                provenance: catalog.provenance.map(|provenance| provenance.to_string()),
                state: catalog.status.map(|currency| currency.to_string()),
                successor: lifecycle::successor(case.library, catalog).map(str::to_owned),
                transition_ends: catalog.lifecycle.transition.as_ref().map(|transition| transition.ends.to_string()),
                is_bundled: file.is_bundled(),
                source: catalog.source.clone().unwrap_or_default().trim().to_owned(),
                file: file.name().to_owned(),
            }
        };
        let table = |table: &RelationTable| {
            let file = source(table.span);
            Line {
                kind: "table",
                id: table.id.to_string(),
                title: table
                    .title
                    .as_ref()
                    .map_or_else(|| format!("{} to {}", table.from, table.to), ToString::to_string),
                size: counted(table.rows.count(), "row", "rows"),
                counts: [Strength::Full, Strength::Partial, Strength::None, Strength::Related]
                    .map(|strength| Some(table.rows.count_of(strength))),
                confidence: Some(table.confidence.to_string()),
                provenance: table.provenance.map(|provenance| provenance.to_string()),
                state: Some(if table.is_draft { "draft" } else { "published" }.to_owned()),
                successor: None,
                transition_ends: None,
                is_bundled: file.is_bundled(),
                source: table.source.trim().to_owned(),
                file: file.name().to_owned(),
            }
        };
        let method = |method: &Method| {
            let file = source(method.span);
            Line {
                kind: "method",
                id: method.id.to_string(),
                title: method.title.to_string(),
                size: counted(method.steps.len(), "step", "steps"),
                counts: [None; 4],
                confidence: None,
                provenance: None,
                state: None,
                successor: None,
                transition_ends: None,
                is_bundled: file.is_bundled(),
                source: method.source.clone().unwrap_or_default().trim().to_owned(),
                file: file.name().to_owned(),
            }
        };
        let wants = |what| self.what.is_none_or(|wanted| wanted == what);
        let groups = [
            (What::Editions, "Editions", case.library.catalogs().map(edition).collect::<Vec<_>>()),
            (What::Tables, "Relation tables", case.library.tables().map(table).collect()),
            (What::Methods, "Methods", case.library.methods().map(method).collect()),
        ];
        let mut parts = Vec::new();
        let mut all = Vec::new();
        for (what, title, lines) in groups {
            if wants(what) {
                if !lines.is_empty() {
                    parts.push(Part::Table(Table::of(ANSWER, title, COLUMNS, &lines).for_audience(Audience::People)));
                }
                all.extend(lines);
            }
        }
        parts.push(Part::Table(Table::of(ANSWER, "Known", COLUMNS, &all).for_audience(Audience::Programs)));
        let count = |kind| all.iter().filter(|line| line.kind == kind).count();
        Ok(Document {
            command: "list",
            title: "What is known".to_owned().into(),
            lead: vec![
                format!(
                    "{}, {}, {}.",
                    counted(count("edition"), "edition", "editions"),
                    counted(count("table"), "relation table", "relation tables"),
                    counted(count("method"), "method", "methods")
                )
                .into(),
            ],
            parts,
            findings: Vec::new(),
            basis: case.basis([], []),
        })
    }
}
