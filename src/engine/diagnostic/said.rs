//! What a finding says to the readers of a document, before any language.

use jiff::civil::Date;

/// A message of a document, with what it is given. It says in English what the finding says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The id of the message.
    pub id: &'static str,
    /// Its arguments by their names.
    pub arguments: Vec<(&'static str, SaidWord)>,
}

/// What a message is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidWord {
    /// A text as it stands in a file, such as a clause.
    Text(String),
    /// Several of them.
    Texts(Vec<String>),
    /// A number of things.
    Count(usize),
    /// A day.
    Day(Date),
    /// Another message.
    Message(Said),
}

impl Said {
    /// A message without arguments.
    pub fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new() }
    }

    /// The same with an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: SaidWord) -> Self {
        self.arguments.push((name, word));
        self
    }

    /// Changes each text that stands in it.
    pub fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        for (_, word) in &mut self.arguments {
            match word {
                SaidWord::Text(text) => change(text),
                SaidWord::Texts(texts) => texts.iter_mut().for_each(&mut *change),
                SaidWord::Count(_) | SaidWord::Day(_) => {}
                SaidWord::Message(said) => said.each_text(change),
            }
        }
    }
}
