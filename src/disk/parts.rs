//! A folder of parts that is written bit by bit, and takes the place of an earlier one when it is whole.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use super::write::{folder_of, keep_mode, temporary_folder};

/// The file that lists what xwalk wrote into such a folder. Programs that read partitions skip what begins with a dot.
pub const PARTS_LIST: &str = ".xwalk-parts";

const HEAD: &str = "# Files written by xwalk. Its next run replaces the folder if it holds nothing else.\n";

/// A folder that is under way: next to its place under another name. Where it is dropped before it is finished, nothing of
/// it stays.
pub struct PendingFolder {
    path: PathBuf,
    fresh: tempfile::TempDir,
    names: BTreeSet<String>,
}

impl PendingFolder {
    /// Begins a folder. What is there already has to be empty, or to hold nothing but what an earlier run wrote.
    pub fn new(path: &Path) -> Result<Self, Failure> {
        let failure = |error| Failure { path: path.to_owned(), error };
        refuse_others(path).map_err(failure)?;
        let fresh = temporary_folder(folder_of(path)).map_err(failure)?;
        Ok(Self { path: path.to_owned(), fresh, names: BTreeSet::new() })
    }

    /// A new file in it, by its path from the folder with slashes between folders.
    pub fn create(&mut self, name: &str) -> Result<Part, Failure> {
        let place = self.fresh.path().join(name);
        let failure = |error| Failure { path: self.path.join(name), error };
        fs::create_dir_all(folder_of(&place)).map_err(failure)?;
        let file = fs::File::create_new(&place).map_err(failure)?;
        self.names.insert(name.to_owned());
        Ok(Part(file))
    }

    /// Gives it its name, and removes what stood there.
    pub fn finish(self) -> Result<(), Failure> {
        let failure = |error| Failure { path: self.path.clone(), error };
        let list: String = self.names.iter().map(|name| format!("{name}\n")).collect();
        fs::write(self.fresh.path().join(PARTS_LIST), HEAD.to_owned() + &list).map_err(failure)?;
        refuse_others(&self.path).map_err(failure)?;
        keep_mode(&self.path, self.fresh.path()).map_err(failure)?;
        let earlier = match self.path.symlink_metadata() {
            Ok(_) => {
                let aside = temporary_folder(folder_of(&self.path)).map_err(failure)?;
                fs::rename(&self.path, aside.path().join("earlier")).map_err(failure)?;
                Some(aside)
            }
            Err(_) => None,
        };
        if let Err(error) = fs::rename(self.fresh.path(), &self.path) {
            if let Some(aside) = &earlier {
                fs::rename(aside.path().join("earlier"), &self.path).map_err(failure)?;
            }
            return Err(failure(error));
        }
        // It has its name, so nothing is left to remove.
        drop(self.fresh.keep());
        Ok(())
    }
}

/// A file of such a folder, to be written.
pub struct Part(fs::File);

impl Part {
    /// Ends it: what was written is on the disk.
    pub fn finish(self) -> io::Result<()> {
        self.0.sync_all()
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Refuses a folder in which something stands that no earlier run wrote.
fn refuse_others(path: &Path) -> io::Result<()> {
    let Ok(metadata) = path.symlink_metadata() else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(io::Error::other("it is there and no folder\n\n  tip: name another folder"));
    }
    let list = fs::read_to_string(path.join(PARTS_LIST)).unwrap_or_default();
    let known: BTreeSet<&str> = list.lines().chain([PARTS_LIST]).collect();
    for entry in walkdir::WalkDir::new(path).min_depth(1) {
        let entry = entry.map_err(io::Error::other)?;
        let name = entry.path().strip_prefix(path).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        if !entry.file_type().is_dir() && !known.contains(name.as_str()) {
            return Err(io::Error::other(format!(
                "nothing was written, since the folder holds {name}, which no earlier run wrote\n\n  tip: name a new or empty folder"
            )));
        }
    }
    Ok(())
}
