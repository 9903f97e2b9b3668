//! Why a run ends without an answer.

/// Why there is no answer.
pub(super) enum Failure {
    /// The data is wrong, and has been shown to be.
    Data,
    /// A gate is missed, and has been shown to be.
    Gate,
    /// Everything else, with what to say.
    Other(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}
