//! Folders of standards become a pack.

mod listing;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use xwalk::api::StandardFiles;
use xwalk::bundled;
use xwalk::disk;
use xwalk::load::{self, pack};
use xwalk::source::Sources;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::{Output, ensure_intact, print_bytes, shown_after};
use crate::cli::read::sound;
use listing::Packed;

/// Packs folders of standards into one file that --standards opens at once, without reading them again
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk pack our-standards --output ours.xwp
  xwalk pack frameworks --standards our-standards --output frameworks.xwp
  xwalk gap assessment.yaml --standards ours.xwp --standards frameworks.xwp

Everything is checked as by every command: with an error nothing is packed. The pack names what it depends on but does not \
contain, such as an edition that is part of xwalk; if its clauses have changed, the pack is refused and has to be created \
again. A pack also contains the files themselves, compressed, so answers name the same places and digests as with the \
folders, and what was reviewed of its tables. Files that are part of xwalk are left out.")]
pub(crate) struct Pack {
    /// Folders of catalogs, relation tables and methods, or packs of them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Command for Pack {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        if options.output.output.is_none() {
            let tip = "add --output FILE, such as standards.xwp, or --output - for standard output";
            return Err(anyhow::anyhow!("a pack is a file\n\n  tip: {tip}").into());
        }
        let mut sources = Sources::default();
        let mut files = bundled::files(&mut sources);
        let mut seen = BTreeSet::new();
        let own: BTreeSet<PathBuf> = self.paths.iter().map(|path| disk::canonical(path)).collect();
        let beside = options.standards.iter().filter(|path| !own.contains(&disk::canonical(path)));
        let mut standards = StandardFiles::default();
        for path in beside.filter(|path| seen.insert(disk::canonical(path))) {
            standards.take(path, &mut sources)?;
        }
        standards.note_reading(options.reading(), &mut sources)?;
        let (first, noted) = (number(sources.count()), sources.applied_settings().len());
        let mut packed = StandardFiles::default();
        for path in self.paths.iter().filter(|path| seen.insert(disk::canonical(path))) {
            packed.take(path, &mut sources)?;
        }
        packed.leave_out_bundled(&sources);
        packed.note_reading(options.reading(), &mut sources)?;
        standards.add_to(&mut files, &sources, options.reading());
        packed.add_to(&mut files, &sources, options.reading());
        let range = first..number(sources.count());
        let library = sound(load::library(&sources, files).sound(), &sources, output)?;
        load::read_ahead(&library);
        let packed = Packed::new(&library, &sources, &range);
        if packed.is_empty() {
            let tip = "name a folder with catalogs, relation tables or methods that are not already part of xwalk";
            return Err(anyhow::anyhow!("nothing to pack was found\n\n  tip: {tip}").into());
        }
        let written = pack::write(&sources, &library, &packed.files, &sources.applied_settings()[noted..]);
        let written = written.map_err(anyhow::Error::from)?;
        let document = packed.document(&written, options.output.file());
        match options.output.file() {
            Some(path) => {
                output.write_file(path, &written.bytes, Made::Pack, &sources)?;
                let answer = output.to_stdout();
                Ok(shown_after(&format!("{} was written", path.display()), answer.write(&document, &sources))?)
            }
            None => {
                if io::stdout().is_terminal() {
                    let tip = "add --output FILE, such as standards.xwp";
                    return Err(anyhow::anyhow!("a pack cannot be shown in a terminal\n\n  tip: {tip}").into());
                }
                ensure_intact(&sources)?;
                output.write_to_stderr(&document, &sources)?;
                Ok(print_bytes(&written.bytes)?)
            }
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four billion files")
}
