//! From argv to bytes and an exit code: the table of contents of the program.

mod args;
mod command;
mod earlier_plan;
mod failure;
mod front;
mod made;
mod options;
mod output;
mod output_stream;
mod progress;
mod project;
mod read;
mod renamed;
mod unified;

use std::io;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use clap::{ArgMatches, CommandFactory, FromArgMatches};
use xwalk::api::unfit;
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::deliver::Plan;
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::load::{self, name};
use xwalk::model::{Assessment, Library};
use xwalk::query::{Assessed, AssessedQuestion, Case, INTERSECT_AS, Question, Settings, SiteQuestion};
use xwalk::render::FORMATS;
use xwalk::report::{Document, EditionNames};
use xwalk::source::{FileId, Sources};

use args::{Args, Asked};
use earlier_plan::EarlierPlan;
use failure::Failure;
use front::{FrontArgs, TextsArgs};
use output::{Output, ensure_intact, is_broken_pipe};
use project::Project;
use read::{fail, open_library, read_assessment};

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
    let (mut args, matches) = match parse() {
        Ok(parsed) => parsed,
        Err(stop) => return told_by_parser(&stop),
    };
    let usual = args.query.default_format();
    let mut output = Output::new(&args.options.output, usual);
    let outcome = complete(&mut args, &matches, &output).and_then(|()| {
        let format = args.options.project.as_ref().and_then(Project::format);
        if let Some(format) = format.filter(|_| usual == FORMATS[0].name) {
            output = Output::new(&args.options.output, format);
        }
        let (project, language) = (args.options.project.as_ref(), args.query.language());
        let texts = args.query.texts().and_then(TextsArgs::language);
        let texts = texts.or_else(|| language?.chosen(project));
        output.present(front::presentation(args.query.front(), language, project)?, texts);
        if args.query.front().is_some_and(FrontArgs::is_given) {
            output.require_front()?;
        }
        answer(&args, &matches, &output)
    });
    match outcome {
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

/// What argv may contain. A number with a minus sign is the value of the option before it, which says why it is none, and not
/// another option.
fn command() -> clap::Command {
    fn with_numbers(command: clap::Command) -> clap::Command {
        let takes_value = |arg: &clap::Arg| arg.get_long().is_some() && arg.get_action().takes_values();
        command
            .mut_args(|arg| if takes_value(&arg) { arg.allow_negative_numbers(true) } else { arg })
            .mut_subcommands(with_numbers)
    }
    with_numbers(Args::command())
}

/// The content of argv, and where each option comes from.
fn parse() -> Result<(Args, ArgMatches), clap::Error> {
    let matches = command().try_get_matches()?;
    match Args::from_arg_matches(&matches) {
        Ok(args) => Ok((args, matches)),
        Err(error) => Err(error.format(&mut Args::command())),
    }
}

/// Adds to the options what the project file and the environment say.
fn complete(args: &mut Args, matches: &ArgMatches, output: &Output) -> Result<(), Failure> {
    let Some(folder) = args.query.folder() else { return Ok(()) };
    let options = &mut args.options;
    let found = if options.no_project { None } else { Project::find(&folder)? };
    if let Some((project, faults)) = found {
        if !faults.is_empty() {
            return fail(&faults, project.sources(), output);
        }
        project.complete(&mut options.settings, matches);
        if let (None, Some(intersect_as)) = (options.intersect_as, project.intersect_as()) {
            options.intersect_as = Some(intersect_as);
            options.settings.from_project.push(INTERSECT_AS);
        }
        options.output.width = options.output.width.or(project.width());
        options.standards.extend(project.standards());
        options.project = Some(project);
    }
    options.note_reading();
    options.standards.extend(project::standards_of_environment());
    Ok(())
}

/// Makes writing beyond the largest size of a file that the system allows a reported failure; else the process would
/// end silently, and leave half a file. If that is not possible it stays so.
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

fn answer(args: &Args, matches: &ArgMatches, output: &Output) -> Result<(), Failure> {
    args.query.refuse_conditions(&args.options)?;
    if let Some(what) = args.query.long_work() {
        output.begin_progress(what);
    }
    let asked = args.query.asked();
    match asked {
        Asked::Command(command) => return command.run(&args.options, output),
        Asked::ParserCommand(command) => return command.run(Args::command(), &args.options, output),
        Asked::OfLibrary(_) | Asked::OfAssessment(..) | Asked::SinceBaseline(..) | Asked::ForSite(..) => {}
    }
    if let Asked::ForSite(..) = asked {
        args.options.output.refuse_format("portal writes a folder of HTML pages")?;
    }
    let (mut sources, library) = open_library(&args.options, output)?;
    let library = output.translated(library);
    let mut settings = args.options.settings.clone();
    let answerer = match asked {
        Asked::OfLibrary(question) => PreparedQuestion::OfLibrary(question),
        Asked::OfAssessment(path, question) => {
            let mut assessed = read_assessment(path, &mut sources, &library, output)?;
            if question.looks_for_evidence() && sources.get(assessed.1).is_file() {
                assessed.0.unfit = Some(unfit(&assessed.0, assessed.1, &sources));
            }
            PreparedQuestion::OfAssessment(aimed(assessed, args, matches, &library, &mut settings), question)
        }
        Asked::SinceBaseline(path, question, baseline) => {
            let assessed = read_assessment(path, &mut sources, &library, output)?;
            let earlier = Box::new(EarlierPlan::read(baseline, &mut sources, &library, output)?);
            PreparedQuestion::SinceBaseline(aimed(assessed, args, matches, &library, &mut settings), question, earlier)
        }
        Asked::ForSite(path, question) => {
            let assessed = read_assessment(path, &mut sources, &library, output)?;
            PreparedQuestion::ForSite(aimed(assessed, args, matches, &library, &mut settings), question)
        }
        Asked::Command(_) | Asked::ParserCommand(_) => return Ok(()),
    };
    disk::locate(&mut sources, None)?;
    let selection = settings.selection(&library)?;
    let crosswalk = answerer.crosswalk(&library, &selection);
    // The result of an assessment is found by a walk through all that is joined.
    if sources.may_be_damaged() && !matches!(answerer, PreparedQuestion::OfLibrary(_)) {
        load::read_ahead_of(crosswalk.catalogs(), crosswalk.tables());
    }
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    let answered = |answer: Result<Document, Refusal>| -> Result<Document, Failure> {
        let document = intact(answer, &sources)?;
        renamed::tell(&document.basis, &library, output);
        Ok(document)
    };
    match &answerer {
        PreparedQuestion::OfLibrary(question) => {
            let document = answered(question.document(case))?;
            output.write(&output.for_readers(document, &library), &sources)?;
        }
        PreparedQuestion::OfAssessment((assessment, file), question) => {
            let document = answered(question.document(Assessed { case, assessment, file: *file }))?;
            output.write(&output.for_readers_with_legend(document, &library), &sources)?;
            question.hint(assessment).iter().for_each(|hint| output.print_note(hint));
        }
        PreparedQuestion::SinceBaseline((assessment, file), question, earlier) => {
            let document = answered(earlier.document(question, Assessed { case, assessment, file: *file }))?;
            output.write(&output.for_readers_with_legend(document, &library), &sources)?;
            question.hint(assessment).iter().for_each(|hint| output.print_note(hint));
        }
        PreparedQuestion::ForSite((assessment, file), question) => {
            let site = question.site(Assessed { case, assessment, file: *file });
            let site = intact(site, &sources)?;
            // One of its pages says what all of them depend on.
            site.pages.iter().for_each(|page| renamed::tell(&page.document.basis, &library, output));
            let site = EditionNames::of(&library).in_site(site);
            output.write_site(&site.in_language(output.language()), &sources)?;
        }
    }
    // The process ends here; to give everything back piece by piece would take longer than many an answer.
    std::mem::forget(crosswalk);
    std::mem::forget((answerer, library, sources));
    Ok(())
}

/// The result of a question. If it has no answer and a pack turned out to be damaged, that is why: what seems to be
/// missing may be in it.
fn intact<T>(answer: Result<T, Refusal>, sources: &Sources) -> Result<T, Failure> {
    Ok(answer.or_else(|refusal| {
        ensure_intact(sources)?;
        Err(anyhow::Error::from(refusal))
    })?)
}

/// An assessment with the targets of the project, if neither it nor the question names targets, and whose owners
/// have the time that the project gives them, if it does not say so itself.
fn aimed(
    (mut assessment, file): (Assessment, FileId),
    args: &Args,
    matches: &ArgMatches,
    library: &Library,
    settings: &mut Settings,
) -> (Assessment, FileId) {
    let is_named =
        matches.subcommand().is_some_and(|(_, command)| matches!(command.try_contains_id("target"), Ok(true)));
    let targets = args.options.project.as_ref().map(|project| project.targets(library)).unwrap_or_default();
    if assessment.targets.is_empty() && !is_named && !targets.is_empty() {
        assessment.targets = targets;
        settings.from_project.push("targets");
    }
    if let Some(project) = &args.options.project
        && project.give_capacities(&mut assessment)
    {
        settings.from_project.push("capacity");
    }
    (assessment, file)
}

/// A question together with its input, ready to be answered.
enum PreparedQuestion<'q> {
    OfLibrary(&'q dyn Question),
    OfAssessment((Assessment, FileId), &'q dyn AssessedQuestion),
    SinceBaseline((Assessment, FileId), &'q Plan, Box<EarlierPlan>),
    ForSite((Assessment, FileId), &'q dyn SiteQuestion),
}

impl PreparedQuestion<'_> {
    /// The library joined: the part that can have an effect on the answer.
    fn crosswalk<'l>(&self, library: &'l Library, selection: &Selection) -> Crosswalk<'l> {
        let whole = || Crosswalk::new(library, selection);
        let Self::OfAssessment((assessment, _), question) = self else { return whole() };
        // Where a name means nothing, the question says so.
        let Some(Ok(named)) = question.named_targets().map(|names| name::editions(names, library)) else {
            return whole();
        };
        let named = named.into_iter().map(|catalog| &catalog.id);
        let editions = named.chain(&assessment.targets).chain(assessment.editions());
        Crosswalk::connected(library, selection, editions)
    }
}
