//! From argv to bytes and an exit code: the table of contents of the program.

mod args;
mod command;
mod failure;
mod made;
mod options;
mod output;
mod read;
mod standards;

use std::io;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use clap::{CommandFactory, Parser};
use xwalk::crosswalk::Crosswalk;
use xwalk::load::disk;
use xwalk::model::Assessment;
use xwalk::query::{Assessed, AssessedQuestion, Case, Question, SiteQuestion};
use xwalk::source::FileId;

use args::{Args, Asked};
use failure::Failure;
use output::{Output, is_broken_pipe};
use read::{open_library, read_assessment};

/// The question was answered.
const ANSWERED: u8 = 0;
/// The data is wrong: diagnostics say what and where.
const DATA_WRONG: u8 = 1;
/// The question cannot be asked like this, or a file or folder cannot be read or written.
const USAGE: u8 = 2;
/// The data is valid, but a gate of its policy is missed.
const GATE_MISSED: u8 = 3;

/// Answers the question in argv.
pub(crate) fn run() -> ExitCode {
    report_size_limit();
    command::Completions::answer_shell(Args::command);
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(stop) => return told_by_parser(&stop),
    };
    let output = Output::new(&args.options.output, args.query.default_format());
    match answer(&args, &output) {
        Ok(()) => ExitCode::from(ANSWERED),
        Err(Failure::Data) => ExitCode::from(DATA_WRONG),
        Err(Failure::Gate) => ExitCode::from(GATE_MISSED),
        Err(Failure::Other(error)) if is_broken_pipe(&error) => ExitCode::from(ANSWERED),
        Err(Failure::Other(error)) => {
            output.print_error(&error);
            ExitCode::from(USAGE)
        }
    }
}

/// Makes writing beyond the largest size of a file that the system allows a failure that is told; else the process would
/// end without a word, and leave half a file. Where that cannot be had it stays so.
#[cfg(unix)]
fn report_size_limit() {
    drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()));
}

#[cfg(not(unix))]
fn report_size_limit() {}

/// Help, the version, or what is wrong in argv, and the exit code for it.
fn told_by_parser(stop: &clap::Error) -> ExitCode {
    let code = if stop.use_stderr() { USAGE } else { ANSWERED };
    match stop.print() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(USAGE),
        Ok(()) | Err(_) => ExitCode::from(code),
    }
}

fn answer(args: &Args, output: &Output) -> Result<(), Failure> {
    args.query.refuse_conditions(&args.options)?;
    let asked = args.query.asked();
    match asked {
        Asked::Command(command) => return command.run(&args.options, output),
        Asked::ParserCommand(command) => return command.run(Args::command(), &args.options, output),
        Asked::OfLibrary(_) | Asked::OfAssessment(..) | Asked::ForSite(..) => {}
    }
    if let Asked::ForSite(..) = asked {
        args.options.output.refuse_format("portal writes a folder of HTML pages")?;
    }
    let (mut sources, library) = open_library(&args.options, output)?;
    let answerer = match asked {
        Asked::OfLibrary(question) => PreparedQuestion::OfLibrary(question),
        Asked::OfAssessment(path, question) => {
            PreparedQuestion::OfAssessment(read_assessment(path, &mut sources, &library, output)?, question)
        }
        Asked::ForSite(path, question) => {
            PreparedQuestion::ForSite(read_assessment(path, &mut sources, &library, output)?, question)
        }
        Asked::Command(_) | Asked::ParserCommand(_) => return Ok(()),
    };
    disk::locate(&mut sources, None)?;
    let selection = args.options.settings.selection(&library)?;
    let crosswalk = Crosswalk::new(&library, &selection);
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &args.options.settings };
    match &answerer {
        PreparedQuestion::OfLibrary(question) => output.write(&question.document(case)?, &sources)?,
        PreparedQuestion::OfAssessment((assessment, file), question) => {
            output.write(&question.document(Assessed { case, assessment, file: *file })?, &sources)?;
        }
        PreparedQuestion::ForSite((assessment, file), question) => {
            output.write_site(&question.site(Assessed { case, assessment, file: *file })?, &sources)?;
        }
    }
    // The process ends here; to give everything back piece by piece would take longer than many an answer.
    std::mem::forget(crosswalk);
    std::mem::forget((answerer, library, sources));
    Ok(())
}

/// A question together with its input, ready to be asked.
enum PreparedQuestion<'q> {
    OfLibrary(&'q dyn Question),
    OfAssessment((Assessment, FileId), &'q dyn AssessedQuestion),
    ForSite((Assessment, FileId), &'q dyn SiteQuestion),
}
