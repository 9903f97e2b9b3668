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
    Unknown(Box<Diagnostic>),
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
                let message = format!("this is {}, which is not a format that can be read", looks_like(text));
                let formats = Format::ALL.map(Format::name).join(", ");
                let help =
                    format!("remove it from the folder; formats that can be read besides xwalk's own files: {formats}");
                Self::Unknown(Diagnostic::new(Rule::UnknownFormat, Span::start_of(file), message).help(help).into())
            }
            None if source.name().to_ascii_lowercase().ends_with(".csv") => {
                let message = "this is a sheet, and a sheet alone is not a standard";
                let help = "convert it into a file: `xwalk import` asks what its columns mean and reports everything that is wrong";
                Self::Unknown(Diagnostic::new(Rule::UnknownFormat, Span::start_of(file), message).help(help).into())
            }
            None => Self::Own,
        }
    }
}
