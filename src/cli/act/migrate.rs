//! An assessment is carried to a new edition.

use std::path::PathBuf;

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Carries an assessment to another edition of its standard
#[derive(Debug, clap::Args)]
pub(crate) struct Migrate {
    /// The self-assessment file
    assessment: PathBuf,
}

impl Act for Migrate {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
