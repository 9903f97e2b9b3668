//! A file that is changed in place: held from reading to writing, so that of several programs one after the other does
//! it.

use std::fs;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::Duration;

use same_file::Handle;

use super::write::temporary_beside;
use super::{Failure, read_open};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};

/// How long a file that another program is changing is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Up to ten seconds.
    Wait,
    /// Not at all.
    None,
}

/// How long to sleep between two attempts, and their number: ten seconds in total.
const PAUSE: Duration = Duration::from_millis(10);
const LOOKS: usize = 1_000;

/// A file that nobody else changes in place until this is dropped.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    file: fs::File,
}

impl Held {
    /// Holds a file; waits for others who do.
    pub fn new(path: &Path, patience: Patience) -> Result<Self, Failure> {
        let failure = |error| Failure { path: path.to_owned(), error };
        let metadata = fs::metadata(path).map_err(failure)?;
        if metadata.is_dir() {
            return Err(failure(io::Error::other("it is a folder, but a file is required")));
        }
        if !metadata.is_file() {
            return Err(failure(io::Error::other("it is not a regular file and cannot be changed in place")));
        }
        let target = fs::canonicalize(path).map_err(failure)?;
        let file = lock(&target, patience).map_err(failure)?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// The path by which it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads it, as [`file`](super::file()) does.
    pub fn read(&mut self, sources: &mut Sources) -> Result<Result<FileId, Diagnostic>, Failure> {
        let failure = |error| Failure { path: self.path.clone(), error };
        self.file.rewind().map_err(failure)?;
        read_open(sources, &self.path, &mut self.file)
    }

    /// Replaces its text, whole or not at all, but only where it still holds the text that was read: a program that does
    /// not hold what it changes may have been quicker.
    pub fn replace(mut self, read: &str, text: &str) -> Result<(), Failure> {
        let path = self.path;
        let failure = |error| Failure { path: path.clone(), error };
        let target = fs::canonicalize(&path).map_err(failure)?;
        let temporary = temporary_beside(&target, text.as_bytes()).map_err(failure)?;
        let changed = || {
            failure(io::Error::other(
                "another program changed it in the meantime, so it was not overwritten: run again",
            ))
        };
        // An editor may have put another file in its place.
        if Handle::from_file(self.file.try_clone().map_err(failure)?).map_err(failure)?
            != Handle::from_path(&target).map_err(failure)?
        {
            return Err(changed());
        }
        let mut now = Vec::new();
        self.file.rewind().map_err(failure)?;
        self.file.read_to_end(&mut now).map_err(failure)?;
        if now != read.as_bytes() {
            return Err(changed());
        }
        if cfg!(windows) {
            // There no file takes the place of one that is open.
            drop(self.file);
        }
        temporary.persist(&target).map_err(|error| failure(error.error))?;
        Ok(())
    }
}

/// Replaces the text of a file as [`Held::replace`] does, where it is not held yet.
pub fn replace(path: &Path, read: &str, text: &str, patience: Patience) -> Result<(), Failure> {
    Held::new(path, patience)?.replace(read, text)
}

/// Opens a file when nobody else holds it, and keeps others waiting until it is closed.
fn lock(path: &Path, patience: Patience) -> io::Result<fs::File> {
    let looks = match patience {
        Patience::Wait => LOOKS,
        Patience::None => 1,
    };
    for look in 1..=looks {
        let file = fs::OpenOptions::new().read(true).write(true).open(path)?;
        match file.try_lock() {
            // Whoever had it may have put another in its place.
            Ok(()) if Handle::from_file(file.try_clone()?)? == Handle::from_path(path)? => return Ok(file),
            Ok(()) => continue,
            Err(fs::TryLockError::WouldBlock) if look < looks => std::thread::sleep(PAUSE),
            Err(fs::TryLockError::WouldBlock) => {}
            // Some network drives do not support locks; there, only the text shows that another program was faster.
            Err(fs::TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
            Err(fs::TryLockError::Error(error)) => return Err(error),
        }
    }
    let tip = match patience {
        Patience::Wait => "run again when it has finished",
        Patience::None => "run again when it has finished, or leave out --no-wait",
    };
    Err(io::Error::other(format!("another program is changing it, and nothing was changed\n\n  tip: {tip}")))
}
