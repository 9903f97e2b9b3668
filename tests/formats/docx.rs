//! Text documents for Word, read back.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use xwalk::language::DocumentLanguage;
use xwalk::model::{Calendar, Colour, PersonDays, WorkingDays};
use xwalk::render::{Docx, Format, Front, Logo, Page, Presentation, Theme};
use xwalk::report::{
    Audience, Bar, Basis, Cell, Chart, Document, Entry, Heading, Link, Part, Schedule, Segment, Table, Task, Tone, Tree,
};
use xwalk::source::Sources;

fn written(document: &Document, presentation: &Presentation) -> Vec<u8> {
    let mut bytes = Vec::new();
    let sources = Sources::default();
    Docx.write(document, Page { presentation, ..Page::new(&sources, 80) }, &mut bytes).unwrap();
    bytes
}

fn document(parts: Vec<Part>) -> Document {
    Document {
        command: "gap",
        title: "Us & <them>".to_owned().into(),
        lead: vec!["So it stands.".to_owned().into(), "And so on.".to_owned().into()],
        parts,
        findings: Vec::new(),
        basis: Basis::default(),
    }
}

fn table(title: &str, labels: &[&str], rows: Vec<Vec<Cell>>) -> Part {
    let heading = |label: &&str| Heading {
        key: label.to_string().into(),
        label: label.to_string().into(),
        audience: Audience::All,
    };
    let headings = labels.iter().map(heading).collect();
    let (details, choices) = (Vec::new(), Vec::new());
    Part::Table(Table {
        name: "answer",
        title: title.to_owned().into(),
        audience: Audience::All,
        headings,
        rows,
        details,
        choices,
        cut: None,
        quiet: BTreeSet::new(),
    })
}

fn chart(title: &str, bars: usize) -> Part {
    let bar = |at: usize| Bar {
        label: format!("Chapter {at}").into(),
        value: "33.3 % of 3".to_owned().into(),
        segments: vec![
            Segment { name: "full".into(), count: 1, tone: Tone::Good },
            Segment { name: "none".into(), count: 2, tone: Tone::Bad },
        ],
    };
    Part::Chart(Chart { title: title.to_owned().into(), bars: (0..bars).map(bar).collect() })
}

fn names(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// A part of the file, such as `word/document.xml`.
fn part(bytes: &[u8], path: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The elements of a part in order: each with its name, the value of an attribute that says what it is, and its text.
fn elements(text: &str) -> Vec<(String, String, String)> {
    let mut reader = Reader::from_str(text);
    let (mut found, mut open): (Vec<(String, String, String)>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                let value =
                    ["w:val", "descr", "r:id", "w:w"].iter().find_map(|name| element.try_get_attribute(name).unwrap());
                let value = value.map(|value| value.value.into_owned()).unwrap_or_default();
                if matches!(event, Event::Start(_)) {
                    open.push(found.len());
                }
                found.push((element.name().as_ref().to_owned(), value, String::new()));
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(words) => {
                if let Some(at) = open.last() {
                    found[*at].2.push_str(words);
                }
            }
            Event::GeneralRef(sign) => {
                if let Some(at) = open.last() {
                    let letter = sign.resolve_char_ref().unwrap().unwrap_or('?');
                    found[*at].2.push(letter);
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The paragraphs, each as its style and its text.
fn paragraphs(bytes: &[u8]) -> Vec<(String, String)> {
    let mut paragraphs: Vec<(String, String)> = Vec::new();
    for (name, value, text) in elements(&part(bytes, "word/document.xml")) {
        match name.as_str() {
            "w:pStyle" => paragraphs.push((value, String::new())),
            "w:t" => paragraphs.last_mut().unwrap().1.push_str(&text),
            _ => {}
        }
    }
    paragraphs
}

fn in_style<'p>(paragraphs: &'p [(String, String)], start: &str) -> Vec<&'p str> {
    paragraphs.iter().filter(|(style, _)| style.starts_with(start)).map(|(_, text)| text.as_str()).collect()
}

fn count(bytes: &[u8], name: &str) -> usize {
    elements(&part(bytes, "word/document.xml")).iter().filter(|(known, ..)| known == name).count()
}

/// One of everything.
fn everything() -> Document {
    let mut entry = Entry::new("Keep minutes").mark("partial", Tone::Middling).value("", Cell::text("Keep them all."));
    entry = entry
        .value("Owner", Cell::text("Ann"))
        .value("Due", Cell::text("soon"))
        .value("Note", Cell::text("x".repeat(60)));
    entry.is_done = Some(false);
    entry.children = vec![Entry::new("Sign them")];
    let step = Task {
        id: "1".to_owned(),
        title: "Begin".to_owned().into(),
        section: "First".to_owned().into(),
        after: Vec::new(),
        effort: Some(PersonDays::whole(3)),
        begin: WorkingDays::default(),
        end: WorkingDays::whole(3),
        owner: None,
        is_empty_step: false,
        is_late: false,
        is_critical: true,
        state: None,
    };
    let link = Cell::links([Link::to_resource("https://a.example/x?y&z"), Link::to_page("here", "p.html")]);
    document(vec![
        Part::Section("Summary".to_owned().into()),
        chart("Levels", 2),
        table(
            "Rows",
            &["Clause", "Level", "N"],
            vec![
                vec![Cell::text("4.1\n<b>"), Cell::word("full", Tone::Good), Cell::Count(3)],
                vec![link, Cell::Empty, Cell::Empty],
            ],
        ),
        Part::Section("More".to_owned().into()),
        Part::Tree(Tree::new("Why", vec![Tree::new("since", vec![Tree::new("so", Vec::new())])])),
        Part::Entry(entry),
        table("Nothing", &["A", "B"], Vec::new()),
        Part::Schedule(Schedule {
            title: "Time".to_owned().into(),
            start: None,
            calendar: Calendar::default(),
            tasks: vec![step],
            deadlines: Vec::new(),
        }),
    ])
}

fn front() -> Presentation {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 0, 40, 0, 0, 0, 10, 8, 6, 0, 0, 0]);
    let front = Front {
        client: Some("Harbour & Sons".to_owned()),
        classification: Some("Internal <1>".to_owned()),
        logo: Some(Logo::read(png).unwrap()),
    };
    let theme = Theme { accent: Colour::parse("#8a1b4f"), font: Some("Georgia".to_owned()), heading_font: None };
    Presentation { front: Some(front), theme, ..Presentation::default() }
}

#[test]
fn headings_stand_in_the_order_of_the_parts_and_never_skip_a_level() {
    let paragraphs = paragraphs(&written(&everything(), Presentation::PLAIN));
    assert_eq!(paragraphs[0], ("Title".to_owned(), "Us & <them>".to_owned()));
    assert_eq!((in_style(&paragraphs, "Lead"), paragraphs[2].1.as_str()), (vec!["So it stands."], "And so on."));
    let headings = paragraphs.iter().filter(|(style, _)| style.starts_with("Heading"));
    let headings: Vec<(&str, &str)> = headings.map(|(style, text)| (&style[7..], text.as_str())).collect();
    assert_eq!(
        headings,
        [
            ("1", "Summary"),
            ("2", "Levels"),
            ("2", "Rows"),
            ("1", "More"),
            ("2", "Why"),
            ("2", "☐ Keep minutes partial"),
            ("3", "Sign them"),
            ("2", "Nothing"),
            ("2", "Time"),
            ("1", "Basis"),
        ]
    );
    // The entry is one of many under its section; each other heading can be led to.
    let listed = ["Summary", "Levels", "Rows", "More", "Why", "Nothing", "Time", "Basis"];
    assert_eq!(in_style(&paragraphs, "TOC"), [&["Contents"][..], &listed].concat());
    assert_eq!(in_style(&paragraphs, "ListBullet"), ["since", "so"]);
    let said: Vec<&str> = in_style(&paragraphs, "BodyText").into_iter().skip(1).collect();
    let of_time = "Working days from the start. Red: on the critical path, a delay of it delays the finish.";
    assert_eq!(said, ["Keep them all.", "Owner: Ann  ·  Due: soon", &format!("Note: {}", "x".repeat(60)), of_time]);
}

#[test]
fn every_table_repeats_its_head_no_row_is_cut_and_what_is_empty_says_so() {
    let bytes = written(&everything(), Presentation::PLAIN);
    // Rows, Nothing and the basis, which has one line: the tool.
    assert_eq!((count(&bytes, "w:tbl"), count(&bytes, "w:tblHeader")), (3, 3));
    assert_eq!((count(&bytes, "w:tr"), count(&bytes, "w:cantSplit")), (3 + 2 + 2, 7));
    let text = part(&bytes, "word/document.xml");
    for table in text.split("<w:tbl>").skip(1) {
        let first = table.split("</w:tr>").next().unwrap();
        assert!(first.contains("<w:tblHeader/>"), "{first}");
    }
    let captions: Vec<String> =
        elements(&text).into_iter().filter(|(name, ..)| name == "w:tblCaption").map(|(_, value, _)| value).collect();
    assert_eq!(captions, ["Rows", "Nothing", "Basis"]);
    let paragraphs = paragraphs(&bytes);
    assert_eq!(in_style(&paragraphs, "TableText")[..4], ["4.1<b>", "full", "https://a.example/x?y&z, here", ""]);
    assert!(in_style(&paragraphs, "TableText").contains(&"none"));
    assert_eq!(in_style(&paragraphs, "TableNumber"), ["3"]);
    assert_eq!(in_style(&paragraphs, "TableHeading")[..3], ["Clause", "Level", "N"]);
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert_eq!(relations.matches("TargetMode=\"External\"").count(), 1);
    assert!(relations.contains("Target=\"https://a.example/x?y&#38;z\" TargetMode=\"External\""), "{relations}");
}

#[test]
fn every_figure_says_in_words_what_it_shows() {
    let bytes = written(&everything(), &front());
    let text = part(&bytes, "word/document.xml");
    let described: Vec<String> =
        elements(&text).into_iter().filter(|(name, ..)| name == "wp:docPr").map(|(_, value, _)| value).collect();
    assert_eq!(
        described,
        [
            "Logo",
            "Levels. Chapter 0: 33.3 % of 3 (1 full, 2 none); Chapter 1: 33.3 % of 3 (1 full, 2 none).",
            "Time. Begin: from day 0, person-days: 3.",
        ]
    );
    let ids: BTreeSet<&str> =
        text.split("<wp:docPr id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.len(), 3, "no figure has the number of another");
    let chart = part(&bytes, "word/charts/chart1.xml");
    let values: Vec<String> =
        elements(&chart).into_iter().filter(|(name, ..)| name == "c:v").map(|(.., text)| text).collect();
    let of_bars = ["Chapter 0: 33.3 % of 3", "Chapter 1: 33.3 % of 3"];
    assert_eq!(values, [&["full"][..], &of_bars, &["1", "1"], &["none"], &of_bars, &["2", "2"]].concat());
}

#[test]
fn a_chart_of_many_bars_goes_on_in_another_figure() {
    let bytes = written(&document(vec![chart("Levels", 25)]), Presentation::PLAIN);
    let charts: Vec<String> = names(&bytes).into_iter().filter(|name| name.starts_with("word/charts/")).collect();
    assert_eq!(charts, ["word/charts/chart1.xml", "word/charts/chart2.xml"]);
    assert_eq!(part(&bytes, "[Content_Types].xml").matches("drawingml.chart+xml").count(), 2);
}

#[test]
fn nothing_is_formatted_but_by_styles_that_are_there() {
    let bytes = written(&everything(), &front());
    let known: BTreeSet<String> = part(&bytes, "word/styles.xml")
        .split("w:styleId=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    for path in ["word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footer2.xml"] {
        let text = part(&bytes, path);
        for run in text.split("<w:rPr>").skip(1) {
            let own = run.split("</w:rPr>").next().unwrap();
            assert_eq!(own.matches('<').count(), 1, "{own}");
            assert!(own.starts_with("<w:rStyle "), "{own}");
        }
        for paragraph in text.split("<w:pPr>").skip(1) {
            let own = paragraph.split("</w:pPr>").next().unwrap();
            let rest = own.split_once("/>").unwrap().1;
            assert!(own.starts_with("<w:pStyle ") && (rest.is_empty() || rest.starts_with("<w:sectPr>")), "{own}");
        }
        for (name, value, _) in elements(&text) {
            if ["w:pStyle", "w:rStyle", "w:tblStyle"].contains(&name.as_str()) {
                assert!(known.contains(&value), "{path} names {value}");
            }
        }
    }
}

#[test]
fn what_stands_around_the_document_is_in_its_language() {
    let german = Presentation { language: DocumentLanguage::German, ..front() };
    let bytes = written(&everything(), &german);
    let paragraphs = paragraphs(&bytes);
    assert_eq!(in_style(&paragraphs, "Subtitle"), ["Erstellt für Harbour & Sons"]);
    assert_eq!(in_style(&paragraphs, "TOCHeading"), ["Inhalt"]);
    let headings = in_style(&paragraphs, "TableHeading");
    assert!(headings.ends_with(&["Bezeichnung", "Art", "Version, Verlässlichkeit, Herkunft", "SHA-256 der Datei"]));
    let said = in_style(&paragraphs, "BodyText");
    assert_eq!(
        said.last(),
        Some(&"Arbeitstage ab Beginn. Rot: auf dem kritischen Pfad, eine Verzögerung verschiebt den Abschluss.")
    );
    let text = part(&bytes, "word/document.xml");
    assert!(text.contains("Begin: ab Tag 0, Personentage: 3."), "{text}");
    let about = part(&bytes, "docProps/core.xml");
    assert!(about.contains("<dc:language>de-DE</dc:language>") && about.contains("Erstellt für"), "{about}");
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"de-DE\""));
}

#[test]
fn what_stands_in_front_is_on_a_page_of_its_own_and_on_each_page() {
    let bytes = written(&everything(), &front());
    let paragraphs = paragraphs(&bytes);
    let first: Vec<(&str, &str)> =
        paragraphs.iter().take(5).map(|(style, text)| (style.as_str(), text.as_str())).collect();
    assert_eq!(
        first,
        [
            ("Logo", ""),
            ("Title", "Us & <them>"),
            ("Subtitle", "Prepared for Harbour & Sons"),
            ("Classification", "Internal <1>"),
            ("TOCHeading", "Contents"),
        ]
    );
    // The title page and the document; both name what stands above, and the title page has no number.
    assert_eq!(
        (count(&bytes, "w:sectPr"), count(&bytes, "w:headerReference"), count(&bytes, "w:footerReference")),
        (2, 2, 1)
    );
    let words = |path: &str| elements(&part(&bytes, path)).into_iter().map(|(.., text)| text).collect::<String>();
    assert_eq!(words("word/header1.xml"), "Internal <1>");
    assert_eq!(words("word/footer1.xml"), "Us & <them> · Harbour & Sons PAGE 1 /  NUMPAGES 1");
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains("w:ascii=\"Georgia\"") && styles.contains("<w:color w:val=\"8a1b4f\"/>"));
    assert!(!styles.contains("Arial") && !styles.contains("1b4f8a"));
    let plain = written(&everything(), Presentation::PLAIN);
    assert!(!names(&plain).contains(&"word/header1.xml".to_owned()));
}

#[test]
fn a_logo_that_not_every_program_shows_is_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'/>".to_vec();
    let logo = Some(Logo::read(svg).unwrap());
    let presentation = Presentation { front: Some(Front { logo, ..Front::default() }), ..Presentation::default() };
    let sources = Sources::default();
    let page = Page { presentation: &presentation, ..Page::new(&sources, 80) };
    let refused = Docx.write(&everything(), page, &mut Vec::new()).unwrap_err().to_string();
    assert!(refused.starts_with("not every program shows an SVG in a Word document"), "{refused}");
}

#[test]
fn long_texts_beside_many_columns_lie_across_with_their_heading() {
    let row = |_| {
        let mut row: Vec<Cell> = (0..5).map(|_| Cell::text("several words of a title")).collect();
        row.push(Cell::text("what is to be done ".repeat(30)));
        row
    };
    let long = table("Long", &["A", "B", "C", "D", "E", "What to do"], (0..40).map(row).collect());
    let short = table("Short", &["A"], vec![vec![Cell::text("x")]]);
    let bytes = written(&document(vec![Part::Section("S".to_owned().into()), long, short]), Presentation::PLAIN);
    let text = part(&bytes, "word/document.xml");
    let sections: Vec<&str> = text.split("<w:sectPr>").collect();
    assert_eq!(sections.len(), 4, "upright, across, upright again");
    // What a section is like stands at its end.
    assert!(sections[1].contains("\"Heading1\"") && sections[1].contains("\"Heading2\""), "headings come along");
    let page = |at: usize| sections[at].split("</w:sectPr>").next().unwrap();
    assert!(page(2).contains("w:orient=\"landscape\""), "{}", page(2));
    assert!(!page(1).contains("landscape") && !page(3).contains("landscape"));
    let long = &text[text.find("<w:tbl>").unwrap()..text.find("</w:tbl>").unwrap() + 8];
    let widths = elements(long).into_iter().filter(|(name, ..)| name == "w:gridCol");
    let widths: Vec<u32> = widths.map(|(_, width, _)| width.parse().unwrap()).collect();
    assert!(widths[..5].iter().all(|width| *width < widths[5] / 2), "{widths:?}");
    assert!(widths.iter().sum::<u32>() <= 14_570);
}

#[test]
fn the_same_document_is_the_same_bytes_and_says_who_wrote_it() {
    let bytes = written(&everything(), &front());
    assert_eq!(bytes, written(&everything(), &front()));
    assert!(Docx.is_earlier_output(&bytes));
    assert!(!Docx.is_earlier_output(&bytes[1..]));
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(archive.by_index(0).unwrap().name().unwrap(), "docProps/app.xml");
    for at in 0..archive.len() {
        let member = archive.by_index(at).unwrap();
        assert_eq!(member.last_modified().unwrap().year(), 1980, "{:?}", member.name());
    }
    let core = part(&bytes, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>Us &#38; &#60;them&#62;</dc:title>")
            && core.contains("<dc:language>en-GB</dc:language>")
    );
    // Every part that is there has a kind, and every part that is named is there.
    let (names, types) = (names(&bytes), part(&bytes, "[Content_Types].xml"));
    for named in types.split("PartName=\"/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(names.contains(&named.to_owned()), "{named} is not there");
    }
}

#[test]
fn letters_of_levels_can_be_read_on_their_ground() {
    let styles = part(&written(&everything(), Presentation::PLAIN), "word/styles.xml");
    let mut seen = 0;
    for style in styles.split("w:styleId=\"Level").skip(1) {
        let of = |start: &str| {
            let digits = style.split(start).nth(1).unwrap().split('"').next().unwrap();
            Colour::parse(&format!("#{digits}")).unwrap()
        };
        let (letters, ground) = (of("<w:color w:val=\""), of("w:fill=\""));
        // The contrast of two colours is that of their contrasts with white.
        let contrast = letters.contrast_with_white() / ground.contrast_with_white();
        assert!(contrast >= Colour::READABLE, "{letters} on {ground}: {contrast}");
        seen += 1;
    }
    assert_eq!(seen, 5);
}

#[test]
fn no_character_that_xml_knows_not_gets_into_a_part() {
    let mut hostile = everything();
    hostile.title = "a\u{1b}[31m\u{fffe}\u{0}]]>&<".to_owned().into();
    hostile.lead = vec!["\"quoted\" 'so' {{ title }} \u{b}".to_owned().into()];
    let bytes = written(&hostile, Presentation::PLAIN);
    let paragraphs = paragraphs(&bytes);
    assert_eq!(paragraphs[0].1, "a\u{241b}[31m\u{fffd}\u{2400}]]>&<");
    assert_eq!(in_style(&paragraphs, "Lead"), ["\"quoted\" 'so' {{ title }} \u{240b}"]);
}
