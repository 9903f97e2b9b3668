//! Folders and files of standards: xwalk's own, and those of other programs, each known by what is in it.

use std::path::Path;

use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::{Format, looks_like};
use xwalk::load::{Files, disk, is_xwalk_file};
use xwalk::source::{FileId, Sources, Span};

/// Files that hold standards, sorted by whose they are.
#[derive(Default)]
pub(super) struct Standards {
    own: Vec<FileId>,
    foreign: Vec<(FileId, Format)>,
    faults: Vec<Diagnostic>,
}

/// Whose a file is.
pub(super) enum Owner {
    /// One of xwalk's, or meant to be one.
    Own,
    /// Another program's.
    Foreign(Format),
    /// Nobody's whose files are read.
    Unknown(Diagnostic),
}

impl Owner {
    /// Whose a file among standards is. YAML of no known format is taken for a file of xwalk's that went wrong.
    pub(super) fn of(sources: &Sources, file: FileId) -> Self {
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
            None => Self::Own,
        }
    }
}

impl Standards {
    /// Takes in a file, or all that may hold standards in a folder.
    pub(super) fn take(&mut self, path: &Path, sources: &mut Sources) -> Result<(), disk::Failure> {
        for path in disk::standard_files(path) {
            match disk::file(sources, &path?)? {
                Ok(file) => match Owner::of(sources, file) {
                    Owner::Own => self.own.push(file),
                    Owner::Foreign(format) => self.foreign.push((file, format)),
                    Owner::Unknown(fault) => self.faults.push(fault),
                },
                Err(fault) => self.faults.push(fault),
            }
        }
        Ok(())
    }

    /// Reads all of them into a library's files.
    pub(super) fn add_to(self, files: &mut Files, sources: &Sources, choices: Choices) {
        files.read_all(sources, &self.own);
        for fault in self.faults {
            // Of what is nobody's nothing is missing.
            if fault.rule == Rule::UnknownFormat { files.add_faults(vec![fault]) } else { files.add_fault(fault) }
        }
        if !self.foreign.is_empty() {
            ForeignFiles::read(sources, &self.foreign).add_to(files, sources, choices);
        }
    }
}
