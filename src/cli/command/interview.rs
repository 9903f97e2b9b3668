//! An assessment is made by questions and answers in the terminal.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use xwalk::diagnostic::{Refusal, counted};
use xwalk::disk::{self, Patience};
use xwalk::edit::{Draft, Interview as Dialogue, Interviewee, Remark, Reply};
use xwalk::load::name;
use xwalk::model::{Catalog, ClauseId, Library};
use xwalk::report::sanitized;
use xwalk::source::Sources;

use super::line_editor::LineEditor;
use super::set::draft;
use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::options::{InPlace, Options};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{read_assessment, read_library};

/// Asks clause by clause in the terminal and saves every answer
///
/// Answers are typed line by line, so any terminal is suitable. Every answer is saved at once, and comments stay. A
/// status is a number of the menu, one of its words, also abbreviated, or a word that `import --guess` understands,
/// such as "partially implemented" or n/a. At every question `s` skips the clause, `b` goes back to the one before and
/// `q` ends the interview, as Ctrl-C, Ctrl-D and Esc do; `\\s` is the letter itself. The next interview continues after
/// the last stated clause of each edition, and then asks about the clauses left open before it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk init 9001:2015 --output assessment.yaml && xwalk interview assessment.yaml
  xwalk interview assessment.yaml --edition 20000-1:2011 --from 6.1
  xwalk interview assessment.yaml --all         (also what is stated already)")]
pub(crate) struct Interview {
    /// The self-assessment file
    assessment: PathBuf,
    /// Ask about this edition only [default: all that are listed under statuses, else the targets]
    #[arg(long, value_name = "EDITION")]
    edition: Option<String>,
    /// Start at this clause
    #[arg(long, value_name = "CLAUSE")]
    from: Option<String>,
    /// Also ask about clauses already answered
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    in_place: InPlace,
}

impl Command for Interview {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        options.output.refuse_output("interview changes a file in place")?;
        let (mut sources, library) = read_library(options, output)?;
        let (assessment, file) = read_assessment(self.assessment.as_path(), &mut sources, &library, output)
            .map_err(|failure| with_help(failure, &self.assessment))?;
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(unanswerable(
                "an interview needs a terminal".to_owned(),
                "run it in a terminal; `xwalk set` sets a status without questions".to_owned(),
            ));
        }
        let draft = draft(&sources, file, &library, output)?;
        let mut editions = draft.editions(&library);
        if editions.is_empty() {
            editions = assessment.targets.iter().filter_map(|target| library.catalog(target)).collect();
        }
        if let Some(named) = &self.edition {
            editions = vec![name::edition(named, &library)?];
        }
        let Some(first) = editions.first() else {
            let message = "the assessment names no edition".to_owned();
            return Err(unanswerable(message, "add --edition EDITION".to_owned()));
        };
        let from = match &self.from {
            Some(named) if named.contains('/') => Some(name::clause(named, &library, None)?),
            Some(number) => {
                let has_it = |catalog: &&&Catalog| catalog.find(number).is_some();
                let edition = editions.iter().find(has_it).unwrap_or(first);
                Some(name::clause(&format!("{}/{number}", edition.id), &library, None)?)
            }
            None => None,
        };
        if let Some(from) = from.as_ref().filter(|from| editions.iter().all(|edition| edition.id != from.edition)) {
            match &self.edition {
                Some(_) => {
                    let message = format!("{from} is not a clause of {}", first.id);
                    return Err(unanswerable(message, "leave out --edition, or name a clause of it".to_owned()));
                }
                None => editions = library.catalog(&from.edition).into_iter().collect(),
            }
        }
        let dialogue = Dialogue::new(draft, &library, &editions, from.as_ref(), self.all);
        if dialogue.count() == 0 {
            return Ok(output.print("No questions are left; --all also asks about clauses already answered.\n")?);
        }
        let mut terminal = Terminal {
            editor: LineEditor::new()?,
            output,
            library: &library,
            path: &self.assessment,
            patience: self.in_place.patience(),
            answered: BTreeSet::new(),
        };
        let held = dialogue.run(&mut terminal);
        let clauses = counted(terminal.answered.len(), "clause", "clauses");
        let saved = format!("answers on {clauses} saved in {}", self.assessment.display());
        let told = shown_after(&saved, output.print(&format!("\n{saved}\n")));
        // Why the questions ended says more than that the terminal is gone.
        held.map(drop)?;
        Ok(told?)
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(folder_of(&self.assessment))
    }
}

/// The terminal and the file.
struct Terminal<'t> {
    editor: LineEditor,
    output: &'t Output,
    library: &'t Library,
    path: &'t Path,
    patience: Patience,
    /// The clauses on which something was saved.
    answered: BTreeSet<ClauseId>,
}

impl Interviewee for Terminal<'_> {
    type Error = Failure;

    fn show(&mut self, kind: Remark, text: &str) -> Result<(), Failure> {
        let style = match kind {
            Remark::Clause => Style::new().bold(),
            Remark::Place => Style::new().dimmed(),
            Remark::Known => Style::new(),
            Remark::Notice => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
        };
        Ok(self.output.print_in(style, &self.wrapped(text))?)
    }

    fn answer(&mut self, question: &str) -> Result<Reply, Failure> {
        let question = sanitized(question);
        // The line editor draws only the last line again, not what is above it.
        let (above, prompt) = question.rsplit_once('\n').map_or(("", question.as_str()), |(above, last)| (above, last));
        if !above.is_empty() {
            self.output.print(&self.wrapped(above))?;
        }
        Ok(self.editor.line(prompt)?.map_or(Reply::Quit, Reply::Line))
    }

    fn save(&mut self, clause: &ClauseId, before: &Draft, after: &Draft) -> Result<Option<Draft>, Failure> {
        let is_changed = before.text() != after.text();
        let replace = || disk::replace(self.path, before.text(), after.text(), self.patience);
        if let Some(failure) = is_changed.then(replace).and_then(Result::err) {
            let mut sources = Sources::default();
            let (_, file) = read_assessment(self.path, &mut sources, self.library, self.output)?;
            let found = draft(&sources, file, self.library, self.output)?;
            return if found.text() == before.text() { Err(failure.into()) } else { Ok(Some(found)) };
        }
        self.answered.extend(is_changed.then(|| clause.clone()));
        Ok(None)
    }
}

impl Terminal<'_> {
    /// Lines as wide as the terminal.
    fn wrapped(&self, text: &str) -> String {
        let options = textwrap::Options::new(self.output.width()).subsequent_indent("    ");
        text.lines().map(|line| textwrap::fill(line, &options) + "\n").collect()
    }
}

/// A file that does not exist can be made.
fn with_help(failure: Failure, path: &Path) -> Failure {
    let is_missing = |error: &anyhow::Error| {
        error.downcast_ref::<disk::Failure>().is_some_and(|failure| failure.error.kind() == io::ErrorKind::NotFound)
    };
    match failure {
        Failure::Other(error) if is_missing(&error) => unanswerable(
            error.to_string(),
            format!("`xwalk init EDITION --output {}` creates a template", path.display()),
        ),
        Failure::Data | Failure::Gate | Failure::Other(_) => failure,
    }
}

fn unanswerable(message: String, help: String) -> Failure {
    Failure::from(Refusal { message, help: Some(help) })
}
