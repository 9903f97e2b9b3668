//! An earlier plan as `plan --format json` wrote it.

use serde::Deserialize;

use super::{BaselineTask, PlanBaseline};
use crate::load;
use crate::model::{ClauseId, ClauseNumber, EditionId, PersonDays};

/// An answer of `plan` in JSON, as far as it matters here.
#[derive(Deserialize)]
struct WrittenPlan {
    command: String,
    answer: Vec<WrittenTask>,
}

#[derive(Deserialize)]
struct WrittenTask {
    clause: String,
    title: String,
    #[serde(default)]
    includes: Option<String>,
    assignee: Option<String>,
    due_date: Option<String>,
    effort: Option<serde_json::Number>,
}

impl PlanBaseline {
    /// The tasks of what `plan --format json` wrote; why it is not that, where it is not.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let plan: WrittenPlan = serde_json::from_str(text).map_err(|why| why.to_string())?;
        if plan.command != "plan" {
            return Err(format!("it is the output of {}", plan.command));
        }
        Ok(Self { tasks: plan.answer.into_iter().map(task).collect::<Result<_, _>>()? })
    }
}

fn task(written: WrittenTask) -> Result<BaselineTask, String> {
    let clause = |text: &str| {
        let parsed = text.split_once('/').and_then(|(edition, number)| {
            Some(ClauseId { edition: EditionId::parse(edition).ok()?, number: ClauseNumber::parse(number).ok()? })
        });
        parsed.ok_or_else(|| format!("{text} is not a clause"))
    };
    let due = match written.due_date {
        Some(day) => Some(load::day(&day).ok_or_else(|| format!("{day} is not a valid date"))?),
        None => None,
    };
    let effort = match written.effort {
        Some(days) => {
            Some(PersonDays::parse(&days.to_string()).ok_or_else(|| format!("{days} is not a number of person-days"))?)
        }
        None => None,
    };
    Ok(BaselineTask {
        clause: clause(&written.clause)?,
        title: written.title.into(),
        includes: written.includes.unwrap_or_default().split_whitespace().map(clause).collect::<Result<_, _>>()?,
        owner: written.assignee,
        due,
        effort,
    })
}
