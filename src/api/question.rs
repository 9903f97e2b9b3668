//! Any question, in the words of the command line.

use super::ask::{Ask, Asked, Sealed};
use super::error::Error;
use super::words;
use crate::deliver::{EvidenceRegister, Graph, Guide, Integrate, Plan, Report, Soa};
use crate::query::{Coverage, Explain, Gap};
use crate::survey::{Compare, Density, List, Map, Matrix, Search, Show};

/// A question in the words of the command line: scripts already rely on them.
///
/// These commands are questions: `list`, `show`, `search`, `map`, `matrix`, `compare`, `density` and `integrate` are
/// about standards; `coverage`, `gap`, `explain`, `plan`, `soa`, `evidence` and `report` need an assessment; `guide`
/// and `graph` take one or none. The other commands are not, because they read or write more than one assessment and
/// the standards: [`Check`](super::Check) is `check`, and for the rest (such as `portfolio`, `trend`, `diff`, `audit`,
/// `suggest`, `agree`, `migrate` and `portal`) there is only the program.
///
/// The assessment is left out, because it is the one you ask; so are options about files and formats.
#[derive(Debug)]
pub struct Question(Words);

impl Question {
    /// Reads words such as `["coverage", "--by", "pdca"]` or `["matrix", "iso-9001:2008", "iso-14001:2004"]`.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if the first word is none of these commands, or an option does not exist or has a value that
    /// it does not take. Whether editions and clauses exist turns out when it is asked.
    pub fn parse<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Result<Self, Error> {
        words::parse(words).map(Self)
    }
}

#[derive(Debug, clap::Parser)]
#[command(
    name = "xwalk",
    no_binary_name = true,
    arg_required_else_help = false,
    disable_help_flag = true,
    disable_help_subcommand = true
)]
enum Words {
    List(List),
    Show(Show),
    Search(Search),
    Map(Map),
    Matrix(Matrix),
    Compare(Compare),
    Density(Density),
    Coverage(Coverage),
    Gap(Gap),
    Explain(Explain),
    Guide(Guide),
    Integrate(Integrate),
    Plan(Plan),
    Soa(Soa),
    Evidence(EvidenceRegister),
    Report(Report),
    Graph(Graph),
}

impl Sealed for Question {}

impl Ask for Question {
    fn asked(&self) -> Asked<'_> {
        match &self.0 {
            Words::List(question) => Asked::Standards(question),
            Words::Show(question) => Asked::Standards(question),
            Words::Search(question) => Asked::Standards(question),
            Words::Map(question) => Asked::Standards(question),
            Words::Matrix(question) => Asked::Standards(question),
            Words::Compare(question) => Asked::Standards(question),
            Words::Density(question) => Asked::Standards(question),
            Words::Coverage(question) => Asked::Assessment(question),
            Words::Gap(question) => Asked::Assessment(question),
            Words::Explain(question) => Asked::Assessment(question),
            Words::Guide(question) => Asked::Either(question, question),
            Words::Integrate(question) => Asked::Standards(question),
            Words::Plan(question) => Asked::Assessment(question),
            Words::Soa(question) => Asked::Assessment(question),
            Words::Evidence(question) => Asked::Assessment(question),
            Words::Report(question) => Asked::Assessment(question),
            Words::Graph(question) => Asked::Either(question, question),
        }
    }
}
