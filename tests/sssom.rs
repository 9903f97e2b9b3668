//! Mapping sets of SSSOM are read as relation tables, and relation tables are written as mapping sets.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::fmt::Write as _;

use common::World;
use xwalk::bundled;
use xwalk::exchange::content::{Choices, Content, Count};
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::exchange::sssom;
use xwalk::exchange::written::{Loss, OpenReverse};
use xwalk::load;
use xwalk::model::{Library, Relation, Table};
use xwalk::source::{Sources, Span};

const MADE: (&str, &str) = (
    "made.yaml",
    "xwalk: catalog/1\nid: made:1\ntitle: Made\naliases: [\"Made 1\"]\nclauses: { \"1\": One, \"2\": Two, \"AC-2\": Accounts, \"A+B\": Both, \"0\": { title: Scope, kind: informative }, \"u\": { title: Elsewhere, uri: \"https://made.example/u\" } }\n",
);
const OTHER: (&str, &str) = (
    "other.yaml",
    "xwalk: catalog/1\nid: other:2\ntitle: Other\nclauses: { \"1\": First, \"2\": Second, \"3\": Third, \"(4)\": Fourth }\n",
);

fn world() -> World {
    World::new(&[MADE, OTHER], None)
}

/// What comes of files of SSSOM, the first of which is asked for.
fn read(files: &[(&str, &str)], world: &World) -> (Sources, Content) {
    let mut sources = world.sources.clone();
    let files: Vec<_> = files.iter().map(|(name, text)| sources.add(*name, (*text).to_owned())).collect();
    let found = files.iter().map(|file| (*file, Format::of(sources.get(*file).text()).unwrap()));
    let mut read = ForeignFiles::read(&sources, &found.collect::<Vec<_>>());
    let mut all = Content::default();
    for (_, content) in read.tables(&world.library, Choices::default()) {
        all.tables.extend(content.tables);
        all.faults.extend(content.faults);
        all.counts.extend(content.counts);
    }
    (sources, all)
}

/// The rows of a table in a line each.
fn rows(content: &Content) -> Vec<String> {
    let text =
        |scalars: &[load::raw::Scalar]| scalars.iter().map(|text| text.value.to_string()).collect::<Vec<_>>().join("+");
    let row = |row: &load::raw::Row| {
        let mut line = format!("{} {} {}", text(&row.from), row.relation.as_ref().unwrap().value, text(&row.to));
        for (mark, said) in [("/", &row.reverse), ("~", &row.confidence), (": ", &row.note)] {
            if let Some(said) = said {
                write!(line, " {mark}{}", said.value).unwrap();
            }
        }
        line
    };
    content.tables.iter().flat_map(|table| table.rows.iter().map(row)).collect()
}

/// Findings as `line:column message`.
fn told(sources: &Sources, content: &Content) -> Vec<String> {
    let told = content.faults.iter().map(|fault| {
        let place = sources.position(fault.span);
        format!("{}:{} {}", place.line, place.column, fault.message)
    });
    told.collect()
}

const SET: &str = "\
#curie_map:
#  MADE: https://made.example/1/
#  OTH: https://other.example/
#mapping_set_id: https://made.example/sets/made-to-other.sssom.tsv
#mapping_set_title: \"Made, to other\"
#mapping_set_version: \"2026-01\"
#mapping_date: 2026-01-31
#creator_label:
#  - Ann
#  - Bob
#subject_source: \"Made 1\"
#object_source: other
#object_source_version: \"2\"
subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tcomment
MADE:1\tOne\tskos:exactMatch\t\tOTH:1\tsemapv:ManualMappingCuration\t0.95\tsure
MADE:1\tOne\tskos:narrowMatch\t\tOTH:2\tsemapv:ManualMappingCuration\t0.5\t\"two\twords\"
MADE:2\tTwo\tskos:broadMatch\t\tOTH:2\tsemapv:LexicalMatching\t0.1\t
MADE:AC-02\t\tskos:closeMatch\t\tOTH:3\t\t\t
MADE:A%2BB\t\tskos:relatedMatch\t\tOTH:(4)\t\t\t
https://made.example/u\t\tskos:mappingRelation\tNot\tOTH:1\t\t\t
MADE:2\t\tskos:mappingRelation\t\tsssom:NoTermFound\t\t\tnothing like it
sssom:NoTermFound\t\tskos:mappingRelation\t\tOTH:3\t\t\t
MADE:2\t\tskos:exactMatch\tNot\tOTH:1\t\t\t
MADE:9\t\tskos:exactMatch\t\tOTH:1\t\t\t
MADE:0\t\tskos:exactMatch\t\tOTH:1\t\t\t
ELSE:1\t\tskos:exactMatch\t\tOTH:1\t\t\t
MADE:1\t\tskos:exactMatch\t\tOTH:1\t\t\tagain
MADE:AC-2\t\tskos:exactMatch\t\tOTH:1\t\t\t
MADE:AC-2\t\tskos:broadMatch\t\tOTH:1\t\t\t
\t\tskos:exactMatch\t\tOTH:1\t\t\t
";

#[test]
fn a_mapping_set_becomes_a_table_and_what_no_row_can_say_is_counted_at_its_place() {
    let world = world();
    let (sources, content) = read(&[("x.sssom.tsv", SET)], &world);
    assert_eq!(
        rows(&content),
        [
            "1 full 1 /full ~high : sure",
            "1 full 2 /partial ~medium : two\twords",
            "2 partial 2 /full ~low",
            "AC-2 related 3",
            "A+B related (4)",
            "u none 1",
            " none 3",
        ]
    );
    let table = &content.tables[0];
    // Rows that contradict each other are kept for an audit.
    let disputed =
        table.disputed.iter().map(|row| (sources.position(row.span).line.get(), row.relation.as_ref().unwrap()));
    let disputed: Vec<(u32, String)> = disputed.map(|(line, word)| (line, word.value.to_string())).collect();
    assert_eq!(disputed, [(28, "full".to_owned()), (29, "partial".to_owned())]);
    let text = |text: &Option<load::raw::Scalar>| text.as_ref().map(|text| text.value.to_string());
    assert_eq!(text(&table.id).as_deref(), Some("made-to-other"));
    assert_eq!(text(&table.title).as_deref(), Some("Made, to other"));
    assert_eq!(text(&table.source).as_deref(), Some("Made, to other, version 2026-01"));
    assert_eq!((text(&table.version), text(&table.date).as_deref()), (None, Some("2026-01-31")));
    assert_eq!(text(&table.mapper).as_deref(), Some("Ann, Bob"));
    assert_eq!(text(&table.method).as_deref(), Some("semapv:LexicalMatching, semapv:ManualMappingCuration"));
    assert_eq!((text(&table.from).as_deref(), text(&table.to).as_deref()), (Some("made:1"), Some("other:2")));
    assert_eq!(
        told(&sources, &content),
        [
            "18:1 ids read in the form that made:1 uses: 1, first MADE:AC-02",
            "24:1 rows left out since made:1 has no such clause: 1, first MADE:9",
            "25:1 rows left out since the clause of made:1 is informative: 1, first MADE:0",
            "26:1 rows left out since no edition is known by the prefix ELSE, which stands for nothing: 1, first ELSE:1",
            "30:3 rows left out without subject_id: 1",
            "18:13 rows of skos:closeMatch, which has no fixed meaning, read as related: 1",
            "23:9 rows left out since no relation says Not skos:exactMatch: 1",
            "21:1 rows left out that say no term was found where another row has one: 1, first 2 and nothing",
            "27:1 rows left out that repeat another row: 1, first 1 and 1",
            "28:1 rows left out since rows of one pair contradict each other: 2, first AC-2 and 1",
        ]
    );
    let Count { what, read, taken, left_out, .. } = &content.counts[0];
    assert_eq!((*what, *read, *taken), ("mapping rows", 16, 7));
    assert_eq!(left_out.iter().map(|(_, count)| count).sum::<usize>(), 9);
    let mut faults = Vec::new();
    let loaded = load::table_from_raw(content.tables[0].clone(), "made-to-other.yaml", &world.library);
    faults.extend(loaded.diagnostics().iter().map(|fault| fault.message.clone()));
    assert_eq!(faults, [""; 0], "what is taken is sound");
}

#[test]
fn metadata_may_stand_in_a_file_beside_the_table_and_commas_between_the_columns() {
    let world = world();
    let table = "subject_id,predicate_id,object_id\nM:1,skos:exactMatch,O:1\n";
    let metadata = "curie_map:\n  M: https://made.example/made-1/\n  O: \"urn:xwalk:other:2:\"\nmapping_set_id: urn:xwalk:table:kept\n";
    for name in ["d/a.sssom.yml", "d/else.yml"] {
        let (sources, content) = read(&[("d/a.sssom.csv", table), (name, metadata)], &world);
        assert_eq!((rows(&content), told(&sources, &content)), (vec!["1 full 1 /full".to_owned()], vec![]), "{name}");
        assert_eq!(content.tables[0].id.as_ref().unwrap().value, "kept");
    }
    let alone = read(&[("d/b.sssom.yml", metadata)], &world);
    assert_eq!(told(&alone.0, &alone.1), [""; 0], "what was found while parsing is told by the run");
    let (sources, content) = read(&[("d/a.sssom.csv", table), ("e/a.sssom.yml", metadata)], &world);
    assert_eq!(
        told(&sources, &content),
        ["2:1 rows left out since no edition is known by the prefix M, which stands for nothing: 1, first M:1"]
    );
}

/// Rows without their places, as they are compared.
fn said(table: &Table) -> Vec<Relation> {
    let span = Span::start_of(Sources::default().add("", ""));
    table.rows.iter().map(|row| Relation { span, ..row.clone() }).collect()
}

fn bundled() -> Library {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    load::library(&sources, files).sound().unwrap().0
}

/// How many rows were lost. That converters read something else in a row is reported as well, and loses nothing here.
fn lost(losses: &[Loss]) -> usize {
    losses.iter().filter(|loss| !loss.what.contains("which some converters")).map(|loss| loss.count).sum()
}

/// A table written, read against the editions alone, and made one of ours again.
fn there_and_back(table: &Table, library: &Library, open: OpenReverse) -> (Vec<Loss>, Option<Table>) {
    let written = sssom::write(&[table], library, open);
    if written.text.is_empty() {
        return (written.losses, None);
    }
    let mut sources = Sources::default();
    let file = sources.add(format!("{}.sssom.tsv", table.id), written.text);
    let mut read = ForeignFiles::read(&sources, &[(file, Format::of(sources.get(file).text()).unwrap())]);
    let mut editions = Library::default();
    for catalog in library.catalogs() {
        editions.add_catalog(catalog.clone()).unwrap();
    }
    let (_, content) = read.tables(&editions, Choices::default()).remove(0);
    let left_out: Vec<_> = content.counts[0].left_out.clone();
    assert_eq!(left_out, [], "{}", table.id);
    let Some(raw) = content.tables.into_iter().next() else { return (written.losses, None) };
    let (read, faults) = load::table_from_raw(raw, &format!("{}.yaml", table.id), &editions).sound().unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    (written.losses, read)
}

#[test]
fn what_every_bundled_table_says_comes_back_but_for_what_is_counted() {
    let library = bundled();
    let mut count = (0, 0, 0);
    for table in library.tables() {
        let (losses, read) = there_and_back(table, &library, OpenReverse::LeaveOut);
        let lost = lost(&losses);
        let after = read.as_ref().map(said).unwrap_or_default();
        let can_be_said = |row: &&Relation| {
            use xwalk::model::Strength::{Full, None as Nothing, Partial, Related};
            match (row.forward, row.reverse) {
                _ if row.is_joint() => false,
                (Full, Some(Full | Partial)) | (Partial, Some(Full)) | (Related | Nothing, _) => true,
                _ => false,
            }
        };
        let mut kept: Vec<Relation> = said(table).iter().filter(can_be_said).cloned().collect();
        for row in &mut kept {
            row.derived_from.clear();
        }
        assert_eq!(after, kept, "{}", table.id);
        assert_eq!(lost + kept.len(), table.rows.len(), "{}", table.id);
        if let Some(read) = read {
            assert_eq!((&read.unrelated, &read.source, &read.method), (&table.unrelated, &table.source, &table.method));
            assert_eq!((&read.title, read.version, read.confidence), (&table.title, table.version, table.confidence));
            assert_eq!((read.provenance.is_some(), &read.date), (true, &table.date));
        }
        count = (count.0 + table.rows.len(), count.1 + kept.len(), count.2 + lost);
    }
    assert!(count.0 > 1_000 && count.1 > 100 && count.2 > 100, "{count:?}");
}

const TABLE: (&str, &str) = (
    "t.yaml",
    r#"
xwalk: relations/1
id: t
title: Made table
from: made:1
to: other:2
version: 3
source: "Us: \"ourselves\""
confidence: medium
provenance: stated
method: joint analysis
date: 2026-05
stage: joint
status: draft
unrelated: { "u": NA }
rows:
  - { from: "1", to: "1", relation: full, reverse: full, note: "n/a", add: "a | b", items: "b, c" }
  - { from: "1", to: "2", relation: partial, reverse: partial }
  - { from: "2", to: "2", relation: full }
  - { from: ["1", "2"], to: "3", relation: full, reverse: partial }
  - { from: "A+B", to: "(4)", relation: related, note: "tab\tand\n# line", confidence: high }
  - { from: "2", to: "1", relation: none, reverse: none, reviewed-by: ["orcid:0000-0001-2345-6789", "Lee | Roe"] }
"#,
);

#[test]
fn a_table_is_written_with_a_row_for_each_pair_and_nothing_stronger_than_it_says() {
    let world = World::new(&[MADE, OTHER, TABLE], None);
    let table = world.library.tables().next().unwrap();
    let written = sssom::write(&[table], &world.library, OpenReverse::LeaveOut);
    let expected = "\
#curie_map:
#  made-1: \"urn:xwalk:made:1:\"
#  other-2: \"urn:xwalk:other:2:\"
#  semapv: \"https://w3id.org/semapv/vocab/\"
#  skos: \"http://www.w3.org/2004/02/skos/core#\"
#  sssom: \"https://w3id.org/sssom/\"
#  xwalk: \"urn:xwalk:\"
#  orcid: \"https://orcid.org/\"
#mapping_set_id: \"urn:xwalk:table:t\"
#license: \"https://w3id.org/sssom/license/unspecified\"
#mapping_set_version: \"3\"
#mapping_set_title: \"Made table\"
#mapping_set_description: \"Us: \\\"ourselves\\\"\"
#comment: \"joint analysis\"
#subject_source: \"xwalk:made:1\"
#subject_source_version: \"1\"
#object_source: \"xwalk:other:2\"
#object_source_version: \"2\"
#other: \"date=2026-05|provenance=stated|stage=joint|status=draft\"
#mapping_set_confidence: 0.6
subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\treviewer_id\treviewer_label\tconfidence\tcomment\tother
made-1:u\tElsewhere\tskos:mappingRelation\t\tsssom:NoTermFound\t\tsemapv:ManualMappingCuration\t\t\t\t\tnote=NA
made-1:1\tOne\tskos:exactMatch\t\tother-2:1\tFirst\tsemapv:ManualMappingCuration\t\t\t\t\tnote=n/a|items=b, c|add=a %7C b
made-1:A%2BB\tBoth\tskos:relatedMatch\t\tother-2:(4)\tFourth\tsemapv:ManualMappingCuration\t\t\t0.9\t\"tab\tand\n# line\"\t
made-1:2\tTwo\tskos:mappingRelation\tNot\tother-2:1\tFirst\tsemapv:ManualMappingCuration\torcid:0000-0001-2345-6789\torcid:0000-0001-2345-6789|Lee \\| Roe\t\t\treverse=none
";
    assert_eq!(written.text, expected);
    let loss = |what: &str, count| Loss { what: what.to_owned(), count };
    assert_eq!(
        written.losses,
        [
            loss(
                "clause without a counterpart is written with sssom:NoTermFound, which some converters read as a term",
                1
            ),
            loss("joint row is left out because the format has no form for it", 1),
            loss("row that overlaps is left out because there is no predicate for it", 1),
            loss("row that says none is written as a denied predicate (Not), which some converters read as stated", 1),
            loss("row whose reverse is not stated is left out because there is no predicate for it", 1),
        ]
    );
    let weaker = sssom::write(&[table], &world.library, OpenReverse::Weaken);
    let related = weaker.text.lines().filter(|line| line.contains("\tskos:relatedMatch\t")).count();
    assert_eq!((weaker.losses.len(), related), (5, 5), "{}", weaker.text);
    let (_, back) = there_and_back(table, &world.library, OpenReverse::LeaveOut);
    let back = back.unwrap();
    assert_eq!(back.unrelated.values().next().unwrap().as_str(), "NA");
    assert_eq!((back.stage, back.is_draft, back.date.as_deref()), (table.stage, true, Some("2026-05")));
    assert_eq!(back.rows[0].add.as_deref(), Some("a | b"));
    assert_eq!(back.rows[1].note.as_deref(), Some("tab\tand\n# line"));
    assert_eq!(back.rows[2].reviewed_by, table.rows[5].reviewed_by);
    assert_eq!(back.rows[2].reviewed_by.len(), 2);
}

/// One pair by a row of its own, by joint rows, and as a touch point.
const SHARED: (&str, &str) = (
    "s.yaml",
    r#"
xwalk: relations/1
id: s
from: made:1
to: other:2
version: 1
source: us
confidence: medium
rows:
  - { from: ["1", "2"], to: "1", relation: full }
  - { from: "1", to: "1", relation: partial, reverse: full, note: own }
  - { from: ["1", "2", "A+B"], to: "1", relation: full, reverse: partial }
  - { from: "2", to: "1", relation: partial, note: mine }
  - { from: "1", to: "2", relation: full, reverse: full }
  - { from: "1", to: "2", relation: related }
  - { from: ["2", "A+B"], to: "3", relation: full }
"#,
);

#[test]
fn a_pair_has_one_line_the_one_that_says_most_and_what_is_merged_is_counted() {
    let world = World::new(&[MADE, OTHER, SHARED], None);
    let table = world.library.tables().next().unwrap();
    let lines = |written: &str| -> Vec<String> {
        let rows = written.lines().filter(|line| line.starts_with("made-1:"));
        rows.map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            [cells[0], cells[2], cells[3], cells.last().unwrap()].join(" ")
        })
        .collect()
    };
    let written = sssom::write(&[table], &world.library, OpenReverse::Weaken);
    assert_eq!(
        lines(&written.text),
        [
            "made-1:1 skos:broadMatch other-2:1 own",
            "made-1:A%2BB skos:relatedMatch other-2:1 ",
            "made-1:2 skos:relatedMatch other-2:1 mine",
            "made-1:1 skos:exactMatch other-2:2 ",
            "made-1:2 skos:relatedMatch other-2:3 ",
            "made-1:A%2BB skos:relatedMatch other-2:3 ",
        ]
    );
    let merged: Vec<usize> =
        written.losses.iter().filter(|loss| loss.what.contains("merged")).map(|loss| loss.count).collect();
    assert_eq!(merged, [5], "{:?}", written.losses);
    // A table that says the same of a pair as another one adds nothing to a set of both.
    let twice = sssom::write(&[table, table], &world.library, OpenReverse::Weaken);
    assert_eq!(lines(&twice.text), lines(&written.text));
}

#[test]
fn the_bundled_tables_are_written_where_the_tools_of_others_can_read_them() {
    let library = bundled();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sssom");
    std::fs::create_dir_all(&folder).unwrap();
    for table in library.tables() {
        let written = sssom::write(&[table], &library, OpenReverse::Weaken);
        if written.text.is_empty() {
            continue;
        }
        std::fs::write(folder.join(format!("{}.sssom.tsv", table.id)), written.text).unwrap();
    }
    assert!(library.tables().count() > 5);
}

/// What comes of rows below the heads that every set has, and what is reported of them.
fn of_rows(heads: &str, lines: &str) -> (Vec<String>, Vec<String>) {
    let text = format!(
        "#curie_map:\n#  M: \"urn:xwalk:made:1:\"\n#  O: \"urn:xwalk:other:2:\"\n#  ours: \"urn:xwalk:relation:\"\nsubject_id\tpredicate_id\tobject_id{heads}\n{lines}"
    );
    let (sources, content) = read(&[("x.sssom.tsv", &text)], &world());
    (rows(&content), told(&sources, &content))
}

#[test]
fn what_was_not_found_by_one_predicate_may_be_found_by_another_and_is_no_none() {
    for (predicate, expected) in [
        ("skos:exactMatch", &[][..]),
        ("skos:relatedMatch", &[]),
        ("skos:mappingRelation", &[" none 3"]),
        ("http://www.w3.org/2004/02/skos/core#mappingRelation", &[" none 3"]),
    ] {
        let lines = format!("M:1\tskos:exactMatch\tO:1\nsssom:NoTermFound\t{predicate}\tO:3\n");
        let (found, told) = of_rows("", &lines);
        assert_eq!(found[1..], *expected, "{predicate}");
        let is_told = told
            == [
                "7:19 rows left out that say of one predicate only that no term was found by it: 1, first skos:exactMatch",
            ];
        assert_eq!(is_told, predicate == "skos:exactMatch", "{told:?}");
    }
    let (found, told) = of_rows("\tpredicate_modifier", "M:1\tskos:relatedMatch\tO:1\tNot\n");
    assert_eq!(found, [""; 0], "two that are the same are no related match either");
    assert_eq!(told, ["6:5 rows left out since no relation says Not skos:relatedMatch: 1"]);
    let (found, _) = of_rows("\tpredicate_modifier", "M:1\tskos:mappingRelation\tO:1\tNot\n");
    assert_eq!(found, ["1 none 1"]);
}

#[test]
fn a_confidence_that_is_no_number_from_0_to_1_makes_its_row_low_and_is_reported_at_its_cell() {
    let lines = "M:1\tskos:exactMatch\tO:1\t1.5\nM:2\tskos:exactMatch\tO:2\thigh\nM:AC-2\tskos:exactMatch\tO:3\t0.8\n";
    let (found, told) = of_rows("\tconfidence", lines);
    assert_eq!(found, ["1 full 1 /full ~low", "2 full 2 /full ~low", "AC-2 full 3 /full ~high"]);
    assert_eq!(told, ["6:25 confidences that are not a number from 0 to 1 read as low: 2, first 1.5"]);
}

#[test]
fn ends_that_stand_for_several_entities_together_are_left_out_and_counted() {
    let lines = "M:1\tskos:exactMatch\tO:1\tskos concept\nM:2\tskos:exactMatch\tO:2\tcomposed entity expression\n\
                 M:AC-2\tskos:exactMatch\tO:3\tsssom:ComposedEntityExpression\n";
    let (found, told) = of_rows("\tsubject_type", lines);
    assert_eq!(found, ["1 full 1 /full"]);
    let expected =
        "7:25 rows left out in which an end stands for several entities together: 2, first composed entity expression";
    assert_eq!(told, [expected]);
}

#[test]
fn a_set_without_rows_and_a_column_that_appears_twice_are_reported_at_their_place() {
    let faults = |text: &str| {
        let mut sources = world().sources;
        let file = sources.add("x.sssom.tsv", text.to_owned());
        let mut read = ForeignFiles::read(&sources, &[(file, Format::Sssom)]);
        let mut files = load::Files::default();
        read.add_catalogs_to(&mut files, &sources, Choices::default());
        let (_, faults) = load::library(&sources, files).into_parts();
        let told = faults.iter().map(|fault| {
            let place = sources.position(fault.span);
            format!("{}:{} {} [{}]", place.line, place.column, fault.message, fault.rule.id())
        });
        told.collect::<Vec<_>>()
    };
    let metadata = "#mapping_set_id: x\n";
    assert_eq!(
        faults(&format!("{metadata}subject_id\tpredicate_id\tobject_id\n")),
        ["2:1 the mapping set has no rows below its column headings [left-out]"]
    );
    assert_eq!(faults(metadata), ["2:1 the mapping set has no table [left-out]"]);
    assert_eq!(
        faults(&format!("{metadata}subject_id\tpredicate_id\tobject_id\tsubject_id\nM:1\tskos:exactMatch\tO:1\tM:2\n")),
        ["2:35 the mapping set has the column subject_id twice [duplicate-key]"]
    );
}

#[test]
fn what_skos_has_no_word_for_comes_back_by_words_of_our_own() {
    let library = bundled();
    let mut count = 0;
    for table in library.tables() {
        let (losses, read) = there_and_back(table, &library, OpenReverse::OwnWord);
        let mut kept: Vec<Relation> = said(table).into_iter().filter(|row| !row.is_joint()).collect();
        for row in &mut kept {
            row.derived_from.clear();
        }
        let lost = lost(&losses);
        assert_eq!((read.as_ref().map(said).unwrap_or_default(), lost), (kept.clone(), table.rows.len() - kept.len()));
        count += kept.len();
    }
    assert!(count > 1_000, "{count}");
}

#[test]
fn of_which_tables_rows_were_composed_comes_back() {
    let first = TABLE.1.replace("id: t\n", "id: first\n");
    let second = "xwalk: relations/1\nid: second\nfrom: made:1\nto: other:2\nversion: 1\nsource: Made up\nconfidence: low\nprovenance: derived\nderived-from: [first]\nrows:\n  - { from: \"1\", to: \"1\", relation: full, reverse: full, derived-from: [first] }\n  - { from: \"2\", to: \"2\", relation: full, reverse: full }\n";
    let world = World::new(&[MADE, OTHER, ("first.yaml", &first), ("second.yaml", second)], None);
    let table = world.library.tables().find(|table| table.id.as_str() == "second").unwrap();
    let written = sssom::write(&[table], &world.library, OpenReverse::LeaveOut);
    let mut sources = world.sources.clone();
    let file = sources.add("second.sssom.tsv", written.text);
    // The table itself is there under its id, so that what is read gets another.
    let mut read = ForeignFiles::read(&sources, &[(file, Format::Sssom)]);
    let (_, content) = read.tables(&world.library, Choices::default()).remove(0);
    assert_eq!(content.faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>(), [""; 0]);
    let names = |scalars: &[load::raw::Scalar]| scalars.iter().map(|text| text.value.to_string()).collect::<Vec<_>>();
    let back = &content.tables[0];
    assert_eq!(names(&back.derived_from), ["first"]);
    assert_eq!(names(&back.rows[0].derived_from), ["first"]);
}

#[test]
fn who_reviewed_a_row_is_read_by_name_or_else_by_id() {
    let world = world();
    let text = "#curie_map:\n#  m: \"urn:xwalk:made:1:\"\n#  o: \"urn:xwalk:other:2:\"\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\treviewer_id\treviewer_label\nm:1\tskos:exactMatch\to:1\tsemapv:ManualMappingCuration\torcid:0000-0001-2345-6789\tA. Lee|B. Roe | A. Lee\nm:2\tskos:exactMatch\to:2\tsemapv:ManualMappingCuration\torcid:0000-0001-2345-6789\t\nm:1\tskos:relatedMatch\to:3\tsemapv:ManualMappingCuration\t\t\n";
    let (_, content) = read(&[("a.sssom.tsv", text)], &world);
    let names: Vec<Vec<&str>> = content.tables[0]
        .rows
        .iter()
        .map(|row| row.reviewed_by.iter().map(|name| name.value.as_str()).collect())
        .collect();
    assert_eq!(names, [vec!["A. Lee", "B. Roe"], vec!["orcid:0000-0001-2345-6789"], vec![]]);
    // A name that tools would take for nothing is kept where they do not look.
    let row = "xwalk: relations/1\nid: t\nfrom: made:1\nto: other:2\nversion: 1\nsource: us\nconfidence: medium\nrows:\n  - { from: \"1\", to: \"1\", relation: full, reverse: full, reviewed-by: NA }\n";
    let world = World::new(&[MADE, OTHER, ("t.yaml", row)], None);
    let table = world.library.tables().next().unwrap();
    let (_, back) = there_and_back(table, &world.library, OpenReverse::LeaveOut);
    assert_eq!(said(&back.unwrap()), said(table));
}

#[test]
fn what_stands_behind_the_last_head_is_reported() {
    let world = world();
    let set = "#curie_map:\n#  MADE: \"urn:xwalk:made:1:\"\n#  OTH: \"urn:xwalk:other:2:\"\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\nMADE:1\tskos:exactMatch\tOTH:1\tsemapv:ManualMappingCuration\t\nMADE:2\tskos:exactMatch\tOTH:2\tsemapv:ManualMappingCuration\tmore\tand more\nMADE:AC-2\tskos:exactMatch\tOTH:3\tsemapv:ManualMappingCuration\tmore\n";
    let (sources, content) = read(&[("a.sssom.tsv", set)], &world);
    assert_eq!(rows(&content).len(), 3);
    assert_eq!(told(&sources, &content), [""; 0]);
    let file = sources.ids().last().unwrap();
    let mut files = load::Files::default();
    ForeignFiles::read(&sources, &[(file, Format::Sssom)]).add_catalogs_to(&mut files, &sources, Choices::default());
    let (_, faults) = load::library(&sources, files).into_parts();
    let places: Vec<String> = faults
        .iter()
        .map(|fault| {
            format!("{} {} {}", sources.position(fault.span).line, sources.position(fault.span).column, fault.message)
        })
        .collect();
    assert_eq!(places, ["6 59 this cell has no column heading, the first of 2 rows, and is left out"]);
}
