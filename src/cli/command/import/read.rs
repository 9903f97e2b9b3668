//! What an import reads: a spreadsheet, and the table into which its rows go.

use std::path::{Path, PathBuf};

use xwalk::api::read_companion;
use xwalk::disk;
use xwalk::exchange::format::{Format, looks_like};
use xwalk::exchange::import::{self, StatusWords};
use xwalk::exchange::other_content::OtherContent;
use xwalk::exchange::sheet;
use xwalk::load::{is_xwalk_file, layout, raw, standalone};
use xwalk::model::{Library, Status, Table};
use xwalk::source::{FileId, Sources};

use super::options::FileFormat;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::read::{Target, fail, read_as_written, sound};

/// What was read of the files to import.
pub(in crate::cli::command) enum Input {
    /// The sheets of one file.
    Sheets(Vec<sheet::Sheet>),
    /// Files that hold standards.
    Foreign(Vec<(FileId, Format)>),
}

/// Reads files, each by what is said about it, else by what is in it.
pub(in crate::cli::command) fn read_input(
    paths: &[PathBuf],
    from: Option<FileFormat>,
    most: u64,
    sources: &mut Sources,
    output: &Output,
) -> Result<Input, Failure> {
    let (mut sheets, mut foreign) = (Vec::new(), Vec::new());
    for path in paths {
        if disk::size(path).is_some_and(|size| size > most) {
            return Err(too_large(path, most));
        }
        let bytes = disk::bytes(sources, path)?;
        if bytes.len() as u64 > most {
            return Err(too_large(path, most));
        }
        let is_workbook = from == Some(FileFormat::Xlsx) || from.is_none() && bytes.starts_with(PACKAGE);
        if is_workbook {
            sheets.push((path, read_workbook(path, &bytes, most, sources)?));
            continue;
        }
        refuse_other_workbooks(path, &bytes, from)?;
        if let Some(OtherContent { what, .. }) = OtherContent::of_data(path, &bytes).filter(|_| from.is_none()) {
            let formats = Format::ALL.map(Format::name).join(", ");
            let name = path.display();
            return Err(anyhow::anyhow!("{name} is {what}\n\n  tip: `import` reads spreadsheets, and {formats}").into());
        }
        let file = match disk::text_of(sources, path, bytes) {
            Ok(file) => file,
            Err(fault) => return fail(&[*fault], sources, output),
        };
        let text = sources.get(file).text();
        match from.map_or_else(|| Format::of(text), FileFormat::of_standards) {
            Some(format) => foreign.push((path, file, format)),
            None if from.is_none() && is_xwalk_file(text) => return Err(is_own(path)),
            None if text.trim_start_matches('\u{feff}').trim().is_empty() => return Err(is_empty(path)),
            None if from.is_none() && text.trim_start().starts_with(['{', '[', '<']) => {
                return Err(not_known(path, text));
            }
            None if from.is_none() && is_yaml(path, text) => {
                return Err(if is_begun(text) { breaks_off(path) } else { not_known(path, text) });
            }
            None => sheets.push((path, sheet::csv(sources, file))),
        }
    }
    // Once all are read that were named, so that none is read twice.
    for (path, _, format) in &foreign {
        if let Some(fault) = read_companion(*format, path, sources)? {
            return fail(&[fault], sources, output);
        }
    }
    match (sheets.len(), foreign.len()) {
        (0, _) => Ok(Input::Foreign(foreign.into_iter().map(|(_, file, format)| (file, format)).collect())),
        (1, 0) => Ok(Input::Sheets(sheets.pop().map(|(_, sheets)| sheets).unwrap_or_default())),
        (_, _) => {
            let name = sheets[0].0.display();
            let tip = "import spreadsheets one by one, and only files with standards together";
            Err(anyhow::anyhow!("{name} is a spreadsheet, but other files are named with it\n\n  tip: {tip}").into())
        }
    }
}

/// What a workbook begins with, as every package does.
const PACKAGE: &[u8] = b"PK\x03\x04";

/// What an old or a locked workbook begins with.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

fn read_workbook(path: &Path, bytes: &[u8], most: u64, sources: &mut Sources) -> Result<Vec<sheet::Sheet>, Failure> {
    let name = path.display().to_string();
    sheet::workbook(sources, &name, bytes, most).map_err(|error| {
        let tip = match (error.contains("MB of text"), bytes.starts_with(PACKAGE)) {
            (true, _) => "remove what does not belong to it, or add --max-size MB",
            (false, true) => "save it again with a spreadsheet program",
            (false, false) => "add --from csv if it is one",
        };
        anyhow::anyhow!("{name} cannot be read as a workbook: {error}\n\n  tip: {tip}").into()
    })
}

fn refuse_other_workbooks(path: &Path, bytes: &[u8], from: Option<FileFormat>) -> Result<(), Failure> {
    let name = path.display();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if bytes.starts_with(PACKAGE) {
        Err(anyhow::anyhow!("{name} is a workbook, not a text file\n\n  tip: leave out --from, or add --from xlsx")
            .into())
    } else if bytes.starts_with(OLD_WORKBOOK) {
        Err(anyhow::anyhow!("{name} is an old or locked workbook, not a text file\n\n  tip: save it as XLSX").into())
    } else if from.is_none() && ["xls", "xlsb", "ods", "numbers", "xlsx", "xlsm"].contains(&ending.as_str()) {
        let tip = "save it as XLSX, or add --from csv if it is a text file";
        Err(anyhow::anyhow!("{name} is not a workbook in a format that xwalk reads\n\n  tip: {tip}").into())
    } else {
        Ok(())
    }
}

fn is_empty(path: &Path) -> Failure {
    let (name, tip) = (path.display(), "download or save it again");
    anyhow::anyhow!("{name} is empty\n\n  tip: {tip}").into()
}

/// Whether a text is YAML: by its name as well as by what is in it, since a heading of a sheet may have a colon; or by
/// the key that only our own files have.
fn is_yaml(path: &Path, text: &str) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_named = ["yaml", "yml"].contains(&ending.as_str());
    is_begun(text) || is_named && layout::first_key(text.trim_start_matches('\u{feff}')).is_some()
}

/// Whether a text begins as our own files do, without saying which kind it is.
fn is_begun(text: &str) -> bool {
    layout::first_key(text.trim_start_matches('\u{feff}')).is_some_and(|key| key == "xwalk")
}

fn breaks_off(path: &Path) -> Failure {
    let kinds = raw::KINDS.join(", ");
    let (name, tip) = (path.display(), format!("download or save it again; the first key names the kind: {kinds}"));
    anyhow::anyhow!("{name} starts like a file of xwalk, but does not name its kind\n\n  tip: {tip}").into()
}

fn is_own(path: &Path) -> Failure {
    let (name, tip) = (path.display(), "name its folder with --standards, or check it with `xwalk check`");
    anyhow::anyhow!("{name} is already a file of xwalk\n\n  tip: {tip}").into()
}

fn not_known(path: &Path, text: &str) -> Failure {
    let formats = Format::ALL.map(Format::name).join(", ");
    let (name, what) = (path.display(), looks_like(text));
    anyhow::anyhow!(
        "{name} is {what}, which is not a format that `import` reads\n\n  tip: `import` reads spreadsheets, and {formats}; name the format with --from"
    )
    .into()
}

fn too_large(path: &Path, most: u64) -> Failure {
    let (name, most) = (path.display(), most >> 20);
    anyhow::anyhow!("{name} is larger than {most} MB\n\n  tip: remove what does not belong to it, or add --max-size MB")
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
            return Err(anyhow::anyhow!("--status gives two meanings for {word}\n\n  tip: keep one of the two").into());
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
        raw::File::Assessment(_) | raw::File::Catalog(_) | raw::File::Method(_) | raw::File::Reviews(_) => {
            let (path, kind) = (path.display(), read.kind());
            return Err(anyhow::anyhow!(
                "the rows are a relation table, but {path} contains {kind}\n\n  tip: name the file of a table"
            )
            .into());
        }
    };
    let table = library.tables().next().cloned();
    Ok((file, table.ok_or_else(|| anyhow::anyhow!("{} contains no table", path.display()))?))
}
