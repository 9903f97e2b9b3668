//! From argv to bytes and an exit code: the table of contents of the program.

mod args;
mod command;
mod output;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Diagnostic;
use xwalk::load::{self, disk, embedded, raw};
use xwalk::model::{Assessment, Library};
use xwalk::query::{Assessed, AssessedQuestion, Case, Question, SiteQuestion};
use xwalk::source::{FileId, Sources};

use args::{Args, Asked};
use output::{Output, is_broken_pipe};

/// The question was answered.
const ANSWERED: u8 = 0;
/// The data is wrong: diagnostics say what and where.
const DATA_WRONG: u8 = 1;
/// The question cannot be asked like this, or a file or folder cannot be read or written.
const USAGE: u8 = 2;
/// The data is sound, and a promise of it is not kept.
const GATE_MISSED: u8 = 3;

/// Why there is no answer.
enum Failure {
    /// The data is wrong, and has been shown to be.
    Data,
    /// A gate is missed, and has been shown to be.
    Gate,
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
    command::Completions::answer_shell();
    let args = Args::parse();
    let output = Output::new(&args.output, args.query.usual_format());
    match answer(&args, &output) {
        Ok(()) => ExitCode::from(ANSWERED),
        Err(Failure::Data) => ExitCode::from(DATA_WRONG),
        Err(Failure::Gate) => ExitCode::from(GATE_MISSED),
        Err(Failure::Other(error)) if is_broken_pipe(&error) => ExitCode::from(ANSWERED),
        Err(Failure::Other(error)) => {
            output.complain(&error);
            ExitCode::from(USAGE)
        }
    }
}

/// What is bundled, with the folders of the user.
fn read_library(args: &Args, output: &Output) -> Result<(Sources, Library), Failure> {
    let mut sources = Sources::default();
    let mut files = embedded::files(&mut sources);
    let mut seen = BTreeSet::new();
    for folder in args.standards.iter().filter(|folder| seen.insert(disk::place_of(folder))) {
        disk::folder(&mut sources, &mut files, folder)?;
    }
    let library = sound(load::library(&sources, files).sound(), &sources, output)?;
    Ok((sources, library))
}

fn answer(args: &Args, output: &Output) -> Result<(), Failure> {
    let asked = args.query.asked();
    if let Asked::Command(command) = asked {
        return command.run(args, output);
    }
    if let Asked::ForSite(..) = asked {
        args.output.refuse_format("portal writes a folder of HTML pages")?;
    }
    let (mut sources, library) = read_library(args, output)?;
    let answerer = match asked {
        Asked::OfLibrary(question) => Answerer::OfLibrary(question),
        Asked::OfAssessment(path, question) => {
            Answerer::OfAssessment(read_assessment(path, &mut sources, &library, output)?, question)
        }
        Asked::ForSite(path, question) => {
            Answerer::ForSite(read_assessment(path, &mut sources, &library, output)?, question)
        }
        Asked::Command(_) => return Ok(()),
    };
    let selection = args.settings.selection(&library)?;
    let crosswalk = Crosswalk::new(&library, &selection);
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &args.settings };
    match &answerer {
        Answerer::OfLibrary(question) => output.write(&question.document(case)?, &sources)?,
        Answerer::OfAssessment((assessment, file), question) => {
            output.write(&question.document(Assessed { case, assessment, file: *file })?, &sources)?;
        }
        Answerer::ForSite((assessment, file), question) => {
            output.write_site(&question.site(Assessed { case, assessment, file: *file })?, &sources)?;
        }
    }
    // The process ends here; to give everything back piece by piece would take longer than many an answer.
    std::mem::forget(crosswalk);
    std::mem::forget((answerer, library, sources));
    Ok(())
}

/// A question with all that it needs but the case.
enum Answerer<'q> {
    OfLibrary(&'q dyn Question),
    OfAssessment((Assessment, FileId), &'q dyn AssessedQuestion),
    ForSite((Assessment, FileId), &'q dyn SiteQuestion),
}

fn read_assessment(
    path: &Path,
    sources: &mut Sources,
    library: &Library,
    output: &Output,
) -> Result<(Assessment, FileId), Failure> {
    let file = match disk::file(sources, path)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    Ok((sound(load::assessment(sources, file, library).sound(), sources, output)?, file))
}

/// Reads a file of whatever kind, as it is written.
fn read_as_written(path: &Path, sources: &mut Sources, output: &Output) -> Result<(FileId, raw::File), Failure> {
    let file = match disk::file(sources, path)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    match load::standalone::read(sources, file) {
        Ok(read) => Ok((file, read)),
        Err(faults) => fail(&faults, sources, output),
    }
}

/// What was read, its warnings shown; or all that is wrong.
fn sound<T>(
    read: Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>,
    sources: &Sources,
    output: &Output,
) -> Result<T, Failure> {
    match read {
        Ok((read, warnings)) => {
            output.show(&warnings, sources)?;
            Ok(read)
        }
        Err(faults) => fail(&faults, sources, output),
    }
}

fn fail<T>(faults: &[Diagnostic], sources: &Sources, output: &Output) -> Result<T, Failure> {
    output.show(faults, sources)?;
    output.count(faults)?;
    Err(Failure::Data)
}
