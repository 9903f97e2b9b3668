//! An import from rows to the text that it leaves: rows → statements or relations → the change → the text, read again.

use super::{Column, Kind, Mapping, Rows, SheetChoice, Statements, changes, rows};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::edit::{Draft, with_rows, write};
use crate::exchange::sheet::Sheet;
use crate::load::layout::Layout;
use crate::load::{self, raw};
use crate::model::{Assessment, ClauseId, Library, Statement, Table};
use crate::source::{FileId, Source, Sources};

/// What an import leaves.
#[derive(Debug)]
pub struct Imported<C> {
    /// The whole text. Read again, it said what the rows say.
    pub text: String,
    /// What it changes.
    pub change: C,
    /// What is worth knowing of how the text came about, a sentence each.
    pub remarks: Vec<String>,
}

/// What statements change in an assessment.
#[derive(Debug)]
pub struct StatementChange {
    /// What was stated before.
    pub before: Assessment,
    /// What the rows state.
    pub statements: Statements,
    /// What differs, by clause.
    pub changes: Vec<(ClauseId, Statement)>,
}

/// What relations change in a table.
#[derive(Debug)]
pub struct RelationChange {
    /// The table that was there before.
    pub before: Option<Table>,
    /// The table that the rows make.
    pub table: Table,
}

/// Why an import leaves nothing.
#[derive(Debug)]
pub enum Failed {
    /// The rows, or the file into which they go, are wrong: all that is wrong with them.
    Data(Vec<Diagnostic>),
    /// The request cannot be carried out.
    Refused(Refusal),
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Vec<Diagnostic>> for Failed {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self::Data(faults)
    }
}

/// The rows of a sheet, and what they are: as it is said, else by the headings of their columns.
pub fn recognise<'s>(
    sheets: &'s [Sheet],
    choice: &SheetChoice,
    kind: Option<Kind>,
    mappings: &[Mapping],
) -> Result<(Kind, Rows<'s>), Refusal> {
    let rows = |kind| rows(sheets, choice, kind, mappings).map(|rows| (kind, rows));
    if let Some(kind) = kind {
        return rows(kind);
    }
    match (rows(Kind::Assessment), rows(Kind::Table)) {
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
        (Ok(one), Ok((_, table))) if !table.has(Column::Relation) => Ok(one),
        (Ok(_), Ok(_)) => Err(Refusal::new(
            "the rows can be read as an assessment or as a relation table",
            "add --as assessment or --as table",
        )),
        (Err(assessment), Err(table)) if assessment.message == table.message => Err(assessment),
        (Err(assessment), Err(table)) => {
            let message = format!("as an assessment, {}; as a table, {}", assessment.message, table.message);
            Err(Refusal { message, help: assessment.help })
        }
    }
}

/// The assessment into which statements go.
#[derive(Debug)]
pub enum IntoAssessment {
    /// One that states nothing yet.
    New(Assessment),
    /// What is in a file.
    File(FileId, Assessment),
}

impl IntoAssessment {
    /// The assessment without the statements of the rows, and the text that holds it.
    fn parts(self, sources: &Sources) -> (Assessment, Option<&Source>) {
        match self {
            Self::New(assessment) => (assessment, None),
            Self::File(file, assessment) => (assessment, Some(sources.get(file))),
        }
    }
}

/// The assessment with what rows state.
pub fn import_statements(
    statements: Statements,
    into: IntoAssessment,
    sources: &mut Sources,
    library: &Library,
) -> Result<Imported<StatementChange>, Failed> {
    let (before, source) = into.parts(sources);
    let changes = changes(&before, &statements, library);
    let text = match source {
        Some(source) => merged(source, &changes, library)?,
        None => write::assessment(&with(before.clone(), &changes)?, library),
    };
    let file = sources.add("what would be written", text.clone());
    let (again, _) = load::assessment(sources, file, library).sound()?;
    if !super::changes(&again, &statements, library).is_empty() {
        let message = "the sheet contains something that an assessment file cannot hold; nothing was written";
        return Err(Refusal { message: message.to_owned(), help: None }.into());
    }
    Ok(Imported { text, change: StatementChange { before, statements, changes }, remarks: Vec::new() })
}

/// The table with the relations of rows in the place of its own; `name` is what its file will be called.
pub fn import_relations(
    table: Table,
    before: Option<(FileId, Table)>,
    name: &str,
    sources: &mut Sources,
    library: &Library,
) -> Result<Imported<RelationChange>, Failed> {
    let mut remarks = Vec::new();
    let source = before.as_ref().map(|(file, table)| (sources.get(*file).text(), table));
    let kept = source.and_then(|(text, before)| with_rows(text, before, &table));
    if source.is_some() && kept.is_none() {
        remarks
            .push("the rows are not laid out line by line: the file is written again, without its comments".to_owned());
    }
    let text = kept.unwrap_or_else(|| write::table(&table));
    let comments = |text: &str| Layout::read(text).map_or(0, |layout| layout.comments.len());
    let lost = source.map_or(0, |(before, _)| comments(before).saturating_sub(comments(&text)));
    if lost > 0 {
        remarks.push(format!("comments removed together with their rows: {lost}"));
    }
    if let Some((_, before)) = before.as_ref().filter(|(_, before)| write::table(before) != write::table(&table)) {
        remarks.push(format!(
            "the rows change but the version stays {}: raise `version` in the file if the meaning of a row changes",
            before.version
        ));
    }
    let file = sources.add(name, text.clone());
    let again = match load::standalone::read(sources, file)? {
        raw::File::Relations(raw) => load::table_from_raw(raw, name, library).sound()?.0,
        raw::File::Catalog(_) | raw::File::Method(_) | raw::File::Assessment(_) | raw::File::Reviews(_) => None,
    };
    if again.is_none_or(|again| write::table(&again) != write::table(&table)) {
        let message = "the sheet contains something that a table cannot hold; nothing was written";
        return Err(Refusal { message: message.to_owned(), help: None }.into());
    }
    Ok(Imported { text, change: RelationChange { before: before.map(|(_, before)| before), table }, remarks })
}

/// An assessment that states nothing with what a sheet states.
fn with(nothing: Assessment, changes: &[(ClauseId, Statement)]) -> Result<Assessment, Refusal> {
    let mut assessment = nothing;
    for (clause, statement) in changes {
        let added = assessment.add(clause.clone(), statement.clone());
        added.map_err(|_| Refusal { message: format!("{clause} is stated twice"), help: None })?;
    }
    Ok(assessment)
}

/// The text of an assessment with statements in the place of those that it has.
fn merged(source: &Source, changes: &[(ClauseId, Statement)], library: &Library) -> Result<String, Refusal> {
    let draft = Draft::read(source.name(), source.text().to_owned(), library)
        .map_err(|_| Refusal { message: format!("{} was valid a moment ago", source.name()), help: None })?;
    Ok(draft.set_all(library, changes)?.text().to_owned())
}
