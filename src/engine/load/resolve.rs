//! A name becomes a clause that exists.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::name;
use super::near::NearWords;
use super::raw::{Scalar, nearest, odd_character, plain};
use super::word::bad_id;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{
    Catalog, Clause, ClauseId, ClauseKind, ClauseNumber, EditionId, Library, Method, MethodId, TableId,
};

/// Resolves names in a library that may still be incomplete.
pub(super) struct Resolver<'l> {
    library: &'l Library,
    incomplete: &'l BTreeSet<EditionId>,
    has_unread: bool,
    /// The tables that are on their way into the library.
    coming: Option<&'l BTreeSet<TableId>>,
    near: NearWords,
    searches_left: Cell<u32>,
}

impl<'l> Resolver<'l> {
    /// `shaky` are editions that were not read whole, `has_unread` says that some file was not read at all: names that
    /// are missing from there are no news.
    pub(super) fn new(library: &'l Library, incomplete: &'l BTreeSet<EditionId>, has_unread: bool) -> Self {
        let searches_left = Cell::new(Self::SEARCHES);
        Self { library, incomplete, has_unread, coming: None, near: NearWords::new(), searches_left }
    }

    /// For how many different unknown clauses of a file suggestions are searched.
    const SEARCHES: u32 = 200;

    /// The following texts are in another file.
    pub(super) fn begin_file(&self) {
        self.searches_left.set(Self::SEARCHES);
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
                faults.push(bad_id(text, "table", why));
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
                    "`xwalk list tables` shows the available tables; describe other sources under `source`".to_owned()
                }
            };
            let fault = Diagnostic::new(Rule::UnknownTable, text.span, format!("there is no table {id}"));
            faults.push(fault.help(help).of_one_cause());
        }
        Some(id)
    }

    /// The method that a text names.
    pub(super) fn method(&self, text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<&'l Method> {
        let id = match MethodId::parse(&text.value) {
            Ok(id) => id,
            Err(why) => {
                faults.push(bad_id(text, "method", why).of_one_cause());
                return None;
            }
        };
        let method = self.library.method(&id);
        if method.is_none() && !self.has_unread {
            let help = match nearest(id.as_str(), self.library.methods().map(|method| method.id.as_str())) {
                Some(near) => format!("did you mean {near}?"),
                None => "`xwalk list methods` shows the available methods".to_owned(),
            };
            let fault = Diagnostic::new(Rule::UnknownMethod, text.span, format!("there is no method {id}"));
            faults.push(fault.help(help).of_one_cause());
        }
        method
    }

    /// The edition that a text names.
    pub(super) fn edition(&self, text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<&'l Catalog> {
        let id = match EditionId::parse(&text.value) {
            Ok(id) => id,
            Err(why) => {
                let fault = bad_id(text, "edition", why);
                let fault = match self.by_alias(&text.value) {
                    Some(edition) => fault.help(format!("write {edition}")),
                    None => fault,
                };
                faults.push(fault.of_one_cause());
                return None;
            }
        };
        let catalog = self.library.catalog(&id);
        if catalog.is_none() && !self.has_unread && !self.incomplete.contains(&id) {
            faults.push(
                Diagnostic::new(Rule::UnknownEdition, text.span, format!("there is no edition {id}"))
                    .help(self.near_edition(&text.value))
                    .of_one_cause(),
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
                faults.push(bad_id(text, "clause", why));
                return None;
            }
            if text.is_unquoted {
                faults.push(unquoted(text));
            }
            if !self.incomplete.contains(&catalog.id) {
                let help = match odd_character(number) {
                    Some(odd) if catalog.find(&plain(number)).is_some() => {
                        Some(format!("{odd}: write {}", plain(number)))
                    }
                    Some(_) | None => self.near_clause(catalog, number),
                };
                let message = format!("{} has no clause {number}", catalog.id);
                faults.push(Diagnostic::new(Rule::UnknownClause, text.span, message).maybe_help(help).of_one_cause());
            }
            return None;
        };
        if text.is_unquoted {
            faults.push(unquoted(text));
        }
        Some((ClauseId { edition: catalog.id.clone(), number: clause.number.clone() }, clause))
    }

    /// Whether a clause contains a requirement; a fault if it does not. `act` says what was done with it.
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
                .help("it contains no requirement; remove it"),
            );
        }
        asks
    }

    fn by_alias(&self, text: &str) -> Option<&'l EditionId> {
        self.library.catalog_called(text).map(|catalog| &catalog.id)
    }

    fn near_edition(&self, text: &str) -> String {
        if let Some(edition) = self.by_alias(text) {
            return format!("write {edition}");
        }
        let search = || name::near_edition(text, self.library);
        match self.near.find(text, self.library.catalogs().count(), search) {
            Some(near) => near,
            None => "`xwalk list editions` shows the available editions; --standards DIR adds a folder of your own"
                .to_owned(),
        }
    }

    /// Looking for near clauses takes a pass over the catalog, so it is done for the first texts only.
    fn near_clause(&self, catalog: &Catalog, number: &str) -> Option<String> {
        let text = format!("{}/{number}", catalog.id);
        if let Some(known) = self.near.known(&text) {
            return known;
        }
        self.searches_left.set(self.searches_left.get().checked_sub(1)?);
        let search = || {
            // Written otherwise it is the very clause.
            let mut same = catalog.clauses().iter().filter(|clause| name::is_same(number, clause.number.as_str()));
            if let (Some(clause), None) = (same.next(), same.next()) {
                return Some(format!("write {}", clause.number));
            }
            let near = clauses_near(catalog, number);
            Some(match self.elsewhere(catalog, number) {
                Some(elsewhere) => format!("{near}; {elsewhere}"),
                None => near,
            })
        };
        self.near.find(&text, catalog.clauses().len(), search)
    }

    /// Where a number is a clause: with or without the letter of an annex before it, or in another edition of the
    /// standard.
    fn elsewhere(&self, catalog: &Catalog, number: &str) -> Option<String> {
        let is_letter = |start: &&str| start.starts_with(char::is_alphabetic) && !number.starts_with(*start);
        let starts = catalog.clauses().iter().filter_map(|clause| Some(clause.number.as_str().split_once('.')?.0));
        let mut with: Vec<String> = starts.filter(is_letter).map(|start| format!("{start}.{number}")).collect();
        with.dedup();
        let is_letters = |start: &str| !start.is_empty() && start.chars().all(char::is_alphabetic);
        let without = number.split_once('.').filter(|(start, _)| is_letters(start));
        let mut readings = with.iter().map(String::as_str).chain(without.map(|(_, rest)| rest));
        let own = readings.find_map(|number| catalog.find(number));
        let own = own.map(|clause| format!("it has {}", clause.number));
        let others = self.library.editions_of(catalog.id.standard()).filter(|other| other.id != catalog.id);
        let has = |other: &&Catalog| other.find(number).is_some();
        let editions: Vec<&str> = others.filter(has).map(|other| other.id.as_str()).collect();
        let elsewhere = (!editions.is_empty()).then(|| format!("{number} is a clause of {}", editions.join(" and ")));
        let found: Vec<String> = own.into_iter().chain(elsewhere).collect();
        (!found.is_empty()).then(|| found.join("; "))
    }
}

/// The clauses of an edition that a number may have meant, in words.
fn clauses_near(catalog: &Catalog, number: &str) -> String {
    const FURTHEST: usize = 2;
    let chapter = |number: &str| number.split('.').next().unwrap_or("").to_lowercase();
    let (own_chapter, length) = (chapter(number), number.chars().count());
    let mut near: Vec<(bool, bool, usize, usize)> = Vec::new();
    for (at, clause) in catalog.clauses().iter().enumerate() {
        let other = clause.number.as_str();
        // The distance is at least the difference in length, which is faster to find.
        if other.chars().count().abs_diff(length) > FURTHEST {
            continue;
        }
        let distance = strsim::damerau_levenshtein(number, other);
        // Of another chapter only what is one slip away.
        let is_elsewhere = chapter(other) != own_chapter;
        let is_same = name::is_same(number, other);
        if is_same || distance <= if is_elsewhere { 1 } else { FURTHEST } {
            near.push((!is_same, is_elsewhere, distance, at));
        }
    }
    near.sort_unstable();
    let near: Vec<String> = near.iter().take(3).map(|(.., at)| catalog.clauses()[*at].number.to_string()).collect();
    match near.as_slice() {
        [] => format!("`xwalk show {}` lists its clauses", catalog.id),
        [one] => format!("the nearest is {one}"),
        [first, second] => format!("the nearest are {first} and {second}"),
        [first, second, third, ..] => format!("the nearest are {first}, {second} and {third}"),
    }
}

/// A warning: the id is not text to other YAML readers.
pub(super) fn unquoted(text: &Scalar) -> Diagnostic {
    Diagnostic::new(
        Rule::UnquotedId,
        text.span,
        format!("the id {} is not in quotes, so other YAML readers change it", text.shown()),
    )
    .help(format!("write \"{}\"", text.shown()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Resolver;
    use crate::load::raw::Scalar;
    use crate::load::{Files, library};
    use crate::source::{Sources, Span};

    #[test]
    fn a_number_that_is_only_written_otherwise_is_the_clause_that_is_meant() {
        let mut sources = Sources::default();
        let text = "xwalk: catalog/1\nid: made:1\ntitle: Made\nclauses: { \"4\": A, \"A.5.1\": B, \"A.5.4\": C, \"A.5.40\": D }\n";
        let file = sources.add("made-1.yaml", text);
        let mut files = Files::default();
        files.read(&sources, file);
        let (library, _) = library(&sources, files).sound().unwrap();
        let (catalog, incomplete) = (library.catalogs().next().unwrap(), BTreeSet::new());
        let resolver = Resolver::new(&library, &incomplete, false);
        for (number, expected) in [
            ("A5.4", "write A.5.4"),
            ("a-5.40", "write A.5.40"),
            ("A5.2", "`xwalk show made:1` lists its clauses"),
            ("A.4", "the nearest is A.5.4; it has 4"),
            ("5.4", "`xwalk show made:1` lists its clauses; it has A.5.4"),
        ] {
            let text = Scalar { value: number.to_owned().into(), span: Span::start_of(file), is_unquoted: false };
            let mut faults = Vec::new();
            assert!(resolver.clause_of(catalog, number, &text, &mut faults).is_none());
            assert_eq!(faults.pop().unwrap().help.as_deref(), Some(expected), "{number}");
        }
    }

    #[test]
    fn the_first_two_hundred_texts_of_a_file_are_told_what_is_near_as_often_as_they_stand() {
        let mut sources = Sources::default();
        let text =
            "xwalk: catalog/1\nid: made:1\ntitle: Made\nclauses: { \"4.1\": A, \"4.12\": B, \"5.1\": C, \"7\": D }\n";
        let file = sources.add("made-1.yaml", text);
        let mut files = Files::default();
        files.read(&sources, file);
        let (library, _) = library(&sources, files).sound().unwrap();
        let (catalog, incomplete) = (library.catalogs().next().unwrap(), BTreeSet::new());
        let resolver = Resolver::new(&library, &incomplete, false);
        let help = |number: &str| {
            let text = Scalar { value: number.to_owned().into(), span: Span::start_of(file), is_unquoted: false };
            let mut faults = Vec::new();
            assert!(resolver.clause_of(catalog, number, &text, &mut faults).is_none());
            faults.pop().unwrap().help
        };
        let near = Some("the nearest are 4.1 and 4.12".to_owned());
        let none = Some("`xwalk show made:1` lists its clauses".to_owned());
        assert_eq!(help("4.13"), near);
        assert_eq!(help("4.123"), Some("the nearest are 4.12 and 4.1".to_owned()));
        for number in 2..200 {
            assert_eq!(help(&format!("unknown-{number}")), none);
        }
        assert_eq!(help("unknown-200"), None);
        assert_eq!(help("4.13"), near);
        resolver.begin_file();
        assert_eq!(help("unknown-200"), none);
    }
}
