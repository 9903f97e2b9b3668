//! HTML, read back by an HTML parser.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use scraper::{ElementRef, Html as Parsed, Selector};
use xwalk::bundled;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::load;
use xwalk::model::{Confidence, Provenance};
use xwalk::query::{Assessed, AssessedQuestion, Case, Coverage, Explain, Gap, Question, Settings};
use xwalk::render::{Format, Html, Page, pages};
use xwalk::report::{
    ANSWER, Audience, Bar, Basis, BasisFile, Cell, Chart, Column, Document, Entry, Graph, Link, Part, Segment, Site,
    SitePage, Table, Tone, Tree,
};
use xwalk::source::{Sources, Span};
use xwalk::survey::{List, Map, Matrix, Show};

const STYLE: &str = include_str!("../../src/render/html/style.css");

fn written(document: &Document, sources: &Sources) -> String {
    let mut bytes = Vec::new();
    Html.write(document, Page::new(sources, 80), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn all<'p>(page: &'p Parsed, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// What a reader sees of an element, with single spaces.
fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(page: &Parsed, selector: &str) -> Vec<String> {
    all(page, selector).into_iter().map(text).collect()
}

fn document(parts: Vec<Part>) -> Document {
    let (title, lead) = ("Title".to_owned(), vec!["Lead.".to_owned()]);
    Document {
        command: "gap",
        title: title.into(),
        lead: xwalk::language::Phrase::each(lead),
        parts,
        findings: Vec::new(),
        basis: Basis::default(),
    }
}

/// A number, a clause, a word with its tone, and a share.
struct Line(usize, String, String, Tone);

const COLUMNS: &[Column<Line>] = &[
    Column::new("clause", "Clause", |line: &Line| Cell::text(&line.1)),
    Column::new("level", "Level", |line: &Line| Cell::word(&line.2, line.3)),
    Column::new("share", "Share", |line: &Line| Cell::Share(line.0 as f64 / 16.0, line.3)),
    Column::for_programs("secret", |_: &Line| Cell::text("for programs")),
];

/// Sixteen rows at most: of each four one full, one partial, two none.
fn lines(count: usize) -> Vec<Line> {
    let word = |number: usize| match number % 4 {
        0 => ("full", Tone::Good),
        1 => ("partial", Tone::Middling),
        _ => ("none", Tone::Bad),
    };
    (0..count).map(|number| Line(number, format!("4.{number}"), word(number).0.to_owned(), word(number).1)).collect()
}

fn table(count: usize) -> Table {
    let details = |number| (number == 1).then(|| Tree::new("Why", vec![Tree::new("since 5.1", Vec::new())]));
    Table::of(ANSWER, "Rows", COLUMNS, &lines(count)).with_details((0..count).map(details).collect())
}

fn chart() -> Chart {
    let segment = |name, count, tone| Segment { name, count, tone };
    let segments = |full, partial, none| {
        vec![
            segment("full".into(), full, Tone::Good),
            segment("partial".into(), partial, Tone::Middling),
            segment("none".into(), none, Tone::Bad),
        ]
    };
    let bar = |label: &str, value: &str, segments| Bar { label: label.into(), value: value.into(), segments };
    let bars = vec![
        bar("4 System", "44.4 % of 218", segments(1, 204, 13)),
        bar("5 Design", "100 % of 7", segments(7, 0, 0)),
        bar("6 Nothing", "no requirements", segments(0, 0, 0)),
    ];
    Chart { title: "Coverage by chapter".into(), bars }
}

/// A document with something of every kind.
fn everything() -> (Document, Sources) {
    let mut sources = Sources::default();
    let file = sources.add("us.yaml", "xwalk: assessment/1\norganization: Us\n");
    let support = BasisFile {
        id: "base:1".into(),
        version: Some(2),
        confidence: Some(Confidence::Low),
        provenance: Some(Provenance::Recalled),
        is_draft: true,
        file,
    };
    let item = Entry { is_done: Some(false), ..Entry::new("Write it down") };
    let step = Entry {
        is_done: Some(true),
        values: vec![
            ("".into(), Cell::text("A sentence.")),
            ("owner".into(), Cell::text("Quality")),
            ("due".into(), Cell::Boolean(true)),
        ],
        children: vec![item],
        ..Entry::new("Step 1").mark("critical", Tone::Bad)
    };
    let parts = vec![
        Part::Tree(Tree::new("Proof", vec![Tree::new("one", vec![Tree::new("two", Vec::new())])])),
        Part::Section("Coverage".into()),
        Part::Chart(chart()),
        Part::Table(table(9)),
        Part::Table(Table::of("rest", "Unseen", COLUMNS, &lines(9)).for_audience(Audience::Programs)),
        Part::Section("Work".into()),
        Part::Entry(step),
    ];
    let finding =
        Diagnostic::new(Rule::StatedAboveInferred, Span { file, start: 20, end: 32 }, "a message").help("a way");
    let settings = vec![("max-hops", "3".to_owned())];
    let basis =
        Basis { settings, editions: vec![support.clone()], tables: vec![support.clone()], assessment: Some(support) };
    let lead = vec!["What matters most.".to_owned(), "What matters too.".to_owned()];
    (
        Document {
            title: "Everything".into(),
            lead: xwalk::language::Phrase::each(lead),
            findings: vec![finding],
            basis,
            ..document(parts)
        },
        sources,
    )
}

/// Questions about what is bundled, each with its name.
fn bundled() -> Vec<(&'static str, String)> {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let (library, _) = load::library(&sources, files).sound().unwrap();
    let file = sources.add("assessment.yaml", include_str!("../../examples/harbour-it/assessment.yaml"));
    let (assessment, _) = load::assessment(&sources, file, &library).sound().unwrap();
    let settings = Settings::default();
    let crosswalk = Crosswalk::new(&library, &settings.selection(&library).unwrap());
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    let (from, to) = ("iso-9001:2008".to_owned(), "iso-iec-20000-1:2011".to_owned());
    let of_library: [(&str, &dyn Question); 6] = [
        ("list", &List::default()),
        ("map", &Map { from, to, inferred: true }),
        ("matrix", &Matrix::default()),
        ("show edition", &Show { name: "iso-9001:2008".into() }),
        ("show clause", &Show { name: "iso-9001:2008/4.2.3".into() }),
        ("show method", &Show { name: "ims-roadmap".into() }),
    ];
    let of_assessment: [(&str, &dyn AssessedQuestion); 3] = [
        ("gap", &Gap::default()),
        ("coverage", &Coverage { target: Vec::new(), by: "chapter".into() }),
        ("explain", &Explain { clause: "4.1.3".into() }),
    ];
    let of_library = of_library.map(|(name, question)| (name, question.document(case).unwrap()));
    let assessed = Assessed { case, assessment: &assessment, file };
    let of_assessment = of_assessment.map(|(name, question)| (name, question.document(assessed).unwrap()));
    of_library.into_iter().chain(of_assessment).map(|(name, document)| (name, written(&document, &sources))).collect()
}

/// All that is wrong with a page, whatever stands on it.
fn faults(html: &str) -> Vec<String> {
    let page = Parsed::parse_document(html);
    let mut faults: Vec<String> = page.errors.iter().map(ToString::to_string).collect();
    let mut check = |is_right: bool, fault: String| {
        if !is_right {
            faults.push(fault);
        }
    };
    let mut ids = BTreeSet::new();
    for element in all(&page, "[id]") {
        let id = element.attr("id").unwrap();
        check(ids.insert(id), format!("id {id} twice"));
    }
    for element in all(&page, "*") {
        let name = element.value().name();
        let is_known =
            !["script", "link", "iframe", "object", "embed", "img", "base", "audio", "video"].contains(&name);
        check(is_known, format!("an element {name}"));
        for (attribute, value) in element.value().attrs() {
            check(!attribute.starts_with("on"), format!("{name} has {attribute}"));
            check(
                !["src", "srcset", "style", "action", "ping"].contains(&attribute),
                format!("{name} has {attribute}"),
            );
            let is_reference = attribute == "aria-labelledby" || attribute == "for";
            let names_all = || value.split_whitespace().all(|id| ids.contains(id));
            check(!is_reference || names_all(), format!("{attribute} {value} names nothing"));
        }
    }
    for element in all(&page, "[href]") {
        let href = element.attr("href").unwrap();
        let lower = href.to_ascii_lowercase();
        let is_address = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
        let leads = match href.strip_prefix('#') {
            Some(id) => ids.contains(id),
            None => is_address || !href.contains(':') && !href.starts_with('/'),
        };
        check(leads && element.value().name() == "a", format!("{} leads to {href}", element.value().name()));
        check(!is_address || element.attr("rel") == Some("noopener noreferrer"), format!("{href} has no rel"));
    }
    let scopes = ["col", "row", "rowgroup"];
    check(
        all(&page, "th").iter().all(|head| head.attr("scope").is_some_and(|scope| scopes.contains(&scope))),
        "a th without scope".into(),
    );
    check(all(&page, "th").iter().all(|head| !text(*head).is_empty()), "an empty th".into());
    check(all(&page, "input").len() == all(&page, "label > input[type=checkbox]").len(), "a box without label".into());
    check(all(&page, "table:not([aria-labelledby])").is_empty(), "a table without name".into());
    check(all(&page, "svg:not([aria-hidden]):not([role=img])").is_empty(), "a picture without role".into());
    for picture in all(&page, "svg[role=img]") {
        let first = picture.child_elements().map(|child| child.value().name()).take(2).collect::<Vec<_>>();
        check(first == ["title", "desc"], format!("a picture begins with {first:?}"));
    }
    let mut before = 0;
    for heading in all(&page, "h1, h2, h3, h4, h5, h6") {
        let level: u32 = heading.value().name()[1..].parse().unwrap();
        check(level <= before + 1, format!("after h{before} comes {:?}", text(heading)));
        before = level;
    }
    for (selector, count) in
        [("h1", 1), ("main", 1), ("html[lang=en]", 1), ("a.skip[href=\"#content\"]", 1), ("head > style", 1)]
    {
        check(all(&page, selector).len() == count, format!("{} of {selector}", all(&page, selector).len()));
    }
    faults
}

/// The rules that filters add to the style sheet: the id of the box, and which rows its being unchecked hides.
fn rules(page: &Parsed) -> Vec<(String, String)> {
    let style = all(page, "head > style").into_iter().flat_map(|style| style.text()).collect::<String>();
    let rules = style.lines().filter(|line| line.contains("tr[data-c"));
    rules
        .map(|rule| {
            let (table, rest) = rule.split_once(":has(").unwrap();
            let (id, rest) = rest.split_once(":not(:checked)) ").unwrap();
            let rows = rest.strip_suffix(" { display: none }").unwrap();
            (id.trim_start_matches('#').to_owned(), format!("{table} {rows}"))
        })
        .collect()
}

#[test]
fn a_page_of_every_kind_of_part_is_as_it_was_checked() {
    let (document, sources) = everything();
    let page = written(&document, &sources).replace(env!("CARGO_PKG_VERSION"), "VERSION").replace(STYLE, "STYLE\n");
    assert_eq!(page, include_str!("everything.html"));
}

/// Writes the page that the test above compares with: `cargo test --test formats -- --ignored write_the_page`. Look at
/// what has changed before it is kept.
#[test]
#[ignore = "it writes what another test reads"]
fn write_the_page() {
    let (document, sources) = everything();
    let page = written(&document, &sources).replace(env!("CARGO_PKG_VERSION"), "VERSION").replace(STYLE, "STYLE\n");
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/everything.html"), page).unwrap();
}

#[test]
fn every_page_is_sound_and_needs_nothing_from_elsewhere() {
    let (document, sources) = everything();
    assert_eq!(faults(&written(&document, &sources)), [""; 0]);
    for (name, page) in bundled() {
        assert_eq!(faults(&page), [""; 0], "{name}");
    }
}

#[test]
fn the_check_of_pages_sees_what_is_wrong() {
    let page = "<!DOCTYPE html><html lang=en><h1 id=a onclick=x>a</h1><h3 id=a>b</h3><script></script><th>c";
    let faults = faults(page).join("; ");
    for fault in ["id a twice", "h1 has onclick", "after h1 comes \"b\"", "an element script", "0 of main"] {
        assert!(faults.contains(fault), "{fault} is not in {faults}");
    }
}

#[test]
fn the_same_document_is_the_same_page() {
    assert_eq!(bundled(), bundled());
    let (document, sources) = everything();
    assert_eq!(written(&document, &sources), written(&document, &sources));
}

#[test]
fn the_page_allows_no_script_and_no_network() {
    let page = Parsed::parse_document(&written(&document(Vec::new()), &Sources::default()));
    let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'; img-src data:"), "{policy}");
    assert!(!policy.contains("script"), "{policy}");
}

#[test]
fn hostile_text_stays_text_wherever_it_comes_in() {
    for hostile in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)",
        "javascript:alert(1)",
        "</style></title><b>bold</b>",
        "{{ title }}{% endif %}{# #}",
        "&lt;i&gt; &amp;amp;",
        "<!--",
        "]]>",
    ] {
        let (html, places) = everywhere(hostile);
        assert_eq!(faults(&html), [""; 0], "{hostile}");
        let page = Parsed::parse_document(&html);
        assert!(all(&page, "b, img").is_empty(), "{hostile}");
        for (selector, around) in places {
            let found = texts(&page, selector);
            let asked = around.replace('@', hostile);
            assert!(found.contains(&asked), "{selector} is {found:?} where {asked:?} is asked for");
        }
    }
}

/// A page with a text in every place where one can come in, and where it has to be seen: `@` is the text.
fn everywhere(hostile: &str) -> (String, Vec<(&'static str, &'static str)>) {
    let mut sources = Sources::default();
    let file = sources.add(hostile, "a: b");
    let text = || hostile.to_owned();
    let words = |number: usize| if number == 0 { text() } else { "other".into() };
    let mut table = Table::of(
        ANSWER,
        text(),
        &[
            Column::new("a", "A", |line: &Line| Cell::text(&line.1)),
            Column::new("b", "B", |line: &Line| Cell::word(&line.2, Tone::Good)),
            Column::new("c", "C", |line: &Line| {
                Cell::Links(vec![Link::to_resource(&line.1), Link::to_resource(&line.1)])
            }),
            Column::new("d", "D", |line: &Line| {
                Cell::links([Link::to_resource(format!("https://a.example/{}", line.1.replace(' ', "")))])
            }),
        ],
        &(0..9).map(|number| Line(number, text(), words(number), Tone::Good)).collect::<Vec<_>>(),
    );
    table.headings[0].label = text().into();
    table.details = (0..9).map(|_| Some(Tree::new(hostile, vec![Tree::new(hostile, Vec::new())]))).collect();
    let entry = || {
        Entry::new(hostile).mark(hostile, Tone::Bad).value("", Cell::text(hostile)).value("name", Cell::text(hostile))
    };
    let segments = vec![Segment { name: "full".into(), count: 3, tone: Tone::Good }];
    let bars = vec![Bar { label: text().into(), value: text().into(), segments }];
    let graph = Graph { title: text().into(), groups: Vec::new(), nodes: Vec::new(), edges: Vec::new() };
    let support = || BasisFile { id: text(), version: None, confidence: None, provenance: None, is_draft: false, file };
    let basis = Basis {
        settings: vec![("setting", text())],
        editions: vec![support()],
        tables: vec![support()],
        assessment: Some(support()),
    };
    let parts = vec![
        Part::Section(text().into()),
        Part::Table(table),
        Part::Tree(Tree::new(hostile, vec![Tree::new(hostile, vec![Tree::new(hostile, Vec::new())])])),
        Part::Entry(Entry { children: vec![entry()], ..entry() }),
        Part::Chart(Chart { title: text().into(), bars }),
        Part::Graph(graph),
    ];
    let findings = vec![Diagnostic::new(Rule::StatedAboveInferred, Span::start_of(file), text()).help(text())];
    let document = Document { title: text().into(), lead: vec![text().into()], findings, basis, ..document(parts) };
    let page = SitePage { path: "a.html".into(), name: Some("A".into()), main_page: "a.html".into(), document };
    let site = Site { title: text().into(), pages: vec![page] };
    let written = pages(&site, Page::new(&sources, 80)).unwrap();
    let places = vec![
        ("title", "@ – @"),
        (".site > strong", "@"),
        ("h1", "@"),
        ("main > header > p", "@"),
        (".contents a", "@"),
        ("h2.section", "@"),
        ("section > h3", "@"),
        ("thead th", "@"),
        ("td", "@"),
        ("td > .w", "@"),
        ("label > .w", "@"),
        ("summary", "@"),
        (".details li", "@"),
        (".tree > li > .tree > li", "@"),
        ("article > h3", "@ @"),
        ("article > h3 > .w", "@"),
        ("article > p", "@"),
        ("article dd", "@"),
        ("article article h4", "@ @"),
        (".of", "@"),
        (".bars strong", "@"),
        ("svg > title", "@"),
        (".findings li", "note stated-above-inferred @ (@) @:1:1"),
        ("footer dd", "@"),
        ("footer tbody th", "@"),
        ("td", "@, @"),
    ];
    (String::from_utf8(written.into_iter().next().unwrap().1).unwrap(), places)
}

#[test]
fn no_control_character_gets_onto_a_page() {
    let steering = "a\u{1b}[31m\u{0}\u{7f}\u{9b}\u{202e}b";
    let entry = Entry::new("x").mark(steering, Tone::Bad);
    let mut document = document(vec![Part::Section(steering.into()), Part::Entry(entry)]);
    document.title = steering.into();
    let page = written(&document, &Sources::default());
    let found: Vec<char> = page.chars().filter(|c| c.is_control() && *c != '\n' || *c == '\u{202e}').collect();
    assert_eq!(found, [' '; 0]);
    assert!(page.contains("<h1>a\u{241b}[31m"));
}

#[test]
fn only_links_to_addresses_lead_somewhere() {
    let places = ["https://a.example/x?a=1&b=2", "docs/a.pdf", "javascript:alert(1)", "mailto:a@b.example"];
    let entry = Entry::new("x").value("evidence", Cell::resources(&places));
    let html = written(&document(vec![Part::Entry(entry)]), &Sources::default());
    let page = Parsed::parse_document(&html);
    let targets: Vec<&str> = all(&page, "dd a").iter().map(|link| link.attr("href").unwrap()).collect();
    assert_eq!(targets, ["https://a.example/x?a=1&b=2", "mailto:a@b.example"]);
    assert_eq!(texts(&page, "article dd"), [places.join(", ")]);
}

#[test]
fn parts_stand_under_sections_and_without_one_at_the_top() {
    let (document, sources) = everything();
    let page = Parsed::parse_document(&written(&document, &sources));
    let headings: Vec<String> =
        all(&page, "h2, h3, h4").iter().map(|head| format!("{} {}", head.value().name(), text(*head))).collect();
    assert_eq!(
        headings,
        [
            "h2 Proof",
            "h2 Coverage",
            "h3 Coverage by chapter",
            "h3 Rows",
            "h2 Work",
            "h3 ☑ Step 1 critical",
            "h4 ☐ Write it down",
            "h2 Findings",
            "h2 Basis"
        ]
    );
    // An entry under a section is not worth a line of its own there.
    let contents = ["Proof", "Coverage", "Coverage by chapter", "Rows", "Work", "Findings", "Basis"];
    assert_eq!(texts(&page, ".contents li"), contents);
}

#[test]
fn what_stands_in_front_has_a_page_of_its_own_in_print_and_nothing_in_it_gets_out() {
    use xwalk::model::Colour;
    use xwalk::render::{Front, Presentation, Theme};
    let front = Front {
        client: Some("<Us> & Sons".to_owned()),
        classification: Some("\"</style><script>".to_owned()),
        logo: None,
    };
    let theme = Theme {
        accent: Colour::parse("#8a1b4f"),
        font: Some("Source Sans 3".to_owned()),
        heading_font: Some("Georgia".to_owned()),
    };
    let presentation = Presentation { front: Some(front), theme, ..Presentation::default() };
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    let page = Page { presentation: &presentation, ..Page::new(&sources, 80) };
    Html.write(&document(Vec::new()), page, &mut bytes).unwrap();
    let html = String::from_utf8(bytes).unwrap();
    assert_eq!(faults(&html), [""; 0]);
    let page = Parsed::parse_document(&html);
    assert_eq!(texts(&page, "header.front > *"), ["Title", "Prepared for <Us> & Sons", "\"</style><script>"]);
    assert_eq!(texts(&page, ".lead p"), ["Lead."]);
    let style = texts(&page, "style").concat();
    assert!(
        style.contains("@page { @top-right { content: \"\\22 \\3c \\2f style\\3e \\3c script\\3e \"; font"),
        "{style}"
    );
    assert!(style.contains("@media print, (prefers-color-scheme: light) { :root { --accent: #8a1b4f } }"));
    assert!(style.contains("body { font-family: \"Source Sans 3\", system-ui"));
    assert!(style.contains("h1, h2, h3, h4, h5, h6 { font-family: \"Georgia\", system-ui"));
}

#[test]
fn what_stands_around_a_page_is_in_its_language() {
    use xwalk::language::DocumentLanguage;
    use xwalk::render::{Front, Presentation};
    let (document, sources) = everything();
    let front = Some(Front { client: Some("Uns".to_owned()), ..Front::default() });
    let presentation = Presentation { front, language: DocumentLanguage::German, ..Presentation::default() };
    let mut bytes = Vec::new();
    Html.write(&document, Page { presentation: &presentation, ..Page::new(&sources, 80) }, &mut bytes).unwrap();
    let page = Parsed::parse_document(&String::from_utf8(bytes).unwrap());
    assert_eq!(texts(&page, ".skip"), ["Zum Inhalt springen"]);
    assert_eq!(texts(&page, ".front p"), ["Erstellt für Uns"]);
    assert_eq!(texts(&page, ".contents > p"), ["Inhalt"]);
    assert_eq!(texts(&page, "button"), ["Alle 9 Zeilen anzeigen"]);
    assert_eq!(texts(&page, ".hidden-rows"), ["Der Filter blendet einige der 9 Zeilen aus."]);
    assert_eq!(texts(&page, "#findings, #basis"), ["Befunde", "Grundlage"]);
    assert_eq!(texts(&page, ".findings .w"), ["Hinweis"]);
    assert_eq!(texts(&page, "footer dt"), ["Programm", "längste Kette von Beziehungen"]);
    let heads = ["Bezeichnung", "Version", "Verlässlichkeit", "Herkunft", "SHA-256 der Datei"];
    assert_eq!(texts(&page, "footer thead th"), heads);
    assert_eq!(texts(&page, "footer .kind"), ["Ausgaben", "Zuordnungstabellen", "Bewertung"]);
    let boxes: Vec<&str> = all(&page, ".box").iter().map(|mark| mark.attr("aria-label").unwrap()).collect();
    assert_eq!(boxes, ["erledigt", "zu erledigen"]);
}

#[test]
fn a_page_that_is_seen_at_a_glance_has_no_contents() {
    let contents = |tables: usize| {
        let parts = (0..tables).map(|_| Part::Table(table(2))).collect();
        let page = Parsed::parse_document(&written(&document(parts), &Sources::default()));
        texts(&page, ".contents li").len()
    };
    // The basis is a part too.
    assert_eq!((contents(2), contents(3)), (0, 4));
}

#[test]
fn a_table_shows_what_is_for_people_with_heads_of_columns_and_rows() {
    let page = Parsed::parse_document(&written(&document(vec![Part::Table(table(2))]), &Sources::default()));
    assert_eq!(texts(&page, "main thead th[scope=col]"), ["Clause", "Level", "Share"]);
    assert_eq!(texts(&page, "main tbody th[scope=row]"), ["4.0", "4.1"]);
    // 1 of 16 is 6.25 %.
    assert_eq!(texts(&page, "main td"), ["full", "0.0 %", "partial", "6.3 %", "Why since 5.1"]);
    assert_eq!(texts(&page, "main td.n.good"), ["0.0 %"]);
    assert_eq!(texts(&page, "main th.n"), ["Share"]);
}

#[test]
fn where_two_rows_begin_alike_the_first_column_heads_no_row() {
    let mut table = table(2);
    table.rows[1][0] = Cell::text("4.0");
    let page = Parsed::parse_document(&written(&document(vec![Part::Table(table)]), &Sources::default()));
    assert_eq!(texts(&page, "main tbody th"), [""; 0]);
}

#[test]
fn a_long_table_has_a_filter_for_each_column_of_few_words() {
    let boxes = |count| {
        let page = Parsed::parse_document(&written(&document(vec![Part::Table(table(count))]), &Sources::default()));
        assert!(all(&page, "input:not([checked])").is_empty());
        (texts(&page, "legend"), texts(&page, "label"))
    };
    assert_eq!(boxes(8), (vec![], vec![]));
    // Of the numbers 0 to 8: 0, 4, 8 are full; 1, 5 partial; 2, 3, 6, 7 none.
    let labels = ["full 3", "partial 2", "none 4"].map(str::to_owned).to_vec();
    assert_eq!(boxes(9), (vec!["Level".to_owned()], labels));
}

#[test]
fn a_column_of_too_many_words_or_of_one_alone_has_no_filter() {
    let boxes = |words: usize| {
        let rows: Vec<Line> =
            (0..16).map(|number| Line(number, "x".into(), format!("w{}", number % words), Tone::Plain)).collect();
        let table = Table::of(ANSWER, "Rows", COLUMNS, &rows);
        let page = Parsed::parse_document(&written(&document(vec![Part::Table(table)]), &Sources::default()));
        all(&page, "input").len()
    };
    assert_eq!([boxes(1), boxes(2), boxes(8), boxes(9)], [0, 2, 8, 0]);
}

#[test]
fn what_an_unchecked_box_hides_is_what_it_says_with_all_that_belongs_to_it() {
    let (everything, sources) = everything();
    let mut pages = bundled();
    pages.push(("everything", written(&everything, &sources)));
    let mut checked = BTreeMap::new();
    for (name, html) in &pages {
        let page = Parsed::parse_document(html);
        let rules = rules(&page);
        assert_eq!(rules.len(), all(&page, "input").len(), "{name}");
        for (id, rows) in &rules {
            let label = Selector::parse(&format!("label:has(#{id})")).unwrap();
            let label = page.select(&label).next().unwrap_or_else(|| panic!("{name} has no box {id}"));
            let (word, count) = label
                .text()
                .filter(|text| !text.trim().is_empty())
                .fold((String::new(), String::new()), |(_, word), text| (word, text.to_owned()));
            let hidden = all(&page, &format!("{rows}:not(.details)"));
            assert_eq!(hidden.len().to_string(), count, "{name}: {rows}");
            let word_of = Selector::parse(".w").unwrap();
            for row in hidden {
                assert!(row.select(&word_of).any(|found| text(found) == word), "{name}: {rows}: {word}");
            }
            *checked.entry(*name).or_insert(0) += 1;
        }
        for details in all(&page, "tr.details") {
            let row = details.prev_siblings().find_map(ElementRef::wrap).unwrap();
            let choices = |row: ElementRef<'_>| {
                let attributes = row.value().attrs().filter(|(name, _)| name.starts_with("data-"));
                attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
            };
            assert_eq!(choices(details), choices(row), "{name}");
        }
    }
    // The gap analysis has four levels and, as nothing is left to assess, five actions; four of those are work.
    assert_eq!(checked["gap"], 13);
    assert_eq!(checked["everything"], 3);
    assert!(!checked.contains_key("matrix"), "a share in words is no word to filter by");
}

#[test]
fn a_share_in_words_stands_as_a_number_on_the_ground_of_its_tone() {
    let (_, matrix) = bundled().into_iter().find(|(name, _)| *name == "matrix").unwrap();
    let page = Parsed::parse_document(&matrix);
    assert_eq!(all(&page, ".scroll.wide").len(), 1);
    assert!(all(&page, "main td .w").is_empty());
    assert!(texts(&page, "main td.n.good").contains(&"100 %".to_owned()));
    // Each of the 49 editions is the head of its line.
    assert_eq!(texts(&page, "main tbody th").len(), 49);
}

#[test]
fn every_number_of_a_chart_stands_in_text_and_its_segments_fill_the_bar() {
    let page = Parsed::parse_document(&written(&document(vec![Part::Chart(chart())]), &Sources::default()));
    assert_eq!(texts(&page, ".legend li"), ["full", "partial", "none"]);
    assert_eq!(texts(&page, ".bars strong"), ["44.4 % of 218", "100 % of 7", "no requirements"]);
    let counts = ["1 full, 204 partial, 13 none", "7 full, 0 partial, 0 none", "0 full, 0 partial, 0 none"];
    assert_eq!(texts(&page, ".counts"), counts);
    assert_eq!(texts(&page, ".bars svg > desc"), counts);
    // 1 of 218 is too narrow for its count.
    assert_eq!(texts(&page, ".bars svg text"), ["204", "13", "7"]);
    let widths: Vec<f64> = all(&page, ".bars li:first-child rect")
        .iter()
        .map(|rect| rect.attr("width").unwrap().trim_end_matches('%').parse().unwrap())
        .collect();
    // 1, 204 and 13 of 218.
    assert_eq!(widths, [0.46, 93.58, 5.96]);
}

#[test]
fn segments_of_one_tone_are_distinguished_in_every_bar_and_in_the_legend() {
    let segment = |name, count| Segment { name, count, tone: Tone::Bad };
    let bar = |segments| Bar { label: "x".into(), value: "x".into(), segments };
    let bars = vec![
        bar(vec![segment("implement".into(), 2), segment("build".into(), 3)]),
        bar(vec![segment("implement".into(), 0), segment("build".into(), 3)]),
    ];
    let chart = Chart { title: "Work".into(), bars };
    let page = Parsed::parse_document(&written(&document(vec![Part::Chart(chart)]), &Sources::default()));
    let classes = |selector| all(&page, selector).iter().map(|group| group.attr("class").unwrap()).collect::<Vec<_>>();
    assert_eq!(classes(".legend g"), ["bad", "bad again"]);
    assert_eq!(classes(".bars g"), ["bad", "bad again", "bad again"]);
}

#[test]
fn the_basis_says_what_the_answer_rests_on() {
    let (document, sources) = everything();
    let page = Parsed::parse_document(&written(&document, &sources));
    let digest = sources.get(sources.first().unwrap()).sha256();
    let line = format!("base:1 draft 2 low recalled {digest}");
    let rows: Vec<String> = all(&page, "footer tbody tr")
        .into_iter()
        .map(|row| row.child_elements().map(text).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(rows, ["Editions", &line, "Relation tables", &line, "Assessment", &line]);
    assert_eq!(texts(&page, "footer dl > div")[1], "longest chain of relations3");
    assert_eq!(texts(&page, ".findings li"), ["note stated-above-inferred a message (a way) us.yaml:2:1"]);
}

#[test]
fn the_pages_of_a_site_lead_to_each_other() {
    let page = |path: &str, name, under: &str| SitePage {
        path: path.into(),
        name,
        main_page: under.into(),
        document: document(Vec::new()),
    };
    let site = Site {
        title: "Our system".into(),
        pages: vec![
            page("index.html", Some("Start".into()), "index.html"),
            page("processes.html", Some("Processes".into()), "processes.html"),
            page("buying.html", None, "processes.html"),
        ],
    };
    let sources = Sources::default();
    let written = pages(&site, Page::new(&sources, 80)).unwrap();
    let current: Vec<(String, Vec<String>)> = written
        .into_iter()
        .map(|(path, bytes)| {
            let html = String::from_utf8(bytes).unwrap();
            assert_eq!(faults(&html), [""; 0], "{path}");
            let page = Parsed::parse_document(&html);
            assert_eq!(texts(&page, "title"), ["Title – Our system"]);
            let links: Vec<&str> = all(&page, ".site a").iter().map(|link| link.attr("href").unwrap()).collect();
            assert_eq!(links, ["index.html", "processes.html"]);
            let current = all(&page, ".site [aria-current]");
            (
                path,
                current.iter().map(|link| format!("{} {}", link.attr("aria-current").unwrap(), text(*link))).collect(),
            )
        })
        .collect();
    let expected =
        [("index.html", "page Start"), ("processes.html", "page Processes"), ("buying.html", "true Processes")];
    assert_eq!(current, expected.map(|(path, current)| (path.to_owned(), vec![current.to_owned()])));
}

#[test]
fn the_style_sheet_is_small_and_fetches_nothing() {
    assert!(STYLE.len() < 15_000, "{}", STYLE.len());
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains('<'));
}

/// The variables of the style sheet that are colours, in light and in dark.
fn colours() -> [BTreeMap<&'static str, [f64; 3]>; 2] {
    let blocks: Vec<&str> = STYLE.split(":root {").skip(1).map(|block| block.split('}').next().unwrap()).collect();
    let value = |digits: &str| -> [f64; 3] {
        let wide = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
        [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0)
    };
    let read = |block: &'static str| {
        let declarations = block.split(';').filter_map(|declaration| declaration.trim().strip_prefix("--"));
        declarations.filter_map(|one| one.split_once(": #")).map(|(name, digits)| (name, value(digits))).collect()
    };
    [read(blocks[0]), read(blocks[1])]
}

/// The contrast of two colours, as WCAG 2 defines it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    let luminance = |[r, g, b]: [f64; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_has_contrast_enough_in_light_and_in_dark() {
    assert_eq!(contrast([0.0; 3], [1.0; 3]), 21.0);
    let mut pairs = vec![("on-good", "good-solid"), ("bad", "bad-solid")];
    for ground in ["paper", "wash"] {
        pairs.extend(["ink", "muted", "accent", "bad", "quiet"].map(|text| (text, ground)));
    }
    for (tone, tint) in [("good", "good-tint"), ("middling", "middling-tint"), ("unsure", "unsure-tint")] {
        pairs.push((tone, tint));
    }
    pairs.extend([("bad", "bad-tint"), ("quiet", "quiet-tint"), ("ink", "quiet-tint")]);
    pairs.extend(["middling-solid", "unsure-solid", "quiet-solid"].map(|solid| ("on-solid", solid)));
    for (scheme, colours) in ["light", "dark"].into_iter().zip(colours()) {
        for (text, ground) in &pairs {
            let contrast = contrast(colours[text], colours[ground]);
            assert!(contrast >= 4.5, "{scheme}: {text} on {ground} has {contrast:.2}");
        }
    }
}
