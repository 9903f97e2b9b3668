//! Options for what an import needs and a sheet does not say.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use xwalk::exchange::format::Format;
use xwalk::exchange::import::{
    self, DateOrder, GeneralInformation, Mapping, RelationOfAll, Rows, SheetChoice, StatusWords, TableHeader, ToColumn,
};
use xwalk::exchange::sheet::MAX_SIZE;
use xwalk::load::name;
use xwalk::model::{Assessment, Confidence, EditionId, Library, Provenance, Stage, Status, TableId};

use crate::cli::failure::Failure;
use crate::cli::options::words;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli::command) enum FileFormat {
    /// Values between commas, semicolons or tabs
    Csv,
    /// A workbook
    Xlsx,
    /// A library of CISO Assistant: frameworks and mapping sets
    CisoAssistant,
    /// A document of OSCAL: catalog, profile, mapping collection, assessment results
    Oscal,
    /// A mapping set of SSSOM
    Sssom,
    /// An export of NIST's Cybersecurity and Privacy Reference Tool
    Cprt,
}

impl FileFormat {
    /// The format of standards, if it is one.
    pub(super) fn of_standards(self) -> Option<Format> {
        match self {
            Self::Csv | Self::Xlsx => None,
            Self::CisoAssistant => Some(Format::CisoAssistant),
            Self::Oscal => Some(Format::Oscal),
            Self::Sssom => Some(Format::Sssom),
            Self::Cprt => Some(Format::Cprt),
        }
    }
}

/// What the rows of a spreadsheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RowKind {
    /// Statements about clauses
    Assessment,
    /// Relations between the clauses of two editions
    Table,
}

// How a spreadsheet is to be read. A doc comment would become the help of the command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "How it is read")]
pub(super) struct ReadingOptions {
    /// A sheet of a workbook; may be given several times [default: the only one with such rows]
    #[arg(long, value_name = "NAME")]
    sheet: Vec<String>,
    /// All sheets of a workbook that have such rows and are not hidden, for example if each theme has one
    #[arg(long, conflicts_with = "sheet")]
    all_sheets: bool,
    /// What a column heading means, as "Heading=column", or "Heading=ignore"; may be given several times
    #[arg(long = "map", value_name = "HEAD=COLUMN", value_parser = Mapping::parse)]
    pub(super) mappings: Vec<Mapping>,
    /// What a word means in the column status, as "In progress=partial"; "TBD=ignore" states nothing; may be given several times
    #[arg(long = "status", value_name = "WORD=STATUS", value_parser = StatusWords::parse)]
    pub(super) words: Vec<(String, Option<Status>)>,
    /// The same for many words: a file with a line each, as In progress = partial
    #[arg(long, value_name = "FILE")]
    pub(super) status_words: Option<PathBuf>,
    /// Interpret other words for a status with the built-in list: English, German, French, Spanish, Italian,
    /// Portuguese, Dutch, Russian; 100 % is implemented, 0 % not, else partial; of levels 0 to 5, 0 is not, 3 and above
    /// implemented
    #[arg(long)]
    pub(super) guess: bool,
    /// The order of day, month and year in dates that are not written as 2026-11-20
    #[arg(long, value_name = "ORDER", value_enum)]
    dates: Option<DateOrderName>,
    /// Read lists and ranges of clauses in one cell: "8.1; 8.2", "A.5.1-A.5.4"
    #[arg(long)]
    pub(super) split: bool,
    /// What ids have in front in the catalog but not in the sheet, such as A.
    #[arg(long, value_name = "TEXT")]
    pub(super) id_prefix: Option<String>,
    /// How far the clauses of all rows relate, if no column says so: related, partial, or a word of NIST IR 8477
    #[arg(long, value_name = "WORD", value_parser = RelationOfAll::parse)]
    pub(super) relation: Option<RelationOfAll>,
    /// From cells that refer to several sources, as in "SP 800-53 Rev 5.1.1: PM-11", use the references to this one
    #[arg(long, value_name = "SOURCE")]
    pub(super) only_source: Option<String>,
    /// How many MB of text the spreadsheet may contain
    #[arg(long, value_name = "MB", default_value_t = MAX_SIZE >> 20, value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    max_size: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DateOrderName {
    /// As 20.11.2026
    Dmy,
    /// As 11/20/2026
    Mdy,
    /// As 2026/11/20
    Ymd,
}

impl ReadingOptions {
    /// The sheets that are meant.
    pub(super) fn choice(&self) -> SheetChoice {
        match (self.all_sheets, self.sheet.as_slice()) {
            (true, _) => SheetChoice::All,
            (false, []) => SheetChoice::Only,
            (false, names) => SheetChoice::Named(names.to_vec()),
        }
    }

    /// The order of days.
    pub(super) fn dates(&self) -> Option<DateOrder> {
        self.dates.map(|order| match order {
            DateOrderName::Dmy => DateOrder::Dmy,
            DateOrderName::Mdy => DateOrder::Mdy,
            DateOrderName::Ymd => DateOrder::Ymd,
        })
    }

    /// How many bytes of text are read.
    pub(super) fn max_size(&self) -> u64 {
        self.max_size << 20
    }
}

// What a sheet of statements does not say. A doc comment would become the help of the command.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Of an assessment")]
pub(super) struct AssessmentHeader {
    /// The edition of clauses that do not name theirs, by id or alias
    #[arg(long, value_name = "EDITION")]
    pub(super) edition: Option<String>,
    /// The organization that is assessed
    #[arg(long, value_name = "NAME", value_parser = words)]
    pub(super) organization: Option<String>,
    /// The part of the organization that is assessed
    #[arg(long, value_name = "TEXT", value_parser = words)]
    pub(super) scope: Option<String>,
    /// Who made it
    #[arg(long, value_name = "NAME", value_parser = words)]
    pub(super) assessor: Option<String>,
    /// A target edition, by id or alias; may be given several times
    #[arg(long, value_name = "EDITION")]
    pub(super) target: Vec<String>,
}

// What a sheet of relations does not say. A doc comment would become the help of the command.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Of a table")]
pub(super) struct TableOptions {
    /// The table's id [default: the name of --output, else <from>--<to>]
    #[arg(long, value_name = "ID")]
    pub(super) id: Option<String>,
    /// The edition that covers, by id or alias [default: that of all clauses under from]
    #[arg(long, value_name = "EDITION")]
    pub(super) from_edition: Option<String>,
    /// The edition that is covered, by id or alias [default: that of all clauses under to]
    #[arg(long, value_name = "EDITION")]
    pub(super) to_edition: Option<String>,
    /// The column of a wide crosswalk that holds the clauses of an edition, as "ISO 27002 Mappings=iso-iec-27002:2013"; given several times, each column becomes a table, and --output names a folder
    #[arg(long, value_name = "HEAD=EDITION", value_parser = ToColumn::parse, conflicts_with = "to_edition")]
    pub(super) to_column: Vec<ToColumn>,
    /// Who states the relations: a citation
    #[arg(long, value_name = "TEXT", value_parser = words)]
    pub(super) source: Option<String>,
    /// The confidence of rows that do not state their own
    #[arg(long, value_name = "CONFIDENCE", value_enum)]
    pub(super) confidence: Option<ConfidenceName>,
    /// A description, in one line
    #[arg(long, value_name = "TEXT", value_parser = words)]
    pub(super) title: Option<String>,
    /// How it was made
    #[arg(long, value_name = "TEXT", value_parser = words)]
    pub(super) method: Option<String>,
    /// Who made it
    #[arg(long, value_name = "NAME")]
    pub(super) mapper: Option<String>,
    /// The stage of the analysis in which it was made: joint, individual (then it is a draft) or consensus
    #[arg(long, value_name = "STAGE", value_parser = stage)]
    pub(super) stage: Option<Stage>,
    /// Its version, a whole number from 1 that increases with every change of meaning [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) version: Option<u32>,
    /// Its provenance: stated, published, recalled, community, derived or reconstruction
    #[arg(long, value_name = "PROVENANCE", value_parser = provenance)]
    pub(super) provenance: Option<Provenance>,
    /// Whether it is a draft: --draft alone says that it is, --draft=false that it is not [default: a draft only with
    /// --stage individual]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) draft: Option<bool>,
}

fn provenance(text: &str) -> Result<Provenance, String> {
    let known = Provenance::ALL.into_iter().find(|known| known.to_string() == text);
    known.ok_or_else(|| format!("one of {}", Provenance::ALL.map(|known| known.to_string()).join(", ")))
}

fn stage(text: &str) -> Result<Stage, String> {
    let stages = [Stage::Joint, Stage::Individual, Stage::Consensus];
    let known = stages.into_iter().find(|known| known.to_string() == text);
    known.ok_or_else(|| format!("one of {}", stages.map(|known| known.to_string()).join(", ")))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfidenceName {
    Low,
    Medium,
    High,
}

impl AssessmentHeader {
    /// The assessment without statements: what is not given here is what the workbook says about itself.
    pub(super) fn assessment(
        &self,
        date: Option<Date>,
        library: &Library,
        general: &GeneralInformation,
    ) -> Result<Assessment, Failure> {
        let Some(organization) = self.organization.as_ref().or(general.organization.as_ref()) else {
            return Err(anyhow::anyhow!(
                "a new assessment needs the name of the organization\n\n  tip: add --organization NAME, or --into FILE"
            )
            .into());
        };
        let mut assessment = Assessment::new(organization.clone().into());
        assessment.scope = self.scope.as_ref().or(general.scope.as_ref()).map(|scope| scope.clone().into());
        assessment.site = general.site.clone().map(Into::into);
        assessment.unit = general.unit.clone().map(Into::into);
        assessment.tags = general.tags.iter().map(|tag| tag.clone().into()).collect();
        assessment.date = date;
        assessment.assessor = self.assessor.as_ref().or(general.assessor.as_ref()).map(|name| name.clone().into());
        for target in if self.target.is_empty() { &general.targets } else { &self.target } {
            assessment.targets.push(name::edition(target, library)?.id.clone());
        }
        Ok(assessment)
    }
}

impl TableOptions {
    /// What a table says about itself; `to` is the edition that is covered, if a column says it.
    pub(super) fn header(
        &self,
        rows: &Rows<'_>,
        to: Option<&str>,
        path: Option<&Path>,
        date: Option<&str>,
        library: &Library,
        general: &GeneralInformation,
    ) -> Result<TableHeader, Failure> {
        let stated = general.confidence.as_deref().and_then(|word| ConfidenceName::from_str(word, true).ok());
        let source = self.source.as_ref().or(general.source.as_ref());
        let (Some(source), Some(confidence)) = (source, self.confidence.or(stated)) else {
            return Err(anyhow::anyhow!(
                "a new relation table needs a source and a confidence\n\n  tip: add --source TEXT and --confidence low, medium or high, or --into FILE"
            )
            .into());
        };
        let (of_from, of_to) = import::editions(rows, library);
        let edition = |named: &Option<String>, said: Option<EditionId>, option: &str| -> Result<EditionId, Failure> {
            match (named, said) {
                (Some(name), _) => Ok(name::edition(name, library)?.id.clone()),
                (None, Some(said)) => Ok(said),
                (None, None) => {
                    Err(anyhow::anyhow!("not all clauses name the same edition\n\n  tip: add {option} EDITION").into())
                }
            }
        };
        let (from, to) = (
            edition(&self.from_edition, of_from.or_else(|| general.from.clone()), "--from-edition")?,
            edition(
                &self.to_edition.clone().or_else(|| to.map(str::to_owned)),
                of_to.or_else(|| general.to.clone()),
                "--to-edition",
            )?,
        );
        let stem = path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        if let (Some(id), Some(stem)) = (&self.id, &stem)
            && id != stem
        {
            let tip = format!("leave out --id, or name the file {id}.yaml");
            return Err(anyhow::anyhow!(
                "a table takes its id from its file name, but {id} is not {stem}\n\n  tip: {tip}"
            )
            .into());
        }
        let stated = || general.id.as_ref().map(ToString::to_string);
        let made = || format!("{from}--{to}").replace(':', "-");
        let id = self.id.clone().or(stem).or_else(stated).unwrap_or_else(made);
        let id = TableId::parse(&id).map_err(|why| anyhow::anyhow!("{id} is not a valid table id\n\n  tip: {why}"))?;
        let confidence = match confidence {
            ConfidenceName::High => Confidence::High,
            ConfidenceName::Medium => Confidence::Medium,
            ConfidenceName::Low => Confidence::Low,
        };
        Ok(TableHeader {
            id,
            title: self.title.clone().or_else(|| general.title.clone()),
            from,
            to,
            version: self.version.or(general.version).unwrap_or(1),
            source: source.clone(),
            confidence,
            provenance: self.provenance.or(general.provenance),
            method: self.method.clone().or_else(|| general.method.clone()),
            mapper: self.mapper.clone().or_else(|| general.mapper.clone()),
            date: date.map(str::to_owned).or_else(|| general.date.clone()),
            stage: self.stage.or_else(|| general.stage.as_deref().and_then(|word| stage(word).ok())),
            derived_from: Vec::new(),
            // What one mapper says is an opinion, on which no answer rests.
            is_draft: self.draft.unwrap_or(general.is_draft || self.stage == Some(Stage::Individual)),
        })
    }
}
