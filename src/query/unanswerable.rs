//! A question without an answer, and the way out.

use std::fmt;

/// A question that has no answer here, and what would have been possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswerable {
    /// Why, in one lower-case sentence.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

impl fmt::Display for Unanswerable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(help) = &self.help {
            write!(f, "\n\n  tip: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Unanswerable {}
