//! How a document is handed over: whom it is for, and in which colours and letters.

use super::Logo;
use crate::language::DocumentLanguage;
use crate::model::Colour;

/// How a document is handed over.
#[derive(Debug, Clone, Default)]
pub struct Presentation {
    /// What is in front of it and on each of its pages.
    pub front: Option<Front>,
    /// Its colours and letters.
    pub theme: Theme,
    /// The language that it is in.
    pub language: DocumentLanguage,
}

/// What is in front of a document and on each of its pages.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// Whom it was made for.
    pub client: Option<String>,
    /// How confidential it is, in a word or two.
    pub classification: Option<String>,
    /// The logo of the author, or of the recipient.
    pub logo: Option<Logo>,
}

/// Colours and letters, where they are not the usual ones.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// The colour of headings, lines and links, which can be read on white.
    pub accent: Option<Colour>,
    /// The name of the font of running text.
    pub font: Option<String>,
    /// The name of the font of headings, where that is another one.
    pub heading_font: Option<String>,
}

impl Presentation {
    /// Nothing in front, and the usual colours and letters.
    pub const PLAIN: &'static Self = &Self {
        front: None,
        theme: Theme { accent: None, font: None, heading_font: None },
        language: DocumentLanguage::English,
    };

    /// What is in front, if there is anything.
    pub fn front(&self) -> Option<&Front> {
        self.front.as_ref()
    }

    /// How confidential the document is.
    pub fn classification(&self) -> Option<&str> {
        self.front()?.classification.as_deref()
    }

    /// Whom it was made for.
    pub fn client(&self) -> Option<&str> {
        self.front()?.client.as_deref()
    }
}
