//! Folders and files of standards: xwalk's own, and those of other programs, each known by what is in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Refusal, Rule};
use crate::disk;
use crate::exchange::foreign::ForeignFiles;
use crate::exchange::format::Format;
use crate::exchange::other_content::Wanted;
use crate::exchange::owner::Owner;
use crate::load::Files;
use crate::load::pack::{self, Pack};
use crate::query::INTERSECT_AS;
use crate::source::{FileId, Sources, Span};

use super::companion::read_companion;
use super::error::Error;
use super::other_content::refuse_other_content;
use super::reading::ForeignReading;

/// Files that hold standards, sorted by whose they are.
#[derive(Default)]
pub struct StandardFiles {
    packs: Vec<Pack>,
    own: Vec<FileId>,
    foreign: Vec<(FileId, Format)>,
    faults: Vec<Diagnostic>,
}

impl StandardFiles {
    /// Takes in a pack, a file, or all that may hold standards in a folder.
    pub fn take(&mut self, path: &Path, sources: &mut Sources) -> Result<(), Error> {
        self.take_unseen(path, sources, &mut BTreeSet::new())
    }

    /// The same without the files that were seen before; those that are read count as seen from now on.
    pub fn take_unseen(
        &mut self,
        path: &Path,
        sources: &mut Sources,
        seen: &mut BTreeSet<PathBuf>,
    ) -> Result<(), Error> {
        if disk::is_pack(path) {
            let bytes = disk::bytes(sources, path)?;
            self.packs.push(pack::open(sources, &disk::name_of(path), bytes)?);
            return Ok(());
        }
        refuse_other_content(path, Wanted::Standards)?;
        let packs: Vec<PathBuf> = disk::packs_in(path).collect();
        let reviews = Some(disk::reviews_beside(path)).filter(|reviews| disk::is_file(path) && disk::is_file(reviews));
        let is_empty = disk::holds_packs_alone(path);
        for path in disk::standard_files(path).chain(reviews.map(Ok)) {
            let path = path?;
            if !seen.insert(disk::canonical(&path)) {
                continue;
            }
            match disk::file(sources, &path)? {
                Ok(file) => match Owner::of(sources, file) {
                    Owner::Own => self.own.push(file),
                    Owner::Foreign(format) => {
                        self.foreign.push((file, format));
                        self.faults.extend(read_companion(format, &path, sources)?);
                    }
                    Owner::Unknown(fault) => self.faults.push(*fault),
                },
                Err(fault) => self.faults.push(fault),
            }
        }
        for pack in packs {
            if !seen.insert(disk::canonical(&pack)) {
                continue;
            }
            if is_empty {
                self.take_unseen(&pack, sources, seen)?;
            } else {
                // It may be a pack of these very files.
                let file = sources.add(disk::name_of(&pack), "");
                let message = "this pack was left out: it is in a folder with other files of standards";
                let help = "name the pack itself, or keep packs in a separate folder";
                self.faults.push(Diagnostic::new(Rule::LeftOut, Span::start_of(file), message).help(help));
            }
        }
        Ok(())
    }

    /// Refuses a choice of how to read if a pack was read differently, so no user believes that it has an effect; and
    /// notes how the files of this run are read.
    pub fn note_reading(&self, reading: ForeignReading, sources: &mut Sources) -> Result<(), Refusal> {
        // The choice of a project is for all that it reads, and a pack may be used with it: the basis of an answer
        // names both.
        let asked = reading.intersect_as.filter(|_| !reading.is_of_project);
        if let Some((pack, word)) = asked.and_then(|asked| sources.packed_otherwise(INTERSECT_AS, asked.name()).next())
        {
            return Err(Refusal::new(
                format!(
                    "{pack}: this pack was created with {INTERSECT_AS} {word}, and --intersect-as cannot change this"
                ),
                "leave it out, or create the pack again with this option of `xwalk pack`",
            ));
        }
        reading.note(self.foreign.iter().map(|(_, format)| *format), sources);
        Ok(())
    }

    /// Leaves out files that are, letter by letter, part of the program, and hands them back.
    pub fn leave_out_bundled(&mut self, sources: &Sources) -> Vec<FileId> {
        self.own.extract_if(.., |file| sources.is_bundled_text(*file)).collect()
    }

    /// Reads all of them into a library's files.
    pub fn add_to(self, files: &mut Files, sources: &Sources, reading: ForeignReading) {
        for pack in self.packs {
            files.add_pack(sources, pack);
        }
        files.read_all(sources, &self.own);
        for fault in self.faults {
            // In a file without an owner nothing is missing.
            if matches!(fault.rule, Rule::UnknownFormat | Rule::LeftOut) {
                files.add_faults(vec![fault])
            } else {
                files.add_fault(fault)
            }
        }
        if !self.foreign.is_empty() {
            ForeignFiles::read(sources, &self.foreign).add_to(files, sources, reading.choices());
        }
    }
}
