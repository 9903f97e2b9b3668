//! An assessment is made by questions and answers: who is asked and who keeps the answers is left open.

mod answer;
mod introduction;
mod partner;

pub use partner::{Partner, Reply};

use std::collections::BTreeSet;

use answer::{Answer, Field, WHICH, Way, listen, word};

use super::set::{Draft, says_the_same};
use crate::load::layout::{Form, Layout};
use crate::model::{Catalog, ClauseId, ClauseKind, EditionId, Library, Statement, Status};
use crate::source::Words;

/// An interview about the clauses of an assessment.
#[derive(Debug)]
pub struct Interview<'l> {
    library: &'l Library,
    draft: Draft,
    clauses: Vec<ClauseId>,
    /// Those that were left open before others that are stated.
    left_open: BTreeSet<ClauseId>,
    /// The owner that was named last.
    owner: Option<Words>,
}

/// How often an answer is put into a text that others change at the same time.
const ATTEMPTS: usize = 2;

impl Draft {
    /// The editions that stand under `statuses`, whether something is stated of them or not, in the order of the file.
    pub fn editions<'l>(&self, library: &'l Library) -> Vec<&'l Catalog> {
        let layout = Layout::read(self.text());
        let statuses = layout.as_ref().and_then(|layout| layout.root.pair("statuses"));
        let pairs = statuses.map_or(&[][..], |statuses| statuses.value.pairs());
        let named = pairs.iter().filter_map(|pair| match &pair.key.form {
            Form::Text(text, _) => EditionId::parse(text).ok(),
            Form::Nothing | Form::Alias | Form::List(..) | Form::Map(..) => None,
        });
        named.filter_map(|edition| library.catalog(&edition)).collect()
    }

    /// What is stated of a clause, by itself or by a heading above it.
    fn stated(&self, catalog: &Catalog, position: usize) -> Option<&Statement> {
        let of = |position: usize| {
            let number = catalog.clauses()[position].number.clone();
            self.assessment().statement(&ClauseId { edition: catalog.id.clone(), number })
        };
        let is_heading = |above: &usize| catalog.clauses()[*above].kind == ClauseKind::Heading;
        of(position).or_else(|| catalog.above(position).filter(is_heading).find_map(of))
    }
}

impl<'l> Interview<'l> {
    /// About the requirements of some editions: all; or those without a statement, in each edition first those behind the
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
        Self { library, draft, clauses, left_open, owner: None }
    }

    /// How many clauses are to be asked.
    pub fn count(&self) -> usize {
        self.clauses.len()
    }

    /// Asks clause by clause; every answer is kept before the next question. Gives back what the assessment says then.
    pub fn hold<P: Partner>(mut self, partner: &mut P) -> Result<Draft, P::Trouble> {
        if !self.left_open.is_empty() && self.left_open.len() < self.clauses.len() {
            partner.hear("Going on behind what is stated; clauses left open before it come last.\n")?;
        }
        let mut at = 0;
        while let Some(clause) = self.clauses.get(at).cloned() {
            let Some(heading) = self.introduced(&clause) else { break };
            partner.hear(&heading)?;
            match self.ask(&clause, partner)? {
                Way::On => at += 1,
                Way::Again => {}
                Way::Back => at = at.saturating_sub(1),
                Way::Quit => break,
            }
        }
        Ok(self.draft)
    }

    /// Asks all there is to ask of a clause.
    fn ask<P: Partner>(&mut self, clause: &ClauseId, partner: &mut P) -> Result<Way, P::Trouble> {
        let stated = self.draft.assessment().statement(clause).cloned();
        let status = loop {
            let line = match listen(partner, WHICH)? {
                Answer::Text(line) => line,
                Answer::None => "-".to_owned(),
                Answer::Other(way) => return Ok(way),
            };
            match (word(&line), &stated) {
                (Some(status), _) => break status,
                (None, Some(stated)) if line.is_empty() => break stated.status,
                (None, None) if line.is_empty() => return Ok(Way::On),
                (None, _) => partner.hear("  a number from 1 to 5 or a word such as partial; empty to go on\n")?,
            }
        };
        let mut wanted = self.draft.restated(clause, status);
        let fields: &[Field] = match status {
            Status::NotApplicable => &[Field::Justification, Field::Note],
            Status::Implemented | Status::Partial | Status::Planned | Status::NotImplemented => {
                if let Some(way) = self.keep(clause, &wanted, partner)? {
                    return Ok(way);
                }
                if wanted.justification.is_none() && stated.is_some_and(|stated| stated.justification.is_some()) {
                    partner.hear("  why it did not apply is no longer stated\n")?;
                }
                &[Field::Evidence, Field::Owner, Field::Note]
            }
        };
        for field in fields {
            if let Some(way) = self.ask_field(*field, clause, &mut wanted, partner)? {
                return Ok(way);
            }
        }
        Ok(Way::On)
    }

    /// Asks for one field and keeps what comes; says where to go instead of to the next one, if anywhere.
    fn ask_field<P: Partner>(
        &mut self,
        field: Field,
        clause: &ClauseId,
        wanted: &mut Statement,
        partner: &mut P,
    ) -> Result<Option<Way>, P::Trouble> {
        loop {
            let usual = match field {
                Field::Evidence => (!wanted.evidence.is_empty()).then(|| wanted.evidence.join(", ").into()),
                Field::Owner => wanted.owner.clone().or(self.owner.clone()),
                Field::Justification => wanted.justification.clone(),
                Field::Note => wanted.note.clone(),
            };
            let text: Option<Words> = match (field, listen(partner, &field.question(usual.as_deref()))?) {
                (_, Answer::Other(way)) => return Ok(Some(way)),
                (Field::Evidence, Answer::Text(line)) if line.is_empty() => return Ok(None),
                (_, Answer::Text(line)) if line.is_empty() => usual,
                (_, Answer::Text(line)) => Some(line.into()),
                (_, Answer::None) => None,
            };
            match field {
                Field::Evidence => match text {
                    Some(path) if !wanted.evidence.contains(&path) => wanted.evidence.push(path),
                    Some(_) => {}
                    None if wanted.evidence.pop().is_some() => {}
                    None => return Ok(None),
                },
                Field::Owner => {
                    self.owner = text.clone().or(self.owner.take());
                    wanted.owner = text;
                }
                Field::Justification => wanted.justification = text,
                Field::Note => wanted.note = text,
            }
            if field == Field::Justification && wanted.justification.is_none() {
                partner.hear("  what does not apply needs a justification; s skips the clause\n")?;
                continue;
            }
            let way = self.keep(clause, wanted, partner)?;
            if way.is_some() || field != Field::Evidence {
                return Ok(way);
            }
        }
    }

    /// Keeps a statement, also in a text that somebody else has changed meanwhile, unless that was done to this very
    /// statement. Says where to go where it is not kept.
    fn keep<P: Partner>(
        &mut self,
        clause: &ClauseId,
        wanted: &Statement,
        partner: &mut P,
    ) -> Result<Option<Way>, P::Trouble> {
        let known = self.draft.assessment().statement(clause).cloned();
        for _ in 0..ATTEMPTS {
            let draft = match self.draft.set(self.library, clause, wanted) {
                Ok(draft) => draft,
                Err(refusal) => {
                    partner.hear(&format!("  not saved: {refusal}\n"))?;
                    return Ok(Some(Way::On));
                }
            };
            let Some(found) = partner.keep(&self.draft, &draft)? else {
                self.draft = draft;
                return Ok(None);
            };
            self.draft = found;
            if !says_the_same(known.as_ref(), self.draft.assessment().statement(clause)) {
                break;
            }
        }
        partner.hear("  not saved: somebody else changed this meanwhile, so it is asked again\n")?;
        Ok(Some(Way::Again))
    }
}
