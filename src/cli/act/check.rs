//! Checks files of every kind: assessments, catalogs, relation tables, methods.

use std::path::PathBuf;

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Whether files are right: every rule, and the gates of the policy
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Files and folders; the current folder where none is named
    paths: Vec<PathBuf>,
}

impl Act for Check {
    fn act(&self, _: &Args, _: &Output) -> Result<(), Failure> {
        Err(anyhow::anyhow!("not there yet: {self:?}").into())
    }
}
