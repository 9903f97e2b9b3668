//! A spreadsheet becomes an assessment or a relation table.

mod listing;
mod options;
mod read;

use std::path::{Path, PathBuf};

use xwalk::edit::import::{self, Kind, Mapping, Rows, TableHead};
use xwalk::edit::{Draft, sheet, with_rows, write};
use xwalk::load::layout::Layout;
use xwalk::load::{self, disk, raw};
use xwalk::model::{Assessment, ClauseId, Library, Statement};
use xwalk::query;
use xwalk::render::FORMATS;
use xwalk::report::Document;
use xwalk::source::{FileId, Source, Sources};

use super::Act;
use crate::cli::args::{Args, OutputArgs};
use crate::cli::output::Output;
use crate::cli::{Failure, fail, read_assessment, read_library, sound};
use options::{As, AssessmentHead, From, TableOptions};
use read::{read_sheets, read_table};

/// A spreadsheet becomes an assessment or a relation table
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk import filled-in.xlsx --organization \"Harbour IT\" --output assessment.yaml
  xwalk import filled-in.xlsx --into assessment.yaml --dry-run
  xwalk import rows.xlsx --into standards/relations/our-own.yaml
  xwalk import controls.csv --organization Us --edition 27001:2022 --map \"Check item=clause\"
  xwalk import rows.xlsx --from-edition 9001:2015 --to-edition 27001:2022 --source \"Our own\" --confidence low
  curl https://example.com/rows | xwalk import /dev/stdin --from csv --as assessment --into assessment.yaml

Columns are known by their heads, in any order, below any title: clause and status at least of an assessment (edition,
evidence, owner, due, assessed, maturity, effort, justification, note), to and relation at least of a table (from, reverse,
items, add, note, confidence). `xwalk export FILE --all` makes a sheet to fill in.

--into: what the sheet has no column for stays as it is, an empty cell takes away what was said, and a clause without a
status or anything else stays as it is. The rows of a table take the place of its own; its head and comments stay.")]
pub(crate) struct Import {
    /// The spreadsheet: CSV or XLSX
    file: PathBuf,
    /// What file it is [default: by its ending]
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<From>,
    /// What its rows are [default: by the heads of its columns]
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<As>,
    /// The sheet of a workbook [default: the only one with such rows]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// What a head means, as "Head=column", or "Head=ignore"; may be given several times
    #[arg(long = "map", value_name = "HEAD=COLUMN", value_parser = Mapping::parse)]
    mappings: Vec<Mapping>,
    /// Take the rows over into this file: statements into an assessment, relations into a table
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "output", "organization", "scope", "date", "assessor", "target", "id", "from_edition", "to_edition", "source",
        "confidence", "title", "method", "version", "provenance", "draft",
    ])]
    into: Option<PathBuf>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    assessment: Box<AssessmentHead>,
    #[command(flatten)]
    table: Box<TableOptions>,
}

impl Act for Import {
    fn act(&self, args: &Args, output: &Output) -> Result<(), Failure> {
        if let Some(path) = args.output.yaml_file()?.filter(|path| disk::is_file(path)) {
            let tip = "name another file, or take the rows over into this one with --into FILE";
            return Err(anyhow::anyhow!("{} is there already\n\n  tip: {tip}", path.display()).into());
        }
        let (mut sources, library) = read_library(args, output)?;
        let sheets = read_sheets(&self.file, self.from, &mut sources, output)?;
        let (kind, rows) = self.rows(&sheets)?;
        let (is_stray, what) = match kind {
            Kind::Assessment => (*self.table != TableOptions::default(), "an assessment"),
            Kind::Table => (*self.assessment != AssessmentHead::default(), "a relation table"),
        };
        if is_stray {
            let tip = "`xwalk import --help` says which are";
            return Err(
                anyhow::anyhow!("the rows are {what}, and some options are not for that\n\n  tip: {tip}").into()
            );
        }
        for column in &rows.ignored {
            output.remark(&format!(
                "nothing is taken over from column {column}; --map \"HEAD=COLUMN\" says what it holds"
            ))?;
        }
        let name = args.output.file();
        let made = match kind {
            Kind::Assessment => self.statements(&rows, &mut sources, &library, output)?,
            Kind::Table => self.relations(&rows, name, &mut sources, &library, output)?,
        };
        if let (Some(path), Some(file)) = (&self.into, made.into)
            && !self.dry_run
        {
            disk::replace(path, sources.get(file).text(), &made.text)?;
        }
        if self.into.is_none() && !self.dry_run {
            return Ok(output.write_text(&made.text)?);
        }
        let OutputArgs { format, color, width, .. } = &args.output;
        let args = OutputArgs { format: format.clone(), output: None, color: *color, width: *width };
        Output::new(&args, FORMATS[0].name).write(&made.document, &sources)?;
        // Whoever asks for a format gets that and nothing else.
        if let (Some(file), None) = (made.into, format) {
            let source = sources.get(file);
            output.say_changes(source.name(), source.text(), &made.text)?;
        }
        Ok(())
    }
}

/// What comes of a sheet.
struct Made {
    text: String,
    /// The file whose text it is to replace.
    into: Option<FileId>,
    /// What is to be told of it.
    document: Document,
}

impl Import {
    /// The rows, and what they are: as it is said, else by the heads of their columns.
    fn rows<'s>(&self, sheets: &'s [sheet::Sheet]) -> anyhow::Result<(Kind, Rows<'s>)> {
        let rows = |kind| import::rows(sheets, self.sheet.as_deref(), kind, &self.mappings).map(|rows| (kind, rows));
        match self.kind {
            Some(As::Assessment) => Ok(rows(Kind::Assessment)?),
            Some(As::Table) => Ok(rows(Kind::Table)?),
            None => match (rows(Kind::Assessment), rows(Kind::Table)) {
                (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
                (Ok(_), Ok(_)) => {
                    anyhow::bail!(
                        "the rows may be an assessment or a relation table\n\n  tip: add --as assessment or --as table"
                    )
                }
                (Err(assessment), Err(table)) if assessment.message == table.message => Err(assessment.into()),
                (Err(assessment), Err(table)) => {
                    let message = format!("as an assessment, {}; as a table, {}", assessment.message, table.message);
                    Err(import::Unreadable { message, help: assessment.help }.into())
                }
            },
        }
    }

    fn statements(
        &self,
        rows: &Rows<'_>,
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<Made, Failure> {
        let head = &self.assessment;
        let edition = head.edition.as_deref().map(|name| query::name::edition(name, library)).transpose()?;
        let read = import::statements(rows, edition.map(|catalog| &catalog.id), library);
        let statements = sound(read, sources, output)?;
        let (before, into) = match &self.into {
            Some(path) => {
                let (before, file) = read_assessment(path, sources, library, output)?;
                (before, Some(file))
            }
            None => (head.assessment(library)?, None),
        };
        let changes = import::changes(&before, &statements);
        let document = listing::changed(&before, &statements, &changes);
        let text = match into {
            Some(file) => merged(sources.get(file), &changes, library)?,
            None => write::assessment(&with(before, &changes)?, library),
        };
        let file = sources.add("what would be written", text.clone());
        let again = match load::assessment(sources, file, library).sound() {
            Ok((again, _)) => again,
            Err(faults) => return fail(&faults, sources, output),
        };
        if !import::changes(&again, &statements).is_empty() {
            return Err(anyhow::anyhow!("the sheet holds what no assessment file can hold; nothing was written").into());
        }
        Ok(Made { text, into, document })
    }

    fn relations(
        &self,
        rows: &Rows<'_>,
        path: Option<&Path>,
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<Made, Failure> {
        let before = self.into.as_deref().map(|path| read_table(path, sources, library, output)).transpose()?;
        let head = match &before {
            Some((table, _)) => TableHead::of(table),
            None => self.table.head(rows, path, library)?,
        };
        let table = sound(import::table(rows, &head, library), sources, output)?;
        let text = before.as_ref().and_then(|(before, file)| with_rows(sources.get(*file).text(), before, &table));
        if before.is_some() && text.is_none() {
            output.remark("the rows are not laid out line by line: the file is written anew, without its comments")?;
        }
        let text = text.unwrap_or_else(|| write::table(&table));
        let comments = |text: &str| Layout::read(text).map_or(0, |layout| layout.comments.len());
        let lost =
            before.as_ref().map_or(0, |(_, file)| comments(sources.get(*file).text()).saturating_sub(comments(&text)));
        if lost > 0 {
            output.remark(&format!("comments that go with the rows at which they stand: {lost}"))?;
        }
        // A file that is there may be called otherwise than its table.
        let name = path.map_or_else(|| format!("{}.yaml", table.id), |path| path.display().to_string());
        let file = sources.add(&name, text.clone());
        let mut faults = Vec::new();
        let again = match raw::read(sources, file, &mut faults) {
            Some(raw::File::Relations(raw)) => load::table_as_written(raw, &name, library).sound(),
            Some(_) | None => Err(faults),
        };
        match again {
            Ok((Some(again), _)) if write::table(&again) == write::table(&table) => {}
            Ok(_) => return Err(anyhow::anyhow!("the sheet holds what no table can hold; nothing was written").into()),
            Err(faults) => return fail(&faults, sources, output),
        }
        let document = listing::written(before.as_ref().map(|(before, _)| before), &table);
        Ok(Made { text, into: before.map(|(_, file)| file), document })
    }
}

/// An assessment that states nothing with what a sheet states.
fn with(nothing: Assessment, changes: &[(ClauseId, Statement)]) -> anyhow::Result<Assessment> {
    let mut assessment = nothing;
    for (clause, statement) in changes {
        let added = assessment.add(clause.clone(), statement.clone());
        added.map_err(|_| anyhow::anyhow!("{clause} is stated twice"))?;
    }
    Ok(assessment)
}

/// The text of an assessment with statements in the place of those that it has.
fn merged(source: &Source, changes: &[(ClauseId, Statement)], library: &Library) -> anyhow::Result<String> {
    let draft = Draft::read(source.name(), source.text().to_owned(), library)
        .map_err(|_| anyhow::anyhow!("{} was sound a moment ago", source.name()))?;
    Ok(draft.set_all(library, changes)?.text().to_owned())
}
