//! Texts that are read and given up again: whole files, and streams line by line.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::{Failure, MAX_FILE_SIZE, name_of};

/// The text of a file; nothing where it is too large or no UTF-8, of which [`file`](super::file) says more.
pub fn read_text(path: &Path) -> Result<Option<String>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if fs::metadata(path).map_err(failure)?.len() > MAX_FILE_SIZE {
        return Ok(None);
    }
    Ok(String::from_utf8(fs::read(path).map_err(failure)?).ok())
}

/// Opens a file to be read piece by piece.
pub fn open(path: &Path) -> Result<fs::File, Failure> {
    fs::File::open(path).map_err(|error| Failure { path: path.to_owned(), error })
}

/// The lines of a stream, of which one is held at a time.
pub struct Lines {
    path: PathBuf,
    name: String,
    stream: Box<dyn BufRead>,
    line: u32,
}

impl Lines {
    /// Those of a file.
    pub fn of_file(path: &Path) -> Result<Self, Failure> {
        let file = open(path)?;
        let stream = Box::new(BufReader::with_capacity(1 << 16, file));
        Ok(Self { path: path.to_owned(), name: name_of(path), stream, line: 0 })
    }

    /// Those of standard input.
    pub fn of_standard_input() -> Self {
        let stream = Box::new(BufReader::with_capacity(1 << 16, io::stdin()));
        Self { path: PathBuf::from("-"), name: "standard input".to_owned(), stream, line: 0 }
    }

    /// What messages call the stream.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many lines were read.
    pub fn count(&self) -> u32 {
        self.line
    }

    /// The next line with what ends it, as bytes; none at the end. A line may not be longer than a file.
    pub fn read(&mut self, line: &mut Vec<u8>) -> Result<bool, Failure> {
        let failure = |error| Failure { path: self.path.clone(), error };
        let read = (&mut self.stream).take(MAX_FILE_SIZE).read_until(b'\n', line).map_err(failure)?;
        if read as u64 == MAX_FILE_SIZE {
            let message = format!("line {} is longer than {} MiB", self.line + 1, MAX_FILE_SIZE >> 20);
            return Err(failure(io::Error::other(message)));
        }
        self.line += u32::from(read > 0);
        Ok(read > 0)
    }
}
