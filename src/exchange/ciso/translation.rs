//! What things are called in other languages.

use super::shape;
use super::tally::{Kind, Tally};
use crate::diagnostic::Rule;
use crate::load::events::{Events, Stop};
use crate::load::raw::Scalar;

const NAMELESS: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a translation is not listed under a language and is left out",
    many: "translations are not listed under a language and are left out",
    help: "name the language by its tag, such as de or pt-BR",
};

/// What something is called and described as in other languages, each with the tag of its language in its usual case.
#[derive(Debug, Default)]
pub(super) struct Translations {
    pub(super) names: Vec<(Scalar, Scalar)>,
    pub(super) descriptions: Vec<(Scalar, Scalar)>,
}

impl Translations {
    /// Reads what is under `translations`.
    pub(super) fn read<'t>(&mut self, events: &mut impl Events<'t>, tally: &mut Tally) -> Result<(), Stop> {
        shape::map(events, tally, |events, language, tally| {
            let (mut name, mut description) = (None, None);
            shape::map(events, tally, |events, key, tally| match &*key.value {
                "name" => shape::text(&mut name, events, tally),
                "description" => shape::text(&mut description, events, tally),
                _ => events.skip(),
            })?;
            if name.is_none() && description.is_none() {
                return Ok(());
            }
            match tag(&language.value) {
                Some(tag) => {
                    let tag = Scalar::new(tag, language.span);
                    self.names.extend(name.map(|name| (tag.clone(), name)));
                    self.descriptions.extend(description.map(|description| (tag, description)));
                }
                None => tally.add(&NAMELESS, language.span),
            }
            Ok(())
        })
        .map(|_| ())
    }
}

/// The tag of a language as BCP 47 usually has it: `pt_br` is `pt-BR`.
fn tag(written: &str) -> Option<String> {
    let written = written.trim().replace('_', "-").to_ascii_lowercase();
    let mut parts = written.split('-');
    let language = parts
        .next()
        .filter(|part| matches!(part.len(), 2..=3) && part.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    let mut tag = language.to_owned();
    for part in parts {
        let is_word = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        match part.len() {
            2 if is_word => tag.extend(["-", &part.to_ascii_uppercase()]),
            4 if is_word => tag.extend(["-", &part[..1].to_ascii_uppercase(), &part[1..]]),
            3 if part.bytes().all(|byte| byte.is_ascii_digit()) => tag.extend(["-", part]),
            _ => return None,
        }
    }
    Some(tag)
}
