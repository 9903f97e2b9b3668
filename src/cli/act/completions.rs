//! Completions for shells.

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Completions for a shell
#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// bash, zsh, fish or powershell
    shell: String,
}

impl Act for Completions {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
