//! Options for what is written in other programs' formats.

use clap::ValueEnum;
use xwalk::exchange::written::OpenReverse;

/// A format of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Target {
    /// OSCAL 1.2 in JSON: a catalog, tables as a mapping collection, an assessment as assessment results
    Oscal,
    /// OSCAL 1.2 in JSON: the plan of an assessment as a plan of action and milestones
    OscalPoam,
    /// A library of CISO Assistant in YAML: a framework, or tables as mapping sets
    CisoAssistant,
    /// Tables as an SSSOM mapping set
    Sssom,
    /// Tables as a sheet of NIST's set theory relationship mapping (IR 8477), in the format of --output
    Strm,
}

// What is written in another program's format, and how. A doc comment would become the help of the command.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Other programs' formats")]
pub(super) struct ForeignOptions {
    /// Write this format instead of rows for a spreadsheet
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub(super) to: Option<Target>,
    /// A further table, by id or file, for the same text; may be given several times
    #[arg(long, value_name = "TABLE", requires = "to")]
    pub(super) with: Vec<String>,
    /// Of an edition: its crosswalk to this one, from all tables between the two, as one table marked as derived
    #[arg(long, value_name = "EDITION", requires = "to", conflicts_with = "with")]
    pub(super) against: Option<String>,
    /// With --against: what follows over chains of rows as well
    #[arg(long, requires = "against")]
    pub(super) inferred: bool,
    /// What to do with a relation of which nobody stated the reverse, where the format always says one
    #[arg(long, value_name = "WAY", value_enum, default_value_t = Unstated::LeaveOut, requires = "to")]
    pub(super) unstated: Unstated,
    /// Of a plan: the edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION", requires = "to")]
    pub(super) target: Option<String>,
}

/// What is done with a relation whose reverse nobody stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Unstated {
    /// It is left out and counted
    LeaveOut,
    /// It is written by the weakest word of the format, where it has one that says no more than what is known, and counted
    Weaken,
    /// It is written by a word of xwalk's own, where the format lets everybody have such (oscal, sssom); other programs see that they do not know it. Else it is left out and counted
    OwnWord,
}

impl From<Unstated> for OpenReverse {
    fn from(way: Unstated) -> Self {
        match way {
            Unstated::LeaveOut => Self::LeaveOut,
            Unstated::Weaken => Self::Weaken,
            Unstated::OwnWord => Self::OwnWord,
        }
    }
}
