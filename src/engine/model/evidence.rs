//! What is said about pieces of evidence besides the statements that name them.

use jiff::civil::Date;

use crate::source::{Span, Text};

/// What an assessment says about one piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its path or address, as statements name it.
    pub place: Text,
    /// What it is called.
    pub title: Option<Text>,
    /// Who keeps it.
    pub owner: Option<Text>,
    /// The day on which it was made or approved.
    pub date: Option<Date>,
    /// The last day on which it counts.
    pub valid_until: Option<Date>,
    /// A remark.
    pub note: Option<Text>,
    /// The place of its path.
    pub span: Span,
}

/// What a path under evidence points to, if that is not evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing.
    Missing,
    /// A folder, which shows nothing by itself.
    Folder,
    /// A device, a pipe or the like.
    Special,
    /// A place that is neither at nor below the folder of the assessment.
    Outside,
}

/// Whether evidence is an address, such as `https://…` or `mailto:…`; one that begins with `file:` names a place of one machine.
pub fn is_address(place: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    match place.split_once(':') {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("file") => false,
        Some((scheme, rest)) => is_scheme(scheme) && (rest.starts_with("//") || scheme.eq_ignore_ascii_case("mailto")),
        None => false,
    }
}
