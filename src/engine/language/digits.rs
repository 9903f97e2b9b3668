//! Digits with the signs of a language.

use super::DocumentLanguage;

/// A number in digits and a point, with the signs of the language.
#[cfg(feature = "languages")]
pub(super) fn signed(language: DocumentLanguage, digits: String) -> String {
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
pub(super) fn signed(_: DocumentLanguage, digits: String) -> String {
    digits
}
