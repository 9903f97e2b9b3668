//! Folders and files of standards: xwalk's own, and those of other programs, each known by what is in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::exchange::owner::Owner;
use xwalk::load::pack::{self, Pack};
use xwalk::load::{Files, disk};
use xwalk::source::{FileId, Sources};

use super::failure::Failure;
use super::options::Options;

/// Files that hold standards, sorted by whose they are.
#[derive(Default)]
pub(super) struct Standards {
    packs: Vec<Pack>,
    own: Vec<FileId>,
    foreign: Vec<(FileId, Format)>,
    faults: Vec<Diagnostic>,
}

impl Standards {
    /// Takes in a pack, a file, or all that may hold standards in a folder.
    pub(super) fn take(&mut self, path: &Path, sources: &mut Sources) -> Result<(), Failure> {
        self.take_unseen(path, sources, &mut BTreeSet::new())
    }

    /// The same without the files that were seen before; those that are taken in are seen from now on.
    pub(super) fn take_unseen(
        &mut self,
        path: &Path,
        sources: &mut Sources,
        seen: &mut BTreeSet<PathBuf>,
    ) -> Result<(), Failure> {
        if disk::is_pack(path) {
            let bytes = disk::bytes(sources, path)?;
            self.packs.push(pack::open(sources, &path.display().to_string(), bytes)?);
            return Ok(());
        }
        let reviews = Some(disk::reviews_beside(path)).filter(|reviews| disk::is_file(path) && disk::is_file(reviews));
        for path in disk::standard_files(path).chain(reviews.map(Ok)) {
            let path = path?;
            if !seen.insert(disk::canonical(&path)) {
                continue;
            }
            match disk::file(sources, &path)? {
                Ok(file) => match Owner::of(sources, file) {
                    Owner::Own => self.own.push(file),
                    Owner::Foreign(format) => self.foreign.push((file, format)),
                    Owner::Unknown(fault) => self.faults.push(fault),
                },
                Err(fault) => self.faults.push(fault),
            }
        }
        Ok(())
    }

    /// Refuses what is said of how to read where a pack was read before, so that nobody believes it heeded.
    pub(super) fn refuse_reading(&self, options: &Options) -> Result<(), Failure> {
        // What a project says is for whatever it reads, and a pack may stand beside it.
        let is_asked = options.intersect_as.is_some() && !options.settings.from_project.contains(&"intersect-as");
        if self.packs.is_empty() || !is_asked {
            return Ok(());
        }
        let tip = "leave it out, or say it to `xwalk pack` and make the pack anew";
        Err(anyhow::anyhow!(
            "a pack was read when it was made, and --intersect-as changes nothing in it\n\n  tip: {tip}"
        )
        .into())
    }

    /// Leaves out files that are, letter by letter, part of the program, and hands them back.
    pub(super) fn leave_out_bundled(&mut self, sources: &Sources) -> Vec<FileId> {
        self.own.extract_if(.., |file| sources.is_bundled_text(*file)).collect()
    }

    /// Reads all of them into a library's files.
    pub(super) fn add_to(self, files: &mut Files, sources: &Sources, choices: Choices) {
        for pack in self.packs {
            files.add_pack(pack);
        }
        files.read_all(sources, &self.own);
        for fault in self.faults {
            // Of what is nobody's nothing is missing.
            if fault.rule == Rule::UnknownFormat { files.add_faults(vec![fault]) } else { files.add_fault(fault) }
        }
        if !self.foreign.is_empty() {
            ForeignFiles::read(sources, &self.foreign).add_to(files, sources, choices);
        }
    }
}
