//! All values of a document in YAML that have another kind than their key takes: it is written as JSON, all of which
//! are reported, and each place there is one here.

use std::ops::Range;

use super::document::read_json;
use crate::exchange::json_faults::{self, WrongKind};
use crate::load::layout::{Form, Node};

/// The faults of a value that holds all others, in the order in which the reader meets them.
pub(super) fn wrong_kinds(root: &Node) -> Vec<WrongKind> {
    let mut json = Json::default();
    if json.write(root).is_none() {
        return Vec::new();
    }
    let there = |fault: WrongKind| {
        let place = json.place(fault.start).unwrap_or(0..0);
        WrongKind { start: place.start, end: place.end, message: fault.message }
    };
    json_faults::wrong_kinds(&json.text, read_json).into_iter().map(there).collect()
}

/// A text of JSON, and where each of its values is in the YAML that it is made of.
#[derive(Default)]
struct Json {
    text: String,
    /// In the order in which values begin, so that one inside another is after it.
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl Json {
    /// Writes a value; nothing where JSON has no such value.
    fn write(&mut self, node: &Node) -> Option<()> {
        let (at, start) = (self.places.len(), self.text.len());
        self.places.push((start..start, node.span.clone()));
        match &node.form {
            Form::Alias(_) => return None,
            Form::Nothing => self.text.push_str("null"),
            // Every scalar may stand where a text is expected.
            Form::Text(text, _) => self.text.push_str(&serde_json::to_string(text).ok()?),
            Form::List(_, items) => {
                self.text.push('[');
                for (position, item) in items.iter().enumerate() {
                    self.separate(position);
                    self.write(item)?;
                }
                self.text.push(']');
            }
            Form::Map(_, pairs) => {
                self.text.push('{');
                for (position, pair) in pairs.iter().enumerate() {
                    self.separate(position);
                    match pair.key.form {
                        Form::Text(..) => self.write(&pair.key)?,
                        // Such a key is reported apart; JSON has none.
                        Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => self.text.push_str("\"\""),
                    }
                    self.text.push(':');
                    self.write(&pair.value)?;
                }
                self.text.push('}');
            }
        }
        self.places[at].0.end = self.text.len();
        Some(())
    }

    fn separate(&mut self, position: usize) {
        if position > 0 {
            self.text.push(',');
        }
    }

    /// The place in the YAML of the innermost value at an offset: its first line.
    fn place(&self, offset: usize) -> Option<Range<usize>> {
        let within = self.places.iter().rev().find(|(json, _)| json.contains(&offset));
        within.map(|(_, yaml)| yaml.clone())
    }
}
