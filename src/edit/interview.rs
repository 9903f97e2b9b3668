//! An assessment is made by questions and answers: who is asked and who keeps the answers is left open.

mod answer;

use answer::{Answer, Field, WHICH, Way, listen, told, word};

use super::set::Draft;
use crate::load::layout::{Form, Layout};
use crate::model::{Catalog, ClauseId, ClauseKind, EditionId, Library, Statement, Status, Strength};
use crate::source::Words;

/// The one who is asked, and who keeps what is answered.
pub trait Partner {
    /// What keeps the dialogue from going on.
    type Trouble;

    /// Hears something.
    fn hear(&mut self, text: &str) -> Result<(), Self::Trouble>;

    /// Answers a question.
    fn answer(&mut self, question: &str) -> Result<Reply, Self::Trouble>;

    /// Keeps a text in the place of another.
    fn keep(&mut self, before: &Draft, after: &Draft) -> Result<(), Self::Trouble>;
}

/// What comes back on a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A line.
    Line(String),
    /// Nothing more is to be asked.
    Quit,
}

/// An interview about the clauses of an assessment.
#[derive(Debug)]
pub struct Interview<'l> {
    library: &'l Library,
    draft: Draft,
    clauses: Vec<ClauseId>,
    /// The owner that was named last.
    owner: Option<Words>,
}

/// The most related clauses that are shown.
const RELATED: usize = 8;

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
    /// About the requirements of some editions: those without a statement, or all; from a clause on, or from the first.
    pub fn new(draft: Draft, library: &'l Library, editions: &[&Catalog], from: Option<&ClauseId>, all: bool) -> Self {
        let mut clauses = Vec::new();
        let mut has_begun = from.is_none();
        for catalog in editions {
            for (position, clause) in catalog.clauses().iter().enumerate() {
                let id = ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
                has_begun |= from == Some(&id);
                let is_asked = all || draft.stated(catalog, position).is_none();
                if has_begun && is_asked && clause.kind == ClauseKind::Requirement {
                    clauses.push(id);
                }
            }
        }
        Self { library, draft, clauses, owner: None }
    }

    /// How many clauses are to be asked.
    pub fn count(&self) -> usize {
        self.clauses.len()
    }

    /// Asks clause by clause; every answer is kept before the next question. Gives back what the assessment says then.
    pub fn hold<P: Partner>(mut self, partner: &mut P) -> Result<Draft, P::Trouble> {
        let mut at = 0;
        while let Some(clause) = self.clauses.get(at).cloned() {
            let Some(heading) = self.introduced(&clause) else { break };
            partner.hear(&heading)?;
            match self.ask(&clause, partner)? {
                Way::On => at += 1,
                Way::Back => at = at.saturating_sub(1),
                Way::Quit => break,
            }
        }
        Ok(self.draft)
    }

    /// What is shown of a clause before it is asked.
    fn introduced(&self, id: &ClauseId) -> Option<String> {
        let catalog = self.library.catalog(&id.edition)?;
        let position = catalog.position(&id.number)?;
        let clause = &catalog.clauses()[position];
        let requirements: Vec<usize> = (0..catalog.clauses().len())
            .filter(|position| catalog.clauses()[*position].kind == ClauseKind::Requirement)
            .collect();
        let number = requirements.iter().filter(|other| **other <= position).count();
        let done = requirements.iter().filter(|other| self.draft.stated(catalog, **other).is_some()).count();
        let count = requirements.len();
        let share = done * 100 / count.max(1);
        let mut shown = format!("\n{} {} {}\n", catalog.name(), id.number, clause.title);
        shown.push_str(&format!("  {number} of {count}; {done} stated, {share} % done\n"));
        if let Some(summary) = &clause.summary {
            shown.push_str(&format!("  {summary}\n"));
        }
        for line in self.related(id) {
            shown.push_str(&format!("  {line}\n"));
        }
        if let Some(statement) = self.draft.stated(catalog, position) {
            shown.push_str(&format!("  So far: {}\n", told(statement)));
        }
        Some(shown)
    }

    /// The clauses of other editions to which rows tie a clause, and what is stated of them: those that are stated first.
    fn related(&self, id: &ClauseId) -> Vec<String> {
        let mut lines = Vec::new();
        let at_hand = self.draft.editions(self.library);
        let rows = self.library.tables().flat_map(|table| &table.rows);
        for row in rows.filter(|row| row.forward != Strength::None) {
            let others: Vec<&ClauseId> = match &row.to == id {
                true => row.from.iter().collect(),
                false if row.from.contains(id) => vec![&row.to],
                false => continue,
            };
            for other in others {
                let Some(catalog) = at_hand.iter().find(|catalog| catalog.id == other.edition) else { continue };
                let Some(position) = catalog.position(&other.number) else { continue };
                let stated = self.draft.stated(catalog, position);
                let status = stated.map_or("not stated".to_owned(), |statement| statement.status.to_string());
                let title = &catalog.clauses()[position].title;
                let line = format!("Related: {} {} {title}: {status}", catalog.name(), other.number);
                if !lines.iter().any(|(_, known)| *known == line) {
                    lines.push((stated.is_none(), line));
                }
            }
        }
        lines.sort();
        let more = lines.len().saturating_sub(RELATED);
        let mut shown: Vec<String> = lines.into_iter().take(RELATED).map(|(_, line)| line).collect();
        if more > 0 {
            shown.push(format!("and {more} more"));
        }
        shown
    }

    /// Asks all there is to ask of a clause.
    fn ask<P: Partner>(&mut self, clause: &ClauseId, partner: &mut P) -> Result<Way, P::Trouble> {
        let stated = self.draft.assessment().statement(clause).map(|statement| statement.status);
        let status = loop {
            let line = match listen(partner, WHICH)? {
                Answer::Text(line) => line,
                Answer::Other(way) => return Ok(way),
            };
            match (word(&line), stated) {
                (Some(status), _) => break status,
                (None, Some(stated)) if line.is_empty() => break stated,
                (None, None) if line.is_empty() => return Ok(Way::On),
                (None, _) => partner.hear("  a number from 1 to 5 or a word such as partial; empty to go on\n")?,
            }
        };
        let mut wanted = self.draft.restated(clause, status);
        let fields: &[Field] = match status {
            Status::NotApplicable => &[Field::Justification, Field::Note],
            Status::Implemented | Status::Partial | Status::Planned | Status::NotImplemented => {
                self.keep(clause, &wanted, partner)?;
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
                Field::Evidence => None,
                Field::Owner => wanted.owner.clone().or(self.owner.clone()),
                Field::Justification => wanted.justification.clone(),
                Field::Note => wanted.note.clone(),
            };
            let question = match &usual {
                Some(usual) => format!("{} [{usual}], - for none: ", field.name()),
                None => format!("{}: ", field.name()),
            };
            let line = match listen(partner, &question)? {
                Answer::Text(line) => line,
                Answer::Other(way) => return Ok(Some(way)),
            };
            let text = match line.as_str() {
                "" => usual,
                "-" => None,
                text => Some(text.to_owned().into()),
            };
            match field {
                Field::Evidence => match text {
                    Some(path) if !wanted.evidence.contains(&path) => wanted.evidence.push(path),
                    Some(_) => {}
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
                partner.hear("  what does not apply needs a justification; :s skips the clause\n")?;
                continue;
            }
            if !self.keep(clause, wanted, partner)? {
                return Ok(Some(Way::On));
            }
            if field != Field::Evidence {
                return Ok(None);
            }
        }
    }

    /// Keeps a statement. A refusal is said, and the text stays as it is.
    fn keep<P: Partner>(&mut self, clause: &ClauseId, wanted: &Statement, partner: &mut P) -> Result<bool, P::Trouble> {
        match self.draft.set(self.library, clause, wanted) {
            Ok(draft) => {
                partner.keep(&self.draft, &draft)?;
                self.draft = draft;
                Ok(true)
            }
            Err(refusal) => {
                partner.hear(&format!("  not saved: {refusal}\n"))?;
                Ok(false)
            }
        }
    }
}
