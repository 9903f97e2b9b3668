//! The languages of documents.

use std::fmt;

/// A language in which documents are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentLanguage {
    /// English, in which programs' formats always are.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
}

impl DocumentLanguage {
    /// All languages, the usual one first.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::French, Self::Spanish];

    /// Those that this build has.
    pub fn available() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|language| *language == Self::English || cfg!(feature = "languages"))
    }

    /// Its tag, such as `de`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// Its tag with a region, as text processors want it.
    pub fn regional_tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::German => "de-DE",
            Self::French => "fr-FR",
            Self::Spanish => "es-ES",
        }
    }

    /// What it is called in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "German",
            Self::French => "French",
            Self::Spanish => "Spanish",
        }
    }

    /// The language with a tag; else what there is, in words.
    pub fn parse(tag: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|language| language.tag() == tag);
        let Some(language) = found else {
            let all = Self::ALL.map(|language| format!("{} ({})", language.tag(), language.name()));
            return Err(format!("documents are written in {}", all.join(", ")));
        };
        if !Self::available().any(|available| available == language) {
            return Err(format!("this build has no {}: it was made without the feature languages", language.name()));
        }
        Ok(language)
    }
}

impl fmt::Display for DocumentLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentLanguage;

    #[test]
    fn an_unknown_language_is_answered_with_those_that_there_are() {
        assert_eq!(DocumentLanguage::parse("en"), Ok(DocumentLanguage::English));
        assert_eq!(
            DocumentLanguage::parse("it"),
            Err("documents are written in en (English), de (German), fr (French), es (Spanish)".to_owned())
        );
    }
}
