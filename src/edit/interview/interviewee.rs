//! The one who is asked, and what comes back.

use crate::edit::set::Draft;
use crate::model::ClauseId;

/// The person who answers the questions, and where the answers are saved.
pub trait Interviewee {
    /// An error that ends the interview.
    type Error;

    /// Is told something, line by line.
    fn show(&mut self, kind: Remark, text: &str) -> Result<(), Self::Error>;

    /// Answers a question.
    fn answer(&mut self, question: &str) -> Result<Reply, Self::Error>;

    /// Keeps a text instead of another, in which a clause is stated differently. Where that has become a third one meanwhile,
    /// nothing is kept, and the third one comes back.
    fn save(&mut self, clause: &ClauseId, before: &Draft, after: &Draft) -> Result<Option<Draft>, Self::Error>;
}

/// What something is that is told between the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// The clause that is asked about.
    Clause,
    /// Where it stands, and how far the interview has come.
    Place,
    /// What is known about it.
    Known,
    /// That an answer is not taken, or what became of it.
    Notice,
}

/// What comes back on a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A line.
    Line(String),
    /// Nothing more is to be asked.
    Quit,
}
