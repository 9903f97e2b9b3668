//! A name becomes a clause that exists.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::raw::{Scalar, nearest};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Catalog, Clause, ClauseId, ClauseKind, ClauseNumber, EditionId, Library, TableId};

/// Resolves names in a library that may still be incomplete.
pub(super) struct Resolver<'l> {
    library: &'l Library,
    incomplete: &'l BTreeSet<EditionId>,
    has_unread: bool,
    /// The tables that are on their way into the library.
    coming: Option<&'l BTreeSet<TableId>>,
    suggestions_left: Cell<u32>,
}

impl<'l> Resolver<'l> {
    /// `shaky` are editions that were not read whole, `has_unread` says that some file was not read at all: names that
    /// are missing from there are no news.
    pub(super) fn new(library: &'l Library, incomplete: &'l BTreeSet<EditionId>, has_unread: bool) -> Self {
        Self { library, incomplete, has_unread, coming: None, suggestions_left: Cell::new(200) }
    }

    /// The same where tables are read together, each of which may name any other.
    pub(super) fn expecting(self, tables: &'l BTreeSet<TableId>) -> Self {
        Self { coming: Some(tables), ..self }
    }

    /// The tables that texts name.
    pub(super) fn tables(&self, texts: &[Scalar], faults: &mut Vec<Diagnostic>) -> Vec<TableId> {
        texts.iter().filter_map(|text| self.table(text, faults)).collect()
    }

    fn table(&self, text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<TableId> {
        let id = match TableId::parse(&text.value) {
            Ok(id) => id,
            Err(why) => {
                let message = format!("{} is no table id", text.shown());
                faults.push(Diagnostic::new(Rule::BadId, text.span, message).help(why.to_string()));
                return None;
            }
        };
        let is_coming = self.coming.is_some_and(|coming| coming.contains(&id));
        if self.library.table(&id).is_none() && !is_coming && !self.has_unread {
            let coming = self.coming.into_iter().flatten();
            let known = self.library.tables().map(|table| &table.id).chain(coming).map(TableId::as_str);
            let help = match nearest(id.as_str(), known) {
                Some(near) => format!("did you mean {near}?"),
                None => {
                    "`xwalk list tables` shows what there is; name what has no table here under `source`".to_owned()
                }
            };
            let fault = Diagnostic::new(Rule::UnknownTable, text.span, format!("there is no table {id}"));
            faults.push(fault.help(help));
        }
        Some(id)
    }

    /// The edition that a text names.
    pub(super) fn edition(&self, text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<&'l Catalog> {
        let id = match EditionId::parse(&text.value) {
            Ok(id) => id,
            Err(why) => {
                let help =
                    self.by_alias(&text.value).map_or_else(|| why.to_string(), |edition| format!("write {edition}"));
                faults.push(
                    Diagnostic::new(Rule::BadId, text.span, format!("{} is no edition id", text.shown())).help(help),
                );
                return None;
            }
        };
        let catalog = self.library.catalog(&id);
        if catalog.is_none() && !self.has_unread && !self.incomplete.contains(&id) {
            faults.push(
                Diagnostic::new(Rule::UnknownEdition, text.span, format!("there is no edition {id}"))
                    .help(self.near_edition(&text.value)),
            );
        }
        catalog
    }

    /// The clause that a text names: a number of `home`, or a whole reference.
    pub(super) fn clause(
        &self,
        text: &Scalar,
        home: Option<&'l Catalog>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<(ClauseId, &'l Clause)> {
        let (catalog, number) = match text.value.split_once('/') {
            Some((edition, number)) => {
                let edition = Scalar { value: edition.to_owned().into(), ..text.clone() };
                (self.edition(&edition, faults)?, number)
            }
            None => (home?, text.value.as_str()),
        };
        self.clause_of(catalog, number, text, faults)
    }

    /// The clause of an edition that has the number that a text holds.
    pub(super) fn clause_of(
        &self,
        catalog: &'l Catalog,
        number: &str,
        text: &Scalar,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<(ClauseId, &'l Clause)> {
        let Some(clause) = catalog.find(number) else {
            if let Err(why) = ClauseNumber::parse(number) {
                let message = format!("{} is no clause id", text.shown());
                faults.push(Diagnostic::new(Rule::BadId, text.span, message).help(why.to_string()));
                return None;
            }
            if text.is_unquoted {
                faults.push(unquoted(text));
            }
            if !self.incomplete.contains(&catalog.id) {
                let help = self.near_clause(catalog, number);
                let message = format!("{} has no clause {number}", catalog.id);
                faults.push(Diagnostic::new(Rule::UnknownClause, text.span, message).maybe_help(help));
            }
            return None;
        };
        if text.is_unquoted {
            faults.push(unquoted(text));
        }
        Some((ClauseId { edition: catalog.id.clone(), number: clause.number.clone() }, clause))
    }

    /// Whether a clause asks for something; a fault where it does not. `act` says what was done with it.
    pub(super) fn check_normative(
        &self,
        id: &ClauseId,
        clause: &Clause,
        text: &Scalar,
        act: &str,
        faults: &mut Vec<Diagnostic>,
    ) -> bool {
        let asks = clause.kind != ClauseKind::Informative;
        if !asks {
            faults.push(
                Diagnostic::new(
                    Rule::InformativeClause,
                    text.span,
                    format!("{id} ({}) is informative and cannot be {act}", clause.title),
                )
                .help("it asks for nothing; leave it out"),
            );
        }
        asks
    }

    fn by_alias(&self, text: &str) -> Option<&'l EditionId> {
        let is_alias = |catalog: &&Catalog| catalog.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(text));
        self.library.catalogs().find(is_alias).map(|catalog| &catalog.id)
    }

    fn near_edition(&self, text: &str) -> String {
        if let Some(edition) = self.by_alias(text) {
            return format!("write {edition}");
        }
        match nearest(text, self.library.catalogs().map(|catalog| catalog.id.as_str())) {
            Some(near) => format!("did you mean {near}?"),
            None => "`xwalk list editions` shows what there is; --standards DIR adds a folder of your own".to_owned(),
        }
    }

    /// Looking for near clauses takes a pass over the catalog, so it is done for the first faults only.
    fn near_clause(&self, catalog: &Catalog, number: &str) -> Option<String> {
        let left = self.suggestions_left.get().checked_sub(1)?;
        self.suggestions_left.set(left);
        let chapter = |number: &str| number.split('.').next().unwrap_or("").to_owned();
        let mut near: Vec<(bool, usize, usize)> = catalog
            .clauses()
            .iter()
            .enumerate()
            .map(|(at, clause)| {
                (
                    chapter(clause.number.as_str()) != chapter(number),
                    strsim::damerau_levenshtein(number, clause.number.as_str()),
                    at,
                )
            })
            .filter(|(_, distance, _)| *distance <= 2)
            .collect();
        near.sort_unstable();
        let near: Vec<String> =
            near.iter().take(3).map(|(_, _, at)| catalog.clauses()[*at].number.to_string()).collect();
        match near.as_slice() {
            [] => Some(format!("`xwalk show {}` lists its clauses", catalog.id)),
            [one] => Some(format!("the nearest is {one}")),
            [first, second] => Some(format!("the nearest are {first} and {second}")),
            [first, second, third, ..] => Some(format!("the nearest are {first}, {second} and {third}")),
        }
    }
}

/// A warning: the id is no text to other YAML readers.
pub(super) fn unquoted(text: &Scalar) -> Diagnostic {
    Diagnostic::new(
        Rule::UnquotedId,
        text.span,
        format!("the id {} is not quoted, and other YAML readers change it", text.shown()),
    )
    .help(format!("write \"{}\"", text.shown()))
}
