//! The form in which headings are compared.

use unicode_normalization::UnicodeNormalization;

/// A heading without case, spaces and signs, however its accents are put together.
pub(super) fn normalized(head: &str) -> String {
    head.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
