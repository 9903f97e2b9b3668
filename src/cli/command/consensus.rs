//! What several mappers agree on becomes a table; the rest is left to decide.

use std::path::{Path, PathBuf};

use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::{Refusal, Rule};
use xwalk::edit::write;
use xwalk::exchange::import::{self, Kind, Reading, SheetChoice, TableHeader};
use xwalk::exchange::sheet::MAX_SIZE;
use xwalk::load;
use xwalk::model::{Library, Relation, Table, TableId};
use xwalk::query::Case;
use xwalk::render::FORMATS;
use xwalk::source::Sources;
use xwalk::survey::{Consensus as Question, ConsensusHead};

use super::Command;
use super::agree::read_tables;
use super::import::read::{Input, read_input};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::{Options, OutputArgs};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{fail, read_library, taken_over};
use crate::cli::renamed;

/// Writes what several mappers agree on as a relation table, and a sheet to decide the rest
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk consensus smith.yaml jones.yaml --sheet to-decide.xlsx --output consensus.yaml
  xwalk consensus smith.yaml jones.yaml --decided to-decide.xlsx --date 2026-11-20 --output consensus.yaml
  xwalk consensus smith.yaml jones.yaml smith-back.yaml --output consensus.yaml

A row is made of a pair where all mappers say the same: full, partial, none or related. Where only some state a reverse, the row
states none; where they state different ones, or mean different items, the pair is left to decide, as it is where they differ. Nothing undecided is written:
the pairs are counted, listed, and with --sheet written for a joint review, with what each mapper says and why, and empty cells for
the decision. --decided reads that sheet back; a decision that stays empty stays open. While anything is open the table is a draft.

Each row keeps who said what (said), and the head how it came about (method, source, mapper, stage: consensus). The consensus is no
second witness for the tables of which it came: --derived-from names those under that key, and then they have to be there where it
is read. Tables of the opposite direction have no vote, but xwalk reports where they contradict the result and where they add to it.")]
pub(crate) struct Consensus {
    /// Relation tables of the same two editions, by id or file; the first says which direction the result has
    #[arg(required = true, num_args = 2.., value_name = "TABLE")]
    tables: Vec<String>,
    /// Use the decisions in this filled-in sheet
    #[arg(long, value_name = "SHEET")]
    decided: Option<PathBuf>,
    /// Write what remains to be decided to this sheet, csv or xlsx by its ending
    #[arg(long, value_name = "FILE")]
    sheet: Option<PathBuf>,
    /// The id of the result [default: the name of --output, else <from>--<to>--consensus]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// A description of the result, in one line
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// When the mappers agreed: a day, a month or a year
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Name the tables under derived-from
    #[arg(long)]
    derived_from: bool,
    #[command(flatten)]
    question: Question,
}

impl Command for Consensus {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = read_library(options, output)?;
        let tables = read_tables(&self.tables, &mut sources, &library, output)?;
        let path = options.output.file();
        let yaml = path.filter(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml"));
        if let (Some(path), None) = (path, yaml) {
            let tip = "end its name in .yaml; --sheet FILE is for what remains to be decided";
            return Err(anyhow::anyhow!(
                "{} is for a relation table, so it must be a YAML file\n\n  tip: {tip}",
                path.display()
            )
            .into());
        }
        let head = self.head(&tables, yaml)?;
        let decisions = match &self.decided {
            Some(path) => self.decisions(path, &head, &tables[0], &mut sources, &library, output)?,
            None => Vec::new(),
        };
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let named: Vec<&Table> = tables.iter().collect();
        let reached = match self.question.ask(case, &named, &head, &decisions)? {
            Ok(reached) => reached,
            Err(faults) => return fail(&faults, &sources, output),
        };
        let text = write::table(&reached.table);
        let to_sheet = self.sheet.as_ref().map(|sheet| written_to(options, Some(sheet)));
        let sheet = reached.decision_sheet(case);
        if let Some(to_sheet) = &to_sheet {
            to_sheet.check(&sheet, &sources)?;
        }
        output.write_text(&text, Made::Table, &sources)?;
        if let Some(to_sheet) = to_sheet {
            to_sheet.write(&sheet, &sources)?;
        }
        let name = yaml.map_or_else(|| head.id.to_string(), |path| path.display().to_string());
        let document = reached.document(case, &name);
        renamed::tell(&document.basis, &library, output);
        match yaml {
            Some(path) => {
                let shown = written_to(options, None).write(&document, &sources);
                Ok(shown_after(&format!("{} was written", path.display()), shown)?)
            }
            None => Ok(written_to(options, None).write_to_stderr(&document, &sources)?),
        }
    }
}

/// Where an answer goes: to a file in the format of its ending, or to standard output in the requested one.
fn written_to(options: &Options, file: Option<&PathBuf>) -> Output {
    let OutputArgs { format, color, width, force, .. } = &options.output;
    let format = format.clone().filter(|_| file.is_none());
    let args = OutputArgs { format, output: file.cloned(), force: *force, color: *color, width: *width };
    Output::new(&args, FORMATS[0].name)
}

impl Consensus {
    fn head(&self, tables: &[Table], path: Option<&Path>) -> Result<ConsensusHead, Failure> {
        let first = &tables[0];
        let stem = path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let id = self.id.clone().or(stem);
        let id = id.unwrap_or_else(|| format!("{}--{}--consensus", first.from, first.to).replace(':', "-"));
        let id = TableId::parse(&id)
            .map_err(|why| Refusal::new(format!("{id} is not a valid table id"), why.to_string()))?;
        if let Some(date) = self.date.as_ref().filter(|date| !load::is_date_or_year(date)) {
            let help = "write year-month-day, year-month or year, such as 2026-11";
            return Err(Refusal::new(format!("{date} is not a valid date"), help).into());
        }
        let votes = tables.iter().filter(|table| table.from == first.from);
        Ok(ConsensusHead {
            id,
            title: self.title.clone().map(Into::into),
            date: self.date.clone().map(Into::into),
            derived_from: votes.filter(|_| self.derived_from).map(|table| table.id.clone()).collect(),
            decisions: self.decided.as_ref().map(|path| {
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
            }),
        })
    }

    /// The rows of a decided sheet; lines without a relation stay undecided.
    fn decisions(
        &self,
        path: &PathBuf,
        head: &ConsensusHead,
        first: &Table,
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<Vec<Relation>, Failure> {
        let Input::Sheets(sheets) = read_input(std::slice::from_ref(path), None, MAX_SIZE, sources, output)? else {
            let help = "give the sheet that --sheet wrote, filled in";
            return Err(Refusal::new(format!("{} is not a spreadsheet", path.display()), help).into());
        };
        let (_, mut rows) = import::recognise(&sheets, &SheetChoice::Only, Some(Kind::Table), &[])?;
        rows.reading = Reading::default();
        let header = TableHeader { id: head.id.clone(), ..TableHeader::of(first) };
        let read = import::table(&rows, &header, library).map(|(table, mut warnings)| {
            // Where nothing is filled in, nothing is decided.
            warnings.retain(|warning| warning.rule != Rule::EmptyTable);
            (table, warnings)
        });
        Ok(taken_over(read, sources, output)?.rows.to_vec())
    }
}
