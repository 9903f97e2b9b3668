//! What can be asked.

use super::document::Document;
use super::error::Error;
use super::standards::Standards;
use crate::diagnostic::Refusal;
use crate::query::{AssessedQuestion, Question};

/// A question that is answered with a [`Document`]: [`Gap`](super::Gap), [`Coverage`](super::Coverage) and
/// [`Map`](super::Map), which have answers with types as well, and [`Question`](super::Question) for others. It is not
/// for types of other crates.
pub trait Ask: Sealed {
    /// The question as the rooms below know it.
    #[doc(hidden)]
    fn asked(&self) -> Asked<'_>;
}

/// Keeps others from adding questions, so that the trait may grow.
#[doc(hidden)]
pub trait Sealed {}

/// What a question is asked of.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Asked<'q> {
    /// Of standards.
    Standards(&'q dyn Question),
    /// Of an assessment.
    Assessment(&'q dyn AssessedQuestion),
    /// Of standards, or of an assessment, about which more is reported.
    Either(&'q dyn Question, &'q dyn AssessedQuestion),
}

/// Refuses conditions if they would have no effect, so no user believes that they had one.
pub(super) fn check(question: &impl Ask, standards: &Standards) -> Result<(), Error> {
    let heeds = match question.asked() {
        Asked::Standards(question) => question.heeds_conditions(),
        Asked::Assessment(question) | Asked::Either(_, question) => question.heeds_conditions(),
    };
    if heeds || standards.settings().conditions.is_empty() {
        return Ok(());
    }
    let help = "use settings that leave nothing out";
    Err(Refusal::new("a selection by attributes is only for gap, coverage, plan, map and show", help).into())
}

impl Standards {
    /// Answers a question about the standards.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if the question needs an assessment, names an edition, a clause or anything else that does
    /// not exist, or does not use conditions that the settings have; also if part of a pack turns out to be damaged.
    pub fn document(&self, question: &impl Ask) -> Result<Document, Error> {
        check(question, self)?;
        let (Asked::Standards(asked) | Asked::Either(asked, _)) = question.asked() else {
            let help = "read one with `Standards::assessment`, and ask it";
            return Err(Refusal::new("this question needs an assessment", help).into());
        };
        let document = self.ask(self.sources(), |case| asked.document(case))?;
        Ok(Document::new(document, self, self.sources(), false))
    }
}
