//! What replaces a format that this build was made without.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// A format whose feature is off: it is known by name, and writes nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LeftOut {
    /// The feature of the package, called as the format is.
    pub(crate) feature: &'static str,
}

impl Format for LeftOut {
    fn missing_content(&self, _: &Document) -> Option<String> {
        Some(self.refusal())
    }

    fn is_earlier_output(&self, _: &[u8]) -> bool {
        false
    }

    fn write(&self, _: &Document, _: Page<'_>, _: &mut dyn Write) -> io::Result<()> {
        Err(io::Error::other(self.refusal()))
    }
}

impl LeftOut {
    fn refusal(&self) -> String {
        let feature = self.feature;
        format!(
            "this build of xwalk does not support {feature}\n\n  tip: build it with `--features {feature}`, or without `--no-default-features` for all features"
        )
    }
}
