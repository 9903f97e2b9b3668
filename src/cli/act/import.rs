//! A spreadsheet becomes an assessment or a relation table.

use std::path::PathBuf;

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// A spreadsheet becomes an assessment or a relation table
#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// The spreadsheet: CSV or XLSX
    file: PathBuf,
}

impl Act for Import {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
