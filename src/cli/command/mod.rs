//! Commands that do something rather than ask: files are checked, written, converted. One command a file.

mod check;
mod completions;
mod diff;
mod export;
mod import;
mod init;
mod interview;
mod man;
mod migrate;
mod pack;
mod schema;
mod set;

pub(super) use check::Check;
pub(super) use completions::Completions;
pub(super) use diff::Diff;
pub(super) use export::Export;
pub(super) use import::Import;
pub(super) use init::Init;
pub(super) use interview::Interview;
pub(super) use man::Man;
pub(super) use migrate::Migrate;
pub(super) use pack::Pack;
pub(super) use schema::Schema;
pub(super) use set::Set;

use super::failure::Failure;
use super::options::Options;
use super::output::Output;

/// Something to do.
pub(super) trait Command {
    /// Does it.
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure>;
}

/// Something to do that is about what may stand in argv.
pub(super) trait ParserCommand {
    /// Does it.
    fn run(&self, parser: clap::Command, options: &Options, output: &Output) -> Result<(), Failure>;
}
