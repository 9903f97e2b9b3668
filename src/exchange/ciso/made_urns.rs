//! The urns of an edition and its clauses.
//!
//! A urn that CISO Assistant gave is kept: as an alias of the edition, as the attribute `uri` of a clause. Others are
//! made as its own converter does: in small letters, with hyphens for spaces and underscores for all that a urn does
//! not allow. What would be the same after that is distinguished by a count.

use std::collections::HashSet;

use super::urn::PACKAGER;
use crate::model::{Catalog, ClauseNumber, EditionId, Library};

/// The urns of an edition.
pub(super) struct Urns {
    pub(super) framework: String,
    /// The urn of the library that holds the framework, where that was written here as well.
    pub(super) library: Option<String>,
    /// The urns of its clauses, by position.
    pub(super) nodes: Vec<String>,
}

impl Urns {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let name = plain(&catalog.id);
        let library = given_framework(catalog).is_none().then(|| urn("library", &name));
        let framework = framework(catalog);
        let given = |uri: &&str| is_urn(uri);
        let uris: Vec<Option<&str>> =
            catalog.clauses().iter().map(|clause| clause.attributes.get("uri").filter(given)).collect();
        let mut taken: HashSet<String> = uris.iter().flatten().map(|uri| uri.to_ascii_lowercase()).collect();
        let mut given_out = HashSet::new();
        let nodes = catalog.clauses().iter().zip(uris).map(|(clause, uri)| {
            if let Some(uri) = uri.filter(|uri| given_out.insert(uri.to_ascii_lowercase())) {
                return uri.to_owned();
            }
            let made = node(&catalog.id, &clause.number);
            let counted = (2..).map(|count| format!("{made}-{count}"));
            let mut candidates = std::iter::once(made.clone()).chain(counted);
            let free = candidates.find(|urn| !taken.contains(urn)).unwrap_or(made.clone());
            taken.insert(free.clone());
            free
        });
        Self { framework, library, nodes: nodes.collect() }
    }
}

/// The urn of an edition as a framework.
fn framework(catalog: &Catalog) -> String {
    given_framework(catalog).map_or_else(|| urn("framework", &plain(&catalog.id)), str::to_owned)
}

/// The urn that CISO Assistant gave to an edition.
fn given_framework(catalog: &Catalog) -> Option<&str> {
    catalog.aliases.iter().find(|alias| is_urn(alias) && alias.contains(":framework:")).map(|alias| alias.as_str())
}

/// The edition with a urn: one that was given, or one that is made here.
pub(super) fn framework_called<'l>(urn: &str, library: &'l Library) -> Option<&'l Catalog> {
    let made = || library.catalogs().find(|catalog| is_own(urn) && framework(catalog).eq_ignore_ascii_case(urn));
    library.catalog_called(urn).or_else(made)
}

/// Whether a urn is made here.
pub(super) fn is_own(urn: &str) -> bool {
    urn.strip_prefix("urn:").and_then(|rest| rest.split(':').next()) == Some(PACKAGER)
}

/// The urn of a clause, as far as no other has the same.
pub(super) fn node(edition: &EditionId, number: &ClauseNumber) -> String {
    urn("req_node", &format!("{}:{}", plain(edition), clean(number.as_str())))
}

/// A urn of ours.
pub(super) fn urn(kind: &str, name: &str) -> String {
    format!("urn:{PACKAGER}:risk:{kind}:{name}")
}

/// The id of an edition without its colon.
pub(super) fn plain(edition: &EditionId) -> String {
    edition.as_str().replace(':', "-")
}

/// A number in the letters of a urn.
fn clean(number: &str) -> String {
    let letter = |c: char| match c.to_ascii_lowercase() {
        c @ ('a'..='z' | '0'..='9' | '_' | '-' | '.' | '[' | ']' | '(' | ')' | ':') => c,
        ' ' => '-',
        _ => '_',
    };
    number.chars().map(letter).collect()
}

/// Whether CISO Assistant takes a text for a urn: `urn:` and at least four more parts, the last of them in its letters.
fn is_urn(text: &str) -> bool {
    let is_word = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    };
    let mut parts = text.splitn(5, ':');
    let head: Vec<&str> = parts.by_ref().take(4).collect();
    let is_last = |last: &str| !last.is_empty() && clean(last).eq_ignore_ascii_case(last);
    head.len() == 4 && head[0] == "urn" && head.iter().all(|part| is_word(part)) && parts.next().is_some_and(is_last)
}

#[cfg(test)]
mod tests {
    use super::{clean, is_urn};

    #[test]
    fn a_number_is_written_in_the_letters_of_a_urn() {
        assert_eq!(clean("A.5 (1)/É~2"), "a.5-(1)___2");
    }

    #[test]
    fn a_urn_is_known() {
        assert!(is_urn("urn:intuitem:risk:req_node:iso27001-2022:A.5.1"));
        for other in ["urn:a:b:c", "ac-2.1", "https://example.org/a:b:c:d", "urn:a:b:c:d e", "urn::b:c:d"] {
            assert!(!is_urn(other), "{other}");
        }
    }
}
