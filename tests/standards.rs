//! What is bundled: sound, complete, and as large as counted by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use xwalk::bundled;
use xwalk::crosswalk::{Crosswalk, Level, Selection};
use xwalk::diagnostic::Severity;
use xwalk::disk;
use xwalk::language::DocumentLanguage;
use xwalk::load::{self, Files};
use xwalk::model::{
    Catalog, ClauseId, ClauseKind, ClauseNumber, Confidence, EditionId, Library, Method, MethodId, Provenance, Step,
    StepTexts, Strength, Table, TableId,
};
use xwalk::source::{Sources, Text};

fn library() -> Library {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    load::library(&sources, files).sound().unwrap().0
}

fn catalog<'l>(library: &'l Library, id: &str) -> &'l Catalog {
    library.catalog(&EditionId::parse(id).unwrap()).unwrap()
}

fn table<'l>(library: &'l Library, id: &str) -> &'l Table {
    library.table(&TableId::parse(id).unwrap()).unwrap()
}

fn counts(catalog: &Catalog) -> [usize; 3] {
    [ClauseKind::Requirement, ClauseKind::Heading, ClauseKind::Informative]
        .map(|kind| catalog.clauses().iter().filter(|clause| clause.kind == kind).count())
}

fn rows(table: &Table) -> [usize; 4] {
    [Strength::Full, Strength::Partial, Strength::None, Strength::Related]
        .map(|strength| table.rows.iter().filter(|row| row.forward == strength).count())
}

#[test]
fn what_is_bundled_has_no_faults_and_no_warnings() {
    let mut sources = Sources::default();
    let mut files = Files::default();
    // From the disk as a user's: what is embedded is trusted because of this test.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("standards");
    disk::folder(&mut sources, &mut files, &folder).unwrap();
    let loaded = load::library(&sources, files);
    let shown: Vec<String> = loaded
        .diagnostics()
        .iter()
        .filter(|fault| fault.severity() != Severity::Note)
        .map(|fault| {
            format!("{}:{}: {}", sources.get(fault.span.file).name(), sources.position(fault.span).line, fault.message)
        })
        .collect();
    assert!(shown.is_empty(), "\n{}", shown.join("\n"));
}

#[test]
fn every_edition_has_as_many_requirements_headings_and_informative_clauses_as_were_counted() {
    let counted = [
        ("baldrige:2001", [18, 7, 0]),
        ("baldrige:2023", [17, 7, 3]),
        ("cis-controls:8.1", [153, 18, 0]),
        ("cmmi-dev:1.3", [22, 0, 0]),
        ("cobit:5", [37, 5, 0]),
        ("dora:2022", [22, 5, 0]),
        ("efqm:2013", [9, 2, 0]),
        ("efqm:2020", [7, 3, 0]),
        ("eu-2024-2690:2024", [53, 13, 0]),
        ("gdpr:2016", [40, 4, 0]),
        ("ims-objectives:1", [18, 6, 0]),
        ("ims-subsystems:1", [8, 0, 0]),
        ("iso-14001:2004", [19, 5, 6]),
        ("iso-14001:2015", [32, 13, 15]),
        ("iso-14001:2026", [35, 14, 13]),
        ("iso-22301:2019", [46, 18, 3]),
        ("iso-45001:2018", [40, 16, 10]),
        ("iso-9001:1987", [20, 1, 0]),
        ("iso-9001:1994", [57, 15, 3]),
        ("iso-9001:2000", [51, 16, 12]),
        ("iso-9001:2008", [51, 16, 12]),
        ("iso-9001:2015", [65, 26, 21]),
        ("iso-9001:2026", [65, 26, 42]),
        ("iso-annex-sl:2012", [22, 8, 4]),
        ("iso-guide-72:2001", [21, 6, 0]),
        ("iso-harmonized-structure:2021", [26, 10, 4]),
        ("iso-iec-20000-1:2011", [39, 14, 6]),
        ("iso-iec-20000-1:2018", [63, 25, 8]),
        ("iso-iec-27001:2005", [151, 58, 11]),
        ("iso-iec-27001:2013", [140, 59, 6]),
        ("iso-iec-27001:2022", [123, 16, 6]),
        ("iso-iec-27701:2019", [75, 20, 8]),
        ("iso-iec-27701:2025", [108, 23, 9]),
        ("iso-iec-42001:2023", [70, 23, 6]),
        ("itil:2011", [30, 5, 0]),
        ("itil:4", [34, 3, 0]),
        ("itil:5", [42, 6, 16]),
        ("itil:pink-2001", [15, 0, 0]),
        ("itil:v2", [19, 8, 0]),
        ("nis2:2022", [22, 5, 0]),
        ("nist-csf:2.0", [106, 28, 0]),
        ("nist-sp-800-171:r3", [97, 17, 0]),
        ("ohsas-18001:2007", [21, 7, 6]),
        ("opm3:2003", [25, 6, 0]),
        ("opm3:2008", [13, 5, 0]),
        ("pas-99:2006", [20, 6, 3]),
        ("pci-dss:4.0.1", [63, 12, 0]),
        ("soc-2:2017", [61, 20, 0]),
        ("sw-cmm:1.1", [368, 113, 0]),
    ];
    let library = library();
    let found: Vec<(&str, [usize; 3])> =
        library.catalogs().map(|catalog| (catalog.id.as_str(), counts(catalog))).collect();
    assert_eq!(found, counted);
}

#[test]
fn every_table_has_as_many_full_partial_none_and_related_rows_as_were_counted() {
    let counted = [
        ("baldrige-2001--baldrige-2023", [0, 22, 0, 0]),
        ("cobit-5--iso-iec-27001-2013", [0, 37, 0, 150]),
        ("cobit-5--itil-2011", [0, 35, 0, 0]),
        ("efqm-2013--efqm-2020", [0, 16, 0, 0]),
        ("eu-2024-2690-2024--nis2-2022", [0, 15, 0, 4]),
        ("iso-14001-2004--iso-14001-2015", [0, 36, 0, 0]),
        ("iso-14001-2004--iso-14001-2015--reconstruction", [0, 8, 1, 0]),
        ("iso-14001-2015--iso-14001-2026", [28, 11, 0, 0]),
        ("iso-14001-2015--iso-45001-2018", [2, 36, 1, 2]),
        ("iso-9001-1987--iso-9001-1994", [25, 29, 3, 0]),
        ("iso-9001-1994--iso-9001-2000", [0, 77, 0, 0]),
        ("iso-9001-1994--sw-cmm-1.1", [0, 173, 0, 0]),
        ("iso-9001-2000--ims-objectives-1", [4, 3, 0, 0]),
        ("iso-9001-2000--ims-objectives-1--allotment", [13, 2, 0, 0]),
        ("iso-9001-2000--ims-subsystems-1", [7, 0, 0, 0]),
        ("iso-9001-2000--iso-9001-2008", [67, 0, 0, 0]),
        ("iso-9001-2000--iso-iec-27001-2005--service-ims", [0, 5, 0, 0]),
        ("iso-9001-2000--opm3-2003--service-ims", [0, 7, 0, 0]),
        ("iso-9001-2008--iso-14001-2004", [0, 62, 0, 0]),
        ("iso-9001-2008--iso-9001-2015", [0, 93, 1, 0]),
        ("iso-9001-2008--iso-iec-20000-1-2011", [5, 60, 10, 0]),
        ("iso-9001-2008--iso-iec-20000-1-2011--mesquida-mas", [1, 1, 5, 0]),
        ("iso-9001-2015--iso-14001-2015", [2, 35, 2, 1]),
        ("iso-9001-2015--iso-45001-2018", [2, 36, 6, 1]),
        ("iso-9001-2015--iso-9001-2026", [52, 16, 0, 0]),
        ("iso-9001-2015--iso-iec-20000-1-2018", [3, 57, 7, 2]),
        ("iso-9001-2015--iso-iec-27001-2022", [2, 56, 68, 3]),
        ("iso-annex-sl-2012--iso-14001-2015", [2, 20, 0, 0]),
        ("iso-annex-sl-2012--iso-22301-2019", [2, 26, 0, 0]),
        ("iso-annex-sl-2012--iso-45001-2018", [2, 20, 0, 0]),
        ("iso-annex-sl-2012--iso-9001-2015", [1, 21, 0, 0]),
        ("iso-annex-sl-2012--iso-harmonized-structure-2021", [20, 5, 1, 0]),
        ("iso-annex-sl-2012--iso-iec-20000-1-2018", [2, 20, 0, 0]),
        ("iso-annex-sl-2012--iso-iec-27001-2013", [2, 20, 0, 0]),
        ("iso-annex-sl-2012--iso-iec-27001-2022", [2, 20, 0, 0]),
        ("iso-guide-72-2001--iso-14001-2004", [0, 9, 0, 0]),
        ("iso-guide-72-2001--iso-9001-2008", [0, 17, 0, 0]),
        ("iso-guide-72-2001--iso-iec-20000-1-2011", [0, 20, 0, 0]),
        ("iso-guide-72-2001--iso-iec-27001-2005", [0, 11, 0, 0]),
        ("iso-guide-72-2001--ohsas-18001-2007", [0, 9, 0, 0]),
        ("iso-harmonized-structure-2021--iso-14001-2015", [2, 25, 0, 1]),
        ("iso-harmonized-structure-2021--iso-14001-2026", [2, 26, 0, 0]),
        ("iso-harmonized-structure-2021--iso-22301-2019", [2, 27, 0, 0]),
        ("iso-harmonized-structure-2021--iso-45001-2018", [2, 25, 0, 1]),
        ("iso-harmonized-structure-2021--iso-9001-2015", [2, 29, 0, 0]),
        ("iso-harmonized-structure-2021--iso-9001-2026", [2, 30, 0, 0]),
        ("iso-harmonized-structure-2021--iso-iec-20000-1-2018", [3, 27, 0, 1]),
        ("iso-harmonized-structure-2021--iso-iec-27001-2022", [2, 24, 0, 0]),
        ("iso-harmonized-structure-2021--iso-iec-27701-2025", [2, 24, 0, 0]),
        ("iso-harmonized-structure-2021--iso-iec-42001-2023", [2, 24, 0, 0]),
        ("iso-iec-20000-1-2011--iso-iec-20000-1-2018", [0, 95, 3, 0]),
        ("iso-iec-20000-1-2011--iso-iec-27001-2005", [0, 68, 0, 0]),
        ("iso-iec-20000-1-2018--iso-iec-27001-2022", [2, 72, 54, 5]),
        ("iso-iec-20000-1-2018--itil-4", [0, 32, 2, 1]),
        ("iso-iec-27001-2005--ims-objectives-1", [1, 1, 0, 0]),
        ("iso-iec-27001-2005--iso-14001-2004", [0, 14, 0, 0]),
        ("iso-iec-27001-2005--iso-9001-2000", [0, 30, 0, 0]),
        ("iso-iec-27001-2005--iso-iec-27001-2013", [92, 50, 11, 0]),
        ("iso-iec-27001-2013--iso-iec-27001-2022", [103, 12, 12, 0]),
        ("iso-iec-27001-2022--cis-controls-8.1", [0, 107, 0, 10]),
        ("iso-iec-27001-2022--dora-2022", [0, 16, 0, 3]),
        ("iso-iec-27001-2022--eu-2024-2690-2024", [0, 51, 0, 2]),
        ("iso-iec-27001-2022--iso-iec-20000-1-2018--joint", [0, 13, 0, 1]),
        ("iso-iec-27001-2022--iso-iec-27701-2025", [2, 65, 0, 1]),
        ("iso-iec-27001-2022--itil-4", [0, 194, 0, 0]),
        ("iso-iec-27001-2022--nis2-2022", [0, 15, 0, 4]),
        ("iso-iec-27001-2022--nist-csf-2.0", [0, 87, 0, 208]),
        ("iso-iec-27001-2022--nist-csf-2.0--supplement", [0, 21, 0, 10]),
        ("iso-iec-27001-2022--nist-sp-800-171-r3", [0, 85, 0, 6]),
        ("iso-iec-27001-2022--pci-dss-4.0.1", [0, 58, 0, 1]),
        ("iso-iec-27001-2022--soc-2-2017", [0, 38, 0, 7]),
        ("iso-iec-27701-2019--iso-iec-27701-2025", [51, 27, 1, 0]),
        ("iso-iec-27701-2025--gdpr-2016", [0, 29, 0, 5]),
        ("itil-2011--iso-iec-20000-1-2011", [0, 32, 0, 0]),
        ("itil-2011--itil-4", [0, 32, 4, 0]),
        ("itil-4--iso-iec-20000-1-2018--joint", [0, 52, 7, 4]),
        ("itil-4--itil-5", [34, 0, 0, 8]),
        ("itil-pink-2001--sw-cmm-1.1", [0, 0, 0, 36]),
        ("itil-v2--itil-2011", [0, 28, 5, 0]),
        ("ohsas-18001-2007--iso-14001-2004", [0, 22, 0, 0]),
        ("ohsas-18001-2007--iso-45001-2018", [0, 25, 0, 0]),
        ("ohsas-18001-2007--iso-45001-2018--reconstruction", [0, 27, 2, 0]),
        ("ohsas-18001-2007--iso-9001-2000", [0, 67, 0, 0]),
        ("opm3-2003--ims-objectives-1", [0, 3, 0, 0]),
        ("opm3-2003--opm3-2008", [0, 16, 1, 0]),
        ("pas-99-2006--iso-annex-sl-2012", [0, 23, 1, 0]),
        ("sw-cmm-1.1--cmmi-dev-1.3", [0, 23, 1, 0]),
        ("sw-cmm-1.1--itil-pink-2001", [0, 0, 0, 143]),
    ];
    let library = library();
    let found: Vec<(&str, [usize; 4])> = library.tables().map(|table| (table.id.as_str(), rows(table))).collect();
    assert_eq!(found, counted);
}

#[test]
fn every_method_has_as_many_steps_mandatory_optional_and_unsaid_as_were_counted() {
    let counted = [
        ("ims-roadmap", [0, 0, 13]),
        ("ims-roadmap-industry", [0, 0, 13]),
        ("iso-14001-2026-transition", [11, 1, 0]),
        ("iso-20000-implementation", [2, 2, 11]),
        ("iso-9001-2026-transition", [11, 1, 0]),
        ("iso-iec-20000-1-implementation", [13, 3, 0]),
        ("iso-iec-27001-implementation", [12, 3, 0]),
    ];
    let library = library();
    let steps = |method: &Method| {
        [Some(true), Some(false), None]
            .map(|mandatory| method.steps.iter().filter(|step| step.mandatory == mandatory).count())
    };
    let found: Vec<(&str, [usize; 3])> = library.methods().map(|method| (method.id.as_str(), steps(method))).collect();
    assert_eq!(found, counted);
}

/// The texts of a method that people read: its title, its phases, and of its steps titles, results, done-when and notes.
fn texts(method: &Method) -> [Vec<&str>; 6] {
    let of_steps = |of_step: fn(&Step) -> Vec<&Text>| {
        method.steps.iter().flat_map(of_step).map(|text| text.as_str()).collect::<Vec<&str>>()
    };
    let phases: BTreeSet<&str> = of_steps(|step| step.phase.iter().collect()).into_iter().collect();
    [
        vec![method.title.as_str()],
        phases.into_iter().collect(),
        of_steps(|step| vec![&step.title]),
        of_steps(|step| step.deliverables.iter().collect()),
        of_steps(|step| step.done_when.iter().collect()),
        of_steps(|step| step.note.iter().collect()),
    ]
}

#[test]
fn every_method_has_as_many_phases_steps_deliverables_criteria_and_notes_as_were_counted() {
    let counted: [(&str, [usize; 6]); 7] = [
        ("ims-roadmap", [1, 4, 13, 35, 4, 13]),
        ("ims-roadmap-industry", [1, 4, 13, 35, 4, 13]),
        ("iso-14001-2026-transition", [1, 4, 12, 14, 12, 1]),
        ("iso-20000-implementation", [1, 5, 15, 19, 10, 9]),
        ("iso-9001-2026-transition", [1, 4, 12, 14, 12, 1]),
        ("iso-iec-20000-1-implementation", [1, 6, 16, 35, 14, 1]),
        ("iso-iec-27001-implementation", [1, 6, 15, 23, 15, 1]),
    ];
    let library = library();
    let found: Vec<(&str, [usize; 6])> =
        library.methods().map(|method| (method.id.as_str(), texts(method).map(|texts| texts.len()))).collect();
    assert_eq!(found, counted);
}

#[test]
fn every_method_has_all_of_its_texts_in_every_language_of_documents() {
    let library = library();
    let languages: Vec<&str> =
        DocumentLanguage::available().map(DocumentLanguage::tag).filter(|tag| *tag != "en").collect();
    assert_eq!(languages, ["de", "fr", "es"]);
    for method in library.methods() {
        let known: Vec<&str> = method.translations.iter().map(|texts| texts.language.as_str()).collect();
        assert_eq!(known.iter().collect::<BTreeSet<_>>(), languages.iter().collect(), "{}", method.id);
        for translated in &method.translations {
            let named = format!("{} in {}", method.id, translated.language);
            let phases: BTreeSet<&str> = translated.phases.iter().map(|(phase, _)| phase.as_str()).collect();
            assert_eq!(phases, method.steps.iter().filter_map(|step| step.phase.as_deref()).collect(), "{named}");
            let steps: BTreeMap<&str, &StepTexts> =
                translated.steps.iter().map(|(id, texts)| (id.as_str(), texts)).collect();
            assert!(translated.title.is_some() && steps.len() == method.steps.len(), "{named}");
            for step in &method.steps {
                let texts = steps.get(step.id.as_str()).unwrap_or_else(|| panic!("{named}: step {}", step.id));
                let found = (
                    texts.title.is_some(),
                    texts.deliverables.len(),
                    (texts.done_when.is_some(), texts.note.is_some()),
                );
                let expected = (true, step.deliverables.len(), (step.done_when.is_some(), step.note.is_some()));
                assert_eq!(found, expected, "{named}: step {}", step.id);
            }
        }
    }
}

#[test]
fn a_method_in_a_language_has_no_text_left_as_it_is_written_but_words_that_both_languages_have() {
    let name = "ISO 9001:2000";
    let in_both: [(&str, &[&str]); 3] = [
        ("de", &[name]),
        ("fr", &[name, "Leadership", "Obligations", "Support", "certification", "conclusion"]),
        ("es", &[name]),
    ];
    let library = library();
    for (language, in_both) in in_both {
        let translated = library.clone().in_language(language);
        let mut left = BTreeSet::new();
        for (written, translated) in library.methods().zip(translated.methods()) {
            for (written, translated) in texts(written).iter().zip(texts(translated)) {
                left.extend(translated.into_iter().filter(|text| written.contains(text)));
            }
        }
        assert_eq!(left, in_both.iter().copied().collect(), "{language}");
    }
}

#[test]
fn every_requirement_that_a_method_is_for_has_a_step() {
    let puts_in_place: [(&str, &[&str]); 7] = [
        ("ims-roadmap", &["iso-9001:2000", "iso-iec-27001:2005", "opm3:2003"]),
        (
            "ims-roadmap-industry",
            &["iso-9001:2000", "iso-14001:2004", "ohsas-18001:2007", "iso-14001:2015", "iso-45001:2018"],
        ),
        ("iso-14001-2026-transition", &["iso-14001:2026"]),
        ("iso-20000-implementation", &["iso-iec-20000-1:2011"]),
        ("iso-9001-2026-transition", &["iso-9001:2026"]),
        ("iso-iec-20000-1-implementation", &["iso-iec-20000-1:2018"]),
        ("iso-iec-27001-implementation", &["iso-iec-27001:2022"]),
    ];
    let library = library();
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    for (id, editions) in puts_in_place {
        let method = library.method(&MethodId::parse(id).unwrap()).unwrap();
        let mut named = BTreeSet::new();
        for clause in method.steps.iter().flat_map(|step| &step.clauses) {
            let whole = match &method.target {
                Some(target) if !clause.contains('/') => format!("{target}/{clause}"),
                Some(_) | None => clause.to_string(),
            };
            let (edition, number) = whole.split_once('/').unwrap();
            let clause =
                ClauseId { edition: EditionId::parse(edition).unwrap(), number: ClauseNumber::parse(number).unwrap() };
            named.extend(crosswalk.requirements_of(&clause).into_iter().cloned());
        }
        for edition in editions {
            let edition = EditionId::parse(edition).unwrap();
            let without: Vec<_> = crosswalk.requirements(&edition).filter(|clause| !named.contains(clause)).collect();
            assert!(without.is_empty(), "{id} has no step for {without:?}");
        }
        let of_all: BTreeSet<&str> = named.iter().map(|clause| clause.edition.as_str()).collect();
        assert_eq!(of_all, editions.iter().copied().collect(), "{id}");
    }
}

#[test]
fn the_annex_of_iso_iec_27001_2005_has_eleven_domains_39_objectives_and_133_controls() {
    let library = library();
    let annex = catalog(&library, "iso-iec-27001:2005");
    let depth = |dots: usize| {
        let is_annex = |number: &str| number.starts_with("A.") && number.matches('.').count() == dots;
        annex.clauses().iter().filter(|clause| is_annex(clause.number.as_str())).count()
    };
    assert_eq!([depth(1), depth(2), depth(3)], [11, 39, 133]);
}

#[test]
fn the_capability_maturity_model_has_18_areas_52_goals_and_316_key_practices() {
    let library = library();
    let model = catalog(&library, "sw-cmm:1.1");
    let attribute =
        |name: &'static str| move |clause: &xwalk::model::Clause| clause.attributes.get(name).map(str::to_owned);
    let areas: BTreeSet<_> = model.requirements().filter_map(attribute("area")).collect();
    let goals = model.requirements().filter_map(attribute("feature")).filter(|feature| feature == "goal").count();
    assert_eq!([areas.len(), goals, model.requirements().count() - goals], [18, 52, 316]);
}

#[test]
fn the_paper_states_one_full_one_partial_and_five_empty_cells() {
    let library = library();
    let paper = table(&library, "iso-9001-2008--iso-iec-20000-1-2011--mesquida-mas");
    assert_eq!(paper.confidence, Confidence::High);
    let cells: Vec<(String, String, Strength, Option<&str>)> = paper
        .rows
        .iter()
        .map(|row| {
            let from = row.from.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>().join("+");
            (from, row.to.number.to_string(), row.forward, row.items.as_ref().map(|items| items.as_str()))
        })
        .collect();
    let cell = |from: &str, to: &str, strength, items| (from.to_owned(), to.to_owned(), strength, items);
    assert_eq!(
        cells,
        [
            cell("4.2.1", "4.3.1", Strength::Full, None),
            cell("5.1", "4.1.1", Strength::Partial, Some("b, c, g")),
            cell("", "4.5.1", Strength::None, None),
            cell("", "4.5.2", Strength::None, None),
            cell("", "4.5.3", Strength::None, None),
            cell("", "4.5.4", Strength::None, None),
            cell("", "4.5.5", Strength::None, None),
        ]
    );
}

#[test]
fn the_reconstruction_says_that_it_is_one_and_every_partial_row_says_what_to_add() {
    let library = library();
    let table = table(&library, "iso-9001-2008--iso-iec-20000-1-2011");
    assert_eq!(table.confidence, Confidence::Low);
    assert!(table.source.to_lowercase().contains("reconstruction"));
    let adds: Vec<&str> = table
        .rows
        .iter()
        .filter(|row| row.forward == Strength::Partial)
        .map(|row| row.add.as_deref().unwrap_or(""))
        .collect();
    assert_eq!(adds.len(), 60);
    assert!(adds.iter().all(|add| add.split_whitespace().count() >= 10), "an add is a sentence, not a word");
    assert_eq!(adds.iter().collect::<BTreeSet<_>>().len(), 60, "no add serves two rows");
    let unrelated: Vec<&str> = table.unrelated.keys().map(|number| number.as_str()).collect();
    assert_eq!(unrelated, ["5.4.2", "6.4", "7.5.5", "7.6"]);
}

#[test]
fn the_reconstruction_speaks_of_every_requirement_of_iso_iec_20000_1() {
    let library = library();
    let table = table(&library, "iso-9001-2008--iso-iec-20000-1-2011");
    let said: BTreeSet<_> = table.rows.iter().map(|row| &row.to.number).collect();
    for requirement in catalog(&library, "iso-iec-20000-1:2011").requirements() {
        assert!(said.contains(&requirement.number), "{}", requirement.number);
    }
}

#[test]
fn every_requirement_of_every_edition_says_what_to_do_in_a_sentence_of_its_own() {
    for catalog in library().catalogs() {
        let mut summaries = BTreeSet::new();
        for clause in catalog.requirements() {
            let place = format!("{}/{}", catalog.id, clause.number);
            let summary = clause.summary.as_deref().unwrap_or("").trim();
            assert!(summary.split_whitespace().count() >= 3, "{place} has no summary");
            assert_ne!(
                summary.trim_end_matches('.').to_lowercase(),
                clause.title.to_lowercase(),
                "{place} says no more"
            );
            assert!(summary.starts_with(char::is_uppercase) && summary.ends_with('.'), "{place} is no sentence");
            assert!(!summary.split(' ').any(|word| word == "shall"), "{place} sounds like a standard");
            assert!(summaries.insert(summary), "{place} has the summary of another clause");
        }
    }
}

#[test]
fn every_requirement_of_a_management_system_has_the_words_that_people_group_by() {
    const PDCA: [&str; 4] = ["plan", "do", "check", "act"];
    const ELEMENTS: [&str; 21] = [
        "policy",
        "needs",
        "issues",
        "objectives",
        "resource-planning",
        "roles",
        "operational-planning",
        "contingency",
        "operational-control",
        "human-resources",
        "resources",
        "documentation",
        "communication",
        "suppliers",
        "monitoring",
        "nonconformity",
        "audit",
        "corrective-action",
        "preventive-action",
        "continual-improvement",
        "management-review",
    ];
    const GROUPED: [&str; 24] = [
        "iso-9001:1987",
        "iso-9001:1994",
        "iso-9001:2000",
        "iso-9001:2008",
        "iso-9001:2015",
        "iso-14001:2004",
        "iso-14001:2015",
        "iso-45001:2018",
        "ohsas-18001:2007",
        "iso-iec-27001:2005",
        "iso-iec-27001:2013",
        "iso-iec-27001:2022",
        "iso-iec-20000-1:2011",
        "iso-iec-20000-1:2018",
        "iso-9001:2026",
        "iso-14001:2026",
        "iso-22301:2019",
        "iso-iec-27701:2019",
        "iso-iec-27701:2025",
        "iso-iec-42001:2023",
        "iso-annex-sl:2012",
        "iso-harmonized-structure:2021",
        "iso-guide-72:2001",
        "pas-99:2006",
    ];
    let library = library();
    for catalog in GROUPED.map(|id| catalog(&library, id)) {
        // Controls of an annex are grouped by their domain.
        for clause in catalog.requirements().filter(|clause| !clause.number.as_str().starts_with(['A', 'B'])) {
            let place = format!("{}/{}", catalog.id, clause.number);
            assert!(PDCA.contains(&clause.attributes.get("pdca").unwrap_or("")), "{place} has no pdca");
            assert!(ELEMENTS.contains(&clause.attributes.get("element").unwrap_or("")), "{place} has no element");
        }
    }
}

/// Standards on the common structure: what stands at one place of it is one element, whatever the discipline.
#[test]
fn a_clause_of_the_common_structure_has_the_same_element_in_every_standard() {
    let places = [
        ("4.1", "needs"),
        ("4.2", "needs"),
        ("4.3", "operational-planning"),
        ("4.4", "operational-planning"),
        ("5.1", "policy"),
        ("5.2", "policy"),
        ("5.3", "roles"),
        ("6.1", "issues"),
        ("6.2", "objectives"),
        ("7.1", "resource-planning"),
        ("7.2", "human-resources"),
        ("7.3", "human-resources"),
        ("7.4", "communication"),
        ("7.5", "documentation"),
        ("8.1", "operational-planning"),
        ("9.1", "monitoring"),
        ("9.2", "audit"),
        ("9.3", "management-review"),
    ];
    let editions = [
        "iso-annex-sl:2012",
        "iso-harmonized-structure:2021",
        "iso-9001:2015",
        "iso-14001:2015",
        "iso-45001:2018",
        "iso-iec-27001:2013",
        "iso-iec-27001:2022",
        "iso-iec-20000-1:2018",
        "iso-9001:2026",
        "iso-14001:2026",
        "iso-22301:2019",
        "iso-iec-27701:2025",
        "iso-iec-42001:2023",
    ];
    let library = library();
    for id in editions {
        let catalog = catalog(&library, id);
        for (number, element) in places {
            // Where the place is a heading, its first requirement is the general one.
            let first = catalog.requirements().find(|clause| {
                let known = clause.number.as_str();
                known == number || known.strip_prefix(number).is_some_and(|rest| rest.starts_with('.'))
            });
            assert_eq!(first.unwrap().attributes.get("element"), Some(element), "{id}/{number}");
        }
    }
    // Actions on risks and opportunities are planned at places that differ.
    for (id, number) in [
        ("iso-9001:2015", "6.1.2"),
        ("iso-14001:2015", "6.1.4"),
        ("iso-45001:2018", "6.1.4"),
        ("iso-iec-20000-1:2018", "6.1.3"),
    ] {
        let found = catalog(&library, id).requirements().find(|clause| clause.number.as_str() == number).unwrap();
        assert_eq!(found.attributes.get("element"), Some("preventive-action"), "{id}/{number}");
    }
    for (id, number) in [("iso-9001:2000", "6.1"), ("iso-iec-27001:2005", "5.2.1"), ("iso-iec-20000-1:2011", "4.4.1")] {
        let found = catalog(&library, id).requirements().find(|clause| clause.number.as_str() == number).unwrap();
        assert_eq!(found.attributes.get("element"), Some("resource-planning"), "{id}/{number}");
    }
}

#[test]
fn every_file_says_what_it_rests_on_and_how_sure_that_is() {
    let library = library();
    for catalog in library.catalogs() {
        let sure = catalog.confidence.is_some() && catalog.provenance.is_some();
        assert!(catalog.source.is_some() && sure, "{}", catalog.id);
    }
    for table in library.tables() {
        assert!(!table.source.is_empty() && table.method.is_some() && table.provenance.is_some(), "{}", table.id);
    }
}

#[test]
fn a_reconstruction_is_never_more_than_of_low_confidence() {
    for table in library().tables().filter(|table| table.provenance == Some(Provenance::Reconstruction)) {
        assert_eq!(table.confidence, Confidence::Low, "{}", table.id);
        assert!(table.rows.iter().all(|row| row.confidence == Confidence::Low), "{}", table.id);
    }
}

#[test]
fn the_amendment_of_2024_stands_with_every_edition_that_it_amended() {
    let library = library();
    for id in ["iso-9001:2015", "iso-14001:2015", "iso-45001:2018", "iso-iec-20000-1:2018", "iso-iec-27001:2022"] {
        let found = &catalog(&library, id).lifecycle.amendments;
        let gained: Vec<&str> = found.iter().flat_map(|one| &one.clauses).map(|(number, _)| number.as_str()).collect();
        assert_eq!((found.len(), gained), (1, vec!["4.1", "4.2"]), "{id}");
        assert_eq!(found[0].date.to_string(), "2024-02-23", "{id}");
    }
}

#[test]
fn what_is_recalled_is_never_of_high_confidence() {
    let library = library();
    for catalog in library.catalogs().filter(|catalog| catalog.provenance == Some(Provenance::Recalled)) {
        assert_ne!(catalog.confidence, Some(Confidence::High), "{}", catalog.id);
    }
    for table in library.tables().filter(|table| table.provenance == Some(Provenance::Recalled)) {
        assert_ne!(table.confidence, Confidence::High, "{}", table.id);
        assert!(table.rows.iter().all(|row| row.confidence != Confidence::High), "{}", table.id);
    }
}

/// A published table that pairs a clause with nothing says nothing of it.
#[test]
fn no_empty_cell_is_taken_for_a_statement_that_two_share_nothing() {
    // Seed 003 says of these rows what they involve, and names no process: there is no other place to keep that.
    let exception = "sw-cmm-1.1--itil-pink-2001";
    // The paper gives its empty cells a meaning: no relation.
    let paper = "iso-9001-2008--iso-iec-20000-1-2011--mesquida-mas";
    for table in library().tables().filter(|table| ![exception, paper].contains(&table.id.as_str())) {
        let none = table.rows.iter().filter(|row| row.forward == Strength::None).filter_map(|row| row.note.as_deref());
        for reason in none.chain(table.unrelated.values().map(|reason| &**reason)) {
            let reason = reason.to_lowercase();
            assert!(!reason.contains("empty") && !reason.contains("title only"), "{}: {reason}", table.id);
        }
    }
}

#[test]
fn continual_improvement_is_served_by_the_editions_that_asked_for_it_before() {
    let library = library();
    for (table_id, to) in [
        ("iso-14001-2004--iso-14001-2015--reconstruction", "iso-14001:2015/10.3"),
        ("ohsas-18001-2007--iso-45001-2018--reconstruction", "iso-45001:2018/10.3"),
    ] {
        let from: Vec<String> = table(&library, table_id)
            .rows
            .iter()
            .filter(|row| row.to.to_string() == to && row.forward == Strength::Partial)
            .map(|row| row.from[0].number.to_string())
            .collect();
        assert!(from.contains(&"4.1".to_owned()), "{table_id}: {from:?}");
    }
}

#[test]
fn every_clause_of_2000_is_equal_to_the_clause_of_2008_with_its_number() {
    let library = library();
    for row in &table(&library, "iso-9001-2000--iso-9001-2008").rows {
        assert_eq!(row.from.len(), 1);
        assert_eq!(row.from[0].number, row.to.number);
        assert_eq!((row.forward, row.reverse), (Strength::Full, Some(Strength::Full)));
    }
}

#[test]
fn the_2015_table_leads_from_2008_to_2015() {
    let library = library();
    let rows = &table(&library, "iso-9001-2008--iso-9001-2015").rows;
    let leads = |from: &str, to: &str| {
        rows.iter().any(|row| row.from.iter().any(|clause| clause.to_string() == from) && row.to.to_string() == to)
    };
    assert!(leads("iso-9001:2008/7.5.4", "iso-9001:2015/8.5.3"));
    assert!(leads("iso-9001:2008/8.5.3", "iso-9001:2015/6.1"));
    let nothing: Vec<_> = rows.iter().filter(|row| row.from.is_empty()).map(|row| row.to.number.to_string()).collect();
    assert_eq!(nothing, ["7.1.6"]);
}

/// The bundled editions that were written with a summary of every requirement, controls included.
const SUMMARIZED_WHOLLY: [&str; 16] = [
    "cis-controls:8.1",
    "dora:2022",
    "eu-2024-2690:2024",
    "gdpr:2016",
    "iso-14001:2026",
    "iso-22301:2019",
    "iso-9001:2026",
    "iso-iec-27701:2019",
    "iso-iec-27701:2025",
    "iso-iec-42001:2023",
    "itil:5",
    "nis2:2022",
    "nist-csf:2.0",
    "nist-sp-800-171:r3",
    "pci-dss:4.0.1",
    "soc-2:2017",
];

#[test]
fn every_requirement_and_control_of_todays_editions_says_what_it_asks_for() {
    let library = library();
    for id in SUMMARIZED_WHOLLY {
        let mut summaries = BTreeSet::new();
        for clause in catalog(&library, id).requirements() {
            let place = format!("{id}/{}", clause.number);
            let summary = clause.summary.as_deref().unwrap_or("");
            assert!(summary.split_whitespace().count() >= 6, "{place} has no summary");
            assert!(summaries.insert(summary), "{place} has the summary of another clause");
            assert!(!summary.contains("shall"), "{place} sounds like a standard");
        }
    }
}

#[test]
fn every_edition_stands_in_a_relation_table() {
    let library = library();
    let related: BTreeSet<&EditionId> = library.tables().flat_map(|table| [&table.from, &table.to]).collect();
    let alone: Vec<&str> = library
        .catalogs()
        .filter(|catalog| !related.contains(&catalog.id))
        .map(|catalog| catalog.id.as_str())
        .collect();
    assert!(alone.is_empty(), "{alone:?}");
}

#[test]
fn a_clause_that_an_edition_of_2026_changes_says_what_is_to_be_done() {
    let library = library();
    for id in ["iso-9001-2015--iso-9001-2026", "iso-14001-2015--iso-14001-2026"] {
        for row in table(&library, id).rows.iter().filter(|row| row.forward == Strength::Partial) {
            let words = row.add.as_deref().unwrap_or("").split_whitespace().count();
            assert!(words >= 8, "{id}: {}: an action, not a remark", row.to);
        }
    }
}

#[test]
fn the_table_from_iso_iec_27001_2022_to_the_csf_holds_the_331_pairs_of_nist_and_promises_nothing_in_full() {
    let library = library();
    let published = table(&library, "iso-iec-27001-2022--nist-csf-2.0");
    assert_eq!(published.rows.iter().map(|row| row.from.len()).sum::<usize>(), 331);
    assert_eq!(published.rows.iter().map(|row| &row.to).collect::<BTreeSet<_>>().len(), 106);
    assert_eq!((published.confidence, published.provenance), (Confidence::High, Some(Provenance::Published)));
    let ours = table(&library, "iso-iec-27001-2022--nist-csf-2.0--supplement");
    assert_eq!(ours.confidence, Confidence::Low);
    assert!(published.rows.iter().chain(&ours.rows).all(|row| row.forward != Strength::Full));
}

/// How much is known of the requirements of a target, by number, with all of a base in place.
fn known(crosswalk: &Crosswalk<'_>, base: &str, target: &str) -> Vec<(String, Level)> {
    let edition = |id| EditionId::parse(id).unwrap();
    let base: Vec<_> = crosswalk.requirements(&edition(base)).cloned().collect();
    let inference = crosswalk.infer(&crosswalk.in_place(&crosswalk.no_assumptions(), &base), 3);
    let level = |clause| (crosswalk.clause(clause).unwrap().number.to_string(), inference.level(clause).unwrap());
    crosswalk.requirements(&edition(target)).map(level).collect()
}

#[test]
fn what_is_in_place_covers_of_todays_editions_what_an_auditor_would_expect() {
    let counted = [
        ("iso-9001:2015", "iso-9001:2026", [52, 13, 0, 0]),
        ("iso-14001:2015", "iso-14001:2026", [28, 7, 0, 0]),
        ("itil:4", "itil:5", [34, 0, 0, 8]),
        ("iso-iec-27701:2019", "iso-iec-27701:2025", [51, 27, 0, 30]),
        ("iso-9001:2015", "iso-iec-27001:2022", [2, 50, 2, 69]),
        ("iso-9001:2015", "iso-iec-20000-1:2018", [3, 51, 0, 9]),
    ];
    let library = library();
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    for (base, target, expected) in counted {
        let known = known(&crosswalk, base, target);
        let found = [Level::Full, Level::Partial, Level::Presumed, Level::None]
            .map(|level| known.iter().filter(|(_, found)| *found == level).count());
        assert_eq!(found, expected, "{base} to {target}");
    }
}

#[test]
fn the_gap_list_of_iso_9001_2026_has_thirteen_requirements() {
    let library = library();
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    let known = known(&crosswalk, "iso-9001:2015", "iso-9001:2026");
    let gaps: Vec<&str> =
        known.iter().filter(|(_, level)| *level == Level::Partial).map(|(number, _)| number.as_str()).collect();
    let expected =
        ["4.1", "4.2", "5.1.1", "6.1.2", "6.1.3", "6.3", "7.1.6", "7.3", "8.2.1", "8.4.3", "9.1.3", "9.2.2", "9.3.2"];
    assert_eq!(gaps, expected);
}

#[test]
fn audit_and_management_review_of_one_standard_prove_a_part_of_those_of_another() {
    let library = library();
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    for target in ["iso-iec-27001:2022", "iso-iec-42001:2023", "iso-iec-27701:2025", "iso-22301:2019"] {
        let known = known(&crosswalk, "iso-9001:2015", target);
        for number in ["6.3", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3"] {
            assert!(known.contains(&(number.to_owned(), Level::Partial)), "{target}/{number}");
        }
    }
}
