//! What is known: editions, relation tables, methods.

use clap::ValueEnum;

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{Catalog, Method, Strength, Table as RelationTable};
use crate::query::case::{Case, Question};
use crate::query::lifecycle;
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};
use crate::source::Span;

/// Lists the available editions, relation tables and methods, with their confidence
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk list
  xwalk list --all
  xwalk list tables --format csv
  xwalk list editions --standards my-standards")]
pub struct List {
    /// What to list [default: editions; CSV and JSON contain all]
    #[arg(value_enum)]
    pub what: Option<Listed>,
    /// List editions, relation tables and methods
    #[arg(long, conflicts_with = "what")]
    pub all: bool,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listed {
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
    /// The name of an edition without its number after the colon, and when it was published.
    standard: String,
    published: String,
    requirements: usize,
    is_bundled: bool,
    file: String,
    source: String,
}

const COLUMNS: &[Column<Line>] = &[
    Column::for_programs("kind", |line| Cell::word(line.kind, Tone::Plain)),
    Column::new("id", "Id", |line| Cell::text(&line.id)),
    Column::for_programs("title", |line| Cell::text(&line.title)),
    Column::new("size", "Content", |line| Cell::text(&line.size)),
    Column::for_programs("confidence", |line| Cell::maybe(line.confidence.as_ref())),
    Column::for_programs("provenance", |line| Cell::maybe(line.provenance.as_ref())),
    Column::for_people("Confidence", |line| Cell::text(line.sure())),
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

/// What people read of editions, a line each.
const EDITIONS: &[Column<Line>] = &[
    Column::for_people("Id", |line| Cell::text(&line.id)),
    Column::for_people("Req.", |line| Cell::count(line.requirements)),
    Column::for_people("Confidence", |line| Cell::text(line.sure())),
    Column::for_people(TITLE, |line| Cell::text(line.marks() + &line.title)),
];

const TITLE: &str = "Title";

impl Line {
    fn sure(&self) -> String {
        self.confidence.iter().chain(&self.provenance).cloned().collect::<Vec<_>>().join(", ")
    }

    /// Whether an edition is no longer in force.
    fn is_over(&self) -> bool {
        self.successor.is_some() || self.state.as_deref() == Some("withdrawn")
    }

    /// What comes before the title of an edition: its origin, and its successor.
    fn marks(&self) -> String {
        let added = (!self.is_bundled).then(|| ADDED.to_owned());
        let state = match (&self.successor, self.state.as_deref()) {
            (Some(later), _) => Some(format!("replaced by {later}")),
            (None, Some("current") | None) => None,
            (None, Some(state)) => Some(state.to_owned()),
        };
        let marks: Vec<String> = added.into_iter().chain(state).collect();
        if marks.is_empty() { String::new() } else { format!("[{}] ", marks.join(", ")) }
    }
}

/// The mark of an edition that is not part of xwalk.
const ADDED: &str = "added";

/// The editions for people: standards in alphabetical order, the newest edition of each first.
fn editions(lines: &[Line]) -> Table {
    let mut lines: Vec<&Line> = lines.iter().collect();
    lines.sort_by(|left, right| {
        let newest_first = (&right.published, &right.id).cmp(&(&left.published, &left.id));
        left.standard.cmp(&right.standard).then(newest_first)
    });
    let over = lines.iter().enumerate().filter(|(_, line)| line.is_over()).map(|(row, _)| row);
    let table = Table::of(ANSWER, "Editions", EDITIONS, lines.iter().copied());
    table.with_cut_column(TITLE).with_quiet_rows(over).for_audience(Audience::People)
}

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
                standard: catalog.id.standard().to_owned(),
                published: catalog.published.as_deref().unwrap_or(catalog.id.as_str()).to_owned(),
                requirements: catalog.requirement_count(),
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
                standard: String::new(),
                published: String::new(),
                requirements: 0,
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
                standard: String::new(),
                published: String::new(),
                requirements: 0,
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
            (Listed::Editions, "Editions", case.library.catalogs().map(edition).collect::<Vec<_>>()),
            (Listed::Tables, "Relation tables", case.library.tables().map(table).collect()),
            (Listed::Methods, "Methods", case.library.methods().map(method).collect()),
        ];
        let is_shown = |what| self.all || self.what.unwrap_or(Listed::Editions) == what;
        let mut parts = Vec::new();
        let mut all = Vec::new();
        for (what, title, lines) in groups {
            if wants(what) {
                if is_shown(what) && !lines.is_empty() {
                    parts.push(Part::Table(match what {
                        Listed::Editions => editions(&lines),
                        Listed::Tables | Listed::Methods => {
                            Table::of(ANSWER, title, COLUMNS, &lines).for_audience(Audience::People)
                        }
                    }));
                }
                all.extend(lines);
            }
        }
        parts.push(Part::Table(Table::of(ANSWER, "Known", COLUMNS, &all).for_audience(Audience::Programs)));
        let count = |kind| all.iter().filter(|line| line.kind == kind).count();
        let mut lead = vec![format!(
            "{}, {}, {}.",
            counted(count("edition"), "edition", "editions"),
            counted(count("table"), "relation table", "relation tables"),
            counted(count("method"), "method", "methods")
        )];
        if self.what.is_none() && !self.all {
            lead.push(
                "Relation tables: `xwalk list tables`; methods: `xwalk list methods`; all: `xwalk list --all`."
                    .to_owned(),
            );
        }
        if all.iter().any(|line| line.kind == "edition" && !line.is_bundled) {
            lead.push(format!(
                "[{ADDED}] marks editions that are not part of xwalk: --standards, XWALK_STANDARDS or xwalk.toml name them."
            ));
        }
        Ok(Document {
            command: "list",
            title: "Available data".to_owned().into(),
            lead: Phrase::each(lead),
            parts,
            findings: Vec::new(),
            basis: case.basis([], []),
        })
    }
}
