//! Lines of JSON: whole assessments, and rows of statements.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{ASSESSMENT, OF_ASSESSMENT, Sound, several, sound};
use crate::diagnostic::{Diagnostic, Rule};
use crate::load;
use crate::load::raw::{self, Scalar};
use crate::model::Library;
use crate::source::{FileId, Sources, Span};

/// What a line of a stream is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonLine {
    /// A whole assessment, with the keys of a file, and what it is called if it says so under `assessment`.
    Assessment(Option<String>),
    /// A statement of the assessment with this name.
    Row(String),
}

/// What is used to distinguish them.
#[derive(Deserialize)]
struct Head<'l> {
    #[serde(borrow, default)]
    assessment: Option<Cow<'l, str>>,
    #[serde(default)]
    xwalk: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    statuses: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    clause: Option<serde::de::IgnoredAny>,
}

/// Tells what a line is; what is wrong if it is neither.
pub fn json_line(line: &str) -> Result<JsonLine, String> {
    let head: Head<'_> =
        serde_json::from_str(line).map_err(|error| format!("the line is not a JSON object: {error}"))?;
    let name = head.assessment.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    match (head.xwalk.is_some() || head.statuses.is_some(), head.clause.is_some(), name) {
        (true, _, name) => Ok(JsonLine::Assessment(name)),
        (false, true, Some(name)) => Ok(JsonLine::Row(name)),
        (false, true, None) => Err("the row does not name its assessment".to_owned()),
        (false, false, _) => Err("the line is neither an assessment nor a row of one".to_owned()),
    }
}

/// A line without the name that a stream gives to an assessment: no file has it.
pub fn without_name(line: &str) -> String {
    let mut object: Map<String, Value> = serde_json::from_str(line).unwrap_or_default();
    object.shift_remove(ASSESSMENT);
    object.entry("xwalk").or_insert_with(|| "assessment/1".into());
    Value::Object(object).to_string()
}

/// The assessment of which a text holds the rows, one a line.
pub fn json(sources: &Sources, file: FileId, library: &Library) -> Sound {
    let text = sources.get(file).text();
    let mut reader = Reader { raw: raw::Assessment::empty(Span::start_of(file)), faults: Vec::new() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span { file, start: offset(start), end: offset(end) };
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(row) => reader.row(row, span),
            Err(error) => {
                reader.faults.push(Diagnostic::new(Rule::Syntax, span, format!("this is not valid JSON: {error}")))
            }
        }
    }
    sound(load::assessment_from_raw(reader.raw, library), reader.faults)
}

struct Reader {
    raw: raw::Assessment,
    faults: Vec<Diagnostic>,
}

impl Reader {
    fn row(&mut self, mut row: Map<String, Value>, span: Span) {
        let name = row.shift_remove(ASSESSMENT).and_then(|name| name.as_str().map(str::to_owned));
        let is_first = self.raw.organization.is_none();
        let mut of_assessment = OF_ASSESSMENT.map(|key| row.shift_remove(key));
        if is_first {
            let [organization, scope, site, unit, tags, date, targets] = &mut of_assessment;
            let organization = self.text("organization", organization.take(), span);
            self.raw.organization = organization.or_else(|| Some(Scalar::new(name.unwrap_or_default(), span)));
            self.raw.scope = self.text("scope", scope.take(), span);
            self.raw.site = self.text("site", site.take(), span);
            self.raw.unit = self.text("unit", unit.take(), span);
            self.raw.tags = self.texts("tags", tags.take(), span);
            self.raw.date = self.text("date", date.take(), span);
            self.raw.targets = self.texts("targets", targets.take(), span);
        }
        let edition = row.shift_remove("edition");
        let edition = self.text("edition", edition, span);
        let clause = row.shift_remove("clause");
        let Some(clause) = self.text("clause", clause, span) else {
            self.faults.push(Diagnostic::new(Rule::MissingKey, span, "the row names no clause"));
            return;
        };
        let (edition, id) = match (clause.value.split_once('/'), edition) {
            (Some((edition, id)), _) => (Scalar::new(edition.to_owned(), span), Scalar::new(id.to_owned(), span)),
            (None, Some(edition)) => (edition, clause),
            (None, None) => {
                let message = format!("{} does not name its edition", clause.shown());
                let help = format!("write <edition>/{}, or add the edition", clause.shown());
                self.faults.push(Diagnostic::new(Rule::BadId, span, message).help(help));
                return;
            }
        };
        let mut take = |key: &str| row.shift_remove(key);
        let taken =
            ["status", "evidence", "owner", "due", "assessed", "maturity", "maturity-target", "effort"].map(&mut take);
        let [justification, risk, note] = ["justification", "risk", "note"].map(&mut take);
        let [status, evidence, owner, due, assessed, maturity, maturity_target, effort] = taken;
        let record = raw::Record {
            id,
            status: self.text("status", status, span),
            evidence: self.texts("evidence", evidence, span),
            owner: self.text("owner", owner, span),
            due: self.text("due", due, span),
            assessed: self.text("assessed", assessed, span),
            maturity: self.text("maturity", maturity, span),
            maturity_target: self.text("maturity-target", maturity_target, span),
            effort: self.text("effort", effort, span),
            justification: self.text("justification", justification, span),
            risks: self.texts("risk", risk, span),
            note: self.text("note", note, span),
        };
        for key in row.keys() {
            let message = format!("{} is not a key of a statement", Scalar::new(key.clone(), span).shown());
            self.faults.push(Diagnostic::new(Rule::UnknownKey, span, message));
        }
        if record.status.is_none() {
            let message = format!("something is stated on {}, but no status", record.id.shown());
            self.faults.push(Diagnostic::new(Rule::MissingKey, span, message));
            return;
        }
        match self.raw.statuses.iter_mut().find(|(known, _)| known.value == edition.value) {
            Some((_, records)) => records.push(record),
            None => self.raw.statuses.push((edition, vec![record])),
        }
    }

    fn text(&mut self, key: &str, value: Option<Value>, span: Span) -> Option<Scalar> {
        let text = match value? {
            Value::Null => return None,
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) => text,
            // As with a file: an id that was a number has lost its zeros.
            Value::Number(number) if !["clause", "edition"].contains(&key) => number.to_string(),
            other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                let message = format!("{key} must be a text, but is {}", Scalar::new(other.to_string(), span).shown());
                self.faults.push(Diagnostic::new(Rule::WrongType, span, message));
                return None;
            }
        };
        Some(Scalar::new(text, span))
    }

    fn texts(&mut self, key: &str, value: Option<Value>, span: Span) -> Vec<Scalar> {
        match value {
            Some(Value::Array(list)) => {
                list.into_iter().filter_map(|value| self.text(key, Some(value), span)).collect()
            }
            other => {
                let text = self.text(key, other, span);
                let parts = text.iter().flat_map(|text| several(&text.value));
                parts.map(|part| Scalar::new(part.to_owned(), span)).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_assessment_or_a_row_or_neither() {
        let whole = r#"{"xwalk": "assessment/1", "organization": "A"}"#;
        assert_eq!(json_line(whole), Ok(JsonLine::Assessment(None)));
        let named = r#"{"assessment": " s-1 ", "statuses": {}}"#;
        assert_eq!(json_line(named), Ok(JsonLine::Assessment(Some("s-1".to_owned()))));
        assert_eq!(without_name(named), r#"{"statuses":{},"xwalk":"assessment/1"}"#);
        assert_eq!(json_line(r#"{"assessment": "s-1", "clause": "x/1"}"#), Ok(JsonLine::Row("s-1".to_owned())));
        for bad in [r#"{"clause": "x/1"}"#, r#"{"assessment": "s-1"}"#, "[1]", "x", "{"] {
            assert!(json_line(bad).is_err(), "{bad}");
        }
    }
}
