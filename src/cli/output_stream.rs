//! A stream of bytes to where the answer goes.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use xwalk::disk::Pending;

/// How many bytes are gathered before they are written.
const GATHERED: usize = 1 << 18;

/// Standard output, or a file that gets its name when it is complete.
pub(super) enum OutputStream {
    /// Standard output.
    Standard(BufWriter<io::Stdout>),
    /// A file.
    File(BufWriter<Pending>),
}

impl OutputStream {
    pub(super) fn new(file: Option<&Path>) -> anyhow::Result<Self> {
        Ok(match file {
            None => Self::Standard(BufWriter::with_capacity(GATHERED, io::stdout())),
            Some(path) => Self::File(BufWriter::with_capacity(GATHERED, Pending::new(path)?)),
        })
    }

    /// Writes what is left, and gives a file its name.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Standard(mut stream) => Ok(stream.flush()?),
            Self::File(stream) => {
                let pending = stream.into_inner().map_err(io::IntoInnerError::into_error)?;
                Ok(pending.finish()?)
            }
        }
    }
}

impl Write for OutputStream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(stream) => stream.write(bytes),
            Self::File(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(stream) => stream.flush(),
            Self::File(stream) => stream.flush(),
        }
    }
}
