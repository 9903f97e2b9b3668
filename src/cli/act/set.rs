//! One statement of an assessment is changed in place.

use std::path::PathBuf;

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Changes one statement of an assessment in place, and nothing else
#[derive(Debug, clap::Args)]
pub(crate) struct Set {
    /// The self-assessment file
    assessment: PathBuf,
}

impl Act for Set {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
