//! All editions, relation tables and methods that are known.

use std::collections::BTreeMap;

use super::catalog::{Catalog, Clause};
use super::id::{ClauseId, EditionId, MethodId, TableId};
use super::method::Method;
use super::relation::Table;

/// Everything that questions are asked of, an assessment excepted.
#[derive(Debug, Clone, Default)]
pub struct Library {
    catalogs: BTreeMap<EditionId, Catalog>,
    tables: BTreeMap<TableId, Table>,
    methods: BTreeMap<MethodId, Method>,
}

impl Library {
    /// Adds an edition; hands back the one that has its id already.
    pub fn add_catalog(&mut self, catalog: Catalog) -> Result<(), &Catalog> {
        let id = catalog.id.clone();
        if self.catalogs.contains_key(&id) {
            return Err(&self.catalogs[&id]);
        }
        self.catalogs.insert(id, catalog);
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

    /// A library of the same editions, without tables and methods.
    #[must_use]
    pub fn without_relations(&self) -> Self {
        Self { catalogs: self.catalogs.clone(), ..Self::default() }
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

    /// The relation table with this id.
    pub fn table(&self, table: &TableId) -> Option<&Table> {
        self.tables.get(table)
    }

    /// The method with this id.
    pub fn method(&self, method: &MethodId) -> Option<&Method> {
        self.methods.get(method)
    }

    /// The clause with this id.
    pub fn clause(&self, clause: &ClauseId) -> Option<&Clause> {
        self.catalog(&clause.edition)?.clause(&clause.number)
    }
}
