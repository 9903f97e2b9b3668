//! How to infer and to count.

use super::error::Error;
use super::words;
use crate::model::Confidence;
use crate::query::{self, Condition};

/// How to infer and to count: what the program takes as `--max-hops` and the like. Settings that are not given keep
/// their defaults.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings(query::Settings);

/// The same as options.
#[derive(Debug, clap::Parser)]
#[command(name = "xwalk", no_binary_name = true, disable_help_flag = true)]
struct Options {
    #[command(flatten)]
    settings: query::Settings,
}

impl Settings {
    /// The defaults: chains of at most 3 rows, a partly met requirement counts half, every row and every clause takes
    /// part.
    pub fn new() -> Self {
        Self::default()
    }

    /// The settings as options of the command line, such as `["--max-hops", "2", "--where", "pdca=plan"]`.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if an option does not exist or has a value that it does not take.
    pub fn parse<W: AsRef<str>>(options: impl IntoIterator<Item = W>) -> Result<Self, Error> {
        words::parse::<Options, W>(options).map(|options| Self(options.settings))
    }

    /// The longest chain of relation rows that a conclusion may use, up to 100.
    #[must_use]
    pub fn max_hops(mut self, hops: u32) -> Self {
        self.0.max_hops = hops;
        self
    }

    /// The weight of a partly met requirement in a coverage, from 0 to 1.
    #[must_use]
    pub fn partial_weight(mut self, weight: f64) -> Self {
        self.0.partial_weight = weight;
        self
    }

    /// Leaves out rows with a lower confidence.
    #[must_use]
    pub fn min_confidence(mut self, confidence: Confidence) -> Self {
        self.0.min_confidence = Some(confidence);
        self
    }

    /// Leaves out a relation table; may be given several times.
    #[must_use]
    pub fn without_table(mut self, table: impl Into<String>) -> Self {
        self.0.without_table.push(table.into());
        self
    }

    /// Counts and lists only what has this attribute with this value; may be given several times, and all must hold.
    /// Questions that cannot use it are refused.
    #[must_use]
    pub fn only(mut self, attribute: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.conditions.push(Condition { key: attribute.into(), value: value.into() });
        self
    }

    pub(super) fn values(&self) -> &query::Settings {
        &self.0
    }
}
