//! Candidates for a relation table, and the decisions on them.

use std::path::{Path, PathBuf};

use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::exchange::decisions;
use xwalk::load::name;
use xwalk::model::{Catalog, ClauseId, Library, PairVerdict};
use xwalk::query::Case;
use xwalk::source::Sources;
use xwalk::survey;

use super::Command;
use super::refused::{known_decisions, read_decisions, usual_path};
use crate::cli::failure::Failure;
use crate::cli::options::{InPlace, Options, words};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{Target, read_library};
use crate::cli::renamed;

/// Suggests pairs of clauses for a new relation table, best first, each with its reasons
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk suggest iso-iec-27001:2022 nist-csf:2.0 --for PR.AA-05 --stated
  xwalk suggest 27001:2022 20000-1:2018 --limit 10 --format xlsx --output candidates.xlsx
  xwalk suggest 27001:2022 nist-csf:2.0 --refuse A.5.1 GV.OC-01 --why \"policies do not name the mission\"
  xwalk suggest 27001:2022 nist-csf:2.0 --unsure A.5.2 GV.OC-01

Pairs are ranked by words in common, by third clauses that read like the one and are related to the other, by clauses to
which rows relate both, by place and by attributes. Nothing becomes a row by itself: a sheet (csv, xlsx) has empty cells for
relation, reverse, add and note, and `xwalk import` reads it when somebody has filled it in. A pair of which a table says
something, or that was refused or left unsure, does not come again. The file of those is a CSV text with the columns from,
to, verdict (refused or unsure) and why; --refuse turns the line of an unsure pair into a refused one. To take a decision back,
delete its line.")]
pub(crate) struct Suggest {
    #[command(flatten)]
    question: survey::Suggest,
    /// The file of refused and unsure pairs [default: FROM--TO.refused.csv next to your own table of the two editions,
    /// else in the current folder]
    #[arg(long, value_name = "FILE", help_heading = "Decisions")]
    refused: Option<PathBuf>,
    /// Record that a clause of the first edition and one of the second get no row, and suggest nothing
    #[arg(long, num_args = 2, value_names = ["CLAUSE", "CLAUSE"], requires = "why", help_heading = "Decisions")]
    refuse: Vec<String>,
    /// Record that such a pair is undecided, and suggest nothing
    #[arg(long, num_args = 2, value_names = ["CLAUSE", "CLAUSE"], conflicts_with = "refuse", help_heading = "Decisions")]
    unsure: Vec<String>,
    /// Why a pair is refused, or what is unsure about it
    #[arg(long, value_name = "TEXT", value_parser = words, help_heading = "Decisions")]
    why: Option<String>,
    #[command(flatten)]
    waiting: InPlace,
}

impl Command for Suggest {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = read_library(options, output)?;
        let from = name::edition(&self.question.from, &library)?;
        let to = name::edition(&self.question.to, &library)?;
        let editions = [&from.id, &to.id];
        let path = self.refused.clone().unwrap_or_else(|| usual_path(&sources, &library, editions));
        let pair = match (self.refuse.as_slice(), self.unsure.as_slice()) {
            ([one, other], _) => Some((PairVerdict::Refused, [one, other])),
            (_, [one, other]) => Some((PairVerdict::Unsure, [one, other])),
            (_, _) => None,
        };
        if let Some((verdict, [one, other])) = pair {
            options.output.refuse_output("suggest --refuse or --unsure adds a line to a file")?;
            let pair = [clause(one, from, &library)?, clause(other, to, &library)?];
            return self.remember(&path, verdict, &pair, &mut sources, &library, output);
        }
        if self.why.is_some() {
            return Err(Refusal::new("--why needs a pair", "add --refuse or --unsure with the two clauses").into());
        }
        let (decisions, decided_in) =
            known_decisions(self.refused.as_deref(), &mut sources, &library, editions, output)?;
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let document = self.question.document(case, &decisions, decided_in.as_deref())?;
        renamed::tell(&document.basis, &library, output);
        Ok(output.write(&document, &sources)?)
    }
}

impl Suggest {
    /// Adds a line to the file of decisions, or changes that of an unsure pair; creates the file if there is none.
    fn remember(
        &self,
        path: &Path,
        verdict: PairVerdict,
        pair: &[ClauseId; 2],
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<(), Failure> {
        let (why, [one, other]) = (self.why.as_deref().unwrap_or_default(), pair);
        let editions = [&one.edition, &other.edition];
        if !disk::names_file(path) {
            let file = sources.add(path.display().to_string(), "");
            let text = decisions::with_decision(sources, file, [one, other], verdict, why);
            disk::create(path, text.as_bytes())?;
            let done = format!("{} was created", path.display());
            return Ok(shown_after(&done, output.print_diff(&path.display().to_string(), "", &text))?);
        }
        let mut target = Target::new(path, false, self.waiting.patience())?;
        let (known, file) = read_decisions(&mut target, sources, library, editions, output)?;
        if let Some(decision) = known.of(one, other) {
            if decision.verdict == verdict {
                return Ok(output.print(&format!("Nothing changes: {one} and {other} are already {verdict}.\n"))?);
            }
            if verdict == PairVerdict::Unsure {
                let message = format!("{one} and {other} are already {}", decision.verdict);
                return Err(Refusal::new(message, format!("delete that line in {} first", path.display())).into());
            }
        }
        let before = sources.get(file).text().to_owned();
        let text = match known.of(one, other) {
            Some(unsure) => decisions::with_changed_decision(sources, file, unsure, verdict, why),
            None => decisions::with_decision(sources, file, [one, other], verdict, why),
        };
        let name = sources.get(file).name().to_owned();
        target.replace(&before, &text)?;
        Ok(shown_after(&format!("{name} was changed"), output.print_diff(&name, &before, &text))?)
    }
}

/// The clause of an edition that a name refers to.
fn clause(name: &str, catalog: &Catalog, library: &Library) -> Result<ClauseId, Refusal> {
    let clause = name::clause_of(name, library, std::slice::from_ref(&catalog.id))?;
    if clause.edition != catalog.id {
        let message = format!("{clause} is not a clause of {}", catalog.id);
        return Err(Refusal::new(message, "name a clause of the first edition, then one of the second"));
    }
    Ok(clause)
}
