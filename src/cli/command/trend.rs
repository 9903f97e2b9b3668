//! How coverage and open items changed over several dates.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use xwalk::api::refuse_other_content;
use xwalk::crosswalk::Crosswalk;
use xwalk::deliver::{LeftOut, Moment, Trend as Question};
use xwalk::diagnostic::{Diagnostic, Refusal, Rule, Severity, counted};
use xwalk::disk;
use xwalk::exchange::other_content::Wanted;
use xwalk::load;
use xwalk::model::{Assessment, Library};
use xwalk::query::Case;
use xwalk::source::{FileId, Sources, Span};

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::{fail, open_library};
use crate::cli::renamed;

/// Shows how coverage and open items changed over several dates: of several assessments, or of the commits of one
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk trend 2026-q1.yaml 2026-q2.yaml assessment.yaml
  xwalk trend 2026-q1.yaml assessment.yaml --target 20000-1:2011 --output trend.html
  xwalk trend --git assessment.yaml --since 2026-01-01 --format csv

The date of a file is its `date`, else the latest day on which one of its statements was assessed; that of a commit is the \
day on which its author made it. Of a history, the commits that changed the file under its present name are read; a commit in
which the file cannot be read is left out with a warning, and the answer names its date.

Exit codes: 0 answered, also if commits were left out; 1 a named file has an error or no date; 2 wrong usage, or no commit can be read.")]
pub(crate) struct Trend {
    /// The self-assessment files, one for each date; with --git one file
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The target edition, by id or alias; may be given several times [default: the assessments' targets]
    #[arg(long, value_name = "EDITION")]
    target: Vec<String>,
    /// Read the commits that changed the file
    #[arg(long)]
    git: bool,
    /// Leave out what is dated before this day
    #[arg(long, value_name = "DATE", value_parser = xwalk::query::day)]
    since: Option<Date>,
}

/// An assessment that was read, and its date.
struct Dated {
    date: Date,
    commit: Option<String>,
    assessment: Assessment,
    file: FileId,
}

impl Dated {
    fn moment(&self) -> Moment<'_> {
        let Self { date, commit, assessment, file } = self;
        Moment { date: *date, assessment, file: *file, commit: commit.as_deref() }
    }
}

impl Command for Trend {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = open_library(options, output)?;
        let (mut dated, left_out) = match self.git {
            true => self.of_history(&mut sources, &library)?,
            false => (self.of_files(&mut sources, &library, output)?, Vec::new()),
        };
        if let Some(since) = self.since {
            dated.retain(|one| one.date >= since);
            if dated.is_empty() {
                let message = format!("no date is on or after {since}");
                return Err(Refusal::new(message, "name an earlier day, or leave out --since").into());
            }
        }
        if let Some(project) = &options.project {
            let targets = project.targets(&library);
            for one in dated.iter_mut().filter(|one| one.assessment.targets.is_empty()) {
                one.assessment.targets.clone_from(&targets);
            }
        }
        disk::locate(&mut sources, None)?;
        load::read_ahead(&library);
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let moments: Vec<Moment<'_>> = dated.iter().map(Dated::moment).collect();
        if !left_out.is_empty() {
            let count = counted(left_out.len(), "commit was", "commits were");
            output.print_diagnostics(&left_out.iter().map(|one| one.fault.clone()).collect::<Vec<_>>(), &sources);
            output.print_note(&format!("{count} left out; the others are answered"));
        }
        let document = Question { targets: self.target.clone() }.document(case, &moments, &left_out)?;
        renamed::tell(&document.basis, &library, output);
        Ok(output.write(&output.for_readers_with_legend(document, &library), &sources)?)
    }

    fn folder(&self) -> Option<PathBuf> {
        self.files.last().map(|file| folder_of(file))
    }
}

impl Trend {
    /// Every file is read before any is given up, so one run reports what is wrong with all.
    fn of_files(&self, sources: &mut Sources, library: &Library, output: &Output) -> Result<Vec<Dated>, Failure> {
        let (mut dated, mut faults) = (Vec::new(), Vec::new());
        for path in &self.files {
            refuse_other_content(path, Wanted::Own)?;
            let file = match disk::file(sources, path)? {
                Ok(file) => file,
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            match load::assessment(sources, file, library).sound() {
                Ok((assessment, warnings)) => {
                    faults.extend(warnings.into_iter().filter(|fault| fault.severity() != Severity::Note));
                    match date_of(&assessment) {
                        Some(date) => dated.push(Dated { date, commit: None, assessment, file }),
                        None => faults.push(undated(file)),
                    }
                }
                Err(found) => faults.extend(found),
            }
        }
        if xwalk::diagnostic::has_errors(&faults) {
            return fail(&faults, sources, output);
        }
        output.print_diagnostics(&faults, sources);
        Ok(dated)
    }

    /// A commit whose file cannot be read is a finding, and the others are answered.
    fn of_history(&self, sources: &mut Sources, library: &Library) -> Result<(Vec<Dated>, Vec<LeftOut>), Failure> {
        let [path] = self.files.as_slice() else {
            let message = format!(
                "{} named, but --git reads the history of one file",
                counted(self.files.len(), "file is", "files are")
            );
            return Err(Refusal::new(message, "name one file, or leave out --git").into());
        };
        sources.note_file(path);
        let (mut dated, mut left_out) = (Vec::new(), Vec::new());
        let versions = disk::history(path)?.into_iter().filter(|one| self.since.is_none_or(|since| one.date >= since));
        for disk::Version { commit, date, bytes } in versions {
            let name = format!("{}@{commit}", path.display());
            let found = match disk::text_of(sources, Path::new(&name), bytes) {
                Ok(file) => load::assessment(sources, file, library).sound().map(|(assessment, _)| (assessment, file)),
                Err(fault) => Err(vec![*fault]),
            };
            match found {
                Ok((assessment, file)) => dated.push(Dated { date, commit: Some(commit), assessment, file }),
                Err(faults) => left_out.extend(commit_left_out(commit, date, &faults)),
            }
        }
        if dated.is_empty() && !left_out.is_empty() {
            let message = format!("no commit contains {} in a readable form", path.display());
            let first = left_out.first().map(|one| one.fault.message.clone()).unwrap_or_default();
            return Err(Refusal::new(message, format!("{first}; name files for the dates that you need")).into());
        }
        Ok((dated, left_out))
    }
}

/// The day of an assessment: what it says, else the latest day on which one of its statements was assessed.
fn date_of(assessment: &Assessment) -> Option<Date> {
    assessment.date.or_else(|| assessment.statements().filter_map(|(_, statement)| statement.assessed).max())
}

fn undated(file: FileId) -> Diagnostic {
    let message = "neither the assessment nor any of its statements has a date";
    Diagnostic::new(Rule::MissingKey, Span::start_of(file), message)
        .help("add `date: …` with the day of the assessment, such as 2026-11-20")
}

/// Reports that the file of a commit cannot be read, at the first place where something is wrong.
fn commit_left_out(commit: String, date: Date, faults: &[Diagnostic]) -> Option<LeftOut> {
    let is_error = |fault: &&Diagnostic| fault.severity() == Severity::Error;
    let errors = faults.iter().filter(is_error).count();
    let first = faults.iter().find(is_error)?;
    let more = match errors {
        1 => String::new(),
        several => format!(" (and {} more)", several - 1),
    };
    let message = format!("commit {commit} of {date} was left out: {}{more}", first.message);
    let fault = Diagnostic::new(Rule::LeftOut, first.span, message).help("the other commits are answered");
    Some(LeftOut { date, commit, fault })
}
