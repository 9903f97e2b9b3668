//! The project file `xwalk.toml`: which standards belong to a project, what it aims at, and how it is asked.

mod handover;
mod reader;

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

pub use handover::{Front, Theme};
use handover::{front, theme};
use reader::Reader;

use super::capacity::{CAPACITY_HELP, per_week};
use super::raw::Scalar;
use super::word::{CONFIDENCES, Vocabulary};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::model::{Confidence, PersonDays};
use crate::source::{FileId, Sources};

/// What the file is called.
pub const FILE_NAME: &str = "xwalk.toml";

/// What a project file says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Project {
    /// Folders and packs, from the folder of the file.
    pub standards: Vec<Scalar>,
    /// The editions that are aimed at where neither an option nor the assessment says so; ids or aliases.
    pub targets: Vec<Scalar>,
    /// What options say that nobody gives.
    pub defaults: Defaults,
    /// The person-days a week of owners, for assessments that do not state them.
    pub capacities: BTreeMap<String, PersonDays>,
    /// What stands in front of documents that are handed over.
    pub front: Front,
    /// In which colours and letters documents are written.
    pub theme: Theme,
}

/// What options say that nobody gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Defaults {
    /// `--format`.
    pub format: Option<String>,
    /// `--width`.
    pub width: Option<u16>,
    /// `--max-hops`.
    pub max_hops: Option<u32>,
    /// `--partial-weight`.
    pub partial_weight: Option<f64>,
    /// `--min-confidence`.
    pub min_confidence: Option<Confidence>,
    /// `--without-table`.
    pub without_table: Vec<Scalar>,
    /// `--intersect-as`, one of its words.
    pub intersect_as: Option<Scalar>,
}

const KEYS: [&str; 6] = ["standards", "targets", "capacity", "defaults", "document", "theme"];
const DEFAULTS: [&str; 7] =
    ["format", "width", "max-hops", "partial-weight", "min-confidence", "without-table", "intersect-as"];

/// The words of options that are defined above this room.
#[derive(Debug, Clone, Copy)]
pub struct Words<'w> {
    /// The names of formats.
    pub formats: &'w [&'w str],
    /// What an intersection of another program may be read as.
    pub intersections: &'w [&'w str],
    /// The tags of languages in which documents are written.
    pub languages: &'w [&'w str],
}

/// Reads a project file. All that is wrong comes with it, by place.
pub fn read(sources: &Sources, file: FileId, words: Words<'_>) -> (Project, Vec<Diagnostic>) {
    let text = sources.get(file).text();
    let (root, errors) = DeTable::parse_recoverable(text.strip_prefix('\u{feff}').unwrap_or(text));
    let before = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut reader = Reader { file, before, faults: Vec::new() };
    for error in errors {
        reader.malformed(&error);
    }
    // What a text means that is no TOML can only be guessed.
    let project =
        if reader.faults.is_empty() { project(&mut reader, root.get_ref(), words) } else { Project::default() };
    diagnostic::sort(&mut reader.faults);
    (project, reader.faults)
}

fn project(reader: &mut Reader, root: &DeTable<'_>, words: Words<'_>) -> Project {
    let mut project = Project::default();
    for (key, value) in root {
        match key.get_ref().as_ref() {
            "standards" => project.standards = reader.texts("standards", value),
            "targets" => project.targets = reader.texts("targets", value),
            "defaults" => match value.get_ref() {
                DeValue::Table(table) => project.defaults = defaults(reader, table, words),
                other => reader.wrong("defaults", "a table", other, value),
            },
            "capacity" => match value.get_ref() {
                DeValue::Table(table) => project.capacities = capacities(reader, table),
                other => reader.wrong("capacity", "a table", other, value),
            },
            "document" => match value.get_ref() {
                DeValue::Table(table) => project.front = front(reader, table, words.languages),
                other => reader.wrong("document", "a table", other, value),
            },
            "theme" => match value.get_ref() {
                DeValue::Table(table) => project.theme = theme(reader, table),
                other => reader.wrong("theme", "a table", other, value),
            },
            _ => reader.unknown_key(key, FILE_NAME, &KEYS),
        }
    }
    project
}

/// What stands under `capacity`: an owner, and person-days a week.
fn capacities(reader: &mut Reader, table: &DeTable<'_>) -> BTreeMap<String, PersonDays> {
    let mut capacities = BTreeMap::new();
    for (owner, value) in table {
        let owner = owner.get_ref().trim();
        let written = match value.get_ref() {
            DeValue::Integer(number) => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            other => {
                reader.wrong(&format!("the capacity of {}", reader::shown(owner)), "a number", other, value);
                continue;
            }
        };
        match per_week(written) {
            Some(days) => {
                capacities.insert(owner.to_owned(), days);
            }
            None => {
                let message = format!("{} is not a valid number of person-days a week", reader::shown(written));
                reader.refuse(Rule::OutOfRange, value, message, CAPACITY_HELP.to_owned());
            }
        }
    }
    capacities
}

fn defaults(reader: &mut Reader, table: &DeTable<'_>, words: Words<'_>) -> Defaults {
    let mut defaults = Defaults::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "format" => defaults.format = reader.one_of("format", words.formats, value),
            "intersect-as" => {
                let word = reader.one_of("intersect-as", words.intersections, value);
                defaults.intersect_as = word.map(|word| Scalar::new(word, reader.place(value)));
            }
            "width" => defaults.width = reader.number("width", 20, 1_000, value),
            "max-hops" => defaults.max_hops = reader.number("max-hops", 0, 100, value),
            "partial-weight" => defaults.partial_weight = reader.share(value),
            "min-confidence" => {
                const KNOWN: Vocabulary<Confidence> = CONFIDENCES;
                defaults.min_confidence = reader.word("min-confidence", KNOWN, value);
            }
            "without-table" => defaults.without_table = reader.texts("without-table", value),
            _ => reader.unknown_key(key, "defaults", &DEFAULTS),
        }
    }
    defaults
}

#[cfg(test)]
mod tests {
    use super::{Project, Words, read};
    use crate::model::Confidence;
    use crate::source::Sources;

    fn of(text: &'static str) -> (Project, Vec<String>) {
        let mut sources = Sources::default();
        let file = sources.add("xwalk.toml", text);
        let (project, faults) = read(
            &sources,
            file,
            Words { formats: &["table", "csv"], intersections: &["partial", "related"], languages: &["en", "de"] },
        );
        let told = faults.iter().map(|fault| {
            let place = sources.position(fault.span);
            let help = fault.help.as_deref().unwrap_or_default();
            format!("{}:{}: {} [{}] {help}", place.line, place.column, fault.message, fault.rule.id())
        });
        (project, told.collect())
    }

    #[test]
    fn a_project_says_which_standards_it_has_and_how_it_is_asked() {
        let (project, faults) = of("standards = [\"ours\", '../lib.xwp']\ntargets = [\"a:1\"]\n\n[defaults]\n\
             format = \"csv\"\nmax-hops = 4\npartial-weight = 0.25\nmin-confidence = \"medium\"\nwithout-table = [\"t\"]\nwidth = 100\nintersect-as = \"related\"\n");
        assert_eq!(faults, [""; 0]);
        let texts = |texts: &[super::Scalar]| texts.iter().map(|text| text.value.to_string()).collect::<Vec<_>>();
        assert_eq!(texts(&project.standards), ["ours", "../lib.xwp"]);
        assert_eq!(texts(&project.targets), ["a:1"]);
        let defaults = project.defaults;
        assert_eq!(texts(&defaults.without_table), ["t"]);
        assert_eq!(defaults.format.as_deref(), Some("csv"));
        assert_eq!(defaults.intersect_as.unwrap().value.as_str(), "related");
        assert_eq!((defaults.max_hops, defaults.width), (Some(4), Some(100)));
        assert_eq!((defaults.partial_weight, defaults.min_confidence), (Some(0.25), Some(Confidence::Medium)));
        assert_eq!(of("").0, Project::default());
        assert_eq!(of("\u{feff}standards = []").1, [""; 0]);
    }

    #[test]
    fn all_that_is_wrong_is_told_in_one_run_with_its_place() {
        let (_, faults) = of(
            "standarts = []\ntargets = \"a:1\"\nstandards = [1, \" \"]\n[defaults]\nformat = \"cvs\"\n\
             max-hops = 101\npartial-weight = 2.0\nmin-confidence = true\nlanguage = \"de\"\nintersect-as = \"full\"\n",
        );
        assert_eq!(
            faults,
            [
                "1:1: xwalk.toml has no key standarts [unknown-key] did you mean standards?",
                "2:11: targets must be a list of texts, but this is a text [wrong-type] write a list of texts here",
                "3:14: each item of standards must be a text, but this is a number [wrong-type] write a text here",
                "3:17: each item of standards must be a text, but this one is empty [wrong-type] write the text, or remove it",
                "5:10: cvs is not a valid value of format [unknown-word] did you mean csv?",
                "6:12: max-hops is not from 0 to 100 [out-of-range] a whole number from 0 to 100",
                "7:18: partial-weight is not from 0 to 1 [out-of-range] a number from 0 to 1",
                "8:18: min-confidence must be a text, but this is a truth value [wrong-type] write a text here",
                "9:1: defaults has no key language [unknown-key] the keys of defaults are: format, width, max-hops, partial-weight, min-confidence, without-table, intersect-as",
                "10:16: full is not a valid value of intersect-as [unknown-word] one of partial, related",
            ]
        );
    }

    #[test]
    fn a_project_says_how_much_time_owners_have() {
        let (project, faults) = of("[capacity]\n\"Quality manager\" = 1.5\nunassigned = 2\n");
        assert_eq!(faults, [""; 0]);
        let told: Vec<String> = project.capacities.iter().map(|(owner, days)| format!("{owner} {days}")).collect();
        assert_eq!(told, ["Quality manager 1.5", "unassigned 2"]);
        let (_, faults) = of("[capacity]\nAnn = 0\nBob = \"2\"\nEve = 1.234\n");
        assert_eq!(
            faults,
            [
                "2:7: 0 is not a valid number of person-days a week [out-of-range] a number above 0 with at most two decimal places, such as 2.5; a team may have more than 5",
                "3:7: the capacity of Bob must be a number, but this is a text [wrong-type] write a number here",
                "4:7: 1.234 is not a valid number of person-days a week [out-of-range] a number above 0 with at most two decimal places, such as 2.5; a team may have more than 5",
            ]
        );
        assert_eq!(
            of("capacity = 3\n").1,
            ["1:12: capacity must be a table, but this is a number [wrong-type] write a table here"]
        );
    }

    #[test]
    fn a_project_says_how_documents_are_handed_over() {
        let (project, faults) = of(
            "[document]\nclient = \" Harbour IT \"\nlogo = \"us.svg\"\nclassification = \"Internal\"\nlanguage = \"de\"\n\n\
             [theme]\naccent = \"#8a1b4f\"\nfont = \"Source Sans 3\"\nheading-font = \"Georgia\"\n",
        );
        assert_eq!(faults, [""; 0]);
        let (front, theme) = (project.front, project.theme);
        assert_eq!((front.client.as_deref(), front.classification.as_deref()), (Some("Harbour IT"), Some("Internal")));
        assert_eq!(front.logo.unwrap().value.to_string(), "us.svg");
        assert_eq!(theme.accent.unwrap().to_string(), "#8a1b4f");
        assert_eq!((theme.font.as_deref(), theme.heading_font.as_deref()), (Some("Source Sans 3"), Some("Georgia")));
    }

    #[test]
    fn a_colour_that_nobody_can_read_and_a_font_that_is_none_are_refused() {
        let (_, faults) = of("[document]\nclient = \" \"\nlogo = 1\ncustomer = \"x\"\n\
             [theme]\naccent = \"#ffcc00\"\nfont = \"a; b\"\nheading-font = \"\"\n");
        assert_eq!(
            faults,
            [
                "2:10: client must be a text, but this one is empty [wrong-type] write the text, or remove it",
                "3:8: logo must be a text, but this is a number [wrong-type] write a text here",
                "4:1: document has no key customer [unknown-key] the keys of document are: client, logo, classification, language",
                "6:10: headings in #ffcc00 are hard to read on white: the contrast is 1.5 : 1, and 4.5 : 1 is the least [out-of-range] the nearest darker colour is \"#8e7200\"",
                "7:8: a; b is not a valid font name [unknown-word] one name, such as \"Source Sans 3\": letters, digits, spaces, dots and hyphens",
                "8:16: heading-font must be a text, but this one is empty [wrong-type] write the text, or remove it",
            ]
        );
        assert!(
            of("[theme]\naccent = \"blue\"\n").1[0]
                .starts_with("2:10: blue is not a valid colour [unknown-word] write it as")
        );
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_place() {
        let (project, faults) = of("standards = [\"a\"]\nstandards = []\ntargets = [\n");
        assert_eq!(project, Project::default());
        assert!(faults[0].starts_with("2:1: duplicate key [duplicate-key]"), "{faults:?}");
        assert!(faults.iter().any(|fault| fault.contains("[syntax]")), "{faults:?}");
    }
}
