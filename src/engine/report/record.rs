//! Records: rows of one shape that are written one by one, however many there are.

use std::borrow::Cow;

use jiff::civil::Date;

/// What a field of a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    Text,
    /// A whole number from zero.
    Count,
    /// A day.
    Day,
}

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether it may be without a value.
    pub is_optional: bool,
}

impl Field {
    /// A field that always has a value.
    pub const fn required(name: &'static str, kind: FieldKind) -> Self {
        Self { name, kind, is_optional: false }
    }

    /// A field that may have none.
    pub const fn optional(name: &'static str, kind: FieldKind) -> Self {
        Self { name, kind, is_optional: true }
    }
}

/// The content of a field; its kind is that of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue<'r> {
    /// No value.
    Nothing,
    /// Text.
    Text(Cow<'r, str>),
    /// A whole number.
    Count(u64),
    /// A day.
    Day(Date),
}

impl<'r> FieldValue<'r> {
    /// Text; none where it is empty.
    pub fn text(text: impl Into<Cow<'r, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }

    /// Text if there is some.
    pub fn maybe(text: Option<impl Into<Cow<'r, str>>>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }
}
