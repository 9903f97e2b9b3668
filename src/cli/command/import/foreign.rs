//! Files that hold whole standards become catalogs, relation tables and assessments.

use std::collections::BTreeSet;
use std::path::Path;

use xwalk::diagnostic::{Diagnostic, Severity, counted};
use xwalk::disk;
use xwalk::edit::write;
use xwalk::exchange::content::{Choices, Content, Count};
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::load::{self, Files, Later};
use xwalk::model::{EditionId, Library, TableId};
use xwalk::source::{FileId, Sources};

use super::new_file::NewFile;
use super::options::{AssessmentHeader, TableOptions};
use super::{Import, listing};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::{Output, shown_after};
use crate::cli::read::fail;

/// What files of other programs hold, read and checked as ours are.
struct Held {
    files: Vec<NewFile>,
    counts: Vec<Count>,
    findings: Vec<Diagnostic>,
}

impl Import {
    /// Imports files that hold standards, together.
    pub(super) fn import_foreign(
        &self,
        files: &[(FileId, Format)],
        (mut sources, library): (Sources, Library),
        options: &Options,
        output: &Output,
    ) -> Result<(), Failure> {
        self.refuse_sheet_options()?;
        let choices = Choices { with_text: self.with_text, ..options.reading().choices() };
        let mut held = read(files, &sources, library, choices);
        if let Some(path) = options.output.file().filter(|path| !disk::is_folder(path) && !ends_as_folder(path)) {
            call_by_file(&mut held.files, path, output)?;
        }
        if xwalk::diagnostic::has_errors(&held.findings) {
            return fail(&held.findings, &sources, output);
        }
        output.print_diagnostics(&held.findings, &sources);
        again_as_written(&held, &mut sources, output)?;
        let told = listing::of_standards(&held.counts, &held.files, &sources);
        if self.dry_run {
            let shown = self.report(options).write(&told, &sources);
            // How the run would end is how looking at it ends.
            return shown.map_err(Failure::from).and_then(|()| check_target(&held.files, options, &sources, output));
        }
        check_target(&held.files, options, &sources, output)?;
        match (held.files.as_slice(), options.output.file()) {
            ([one], path) if path.is_none_or(|path| !disk::is_folder(path) && !ends_as_folder(path)) => {
                Ok(output.write_text(&one.text, Made::Standard, &sources)?)
            }
            (several, None) => {
                let count = counted(several.len(), "file", "files");
                let tip = "name a folder with --output DIR, or list them with --dry-run";
                Err(anyhow::anyhow!("the input gives {count}\n\n  tip: {tip}").into())
            }
            (several, Some(folder)) => {
                let bytes = |file: &NewFile| (file.path.clone(), file.text.clone().into_bytes());
                let written: Vec<_> = several.iter().map(bytes).collect();
                output.write_into(folder, &written, Made::Standard)?;
                let done = format!("{} contains what was imported", folder.display());
                Ok(shown_after(&done, self.report(options).write(&told, &sources))?)
            }
        }
    }

    /// Refuses options that say how a sheet is to be read, or what it does not say itself.
    fn refuse_sheet_options(&self) -> Result<(), Failure> {
        let is_stray = *self.table != TableOptions::default()
            || *self.assessment != AssessmentHeader::default()
            || self.into.is_some()
            || self.kind.is_some();
        if is_stray {
            let tip = "leave them out; `xwalk import --help` shows what each option is for";
            let message = "the files contain standards, but some options are only for spreadsheets";
            return Err(anyhow::anyhow!("{message}\n\n  tip: {tip}").into());
        }
        Ok(())
    }
}

/// Whether what comes of files can be written where it is to go; no place is needed to look at it.
fn check_target(files: &[NewFile], options: &Options, sources: &Sources, output: &Output) -> Result<(), Failure> {
    match (files, options.output.file()) {
        ([], _) => {
            let tip = "the messages above report on each part; --dry-run counts them";
            Err(anyhow::anyhow!("nothing in it could be converted to a file of xwalk\n\n  tip: {tip}").into())
        }
        (_, None) => Ok(()),
        ([_], Some(path)) if !disk::is_folder(path) && !ends_as_folder(path) => {
            options.output.yaml_file()?;
            Ok(output.check_made(Made::Standard, sources)?)
        }
        (several, Some(folder)) if disk::is_file(folder) => {
            let (count, name) = (counted(several.len(), "file", "files"), folder.display());
            Err(anyhow::anyhow!("the input gives {count}, but {name} is a file\n\n  tip: name a folder").into())
        }
        (several, Some(folder)) => {
            Ok(output.check_into(folder, several.iter().map(|file| file.path.as_str()), Made::Standard)?)
        }
    }
}

/// Gives a table that is to be written alone the name of its file: a table is called by that.
fn call_by_file(files: &mut [NewFile], path: &Path, output: &Output) -> Result<(), Failure> {
    let [NewFile { table: Some(table), path: own_path, id, text, .. }] = files else { return Ok(()) };
    let Some(stem) = path.file_stem().map(|stem| stem.to_string_lossy()).filter(|stem| *stem != table.id.as_str())
    else {
        return Ok(());
    };
    let called = TableId::parse(&stem).map_err(|why| {
        anyhow::anyhow!("{stem} is not a valid table id, but a table takes its id from its file name\n\n  tip: {why}")
    })?;
    output.print_note(&format!("the table {} got the id {called}, after its file", table.id));
    table.id = called;
    (*id, *text) = (table.id.to_string(), write::table(table));
    *own_path = format!("relations/{}.yaml", table.id);
    Ok(())
}

/// Whether a path is written as that of a folder.
fn ends_as_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(['/', '\\'])
}

/// Reads files against a library: their editions first, then their relations, then what is stated.
fn read(files: &[(FileId, Format)], sources: &Sources, library: Library, choices: Choices) -> Held {
    let before: BTreeSet<EditionId> = library.catalogs().map(|catalog| catalog.id.clone()).collect();
    let tables_before: BTreeSet<TableId> = library.tables().map(|table| table.id.clone()).collect();
    let mut foreign = ForeignFiles::read(sources, files);
    let mut own = Files::with_base(library);
    let mut counts = foreign.add_catalogs_to(&mut own, sources, choices);
    let (library, mut findings) = load::library(sources, own).into_parts();

    let mut tables = Vec::new();
    for (file, content) in foreign.tables(&library, choices) {
        let Content { tables: held, faults, counts: counted, .. } = content;
        counts.extend(counted);
        tables.push((file, held, faults));
    }
    let mut own = Files::with_base(library);
    own.add_later(Later::new(move |_| tables));
    let (library, faults) = load::library(sources, own).into_parts();
    findings.extend(faults);

    let mut made = Vec::new();
    for catalog in library.catalogs().filter(|catalog| !before.contains(&catalog.id)) {
        made.push(NewFile {
            path: format!("{}.yaml", catalog.id.as_str().replace(':', "/")),
            kind: "catalog",
            id: catalog.id.to_string(),
            count: catalog.clauses().len(),
            text: write::catalog(catalog),
            table: None,
        });
    }
    for table in library.tables().filter(|table| !tables_before.contains(&table.id)) {
        made.push(NewFile {
            path: format!("relations/{}.yaml", table.id),
            kind: "relation table",
            id: table.id.to_string(),
            count: table.rows.len() + table.unrelated.len(),
            text: write::table(table),
            table: Some(Box::new(table.clone())),
        });
    }
    let mut names = BTreeSet::new();
    for (_, content) in foreign.assessments(&library, choices) {
        counts.extend(content.counts);
        findings.extend(content.faults);
        for raw in content.assessments {
            let (assessment, faults) = load::assessment_from_raw(raw, &library).into_parts();
            findings.extend(faults);
            let name = slug(&assessment.organization);
            let counted = (2..).map(|count| format!("{name}-{count}"));
            let name = std::iter::once(name.clone()).chain(counted).find(|name| names.insert(name.clone()));
            made.push(NewFile {
                path: format!("assessments/{}.yaml", name.unwrap_or_default()),
                kind: "assessment",
                id: assessment.organization.to_string(),
                count: assessment.statements().count(),
                text: write::assessment(&assessment, &library),
                table: None,
            });
        }
    }
    xwalk::diagnostic::sort(&mut findings);
    Held { files: made, counts, findings }
}

/// A name of a file for an organization.
fn slug(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let parts: String = name.chars().map(plain).collect();
    let parts: Vec<&str> = parts.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "assessment".to_owned() } else { parts.join("-") }
}

/// Reads what is to be written once more, each file by itself, and refuses all if one is not as it should be: what is
/// wrong is shown where it would be.
fn again_as_written(held: &Held, sources: &mut Sources, output: &Output) -> Result<(), Failure> {
    let mut wrong = Vec::new();
    for made in &held.files {
        let file = sources.add(made.path.as_str(), made.text.clone());
        let mut faults = Vec::new();
        drop(load::raw::read(sources, file, &mut faults));
        wrong.extend(faults.into_iter().filter(|fault| fault.severity() == Severity::Error));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    output.print_note("some content of the files cannot be expressed in xwalk's own format; the places refer to the files that would be written");
    fail(&wrong, sources, output)
}
