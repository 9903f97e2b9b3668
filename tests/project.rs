//! The project file and the environment: what they say for whom, and who beats them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const RULES: &str = "xwalk: catalog/1\nid: house-rules:1\ntitle: Our own rules\nclauses:\n  \"1\": Keep minutes\n  \"2\": Keep contracts\n";
const TABLE: &str = "xwalk: relations/1\nid: iso-9001-2008--house-rules-1\nfrom: iso-9001:2008\nto: house-rules:1\nversion: 1\nsource: made up\nconfidence: low\nrows:\n  - { from: \"4.2.1\", to: \"1\", relation: full }\n";
const ASSESSMENT: &str =
    "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2008:\n    \"4.2.1\": implemented\n";

/// A folder with standards, and an assessment two folders below it.
struct World(tempfile::TempDir);

impl World {
    fn new(project: &str) -> Self {
        let world = Self(tempfile::tempdir().unwrap());
        for folder in ["ours", "assessments/2026"] {
            fs::create_dir_all(world.path().join(folder)).unwrap();
        }
        world.write("ours/rules.yaml", RULES);
        world.write("ours/iso-9001-2008--house-rules-1.yaml", TABLE);
        world.write("assessments/2026/us.yaml", ASSESSMENT);
        world.write("xwalk.toml", project);
        world
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    /// Runs in a folder, with what XWALK_STANDARDS says.
    fn run_in(&self, folder: &str, standards: Option<&str>, args: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
        command.current_dir(self.path().join(folder)).args(args).env_remove("XWALK_STANDARDS").env_remove("COLUMNS");
        if let Some(standards) = standards {
            command.env("XWALK_STANDARDS", standards);
        }
        let Output { status, stdout, stderr } = command.output().unwrap();
        (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    }

    fn run(&self, args: &[&str]) -> (Option<i32>, String, String) {
        self.run_in(".", None, args)
    }
}

const PROJECT: &str =
    "standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n\n[defaults]\nformat = \"csv\"\nmax-hops = 2\n";

#[test]
fn a_project_is_found_from_the_assessment_upward_and_says_what_nobody_else_does() {
    let world = World::new(PROJECT);
    let (code, answer, told) = world.run(&["gap", "assessments/2026/us.yaml"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(answer.starts_with("clause,title,level"), "{answer}");
    assert!(answer.contains("house-rules:1/1,Keep minutes,full"), "{answer}");
    // It is the same from wherever it is asked.
    let elsewhere = tempfile::tempdir().unwrap();
    let path = world.path().join("assessments/2026/us.yaml");
    let there = World(elsewhere).run(&["gap", path.to_str().unwrap()]);
    assert_eq!((there.0, there.1), (code, answer));
    // A command without an assessment has the project of the folder that it runs in.
    let (code, answer, _) = world.run_in("assessments", None, &["list", "editions"]);
    assert!(code == Some(0) && answer.contains("edition,house-rules:1,"), "{answer}");
}

#[test]
fn an_answer_says_which_options_a_project_file_gave() {
    let world = World::new(PROJECT);
    let basis = |args: &[&str]| {
        let (code, answer, told) =
            world.run(&[&["gap", "assessments/2026/us.yaml", "--format", "json"], args].concat());
        assert_eq!(code, Some(0), "{told}");
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        answer["basis"]["settings"].clone()
    };
    let of_project = basis(&[]);
    assert_eq!((&of_project["max-hops"], &of_project["xwalk.toml"]), (&"2".into(), &"max-hops targets".into()));
    // The command line says otherwise.
    let own = basis(&["--max-hops", "3", "--target", "house-rules:1"]);
    assert_eq!((&own["max-hops"], own.get("xwalk.toml")), (&"3".into(), None));
}

#[test]
fn the_command_line_beats_the_project_and_the_assessment_its_targets() {
    let world = World::new(PROJECT);
    let (_, answer, _) = world.run(&["gap", "assessments/2026/us.yaml", "--target", "iso-9001:2015"]);
    assert!(answer.contains("iso-9001:2015/4.1,") && !answer.contains("house-rules"), "{answer}");
    let (_, answer, _) = world.run(&["gap", "assessments/2026/us.yaml", "--format", "table"]);
    assert!(answer.starts_with("Gap analysis"), "{answer}");
    world.write("assessments/2026/us.yaml", &ASSESSMENT.replace("statuses", "targets: [iso-9001:2015]\nstatuses"));
    let (_, answer, _) = world.run(&["gap", "assessments/2026/us.yaml"]);
    assert!(answer.contains("iso-9001:2015/4.1,") && !answer.contains("house-rules"), "{answer}");
    let (code, _, told) = world.run(&["gap", "assessments/2026/us.yaml", "--no-project", "--target", "house-rules:1"]);
    assert!(code == Some(2) && told.contains("there is no edition house-rules:1"), "{told}");
}

#[test]
fn the_environment_adds_folders_and_packs() {
    let world = World::new("");
    let (code, ..) = world.run(&["pack", "ours", "--output", "ours.xwp"]);
    assert_eq!(code, Some(0));
    for standards in ["ours", "ours.xwp", "ours:ours", "ours.xwp::ours.xwp"] {
        let (code, answer, told) = world.run_in(".", Some(standards), &["show", "house-rules:1"]);
        assert!(code == Some(0) && answer.contains("Keep minutes"), "{standards}: {told}");
    }
    let (code, _, told) = world.run_in(".", Some("nowhere"), &["list"]);
    assert!(code == Some(2) && told.contains("nowhere"), "{told}");
    // Beside what the command line names.
    world.write("xwalk.toml", "standards = [\"ours.xwp\"]\n");
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("more.yaml"), RULES.replace("house-rules:1", "more:1")).unwrap();
    let (code, answer, told) = world.run_in(".", other.path().to_str(), &["list", "editions", "--format", "csv"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(answer.contains("edition,house-rules:1,") && answer.contains("edition,more:1,"), "{answer}");
}

#[test]
fn all_that_is_wrong_with_a_project_is_reported_at_its_place() {
    let world = World::new("standarts = [\"ours\"]\nstandards = [\"nowhere\"]\n[defaults]\nformat = \"cvs\"\n");
    let (code, answer, told) = world.run(&["list"]);
    assert_eq!((code, answer.as_str()), (Some(1), ""));
    for said in [
        "xwalk.toml:1:1",
        "xwalk.toml has no key standarts",
        "did you mean standards?",
        "xwalk.toml:2:14",
        "nowhere does not exist",
        "xwalk.toml:4:10",
        "cvs is not a valid value of format",
        "3 errors",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    world.write(
        "xwalk.toml",
        "targets = [\"house-rules:2\"]\nstandards = [\"ours\"]\n[defaults]\nwithout-table = [\"nothing\"]\n",
    );
    let (code, _, told) = world.run(&["list"]);
    assert_eq!(code, Some(1));
    for said in [
        "xwalk.toml:1:12",
        "there is no edition house-rules:2",
        "there is house-rules:1",
        "xwalk.toml:4:18",
        "there is no table nothing",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    // What has nothing to do with it is done.
    assert_eq!(world.run(&["schema", "catalog"]).0, Some(0));
    assert_eq!(world.run(&["list", "--no-project"]).0, Some(0));
}

const LIBRARY: &str = "urn: urn:intuitem:risk:library:pier-to-rules\nref_id: pier-to-rules\nname: Pier to rules\nobjects:\n  requirement_mapping_sets:\n  - urn: urn:intuitem:risk:req_mapping_set:pier-to-rules\n    ref_id: pier-to-rules\n    name: Pier to rules\n    source_framework_urn: urn:intuitem:risk:framework:pier\n    target_framework_urn: urn:intuitem:risk:framework:rules\n    requirement_mappings:\n    - source_requirement_urn: urn:intuitem:risk:req_node:pier:1\n      target_requirement_urn: urn:intuitem:risk:req_node:rules:1\n      relationship: intersect\n";

#[test]
fn an_answer_says_how_intersections_of_other_programs_were_read() {
    let world = World::new("standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n");
    world.write("ours/library.yaml", LIBRARY);
    let settings = |args: &[&str]| {
        let asked = ["gap", "assessments/2026/us.yaml", "--format", "json"];
        let (code, answer, told) = world.run(&[&asked, args].concat());
        assert_eq!(code, Some(0), "{told}");
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        answer["basis"]["settings"].clone()
    };
    assert_eq!(settings(&[])["intersect-as"], serde_json::Value::Null);
    assert_eq!(settings(&["--intersect-as", "related"])["intersect-as"], "related");
    world.write(
        "xwalk.toml",
        "standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n[defaults]\nintersect-as = \"related\"\n",
    );
    let of_project = settings(&[]);
    assert_eq!(of_project["intersect-as"], "related");
    assert_eq!(of_project["xwalk.toml"], "intersect-as targets");
    assert_eq!(settings(&["--intersect-as", "partial"])["intersect-as"], "partial");
}

#[test]
fn a_folder_in_the_place_of_the_project_file_is_reported() {
    let world = World::new("");
    fs::remove_file(world.path().join("xwalk.toml")).unwrap();
    fs::create_dir(world.path().join("xwalk.toml")).unwrap();
    let (code, answer, told) = world.run(&["list"]);
    assert_eq!((code, answer.as_str()), (Some(2), ""));
    assert!(told.contains("xwalk.toml: it is a folder") && told.contains("--no-project"), "{told}");
    assert_eq!(world.run(&["list", "--no-project"]).0, Some(0));
}

/// A library of another program with both of its editions.
fn other_library() -> String {
    let framework = |name: &str| {
        format!(
            "  - urn: urn:intuitem:risk:framework:{name}\n    ref_id: {name}-2026\n    name: {name}\n    requirement_nodes:\n    - urn: urn:intuitem:risk:req_node:{name}:1\n      assessable: true\n      depth: 1\n      ref_id: '1'\n      name: One\n"
        )
    };
    let frameworks = format!("objects:\n  frameworks:\n{}{}", framework("pier"), framework("rules"));
    LIBRARY.replace("objects:\n", &frameworks)
}

#[test]
fn a_pack_beside_the_project_file_keeps_its_own_setting_and_the_basis_names_it() {
    let world = World::new("standards = [\"ours.xwp\"]\n[defaults]\nintersect-as = \"partial\"\n");
    world.write("ours/library.yaml", &other_library());
    let pack = ["pack", "ours", "--no-project", "--intersect-as", "related", "--output", "ours.xwp"];
    let (code, _, told) = world.run_in("", None, &pack);
    assert_eq!(code, Some(0), "{told}");
    let settings = |args: &[&str]| {
        let (code, answer, told) = world.run_in(
            "",
            None,
            &[&["gap", "assessments/2026/us.yaml", "--target", "house-rules:1", "--format", "json"], args].concat(),
        );
        assert_eq!(code, Some(0), "{told}");
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        answer["basis"]["settings"]["intersect-as"].clone()
    };
    assert_eq!(settings(&[]), "related in ours.xwp");
    let told = world.run_in("", None, &["list"]).2;
    assert!(told.contains("intersect-as partial changes nothing in ") && told.contains("xwalk.toml:3:16"), "{told}");
    let same = world.run_in("", None, &["list", "--no-project", "--standards", "ours.xwp"]).2;
    assert!(!same.contains("intersect-as"), "{same}");
    let named = world.run_in("", None, &["check", "ours.xwp", "--no-project"]);
    assert_eq!(named.0, Some(2));
    assert!(named.2.contains("ours.xwp is a pack") && named.2.contains("--standards ours.xwp"), "{}", named.2);
    // Without a word in this run it is still what shaped the answer.
    assert_eq!(settings(&["--no-project", "--standards", "ours.xwp"]), "related in ours.xwp");
    // The same said again contradicts nothing; another word is refused.
    assert_eq!(settings(&["--intersect-as", "related"]), "related in ours.xwp");
    let refused = world.run_in("", None, &["list", "--intersect-as", "partial"]);
    assert_eq!(refused.0, Some(2));
    assert!(refused.2.contains("ours.xwp: this pack was created with intersect-as related"), "{}", refused.2);
    // A pack of packs keeps what they keep.
    let again = ["pack", "ours.xwp", "--no-project", "--output", "again.xwp"];
    assert_eq!(world.run_in("", None, &again).0, Some(0));
    assert_eq!(settings(&["--no-project", "--standards", "again.xwp"]), "related in again.xwp");
}

#[test]
fn a_folder_of_packs_alone_is_read_and_a_pack_beside_other_files_is_reported() {
    let world = World::new("");
    fs::create_dir(world.path().join("packs")).unwrap();
    assert_eq!(world.run_in("", None, &["pack", "ours", "--output", "packs/ours.xwp"]).0, Some(0));
    let (code, answer, told) = world.run_in("", None, &["list", "--standards", "packs", "--format", "csv"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(answer.contains("house-rules:1"), "{answer}");
    let (code, _, told) = world.run_in("", None, &["check", "assessments", "--standards", "packs"]);
    assert_eq!(code, Some(0), "{told}");
    fs::copy(world.path().join("packs/ours.xwp"), world.path().join("ours/ours.xwp")).unwrap();
    let (code, _, told) = world.run_in("", None, &["list", "--standards", "ours"]);
    assert_eq!(code, Some(0));
    assert!(told.contains("this pack was left out: it is in a folder with other files of standards"), "{told}");
}

#[test]
fn a_pack_that_is_damaged_in_one_edition_is_said_to_be_damaged_and_no_clause_is_called_unknown() {
    let world = World::new("");
    let rules: String = (3..200).map(|number| format!("  \"{number}\": Keep record {number}\n")).collect();
    world.write("ours/rules.yaml", &format!("{RULES}{rules}"));
    assert_eq!(world.run_in("", None, &["pack", "ours", "--output", "ours.xwp"]).0, Some(0));
    let mut bytes = fs::read(world.path().join("ours.xwp")).unwrap();
    let at = bytes.windows(10).position(|window| window == b"record 150").unwrap();
    bytes[at] = b'X';
    fs::write(world.path().join("ours.xwp"), bytes).unwrap();
    world.write(
        "own.yaml",
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  house-rules:1:\n    \"150\": implemented\n",
    );
    for args in [
        &["gap", "own.yaml", "--target", "iso-9001:2008"][..],
        &["show", "house-rules:1/150"],
        &["map", "iso-9001:2008", "house-rules:1"],
        &["check", "own.yaml"],
        &["set", "own.yaml", "house-rules:1/150", "partial"],
    ] {
        let (code, _, told) = world.run_in("", None, &[args, &["--standards", "ours.xwp"]].concat());
        assert_eq!(code, Some(2), "{args:?}: {told}");
        assert!(told.contains("ours.xwp: the content for house-rules:1 is damaged"), "{args:?}: {told}");
        assert!(!told.contains("no clause"), "{args:?}: {told}");
    }
}

#[test]
fn a_project_says_once_how_documents_are_handed_over_and_an_option_beats_it() {
    let world = World::new(
        "standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n[document]\nclient = \"Harbour IT\"\nlogo = \"us.svg\"\nclassification = \"Internal\"\n[theme]\naccent = \"#8a1b4f\"\n",
    );
    world.write("us.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>");
    let page = |args: &[&str]| {
        let (code, page, told) = world.run(&[&["report", "assessments/2026/us.yaml"], args].concat());
        assert_eq!(code, Some(0), "{told}");
        page
    };
    let found = page(&[]);
    assert!(
        found.contains("<p>Prepared for Harbour IT</p>") && found.contains("<p class=\"classification\">Internal</p>")
    );
    assert!(
        found.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,PHN2Zy")
            && found.contains("--accent: #8a1b4f")
    );
    assert!(page(&["--client", "Others"]).contains("<p>Prepared for Others</p>"));
    assert!(!page(&["--no-project", "--target", "20000-1:2011"]).contains("Prepared for"));
    // The colours are those of every page; what stands in front belongs to what is handed over.
    let (code, gap, told) = world.run(&["gap", "assessments/2026/us.yaml", "--format", "html"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(gap.contains("--accent: #8a1b4f") && !gap.contains("Harbour IT"));
    // What cannot show it is written all the same where nobody asked for it.
    assert_eq!(world.run(&["report", "assessments/2026/us.yaml", "--format", "csv"]).0, Some(0));
    let (code, _, told) = world.run(&["report", "assessments/2026/us.yaml", "--format", "csv", "--client", "x"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("are for these formats: html, docx, xlsx"), "{told}");
    let (code, _, told) = world.run(&["report", "assessments/2026/us.yaml", "--output", "a.docx"]);
    assert!(code == Some(2) && told.contains("not every program shows an SVG in a Word document"), "{told}");
    world.write("no.png", "no picture");
    let (code, _, told) = world.run(&["report", "assessments/2026/us.yaml", "--logo", "no.png"]);
    assert!(code == Some(2) && told.contains("no.png: the file is not a picture: a logo must be a PNG"), "{told}");
    world.write("xwalk.toml", "[document]\nlogo = \"nowhere.png\"\n[theme]\naccent = \"#fc0\"\n");
    let (code, _, told) = world.run(&["list"]);
    assert_eq!(code, Some(1));
    for said in ["xwalk.toml:2:8", "nowhere.png does not exist", "xwalk.toml:4:10", "hard to read on white", "2 errors"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
}

#[test]
fn a_pdf_is_asked_for_in_vain_and_the_way_to_it_is_told() {
    let world = World::new("");
    for args in [&["--format", "pdf"][..], &["--output", "list.pdf"]] {
        let (code, answer, told) = world.run(&[&["list"], args].concat());
        assert_eq!((code, answer.as_str()), (Some(2), ""));
        assert!(
            told.contains("xwalk does not write PDF itself") && told.contains("soffice --headless --convert-to"),
            "{told}"
        );
    }
    assert!(!world.path().join("list.pdf").exists());
}

const METHOD_IN_GERMAN: &str = "xwalk: method/1\nid: our-way\ntitle: Our way\nfor: house-rules:1\nsteps:\n  \"1\":\n    title: Collect minutes\n    phase: set-up\n    clauses: [\"1\"]\n    deliverables: [A folder, A list]\n    done-when: All are there.\n    note: Ask the desk.\n  \"2\": { title: Count keys, phase: set-up, clauses: [\"2\"] }\ntranslations:\n  de:\n    title: Unser Weg\n    phases: { set-up: Aufbau }\n    steps:\n      \"1\":\n        title: Protokolle sammeln\n        deliverables: [Ein Ordner, Eine Liste]\n        done-when: Alle sind da.\n        note: Am Empfang fragen.\n";

#[test]
fn the_steps_of_a_method_are_in_the_language_of_the_document_where_they_are_translated() {
    let world = World::new("standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n");
    world.write("ours/rules.yaml", RULES_IN_GERMAN);
    world.write("ours/our-way.yaml", METHOD_IN_GERMAN);
    let plan = |options: &[&str]| {
        let (code, text, told) = world.run(&[&["plan", "assessments/2026/us.yaml"], options].concat());
        assert_eq!(code, Some(0), "{options:?}: {told}");
        text
    };
    let markdown = plan(&["--language", "de", "--format", "markdown"]);
    for german in ["„Unser Weg“", "1 Protokolle sammeln", "Aufbau", "Ein Ordner; Eine Liste", "Alle sind da."] {
        assert!(markdown.contains(german), "{german}: {markdown}");
    }
    for english in ["Our way", "Collect minutes", "set-up", "A folder", "All are there."] {
        assert!(!markdown.contains(english), "{english}: {markdown}");
    }
    // What is not translated is as it is written, in the phase of the other step.
    assert!(markdown.contains("2 Count keys"), "{markdown}");
    let gantt = plan(&["--language", "de", "--format", "mermaid", "--start", "2026-12-01"]);
    assert!(gantt.contains("Aufbau") && !gantt.contains("set-up"), "{gantt}");
    for (language, format) in [("de", "csv"), ("de", "json"), ("fr", "markdown"), ("en", "markdown")] {
        let text = plan(&["--language", language, "--format", format]);
        assert!(text.contains("set-up") && !text.contains("Aufbau"), "{format}: {text}");
    }
    let (_, shown, _) = world.run(&["show", "our-way", "--language", "de"]);
    assert!(shown.contains("Unser Weg") && shown.contains("Protokolle sammeln"), "{shown}");
    let (_, listed, _) = world.run(&["list", "methods", "--language", "de"]);
    assert!(listed.contains("Unser Weg") && !listed.contains("Our way"), "{listed}");
    let (_, shown, _) = world.run(&["show", "our-way"]);
    assert!(shown.contains("Translated into: de."), "{shown}");
}

#[test]
fn a_file_in_another_language_is_shown_in_english_where_that_is_asked_for() {
    let world = World::new("standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n");
    world.write("ours/rules.yaml", &RULES_IN_GERMAN.replace("de:", "en:"));
    world.write("ours/our-way.yaml", &METHOD_IN_GERMAN.replace("de:", "en:"));
    for (options, is_translated) in [(&["--language", "en"][..], true), (&[], false)] {
        let args = [&["plan", "assessments/2026/us.yaml", "--format", "markdown"], options].concat();
        let (code, plan, told) = world.run(&args);
        assert_eq!(code, Some(0), "{told}");
        assert_eq!(plan.contains("Protokolle sammeln"), is_translated, "{plan}");
        assert_eq!(plan.contains("Collect minutes"), !is_translated, "{plan}");
    }
}

const RULES_IN_GERMAN: &str = "xwalk: catalog/1\nid: house-rules:1\ntitle: House rules\ntitles:\n  de: Hausregeln\nkind: control-set\nclauses:\n  \"1\":\n    title: Keep minutes\n    titles:\n      de: Protokolle führen\n  \"2\":\n    title: Keep keys\n";

#[test]
fn a_document_is_in_the_language_of_the_project_unless_an_option_says_otherwise() {
    let world = World::new(
        "standards = [\"ours\"]\ntargets = [\"house-rules:1\"]\n[document]\nlanguage = \"de\"\n[defaults]\nformat = \"markdown\"\n",
    );
    world.write("ours/rules.yaml", RULES_IN_GERMAN);
    let soa = |options: &[&str]| world.run(&[&["soa", "assessments/2026/us.yaml"], options].concat());
    let (code, german, told) = soa(&[]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(german.starts_with("# Erklärung zur Anwendbarkeit (SoA) von "), "{german}");
    // Titles are those of the catalog in German where it has any.
    assert!(german.contains("| 1 | Protokolle führen | ja |") && german.contains("| 2 | Keep keys |"), "{german}");
    let (_, spanish, _) = soa(&["--language", "es"]);
    assert!(spanish.starts_with("# Declaración de aplicabilidad de "), "{spanish}");
    assert!(spanish.contains("| 1 | Keep minutes | sí |"), "{spanish}");
    // Programs know the words of one language.
    let (_, programs, _) = soa(&["--format", "csv"]);
    assert!(programs.contains("house-rules:1/1,Keep minutes,"), "{programs}");
    assert!(!programs.contains("Protokolle"), "{programs}");
    let (_, page, _) = soa(&["--format", "html"]);
    assert!(page.contains("<html lang=\"de\">") && page.contains(">Grundlage</h2>"), "{page}");
}

#[test]
fn a_language_that_documents_are_not_written_in_is_a_fault_of_the_project() {
    let world = World::new("standards = [\"ours\"]\n[document]\nlanguage = \"it\"\n");
    let (code, _, told) = world.run(&["soa", "assessments/2026/us.yaml"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("it is not a valid value of language") && told.contains("one of en, de, fr, es"), "{told}");
}
