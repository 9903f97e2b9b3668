//! An assessment, a catalog or a relation table as a spreadsheet.

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// An assessment, a catalog or a relation table as a spreadsheet
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// An assessment file, an edition or a table
    name: String,
}

impl Act for Export {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
