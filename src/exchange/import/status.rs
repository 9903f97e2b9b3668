//! What the cells of a row say of how far something is in place, and whether it applies.

use std::collections::BTreeMap;

use super::own_sheets;
use super::reading::Remedy;
use super::record::Record;
use super::words::{self, Reason, Scale, StatusWords};
use super::{Column, Rows};
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::exchange::sheet::{Cell, Value};
use crate::load::raw::{Scalar, nearest};
use crate::load::status_words;
use crate::model::Status;

/// A word of a sheet, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordUse {
    /// The word as it stands where it stands first.
    pub word: String,
    /// What it was read as; nothing where it was said to state nothing.
    pub status: Option<Status>,
    /// Why.
    pub reason: Reason,
    /// How many cells hold it.
    pub count: usize,
    /// Where it stands first: a cell of a workbook, or a row.
    pub first: String,
}

/// An unknown word: where it is first, and how often.
struct Unknown {
    first: Scalar,
    count: usize,
}

/// Reads the status cells of rows, and remembers each word once.
pub(super) struct StatusCells<'r> {
    words: &'r StatusWords,
    remedy: Remedy,
    is_own: bool,
    scale: Option<Scale>,
    uses: BTreeMap<String, WordUse>,
    unknown: BTreeMap<String, Unknown>,
    /// The same of the words that say whether something applies.
    unknown_applies: BTreeMap<String, Unknown>,
}

/// What the status of a row comes to.
pub(super) enum RowStatus {
    /// Nothing is stated.
    Nothing,
    /// It is said that the clause applies, and nothing of how far it is in place.
    Applies,
    /// The word stands for nothing stated.
    Ignored,
    /// This is stated.
    Stated(Scalar),
}

impl<'r> StatusCells<'r> {
    pub(super) fn of(rows: &'r Rows<'_>) -> Self {
        let words = &rows.reading.words;
        let number = |record: &Record<'_, '_>| match &record.cell(Column::Status)?.value {
            Value::Number(number) => Some(*number),
            Value::Text(text) if words.read(text).is_none() => text.trim().parse().ok(),
            Value::Text(_)
            | Value::Boolean(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::Formula(_)
            | Value::Error(_) => None,
        };
        let numbers: Vec<f64> = rows.records().filter_map(|record| number(&record)).collect();
        Self {
            words,
            remedy: rows.reading.remedy,
            is_own: rows.is_own,
            scale: Scale::of(&numbers),
            uses: BTreeMap::new(),
            unknown: BTreeMap::new(),
            unknown_applies: BTreeMap::new(),
        }
    }

    /// What a word stands for by the built-in list, or as a number on the scale of its column.
    fn guessed(&self, word: &str) -> Option<Status> {
        let number = || Some(self.scale?.status(word.trim().parse().ok()?));
        status_words::built_in(word).or_else(number)
    }

    /// The status that a row states, with whether the row applies taken into account.
    pub(super) fn read(&mut self, record: &Record<'_, '_>, faults: &mut Vec<Diagnostic>) -> RowStatus {
        let stated = self.word(record, faults);
        let Some(applies) = self.applies(record, faults) else { return stated };
        let is = |scalar: &Scalar, status: Status| scalar.value.as_str() == status.to_string();
        let contradiction = |scalar: &Scalar, what: &str| {
            let message = format!("the row says that the clause {what}, but also that it is {}", scalar.shown());
            Diagnostic::new(Rule::ContradictingCells, scalar.span, message).help("correct one of the two")
        };
        match (applies, stated) {
            (false, RowStatus::Stated(status))
                if !is(&status, Status::NotImplemented) && !is(&status, Status::NotApplicable) =>
            {
                let cell = record.cell(Column::Applicable).map(|cell| cell.span);
                let fault = contradiction(&status, "does not apply");
                faults.push(match cell {
                    Some(span) => fault.label(span, "here"),
                    None => fault,
                });
                RowStatus::Stated(status)
            }
            (false, stated) => {
                let span = match (&stated, record.cell(Column::Applicable)) {
                    (RowStatus::Stated(status), _) => status.span,
                    (RowStatus::Nothing | RowStatus::Applies | RowStatus::Ignored, Some(cell)) => cell.span,
                    (RowStatus::Nothing | RowStatus::Applies | RowStatus::Ignored, None) => return stated,
                };
                let value = Status::NotApplicable.to_string().into();
                RowStatus::Stated(Scalar { value, span, is_unquoted: false })
            }
            (true, RowStatus::Stated(status)) if is(&status, Status::NotApplicable) => {
                faults.push(contradiction(&status, "applies"));
                RowStatus::Stated(status)
            }
            (true, RowStatus::Nothing) if record.cell(Column::Status).is_none() => RowStatus::Applies,
            (true, stated) => stated,
        }
    }

    /// Faults of other columns of the row that are called as a status is, and say another one than what counts.
    pub(super) fn contradicted(&self, record: &Record<'_, '_>, read: &RowStatus) -> Vec<Diagnostic> {
        let is_unknown = |cell: &Cell| self.unknown.contains_key(&status_words::key(&cell.value.text()));
        if record.cell(Column::Status).is_some_and(is_unknown) {
            return Vec::new();
        }
        let counted = match read {
            RowStatus::Stated(status) => status.value.to_string(),
            RowStatus::Nothing | RowStatus::Applies | RowStatus::Ignored => "nothing".to_owned(),
        };
        let fault = |(cell, head): (&Cell, &str)| {
            let (status, _) = self.words.read(&cell.value.text())?;
            let said = status?.to_string();
            if said == counted {
                return None;
            }
            let counts = record.head(Column::Status);
            let message = format!("the row says {said} under {head}, but {counted} under {counts}, which counts");
            let fault = Diagnostic::new(Rule::ContradictingCells, cell.span, message);
            let fault = match record.cell(Column::Status) {
                Some(status) => fault.label(status.span, "here"),
                None => fault,
            };
            let cells = format!("write the status under {counts}, or correct this cell");
            let option = format!("{cells}; --map \"{head}=ignore\" ignores the column");
            Some(fault.help(self.remedy.help(option, cells)))
        };
        record.twins(Column::Status).filter_map(fault).collect()
    }

    /// What the status cell says. An unknown word is remembered, and the row is read on.
    fn word(&mut self, record: &Record<'_, '_>, faults: &mut Vec<Diagnostic>) -> RowStatus {
        let Some(cell) = record.cell(Column::Status) else { return RowStatus::Nothing };
        let Some(text) = record.trimmed(Column::Status, faults) else { return RowStatus::Nothing };
        let number = |cells: &Self| cells.guessed(&text.value).filter(|_| cells.words.guess);
        let read = self.words.read(&text.value);
        // In a sheet of ours the words of a document mean what they mean there.
        let own = |cells: &Self| own_sheets::status(&text.value).filter(|_| cells.is_own);
        let read = read.or_else(|| own(self).map(|status| (Some(status), Reason::Own)));
        let read = read.or_else(|| number(self).map(|status| (Some(status), Reason::BuiltIn)));
        let Some((status, reason)) = read else {
            let known = self.unknown.entry(status_words::key(&text.value));
            known.or_insert_with(|| Unknown { first: text.clone(), count: 0 }).count += 1;
            let value = Status::Implemented.to_string().into();
            // The word is at fault; the rest of the row is checked as well.
            return RowStatus::Stated(Scalar { value, ..text });
        };
        let first = || WordUse { word: text.shown(), status, reason, count: 0, first: record.place(cell) };
        self.uses.entry(status_words::key(&text.value)).or_insert_with(first).count += 1;
        match status {
            Some(status) => RowStatus::Stated(Scalar { value: status.to_string().into(), ..text }),
            None => RowStatus::Ignored,
        }
    }

    /// Whether the row says that it applies; nothing where that is not said, or not decided.
    fn applies(&mut self, record: &Record<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<bool> {
        const UNDECIDED: [&str; 7] =
            ["not decided", "undecided", "tbd", "?", "nicht entschieden", "non décidée", "sin decidir"];
        let text = record.trimmed(Column::Applicable, faults)?;
        if UNDECIDED.iter().any(|word| status_words::key(word) == status_words::key(&text.value)) {
            return None;
        }
        let applies = words::applies(&text.value);
        if applies.is_none() {
            let known = self.unknown_applies.entry(status_words::key(&text.value));
            known.or_insert_with(|| Unknown { first: text, count: 0 }).count += 1;
        }
        applies
    }

    /// The words and how they were read, in the order of words; and a fault for each that is unknown.
    pub(super) fn finish(self) -> (Vec<WordUse>, Vec<Diagnostic>) {
        let all = Status::WORDS.join(", ");
        let mut faults = Vec::new();
        for Unknown { first, count } in self.unknown.values() {
            let shown = first.shown();
            let is_number = first.value.trim().parse::<f64>().is_ok();
            // A letter or two turn "now" into "not": what says no such thing does not mean it.
            let denies = |word: &str| status_words::key(word).starts_with("not");
            let near = nearest(&first.value.to_lowercase(), Status::WORDS);
            let near = near.filter(|near| denies(near) == denies(&first.value));
            let help = match (self.guessed(&first.value), near) {
                (Some(status), _) => {
                    let option = format!(
                        "did you mean {status}? --status \"{shown}={status}\" says so, and --guess reads such words with the built-in list; or use one of {all}"
                    );
                    self.remedy.help(option, format!("did you mean {status}? use one of {all}"))
                }
                (None, _) if is_number => {
                    let option = format!(
                        "a number may be a share or a level: --status \"{shown}=STATUS\" says what it means; or use one of {all}"
                    );
                    self.remedy.help(option, format!("a number may be a share or a level: use one of {all}"))
                }
                (None, Some(near)) => format!("did you mean {near}? use one of {all}"),
                (None, None) => {
                    let option = format!(
                        "--status \"{shown}=STATUS\" says what it means, and \"{shown}=ignore\" that it states nothing; or use one of {all}"
                    );
                    self.remedy.help(option, format!("use one of {all}"))
                }
            };
            faults.push(fault(first, *count, "not a valid status", help));
        }
        for Unknown { first, count } in self.unknown_applies.values() {
            let option = "write yes or no; --map \"HEAD=ignore\" ignores the column".to_owned();
            let help = self.remedy.help(option, "write yes or no");
            faults.push(fault(first, *count, "neither yes nor no", help));
        }
        (self.uses.into_values().collect(), faults)
    }
}

fn fault(first: &Scalar, count: usize, what: &str, help: String) -> Diagnostic {
    let often = if count > 1 {
        format!("; it appears in {}, first here", counted(count, "cell", "cells"))
    } else {
        String::new()
    };
    Diagnostic::new(Rule::UnknownStatus, first.span, format!("{} is {what}{often}", first.shown())).help(help)
}
