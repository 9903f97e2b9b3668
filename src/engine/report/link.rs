//! A text that may lead somewhere.

use super::sanitized;
use crate::language::Phrase;

/// A text that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The text.
    pub text: Phrase,
    /// The address to which it points: `http`, `https` or `mailto`, or relative, made by us. Nothing if it is only
    /// text.
    pub target: Option<String>,
}

impl Link {
    /// A text that points to a page of the same site.
    pub fn to_page(text: impl Into<Phrase>, page: impl Into<String>) -> Self {
        Self { text: text.into().sanitized(), target: Some(page.into()) }
    }

    /// A place that a file names. An address of the web leads there; any other place, such as a path, is only a text,
    /// since it is relative to a file that may not be where the answer is read.
    pub fn to_resource(place: impl AsRef<str>) -> Self {
        let place = place.as_ref().trim();
        let lower = place.to_ascii_lowercase();
        let is_address = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
            && !place.contains(|c: char| c.is_control() || c.is_whitespace());
        Self { text: sanitized(place).into(), target: is_address.then(|| sanitized(place)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_lead_somewhere() {
        let target = |place: &str| Link::to_resource(place).target;
        assert_eq!(target(" https://a.example/x "), Some("https://a.example/x".to_owned()));
        assert_eq!(target("MAILTO:a@b.example"), Some("MAILTO:a@b.example".to_owned()));
        for place in
            ["docs/a.pdf", "javascript:alert(1)", "data:text/html,x", "//a.example", "https://a b", "file:///etc"]
        {
            assert_eq!(target(place), None, "{place}");
        }
    }
}
