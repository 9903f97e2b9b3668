//! Reading a mapping key by key, and noting every fault of its shape.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::looks::odd_character;
use super::node::{Absence, Node, Scalar, Shape, Word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{Span, is_invisible};

/// The keys of one mapping that have not been read yet.
pub(super) struct Fields<'f, 't> {
    what: &'static str,
    span: Span,
    entries: Vec<(Word<'t>, Node<'t>)>,
    known: Vec<&'static str>,
    /// The keys that have to be there and are not, each with its place.
    missing: Vec<(&'static str, Span)>,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'f, 't> Fields<'f, 't> {
    /// The keys of a mapping; a fault where the value is none. `what` names the mapping in messages.
    pub(super) fn new(node: Node<'t>, what: &'static str, faults: &'f mut Vec<Diagnostic>) -> Option<Self> {
        let span = node.span;
        let entries = pairs(node, what, Rule::DuplicateKey, faults)?;
        Some(Self { what, span, entries, known: Vec::new(), missing: Vec::new(), faults })
    }

    /// Whether a key is there with a value, whatever that is.
    pub(super) fn has_value(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, node)| name.value == key && !matches!(node.shape, Shape::Nothing(_)))
    }

    /// Whether a key is there, and its value is nothing.
    pub(super) fn is_nothing(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, node)| name.value == key && matches!(node.shape, Shape::Nothing(_)))
    }

    /// The same under another name, now that more is known.
    pub(super) fn called(mut self, what: &'static str) -> Self {
        self.what = what;
        self
    }

    /// Where the mapping begins.
    pub(super) fn span(&self) -> Span {
        self.span
    }

    /// The list of faults, for a reader of a value inside.
    pub(super) fn faults(&mut self) -> &mut Vec<Diagnostic> {
        self.faults
    }

    /// The value of a key, whatever it is.
    pub(super) fn node(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.known.push(key);
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        let (_, node) = self.entries.remove(at);
        if matches!(node.shape, Shape::Nothing(_)) { None } else { Some(node) }
    }

    /// The text of a key, if it is there.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Scalar> {
        let node = self.node(key)?;
        text(node, key, self.faults)
    }

    /// The text of a key that has to be there, with something to read in it.
    pub(super) fn required(&mut self, key: &'static str) -> Option<Scalar> {
        let entry = self.entries.iter().find(|(name, _)| name.value == key);
        match entry {
            Some((name, node)) if matches!(node.shape, Shape::Nothing(_)) => self.missing.push((key, name.span)),
            None => self.missing.push((key, self.span)),
            Some(_) => {}
        }
        let text = self.text(key)?;
        if is_blank(&text.value) {
            self.missing.push((key, text.span));
        }
        Some(text)
    }

    /// The text of a key that may be left out, but not left without a value: what it switches on would be off, and nobody
    /// would see it.
    pub(super) fn stated(&mut self, key: &'static str) -> Option<Scalar> {
        self.report_nothing(key);
        self.text(key)
    }

    /// The text of a key that may be left out, and that had another name; a warning if it still has that name.
    pub(super) fn renamed(&mut self, old: &'static str, new: &'static str) -> Option<Scalar> {
        let Some((name, _)) = self.entries.iter().find(|(name, _)| name.value == old) else { return self.stated(new) };
        let (written, span) = (name.shown(), name.span);
        let is_twice = self.entries.iter().any(|(name, _)| name.value == new);
        let fault = if is_twice {
            let message = format!("{written} is the old name of {new}, and both are used here");
            Diagnostic::new(Rule::DuplicateKey, span, message).help(format!("keep `{new}`"))
        } else {
            Diagnostic::new(Rule::RenamedKey, span, format!("{written} is now called {new}"))
                .help(format!("write `{new}: …`; many YAML readers do not read `{written}` as a text"))
        };
        self.faults.push(fault);
        let old = self.stated(old);
        self.known.pop();
        self.stated(new).or(old)
    }

    /// A mapping inside that may be left out, but not left without a value.
    pub(super) fn stated_inner(&mut self, key: &'static str) -> Option<Fields<'_, 't>> {
        self.report_nothing(key);
        self.inner(key)
    }

    /// The value of a key, whatever it is, that may be left out, but not left without a value.
    pub(super) fn stated_node(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.report_nothing(key);
        self.node(key)
    }

    fn report_nothing(&mut self, key: &str) {
        let is_it = |(name, node): &&(Word<'_>, Node<'_>)| name.value == key && matches!(node.shape, Shape::Nothing(_));
        if let Some((name, _)) = self.entries.iter().find(is_it) {
            self.faults.push(without_value(name));
        }
    }

    /// The texts of a key that takes one or a list of them.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Scalar> {
        self.node(key).map_or_else(Vec::new, |node| texts(node, key, self.faults))
    }

    /// The pairs of a key that takes a mapping; a repeated key breaks `rule`.
    pub(super) fn pairs(&mut self, key: &'static str, rule: Rule) -> Vec<(Word<'t>, Node<'t>)> {
        let Some(node) = self.node(key) else { return Vec::new() };
        pairs(node, key, rule, self.faults).unwrap_or_default()
    }

    /// The same of a key that may be left out, but not left without a value.
    pub(super) fn stated_pairs(&mut self, key: &'static str, rule: Rule) -> Vec<(Word<'t>, Node<'t>)> {
        self.report_nothing(key);
        self.pairs(key, rule)
    }

    /// A mapping inside.
    pub(super) fn inner(&mut self, key: &'static str) -> Option<Fields<'_, 't>> {
        let node = self.node(key)?;
        Fields::new(node, key, self.faults)
    }

    /// Ends the reading: the keys that were not read are attributes, each a text or a list of texts, which appears here
    /// once for each of them.
    pub(super) fn attributes(mut self) -> Vec<(Scalar, Scalar)> {
        self.report_missing();
        let entries = std::mem::take(&mut self.entries);
        let mut attributes = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            match node.shape {
                Shape::Nothing(Absence::NoColon) => {
                    let message = format!("{} needs a value, but no colon follows it", key.shown());
                    self.faults.push(Diagnostic::new(Rule::WrongType, key.span, message).help(COMMA));
                    continue;
                }
                Shape::Nothing(Absence::Blank | Absence::Null(_)) => continue,
                Shape::Text(_) | Shape::List(_) | Shape::Map(_) => {}
            }
            let values = texts(node, &key.shown(), self.faults);
            let key = Scalar::from(key);
            attributes.extend(values.into_iter().map(|value| (key.clone(), value)));
        }
        attributes
    }

    /// Ends the reading: every key is a name of its own, and has to have a text as its value.
    pub(super) fn values(mut self) -> Vec<(Scalar, Scalar)> {
        self.report_missing();
        let entries = std::mem::take(&mut self.entries);
        let (without, with): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|(_, node)| matches!(node.shape, Shape::Nothing(_)));
        self.faults.extend(without.iter().map(|(name, _)| without_value(name)));
        let value = |(key, node): (Word<'_>, Node<'_>)| {
            text(node, &key.shown(), self.faults).map(|value| (Scalar::from(key), value))
        };
        with.into_iter().filter_map(value).collect()
    }

    /// Ends the reading: the keys that were not read are unknown. A required key may be there with a spelling mistake.
    pub(super) fn finish(mut self) {
        for (key, node) in std::mem::take(&mut self.entries) {
            let near = nearest(&key.value, self.known.iter().copied());
            self.missing.retain(|(missing, _)| near != Some(missing));
            let help = match near {
                _ if matches!(node.shape, Shape::Nothing(Absence::NoColon)) => COMMA.to_owned(),
                Some(near) => match odd_character(&key.value) {
                    Some(odd) => format!("{odd}; did you mean {near}?"),
                    None => format!("did you mean {near}?"),
                },
                None => format!("the keys of {} are: {}", with_article(self.what), self.known.join(", ")),
            };
            let message = format!("{} has no key {}", with_article(self.what), key.shown());
            self.faults.push(Diagnostic::new(Rule::UnknownKey, key.span, message).help(help));
        }
        self.report_missing();
    }

    fn report_missing(&mut self) {
        for (key, span) in std::mem::take(&mut self.missing) {
            let message = format!("the {} has no {key}", self.what);
            self.faults.push(Diagnostic::new(Rule::MissingKey, span, message).help(format!("add `{key}: …`")));
        }
    }

    /// Ends the reading with one fault; what else is wrong follows from it.
    pub(super) fn abandon(self, fault: Diagnostic) {
        self.faults.push(fault);
    }
}

/// The pairs of a mapping with their keys as texts; a fault for every key that appears twice or is not text.
pub(super) fn pairs<'t>(
    node: Node<'t>,
    what: &str,
    rule: Rule,
    faults: &mut Vec<Diagnostic>,
) -> Option<Vec<(Word<'t>, Node<'t>)>> {
    let Shape::Map(pairs) = node.shape else {
        faults.push(wrong_type(node.span, what, "a mapping", node.shape.name()));
        return None;
    };
    // Most mappings have a handful of keys, which are compared faster than hashed.
    const FEW: usize = 16;
    let mut first_places: HashMap<String, Span, FixedState> = HashMap::default();
    let is_large = pairs.len() > FEW;
    let mut entries: Vec<(Word<'t>, Node<'t>)> = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let key = match key.shape {
            Shape::Text(key) | Shape::Nothing(Absence::Null(key)) => key,
            shape @ (Shape::Nothing(Absence::Blank | Absence::NoColon) | Shape::List(_) | Shape::Map(_)) => {
                faults.push(wrong_type(key.span, "a key", "a text", shape.name()));
                continue;
            }
        };
        let first = if is_large {
            first_places.insert(key.value.to_string(), key.span)
        } else {
            entries.iter().find(|(known, _)| known.value == key.value).map(|(known, _)| known.span)
        };
        if let Some(first) = first {
            faults.push(
                Diagnostic::new(rule, key.span, format!("{} appears here a second time", key.shown()))
                    .label(first, "first here")
                    .help("keep one of the two"),
            );
            continue;
        }
        entries.push((key, value));
    }
    Some(entries)
}

/// A value that has to be a text.
pub(super) fn text(node: Node<'_>, what: &str, faults: &mut Vec<Diagnostic>) -> Option<Scalar> {
    match node.shape {
        Shape::Text(text) => Some(text.into()),
        shape @ (Shape::Nothing(_) | Shape::List(_) | Shape::Map(_)) => {
            faults.push(wrong_type(node.span, what, "a text", shape.name()));
            None
        }
    }
}

/// A value that has to be a text or a list of texts.
pub(super) fn texts(node: Node<'_>, what: &str, faults: &mut Vec<Diagnostic>) -> Vec<Scalar> {
    match node.shape {
        Shape::Text(text) => vec![text.into()],
        Shape::List(list) => list.into_iter().filter_map(|node| text(node, what, faults)).collect(),
        shape @ (Shape::Nothing(_) | Shape::Map(_)) => {
            faults.push(wrong_type(node.span, what, "a text or a list of texts", shape.name()));
            Vec::new()
        }
    }
}

/// A value of another shape than the one that is taken.
pub(super) fn wrong_type(span: Span, what: &str, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::new(Rule::WrongType, span, format!("{what} must be {expected}, but this is {found}"))
        .help(format!("write {expected} here"))
}

/// The help if a text with a comma became a text and a key.
const COMMA: &str = "in brackets a comma ends a text: put a text that contains a comma in quotation marks";

/// A key without a value, whose meaning is unknown.
fn without_value(key: &Word<'_>) -> Diagnostic {
    let message = format!("{} needs a value, but has none", key.shown());
    Diagnostic::new(Rule::WrongType, key.span, message)
        .help(format!("write the value after `{}:`, or remove the key", key.shown()))
}

/// Whether there is nothing to read in a text.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// The one of several words that is nearest to a text, if any is near enough to be what was meant.
pub fn nearest<'w>(text: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    const LONGEST: usize = 100;
    if text.len() > LONGEST {
        return None;
    }
    let length = text.chars().count();
    let near = words.into_iter().filter_map(|word| {
        let other = word.chars().count();
        let furthest = (other.max(length) / 3).max(1);
        // The distance is at least the difference in length, which is faster to find.
        let is_possible = other.abs_diff(length) <= furthest;
        let distance = is_possible.then(|| strsim::damerau_levenshtein(text, word))?;
        (distance <= furthest).then_some((distance, word))
    });
    near.min().map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_near_or_there_is_none() {
        let words = ["implemented", "partial", "planned", "not-implemented"];
        assert_eq!(nearest("implementd", words), Some("implemented"));
        assert_eq!(nearest("partly", words), None);
        assert_eq!(nearest("plannd", words), Some("planned"));
        assert_eq!(nearest("banana", words), None);
        assert_eq!(nearest("plann", words), Some("planned"));
        assert_eq!(nearest("plan", words), None);
    }
}
