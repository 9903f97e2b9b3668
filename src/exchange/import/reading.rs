//! How cells are to be read: what people say about the words and ids of their own sheets.

use jiff::civil::Date;

use super::relation_words::RelationOfAll;
use super::words::StatusWords;
use crate::load;

/// How cells are to be read. Nothing of it is guessed: what is not said is not done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What words stand for which status.
    pub words: StatusWords,
    /// In what order days are written that are not as 2026-11-20.
    pub dates: Option<DateOrder>,
    /// Whether a cell may name several clauses, as a list or a range.
    pub split: bool,
    /// What is before every id that lacks it.
    pub id_prefix: Option<String>,
    /// How far clauses relate if no column says it.
    pub relation: Option<RelationOfAll>,
    /// The source whose references are taken, where cells name those of several, as in `SP 800-53 Rev 5.1.1: PM-11`.
    pub only_source: Option<String>,
    /// What can be done where cells are not understood.
    pub remedy: Remedy,
}

/// What people can do where cells are not understood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Remedy {
    /// Say by an option how cells are to be read, or change them.
    #[default]
    Options,
    /// Change the cells: there are no options.
    Cells,
}

impl Remedy {
    /// The help that can be followed: with options, or without them.
    pub(super) fn help(self, with_options: String, without: impl Into<String>) -> String {
        match self {
            Self::Options => with_options,
            Self::Cells => without.into(),
        }
    }
}

/// The order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// As 20.11.2026.
    Dmy,
    /// As 11/20/2026.
    Mdy,
    /// As 2026/11/20.
    Ymd,
}

impl DateOrder {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Dmy, Self::Mdy, Self::Ymd];

    /// Its name as an option.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        }
    }

    /// The day that a text names in this order, or as 2026-11-20. A year has four digits.
    pub fn day(self, text: &str) -> Option<Date> {
        if let Some(day) = load::day(text) {
            return Some(day);
        }
        let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
        let [first, second, third] = *parts.as_slice() else { return None };
        let (year, month, day) = match self {
            Self::Dmy => (third, second, first),
            Self::Mdy => (third, first, second),
            Self::Ymd => (first, second, third),
        };
        let number = |text: &str, longest: usize| {
            let is_number = (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { text.parse::<i16>().ok() } else { None }
        };
        let small = |text: &str| i8::try_from(number(text, 2)?).ok();
        if year.len() != 4 {
            return None;
        }
        Date::new(number(year, 4)?, small(month)?, small(day)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::DateOrder;

    #[test]
    fn a_day_is_read_in_the_order_that_is_said_and_in_no_other() {
        let day = |order: DateOrder, text: &str| order.day(text).map(|day| day.to_string());
        let twentieth = Some("2026-11-20".to_owned());
        for (order, text) in [
            (DateOrder::Dmy, "20.11.2026"),
            (DateOrder::Dmy, "20. 11. 2026"),
            (DateOrder::Dmy, "2026-11-20"),
            (DateOrder::Mdy, "11/20/2026"),
            (DateOrder::Ymd, "2026/11/20"),
        ] {
            assert_eq!(day(order, text), twentieth, "{text}");
        }
        assert_eq!(day(DateOrder::Dmy, "3/4/2027").as_deref(), Some("2027-04-03"));
        assert_eq!(day(DateOrder::Mdy, "3/4/2027").as_deref(), Some("2027-03-04"));
        for bad in ["11/20/2026", "20.11.26", "31.2.2027", "20.11.", "20.11.2026 x", "+1.2.2026", "001.2.2026", ""] {
            assert_eq!(day(DateOrder::Dmy, bad), None, "{bad}");
        }
    }
}
