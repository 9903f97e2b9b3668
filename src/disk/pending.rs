//! A file that is written bit by bit, and stands under its name when it is whole.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use super::write::{folder_of, refuse_missing_folder, temporary_beside};

/// A file that is under way: next to its place under another name, so that nobody reads half of it. Where it is dropped
/// before it is finished, nothing of it stays.
pub struct Pending {
    path: PathBuf,
    state: State,
}

enum State {
    /// It takes the place of this file, or of none.
    Beside(tempfile::NamedTempFile, PathBuf),
    /// What is no file, such as a pipe, is written to.
    Through(fs::File),
}

impl Pending {
    /// Begins a file.
    pub fn new(path: &Path) -> Result<Self, Failure> {
        let failure = |error| Failure { path: path.to_owned(), error };
        let begin =
            |target: &Path| Ok(State::Beside(temporary_beside(target, b"").map_err(failure)?, target.to_owned()));
        let state = match fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => {
                let target = fs::canonicalize(path).map_err(failure)?;
                // A file that may not be written is not replaced either.
                drop(fs::OpenOptions::new().write(true).open(&target).map_err(failure)?);
                begin(&target)?
            }
            Ok(metadata) if metadata.is_dir() => {
                let message = "it is a folder, but a file is required\n\n  tip: name a file in it";
                return Err(failure(io::Error::other(message)));
            }
            Ok(_) => State::Through(fs::OpenOptions::new().write(true).open(path).map_err(failure)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
                // A link to a file that does not exist yet points to the new file.
                Ok(target) => return Self::new(&folder_of(path).join(target)),
                Err(_) => {
                    refuse_missing_folder(path)?;
                    begin(path)?
                }
            },
            Err(error) => return Err(failure(error)),
        };
        Ok(Self { path: path.to_owned(), state })
    }

    /// Gives it its name.
    pub fn finish(self) -> Result<(), Failure> {
        let failure = |error| Failure { path: self.path.clone(), error };
        match self.state {
            State::Beside(temporary, target) => {
                temporary.as_file().sync_all().map_err(failure)?;
                temporary.persist(target).map(drop).map_err(|error| failure(error.error))
            }
            State::Through(mut file) => file.flush().map_err(failure),
        }
    }
}

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.state {
            State::Beside(temporary, _) => temporary.as_file_mut().write(bytes),
            State::Through(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.state {
            State::Beside(temporary, _) => temporary.as_file_mut().flush(),
            State::Through(file) => file.flush(),
        }
    }
}
