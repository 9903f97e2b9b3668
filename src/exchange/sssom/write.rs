//! Relation tables become a mapping set.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::ends::NAMESPACE;
use super::local::{REVIEWED_BY, encoded, is_safe, pairs, several};
use super::predicate::{MAPPING, NO_TERM, NOT, OWN_PREFIX, RELATED, own_predicate, predicate};
use crate::exchange::written::{Losses, OpenReverse, Written};
use crate::load;
use crate::model::{ClauseId, Confidence, EditionId, Library, Relation, Strength, Table};
use crate::source::Text;

/// The licence that a set has which names none.
const LICENCE: &str = "https://w3id.org/sssom/license/unspecified";

/// How a row came about, and how one that was composed.
const JUSTIFICATIONS: [&str; 2] = ["semapv:ManualMappingCuration", "semapv:MappingChaining"];

/// The columns, in the order of SSSOM.
const COLUMNS: [&str; 13] = [
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "reviewer_id",
    "reviewer_label",
    "subject_source",
    "object_source",
    "confidence",
    "comment",
];

/// Where the columns of those who reviewed begin.
const REVIEWERS: usize = 7;

/// Where the columns of sources begin.
const SOURCES: usize = 9;

/// The prefix of the ids that people have.
const PERSON: &str = "orcid";

/// A row of the set.
struct Line {
    cells: [String; COLUMNS.len()],
    other: String,
    /// Whether it is of a joint row, which has a line for each of its clauses.
    is_of_joint: bool,
}

impl Line {
    /// Its subject and its object.
    fn pair(&self) -> [String; 2] {
        [self.cells[0].clone(), self.cells[4].clone()]
    }

    /// Its predicate, and whether that is denied.
    fn predicate(&self) -> [String; 2] {
        [self.cells[2].clone(), self.cells[3].clone()]
    }

    /// Whether it says only that the two have to do with each other.
    fn is_only_related(&self) -> bool {
        self.cells[2] == RELATED
    }
}

/// Relation tables as one mapping set, a row for each pair of clauses. What SKOS has no predicate for is left out,
/// written as `skos:relatedMatch`, or by a predicate of ours; the first two are counted. The text is empty if no row is
/// left to write.
pub fn write(tables: &[&Table], library: &Library, open: OpenReverse) -> Written {
    let prefixes = Prefixes::of(tables);
    let mut writer = Writer { library, open, prefixes, losses: Losses::default(), lines: Vec::new() };
    for table in tables {
        writer.table(table);
    }
    writer.merge();
    let text = if writer.lines.is_empty() { String::new() } else { writer.metadata(tables) + &writer.body() };
    Written { text, losses: writer.losses.finish() }
}

/// The prefixes of editions.
struct Prefixes(BTreeMap<EditionId, String>);

impl Prefixes {
    fn of(tables: &[&Table]) -> Self {
        let ends =
            |row: &Relation| row.from.iter().chain([&row.to]).map(|clause| clause.edition.clone()).collect::<Vec<_>>();
        let own = tables.iter().flat_map(|table| [table.from.clone(), table.to.clone()]);
        let editions: BTreeSet<EditionId> =
            own.chain(tables.iter().flat_map(|table| table.rows.iter().flat_map(ends))).collect();
        let (mut taken, mut prefixes) = (BTreeSet::new(), BTreeMap::new());
        for edition in editions {
            let plain = edition.as_str().replace(':', "-");
            let is_letter = plain.starts_with(|c: char| c.is_ascii_alphabetic());
            let plain = if is_letter { plain } else { format!("e-{plain}") };
            let counted = (2..).map(|count| format!("{plain}-{count}"));
            let free = std::iter::once(plain.clone()).chain(counted).find(|prefix| !taken.contains(prefix));
            let free = free.unwrap_or(plain);
            taken.insert(free.clone());
            prefixes.insert(edition, free);
        }
        Self(prefixes)
    }

    fn get<'a>(&'a self, edition: &'a EditionId) -> &'a str {
        self.0.get(edition).map_or(edition.as_str(), String::as_str)
    }
}

struct Writer<'l> {
    library: &'l Library,
    open: OpenReverse,
    prefixes: Prefixes,
    losses: Losses,
    lines: Vec<Line>,
}

/// What is reported about clauses that nothing covers, or that have no counterpart.
const NOT_FOUND: [&str; 2] = [
    "clause without a counterpart is written with sssom:NoTermFound, which some converters read as a term",
    "clauses without a counterpart are written with sssom:NoTermFound, which some converters read as a term",
];

/// One end of a row.
enum End<'c> {
    Clause(&'c ClauseId),
    Nothing,
}

impl Writer<'_> {
    fn lose(&mut self, what: [&'static str; 2]) {
        self.losses.add(what);
    }

    fn table(&mut self, table: &Table) {
        let related: BTreeSet<(&ClauseId, &ClauseId)> = table
            .rows
            .iter()
            .filter(|row| row.forward == Strength::Related)
            .flat_map(|row| row.from.iter().map(|from| (from, &row.to)))
            .collect();
        for (number, why) in table.unrelated.iter() {
            let from = ClauseId { edition: table.from.clone(), number: number.clone() };
            self.line(table, None, [End::Clause(&from), End::Nothing], (MAPPING, ""), Some(why));
        }
        for row in &table.rows {
            self.row(table, row, &related);
        }
    }

    fn row(&mut self, table: &Table, row: &Relation, related: &BTreeSet<(&ClauseId, &ClauseId)>) {
        let note = row.note.as_deref();
        let to = || End::Clause(&row.to);
        if row.from.is_empty() {
            self.line(table, Some(row), [End::Nothing, to()], (MAPPING, ""), note);
            return;
        }
        let said = match (row.forward, row.is_joint()) {
            (_, true) => None,
            (Strength::None, false) => Some((MAPPING, NOT)),
            (forward, false) => {
                let own = || own_predicate(forward, row.reverse).filter(|_| self.open == OpenReverse::OwnWord);
                predicate(forward, row.reverse).or_else(own).map(|predicate| (predicate, ""))
            }
        };
        if row.forward == Strength::None && row.from.iter().any(|from| related.contains(&(from, &row.to))) {
            return self.lose([
                "row that says none of clauses that are related in another row is left out",
                "rows that say none of clauses that are related in another row are left out",
            ]);
        }
        match (said, self.open) {
            (Some(said), _) => {
                if said.1 == NOT {
                    self.lose(
                        ["row that says none is written as a denied predicate (Not), which some converters read as stated", "rows that say none are written as denied predicates (Not), which some converters read as stated"],
                    );
                }
                self.line(table, Some(row), [End::Clause(&row.from[0]), to()], said, note);
            }
            (None, _) if row.is_joint() && row.forward == Strength::None => {
                self.lose([
                    "joint row is left out because the format has no form for it",
                    "joint rows are left out because the format has no form for them",
                ]);
            }
            (None, OpenReverse::LeaveOut | OpenReverse::OwnWord) if row.is_joint() => {
                self.lose([
                    "joint row is left out because the format has no form for it",
                    "joint rows are left out because the format has no form for them",
                ]);
            }
            (None, OpenReverse::LeaveOut | OpenReverse::OwnWord) => match row.reverse {
                Some(_) => self.lose([
                    "row that overlaps is left out because there is no predicate for it",
                    "rows that overlap are left out because there is no predicate for them",
                ]),
                None => self.lose([
                    "row whose reverse is not stated is left out because there is no predicate for it",
                    "rows whose reverse is not stated are left out because there is no predicate for them",
                ]),
            },
            (None, OpenReverse::Weaken) => {
                self.lose(match (row.is_joint(), row.reverse) {
                    (true, _) => [
                        "joint row is written as one skos:relatedMatch for each of its clauses",
                        "joint rows are written as one skos:relatedMatch for each of their clauses",
                    ],
                    (false, Some(_)) => [
                        "row that overlaps is written as skos:relatedMatch",
                        "rows that overlap are written as skos:relatedMatch",
                    ],
                    (false, None) => [
                        "row whose reverse is not stated is written as skos:relatedMatch",
                        "rows whose reverse is not stated are written as skos:relatedMatch",
                    ],
                });
                for from in row.from.iter() {
                    self.line(table, Some(row), [End::Clause(from), to()], (RELATED, ""), note);
                }
            }
        }
    }

    fn line(
        &mut self,
        table: &Table,
        row: Option<&Relation>,
        [subject, object]: [End<'_>; 2],
        (predicate, modifier): (&str, &str),
        note: Option<&str>,
    ) {
        if matches!((&subject, &object), (End::Nothing, _) | (_, End::Nothing)) {
            self.lose(NOT_FOUND);
        }
        let names = row.map_or(&[][..], |row| &row.reviewed_by);
        if names.iter().any(|name| name.trim() != name.as_str()) {
            self.lose([
                "row loses spaces around the names of those who reviewed it",
                "rows lose spaces around the names of those who reviewed them",
            ]);
        }
        let id = |end: &End<'_>| match end {
            End::Clause(clause) => {
                format!("{}:{}", self.prefixes.get(&clause.edition), encoded(clause.number.as_str()))
            }
            End::Nothing => NO_TERM.to_owned(),
        };
        let label = |end: &End<'_>| match end {
            End::Clause(clause) => {
                self.library.clause(clause).map_or(String::new(), |clause| clause.title.trim().to_owned())
            }
            End::Nothing => String::new(),
        };
        let source = |end: &End<'_>, edition: &EditionId| match end {
            End::Clause(clause) => source(&clause.edition),
            End::Nothing => source(edition),
        };
        let is_composed = !table.derived_from.is_empty() || row.is_some_and(|row| !row.derived_from.is_empty());
        let confidence = row.map(|row| row.confidence).filter(|confidence| *confidence != table.confidence);
        let (comment, hidden) = match note {
            Some(note) if is_safe(note) => (note.to_owned(), None),
            Some(note) => (String::new(), Some(note.to_owned())),
            None => (String::new(), None),
        };
        let text = |text: Option<&Text>| text.map(ToString::to_string);
        let derived = row.filter(|row| !row.derived_from.is_empty()).map(|row| joined(&row.derived_from));
        let said = row
            .filter(|row| !row.said.is_empty())
            .map(|row| row.said.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        let (reviewers, hidden_names) = Reviewers::of(names);
        // That nothing is shared is so both ways, whether it is said or not.
        let said_reverse = row.filter(|row| row.forward == Strength::None).and_then(|row| row.reverse);
        let kept = [
            ("reverse", said_reverse.map(|reverse| reverse.to_string())),
            ("note", hidden),
            ("items", text(row.and_then(|row| row.items.as_deref()))),
            ("add", text(row.and_then(|row| row.add.as_ref()))),
            ("add-reverse", text(row.and_then(|row| row.add_reverse.as_ref()))),
            ("derived-from", derived),
            ("said", said),
            (REVIEWED_BY, hidden_names),
        ];
        let cells = [
            id(&subject),
            label(&subject),
            predicate.to_owned(),
            modifier.to_owned(),
            id(&object),
            label(&object),
            JUSTIFICATIONS[usize::from(is_composed)].to_owned(),
            reviewers.ids,
            reviewers.labels,
            source(&subject, &table.from),
            source(&object, &table.to),
            confidence.map_or(String::new(), |confidence| number(confidence).to_owned()),
            comment,
        ];
        let other = pairs(kept.into_iter().filter_map(|(key, value)| Some((key, value?))));
        self.lines.push(Line { cells, other, is_of_joint: row.is_some_and(Relation::is_joint) });
    }

    /// Leaves one line of those that say the same of one pair, and none that says only that the two have to do with
    /// each other where another says more.
    fn merge(&mut self) {
        let says_more: BTreeSet<[String; 2]> =
            self.lines.iter().filter(|line| !line.is_only_related()).map(Line::pair).collect();
        // A row of its own is kept before a part of a joint one.
        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        order.sort_by_key(|at| self.lines[*at].is_of_joint);
        let mut seen: BTreeSet<([String; 2], [String; 2])> = BTreeSet::new();
        let mut kept = vec![false; self.lines.len()];
        for at in order {
            let line = &self.lines[at];
            let says_less = line.is_only_related() && says_more.contains(&line.pair());
            kept[at] = !says_less && seen.insert((line.pair(), line.predicate()));
        }
        self.losses.add_many(
            [
                "mapping is merged into another one of the same pair that says at least as much",
                "mappings are merged into others of the same pairs that say at least as much",
            ],
            kept.iter().filter(|kept| !**kept).count(),
        );
        let mut kept = kept.into_iter();
        self.lines.retain(|_| kept.next().unwrap_or(true));
    }

    /// The metadata of the set, each line after a `#`.
    fn metadata(&mut self, tables: &[&Table]) -> String {
        let mut text = String::from("#curie_map:\n");
        for (edition, prefix) in &self.prefixes.0 {
            let _ = writeln!(text, "#  {prefix}: {}", quoted(&format!("{NAMESPACE}{edition}:")));
        }
        for (prefix, namespace) in [
            ("semapv", "https://w3id.org/semapv/vocab/"),
            ("skos", "http://www.w3.org/2004/02/skos/core#"),
            ("sssom", "https://w3id.org/sssom/"),
            ("xwalk", NAMESPACE),
        ]
        .into_iter()
        .chain(self.has_own_words().then_some(OWN_PREFIX))
        {
            let _ = writeln!(text, "#  {prefix}: {}", quoted(namespace));
        }
        if self.lines.iter().any(|line| !line.cells[REVIEWERS].is_empty()) {
            let _ = writeln!(text, "#  {PERSON}: {}", quoted("https://orcid.org/"));
        }
        let ids: Vec<&str> = tables.iter().map(|table| table.id.as_str()).collect();
        let mut slot = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = writeln!(text, "#{name}: {}", quoted(&value));
            }
        };
        slot("mapping_set_id", Some(format!("{}{}", super::TABLE, ids.join("+"))));
        slot("license", Some(LICENCE.to_owned()));
        let [table] = tables else {
            if !tables.is_empty() {
                self.losses.add_many(
                    [
                        "table loses its own metadata because it shares one set with other tables",
                        "tables lose their own metadata because they share one set",
                    ],
                    tables.len(),
                );
            }
            return text;
        };
        let edition = |edition: &EditionId| edition.as_str().split_once(':').map(|(_, edition)| edition.to_owned());
        slot("mapping_set_version", Some(table.version.to_string()));
        slot("mapping_set_title", table.title.as_ref().map(ToString::to_string));
        slot("mapping_set_description", Some(table.source.to_string()));
        slot("comment", table.method.as_ref().map(ToString::to_string));
        slot("subject_source", Some(source(&table.from)));
        slot("subject_source_version", edition(&table.from));
        slot("object_source", Some(source(&table.to)));
        slot("object_source_version", edition(&table.to));
        let day = table.date.as_ref().filter(|date| load::day(date).is_some());
        let part_of_date = table.date.as_ref().filter(|_| day.is_none());
        slot("mapping_date", day.map(ToString::to_string));
        let derived = (!table.derived_from.is_empty()).then(|| joined(&table.derived_from));
        let kept = [
            ("date", part_of_date.map(ToString::to_string)),
            ("provenance", table.provenance.map(|provenance| provenance.to_string())),
            ("stage", table.stage.map(|stage| stage.to_string())),
            ("status", table.is_draft.then(|| "draft".to_owned())),
            ("derived-from", derived),
            ("from-hash", table.from_hash.as_ref().map(|pin| pin.hash.to_string())),
            ("to-hash", table.to_hash.as_ref().map(|pin| pin.hash.to_string())),
        ];
        let other = pairs(kept.into_iter().filter_map(|(key, value)| Some((key, value?))));
        slot("other", Some(other).filter(|other| !other.is_empty()));
        let _ = writeln!(text, "#mapping_set_confidence: {}", number(table.confidence));
        if let Some(mapper) = &table.mapper {
            let _ = writeln!(text, "#creator_label:\n#  - {}", quoted(mapper));
        }
        text
    }

    /// Whether a row has a predicate of ours.
    fn has_own_words(&self) -> bool {
        self.lines.iter().any(|line| line.cells[2].starts_with(OWN_PREFIX.0))
    }

    /// The table itself: all columns in which something stands.
    fn body(&self) -> String {
        let sources: BTreeSet<[&String; 2]> =
            self.lines.iter().map(|line| [&line.cells[SOURCES], &line.cells[SOURCES + 1]]).collect();
        let is_needed = |at: usize| match COLUMNS[at] {
            "subject_source" | "object_source" => sources.len() > 1,
            "subject_id" | "predicate_id" | "object_id" | "mapping_justification" => true,
            _ => self.lines.iter().any(|line| !line.cells[at].is_empty()),
        };
        let columns: Vec<usize> = (0..COLUMNS.len()).filter(|at| is_needed(*at)).collect();
        let has_other = self.lines.iter().any(|line| !line.other.is_empty());
        let heads = columns.iter().map(|at| COLUMNS[*at].to_owned()).chain(has_other.then(|| "other".to_owned()));
        let mut text = heads.collect::<Vec<_>>().join("\t") + "\n";
        for line in &self.lines {
            let cells = columns.iter().map(|at| field(&line.cells[*at]));
            let other = has_other.then(|| field(&line.other));
            text += &cells.chain(other).collect::<Vec<_>>().join("\t");
            text.push('\n');
        }
        text
    }
}

/// Those who reviewed a row, as two cells.
#[derive(Default)]
struct Reviewers {
    ids: String,
    labels: String,
}

impl Reviewers {
    /// All names if one of them is not an id of a person; and what has to be kept elsewhere, since a cell would not
    /// keep it.
    fn of(names: &[Text]) -> (Self, Option<String>) {
        let is_id = |name: &&str| name.strip_prefix(PERSON).is_some_and(|rest| rest.starts_with(':'));
        let names = || names.iter().map(|name| name.as_str());
        let written = || several(names());
        // What is between bars comes back without the spaces around it.
        if !names().all(|name| is_safe(name) && !name.contains('\n')) {
            return (Self::default(), Some(written()));
        }
        let labels = if names().all(|name| is_id(&name)) { String::new() } else { written() };
        (Self { ids: several(names().filter(is_id)), labels }, None)
    }
}

/// The source of an edition, as a CURIE.
fn source(edition: &EditionId) -> String {
    format!("xwalk:{edition}")
}

/// A number for a word of confidence.
fn number(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "0.9",
        Confidence::Medium => "0.6",
        Confidence::Low => "0.3",
    }
}

fn joined(ids: &[impl ToString]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A text as YAML has it between quotation marks, in one line.
fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

/// A cell: between quotation marks where a tab, a line break or such a mark is in it; nothing for a label that tools
/// would read as nothing.
fn field(text: &str) -> String {
    if !is_safe(text) {
        return String::new();
    }
    if text.contains(['\t', '\n', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
