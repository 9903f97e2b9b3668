//! The urns of CISO Assistant: `urn:<packager>:<domain>:<type>:<framework>`, and for a node of it `…:<suffix>`.

use crate::exchange::names;
use crate::model::EditionId;

/// Who made a library that is written here, in every urn that is made here.
pub(super) const PACKAGER: &str = "xwalk";

/// The edition that a framework is, by the name at the end of its urn.
pub(super) fn edition(urn: &str) -> Option<EditionId> {
    names::edition(behind(urn, 4))
}

/// What distinguishes a node from the others of its framework, in lower case.
pub(super) fn suffix(urn: &str) -> String {
    behind(urn, 5).to_ascii_lowercase()
}

/// What is after so many colons; after the last one if there are fewer.
fn behind(urn: &str, colons: usize) -> &str {
    match urn.splitn(colons + 1, ':').nth(colons) {
        Some(rest) => rest,
        None => urn.rsplit(':').next().unwrap_or(urn),
    }
}

#[cfg(test)]
mod tests {
    use super::{edition, suffix};

    #[test]
    fn a_urn_says_the_edition_and_the_node() {
        let edition = |urn: &str| edition(urn).map(|edition| edition.to_string());
        assert_eq!(edition("urn:intuitem:risk:framework:iso27001-2022").as_deref(), Some("iso27001:2022"));
        // Some have more parts than six, or fewer, and capitals.
        assert_eq!(edition("urn:a:risk:framework:ANS-care:d2").as_deref(), Some("ans-care-d2:undated"));
        assert_eq!(edition("urn:a:risk:framework"), edition("framework"));
        assert_eq!(suffix("urn:a:risk:req_node:Frame-v2:A.1:b"), "a.1:b");
        assert_eq!(suffix("urn:a:risk:req_node:a.1"), "a.1");
    }
}
