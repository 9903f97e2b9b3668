//! Why a request is refused, and what to do instead.

use std::fmt;

/// Why a question has no answer here, a text is left as it is, or a sheet cannot be read; and what would have been
/// possible. It has no place in a file, since the request is wrong and not the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why, in one lower-case sentence.
    pub message: String,
    /// How to correct it.
    pub help: Option<String>,
}

impl Refusal {
    /// A refusal with help.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: Some(help.into()) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(help) = &self.help {
            write!(f, "\n\n  tip: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
