//! A spreadsheet becomes an assessment or a relation table.

use std::path::Path;

use jiff::civil::Date;
use xwalk::diagnostic::counted;
use xwalk::disk;
use xwalk::exchange::import::{
    self, Failed, GeneralInformation, IntoAssessment, Kind, Reading, Reason, Remedy, Rows, TableHeader,
};
use xwalk::exchange::sheet::Sheet;
use xwalk::load::{self, name};
use xwalk::model::{Library, Table};
use xwalk::render::FORMATS;
use xwalk::report::Document;
use xwalk::source::{FileId, Sources};

use super::options::{AssessmentHeader, RowKind, TableOptions};
use super::read::{read_table, read_words};
use super::{Import, listing};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::{Options, OutputArgs};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{Target, fail, read_assessment, taken_over};

impl Import {
    /// Imports the sheets of one file.
    pub(super) fn import_sheets(
        &self,
        sheets: &[Sheet],
        (mut sources, library): (Sources, Library),
        options: &Options,
        output: &Output,
    ) -> Result<(), Failure> {
        if self.with_text {
            let tip = "leave it out; name the columns to import with --map";
            return Err(
                anyhow::anyhow!("--with-text is for standards, but this is a spreadsheet\n\n  tip: {tip}").into()
            );
        }
        if let Some(path) = options.output.yaml_file()?.filter(|path| disk::is_file(path) && !options.output.force) {
            let tip = "name another file, add the rows to this one with --into FILE, or add --force to replace it";
            return Err(anyhow::anyhow!("{} already exists\n\n  tip: {tip}", path.display()).into());
        }
        let mut words = read_words(self.reading.status_words.as_deref(), &self.reading.words, &mut sources, output)?;
        words.guess = self.reading.guess;
        let kind = self.kind.map(|kind| match kind {
            RowKind::Assessment => Kind::Assessment,
            RowKind::Table => Kind::Table,
        });
        let (choice, mappings) = (self.reading.choice(), &self.reading.mappings);
        let reading = Reading {
            words,
            dates: self.reading.dates(),
            split: self.reading.split,
            id_prefix: self.reading.id_prefix.clone(),
            relation: self.reading.relation,
            only_source: self.reading.only_source.clone(),
            remedy: Remedy::Options,
        };
        let (kind, mut rows) = match self.table.to_column.as_slice() {
            [] => import::recognise(sheets, &choice, kind, mappings)?,
            [column] => (Kind::Table, import::column_rows(sheets, &choice, mappings, column)?),
            _ => return self.import_columns(sheets, &reading, (sources, library), options, output),
        };
        rows.reading = reading;
        let (is_stray, what) = match kind {
            Kind::Assessment => (*self.table != TableOptions::default(), "an assessment"),
            Kind::Table => (*self.assessment != AssessmentHeader::default(), "a relation table"),
        };
        if is_stray {
            let tip = "`xwalk import --help` shows which are";
            return Err(
                anyhow::anyhow!("the rows are {what}, but some options are not for that kind\n\n  tip: {tip}").into()
            );
        }
        tell(&rows, &rows.ignored, output);
        let general = GeneralInformation::of(sheets, &library);
        let name = options.output.file();
        let target = |path: &Path| Target::new(path, self.dry_run, self.in_place.patience());
        let mut target = self.into.as_deref().map(target).transpose()?;
        let (imported, made) = match kind {
            Kind::Assessment => {
                (self.statements(&rows, &general, target.as_mut(), &mut sources, &library, output)?, Made::Assessment)
            }
            Kind::Table => {
                let column = self.table.to_column.first();
                let rows = (&rows, &general, column.map(|column| column.edition.as_str()));
                (self.relations(rows, name, target.as_mut(), &mut sources, &library, output)?, Made::Table)
            }
        };
        let (Some(target), Some(file)) = (target, imported.into) else {
            if self.dry_run {
                output.check_made(made, &sources)?;
                return Ok(self.report(options).write(&imported.document, &sources)?);
            }
            return Ok(output.write_text(&imported.text, made, &sources)?);
        };
        let report = self.report(options);
        report.check(&imported.document, &sources)?;
        let (name, before) = (sources.get(file).name(), sources.get(file).text());
        if before != imported.text {
            target.replace(before, &imported.text)?;
        }
        let mut shown = report.write(&imported.document, &sources);
        // With a format, the output is in that format and nothing else.
        if options.output.format.is_none() {
            shown = shown.and_then(|()| output.print_diff(name, before, &imported.text));
        }
        let is_changed = !self.dry_run && before != imported.text;
        let shown = if is_changed { shown_after(&format!("{name} was changed"), shown) } else { shown };
        Ok(shown?)
    }
}

/// Says what of sheets is not read: whole sheets, and these columns.
pub(super) fn tell(rows: &Rows<'_>, ignored: &[String], output: &Output) {
    if !rows.left_out.is_empty() {
        output.print_note(&format!("these sheets were left out: {}", rows.left_out.join(", ")));
    }
    for remark in &rows.remarks {
        output.print_note(remark);
    }
    match ignored {
        [] => {}
        [column] => output
            .print_note(&format!("column {column} is not imported; --map \"HEADING=COLUMN\" says what it contains")),
        columns => output.print_note(&format!(
            "these columns are not imported: {}; --map \"HEADING=COLUMN\" says what a column contains",
            columns.join(", ")
        )),
    }
}

/// What comes of a sheet.
pub(super) struct Imported {
    pub(super) text: String,
    /// The table that is written, where it is one.
    pub(super) table: Option<Box<Table>>,
    /// The file whose text it is to replace.
    into: Option<FileId>,
    /// What is to be reported on it.
    document: Document,
}

impl Import {
    /// Where it is reported what changes or would be written: not in the file.
    pub(super) fn report(&self, options: &Options) -> Output {
        let OutputArgs { format, color, width, force, .. } = &options.output;
        let args = OutputArgs { format: format.clone(), output: None, force: *force, color: *color, width: *width };
        Output::new(&args, FORMATS[0].name)
    }

    /// The day of an assessment.
    fn day(&self, general: &GeneralInformation) -> Result<Option<Date>, Failure> {
        let day = |text: &String| {
            let tip = "write year-month-day, such as 2026-11-20";
            load::day(text).ok_or_else(|| anyhow::anyhow!("{text} is not a valid date\n\n  tip: {tip}").into())
        };
        let said = general.date.as_ref().filter(|text| load::day(text).is_some());
        self.date.as_ref().or(said).map(day).transpose()
    }

    /// The day of a table, or its month or year.
    fn month_or_day(&self) -> Result<Option<&str>, Failure> {
        let Some(text) = self.date.as_deref() else { return Ok(None) };
        let whole = format!("{text}{}", ["-01-01", "-01", ""][text.matches('-').count().min(2)]);
        match load::day(&whole) {
            Some(_) => Ok(Some(text)),
            None => {
                let tip = "write year-month-day, year-month or year, such as 2026-11";
                Err(anyhow::anyhow!("{text} is not a valid date\n\n  tip: {tip}").into())
            }
        }
    }

    fn statements(
        &self,
        rows: &Rows<'_>,
        general: &GeneralInformation,
        target: Option<&mut Target>,
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<Imported, Failure> {
        let head = &self.assessment;
        let edition = head.edition.as_deref().map(|name| name::edition(name, library)).transpose()?;
        let read = import::statements(rows, edition.map(|catalog| &catalog.id), library);
        let statements = taken_over(read, sources, output)?;
        for word in statements.words.iter().filter(|word| word.reason == Reason::BuiltIn && !self.dry_run) {
            let status = word.status.map_or("nothing".to_owned(), |status| status.to_string());
            let cells = counted(word.count, "cell", "cells");
            output.print_note(&format!("{} is read as {status} ({cells}, first {})", word.word, word.first));
        }
        if statements.without_status > 0 {
            output.print_note(&format!(
                "rows that apply but have no status are not imported: {}",
                statements.without_status
            ));
        }
        let (into, file) = match target {
            Some(target) => {
                let (before, file) = read_assessment(target, sources, library, output)?;
                (IntoAssessment::File(file, before), Some(file))
            }
            None => (IntoAssessment::New(head.assessment(self.day(general)?, library, general)?), None),
        };
        let imported = import::import_statements(statements, into, sources, library);
        let imported = imported.or_else(|failed| refuse(failed, sources, output))?;
        let document = listing::changed(&imported.change);
        Ok(Imported { text: imported.text, table: None, into: file, document })
    }

    pub(super) fn relations(
        &self,
        (rows, general, to): (&Rows<'_>, &GeneralInformation, Option<&str>),
        path: Option<&Path>,
        target: Option<&mut Target>,
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<Imported, Failure> {
        let before = match (&self.into, target) {
            (Some(path), Some(target)) => Some(read_table(path, target, sources, library, output)?),
            (None, _) | (_, None) => None,
        };
        let head = match &before {
            Some((_, table)) => TableHeader::of(table),
            None => self.table.header(rows, to, path, self.month_or_day()?, library, general)?,
        };
        let table = taken_over(import::table(rows, &head, library), sources, output)?;
        // A file that is there may be called otherwise than its table.
        let name = path.map_or_else(|| format!("{}.yaml", table.id), |path| path.display().to_string());
        let into = before.as_ref().map(|(file, _)| *file);
        let imported = import::import_relations(table, before, &name, sources, library);
        let imported = imported.or_else(|failed| refuse(failed, sources, output))?;
        for remark in &imported.remarks {
            output.print_note(remark);
        }
        let document = listing::written(&imported.change);
        let table = Some(Box::new(imported.change.table));
        Ok(Imported { text: imported.text, table, into, document })
    }
}

/// Says why an import leaves nothing.
fn refuse<T>(failed: Failed, sources: &Sources, output: &Output) -> Result<T, Failure> {
    match failed {
        Failed::Data(faults) => fail(&faults, sources, output),
        Failed::Refused(refusal) => Err(refusal.into()),
    }
}
