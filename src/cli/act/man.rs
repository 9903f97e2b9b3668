//! The manual pages.

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Writes the manual pages
#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// The command whose page is asked for
    command: Option<String>,
}

impl Act for Man {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
