//! A sheet, or a table, for one mapper to fill in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use xwalk::crosswalk::Crosswalk;
use xwalk::disk;
use xwalk::edit::write;
use xwalk::load::name;
use xwalk::model::EditionId;
use xwalk::query::Case;
use xwalk::survey::MapSheet as Question;

use super::Command;
use super::refused::known_decisions;
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::read_library;
use crate::cli::renamed;

/// Creates a sheet on which one person writes how the clauses of two editions relate: every requirement, with the
/// clauses that should be examined
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk map-sheet 9001:2008 20000-1:2011 --mapper \"A. Smith\" --output smith.xlsx
  xwalk map-sheet 9001:2008 20000-1:2011 --mapper \"A. Smith\" --date 2026-11 --format csv
  xwalk map-sheet 9001:2008 20000-1:2011 --mapper \"A. Smith\" --reverse --output smith-back.xlsx
  xwalk map-sheet 9001:2008 20000-1:2011 --mapper \"A. Smith\" --output smith.yaml
  xwalk import smith.xlsx --output smith.yaml

Fill in relation: F or full, P or partial, none, related; and where it is known reverse, what is left to do (add) and why (note).
Where nothing covers a requirement, write none in a line without from. Lines of your own may be added. A line whose relation
stays empty was not looked at: the import counts it and makes no row of it.

Candidates are the clauses that a table relates to the requirement or to a heading of it, drafts too; those that follow over chains
of rows; those that chains join without deciding anything; and the best by words, as `suggest` ranks them. Pairs that were refused or left unsure (`suggest --refuse`, `--unsure`) are left
out, whatever speaks for them, and counted. With --output FILE.yaml it is a table with the lines as comments.")]
pub(crate) struct MapSheet {
    #[command(flatten)]
    question: Question,
    /// The file of refused and unsure pairs, which are not listed again [default: as `suggest` finds it]
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
}

impl Command for MapSheet {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = read_library(options, output)?;
        let from = name::edition(&self.question.from, &library)?;
        let to = name::edition(&self.question.to, &library)?;
        let editions = [&from.id, &to.id];
        renamed::tell_of(&BTreeSet::from(editions.map(EditionId::as_str)), &library, output);
        let (decisions, decided_in) =
            known_decisions(self.refused.as_deref(), &mut sources, &library, editions, output)?;
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let is_yaml = |path: &Path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        let Some(path) = options.output.file().filter(|path| is_yaml(path)) else {
            let document = self.question.document(case, &decisions, decided_in.as_deref())?;
            return Ok(output.write(&document, &sources)?);
        };
        options.output.refuse_format("a file that ends in .yaml is a relation table")?;
        let mut sheet = self.question.ask(case, &decisions)?;
        if disk::is_file(path) && !options.output.force {
            let tip = "its entries would be lost: name another file, or add --force";
            return Err(anyhow::anyhow!("{} already exists\n\n  tip: {tip}", path.display()).into());
        }
        // A table is called as its file.
        if let Some(id) = path.file_stem().and_then(|stem| xwalk::model::TableId::parse(&stem.to_string_lossy()).ok()) {
            sheet.table.id = id;
        }
        let lines = sheet.rows.iter().map(|row| write::OpenRow {
            from: row.from.as_ref().map(|(from, title)| (&from.number, &**title)),
            to: (&row.to.0.number, &row.to.1),
            because: &row.because,
        });
        let text = write::table_to_fill_in(&sheet.table, lines);
        Ok(output.write_text(&text, Made::Table, &sources)?)
    }
}
