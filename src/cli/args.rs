//! What argv may contain.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use xwalk::deliver::{EvidenceRegister, Graph, Guide, Integrate, Plan, Portal, Report, Soa};
use xwalk::query::{AssessedQuestion, Coverage, Explain, Gap, Question, SiteQuestion};
use xwalk::render::FORMATS;
use xwalk::survey::{Compare, Density, List, Map, Matrix, Search, Show};

use super::command::folder_of;
use super::command::{
    Agree, Audit, Check, Command, Completions, Consensus, Diff, Export, Import, Init, Interview, Man, MapSheet,
    Migrate, Pack, ParserCommand, Portfolio, Review, Schema, Set, Suggest, Trend,
};
use super::earlier_plan::PlanWithBaseline;
use super::front::{FrontArgs, LanguageArgs, TextsArgs};
use super::options::Options;

/// Crosswalks between management-system standards: what an organization has covered, what it has to extend, what is new
#[derive(Debug, clap::Parser)]
#[command(
    version,
    about,
    max_term_width = 100,
    after_help = "\
Exit codes: 0 answered or clean; 1 the data is wrong (every fault is shown); 2 wrong usage, something unknown, or a file that cannot be read or written; 3 a gate is missed (check).

xwalk.toml beside the assessment, or in a folder above it, names the standards, targets and defaults of a project. XWALK_STANDARDS names more folders and packs of standards, separated as in PATH.

`xwalk <command> --help` shows examples. Editions have ids such as iso-9001:2008 and aliases such as \"ISO 9001:2008\" or 9001:2008."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) query: Query,
    #[command(flatten)]
    pub(super) options: Options,
}

// A question about an assessment, with the file that holds it. A doc comment would become the help of every such question.
#[derive(Debug, clap::Args)]
pub(super) struct WithAssessment<Q: clap::Args> {
    /// The self-assessment file
    assessment: PathBuf,
    #[command(flatten)]
    question: Q,
}

// A question whose answer is handed to a client. A doc comment would become the help of every such question.
#[derive(Debug, clap::Args)]
pub(super) struct HandedOver<A: clap::Args> {
    #[command(flatten)]
    about: A,
    #[command(flatten)]
    front: FrontArgs,
}

// A question whose answer is written in a language, with nothing in front. A doc comment would become the help of every such question.
#[derive(Debug, clap::Args)]
pub(super) struct InLanguage<A: clap::Args> {
    #[command(flatten)]
    about: A,
    #[command(flatten)]
    language: LanguageArgs,
}

// A question that shows texts of files, in a language where they are translated. A doc comment would become the help of
// every such question.
#[derive(Debug, clap::Args)]
pub(super) struct WithTexts<Q: clap::Args> {
    #[command(flatten)]
    question: Q,
    #[command(flatten)]
    texts: TextsArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum Query {
    List(WithTexts<List>),
    Show(WithTexts<Show>),
    Search(Search),
    Map(Map),
    Matrix(Matrix),
    Compare(Compare),
    Density(Density),
    Suggest(Suggest),
    Coverage(HandedOver<WithAssessment<Coverage>>),
    Gap(WithAssessment<Gap>),
    Explain(WithAssessment<Explain>),
    Guide(HandedOver<WithOptionalAssessment<Guide>>),
    Integrate(HandedOver<Integrate>),
    Plan(HandedOver<PlanWithBaseline>),
    Soa(HandedOver<WithAssessment<Soa>>),
    Evidence(HandedOver<WithAssessment<EvidenceRegister>>),
    Report(HandedOver<WithAssessment<Report>>),
    Portal(InLanguage<WithAssessment<Portal>>),
    Graph(WithOptionalAssessment<Graph>),
    Portfolio(HandedOver<Portfolio>),
    Trend(HandedOver<Trend>),
    Diff(Diff),
    Export(Export),
    Check(Check),
    Audit(Audit),
    MapSheet(MapSheet),
    Agree(Agree),
    Consensus(Consensus),
    Migrate(Migrate),
    Init(Init),
    Set(Set),
    Interview(Interview),
    Import(Import),
    Pack(Pack),
    Review(Review),
    Schema(Schema),
    Completions(Completions),
    Man(Man),
}

/// A question by what it is asked of.
pub(super) enum Asked<'q> {
    /// Of the library.
    OfLibrary(&'q dyn Question),
    /// Of the library and an assessment in a file.
    OfAssessment(&'q Path, &'q dyn AssessedQuestion),
    /// Of the library, an assessment in a file and an earlier plan in another one.
    SinceBaseline(&'q Path, &'q Plan, &'q Path),
    /// Of the library and an assessment in a file, for a folder of pages.
    ForSite(&'q Path, &'q dyn SiteQuestion),
    /// Nothing is asked: something is done.
    Command(&'q dyn Command),
    /// Something is done with what argv may contain.
    ParserCommand(&'q dyn ParserCommand),
}

// A question about the library that may also be asked about an assessment. A doc comment would become the help of every such question.
#[derive(Debug, clap::Args)]
pub(super) struct WithOptionalAssessment<Q: clap::Args> {
    #[command(flatten)]
    question: Q,
    /// Show next to each clause what this self-assessment file states about it
    #[arg(long, value_name = "FILE")]
    assessment: Option<PathBuf>,
}

impl<Q: clap::Args + Question + AssessedQuestion> WithOptionalAssessment<Q> {
    fn asked(&self) -> Asked<'_> {
        match &self.assessment {
            Some(path) => Asked::OfAssessment(path, &self.question),
            None => Asked::OfLibrary(&self.question),
        }
    }
}

impl<Q: clap::Args + AssessedQuestion> WithAssessment<Q> {
    fn asked(&self) -> Asked<'_> {
        Asked::OfAssessment(&self.assessment, &self.question)
    }
}

impl Query {
    /// The format of its answers if none is named.
    pub(super) fn default_format(&self) -> &'static str {
        match self {
            Self::List(_)
            | Self::Show(_)
            | Self::Search(_)
            | Self::Map(_)
            | Self::Matrix(_)
            | Self::Compare(_)
            | Self::Density(_)
            | Self::Suggest(_)
            | Self::Coverage(_)
            | Self::Gap(_)
            | Self::Explain(_)
            | Self::Guide(_)
            | Self::Integrate(_)
            | Self::Plan(_)
            | Self::Soa(_)
            | Self::Evidence(_)
            | Self::Portal(_)
            | Self::Check(_)
            | Self::Audit(_)
            | Self::MapSheet(_)
            | Self::Agree(_)
            | Self::Consensus(_)
            | Self::Migrate(_)
            | Self::Pack(_)
            | Self::Review(_)
            | Self::Init(_)
            | Self::Set(_)
            | Self::Interview(_)
            | Self::Import(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_)
            | Self::Portfolio(_)
            | Self::Trend(_)
            | Self::Diff(_) => FORMATS[0].name,
            Self::Export(_) => "csv",
            Self::Report(_) => "html",
            Self::Graph(_) => "dot",
        }
    }

    /// What is done, if that can take more than a second.
    pub(super) fn long_work(&self) -> Option<&'static str> {
        match self {
            Self::Portfolio(_) => Some("answering"),
            Self::Check(_) => Some("checking"),
            Self::Audit(_) => Some("auditing"),
            Self::Suggest(_) => Some("comparing"),
            Self::Import(_) => Some("importing"),
            Self::Pack(_) => Some("packing"),
            Self::List(_)
            | Self::Show(_)
            | Self::Search(_)
            | Self::Map(_)
            | Self::Matrix(_)
            | Self::Compare(_)
            | Self::Density(_)
            | Self::Coverage(_)
            | Self::Gap(_)
            | Self::Explain(_)
            | Self::Guide(_)
            | Self::Integrate(_)
            | Self::Plan(_)
            | Self::Soa(_)
            | Self::Evidence(_)
            | Self::Report(_)
            | Self::Portal(_)
            | Self::Graph(_)
            | Self::Trend(_)
            | Self::Diff(_)
            | Self::Export(_)
            | Self::MapSheet(_)
            | Self::Agree(_)
            | Self::Consensus(_)
            | Self::Migrate(_)
            | Self::Init(_)
            | Self::Set(_)
            | Self::Interview(_)
            | Self::Review(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => None,
        }
    }

    /// What comes in front of its answer, if that is handed to a client.
    pub(super) fn front(&self) -> Option<&FrontArgs> {
        match self {
            Self::Coverage(handed) => Some(&handed.front),
            Self::Guide(handed) => Some(&handed.front),
            Self::Integrate(handed) => Some(&handed.front),
            Self::Plan(handed) => Some(&handed.front),
            Self::Soa(handed) => Some(&handed.front),
            Self::Evidence(handed) => Some(&handed.front),
            Self::Report(handed) => Some(&handed.front),
            Self::Portfolio(handed) => Some(&handed.front),
            Self::Trend(handed) => Some(&handed.front),
            Self::List(_)
            | Self::Show(_)
            | Self::Search(_)
            | Self::Map(_)
            | Self::Matrix(_)
            | Self::Compare(_)
            | Self::Density(_)
            | Self::Suggest(_)
            | Self::Gap(_)
            | Self::Explain(_)
            | Self::Portal(_)
            | Self::Graph(_)
            | Self::Diff(_)
            | Self::Export(_)
            | Self::Check(_)
            | Self::Audit(_)
            | Self::MapSheet(_)
            | Self::Agree(_)
            | Self::Consensus(_)
            | Self::Migrate(_)
            | Self::Init(_)
            | Self::Set(_)
            | Self::Interview(_)
            | Self::Import(_)
            | Self::Pack(_)
            | Self::Review(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => None,
        }
    }

    /// In which language its answer is written, if that can be chosen.
    pub(super) fn language(&self) -> Option<&LanguageArgs> {
        if let Self::Portal(written) = self {
            return Some(&written.language);
        }
        self.front().map(FrontArgs::language)
    }

    /// In which language it shows the texts of files, if that can be chosen apart from the words of its answer.
    pub(super) fn texts(&self) -> Option<&TextsArgs> {
        if let Self::List(shown) = self {
            return Some(&shown.texts);
        }
        if let Self::Show(shown) = self { Some(&shown.texts) } else { None }
    }

    /// Refuses --where if it would have no effect, so no user believes that it had one.
    pub(super) fn refuse_conditions(&self, options: &Options) -> anyhow::Result<()> {
        let heeds = match self.asked() {
            Asked::OfLibrary(question) => question.heeds_conditions(),
            Asked::OfAssessment(_, question) => question.heeds_conditions(),
            Asked::SinceBaseline(_, question, _) => question.heeds_conditions(),
            Asked::Command(command) => command.heeds_conditions(),
            Asked::ForSite(..) | Asked::ParserCommand(_) => false,
        };
        anyhow::ensure!(
            heeds || options.settings.conditions.is_empty(),
            "--where is for gap, coverage, plan, portfolio, map, show and export only\n\n  tip: leave it out"
        );
        Ok(())
    }

    /// The folder in which, or above which, the project file is: that of the assessment, else the current one.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        match self.asked() {
            Asked::OfLibrary(_) => Some(PathBuf::from(".")),
            Asked::OfAssessment(path, _) | Asked::SinceBaseline(path, ..) | Asked::ForSite(path, _) => {
                Some(folder_of(path))
            }
            Asked::Command(command) => command.folder(),
            Asked::ParserCommand(_) => None,
        }
    }

    /// The question, and what it is asked of.
    pub(super) fn asked(&self) -> Asked<'_> {
        match self {
            Self::List(shown) => Asked::OfLibrary(&shown.question),
            Self::Show(shown) => Asked::OfLibrary(&shown.question),
            Self::Search(question) => Asked::OfLibrary(question),
            Self::Map(question) => Asked::OfLibrary(question),
            Self::Matrix(question) => Asked::OfLibrary(question),
            Self::Compare(question) => Asked::OfLibrary(question),
            Self::Density(question) => Asked::OfLibrary(question),
            Self::Suggest(command) => Asked::Command(command),
            Self::Coverage(handed) => handed.about.asked(),
            Self::Gap(about) => about.asked(),
            Self::Explain(about) => about.asked(),
            Self::Guide(handed) => handed.about.asked(),
            Self::Integrate(handed) => Asked::OfLibrary(&handed.about),
            Self::Plan(handed) => match &handed.about.baseline {
                Some(baseline) => Asked::SinceBaseline(&handed.about.assessment, &handed.about.question, baseline),
                None => Asked::OfAssessment(&handed.about.assessment, &handed.about.question),
            },
            Self::Soa(handed) => handed.about.asked(),
            Self::Evidence(handed) => handed.about.asked(),
            Self::Report(handed) => handed.about.asked(),
            Self::Portal(written) => Asked::ForSite(&written.about.assessment, &written.about.question),
            Self::Graph(about) => about.asked(),
            Self::Portfolio(handed) => Asked::Command(&handed.about),
            Self::Trend(handed) => Asked::Command(&handed.about),
            Self::Diff(command) => Asked::Command(command),
            Self::Export(command) => Asked::Command(command),
            Self::Check(command) => Asked::Command(command),
            Self::Audit(command) => Asked::Command(command),
            Self::MapSheet(command) => Asked::Command(command),
            Self::Agree(command) => Asked::Command(command),
            Self::Consensus(command) => Asked::Command(command),
            Self::Migrate(command) => Asked::Command(command),
            Self::Init(command) => Asked::Command(command),
            Self::Set(command) => Asked::Command(command),
            Self::Interview(command) => Asked::Command(command),
            Self::Import(command) => Asked::Command(command),
            Self::Pack(command) => Asked::Command(command),
            Self::Review(command) => Asked::Command(command),
            Self::Schema(command) => Asked::Command(command),
            Self::Completions(command) => Asked::Command(command),
            Self::Man(command) => Asked::ParserCommand(command),
        }
    }
}
