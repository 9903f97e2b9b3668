//! A line that the user types in the terminal, in a build without a line editor: the terminal's own keys change it.

use std::io::{self, Write};

/// What reads a line as it is.
pub(super) struct LineEditor;

impl LineEditor {
    /// A reader.
    pub(super) fn new() -> anyhow::Result<Self> {
        Ok(Self)
    }

    /// The line that is typed after the prompt; none if the input ends.
    pub(super) fn line(&mut self, prompt: &str) -> anyhow::Result<Option<String>> {
        let mut out = io::stdout();
        write!(out, "{prompt}")?;
        out.flush()?;
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim_end_matches(['\n', '\r']).to_owned()))
    }
}
