//! Small worlds of clauses, rows and statements, drawn at random or written in a line or two, and the files that say the
//! same.

use std::collections::BTreeSet;
use std::fmt;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::engine;

/// How sure a row is, least first.
pub(crate) const CONFIDENCES: [&str; 3] = ["low", "medium", "high"];

/// What a row says forwards, and backwards where it states it.
pub(crate) type Says = (&'static str, Option<&'static str>);

/// All that a row can say.
pub(crate) const SAYINGS: [Says; 9] = [
    ("full", Some("full")),
    ("full", Some("partial")),
    ("partial", Some("full")),
    ("partial", Some("partial")),
    ("full", None),
    ("partial", None),
    ("none", Some("none")),
    ("none", None),
    ("related", None),
];

/// What can be stated of a clause.
pub(crate) const STATUSES: [&str; 5] = ["implemented", "partial", "planned", "not-implemented", "not-applicable"];

/// All that a row can say, as far as files may say it.
pub(crate) fn sayings() -> Vec<Says> {
    SAYINGS.into_iter().filter(|says| says.0 != "related" || engine::READS_RELATED).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Requirement,
    /// A clause with children that is declared to be a requirement.
    Control,
    Heading,
    Informative,
}

#[derive(Clone)]
pub(crate) struct Clause {
    pub(crate) edition: usize,
    pub(crate) number: String,
    pub(crate) parent: Option<usize>,
    pub(crate) kind: Kind,
    pub(crate) stated: Option<&'static str>,
}

/// A row, in a table of its own.
#[derive(Clone)]
pub(crate) struct Row {
    /// None where the row says that nothing of an edition covers `to`.
    pub(crate) from: Vec<usize>,
    /// The edition that is meant where there is no `from`.
    pub(crate) edition: usize,
    pub(crate) to: Vec<usize>,
    pub(crate) says: Says,
    /// Its place in [`CONFIDENCES`].
    pub(crate) confidence: usize,
}

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) clauses: Vec<Clause>,
    pub(crate) rows: Vec<Row>,
    /// Clauses of which a table says that they relate to nothing in an edition.
    pub(crate) unrelated: Vec<(usize, usize)>,
    pub(crate) target: usize,
    pub(crate) hops: usize,
}

impl World {
    pub(crate) fn above(&self, clause: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.clauses[clause].parent, |at| self.clauses[*at].parent)
    }

    pub(crate) fn is_requirement(&self, clause: usize) -> bool {
        matches!(self.clauses[clause].kind, Kind::Requirement | Kind::Control)
    }

    pub(crate) fn is_heading(&self, clause: usize) -> bool {
        self.clauses[clause].kind == Kind::Heading
    }

    /// The clauses that ask for something.
    pub(crate) fn asking(&self) -> Vec<usize> {
        let asks = |at: &usize| self.clauses[*at].kind != Kind::Informative;
        (0..self.clauses.len()).filter(asks).collect()
    }

    /// As people write it in an example: `b1.2`.
    pub(crate) fn name(&self, clause: usize) -> String {
        let clause = &self.clauses[clause];
        format!("{}{}", letter(clause.edition), clause.number)
    }

    pub(crate) fn reference(&self, clause: usize) -> String {
        let clause = &self.clauses[clause];
        format!("{}/{}", edition(clause.edition), clause.number)
    }

    /// The edition of the first clause, and all as a table of this edition names them.
    fn list(&self, clauses: &[usize]) -> (String, String) {
        let home = edition(self.clauses[clauses[0]].edition);
        let name = |at: &usize| self.reference(*at).replace(&format!("{home}/"), "");
        let names: Vec<String> = clauses.iter().map(name).collect();
        (home, format!("{names:?}"))
    }

    /// The library as files: a catalog for each edition, and a table for each row.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = Vec::new();
        for clause in &self.clauses {
            if files.len() == clause.edition {
                let head = format!("xwalk: catalog/1\nid: {}\ntitle: E\nclauses:\n", edition(clause.edition));
                files.push((format!("standards/{}/1.yaml", letter(clause.edition)), head));
            }
            let text = match clause.kind {
                Kind::Requirement | Kind::Heading => "C",
                Kind::Control => "{ title: C, kind: requirement }",
                Kind::Informative => "{ title: C, kind: informative }",
            };
            files[clause.edition].1 += &format!("  {:?}: {text}\n", clause.number);
        }
        let mut table = |id: String, from: String, to: String, confidence: &str, rest: String| {
            let head = format!("xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: S\n");
            let text = format!("{head}confidence: {confidence}\n{rest}\n");
            files.push((format!("standards/relations/{id}.yaml"), text));
        };
        for (number, row) in self.rows.iter().enumerate() {
            let (to, others) = self.list(&row.to);
            let (from, some) = match row.from.is_empty() {
                true => (edition(row.edition), String::new()),
                false => self.list(&row.from),
            };
            let some = if row.from.is_empty() { some } else { format!("from: {some}, ") };
            let reverse = row.says.1.map_or(String::new(), |word| format!(", reverse: {word}"));
            let row_text = format!("rows:\n  - {{ {some}to: {others}, relation: {}{reverse} }}", row.says.0);
            table(format!("r{number}"), from, to, CONFIDENCES[row.confidence], row_text);
        }
        for (number, (clause, other)) in self.unrelated.iter().enumerate() {
            let from = edition(self.clauses[*clause].edition);
            let text = format!("unrelated: {{ {:?}: R }}\nrows: []", self.clauses[*clause].number);
            table(format!("u{number}"), from, edition(*other), "high", text);
        }
        files
    }

    pub(crate) fn assessment(&self) -> String {
        let mut text = format!("# target {}, at most {} rows\n", edition(self.target), self.hops);
        text += "xwalk: assessment/1\norganization: O\nstatuses:\n";
        let mut last = None;
        for clause in &self.clauses {
            let Some(status) = clause.stated else {
                continue;
            };
            if last.replace(clause.edition) != Some(clause.edition) {
                text += &format!("  {}:\n", edition(clause.edition));
            }
            text += &format!("    {:?}: {{ status: {status}, justification: J }}\n", clause.number);
        }
        text
    }
}

/// The smallest world that fails is shown as the files that make it.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, text) in self.files() {
            writeln!(f, "# {name}\n{text}")?;
        }
        f.write_str(&self.assessment())
    }
}

fn letter(edition: usize) -> char {
    ('a'..='z').nth(edition).expect("few editions")
}

pub(crate) fn edition(edition: usize) -> String {
    format!("{}:1", letter(edition))
}

/// Written worlds: `World::of("a1=partial b1 b1.1 b1.2=planned b2! b2.1", &["a1 full b1.1", "a1+b2 partial/full b1.2
/// low"])`. `!` declares a clause with children to be a requirement. `a none b1.1` says that nothing of a whole edition
/// covers a clause, `b1.1 unrelated a` that the clause relates to nothing in it. The last edition is the target, and
/// chains have at most three rows.
impl World {
    pub(crate) fn of(clauses: &str, rows: &[&str]) -> Self {
        let mut world = Self { clauses: Vec::new(), rows: Vec::new(), unrelated: Vec::new(), target: 0, hops: 3 };
        for word in clauses.split_whitespace() {
            let (name, stated) = word.split_once('=').map_or((word, None), |(name, stated)| (name, Some(stated)));
            let stated = stated.map(|stated| *STATUSES.iter().find(|status| **status == stated).expect("a status"));
            let kind = if name.ends_with('!') { Kind::Control } else { Kind::Requirement };
            let edition = place_of(name);
            let number = name[1..].trim_end_matches('!').to_owned();
            let is_parent = |other: &Clause| {
                other.edition == edition && number.rsplit_once('.').is_some_and(|(parent, _)| parent == other.number)
            };
            let parent = world.clauses.iter().position(is_parent);
            if let Some(parent) = parent.map(|parent| &mut world.clauses[parent])
                && parent.kind == Kind::Requirement
            {
                parent.kind = Kind::Heading;
            }
            world.clauses.push(Clause { edition, number, parent, kind, stated });
            world.target = world.target.max(edition);
        }
        for text in rows {
            world.add(text);
        }
        world
    }

    fn add(&mut self, text: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (from, relation, to) = (words[0], words[1], words[2]);
        if relation == "unrelated" {
            self.unrelated.push((self.at(from), place_of(to)));
            return;
        }
        let (forward, reverse) = relation.split_once('/').map_or((relation, None), |(f, r)| (f, Some(r)));
        let is_said = |says: &&Says| **says == (forward, reverse);
        let from_clauses =
            if from.len() == 1 { Vec::new() } else { from.split('+').map(|name| self.at(name)).collect() };
        let confidence = words.get(3).copied().unwrap_or("high");
        self.rows.push(Row {
            from: from_clauses,
            edition: place_of(from),
            to: to.split('+').map(|name| self.at(name)).collect(),
            says: *SAYINGS.iter().find(is_said).expect("a relation"),
            confidence: CONFIDENCES.iter().position(|word| *word == confidence).expect("a confidence"),
        });
    }

    /// The clause with this name.
    pub(crate) fn at(&self, name: &str) -> usize {
        let is_meant = |at: &usize| self.name(*at) == name;
        (0..self.clauses.len()).find(is_meant).unwrap_or_else(|| panic!("no clause {name}"))
    }
}

fn place_of(name: &str) -> usize {
    ('a'..='z').position(|letter| name.starts_with(letter)).expect("a letter for the edition")
}

/// A clause before it has its place: how deep at most, whether its kind is declared, and the statement on it.
type Seed = (usize, bool, Option<&'static str>);

fn plant(editions: &[Vec<Seed>]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for (edition, seeds) in editions.iter().enumerate() {
        let mut path: Vec<usize> = Vec::new();
        for (place, &(depth, is_declared, stated)) in seeds.iter().enumerate() {
            path.truncate(depth);
            let parent = path.last().copied();
            let number = match parent {
                Some(parent) => format!("{}.{}", clauses[parent].number, place + 1),
                None => (place + 1).to_string(),
            };
            path.push(clauses.len());
            let next = seeds.get(place + 1);
            let has_children = next.is_some_and(|next| next.0 >= path.len());
            let kind = match (has_children, is_declared) {
                (true, true) => Kind::Control,
                (true, false) => Kind::Heading,
                (false, true) => Kind::Informative,
                (false, false) => Kind::Requirement,
            };
            let stated = stated.filter(|_| kind != Kind::Informative);
            clauses.push(Clause { edition, number, parent, kind, stated });
        }
    }
    clauses
}

/// Worlds of two to four editions. What can be inferred along a chain is rare, so rows that lead on are drawn more often
/// than others.
pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let status = prop_oneof![3 => Just("implemented"), 3 => Just("partial"), 2 => select(STATUSES.to_vec())];
    let stated = prop::option::weighted(0.2, status);
    let seed = (0..3_usize, prop::bool::weighted(0.15), stated);
    let editions = prop::collection::vec(prop::collection::vec(seed, 1..6), 2..5);
    let some = |most: usize| prop::collection::vec(any::<Index>(), 1..=most);
    let ends = prop_oneof![6 => (some(1), some(1)), 1 => (some(1), some(2)), 2 => (some(3), some(1))];
    let says = prop_oneof![2 => select(sayings()), 1 => select(sayings()[..3].to_vec())];
    let rows = prop::collection::vec((ends, says, 0..3_usize, prop::bool::weighted(0.3)), 0..24);
    let unrelated = prop::collection::vec((any::<Index>(), any::<Index>()), 0..3);
    (editions, rows, unrelated, any::<Index>(), 0..6_usize).prop_map(|(editions, rows, unrelated, target, hops)| {
        let (target, count) = (target.index(editions.len()), editions.len());
        let mut world = World { clauses: plant(&editions), rows: Vec::new(), unrelated: Vec::new(), target, hops };
        let asking = world.asking();
        if asking.is_empty() {
            return world;
        }
        let pick = |list: Vec<Index>| {
            let picked: BTreeSet<usize> = list.iter().map(|index| *index.get(&asking)).collect();
            picked.into_iter().collect::<Vec<usize>>()
        };
        for ((from, to), says, confidence, is_of_all) in rows {
            let mut from = pick(from);
            let edition = world.clauses[from[0]].edition;
            if says.0 == "none" && is_of_all {
                from.clear();
            }
            world.rows.push(Row { from, edition, to: pick(to), says, confidence });
        }
        let place = |(clause, edition): (Index, Index)| (*clause.get(&asking), edition.index(count));
        world.unrelated = unrelated.into_iter().map(place).collect();
        world
    })
}
