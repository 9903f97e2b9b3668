//! Titles and summaries in other languages as written become those of an edition or a clause.

use super::raw::{Scalar, is_blank};
use super::word::with_odd_character;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Language;
use crate::source::Text;

/// The texts of a key, each under the tag of its language; `what` is what one of them is.
pub(super) fn read(written: Vec<(Scalar, Scalar)>, what: &str, faults: &mut Vec<Diagnostic>) -> Vec<(Language, Text)> {
    let mut texts = Vec::with_capacity(written.len());
    for (tag, text) in written {
        let language = language(&tag, faults);
        if is_blank(&text.value) {
            let message = format!("the {what} in {} is empty", tag.shown());
            let help = format!("write it, or remove `{}:`", tag.shown());
            faults.push(Diagnostic::new(Rule::MissingKey, text.span, message).help(help));
        }
        texts.extend(language.map(|language| (language, text.value)));
    }
    texts
}

/// The language of a tag.
pub(super) fn language(tag: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<Language> {
    let meant = match Language::parse(&tag.value) {
        Ok(language) => return Some(language),
        Err(meant) => meant,
    };
    let help = match meant {
        Some(meant) => format!("write `{meant}: …`"),
        None => "write a BCP 47 tag, such as de, pt-BR or zh-Hant".to_owned(),
    };
    let message = format!("{} is not a valid language tag", tag.shown());
    let help = with_odd_character(&tag.value, help);
    faults.push(Diagnostic::new(Rule::BadLanguage, tag.span, message).help(help));
    None
}
