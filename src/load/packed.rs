//! The binary form of the bundled library: clauses by position, texts borrowed from the binary.
//!
//! `build.rs` packs what the loader made of `standards/`; a run unpacks it without looking up a single name.

use serde::{Deserialize, Serialize};

use super::word::day;
use crate::model::{
    Amendment, Attributes, Catalog, CatalogKind, Clause, ClauseId, ClauseKind, ClauseNumber, Confidence, EditionId,
    EditionStatus, Library, Lifecycle, Method, MethodId, Profile, Provenance, Relation, Stage, Step, Strength, Table,
    TableId, Transition, Translations,
};
use crate::source::{Span, Text};

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Packed {
    catalogs: Vec<PackedCatalog>,
    tables: Vec<PackedTable>,
    methods: Vec<PackedMethod>,
}

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedCatalog {
    id: Text,
    title: Text,
    publisher: Option<Text>,
    published: Option<Text>,
    currency: Option<EditionStatus>,
    supersedes: Option<Text>,
    superseded_by: Option<Text>,
    /// Its last day, and a remark.
    transition: Option<(Text, Option<Text>)>,
    amendments: Vec<PackedAmendment>,
    aliases: Vec<Text>,
    kind: Option<CatalogKind>,
    source: Option<Text>,
    confidence: Option<Confidence>,
    provenance: Option<Provenance>,
    profile: Profile,
    translations: Translations,
    span: Span,
    clauses: Vec<PackedClause>,
}

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedClause {
    number: Text,
    title: Text,
    kind: ClauseKind,
    parent: Option<usize>,
    summary: Option<Text>,
    mandatory: bool,
    attributes: Vec<(Text, Text)>,
    translations: Translations,
    span: Span,
}

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedAmendment {
    id: Text,
    date: Text,
    clauses: Vec<(usize, Text)>,
    span: Span,
}

/// A clause by the positions of its edition and of itself.
type ClausePosition = (usize, usize);

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedTable {
    id: Text,
    title: Option<Text>,
    from: usize,
    to: usize,
    version: u32,
    source: Text,
    confidence: Confidence,
    provenance: Option<Provenance>,
    method: Option<Text>,
    mapper: Option<Text>,
    date: Option<Text>,
    stage: Option<Stage>,
    derived_from: Vec<Text>,
    is_draft: bool,
    unrelated: Vec<(usize, Text)>,
    span: Span,
    rows: Vec<PackedRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedRow {
    from: Vec<ClausePosition>,
    to: ClausePosition,
    forward: Strength,
    reverse: Option<Strength>,
    items: Option<Text>,
    add: Option<Text>,
    add_reverse: Option<Text>,
    note: Option<Text>,
    confidence: Confidence,
    derived_from: Vec<Text>,
    span: Span,
}

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedMethod {
    id: Text,
    title: Text,
    target: Option<usize>,
    source: Option<Text>,
    span: Span,
    steps: Vec<Step>,
}

fn words(text: &str) -> Text {
    text.to_owned().into()
}

fn table_names(tables: &[TableId]) -> Vec<Text> {
    tables.iter().map(|table| words(table.as_str())).collect()
}

fn table_ids(names: Vec<Text>) -> Vec<TableId> {
    names.iter().map(|name| TableId::parse(name).expect(SOUND)).collect()
}

/// The library as bytes.
pub fn pack(library: &Library) -> Vec<u8> {
    let catalogs: Vec<&Catalog> = library.catalogs().collect();
    let edition = |id: &EditionId| {
        catalogs.iter().position(|catalog| catalog.id == *id).expect("a sound library names only its own editions")
    };
    let clause = |id: &ClauseId| -> ClausePosition {
        let at = edition(&id.edition);
        (at, catalogs[at].position(&id.number).expect("a sound library names only its own clauses"))
    };
    let row = |row: &Relation| PackedRow {
        from: row.from.iter().map(clause).collect(),
        to: clause(&row.to),
        forward: row.forward,
        reverse: row.reverse,
        items: row.items.clone(),
        add: row.add.clone(),
        add_reverse: row.add_reverse.clone(),
        note: row.note.clone(),
        confidence: row.confidence,
        derived_from: table_names(&row.derived_from),
        span: row.span,
    };
    let unrelated = |table: &Table| {
        let catalog = catalogs[edition(&table.from)];
        let entries = table.unrelated.iter().filter_map(|(number, why)| Some((catalog.position(number)?, why.clone())));
        entries.collect()
    };
    let packed = Packed {
        tables: library
            .tables()
            .map(|table| PackedTable {
                id: words(table.id.as_str()),
                title: table.title.clone(),
                from: edition(&table.from),
                to: edition(&table.to),
                version: table.version,
                source: table.source.clone(),
                confidence: table.confidence,
                provenance: table.provenance,
                method: table.method.clone(),
                mapper: table.mapper.clone(),
                date: table.date.clone(),
                stage: table.stage,
                derived_from: table_names(&table.derived_from),
                is_draft: table.is_draft,
                unrelated: unrelated(table),
                span: table.span,
                rows: table.rows.iter().map(row).collect(),
            })
            .collect(),
        methods: library
            .methods()
            .map(|method| PackedMethod {
                id: words(method.id.as_str()),
                title: method.title.clone(),
                target: method.target.as_ref().map(edition),
                source: method.source.clone(),
                span: method.span,
                steps: method.steps.clone(),
            })
            .collect(),
        catalogs: catalogs.iter().map(|catalog| pack_catalog(catalog)).collect(),
    };
    postcard::to_stdvec(&packed).expect("plain data serializes")
}

fn pack_catalog(catalog: &Catalog) -> PackedCatalog {
    let clause = |clause: &Clause| PackedClause {
        number: words(clause.number.as_str()),
        title: clause.title.clone(),
        kind: clause.kind,
        parent: clause.parent,
        summary: clause.summary.clone(),
        mandatory: clause.mandatory,
        attributes: clause.attributes.iter().map(|(name, value)| (words(name), words(value))).collect(),
        translations: clause.translations.clone(),
        span: clause.span,
    };
    let gained = |(number, gained): &(ClauseNumber, Text)| Some((catalog.position(number)?, gained.clone()));
    let transition = |transition: &Transition| (transition.ends.to_string().into(), transition.note.clone());
    let amendment = |amendment: &Amendment| PackedAmendment {
        id: amendment.id.clone(),
        date: amendment.date.to_string().into(),
        clauses: amendment.clauses.iter().filter_map(gained).collect(),
        span: amendment.span,
    };
    PackedCatalog {
        id: words(catalog.id.as_str()),
        title: catalog.title.clone(),
        publisher: catalog.publisher.clone(),
        published: catalog.published.clone(),
        currency: catalog.status,
        supersedes: catalog.supersedes.as_ref().map(|edition| words(edition.as_str())),
        superseded_by: catalog.lifecycle.superseded_by.clone(),
        transition: catalog.lifecycle.transition.as_ref().map(transition),
        amendments: catalog.lifecycle.amendments.iter().map(amendment).collect(),
        aliases: catalog.aliases.clone(),
        kind: catalog.kind,
        source: catalog.source.clone(),
        confidence: catalog.confidence,
        provenance: catalog.provenance,
        profile: catalog.profile.clone(),
        translations: catalog.translations.clone(),
        span: catalog.span,
        clauses: catalog.clauses().iter().map(clause).collect(),
    }
}

const SOUND: &str = "build.rs packed a sound library";

/// The library that was packed.
pub fn unpack(bytes: &'static [u8]) -> Library {
    let packed: Packed = postcard::from_bytes(bytes).expect(SOUND);
    let mut library = Library::default();
    let mut ids: Vec<Vec<ClauseId>> = Vec::with_capacity(packed.catalogs.len());
    for catalog in packed.catalogs {
        let catalog = unpack_catalog(catalog);
        let id = |clause: &Clause| ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
        ids.push(catalog.clauses().iter().map(id).collect());
        library.add_catalog(catalog).expect(SOUND);
    }
    let editions: Vec<EditionId> = library.catalogs().map(|catalog| catalog.id.clone()).collect();
    for table in packed.tables {
        let row = |row: PackedRow| Relation {
            from: row.from.into_iter().map(|(edition, clause)| ids[edition][clause].clone()).collect(),
            to: ids[row.to.0][row.to.1].clone(),
            forward: row.forward,
            reverse: row.reverse,
            items: row.items,
            add: row.add,
            add_reverse: row.add_reverse,
            note: row.note,
            confidence: row.confidence,
            derived_from: table_ids(row.derived_from),
            span: row.span,
        };
        let unrelated =
            table.unrelated.into_iter().map(|(at, why)| (ids[table.from][at].number.clone(), why)).collect();
        let table = Table {
            id: TableId::parse(&table.id).expect(SOUND),
            title: table.title,
            from: editions[table.from].clone(),
            to: editions[table.to].clone(),
            version: table.version,
            source: table.source,
            confidence: table.confidence,
            provenance: table.provenance,
            method: table.method,
            mapper: table.mapper,
            date: table.date,
            stage: table.stage,
            derived_from: table_ids(table.derived_from),
            is_draft: table.is_draft,
            unrelated,
            rows: table.rows.into_iter().map(row).collect(),
            span: table.span,
        };
        library.add_table(table).expect(SOUND);
    }
    for method in packed.methods {
        let method = Method {
            id: MethodId::parse(&method.id).expect(SOUND),
            title: method.title,
            target: method.target.map(|at| editions[at].clone()),
            source: method.source,
            steps: method.steps,
            span: method.span,
        };
        library.add_method(method).expect(SOUND);
    }
    library
}

fn unpack_catalog(packed: PackedCatalog) -> Catalog {
    let mut catalog = Catalog::new(EditionId::parse(&packed.id).expect(SOUND), packed.title, packed.span);
    catalog.publisher = packed.publisher;
    catalog.published = packed.published;
    catalog.status = packed.currency;
    catalog.supersedes = packed.supersedes.map(|edition| EditionId::parse(&edition).expect(SOUND));
    catalog.aliases = packed.aliases;
    catalog.kind = packed.kind;
    catalog.source = packed.source;
    catalog.confidence = packed.confidence;
    catalog.provenance = packed.provenance;
    catalog.profile = packed.profile;
    catalog.translations = packed.translations;
    let parents: Vec<Option<usize>> = packed.clauses.iter().map(|clause| clause.parent).collect();
    for clause in packed.clauses {
        let clause = Clause {
            number: ClauseNumber::parse(&clause.number).expect(SOUND),
            title: clause.title,
            kind: clause.kind,
            parent: None,
            summary: clause.summary,
            mandatory: clause.mandatory,
            attributes: clause.attributes.into_iter().collect::<Attributes>(),
            translations: clause.translations,
            span: clause.span,
        };
        catalog.add(clause).expect(SOUND);
    }
    for (child, parent) in parents.into_iter().enumerate() {
        if let Some(parent) = parent {
            catalog.set_parent(child, parent);
        }
    }
    let number = |(clause, gained): (usize, Text)| (catalog.clauses()[clause].number.clone(), gained);
    let amendment = |packed: PackedAmendment| Amendment {
        id: packed.id,
        date: day(&packed.date).expect(SOUND),
        clauses: packed.clauses.into_iter().map(number).collect(),
        span: packed.span,
    };
    catalog.lifecycle = Lifecycle {
        superseded_by: packed.superseded_by,
        transition: packed.transition.map(|(ends, note)| Transition { ends: day(&ends).expect(SOUND), note }),
        amendments: packed.amendments.into_iter().map(amendment).collect(),
    };
    catalog
}
