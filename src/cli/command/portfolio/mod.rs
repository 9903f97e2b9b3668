//! Many assessments at once.

mod answered;
mod faults;
mod found;
mod input;
#[cfg_attr(not(feature = "parquet"), path = "no_parquet.rs")]
mod parquet;
mod projects;
mod rows;
mod sink;
mod task;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use xwalk::deliver::{Detail, Portfolio as Question, PortfolioCase};
use xwalk::diagnostic::Refusal;
use xwalk::load;
use xwalk::model::EditionId;

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::{Output, ensure_intact, is_broken_pipe};
use crate::cli::read::open_library;
use crate::cli::renamed;
use answered::Worker;
use faults::Faults;
use found::Found;
use input::Input;
use projects::Projects;
use sink::Sink;

/// Shows the coverage of many assessments, what they have in common, and which measure would close a gap for most
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk portfolio examples/portfolio/sites
  xwalk portfolio sites/ --target iso-iec-27001:2022 --as-of 2026-12-01 --output group.html
  xwalk portfolio 'suppliers/**/*.yaml' --format csv --output suppliers.csv
  xwalk portfolio statements.csv --format ndjson --output rows.ndjson
  cat assessments.ndjson | xwalk portfolio - --format ndjson

A folder is searched for assessments by the content of its .yaml and .yml files. A CSV, NDJSON or Parquet file has one \
statement per row: assessment, clause, status, and what else a statement may have; the rows of an assessment must be \
together. A line of NDJSON may also be a whole assessment. `-` reads NDJSON from standard input.

An assessment that cannot be read is reported with its name; all others are answered, and the exit code is 1. docs/portfolio.md \
says how large portfolios are answered.")]
pub(crate) struct Portfolio {
    /// Self-assessment files, folders of them, patterns such as 'sites/*.yaml', CSV, NDJSON or Parquet files of statements, or - for NDJSON on standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    question: Question,
    /// How many threads to use; the answer is the same [default: as many as there are processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// With --format ndjson or parquet and --output DIR: write a folder for each target, as target=…/part-0
    #[arg(long, value_name = "KEY", value_parser = ["target"])]
    partition_by: Option<String>,
}

impl Command for Portfolio {
    fn heeds_conditions(&self) -> bool {
        true
    }

    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = open_library(options, output)?;
        let library = output.translated(library);
        if sources.may_be_damaged() {
            load::read_ahead(&library);
        }
        let found = Found::new(&self.paths, &mut sources)?;
        let projects = Projects::new(&found.places, options, &library, output)?;
        let mut settings = options.settings.clone();
        if self.question.target.is_empty() && projects.have_targets() {
            settings.from_project.push("targets");
        }
        let portfolio = PortfolioCase::new(&self.question, &library, &settings)?;
        output.set_total(found.count());
        let has_stream = found.has_stream();
        let mut faults = Faults::new(sources.clone());
        let mut input = Input::new(found, projects);
        let mut sink = Sink::new(&portfolio, &library, output, &sources, self.partition_by.is_some())?;
        let detail = if sink.holds_requirements() { Detail::Requirements } else { Detail::Counts };
        let form = sink.form();
        let begin = || Worker::new(&portfolio, &library, sources.clone(), detail, form);
        let mut is_empty = true;
        let mut targets: BTreeSet<EditionId> = BTreeSet::new();
        let jobs = self.jobs.map_or_else(thread::available_parallelism, |jobs| {
            Ok(NonZeroUsize::new(usize::from(jobs)).unwrap_or(NonZeroUsize::MIN))
        });
        let streamed = load::stream(
            jobs.unwrap_or(NonZeroUsize::MIN),
            || input.next().map_err(Failure::from),
            begin,
            |worker, task| worker.answer(task),
            |answered| {
                output.advance();
                is_empty = false;
                match faults.take(answered) {
                    Some(answered) => {
                        let asked = answered.answer.standings.iter().map(|standing| &standing.target);
                        let new: Vec<EditionId> = asked.filter(|target| !targets.contains(target)).cloned().collect();
                        targets.extend(new);
                        sink.add(answered).map_err(Failure::from)
                    }
                    None => Ok(()),
                }
            },
        );
        output.end_progress();
        match streamed {
            // A reader who has seen enough changes nothing about what was found.
            Err(Failure::Other(error)) if is_broken_pipe(&error) && faults.is_broken() => {
                output.print_diagnostics(&faults.findings, &faults.sources);
                return Err(Failure::Data);
            }
            streamed => streamed?,
        }
        ensure_intact(&sources)?;
        if is_empty && !has_stream && !faults.is_broken() {
            let paths = self.paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
            let help = "assessments in folders are .yaml and .yml files that start with `xwalk: assessment/1`";
            return Err(Refusal::new(format!("no assessment was found in {paths}"), help).into());
        }
        let is_broken = faults.is_broken();
        sink.finish(faults, &library, output)?;
        renamed::tell_of(&targets.iter().map(EditionId::as_str).collect(), &library, output);
        if is_broken { Err(Failure::Data) } else { Ok(()) }
    }

    fn folder(&self) -> Option<PathBuf> {
        let first = self.paths.first()?;
        let is_stream = first == Path::new("-");
        Some(if is_stream {
            PathBuf::from(".")
        } else if first.is_dir() {
            first.clone()
        } else {
            folder_of(first)
        })
    }
}
