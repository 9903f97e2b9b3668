//! An assessment is made by questions and answers: who is asked and who keeps the answers is left open.

mod answer;
mod interviewee;
mod introduction;
mod question;

pub use interviewee::{Interviewee, Remark, Reply};

use std::collections::BTreeSet;

use answer::{Answer, Field, Navigation, STATUS_MENU, prompt, status};
use jiff::civil::Date;

use super::set::{Draft, is_equivalent};
use crate::load::layout::{Form, Layout};
use crate::model::{Catalog, ClauseId, ClauseKind, EditionId, Library, Statement, Status};
use crate::source::Text;

/// An interview about the clauses of an assessment.
#[derive(Debug)]
pub struct Interview<'l> {
    library: &'l Library,
    draft: Draft,
    clauses: Vec<ClauseId>,
    /// Those that were left open before others that are stated.
    left_open: BTreeSet<ClauseId>,
    /// The owner that was named last.
    owner: Option<Text>,
    /// The date of the assessment that was named last.
    assessed: Option<Date>,
}

/// How often an answer is put into a text that others change at the same time.
const ATTEMPTS: usize = 2;

impl Draft {
    /// The editions under `statuses`, whether something is stated on them or not, in the order of the file.
    pub fn editions<'l>(&self, library: &'l Library) -> Vec<&'l Catalog> {
        let layout = Layout::read(self.text());
        let statuses = layout.as_ref().and_then(|layout| layout.root.pair("statuses"));
        let pairs = statuses.map_or(&[][..], |statuses| statuses.value.pairs());
        let named = pairs.iter().filter_map(|pair| match &pair.key.form {
            Form::Text(text, _) => EditionId::parse(text).ok(),
            Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => None,
        });
        named.filter_map(|edition| library.catalog(&edition)).collect()
    }

    /// What is stated on a clause, by itself or by a heading above it.
    fn stated(&self, catalog: &Catalog, position: usize) -> Option<&Statement> {
        let of = |position: usize| {
            let number = catalog.clauses()[position].number.clone();
            self.assessment().statement(&ClauseId { edition: catalog.id.clone(), number })
        };
        let is_heading = |above: &usize| catalog.clauses()[*above].kind == ClauseKind::Heading;
        of(position).or_else(|| catalog.ancestors(position).filter(is_heading).find_map(of))
    }
}

impl<'l> Interview<'l> {
    /// About the requirements of some editions: all; or those without a statement, in each edition first those after the
    /// last stated one, then those that were left open before it. From a clause on, all come in their order.
    pub fn new(draft: Draft, library: &'l Library, editions: &[&Catalog], from: Option<&ClauseId>, all: bool) -> Self {
        let mut clauses: Vec<ClauseId> = Vec::new();
        let mut left_open = BTreeSet::new();
        let mut has_begun = from.is_none();
        for catalog in editions {
            let (mut before, mut behind) = (Vec::new(), Vec::new());
            for (position, clause) in catalog.clauses().iter().enumerate() {
                let id = ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
                has_begun |= from == Some(&id);
                let is_stated = draft.stated(catalog, position).is_some();
                if is_stated && !all && from.is_none() {
                    before.append(&mut behind);
                }
                if has_begun && (all || !is_stated) && clause.kind == ClauseKind::Requirement {
                    behind.push(id);
                }
            }
            clauses.extend(behind);
            left_open.extend(before.iter().cloned());
            clauses.extend(before);
        }
        Self { library, draft, clauses, left_open, owner: None, assessed: None }
    }

    /// How many clauses are to be asked.
    pub fn count(&self) -> usize {
        self.clauses.len()
    }

    /// Asks clause by clause; every answer is kept before the next question. Gives back what the assessment says then.
    pub fn run<P: Interviewee>(mut self, interviewee: &mut P) -> Result<Draft, P::Error> {
        if !self.left_open.is_empty() && self.left_open.len() < self.clauses.len() {
            interviewee
                .show(Remark::Place, "Continuing after the last answer; clauses left open earlier come last.\n")?;
        }
        let (mut at, mut is_introduced) = (0, false);
        while let Some(clause) = self.clauses.get(at).cloned() {
            let Some(introduction) = self.introduction(&clause) else { break };
            for (kind, text) in introduction.iter().filter(|_| !is_introduced) {
                interviewee.show(*kind, text)?;
            }
            is_introduced = false;
            match self.ask(&clause, interviewee)? {
                Navigation::Next => at += 1,
                Navigation::Again => {}
                Navigation::Back if at == 0 => {
                    interviewee.show(Remark::Notice, "  This is the first clause of the interview.\n")?;
                    is_introduced = true;
                }
                Navigation::Back => at -= 1,
                Navigation::Quit => break,
            }
        }
        Ok(self.draft)
    }

    /// Asks all there is to ask of a clause.
    fn ask<P: Interviewee>(&mut self, clause: &ClauseId, interviewee: &mut P) -> Result<Navigation, P::Error> {
        let stated = self.draft.assessment().statement(clause).cloned();
        let status = loop {
            let line = match prompt(interviewee, STATUS_MENU)? {
                Answer::Text(line) => line,
                Answer::None => "-".to_owned(),
                Answer::Navigate(next) => return Ok(next),
            };
            match (status(&line), &stated) {
                (Some(status), _) => break status,
                (None, Some(stated)) if line.is_empty() => break stated.status,
                (None, None) if line.is_empty() => return Ok(Navigation::Next),
                (None, _) => interviewee.show(
                    Remark::Notice,
                    "  enter a number from 1 to 5 or a word such as partial or n/a; empty to continue\n",
                )?,
            }
        };
        let mut wanted = self.draft.with_status(clause, status);
        // What does not apply is kept together with the reason.
        if status != Status::NotApplicable {
            if let Some(next) = self.save(clause, &wanted, interviewee)? {
                return Ok(next);
            }
            if wanted.justification.is_none() && stated.is_some_and(|stated| stated.justification.is_some()) {
                interviewee.show(Remark::Notice, "the justification for not applicable was removed\n")?;
            }
        }
        for field in Field::of(&wanted) {
            if let Some(next) = self.ask_field(field, clause, &mut wanted, interviewee)? {
                return Ok(next);
            }
        }
        Ok(Navigation::Next)
    }

    /// Keeps a statement, also in a text that somebody else has changed meanwhile, unless that was done to this very
    /// statement. Says where to go where it is not kept.
    fn save<P: Interviewee>(
        &mut self,
        clause: &ClauseId,
        wanted: &Statement,
        interviewee: &mut P,
    ) -> Result<Option<Navigation>, P::Error> {
        let known = self.draft.assessment().statement(clause).cloned();
        for _ in 0..ATTEMPTS {
            let draft = match self.draft.set(self.library, clause, wanted) {
                Ok(draft) => draft,
                Err(error) => {
                    interviewee.show(Remark::Notice, &format!("  not saved: {error}\n"))?;
                    return Ok(Some(Navigation::Next));
                }
            };
            let Some(found) = interviewee.save(clause, &self.draft, &draft)? else {
                self.draft = draft;
                return Ok(None);
            };
            self.draft = found;
            if !is_equivalent(known.as_ref(), self.draft.assessment().statement(clause)) {
                break;
            }
        }
        interviewee.show(
            Remark::Notice,
            "  not saved: another user changed this statement in the meantime, so the question is asked again\n",
        )?;
        Ok(Some(Navigation::Again))
    }
}
