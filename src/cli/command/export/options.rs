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
    /// A further table, by id or file, for the same output; may be given several times
    #[arg(long, value_name = "TABLE", requires = "to")]
    pub(super) with: Vec<String>,
    /// For an edition: its crosswalk to this one, from all tables between the two, as one table marked as derived
    #[arg(long, value_name = "EDITION", requires = "to", conflicts_with = "with")]
    pub(super) against: Option<String>,
    /// With --against: also what follows through chains of rows
    #[arg(long, requires = "against")]
    pub(super) inferred: bool,
    /// What to do with a relation whose reverse is not stated, if the format always requires one
    #[arg(long, value_name = "WAY", value_enum, default_value_t = Unstated::LeaveOut, requires = "to")]
    pub(super) unstated: Unstated,
    /// For a plan: the target edition, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION", requires = "to")]
    pub(super) target: Option<String>,
}

/// What is done with a relation whose reverse is not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Unstated {
    /// It is left out and counted
    LeaveOut,
    /// It is written with the weakest word of the format, if this says no more than what is known, and counted
    Weaken,
    /// It is written with a word of xwalk's own, if the format allows such words (oscal, sssom); other programs will
    /// not know it. Else it is left out and counted
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
