//! What the user says that headings mean.

use super::column::{Column, Kind};
use super::normal_form::normalized;
use crate::diagnostic::Refusal;
use crate::load::raw::nearest;

/// What the user says that a heading means: `Head=column`, or `Head=ignore`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    pub(super) heading: String,
    column: String,
}

impl Mapping {
    /// What a heading means that holds the clauses that are covered.
    pub fn to(head: &str) -> Self {
        Self { heading: head.trim().to_owned(), column: Column::To.name().to_owned() }
    }

    /// What a head means that holds the clauses that cover.
    pub(super) fn from(head: &str) -> Self {
        Self { heading: head.trim().to_owned(), column: Column::From.name().to_owned() }
    }

    /// Reads `Head=column`.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.rsplit_once('=') {
            Some((head, column)) if !normalized(head).is_empty() && !normalized(column).is_empty() => {
                Ok(Self { heading: head.trim().to_owned(), column: column.trim().to_owned() })
            }
            Some(_) | None => Err("write \"Head=column\", such as \"Prüfpunkt=clause\", or \"Head=ignore\"".to_owned()),
        }
    }

    /// Whether it speaks of a heading.
    pub(super) fn is_of(&self, head: &str) -> bool {
        normalized(&self.heading) == normalized(head)
    }

    /// The column that is meant; nothing for one that is left out on purpose.
    pub(super) fn column(&self, kind: Kind) -> Result<Option<Column>, Refusal> {
        if normalized(&self.column) == "ignore" {
            return Ok(None);
        }
        kind.column(&self.column).map(Some).ok_or_else(|| {
            let names = kind.columns().iter().map(|column| column.name());
            let near = nearest(&self.column, names.clone()).map(|near| format!("did you mean {near}? "));
            let names = names.collect::<Vec<_>>().join(", ");
            let help = format!("{}the columns are {names}, and ignore", near.unwrap_or_default());
            Refusal { message: format!("there is no column {} to map to", self.column), help: Some(help) }
        })
    }
}
