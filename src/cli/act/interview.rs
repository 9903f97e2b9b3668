//! An assessment is made by questions and answers in the terminal.

use std::path::PathBuf;

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Asks clause by clause in the terminal and saves every answer
#[derive(Debug, clap::Args)]
pub(crate) struct Interview {
    /// The self-assessment file
    assessment: PathBuf,
}

impl Act for Interview {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
