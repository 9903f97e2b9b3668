//! Characters that are not what they look like.

use unicode_security::confusable_detection::skeleton;

use crate::source::is_invisible;

/// The first character of a text that nobody sees, or that looks like another one, in words.
pub(crate) fn odd_character(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    text.chars().find_map(|c| {
        let code = u32::from(c);
        if is_invisible(c) {
            return Some(format!("it holds U+{code:04X}, which nobody sees"));
        }
        look_alike(c).map(|like| format!("it holds U+{code:04X}, which looks like {like} and is another character"))
    })
}

/// A text with plain characters in the place of those that look like them.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| look_alike(c).unwrap_or_else(|| c.to_string())).collect()
}

/// What of ASCII a character looks like that is none of it.
fn look_alike(c: char) -> Option<String> {
    const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
    if c.is_ascii() {
        return None;
    }
    if FULL_WIDTH.contains(&c) {
        return char::from_u32(u32::from(c) - 0xfee0).map(String::from);
    }
    let like: String = skeleton(c.encode_utf8(&mut [0; 4])).collect();
    (!like.is_empty() && like.bytes().all(|byte| byte.is_ascii_graphic())).then_some(like)
}

#[cfg(test)]
mod tests {
    use super::{odd_character, plain};

    #[test]
    fn what_looks_like_a_plain_character_or_like_nothing_is_named() {
        let looks = |code: &str, like: &str| {
            Some(format!("it holds U+{code}, which looks like {like} and is another character"))
        };
        assert_eq!(odd_character("\u{410}.5"), looks("0410", "A"));
        assert_eq!(odd_character("4\u{2024}1"), looks("2024", "."));
        assert_eq!(odd_character("4\u{2013}1"), looks("2013", "-"));
        assert_eq!(odd_character("\u{ff14}.1"), looks("FF14", "4"));
        assert_eq!(odd_character("4.\u{200b}1"), Some("it holds U+200B, which nobody sees".to_owned()));
        for text in ["4.2.1", "A-1_b", "KPA.é", "Ü1", "§4", "章1"] {
            assert_eq!(odd_character(text), None, "{text}");
        }
        assert_eq!(plain("\u{410}.5.\u{ff11}é"), "A.5.1é");
    }
}
