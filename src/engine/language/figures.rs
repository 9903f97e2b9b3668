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
    signed(language, rounded(number, digits))
}

/// A number in digits and a point with so many digits behind the point, half up as people and workbooks round: 34.5 of 120 is
/// 28.75 %, which is 28.8 %, though the nearest binary number lies below it.
pub fn rounded(number: f64, digits: usize) -> String {
    // Figures are shares of counts, so none that is no half comes this near to one.
    const NEAR: f64 = 1e-9;
    let scale = 10f64.powi(i32::try_from(digits).unwrap_or(i32::MAX));
    let units = (number.abs() * scale + 0.5 + NEAR).floor();
    let sign = if units == 0.0 { 1.0 } else { number.signum() };
    format!("{:.digits$}", sign * units / scale)
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

/// What stands between a name and what is said of it.
pub fn colon(language: DocumentLanguage) -> &'static str {
    match language {
        DocumentLanguage::English | DocumentLanguage::German | DocumentLanguage::Spanish => ":",
        DocumentLanguage::French => "\u{a0}:",
    }
}

/// A sign between things, as the language sets it.
pub fn between(language: DocumentLanguage, sign: &str) -> String {
    match language {
        DocumentLanguage::French if sign.starts_with(';') => format!("\u{202f}{sign}"),
        DocumentLanguage::English | DocumentLanguage::German | DocumentLanguage::French | DocumentLanguage::Spanish => {
            sign.to_owned()
        }
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
    use super::{between, count, day, number, rounded, share};
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
    fn a_semicolon_has_its_space_in_french() {
        assert_eq!(all(|language| between(language, "; ")), ["; ", "; ", "\u{202f}; ", "; "]);
        assert_eq!(all(|language| between(language, ", ")), [", "; 4]);
    }

    #[test]
    fn halves_of_the_exact_figure_are_rounded_up() {
        // 1 partial of 8, and 34.5, 31.5 and 28.5 of 120.
        for (met, all, shown) in
            [(0.5, 8.0, "6.3"), (34.5, 120.0, "28.8"), (31.5, 120.0, "26.3"), (28.5, 120.0, "23.8")]
        {
            assert_eq!(rounded(met / all * 100.0, 1), shown, "{met} of {all}");
        }
        assert_eq!([rounded(2.5, 0), rounded(0.125, 2), rounded(1.005, 2)], ["3", "0.13", "1.01"]);
        assert_eq!([rounded(-0.25, 1), rounded(-0.04, 1), rounded(6.2499, 1)], ["-0.3", "0.0", "6.2"]);
        // Every percentage of every small count, against whole numbers.
        for all in 1..=400_u32 {
            for halves in 0..=2 * all {
                let tenths = (2000 * halves + 2 * all) / (4 * all);
                let exact = format!("{}.{}", tenths / 10, tenths % 10);
                assert_eq!(rounded(f64::from(halves) / 2.0 / f64::from(all) * 100.0, 1), exact, "{halves}/2 of {all}");
            }
        }
    }

    #[test]
    #[cfg(feature = "languages")]
    fn days_are_written_by_the_pattern_of_the_language() {
        let date = jiff::civil::date(2026, 11, 5);
        assert_eq!(all(|language| day(language, date)), ["2026-11-05", "05.11.2026", "05/11/2026", "05/11/2026"]);
    }
}
