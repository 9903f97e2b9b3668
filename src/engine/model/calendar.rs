//! Working days: Monday to Friday, without days off.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::effort::{PersonDays, write_hundredths};

/// A stretch of working time in hundredths of a working day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkingDays(pub u64);

/// Which days are working days: Monday to Friday, without days off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    days_off: BTreeSet<Date>,
}

impl WorkingDays {
    /// A whole number of working days.
    pub const fn whole(days: u64) -> Self {
        Self(days * 100)
    }

    /// How long an amount of work takes a person who has so many person-days a week for it; a week has five working
    /// days. Nothing is said about a person without any time.
    pub fn of(effort: PersonDays, per_week: PersonDays) -> Option<Self> {
        let per_week = (per_week.0 > 0).then_some(per_week.0)?;
        Some(Self((u64::from(effort.0) * 500).div_ceil(u64::from(per_week))))
    }

    /// The number of working days.
    pub fn days(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The time between an earlier moment and this one; nothing where it is not earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }

    /// How many whole working days lie before this moment.
    fn whole_before(self) -> u64 {
        self.0 / 100
    }
}

impl From<PersonDays> for WorkingDays {
    /// One person who does nothing else.
    fn from(effort: PersonDays) -> Self {
        Self(u64::from(effort.0))
    }
}

impl std::ops::Add for WorkingDays {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// The number of working days without needless digits.
impl fmt::Display for WorkingDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hundredths(f, self.0)
    }
}

impl Calendar {
    /// Monday to Friday, without some days.
    pub fn new(days_off: BTreeSet<Date>) -> Self {
        Self { days_off }
    }

    /// The days without work, besides Saturdays and Sundays.
    pub fn days_off(&self) -> impl Iterator<Item = Date> {
        self.days_off.iter().copied()
    }

    /// Whether people work on a day.
    pub fn is_working_day(&self, day: Date) -> bool {
        is_weekday(day) && !self.days_off.contains(&day)
    }

    /// The day on which work continues after so much of it; the first day is the start, or the first working day after
    /// it. None if that is after the last day that a date can have, 9999-12-31.
    pub fn day_after(&self, start: Date, time: WorkingDays) -> Option<Date> {
        let mut number = weekdays_before(start).checked_add(i64::try_from(time.whole_before()).ok()?)?;
        for day_off in self.weekdays_off(start) {
            if weekdays_before(day_off) <= number {
                number += 1;
            }
        }
        weekday(number)
    }

    /// The last day of what begins and ends at these moments: what ends with a day does not reach into the next one.
    pub fn last_day(&self, start: Date, begin: WorkingDays, end: WorkingDays) -> Option<Date> {
        let last = if end > begin { WorkingDays(end.0 - 1) } else { begin };
        self.day_after(start, last)
    }

    /// How many working days lie between the start and a day that is not before it; none where it is.
    pub fn days_until(&self, start: Date, day: Date) -> u32 {
        let days_off = self.weekdays_off(start).take_while(|day_off| *day_off < day).count();
        let weekdays = usize::try_from(weekdays_before(day) - weekdays_before(start)).unwrap_or(0);
        u32::try_from(weekdays.saturating_sub(days_off)).unwrap_or(u32::MAX)
    }

    /// The days off from a day on that are neither Saturdays nor Sundays, in their order.
    fn weekdays_off(&self, start: Date) -> impl Iterator<Item = Date> {
        self.days_off.range(start..).copied().filter(|day| is_weekday(*day))
    }
}

/// A Monday, from which weekdays are numbered.
const MONDAY: Date = Date::constant(1970, 1, 5);

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// How many weekdays lie between [`MONDAY`] and a day, which is the number of that day or of the Monday after it.
fn weekdays_before(day: Date) -> i64 {
    let days = MONDAY.until(day).map_or(0, |span| i64::from(span.get_days()));
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

/// The weekday of a number; none if no date is so late.
fn weekday(number: i64) -> Option<Date> {
    let days = number.div_euclid(5).checked_mul(7)?.checked_add(number.rem_euclid(5))?;
    MONDAY.checked_add(Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn work_goes_on_behind_weekends_and_days_off() {
        // 2027-01-14 is a Thursday.
        let start = date(2027, 1, 14);
        let calendar = Calendar::new(BTreeSet::from([date(2027, 1, 18)]));
        let days: Vec<Date> = (0..4).filter_map(|days| calendar.day_after(start, WorkingDays::whole(days))).collect();
        assert_eq!(days, [start, date(2027, 1, 15), date(2027, 1, 19), date(2027, 1, 20)]);
        assert_eq!(calendar.days_until(start, date(2027, 1, 19)), 2);
        assert_eq!(calendar.day_after(date(2027, 1, 16), WorkingDays(0)), Some(date(2027, 1, 19)));
    }

    #[test]
    fn what_ends_with_a_day_does_not_reach_into_the_next() {
        let (start, calendar) = (date(2027, 1, 11), Calendar::default());
        let last = |begin: u64, end: u64| calendar.last_day(start, WorkingDays(begin), WorkingDays(end)).unwrap().day();
        assert_eq!((last(0, 100), last(0, 101), last(50, 100), last(200, 200)), (11, 12, 11, 13));
    }

    /// Day by day, as people count.
    fn counted(calendar: &Calendar, start: Date) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(start), |day| day.tomorrow().ok()).filter(|day| calendar.is_working_day(*day))
    }

    #[test]
    fn days_are_those_that_people_count_from_every_day_of_the_week() {
        let days_off = [date(1969, 12, 31), date(1970, 1, 2), date(1970, 1, 3), date(1970, 1, 12), date(1970, 1, 13)];
        for calendar in [Calendar::default(), Calendar::new(BTreeSet::from(days_off))] {
            for start in std::iter::successors(Some(date(1969, 12, 20)), |day| day.tomorrow().ok()).take(30) {
                for (number, day) in counted(&calendar, start).take(40).enumerate() {
                    let time = WorkingDays::whole(number as u64);
                    assert_eq!(calendar.day_after(start, time), Some(day), "{start} {number}");
                    assert_eq!(calendar.days_until(start, day) as usize, number, "{start} {day}");
                }
                assert_eq!(calendar.days_until(start, start.yesterday().unwrap()), 0);
            }
        }
    }

    #[test]
    fn no_day_is_later_than_the_last_date_and_however_long_it_takes_that_is_known_at_once() {
        let calendar = Calendar::default();
        // 9999-12-31 is a Friday.
        let last = date(9999, 12, 31);
        assert_eq!(calendar.day_after(date(9999, 12, 30), WorkingDays::whole(1)), Some(last));
        assert_eq!(calendar.day_after(date(9999, 12, 30), WorkingDays::whole(2)), None);
        assert_eq!(calendar.day_after(date(2027, 1, 11), WorkingDays(5_000_000_000)), None);
        assert_eq!(calendar.day_after(date(2027, 1, 11), WorkingDays(u64::MAX)), None);
        let time = WorkingDays::of(PersonDays::whole(100_000), PersonDays(1)).unwrap();
        assert_eq!((time, time.to_string().as_str()), (WorkingDays(5_000_000_000), "50000000"));
    }

    #[test]
    fn who_has_half_of_the_week_takes_twice_as_long() {
        let time = |effort: u32, week: u32| WorkingDays::of(PersonDays(effort), PersonDays(week)).map(|time| time.0);
        assert_eq!(time(400, 250), Some(800));
        assert_eq!(time(500, 1000), Some(250));
        assert_eq!(time(100, 300), Some(167), "a third of a hundredth is not cut off");
        assert_eq!(time(100, 0), None);
    }
}
