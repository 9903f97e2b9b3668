//! An assessment, a catalog or a relation table as rows that a spreadsheet can hold and `xwalk import` reads back.

use std::collections::BTreeSet;

use clap::ValueEnum;

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::load::raw::nearest;
use crate::model::{
    Assessment, Catalog, Clause, ClauseId, ClauseKind, Confidence, EditionId, Few, Said, Statement, Status, Strength,
    Table as RelationTable, TableId,
};
use crate::query::case::{Assessed, AssessedQuestion, Case, Question};
use crate::query::condition::Chosen;
use crate::query::stated;
use crate::query::words::{self, counted};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Heading, Part, Table, Tone, sanitized};
use crate::source::Text;

/// Writes an assessment, a catalog or a relation table as rows for a spreadsheet
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(allow_missing_positional = true)]
pub struct Export {
    /// The kind of what is named [default: any kind with that name]
    #[arg(value_name = "KIND")]
    pub kind: Option<ExportKind>,
    /// A file of any of these kinds; an edition, by id or alias; or a table
    #[arg(value_name = "FILE|ID")]
    pub name: String,
    /// For an assessment: also list the requirements without a statement, to be filled in
    #[arg(long)]
    pub all: bool,
}

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportKind {
    /// The statements of an organization on clauses
    Assessment,
    /// The clauses of an edition
    Catalog,
    /// The rows between two editions
    Table,
}

impl ExportKind {
    fn in_words(self) -> &'static str {
        match self {
            Self::Assessment => "assessment file",
            Self::Catalog => "edition",
            Self::Table => "relation table",
        }
    }
}

impl Question for Export {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let asked = self.name.trim();
        let is_asked = |kind: ExportKind| self.kind.is_none_or(|asked| asked == kind);
        let table = TableId::parse(asked).ok().and_then(|id| case.library.table(&id));
        let document = match (table, name::edition(asked, case.library)) {
            (Some(table), _) if is_asked(ExportKind::Table) => {
                case.refuse_conditions(asked)?;
                export_table(case, table)
            }
            (_, Ok(catalog)) if is_asked(ExportKind::Catalog) => {
                case.check_conditions(catalog, Chosen::Clauses)?;
                export_catalog(case, catalog)
            }
            (_, found) => {
                let near = nearest(asked, case.library.tables().map(|table| table.id.as_str()));
                let near = near.filter(|_| is_asked(ExportKind::Table)).map(|near| format!("did you mean {near}?"));
                let what = self.kind.map_or("file, edition or table", ExportKind::in_words);
                let help = near.or_else(|| found.err()?.help.filter(|_| is_asked(ExportKind::Catalog)));
                return Err(Refusal { message: format!("no {what} is called {asked}"), help });
            }
        };
        if self.all {
            return Err(Refusal {
                message: format!("{asked} is not an assessment, so it has no clauses to fill in"),
                help: Some("leave out --all".to_owned()),
            });
        }
        Ok(document)
    }
}

/// A clause with its statement, if it has one.
struct Line {
    id: ClauseId,
    title: Text,
    statement: Option<Statement>,
}

const STATEMENTS: &[Column<Line>] = &[
    Column::new("edition", "Edition", |line| Cell::text(line.id.edition.as_str())),
    Column::new("clause", "Clause", |line| number(&line.id)),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::new("status", "Status", |line| {
        line.states(|stated| Some(Cell::word(stated.status, stated::tone(stated.status))))
    }),
    Column::new("evidence", "Evidence", |line| {
        line.states(|stated| {
            let places: Vec<String> = stated.evidence.iter().map(|place| escaped_line(place)).collect();
            (!places.is_empty()).then(|| Cell::Text(places.join("\n").into()))
        })
    }),
    Column::new("owner", "Owner", |line| line.states(|stated| stated.owner.as_ref().map(words))),
    Column::new("due", "Due", |line| line.states(|stated| stated.due.map(Cell::Day))),
    Column::new("assessed", "Assessed", |line| line.states(|stated| stated.assessed.map(Cell::Day))),
    Column::new("maturity", "Maturity", |line| {
        line.states(|stated| stated.maturity.map(|maturity| Cell::count(maturity.into())))
    }),
    Column::new("effort", "Effort", |line| line.states(|stated| stated.effort.map(Cell::Effort))),
    Column::new("justification", "Justification", |line| {
        line.states(|stated| stated.justification.as_ref().map(words))
    }),
    Column::new("note", "Note", |line| line.states(|stated| stated.note.as_ref().map(words))),
    Column::new("maturity-target", "Maturity target", |line| {
        line.states(|stated| stated.maturity_target.map(|target| Cell::count(target.into())))
    }),
    Column::new("risks", "Risks", |line| {
        line.states(|stated| (!stated.risks.is_empty()).then(|| Cell::text(words::joined(&stated.risks, "\n"))))
    }),
];

impl Line {
    fn states(&self, cell: impl FnOnce(&Statement) -> Option<Cell>) -> Cell {
        self.statement.as_ref().and_then(cell).unwrap_or(Cell::Empty)
    }
}

impl AssessedQuestion for Export {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        case.case.refuse_conditions("an assessment")?;
        let assessment = case.assessment;
        let to_fill_in = assessment.sections.iter().chain(&assessment.targets).filter(|_| self.all);
        let editions: BTreeSet<&EditionId> = assessment.editions().into_iter().chain(to_fill_in).collect();
        let catalogs = editions.iter().filter_map(|edition| case.case.library.catalog(edition));
        let line = |catalog: &Catalog, clause: &Clause| {
            let id = ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
            let statement = assessment.statement(&id).cloned();
            let is_listed = statement.is_some() || (self.all && clause.kind == ClauseKind::Requirement);
            is_listed.then(|| Line { id, title: clause.title.clone(), statement })
        };
        let lines: Vec<Line> =
            catalogs.flat_map(|catalog| catalog.clauses().iter().filter_map(|clause| line(catalog, clause))).collect();
        let open = lines.iter().filter(|line| line.statement.is_none()).count();
        let mut lead = vec![format!("{}.", counted(lines.len() - open, "statement", "statements"))];
        if open > 0 {
            lead.push(format!("{} to be filled in.", counted(open, "requirement is left", "requirements are left")));
        }
        Ok(Document {
            command: "export",
            title: format!("Assessment of {}", assessment.organization.trim()).into(),
            lead: Phrase::each(lead),
            parts: vec![
                Part::Table(Table::of(ANSWER, "Assessment", STATEMENTS, &lines).with_choices("status", &Status::WORDS)),
                Part::Table(general(assessment)),
            ],
            findings: Vec::new(),
            basis: case.basis(editions, []),
        })
    }
}

/// A field of an assessment and its value.
type Field = (&'static str, String);

const GENERAL: &[Column<Field>] = &[
    Column::new("Field Name", "Field Name", |field| Cell::text(field.0)),
    Column::new("Value", "Value", |field| Cell::Text(field.1.clone().into())),
];

/// What an assessment says about itself; several tags and targets have a line each.
fn general(assessment: &Assessment) -> Table {
    let Assessment { organization, scope, site, unit, tags, date, assessor, targets, .. } = assessment;
    let tags: Vec<String> = tags.iter().map(|tag| escaped_line(tag)).collect();
    let fields = [
        ("Organization", Some(escaped(organization))),
        ("Scope", scope.as_deref().map(escaped)),
        ("Site", site.as_deref().map(escaped)),
        ("Unit", unit.as_deref().map(escaped)),
        ("Tags", (!tags.is_empty()).then(|| tags.join("\n"))),
        ("Date", date.map(|date| date.to_string())),
        ("Assessor", assessor.as_deref().map(escaped)),
        ("Targets", (!targets.is_empty()).then(|| words::joined(targets, "\n"))),
    ];
    let fields: Vec<Field> = fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    Table::of("general", "General Information", GENERAL, &fields)
}

const ROWS: &[Column<Row>] = &[
    Column::new("from", "From", |row| {
        let numbers: Vec<String> =
            row.from.iter().map(|clause| words::short_reference(clause, Some(&row.pair.0))).collect();
        Cell::refs_shown(row.from.clone(), numbers.join(" "))
    }),
    Column::new("to", "To", |row| {
        let reference =
            |to: &ClauseId| Cell::refs_shown(vec![to.clone()], words::short_reference(to, Some(&row.pair.1)));
        row.to.as_ref().map_or(Cell::Empty, reference)
    }),
    Column::new("relation", "Relation", |row| Cell::word(row.forward, Tone::Plain)),
    Column::new("reverse", "Reverse", |row| {
        row.reverse.map_or(Cell::Empty, |reverse| Cell::word(reverse, Tone::Plain))
    }),
    Column::new("items", "Items", |row| row.items.as_ref().map_or(Cell::Empty, words)),
    Column::new("add", "Add", |row| row.add.as_ref().map_or(Cell::Empty, words)),
    Column::new("add-reverse", "Add reverse", |row| row.add_reverse.as_ref().map_or(Cell::Empty, words)),
    Column::new("note", "Note", |row| row.note.as_ref().map_or(Cell::Empty, words)),
    Column::new("confidence", "Confidence", |row| {
        row.confidence.map_or(Cell::Empty, |confidence| Cell::word(confidence, Tone::Plain))
    }),
    Column::new("derived-from", "Derived from", |row| Cell::text(words::joined(&row.derived_from, " "))),
    Column::new("said", "Said", |row| {
        let lines: Vec<String> = row.said.iter().map(|said| escaped_line(&said.to_string())).collect();
        if lines.is_empty() { Cell::Empty } else { Cell::Text(lines.join("\n").into()) }
    }),
    Column::new("reviewed-by", "Reviewed by", |row| {
        Cell::Text(row.reviewed_by.iter().map(|name| escaped_line(name)).collect::<Vec<_>>().join("\n").into())
    }),
];

/// A row of a table; or, without a `to`, a clause without a counterpart, with the reason as its note.
struct Row {
    /// The editions of the table.
    pair: (EditionId, EditionId),
    from: Vec<ClauseId>,
    to: Option<ClauseId>,
    forward: Strength,
    reverse: Option<Strength>,
    items: Option<Text>,
    add: Option<Text>,
    add_reverse: Option<Text>,
    note: Option<Text>,
    confidence: Option<Confidence>,
    derived_from: Few<TableId>,
    said: Few<Said>,
    reviewed_by: Few<Text>,
}

fn export_table(case: Case<'_>, table: &RelationTable) -> Document {
    let pair = || (table.from.clone(), table.to.clone());
    let unrelated = table.unrelated.iter().map(|(number, why)| Row {
        pair: pair(),
        from: vec![ClauseId { edition: table.from.clone(), number: number.clone() }],
        to: None,
        forward: Strength::None,
        reverse: None,
        items: None,
        add: None,
        add_reverse: None,
        note: Some(why.clone()),
        confidence: None,
        derived_from: Few::new(),
        said: Few::new(),
        reviewed_by: Few::new(),
    });
    let related = table.rows.iter().map(|row| Row {
        pair: pair(),
        from: row.from.clone(),
        to: Some(row.to.clone()),
        forward: row.forward,
        reverse: row.reverse,
        items: row.items.as_deref().cloned(),
        add: row.add.clone(),
        add_reverse: row.add_reverse.clone(),
        note: row.note.clone(),
        confidence: Some(row.confidence),
        derived_from: row.derived_from.clone(),
        said: row.said.clone(),
        reviewed_by: row.reviewed_by.clone(),
    });
    let rows: Vec<Row> = unrelated.chain(related).collect();
    let method = table.method.iter().map(|method| format!("Method: {}", method.trim()));
    let lead = [
        format!("From {} to {}: {}.", table.from, table.to, counted(table.rows.len(), "row", "rows")),
        format!("Source: {}", table.source.trim()),
    ];
    Document {
        command: "export",
        title: table.title.as_ref().map_or_else(|| table.id.to_string(), ToString::to_string).into(),
        lead: Phrase::each(lead.into_iter().chain(method)),
        parts: vec![Part::Table(Table::of(ANSWER, "Rows", ROWS, &rows))],
        findings: Vec::new(),
        basis: case.basis([&table.from, &table.to], [&table.id]),
    }
}

/// A clause of an edition, with the one above it.
struct CatalogClause {
    id: ClauseId,
    clause: Clause,
    above: Option<ClauseId>,
}

const CLAUSES: &[Column<CatalogClause>] = &[
    Column::new("clause", "Clause", |place| number(&place.id)),
    Column::new("title", "Title", |place| Cell::text(&place.clause.title)),
    Column::new("kind", "Kind", |place| Cell::word(place.clause.kind.to_string(), Tone::Plain)),
    Column::new("parent", "Parent", |place| place.above.as_ref().map_or(Cell::Empty, number)),
    Column::new("summary", "Summary", |place| Cell::maybe(place.clause.summary.as_ref())),
    Column::new("mandatory", "Mandatory", |place| Cell::Boolean(place.clause.mandatory)),
];

fn export_catalog(case: Case<'_>, catalog: &Catalog) -> Document {
    let id = |clause: &Clause| ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
    let place = |clause: &Clause| CatalogClause {
        id: id(clause),
        clause: clause.clone(),
        above: clause.parent.map(|above| id(&catalog.clauses()[above])),
    };
    let chosen = catalog.clauses().iter().filter(|clause| case.is_chosen(clause));
    let places: Vec<CatalogClause> = chosen.map(place).collect();
    let mut table = Table::of(ANSWER, "Clauses", CLAUSES, &places);
    for attribute in catalog.attributes() {
        // Another column may have the name already.
        let is_taken = table.headings.iter().any(|heading| heading.key == attribute);
        let key = sanitized(attribute) + if is_taken { " (attribute)" } else { "" };
        // A list has a line for each value, as evidence has.
        let values = |clause: &Clause| clause.attributes.values(attribute).collect::<Vec<_>>().join("\n");
        add_column(&mut table, key, places.iter().map(|place| Cell::text(values(&place.clause))));
    }
    for language in catalog.languages() {
        let language = language.as_str();
        let titles = places.iter().map(|place| place.clause.translations.title(language));
        let summaries = places.iter().map(|place| place.clause.translations.summary(language));
        add_column(&mut table, format!("title ({language})"), titles.map(Cell::maybe));
        add_column(&mut table, format!("summary ({language})"), summaries.map(Cell::maybe));
    }
    Document {
        command: "export",
        title: format!("{} {}", catalog.id, catalog.title).into(),
        lead: match case.chosen_in_words(catalog, Chosen::Clauses, "listed") {
            Some(chosen) => vec![chosen],
            None => vec![format!("{}.", counted(places.len(), "clause", "clauses")).into()],
        },
        parts: vec![Part::Table(table)],
        findings: Vec::new(),
        basis: case.basis([&catalog.id], []),
    }
}

/// Adds a column that some catalogs have, with a cell for each row.
fn add_column(table: &mut Table, key: String, cells: impl Iterator<Item = Cell>) {
    table.headings.push(Heading { key: key.clone().into(), label: key.into(), audience: Audience::All });
    table.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
}

/// A clause: its number for people, whole for programs, so that no spreadsheet takes it for a number.
fn number(id: &ClauseId) -> Cell {
    Cell::refs_shown(vec![id.clone()], id.number.to_string())
}

fn words(text: &Text) -> Cell {
    Cell::Text(escaped(text).into())
}

/// The text as a cell holds it and an import reads it back. Characters that are not shown are spelt `\u{1b}`, and so are
/// spaces around the text, and a backslash where it would begin such a spelling; `\u{}` is a text without a character.
fn escaped(text: &str) -> String {
    if text.is_empty() {
        return r"\u{}".to_owned();
    }
    let (first, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    let mut spelt = String::new();
    for (at, c) in text.char_indices() {
        let is_spelling = c == '\\' && text[at..].starts_with(r"\u{");
        let is_hidden = matches!(c, '\u{fffe}' | '\u{ffff}')
            || sanitized(c.encode_utf8(&mut [0; 4])) != text[at..at + c.len_utf8()];
        if is_spelling || is_hidden || at < first || at >= end {
            spelt += &spelling(c);
        } else {
            spelt.push(c);
        }
    }
    spelt
}

fn spelling(c: char) -> String {
    format!(r"\u{{{:x}}}", u32::from(c))
}

/// The same of one piece of evidence, where line breaks and some signs between spaces separate one from the next.
fn escaped_line(text: &str) -> String {
    let line = escaped(text).replace('\n', &spelling('\n'));
    let line = line.replace("; ", &format!("{} ", spelling(';'))).replace(" | ", &format!(" {} ", spelling('|')));
    match line.strip_suffix(';') {
        Some(before) => format!("{before}{}", spelling(';')),
        None => line,
    }
}
