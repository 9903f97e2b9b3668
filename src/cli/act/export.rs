//! An assessment, a catalog or a relation table as a spreadsheet.

use std::path::Path;

use xwalk::crosswalk::Crosswalk;
use xwalk::load::disk;
use xwalk::query::{self, Assessed, AssessedQuestion, Case, Question};

use super::Act;
use crate::cli::args::Args;
use crate::cli::output::Output;
use crate::cli::{Failure, read_assessment, read_library};

/// An assessment, a catalog or a relation table as rows for a spreadsheet
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Export {
    #[command(flatten)]
    question: query::Export,
}

impl Act for Export {
    fn act(&self, args: &Args, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = read_library(args, output)?;
        let path = Path::new(&self.question.name);
        let assessed = match disk::is_file(path) {
            true => Some(read_assessment(path, &mut sources, &library, output)?),
            false => None,
        };
        let crosswalk = Crosswalk::new(&library, &args.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &args.settings };
        let document = match &assessed {
            Some((assessment, file)) => {
                AssessedQuestion::document(&self.question, Assessed { case, assessment, file: *file })?
            }
            None => Question::document(&self.question, case)?,
        };
        Ok(output.write(&document, &sources)?)
    }
}
