//! The bundled library, with an assessment where a test has one, and questions of both.

#[path = "../common/world.rs"]
mod world;

use std::collections::BTreeMap;

use xwalk::bundled;
use xwalk::model::{Catalog, EditionId, Method, MethodId, Step, Table, TableId};
use xwalk::query::{Question, Settings};
use xwalk::render::{Csv, Format, Page};
use xwalk::report::Document;
use xwalk::source::Sources;
use xwalk::survey::{Map, MapRow, Show};

pub(crate) use world::World as Bundled;

/// A row of an answer: its cells as programs get them, by their keys.
pub(crate) type Row = BTreeMap<String, String>;

impl Bundled {
    /// What is bundled.
    pub(crate) fn new() -> Self {
        Self::with(None, None)
    }

    /// What is bundled, and a file of the user's own with its name.
    pub(crate) fn with_own(name: &str, text: &str) -> Self {
        Self::with(Some((name, text)), None)
    }

    /// What is bundled, and an assessment.
    pub(crate) fn assessed(text: &str) -> Self {
        Self::with(None, Some(text))
    }

    fn with(own: Option<(&str, &str)>, assessment: Option<&str>) -> Self {
        let mut sources = Sources::default();
        let mut files = bundled::files(&mut sources);
        if let Some((name, text)) = own {
            let file = sources.add(name.to_owned(), text.to_owned());
            files.read(&sources, file);
        }
        Self::read(sources, files, assessment, &[])
    }

    /// What `xwalk show` says of a name.
    pub(crate) fn show(&self, name: &str) -> Document {
        self.ask(|case| Show { name: name.into() }.document(case.case).unwrap())
    }

    /// The rows of all tables between two editions, and a row for each clause that nothing covers.
    pub(crate) fn map_with(&self, settings: &Settings, from: &str, to: &str) -> Vec<MapRow> {
        let map = Map { from: from.into(), to: to.into(), inferred: false };
        self.ask_with(settings, |case| map.ask(case.case).unwrap().rows)
    }

    /// The same with the usual settings.
    pub(crate) fn map(&self, from: &str, to: &str) -> Vec<MapRow> {
        self.map_with(&Settings::default(), from, to)
    }

    /// An edition.
    pub(crate) fn catalog(&self, id: &str) -> &Catalog {
        self.library.catalog(&EditionId::parse(id).unwrap()).unwrap()
    }

    /// A relation table.
    pub(crate) fn table(&self, id: &str) -> &Table {
        self.library.table(&TableId::parse(id).unwrap()).unwrap()
    }

    /// A method.
    pub(crate) fn method(&self, id: &str) -> &Method {
        self.library.method(&MethodId::parse(id).unwrap()).unwrap()
    }

    /// The title of a clause.
    pub(crate) fn title(&self, edition: &str, number: &str) -> &str {
        &self.catalog(edition).find(number).unwrap().title
    }

    /// The clauses right below one of an edition, or its chapters, each with its title.
    pub(crate) fn below(&self, edition: &str, number: Option<&str>) -> Vec<(&str, &str)> {
        let catalog = self.catalog(edition);
        let clauses = catalog.clauses().iter();
        let parent = number.map(|number| clauses.clone().position(|clause| clause.number.as_str() == number).unwrap());
        clauses
            .filter(|clause| clause.parent == parent)
            .map(|clause| (clause.number.as_str(), clause.title.as_str()))
            .collect()
    }
}

/// The rows of a document's answer, as CSV has them.
pub(crate) fn rows(document: &Document) -> Vec<Row> {
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    Csv.write(document, Page::new(&sources, 80), &mut bytes).unwrap();
    csv::Reader::from_reader(bytes.as_slice()).deserialize().map(Result::unwrap).collect()
}

/// The step of a method with this id.
pub(crate) fn step<'m>(method: &'m Method, id: &str) -> &'m Step {
    method.steps.iter().find(|step| step.id == *id).unwrap()
}

/// Whether a step of a method comes before another, over however many steps.
pub(crate) fn comes_before(method: &Method, earlier: &str, later: &str) -> bool {
    step(method, later).after.iter().any(|before| *before == *earlier || comes_before(method, earlier, before))
}
