//! A Parquet file with a row for each applicable requirement of each assessment.

use std::io::Write;

use xwalk::deliver::{ROW_FIELDS, Standing, row_values};
use xwalk::model::Library;
use xwalk::query::Position;
use xwalk::render::ParquetRecords;

use super::answered::without_target;

/// A file that is under way.
pub(super) struct ParquetFile<W: Write + Send> {
    records: ParquetRecords<W>,
    /// Whether the target is left out, since it is the name of the folder.
    is_of_one_target: bool,
}

/// Refuses where the build leaves Parquet out.
pub(super) fn ensure_built() -> anyhow::Result<()> {
    Ok(())
}

impl<W: Write + Send> ParquetFile<W> {
    pub(super) fn new(out: W, is_of_one_target: bool) -> anyhow::Result<Self> {
        let fields = if is_of_one_target { without_target(ROW_FIELDS) } else { ROW_FIELDS.to_vec() };
        Ok(Self { records: ParquetRecords::new(&fields, out)?, is_of_one_target })
    }

    /// Adds the rows of an assessment.
    pub(super) fn add(&mut self, library: &Library, standing: &Standing, rows: &[Position]) -> anyhow::Result<()> {
        let Some(catalog) = library.catalog(&standing.target) else { return Ok(()) };
        for position in rows {
            let values = row_values(standing, catalog, position);
            match self.is_of_one_target {
                true => self.records.add(&without_target(values))?,
                false => self.records.add(&values)?,
            }
        }
        Ok(())
    }

    /// Writes what is left, and gives back what was written to.
    pub(super) fn finish(self) -> anyhow::Result<W> {
        Ok(self.records.finish()?)
    }
}
