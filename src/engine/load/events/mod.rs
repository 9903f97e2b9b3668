//! YAML of any form as events, each at its place: by a quick reader for files as tools write them, and by a full one for all
//! others.
//!
//! Both give the same events for a text that the quick one reads to its end; that is held by a test.

mod event;
mod full;
mod plain;
mod scan;

pub use event::{Event, Events, Stop, Word};

use crate::diagnostic::Diagnostic;
use crate::source::FileId;
use full::Full;
use plain::Plain;

/// What is read of the events of a text, for every reader.
pub trait Reading<'t> {
    /// What comes of it.
    type Output;

    /// Reads the one document of a text.
    fn read(&self, events: &mut impl Events<'t>) -> Result<Self::Output, Stop>;
}

/// Reads a text: quickly if it is written as most are, else in full. The error is a fault of syntax at its place.
pub fn read<'t, R: Reading<'t>>(text: &'t str, file: FileId, reading: &R) -> Result<R::Output, Box<Diagnostic>> {
    if let Some(mut events) = Plain::new(text, file)
        && let Ok(output) = reading.read(&mut events)
    {
        return Ok(output);
    }
    reading.read(&mut Full::new(text, file)).map_err(|stop| match stop {
        Stop::Fault(fault) => fault,
        Stop::Unusual => full::beyond_measure(file),
    })
}

#[cfg(test)]
mod tests;
