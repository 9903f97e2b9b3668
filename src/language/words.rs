//! Messages by their ids, of files that are read once they are needed.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::source::{COUNT, files, position};
use super::{DocumentLanguage, Phrase, figures};

type Bundle = FluentBundle<FluentResource>;

/// What a message says in a language; in English where the language lacks it, and its id where English does. A test says that
/// neither is so.
pub(super) fn message(language: DocumentLanguage, id: &str, arguments: &[(&'static str, Phrase)]) -> String {
    let mut given = FluentArgs::with_capacity(arguments.len());
    for (name, phrase) in arguments {
        given.set(*name, value(language, phrase));
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

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(language: DocumentLanguage, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => {
            let arguments = [("before", before.join(", ").into()), ("last", last.into())];
            message(language, "list", &arguments)
        }
    }
}

fn value(language: DocumentLanguage, phrase: &Phrase) -> FluentValue<'static> {
    match phrase.as_count() {
        Some(count) => count.into(),
        None => FluentValue::String(Cow::Owned(phrase.in_language(language).as_str().to_owned())),
    }
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
    let text = files(language)[file].1.to_owned();
    // What can be read of a file with a fault is better than nothing; a test finds the fault.
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A count within a message.
fn formatted(language: DocumentLanguage, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(figures::count(language, number.value as u64)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}
