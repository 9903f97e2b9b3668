//! A line that the user types in the terminal, with the keys that change it.

use rustyline::error::ReadlineError;
use rustyline::{Cmd, Config, DefaultEditor, EventHandler, KeyEvent, Modifiers};

/// After how many milliseconds an escape key alone is not part of another key.
const ESCAPE_TIMEOUT: u16 = 500;

/// A line editor in which the escape key ends the input, as Ctrl-C does, and each line that is pasted is an answer.
pub(super) struct LineEditor(DefaultEditor);

impl LineEditor {
    /// An editor that remembers nothing yet.
    pub(super) fn new() -> anyhow::Result<Self> {
        let config = Config::builder()
            .keyseq_timeout(Some(ESCAPE_TIMEOUT))
            .auto_add_history(true)
            .bracketed_paste(false)
            .build();
        let mut editor = DefaultEditor::with_config(config)?;
        editor.bind_sequence(KeyEvent::new('\x1b', Modifiers::NONE), EventHandler::Simple(Cmd::Interrupt));
        Ok(Self(editor))
    }

    /// The line that is typed after the prompt; none if the input ends.
    pub(super) fn line(&mut self, prompt: &str) -> anyhow::Result<Option<String>> {
        match self.0.readline(prompt) {
            Ok(line) => Ok(Some(line)),
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
