//! Files of other programs become files of xwalk: spreadsheets, and whole standards in the field's formats.

mod columns;
mod foreign;
mod listing;
mod new_file;
mod options;
pub(super) mod read;
mod sheets;

use std::path::PathBuf;

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::options::{InPlace, Options};
use crate::cli::output::Output;
use crate::cli::read::read_library;
use options::{AssessmentHeader, FileFormat, ReadingOptions, RowKind, TableOptions};
use read::{Input, read_input};

/// Converts spreadsheets, and standards in other programs' formats, to xwalk's files
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk import filled-in.xlsx --organization \"Harbour IT\" --output assessment.yaml
  xwalk import filled-in.xlsx --into assessment.yaml --dry-run
  xwalk import rows.xlsx --into standards/relations/our-own.yaml
  xwalk import controls.csv --organization Us --edition 27001:2022 --map \"Check item=clause\"
  xwalk import soa.xlsx --all-sheets --edition 27001:2022 --id-prefix A. --status \"In progress=partial\" --into ours.yaml
  xwalk import rows.xlsx --from-edition 9001:2015 --to-edition 27001:2022 --source \"Our own\" --confidence low
  xwalk import wide.xlsx --relation related --from-edition 27001:2022 --to-column \"ISO 9001=9001:2015\" --to-column \"ITIL=itil:4\" --source ACME --confidence low --output tables/
  xwalk import nist-csf-2.0.yaml --output standards/
  xwalk import NIST_SP-800-53_rev5_catalog.json NIST_SP-800-53_rev5_LOW-baseline_profile.json --dry-run
  curl https://example.com/rows | xwalk import /dev/stdin --from csv --as assessment --into assessment.yaml

What a file is, is seen in the file and not in its name. Of spreadsheets one is taken at a time, and becomes an assessment
or a table. Files that hold whole standards become catalogs, tables and assessments: CISO Assistant libraries, OSCAL
documents, SSSOM mapping sets, CPRT exports. Several are read together, so that a profile finds its catalog and a mapping
its frameworks; where several files come of them, --output names a folder. --standards reads the same files as they are.

Columns are known by their heads, in any order, below any title: clause and status at least of an assessment (edition,
title, applicable, evidence, owner, due, assessed, maturity, effort, justification, note), to and relation at least of a
table (from, reverse, items, add, note, confidence). A head may take two rows, and another may follow below it; merged cells
count for every row. The relation words of OSCAL and NIST IR 8477 are read. Rows about a part of a clause (GV.OC-05:1) are left
out and counted; rows with one Group Identifier become a joint row if several clauses cover one, else they are left out as well.
Pieces of evidence stand in lines or behind semicolons, and the address behind a cell is one of them. A title that is that of
another clause is an error. `xwalk export FILE --all` makes a sheet to fill in; the sheets of `soa` and `plan` come back too.

Words for a status that are not xwalk's own are errors, each once: --status says what one means, --guess takes the built-in
list, and --dry-run shows how each was read.

--into: what the sheet has no column for stays as it is, an empty cell takes away what was said, and a clause without a
status or anything else stays as it is. The rows of a table take the place of its own; its head and comments stay.")]
pub(crate) struct Import {
    /// A spreadsheet, or files of other programs' standards
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The format of the files [default: by their content]
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<FileFormat>,
    /// What its rows are [default: by the column headings]
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<RowKind>,
    /// Add the rows to this file: statements to an assessment, relations to a table
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "output", "organization", "scope", "date", "assessor", "target", "id", "from_edition", "to_edition", "source",
        "confidence", "title", "method", "mapper", "stage", "version", "provenance", "draft",
    ])]
    into: Option<PathBuf>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Keep the text of clauses, if a file has it, as their attribute text; note who may read it
    #[arg(long)]
    with_text: bool,
    /// The day of the assessment, such as 2026-11-20; that of a table may be a month or a year
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    #[command(flatten)]
    reading: Box<ReadingOptions>,
    #[command(flatten)]
    in_place: InPlace,
    #[command(flatten)]
    assessment: Box<AssessmentHeader>,
    #[command(flatten)]
    table: Box<TableOptions>,
}

impl Command for Import {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = read_library(options, output)?;
        match read_input(&self.files, self.from, self.reading.max_size(), &mut sources, output)? {
            Input::Sheets(sheets) => self.import_sheets(&sheets, (sources, library), options, output),
            Input::Foreign(files) => self.import_foreign(&files, (sources, library), options, output),
        }
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(self.into.as_deref().map_or(PathBuf::from("."), folder_of))
    }
}
