//! Working days: Monday to Friday, without days off.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::{Date, Weekday};

use super::effort::PersonDays;

/// A stretch of working time in hundredths of a working day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkingDays(pub u32);

/// Which days are working days: Monday to Friday, without days off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    days_off: BTreeSet<Date>,
}

impl WorkingDays {
    /// A whole number of working days.
    pub const fn whole(days: u32) -> Self {
        Self(days * 100)
    }

    /// How long an amount of work takes somebody who has so many person-days a week for it; a week has five working days.
    /// Nothing is said of a person without any time.
    pub fn of(effort: PersonDays, per_week: PersonDays) -> Option<Self> {
        let hundredths = (u64::from(effort.0) * 500).div_ceil(u64::from((per_week.0 > 0).then_some(per_week.0)?));
        Some(Self(u32::try_from(hundredths).unwrap_or(u32::MAX)))
    }

    /// The number of working days.
    pub fn days(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// The time between an earlier moment and this one; nothing where it is not earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }

    /// How many whole working days lie before this moment.
    fn whole_before(self) -> u32 {
        self.0 / 100
    }
}

impl From<PersonDays> for WorkingDays {
    /// One person who does nothing else.
    fn from(effort: PersonDays) -> Self {
        Self(effort.0)
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
        PersonDays(self.0).fmt(f)
    }
}

impl Calendar {
    /// Monday to Friday, without some days.
    pub fn new(days_off: BTreeSet<Date>) -> Self {
        Self { days_off }
    }

    /// The days on which nobody works, beside Saturdays and Sundays.
    pub fn days_off(&self) -> impl Iterator<Item = Date> {
        self.days_off.iter().copied()
    }

    /// Whether people work on a day.
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.days_off.contains(&day)
    }

    /// The day on which work goes on after so much of it; the first day is the start, or the first working day behind it.
    pub fn day_after(&self, start: Date, time: WorkingDays) -> Date {
        self.from(start).nth(time.whole_before() as usize).unwrap_or(Date::MAX)
    }

    /// The last day of what begins and ends at these moments: what ends with a day does not reach into the next one.
    pub fn last_day(&self, start: Date, begin: WorkingDays, end: WorkingDays) -> Date {
        let last = if end > begin { WorkingDays(end.0 - 1) } else { begin };
        self.day_after(start, last)
    }

    /// How many working days lie between the start and a day that is not before it; none where it is.
    pub fn days_until(&self, start: Date, day: Date) -> u32 {
        self.from(start).take_while(|known| *known < day).map(|_| 1).sum()
    }

    fn from(&self, start: Date) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(start), |day| day.tomorrow().ok()).filter(|day| self.is_working_day(*day))
    }
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
        let days: Vec<Date> = (0..4).map(|days| calendar.day_after(start, WorkingDays::whole(days))).collect();
        assert_eq!(days, [start, date(2027, 1, 15), date(2027, 1, 19), date(2027, 1, 20)]);
        assert_eq!(calendar.days_until(start, date(2027, 1, 19)), 2);
        assert_eq!(calendar.day_after(date(2027, 1, 16), WorkingDays(0)), date(2027, 1, 19));
    }

    #[test]
    fn what_ends_with_a_day_does_not_reach_into_the_next() {
        let (start, calendar) = (date(2027, 1, 11), Calendar::default());
        let last = |begin: u32, end: u32| calendar.last_day(start, WorkingDays(begin), WorkingDays(end)).day();
        assert_eq!((last(0, 100), last(0, 101), last(50, 100), last(200, 200)), (11, 12, 11, 13));
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
