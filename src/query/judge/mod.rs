//! What is judged: files, the promises of a policy, and what was known before.

mod baseline;
mod check;
mod gate;

pub use baseline::Baseline;
pub use check::Checked;
pub use gate::{FigureName, Gate, TargetCoverage};
