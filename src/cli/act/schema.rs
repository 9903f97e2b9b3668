//! The JSON Schema of a kind of file.

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// The JSON Schema of a kind of file, for editors
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// assessment, catalog, relations or method
    kind: String,
}

impl Act for Schema {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
