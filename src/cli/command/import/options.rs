//! Options for what an import needs and a sheet does not say.

use std::path::Path;

use clap::ValueEnum;
use jiff::civil::Date;
use xwalk::exchange::import::{self, Rows, TableHeader};
use xwalk::load::name;
use xwalk::model::{Assessment, Confidence, EditionId, Library, Provenance, TableId};
use xwalk::query;

use crate::cli::failure::Failure;

/// What file a spreadsheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SpreadsheetFormat {
    /// Values between commas, semicolons or tabs
    Csv,
    /// A workbook
    Xlsx,
}

/// What the rows of a spreadsheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RowKind {
    /// Statements about clauses
    Assessment,
    /// Relations between the clauses of two editions
    Table,
}

// What a sheet of statements does not say. A doc comment would become the help of the command.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Of an assessment")]
pub(super) struct AssessmentHeader {
    /// The edition of clauses that do not say theirs, by id or alias
    #[arg(long, value_name = "EDITION")]
    pub(super) edition: Option<String>,
    /// Who assesses itself
    #[arg(long, value_name = "NAME")]
    pub(super) organization: Option<String>,
    /// What part of it
    #[arg(long, value_name = "TEXT")]
    pub(super) scope: Option<String>,
    /// The day of the assessment, such as 2026-11-20
    #[arg(long, value_name = "DAY", value_parser = query::day)]
    pub(super) date: Option<Date>,
    /// Who made it
    #[arg(long, value_name = "NAME")]
    pub(super) assessor: Option<String>,
    /// An edition that is aimed at, by id or alias; may be given several times
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
    /// Who says so: a citation
    #[arg(long, value_name = "TEXT")]
    pub(super) source: Option<String>,
    /// How sure the rows are that do not say so themselves
    #[arg(long, value_name = "CONFIDENCE", value_enum)]
    pub(super) confidence: Option<ConfidenceName>,
    /// What it is, in a line
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// How it was made
    #[arg(long, value_name = "TEXT")]
    pub(super) method: Option<String>,
    /// Its version, a whole number from 1 that every change of meaning raises [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) version: Option<u32>,
    /// What kind of thing it is: stated, published, recalled, community, derived or reconstruction
    #[arg(long, value_name = "PROVENANCE", value_parser = provenance)]
    pub(super) provenance: Option<Provenance>,
    /// It is a draft
    #[arg(long)]
    pub(super) draft: bool,
}

fn provenance(text: &str) -> Result<Provenance, String> {
    let known = Provenance::ALL.into_iter().find(|known| known.to_string() == text);
    known.ok_or_else(|| format!("one of {}", Provenance::ALL.map(|known| known.to_string()).join(", ")))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfidenceName {
    Low,
    Medium,
    High,
}

impl AssessmentHeader {
    /// The assessment without statements.
    pub(super) fn assessment(&self, library: &Library) -> Result<Assessment, Failure> {
        let Some(organization) = &self.organization else {
            return Err(anyhow::anyhow!(
                "a new assessment says who assesses itself\n\n  tip: add --organization NAME, or --into FILE"
            )
            .into());
        };
        let mut assessment = Assessment::new(organization.clone().into());
        assessment.scope = self.scope.clone().map(Into::into);
        assessment.date = self.date;
        assessment.assessor = self.assessor.clone().map(Into::into);
        for target in &self.target {
            assessment.targets.push(name::edition(target, library)?.id.clone());
        }
        Ok(assessment)
    }
}

impl TableOptions {
    pub(super) fn header(
        &self,
        rows: &Rows<'_>,
        path: Option<&Path>,
        library: &Library,
    ) -> Result<TableHeader, Failure> {
        let (Some(source), Some(confidence)) = (&self.source, self.confidence) else {
            return Err(anyhow::anyhow!(
                "a relation table says who says so, and how sure that is\n\n  tip: add --source TEXT and --confidence low, medium or high, or --into FILE"
            )
            .into());
        };
        let (of_from, of_to) = import::editions(rows, library);
        let edition = |named: &Option<String>, said: Option<EditionId>, option: &str| -> Result<EditionId, Failure> {
            match (named, said) {
                (Some(name), _) => Ok(name::edition(name, library)?.id.clone()),
                (None, Some(said)) => Ok(said),
                (None, None) => Err(anyhow::anyhow!(
                    "the clauses do not all say of which one edition they are\n\n  tip: add {option} EDITION"
                )
                .into()),
            }
        };
        let (from, to) = (
            edition(&self.from_edition, of_from, "--from-edition")?,
            edition(&self.to_edition, of_to, "--to-edition")?,
        );
        let stem = path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let id = self.id.clone().or(stem).unwrap_or_else(|| format!("{from}--{to}").replace(':', "-"));
        let id = TableId::parse(&id).map_err(|why| anyhow::anyhow!("{id} is no table id\n\n  tip: {why}"))?;
        let confidence = match confidence {
            ConfidenceName::High => Confidence::High,
            ConfidenceName::Medium => Confidence::Medium,
            ConfidenceName::Low => Confidence::Low,
        };
        Ok(TableHeader {
            id,
            title: self.title.clone(),
            from,
            to,
            version: self.version.unwrap_or(1),
            source: source.clone(),
            confidence,
            provenance: self.provenance,
            method: self.method.clone(),
            mapper: None,
            date: None,
            stage: None,
            derived_from: Vec::new(),
            is_draft: self.draft,
        })
    }
}
