//! Relation tables become the rows of a set theory relationship mapping.
//!
//! The columns are those of the templates of NIST's OLIR program (IR 8278A) and of IR 8477, by their names. A row says
//! how the focal element lies to the reference element as a set, so one whose reverse is not stated has no word there:
//! of the words of IR 8477 `intersects with` is the weakest for what shares something, and it says that each has
//! something that the other has not. Nor has one that is only related a word.

use std::cmp::Ordering;

use crate::exchange::written::{Loss, Losses, OpenReverse, has_space_around};
use crate::model::{ClauseId, EditionId, Library, Relation, Strength, Table};
use crate::report::{self, ANSWER, Cell, Column, Tone};
use crate::source::Text;

/// A row of the mapping.
struct Line {
    focal: Option<Element>,
    focal_title: String,
    relationship: &'static str,
    reference: Option<Element>,
    reference_title: String,
    comments: Option<String>,
}

/// A clause, and what people see of it: its number, and if it is of another edition than its column that as well.
struct Element {
    clause: ClauseId,
    shown: String,
}

impl Element {
    fn of(clause: &ClauseId, document: &EditionId) -> Self {
        let is_usual = clause.edition == *document;
        let shown = if is_usual { clause.number.to_string() } else { clause.to_string() };
        Self { clause: clause.clone(), shown }
    }

    /// Whole for programs and for those who read it back.
    fn cell(element: Option<&Self>) -> Cell {
        element.map_or(Cell::Empty, |element| Cell::refs_shown(vec![element.clause.clone()], element.shown.clone()))
    }
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("Focal Document Element", "Focal Document Element", |line| Element::cell(line.focal.as_ref())),
    Column::new("Focal Document Element Description", "Focal Document Element Description", |line| {
        Cell::text(&line.focal_title)
    }),
    Column::new("Relationship", "Relationship", |line| Cell::word(line.relationship, Tone::Plain)),
    Column::new("Reference Document Element", "Reference Document Element", |line| {
        Element::cell(line.reference.as_ref())
    }),
    Column::new("Reference Document Element Description", "Reference Document Element Description", |line| {
        Cell::text(&line.reference_title)
    }),
    Column::new("Comments", "Comments", |line| Cell::maybe(line.comments.as_ref())),
];

/// A field of the general information, and its value.
type Field = (&'static str, String);

const GENERAL: &[Column<Field>] = &[
    Column::new("Field Name", "Field Name", |field| Cell::text(field.0)),
    Column::new("Value", "Value", |field| Cell::text(&field.1)),
];

/// What is said of one table, on a sheet of its own that OLIR calls General Information.
fn general(table: &Table) -> report::Table {
    let title = table.title.as_ref().map_or_else(|| table.id.to_string(), ToString::to_string);
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.trim().to_owned());
    let fields = [
        ("Informative Reference Name", Some(title)),
        ("Informative Reference Version", Some(table.version.to_string())),
        ("Focal Document", Some(table.from.to_string())),
        ("Reference Document", Some(table.to.to_string())),
        ("Summary", Some(table.source.trim().to_owned())),
        ("Confidence", Some(table.confidence.to_string())),
        ("Table", Some(table.id.to_string())),
        ("Provenance", table.provenance.map(|provenance| provenance.to_string())),
        ("Method", text(&table.method)),
        ("Mapper", text(&table.mapper)),
        ("Date", text(&table.date)),
        ("Stage", table.stage.map(|stage| stage.to_string())),
        ("Status", table.is_draft.then(|| "draft".to_owned())),
    ];
    let fields: Vec<Field> = fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    report::Table::of("general", "General Information", GENERAL, &fields)
}

/// Relation tables as a mapping: the rows, which CSV holds alone, and for a single table what is said of it. The focal
/// document of each table is its `from`. What has no word
/// there is left out and counted. There are no sheets if no row is left.
pub fn sheet(tables: &[&Table], library: &Library, open: OpenReverse) -> (Vec<report::Table>, Vec<Loss>) {
    let mut writer = Writer { library, open, lines: Vec::new(), losses: Losses::default() };
    for table in tables {
        writer.table(table);
    }
    let Writer { lines, mut losses, .. } = writer;
    if lines.is_empty() {
        return (Vec::new(), losses.finish());
    }
    match tables {
        [table] => {
            let pins = [&table.from_hash, &table.to_hash].into_iter().flatten().count();
            losses.add_many(
                [
                    "hash that pins the content of an edition is left out",
                    "hashes that pin the content of an edition are left out",
                ],
                pins,
            );
            losses.add_many(
                [
                    "table from which the table was composed is left out",
                    "tables from which the table was composed are left out",
                ],
                table.derived_from.len(),
            );
        }
        tables => {
            losses.add_many(
                [
                    "table loses its own metadata because it shares one mapping with other tables",
                    "tables lose their own metadata because they share one mapping",
                ],
                tables.len(),
            );
        }
    }
    let rows = report::Table::of(ANSWER, "Relationships", COLUMNS, &lines);
    let general = if let [table] = tables { Some(general(table)) } else { None };
    (std::iter::once(rows).chain(general).collect(), losses.finish())
}

/// The word for a relation and its reverse.
fn word(forward: Strength, reverse: Option<Strength>) -> Option<&'static str> {
    match (forward, reverse) {
        (Strength::Full, Some(Strength::Full)) => Some("equal"),
        (Strength::Full, Some(Strength::Partial)) => Some("superset of"),
        (Strength::Partial, Some(Strength::Full)) => Some("subset of"),
        (Strength::Partial, Some(Strength::Partial)) => Some("intersects with"),
        (Strength::None, _) => Some("no relationship"),
        (Strength::Full | Strength::Partial, Some(Strength::None | Strength::Related) | None)
        | (Strength::Related, _) => None,
    }
}

/// A row that says less than it seems to: the mapping has one confidence for all rows.
const LESS_SURE: [&str; 2] = [
    "row with a lower confidence than its table gets the confidence of the table: the format has no confidence for rows",
    "rows with a lower confidence than their table get the confidence of the table: the format has no confidence for rows",
];

/// A row that is surer than it seems to be.
const MORE_SURE: [&str; 2] = [
    "row with a higher confidence than its table gets the confidence of the table: the format has no confidence for rows",
    "rows with a higher confidence than their table get the confidence of the table: the format has no confidence for rows",
];

struct Writer<'l> {
    library: &'l Library,
    open: OpenReverse,
    lines: Vec<Line>,
    losses: Losses,
}

impl Writer<'_> {
    fn table(&mut self, table: &Table) {
        for (number, why) in table.unrelated.iter() {
            let from = ClauseId { edition: table.from.clone(), number: number.clone() };
            self.line(table, Some(&from), "no relationship", None, Some(why.trim()));
        }
        for row in &table.rows {
            if word(row.forward, row.reverse).is_some() && !row.is_joint() {
                match row.confidence.cmp(&table.confidence) {
                    Ordering::Less => self.lose(LESS_SURE),
                    Ordering::Equal => {}
                    Ordering::Greater => self.lose(MORE_SURE),
                }
            }
            self.row(table, row);
        }
        let Table { title, method, mapper, unrelated, .. } = table;
        self.count_changed([title, method, mapper].into_iter().flatten().chain(unrelated.values()));
    }

    /// Counts the texts that no cell keeps as they are.
    fn count_changed<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            if text.is_empty() {
                self.lose(["empty text is left out", "empty texts are left out"]);
            } else if has_space_around(text) || text.contains('\t') {
                self.lose(["text loses spaces around it or tabs", "texts lose spaces around them or tabs"]);
            }
        }
    }

    fn lose(&mut self, what: [&'static str; 2]) {
        self.losses.add(what);
    }

    fn row(&mut self, table: &Table, row: &Relation) {
        let note = row.note.as_deref();
        if row.is_joint() {
            return self.lose([
                "joint row is left out because the format has no form for it",
                "joint rows are left out because the format has no form for them",
            ]);
        }
        let relationship = match (word(row.forward, row.reverse), row.forward, self.open) {
            (Some(word), ..) => word,
            (None, Strength::Related, _) => {
                return self.lose([
                    "row that is only related is left out because the format has no word for it",
                    "rows that are only related are left out because the format has no word for them",
                ]);
            }
            (None, _, OpenReverse::LeaveOut | OpenReverse::Weaken | OpenReverse::OwnWord) => {
                return self.lose(
                    ["row whose reverse is not stated is left out: every word says something about both directions, including intersects with", "rows whose reverse is not stated are left out: every word says something about both directions, including intersects with"],
                );
            }
        };
        let kept = [row.items.as_deref(), row.add.as_ref(), row.add_reverse.as_ref()];
        let has_names = !row.derived_from.is_empty() || !row.reviewed_by.is_empty();
        if kept.iter().any(Option::is_some) || has_names {
            self.lose([
                "row loses the remaining work, the items that are meant, its sources or its reviewers",
                "rows lose the remaining work, the items that are meant, their sources or their reviewers",
            ]);
        }
        if !row.said.is_empty() {
            self.lose(["row loses what each mapper said", "rows lose what each mapper said"]);
        }
        self.count_changed(&row.note);
        self.line(table, row.from.first(), relationship, Some(&row.to), note);
    }

    fn line(
        &mut self,
        table: &Table,
        focal: Option<&ClauseId>,
        relationship: &'static str,
        reference: Option<&ClauseId>,
        note: Option<&str>,
    ) {
        let title = |clause: Option<&ClauseId>| {
            let clause = clause.and_then(|clause| self.library.clause(clause));
            clause.map_or(String::new(), |clause| clause.title.to_string())
        };
        self.lines.push(Line {
            focal: focal.map(|clause| Element::of(clause, &table.from)),
            focal_title: title(focal),
            relationship,
            reference: reference.map(|clause| Element::of(clause, &table.to)),
            reference_title: title(reference),
            comments: note.map(str::to_owned),
        });
    }
}
