//! The schemas under `schemas/`: they are current, take what xwalk takes, and refuse what is wrong by shape.

#[path = "schemas/forms/mod.rs"]
mod forms;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use jsonschema::Validator;
use serde_json::Value;
use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::load::{self, Files};
use xwalk::schema::KINDS;
use xwalk::source::Sources;

/// Folders of `tests/rules` whose fault is one of shape: a schema refuses them.
const REFUSED: &str = "
alias-of-a-faulty-value anchors-and-tags bad-date bad-date-published bad-id bad-id-of-alias bad-id-of-clause
bad-id-of-method bad-id-of-risk bad-id-of-table bad-id-without-edition bad-language evidence-register maturity-target-of-nothing block-values bom-on-the-first-line bom-with-faults
comment-before-the-document crlf-with-faults empty-catalog empty-catalog-with-a-table empty-file empty-file-no-bytes
empty-list-items maturity-out-of-range missing-justification missing-justification-short missing-key missing-key-in-row
misspelt-required-key out-of-range out-of-range-effort out-of-range-version root-is-a-list root-is-a-number
left-out read-as broken-review row-without-from row-without-from-related row-without-to two-files-with-errors unknown-edition-and-rows unknown-key unknown-key-comma unknown-kind
unknown-kind-no-key unknown-relation unknown-relation-said unknown-status unknown-table unknown-word unknown-word-of-stage unread-edition-id
unread-step wide-characters wrong-type
missing-key-blank missing-key-blank-in-assessment wrong-type-of-policy wrong-type-of-policy-without-keys wrong-type-of-unrelated
wrong-type-of-clause wrong-type-of-kind wrong-type-of-relation wrong-type-of-rows
";

/// Folders that no schema is asked about, since another reader of YAML refuses them first: no text, no YAML, a key that
/// appears twice or is nothing (`~`), several documents, or more of it than anybody means.
const UNREADABLE: &str = "
alias-bomb progress translations-of-a-method deep-nesting deep-nesting-far duplicate-clause duplicate-key duplicate-statement encoding encoding-utf-16
rows-twice several-documents several-errors syntax syntax-tab syntax-unclosed syntax-unknown-alias unquoted-ids
";

/// Folders whose fault is one of meaning: it shows only beside another key, another file, or the name of the file;
/// or one of which nothing is left once the YAML is read: a key without a colon.
const BEYOND: &str = "
wrong-type-comma unknown-owner empty-evidence
bad-id-invisible duplicate-key-renamed evidence-out-of-place row-to-itself row-of-other-editions
assessed-before-amendment suspect-row suspect-statement edition-changed outdated-review chapter-alone chapter-not-mapped chapter-outruns-clauses clauses-made-equal copied-table copied-table-three impossible-lineage swapped-ends wide-fan tables-contradict tables-contradict-strictly chapter-coverage-too-low confidence-too-low coverage-fell coverage-too-low evidence-missing evidence-not-found overdue
status-too-old unused-allow
contradicting-rows contradicting-rows-beside-related contradicting-rows-nothing contradicting-rows-unrelated duplicate-id duplicate-id-of-alias duplicate-id-of-alias-sorted-first
duplicate-id-of-method duplicate-id-of-table duplicate-key-in-row id-not-file-name impossible-reverse impossible-reverse-related
informative-clause informative-clause-in-row method-without-target parent-cycle repeated-row repeated-row-related stated-above-inferred
stated-below-inferred stated-below-presumed statements-contradict step-cycle step-cycle-of-clauses supersedes-cycle two-parent-cycles unexpected-kind
unexpected-kind-in-library unknown-clause unknown-clause-after unknown-clause-in-row unknown-edition unknown-edition-superseded
unknown-parent unknown-process unknown-step unknown-method unknown-step-in-progress unknown-step-in-translation
translation-mismatch
";

/// Folders that xwalk takes, with or without a warning.
const TAKEN: &str =
    "_world unknown-format empty-method empty-table heading-without-clauses look-alike-id renamed-key repeated-value
allow-without-reason bom crlf long-and-short-forms null-values related-beside-other-rows rows-with-nothing sound unknown-allow
unquoted-id";

/// Folders that xwalk takes with a warning that other YAML readers change them; a schema sees them as such a reader does.
const CHANGED: &str = "unquoted-elsewhere";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema(kind: &str) -> Value {
    let known = KINDS.iter().find(|known| known.name == kind).expect("a kind");
    serde_json::from_str(known.schema).expect("JSON")
}

fn validator(kind: &str) -> Validator {
    jsonschema::options().build(&schema(kind)).expect("a schema")
}

fn validators() -> BTreeMap<&'static str, Validator> {
    KINDS.iter().map(|kind| (kind.name, validator(kind.name))).collect()
}

/// The value of a YAML text as another reader has it.
fn value(text: &str) -> Result<Value, String> {
    let options = serde_yaml::options! { with_snippet: false };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_yaml::from_str_with_options(text, options).map_err(|error| error.to_string())
}

/// The kind of file by its first key, without the version.
fn kind(value: &Value) -> Option<&'static str> {
    let written = value.get("xwalk")?.as_str()?.split('/').next()?;
    KINDS.iter().map(|kind| kind.name).find(|name| *name == written)
}

/// What the schema of a value's kind has against it; where it is of no kind, every schema is asked.
fn complaints(value: &Value, validators: &BTreeMap<&str, Validator>) -> Vec<String> {
    let said = |validator: &Validator| -> Vec<String> {
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    };
    match kind(value) {
        Some(kind) => said(&validators[kind]),
        None if validators.values().all(|validator| !validator.is_valid(value)) => vec!["of no kind".to_owned()],
        None => Vec::new(),
    }
}

fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.expect("it can be listed").into_path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

#[test]
fn the_kept_schemas_are_current() {
    let is_overwritten = env::var_os("SCHEMAS").is_some_and(|value| value == "overwrite");
    let made = forms::all();
    assert_eq!(KINDS.iter().map(|kind| kind.name).collect::<Vec<_>>(), made.each_ref().map(|(name, _)| *name));
    for (name, schema) in made {
        let path = format!("schemas/{name}.json");
        if is_overwritten {
            fs::write(root().join(&path), &schema).expect("it can be written");
        }
        let kept = fs::read_to_string(root().join(&path)).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == schema, "{path} is not current: SCHEMAS=overwrite cargo test --test schemas the_kept_schemas");
    }
}

#[test]
fn a_schema_is_one_by_the_rules_of_its_draft() {
    for kind in KINDS {
        assert!(jsonschema::draft7::meta::is_valid(&schema(kind.name)), "{}", kind.name);
    }
}

#[test]
fn a_strict_reader_of_schemas_finds_no_format_that_it_does_not_know_and_no_count_without_a_list() {
    fn strange(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                found.extend(
                    map.get("format").filter(|format| format.is_string()).map(|format| format!("format {format}")),
                );
                let is_list = |kind: &Value| {
                    kind == "array" || kind.as_array().is_some_and(|kinds| kinds.contains(&"array".into()))
                };
                let counts_nothing = map.contains_key("minItems") && !map.get("type").is_some_and(is_list);
                found.extend(counts_nothing.then(|| format!("minItems without a list: {value}")));
                map.values().for_each(|value| strange(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| strange(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    for kind in KINDS {
        let mut found = Vec::new();
        strange(&schema(kind.name), &mut found);
        assert_eq!(found, [""; 0], "{}", kind.name);
    }
}

#[test]
fn all_that_is_shipped_is_taken() {
    let validators = validators();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for path in [yaml_files("standards"), yaml_files("examples")].concat() {
        let value = value(&fs::read_to_string(&path).unwrap()).unwrap();
        *kinds.entry(kind(&value).unwrap()).or_default() += 1;
        assert_eq!(complaints(&value, &validators), [""; 0], "{}", path.display());
    }
    assert_eq!(kinds.len(), 4, "one of each kind that is shipped at the least: {kinds:?}");
    assert_eq!(kinds["assessment"], 9, "the five examples, and the four sites of a group");
}

#[test]
fn the_yaml_of_the_readme_is_taken() {
    let page = fs::read_to_string(root().join("README.md")).unwrap();
    let blocks = page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let files: Vec<Value> =
        blocks.filter(|block| block.starts_with("xwalk: ")).map(|text| value(text).unwrap()).collect();
    assert!(files.len() >= 3, "an assessment, a catalog, a table: {}", files.len());
    for value in files {
        assert_eq!(complaints(&value, &validators()), [""; 0], "{value}");
    }
}

/// What becomes of a folder of `tests/rules`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Taken,
    Refused,
    Unreadable,
}

fn fate(folder: &str, validators: &BTreeMap<&str, Validator>) -> Fate {
    let mut fate = Fate::Taken;
    for path in yaml_files(&format!("tests/rules/{folder}")) {
        let Ok(value) =
            String::from_utf8(fs::read(path).unwrap()).map_err(|_| ()).and_then(|text| value(&text).map_err(|_| ()))
        else {
            return Fate::Unreadable;
        };
        if !complaints(&value, validators).is_empty() {
            fate = Fate::Refused;
        }
    }
    fate
}

#[test]
fn what_is_wrong_by_shape_is_refused_and_what_is_wrong_by_meaning_is_not_seen() {
    let validators = validators();
    let mut listed = BTreeSet::new();
    let mut otherwise = Vec::new();
    for (folders, expected) in [
        (REFUSED, Fate::Refused),
        (UNREADABLE, Fate::Unreadable),
        (BEYOND, Fate::Taken),
        (TAKEN, Fate::Taken),
        (CHANGED, Fate::Refused),
    ] {
        for folder in folders.split_whitespace() {
            assert!(listed.insert(folder.to_owned()), "{folder} is listed twice");
            let found = fate(folder, &validators);
            if found != expected {
                otherwise.push(format!("{folder}: {found:?}, not {expected:?}"));
            }
        }
    }
    assert!(otherwise.is_empty(), "\n{}", otherwise.join("\n"));
    let entries = fs::read_dir(root().join("tests/rules")).unwrap().map(|entry| entry.unwrap());
    let folders: BTreeSet<String> =
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert_eq!(listed, folders, "every folder is in one list");
}

/// What the loader says of texts, each with a name, and of an assessment beside them.
fn faults(files: &[(&str, &str)], assessment: Option<&str>) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let mut read = Files::default();
    for (name, text) in files {
        let file = sources.add(*name, (*text).to_owned());
        read.read(&sources, file);
    }
    match (load::library(&sources, read).sound(), assessment) {
        (Ok((library, _)), Some(text)) => {
            let file = sources.add("assessment.yaml", text.to_owned());
            let loaded = load::assessment(&sources, file, &library);
            let faults = loaded.diagnostics().to_vec();
            (sources, faults)
        }
        (Ok((_, warnings)), None) => (sources, warnings),
        (Err(faults), _) => (sources, faults),
    }
}

const ALPHA: &str = "
xwalk: catalog/1
id: alpha:1
title: Alpha
clauses: { \"4\": Four }
";

const WAY: &str = "
xwalk: method/1
id: way
title: The way
steps: { a: { title: Begin } }
";

/// The mappings of files: the kind, what the mapping is called in its schema, a file with a key in it that none has, and
/// what has to be there though the loader calls its absence by another name than a missing key.
const MAPPINGS: &[(&str, &str, &str, &[&str])] = &[
    ("assessment", "", "xwalk: assessment/1\nzzzzzzzzzzzz: 1\n", &["xwalk"]),
    ("assessment", "Policy", "xwalk: assessment/1\norganization: O\npolicy: { zzzzzzzzzzzz: 1 }\n", &[]),
    ("assessment", "Efforts", "xwalk: assessment/1\norganization: O\neffort: { zzzzzzzzzzzz: 1 }\n", &[]),
    ("assessment", "Objective", "xwalk: assessment/1\norganization: O\nobjectives: { o: { zzzzzzzzzzzz: 1 } }\n", &[]),
    (
        "assessment",
        "Statement",
        "xwalk: assessment/1\norganization: O\nstatuses: { \"alpha:1\": { \"4\": { zzzzzzzzzzzz: 1 } } }\n",
        &[],
    ),
    ("assessment", "Evidence", "xwalk: assessment/1\norganization: O\nevidence: { a.pdf: { zzzzzzzzzzzz: 1 } }\n", &[]),
    (
        "assessment",
        "StepAdvance",
        "xwalk: assessment/1\norganization: O\nprogress: { way: { a: { zzzzzzzzzzzz: 1 } } }\n",
        &[],
    ),
    ("assessment", "Process", "xwalk: assessment/1\norganization: O\nprocesses: { p: { zzzzzzzzzzzz: 1 } }\n", &[]),
    ("catalog", "", "xwalk: catalog/1\nzzzzzzzzzzzz: 1\n", &["xwalk", "clauses"]),
    (
        "catalog",
        "Profile",
        "xwalk: catalog/1\nid: b:1\ntitle: B\nprofile: { zzzzzzzzzzzz: 1 }\nclauses: { \"4\": Four }\n",
        &[],
    ),
    (
        "catalog",
        "Transition",
        "xwalk: catalog/1\nid: b:1\ntitle: B\ntransition: { zzzzzzzzzzzz: 1 }\nclauses: { \"4\": Four }\n",
        &[],
    ),
    (
        "catalog",
        "Amendment",
        "xwalk: catalog/1\nid: b:1\ntitle: B\namendments: { a: { zzzzzzzzzzzz: 1 } }\nclauses: { \"4\": Four }\n",
        &[],
    ),
    ("relations", "", "xwalk: relations/1\nzzzzzzzzzzzz: 1\n", &["xwalk"]),
    (
        "relations",
        "Row",
        "{xwalk: relations/1, id: t, from: \"alpha:1\", to: \"alpha:1\", version: 1, source: S, confidence: low, rows: [{ zzzzzzzzzzzz: 1 }]}",
        &["to"],
    ),
    ("method", "", "xwalk: method/1\nzzzzzzzzzzzz: 1\n", &["xwalk"]),
    ("method", "Step", "xwalk: method/1\nid: m\ntitle: M\nsteps: { s: { zzzzzzzzzzzz: 1 } }\n", &[]),
    (
        "method",
        "MethodTexts",
        "xwalk: method/1\nid: m\ntitle: M\nsteps: { s: { title: S } }\ntranslations: { de: { zzzzzzzzzzzz: 1 } }\n",
        &[],
    ),
    (
        "method",
        "StepTexts",
        "{xwalk: method/1, id: m, title: M, steps: { s: { title: S } }, translations: { de: { steps: { s: { zzzzzzzzzzzz: 1 } } } }}",
        &[],
    ),
    ("reviews", "", "xwalk: reviews/1\nzzzzzzzzzzzz: 1\n", &["xwalk"]),
    ("reviews", "Stamp", "xwalk: reviews/1\nof: t\nstamps: [{ zzzzzzzzzzzz: 1 }]\n", &[]),
    ("reviews", "ClauseRecord", "xwalk: reviews/1\nof: t\nclauses: { h: { zzzzzzzzzzzz: 1 } }\n", &[]),
];

fn words<'t>(list: impl IntoIterator<Item = &'t str>) -> BTreeSet<String> {
    list.into_iter().map(str::to_owned).collect()
}

/// A part of a schema by its name; the whole of it by none.
fn part<'s>(schema: &'s Value, name: &str) -> &'s Value {
    if name.is_empty() { schema } else { &schema["definitions"][name] }
}

#[test]
fn the_keys_of_a_schema_are_those_that_the_loader_knows_and_asks_for() {
    for (kind, name, text, otherwise) in MAPPINGS {
        let (_, faults) = match *kind {
            "assessment" => faults(&[("alpha.yaml", ALPHA), ("way.yaml", WAY)], Some(text)),
            _ => faults(&[("alpha.yaml", ALPHA), ("t.yaml", text)], None),
        };
        let unknown = faults.iter().find(|fault| fault.rule == Rule::UnknownKey).expect("the key that none has");
        let help = unknown.help.as_deref().unwrap();
        let known = words(help.split_once(" are: ").expect("the list of keys").1.split(", "));
        let missing = faults.iter().filter(|fault| fault.rule == Rule::MissingKey);
        let asked =
            words(missing.map(|fault| fault.message.rsplit(' ').next().unwrap()).chain(otherwise.iter().copied()));

        let schema = schema(kind);
        let mapping = part(&schema, name);
        assert_eq!(mapping["additionalProperties"], false, "{kind} {name}");
        // What was called otherwise once is still taken, and not named to those who look for a key.
        let offered =
            mapping["properties"].as_object().unwrap().iter().filter(|(_, key)| key.get("deprecated").is_none());
        let properties = words(offered.map(|(key, _)| key.as_str()));
        let none = Vec::new();
        let required = mapping.get("required").map_or(&none, |list| list.as_array().unwrap());
        assert_eq!(properties, known, "{kind} {name}");
        assert_eq!(words(required.iter().map(|key| key.as_str().unwrap())), asked, "{kind} {name}");
    }
}

#[test]
fn every_mapping_of_a_schema_is_compared_with_the_loader() {
    for kind in KINDS {
        let schema = schema(kind.name);
        let definitions = schema["definitions"].as_object().unwrap().iter();
        let mappings = definitions.filter(|(_, part)| part.get("properties").is_some()).map(|(name, _)| name.as_str());
        let compared = MAPPINGS.iter().filter(|(of, ..)| *of == kind.name).map(|(_, name, ..)| *name);
        // Any key of a clause is one, so the loader has no list of them.
        let apart = (kind.name == "catalog").then_some("Clause");
        assert_eq!(words(mappings.chain([""])), words(compared.chain(apart)), "{}", kind.name);
    }
}

#[test]
fn the_keys_of_a_clause_in_the_schema_are_no_attributes_to_the_loader() {
    let schema = schema("catalog");
    let keys: Vec<&str> =
        schema["definitions"]["Clause"]["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["title", "kind", "parent", "summary", "mandatory", "titles", "summaries"]);
    let text = "
xwalk: catalog/1
id: alpha:1
title: Alpha
clauses:
  \"4\": Four
  \"5\": { title: Five, kind: requirement, parent: \"4\", summary: S, mandatory: false, titles: { de: Fünf }, summaries: { de: S }, pdca: plan }
";
    let mut sources = Sources::default();
    let file = sources.add("alpha.yaml", text);
    let mut files = Files::default();
    files.read(&sources, file);
    let (library, _) = load::library(&sources, files).sound().unwrap();
    let catalog = library.catalogs().next().unwrap();
    assert_eq!(catalog.clauses()[1].attributes.iter().collect::<Vec<_>>(), [("pdca", "plan")]);
    assert_eq!(complaints(&value(text).unwrap(), &validators()), [""; 0]);
}

/// Files in which every word is wrong. Behind each stands what its kind of word is called in the schema.
const WRONG_WORDS: &[(&str, &str)] = &[
    (
        "catalog",
        "
xwalk: catalog/1
id: b:1
title: B
status: zzzzzzzzzzzz        # Currency
kind: zzzzzzzzzzzz          # CatalogKind
confidence: zzzzzzzzzzzz    # Confidence
provenance: zzzzzzzzzzzz    # Provenance
clauses:
  \"4\":
    title: Four
    kind: zzzzzzzzzzzz      # ClauseKind
",
    ),
    (
        "relations",
        "
xwalk: relations/1
id: t
from: alpha:1
to: alpha:1
version: 1
source: S
confidence: zzzzzzzzzzzz    # Confidence
provenance: zzzzzzzzzzzz    # Provenance
stage: zzzzzzzzzzzz         # Stage
status: zzzzzzzzzzzz        # TableStatus
rows:
  - to: \"4\"
    relation: zzzzzzzzzzzz  # Strength
",
    ),
    (
        "assessment",
        "
xwalk: assessment/1
organization: O
policy:
  measure: zzzzzzzzzzzz         # Figure
  evidence: zzzzzzzzzzzz        # Proof
  min-confidence: zzzzzzzzzzzz  # Confidence
statuses:
  alpha:1:
    \"4\": zzzzzzzzzzzz         # Status
progress:
  way:
    a: zzzzzzzzzzzz             # StepState
",
    ),
];

#[test]
fn the_words_of_a_schema_are_those_that_the_loader_knows() {
    for (kind, text) in WRONG_WORDS {
        let (sources, faults) = match *kind {
            "assessment" => faults(&[("alpha.yaml", ALPHA), ("way.yaml", WAY)], Some(text)),
            _ => faults(&[("alpha.yaml", ALPHA), ("t.yaml", text)], None),
        };
        let schema = schema(kind);
        let mut compared = BTreeSet::new();
        for fault in &faults {
            let line = text.lines().nth(sources.position(fault.span).line.get() as usize - 1).unwrap();
            let name = line.split_once("# ").expect("only words are wrong").1;
            let known = words(fault.help.as_deref().unwrap().strip_prefix("use one of ").unwrap().split(", "));
            let offered =
                part(&schema, name)["oneOf"].as_array().unwrap().iter().map(|word| word["const"].as_str().unwrap());
            assert_eq!(words(offered), known, "{kind} {name}");
            compared.insert(name);
        }
        let definitions = schema["definitions"].as_object().unwrap().iter();
        let enumerations = definitions.filter(|(_, part)| part.get("oneOf").is_some()).map(|(name, _)| name.as_str());
        assert_eq!(compared, enumerations.collect(), "{kind}: every word of the schema is compared");
    }
}

#[test]
fn what_helps_in_an_editor_is_there_every_key_says_what_it_is() {
    fn silent(value: &Value, path: &str, found: &mut Vec<String>) {
        if let Some(properties) =
            value.get("properties").and_then(Value::as_object).filter(|_| !path.ends_with("/then"))
        {
            found.extend(
                properties
                    .iter()
                    .filter(|(_, key)| key.get("description").is_none())
                    .map(|(key, _)| format!("{path}/{key}")),
            );
        }
        if let Some(map) = value.as_object() {
            map.iter()
                .filter(|(key, _)| *key != "if" && *key != "then")
                .for_each(|(key, value)| silent(value, &format!("{path}/{key}"), found));
        }
    }
    for kind in KINDS {
        let mut found = Vec::new();
        silent(&schema(kind.name), kind.name, &mut found);
        assert_eq!(found, [""; 0]);
    }
}
