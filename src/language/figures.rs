//! Numbers, shares and days as a language writes them.

use jiff::civil::Date;

use super::{DocumentLanguage, words};
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
        ("year", format!("{:04}", day.year()).into()),
        ("month", format!("{:02}", day.month()).into()),
        ("day", format!("{:02}", day.day()).into()),
    ];
    words::message(language, "day", &arguments)
}

/// A number in digits and a point, with the signs of the language.
#[cfg(feature = "languages")]
fn signed(language: DocumentLanguage, digits: String) -> String {
    use icu_decimal::DecimalFormatter;
    use icu_decimal::input::Decimal;
    use std::cell::OnceCell;

    thread_local! {
        static FORMATTERS: [OnceCell<Option<DecimalFormatter>>; DocumentLanguage::ALL.len()] =
            const { [const { OnceCell::new() }; DocumentLanguage::ALL.len()] };
    }
    if language == DocumentLanguage::English {
        return digits;
    }
    let make = || {
        let locale: icu_locale_core::Locale = language.tag().parse().ok()?;
        DecimalFormatter::try_new(locale.into(), Default::default()).ok()
    };
    let formatted = |formatters: &[OnceCell<Option<DecimalFormatter>>; DocumentLanguage::ALL.len()]| {
        let formatter = formatters[language as usize].get_or_init(make).as_ref()?;
        Some(formatter.format(&digits.parse::<Decimal>().ok()?).to_string())
    };
    FORMATTERS.with(formatted).unwrap_or(digits)
}

#[cfg(not(feature = "languages"))]
fn signed(_: DocumentLanguage, digits: String) -> String {
    digits
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
