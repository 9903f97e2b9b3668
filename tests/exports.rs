//! Whatever a table or a row says comes back from every format that a table is written in, or its loss is counted.

#[path = "exports/assessments.rs"]
mod assessments;
#[path = "exports/catalogs.rs"]
mod catalogs;
#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::collections::BTreeSet;

use common::World;
use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::exchange::import::{self, GeneralInformation, Kind, SheetChoice, TableHeader};
use xwalk::exchange::written::{Loss, OpenReverse, Written};
use xwalk::exchange::{ciso, oscal, sheet, sssom, strm};
use xwalk::load::{self, raw};
use xwalk::model::{Confidence, Relation, Stage, Strength, Table, TableId};
use xwalk::render::{Format as _, Page, Xlsx};
use xwalk::report::{Basis, Document, Part};
use xwalk::source::{Sources, Text};

const FIRST: (&str, &str) = (
    "first.yaml",
    "xwalk: catalog/1\nid: first:1\ntitle: First\nclauses: { \"1\": One, \"2\": Two, \"3\": Three, \"3.1\": Three one, \"3.2\": Three two }\n",
);
const SECOND: (&str, &str) = (
    "second.yaml",
    "xwalk: catalog/1\nid: second:1\ntitle: Second\nclauses: { A: Alpha, B: Beta, C: Gamma, C.1: Gamma one, C.2: Gamma two }\n",
);
const THIRD: (&str, &str) = ("third.yaml", "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses: { X: Ex }\n");
const OTHER: (&str, &str) = (
    "other.yaml",
    "xwalk: relations/1\nid: other\nfrom: first:1\nto: third:1\nversion: 1\nsource: Us\nconfidence: high\nrows:\n  - { from: \"1\", to: X, relation: full, reverse: partial }\n",
);

/// What a table may say beside what each has to say.
const OF_TABLE: [&str; 21] = [
    "title: \" Blanks \"",
    "method: \"A\\ttab, and a blank \"",
    "mapper: \"A.  Lee \"",
    "mapper: \"A.\\nLee\"",
    "unrelated: { \"2\": \" \\tNothing \" }",
    "title: \"A title: with a colon\"",
    "provenance: stated",
    "method: \"Joint analysis;\\nthen review\"",
    "mapper: A. Lee",
    "date: 2026-03-04",
    "date: 2026-03",
    "date: \"2026\"",
    "stage: joint",
    "stage: individual",
    "stage: consensus",
    "status: draft",
    "derived-from: [other]",
    "from-hash: 0000000000000000",
    "to-hash: 0000000000000000",
    "unrelated: { \"2\": \"Nothing alike: really\" }",
    "unrelated: { \"3\": \"A whole chapter\" }",
];

/// What a row may say beside its relation.
const OF_ROW: [&str; 26] = [
    "note: \"ends with a blank \"",
    "note: \" begins with one\"",
    "note: \"a\\tb\"",
    "note: \"\\ta\"",
    "note: \"a \\n b\\n\"",
    "note: \"\"",
    "note: \"a\\u00a0\"",
    "add: \"x \"",
    "add-reverse: \"x\\n\"",
    "items: \" a\\tb \"",
    "add: \"\"",
    "reviewed-by: [\" A \"]",
    "reviewed-by: [\"A\\tB\", \"C\\nD\"]",
    "items: \"b, c\"",
    "add: \"Do more: all of it\"",
    "add-reverse: Do less",
    "add: \"NA\"",
    "note: \"Seen\\nby all\"",
    "note: \"n/a\"",
    "confidence: low",
    "confidence: medium",
    "derived-from: [other]",
    "said: { \"A. Lee\": partial/full, \"B: C\": full }",
    "reviewed-by: [\"A. Lee\", \"B | C\"]",
    "reviewed-by: [\"none\"]",
    "items: \"a\", add: x, add-reverse: y, note: z, confidence: low, said: { M: none }, reviewed-by: [N]",
];

/// Rows of other kinds, beside the usual one.
const ROWS: [&str; 20] = [
    "{ to: B, relation: none, note: \" Why \", add: \"a\\tb\", items: \" \\n\" }",
    "{ from: \"2\", to: B, relation: full }",
    "{ from: \"2\", to: B, relation: full, add: more, said: { M: full } }",
    "{ from: \"2\", to: B, relation: full, reverse: full }",
    "{ from: \"2\", to: B, relation: partial }",
    "{ from: \"2\", to: B, relation: partial, reverse: full }",
    "{ from: \"2\", to: B, relation: partial, reverse: partial }",
    "{ from: \"2\", to: B, relation: none }",
    "{ from: \"2\", to: B, relation: none, note: Why }",
    "{ from: \"2\", to: B, relation: related }",
    "{ from: \"2\", to: B, relation: related, note: Why, add: more }",
    "{ to: B, relation: none }",
    "{ to: B, relation: none, note: Why, add: more, confidence: low, reviewed-by: [A], said: { M: none } }",
    "{ to: B, relation: none, items: a, derived-from: [other] }",
    "{ to: C, relation: none, note: A whole chapter }",
    "{ from: [\"1\", \"2\"], to: B, relation: full, reverse: full }",
    "{ from: [\"1\", third:1/X], to: B, relation: full, reverse: full }",
    "{ from: third:1/X, to: B, relation: full, reverse: full }",
    "{ from: \"3\", to: C, relation: full, reverse: full }",
    "{ from: second:1/B, to: first:1/2, relation: partial }",
];

fn table(head: &str, of_row: &str, row: &str) -> String {
    let confidence = "high";
    let comma = if of_row.is_empty() { "" } else { ", " };
    let row = if row.is_empty() { String::new() } else { format!("  - {row}\n") };
    format!(
        "xwalk: relations/1\nid: made\nfrom: first:1\nto: second:1\nversion: 3\nsource: \"Us: all of us\"\nconfidence: {confidence}\n{head}\nrows:\n  - {{ from: \"1\", to: A, relation: full, reverse: partial{comma}{of_row} }}\n{row}"
    )
}

/// All that a table says, each in a line.
fn lines(table: &Table) -> BTreeSet<String> {
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let pin = |pin: &Option<xwalk::model::Pin>| pin.as_ref().map(|pin| pin.hash.to_string());
    let said = [
        ("id", Some(table.id.to_string())),
        ("title", text(&table.title)),
        ("from", Some(table.from.to_string())),
        ("to", Some(table.to.to_string())),
        ("version", Some(table.version.to_string())),
        ("source", Some(table.source.to_string())),
        ("confidence", Some(table.confidence.to_string())),
        ("provenance", table.provenance.map(|provenance| provenance.to_string())),
        ("method", text(&table.method)),
        ("mapper", text(&table.mapper)),
        ("date", text(&table.date)),
        ("stage", table.stage.map(|stage| stage.to_string())),
        ("draft", table.is_draft.then(|| "yes".to_owned())),
        ("derived-from", Some(format!("{:?}", table.derived_from))),
        ("from-hash", pin(&table.from_hash)),
        ("to-hash", pin(&table.to_hash)),
        ("unrelated", Some(format!("{:?}", table.unrelated.iter().collect::<Vec<_>>()))),
    ];
    let said = said.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}", value?)));
    said.chain(table.rows.iter().map(line)).collect()
}

fn line(row: &Relation) -> String {
    let Relation { from, to, forward, reverse, items, add, add_reverse, note, confidence, .. } = row;
    // What shares nothing shares nothing backwards.
    let reverse = reverse.filter(|_| *forward != Strength::None);
    let from: Vec<String> = from.iter().map(ToString::to_string).collect();
    let said: Vec<String> = row.said.iter().map(ToString::to_string).collect();
    format!(
        "{} {to} {forward} {reverse:?} {items:?} {add:?} {add_reverse:?} {note:?} {confidence} {:?} {said:?} {:?}",
        from.join("+"),
        row.derived_from,
        row.reviewed_by
    )
}

/// A table written and read back beside the editions and the other table; none where nothing was left to write.
type ThereAndBack = fn(&Table, &World, &World, OpenReverse) -> (Option<Table>, Vec<Loss>);

fn of_text(name: &str, written: Written, world: &World) -> (Option<Table>, Vec<Loss>) {
    if written.text.is_empty() {
        return (None, written.losses);
    }
    let mut sources = Sources::default();
    let file = sources.add(name, written.text);
    let format = Format::of(sources.get(file).text()).unwrap();
    let mut read = ForeignFiles::read(&sources, &[(file, format)]);
    let mut content = read.tables(&world.library, Choices::default()).remove(0).1;
    // Rows between other editions are a table of their own there, beside the one that keeps the id.
    let is_made = |table: &raw::Relations| table.id.as_ref().is_some_and(|id| id.value == *"made");
    let Some(mut raw) = content.tables.extract_if(.., |table| is_made(table)).next() else {
        return (None, written.losses);
    };
    for other in content.tables {
        let [from, to] = [&other.from, &other.to].map(|edition| edition.as_ref().unwrap().value.to_string());
        let whole = |mut ends: Vec<raw::Scalar>, edition: &str| {
            for end in &mut ends {
                *end = raw::Scalar::new(format!("{edition}/{}", end.value), end.span);
            }
            ends
        };
        let ends = |row: raw::Row| raw::Row { from: whole(row.from, &from), to: whole(row.to, &to), ..row };
        raw.rows.extend(other.rows.into_iter().map(ends));
    }
    let name = format!("{}.yaml", raw.id.as_ref().unwrap().value);
    let (read, faults) = load::table_from_raw(raw, &name, &world.library).into_parts();
    assert!(!xwalk::diagnostic::has_errors(&faults), "{faults:?}");
    (read, written.losses)
}

fn through_oscal(table: &Table, from: &World, world: &World, open: OpenReverse) -> (Option<Table>, Vec<Loss>) {
    let written = oscal::write::mapping_collection(&[table], &from.library, open, &BTreeSet::new());
    of_text("made.json", written, world)
}

fn through_ciso(table: &Table, from: &World, world: &World, open: OpenReverse) -> (Option<Table>, Vec<Loss>) {
    of_text("made.yaml", ciso::write_tables(&[table], &from.library, open), world)
}

fn through_sssom(table: &Table, from: &World, world: &World, open: OpenReverse) -> (Option<Table>, Vec<Loss>) {
    of_text("made.sssom.tsv", sssom::write(&[table], &from.library, open), world)
}

fn through_strm(table: &Table, from: &World, world: &World, open: OpenReverse) -> (Option<Table>, Vec<Loss>) {
    let (sheets, losses) = strm::sheet(&[table], &from.library, open);
    if sheets.is_empty() {
        return (None, losses);
    }
    let document = Document {
        command: "export",
        title: "made".to_owned().into(),
        lead: Vec::new(),
        parts: sheets.into_iter().map(Part::Table).collect(),
        findings: Vec::new(),
        basis: Basis::default(),
    };
    let (mut sources, mut bytes) = (Sources::default(), Vec::new());
    Xlsx.write(&document, Page::new(&sources, 80), &mut bytes).unwrap();
    let sheets = sheet::workbook(&mut sources, "made.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
    let general = GeneralInformation::of(&sheets, &world.library);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    let one = |word: &Option<String>, known: &[(&str, Stage)]| {
        known.iter().find(|(name, _)| Some(*name) == word.as_deref()).map(|(_, stage)| *stage)
    };
    let stages = [("joint", Stage::Joint), ("individual", Stage::Individual), ("consensus", Stage::Consensus)];
    let head = TableHeader {
        id: general.id.unwrap(),
        title: general.title,
        from: general.from.unwrap(),
        to: general.to.unwrap(),
        version: general.version.unwrap(),
        source: general.source.unwrap(),
        confidence: if general.confidence.as_deref() == Some("high") { Confidence::High } else { Confidence::Low },
        provenance: general.provenance,
        method: general.method,
        mapper: general.mapper,
        date: general.date,
        stage: one(&general.stage, &stages),
        derived_from: Vec::new(),
        is_draft: general.is_draft,
    };
    let (read, faults) = import::table(&rows, &head, &world.library).unwrap();
    assert!(!xwalk::diagnostic::has_errors(&faults), "{faults:?}");
    (Some(read), losses)
}

const FORMATS: [(&str, ThereAndBack); 4] =
    [("oscal", through_oscal), ("ciso-assistant", through_ciso), ("sssom", through_sssom), ("strm", through_strm)];

#[test]
fn what_a_table_says_comes_back_from_every_format_or_is_counted_as_lost() {
    let mut made: Vec<(String, String)> = vec![(String::new(), table("", "", ""))];
    made.extend(OF_TABLE.iter().map(|key| ((*key).to_owned(), table(key, "", ""))));
    made.extend(OF_ROW.iter().map(|key| ((*key).to_owned(), table("", key, ""))));
    made.extend(ROWS.iter().map(|row| ((*row).to_owned(), table("", "", row))));
    let there = World::new(&[FIRST, SECOND, THIRD, OTHER], None);
    let mut silent = Vec::new();
    for (said, text) in &made {
        // A pin of another content is reported, and is not an error.
        let mut sources = Sources::default();
        let mut files = load::Files::default();
        for (name, text) in [FIRST, SECOND, THIRD, OTHER, ("made.yaml", text)] {
            let file = sources.add(name, text.to_owned());
            files.read(&sources, file);
        }
        let (library, faults) = load::library(&sources, files).into_parts();
        assert!(!xwalk::diagnostic::has_errors(&faults), "{said}: {faults:?}");
        let world = World { sources, library, assessment: None };
        let before = world.library.table(&TableId::parse("made").unwrap()).unwrap();
        for (format, through) in FORMATS {
            for open in [OpenReverse::LeaveOut, OpenReverse::Weaken, OpenReverse::OwnWord] {
                let (after, losses) = through(before, &world, &there, open);
                let (before, after) = (lines(before), after.as_ref().map(lines).unwrap_or_default());
                let changed: Vec<&String> = before.symmetric_difference(&after).collect();
                assert!(!said.is_empty() || losses.is_empty(), "{format}: {losses:?}");
                if !changed.is_empty() && losses.is_empty() {
                    silent.push(format!("{format} {open:?}: {said}\n    {changed:?}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{} are lost in silence:\n{}", silent.len(), silent.join("\n"));
}
