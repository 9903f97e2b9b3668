//! A comparison of editions: what each says about itself, how large it is, what relates it to the others.

use std::collections::BTreeSet;

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::model::{Catalog, ClauseKind, Relation, Strength, TableId};
use crate::query::case::{Case, Question};
use crate::query::words;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Heading, Part, Table};
use crate::source::Span;

/// Compares editions: abstraction, audience, approach, granularity, sizes, common relations
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk compare sw-cmm itil-pink iso-9001:1994 baldrige:2001
  xwalk compare iso-9001:2008 iso-iec-20000-1:2011 --format markdown")]
pub struct Compare {
    /// The editions, by id or alias
    #[arg(value_name = "EDITION", required = true, num_args = 2..)]
    pub editions: Vec<String>,
}

struct Line<'l> {
    catalog: &'l Catalog,
    relations: Vec<String>,
}

fn count(catalog: &Catalog, kind: ClauseKind) -> usize {
    catalog.clauses().iter().filter(|clause| clause.kind == kind).count()
}

fn one_line(text: Option<&impl AsRef<str>>) -> Cell {
    Cell::maybe(text.map(|text| text.as_ref().trim().to_owned()))
}

/// What is compared, a line each for people and a column each for programs.
fn aspects<'l>() -> Vec<Column<Line<'l>>> {
    vec![
        Column::new("edition", "Edition", |line: &Line<'_>| Cell::text(line.catalog.id.as_str())),
        Column::new("title", "Title", |line: &Line<'_>| Cell::text(line.catalog.title.trim())),
        Column::new("publisher", "Publisher", |line: &Line<'_>| one_line(line.catalog.publisher.as_ref())),
        Column::new("published", "Published", |line: &Line<'_>| one_line(line.catalog.published.as_ref())),
        Column::new("kind", "Kind", |line: &Line<'_>| Cell::maybe(line.catalog.kind.map(|kind| kind.to_string()))),
        Column::new("abstraction", "Abstraction", |line: &Line<'_>| {
            one_line(line.catalog.profile.abstraction.as_ref())
        }),
        Column::new("audience", "Audience", |line: &Line<'_>| one_line(line.catalog.profile.audience.as_ref())),
        Column::new("approach", "Approach", |line: &Line<'_>| one_line(line.catalog.profile.approach.as_ref())),
        Column::new("granularity", "Granularity", |line: &Line<'_>| {
            one_line(line.catalog.profile.granularity.as_ref())
        }),
        Column::new("requirements", "Requirements", |line: &Line<'_>| {
            Cell::count(count(line.catalog, ClauseKind::Requirement))
        }),
        Column::new("headings", "Headings", |line: &Line<'_>| Cell::count(count(line.catalog, ClauseKind::Heading))),
        Column::new("relations", "Related to", |line: &Line<'_>| Cell::text(line.relations.join("; "))),
        Column::for_programs("confidence", |line: &Line<'_>| {
            Cell::maybe(line.catalog.confidence.map(|sure| sure.to_string()))
        }),
        Column::for_programs("provenance", |line: &Line<'_>| {
            Cell::maybe(line.catalog.provenance.map(|kind| kind.to_string()))
        }),
    ]
}

impl Question for Compare {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let catalogs = name::editions(&self.editions, case.library)?;
        let mut tables: Vec<&TableId> = Vec::new();
        let mut lines = Vec::new();
        for catalog in &catalogs {
            let mut relations = Vec::new();
            for other in catalogs.iter().filter(|other| other.id != catalog.id) {
                let shared = shared_rows(case, catalog, other);
                if shared.is_empty() {
                    continue;
                }
                let rows: BTreeSet<Span> = shared.iter().map(|(_, row)| row.span).collect();
                let written = |strength| {
                    let rows = shared.iter().filter(|(_, row)| row.forward == strength).map(|(_, row)| row.span);
                    rows.collect::<BTreeSet<Span>>().len()
                };
                let touch_points = words::touch_points(written(Strength::Related));
                let touch_points = touch_points.map(|touch_points| format!(", {touch_points}")).unwrap_or_default();
                let full = written(Strength::Full);
                relations.push(format!(
                    "{} ({}, {full} full{touch_points})",
                    other.id,
                    words::counted(rows.len(), "row", "rows")
                ));
                tables.extend(shared.into_iter().map(|(table, _)| table));
            }
            lines.push(Line { catalog, relations });
        }
        let table = Table::of(ANSWER, "Editions", &aspects(), &lines);
        let side_by_side = transposed(&table);
        let mut lead = Vec::new();
        if lines.iter().all(|line| line.relations.is_empty()) {
            lead.push("No relation table connects any two of them.".to_owned());
        }
        Ok(Document {
            command: "compare",
            title: "Comparison of editions".to_owned().into(),
            lead: Phrase::each(lead),
            parts: vec![Part::Table(side_by_side), Part::Table(table.for_audience(Audience::Programs))],
            findings: Vec::new(),
            basis: case.basis(catalogs.iter().map(|catalog| &catalog.id), tables),
        })
    }
}

/// The rows that relate two editions, whichever way they are written.
fn shared_rows<'l>(case: Case<'l>, one: &Catalog, other: &Catalog) -> Vec<(&'l TableId, &'l Relation)> {
    let relates = |row: &Relation, from: &Catalog, to: &Catalog| {
        row.to.edition == to.id && row.from.iter().any(|clause| clause.edition == from.id)
    };
    case.crosswalk
        .rows()
        .filter(|(_, row)| row.forward != Strength::None && (relates(row, one, other) || relates(row, other, one)))
        .map(|(table, row)| (&table.id, row))
        .collect()
}

/// The same table with a line for each column and a column for each line, for people.
fn transposed(table: &Table) -> Table {
    let heading =
        |label: String| Heading { key: label.clone().into(), label: label.into(), audience: Audience::People };
    let shown = |cell: &Cell| match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Empty
        | Cell::Word(..)
        | Cell::Count(_)
        | Cell::Share(..)
        | Cell::Number(_)
        | Cell::Rating(_)
        | Cell::Effort(_)
        | Cell::Day(_)
        | Cell::Boolean(_)
        | Cell::Refs(..)
        | Cell::Links(_) => String::new(),
    };
    let mut headings = vec![heading(String::new())];
    headings.extend(table.rows.iter().map(|row| heading(row.first().map(shown).unwrap_or_default())));
    let lines = table.headings.iter().enumerate().skip(1).filter(|(_, heading)| heading.audience.has_people());
    let rows = lines
        .map(|(at, heading)| {
            let cells = table.rows.iter().map(|row| row[at].clone());
            std::iter::once(Cell::text(heading.label.as_ref())).chain(cells).collect::<Vec<Cell>>()
        })
        .filter(|cells| cells[1..].iter().any(|cell| *cell != Cell::Empty))
        .collect();
    Table {
        name: "side-by-side",
        title: "Comparison".to_owned().into(),
        audience: Audience::People,
        headings,
        rows,
        details: Vec::new(),
        choices: Vec::new(),
        cut: None,
        quiet: BTreeSet::new(),
    }
}
