//! What is judged: files, the gates of a policy, and what was known before.

mod baseline;
mod changes;
mod check;
mod figure;
mod gate;

pub use baseline::{Baseline, Comparison, Fate};
pub use changes::{BaselineChanges, CoverageChange, FindingChange};
pub use check::Checked;
pub use figure::Figure as CoverageFigure;
pub use gate::{FigureName, Gate, TargetCoverage, Verdict};
