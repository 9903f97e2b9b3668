//! What may stand in argv.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{ColorChoice, Subcommand};
use xwalk::query::{
    AssessedQuestion, Compare, Coverage, Density, Explain, Gap, List, Map, Matrix, Question, Search, Settings, Show,
};
use xwalk::render::FORMATS;

/// Crosswalks between management-system standards: what an organization has covered, what it has to extend, what is new
#[derive(Debug, clap::Parser)]
#[command(
    version,
    about,
    max_term_width = 100,
    after_help = "\
Exit codes: 0 answered; 1 the data is wrong (every fault is shown); 2 wrong usage, something unknown, or a file that cannot be read or written.

`xwalk <command> --help` shows examples. Editions have ids such as iso-9001:2008 and aliases such as \"ISO 9001:2008\" or 9001:2008."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) query: Query,
    #[command(flatten)]
    pub(super) settings: Settings,
    /// Add a folder of your own catalogs, relation tables and methods; may be given several times
    #[arg(long, value_name = "DIR", global = true, help_heading = "Data")]
    pub(super) standards: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// How to write the answer.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// The format of the answer
    #[arg(long, value_name = "FORMAT", global = true, default_value = FORMATS[0].0, value_parser = formats(), help_heading = "Output")]
    pub(super) format: String,
    /// Write to this file, whole or not at all, instead of standard output
    #[arg(long, short, value_name = "FILE", global = true, help_heading = "Output")]
    pub(super) output: Option<PathBuf>,
    /// When to use colours; auto heeds NO_COLOR and uses them on a terminal only
    #[arg(long, value_name = "WHEN", global = true, default_value_t = ColorChoice::Auto, help_heading = "Output")]
    pub(super) color: ColorChoice,
    /// How many columns a line may have [default: those of the terminal, else 80]
    #[arg(long, value_name = "COLUMNS", global = true, value_parser = clap::value_parser!(u16).range(20..=1000), help_heading = "Output")]
    pub(super) width: Option<u16>,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|(name, _)| *name))
}

// A question about an assessment, with the file that holds it. A doc comment would become the help of every such question.
#[derive(Debug, clap::Args)]
pub(super) struct About<Q: clap::Args> {
    /// The self-assessment file
    assessment: PathBuf,
    #[command(flatten)]
    question: Q,
}

#[derive(Debug, Subcommand)]
pub(super) enum Query {
    List(List),
    Show(Show),
    Search(Search),
    Map(Map),
    Matrix(Matrix),
    Compare(Compare),
    Density(Density),
    Coverage(About<Coverage>),
    Gap(About<Gap>),
    Explain(About<Explain>),
}

/// A question by what it is asked of.
pub(super) enum Asked<'q> {
    /// Of the library.
    OfLibrary(&'q dyn Question),
    /// Of the library and an assessment in a file.
    OfAssessment(&'q Path, &'q dyn AssessedQuestion),
}

impl<Q: clap::Args + AssessedQuestion> About<Q> {
    fn asked(&self) -> Asked<'_> {
        Asked::OfAssessment(&self.assessment, &self.question)
    }
}

impl Query {
    /// The question, and what it is asked of.
    pub(super) fn asked(&self) -> Asked<'_> {
        match self {
            Self::List(question) => Asked::OfLibrary(question),
            Self::Show(question) => Asked::OfLibrary(question),
            Self::Search(question) => Asked::OfLibrary(question),
            Self::Map(question) => Asked::OfLibrary(question),
            Self::Matrix(question) => Asked::OfLibrary(question),
            Self::Compare(question) => Asked::OfLibrary(question),
            Self::Density(question) => Asked::OfLibrary(question),
            Self::Coverage(about) => about.asked(),
            Self::Gap(about) => about.asked(),
            Self::Explain(about) => about.asked(),
        }
    }
}
