//! Maturity by chapter, with averages counted by hand.

use xwalk::deliver::{Report, Soa};
use xwalk::query::{AssessedQuestion, Coverage, Maturity, RatedGroup};
use xwalk::report::{Document, Part, Plot};

use super::BASE;
use super::common::World;

/// 1.3 does not apply, 2.2 has a statement of its own without a maturity, 2.1 and 2.3 have that of their chapter.
const RATED: &str = r#"
xwalk: assessment/1
organization: Us
targets: [base:1]
maturity-target: { base:1: 3, base:1/2: 4 }
statuses:
  base:1:
    "1.1": { status: implemented, maturity: 2 }
    "1.2": { status: partial, maturity: 3, maturity-target: 5 }
    "1.3": { status: not-applicable, justification: None here, maturity: 0 }
    "2": { status: partial, maturity: 4 }
    "2.2": planned
"#;

fn groups(by: &str) -> Vec<RatedGroup> {
    let world = World::new(&[BASE], Some(RATED));
    let coverage = Coverage { target: Vec::new(), by: by.to_owned() };
    world.ask(|case| coverage.ask(case).unwrap().maturity).remove(0)
}

/// Applicable, rated, aimed, compared, below.
fn counts(maturity: &Maturity) -> [usize; 5] {
    [maturity.applicable, maturity.rated, maturity.aimed, maturity.compared, maturity.below]
}

fn radars(document: &Document) -> Vec<&Plot> {
    document.parts.iter().filter_map(|part| if let Part::Plot(plot) = part { Some(plot) } else { None }).collect()
}

#[test]
fn averages_are_of_what_is_rated_and_what_does_not_apply_is_in_none() {
    let groups = groups("chapter");
    let figures = |at: usize| {
        let maturity = &groups[at].maturity;
        (groups[at].name.as_str(), counts(maturity), maturity.average(), maturity.target(), maturity.gap())
    };
    // 1.1 has 2 of 3, 1.2 has 3 of 5: short by 1 and by 2.
    assert_eq!(figures(0), ("1", [2, 2, 2, 2, 2], Some(2.5), Some(4.0), Some(1.5)));
    // 2.1 and 2.3 have 4 of 4; 2.2 is aimed at 4 and not rated.
    assert_eq!(figures(1), ("2", [3, 2, 3, 2, 0], Some(4.0), Some(4.0), Some(0.0)));
    // 2 + 3 + 4 + 4 over four; 3 + 5 + 4 + 4 + 4 over five; 1 + 2 over four.
    assert_eq!(figures(2), ("total", [5, 4, 5, 4, 2], Some(3.25), Some(4.0), Some(0.75)));
    assert_eq!(groups.len(), 3);
}

#[test]
fn coverage_says_the_average_with_its_count() {
    let world = World::new(&[BASE], Some(RATED));
    let document = world.ask(|case| Coverage { target: Vec::new(), by: "phase".into() }.document(case).unwrap());
    let said = "Maturity of base:1: 3.3 on average on a scale from 0 to 5 (4 of 5 rated); gap to target 0.8 on average \
                (4 compared, 2 below target).";
    assert!(document.lead.iter().any(|line| line == said), "{:?}", document.lead);
    let [Plot::Radar(radar)] = radars(&document)[..] else { panic!("one radar chart") };
    // 1.3 alone is of the phase check, and does not apply; 2.3 is of no phase.
    assert_eq!(radar.spokes, ["plan (N 1)", "do (N 2)", "unspecified (N 1)"]);
    let ring = |name: &str| radar.rings.iter().find(|ring| ring.name == name).unwrap().figures.clone();
    assert_eq!(ring("maturity"), [Some(2.0), Some(3.5), Some(4.0)]);
    // Of the phase do: 1.2 at 5, 2.1 and 2.2 at 4.
    assert_eq!(ring("target"), [Some(3.0), Some(13.0 / 3.0), Some(4.0)]);
}

#[test]
fn two_chapters_make_no_radar_and_nothing_rated_makes_no_table() {
    let world = World::new(&[BASE], Some(RATED));
    let by_chapter = world.ask(|case| Coverage { target: Vec::new(), by: "chapter".into() }.document(case).unwrap());
    assert!(radars(&by_chapter).is_empty());
    assert!(by_chapter.tables().any(|table| table.name == "maturity"));
    let unrated = "xwalk: assessment/1\norganization: Us\ntargets: [base:1]\nmaturity-target: 3\nstatuses: { base:1: { \"1.1\": partial } }\n";
    let world = World::new(&[BASE], Some(unrated));
    let document = world.ask(|case| Coverage { target: Vec::new(), by: "chapter".into() }.document(case).unwrap());
    assert!(!document.tables().any(|table| table.name == "maturity"));
}

#[test]
fn the_report_has_the_maturity_of_every_edition_at_hand() {
    let world = World::new(&[BASE], Some(RATED));
    let document = world.ask(|case| Report::default().document(case).unwrap());
    let sections = document.parts.iter();
    let sections =
        sections.filter_map(|part| if let Part::Section(title) = part { Some(title.as_str()) } else { None });
    assert_eq!(sections.filter(|title| *title == "Maturity").count(), 1);
}

#[test]
fn controls_are_rated_by_domain() {
    let catalog = "xwalk: catalog/1\nid: controls:1\ntitle: Controls\nkind: control-set\nclauses:\n  \"A\": People\n  \"A.1\": Screening\n  \"A.2\": Training\n  \"B\": Rooms\n  \"B.1\": Doors\n";
    let stated = "xwalk: assessment/1\norganization: Us\ntargets: [controls:1]\nmaturity-target: 3\nstatuses:\n  controls:1:\n    \"A.1\": { status: partial, maturity: 1, risk: [R-1, R-2] }\n    \"B.1\": { status: not-applicable, maturity: 5, justification: No rooms }\n";
    let world = World::new(&[("controls.yaml", catalog)], Some(stated));
    let document = world.ask(|case| Soa::default().document(case).unwrap());
    let said = "Maturity of controls:1: 1.0 on average on a scale from 0 to 5 (1 of 2 rated); gap to target 2.0 on average \
                (1 compared, 1 below target).";
    assert!(document.lead.iter().any(|line| line == said), "{:?}", document.lead);
    let table = document.tables().find(|table| table.audience.has_people() && table.title.starts_with("Controls"));
    let labels: Vec<&str> = table.unwrap().headings.iter().map(|heading| heading.label.as_ref()).collect();
    assert!(labels.contains(&"Risks"), "{labels:?}");
}
