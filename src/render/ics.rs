//! The deadlines of a document's schedule as a calendar.

use std::io::{self, Write};

use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::{Format, Page, in_words, text_of};
use crate::language::{DocumentLanguage, say};
use crate::report::{Deadline, Document, sanitized};

/// Who made the calendar.
const PRODUCT: &str = "-//xwalk//xwalk//EN";

/// iCalendar as RFC 5545 has it.
#[derive(Debug, Clone, Copy)]
pub struct ICalendar;

impl Format for ICalendar {
    fn is_in_words(&self) -> bool {
        true
    }

    fn is_for_readers(&self) -> bool {
        true
    }

    fn missing_content(&self, document: &Document) -> Option<String> {
        let lack = match document.schedule() {
            Some(schedule) if !schedule.deadlines.is_empty() => return None,
            Some(_) => "no open item has a `due` date\n\n  tip: add `due: DATE` to its statement in the assessment",
            None => "this answer contains no deadlines\n\n  tip: `xwalk plan` gives them",
        };
        Some(lack.to_owned())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held).is_some_and(|text| text.lines().any(|line| line == format!("PRODID:{PRODUCT}")))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let Some(schedule) = document.schedule() else { return Ok(()) };
        let mut calendar = Calendar::empty();
        for (name, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
            calendar.append_property(Property::new(name, value));
        }
        let title = sanitized(&schedule.title);
        // The library knows no type of NAME and would write it as it is; X-WR-CALNAME is what older calendars read.
        calendar.append_property(Property::new("NAME", &title).add_parameter("VALUE", "TEXT").done());
        calendar.append_property(Property::new("X-WR-CALNAME", &title));
        calendar.extend(schedule.deadlines.iter().map(|deadline| event(deadline, page.presentation.language)));
        write!(out, "{calendar}")
    }
}

/// A day in the calendar that is shown as free time. Its stamp is also that day: the clock is not read, so
/// the same plan is the same calendar.
fn event(deadline: &Deadline, language: DocumentLanguage) -> Event {
    let day = deadline.day.strftime("%Y%m%d").to_string();
    let owner = deadline.owner.as_ref().map(|owner| in_words(&say!("page-owner", owner = owner), language));
    let said = owner.into_iter().chain([deadline.text.to_string()]).filter(|text| !text.is_empty());
    let description = said.collect::<Vec<_>>().join("\n");
    let mut event = Event::with_uid(&format!("{}@xwalk", sanitized(&deadline.id)));
    event.add_property("DTSTAMP", format!("{day}T000000Z"));
    event.append_property(Property::new("DTSTART", day).add_parameter("VALUE", "DATE").done());
    event.add_property("TRANSP", "TRANSPARENT");
    event.summary(&sanitized(&deadline.title));
    if !description.is_empty() {
        event.description(&sanitized(&description));
    }
    event.categories([sanitized(&deadline.category)]);
    event
}
