//! Where answers go: into one document, or row after row into a file.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};

use xwalk::deliver::{Overview, PortfolioCase, STANDING_KEYS};
use xwalk::disk::{Part, PendingFolder};
use xwalk::model::{EditionId, Library};
use xwalk::render::{StreamFormat, csv_record};
use xwalk::report::Cell;
use xwalk::source::Sources;

use super::answered::{Answered, RowForm};
use super::faults::Faults;
use super::parquet::ParquetFile;
use crate::cli::output::{Output, is_broken_pipe};
use crate::cli::output_stream::OutputStream;

/// Where answers go.
pub(super) enum Sink<'l> {
    /// They are added up.
    Document(Box<Overview<'l>>),
    /// A row of counts for each assessment and target.
    Csv(OutputStream, f64),
    /// A row for each requirement, in one file.
    Lines(OutputStream),
    /// The same in columns.
    Columns(Box<ParquetFile<OutputStream>>, &'l Library),
    /// A row for each requirement, in a folder for each target.
    Partitions(Partitions<'l>),
}

/// The files of a folder with a part for each target.
pub(super) struct Partitions<'l> {
    folder: PendingFolder,
    format: StreamFormat,
    files: BTreeMap<EditionId, PartFile>,
    library: &'l Library,
}

enum PartFile {
    Lines(BufWriter<Part>),
    Columns(Box<ParquetFile<Part>>),
}

impl<'l> Sink<'l> {
    pub(super) fn new(
        portfolio: &'l PortfolioCase<'l>,
        library: &'l Library,
        output: &Output,
        sources: &Sources,
        is_partitioned: bool,
    ) -> anyhow::Result<Self> {
        let format = StreamFormat::named(output.format_name());
        if is_partitioned {
            let (Some(format), Some(folder)) = (format, output.file()) else {
                anyhow::bail!(
                    "--partition-by is only for a folder of ndjson or parquet files\n\n  tip: add --format parquet --output DIR"
                );
            };
            if format == StreamFormat::Parquet {
                super::parquet::ensure_built()?;
            }
            let folder = PendingFolder::new(folder)?;
            return Ok(Self::Partitions(Partitions { folder, format, files: BTreeMap::new(), library }));
        }
        Ok(match format {
            Some(StreamFormat::Ndjson) => Self::Lines(output.stream(sources)?),
            Some(StreamFormat::Parquet) => {
                super::parquet::ensure_built()?;
                Self::Columns(Box::new(ParquetFile::new(output.stream(sources)?, false)?), library)
            }
            None if output.format_name() == "csv" => {
                let mut stream = output.stream(sources)?;
                let head = STANDING_KEYS.map(Cell::text);
                let mut line = Vec::new();
                csv_record(&head, &mut line)?;
                stream.write_all(&line)?;
                Self::Csv(stream, portfolio.settings().partial_weight)
            }
            None => Self::Document(Box::new(Overview::new(portfolio))),
        })
    }

    /// Whether requirements are requested one by one.
    pub(super) fn holds_requirements(&self) -> bool {
        match self {
            Self::Document(_) | Self::Csv(..) => false,
            Self::Lines(_) | Self::Columns(..) | Self::Partitions(_) => true,
        }
    }

    /// What workers make of rows.
    pub(super) fn form(&self) -> RowForm {
        match self {
            Self::Lines(_) => RowForm::Lines,
            Self::Partitions(Partitions { format: StreamFormat::Ndjson, .. }) => RowForm::LinesWithoutTarget,
            Self::Partitions(_) | Self::Document(_) | Self::Csv(..) | Self::Columns(..) => RowForm::None,
        }
    }

    /// Takes the result for an assessment.
    pub(super) fn add(&mut self, answered: Box<Answered>) -> anyhow::Result<()> {
        match self {
            Self::Document(overview) => overview.add(&answered.answer),
            Self::Csv(stream, weight) => {
                let mut lines = Vec::new();
                for standing in &answered.answer.standings {
                    csv_record(&standing.fields(*weight), &mut lines)?;
                }
                stream.write_all(&lines)?;
            }
            Self::Lines(stream) => {
                for (_, lines) in &answered.lines {
                    stream.write_all(lines)?;
                }
            }
            Self::Columns(file, library) => {
                for (standing, rows) in answered.answer.standings.iter().zip(&answered.answer.rows) {
                    file.add(library, standing, rows)?;
                }
            }
            Self::Partitions(partitions) => partitions.add(&answered)?,
        }
        Ok(())
    }

    /// Writes what remains to be written, and reports what could not be answered.
    pub(super) fn finish(self, faults: Faults, library: &Library, output: &Output) -> anyhow::Result<()> {
        let Faults { sources, findings, broken, warned, .. } = faults;
        // A reader who has seen enough changes nothing about what was found.
        let seen = |written: anyhow::Result<()>| match written {
            Err(error) if is_broken_pipe(&error) && broken > 0 => Ok(()),
            written => written,
        };
        let written = match self {
            Self::Document(overview) => {
                let mut document = overview.document(&sources, broken, findings);
                let count: usize = warned.iter().sum();
                document.lead.extend((count > 0).then(|| Overview::warned(count)));
                let is_cut = overview.is_cut();
                seen(output.write(&output.for_readers_with_legend(document, library), &sources))?;
                if is_cut {
                    let way = "--rows sets how many lines tables have; --format csv, ndjson and parquet hold all";
                    output.print_note(way);
                }
                warnings(warned).iter().for_each(|way| output.print_note(way));
                return Ok(());
            }
            Self::Csv(stream, _) | Self::Lines(stream) => stream.finish(),
            Self::Columns(file, _) => file.finish().and_then(OutputStream::finish),
            Self::Partitions(partitions) => partitions.finish(),
        };
        seen(written)?;
        output.print_diagnostics(&findings, &sources);
        if broken > 0 {
            let what = if broken == 1 { "1 assessment was" } else { &format!("{broken} assessments were") };
            output.print_note(&format!("{what} left out; all others are answered"));
        }
        Ok(())
    }
}

/// What shows the warnings of assessments, in files and in streams.
fn warnings(warned: [usize; 2]) -> Option<&'static str> {
    match warned {
        // Streams are for programs, which `check` does not read.
        [0, _] => None,
        [_, 0] => Some("`xwalk check` shows the warnings"),
        [_, _] => Some("`xwalk check` shows the warnings of files"),
    }
}

impl Partitions<'_> {
    fn add(&mut self, answered: &Answered) -> anyhow::Result<()> {
        for (at, standing) in answered.answer.standings.iter().enumerate() {
            let file = match self.files.entry(standing.target.clone()) {
                std::collections::btree_map::Entry::Occupied(occupied) => occupied.into_mut(),
                std::collections::btree_map::Entry::Vacant(vacant) => {
                    // As Hive and its successors write it: a colon is always escaped.
                    let value = standing.target.as_str().replace(':', "%3A");
                    let created = self.folder.create(&format!("target={value}/part-0.{}", self.format.name()))?;
                    vacant.insert(match self.format {
                        StreamFormat::Ndjson => PartFile::Lines(BufWriter::new(created)),
                        StreamFormat::Parquet => PartFile::Columns(Box::new(ParquetFile::new(created, true)?)),
                    })
                }
            };
            match file {
                PartFile::Lines(file) => {
                    let lines = answered.lines.get(at).map(|(_, lines)| lines.as_slice()).unwrap_or_default();
                    file.write_all(lines)?;
                }
                PartFile::Columns(file) => {
                    let rows = answered.answer.rows.get(at).map(Vec::as_slice).unwrap_or_default();
                    file.add(self.library, standing, rows)?;
                }
            }
        }
        Ok(())
    }

    fn finish(self) -> anyhow::Result<()> {
        for file in self.files.into_values() {
            match file {
                PartFile::Lines(mut file) => {
                    file.flush()?;
                    file.into_inner().map_err(std::io::IntoInnerError::into_error)?.finish()?;
                }
                PartFile::Columns(file) => file.finish()?.finish()?,
            }
        }
        Ok(self.folder.finish()?)
    }
}
