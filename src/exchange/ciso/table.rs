//! A mapping set becomes a relation table.
//!
//! | relationship | relation | reverse | confidence |
//! |---|---|---|---|
//! | `equal` | full | full | medium |
//! | `superset` | full | partial | medium |
//! | `subset` | partial | full | medium |
//! | `intersect` | partial, or related if that is requested | not stated | low |
//! | `not_related` | none | none | medium |
//!
//! No library says how its rows were made, so the table's confidence is low. A strength is not a confidence: there are
//! three scales of it. A set whose urn ends in `-revert` is another one backwards; rows that only say again what that
//! one says are not taken a second time, since a row is used in both directions here and two tables are two witnesses.
//!
//! In a library that was written here, annotations hold what else a table and its rows say, by the keys of our own
//! files: which word of ours an `intersect` stands for, how sure a row is, who said and reviewed it. A relation counts
//! there as long as the relationship is one that it is written as; who changed that afterwards said something else.
//!
//! Where two rows say different things of one pair, the pair is `related`, which claims nothing that one of them
//! denies; where one of them says `not_related`, none of them is taken. An audit is given all of them as they are
//! written.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::FixedState;

use super::catalog::{published, source};
use super::ends::Ends;
use super::library::LibraryFile;
use super::mapping::{MappingSet, Relationship, Row};
use super::reader::Reader;
use super::row::Taken;
use super::tally::{Kind, Tally};
use crate::diagnostic::Rule;
use crate::exchange::content::Content;
use crate::load::raw::{self, Scalar};
use crate::model::{Catalog, ClauseKind, EditionId, TableId};
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
    help: "the urn is not in the requirement_nodes of the framework that the set names",
};

const INFORMATIVE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row names a node that is not assessable and has none below it, and is left out",
    many: "mapping rows name nodes that are not assessable and have none below them, and are left out",
    help: "such a node contains no requirement, so nothing follows from the row",
};

const SELF: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row relates a node to itself, and is left out",
    many: "mapping rows relate a node to itself, and are left out",
    help: "a node covers itself without a row",
};

const CONTRADICTION: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a mapping row is left out because other rows relate its pair and also say that it is not related",
    many: "mapping rows are left out because other rows relate their pair and also say that it is not related",
    help: "keep what the source says; `xwalk audit` lists the rows",
};

const SECOND: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a mapping row differs from an earlier row of its pair: the two are read as related, which claims nothing",
    many: "mapping rows differ from an earlier row of their pair: the two are read as related, which claims nothing",
    help: "keep the one that the source contains; `xwalk audit` lists the rows",
};

const REPEATED: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a mapping row repeats an earlier row and is not read twice",
    many: "mapping rows repeat earlier rows and are not read twice",
    help: "nothing is lost",
};

const MIRRORED: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a mapping row of a -revert set repeats a row of its forward set in reverse and is not read twice",
    many: "mapping rows of a -revert set repeat rows of its forward set in reverse and are not read twice",
    help: "a row is used in both directions; a second table would count as independent evidence",
};

const NO_VERSION: Kind = Kind {
    rule: Rule::ReadAs,
    one: "the version is not a whole number of at least 1: the table gets version 1",
    many: "versions are not whole numbers of at least 1: their tables get version 1",
    help: "CISO Assistant counts versions from 1",
};

/// What is reported about the mapping sets of a library.
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

impl Reader<'_> {
    /// Makes a table of the set; none if no row of it can be taken.
    pub(super) fn read<'l>(
        &self,
        editions: [Option<&'l Catalog>; 2],
        ends: &mut Ends<'l>,
        told: &mut Told,
    ) -> Option<raw::Relations> {
        let Self { set, file, .. } = self;
        told.read += set.rows.len();
        let [Some(from), Some(to)] = editions else {
            let place = set.source.as_ref().or(set.target.as_ref()).map_or(set.span, |urn| urn.span);
            told.lost.add_many(&NO_FRAMEWORK, set.rows.len(), place);
            return None;
        };
        let forward = forward_rows(set, file);
        let [from_ends, to_ends] = ends.of([from, to]);
        let mut pairs: HashMap<(usize, usize), usize, FixedState> = HashMap::default();
        let mut taken: Vec<Taken<'_>> = Vec::with_capacity(set.rows.len());
        let mut disputed = Vec::new();
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
            let note = self.note(row);
            match pairs.entry((from_end.position, to_end.position)) {
                Entry::Vacant(vacant) => {
                    vacant.insert(taken.len());
                    let (from, to) = (from_end, to_end);
                    taken.push(Taken { row, from, to, relationship, note, is_contradicted: false, is_disputed: false });
                }
                Entry::Occupied(occupied) => {
                    let first = &mut taken[*occupied.get()];
                    let is_unrelated = |relationship| relationship == Relationship::NotRelated;
                    if first.relationship != relationship {
                        if !(first.is_contradicted || first.is_disputed) {
                            disputed.push(self.written(first, first.row, first.relationship, [&from.id, &to.id]));
                        }
                        disputed.push(self.written(first, row, relationship, [&from.id, &to.id]));
                    }
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
                rows.push(self.row(taken, [&from.id, &to.id], &mut told.notes));
            }
        }
        told.taken += rows.len();
        let is_empty = rows.is_empty() && disputed.is_empty();
        let table = || self.table([&from.id, &to.id], rows, &mut told.notes);
        (!is_empty).then(|| raw::Relations { disputed, ..table() })
    }

    /// A row by itself, whatever others say of its pair.
    fn written(&self, pair: &Taken<'_>, row: &Row, relationship: Relationship, editions: [&EditionId; 2]) -> raw::Row {
        let (from, to, note) = (pair.from, pair.to, self.note(row));
        let alone = Taken { row, from, to, relationship, note, is_contradicted: false, is_disputed: false };
        self.row(alone, editions, &mut Tally::default())
    }

    fn table(&self, [from, to]: [&EditionId; 2], rows: Vec<raw::Row>, notes: &mut Tally) -> raw::Relations {
        let Self { set, file, .. } = self;
        let span = set.urn.as_ref().map_or(set.span, |urn| urn.span);
        let place = set.annotation.as_ref().map_or(span, |text| text.span);
        let text = |text: String, span: Span| Some(Scalar::new(text, span));
        let plain = |edition: &EditionId| edition.as_str().replace(':', "-");
        let written = file.version.as_ref();
        let version = written.and_then(|version| version.value.parse::<u32>().ok()).filter(|version| *version > 0);
        if let (Some(written), None) = (written, version) {
            notes.add(&NO_VERSION, written.span);
        }
        let own = |key: &str| self.said.scalar(key, place);
        let id = own("id").filter(|id| TableId::parse(&id.value).is_ok());
        // A table that was written here is its own source, and says all there is to say of it.
        let is_whole = id.is_some();
        let described = set.description.clone().filter(|_| file.is_own());
        raw::Relations {
            id: id.or_else(|| text(format!("{}--{}--ciso", plain(from), plain(to)), span)),
            title: if is_whole { own("title") } else { set.name.clone() },
            from: text(from.to_string(), set.source.as_ref().map_or(span, |urn| urn.span)),
            to: text(to.to_string(), set.target.as_ref().map_or(span, |urn| urn.span)),
            version: text(version.unwrap_or(1).to_string(), span),
            source: described.or_else(|| text(source(file), span)),
            confidence: own("confidence").or_else(|| text("low".to_owned(), span)),
            provenance: own("provenance").or_else(|| text("community".to_owned(), span).filter(|_| !is_whole)),
            method: own("method"),
            mapper: own("mapper"),
            date: own("date").or_else(|| published(file, notes)),
            stage: own("stage"),
            status: own("status"),
            derived_from: self.tables(self.said.scalars("derived-from", place), notes),
            from_hash: own("from-hash"),
            to_hash: own("to-hash"),
            unrelated: self.said.scalar_pairs("unrelated", place),
            rows,
            ..raw::Relations::empty(set.span)
        }
    }
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
