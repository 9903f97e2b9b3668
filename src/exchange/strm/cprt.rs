//! Exports of NIST's Cybersecurity and Privacy Reference Tool, in JSON.
//!
//! | there | here |
//! |---|---|
//! | a document | an edition: `SP_800_171_3_0_0` is `nist-sp-800-171:3.0.0`, known by the old name as well |
//! | an element that others of the published core stand under, or that stands under one | a clause |
//! | an element that describes another (a discussion, an examination, a parameter, …) | left out, counted |
//! | a withdrawn element | an informative clause, `status: withdrawn`, with what took its place as `successors` |
//! | `projection` | what stands under what |
//! | `external_reference` to an element of another document | a `related` row |
//!
//! An external reference says that two elements have to do with each other, and not how; it gives no level.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::source::{Document, Element, Export, Word, wrong_kinds};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::content::{Choices, Content, Count, ForeignFile};
use crate::exchange::editions::EditionNames;
use crate::exchange::forms::{Forms, form};
use crate::exchange::json_words::plain;
use crate::exchange::names::{self, Numbers};
use crate::exchange::tally::Tally;
use crate::load::raw::{self, Scalar};
use crate::model::{Catalog, ClauseKind, EditionId, Library, TableId};
use crate::source::{FileId, Sources, Span};

/// The kinds of elements that describe others. What is of none of these, and is not called after another, is a clause.
const DESCRIPTIONS: [&str; 19] = [
    "about",
    "determination",
    "discussion",
    "documentation",
    "examine",
    "implementation_example",
    "interview",
    "odp",
    "odp_statement",
    "odp_type",
    "party",
    "reference",
    "related",
    "security_requirement",
    "sort",
    "suggested_action",
    "test",
    "transparency",
    WITHDRAWN,
];

/// The kind of an element that says why another was withdrawn.
const WITHDRAWN: &str = "withdraw_reason";

/// An export whose text was parsed.
#[derive(Debug)]
struct CprtExport {
    file: FileId,
    editions: Vec<Edition>,
    references: Vec<Reference>,
    /// How many relationships there are, and what they are that are no references.
    relationships: usize,
    structure: usize,
}

/// A document with its clauses, in their order.
#[derive(Debug)]
struct Edition {
    document: Scalar,
    id: EditionId,
    title: Scalar,
    source: Option<Scalar>,
    clauses: Vec<Clause>,
    /// How many elements it has, and of which kinds those are that became no clauses.
    elements: usize,
    others: BTreeMap<String, (usize, Span)>,
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

/// A reference from an element of one document to one of another.
#[derive(Debug)]
struct Reference {
    from: Scalar,
    from_document: String,
    to: Scalar,
    to_document: String,
}

/// Parses a file; faults where it is none.
pub(in crate::exchange) fn read(
    sources: &Sources,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Option<Box<dyn ForeignFile>> {
    let text = sources.get(file).text();
    let export: Export<'_> = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(export) => export,
        Err(error) => {
            if error.is_data() {
                faults.extend(wrong_kinds(text, file));
                return None;
            }
            let at = offset_of(text, error.line(), error.column());
            let message = error.to_string();
            let message = plain(message.split(" at line ").next().unwrap_or_default());
            let fault = Diagnostic::new(Rule::Syntax, Span { file, start: at, end: at }, message);
            faults.push(fault.help("download the export again"));
            return None;
        }
    };
    let references = references(&export, text, file);
    let relationships = export.relationships.len();
    let structure = relationships - references.len();
    let documents = documents(&export);
    let editions: Vec<Edition> =
        documents.iter().filter_map(|document| edition(document, &export, text, file, faults)).collect();
    Some(Box::new(CprtExport { file, editions, references, relationships, structure }))
}

/// Where a line and a column are, both from one.
fn offset_of(text: &str, line: usize, column: usize) -> u32 {
    let start = crate::source::line_starts(text).nth(line.saturating_sub(1)).unwrap_or(text.len());
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The documents that are described, or are named by elements and described nowhere.
fn documents<'e, 't>(export: &'e Export<'t>) -> Vec<Document<'t>> {
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
fn edition_id(identifier: &str) -> Option<EditionId> {
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

fn edition(
    document: &Document<'_>,
    export: &Export<'_>,
    text: &str,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Option<Edition> {
    let identifier = document.doc_identifier.scalar(text, file);
    let Some(id) = edition_id(&identifier.value) else {
        let message = format!("the document {} has no name that an edition can have", identifier.shown());
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

/// What stands under what.
struct Structure<'e> {
    clauses: HashSet<&'e str>,
    parents: HashMap<&'e str, &'e str>,
    withdrawn: HashSet<&'e str>,
    reasons: HashMap<&'e str, Vec<&'e Word<'e>>>,
    sort: HashMap<&'e str, &'e str>,
}

impl<'e> Structure<'e> {
    fn of(elements: &[&'e Element<'e>], export: &'e Export<'e>) -> Self {
        let kind: HashMap<&str, &str> = elements
            .iter()
            .map(|element| (element.element_identifier.text.trim(), element.element_type.text.trim()))
            .collect();
        let clauses: HashSet<&str> =
            kind.iter().filter(|(_, kind)| !DESCRIPTIONS.contains(*kind)).map(|(name, _)| *name).collect();
        let (mut parents, mut withdrawn, mut reasons) =
            (HashMap::new(), HashSet::new(), HashMap::<&str, Vec<&Word<'_>>>::new());
        let mut reason_of: HashMap<&str, &str> = HashMap::new();
        for relationship in &export.relationships {
            let from = relationship.source_element_identifier.text.trim();
            let to = relationship.dest_element_identifier.text.trim();
            match relationship.relationship_identifier.text.trim() {
                "projection" if kind.get(to) == Some(&WITHDRAWN) => {
                    withdrawn.insert(from);
                    reason_of.insert(to, from);
                }
                "projection" if clauses.contains(from) && clauses.contains(to) && from != to => {
                    parents.entry(to).or_insert(from);
                }
                "incorporated_into" | "moved_to" | "addressed_by" => {
                    reasons.entry(from).or_default().push(&relationship.dest_element_identifier);
                }
                _ => {}
            }
        }
        let reasons =
            reasons.into_iter().map(|(reason, to)| (reason_of.get(reason).copied().unwrap_or(reason), to)).collect();
        let sorts = elements.iter().filter(|element| element.element_type.text.trim() == "sort");
        let sort = sorts.filter_map(|element| {
            Some((element.element_identifier.text.trim().strip_prefix("S-")?, element.title.text.trim()))
        });
        Self { clauses, parents, withdrawn, reasons, sort: sort.collect() }
    }

    fn is_clause(&self, element: &Element<'_>) -> bool {
        self.clauses.contains(element.element_identifier.text.trim())
    }

    /// What a clause stands under; nothing where that leads back to itself.
    fn parent(&self, name: &str) -> Option<&'e str> {
        let parent = *self.parents.get(name)?;
        let mut above = Some(parent);
        let mut seen = HashSet::new();
        while let Some(at) = above {
            if at == name || !seen.insert(at) {
                return None;
            }
            above = self.parents.get(at).copied();
        }
        Some(parent)
    }

    fn successors(&self, name: &str) -> impl Iterator<Item = &'e Word<'e>> {
        self.reasons.get(name).into_iter().flatten().copied()
    }

    /// Clauses in the order that the export says, else in that of their numbers, each before what stands under it.
    fn order<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        let mut keys: Vec<(Vec<String>, String)> = names
            .map(|name| {
                let above = std::iter::successors(Some(name), |name| self.parent(name));
                let mut way: Vec<String> = above.map(|name| self.key(name)).collect();
                way.reverse();
                (way, name.to_owned())
            })
            .collect();
        keys.sort();
        keys.into_iter().map(|(_, name)| name).collect()
    }

    /// A text by which names are in the order of their numbers.
    fn key(&self, name: &str) -> String {
        if let Some(sort) = self.sort.get(name) {
            return (*sort).to_owned();
        }
        let mut key = String::new();
        let mut digits = String::new();
        for c in form(name).chars().chain(['\0']) {
            if c.is_ascii_digit() {
                digits.push(c);
                continue;
            }
            if !digits.is_empty() {
                key += &format!("{digits:0>8}");
                digits.clear();
            }
            key.push(c);
        }
        key
    }
}

/// The references to elements of other documents, or of none that is there.
fn references(export: &Export<'_>, text: &str, file: FileId) -> Vec<Reference> {
    let references = export.relationships.iter();
    let references =
        references.filter(|relationship| relationship.relationship_identifier.text.trim() == "external_reference");
    let reference = references.map(|relationship| Reference {
        from: relationship.source_element_identifier.scalar(text, file),
        from_document: relationship.source_doc_identifier.text.trim().to_owned(),
        to: relationship.dest_element_identifier.scalar(text, file),
        to_document: relationship.dest_doc_identifier.text.trim().to_owned(),
    });
    reference.collect()
}

impl ForeignFile for CprtExport {
    fn catalogs(&mut self, _sources: &Sources, choices: Choices, out: &mut Content) {
        for edition in &self.editions {
            let catalog = edition.catalog(choices);
            let left_out =
                edition.others.iter().map(|(kind, (count, _))| (format!("elements of the kind {kind}"), *count));
            out.counts.push(Count {
                file: self.file,
                what: "elements",
                read: edition.elements,
                taken: catalog.clauses.len(),
                left_out: left_out.collect(),
            });
            let count: usize = edition.others.values().map(|(count, _)| count).sum();
            if let Some((_, (_, first))) = edition.others.iter().min_by_key(|(_, (_, first))| *first) {
                let kinds: Vec<&str> = edition.others.keys().map(String::as_str).collect();
                let message = format!(
                    "elements left out that describe others and are no clauses ({}): {count}",
                    kinds.join(", ")
                );
                out.faults.push(Diagnostic::new(Rule::LeftOut, *first, message));
            }
            out.catalogs.push(catalog);
        }
    }

    fn tables(&mut self, library: &Library, _choices: Choices, out: &mut Content) {
        let mut tally = Tally::default();
        let (names, mut forms) = (EditionNames::of(library), Forms::default());
        let mut pairs: BTreeMap<(EditionId, EditionId), Vec<raw::Row>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut taken = 0;
        for reference in &self.references {
            let to_edition = || {
                let id = edition_id(&reference.to_document)?;
                library.catalog(&id).or_else(|| names.find(&reference.to_document, None))
            };
            let from_edition =
                self.editions.iter().find(|edition| edition.document.value.as_str() == reference.from_document);
            let from_edition = from_edition.and_then(|edition| library.catalog(&edition.id));
            let (Some(from_edition), Some(to_edition)) = (from_edition, to_edition()) else {
                let what = format!("references left out since no edition is known as {}", reference.to_document);
                tally.leave_out_with(
                    what,
                    "add its catalog with --standards",
                    reference.to.span,
                    reference.to.value.as_str(),
                );
                continue;
            };
            let mut end = |catalog, name: &Scalar| clause(catalog, name, &mut forms, &mut tally);
            let (Some(from), Some(to)) = (end(from_edition, &reference.from), end(to_edition, &reference.to)) else {
                continue;
            };
            if (&from_edition.id, &from.value) == (&to_edition.id, &to.value)
                || !seen.insert((from_edition.id.clone(), from.value.clone(), to_edition.id.clone(), to.value.clone()))
            {
                tally.leave_out(
                    "references left out that say again what another says",
                    reference.to.span,
                    to.value.as_str(),
                );
                continue;
            }
            taken += 1;
            pairs.entry((from_edition.id.clone(), to_edition.id.clone())).or_default().push(related(from, to));
        }
        let left_out = tally.left_out().into_iter();
        let structure = [("relationships of the structure".to_owned(), self.structure)];
        let left_out = left_out.chain(structure).filter(|(_, count)| *count > 0).collect();
        out.counts.push(Count { file: self.file, what: "relationships", read: self.relationships, taken, left_out });
        out.tables.extend(pairs.into_iter().map(|(pair, rows)| self.table(pair, rows, library)));
        out.faults.extend(tally.finish());
    }
}

/// The clause that an element of a document is; what is none is counted.
fn clause<'l>(catalog: &'l Catalog, name: &Scalar, forms: &mut Forms<'l>, tally: &mut Tally) -> Option<Scalar> {
    let plain = Numbers::default().number(&name.value);
    let exact = catalog.find(&name.value).or_else(|| catalog.find(plain.as_ref()?.as_str()));
    let Some(clause) = exact.or_else(|| forms.clause(catalog, &name.value)) else {
        tally.leave_out(
            format!("references left out since {} has no such clause", catalog.id),
            name.span,
            name.value.as_str(),
        );
        return None;
    };
    if clause.kind == ClauseKind::Informative {
        tally.leave_out(
            format!("references left out since the clause of {} is informative", catalog.id),
            name.span,
            name.value.as_str(),
        );
        return None;
    }
    Some(Scalar::new(clause.number.to_string(), name.span))
}

fn related(from: Scalar, to: Scalar) -> raw::Row {
    let span = from.span;
    let relation = Some(Scalar::new("related", span));
    raw::Row { relation, from: vec![from], to: vec![to], ..raw::Row::empty(span) }
}

impl CprtExport {
    fn table(&self, (from, to): (EditionId, EditionId), rows: Vec<raw::Row>, library: &Library) -> raw::Relations {
        let start = Span::start_of(self.file);
        let text = |text: &str| Some(Scalar::new(text.to_owned(), start));
        let id = format!("{from}--{to}").replace(':', "-");
        let is_free = |id: &String| TableId::parse(id).is_ok_and(|id| library.table(&id).is_none());
        let id = [id.clone(), format!("{id}--cprt")].into_iter().find(is_free).unwrap_or(id);
        raw::Relations {
            id: text(&id),
            from: text(from.as_str()),
            to: text(to.as_str()),
            version: text("1"),
            source: text("External references of NIST's Cybersecurity and Privacy Reference Tool"),
            confidence: text("high"),
            provenance: text("published"),
            mapper: text("NIST"),
            rows,
            ..raw::Relations::empty(start)
        }
    }
}

impl Edition {
    fn catalog(&self, choices: Choices) -> raw::Catalog {
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
