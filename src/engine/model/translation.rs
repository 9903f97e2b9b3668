//! Titles and summaries in other languages.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::source::Text;

/// The tag of a language, as BCP 47 has it: the language, where it matters a script, where it matters a region or
/// country: `de`, `pt-BR`, `zh-Hant`, `es-419`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Language(Text);

impl Language {
    /// Reads a tag in its usual case; the error is the tag that was probably meant, if there is one.
    pub fn parse(text: &Text) -> Result<Self, Option<String>> {
        if is_tag(text) {
            return Ok(Self(text.clone()));
        }
        let near = in_usual_case(text);
        Err(is_tag(&near).then_some(near))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Two or three small letters; then a script, a capital and three small letters; then two capitals or three digits.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_language = parts.next().is_some_and(|part| matches!(part.len(), 2..=3) && is_small(part));
    let rest: Vec<&str> = parts.collect();
    is_language
        && match rest.as_slice() {
            [] => true,
            [one] => is_script(one) || is_region(one),
            [script, region] => is_script(script) && is_region(region),
            _ => false,
        }
}

fn is_small(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && part.as_bytes()[0].is_ascii_uppercase() && part.is_char_boundary(1) && is_small(&part[1..])
}

fn is_region(part: &str) -> bool {
    let is_country = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    is_country || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// A tag that is written `PT_br` or `ZH-HANT`, as it is usually written.
fn in_usual_case(text: &str) -> String {
    let text = text.trim().replace('_', "-").to_ascii_lowercase();
    let parts = text.split('-').enumerate().map(|(number, part)| match (number, part.len()) {
        (0, _) => part.to_owned(),
        (_, 4) if part.is_ascii() => part[..1].to_ascii_uppercase() + &part[1..],
        _ => part.to_ascii_uppercase(),
    });
    parts.collect::<Vec<_>>().join("-")
}

/// The title of an edition or a clause, and the summary of a clause, in languages other than that of its catalog. Most
/// have none, and take the room of a pointer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Translations(Option<Box<Translated>>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Translated {
    titles: Vec<(Language, Text)>,
    summaries: Vec<(Language, Text)>,
}

impl Translations {
    /// Titles and summaries, each language once; they are put in the order of tags.
    pub fn new(mut titles: Vec<(Language, Text)>, mut summaries: Vec<(Language, Text)>) -> Self {
        if titles.is_empty() && summaries.is_empty() {
            return Self::default();
        }
        titles.sort_unstable();
        summaries.sort_unstable();
        Self(Some(Box::new(Translated { titles, summaries })))
    }

    /// The titles, in the order of tags.
    pub fn titles(&self) -> &[(Language, Text)] {
        self.0.as_ref().map_or(&[], |translated| &translated.titles)
    }

    /// The summaries, in the order of tags.
    pub fn summaries(&self) -> &[(Language, Text)] {
        self.0.as_ref().map_or(&[], |translated| &translated.summaries)
    }

    /// The title in a language.
    pub fn title(&self, language: &str) -> Option<&Text> {
        in_language(self.titles(), language)
    }

    /// The summary in a language.
    pub fn summary(&self, language: &str) -> Option<&Text> {
        in_language(self.summaries(), language)
    }

    /// The languages in which there is a title or a summary, in the order of tags.
    pub fn languages(&self) -> Vec<&Language> {
        let mut languages: Vec<&Language> =
            self.titles().iter().chain(self.summaries()).map(|(language, _)| language).collect();
        languages.sort_unstable();
        languages.dedup();
        languages
    }
}

fn in_language<'t>(texts: &'t [(Language, Text)], language: &str) -> Option<&'t Text> {
    texts.iter().find(|(known, _)| known.as_str() == language).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::{Language, Translations};

    fn parse(tag: &str) -> Result<Language, Option<String>> {
        Language::parse(&tag.to_owned().into())
    }

    #[test]
    fn a_tag_is_a_language_with_a_script_and_a_region_where_they_matter() {
        for tag in ["de", "gsw", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419"] {
            assert!(parse(tag).is_ok(), "{tag}");
        }
        for (tag, meant) in [
            ("DE", Some("de")),
            ("pt_br", Some("pt-BR")),
            ("zh-hant-tw", Some("zh-Hant-TW")),
            ("German", None),
            ("d", None),
            ("", None),
            ("de-", None),
            ("de-DE-Latn", None),
            ("de-\u{e4}bc", None),
            ("d\u{e9}", None),
            ("de-1996", None),
        ] {
            assert_eq!(parse(tag), Err(meant.map(str::to_owned)), "{tag}");
        }
    }

    #[test]
    fn languages_are_sorted_and_named_once() {
        let text = |tag: &str| (parse(tag).unwrap(), format!("in {tag}").into());
        let translations = Translations::new(vec![text("fr"), text("de")], vec![text("de"), text("ca")]);
        let languages: Vec<&str> = translations.languages().into_iter().map(Language::as_str).collect();
        assert_eq!(languages, ["ca", "de", "fr"]);
        assert_eq!(translations.title("fr").map(|text| text.as_str()), Some("in fr"));
        assert_eq!(translations.title("ca"), None);
        assert_eq!(Translations::new(Vec::new(), Vec::new()), Translations::default());
        assert_eq!(size_of::<Translations>(), size_of::<usize>());
    }
}
