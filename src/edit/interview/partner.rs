//! The one who is asked, and what comes back.

use crate::edit::set::Draft;

/// The one who is asked, and who keeps what is answered.
pub trait Partner {
    /// What keeps the dialogue from going on.
    type Trouble;

    /// Hears something.
    fn hear(&mut self, text: &str) -> Result<(), Self::Trouble>;

    /// Answers a question.
    fn answer(&mut self, question: &str) -> Result<Reply, Self::Trouble>;

    /// Keeps a text in the place of another. Where that has become a third one meanwhile, nothing is kept, and the third
    /// one comes back.
    fn keep(&mut self, before: &Draft, after: &Draft) -> Result<Option<Draft>, Self::Trouble>;
}

/// What comes back on a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A line.
    Line(String),
    /// Nothing more is to be asked.
    Quit,
}
