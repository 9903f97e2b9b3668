//! The comparison of a finding with a baseline.

/// How a reported finding compares with the baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaselineState {
    /// The baseline does not know it.
    New,
    /// The baseline knows it, and what it is about has got worse.
    Changed {
        /// The word for what happened to that, such as `worsened`.
        word: &'static str,
        /// What it was, where the message does not say so.
        was: Option<String>,
    },
}

impl BaselineState {
    /// The word for it in every format.
    pub fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed { word, .. } => word,
        }
    }

    /// The same as a part of a sentence.
    pub fn in_words(&self) -> String {
        let name = self.name();
        match self {
            Self::New | Self::Changed { was: None, .. } => format!("{name} since the baseline"),
            Self::Changed { was: Some(was), .. } => format!("{name} since the baseline, where it was {was}"),
        }
    }
}
