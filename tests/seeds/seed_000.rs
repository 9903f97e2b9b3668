//! Seed 000: an integrated management system on ISO 9001:2000, ISO/IEC 27001:2005 and OPM3 in services companies.

use std::collections::{BTreeMap, BTreeSet};

use xwalk::crosswalk::Level;
use xwalk::deliver::{Guide, Integrate};
use xwalk::model::{Confidence, Provenance};
use xwalk::query::{Coverage, Settings};

use super::bundled::{Bundled, comes_before, rows, step};

const OBJECTIVES: &str = "ims-objectives:1";
const SUBSYSTEMS: &str = "ims-subsystems:1";

const ISO_9001: (&str, &[&str]) = ("iso-9001:2000", &["4", "5", "6", "7", "8"]);
const ISO_27001: (&str, &[&str]) = ("iso-iec-27001:2005", &["4", "5", "6", "7", "8", "A"]);
const OPM3: (&str, &[&str]) = ("opm3:2003", &["D", "S", "G", "C", "E", "ST"]);

/// A company with all of some standards in place, one clause of ISO 9001:2000 excepted where one is named.
fn company(standards: &[(&str, &[&str])], except: Option<&str>) -> Bundled {
    let mut text = "xwalk: assessment/1\norganization: A service company\nstatuses:\n".to_owned();
    for (edition, chapters) in standards {
        text += &format!("  {edition}:\n");
        for chapter in *chapters {
            text += &format!("    \"{chapter}\": implemented\n");
        }
        if let Some(clause) = except.filter(|_| *edition == ISO_9001.0) {
            text += &format!("    \"{clause}\": not-implemented\n");
        }
    }
    Bundled::assessed(&text)
}

/// The objectives or subsystems that are not fully in place.
fn falling_short(bundled: &Bundled, target: &str) -> Vec<String> {
    let coverage = Coverage { target: vec![target.into()], by: "chapter".into() };
    let groups = bundled.ask(|case| coverage.ask(case).unwrap().groups);
    groups
        .into_iter()
        .filter(|group| group.name != "total" && group.tally.full < group.tally.applicable)
        .map(|group| group.name)
        .collect()
}

/// The clauses of an edition that serve each objective or subsystem.
fn serving(bundled: &Bundled, edition: &str, target: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut serving: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in bundled.map(edition, target) {
        let chapter = row.to.number.as_str().split('.').next().unwrap().to_owned();
        let own = row.from.iter().filter(|clause| clause.edition.as_str() == edition);
        serving.entry(chapter).or_default().extend(own.map(|clause| clause.number.to_string()));
    }
    serving
}

fn set(numbers: &[&str]) -> BTreeSet<String> {
    numbers.iter().map(ToString::to_string).collect()
}

#[test]
fn row_000_1_six_objectives_name_their_tools() {
    let bundled = Bundled::new();
    let objectives = [
        ("O1", "business consistency and stability of quality", &["quality management system"][..]),
        (
            "O2",
            "scalability of business",
            &[
                "process management system",
                "corporate knowledge management system",
                "corporate records management system",
                "hr management system",
            ],
        ),
        (
            "O3",
            "transparent",
            &[
                "process management system",
                "corporate knowledge management system",
                "corporate reports management system",
                "hr management system",
                "supply management system",
                "system of process monitoring and measurement",
            ],
        ),
        (
            "O4",
            "systematic risk management",
            &[
                "corrective action management system",
                "preventive action management system",
                "procedures of information security risks management",
            ],
        ),
        ("O5", "sustainable business development", &["project management system", "strategic management system"]),
        (
            "O6",
            "business competitiveness",
            &["client-oriented approach to management", "processes of continual improvement"],
        ),
    ];
    let known = bundled.below(OBJECTIVES, None);
    assert_eq!(known.len(), 6);
    for ((number, title), (expected, words, tools)) in known.into_iter().zip(objectives) {
        assert_eq!(number, expected);
        assert!(title.to_lowercase().contains(words), "{number} {title}");
        let known: Vec<String> =
            bundled.below(OBJECTIVES, Some(number)).into_iter().map(|(_, tool)| tool.to_lowercase()).collect();
        assert_eq!(known, tools, "{number}");
    }
}

#[test]
fn row_000_1_each_objective_refers_to_the_clauses_of_iso_9001_that_the_table_names() {
    let serving = serving(&Bundled::new(), ISO_9001.0, OBJECTIVES);
    assert_eq!(serving["O1"], set(&["4", "5", "6", "7", "8"]), "the whole standard");
    assert_eq!(serving["O2"], set(&["4.1", "4.2.3", "4.2.4", "6.2.2", "6.3", "6.4"]));
    assert_eq!(serving["O3"], set(&["4.1", "4.2.3", "4.2.4", "5.5", "7.4", "8.2.3"]));
    assert_eq!(serving["O5"], set(&["5.3", "5.4.1", "5.6", "7.3"]));
    assert_eq!(serving["O6"], set(&["5.2", "5.3", "7.2", "8.2.1", "8.2.2", "8.5"]));
}

#[test]
fn row_000_1_all_requirements_of_iso_9001_serve_systematic_risk_management() {
    let serving = serving(&Bundled::new(), ISO_9001.0, OBJECTIVES);
    assert!(serving["O4"].is_superset(&set(&["4", "5", "6", "7", "8"])), "{:?}", serving["O4"]);
}

#[test]
fn row_000_1_iso_27001_serves_scalability_and_risk_management_and_opm3_risk_management_and_development() {
    let bundled = Bundled::new();
    let served =
        |edition| serving(&bundled, edition, OBJECTIVES).into_iter().filter(|(_, clauses)| !clauses.is_empty());
    let objectives = |edition| served(edition).map(|(objective, _)| objective).collect::<Vec<_>>();
    assert_eq!(objectives(ISO_27001.0), ["O2", "O4"]);
    assert_eq!(objectives(OPM3.0), ["O4", "O5"]);
}

#[test]
fn row_000_1_clause_4_2_3_serves_scalability_and_transparency() {
    let served: BTreeSet<String> = rows(&Bundled::new().show("iso-9001:2000/4.2.3"))
        .into_iter()
        .filter(|row| row["direction"] == "to")
        .filter_map(|row| Some(row["other"].strip_prefix("ims-objectives:1/")?.split('.').next()?.to_owned()))
        .collect();
    assert_eq!(served, set(&["O2", "O3"]));
}

#[test]
fn row_000_1_with_all_three_standards_in_place_every_objective_is_reached() {
    assert!(falling_short(&company(&[ISO_9001, ISO_27001, OPM3], None), OBJECTIVES).is_empty());
}

#[test]
fn row_000_1_without_7_3_sustainable_development_falls_short_and_objectives_that_do_not_refer_to_it_do_not() {
    let short = falling_short(&company(&[ISO_9001, ISO_27001, OPM3], Some("7.3")), OBJECTIVES);
    assert!(short.contains(&"O5".to_owned()), "{short:?}");
    for other in ["O2", "O3", "O6"] {
        assert!(!short.contains(&other.to_owned()), "{short:?}");
    }
}

#[test]
fn row_000_1_without_iso_27001_or_opm3_the_objectives_that_refer_to_it_fall_short() {
    assert_eq!(falling_short(&company(&[ISO_9001, OPM3], None), OBJECTIVES), ["O2", "O4"]);
    assert_eq!(falling_short(&company(&[ISO_9001, ISO_27001], None), OBJECTIVES), ["O4", "O5"]);
}

#[test]
fn row_000_2_the_basic_management_system_contains_eight_subsystems_with_their_clauses() {
    let bundled = Bundled::new();
    let subsystems = [
        ("Project Management System", &["7.3"][..]),
        ("Corporate Knowledge Management System", &["4.2"]),
        ("'Reports' and Records Management System", &["4.2.4"]),
        ("Strategic Management System", &["5.3", "5.4", "5.6"]),
        ("Risk Management System", &["8.5.1", "8.5.2"]),
        ("HR Management System", &["6.2.2"]),
        ("Customer Relationship Management System", &["7.2"]),
        ("Supply Management System", &[]),
    ];
    let serving = serving(&bundled, ISO_9001.0, SUBSYSTEMS);
    let known = bundled.below(SUBSYSTEMS, None);
    assert_eq!(known.len(), 8);
    for ((number, title), (expected, clauses)) in known.into_iter().zip(subsystems) {
        assert_eq!(title, expected);
        assert_eq!(serving[number], set(clauses), "{title}");
    }
}

#[test]
fn row_000_2_what_serves_a_subsystem_puts_it_in_place_and_no_clause_serves_supply_management() {
    assert_eq!(falling_short(&company(&[ISO_9001], None), SUBSYSTEMS), ["S8"]);
    assert_eq!(falling_short(&company(&[ISO_9001], Some("6.2.2")), SUBSYSTEMS), ["S6", "S8"]);
    assert_eq!(falling_short(&company(&[ISO_9001], Some("5.6")), SUBSYSTEMS), ["S4", "S8"], "three clauses jointly");
}

#[test]
fn row_000_2_the_figure_counts_nine_in_another_order_and_both_readings_are_kept() {
    let bundled = Bundled::new();
    let in_figure = [
        ("Corporate Knowledge Management System", "2"),
        ("'Reports' and Records Management System", "3"),
        ("Strategic Management System", "4"),
        ("HR Management System", "5"),
        ("Project Management System", "6"),
        ("Risk Management System", "7"),
        ("Customer Relationship Management System", "8"),
        ("Supply Management System", "9"),
    ];
    let clauses = bundled.catalog(SUBSYSTEMS).clauses();
    for (title, number) in in_figure {
        let clause = clauses.iter().find(|clause| clause.title == *title).unwrap();
        assert_eq!(clause.attributes.get("figure"), Some(number), "{title}");
    }
    assert!(bundled.show(SUBSYSTEMS).lead.iter().any(|line| line.contains("1 Process Approach")));
}

#[test]
fn row_000_3_opm3_adds_to_the_strategic_clauses_and_to_design_and_development() {
    let added = Bundled::new().map(ISO_9001.0, OPM3.0);
    let stated: Vec<_> = added.iter().filter(|row| !row.from.is_empty()).collect();
    let clauses: BTreeSet<String> =
        stated.iter().flat_map(|row| &row.from).map(|clause| clause.number.to_string()).collect();
    // The text has 5.3, 5.4, 5.6, 7.3, the figure 5.3, 5.4.1, 7.3.
    assert_eq!(clauses, set(&["5.3", "5.4", "5.4.1", "5.6", "7.3"]));
    for row in stated {
        assert_eq!(row.relation, Level::Partial, "{}: additional is neither covered nor unrelated", row.to);
        assert!(row.add.as_deref().is_some_and(|add| !add.is_empty()), "{}: what it adds", row.to);
    }
}

#[test]
fn row_000_3_iso_27001_adds_to_documents_and_to_corrective_and_preventive_action() {
    let bundled = Bundled::new();
    let table = bundled.table("iso-9001-2000--iso-iec-27001-2005--service-ims");
    assert_eq!(table.provenance, Some(Provenance::Stated));
    let clauses = |least: Confidence| -> BTreeSet<String> {
        let rows = table.rows.iter().filter(|row| row.confidence >= least);
        rows.flat_map(|row| &row.from).map(|clause| clause.number.to_string()).collect()
    };
    // The figure prints 4.2.3 twice; the second is probably 4.2.4.
    assert_eq!(clauses(Confidence::Medium), set(&["4.2.3", "8.5.2", "8.5.3"]));
    assert_eq!(clauses(Confidence::Low), set(&["4.2.3", "4.2.4", "8.5.2", "8.5.3"]));
    let settings = Settings { min_confidence: Some(Confidence::Medium), ..Settings::default() };
    let sure = bundled.map_with(&settings, ISO_9001.0, ISO_27001.0);
    let of_table = |row: &&xwalk::survey::MapRow| row.tables == [table.id.clone()];
    assert_eq!(sure.iter().filter(of_table).count(), 4, "8.5.3 has two parts");
}

#[test]
fn row_000_3_what_the_additional_systems_add_is_said_under_the_clauses_of_the_base() {
    let bundled = Bundled::new();
    let said = |target: &str, clause: &str| -> Vec<String> {
        let guide = Guide { base: ISO_9001.0.into(), target: target.into(), all: false, inferred: false };
        let guidelines = bundled.ask(|case| guide.ask(case.case).unwrap());
        let line = guidelines.clauses.into_iter().find(|line| line.clause.number.as_str() == clause).unwrap();
        let of_seed = |table: &xwalk::model::TableId| table.as_str().ends_with("--service-ims");
        let rows = line.related.into_iter().map(|related| related.row).filter(|row| row.tables.iter().any(of_seed));
        rows.map(|row| row.add.unwrap().to_string()).collect()
    };
    let says = |target: &str, clause: &str, words: &[&str]| {
        let said = said(target, clause);
        assert_eq!(said.len(), words.len(), "{clause}: {said:?}");
        for (said, words) in said.iter().zip(words) {
            assert!(said.starts_with(words), "{clause}: {said}");
        }
    };
    says(ISO_27001.0, "4.2.3", &["Classify documents by how much harm"]);
    says(ISO_27001.0, "4.2.4", &["Protect important records"]);
    says(ISO_27001.0, "8.5.2", &["Handle information security incidents"]);
    says(ISO_27001.0, "8.5.3", &["Find possible causes of harm", "Report weaknesses"]);
    says(OPM3.0, "5.3", &["Let the policy state the direction of development"]);
    says(OPM3.0, "5.4.1", &["Treat every objective of the organization as one to be reached by projects"]);
    says(OPM3.0, "5.6", &["Put the state of the portfolio before the management review"]);
    says(
        OPM3.0,
        "7.3",
        &["Run each development as a project", "Coordinate related developments", "Take developments into"],
    );
}

#[test]
fn row_000_3_on_iso_9001_the_additional_systems_attach_to_the_clauses_that_the_figure_names() {
    let bundled = Bundled::new();
    let editions = [ISO_9001.0, OPM3.0, ISO_27001.0].map(str::to_owned).to_vec();
    let question = Integrate { editions, suggest_base: false, by: "clause".into() };
    let integration = bundled.ask(|case| question.ask(case.case).unwrap());
    let extended = |edition: &str| -> BTreeSet<String> {
        let own = integration.requirements.iter().filter(|one| one.clause.edition.as_str() == edition);
        let attachments = own.flat_map(|one| &one.attachments).filter(|attachment| {
            attachment.hops == 1 && attachment.tables.iter().any(|table| table.as_str().ends_with("--service-ims"))
        });
        attachments.flat_map(|attachment| &attachment.to).map(|clause| clause.number.to_string()).collect()
    };
    // The whole of 5.4, which the text names, is 5.4.1, which the figure names, and 5.4.2.
    assert_eq!(extended(OPM3.0), set(&["5.3", "5.4.1", "5.6", "7.3"]));
    // The figure prints 4.2.3 twice; the second is probably 4.2.4. 4.2.3 and 8.5.2 are related to the chapters A.7.2 and
    // A.13.2 as a whole, which says of no control below them that it shares anything: they are to be compared.
    assert_eq!(extended(ISO_27001.0), set(&["4.2.4", "8.5.3"]));
    let adds = |edition: &str, clause: &str| -> BTreeSet<String> {
        let own = integration.requirements.iter().filter(|one| one.clause.edition.as_str() == edition);
        let at = |attachment: &&xwalk::deliver::Attachment| {
            attachment.to.iter().any(|to| to.edition.as_str() == ISO_9001.0 && to.number.as_str() == clause)
        };
        let adds = own.flat_map(|one| one.attachments.iter().chain(&one.hint)).filter(at);
        adds.map(|attachment| attachment.add.clone()).filter(|add| !add.is_empty()).collect()
    };
    for (edition, clause, words) in [
        (ISO_27001.0, "4.2.3", "Classify documents by how much harm"),
        (OPM3.0, "5.3", "Let the policy state the direction of development"),
        (OPM3.0, "7.3", "Run each development as a project"),
    ] {
        let said = adds(edition, clause);
        assert!(said.iter().any(|add| add.starts_with(words)), "{clause}: {said:?}");
    }
    let saving = integration.saving();
    assert_eq!(saving.applicable, 51 + 25 + 151, "three systems side by side");
}

#[test]
fn row_000_4_the_roadmap_has_twelve_tasks_and_a_second_one_numbered_twelve() {
    let bundled = Bundled::new();
    let titles = [
        "quality management basics seminar and initial assessment",
        "organizational tasks",
        "business process identification and analysis",
        "strategic planning",
        "documentation management",
        "detailed project planning",
        "processes work in compliance with the requirements of the standards",
        "iso 9001 processes",
        "project management system",
        "information security management system",
        "manual",
        "internal audit and a management review",
        "independent assessment",
    ];
    let steps = rows(&bundled.show("ims-roadmap"));
    assert_eq!(steps.len(), 13);
    for (at, (step, title)) in steps.iter().zip(titles).enumerate() {
        assert!(step["step"].starts_with(&(at + 1).min(12).to_string()), "{}", step["step"]);
        assert!(step["title"].to_lowercase().contains(title), "{}", step["title"]);
    }
}

#[test]
fn row_000_4_the_tasks_of_the_roadmap_come_in_the_order_of_the_text() {
    let bundled = Bundled::new();
    let roadmap = bundled.method("ims-roadmap");
    for first in ["1", "2", "3", "4", "5", "6", "7", "8"] {
        assert!(comes_before(roadmap, first, "9"), "{first} before 9");
        assert!(comes_before(roadmap, first, "10"), "{first} before 10");
    }
    for (earlier, later) in [("3", "4"), ("4", "5"), ("5", "6"), ("9", "11"), ("10", "11"), ("11", "12")] {
        assert!(comes_before(roadmap, earlier, later), "{earlier} before {later}");
        assert!(!comes_before(roadmap, later, earlier), "{later} not before {earlier}");
    }
}

#[test]
fn row_000_4_the_first_phase_ends_with_task_three_and_the_specific_standards_are_tasks_nine_and_ten() {
    let bundled = Bundled::new();
    let phase = |id| step(bundled.method("ims-roadmap"), id).phase.clone().unwrap();
    assert!(phase("1") == phase("2") && phase("2") == phase("3") && phase("3") != phase("4"));
    for base in ["5", "6", "7", "8"] {
        assert_eq!(phase(base), phase("4"), "{base} is of the base on ISO 9001:2000");
    }
    assert!(phase("9") == phase("10") && phase("8") != phase("9") && phase("10") != phase("11"));
}

#[test]
fn row_000_4_the_tasks_leave_behind_what_the_figure_names() {
    let bundled = Bundled::new();
    let roadmap = bundled.method("ims-roadmap");
    let leaves = |id: &str, words: &[&str]| {
        let left = step(roadmap, id).deliverables.join("; ").to_lowercase();
        for word in words {
            assert!(left.contains(word), "{id} leaves no {word}: {left}");
        }
    };
    leaves("1", &["iso 9001:2000 and opm3", "report", "presentation of the report", "second part of the seminar"]);
    leaves(
        "2",
        &[
            "management representative",
            "project manager",
            "process management group",
            "informational infrastructure",
            "reengineering",
        ],
    );
    leaves("3", &["business processes", "responsibility matrix"]);
    leaves("4", &["policy", "objectives"]);
    leaves("5", &["templates", "developed, agreed on", "stored", "sites for the processes"]);
    leaves("6", &["project plan"]);
    leaves("7", &["presentation of the requirements", "documentation", "implemented processes", "monitoring"]);
    leaves("8", &["corrective and preventive action", "nonconforming product", "internal audit", "records"]);
    let strategic: Vec<&str> = step(roadmap, "4").clauses.iter().map(|clause| clause.as_str()).collect();
    assert_eq!(strategic, ["iso-9001:2000/5.3", "iso-9001:2000/5.4.1"]);
}

#[test]
fn row_000_4_of_no_task_the_text_says_whether_it_is_mandatory() {
    let bundled = Bundled::new();
    assert!(bundled.method("ims-roadmap").steps.iter().all(|step| step.mandatory.is_none()));
}

#[test]
fn row_000_4_in_industry_environment_and_safety_stand_in_the_place_of_tasks_nine_and_ten() {
    let bundled = Bundled::new();
    let (services, industry) = (bundled.method("ims-roadmap"), bundled.method("ims-roadmap-industry"));
    for (service, other) in services.steps.iter().zip(&industry.steps) {
        let is_specific = ["9", "10"].contains(&service.id.as_str());
        assert_eq!((&service.id, &service.after), (&other.id, &other.after));
        assert_eq!(service.title == other.title, !is_specific, "{}", service.id);
    }
    let editions = |id: &str| -> BTreeSet<String> {
        let clauses = step(industry, id).clauses.iter();
        clauses.map(|clause| clause.split_once('/').unwrap().0.to_owned()).collect()
    };
    assert_eq!(editions("9"), set(&["iso-14001:2004", "iso-14001:2015"]));
    assert_eq!(editions("10"), set(&["ohsas-18001:2007", "iso-45001:2018"]));
}

#[test]
fn row_000_4_the_roadmap_is_one_project_for_all_its_standards() {
    let targets = "targets: [\"iso-9001:2000\", \"iso-iec-27001:2005\", \"opm3:2003\"]";
    let bundled = Bundled::assessed(&format!("xwalk: assessment/1\norganization: A service company\n{targets}\n"));
    let plans = bundled.ask(|case| xwalk::deliver::Plan::default().ask(case).unwrap()).plans;
    assert_eq!(plans.len(), 1);
    let method = plans[0].method.as_ref().map(|method| method.as_str());
    assert_eq!((method, plans[0].stages.len()), (Some("ims-roadmap"), 13), "each task once");
    // 51 requirements of ISO 9001:2000, 151 of ISO/IEC 27001:2005 and 25 of OPM3, each once.
    assert_eq!(plans[0].items().count(), 227);
}

#[test]
fn row_000_5_a_process_is_done_when_its_site_holds_description_inputs_and_outputs() {
    let bundled = Bundled::new();
    let done = step(bundled.method("ims-roadmap"), "7").done_when.clone().unwrap().to_lowercase();
    for word in ["site", "description of the process", "documented procedure", "inputs", "outputs", "records"] {
        assert!(done.contains(word), "{word}: {done}");
    }
}

#[test]
fn row_000_5_an_assessment_can_hold_what_the_site_of_a_process_holds() {
    let bundled = Bundled::assessed(
        "xwalk: assessment/1\norganization: A service company\nprocesses:\n  purchasing:\n    title: Purchasing\n    \
         description: procedure.pdf\n    inputs: [Request]\n    outputs: [Record of the order]\n    \
         clauses: [iso-9001:2000/7.4.1]\n",
    );
    let process = &bundled.assessment.as_ref().unwrap().0.processes[0];
    assert_eq!(process.description.as_deref(), Some("procedure.pdf"));
    assert_eq!(process.inputs, ["Request"]);
    assert_eq!(process.outputs, ["Record of the order"]);
}

#[test]
fn row_000_7_what_strategic_planning_puts_out_goes_into_project_management() {
    let bundled = Bundled::new();
    let roadmap = bundled.method("ims-roadmap");
    assert!(comes_before(roadmap, "4", "9"));
    let issues = step(roadmap, "9").deliverables.join("; ").to_lowercase();
    for issue in ["project portfolio", "processes of project management", "allocation of resources among"] {
        assert!(issues.contains(issue), "{issue}: {issues}");
    }
}

#[test]
fn row_000_8_annex_a_has_eleven_domains_thirty_nine_objectives_and_a_hundred_and_thirty_three_controls() {
    let bundled = Bundled::new();
    let domains = bundled.below(ISO_27001.0, Some("A"));
    let expected = [
        ("A.5", "security policy"),
        ("A.6", "organization of information security"),
        ("A.7", "asset management"),
        ("A.8", "human resources security"),
        ("A.9", "physical and environmental security"),
        ("A.10", "communications and operations management"),
        ("A.11", "access control"),
        ("A.12", "information systems acquisition, development and maintenance"),
        ("A.13", "information security incident management"),
        ("A.14", "business continuity management"),
        ("A.15", "compliance"),
    ];
    assert_eq!(domains.len(), 11);
    for ((number, title), (expected, words)) in domains.iter().zip(expected) {
        assert_eq!((*number, title.to_lowercase().as_str()), (expected, words));
    }
    let below = |numbers: &[(&str, &str)]| -> Vec<(String, String)> {
        let of = |(number, _): &(&str, &str)| bundled.below(ISO_27001.0, Some(number));
        numbers.iter().flat_map(of).map(|(number, title)| (number.to_owned(), title.to_owned())).collect()
    };
    let objectives = below(&domains);
    assert_eq!(objectives.len(), 39);
    let objectives: Vec<(&str, &str)> = objectives.iter().map(|(number, title)| (&**number, &**title)).collect();
    assert_eq!(below(&objectives).len(), 133);
}

#[test]
fn row_000_8_the_inventory_and_the_method_of_risk_assessment_are_left_behind_by_the_security_task() {
    let bundled = Bundled::new();
    let task = step(bundled.method("ims-roadmap"), "10");
    let left = task.deliverables.join("; ").to_lowercase();
    for procedure in ["inventory and classification", "methodology of information security risk assessment"] {
        assert!(left.contains(procedure), "{procedure}: {left}");
    }
    assert!(task.clauses.iter().any(|clause| *clause == *"iso-iec-27001:2005/A"), "the procedures by domain");
}

#[test]
fn row_000_9_the_systems_behind_success_in_services_and_in_industry_are_known() {
    let bundled = Bundled::new();
    for (name, edition) in [
        ("ISO 9001:2000", "iso-9001:2000"),
        ("ISO 27001:2005", "iso-iec-27001:2005"),
        ("OPM3 2003", "opm3:2003"),
        ("ISO 14001:2004", "iso-14001:2004"),
        ("ohsas-18001", "ohsas-18001:2007"),
    ] {
        assert!(bundled.show(name).title.starts_with(edition), "{name}");
    }
}
