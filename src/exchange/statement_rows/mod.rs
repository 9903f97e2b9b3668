//! The statements of many assessments in one stream, a row each: `assessment, clause, status, …`.
//!
//! The rows of an assessment stand together, and are read together as one text; so a stream of any length takes the
//! memory of its longest assessment.

mod csv;
mod json;
#[cfg(feature = "parquet")]
mod parquet;

pub use csv::{CsvHead, csv};
pub use json::{JsonLine, json, json_line, without_name};
#[cfg(feature = "parquet")]
pub use parquet::ParquetRows;

use crate::diagnostic::{self, Diagnostic};
use crate::load::Loaded;
use crate::model::Assessment;

/// An assessment with warnings, or all that is wrong with it.
pub type Sound = Result<(Assessment, Vec<Diagnostic>), Vec<Diagnostic>>;

/// What was loaded, with what was found wrong before.
fn sound(loaded: Loaded<Assessment>, mut faults: Vec<Diagnostic>) -> Sound {
    let (assessment, further) = loaded.into_parts();
    faults.extend(further);
    diagnostic::sort(&mut faults);
    if diagnostic::has_errors(&faults) { Err(faults) } else { Ok((assessment, faults)) }
}

/// The column, or key, by which rows belong together.
pub const ASSESSMENT: &str = "assessment";

/// The columns that say something of the whole assessment; its first row counts.
const OF_ASSESSMENT: [&str; 7] = ["organization", "scope", "site", "unit", "tags", "date", "targets"];

/// The parts of a cell that holds several, each in a line or after a semicolon.
fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}
