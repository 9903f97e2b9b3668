//! The project file `xwalk.toml`: which standards belong to a project, what it aims at, and how it is asked.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::raw::{Scalar, nearest};
use super::word::{CONFIDENCES, Vocabulary};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::model::Confidence;
use crate::source::{FileId, Sources, Span};

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
    pub intersect_as: Option<String>,
}

const KEYS: [&str; 3] = ["standards", "targets", "defaults"];
const DEFAULTS: [&str; 7] =
    ["format", "width", "max-hops", "partial-weight", "min-confidence", "without-table", "intersect-as"];

/// The words of options that are defined above this room.
#[derive(Debug, Clone, Copy)]
pub struct Words<'w> {
    /// The names of formats.
    pub formats: &'w [&'w str],
    /// What an intersection of another program may be read as.
    pub intersections: &'w [&'w str],
}

/// Reads a project file. All that is wrong comes with it, by place.
pub fn read(sources: &Sources, file: FileId, words: Words<'_>) -> (Project, Vec<Diagnostic>) {
    let text = sources.get(file).text();
    let (root, errors) = DeTable::parse_recoverable(text.strip_prefix('\u{feff}').unwrap_or(text));
    let before = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut reader = Reader { file, before, words, faults: Vec::new() };
    for error in errors {
        reader.malformed(&error);
    }
    // What a text means that is no TOML can only be guessed.
    let project = if reader.faults.is_empty() { reader.project(root.get_ref()) } else { Project::default() };
    diagnostic::sort(&mut reader.faults);
    (project, reader.faults)
}

struct Reader<'r> {
    file: FileId,
    /// How many bytes stand before what was read.
    before: usize,
    words: Words<'r>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        let offset = |at: usize| u32::try_from(at + self.before).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(range.start), end: offset(range.end.max(range.start)) }
    }

    fn malformed(&mut self, error: &toml::de::Error) {
        let message = error.message().lines().next().unwrap_or("this is no TOML").to_owned();
        let rule = if message.starts_with("duplicate key") { Rule::DuplicateKey } else { Rule::Syntax };
        let span = self.span(error.span().unwrap_or(0..0));
        self.faults.push(Diagnostic::new(rule, span, message).help("the file is TOML: `key = \"text\"`, `[table]`"));
    }

    fn project(&mut self, root: &DeTable<'_>) -> Project {
        let mut project = Project::default();
        for (key, value) in root {
            match key.get_ref().as_ref() {
                "standards" => project.standards = self.texts("standards", value),
                "targets" => project.targets = self.texts("targets", value),
                "defaults" => match value.get_ref() {
                    DeValue::Table(table) => project.defaults = self.defaults(table),
                    other => self.wrong("defaults", "a table", other, value),
                },
                _ => self.unknown_key(key, FILE_NAME, &KEYS),
            }
        }
        project
    }

    fn defaults(&mut self, table: &DeTable<'_>) -> Defaults {
        let mut defaults = Defaults::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "format" => defaults.format = self.one_of("format", self.words.formats, value),
                "intersect-as" => {
                    defaults.intersect_as = self.one_of("intersect-as", self.words.intersections, value);
                }
                "width" => defaults.width = self.number("width", 20, 1_000, value),
                "max-hops" => defaults.max_hops = self.number("max-hops", 0, 100, value),
                "partial-weight" => defaults.partial_weight = self.share(value),
                "min-confidence" => {
                    const KNOWN: Vocabulary<Confidence> = CONFIDENCES;
                    defaults.min_confidence = self.word("min-confidence", KNOWN, value);
                }
                "without-table" => defaults.without_table = self.texts("without-table", value),
                _ => self.unknown_key(key, "defaults", &DEFAULTS),
            }
        }
        defaults
    }

    fn unknown_key(&mut self, key: &Spanned<impl AsRef<str>>, of: &str, known: &[&str]) {
        let name = key.get_ref().as_ref();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("{of} may have: {}", known.join(", ")),
        };
        let message = format!("{of} has no key {}", shown(name));
        self.faults.push(Diagnostic::new(Rule::UnknownKey, self.span(key.span()), message).help(help));
    }

    fn wrong(&mut self, key: &str, expected: &str, found: &DeValue<'_>, value: &Spanned<DeValue<'_>>) {
        let found = match found {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "a truth value",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("{key} takes {expected}, and this is {found}");
        let fault = Diagnostic::new(Rule::WrongType, self.span(value.span()), message);
        self.faults.push(fault.help(format!("write {expected} here")));
    }

    fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<Scalar> {
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong(key, "a list of texts", value.get_ref(), value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for entry in list.iter() {
            match entry.get_ref() {
                DeValue::String(text) if text.trim().is_empty() => {
                    let message = format!("{key} takes texts, and there is nothing to read in this one");
                    let fault = Diagnostic::new(Rule::WrongType, self.span(entry.span()), message);
                    self.faults.push(fault.help("write what is meant, or take it out"));
                }
                DeValue::String(text) => {
                    let value = text.as_ref().to_owned().into();
                    texts.push(Scalar { value, span: self.span(entry.span()), is_unquoted: false });
                }
                other => self.wrong(key, "texts", other, entry),
            }
        }
        texts
    }

    fn one_of(&mut self, key: &str, words: &[&str], value: &Spanned<DeValue<'_>>) -> Option<String> {
        let known: Vec<(&str, &str)> = words.iter().map(|word| (*word, *word)).collect();
        self.word(key, &known, value).map(str::to_owned)
    }

    fn word<T: Copy>(&mut self, key: &str, known: &[(&str, T)], value: &Spanned<DeValue<'_>>) -> Option<T> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong(key, "a text", value.get_ref(), value);
            return None;
        };
        if let Some((_, meant)) = known.iter().find(|(word, _)| *word == text.as_ref()) {
            return Some(*meant);
        }
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let help = match nearest(text, words.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("one of {}", words.join(", ")),
        };
        let message = format!("{} is no value of {key}", shown(text));
        self.faults.push(Diagnostic::new(Rule::UnknownWord, self.span(value.span()), message).help(help));
        None
    }

    fn number<T: TryFrom<u64>>(&mut self, key: &str, least: u64, most: u64, value: &Spanned<DeValue<'_>>) -> Option<T> {
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong(key, "a whole number", value.get_ref(), value);
            return None;
        };
        let read = u64::from_str_radix(number.as_str(), number.radix()).ok();
        let number = read.filter(|read| (least..=most).contains(read)).and_then(|read| T::try_from(read).ok());
        if number.is_none() {
            let message = format!("{key} is not from {least} to {most}");
            let fault = Diagnostic::new(Rule::OutOfRange, self.span(value.span()), message);
            self.faults.push(fault.help(format!("a whole number from {least} to {most}")));
        }
        number
    }

    fn share(&mut self, value: &Spanned<DeValue<'_>>) -> Option<f64> {
        let text = match value.get_ref() {
            DeValue::Integer(number) => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            other => {
                self.wrong("partial-weight", "a number", other, value);
                return None;
            }
        };
        let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            let fault = Diagnostic::new(Rule::OutOfRange, self.span(value.span()), "partial-weight is not from 0 to 1");
            self.faults.push(fault.help("a number from 0 to 1"));
        }
        share
    }
}

/// A text as messages show it.
fn shown(text: &str) -> String {
    Scalar { value: text.to_owned().into(), span: Span::start_of(FileId::default()), is_unquoted: false }.shown()
}

#[cfg(test)]
mod tests {
    use super::{Project, Words, read};
    use crate::model::Confidence;
    use crate::source::Sources;

    fn of(text: &'static str) -> (Project, Vec<String>) {
        let mut sources = Sources::default();
        let file = sources.add("xwalk.toml", text);
        let (project, faults) =
            read(&sources, file, Words { formats: &["table", "csv"], intersections: &["partial", "related"] });
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
        assert_eq!(defaults.intersect_as.as_deref(), Some("related"));
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
                "2:11: targets takes a list of texts, and this is a text [wrong-type] write a list of texts here",
                "3:14: standards takes texts, and this is a number [wrong-type] write texts here",
                "3:17: standards takes texts, and there is nothing to read in this one [wrong-type] write what is meant, or take it out",
                "5:10: cvs is no value of format [unknown-word] did you mean csv?",
                "6:12: max-hops is not from 0 to 100 [out-of-range] a whole number from 0 to 100",
                "7:18: partial-weight is not from 0 to 1 [out-of-range] a number from 0 to 1",
                "8:18: min-confidence takes a text, and this is a truth value [wrong-type] write a text here",
                "9:1: defaults has no key language [unknown-key] defaults may have: format, width, max-hops, partial-weight, min-confidence, without-table, intersect-as",
                "10:16: full is no value of intersect-as [unknown-word] one of partial, related",
            ]
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
