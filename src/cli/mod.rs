//! From argv to bytes and an exit code: the table of contents of the program.

mod args;
mod output;

use std::process::ExitCode;

use clap::Parser;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Diagnostic;
use xwalk::load::{self, disk, embedded};
use xwalk::query::{Assessed, Case, Unanswerable};
use xwalk::report::Document;
use xwalk::source::Sources;

use args::{Args, Query};
use output::{Output, is_broken_pipe};

/// The question was answered.
const ANSWERED: u8 = 0;
/// The data is wrong: diagnostics say what and where.
const DATA_WRONG: u8 = 1;
/// The question cannot be asked like this, or a file or folder cannot be read or written.
const USAGE: u8 = 2;

/// Why there is no answer.
enum Failure {
    /// The data is wrong, and has been shown to be.
    Data,
    /// Everything else, with what to say.
    Other(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// Answers the question in argv.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let output = Output::new(&args.output);
    match answer(&args, &output) {
        Ok(()) => ExitCode::from(ANSWERED),
        Err(Failure::Data) => ExitCode::from(DATA_WRONG),
        Err(Failure::Other(error)) if is_broken_pipe(&error) => ExitCode::from(ANSWERED),
        Err(Failure::Other(error)) => {
            output.complain(&error);
            ExitCode::from(USAGE)
        }
    }
}

fn answer(args: &Args, output: &Output) -> Result<(), Failure> {
    let mut sources = Sources::default();
    let mut files = embedded::files(&mut sources);
    for folder in &args.standards {
        disk::folder(&mut sources, &mut files, folder)?;
    }
    let library = match load::library(&sources, files).sound() {
        Ok((library, warnings)) => {
            output.show(&warnings, &sources)?;
            library
        }
        Err(faults) => return fail(&faults, &sources, output),
    };
    let assessment = match args.query.assessment() {
        None => None,
        Some(path) => match disk::file(&mut sources, path)? {
            Err(fault) => return fail(&[fault], &sources, output),
            Ok(file) => match load::assessment(&sources, file, &library).sound() {
                Ok((assessment, warnings)) => {
                    output.show(&warnings, &sources)?;
                    Some((assessment, file))
                }
                Err(faults) => return fail(&faults, &sources, output),
            },
        },
    };
    let selection = args.settings.selection(&library)?;
    let crosswalk = Crosswalk::new(&library, &selection);
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &args.settings };
    let assessed = assessment.as_ref().map(|(assessment, file)| Assessed { case, assessment, file: *file });
    let document = ask(&args.query, case, assessed)?;
    output.write(&document, &sources)?;
    // The process ends here; to give everything back piece by piece would take longer than many an answer.
    std::mem::forget((document, crosswalk));
    std::mem::forget((assessment, library, sources));
    Ok(())
}

fn ask(query: &Query, case: Case<'_>, assessed: Option<Assessed<'_>>) -> Result<Document, Unanswerable> {
    match (query.question(), query.assessed_question(), assessed) {
        (Some(question), _, _) => question.document(case),
        (None, Some(question), Some(assessed)) => question.document(assessed),
        (None, _, _) => Err(Unanswerable { message: "the question needs an assessment".to_owned(), help: None }),
    }
}

fn fail(faults: &[Diagnostic], sources: &Sources, output: &Output) -> Result<(), Failure> {
    output.show(faults, sources)?;
    output.count(faults)?;
    Err(Failure::Data)
}
