//! Lines of JSON: whole assessments, and rows of statements.

use std::borrow::Cow;
use std::fmt;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::header::{Header, is_list};
use super::{ASSESSMENT, LineFault, NAMELESS, OF_ASSESSMENT, Sound, StreamLine, several, sound};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::json_words::plain;
use crate::load;
use crate::load::raw::{self, Scalar};
use crate::model::Library;
use crate::source::{FileId, Sources, Span};

/// What is used to distinguish lines.
#[derive(Deserialize)]
struct Head<'l> {
    #[serde(borrow, default)]
    assessment: Option<Cow<'l, str>>,
    #[serde(default)]
    xwalk: Option<IgnoredAny>,
    #[serde(default)]
    statuses: Option<IgnoredAny>,
    #[serde(default)]
    clause: Option<IgnoredAny>,
}

/// Tells what a line is; what is wrong if it is nothing of that.
pub fn json_line(line: &str) -> Result<StreamLine, LineFault> {
    let text = without_mark(line);
    if text.trim().is_empty() {
        return Ok(StreamLine::Blank);
    }
    let head: Head<'_> =
        serde_json::from_str(text).map_err(|error| invalid(&error, text).behind(line.len() - text.len()))?;
    let name = head.assessment.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    match (head.xwalk.is_some() || head.statuses.is_some(), head.clause.is_some(), name) {
        (true, _, name) => Ok(StreamLine::Assessment(name)),
        // A row that lacks its clause is one of those.
        (false, _, Some(name)) => Ok(StreamLine::Row(name)),
        (false, true, None) => Err(LineFault::new(Rule::MissingKey, 0..line.trim_end().len(), NAMELESS)),
        (false, false, None) => {
            let message = "the line is neither an assessment nor a row of one";
            Err(LineFault::new(Rule::Syntax, 0..line.trim_end().len(), message))
        }
    }
}

/// A line without the mark that some programs put before a text.
fn without_mark(line: &str) -> &str {
    line.strip_prefix('\u{feff}').unwrap_or(line)
}

/// What a reader of JSON says of a line, where it stopped.
fn invalid(error: &serde_json::Error, line: &str) -> LineFault {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let mut start = error.column().saturating_sub(1).min(line.trim_end().len());
    while !line.is_char_boundary(start) {
        start -= 1;
    }
    let next = line[start..].chars().next().filter(|next| !next.is_control()).map_or(0, char::len_utf8);
    let message = format!("the line is not a valid JSON object: {}", plain(message));
    LineFault::new(Rule::Syntax, start..start + next, message)
}

/// A row with the keys that it has twice.
struct Row {
    values: Map<String, Value>,
    repeated: Vec<String>,
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Row;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
                let mut row = Row { values: Map::new(), repeated: Vec::new() };
                while let Some((key, value)) = map.next_entry::<String, Value>()? {
                    if row.values.insert(key.clone(), value).is_some() {
                        row.repeated.push(key);
                    }
                }
                Ok(row)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}

/// The assessment of which a text holds the rows, one a line.
pub fn json(sources: &Sources, file: FileId, library: &Library) -> Sound {
    let text = sources.get(file).text();
    let raw = raw::Assessment::empty(Span::start_of(file));
    let mut reader = Reader { library, raw, header: Header::default(), name: None, faults: Vec::new() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begin = start;
        start += line.len();
        let text = without_mark(line);
        if text.trim().is_empty() {
            continue;
        }
        let begin = begin + line.len() - text.len();
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span { file, start: offset(begin), end: offset(begin + text.trim_end().len()) };
        match serde_json::from_str(text) {
            Ok(row) => reader.row(row, span),
            Err(error) => reader.faults.push(invalid(&error, text).behind(begin).diagnostic(file)),
        }
    }
    let Reader { mut raw, header, name, faults, .. } = reader;
    header.finish(&mut raw, name);
    sound(load::assessment_from_raw(raw, library), faults)
}

struct Reader<'l> {
    library: &'l Library,
    raw: raw::Assessment,
    header: Header,
    /// The name of the assessment.
    name: Option<Scalar>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn row(&mut self, Row { values: mut row, repeated }: Row, span: Span) {
        for key in repeated {
            let message = format!("{} appears a second time in this row", Scalar::new(key, span).shown());
            self.faults.push(Diagnostic::new(Rule::DuplicateKey, span, message).help("keep one of the two"));
        }
        let name = row.shift_remove(ASSESSMENT);
        let Some(name) = self.text(ASSESSMENT, name, span) else {
            self.faults.push(Diagnostic::new(Rule::MissingKey, span, NAMELESS));
            return;
        };
        self.name.get_or_insert(name);
        for (at, key) in OF_ASSESSMENT.into_iter().enumerate() {
            let value = row.shift_remove(key);
            let said = if is_list(at) {
                self.texts(key, value, span)
            } else {
                self.text(key, value, span).into_iter().collect()
            };
            self.header.add(at, said, &mut self.faults);
        }
        let edition = row.shift_remove("edition");
        let edition = self.text("edition", edition, span);
        let clause = row.shift_remove("clause");
        let Some(clause) = self.text("clause", clause, span) else {
            self.faults.push(Diagnostic::new(Rule::MissingKey, span, "the row names no clause"));
            return;
        };
        let (edition, id) = match (clause.value.split_once('/'), edition) {
            (Some((own, _)), Some(edition)) if self.id(own) != self.id(&edition.value) => {
                let own = Scalar::new(own.to_owned(), span);
                let message = format!("the clause is one of {}, but its row names {}", own.shown(), edition.shown());
                self.faults.push(Diagnostic::new(Rule::BadId, span, message).help("correct one of the two"));
                return;
            }
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

    /// The id of an edition that is called so.
    fn id<'n>(&'n self, name: &'n str) -> &'n str {
        self.library.catalog_named(name.trim()).map_or(name.trim(), |catalog| catalog.id.as_str())
    }

    fn text(&mut self, key: &str, value: Option<Value>, span: Span) -> Option<Scalar> {
        let text = match value? {
            Value::Null => return None,
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) => text,
            // As with a file: an id that was a number has lost its zeros.
            Value::Number(number) if !["assessment", "clause", "edition"].contains(&key) => number.to_string(),
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
        assert_eq!(json_line(whole), Ok(StreamLine::Assessment(None)));
        let named = r#"{"assessment": " s-1 ", "statuses": {}}"#;
        assert_eq!(json_line(named), Ok(StreamLine::Assessment(Some("s-1".to_owned()))));
        for row in [r#"{"assessment": "s-1", "clause": "x/1"}"#, "\u{feff}{\"assessment\": \"s-1\"}"] {
            assert_eq!(json_line(row), Ok(StreamLine::Row("s-1".to_owned())));
        }
        assert_eq!([" \r\n", "\u{feff}\n"].map(json_line), [Ok(StreamLine::Blank), Ok(StreamLine::Blank)]);
        for bad in [r#"{"clause": "x/1"}"#, "[1]", "x", "{"] {
            assert!(json_line(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_no_json_is_told_where_it_stops_to_be_it() {
        let place = |line: &str| {
            let LineFault { place, message, .. } = json_line(line).unwrap_err();
            (place, message.rsplit_once(": ").map_or(String::new(), |(_, why)| why.to_owned()))
        };
        let twice = r#"{"statuses": {}, "statuses": {}}"#;
        assert_eq!(place(twice).1, "the key statuses appears here twice");
        assert_eq!(place("\u{feff}{\"assessment\": \"é\" x}").0, 23..24);
        assert_eq!(place("{\n").0.end, 1);
    }
}
