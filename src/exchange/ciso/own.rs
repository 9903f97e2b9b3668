//! What a framework that was written here says about its edition in addition to what other frameworks say.

use super::annotation::Annotation;
use super::framework::Framework;
use super::library::LibraryFile;
use super::{made_urns, urn};
use crate::load::raw::{self, Scalar};
use crate::model::{ClauseNumber, EditionId};

/// What a framework says of its edition that was written here.
pub(super) struct Own {
    /// Its id, where `ref_id` is one.
    pub(super) id: Option<EditionId>,
    said: Annotation,
}

/// What an annotation says of an edition, by the keys of our own files.
const OF_EDITION: [&str; 7] = ["published", "status", "supersedes", "aliases", "kind", "confidence", "provenance"];

impl Own {
    /// Nothing if others wrote the library.
    pub(super) fn of(framework: &Framework, library: &LibraryFile) -> Option<Self> {
        let said = framework.annotation.as_ref().and_then(|text| Annotation::read(&text.value, &OF_EDITION));
        let id = framework.ref_id.as_ref().and_then(|id| EditionId::parse(&id.value).ok());
        library.is_own().then(|| Self { id, said: said.unwrap_or_default() })
    }

    /// The edition with what was said about it; a urn that was made here is not a name of it.
    pub(super) fn catalog(self, catalog: raw::Catalog, urn: Scalar) -> raw::Catalog {
        let place = urn.span;
        let said = |key: &str| self.said.scalar(key, place);
        let aliases = self.said.scalars("aliases", place).into_iter();
        let given = (!made_urns::is_own(&urn.value)).then_some(urn);
        raw::Catalog {
            published: said("published").or(catalog.published),
            status: said("status"),
            supersedes: said("supersedes"),
            aliases: aliases.chain(given).collect(),
            kind: said("kind"),
            confidence: said("confidence"),
            provenance: said("provenance"),
            publisher: catalog.publisher.filter(|publisher| publisher.value != *urn::PACKAGER),
            ..catalog
        }
    }
}

/// Whether a urn is the one that is made here for a clause, so it need not be kept.
pub(super) fn is_made(urn: &Scalar, edition: &EditionId, number: &Scalar) -> bool {
    ClauseNumber::parse(&number.value).is_ok_and(|number| made_urns::node(edition, &number) == *urn.value)
}
