//! Which edition of a library another program means by the name that it has there.

use std::collections::HashMap;

use crate::model::{Catalog, EditionId, Library};

/// The editions of a library by their names without signs.
pub(super) struct EditionNames<'l> {
    library: &'l Library,
    /// No edition if several are called so.
    by_name: HashMap<String, Option<&'l EditionId>>,
}

impl<'l> EditionNames<'l> {
    /// The names of all editions: ids and aliases.
    pub(super) fn of(library: &'l Library) -> Self {
        let mut by_name: HashMap<String, Option<&EditionId>> = HashMap::new();
        for catalog in library.catalogs() {
            for name in catalog.names() {
                let known = by_name.entry(plain(name)).or_insert(Some(&catalog.id));
                if *known != Some(&catalog.id) {
                    *known = None;
                }
            }
        }
        Self { library, by_name }
    }

    /// The edition that is called so, whatever is between the words of its name; with a version that is said apart, or
    /// without it.
    pub(super) fn find(&self, name: &str, version: Option<&str>) -> Option<&'l Catalog> {
        let both = version.map(|version| format!("{name} {}", version.trim()));
        [both.as_deref(), Some(name)].into_iter().flatten().find_map(|name| self.called(name))
    }

    fn called(&self, name: &str) -> Option<&'l Catalog> {
        let name = name.trim();
        let plain = plain(name);
        if plain.is_empty() {
            return None;
        }
        let by_name = || self.library.catalog((*self.by_name.get(&plain)?)?);
        self.library.catalog_named(name).or_else(by_name)
    }
}

/// A name in lower case, its letters and digits alone.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::EditionNames;
    use crate::model::{Catalog, EditionId, Library};
    use crate::source::{Sources, Span, Text};

    #[test]
    fn an_edition_is_known_by_its_name_whatever_signs_stand_in_it_and_none_by_a_name_that_two_have() {
        let span = Span::start_of(Sources::default().add("t", ""));
        let mut library = Library::default();
        for (id, alias) in [("iso-9001:2015", "ISO 9001:2015"), ("a-1:2", "Made"), ("a:12", "MADE!")] {
            let mut catalog = Catalog::new(EditionId::parse(id).unwrap(), Text::default(), span);
            catalog.aliases = vec![alias.into()];
            library.add_catalog(catalog).unwrap();
        }
        let names = EditionNames::of(&library);
        let found = |name, version| names.find(name, version).map(|catalog| catalog.id.to_string());
        assert_eq!(found("ISO-9001-2015", None).as_deref(), Some("iso-9001:2015"));
        assert_eq!(found("iso9001", Some("2015")).as_deref(), Some("iso-9001:2015"));
        assert_eq!(found("ISO 9001:2015", Some("2")).as_deref(), Some("iso-9001:2015"));
        assert_eq!(found("a_1_2", None), None, "two editions are called so");
        assert_eq!(found("a-1:2", None).as_deref(), Some("a-1:2"), "but one has just this id");
        assert_eq!((found("", None), found("iso 9001", None)), (None, None));
    }
}
