//! Documents of OSCAL are read: which model one is of, and what becomes of it.

mod answer;
mod catalog;
mod clauses;
mod collection;
mod described;
mod document;
mod edition;
mod entries;
mod entry;
mod evidence;
mod headings;
mod mapping;
mod model;
mod parse;
mod pick;
mod profile;
mod reference;
mod report;
mod results;
mod said;
mod tree;
mod verdict;
mod word;
mod yaml;
mod yaml_faults;

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::content::{Choices, Content, ForeignFile, Known};
use crate::model::Library;
use crate::source::{FileId, Sources};
use collection::MappingCollection;
use described::Described;
use document::Document;
use model::Profile;
use profile::{Resolution, Ties};
use report::AssessmentResults;
use word::Places;

/// Parses a file; faults if it is none.
pub(crate) fn read(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Box<dyn ForeignFile>> {
    let text = sources.get(file).text();
    let places = Places::of(text, file);
    let document = match parse::document(text, places) {
        Ok(document) => document,
        Err(found) => {
            faults.extend(found);
            return None;
        }
    };
    let model = match document {
        Document { catalog: Some(catalog), .. } => Model::Catalog(Some(Box::new(catalog::read(&catalog, places)))),
        Document { profile: Some(profile), .. } => Model::Profile(Box::new(profile), None),
        Document { mapping_collection: Some(collection), .. } => Model::Mapping(Box::new(collection)),
        Document { assessment_results: Some(results), .. } => Model::Results(Box::new(results)),
        _ => {
            let message = "the document belongs to a model of OSCAL that contains no clauses and is left out";
            let help = "catalogs, profiles, mapping collections and assessment results are read";
            faults.push(Diagnostic::new(Rule::LeftOut, places.top(), message).help(help));
            return None;
        }
    };
    Some(Box::new(OscalFile { places, model, files: HashMap::new() }))
}

/// A document that was parsed.
struct OscalFile {
    places: Places,
    model: Model,
    /// The names of files by the editions that they describe.
    files: HashMap<String, String>,
}

enum Model {
    /// An edition, until it is handed over.
    Catalog(Option<Box<Described>>),
    /// A selection, and its tables as soon as it is resolved.
    Profile(Box<Profile>, Option<Ties>),
    Mapping(Box<MappingCollection>),
    Results(Box<AssessmentResults>),
}

impl ForeignFile for OscalFile {
    fn catalogs(&mut self, _sources: &Sources, choices: Choices, out: &mut Content) {
        if let Model::Catalog(described) = &mut self.model
            && let Some(described) = described.take()
        {
            described.put(choices, out);
        }
    }

    fn selections(&mut self, known: Known<'_>, _choices: Choices, out: &mut Content) -> bool {
        match &mut self.model {
            Model::Catalog(_) => false,
            Model::Profile(profile, ties) => match profile::resolve(profile, known, self.places, out) {
                Resolution::Waits => true,
                Resolution::Done(found) => {
                    *ties = found;
                    false
                }
            },
            // Names of files are complete when nothing more comes.
            Model::Mapping(_) | Model::Results(_) => {
                let named = known.catalogs.iter().filter_map(|catalog| {
                    let name = known.sources.get(catalog.span.file).name();
                    Some((catalog.id.as_ref()?.value.to_string(), name.to_owned()))
                });
                self.files = named.collect();
                !known.is_last
            }
        }
    }

    fn tables(&mut self, library: &Library, _choices: Choices, out: &mut Content) {
        match &self.model {
            Model::Profile(_, Some(ties)) => ties.tables(library, out),
            Model::Mapping(collection) => mapping::tables(collection, library, &self.files, self.places, out),
            Model::Catalog(_) | Model::Profile(_, None) | Model::Results(_) => {}
        }
    }

    fn assessments(&mut self, library: &Library, _choices: Choices, out: &mut Content) {
        if let Model::Results(results) = &self.model {
            results::assessments(results, library, &self.files, self.places, out);
        }
    }
}
