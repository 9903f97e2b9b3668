//! Why a question has no answer.

use std::fmt;
use std::path::{Path, PathBuf};

use super::faults::Faults;
use crate::diagnostic::Refusal;
use crate::disk;
use crate::source::Sources;

/// Why a question has no answer. As text it is what the program shows.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The data is wrong; everything that is wrong with it, warnings included.
    Data(Faults),
    /// The question has no answer here, or cannot be asked like this; and what is possible instead.
    Refused(Refusal),
    /// A file or folder that cannot be read.
    File(FileError),
}

/// A file or folder that cannot be read, and why.
#[derive(Debug)]
pub struct FileError(disk::Failure);

impl FileError {
    /// Which one.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// What the system says.
    pub fn error(&self) -> &std::io::Error {
        &self.0.error
    }

    /// The parts, for code that passes them on.
    pub fn into_parts(self) -> (PathBuf, std::io::Error) {
        (self.0.path, self.0.error)
    }
}

impl Error {
    /// What a damaged pack says about itself, if there is one.
    pub(super) fn of_damage(sources: &Sources) -> Option<Self> {
        let help = "copy it again, or create it again with `xwalk pack`";
        sources.damage().map(|damage| Self::Refused(Refusal::new(damage, help)))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<disk::Failure> for Error {
    fn from(failure: disk::Failure) -> Self {
        Self::File(FileError(failure))
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for FileError {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(faults) => faults.fmt(f),
            Self::Refused(refusal) => refusal.fmt(f),
            Self::File(failure) => failure.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
