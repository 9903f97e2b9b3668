//! One question about a clause, after that for its status.

use super::Interview;
use super::answer::{Answer, Field, Navigation, prompt};
use super::interviewee::{Interviewee, Remark};
use crate::load::day;
use crate::model::{ClauseId, PersonDays, Statement};
use crate::source::Text;

impl Interview<'_> {
    /// Asks for one field and keeps what comes; says where to go instead of to the next one, if anywhere.
    pub(super) fn ask_field<P: Interviewee>(
        &mut self,
        field: Field,
        clause: &ClauseId,
        wanted: &mut Statement,
        interviewee: &mut P,
    ) -> Result<Option<Navigation>, P::Error> {
        loop {
            let usual = self.usual(field, wanted);
            let text: Option<Text> = match (field, prompt(interviewee, &field.question(usual.as_deref()))?) {
                (_, Answer::Navigate(next)) => return Ok(Some(next)),
                (Field::Evidence, Answer::Text(line)) if line.is_empty() => return Ok(None),
                (_, Answer::Text(line)) if line.is_empty() => usual,
                (_, Answer::Text(line)) => Some(line.into()),
                (Field::Evidence, Answer::None) if wanted.evidence.is_empty() => return Ok(None),
                (_, Answer::None) => None,
            };
            if let Err(fault) = self.take(field, text, wanted) {
                interviewee.show(Remark::Notice, fault)?;
                continue;
            }
            let next = self.save(clause, wanted, interviewee)?;
            if next.is_some() || field != Field::Evidence {
                return Ok(next);
            }
        }
    }

    /// What an empty line stands for; of evidence, what there is so far.
    fn usual(&self, field: Field, wanted: &Statement) -> Option<Text> {
        match field {
            Field::Evidence => (!wanted.evidence.is_empty()).then(|| wanted.evidence.join(", ").into()),
            Field::Owner => wanted.owner.clone().or(self.owner.clone()),
            Field::Due => wanted.due.map(|day| day.to_string().into()),
            Field::Effort => wanted.effort.map(|effort| effort.to_string().into()),
            Field::Assessed => wanted.assessed.or(self.assessed).map(|day| day.to_string().into()),
            Field::Justification => wanted.justification.clone(),
            Field::Note => wanted.note.clone(),
        }
    }

    /// Puts an answer into a statement; or says why it is none.
    fn take(&mut self, field: Field, text: Option<Text>, wanted: &mut Statement) -> Result<(), &'static str> {
        const NO_DATE: &str = "  not a date: enter year-month-day, such as 2026-11-20\n";
        const NO_EFFORT: &str = "  not an effort: enter a number of person-days, such as 3 or 0.5\n";
        let date = |text: Option<Text>| text.map(|text| day(&text).ok_or(NO_DATE)).transpose();
        match field {
            Field::Evidence => match text {
                Some(path) if wanted.evidence.contains(&path) => {}
                Some(path) => wanted.evidence.push(path),
                None => drop(wanted.evidence.pop()),
            },
            Field::Owner => {
                self.owner = text.clone().or(self.owner.take());
                wanted.owner = text;
            }
            Field::Due => wanted.due = date(text)?,
            Field::Effort => {
                wanted.effort = text.map(|text| PersonDays::parse(&text).ok_or(NO_EFFORT)).transpose()?;
            }
            Field::Assessed => {
                wanted.assessed = date(text)?;
                self.assessed = wanted.assessed.or(self.assessed);
            }
            Field::Justification if text.is_none() => {
                wanted.justification = None;
                return Err("  not applicable needs a justification; s skips the clause\n");
            }
            Field::Justification => wanted.justification = text,
            Field::Note => wanted.note = text,
        }
        Ok(())
    }
}
