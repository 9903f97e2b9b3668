//! YAML values as they are to be written, and how they are laid out.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde_yaml::{DoubleQuoted, FlowSeq, FoldStr};

use crate::edit::scalar::{WIDTH, wrapped};

/// The indentation of one level.
const STEP: usize = 2;

/// How narrow a folded text may become.
const NARROW: usize = 20;

/// A value as it is to be written.
pub(super) enum Value {
    Scalar(Scalar),
    List(Vec<Value>, Layout),
    Map(Vec<(Scalar, Value)>, Layout),
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Scalar {
    /// A text, quoted where it has to be.
    Text(String),
    /// A text that is always quoted.
    Id(DoubleQuoted<String>),
    Integer(u32),
    Decimal(f64),
    Boolean(bool),
    /// `null`
    Nothing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// In one line, in brackets.
    Flow,
    /// An item a line.
    Block,
}

impl Scalar {
    /// The scalar where another may follow in the same line.
    fn inline(&self) -> String {
        let list = yaml(&FlowSeq([self]), WIDTH);
        list.trim_end().trim_start_matches('[').trim_end_matches(']').to_owned()
    }

    /// The scalar after a key or a dash, which are so far to the right and end in a column; a text that is too wide for
    /// its line is folded.
    fn behind(&self, indent: usize, column: usize) -> String {
        let is_wide = column + 1 + self.inline().chars().count() > WIDTH;
        let entry = match self {
            // A line that begins with white space is not joined to the next, and a tab may begin one.
            Self::Text(text) if is_wide && !text.contains(['\n', '\t']) && !text.starts_with(char::is_whitespace) => {
                yaml(&BTreeMap::from([("k", FoldStr(text))]), WIDTH.saturating_sub(indent + STEP).max(NARROW))
            }
            Self::Text(_) | Self::Id(_) | Self::Integer(_) | Self::Decimal(_) | Self::Boolean(_) | Self::Nothing => {
                yaml(&BTreeMap::from([("k", self)]), WIDTH)
            }
        };
        // What ends a folded text is its last word, not its last line.
        let entry = match entry.strip_prefix("k: >").and_then(|folded| folded.split_once('\n')) {
            Some((header, body)) => format!("k: >{}-\n{body}", header.trim_end_matches('-')),
            None => entry,
        };
        let lines = entry.trim_start_matches("k: ").trim_end_matches('\n').split('\n');
        let margin = " ".repeat(indent);
        let lines: Vec<&str> = lines.collect();
        let is_too_wide = |(number, line): (usize, &&str)| {
            let start = if number == 0 { column + 1 } else { indent };
            start + line.chars().count() > WIDTH && (number == 0 || line.trim().contains(' '))
        };
        if let (true, Self::Text(text)) = (lines.iter().enumerate().any(is_too_wide), self) {
            return wrapped(text, column + 1, indent + STEP);
        }
        let lines = lines.into_iter().enumerate().map(|(number, line)| match number {
            0 => line.to_owned(),
            _ if line.is_empty() => String::new(),
            _ => format!("{margin}{line}"),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Value {
    /// In one line where it fits and no text in it has lines, else an item a line.
    pub(super) fn fitted(self) -> Self {
        let layout = if self.inline().contains("\\n") { Layout::Block } else { Layout::Flow };
        match self {
            Self::Scalar(scalar) => Self::Scalar(scalar),
            Self::List(items, _) => Self::List(items, layout),
            Self::Map(entries, _) => Self::Map(entries, layout),
        }
    }

    /// Whether it is written in one line after a column.
    fn fits_behind(&self, column: usize) -> bool {
        column + 1 + self.inline().chars().count() <= WIDTH
    }

    fn inline(&self) -> String {
        match self {
            Self::Scalar(scalar) => scalar.inline(),
            Self::List(items, _) => format!("[{}]", items.iter().map(Self::inline).collect::<Vec<_>>().join(", ")),
            Self::Map(entries, _) => {
                let entry = |(key, value): &(Scalar, Self)| format!("{}: {}", key.inline(), value.inline());
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Writes the value after a key or a dash, which are so far to the right, up to the end of its last line.
    pub(super) fn write(&self, indent: usize, out: &mut String) {
        let column = out.chars().rev().take_while(|c| *c != '\n').count();
        match self {
            Self::Scalar(scalar) => {
                let text = scalar.behind(indent, column);
                let gap = if text.starts_with('\n') { "" } else { " " };
                out.extend([gap, &text, "\n"]);
            }
            Self::List(_, Layout::Flow) | Self::Map(_, Layout::Flow) if self.fits_behind(column) => {
                out.extend([" ", &self.inline(), "\n"]);
            }
            Self::List(items, _) if items.is_empty() => out.push_str(" []\n"),
            Self::List(items, _) => {
                out.push('\n');
                for item in items {
                    out.extend([&" ".repeat(indent + 2), "-"]);
                    match item {
                        // The first entry is after the dash.
                        Self::Map(entries, layout) if *layout == Layout::Block || !item.fits_behind(indent + 3) => {
                            out.push(' ');
                            write_entries(entries, indent + 4, out);
                        }
                        Self::Map(..) | Self::List(..) | Self::Scalar(_) => item.write(indent + 2, out),
                    }
                }
            }
            Self::Map(entries, _) => {
                out.extend(["\n", &" ".repeat(indent + 2)]);
                write_entries(entries, indent + 2, out);
            }
        }
    }
}

/// Writes the entries of a mapping that begins here, so far to the right.
fn write_entries(entries: &[(Scalar, Value)], indent: usize, out: &mut String) {
    for (number, (key, value)) in entries.iter().enumerate() {
        if number > 0 {
            out.push_str(&" ".repeat(indent));
        }
        out.extend([&key.inline(), ":"]);
        value.write(indent, out);
    }
}

fn yaml(value: &impl Serialize, width: usize) -> String {
    let options = serde_yaml::ser_options! { folded_wrap_chars: width };
    serde_yaml::to_string_with_options(value, options).expect("a text or a number can always be written")
}

/// The entries of a mapping, in the order in which they are put in.
pub(super) struct Mapping(pub(super) Vec<(Scalar, Value)>);

impl Mapping {
    pub(super) fn of(key: &str, value: Value) -> Self {
        Self(Vec::new()).with(key, value)
    }

    pub(super) fn with(mut self, key: &str, value: Value) -> Self {
        self.0.push((Scalar::Text(key.to_owned()), value));
        self
    }

    pub(super) fn maybe(self, key: &str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    pub(super) fn block(self) -> Value {
        Value::Map(self.0, Layout::Block)
    }

    /// The mapping as a file, with the mark that linters want at its beginning.
    pub(super) fn file(&self) -> String {
        format!("---\n{}", self.written())
    }

    /// The mapping as a part of a file.
    pub(super) fn written(&self) -> String {
        let mut out = String::new();
        write_entries(&self.0, 0, &mut out);
        out
    }
}

/// A mapping, where it holds anything.
pub(super) fn block(entries: Vec<(Scalar, Value)>) -> Option<Value> {
    (!entries.is_empty()).then_some(Value::Map(entries, Layout::Block))
}

pub(super) fn name(text: impl ToString) -> Scalar {
    Scalar::Text(text.to_string())
}

pub(super) fn id(text: impl ToString) -> Scalar {
    Scalar::Id(DoubleQuoted(text.to_string()))
}

pub(super) fn text(text: impl ToString) -> Value {
    Value::Scalar(name(text))
}

pub(super) fn texts<T: fmt::Display>(list: &[T]) -> Option<Value> {
    (!list.is_empty()).then(|| Value::List(list.iter().map(text).collect(), Layout::Block).fitted())
}

pub(super) fn integer(number: u32) -> Value {
    Value::Scalar(Scalar::Integer(number))
}

pub(super) fn boolean(truth: bool) -> Value {
    Value::Scalar(Scalar::Boolean(truth))
}

pub(super) fn number(number: f64) -> Value {
    const MOST: f64 = 1e9;
    // The cast keeps every whole number below the limit.
    if number.fract() == 0.0 && (0.0..MOST).contains(&number) {
        integer(number as u32)
    } else {
        Value::Scalar(Scalar::Decimal(number))
    }
}
