//! Values of a project file: what is read, and what is wrong with it at its place.

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Rule};
use crate::load::raw::{Scalar, nearest};
use crate::source::{FileId, Span};

/// Reads values, and gathers what is wrong.
pub(super) struct Reader {
    pub(super) file: FileId,
    /// How many bytes stand before what was read.
    pub(super) before: usize,
    pub(super) faults: Vec<Diagnostic>,
}

impl Reader {
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        let offset = |at: usize| u32::try_from(at + self.before).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(range.start), end: offset(range.end.max(range.start)) }
    }

    pub(super) fn malformed(&mut self, error: &toml::de::Error) {
        let message = error.message().lines().next().unwrap_or("this is not valid TOML").to_owned();
        let rule = if message.starts_with("duplicate key") { Rule::DuplicateKey } else { Rule::Syntax };
        let span = self.span(error.span().unwrap_or(0..0));
        self.faults.push(Diagnostic::new(rule, span, message).help("the file is TOML: `key = \"text\"`, `[table]`"));
    }

    pub(super) fn unknown_key(&mut self, key: &Spanned<impl AsRef<str>>, of: &str, known: &[&str]) {
        let name = key.get_ref().as_ref();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("the keys of {of} are: {}", known.join(", ")),
        };
        let message = format!("{of} has no key {}", shown(name));
        self.faults.push(Diagnostic::new(Rule::UnknownKey, self.span(key.span()), message).help(help));
    }

    pub(super) fn wrong(&mut self, key: &str, expected: &str, found: &DeValue<'_>, value: &Spanned<DeValue<'_>>) {
        let found = match found {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "a truth value",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("{key} must be {expected}, but this is {found}");
        let fault = Diagnostic::new(Rule::WrongType, self.span(value.span()), message);
        self.faults.push(fault.help(format!("write {expected} here")));
    }

    pub(super) fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<Scalar> {
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong(key, "a list of texts", value.get_ref(), value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for entry in list.iter() {
            match entry.get_ref() {
                DeValue::String(text) if text.trim().is_empty() => {
                    let message = format!("each item of {key} must be a text, but this one is empty");
                    let fault = Diagnostic::new(Rule::WrongType, self.span(entry.span()), message);
                    self.faults.push(fault.help("write the text, or remove it"));
                }
                DeValue::String(text) => {
                    let value = text.as_ref().to_owned().into();
                    texts.push(Scalar { value, span: self.span(entry.span()), is_unquoted: false });
                }
                other => self.wrong(&format!("each item of {key}"), "a text", other, entry),
            }
        }
        texts
    }

    /// Where a value stands.
    pub(super) fn place(&self, value: &Spanned<DeValue<'_>>) -> Span {
        self.span(value.span())
    }

    pub(super) fn one_of(&mut self, key: &str, words: &[&str], value: &Spanned<DeValue<'_>>) -> Option<String> {
        let known: Vec<(&str, &str)> = words.iter().map(|word| (*word, *word)).collect();
        self.word(key, &known, value).map(str::to_owned)
    }

    pub(super) fn word<T: Copy>(&mut self, key: &str, known: &[(&str, T)], value: &Spanned<DeValue<'_>>) -> Option<T> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong(key, "a text", value.get_ref(), value);
            return None;
        };
        if let Some((_, meant)) = known.iter().find(|(word, _)| *word == text.as_ref()) {
            return Some(*meant);
        }
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let help = match nearest(text, words.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("one of {}", words.join(", ")),
        };
        let message = format!("{} is not a valid value of {key}", shown(text));
        self.faults.push(Diagnostic::new(Rule::UnknownWord, self.span(value.span()), message).help(help));
        None
    }

    pub(super) fn number<T: TryFrom<u64>>(
        &mut self,
        key: &str,
        least: u64,
        most: u64,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<T> {
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong(key, "a whole number", value.get_ref(), value);
            return None;
        };
        let read = u64::from_str_radix(number.as_str(), number.radix()).ok();
        let number = read.filter(|read| (least..=most).contains(read)).and_then(|read| T::try_from(read).ok());
        if number.is_none() {
            let message = format!("{key} is not from {least} to {most}");
            let fault = Diagnostic::new(Rule::OutOfRange, self.span(value.span()), message);
            self.faults.push(fault.help(format!("a whole number from {least} to {most}")));
        }
        number
    }

    pub(super) fn share(&mut self, value: &Spanned<DeValue<'_>>) -> Option<f64> {
        let text = match value.get_ref() {
            DeValue::Integer(number) => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            other => {
                self.wrong("partial-weight", "a number", other, value);
                return None;
            }
        };
        let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            let fault = Diagnostic::new(Rule::OutOfRange, self.span(value.span()), "partial-weight is not from 0 to 1");
            self.faults.push(fault.help("a number from 0 to 1"));
        }
        share
    }

    /// A text in which there is something to read.
    pub(super) fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Scalar> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                let message = format!("{key} must be a text, but this one is empty");
                self.refuse(Rule::WrongType, value, message, "write the text, or remove it".to_owned());
                None
            }
            DeValue::String(text) => {
                let value_of = text.trim().to_owned().into();
                Some(Scalar { value: value_of, span: self.span(value.span()), is_unquoted: false })
            }
            other => {
                self.wrong(key, "a text", other, value);
                None
            }
        }
    }

    /// Says what is wrong with a value, and what helps.
    pub(super) fn refuse(&mut self, rule: Rule, value: &Spanned<DeValue<'_>>, message: String, help: String) {
        self.faults.push(Diagnostic::new(rule, self.span(value.span()), message).help(help));
    }
}

/// A text as messages show it.
pub(super) fn shown(text: &str) -> String {
    Scalar { value: text.to_owned().into(), span: Span::start_of(FileId::default()), is_unquoted: false }.shown()
}
