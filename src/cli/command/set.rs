//! One statement of an assessment is changed in place.

use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;
use xwalk::diagnostic::Refusal;
use xwalk::edit::Draft;
use xwalk::load::name;
use xwalk::model::{ClauseId, EditionId, Library, PersonDays, Statement, Status};
use xwalk::source::{FileId, Sources};

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::options::{InPlace, Options};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{Target, fail, read_assessment, read_library};

/// Changes one statement of an assessment in place, and nothing else
///
/// Comments, order, quotes and line ends stay as they are. An entry in a comment, such as `# "4.1": implemented`, is
/// uncommented. The change is shown.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk set assessment.yaml 9001:2008/7.6 partial --owner \"Head of operations\" --due 2027-06-30
  xwalk set assessment.yaml 7.6 --evidence docs/gauges.xlsx --add-evidence     (of the one edition stated)
  xwalk set assessment.yaml 7.6 --evidence docs/gauges.xlsx --evidence https://example.com/gauges
  xwalk set assessment.yaml 7.3 not-applicable --justification \"No design and development in scope\"
  xwalk set assessment.yaml 7.6 implemented --clear due --clear effort --dry-run
  xwalk set assessment.yaml 7.6 --unset")]
pub(crate) struct Set {
    /// The self-assessment file
    assessment: PathBuf,
    /// The clause, as EDITION/NUMBER; the number alone if the assessment names one edition only
    clause: String,
    /// How far it is in place; unchanged if left out
    status: Option<StatusName>,
    /// Evidence, a path or an address; replaces the existing evidence; may be repeated
    #[arg(long, value_name = "PATH", value_parser = text)]
    evidence: Vec<String>,
    /// Add the evidence to the existing evidence
    #[arg(long, requires = "evidence")]
    add_evidence: bool,
    /// Who is responsible for it
    #[arg(long, value_parser = text)]
    owner: Option<String>,
    /// The due date
    #[arg(long, value_name = "DATE", value_parser = xwalk::query::day)]
    due: Option<Date>,
    /// The day of the last assessment
    #[arg(long, value_name = "DATE", value_parser = xwalk::query::day)]
    assessed: Option<Date>,
    /// From 0 to 5
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=5))]
    maturity: Option<u8>,
    /// The target maturity, from 0 to 5
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=5))]
    maturity_target: Option<u8>,
    /// The remaining work, in person-days
    #[arg(long, value_name = "DAYS", value_parser = effort)]
    effort: Option<PersonDays>,
    /// Why it does not apply; for a control also why it does
    #[arg(long, value_name = "TEXT", value_parser = text)]
    justification: Option<String>,
    /// The id of a risk that it treats; replaces the existing ids; may be repeated
    #[arg(long = "risk", value_name = "ID", value_parser = text)]
    risks: Vec<String>,
    /// A remark
    #[arg(long, value_name = "TEXT", value_parser = text)]
    note: Option<String>,
    /// Remove a key; may be repeated
    #[arg(long, value_name = "KEY")]
    clear: Vec<Key>,
    /// Remove the whole statement, as if the clause had not been assessed
    #[arg(long, conflicts_with_all = ["status", "evidence", "owner", "due", "assessed", "maturity", "maturity_target", "effort", "justification", "risks", "note", "clear", "add_evidence"])]
    unset: bool,
    /// Show what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    in_place: InPlace,
}

/// A status as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum StatusName {
    /// All of it is in place
    Implemented,
    /// Some of it is in place
    Partial,
    /// Nothing yet; it is intended
    Planned,
    /// Nothing
    NotImplemented,
    /// It does not apply to the organization
    NotApplicable,
}

/// A key that may be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Key {
    Evidence,
    Owner,
    Due,
    Assessed,
    Maturity,
    MaturityTarget,
    Effort,
    Justification,
    Risks,
    Note,
}

impl Command for Set {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        options.output.refuse_output("set changes a file in place")?;
        let (mut sources, library) = read_library(options, output)?;
        let mut target = Target::new(&self.assessment, self.dry_run, self.in_place.patience())?;
        let (_, file) = read_assessment(&mut target, &mut sources, &library, output)?;
        let draft = draft(&sources, file, &library, output)?;
        let clause = name::clause_of(&self.clause, &library, &default_editions(&draft, &library))?;
        let changed =
            if self.unset { draft.unset(&library, &clause)? } else { self.changed(&draft, &library, &clause)? };
        if changed.text() == draft.text() {
            return Ok(output.print(&format!("Nothing changes: the statement on {clause} already says this.\n"))?);
        }
        target.replace(draft.text(), changed.text())?;
        let name = sources.get(file).name();
        let shown = output.print_diff(name, draft.text(), changed.text());
        let shown = if self.dry_run { shown } else { shown_after(&format!("{name} was changed"), shown) };
        Ok(shown?)
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(folder_of(&self.assessment))
    }
}

impl Set {
    /// The assessment with the statement as requested.
    fn changed(&self, draft: &Draft, library: &Library, clause: &ClauseId) -> Result<Draft, Failure> {
        let stated = draft.assessment().statement(clause);
        let Some(status) = self.status.map(Status::from).or(stated.map(|stated| stated.status)) else {
            return Err(Refusal {
                message: format!("{clause} has no statement yet, so it needs a status"),
                help: Some("add one of implemented, partial, planned, not-implemented, not-applicable".to_owned()),
            }
            .into());
        };
        Ok(draft.set(library, clause, &self.wanted(draft.with_status(clause, status)))?)
    }

    /// A statement with all that is requested.
    fn wanted(&self, stated: Statement) -> Statement {
        let kept = |key| !self.clear.contains(&key);
        let text = |asked: &Option<String>, stated: Option<_>, key| {
            asked.clone().map(Into::into).or(stated.filter(|_| kept(key)))
        };
        let mut evidence = if kept(Key::Evidence) { stated.evidence } else { Vec::new() };
        if !self.evidence.is_empty() {
            if !self.add_evidence {
                evidence.clear();
            }
            for path in &self.evidence {
                if !evidence.iter().any(|known| known == path.as_str()) {
                    evidence.push(path.clone().into());
                }
            }
        }
        Statement {
            status: stated.status,
            evidence,
            owner: text(&self.owner, stated.owner, Key::Owner),
            due: self.due.or(stated.due.filter(|_| kept(Key::Due))),
            assessed: self.assessed.or(stated.assessed.filter(|_| kept(Key::Assessed))),
            maturity: self.maturity.or(stated.maturity.filter(|_| kept(Key::Maturity))),
            maturity_target: self.maturity_target.or(stated.maturity_target.filter(|_| kept(Key::MaturityTarget))),
            effort: self.effort.or(stated.effort.filter(|_| kept(Key::Effort))),
            justification: text(&self.justification, stated.justification, Key::Justification),
            risks: if self.risks.is_empty() {
                stated.risks.into_iter().filter(|_| kept(Key::Risks)).collect()
            } else {
                self.risks.iter().map(|risk| risk.clone().into()).collect()
            },
            note: text(&self.note, stated.note, Key::Note),
            span: stated.span,
        }
    }
}

/// The editions of a number alone: the targets, then those with statements; if there are none of
/// either, those that are listed under `statuses`.
fn default_editions(draft: &Draft, library: &Library) -> Vec<EditionId> {
    let assessment = draft.assessment();
    let mut editions: Vec<EditionId> = assessment.targets.clone();
    for stated in assessment.editions() {
        if !editions.contains(stated) {
            editions.push(stated.clone());
        }
    }
    if editions.is_empty() {
        editions.extend(draft.editions(library).into_iter().map(|catalog| catalog.id.clone()));
    }
    editions
}

/// The text of an assessment that was read, to be changed.
pub(super) fn draft(sources: &Sources, file: FileId, library: &Library, output: &Output) -> Result<Draft, Failure> {
    let source = sources.get(file);
    Draft::read(source.name(), source.text().to_owned(), library).or_else(|faults| fail(&faults, sources, output))
}

impl From<StatusName> for Status {
    fn from(word: StatusName) -> Self {
        match word {
            StatusName::Implemented => Self::Implemented,
            StatusName::Partial => Self::Partial,
            StatusName::Planned => Self::Planned,
            StatusName::NotImplemented => Self::NotImplemented,
            StatusName::NotApplicable => Self::NotApplicable,
        }
    }
}

fn text(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("a text; --clear removes a key".to_owned()) } else { Ok(text.to_owned()) }
}

fn effort(text: &str) -> Result<PersonDays, String> {
    PersonDays::parse(text).ok_or_else(|| "a number from 0 to 100000, such as 2.5".to_owned())
}
