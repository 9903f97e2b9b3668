//! Messages by their ids, of files that are read once they are needed.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::digits::signed;
use super::source::{COUNT, files, position};
use super::{DocumentLanguage, sound};

type Bundle = FluentBundle<FluentResource>;

/// What a message is given.
pub(super) enum Argument {
    /// A count or an effort, which decides on the forms of words beside it.
    Number(f64),
    /// A text.
    Text(String),
}

/// What a message says in a language; in English where the language lacks it, and its id where English does. A test says that
/// neither is so.
pub(super) fn message(
    language: DocumentLanguage,
    id: &str,
    arguments: impl IntoIterator<Item = (&'static str, Argument)>,
) -> String {
    let mut given = FluentArgs::new();
    for (name, argument) in arguments {
        match argument {
            Argument::Number(number) => given.set(name, number),
            Argument::Text(text) => given.set(name, text),
        }
    }
    let in_language = |language| {
        let bundle = bundle(language, position(id));
        let pattern = bundle.get_message(id)?.value()?;
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned();
        debug_assert!(faults.is_empty(), "{id} in {language}: {faults:?}");
        Some(text)
    };
    in_language(language).or_else(|| in_language(DocumentLanguage::English)).unwrap_or_else(|| {
        debug_assert!(false, "no message {id}");
        id.to_owned()
    })
}

fn bundle(language: DocumentLanguage, file: usize) -> &'static Bundle {
    static BUNDLES: [[OnceLock<Bundle>; COUNT]; DocumentLanguage::ALL.len()] =
        [const { [const { OnceLock::new() }; COUNT] }; DocumentLanguage::ALL.len()];
    BUNDLES[language as usize][file].get_or_init(|| read(language, file))
}

fn read(language: DocumentLanguage, file: usize) -> Bundle {
    let tag = language.tag().parse().expect("the tags of languages are tags");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // The signs that keep directions apart are of use where texts run from right to left, and spoil what is copied.
    bundle.set_use_isolating(false);
    bundle.set_formatter(match language {
        DocumentLanguage::English => None,
        DocumentLanguage::German => Some(|value, _| formatted(DocumentLanguage::German, value)),
        DocumentLanguage::French => Some(|value, _| formatted(DocumentLanguage::French, value)),
        DocumentLanguage::Spanish => Some(|value, _| formatted(DocumentLanguage::Spanish, value)),
    });
    for (name, function) in sound::FUNCTIONS {
        bundle.add_function(name, move |given, _| applied(*function, given)).expect("a new bundle has no functions");
    }
    let text = files(language)[file].1.to_owned();
    // What can be read of a file with a fault is better than nothing; a test finds the fault.
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// What a function says of the text that it is given.
fn applied<'v>(function: fn(&str) -> String, given: &[FluentValue<'v>]) -> FluentValue<'v> {
    match given {
        [FluentValue::String(text), ..] => FluentValue::from(function(text)),
        _ => FluentValue::Error,
    }
}

/// A count or an effort within a message.
fn formatted(language: DocumentLanguage, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(signed(language, number.value.to_string())),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}
