//! What an import reads: a spreadsheet, and the table into which its rows go.

use std::path::Path;

use xwalk::exchange::import::{self, StatusWords};
use xwalk::exchange::sheet;
use xwalk::load::{disk, raw, standalone};
use xwalk::model::{Library, Status, Table};
use xwalk::source::{FileId, Sources};

use super::options::SpreadsheetFormat;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::read::{Target, fail, read_as_written, sound};

/// The sheets of a file, by what is said of it, else by its ending.
pub(super) fn read_sheets(
    path: &Path,
    from: Option<SpreadsheetFormat>,
    most: u64,
    sources: &mut Sources,
    output: &Output,
) -> Result<Vec<sheet::Sheet>, Failure> {
    if disk::size(path).is_some_and(|size| size > most) {
        return Err(too_large(path, most));
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let from = match (from, ending.as_str()) {
        (Some(from), _) => from,
        (None, "xlsx" | "xlsm") => SpreadsheetFormat::Xlsx,
        (None, "xls" | "xlsb" | "ods" | "numbers") => {
            let name = path.display();
            return Err(
                anyhow::anyhow!("{name} is a workbook of a kind that is not read\n\n  tip: save it as XLSX").into()
            );
        }
        (None, _) => SpreadsheetFormat::Csv,
    };
    match from {
        SpreadsheetFormat::Xlsx => {
            let name = path.display().to_string();
            let bytes = disk::bytes(sources, path)?;
            if bytes.len() as u64 > most {
                return Err(too_large(path, most));
            }
            let sheets = sheet::workbook(sources, &name, &bytes, most);
            sheets.map_err(|error| {
                let tip = match (error.contains("MB of text"), bytes.starts_with(b"PK")) {
                    (true, _) => "leave out what is none of it, or add --max-size MB",
                    (false, true) => "save it anew with a spreadsheet program",
                    (false, false) => "add --from csv if it is one",
                };
                anyhow::anyhow!("{name} cannot be read as a workbook: {error}\n\n  tip: {tip}").into()
            })
        }
        SpreadsheetFormat::Csv => match disk::file(sources, path)? {
            Ok(file) if sources.get(file).text().len() as u64 > most => Err(too_large(path, most)),
            Ok(file) => Ok(sheet::csv(sources, file)),
            Err(fault) if sources.get(fault.span.file).text().starts_with("PK\u{3}\u{4}") => {
                let name = path.display();
                Err(anyhow::anyhow!("{name} is a workbook and no CSV file\n\n  tip: add --from xlsx").into())
            }
            // The mark of an .xls file, as text.
            Err(fault) if sources.get(fault.span.file).text().starts_with("\u{fffd}\u{fffd}\u{11}") => {
                let name = path.display();
                Err(anyhow::anyhow!("{name} is an old or locked workbook and no CSV file\n\n  tip: save it as XLSX")
                    .into())
            }
            Err(fault) => fail(&[fault], sources, output),
        },
    }
}

fn too_large(path: &Path, most: u64) -> Failure {
    let (name, most) = (path.display(), most >> 20);
    anyhow::anyhow!("{name} is larger than {most} MB\n\n  tip: leave out what is none of it, or add --max-size MB")
        .into()
}

/// The words for a status that people say, in a file and one by one.
pub(super) fn read_words(
    file: Option<&Path>,
    said: &[(String, Option<Status>)],
    sources: &mut Sources,
    output: &Output,
) -> Result<StatusWords, Failure> {
    let mut words = StatusWords::default();
    if let Some(path) = file {
        let file = match disk::file(sources, path)? {
            Ok(file) => file,
            Err(fault) => return fail(&[fault], sources, output),
        };
        let faults = import::status_words(sources, file, &mut words);
        if !faults.is_empty() {
            return fail(&faults, sources, output);
        }
    }
    for (word, status) in said {
        if !words.say(word, *status) {
            return Err(
                anyhow::anyhow!("--status says of {word} that it is two things\n\n  tip: keep one of the two").into()
            );
        }
    }
    Ok(words)
}

/// The relation table that a file holds.
pub(super) fn read_table(
    path: &Path,
    target: &mut Target,
    sources: &mut Sources,
    library: &Library,
    output: &Output,
) -> Result<(FileId, Table), Failure> {
    let (file, read) = read_as_written(target, sources, output)?;
    let library = match read {
        raw::File::Relations(_) => sound(standalone::with_table(sources, file, library).sound(), sources, output)?,
        raw::File::Assessment(_) | raw::File::Catalog(_) | raw::File::Method(_) => {
            let (path, kind) = (path.display(), read.kind());
            return Err(anyhow::anyhow!(
                "the rows are a relation table, and {path} holds {kind}\n\n  tip: name the file of a table"
            )
            .into());
        }
    };
    let table = library.tables().next().cloned();
    Ok((file, table.ok_or_else(|| anyhow::anyhow!("{} holds no table", path.display()))?))
}
