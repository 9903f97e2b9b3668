//! Characters that look like other characters.

use unicode_security::confusable_detection::skeleton;

use crate::source::is_invisible;

/// The first character of a text that is invisible, or that looks like another one, in words.
pub(crate) fn odd_character(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    text.chars().find_map(|c| {
        let code = u32::from(c);
        if is_invisible(c) {
            return Some(format!("it contains U+{code:04X}, which is invisible"));
        }
        look_alike(c)
            .map(|like| format!("it contains U+{code:04X}, which looks like {like} but is a different character"))
    })
}

/// A text with plain characters instead of those that look like them.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| look_alike(c).unwrap_or_else(|| c.to_string())).collect()
}

/// The ASCII character that a different character looks like.
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
            Some(format!("it contains U+{code}, which looks like {like} but is a different character"))
        };
        assert_eq!(odd_character("\u{410}.5"), looks("0410", "A"));
        assert_eq!(odd_character("4\u{2024}1"), looks("2024", "."));
        assert_eq!(odd_character("4\u{2013}1"), looks("2013", "-"));
        assert_eq!(odd_character("\u{ff14}.1"), looks("FF14", "4"));
        assert_eq!(odd_character("4.\u{200b}1"), Some("it contains U+200B, which is invisible".to_owned()));
        for text in ["4.2.1", "A-1_b", "KPA.é", "Ü1", "§4", "章1"] {
            assert_eq!(odd_character(text), None, "{text}");
        }
        assert_eq!(plain("\u{410}.5.\u{ff11}é"), "A.5.1é");
    }
}
