//! A mapping set becomes a relation table.
//!
//! | relationship | relation | reverse | confidence |
//! |---|---|---|---|
//! | `equal` | full | full | medium |
//! | `superset` | full | partial | medium |
//! | `subset` | partial | full | medium |
//! | `intersect` | partial, or related if that is asked for | not stated | low |
//! | `not_related` | none | none | medium |
//!
//! How the rows came about no library says, so the table's confidence is low. A strength is no confidence: there are three
//! scales of it. A set whose urn ends in `-revert` is another one backwards; rows that only say again what that one says are not
//! taken a second time, since a row is used in both directions here and two tables are two witnesses.
//!
//! Where two rows say different things of one pair, the pair is `related`, which claims nothing that one of them denies; where
//! one of them says `not_related`, none of them is taken.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::FixedState;

use super::catalog::{published, source};
use super::ends::{End, Ends};
use super::library::LibraryFile;
use super::mapping::{MappingSet, Relationship, Row};
use super::tally::{Kind, Tally};
use crate::diagnostic::Rule;
use crate::exchange::content::{Choices, Content, Intersect};
use crate::load::raw::{self, Scalar};
use crate::model::{Catalog, ClauseKind, EditionId};
use crate::source::Span;

const BROKEN: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row lacks an end or has no relationship that CISO Assistant knows, and is left out",
    many: "mapping rows lack an end or have no relationship that CISO Assistant knows, and are left out",
    help: "the relationships are equal, superset, subset, intersect and not_related",
};

const NO_FRAMEWORK: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row is left out: no file here describes one of the two frameworks of its set",
    many: "mapping rows are left out: no file here describes one of the two frameworks of their set",
    help: "add the library that holds the framework to --standards",
};

const NO_NODE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row names a node that its framework does not have, and is left out",
    many: "mapping rows name nodes that their frameworks do not have, and are left out",
    help: "the urn stands in none of the requirement_nodes of the framework that the set names",
};

const INFORMATIVE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row names a node that is not assessable and has none below it, and is left out",
    many: "mapping rows name nodes that are not assessable and have none below them, and are left out",
    help: "such a node asks for nothing, so that nothing follows from the row",
};

const SELF: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row relates a node to itself, and is left out",
    many: "mapping rows relate a node to itself, and are left out",
    help: "a node covers itself without a row",
};

const CONTRADICTION: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row is left out since others relate its pair and say that it is not related",
    many: "mapping rows are left out since others relate their pair and say that it is not related",
    help: "keep what the source says",
};

const SECOND: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a mapping row says something else of its pair than an earlier one: the two are read as related, which claims nothing",
    many: "mapping rows say something else of their pair than an earlier one: the two are read as related, which claims nothing",
    help: "keep the one that the source says",
};

const REPEATED: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a mapping row says again what an earlier one says, and is not taken twice",
    many: "mapping rows say again what earlier ones say, and are not taken twice",
    help: "nothing is lost with them",
};

const MIRRORED: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a mapping row of a -revert set says backwards what one of its forward set says, and is not taken twice",
    many: "mapping rows of a -revert set say backwards what those of its forward set say, and are not taken twice",
    help: "a row is used in both directions; a second table would be a second witness",
};

const AS_PARTIAL: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row says intersect, and is read as partial with low confidence, and nothing of the reverse",
    many: "rows say intersect, and are read as partial with low confidence, and nothing of the reverse",
    help: "in most libraries every connection is called so; --intersect-as related reads still less",
};

const AS_RELATED: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row says intersect, and is read as related: no demands in common are claimed",
    many: "rows say intersect, and are read as related: no demands in common are claimed",
    help: "--intersect-as partial reads more",
};

const HEADING: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row names a node that is not assessable, which stands for all below it",
    many: "rows name nodes that are not assessable, which stand for all below them",
    help: "the row is taken: a heading is the union of its requirements",
};

const STRENGTH: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row has a strength_of_relationship, of which nothing is made",
    many: "rows have a strength_of_relationship, of which nothing is made",
    help: "libraries use three scales for it, and none of them is a confidence",
};

const NO_VERSION: Kind = Kind {
    rule: Rule::ReadAs,
    one: "the version is no whole number from 1, and the table is of version 1",
    many: "versions are no whole numbers from 1, and their tables are of version 1",
    help: "CISO Assistant counts versions from 1",
};

/// What is told of the mapping sets of a library.
#[derive(Default)]
pub(super) struct Told {
    /// Rows that were not taken.
    lost: Tally,
    /// How rows were read.
    notes: Tally,
    read: usize,
    taken: usize,
}

impl Told {
    /// How many rows there were, how many were taken, and why others were not.
    pub(super) fn count(&self) -> (usize, usize, Vec<(String, usize)>) {
        (self.read, self.taken, self.lost.counts())
    }

    pub(super) fn tell(self, out: &mut Content) {
        out.faults.extend(self.lost.into_faults().chain(self.notes.into_faults()));
    }
}

/// What is said of a pair, by the row that is taken for it.
struct Taken<'r> {
    row: &'r Row,
    from: End<'r>,
    to: End<'r>,
    relationship: Relationship,
    note: Option<Scalar>,
    /// Other rows say that the pair is not related, or this one does and others that it is.
    is_contradicted: bool,
    /// Other rows say something else that is shared.
    is_disputed: bool,
}

/// Makes a table of a mapping set; none where no row of it can be taken.
pub(super) fn read<'l>(
    set: &MappingSet,
    library: &LibraryFile,
    editions: [Option<&'l Catalog>; 2],
    ends: &mut Ends<'l>,
    choices: Choices,
    told: &mut Told,
) -> Option<raw::Relations> {
    told.read += set.rows.len();
    let [Some(from), Some(to)] = editions else {
        let place = set.source.as_ref().or(set.target.as_ref()).map_or(set.span, |urn| urn.span);
        told.lost.add_many(&NO_FRAMEWORK, set.rows.len(), place);
        return None;
    };
    let forward = forward_rows(set, library);
    let [from_ends, to_ends] = ends.of([from, to]);
    let mut pairs: HashMap<(usize, usize), usize, FixedState> = HashMap::default();
    let mut taken: Vec<Taken<'_>> = Vec::with_capacity(set.rows.len());
    for row in &set.rows {
        let (Some(source), Some(target), Some(relationship)) = (&row.source, &row.target, row.relationship) else {
            told.lost.add(&BROKEN, row.span);
            continue;
        };
        if relationship == Relationship::Unknown {
            told.lost.add(&BROKEN, row.span);
            continue;
        }
        let (from_end, to_end) = match (from_ends.get(&source.value), to_ends.get(&target.value)) {
            (Some(from_end), Some(to_end)) => (from_end, to_end),
            (None, _) => {
                told.lost.add(&NO_NODE, source.span);
                continue;
            }
            (_, None) => {
                told.lost.add(&NO_NODE, target.span);
                continue;
            }
        };
        if [from_end.kind, to_end.kind].contains(&ClauseKind::Informative) {
            told.lost.add(&INFORMATIVE, row.span);
            continue;
        }
        if from.id == to.id && from_end.position == to_end.position {
            told.lost.add(&SELF, row.span);
            continue;
        }
        if forward.get(&(&*target.value, &*source.value)) == Some(&relationship.backwards()) {
            told.lost.add(&MIRRORED, row.span);
            continue;
        }
        let note = note(row);
        match pairs.entry((from_end.position, to_end.position)) {
            Entry::Vacant(vacant) => {
                vacant.insert(taken.len());
                let (from, to) = (from_end, to_end);
                taken.push(Taken { row, from, to, relationship, note, is_contradicted: false, is_disputed: false });
            }
            Entry::Occupied(occupied) => {
                let first = &mut taken[*occupied.get()];
                let is_unrelated = |relationship| relationship == Relationship::NotRelated;
                if first.relationship == relationship {
                    told.lost.add(&REPEATED, row.span);
                } else if first.is_contradicted || is_unrelated(first.relationship) != is_unrelated(relationship) {
                    first.is_contradicted = true;
                    told.lost.add(&CONTRADICTION, row.span);
                } else {
                    first.is_disputed = true;
                    told.lost.add(&SECOND, row.span);
                }
                first.note = first.note.take().or(note);
            }
        }
    }
    let mut rows = Vec::with_capacity(taken.len());
    for taken in taken {
        if taken.is_contradicted {
            told.lost.add(&CONTRADICTION, taken.row.span);
        } else {
            rows.push(taken.row(choices, &mut told.notes));
        }
    }
    told.taken += rows.len();
    (!rows.is_empty()).then(|| table(set, library, [&from.id, &to.id], rows, &mut told.notes))
}

/// What the set says of which this one is the reverse, by the two urns of each row.
fn forward_rows<'r>(
    set: &MappingSet,
    library: &'r LibraryFile,
) -> HashMap<(&'r str, &'r str), Relationship, FixedState> {
    if !set.is_reverse() {
        return HashMap::default();
    }
    let is = |one: &Option<Scalar>, other: &Option<Scalar>| match (one, other) {
        (Some(one), Some(other)) => one.value.eq_ignore_ascii_case(&other.value),
        (None, _) | (_, None) => false,
    };
    let forward = library
        .sets
        .iter()
        .filter(|other| !other.is_reverse() && is(&other.source, &set.target) && is(&other.target, &set.source));
    let rows = forward.flat_map(|forward| &forward.rows);
    rows.filter_map(|row| Some(((&*row.source.as_ref()?.value, &*row.target.as_ref()?.value), row.relationship?)))
        .collect()
}

/// Why the row says so, in the words of the library.
fn note(row: &Row) -> Option<Scalar> {
    match (&row.rationale, &row.annotation) {
        (Some(rationale), Some(annotation)) => {
            Some(Scalar::new(format!("{}: {}", rationale.value, annotation.value), rationale.span))
        }
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    }
}

impl Taken<'_> {
    fn row(self, choices: Choices, notes: &mut Tally) -> raw::Row {
        let Self { row, from, to, relationship, note, is_contradicted: _, is_disputed } = self;
        let span = row.span;
        if [from.kind, to.kind].contains(&ClauseKind::Heading) {
            notes.add(&HEADING, span);
        }
        if row.has_strength {
            notes.add(&STRENGTH, span);
        }
        let (relation, reverse, confidence) = match relationship {
            _ if is_disputed => ("related", None, "low"),
            Relationship::Equal => ("full", Some("full"), "medium"),
            Relationship::Superset => ("full", Some("partial"), "medium"),
            Relationship::Subset => ("partial", Some("full"), "medium"),
            Relationship::NotRelated => ("none", Some("none"), "medium"),
            Relationship::Intersect | Relationship::Unknown => {
                let (kind, word) = match choices.intersect {
                    Intersect::Partial => (&AS_PARTIAL, "partial"),
                    Intersect::Related => (&AS_RELATED, "related"),
                };
                notes.add(kind, span);
                (word, None, "low")
            }
        };
        let word = |word: &'static str| Scalar::new(word, span);
        let place = |end: &Option<Scalar>| end.as_ref().map_or(span, |end| end.span);
        raw::Row {
            from: vec![Scalar::new(from.number.to_owned(), place(&row.source))],
            to: vec![Scalar::new(to.number.to_owned(), place(&row.target))],
            relation: Some(word(relation)),
            reverse: reverse.map(word),
            note,
            confidence: Some(word(confidence)),
            ..raw::Row::empty(span)
        }
    }
}

fn table(
    set: &MappingSet,
    library: &LibraryFile,
    [from, to]: [&EditionId; 2],
    mut rows: Vec<raw::Row>,
    notes: &mut Tally,
) -> raw::Relations {
    if library.is_own() {
        // What we write there has lost how sure it is.
        rows.iter_mut().for_each(|row| row.confidence = None);
    }
    let span = set.urn.as_ref().map_or(set.span, |urn| urn.span);
    let said = |text: String, span: Span| Some(Scalar::new(text, span));
    let plain = |edition: &EditionId| edition.as_str().replace(':', "-");
    let written = library.version.as_ref();
    let version = written.and_then(|version| version.value.parse::<u32>().ok()).filter(|version| *version > 0);
    if let (Some(written), None) = (written, version) {
        notes.add(&NO_VERSION, written.span);
    }
    raw::Relations {
        id: said(format!("{}--{}--ciso", plain(from), plain(to)), span),
        title: set.name.clone(),
        from: said(from.to_string(), set.source.as_ref().map_or(span, |urn| urn.span)),
        to: said(to.to_string(), set.target.as_ref().map_or(span, |urn| urn.span)),
        version: said(version.unwrap_or(1).to_string(), span),
        source: said(source(library), span),
        confidence: said("low".to_owned(), span),
        provenance: said("community".to_owned(), span),
        date: published(library, notes),
        rows,
        ..raw::Relations::empty(set.span)
    }
}
