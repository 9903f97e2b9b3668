//! Texts as they are compared where neither case nor accents matter.

use unicode_normalization::UnicodeNormalization;

/// A text without case, accents, blanks and signs but that of a percentage; ligatures are taken apart.
pub fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace('œ', "oe").replace('ß', "ss");
    text.nfd().filter(|c| c.is_alphanumeric() || *c == '%').collect()
}
