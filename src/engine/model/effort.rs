//! An amount of work.

use std::fmt;

/// An amount of work in hundredths of a person-day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonDays(pub u32);

impl PersonDays {
    /// A whole number of person-days.
    pub const fn whole(days: u32) -> Self {
        Self(days * 100)
    }

    /// Reads a decimal number of person-days with at most two decimal places, up to 100000.
    pub fn parse(text: &str) -> Option<Self> {
        const MOST: u32 = 100_000;
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(part) || whole.len() > 6 || part.len() > 2 {
            return None;
        }
        let hundredths: u32 = format!("{part:0<2}").parse().ok()?;
        let days = Self(whole.parse::<u32>().ok()? * 100 + hundredths);
        (days <= Self::whole(MOST)).then_some(days)
    }

    /// The number of person-days.
    pub fn days(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl std::ops::Add for PersonDays {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for PersonDays {
    fn sum<I: Iterator<Item = Self>>(efforts: I) -> Self {
        efforts.fold(Self::default(), |sum, effort| sum + effort)
    }
}

/// The number of person-days without needless digits: `2`, `0.5`, `1.25`.
impl fmt::Display for PersonDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hundredths(f, u64::from(self.0))
    }
}

/// Writes hundredths of a day as days without needless digits.
pub(super) fn write_hundredths(f: &mut fmt::Formatter<'_>, hundredths: u64) -> fmt::Result {
    match (hundredths / 100, hundredths % 100) {
        (days, 0) => f.pad(&days.to_string()),
        (days, part) if part % 10 == 0 => f.pad(&format!("{days}.{}", part / 10)),
        (days, part) => f.pad(&format!("{days}.{part:02}")),
    }
}

#[cfg(test)]
mod tests {
    use super::PersonDays;

    #[test]
    fn person_days_are_read_and_shown_to_the_hundredth() {
        for (text, hundredths, shown) in
            [("3", 300, "3"), ("0.5", 50, "0.5"), ("1.25", 125, "1.25"), ("2.05", 205, "2.05")]
        {
            let effort = PersonDays::parse(text).unwrap();
            assert_eq!((effort, effort.to_string().as_str()), (PersonDays(hundredths), shown));
        }
        assert_eq!(PersonDays::parse("100000"), Some(PersonDays(10_000_000)));
        for bad in ["", ".", "1.", ".5", "-1", "1e3", "1.234", "100000.01", "1000000", "two"] {
            assert_eq!(PersonDays::parse(bad), None, "{bad}");
        }
        assert_eq!([PersonDays(50), PersonDays(75)].into_iter().sum::<PersonDays>().to_string(), "1.25");
    }
}
