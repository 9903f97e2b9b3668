//! A wide crosswalk becomes a table for each of its columns.

use std::collections::BTreeSet;

use xwalk::diagnostic::counted;
use xwalk::disk;
use xwalk::exchange::import::{self, GeneralInformation, Reading};
use xwalk::exchange::sheet::Sheet;
use xwalk::model::{Library, Table};
use xwalk::source::Sources;

use super::new_file::NewFile;
use super::options::AssessmentHeader;
use super::sheets::tell;
use super::{Import, listing};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::{Output, shown_after};

impl Import {
    /// Imports several columns of a sheet, each as a table; if one is wrong, none is written.
    pub(super) fn import_columns(
        &self,
        sheets: &[Sheet],
        reading: &Reading,
        (mut sources, library): (Sources, Library),
        options: &Options,
        output: &Output,
    ) -> Result<(), Failure> {
        self.refuse_for_one_table(options)?;
        let general = GeneralInformation::of(sheets, &library);
        let (mut made, mut tables, mut is_wrong): (Vec<NewFile>, Vec<Table>, bool) = (Vec::new(), Vec::new(), false);
        let mut ignored: Option<Vec<String>> = None;
        let mut all = Vec::new();
        for column in &self.table.to_column {
            let mut rows = import::column_rows(sheets, &self.reading.choice(), &self.reading.mappings, column)?;
            rows.reading = reading.clone();
            // What one of them imports is not left out.
            let known: BTreeSet<String> = rows.ignored.iter().cloned().collect();
            ignored = Some(match ignored {
                Some(ignored) => ignored.into_iter().filter(|column| known.contains(column)).collect(),
                None => rows.ignored.clone(),
            });
            all.push((column, rows));
        }
        if let Some((_, rows)) = all.first() {
            tell(rows, &ignored.unwrap_or_default(), output);
        }
        for (column, rows) in &all {
            let rows = (rows, &general, Some(column.edition.as_str()));
            let imported = match self.relations(rows, None, None, &mut sources, &library, output) {
                Ok(imported) => imported,
                Err(Failure::Data) => {
                    is_wrong = true;
                    continue;
                }
                Err(failure) => return Err(failure),
            };
            let Some(table) = imported.table else { continue };
            let id = &table.id;
            if made.iter().any(|other| other.id == id.as_str()) {
                let message = format!("two columns would become the table {id}");
                let tip = "name another edition for one of them, or import it separately with --id";
                return Err(anyhow::anyhow!("{message}\n\n  tip: {tip}").into());
            }
            let (path, kind) = (format!("{id}.yaml"), "relation table");
            let count = table.rows.len() + table.unrelated.len();
            made.push(NewFile { path, kind, id: id.to_string(), count, text: imported.text, table: None });
            tables.push(*table);
        }
        if is_wrong {
            return Err(Failure::Data);
        }
        let told = listing::of_columns(&made, &tables);
        if let Some(folder) = options.output.file() {
            output.check_into(folder, made.iter().map(|file| file.path.as_str()), Made::Table)?;
        }
        let Some(folder) = options.output.file().filter(|_| !self.dry_run) else {
            return Ok(self.report(options).write(&told, &sources)?);
        };
        let written: Vec<_> = made.into_iter().map(|file| (file.path, file.text.into_bytes())).collect();
        output.write_into(folder, &written, Made::Table)?;
        let done = format!("{} contains what was imported", folder.display());
        Ok(shown_after(&done, self.report(options).write(&told, &sources))?)
    }

    /// Refuses what is for one table, and a run that does not say where several go.
    fn refuse_for_one_table(&self, options: &Options) -> Result<(), Failure> {
        let tables = counted(self.table.to_column.len(), "table", "tables");
        if self.into.is_some() || self.table.id.is_some() || self.table.title.is_some() {
            let tip = "leave out --into, --id and --title, or import one column at a time";
            return Err(anyhow::anyhow!("the columns give {tables}\n\n  tip: {tip}").into());
        }
        if *self.assessment != AssessmentHeader::default() {
            let tip = "`xwalk import --help` shows which are";
            return Err(anyhow::anyhow!(
                "the rows are relation tables, but some options are not for relation tables\n\n  tip: {tip}"
            )
            .into());
        }
        match options.output.file() {
            None if !self.dry_run => {
                let tip = "name a folder with --output DIR, or list them with --dry-run";
                Err(anyhow::anyhow!("the columns give {tables}\n\n  tip: {tip}").into())
            }
            Some(path) if disk::is_file(path) => {
                let name = path.display();
                let message = format!("the columns give {tables}, but {name} is a file");
                Err(anyhow::anyhow!("{message}\n\n  tip: name a folder").into())
            }
            Some(_) | None => Ok(()),
        }
    }
}
