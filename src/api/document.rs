//! An answer, ready for any format.

use std::sync::Arc;
use std::{fmt, io};

use anstream::adapter::strip_bytes;

use super::error::Error;
use super::faults::Faults;
use super::standards::Standards;
use crate::diagnostic::Refusal;
use crate::language::DocumentLanguage;
use crate::model::Library;
use crate::query::glossary;
use crate::render::{self, FORMATS, Format, Medium, Page};
use crate::report::{self, EditionNames, Part};
use crate::source::Sources;

/// An answer, ready for any format. Shown as text it is what the program prints.
#[derive(Debug, Clone)]
pub struct Document {
    document: report::Document,
    standards: Standards,
    sources: Arc<Sources>,
    /// Whether levels, outcomes and actions are explained where people read it.
    has_legend: bool,
    width: usize,
}

impl Document {
    /// How many characters a line has by default.
    const WIDTH: usize = 80;

    pub(super) fn new(
        document: report::Document,
        standards: &Standards,
        sources: &Arc<Sources>,
        has_legend: bool,
    ) -> Self {
        let (standards, sources) = (standards.clone(), Arc::clone(sources));
        Self { document, standards, sources, has_legend, width: Self::WIDTH }
    }

    /// What was asked, as the program calls it, such as `gap`.
    pub fn command(&self) -> &str {
        self.document.command
    }

    /// What it is, in a line.
    pub fn title(&self) -> &str {
        &self.document.title
    }

    /// What matters most, in sentences.
    pub fn lead(&self) -> Vec<String> {
        self.document.lead.iter().map(ToString::to_string).collect()
    }

    /// What is worth knowing about single lines of the files.
    pub fn findings(&self) -> Faults {
        Faults::of(&self.document.findings, &self.sources)
    }

    /// The same in lines of so many characters, if it is for a terminal; 80 by default.
    #[must_use]
    pub fn with_width(mut self, columns: u16) -> Self {
        self.width = usize::from(columns);
        self
    }

    /// The answer in a format, by its name: `json`, `csv`, `html`, `xlsx` and whatever else `--format` knows.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if there is no format of this name, if the build leaves it out, or if the answer has nothing
    /// for it, such as a picture for `svg`.
    pub fn bytes(&self, format: &str) -> Result<Vec<u8>, Error> {
        let format = named(format)?;
        if let Some(lack) = format.missing_content(&self.document) {
            return Err(Error::Refused(Refusal { message: lack, help: None }));
        }
        let failed = |error: io::Error| Error::Refused(Refusal { message: error.to_string(), help: None });
        self.written(format).map_err(failed)
    }

    /// The same as text.
    ///
    /// # Errors
    ///
    /// As [`Document::bytes`], and [`Error::Refused`] for a format that is not text, such as `xlsx`.
    pub fn text(&self, format: &str) -> Result<String, Error> {
        if named(format)?.medium() == Medium::Binary {
            let message = format!("{format} is not a text format");
            return Err(Refusal::new(message, "use its bytes").into());
        }
        Ok(String::from_utf8_lossy(&self.bytes(format)?).into_owned())
    }

    fn written(&self, format: &dyn Format) -> io::Result<Vec<u8>> {
        let document = for_readers(
            self.document.clone(),
            format,
            self.standards.library(),
            DocumentLanguage::English,
            self.has_legend,
        );
        let mut bytes = Vec::new();
        format.write(&document, Page::new(&self.sources, self.width), &mut bytes)?;
        Ok(if format.medium() == Medium::Colours { strip_bytes(&bytes).into_vec() } else { bytes })
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.written(FORMATS[0].format).map_err(|_| fmt::Error)?;
        f.write_str(&String::from_utf8_lossy(&bytes))
    }
}

/// An answer in the language of its readers, and as the readers of a format call things; with the words of levels, outcomes and actions explained at its end where
/// it has a legend.
pub fn for_readers(
    mut document: report::Document,
    format: &dyn Format,
    library: &Library,
    language: DocumentLanguage,
    has_legend: bool,
) -> report::Document {
    let is_for_readers = format.is_for_readers();
    if is_for_readers && has_legend && !document.tables().any(|table| table.name == glossary::LEGEND) {
        document.parts.push(Part::Table(glossary::legend()));
    }
    let document = if is_for_readers { EditionNames::of(library).in_document(document) } else { document };
    if format.is_in_words() { document.in_language(language) } else { document }
}

fn named(name: &str) -> Result<&'static dyn Format, Refusal> {
    render::format(name).ok_or_else(|| {
        let known: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        Refusal::new(format!("format {name} does not exist"), format!("choose one of {}", known.join(", ")))
    })
}
