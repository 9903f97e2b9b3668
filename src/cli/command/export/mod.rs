//! An assessment, a catalog or a relation table as a spreadsheet, or in another program's format.

mod foreign;
mod options;

use std::path::Path;

use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Refusal;
use xwalk::load::raw::File;
use xwalk::load::{self, disk, standalone};
use xwalk::query::{self, Assessed, AssessedQuestion, Case, ExportKind, Question};

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::{read_as_written, read_library, sound};
use options::ForeignOptions;

/// An assessment, a catalog or a relation table as rows for a spreadsheet
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Export {
    #[command(flatten)]
    question: query::Export,
    #[command(flatten)]
    foreign: ForeignOptions,
}

impl Command for Export {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        if let Some(to) = self.foreign.to {
            return self.write_foreign(to, options, output);
        }
        let (mut sources, mut library) = read_library(options, output)?;
        let mut question = self.question.clone();
        let path = Path::new(&self.question.name);
        let mut assessed = None;
        if disk::names_file(path) {
            let (file, read) = read_as_written(path, &mut sources, output)?;
            self.is_of(&read)?;
            match read {
                File::Assessment(_) => {
                    let read = load::assessment(&sources, file, &library).sound();
                    assessed = Some((sound(read, &sources, output)?, file));
                }
                File::Relations(_) => {
                    library = sound(standalone::with_table(&sources, file, &library).sound(), &sources, output)?;
                    question.name = library.tables().map(|table| table.id.to_string()).collect();
                }
                File::Catalog(_) => {
                    library = sound(standalone::with_catalog(&sources, file).sound(), &sources, output)?;
                    question.name = library.catalogs().map(|catalog| catalog.id.to_string()).collect();
                }
                File::Method(_) => return Err(holds_method(path).into()),
            }
        }
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let document = match &assessed {
            Some((assessment, file)) => {
                AssessedQuestion::document(&question, Assessed { case, assessment, file: *file })?
            }
            None => Question::document(&question, case)?,
        };
        Ok(output.write(&document, &sources)?)
    }
}

impl Export {
    /// Refuses a file of another kind than the one that is asked for.
    fn is_of(&self, read: &File) -> Result<(), Refusal> {
        let held = match read {
            File::Assessment(_) => Some(ExportKind::Assessment),
            File::Catalog(_) => Some(ExportKind::Catalog),
            File::Relations(_) => Some(ExportKind::Table),
            File::Method(_) => None,
        };
        match self.question.kind {
            Some(asked) if held != Some(asked) => Err(Refusal {
                message: format!("{} holds {}", self.question.name, read.kind()),
                help: Some("leave the kind out".to_owned()),
            }),
            Some(_) | None => Ok(()),
        }
    }
}

fn holds_method(path: &Path) -> Refusal {
    Refusal {
        message: format!("{} holds a method, and nothing is exported of one", path.display()),
        help: Some("`xwalk show METHOD --format csv` lists its steps".to_owned()),
    }
}
