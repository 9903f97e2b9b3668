//! The deadlines of a document's schedule as a calendar.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// iCalendar as RFC 5545 has it.
#[derive(Debug, Clone, Copy)]
pub struct ICalendar;

impl Format for ICalendar {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
