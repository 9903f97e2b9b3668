//! Commands that do something rather than ask: files are checked, written, converted. One command a file.

mod agree;
mod audit;
mod check;
mod completions;
mod consensus;
mod diff;
mod export;
mod import;
mod init;
mod interview;
#[cfg_attr(not(feature = "line-editor"), path = "plain_line.rs")]
mod line_editor;
mod man;
mod map_sheet;
mod migrate;
mod pack;
mod portfolio;
mod refused;
mod review;
mod schema;
mod set;
mod suggest;
mod trend;

pub(super) use agree::Agree;
pub(super) use audit::Audit;
pub(super) use check::Check;
pub(super) use completions::Completions;
pub(super) use consensus::Consensus;
pub(super) use diff::Diff;
pub(super) use export::Export;
pub(super) use import::Import;
pub(super) use init::Init;
pub(super) use interview::Interview;
pub(super) use man::Man;
pub(super) use map_sheet::MapSheet;
pub(super) use migrate::Migrate;
pub(super) use pack::Pack;
pub(super) use portfolio::Portfolio;
pub(super) use review::Review;
pub(super) use schema::Schema;
pub(super) use set::Set;
pub(super) use suggest::Suggest;
pub(super) use trend::Trend;

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::options::Options;
use super::output::Output;

/// Something to do.
pub(super) trait Command {
    /// Does it.
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure>;

    /// The folder in which, or above which, its project file is: the current one, unless it is about a file elsewhere.
    /// None if no project file has an influence.
    fn folder(&self) -> Option<PathBuf> {
        Some(PathBuf::from("."))
    }

    /// Whether conditions on clauses have an effect on what it does.
    fn heeds_conditions(&self) -> bool {
        false
    }
}

/// The folder of a file.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new(".")).to_owned()
}

/// Something to do that is about what argv may contain.
pub(super) trait ParserCommand {
    /// Does it.
    fn run(&self, parser: clap::Command, options: &Options, output: &Output) -> Result<(), Failure>;
}
