//! Libraries of CISO Assistant: what is read of small ones with every trap of the real ones, and what is written for it.

#[path = "ciso/catalog.rs"]
mod catalog;
#[path = "ciso/table.rs"]
mod table;
#[path = "ciso/write.rs"]
mod write;

use xwalk::exchange::content::{Choices, Count};
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::load::{self, Files, Loaded};
use xwalk::model::{Catalog, Clause, EditionId, Library, Table, TableId};
use xwalk::source::Sources;

/// What was read of some files: a library, what is reported of them, and how much of each was taken.
struct Read {
    sources: Sources,
    library: Library,
    /// Rule, file, line, column and message of each diagnostic.
    told: Vec<String>,
    counts: Vec<Count>,
}

impl Read {
    /// Reads libraries of CISO Assistant, and files of xwalk's own beside them.
    fn new(files: &[(&str, &str)]) -> Self {
        Self::with(files, Choices::default())
    }

    fn with(files: &[(&str, &str)], choices: Choices) -> Self {
        let (mut sources, mut own, mut foreign) = (Sources::default(), Files::default(), Vec::new());
        for (name, text) in files {
            let file = sources.add(*name, (*text).to_owned());
            match Format::of(text) {
                Some(format) => {
                    assert_eq!(format, Format::CisoAssistant, "{name}");
                    foreign.push((file, format));
                }
                None => own.read(&sources, file),
            }
        }
        let mut counts = ForeignFiles::read(&sources, &foreign).add_to(&mut own, &sources, choices);
        let loaded: Loaded<Library> = load::library(&sources, own);
        let (library, diagnostics) = loaded.into_parts();
        let tables = ForeignFiles::read(&sources, &foreign).tables(&library, choices);
        counts.extend(tables.into_iter().flat_map(|(_, content)| content.counts));
        let told = diagnostics.iter().map(|told| {
            let place = sources.position(told.span);
            let file = sources.get(told.span.file).name();
            format!("{} {file}:{}:{} {}", told.rule.id(), place.line, place.column, told.message)
        });
        let told = told.collect();
        Self { sources, library, told, counts }
    }

    fn catalog(&self, id: &str) -> &Catalog {
        self.library.catalog(&EditionId::parse(id).unwrap()).unwrap_or_else(|| panic!("no {id}: {:#?}", self.told))
    }

    fn clause(&self, edition: &str, number: &str) -> &Clause {
        self.catalog(edition).find(number).unwrap_or_else(|| panic!("no {number} in {edition}"))
    }

    fn table(&self, id: &str) -> &Table {
        self.library.table(&TableId::parse(id).unwrap()).unwrap_or_else(|| panic!("no {id}: {:#?}", self.told))
    }

    /// The rows of a table, as `from to forward reverse confidence`, with `?` for what is not stated.
    fn rows(&self, id: &str) -> Vec<String> {
        let rows = self.table(id).rows.iter().map(|row| {
            let reverse = row.reverse.map_or("?".to_owned(), |reverse| reverse.to_string());
            let from: Vec<&str> = row.from.iter().map(|clause| clause.number.as_str()).collect();
            format!("{} {} {} {reverse} {}", from.join("+"), row.to.number, row.forward, row.confidence)
        });
        rows.collect()
    }

    /// The counts of one kind of things; they add up.
    fn count(&self, what: &str) -> (usize, usize, Vec<usize>) {
        let found: Vec<&Count> = self.counts.iter().filter(|count| count.what == what).collect();
        for count in &found {
            assert_eq!(count.read, count.taken + count.left_out.iter().map(|(_, count)| count).sum::<usize>());
        }
        let sum = |number: fn(&Count) -> usize| found.iter().map(|count| number(count)).sum();
        let left_out = found.iter().flat_map(|count| count.left_out.iter().map(|(_, count)| *count));
        (sum(|count| count.read), sum(|count| count.taken), left_out.collect())
    }
}
