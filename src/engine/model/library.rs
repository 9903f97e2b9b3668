//! All editions, relation tables and methods that are known.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::catalog::Catalog;
use super::clause::Clause;
use super::id::{ClauseId, EditionId, MethodId, TableId};
use super::method::Method;
use super::review::{ClauseRecord, FieldChange, Reviewed, Reviews, Subject};
use super::table::Table;

/// Everything that questions are asked of, an assessment excepted.
#[derive(Debug, Clone, Default)]
pub struct Library {
    catalogs: BTreeMap<EditionId, Catalog>,
    tables: BTreeMap<TableId, Table>,
    methods: BTreeMap<MethodId, Method>,
    reviews: BTreeMap<TableId, Reviews>,
    /// Of editions that are here in another language: what was written.
    originals: BTreeMap<EditionId, Catalog>,
    /// The edition of each alias in lower case; made when an edition is first searched by an alias.
    aliases: OnceLock<HashMap<String, EditionId>>,
}

impl Library {
    /// Adds an edition; hands back the one that has its id already.
    pub fn add_catalog(&mut self, catalog: Catalog) -> Result<(), &Catalog> {
        let id = catalog.id.clone();
        if self.catalogs.contains_key(&id) {
            return Err(&self.catalogs[&id]);
        }
        self.catalogs.insert(id, catalog);
        self.aliases.take();
        Ok(())
    }

    /// Adds a relation table; hands back the one that has its id already.
    pub fn add_table(&mut self, table: Table) -> Result<(), &Table> {
        let id = table.id.clone();
        if self.tables.contains_key(&id) {
            return Err(&self.tables[&id]);
        }
        self.tables.insert(id, table);
        Ok(())
    }

    /// Adds a method; hands back the one that has its id already.
    pub fn add_method(&mut self, method: Method) -> Result<(), &Method> {
        let id = method.id.clone();
        if self.methods.contains_key(&id) {
            return Err(&self.methods[&id]);
        }
        self.methods.insert(id, method);
        Ok(())
    }

    /// Adds the reviews of a table; hands back those that the table has already. Reviews of anything else are not kept
    /// here.
    pub fn add_reviews(&mut self, reviews: Reviews) -> Result<(), &Reviews> {
        let Reviewed::Table(table) = &reviews.of else { return Ok(()) };
        if self.reviews.contains_key(table) {
            return Err(&self.reviews[table]);
        }
        self.reviews.insert(table.clone(), reviews);
        Ok(())
    }

    /// A library of the same editions, without tables and methods.
    #[must_use]
    pub fn without_relations(&self) -> Self {
        Self { catalogs: self.catalogs.clone(), ..Self::default() }
    }

    /// The same library with some of its editions and methods in another language.
    pub(super) fn with_translated(mut self, catalogs: Vec<Catalog>, methods: Vec<Method>) -> Self {
        self.methods.extend(methods.into_iter().map(|method| (method.id.clone(), method)));
        for catalog in catalogs {
            let id = catalog.id.clone();
            if let Some(written) = self.catalogs.insert(id.clone(), catalog) {
                self.originals.entry(id).or_insert(written);
            }
        }
        self.aliases.take();
        self
    }

    /// All editions in the order of ids.
    pub fn catalogs(&self) -> impl Iterator<Item = &Catalog> {
        self.catalogs.values()
    }

    /// All relation tables in the order of ids.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.values()
    }

    /// All methods in the order of ids.
    pub fn methods(&self) -> impl Iterator<Item = &Method> {
        self.methods.values()
    }

    /// The edition with this id.
    pub fn catalog(&self, edition: &EditionId) -> Option<&Catalog> {
        self.catalogs.get(edition)
    }

    /// The edition that has an alias, whatever its case: the first one, where several have it.
    pub fn catalog_called(&self, alias: &str) -> Option<&Catalog> {
        let aliases = self.aliases.get_or_init(|| {
            let mut aliases = HashMap::new();
            for catalog in self.catalogs() {
                for alias in &catalog.aliases {
                    aliases.entry(alias.to_ascii_lowercase()).or_insert_with(|| catalog.id.clone());
                }
            }
            aliases
        });
        aliases.get(&alias.to_ascii_lowercase()).and_then(|edition| self.catalog(edition))
    }

    /// The edition that has a name, its id or an alias, whatever the case.
    pub fn catalog_named(&self, name: &str) -> Option<&Catalog> {
        let with_id = EditionId::parse(&name.to_ascii_lowercase()).ok().and_then(|edition| self.catalog(&edition));
        with_id.or_else(|| self.catalog_called(name))
    }

    /// The editions of a standard, in the order of ids. The case of its name does not matter.
    pub fn editions_of(&self, standard: &str) -> impl Iterator<Item = &Catalog> {
        // No edition of a standard has an id that is less.
        let first = EditionId::parse(&format!("{}:-", standard.to_ascii_lowercase())).ok();
        let editions = first.into_iter().flat_map(|first| self.catalogs.range(first..));
        let editions = editions.map(|(_, catalog)| catalog);
        editions.take_while(move |catalog| catalog.id.standard().eq_ignore_ascii_case(standard))
    }

    /// Where a clause stands among others when people read them: by its edition, then as its catalog is published, where 10.1
    /// comes after 9.3.
    pub fn place<'c>(&self, clause: &'c ClauseId) -> (&'c EditionId, Option<usize>) {
        let position = self.catalog(&clause.edition).and_then(|catalog| catalog.position(&clause.number));
        (&clause.edition, position)
    }

    /// Clauses in the order in which people read them.
    pub fn in_order<'c>(&self, clauses: impl IntoIterator<Item = &'c ClauseId>) -> Vec<&'c ClauseId> {
        let mut clauses: Vec<&ClauseId> = clauses.into_iter().collect();
        clauses.sort_by_key(|clause| self.place(clause));
        clauses
    }

    /// The relation table with this id.
    pub fn table(&self, table: &TableId) -> Option<&Table> {
        self.tables.get(table)
    }

    /// What was reviewed of a relation table, where anything was.
    pub fn reviews(&self, table: &TableId) -> Option<&Reviews> {
        self.reviews.get(table)
    }

    /// The method with this id.
    pub fn method(&self, method: &MethodId) -> Option<&Method> {
        self.methods.get(method)
    }

    /// The content of a clause, as far as rows and statements depend on it.
    pub fn record(&self, clause: &ClauseId) -> Option<ClauseRecord> {
        let written = self.originals.get(&clause.edition).or_else(|| self.catalog(&clause.edition))?;
        ClauseRecord::of(written, &clause.number)
    }

    /// What is said otherwise of the clauses of a row or a statement than it was when that was reviewed.
    pub fn changes_since(&self, reviews: &Reviews, subject: &Subject) -> Vec<(ClauseId, Vec<FieldChange>)> {
        reviews.changes(subject, |clause| self.record(clause))
    }

    /// The clause with this id.
    pub fn clause(&self, clause: &ClauseId) -> Option<&Clause> {
        self.catalog(&clause.edition)?.clause(&clause.number)
    }
}

#[cfg(test)]
mod tests {
    use super::Library;
    use crate::model::{Catalog, EditionId};
    use crate::source::{Sources, Span, Text};

    fn library(editions: &[(&str, &[&'static str])]) -> Library {
        let span = Span::start_of(Sources::default().add("t", ""));
        let mut library = Library::default();
        for (id, aliases) in editions {
            let mut catalog = Catalog::new(EditionId::parse(id).unwrap(), Text::default(), span);
            catalog.aliases = aliases.iter().copied().map(Text::from).collect();
            library.add_catalog(catalog).unwrap();
        }
        library
    }

    #[test]
    fn an_edition_is_found_by_its_id_and_its_aliases_whatever_their_case() {
        let mut library = library(&[("b:1", &["Made/B", "both"]), ("a:1", &["Both"])]);
        let named = |library: &Library, name: &str| library.catalog_named(name).map(|catalog| catalog.id.to_string());
        let called = |library: &Library, name: &str| library.catalog_called(name).map(|catalog| catalog.id.to_string());
        assert_eq!(named(&library, "B:1").as_deref(), Some("b:1"));
        assert_eq!(called(&library, "B:1"), None);
        assert_eq!(named(&library, "made/b").as_deref(), Some("b:1"));
        assert_eq!(called(&library, "BOTH").as_deref(), Some("a:1"));
        assert_eq!(named(&library, "made"), None);
        // One that is added later is found too.
        let mut catalog = library.catalogs().next().unwrap().clone();
        (catalog.id, catalog.aliases) = (EditionId::parse("c:1").unwrap(), vec!["later".into()]);
        library.add_catalog(catalog).unwrap();
        assert_eq!(named(&library, "Later").as_deref(), Some("c:1"));
    }

    #[test]
    fn the_editions_of_a_standard_are_none_of_one_that_begins_alike() {
        let library =
            library(&[("a-1:2", &[]), ("a:-", &[]), ("a:1", &[]), ("a:x", &[]), ("a_1:1", &[]), ("b:1", &[])]);
        let editions = |name| library.editions_of(name).map(|catalog| catalog.id.to_string()).collect::<Vec<_>>();
        assert_eq!(editions("A"), ["a:-", "a:1", "a:x"]);
        assert_eq!(editions("b"), ["b:1"]);
        assert_eq!(editions("c").len() + editions("a:1").len() + editions("").len(), 0);
    }
}
