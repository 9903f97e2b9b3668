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
pub(super) use schema::Schema;
pub(super) use set::Set;

use super::Failure;
use super::args::Args;
use super::output::Output;

/// Something to do.
pub(super) trait Command {
    /// Does it.
    fn run(&self, args: &Args, output: &Output) -> Result<(), Failure>;
}
