//! The skeleton of an assessment.

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Writes the skeleton of an assessment, with comments
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// The editions to assess, by id or alias
    editions: Vec<String>,
}

impl Act for Init {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
