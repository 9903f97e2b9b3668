//! How far several mappers agree.

use std::path::Path;

use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::load::name::unknown_table;
use xwalk::load::raw::File;
use xwalk::load::standalone;
use xwalk::model::{Library, Table, TableId};
use xwalk::query::Case;
use xwalk::source::Sources;
use xwalk::survey::Agree as Question;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::{read_as_written, read_library, sound};
use crate::cli::renamed;

/// How far several mappers agree on the relations between two editions: per cent, kappa, alpha, and where they differ
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk agree smith.yaml jones.yaml
  xwalk agree smith.yaml jones.yaml brown.yaml --absent none --format xlsx --output agreement.xlsx
  xwalk agree iso-9001-2008--iso-iec-20000-1-2011 ours.yaml --limit 20

A unit is a pair of clauses of which at least one table has a row; clauses that cover jointly are one side of a pair. Each table
is one rater, each of none, partial and full a level. A table without a row for a pair says nothing about it, unless it says that
one of the clauses, or a heading above it, has no counterpart (a row of relation none without from, or unrelated): then it says none.
Related states no strength, so it is a missing value. A coefficient that cannot be computed is called undefined.

If the covering edition is fully in place, each table alone gives the requirements of the other a level; these are compared too,
since one mapper may relate a heading and another its clauses. Disagreements are listed by how much they change the coverage:
that of the rows on which all agree, together with the row of each mapper.")]
pub(crate) struct Agree {
    /// Relation tables of the same two editions, by id or file; the first says which edition covers which
    #[arg(required = true, num_args = 2.., value_name = "TABLE")]
    tables: Vec<String>,
    #[command(flatten)]
    question: Question,
}

impl Command for Agree {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = read_library(options, output)?;
        let tables = read_tables(&self.tables, &mut sources, &library, output)?;
        let tables: Vec<&Table> = tables.iter().collect();
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let document = self.question.document(case, &tables)?;
        renamed::tell(&document.basis, &library, output);
        Ok(output.write(&document, &sources)?)
    }
}

/// The tables that the names refer to: files, or ids of the library.
pub(super) fn read_tables(
    names: &[String],
    sources: &mut Sources,
    library: &Library,
    output: &Output,
) -> Result<Vec<Table>, Failure> {
    // All are read before one is given up, so that one run says what is wrong with each.
    let read: Vec<Result<Table, Failure>> =
        names.iter().map(|name| read_table(name, sources, library, output)).collect();
    read.into_iter().collect()
}

fn read_table(name: &str, sources: &mut Sources, library: &Library, output: &Output) -> Result<Table, Failure> {
    let path = Path::new(name);
    let is_file = disk::names_file(path) || path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    if !is_file {
        let known = TableId::parse(name).ok().and_then(|id| library.table(&id));
        return known.cloned().ok_or_else(|| unknown_table(name, library).into());
    }
    let (file, read) = read_as_written(path, sources, output)?;
    if !matches!(read, File::Relations(_)) {
        let message = format!("{name} holds {}", read.kind());
        return Err(Refusal::new(message, "name relation tables").into());
    }
    let alone = sound(standalone::with_table(sources, file, library).sound(), sources, output)?;
    let table = alone.tables().next().cloned();
    table.ok_or_else(|| Refusal::new(format!("{name} holds no relation table"), "name relation tables").into())
}
