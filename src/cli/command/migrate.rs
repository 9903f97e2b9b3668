//! An assessment is carried to a new edition.

use std::path::{Path, PathBuf};

use anyhow::bail;
use xwalk::changes::{AssessmentDiff, MigratedRequirement, Migration};
use xwalk::crosswalk::Crosswalk;
use xwalk::edit::{self, Entry};
use xwalk::load;
use xwalk::query::{Assessed, Case};
use xwalk::render::FORMATS;

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::{InPlace, Options, OutputArgs};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{Target, read_assessment, read_library};

/// Transfers an assessment to another edition of its standard: states what follows in full, and comments on the rest
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk migrate assessment.yaml --to iso-9001:2008 --output new.yaml
  xwalk migrate assessment.yaml --to 27001:2022 --in-place
  xwalk migrate assessment.yaml --to 27001:2022 --in-place --format csv > moves.csv

A requirement is stated as implemented where `xwalk gap` finds that your statements cover it in full; the note says by which
relations. For every other requirement a comment in the new section says what `gap` says: how far it is covered, and what
to do. Your statements on the earlier edition stay, and so does every other byte of the file; only the earlier edition as a
target becomes the later one. What was carried is reported line by line: on standard output, or, where the changed file
goes there, on standard error.")]
pub(crate) struct Migrate {
    /// The self-assessment file
    assessment: PathBuf,
    #[command(flatten)]
    question: xwalk::changes::Migrate,
    /// Change the file itself (atomically) instead of writing the changed text elsewhere
    #[arg(long, conflicts_with = "output")]
    in_place: bool,
    #[command(flatten)]
    waiting: InPlace,
}

impl Command for Migrate {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let to = options.output.yaml_file()?.map(Path::to_owned);
        let (mut sources, library) = read_library(options, output)?;
        let mut target = Target::new(&self.assessment, !self.in_place, self.waiting.patience())?;
        let (assessment, file) = read_assessment(&mut target, &mut sources, &library, output)?;
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let before = Assessed { case, assessment: &assessment, file };
        let migration = self.question.ask(before)?;
        let changed = changed(&migration, before)?;
        let report = migration.document(before, changed.about_targets);
        let beside = OutputArgs { output: None, format: options.output.format.clone(), ..options.output };
        let beside = Output::new(&beside, FORMATS[0].name);
        beside.check(&report, &sources)?;
        let done = match to {
            _ if self.in_place => {
                target.replace(sources.get(file).text(), &changed.text)?;
                format!("{} was changed", sources.get(file).name())
            }
            Some(path) => {
                output.write_text(&changed.text, Made::Assessment, &sources)?;
                format!("{} was written", path.display())
            }
            None => {
                output.write_text(&changed.text, Made::Assessment, &sources)?;
                return Ok(beside.write_to_stderr(&report, &sources)?);
            }
        };
        Ok(shown_after(&done, beside.write(&report, &sources))?)
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(folder_of(&self.assessment))
    }
}

/// The changed text, and what changed in its targets.
struct Changed {
    text: String,
    about_targets: Option<String>,
}

/// Adds the section to the text, puts the later edition in the place of the earlier one as a target, and reads the text
/// again: it has to say what it said, and what was carried, and nothing else.
fn changed(migration: &Migration, before: Assessed<'_>) -> anyhow::Result<Changed> {
    let (from, to) = (&migration.from, &migration.to);
    let remarks: Vec<Option<String>> = migration.requirements.iter().map(MigratedRequirement::comment).collect();
    let entries =
        migration.requirements.iter().zip(&remarks).filter_map(|(one, remark)| match (&one.statement, remark) {
            (Some(statement), _) => Some(Entry::Statement(&one.gap.clause.number, statement)),
            (None, Some(remark)) => Some(Entry::Comment(&one.gap.clause.number, remark)),
            (None, None) => None,
        });
    let entries: Vec<Entry<'_>> = entries.collect();
    let lead =
        format!("transferred from {from}: what your statements cover in full; the comments show the remaining work");
    let mut sources = before.case.sources.clone();
    let name = sources.get(before.file).name().to_owned();
    let mut text = edit::with_section(&sources, before.file, to, &lead, &entries)?;
    let mut file = sources.add(name.clone(), text.clone());
    let targets = &before.assessment.targets;
    let about_targets = match edit::with_target(&sources, file, from, to) {
        Some(retargeted) => {
            text = retargeted;
            file = sources.add(name, text.clone());
            Some(format!("The target {from} was replaced by {to}."))
        }
        None if !targets.contains(from) => None,
        None if targets.contains(to) => Some(format!("{to} is already a target, and {from} still is.")),
        None => Some(format!("{from} is still a target; replace it with {to} under `targets`.")),
    };
    let again = load::assessment(&sources, file, before.case.library).sound().ok();
    let is_sound = again.is_some_and(|(assessment, _)| {
        let case = Case { sources: &sources, ..before.case };
        let changes = AssessmentDiff::default().ask(before, Assessed { case, assessment: &assessment, file });
        changes.is_ok_and(|changes| migration.is_all_of(&changes))
    });
    if !is_sound {
        bail!(
            "the changed text would not have the intended content, so nothing was written\n\n  tip: write the statuses as indented lines, without braces and aliases"
        );
    }
    Ok(Changed { text, about_targets })
}
