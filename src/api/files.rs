//! Folders and files of standards: xwalk's own, and those of other programs, each known by what is in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Refusal, Rule};
use crate::exchange::foreign::ForeignFiles;
use crate::exchange::format::Format;
use crate::exchange::other_content::Wanted;
use crate::exchange::owner::Owner;
use crate::load::pack::{self, Pack};
use crate::load::{Files, disk};
use crate::query::INTERSECT_AS;
use crate::source::{AppliedSetting, FileId, Sources, Span};

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

    /// The same without the files that were seen before; those that are taken in are seen from now on.
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
                    Owner::Unknown(fault) => self.faults.push(fault),
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
                let message = "this pack is left out: it stands in a folder beside files of standards";
                let help = "name the pack itself, or keep packs in a folder of their own";
                self.faults.push(Diagnostic::new(Rule::LeftOut, Span::start_of(file), message).help(help));
            }
        }
        Ok(())
    }

    /// Refuses what is said of how to read where a pack was read otherwise, so that nobody believes it heeded; and notes how
    /// the files of this run are read.
    pub fn note_reading(&self, reading: ForeignReading, sources: &mut Sources) -> Result<(), Refusal> {
        // What a project says is for whatever it reads, and a pack may stand beside it: the basis of an answer names both.
        let asked = reading.intersect_as.filter(|_| !reading.is_of_project);
        let other = |setting: &&AppliedSetting| {
            setting.name == INTERSECT_AS && asked.is_some_and(|asked| asked.name() != setting.value)
        };
        let packed = sources.applied_settings().iter().find(other);
        if let Some((setting, pack)) = packed.and_then(|setting| Some((setting, setting.pack.as_ref()?))) {
            let word = &setting.value;
            return Err(Refusal::new(
                format!(
                    "{pack}: a pack was read when it was made, this one with {INTERSECT_AS} {word}, and --intersect-as changes nothing in it"
                ),
                "leave it out, or say it to `xwalk pack` and make the pack anew",
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
            // Of what is nobody's nothing is missing.
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
