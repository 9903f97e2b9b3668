//! What a library has no place for, kept in its annotations: texts that CISO Assistant stores and shows as they are.
//!
//! They are lines of YAML under the keys of our own files, so that people read them and we read them back. Only
//! libraries that were written here have them; what others wrote into one is a remark, as everywhere.

use serde::{Serialize, Serializer};
use serde_yaml::DoubleQuoted;

use crate::load::layout::{Form, Layout, Node};
use crate::load::raw::Scalar;
use crate::source::Span;

/// What is under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Text(String),
    Texts(Vec<String>),
    Pairs(Vec<(String, String)>),
}

/// What is said in an annotation, in the order in which it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Annotation(Vec<(String, Value)>);

impl Annotation {
    /// Says a text, if there is one.
    pub(super) fn text(&mut self, key: &str, text: Option<impl ToString>) {
        self.0.extend(text.map(|text| (key.to_owned(), Value::Text(text.to_string()))));
    }

    /// Says several texts, if there are any.
    pub(super) fn texts(&mut self, key: &str, texts: impl IntoIterator<Item = impl ToString>) {
        let texts: Vec<String> = texts.into_iter().map(|text| text.to_string()).collect();
        self.0.extend((!texts.is_empty()).then(|| (key.to_owned(), Value::Texts(texts))));
    }

    /// Says something about each of several names, if there are any.
    pub(super) fn pairs(&mut self, key: &str, pairs: impl IntoIterator<Item = (String, String)>) {
        let pairs: Vec<(String, String)> = pairs.into_iter().collect();
        self.0.extend((!pairs.is_empty()).then(|| (key.to_owned(), Value::Pairs(pairs))));
    }

    /// The text of it; none if nothing is said.
    pub(super) fn written(&self) -> Option<String> {
        let text = || serde_yaml::to_string(self).expect("texts, lists and pairs can always be written");
        (!self.0.is_empty()).then(|| text().trim_end_matches('\n').to_owned())
    }

    /// Reads one back; nothing where the text is not one of ours, which has none but `keys`.
    pub(super) fn read(text: &str, keys: &[&str]) -> Option<Self> {
        let layout = Layout::read(text)?;
        let mut annotation = Self::default();
        for pair in layout.root.pairs() {
            let Form::Text(key, _) = &pair.key.form else { return None };
            keys.contains(&key.as_str()).then_some(())?;
            annotation.0.push((key.clone(), value(&pair.value)?));
        }
        (!annotation.0.is_empty()).then_some(annotation)
    }

    /// The text under a key, for a place.
    pub(super) fn scalar(&self, key: &str, place: Span) -> Option<Scalar> {
        match self.get(key)? {
            Value::Text(text) => Some(Scalar::new(text.clone(), place)),
            Value::Texts(_) | Value::Pairs(_) => None,
        }
    }

    /// The word under a key, if it is one of these.
    pub(super) fn word(&self, key: &str, words: &[&'static str]) -> Option<&'static str> {
        match self.get(key)? {
            Value::Text(text) => words.iter().copied().find(|word| word == text),
            Value::Texts(_) | Value::Pairs(_) => None,
        }
    }

    /// The texts under a key, for a place.
    pub(super) fn scalars(&self, key: &str, place: Span) -> Vec<Scalar> {
        let texts = match self.get(key) {
            Some(Value::Texts(texts)) => texts.as_slice(),
            Some(Value::Text(text)) => std::slice::from_ref(text),
            Some(Value::Pairs(_)) | None => &[],
        };
        texts.iter().map(|text| Scalar::new(text.clone(), place)).collect()
    }

    /// The pairs under a key, for a place.
    pub(super) fn scalar_pairs(&self, key: &str, place: Span) -> Vec<(Scalar, Scalar)> {
        let scalar = |text: &String| Scalar::new(text.clone(), place);
        match self.get(key) {
            Some(Value::Pairs(pairs)) => pairs.iter().map(|(name, said)| (scalar(name), scalar(said))).collect(),
            Some(Value::Text(_) | Value::Texts(_)) | None => Vec::new(),
        }
    }

    fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

fn value(node: &Node) -> Option<Value> {
    let text = |node: &Node| match &node.form {
        Form::Text(text, _) => Some(text.clone()),
        Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => None,
    };
    match &node.form {
        Form::Text(text, _) => Some(Value::Text(text.clone())),
        Form::List(_, items) => items.iter().map(text).collect::<Option<_>>().map(Value::Texts),
        Form::Map(_, pairs) => {
            let pair = |pair: &crate::load::layout::Pair| Some((text(&pair.key)?, text(&pair.value)?));
            pairs.iter().map(pair).collect::<Option<_>>().map(Value::Pairs)
        }
        Form::Nothing | Form::Alias(_) => None,
    }
}

impl Serialize for Annotation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => Plain(text).serialize(serializer),
            Self::Texts(texts) => serializer.collect_seq(texts.iter().map(|text| Plain(text))),
            Self::Pairs(pairs) => serializer.collect_map(pairs.iter().map(|(name, said)| (Plain(name), Plain(said)))),
        }
    }
}

/// A text as people read it best; in quotes where it ends in spaces or breaks, which would be lost at the end of the
/// annotation.
struct Plain<'t>(&'t str);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.trim() == self.0 {
            true => serializer.serialize_str(self.0),
            false => DoubleQuoted(self.0).serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Annotation, Value};

    const KEYS: [&str; 3] = ["note", "said", "reviewed-by"];

    fn of(note: &str, said: &[(String, String)], names: &[String]) -> Annotation {
        let mut annotation = Annotation::default();
        annotation.text("note", Some(note));
        annotation.pairs("said", said.to_vec());
        annotation.texts("reviewed-by", names);
        annotation
    }

    #[test]
    fn people_read_it_as_they_read_our_files() {
        let annotation = of("Seen", &[("A. Lee".into(), "full".into())], &["B".into()]);
        let text = annotation.written().unwrap();
        assert_eq!(text, "note: Seen\nsaid:\n  A. Lee: full\nreviewed-by:\n- B");
        assert_eq!(Annotation::read(&text, &KEYS), Some(annotation));
        assert_eq!(Annotation::default().written(), None);
    }

    #[test]
    fn what_others_wrote_is_none() {
        for text in ["Seen", "see: 4.1", "note: a\nowner: b", "- a", "", "note:", "a: [b", "note: [[a]]"] {
            assert_eq!(Annotation::read(text, &KEYS), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(note in any::<String>(), words in prop::collection::btree_map("[^\u{0}-\u{8}]{1,12}", "(?s).{1,20}", 0..3), names in prop::collection::vec("(?s).{1,9}", 0..3)) {
            let said: Vec<(String, String)> = words.into_iter().collect();
            let annotation = of(&note, &said, &names);
            prop_assert_eq!(Annotation::read(&annotation.written().unwrap(), &KEYS), Some(annotation));
        }
    }

    #[test]
    fn words_of_yaml_come_back_as_texts() {
        for text in [
            "no",
            "null",
            "~",
            "4.10",
            "1e3",
            "a: b",
            " a ",
            "a\n",
            "\n",
            "- a",
            "# a",
            "",
            "a\n b\n\n  c",
            "'",
            "\"",
            "|",
            "\u{85}",
            "\t",
        ] {
            let mut annotation = Annotation::default();
            annotation.text("note", Some(text));
            let written = annotation.written().unwrap();
            assert_eq!(Annotation::read(&written, &KEYS), Some(annotation), "{written}");
        }
        assert_eq!(Annotation::read("note: a", &KEYS).unwrap().get("note"), Some(&Value::Text("a".into())));
    }
}
