//! The question `portal` on small worlds, with answers counted by hand.

use std::collections::BTreeSet;

use xwalk::bundled;
use xwalk::deliver::Portal;
use xwalk::load;
use xwalk::query::SiteQuestion;
use xwalk::report::{Cell, Document, Entry, Link, Part, Site, SitePage};
use xwalk::source::Sources;

use super::common::World;
use super::{BASE, TABLE, TARGET};

/// An edition that leads to the audit of the base, and has a clause that leads nowhere.
const OTHER: (&str, &str) =
    ("other.yaml", "xwalk: catalog/1\nid: other:1\ntitle: Other\nclauses:\n  \"1\": Alone\n  \"2\": Looking back\n");

const OTHER_TABLE: (&str, &str) = (
    "other-1--base-1.yaml",
    "xwalk: relations/1\nid: other-1--base-1\nfrom: other:1\nto: base:1\nversion: 1\nsource: made up\nconfidence: high\n\
     rows:\n  - { from: \"2\", to: \"1.3\", relation: partial }\n",
);

const GOALS: (&str, &str) = (
    "goals.yaml",
    r#"
xwalk: catalog/1
id: goals:1
title: Goals
kind: objectives
clauses:
  "O1": Be steady
  "O1.1": Documents
  "O1.2": People
  "O2": Be fast
  "O2.1": Tools
"#,
);

const GOALS_TABLE: (&str, &str) = (
    "base-1--goals-1.yaml",
    "xwalk: relations/1\nid: base-1--goals-1\nfrom: base:1\nto: goals:1\nversion: 1\nsource: made up\nconfidence: high\n\
     rows:\n  - { from: \"1.1\", to: \"O1.1\", relation: full }\n  - { from: \"2.1\", to: \"O1.2\", relation: partial }\n",
);

/// As in the other tests, with owners, days and evidence; Auditing and Documents are done, Tools and News are not.
const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
scope: All of us.
date: 2026-12-01
targets: [target:1]
objectives:
  faster: { title: Be faster, measure: Days to deliver, owner: Ann, due: 2027-06-30, projects: [Move], processes: [audit, tooling] }
  steadier: { title: Be steadier, processes: [audit] }
  known: { title: Be known, projects: [Campaign] }
statuses:
  base:1:
    "1.1": { status: implemented, evidence: [docs/control.pdf, "https://docs.example/list"] }
    "1.2": { status: implemented, evidence: [records.pdf, docs/control.pdf] }
    "1.3": { status: partial, owner: Bob, due: 2026-11-15, evidence: [audit.pdf] }
    "2.1": implemented
    "2.2": { status: not-implemented, owner: Ann, due: 2027-03-01 }
  other:1:
    "1": { status: planned, owner: Cid, due: 2027-01-10 }
processes:
  audit: { title: Auditing, owner: Bob, description: docs/audit.md, inputs: [Programme], outputs: [Reports], clauses: [base:1/1.3] }
  tooling: { title: Tools, owner: Ann, inputs: [Requests], clauses: [base:1/2.2] }
  documents: { title: Documents, description: docs/control.pdf, inputs: [Drafts], outputs: [Documents], clauses: [target:1/1] }
  news: { title: News }
"#;

fn world(assessment: &str) -> World {
    World::new(&[BASE, TARGET, TABLE, OTHER, OTHER_TABLE], Some(assessment))
}

fn site(world: &World) -> Site {
    world.ask(|case| Portal::default().site(case).unwrap())
}

fn page<'s>(site: &'s Site, path: &str) -> &'s SitePage {
    site.pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("there is no {path}"))
}

fn links(cell: &Cell) -> &[Link] {
    match cell {
        Cell::Links(links) => links,
        Cell::Empty
        | Cell::Text(_)
        | Cell::Word(..)
        | Cell::Count(_)
        | Cell::Share(..)
        | Cell::Number(_)
        | Cell::Rating(_)
        | Cell::Effort(_)
        | Cell::Day(_)
        | Cell::Boolean(_)
        | Cell::Refs(..) => &[],
    }
}

fn read(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Word(text, _) | Cell::Refs(_, text) => text.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) | Cell::Rating(number) => format!("{number:.3}"),
        Cell::Share(share, _) => share.to_string(),
        Cell::Effort(effort) => effort.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Boolean(truth) => truth.to_string(),
        Cell::Links(links) => links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// The rows of all tables of a page that have this name.
fn rows(site: &Site, path: &str, name: &str) -> Vec<Vec<String>> {
    let tables = page(site, path).document.tables().filter(|table| table.name == name);
    tables.flat_map(|table| &table.rows).map(|row| row.iter().map(read).collect()).collect()
}

/// Some columns of these rows.
fn columns<const N: usize>(rows: &[Vec<String>], at: [usize; N]) -> Vec<[&str; N]> {
    rows.iter().map(|row| at.map(|at| row[at].as_str())).collect()
}

fn entries(document: &Document) -> Vec<&Entry> {
    fn all<'e>(entry: &'e Entry, found: &mut Vec<&'e Entry>) {
        found.push(entry);
        entry.children.iter().for_each(|under| all(under, found));
    }
    let mut found = Vec::new();
    for part in &document.parts {
        if let Part::Entry(entry) = part {
            all(entry, &mut found);
        }
    }
    found
}

/// The links of a site that lead neither to a page of it nor to the web, and how many lead to a page.
fn broken(site: &Site) -> (Vec<String>, usize) {
    let paths: BTreeSet<&str> = site.pages.iter().map(|page| page.path.as_str()).collect();
    let is_address = |target: &str| ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
    let (mut broken, mut inner) = (Vec::new(), 0);
    for page in &site.pages {
        let cells = page.document.tables().flat_map(|table| table.rows.iter().flatten());
        let said = entries(&page.document).into_iter().flat_map(|entry| entry.values.iter().map(|(_, cell)| cell));
        for target in cells.chain(said).flat_map(links).filter_map(|link| link.target.as_deref()) {
            if paths.contains(target) {
                inner += 1;
            } else if !is_address(target) {
                broken.push(format!("{}: {target}", page.path));
            }
        }
        assert!(paths.contains(page.main_page.as_str()), "{} stands under {}", page.path, page.main_page);
    }
    assert_eq!(paths.len(), site.pages.len(), "no two pages have one file name");
    (broken, inner)
}

#[test]
fn the_front_page_counts_the_processes_that_are_done_and_says_what_the_others_lack() {
    let site = site(&world(ASSESSMENT));
    let front = &site.pages[0];
    assert_eq!((front.path.as_str(), front.name.as_deref()), ("index.html", Some("Overview")));
    assert!(
        front
            .document
            .lead
            .contains(&"2 of 4 processes are complete: description, inputs and outputs are documented.".into())
    );
    assert_eq!(
        rows(&site, "index.html", "missing"),
        [["Tools", "Ann", "description and outputs"], ["News", "nobody named", "description, inputs and outputs"]]
    );
    let says = &entries(&front.document)[0].values;
    assert_eq!((says[0].0.as_str(), read(&says[0].1)), ("Complete", "Auditing, Documents".to_owned()));
    assert_eq!((says[1].0.as_str(), read(&says[1].1)), ("Not yet complete", "Tools, News".to_owned()));
    let charts =
        front.document.parts.iter().filter_map(|part| if let Part::Chart(chart) = part { Some(chart) } else { None });
    let counts: Vec<Vec<usize>> = charts
        .flat_map(|chart| &chart.bars)
        .map(|bar| bar.segments.iter().map(|segment| segment.count).collect())
        .collect();
    // Done and not yet; then 1.1 of the target in full, 1.2 to 1.4 in part, all of chapter 2 open.
    assert_eq!(counts, [vec![2, 2], vec![1, 3, 0, 4]]);
}

#[test]
fn the_front_page_counts_open_work_and_shows_what_is_due_next_and_what_is_late() {
    let site = site(&world(ASSESSMENT));
    // Of the target 1.2, since 1.3 and 1.4 are part of the work on the base; 2.1 with the base's 1.3 and 2.2; 2.2 with the base's 2.3; 2.3 and 2.4.
    assert_eq!(
        rows(&site, "index.html", "open"),
        [["extend", "2", "0"], ["implement", "2", "1"], ["assess", "2", "0"], ["build", "2", "0"]]
    );
    let deadlines = rows(&site, "index.html", "deadlines");
    assert_eq!(
        columns(&deadlines, [0, 1, 4]),
        [
            ["2026-11-15", "base:1/1.3 Audit", "overdue"],
            ["2027-01-10", "other:1/1 Alone", ""],
            ["2027-03-01", "base:1/2.2 Tools", ""],
            ["2027-03-01", "target:1/2.1 Tooling", ""],
            ["2027-06-30", "Be faster", ""],
        ]
    );
    let lead = &page(&site, "index.html").document.lead;
    assert!(lead.contains(&"9 open items; 1 is not needed for any target.".into()), "{lead:?}");
    assert!(lead.contains(&"1 deadline is overdue on the date of the assessment, 2026-12-01.".into()), "{lead:?}");
    let undated = site_of(&ASSESSMENT.replace("date: 2026-12-01\n", ""));
    assert_eq!(rows(&undated, "index.html", "deadlines")[0].len(), 4, "without a date nothing is late");
}

fn site_of(assessment: &str) -> Site {
    site(&world(assessment))
}

#[test]
fn each_process_is_listed_with_its_state_its_open_items_and_its_clauses_by_edition() {
    let site = site(&world(ASSESSMENT));
    assert_eq!(
        rows(&site, "processes.html", "processes"),
        [
            ["Auditing", "Bob", "complete", "", "1", "1", "1", "1"],
            ["Tools", "Ann", "not yet complete", "description and outputs", "2", "1", "0", "2"],
            ["Documents", "nobody named", "complete", "", "3", "5", "0", "4"],
            ["News", "nobody named", "not yet complete", "description, inputs and outputs", "0", "0", "0", "0"],
        ]
    );
    let table = page(&site, "processes.html").document.tables().next().unwrap();
    let labels: Vec<&str> = table.headings[5..].iter().map(|heading| &*heading.label).collect();
    assert_eq!(labels, ["base:1", "other:1", "target:1"]);
}

#[test]
fn a_process_has_the_clauses_that_it_names_and_those_of_other_standards_that_one_row_relates_to_them() {
    let site = site(&world(ASSESSMENT));
    // The number, how it belongs there, the level, how that is known, what kind of work is open.
    let clauses = |path: &str| rows(&site, path, "clauses");
    assert_eq!(
        columns(&clauses("process-audit.html"), [0, 2, 3, 4, 5]),
        [
            ["1.3", "assigned", "partial", "stated as partly in place", "extend"],
            ["2", "related to base:1/1.3", "presumed", "inferred", ""],
            ["1.3", "related to base:1/1.3", "partial", "inferred", "extend"],
        ]
    );
    assert_eq!(
        columns(&clauses("process-tooling.html"), [0, 2, 3]),
        [
            ["2.2", "assigned", "none"],
            ["1.4", "related to base:1/2.2", "partial"],
            ["2.1", "related to base:1/2.2", "none"],
        ]
    );
    assert_eq!(
        columns(&clauses("process-documents.html"), [0, 2]),
        [
            ["1.1", "related to target:1/1.1"],
            ["1.2", "related to target:1/1.2"],
            ["1.3", "related to target:1/1.3"],
            ["2.1", "related to target:1/1.4"],
            ["2.2", "related to target:1/1.4"],
            ["1.1", "assigned with 1"],
            ["1.2", "assigned with 1"],
            ["1.3", "assigned with 1"],
            ["1.4", "assigned with 1"],
        ],
        "what only a second row would bring, such as other:1/2, is not there"
    );
    let audits = &clauses("process-audit.html")[2];
    assert_eq!(audits[6..], ["Complete base:1/1.3.", "audit.pdf"], "what to do, and the evidence that it rests on");
    assert!(clauses("process-news.html").is_empty());
    let lead = &page(&site, "process-news.html").document.lead;
    assert!(lead[1].starts_with("No clause is assigned"), "{lead:?}");
}

#[test]
fn the_page_of_a_process_shows_what_makes_it_done_whom_it_serves_and_what_is_in_work() {
    let site = site(&world(ASSESSMENT));
    let tooling = page(&site, "process-tooling.html");
    assert_eq!((tooling.name.as_deref(), tooling.main_page.as_str()), (None, "processes.html"));
    assert_eq!(tooling.document.title, "Tools");
    let entries = entries(&tooling.document);
    let about: Vec<String> = entries[0].values.iter().map(|(_, cell)| read(cell)).collect();
    assert_eq!(about, ["Ann", "Be faster"]);
    let needed: Vec<(&str, Option<bool>, String)> =
        entries[1..].iter().map(|entry| (entry.title.as_str(), entry.is_done, read(&entry.values[0].1))).collect();
    assert_eq!(
        needed,
        [
            ("Description", Some(false), "missing".to_owned()),
            ("Inputs", Some(true), "Requests".to_owned()),
            ("Outputs", Some(false), "missing".to_owned()),
        ]
    );
    let work = rows(&site, "process-tooling.html", "work");
    let mut work = columns(&work, [0, 2, 3, 4]);
    work.sort_unstable();
    assert_eq!(
        work,
        [["base:1/2.2", "implement", "Ann", "2027-03-01"], ["target:1/2.1", "implement", "Ann", "2027-03-01"],]
    );
}

#[test]
fn each_document_stands_once_with_all_that_it_is_there_for() {
    let site = site(&world(ASSESSMENT));
    assert_eq!(
        rows(&site, "documents.html", "documents"),
        [
            ["audit.pdf", "", "base:1/1.3"],
            ["docs/audit.md", "Auditing", ""],
            ["docs/control.pdf", "Documents", "base:1/1.1 base:1/1.2"],
            ["https://docs.example/list", "", "base:1/1.1"],
            ["records.pdf", "", "base:1/1.2"],
        ]
    );
    let lead = &page(&site, "documents.html").document.lead;
    assert!(
        lead[0].starts_with("5 documents are named: 2 describe a process, 4 are evidence for a statement."),
        "{lead:?}"
    );
}

#[test]
fn objectives_stand_with_the_processes_that_serve_them_and_how_many_of_those_are_done() {
    let site = site(&world(ASSESSMENT));
    assert_eq!(
        rows(&site, "objectives.html", "objectives"),
        [
            ["Be faster", "Days to deliver", "Ann", "2027-06-30", "Move", "Auditing, Tools", "1 of 2"],
            ["Be steadier", "", "", "", "none named", "Auditing", "1 of 1"],
            ["Be known", "", "", "", "Campaign", "none named", ""],
        ]
    );
    let lead = &page(&site, "objectives.html").document.lead;
    assert_eq!(lead[0], "The organization has 3 objectives; for 1 of them, all processes are complete.");
    assert_eq!(lead[1], "1 objective names no project: an objective needs at least one to be reached.");
}

#[test]
fn the_objectives_of_an_edition_stand_with_their_coverage() {
    let files = [BASE, GOALS, GOALS_TABLE];
    let aims = "xwalk: assessment/1\norganization: Us\ntargets: [goals:1]\nstatuses:\n  base:1:\n    \"1\": implemented\n    \"2\": implemented\n";
    let site = site(&World::new(&files, Some(aims)));
    let coverage = rows(&site, "objectives.html", "coverage");
    // Of O1 one tool in full and one in part, of O2 nothing.
    assert_eq!(
        columns(&coverage, [1, 3, 4, 5, 7, 8]),
        [["O1", "2", "1", "1", "0", "0.75"], ["O2", "1", "0", "0", "1", "0"], ["total", "3", "1", "1", "1", "0.5"]]
    );
    let lead = &page(&site, "objectives.html").document.lead;
    assert!(lead.iter().all(|sentence| !sentence.contains("No objective is recorded")), "{lead:?}");
}

#[test]
fn the_work_stands_by_owner_with_all_that_is_open() {
    let site = site(&world(ASSESSMENT));
    assert_eq!(
        rows(&site, "work.html", "owners"),
        [
            ["Ann", "2", "2027-03-01", "Tools", "1"],
            ["Bob", "1", "2026-11-15", "Auditing", "0"],
            ["Cid", "1", "2027-01-10", "", "0"],
            ["nobody named", "5", "", "Documents, News", "2"],
        ]
    );
    assert_eq!(columns(&rows(&site, "work.html", "beside"), [0, 3]), [["other:1/1", "Cid"]]);
    let open: Vec<&str> = entries(&page(&site, "work.html").document)
        .into_iter()
        .filter(|entry| entry.is_done == Some(false))
        .map(|entry| entry.title.as_str())
        .collect();
    assert_eq!(open.len(), 8, "{open:?}");
}

#[test]
fn the_statuses_of_each_edition_add_up_to_its_requirements() {
    let site = site(&world(ASSESSMENT));
    // All; implemented, partial, planned, not implemented, not applicable, not assessed.
    assert_eq!(
        rows(&site, "standards.html", "statuses"),
        [
            ["base:1", "Base", "6", "3", "1", "0", "1", "0", "1"],
            ["other:1", "Other", "2", "0", "0", "1", "0", "0", "1"]
        ]
    );
    let coverage = rows(&site, "standards.html", "coverage");
    assert_eq!(
        columns(&coverage, [1, 3, 4, 5]),
        [["1", "4", "1", "3"], ["2", "4", "0", "0"], ["total", "8", "1", "3"]]
    );
}

#[test]
fn no_link_is_broken() {
    let (none, inner) = broken(&site(&world(ASSESSMENT)));
    assert!(none.is_empty(), "{none:?}");
    // The front page 4 + 2, the list 4, the documents 2, the objectives 3, the owners 4, the processes 2 + 1.
    assert_eq!(inner, 22);
    for example in ["harbour-it", "service-bank", "software-house"] {
        let site = site(&bundled(example));
        let (broken, _) = broken(&site);
        assert!(broken.is_empty(), "{example}: {broken:?}");
        assert!(site.pages.iter().all(|page| page.document.command == "portal"));
        let with_basis: Vec<&str> =
            site.pages.iter().filter(|page| !page.document.basis.is_empty()).map(|page| page.path.as_str()).collect();
        assert_eq!(with_basis, ["basis.html"], "digests of files are on one page");
    }
}

/// The library that is bundled, with one of its examples.
fn bundled(example: &str) -> World {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let library = load::library(&sources, files).sound().unwrap().0;
    let path = format!("{}/examples/{example}/assessment.yaml", env!("CARGO_MANIFEST_DIR"));
    let file = sources.add("assessment.yaml", std::fs::read_to_string(path).unwrap());
    let assessment = load::assessment(&sources, file, &library).sound().unwrap().0;
    World { sources, library, assessment: Some((assessment, file)) }
}

/// An assessment with processes of these ids.
fn with_processes(ids: &[&str]) -> String {
    let processes: Vec<String> = ids.iter().map(|id| format!("  {id:?}: {{ title: P }}\n")).collect();
    format!("xwalk: assessment/1\norganization: Us\nprocesses:\n{}", processes.concat())
}

#[test]
fn every_process_has_a_safe_file_name_of_its_own_whatever_its_id_is() {
    let long = "x".repeat(400);
    let ids = ["../../etc", "Ä b", "a b", "A.B", "a-b", "a-b-2", "日本", "/", "b", "CON", long.as_str()];
    let site = site_of(&with_processes(&ids));
    let paths: Vec<&str> = site.pages[7..].iter().map(|page| page.path.as_str()).collect();
    let short = format!("process-{}.html", "x".repeat(60));
    assert_eq!(
        paths,
        [
            "process-etc.html",
            "process-b-2.html",
            "process-a-b-3.html",
            "process-a-b-4.html",
            "process-a-b.html",
            "process-a-b-2.html",
            "process-unnamed.html",
            "process-unnamed-2.html",
            "process-b.html",
            "process-con.html",
            &short,
        ]
    );
    assert_eq!(broken(&site).0, [""; 0]);
}

#[test]
fn without_processes_the_portal_says_that_none_is_recorded() {
    let assessment = &ASSESSMENT[..ASSESSMENT.find("processes:\n").unwrap()];
    let site = site_of(&assessment.replace(", processes: [audit, tooling]", "").replace(", processes: [audit]", ""));
    assert_eq!(site.pages.len(), 7);
    for path in ["index.html", "processes.html"] {
        let lead = &page(&site, path).document.lead;
        assert!(lead.iter().any(|sentence| sentence.contains("No process is recorded yet.")), "{lead:?}");
    }
    assert_eq!(rows(&site, "documents.html", "documents").len(), 4, "all but docs/audit.md");
}

#[test]
fn without_targets_the_rest_of_the_portal_stands() {
    let site = site_of(&ASSESSMENT.replace("targets: [target:1]\n", ""));
    assert_eq!(site.pages.len(), 11);
    // What is stated as not in place is open all the same: base 1.3 and 2.2, other 1.
    assert_eq!(rows(&site, "index.html", "open"), [["extend", "0", "1"], ["implement", "0", "2"]]);
    assert_eq!(columns(&rows(&site, "work.html", "beside"), [0]), [["base:1/1.3"], ["base:1/2.2"], ["other:1/1"]]);
    assert!(rows(&site, "standards.html", "coverage").is_empty());
    assert_eq!(
        columns(&rows(&site, "process-audit.html", "clauses"), [0, 4]),
        [["1.3", "stated as partly in place"], ["2", "inferred"]],
        "the target is not at hand"
    );
    for path in ["standards.html", "work.html"] {
        let lead = &page(&site, path).document.lead;
        assert!(lead.iter().any(|sentence| sentence.contains("No target standard is set")), "{lead:?}");
    }
}

#[test]
fn an_assessment_that_says_nothing_has_a_portal_that_says_what_is_missing() {
    let site = site_of("xwalk: assessment/1\norganization: Us\n");
    for (path, missing) in [
        ("processes.html", "No process is recorded yet."),
        ("documents.html", "No document is recorded yet"),
        ("objectives.html", "No objective is recorded yet."),
        ("work.html", "No target standard is set"),
        ("standards.html", "The assessment contains no statements yet."),
    ] {
        let document = &page(&site, path).document;
        assert!(document.lead.iter().any(|sentence| sentence.contains(missing)), "{path}: {:?}", document.lead);
        assert!(document.lead.iter().all(|sentence| !sentence.contains('`')), "no key of a file: {:?}", document.lead);
        assert!(document.parts.is_empty(), "{path}");
    }
}

#[test]
fn what_is_stated_of_a_heading_is_open_for_each_requirement_below_it() {
    let own = "xwalk: assessment/1\norganization: Us\nstatuses:\n  base:1:\n    \"2\": { status: partial, owner: Ann }\n    \"2.3\": implemented\n\
               processes:\n  people: { title: People, clauses: [base:1/2] }\n";
    let site = site_of(own);
    assert_eq!(columns(&rows(&site, "work.html", "beside"), [0, 3]), [["base:1/2.1", "Ann"], ["base:1/2.2", "Ann"]]);
    assert_eq!(
        columns(&rows(&site, "process-people.html", "clauses"), [0, 2, 4, 5]),
        [
            ["2.1", "assigned with 2", "stated as partly in place by 2", "extend"],
            ["2.2", "assigned with 2", "stated as partly in place by 2", "extend"],
            ["2.3", "assigned with 2", "stated as implemented", ""],
        ]
    );
}

#[test]
fn nothing_from_the_assessment_steers_whoever_reads_a_title_or_a_lead() {
    let hostile = "xwalk: assessment/1\norganization: \"\\e[31mUs\\u202e\"\nscope: \"\\x9b2J\"\nprocesses:\n  \"\\e]0;p\": { title: \"\\e[2JRed\" }\n";
    let site = site_of(hostile);
    let is_harmful = |c: char| c.is_control() || c == '\u{202e}';
    for page in &site.pages {
        assert!(!page.path.contains(is_harmful) && !page.document.title.contains(is_harmful), "{:?}", page.path);
        assert!(page.document.lead.iter().all(|sentence| !sentence.contains(is_harmful)), "{:?}", page.document.lead);
    }
    assert!(!site.title.contains(is_harmful));
    assert_eq!(site.pages[7].path, "process-0-p.html");
}
