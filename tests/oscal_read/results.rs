//! Assessment results as assessments.

use xwalk::load::raw::Record;

use crate::world::{CATALOG, World};

/// Findings of every kind, of two results.
pub(crate) const RESULTS: &str = r##"{
  "assessment-results": {
    "uuid": "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
    "metadata": {
      "title": "Harbour audit", "version": "1", "oscal-version": "1.2.0",
      "parties": [ { "uuid": "b1", "type": "person", "name": "Ann" }, { "uuid": "b2", "type": "organization", "name": "Harbour IT" } ],
      "responsible-parties": [ { "role-id": "assessor", "party-uuids": [ "b1" ] } ]
    },
    "import-ap": { "href": "plan.json" },
    "results": [
      {
        "title": "Second", "start": "2026-11-01T08:00:00Z", "end": "2026-11-03T17:00:00Z",
        "observations": [
          { "uuid": "o1", "description": "d", "methods": [ "EXAMINE" ], "collected": "2026-11-02T10:00:00Z",
            "relevant-evidence": [ { "href": "docs/gates.pdf" }, { "href": "#r1" }, { "description": "seen on site" } ] }
        ],
        "findings": [
          { "target": { "type": "objective-id", "target-id": "gt-1_obj", "status": { "state": "satisfied" }, "implementation-status": { "state": "partial", "remarks": "one gate" } },
            "related-observations": [ { "observation-uuid": "o1" } ] },
          { "target": { "type": "statement-id", "target-id": "gt-1.1_smt.a", "status": { "state": "satisfied" } } },
          { "target": { "type": "statement-id", "target-id": "qy-1_smt", "status": { "state": "not-satisfied" } } },
          { "target": { "type": "statement-id", "target-id": "qy-2", "status": { "state": "satisfied" }, "implementation-status": { "state": "not-applicable", "remarks": "No ropes" } } },
          { "target": { "type": "statement-id", "target-id": "qy-3", "status": { "state": "satisfied" }, "implementation-status": { "state": "not-applicable" } } },
          { "target": { "type": "statement-id", "target-id": "gt-2", "status": { "state": "satisfied" } } },
          { "target": { "type": "statement-id", "target-id": "zz-1", "status": { "state": "satisfied" } } },
          { "target": { "type": "statement-id", "target-id": "qy-2", "status": { "state": "pending" } } }
        ]
      },
      {
        "title": "First", "start": "2026-10-01T08:00:00Z",
        "findings": [ { "target": { "type": "statement-id", "target-id": "gt-1", "status": { "state": "not-satisfied" } } } ]
      }
    ],
    "back-matter": { "resources": [ { "uuid": "r1", "rlinks": [ { "href": "https://harbour.example/photo" } ] } ] }
  }
}
"##;

fn stated() -> String {
    let edition = r#""title": "Harbour audit", "props": [ { "ns": "urn:xwalk:oscal", "name": "edition", "value": "harbour-controls:2.1" } ]"#;
    RESULTS.replace(r#""title": "Harbour audit""#, edition)
}

fn line(record: &Record) -> String {
    let text = |scalar: &Option<xwalk::load::raw::Scalar>| {
        scalar.as_ref().map_or("-".to_owned(), |text| text.value.to_string())
    };
    let evidence: Vec<&str> = record.evidence.iter().map(|text| text.value.as_str()).collect();
    format!(
        "{} {} {} note {} why {} evidence {evidence:?}",
        record.id.value,
        text(&record.status),
        text(&record.assessed),
        text(&record.note),
        text(&record.justification)
    )
}

#[test]
fn findings_become_statements_and_never_say_more_than_they_do() {
    let world = World::of(&[("catalog.json", CATALOG), ("results.json", &stated())]);
    let assessment = &world.assessments[0];
    let text = |scalar: &Option<xwalk::load::raw::Scalar>| scalar.as_ref().map(|text| text.value.to_string());
    assert_eq!(text(&assessment.organization).as_deref(), Some("Harbour IT"));
    assert_eq!(text(&assessment.assessor).as_deref(), Some("Ann"));
    assert_eq!(text(&assessment.scope).as_deref(), Some("Second"));
    assert_eq!(text(&assessment.date).as_deref(), Some("2026-11-03"));
    let (edition, records) = &assessment.statuses[0];
    assert_eq!(edition.value, "harbour-controls:2.1");
    assert_eq!(
        records.iter().map(line).collect::<Vec<_>>(),
        [
            "GT-1 partial 2026-11-02 note one gate why - evidence [\"docs/gates.pdf\", \"https://harbour.example/photo\", \"seen on site\"]",
            "GT-1(1) partial 2026-11-03 note - why - evidence []",
            "QY-1 not-implemented 2026-11-03 note - why - evidence []",
            "qy-2 not-applicable 2026-11-03 note - why No ropes evidence []",
        ]
    );
    let place = world.sources.position(records[0].id.span);
    assert_eq!((place.line.get(), place.column.get()), (18, 63));
    assert_eq!(
        world.told(),
        [
            "results.json:20:63 2 controls are read as the lowest status that their findings may mean; the first: GT-1(1) is read as partial, the lowest status that its findings may mean [read-as]",
            "results.json:23:63 QY-3 is not applicable without a reason: it is left out [left-out]",
            "results.json:24:63 harbour-controls:2.1/GT-2 contains no requirement: its finding is left out [left-out]",
            "results.json:25:63 harbour-controls:2.1 has no control zz-1: its finding is left out [left-out]",
            "results.json:26:63 pending is not a valid state of a finding: the finding is left out [left-out]",
        ]
    );
    assert_eq!(
        world.count("findings"),
        (
            9,
            4,
            vec![
                ("are not applicable without a reason", 1),
                ("are of a control that contains no requirement", 1),
                ("are older than other findings of the control", 1),
                ("have no known state", 1),
                ("name a control that does not exist", 1),
            ]
        )
    );
}

#[test]
fn results_that_do_not_say_their_edition_are_of_the_only_one_that_fits_or_of_none() {
    let known = RESULTS.replace("\"zz-1\"", "\"qy-2\"");
    let world = World::of(&[("catalog.json", CATALOG), ("results.json", &known)]);
    assert_eq!(world.assessments.len(), 1);
    assert_eq!(
        world.told()[0],
        "results.json:18:63 the results do not name their edition: harbour-controls:2.1 is the only one with these controls [read-as]"
    );
    let other = CATALOG.replace("Harbour Controls", "Other Controls").replace("11111111", "12121212");
    let world = World::of(&[("catalog.json", CATALOG), ("other.json", &other), ("results.json", &known)]);
    assert_eq!(world.assessments.len(), 0);
    assert_eq!(
        world.told(),
        [
            "results.json:18:63 the results do not name their edition, and harbour-controls:2.1 and other-controls:2.1 both have these controls [left-out]"
        ]
    );
    let world = World::of(&[("catalog.json", CATALOG), ("results.json", RESULTS)]);
    assert_eq!(
        world.told(),
        [
            "results.json:18:63 the results do not name their edition, and no edition has all of these controls [left-out]"
        ]
    );
}
