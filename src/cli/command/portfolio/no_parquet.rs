//! What replaces Parquet files if the build leaves them out.

use std::io::Write;

use xwalk::deliver::Standing;
use xwalk::model::Library;
use xwalk::query::Position;

const REFUSAL: &str =
    "this build of xwalk does not support parquet\n\n  tip: build it with `--features parquet`, or use ndjson";

/// A file that cannot be written.
pub(super) struct ParquetFile<W>(W);

/// Refuses before anything is begun.
pub(super) fn ensure_built() -> anyhow::Result<()> {
    anyhow::bail!(REFUSAL)
}

impl<W: Write + Send> ParquetFile<W> {
    pub(super) fn new(_: W, _: bool) -> anyhow::Result<Self> {
        anyhow::bail!(REFUSAL)
    }

    pub(super) fn add(&mut self, _: &Library, _: &Standing, _: &[Position]) -> anyhow::Result<()> {
        anyhow::bail!(REFUSAL)
    }

    pub(super) fn finish(self) -> anyhow::Result<W> {
        Ok(self.0)
    }
}
