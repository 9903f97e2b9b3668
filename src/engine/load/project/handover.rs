//! How documents are handed over: what stands in front of them, and in which colours and letters they are written.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::reader::{Reader, shown};
use crate::diagnostic::Rule;
use crate::load::raw::Scalar;
use crate::model::Colour;

/// What stands in front of documents that are handed over.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Front {
    /// Whom they are for.
    pub client: Option<String>,
    /// A file with a picture, from the folder of the project file.
    pub logo: Option<Scalar>,
    /// How confidential they are.
    pub classification: Option<String>,
    /// The tag of the language that they are in.
    pub language: Option<String>,
}

/// Colours and letters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Theme {
    /// The colour of headings, lines and links, which can be read on white.
    pub accent: Option<Colour>,
    /// The font of running text.
    pub font: Option<String>,
    /// The font of headings.
    pub heading_font: Option<String>,
}

const FRONT: [&str; 4] = ["client", "logo", "classification", "language"];
const THEME: [&str; 3] = ["accent", "font", "heading-font"];

/// What stands under `document`.
pub(super) fn front(reader: &mut Reader, table: &DeTable<'_>, languages: &[&str]) -> Front {
    let mut front = Front::default();
    let said = |text: Scalar| text.value.to_string();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "client" => front.client = reader.text("client", value).map(said),
            "logo" => front.logo = reader.text("logo", value),
            "classification" => front.classification = reader.text("classification", value).map(said),
            "language" => front.language = reader.one_of("language", languages, value),
            _ => reader.unknown_key(key, "document", &FRONT),
        }
    }
    front
}

/// What stands under `theme`.
pub(super) fn theme(reader: &mut Reader, table: &DeTable<'_>) -> Theme {
    let mut theme = Theme::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "accent" => theme.accent = accent(reader, value),
            "font" => theme.font = font(reader, "font", value),
            "heading-font" => theme.heading_font = font(reader, "heading-font", value),
            _ => reader.unknown_key(key, "theme", &THEME),
        }
    }
    theme
}

/// A colour in which letters can be read on white.
fn accent(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Option<Colour> {
    let text = reader.text("accent", value)?;
    let Some(colour) = Colour::parse(&text.value) else {
        let message = format!("{} is not a valid colour", shown(&text.value));
        reader.refuse(Rule::UnknownWord, value, message, "write it as \"#1b4f8a\"".to_owned());
        return None;
    };
    let contrast = colour.contrast_with_white();
    if contrast < Colour::READABLE {
        let least = Colour::READABLE;
        // Rounded down: what is too little never looks like enough.
        let contrast = (contrast * 10.0).floor() / 10.0;
        let message = format!(
            "headings in {colour} are hard to read on white: the contrast is {contrast:.1} : 1, and {least} : 1 is the least"
        );
        reader.refuse(
            Rule::OutOfRange,
            value,
            message,
            format!("the nearest darker colour is \"{}\"", colour.readable()),
        );
        return None;
    }
    Some(colour)
}

/// The name of a font. Style sheets give other characters a meaning of their own.
fn font(reader: &mut Reader, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
    const MOST: usize = 60;
    let text = reader.text(key, value)?;
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    if text.value.chars().count() > MOST || !text.value.chars().all(is_of_name) {
        let message = format!("{} is not a valid font name", shown(&text.value));
        let help = "one name, such as \"Source Sans 3\": letters, digits, spaces, dots and hyphens".to_owned();
        reader.refuse(Rule::UnknownWord, value, message, help);
        return None;
    }
    Some(text.value.to_string())
}
