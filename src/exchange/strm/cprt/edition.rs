//! A document of an export as an edition with its clauses.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::structure::Structure;
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::content::Choices;
use crate::exchange::names::{self, Numbers};
use crate::exchange::strm::source::{Document, Element, Export, Word};
use crate::load::raw::{self, Scalar};
use crate::model::EditionId;
use crate::source::{FileId, Span};

/// A document with its clauses, in their order.
#[derive(Debug)]
pub(super) struct Edition {
    pub(super) document: Scalar,
    pub(super) id: EditionId,
    title: Scalar,
    source: Option<Scalar>,
    clauses: Vec<Clause>,
    /// How many elements it has, and of which kinds those are that became no clauses.
    pub(super) elements: usize,
    pub(super) others: BTreeMap<String, (usize, Span)>,
}

#[derive(Debug)]
struct Clause {
    identifier: Scalar,
    kind: String,
    title: Option<Scalar>,
    text: Option<Scalar>,
    parent: Option<String>,
    is_withdrawn: bool,
    successors: Vec<Scalar>,
}

/// The documents that are described, or are named by elements and described nowhere.
pub(super) fn documents<'e, 't>(export: &'e Export<'t>) -> Vec<Document<'t>> {
    let mut documents: Vec<Document<'t>> = Vec::new();
    let own = export.documents.iter().map(|document| {
        let Document { doc_identifier, name, version, website } = document;
        Document {
            doc_identifier: doc_identifier.clone(),
            name: name.clone(),
            version: version.clone(),
            website: website.clone(),
        }
    });
    let named = export
        .elements
        .iter()
        .map(|element| Document { doc_identifier: element.doc_identifier.clone(), ..Document::default() });
    let mut known = HashSet::new();
    for document in own.chain(named) {
        if known.insert(document.doc_identifier.text.to_string()) {
            documents.push(document);
        }
    }
    documents
}

/// The edition that a document is: the last three numbers of its identifier are its version.
pub(super) fn edition_id(identifier: &str) -> Option<EditionId> {
    let parts: Vec<&str> = identifier.split('_').collect();
    let is_number = |part: &&&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = parts.iter().rev().take_while(is_number).count();
    let nist = |standard: &str| match names::slug(&standard.replace('_', "-")) {
        slug if slug.starts_with("nist") => slug,
        slug => format!("nist-{slug}"),
    };
    if numbers >= 3 && parts.len() > 3 {
        let (standard, version) = parts.split_at(parts.len() - 3);
        return EditionId::parse(&format!("{}:{}", nist(&standard.join("-")), version.join("."))).ok();
    }
    names::edition(&nist(identifier))
}

/// A document as an edition; nothing if none of its elements is a clause.
pub(super) fn edition(
    document: &Document<'_>,
    export: &Export<'_>,
    text: &str,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Option<Edition> {
    let identifier = document.doc_identifier.scalar(text, file);
    let Some(id) = edition_id(&identifier.value) else {
        let message = format!("the document {} has no name that is valid for an edition", identifier.shown());
        faults.push(Diagnostic::new(Rule::LeftOut, identifier.span, message));
        return None;
    };
    let is_own = |word: &Word<'_>| word.text.trim() == identifier.value.as_str() || word.is_empty();
    let elements: Vec<&Element<'_>> =
        export.elements.iter().filter(|element| is_own(&element.doc_identifier)).collect();
    let structure = Structure::of(&elements, export);
    let (mut clauses, mut others) = (Vec::new(), BTreeMap::new());
    for element in &elements {
        let name = element.element_identifier.text.trim();
        if structure.is_clause(element) {
            let words = |word: &Word<'_>| (!word.is_empty()).then(|| word.scalar(text, file));
            clauses.push(Clause {
                identifier: element.element_identifier.scalar(text, file),
                kind: element.element_type.text.trim().to_owned(),
                title: words(&element.title),
                text: words(&element.text),
                parent: structure.parent(name).map(str::to_owned),
                is_withdrawn: structure.withdrawn.contains(name),
                successors: structure.successors(name).map(|word| word.scalar(text, file)).collect(),
            });
        } else {
            let place = element.element_identifier.span(text, file);
            others.entry(element.element_type.text.trim().to_owned()).or_insert((0, place)).0 += 1;
        }
    }
    let order: Vec<String> = structure.order(clauses.iter().map(|clause| clause.identifier.value.as_str()));
    let position: HashMap<&str, usize> = order.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    clauses.sort_by_key(|clause| position.get(clause.identifier.value.as_str()).copied());
    let name = document.name.scalar(text, file);
    let title = if name.value.is_empty() { identifier.clone() } else { name };
    let source = (!document.website.is_empty()).then(|| document.website.scalar(text, file));
    (!clauses.is_empty()).then_some(Edition {
        document: identifier,
        id,
        title,
        source,
        clauses,
        elements: elements.len(),
        others,
    })
}

impl Edition {
    /// The edition as a file of ours would say it.
    pub(super) fn catalog(&self, choices: Choices) -> raw::Catalog {
        let at = self.document.span;
        let text = |text: &str| Some(Scalar::new(text.to_owned(), at));
        let mut numbers = Numbers::default();
        let mut given: HashMap<&str, String> = HashMap::new();
        for clause in &self.clauses {
            if let Some(number) = numbers.number(&clause.identifier.value) {
                given.entry(clause.identifier.value.as_str()).or_insert_with(|| number.to_string());
            }
        }
        let clause = |clause: &Clause| {
            let number = given.get(clause.identifier.value.as_str())?;
            let attribute = |key: &str, value: &Scalar| (Scalar::new(key.to_owned(), value.span), value.clone());
            let own = |value: &str| Scalar::new(value.to_owned(), clause.identifier.span);
            let mut attributes =
                vec![attribute("element-type", &own(&clause.kind)), attribute("uri", &own(&self.uri(clause)))];
            if clause.is_withdrawn {
                attributes.push(attribute("status", &own("withdrawn")));
            }
            attributes.extend(clause.successors.iter().map(|successor| attribute("successors", successor)));
            attributes.extend(clause.text.iter().filter(|_| choices.with_text).map(|text| attribute("text", text)));
            let parent = clause.parent.as_deref().and_then(|parent| given.get(parent));
            Some(raw::Clause {
                title: clause.title.clone().or_else(|| Some(clause.identifier.clone())),
                kind: clause.is_withdrawn.then(|| own("informative")),
                parent: parent.map_or(raw::Parent::Nothing, |parent| raw::Parent::Named(own(parent))),
                attributes,
                ..raw::Clause::empty(Scalar::new(number.clone(), clause.identifier.span))
            })
        };
        raw::Catalog {
            id: text(self.id.as_str()),
            title: Some(self.title.clone()),
            publisher: text("NIST"),
            aliases: vec![self.document.clone()],
            kind: text("control-set"),
            source: self.source.clone().or_else(|| text("NIST's Cybersecurity and Privacy Reference Tool")),
            confidence: text("high"),
            provenance: text("published"),
            clauses: self.clauses.iter().filter_map(clause).collect(),
            ..raw::Catalog::empty(at)
        }
    }

    /// The name of an element in all documents.
    fn uri(&self, clause: &Clause) -> String {
        format!("{}:{}", self.document.value, clause.identifier.value)
    }
}
