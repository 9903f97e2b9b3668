//! Numbers, shares and days as a language writes them.

use jiff::civil::Date;

use super::DocumentLanguage;
use super::digits::signed;
use super::words::{self, Argument};
use crate::model::PersonDays;

/// A count.
pub fn count(language: DocumentLanguage, count: u64) -> String {
    signed(language, count.to_string())
}

/// A number with so many digits behind the point.
pub fn number(language: DocumentLanguage, number: f64, digits: usize) -> String {
    signed(language, format!("{number:.digits$}"))
}

/// An effort in person-days, with as many digits as it has.
pub fn effort(language: DocumentLanguage, effort: PersonDays) -> String {
    signed(language, effort.to_string())
}

/// A share between 0 and 1 as a percentage with one digit.
pub fn share(language: DocumentLanguage, share: f64) -> String {
    percentage(language, share, 1)
}

/// The same with so many digits behind the point.
pub fn percentage(language: DocumentLanguage, share: f64, digits: usize) -> String {
    let number = number(language, share * 100.0, digits);
    match language {
        DocumentLanguage::English => format!("{number} %"),
        // Number and sign stay on one line; the space is narrow where that is usual.
        DocumentLanguage::German | DocumentLanguage::Spanish => format!("{number}\u{a0}%"),
        DocumentLanguage::French => format!("{number}\u{202f}%"),
    }
}

/// A day by the pattern of the language.
pub fn day(language: DocumentLanguage, day: Date) -> String {
    if language == DocumentLanguage::English {
        return day.to_string();
    }
    let arguments = [
        ("year", format!("{:04}", day.year())),
        ("month", format!("{:02}", day.month())),
        ("day", format!("{:02}", day.day())),
    ];
    words::message(language, "day", arguments.map(|(name, digits)| (name, Argument::Text(digits))))
}

#[cfg(test)]
mod tests {
    use super::{count, day, number, share};
    use crate::language::DocumentLanguage::{self, English, French, German, Spanish};

    fn all(written: impl Fn(DocumentLanguage) -> String) -> Vec<String> {
        [English, German, French, Spanish].into_iter().map(written).collect()
    }

    #[test]
    #[cfg(feature = "languages")]
    fn numbers_have_the_signs_of_the_language() {
        assert_eq!(all(|language| count(language, 1234)), ["1234", "1.234", "1\u{202f}234", "1234"]);
        assert_eq!(all(|language| count(language, 12_345)), ["12345", "12.345", "12\u{202f}345", "12.345"]);
        assert_eq!(all(|language| number(language, 2.5, 1)), ["2.5", "2,5", "2,5", "2,5"]);
        let shares = ["18.9 %", "18,9\u{a0}%", "18,9\u{202f}%", "18,9\u{a0}%"];
        assert_eq!(all(|language| share(language, 0.189)), shares);
    }

    #[test]
    #[cfg(feature = "languages")]
    fn days_are_written_by_the_pattern_of_the_language() {
        let date = jiff::civil::date(2026, 11, 5);
        assert_eq!(all(|language| day(language, date)), ["2026-11-05", "05.11.2026", "05/11/2026", "05/11/2026"]);
    }
}
