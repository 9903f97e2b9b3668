//! An assessment, a catalog or a relation table as a spreadsheet, or in another program's format.

mod foreign;
mod options;
mod refused;

use std::path::Path;

use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::exchange::beside::sheet_losses;
use xwalk::load::raw::File;
use xwalk::load::{self, standalone};
use xwalk::query::{self, Assessed, AssessedQuestion, Case, ExportKind, Question};

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::{read_as_written, read_library, sound};
use crate::cli::renamed;
use options::ForeignOptions;

/// Writes an assessment, a catalog or a relation table as a spreadsheet, or in another program's format
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk export assessment.yaml --output assessment.xlsx
  xwalk export assessment.yaml --all --output to-fill-in.xlsx
  xwalk export catalog iso-9001:2008 --format csv
  xwalk export table iso-9001-2008--iso-9001-2015 --output table.xlsx
  xwalk export iso-iec-27001:2022 --to oscal --output catalog.json
  xwalk export iso-9001:2015 --against iso-iec-27001:2022 --inferred --to sssom --output crosswalk.sssom.tsv
  xwalk export assessment.yaml --to oscal-poam --target iso-iec-20000-1:2011 --output poam.json

`xwalk import` reads assessments and tables back. Several pieces of evidence have a line each in their cell. What no
spreadsheet holds, such as control characters, is spelt \\u{1b}. Prefer xlsx to csv where Excel is used: it reads a clause
4.10 in a CSV file as the number 4.1.

What another program's format cannot say is left out and counted, never made stronger.")]
pub(crate) struct Export {
    #[command(flatten)]
    question: query::Export,
    #[command(flatten)]
    foreign: ForeignOptions,
}

impl Command for Export {
    fn heeds_conditions(&self) -> bool {
        true
    }

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
                read @ (File::Method(_) | File::Reviews(_)) => return Err(holds_other(path, &read).into()),
            }
        }
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let document = match &assessed {
            Some((assessment, file)) => {
                let losses = sheet_losses(assessment, output.holds_answer_alone());
                losses.iter().for_each(|loss| output.print_note(&loss.to_string()));
                if !losses.is_empty() {
                    output.print_note(
                        "the assessment keeps what is left out: `xwalk import SHEET --into FILE` reads the rows back into it",
                    );
                }
                AssessedQuestion::document(&question, Assessed { case, assessment, file: *file })?
            }
            None => Question::document(&question, case)?,
        };
        renamed::tell(&document.basis, &library, output);
        Ok(output.write(&document, &sources)?)
    }
}

impl Export {
    /// Refuses a file of another kind than the requested one.
    fn is_of(&self, read: &File) -> Result<(), Refusal> {
        let held = match read {
            File::Assessment(_) => Some(ExportKind::Assessment),
            File::Catalog(_) => Some(ExportKind::Catalog),
            File::Relations(_) => Some(ExportKind::Table),
            File::Method(_) | File::Reviews(_) => None,
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

/// The refusal of a file whose kind cannot be exported.
fn holds_other(path: &Path, read: &File) -> Refusal {
    let way_out = match read {
        File::Reviews(_) => "`xwalk review TABLE --format csv` lists what was reviewed",
        File::Method(_) | File::Catalog(_) | File::Relations(_) | File::Assessment(_) => {
            "`xwalk show METHOD --format csv` lists its steps"
        }
    };
    Refusal {
        message: format!("{} contains {}, which cannot be exported", path.display(), read.kind()),
        help: Some(way_out.to_owned()),
    }
}
