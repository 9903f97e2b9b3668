//! Words that depend on how the text after them begins: French `de`, `d’` and `de l’`, Spanish `y` and `e`. Messages ask for them by
//! functions, since Fluent has no terms that are given a text.

/// What a function says of a text.
type Function = fn(&str) -> String;

/// The functions by their names: `DE($edition)` is `de l’ISO 9001:2015`, `d’ITIL 4` or `de NIST CSF 2.0`; `L($edition)` is
/// `l’ISO 9001:2015` or `NIST CSF 2.0`; `Y($text)` is the word alone, `e` before `ISO 9001:2015` and `y` before others.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("DE", of), ("L", the), ("Y", and)];

fn of(text: &str) -> String {
    let word = match start(text) {
        Start::Iso => "de l’",
        Start::I | Start::Vowel => "d’",
        Start::Consonant => "de ",
    };
    format!("{word}{text}")
}

fn the(text: &str) -> String {
    let word = match start(text) {
        Start::Iso => "l’",
        Start::I | Start::Vowel | Start::Consonant => "",
    };
    format!("{word}{text}")
}

fn and(text: &str) -> String {
    let word = match start(text) {
        Start::Iso | Start::I => "e",
        Start::Vowel | Start::Consonant => "y",
    };
    word.to_owned()
}

/// How a text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// With the name of a standard that has an article in French: ISO 9001, IEC 62443.
    Iso,
    /// With the vowel i.
    I,
    /// With another vowel.
    Vowel,
    /// With anything else.
    Consonant,
}

fn start(text: &str) -> Start {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let mut letters = word.trim_start_matches('h').chars();
    match (word.as_str(), letters.next(), letters.next()) {
        ("iso" | "iec", ..) => Start::Iso,
        // A consonant to the ear: hielo.
        (_, Some('i'), Some('a' | 'e' | 'o')) if word.starts_with('h') => Start::Consonant,
        (_, Some('i' | 'í'), _) => Start::I,
        (_, Some('a' | 'e' | 'o' | 'u' | 'à' | 'â' | 'é' | 'è' | 'ê' | 'ô' | 'á' | 'ó' | 'ú'), _)
            if !word.starts_with('h') =>
        {
            Start::Vowel
        }
        _ => Start::Consonant,
    }
}

#[cfg(test)]
mod tests {
    use super::{Start, start};

    #[test]
    fn the_first_letters_of_a_text_decide() {
        let starts = [
            ("ISO/IEC 27001:2022", Start::Iso),
            ("iso-9001:2015", Start::Iso),
            ("IEC 62443", Start::Iso),
            ("ISOLDE", Start::I),
            ("ITIL 4", Start::I),
            ("hilo", Start::I),
            ("hielo", Start::Consonant),
            ("EN 50600", Start::Vowel),
            ("Harbour IT", Start::Consonant),
            ("NIST CSF", Start::Consonant),
            ("27001", Start::Consonant),
            ("", Start::Consonant),
        ];
        for (text, expected) in starts {
            assert_eq!(start(text), expected, "{text}");
        }
    }
}
