//! What a file holds that is not read as it is: a workbook, a sheet, a picture, a text of another program.

use std::path::Path;

use super::format::{Format, looks_like};
use crate::load::{is_xwalk_file, layout};

/// What a command reads of a file that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// One of xwalk's own files.
    Own,
    /// The same, or standards in a format of another program.
    Standards,
}

/// What a file holds instead of what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherContent {
    /// What people call it, with its article.
    pub what: String,
    /// Whether it is JSON, of which other readers may know more.
    pub is_json: bool,
    /// What can be done.
    pub help: String,
}

impl OtherContent {
    /// What a file is that holds no text; none if it holds one, in whatever encoding.
    pub fn of_data(path: &Path, bytes: &[u8]) -> Option<Self> {
        let is_text = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0') && !text.starts_with("%PDF-"));
        if is_text { None } else { binary(bytes, &name_of(path)) }
    }

    /// What a file is that is not wanted, by its content; the name decides where a text may be several things. None if
    /// it is wanted, or if it may be a file of xwalk's that went wrong: reading it says where.
    pub fn of(path: &Path, bytes: &[u8], wanted: Wanted) -> Option<Self> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let name = name_of(path);
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        match text {
            Some(text) if text.starts_with("%PDF-") => binary(bytes, &name),
            Some(text) => other_text(text, &ending, &name, wanted),
            None if is_xwalk_file(&String::from_utf8_lossy(bytes).replace(['\0', '\u{fffd}'], "")) => None,
            None => binary(bytes, &name).or_else(|| is_sheet(&ending).then(|| sheet(&name))),
        }
    }
}

fn name_of(path: &Path) -> String {
    path.display().to_string()
}

fn other_text(text: &str, ending: &str, name: &str, wanted: Wanted) -> Option<OtherContent> {
    if is_xwalk_file(text) || text.trim_start_matches('\u{feff}').trim().is_empty() {
        return None;
    }
    if let Some(format) = Format::of(text) {
        let help = format!("`xwalk import {name}` converts it into files of xwalk");
        return (wanted == Wanted::Own).then(|| OtherContent {
            what: format.name().to_owned(),
            is_json: text.trim_start().starts_with('{'),
            help,
        });
    }
    if is_sheet(ending) {
        return Some(sheet(name));
    }
    let is_yaml = ["yaml", "yml"].contains(&ending);
    let may_be_own = is_yaml || ending != "json" && layout::first_key(text).is_some();
    (!may_be_own).then(|| OtherContent {
        what: looks_like(text),
        is_json: text.trim_start().starts_with('{'),
        help: own_files(),
    })
}

/// Data that is not a text; none if it may be a text in another encoding.
fn binary(bytes: &[u8], name: &str) -> Option<OtherContent> {
    let import = || format!("`xwalk import {name}` converts it into a file of xwalk");
    let save_first = || "save it as XLSX or CSV; `xwalk import` converts that into a file of xwalk".to_owned();
    let (what, help) = match infer::get(bytes).map(|found| (found.mime_type(), found.matcher_type())) {
        _ if bytes.starts_with(b"\xd0\xcf\x11\xe0") => ("a workbook in an old format, or a locked one", save_first()),
        Some(("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _)) => {
            ("an Excel workbook", import())
        }
        Some(("application/vnd.oasis.opendocument.spreadsheet", _)) => ("an OpenDocument spreadsheet", save_first()),
        Some(("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _)) => {
            ("a Word document", own_files())
        }
        Some(("application/pdf", _)) => ("a PDF document", own_files()),
        Some((_, infer::MatcherType::Image)) => ("a picture", own_files()),
        Some((_, infer::MatcherType::Archive)) => ("an archive", own_files()),
        Some(_) => ("binary data", own_files()),
        None if is_utf_16(bytes) || !bytes.contains(&0) => return None,
        None => ("binary data", own_files()),
    };
    Some(OtherContent { what: what.to_owned(), is_json: false, help })
}

fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
}

fn is_sheet(ending: &str) -> bool {
    ["csv", "tsv", "tab"].contains(&ending)
}

fn sheet(name: &str) -> OtherContent {
    OtherContent {
        what: "a sheet".to_owned(),
        is_json: false,
        help: format!("`xwalk import {name}` converts it into a file of xwalk"),
    }
}

fn own_files() -> String {
    "files of xwalk begin with `xwalk: assessment/1` or a similar line".to_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{OtherContent, Wanted};

    fn what(name: &str, bytes: &[u8], wanted: Wanted) -> Option<String> {
        OtherContent::of(Path::new(name), bytes, wanted).map(|found| found.what)
    }

    #[test]
    fn what_is_no_text_is_called_what_it_is_whatever_its_name() {
        let of = |bytes: &[u8]| what("table.yaml", bytes, Wanted::Standards).unwrap();
        assert_eq!(of(b"%PDF-1.7\n"), "a PDF document");
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0"), "a picture");
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "a workbook in an old format, or a locked one");
        assert_eq!(of(b"\x1f\x8b\x08\0\0"), "an archive");
        assert_eq!(of(b"\0\x01\x02"), "binary data");
    }

    #[test]
    fn texts_that_nobody_reads_are_told_from_files_that_went_wrong() {
        let of = |name: &str, text: &str| what(name, text.as_bytes(), Wanted::Standards);
        assert_eq!(of("x.csv", "to,from,relation\n").as_deref(), Some("a sheet"));
        assert_eq!(of("x.txt", "hello\n").as_deref(), Some("plain text"));
        assert_eq!(of("x.html", "<html></html>").as_deref(), Some("XML or HTML"));
        assert_eq!(of("x.json", "{\"a\":1}").as_deref(), Some("JSON that begins with the key a"));
        // What is YAML by its name or has a key may be meant as ours, and reading it says where it is wrong.
        assert_eq!(of("x.yaml", "hello\n"), None);
        assert_eq!(of("x", "title: ours\n"), None);
        assert_eq!(of("x.txt", ""), None);
        assert_eq!(of("x.csv", "xwalk: relations/1\n"), None);
        assert_eq!(what("x.yaml", b"title: Pr\xfcfung\n", Wanted::Own), None);
        assert_eq!(what("x.yaml", b"\xff\xfex\0w\0", Wanted::Own), None);
    }

    #[test]
    fn standards_of_other_programs_are_wanted_where_standards_are() {
        let oscal = b"{\"catalog\": {\"metadata\": {\"oscal-version\": \"1.1.2\"}}}";
        assert_eq!(what("x.json", oscal, Wanted::Standards), None);
        assert_eq!(what("x.json", oscal, Wanted::Own).as_deref(), Some("an OSCAL document"));
    }
}
