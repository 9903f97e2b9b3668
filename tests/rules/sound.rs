//! What is sound is silent: no rule finds anything, with every gate asked for and notes told.
//!
//! The smallest such world is the folder `sound`, to which `expected.txt` gives no line; that what is bundled has no fault
//! and no warning of its own stands in `tests/standards.rs`. The examples are sound and not finished, so that what they
//! leave open is counted here.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use xwalk::bundled;
use xwalk::load;
use xwalk::source::Sources;

use crate::check::{Finding, check};
use crate::expected::{By, expected};

/// Every gate there is, of whatever an assessment aims at.
const GATES: &[&str] = &[
    "--min-coverage=100",
    "--min-chapter-coverage=100",
    "--no-overdue",
    "--require-evidence",
    "--evidence-exists",
    "--max-age=365",
    "--require-confidence=high",
];

/// What is found in the examples, by file and rule. Nothing is overdue or too old, and each keeps the policy that it has,
/// which is none. The evidence is not part of the project, but for addresses of the web; it was counted by hand.
const EXAMPLES: &[(&str, &[(&str, usize)])] = &[
    (
        "examples/harbour-it/assessment.yaml",
        &[
            ("stated-below-presumed", 4),
            ("stated-above-inferred", 2),
            ("coverage-too-low", 1),
            ("chapter-coverage-too-low", 6),
            ("evidence-missing", 11),
            ("evidence-not-found", 31),
            ("confidence-too-low", 1),
        ],
    ),
    (
        "examples/hosting/assessment.yaml",
        &[
            ("stated-above-inferred", 10),
            ("coverage-too-low", 2),
            ("chapter-coverage-too-low", 15),
            ("evidence-missing", 16),
            ("evidence-not-found", 37),
            ("confidence-too-low", 2),
        ],
    ),
    (
        "examples/portfolio/sites/aarhus.yaml",
        &[
            ("stated-above-inferred", 4),
            ("coverage-too-low", 2),
            ("chapter-coverage-too-low", 14),
            ("evidence-missing", 8),
            ("confidence-too-low", 2),
        ],
    ),
    (
        "examples/portfolio/sites/bremen.yaml",
        &[
            ("stated-above-inferred", 2),
            ("coverage-too-low", 2),
            ("chapter-coverage-too-low", 14),
            ("evidence-missing", 4),
            ("overdue", 2),
            ("confidence-too-low", 2),
        ],
    ),
    (
        "examples/portfolio/sites/gdynia.yaml",
        &[("coverage-too-low", 2), ("chapter-coverage-too-low", 14), ("confidence-too-low", 2)],
    ),
    (
        "examples/portfolio/sites/ghent.yaml",
        &[
            ("stated-above-inferred", 1),
            ("coverage-too-low", 2),
            ("chapter-coverage-too-low", 14),
            ("evidence-missing", 6),
            ("confidence-too-low", 2),
        ],
    ),
    (
        "examples/service-bank/assessment.yaml",
        &[
            ("stated-below-presumed", 7),
            ("stated-above-inferred", 58),
            ("coverage-too-low", 1),
            ("chapter-coverage-too-low", 5),
            ("evidence-missing", 17),
            ("evidence-not-found", 54),
            ("confidence-too-low", 1),
        ],
    ),
    (
        "examples/service-start/assessment.yaml",
        &[
            ("stated-below-presumed", 1),
            ("coverage-too-low", 3),
            ("chapter-coverage-too-low", 16),
            ("evidence-missing", 4),
            ("evidence-not-found", 1),
            ("confidence-too-low", 3),
        ],
    ),
    (
        "examples/software-house/assessment.yaml",
        &[
            ("coverage-too-low", 1),
            ("chapter-coverage-too-low", 4),
            ("evidence-missing", 23),
            ("evidence-not-found", 29),
        ],
    ),
];

/// How often each rule fires in each file.
fn counts(findings: &[Finding]) -> BTreeMap<(&str, &str), usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry((finding.file.as_str(), finding.rule.as_str())).or_default() += 1;
    }
    counts
}

#[test]
fn an_assessment_that_keeps_every_promise_is_silent_in_a_sound_world() {
    assert!(expected(By::Question)["sound"].is_empty());
    assert!(expected(By::Check)["sound"].is_empty());
}

#[test]
fn an_assessment_that_has_all_of_a_bundled_edition_in_place_is_silent() {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let (library, _) = load::library(&sources, files).sound().expect("what is bundled is sound");
    let folder = tempfile::tempdir().expect("a folder");
    for (number, catalog) in library.catalogs().enumerate() {
        let id = &catalog.id;
        let head = "xwalk: assessment/1\norganization: Harbour IT Services\ndate: 2026-11-20\n";
        let mut text = format!("{head}targets: [\"{id}\"]\nstatuses:\n  \"{id}\":\n");
        for clause in catalog.requirements() {
            let record = format!("{{ status: implemented, evidence: [\"{number}.yaml\"], due: 2026-01-31 }}");
            writeln!(text, "    \"{}\": {record}", clause.number).expect("a string takes it");
        }
        fs::write(folder.path().join(format!("{number}.yaml")), text).expect("it can be written");
    }
    let found = check(folder.path(), GATES);
    assert!(found.is_empty(), "{:#?}", counts(&found));
}

#[test]
fn the_examples_leave_open_what_was_counted_and_nothing_else() {
    let found = check(Path::new(env!("CARGO_MANIFEST_DIR")), GATES.iter().chain(&["examples"]));
    let flat = |(file, rules): &(&'static str, &'static [(&'static str, usize)])| {
        let file = *file;
        rules.iter().map(move |(rule, count)| ((file, *rule), *count)).collect::<Vec<_>>()
    };
    assert_eq!(counts(&found), EXAMPLES.iter().flat_map(flat).collect());
}
