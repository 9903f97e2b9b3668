//! What changed between two assessments, two editions or two versions of a table.

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// What changed between two assessments, two editions, or two versions of a relation table
#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// The old one and the new one: two files, or two editions by id or alias
    names: Vec<String>,
}

impl Act for Diff {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
