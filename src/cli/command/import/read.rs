//! What an import reads: a spreadsheet, and the table into which its rows go.

use std::path::Path;

use xwalk::exchange::sheet;
use xwalk::load::{disk, raw, standalone};
use xwalk::model::{Library, Table};
use xwalk::source::{FileId, Sources};

use super::options::SpreadsheetFormat;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::read::{Target, fail, read_as_written, sound};

/// The sheets of a file, by what is said of it, else by its ending.
pub(super) fn read_sheets(
    path: &Path,
    from: Option<SpreadsheetFormat>,
    sources: &mut Sources,
    output: &Output,
) -> Result<Vec<sheet::Sheet>, Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let from = match (from, ending.as_str()) {
        (Some(from), _) => from,
        (None, "xlsx" | "xlsm") => SpreadsheetFormat::Xlsx,
        (None, "xls" | "xlsb" | "ods" | "numbers") => {
            let name = path.display();
            return Err(anyhow::anyhow!("{name} is no CSV or XLSX file\n\n  tip: save it as XLSX").into());
        }
        (None, _) => SpreadsheetFormat::Csv,
    };
    match from {
        SpreadsheetFormat::Xlsx => {
            let name = path.display().to_string();
            let bytes = disk::bytes(sources, path)?;
            let sheets = sheet::workbook(sources, &name, &bytes);
            sheets.map_err(|error| {
                anyhow::anyhow!("{name} cannot be read as a workbook: {error}\n\n  tip: add --from csv if it is one")
                    .into()
            })
        }
        SpreadsheetFormat::Csv => match disk::file(sources, path)? {
            Ok(file) => Ok(sheet::csv(sources, file)),
            Err(fault) if sources.get(fault.span.file).text().starts_with("PK\u{3}\u{4}") => {
                let name = path.display();
                Err(anyhow::anyhow!("{name} is a workbook and no CSV file\n\n  tip: add --from xlsx").into())
            }
            Err(fault) => fail(&[fault], sources, output),
        },
    }
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
