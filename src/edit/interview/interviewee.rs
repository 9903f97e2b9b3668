//! The one who is asked, and what comes back.

use crate::edit::set::Draft;

/// The person who answers the questions, and where the answers are saved.
pub trait Interviewee {
    /// An error that ends the interview.
    type Error;

    /// Hears something.
    fn show(&mut self, text: &str) -> Result<(), Self::Error>;

    /// Answers a question.
    fn answer(&mut self, question: &str) -> Result<Reply, Self::Error>;

    /// Keeps a text instead of another. Where that has become a third one meanwhile, nothing is kept, and the third
    /// one comes back.
    fn save(&mut self, before: &Draft, after: &Draft) -> Result<Option<Draft>, Self::Error>;
}

/// What comes back on a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A line.
    Line(String),
    /// Nothing more is to be asked.
    Quit,
}
