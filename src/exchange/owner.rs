//! Whose a file among standards is.

use super::format::{Format, looks_like};
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::is_xwalk_file;
use crate::source::{FileId, Sources, Span};

/// Whose a file is.
#[derive(Debug)]
pub enum Owner {
    /// One of xwalk's, or meant to be one.
    Own,
    /// Another program's.
    Foreign(Format),
    /// Nobody's whose files are read.
    Unknown(Diagnostic),
}

impl Owner {
    /// Whose a file among standards is. YAML of no known format is taken for a file of xwalk's that went wrong.
    pub fn of(sources: &Sources, file: FileId) -> Self {
        let source = sources.get(file);
        let text = source.text();
        if is_xwalk_file(text) {
            return Self::Own;
        }
        match Format::of(text) {
            Some(format) => Self::Foreign(format),
            None if [".json", ".tsv"].iter().any(|ending| source.name().to_ascii_lowercase().ends_with(ending)) => {
                let message = format!("this is {}, and no format that is read", looks_like(text));
                let formats = Format::ALL.map(Format::name).join(", ");
                let help = format!("take it out of the folder; what is read beside xwalk's own files: {formats}");
                Self::Unknown(Diagnostic::new(Rule::UnknownFormat, Span::start_of(file), message).help(help))
            }
            None if source.name().to_ascii_lowercase().ends_with(".csv") => {
                let message = "this is a sheet, and sheets are no standards by themselves";
                let help = "make a file of it: `xwalk import` asks what its columns are, and says all that is wrong";
                Self::Unknown(Diagnostic::new(Rule::UnknownFormat, Span::start_of(file), message).help(help))
            }
            None => Self::Own,
        }
    }
}
