//! Workbooks, read back.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use crate::common::{World, answer, clause};
use calamine::{Data, Range, Reader};
use jiff::civil::date;
use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::language::DocumentLanguage;
use xwalk::model::{Confidence, PersonDays, Provenance};
use xwalk::query::{AssessedQuestion, Gap};
use xwalk::render::{Format, Medium, Page, Xlsx};
use xwalk::report::{
    Audience, Bar, Basis, BasisFile, Cell, Chart, Column, Document, Entry, Heading, Link, Part, Segment, Table, Tone,
    Tree,
};
use xwalk::source::{Sources, Span};

fn written(document: &Document, sources: &Sources) -> Vec<u8> {
    let mut bytes = Vec::new();
    Xlsx.write(document, Page::new(sources, 80), &mut bytes).unwrap();
    bytes
}

fn bytes(document: &Document) -> Vec<u8> {
    written(document, &Sources::default())
}

fn document(parts: Vec<Part>) -> Document {
    Document {
        command: "gap",
        title: "Us & <them>".to_owned().into(),
        lead: vec!["So it stands.".to_owned().into()],
        parts,
        findings: Vec::new(),
        basis: Basis::default(),
    }
}

fn table(title: &str, labels: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let heading = |label: &&str| Heading {
        key: label.to_string().into(),
        label: label.to_string().into(),
        audience: Audience::All,
    };
    let headings = labels.iter().map(heading).collect();
    let (details, choices) = (Vec::new(), Vec::new());
    let (cut, quiet) = (None, BTreeSet::new());
    Table {
        name: "answer",
        title: title.to_owned().into(),
        audience: Audience::All,
        headings,
        rows,
        details,
        choices,
        cut,
        quiet,
    }
}

fn one_table(rows: Vec<Vec<Cell>>) -> Vec<u8> {
    let labels = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let width = rows.first().map_or(1, Vec::len);
    bytes(&document(vec![Part::Table(table("Rows", &labels[..width], rows))]))
}

fn names(bytes: &[u8]) -> Vec<String> {
    calamine::Xlsx::new(Cursor::new(bytes)).unwrap().sheet_names()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    calamine::Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range(name).unwrap()
}

/// The rows of a sheet, the head first.
fn rows(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    sheet(bytes, name).rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

fn texts(row: &[Data]) -> Vec<String> {
    row.iter().map(ToString::to_string).collect()
}

/// A part of the file, such as `xl/workbook.xml`.
fn part(bytes: &[u8], path: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    text.split_once(start)
        .and_then(|(_, rest)| rest.split_once(end))
        .unwrap_or_else(|| panic!("no {start} in {text}"))
        .0
}

/// The look of a cell of the first sheet, by its number.
fn look(bytes: &[u8], cell: &str) -> usize {
    between(&part(bytes, "xl/worksheets/sheet1.xml"), &format!("r=\"{cell}\" s=\""), "\"").parse().unwrap()
}

/// How a cell of the first sheet shows numbers: by Excel's number for that, or as the file says.
fn number_format(bytes: &[u8], cell: &str) -> String {
    let styles = part(bytes, "xl/styles.xml");
    let look = between(&styles, "<cellXfs", "</cellXfs>").split("<xf ").nth(look(bytes, cell) + 1).unwrap();
    let id = between(look, "numFmtId=\"", "\"");
    match styles.split_once(&format!("<numFmt numFmtId=\"{id}\" formatCode=\"")) {
        Some((_, code)) => code.split('"').next().unwrap().to_owned(),
        None => id.to_owned(),
    }
}

#[test]
fn every_cell_comes_back_as_what_it_is() {
    let refs = vec![clause("base:1/4.1"), clause("base:1/4.2")];
    let bytes = one_table(vec![
        vec![
            Cell::text("4.10"),
            Cell::word("full", Tone::Good),
            Cell::Count(42),
            Cell::Share(1.0 / 3.0, Tone::Plain),
            Cell::Effort(PersonDays::parse("1.25").unwrap()),
            Cell::Day(date(2027, 3, 31)),
            Cell::Boolean(true),
            Cell::refs_shown(refs, "4.1, 4.2".to_owned()),
        ],
        vec![
            Cell::Empty,
            Cell::resources(&["docs/a.pdf", "https://a.example/"]),
            Cell::Count(0),
            Cell::Share(1.0, Tone::Good),
            Cell::Effort(PersonDays::whole(3)),
            Cell::Day(date(1899, 12, 31)),
            Cell::Boolean(false),
            Cell::resources(&["https://a.example/x"]),
        ],
    ]);
    let found = rows(&bytes, "Rows");
    assert_eq!(texts(&found[0]), ["A", "B", "C", "D", "E", "F", "G", "H"]);
    assert_eq!(found[1][..5], [text("4.10"), text("full"), Data::Float(42.0), Data::Float(0.3333), Data::Float(1.25)]);
    let Data::DateTime(day) = &found[1][5] else { panic!("{:?} is no day", found[1][5]) };
    assert_eq!(day.to_ymd_hms_milli(), (2027, 3, 31, 0, 0, 0, 0));
    assert_eq!(found[1][6..], [Data::Bool(true), text("4.1, 4.2")]);
    assert_eq!(
        found[2],
        [
            Data::Empty,
            text("docs/a.pdf\nhttps://a.example/"),
            Data::Float(0.0),
            Data::Float(1.0),
            Data::Float(3.0),
            text("1899-12-31"),
            Data::Bool(false),
            text("https://a.example/x"),
        ]
    );
    let formats = ["A2", "C2", "D2", "F2", "G2"].map(|cell| number_format(&bytes, cell));
    let truth = "&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;";
    assert_eq!(formats, ["49", "0", "0.0 %", "yyyy-mm-dd", truth], "49 is text, 0 is whatever fits");
}

#[test]
fn no_text_becomes_a_formula_markup_or_another_text() {
    let hostile = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "{=1+1}",
        "<b>&amp;</b> ]]>",
        "she said \"no\", 'never'",
        "two\nlines",
        "🦀 übel 日本",
        "_x0041_",
        "'quoted",
        "https://a.example/",
        "TRUE",
        "1e3",
        " room ",
    ];
    let mut document = document(vec![Part::Table(table(
        "=Rows",
        &["=1+1"],
        hostile.iter().map(|text| vec![Cell::text(text)]).collect(),
    ))]);
    document.title = "=1+1\u{1b}[31m".to_owned().into();
    document.lead = vec!["@lead <b>".to_owned().into()];
    let bytes = bytes(&document);
    let found: Vec<String> = rows(&bytes, "=Rows").iter().map(|row| row[0].to_string()).collect();
    assert_eq!(found[0], "=1+1");
    assert_eq!(found[1..], hostile);
    let front = rows(&bytes, "Summary");
    assert_eq!((&front[0][0], &front[1][0]), (&text("=1+1\u{241b}[31m"), &text("@lead <b>")));
    let mut book = calamine::Xlsx::new(Cursor::new(&bytes)).unwrap();
    for name in ["Summary", "=Rows"] {
        assert!(book.worksheet_formula(name).unwrap().is_empty());
    }
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("hyperlink"), "only links lead somewhere");
}

#[test]
fn a_text_that_no_cell_holds_is_cut_and_says_so() {
    // A crab counts twice, so that this one does not fit by one.
    let bytes = one_table(vec![vec![Cell::text("🦀".repeat(16_384))], vec![Cell::text("x".repeat(32_767))]]);
    let found = rows(&bytes, "Rows");
    let cut = found[1][0].to_string();
    assert!(cut.starts_with("🦀🦀") && cut.ends_with("🦀… [cut: a cell holds 32,767 characters]"));
    assert!(cut.encode_utf16().count() <= 32_767);
    assert_eq!(found[2][0], text(&"x".repeat(32_767)));
}

#[test]
fn a_single_address_leads_there_unless_excel_would_refuse_it() {
    let address = |length: usize| format!("https://{}", "a".repeat(length - 8));
    let bytes = one_table(
        [
            "https://a.example/?q=\"<x>&y=1#here",
            "mailto:a@b.example",
            &address(2079),
            &address(2080),
            "ftp://a",
            "\u{fffe}",
        ]
        .iter()
        .chain(&[format!("https://{}", "\"".repeat(691)).as_str(), "https://a.example/\u{ffff}"])
        .map(|place| vec![Cell::resources(&[place])])
        .chain([vec![Cell::links([Link::to_page("Page", "page.html")])]])
        .collect(),
    );
    let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    assert_eq!(links.matches("<Relationship ").count(), 3);
    assert!(links.contains(r#"Target="https://a.example/?q=%22%3cx%3e&amp;y=1""#), "{links}");
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains(r#"location="here""#));
    let found = rows(&bytes, "Rows");
    assert_eq!(found.len(), 10);
    assert_eq!((&found[4][0], &found[9][0]), (&text(&address(2080)), &text("Page")));
}

#[test]
fn a_sheet_leads_to_no_more_places_than_excel_takes() {
    let row = vec![Cell::resources(&["https://a.example/"]); 8];
    // Eight times 8192 is six more than 65 530.
    let bytes = one_table(vec![row; 8192]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<hyperlink ").count(), 65_530);
    // The heads and the addresses, also those that lead nowhere.
    assert_eq!(sheet.matches(" t=\"s\"").count(), 8 + 65_536);
}

#[test]
fn there_is_a_sheet_for_each_table_of_people_and_for_what_only_programs_have() {
    let named = |name, title: &str, audience| {
        Part::Table(Table { name, ..table(title, &["A"], vec![vec![Cell::Count(1)]]).for_audience(audience) })
    };
    let long = "Requirements of iso-iec-20000-1:2011";
    let bytes = bytes(&document(vec![
        Part::Section("Part one".to_owned().into()),
        named("answer", long, Audience::People),
        named("answer", "All requirements", Audience::Programs),
        Part::Entry(Entry::new("An entry")),
        named("more", "More [a/b]?", Audience::All),
        Part::Tree(Tree::new("A tree", Vec::new())),
        named("more", "'more (a-b)-'", Audience::All),
        named("pairs", "Pairs", Audience::Programs),
        named("counts", "Summary", Audience::All),
        named("answer", long, Audience::People),
    ]));
    assert_eq!(
        names(&bytes),
        [
            "Requirements of…20000-1-2011",
            "Requirements…20000-1-2011 (2)",
            "Summary",
            "More (a-b)-",
            "more (a-b)- (2)",
            "Pairs",
        ]
    );
}

#[test]
fn the_columns_of_people_come_first_and_then_those_of_programs_that_say_anything() {
    struct Row(&'static str, usize);
    let columns = [
        Column::for_programs("clause", |row: &Row| Cell::refs([&clause(row.0)])),
        Column::for_people("Clause", |row: &Row| Cell::text(row.0.split('/').next_back().unwrap())),
        Column::for_programs("done-when", |_: &Row| Cell::Empty),
        Column::for_programs("max_hops", |row: &Row| if row.1 == 0 { Cell::Empty } else { Cell::count(row.1) }),
        Column::new("note", "Note", |_: &Row| Cell::Empty),
    ];
    let lines = [Row("a:1/2", 0), Row("a:1/3", 7)];
    let people = Table::of("answer", "Rows", &columns, &lines);
    let programs = Table::of("data", "Data", &columns[2..4], &lines).for_audience(Audience::Programs);
    let nothing = Table::of("none", "None", &columns, &[]);
    let bytes = bytes(&document([people, programs, nothing].map(Part::Table).into()));
    let found = rows(&bytes, "Rows");
    assert_eq!(texts(&found[0]), ["Clause", "Note", "Clause in full", "Max hops"]);
    assert_eq!(found[1], [text("2"), Data::Empty, text("a:1/2"), Data::Empty]);
    assert_eq!(found[2], [text("3"), Data::Empty, text("a:1/3"), Data::Float(7.0)]);
    assert_eq!(texts(&rows(&bytes, "Data")[0]), ["Done when", "Max hops"], "it is for nobody else");
    assert_eq!(rows(&bytes, "None"), [[text("Clause"), text("Note")]]);
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(
        workbook.contains(r#"Print_Area" localSheetId="0">Rows!$A$1:$B$3<"#),
        "only what is for people is printed: {workbook}"
    );
    assert_eq!(workbook.matches("_xlnm.Print_Area").count(), 1, "of the others everything: {workbook}");
}

#[test]
fn the_head_is_frozen_filtered_and_printed_on_every_page() {
    let bytes = one_table(vec![vec![Cell::text("4.1"), Cell::Count(1)]; 3]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A1:B4"/>"#,
        r#"<pageSetUpPr fitToPage="1"/>"#,
        r#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape""#,
        "<oddFooter>&amp;LUs &amp;&amp; &lt;them&gt;&amp;RPage &amp;P of &amp;N</oddFooter>",
        r#"<ignoredError sqref="A1:B4" numberStoredAsText="1"/>"#,
    ] {
        assert!(sheet.contains(expected), "{expected} is not in {sheet}");
    }
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains(r#"<definedName name="_xlnm.Print_Titles" localSheetId="0">Rows!$1:$1</definedName>"#));
}

#[test]
fn a_row_is_as_tall_as_its_printed_texts_and_a_page_is_filled() {
    struct Row(&'static str);
    let columns = [
        Column::new("number", "Number", |_: &Row| Cell::text("4.1")),
        Column::new("text", "Text", |row: &Row| Cell::text(row.0)),
        Column::for_programs("data", |_: &Row| Cell::text("long ".repeat(200))),
    ];
    let lines = [Row("short"), Row("one\ntwo\nthree"), Row("not")];
    let short = Table::of("answer", "Short", &columns, &lines);
    let long = Table::of("more", "Long", &columns[..2], &[Row(" long".repeat(200).leak())]);
    let bytes = bytes(&document([short, long].map(Part::Table).into()));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("customHeight").count(), 1, "{sheet}");
    let third = between(&sheet, "<row r=\"3\"", ">");
    assert!(third.ends_with(r#" ht="45" customHeight="1""#), "three lines of fifteen points: {third}");
    let widths = |name: &str| -> Vec<f64> {
        let sheet = part(&bytes, name);
        sheet.split(" width=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
    };
    let [number, text] = widths("xl/worksheets/sheet3.xml")[..] else { panic!("two columns") };
    // A page is a thousand pixels wide, a digit seven.
    assert!((number + text - 1000.0 / 7.0).abs() < 0.1, "{number} and {text}");
    assert!(widths("xl/worksheets/sheet1.xml")[1] < 12.0, "short texts need no room");
}

#[test]
fn colours_follow_the_words_and_bars_the_shares() {
    let word = |word: &str, tone| Cell::word(word, tone);
    let bytes = one_table(vec![
        vec![word("full", Tone::Good), word("full", Tone::Good), word("full", Tone::Bad), Cell::Share(0.5, Tone::Good)],
        vec![word("none", Tone::Bad), word("a \"b\"", Tone::Bad), word("plain", Tone::Plain), Cell::Empty],
        vec![word("0 %", Tone::Quiet), Cell::Empty, word("\"&A1&\"", Tone::Quiet), Cell::Share(0.0, Tone::Quiet)],
        vec![word("0 %", Tone::Unsure), word(&"x".repeat(256), Tone::Bad), Cell::Empty, Cell::Empty],
    ]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let rules: Vec<&str> = sheet.split("<conditionalFormatting ").skip(1).collect();
    let rule = |range: &str, formula: &str| {
        let found = rules.iter().filter(|rule| {
            rule.starts_with(&format!("sqref=\"{range}\"")) && rule.contains(&format!("<formula>{formula}</formula>"))
        });
        found.count()
    };
    assert_eq!(rule("A2:B5", "\"full\""), 1, "neighbours share a rule: {sheet}");
    assert_eq!(rule("C2:C5", "\"full\""), 1, "it means something else there");
    assert_eq!(rule("A2:A5", "\"none\""), 1);
    assert_eq!(rule("B2:B5", "\"a \"\"b\"\"\""), 1);
    assert_eq!(rule("C2:C5", "\"\"\"&amp;a1&amp;\"\"\""), 1, "what looks quoted is quoted still: {sheet}");
    assert_eq!(sheet.matches("type=\"cellIs\"").count(), 5, "no rule for what has no or two meanings or is too long");
    assert_eq!(sheet.matches("<cfRule type=\"dataBar\"").count(), 1);
    assert!(
        rules.iter().any(|rule| rule.starts_with("sqref=\"D2:D5\"") && rule.contains(r#"<cfvo type="num" val="1"/>"#))
    );
    let look = |cell: &str| look(&bytes, cell);
    assert_eq!(look("A2"), look("A3"), "rules colour these");
    assert_ne!(look("A4"), look("A2"), "no rule can tell the two meanings apart");
    assert_ne!(look("A5"), look("A4"));
    assert_ne!(look("B5"), look("B3"), "no formula holds so long a word");
}

#[test]
fn what_someone_fills_in_is_taken_for_what_its_column_holds() {
    let bytes = one_table(vec![
        vec![Cell::Empty, Cell::Empty, Cell::Empty],
        vec![Cell::Day(date(2027, 1, 1)), Cell::Count(1), Cell::text("4.1")],
    ]);
    let look = |cell: &str| look(&bytes, cell);
    for column in ["A", "B", "C"] {
        assert_eq!(look(&format!("{column}2")), look(&format!("{column}3")));
    }
}

#[test]
fn a_column_that_takes_some_words_offers_them_in_every_row() {
    let row = |word: Cell| vec![Cell::text("4.1"), word];
    let rows = vec![row(Cell::word("partial", Tone::Plain)), row(Cell::Empty)];
    let table = table("Rows", &["A", "B"], rows).with_choices("B", &["partial", "planned"]);
    let bytes = bytes(&document(vec![Part::Table(table)]));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let offered = between(&sheet, "<dataValidation ", "</dataValidation>");
    assert!(offered.contains(r#"type="list""#) && offered.contains(r#"sqref="B2:B3""#), "{offered}");
    assert!(offered.contains(r#"<formula1>"partial,planned"</formula1>"#), "{offered}");
    assert_eq!(sheet.matches("<dataValidation ").count(), 1);
}

#[test]
fn the_front_sheet_says_what_the_answer_is_and_what_it_rests_on() {
    let mut sources = Sources::default();
    let file = sources.add("dir/a.yaml", "one\n  two\n".to_owned());
    let support = BasisFile {
        id: "a--b".to_owned(),
        version: Some(2),
        confidence: Some(Confidence::Low),
        provenance: Some(Provenance::Stated),
        is_draft: true,
        file,
    };
    let edition =
        BasisFile { id: "a:1".to_owned(), version: None, is_draft: false, provenance: None, ..support.clone() };
    let us = BasisFile { id: "Us".to_owned(), confidence: None, ..edition.clone() };
    let mut document = document(vec![Part::Table(table("It's", &["A"], vec![vec![Cell::Count(1)]; 5]))]);
    document.findings =
        vec![Diagnostic::new(Rule::StatedBelowInferred, Span { file, start: 6, end: 9 }, "two is <two>").help("look")];
    document.basis = Basis {
        settings: vec![("max-hops", "3".to_owned())],
        editions: vec![edition],
        tables: vec![support],
        assessment: Some(us),
    };
    let bytes = written(&document, &sources);
    let found: Vec<Vec<String>> = rows(&bytes, "Summary").iter().map(|row| texts(row)).collect();
    // The digest of the nine bytes of the file, as sha256sum gives it.
    let digest = "1381dcd454bcd04d6f344b967e5fde8734f07a874349045389a08f83bff167ff";
    let expected: [[&str; 5]; 17] = [
        ["Us & <them>", "", "", "", ""],
        ["So it stands.", "", "", "", ""],
        ["", "", "", "", ""],
        ["Sheets", "", "", "", ""],
        ["Sheet", "Rows", "Title", "", ""],
        ["It's", "5", "It's", "", ""],
        ["", "", "", "", ""],
        ["Findings", "", "", "", ""],
        ["Place", "Severity", "Rule", "Finding", "Help"],
        ["dir/a.yaml:2:3", "warning", "stated-below-inferred", "two is <two>", "look"],
        ["", "", "", "", ""],
        ["Basis", "", "", "", ""],
        ["Name", "Kind", "Version, confidence, provenance", "SHA-256 of the file", ""],
        ["xwalk", "tool", env!("CARGO_PKG_VERSION"), "", ""],
        ["longest chain of relations", "setting", "3", "", ""],
        ["a:1", "edition", "confidence low", digest, ""],
        ["a--b", "relation table", "version 2, draft, confidence low, stated", digest, ""],
    ];
    assert_eq!(found[..17], expected);
    assert_eq!(found[17..], [["Us", "assessment", "", digest, ""]]);
    assert!(part(&bytes, "xl/worksheets/sheet2.xml").contains(r#"location="'It''s'!A1""#));
}

#[test]
fn every_printed_page_says_how_confidential_it_is_and_whom_it_is_for() {
    let document = document(vec![Part::Table(table("Rows", &["A"], vec![vec![Cell::Count(1)]]))]);
    let front = xwalk::render::Front {
        client: Some("Harbour & Sons".to_owned()),
        classification: Some("Internal".to_owned()),
        logo: None,
    };
    let presentation = xwalk::render::Presentation { front: Some(front), ..Default::default() };
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    Xlsx.write(&document, Page { presentation: &presentation, ..Page::new(&sources, 80) }, &mut bytes).unwrap();
    for path in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let sheet = part(&bytes, path);
        assert_eq!(between(&sheet, "<oddHeader>", "<"), "&amp;R&amp;\"-,Bold\"Internal", "{path}");
        let foot = "&amp;LUs &amp;&amp; &lt;them&gt; · Harbour &amp;&amp; Sons&amp;RPage &amp;P of &amp;N";
        assert_eq!(between(&sheet, "<oddFooter>", "</"), foot, "{path}");
    }
}

#[test]
fn a_workbook_in_german_names_its_sheets_pages_and_days_so() {
    let day = Cell::Day(jiff::civil::date(2026, 11, 5));
    let document = document(vec![Part::Table(table("Zeilen", &["A"], vec![vec![day]]))]);
    let presentation = xwalk::render::Presentation { language: DocumentLanguage::German, ..Default::default() };
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    Xlsx.write(&document, Page { presentation: &presentation, ..Page::new(&sources, 80) }, &mut bytes).unwrap();
    assert_eq!(names(&bytes), ["Zeilen", "Zusammenfassung"]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(between(&sheet, "<oddFooter>", "</").ends_with("&amp;RSeite &amp;P von &amp;N"), "{sheet}");
    assert!(part(&bytes, "xl/styles.xml").contains("formatCode=\"dd.mm.yyyy\""));
    let front: Vec<Vec<String>> = rows(&bytes, "Zusammenfassung").iter().map(|row| texts(row)).collect();
    let first: Vec<&str> = front.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(first[2..], ["", "Blätter", "Blatt", "Zeilen", "", "Grundlage", "Bezeichnung", "xwalk"]);
}

#[test]
fn a_document_without_tables_has_a_front_sheet() {
    let bytes = bytes(&document(Vec::new()));
    assert_eq!(names(&bytes), ["Summary"]);
    assert_eq!(rows(&bytes, "Summary")[3][0], text("Basis"), "there are no other sheets to list");
}

#[test]
fn a_chart_is_drawn_from_its_numbers() {
    let segment = |name, count, tone| Segment { name, count, tone };
    let bar = |label: &str, full, none| Bar {
        label: label.to_owned().into(),
        value: format!("{full} of {}", full + none).into(),
        segments: vec![segment("full".into(), full, Tone::Good), segment("none".into(), none, Tone::Bad)],
    };
    let chart = Chart { title: "It's: coverage".to_owned().into(), bars: vec![bar("=4", 3, 1), bar("5", 0, 2)] };
    let empty = Chart { title: "Empty".to_owned().into(), bars: Vec::new() };
    let bytes = bytes(&document(vec![Part::Chart(chart), Part::Chart(empty)]));
    assert_eq!(names(&bytes), ["Summary", "It's- coverage", "Empty"]);
    let found = rows(&bytes, "It's- coverage");
    assert_eq!(texts(&found[0]), ["It's: coverage", "full", "none", "in words"]);
    assert_eq!(found[1], [text("=4"), Data::Float(3.0), Data::Float(1.0), text("3 of 4")]);
    assert_eq!(found[2], [text("5"), Data::Float(0.0), Data::Float(2.0), text("0 of 2")]);
    let drawn = part(&bytes, "xl/charts/chart1.xml");
    assert_eq!(drawn.matches("<c:ser>").count(), 2);
    assert!(drawn.contains("<c:f>'It''s- coverage'!$C$2:$C$3</c:f>"), "{drawn}");
}

#[test]
fn the_same_answer_is_the_same_bytes_and_names_neither_day_nor_author() {
    let document = document(vec![Part::Table(table(
        "Rows",
        &["A", "B"],
        vec![vec![Cell::word("full", Tone::Good), Cell::resources(&["https://a.example/"])]; 40],
    ))]);
    let once = bytes(&document);
    assert_eq!(once, bytes(&document));
    assert_eq!(Xlsx.medium(), Medium::Binary);
    let core = part(&once, "docProps/core.xml");
    assert!(core.contains("<dc:title>Us &amp; &lt;them&gt;</dc:title><dc:creator></dc:creator>"), "{core}");
    assert_eq!(core.matches("2000-01-01T00:00:00Z").count(), 2, "{core}");
    assert!(part(&once, "docProps/app.xml").contains("<Company></Company>"));
}

const LIBRARY: &[(&str, &str)] = &[
    (
        "base.yaml",
        "xwalk: catalog/1\nid: base:1\ntitle: Base\nclauses:\n  \"1\": Documents\n  \"2\": Records\n  \"3\": Audit\n",
    ),
    (
        "target.yaml",
        "xwalk: catalog/1\nid: target:1\ntitle: Target\nclauses:\n  \"1\": Document control\n  \"2\": Record control\n  \
         \"3\": Audits\n  \"4\": Budget\n",
    ),
    (
        "base-1--target-1.yaml",
        "xwalk: relations/1\nid: base-1--target-1\nfrom: base:1\nto: target:1\nversion: 1\nsource: made up\nconfidence: medium\n\
         rows:\n  - { from: \"1\", to: \"1\", relation: full }\n  - { from: \"2\", to: \"2\", relation: partial, add: \"=Keep them\" }\n  \
         - { from: \"3\", to: \"3\", relation: full }\n",
    ),
];

const ASSESSMENT: &str = "xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n  base:1:\n    \
    \"1\": implemented\n    \"2\": { status: implemented, evidence: [records.pdf] }\n    \"3\": not-implemented\n";

#[test]
fn a_gap_analysis_is_a_workbook_with_every_value_typed() {
    let world = World::new(LIBRARY, Some(ASSESSMENT));
    let document = world.ask(|case| Gap::default().document(case).unwrap());
    let bytes = written(&document, &world.sources);
    assert_eq!(
        names(&bytes),
        ["Requirements of target-1", "Summary", "What to do for target-1", "Contributing clauses"]
    );

    let found = rows(&bytes, "Requirements of target-1");
    let people = ["Clause", "Requirement", "Level", "Action", "Based on"];
    let programs = [
        "Clause in full",
        "Outcome",
        "Because",
        "Add",
        "First",
        "Hops",
        "Table",
        "Confidence",
        "Evidence",
        "Contributors",
    ];
    assert_eq!(texts(&found[0]), [&people[..], &programs].concat(), "no status and no summary is given");
    let line = |cells: [&str; 10], rest: [Data; 5]| {
        cells
            .map(|cell| if cell.is_empty() { Data::Empty } else { text(cell) })
            .into_iter()
            .chain(rest)
            .collect::<Vec<_>>()
    };
    let by = |from: &str| [Data::Float(1.0), text("base-1--target-1"), text("medium"), Data::Empty, text(from)];
    let by_records =
        [Data::Float(1.0), text("base-1--target-1"), text("medium"), text("records.pdf"), text("base:1/2")];
    let chain = |number: &str| format!("base:1/{number} target:1/{number}");
    assert_eq!(
        found[1..],
        [
            line(
                ["1", "Document control", "full", "none", "1", "target:1/1", "covered", &chain("1"), "", ""],
                by("base:1/1")
            ),
            line(
                [
                    "2",
                    "Record control",
                    "partial",
                    "extend",
                    "2",
                    "target:1/2",
                    "partly covered",
                    &chain("2"),
                    "=Keep them",
                    ""
                ],
                by_records
            ),
            line(
                ["3", "Audits", "none", "implement", "3", "target:1/3", "open", &chain("3"), "", "base:1/3"],
                by("base:1/3")
            ),
            line(
                ["4", "Budget", "none", "build", "", "target:1/4", "new", "", "", ""],
                [Data::Empty, Data::Empty, Data::Empty, Data::Empty, Data::Empty]
            ),
        ]
    );
    let clauses: Vec<String> = found[1..].iter().map(|row| row[5].to_string()).collect();
    assert_eq!(clauses, answer(&document).into_iter().map(|row| row[0].clone()).collect::<Vec<_>>(), "as in CSV");

    let contributing = rows(&bytes, "Contributing clauses");
    assert_eq!(
        texts(&contributing[2])[..6],
        ["target:1/2", "base:1/2", "Records", "implemented", "records.pdf", "=Keep them"]
    );

    let front = rows(&bytes, "Summary");
    assert_eq!(front[0][0], text("Gap analysis of Us for target:1"));
    assert_eq!(
        front[1][0],
        text(
            "Coverage of target:1: guaranteed 25.0 %, 37.5 % counting partial as half, up to 50.0 % if everything presumed is confirmed (4 requirements)."
        )
    );
    let counts: Vec<(String, &Data)> = front[6..12].iter().map(|row| (row[0].to_string(), &row[1])).collect();
    let count = |action: &str, count: f64| (action.to_owned(), Data::Float(count));
    let expected = [
        count("none", 1.0),
        count("extend", 1.0),
        count("verify", 0.0),
        count("implement", 1.0),
        count("assess", 0.0),
        count("build", 1.0),
    ];
    assert_eq!(counts, expected.each_ref().map(|(action, count)| (action.clone(), count)));
}
