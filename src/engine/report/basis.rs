//! What an answer depends on.

use super::{Audience, Cell, Column, Table};
use crate::language::{Phrase, say};
use crate::model::{Confidence, Provenance};
use crate::source::{FileId, Sources};

/// What an answer depends on: enough to make it again.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    /// The settings that shaped it, each with its value.
    pub settings: Vec<(&'static str, String)>,
    /// The editions that it speaks of.
    pub editions: Vec<BasisFile>,
    /// The tables that it follows from.
    pub tables: Vec<BasisFile>,
    /// The assessment that it was asked about.
    pub assessment: Option<BasisFile>,
}

impl Basis {
    /// Whether nothing is said: another page of the same site says it.
    pub fn is_empty(&self) -> bool {
        let Self { settings, editions, tables, assessment } = self;
        settings.is_empty() && editions.is_empty() && tables.is_empty() && assessment.is_none()
    }
}

impl BasisFile {
    /// What is known about it besides its id: its version, whether it is a draft, its confidence, and its provenance.
    pub fn in_words(&self) -> Phrase {
        let version = self.version.map(|version| say!("basis-version", version = version));
        let draft = self.is_draft.then(|| say!("draft"));
        let confidence = self.confidence.map(|confidence| say!("basis-confidence", confidence = confidence));
        let provenance = self.provenance.map(Phrase::from);
        Phrase::joined([version, draft, confidence, provenance].into_iter().flatten(), ", ")
    }
}

/// A file that an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisFile {
    /// The id of what the file holds.
    pub id: String,
    /// Its version where it has one.
    pub version: Option<u32>,
    /// Its confidence.
    pub confidence: Option<Confidence>,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// The file.
    pub file: FileId,
}

/// What kind of thing an answer depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasisKind {
    /// The program that made the answer.
    Tool,
    /// A setting.
    Setting,
    /// An edition.
    Edition,
    /// A relation table.
    Table,
    /// The assessment.
    Assessment,
}

/// One thing that an answer depends on, for those who read.
#[derive(Debug, Clone)]
pub struct BasisLine<'b> {
    /// What kind of thing it is.
    pub kind: BasisKind,
    /// What it is called.
    pub name: Phrase,
    /// The value of a setting, the version of the program; nothing of the content of a file.
    pub value: Phrase,
    /// Its file.
    pub file: Option<&'b BasisFile>,
}

impl BasisKind {
    /// What one of its kind is called.
    pub fn one(self) -> Phrase {
        match self {
            Self::Tool => say!("page-basis-tool"),
            Self::Setting => say!("page-basis-setting"),
            Self::Edition => say!("page-basis-edition"),
            Self::Table => say!("page-basis-table"),
            Self::Assessment => say!("page-basis-assessment"),
        }
    }
}

impl Basis {
    /// All that the answer depends on: the program, its settings, then the files.
    pub fn lines(&self) -> Vec<BasisLine<'_>> {
        let plain = |kind, name: Phrase, value: Phrase| BasisLine { kind, name, value, file: None };
        let tool = plain(BasisKind::Tool, "xwalk".into(), env!("CARGO_PKG_VERSION").into());
        let settings = self
            .settings
            .iter()
            .map(|(name, value)| plain(BasisKind::Setting, setting(name), setting_value(name, value)));
        let files = [
            (BasisKind::Edition, self.editions.as_slice()),
            (BasisKind::Table, self.tables.as_slice()),
            (BasisKind::Assessment, self.assessment.as_slice()),
        ];
        let files = files.into_iter().flat_map(|(kind, files)| files.iter().map(move |file| (kind, file)));
        let files = files.map(|(kind, file)| BasisLine {
            kind,
            name: file.id.as_str().into(),
            value: Phrase::default(),
            file: Some(file),
        });
        std::iter::once(tool).chain(settings).chain(files).collect()
    }

    /// The same as a table with a digest of every file.
    pub fn table(&self, sources: &Sources) -> Table {
        let lines: Vec<Digested<'_>> = self
            .lines()
            .into_iter()
            .map(|line| {
                let digest = line.file.map(|support| sources.get(support.file).sha256());
                Digested { line, digest }
            })
            .collect();
        Table::of("basis", say!("page-basis"), &columns(), &lines)
    }
}

impl BasisLine<'_> {
    /// What is worth knowing of it besides its name.
    pub fn says(&self) -> Phrase {
        self.file.map_or_else(|| self.value.clone(), BasisFile::in_words)
    }
}

/// A line with the digest of its file.
struct Digested<'b> {
    line: BasisLine<'b>,
    digest: Option<String>,
}

fn columns<'b>() -> [Column<Digested<'b>>; 4] {
    [
        Column::said(Audience::All, "name", "page-basis-name", |line: &Digested<'b>| Cell::text(&line.line.name)),
        Column::said(Audience::All, "kind", "page-basis-kind", |line: &Digested<'b>| Cell::text(line.line.kind.one())),
        Column::said(Audience::All, "says", "page-basis-says", |line: &Digested<'b>| Cell::text(line.line.says())),
        Column::said(Audience::All, "sha256", "page-basis-digest", |line: &Digested<'b>| {
            Cell::maybe(line.digest.as_ref())
        }),
    ]
}

/// What readers call a setting; those who asked know it by its name.
fn setting(name: &str) -> Phrase {
    match name {
        "max-hops" => say!("page-setting-max-hops"),
        "partial-weight" => say!("page-setting-partial-weight"),
        "min-confidence" => say!("page-setting-min-confidence"),
        "without-table" => say!("page-setting-without-table"),
        "where" => say!("page-setting-where"),
        "intersect-as" => say!("page-setting-intersect-as"),
        "targets" => say!("page-setting-targets"),
        "xwalk.toml" => say!("page-setting-project"),
        other => other.into(),
    }
}

/// The value of a setting; of the project file, the settings that it holds.
fn setting_value(name: &str, value: &str) -> Phrase {
    let decimal = |number: f64| {
        let digits = value.split_once('.').map_or(0, |(_, digits)| digits.len());
        Phrase::number(number, digits)
    };
    match name {
        "partial-weight" => value.parse().map_or_else(|_| value.into(), decimal),
        "min-confidence" => match value {
            "low" => Confidence::Low.into(),
            "medium" => Confidence::Medium.into(),
            "high" => Confidence::High.into(),
            other => other.into(),
        },
        "xwalk.toml" => Phrase::joined(value.split(' ').map(setting), ", "),
        _ => value.into(),
    }
}
