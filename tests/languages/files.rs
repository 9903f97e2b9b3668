//! The files of messages: every message in every language, with the same arguments, and used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use xwalk::language::{DocumentLanguage, files};

/// Words that a language has in common with English.
const COMMON: &[(&str, &[&str])] = &[
    ("de", &["Logo", "Name", "Phase", "Plan", "Status", "Version"]),
    (
        "fr",
        &[
            "Action",
            "Date",
            "Description",
            "Document",
            "Documents",
            "Justification",
            "Logo",
            "Phase",
            "Source",
            "Table",
            "Tables",
            "Version",
            "description",
            "total",
            "version ",
        ],
    ),
    ("es", &["Base", "Control", "Describe", "Impl.", "Pres.", "error", "no", "total"]),
];

/// What a message says, and its arguments.
struct Message {
    pattern: String,
    arguments: BTreeSet<String>,
}

/// The messages of a language by file and id.
fn messages(language: DocumentLanguage) -> BTreeMap<(&'static str, String), Message> {
    let mut messages = BTreeMap::new();
    for (name, text) in files(language) {
        let resource =
            fluent_syntax::parser::parse(*text).unwrap_or_else(|(_, faults)| panic!("{language} {name}: {faults:?}"));
        for entry in resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                other => panic!("{language} {name}: {other:?}"),
            };
            assert!(message.attributes.is_empty(), "{language} {name} {}", message.id.name);
            let pattern = message.value.unwrap_or_else(|| panic!("{language} {name} {}", message.id.name));
            let mut found = Message { pattern: String::new(), arguments: BTreeSet::new() };
            read(&pattern, &mut found);
            let known = messages.insert((*name, message.id.name.to_owned()), found);
            assert!(known.is_none(), "{language} {name}: {} stands twice", message.id.name);
        }
    }
    messages
}

fn read(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.pattern.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => read_inline(inline, message),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                read_inline(selector, message);
                variants.iter().for_each(|variant| read(&variant.value, message));
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.arguments.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => message.pattern.push_str(value),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, message));
        }
        other => panic!("{other:?}"),
    }
}

fn others() -> impl Iterator<Item = DocumentLanguage> {
    DocumentLanguage::ALL.into_iter().skip(1)
}

#[test]
fn every_message_stands_in_every_language_with_the_same_arguments() {
    let english = messages(DocumentLanguage::English);
    for language in others() {
        let messages = messages(language);
        let ids = |messages: &BTreeMap<_, _>| messages.keys().cloned().collect::<Vec<(&str, String)>>();
        assert_eq!(ids(&messages), ids(&english), "{language}");
        for (id, message) in &messages {
            assert_eq!(message.arguments, english[id].arguments, "{language} {id:?}");
        }
    }
}

#[test]
fn no_message_says_in_another_language_what_it_says_in_english() {
    let english = messages(DocumentLanguage::English);
    for language in others() {
        let (_, common) = COMMON.iter().find(|(tag, _)| *tag == language.tag()).unwrap();
        let has_words = |message: &Message| message.pattern.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let same = messages(language)
            .into_iter()
            .filter(|(id, message)| has_words(message) && message.pattern == english[id].pattern)
            .map(|(_, message)| message.pattern);
        let same: Vec<String> = same.filter(|pattern| !common.contains(&pattern.as_str())).collect();
        assert_eq!(same, [""; 0], "{language}");
    }
}

#[test]
fn a_message_stands_in_the_file_that_its_id_names() {
    let names: Vec<&str> = files(DocumentLanguage::English).iter().map(|(name, _)| *name).collect();
    for (file, id) in messages(DocumentLanguage::English).into_keys() {
        let first = id.split('-').next().unwrap();
        assert_eq!(file, if names.contains(&first) { first } else { "common" }, "{id}");
    }
}

#[test]
fn the_words_of_terms_are_the_english_ones() {
    let english = messages(DocumentLanguage::English);
    let words: BTreeMap<&str, &str> =
        english.iter().map(|((_, id), message)| (id.as_str(), message.pattern.as_str())).collect();
    let mut terms = 0;
    for (_, text) in sources() {
        for line in text.lines() {
            let Some((word, id)) = line.split_once(" => \"").and_then(|(_, rest)| rest.split_once("\", \"")) else {
                continue;
            };
            let Some(id) = id.strip_suffix("\";") else { continue };
            assert_eq!(words.get(id), Some(&word), "{id}");
            terms += 1;
        }
    }
    // Five statuses, three confidences, six provenances, four strengths, three states of steps, four levels, six outcomes, six
    // actions, three words for whether a control applies, six for what has become of a task, and five for how a requirement
    // becomes part of a system.
    assert_eq!(terms, 51);
}

#[test]
fn every_id_of_the_code_is_a_message_and_every_message_is_used() {
    let known: BTreeSet<String> = messages(DocumentLanguage::English).into_keys().map(|(_, id)| id).collect();
    // Those that the room itself asks for.
    let mut used: BTreeSet<String> = ["list", "day"].map(str::to_owned).into();
    let mut missing = Vec::new();
    for (name, text) in sources() {
        for id in quoted(&text) {
            used.extend(known.get(id).cloned());
        }
        for id in said(&text) {
            if !known.contains(id) {
                missing.push(format!("{name}: {id}"));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
    assert_eq!(known.difference(&used).collect::<Vec<_>>(), [""; 0]);
}

/// Every file of code with its text, comments and tests left out.
fn sources() -> Vec<(String, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
                let text = fs::read_to_string(&path).unwrap();
                let code =
                    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                texts.push((path.display().to_string(), code));
            }
        }
    }
    texts
}

/// The texts between quotes that may be ids.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|piece| piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
}

/// The ids that stand at the beginning of what is said, in templates too.
fn said(text: &str) -> impl Iterator<Item = &str> {
    let calls = text.split("say!(").skip(1).chain(text.split("{{ self.say(").skip(1)).map(|rest| rest.trim_start());
    calls.filter_map(|rest| rest.strip_prefix('"')?.split('"').next())
}
