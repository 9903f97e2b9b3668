//! Files as written: all keys read and all structural faults reported, no names resolved.

mod assessment;
mod catalog;
mod evidence;
mod fields;
mod general;
mod looks;
mod maturity;
mod method;
mod node;
mod plain;
mod progress;
mod relation;
mod reviews;

pub use assessment::{Assessment, Objective, Policy, Process, Record};
pub use catalog::{Amendment, Catalog, Clause, Parent};
pub use evidence::Evidence;
pub(super) use fields::is_blank;
pub use fields::nearest;
pub(super) use looks::{odd_character, plain};
pub use maturity::MaturityTarget;
pub use method::{Method, MethodTexts, Step, StepTexts};
pub use node::Scalar;
pub(super) use plain::RowsInText;
pub use progress::Advance;
pub use relation::{Relations, Row};
pub use reviews::{ClauseRecord, Reviews, Stamp};

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Source, Sources, Span};
use fields::Fields;
use node::{Keep, Node, Shape, Word};
use plain::Plain;
use relation::Rows;

/// A file of one of the five kinds.
#[derive(Debug, Clone)]
pub enum File {
    /// An edition and its clauses.
    Catalog(Catalog),
    /// A relation table.
    Relations(Relations),
    /// Ordered steps.
    Method(Method),
    /// What an organization says of itself.
    Assessment(Box<Assessment>),
    /// What was reviewed of a table or of an assessment.
    Reviews(Reviews),
}

impl File {
    /// What people call a catalog.
    pub(super) const CATALOG: &'static str = "a catalog";

    /// Where the kind of file is named.
    pub fn span(&self) -> Span {
        match self {
            Self::Catalog(catalog) => catalog.span,
            Self::Relations(table) => table.span,
            Self::Method(method) => method.span,
            Self::Assessment(assessment) => assessment.span,
            Self::Reviews(reviews) => reviews.span,
        }
    }

    /// What people call this kind of file.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Catalog(_) => Self::CATALOG,
            Self::Relations(_) => "a relation table",
            Self::Method(_) => "a method",
            Self::Assessment(_) => "an assessment",
            Self::Reviews(_) => "a review file",
        }
    }
}

/// The possible values of the key `xwalk`.
pub const KINDS: [&str; 5] = ["catalog/1", "relations/1", "method/1", "assessment/1", "reviews/1"];

/// The key by which a line of a stream names its assessment.
pub const LINE_NAME: &str = "assessment";

/// Whether the name of what was reviewed is that of a file, such as `assessment.yaml`; else it is a table's id.
pub(super) fn is_file_name(name: &str) -> bool {
    [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending))
}

/// Reads one file. What could be read comes back even where something is wrong, so that the faults of meaning can be
/// reported together with those of shape; nothing comes back where the text is not YAML or of no known kind.
pub fn read(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<File> {
    let (mut read, rows) = read_without_rows(sources, file, faults)?;
    if let (File::Relations(table), Some(rows)) = (&mut read, rows) {
        table.rows.reserve_exact(rows.count());
        for stretch in rows.stretches() {
            rows.read(*stretch, sources.get(file), file, &mut |row| table.rows.push(row));
        }
    }
    Some(read)
}

/// Reads one file; the rows of a table with whose shape nothing is wrong may be left in its text.
pub(super) fn read_without_rows(
    sources: &Sources,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Option<(File, Option<RowsInText>)> {
    let source = sources.get(file);
    if let Some(read) = read_plain(source, file) {
        return Some(read);
    }
    Some((read_general(source.text(), file, faults)?, None))
}

/// Reads an assessment that is a line of a stream: as a file, but it may have a name, and need not say its kind.
pub(super) fn read_line(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<File> {
    let text = sources.get(file).text();
    if let Ok(Plain { root, .. }) = plain::read(text, Keep::copy(), file) {
        let mut of_shape = Vec::new();
        let read = of_root(as_file(root), Rows::default(), file, &mut of_shape);
        if read.is_some() && of_shape.is_empty() {
            return read;
        }
    }
    match general::read(text, file, &mut |_| {}) {
        Ok(root) => of_root(as_file(root), Rows::default(), file, faults),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    }
}

/// A line of a stream without its name and with its kind.
fn as_file(root: Node<'_>) -> Node<'_> {
    let Node { shape: Shape::Map(mut pairs), span } = root else { return root };
    let is_key = |node: &Node<'_>, name: &str| matches!(&node.shape, Shape::Text(key) if key.value == name);
    pairs.retain(|(key, _)| !is_key(key, LINE_NAME));
    if !pairs.iter().any(|(key, _)| is_key(key, "xwalk")) {
        let start = Span { end: span.start, ..span };
        let word = |text: &'static str| {
            let word = Word { value: text.into(), keep: Keep::copy(), span: start, is_unquoted: false };
            Node { shape: Shape::Text(word), span: start }
        };
        pairs.insert(0, (word("xwalk"), word("assessment/1")));
    }
    Node { shape: Shape::Map(pairs), span }
}

/// Reads a text that is written plainly and with whose shape nothing is wrong.
fn read_plain(source: &Source, file: FileId) -> Option<(File, Option<RowsInText>)> {
    match source.lasting_text() {
        Some(text) => of_plain(plain::read(text, Keep::itself(), file).ok()?, file),
        None => of_plain(plain::read(source.text(), Keep::copy(), file).ok()?, file),
    }
}

fn of_plain(plain: Plain<'_>, file: FileId) -> Option<(File, Option<RowsInText>)> {
    let mut faults = Vec::new();
    let rows = Rows { list: plain.within, faults: Vec::new() };
    let read = of_root(plain.root, rows, file, &mut faults)?;
    faults.is_empty().then_some((read, plain.below))
}

/// Reads any text.
fn read_general(text: &str, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<File> {
    let mut rows = Rows::default();
    match general::read(text, file, &mut |row| rows.take(row)) {
        Ok(root) => of_root(root, rows, file, faults),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    }
}

fn of_root(root: Node<'_>, rows: Rows, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<File> {
    let start = Span::start_of(file);
    let mut fields = Fields::new(root, "file", faults)?;
    let is_of_another_shape = fields.has_value("xwalk");
    let Some(kind) = fields.text("xwalk") else {
        if is_of_another_shape {
            return None;
        }
        fields.abandon(
            Diagnostic::new(Rule::UnknownKind, start, "the file does not name its kind of xwalk file")
                .help(format!("start it with one of: {}", KINDS.map(|kind| format!("xwalk: {kind}")).join(", "))),
        );
        return None;
    };
    match kind.value.as_str() {
        "catalog/1" => Some(File::Catalog(Catalog::read(fields.called("catalog"), kind.span))),
        "relations/1" => Some(File::Relations(Relations::read(fields.called("relation table"), kind.span, rows))),
        "method/1" => Some(File::Method(Method::read(fields.called("method"), kind.span))),
        "assessment/1" => Some(File::Assessment(Box::new(Assessment::read(fields.called("assessment"), kind.span)))),
        "reviews/1" => Some(File::Reviews(Reviews::read(fields.called("review file"), kind.span))),
        other => {
            let message = format!("{} is not a kind of xwalk file", kind.shown());
            fields.abandon(Diagnostic::new(Rule::UnknownKind, kind.span, message).help(match nearest(other, KINDS) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("use one of {}", KINDS.join(", ")),
            }));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_stream_is_a_file_with_a_name_and_perhaps_without_its_kind() {
        let read = |text: &str| {
            let (mut sources, mut faults) = (Sources::default(), Vec::new());
            let file = sources.add("t", text.to_owned());
            let read = read_line(&sources, file, &mut faults);
            let told: Vec<(u32, String)> = faults.into_iter().map(|fault| (fault.span.start, fault.message)).collect();
            (read, told)
        };
        let (read_one, faults) =
            read(r#"{"assessment":"a","organization":"A","statuses":{"x:1":{"4":"implemented"}}}"#);
        let Some(File::Assessment(assessment)) = read_one else { panic!("{faults:?}") };
        assert_eq!((assessment.organization.unwrap().span.start, faults.len()), (33, 0));
        assert_eq!(assessment.statuses[0].1[0].id.span.start, 56);
        // The general reader has the same places.
        let (_, faults) =
            read(r#"{"assessment":"a","organization":"A","statuses":{"x:1":{"4":"partial","4":"planned"}}}"#);
        assert_eq!(faults, [(70, "4 appears here a second time".to_owned())]);
        let (other, faults) = read(
            "{\"xwalk\":\"method/1\",\"assessment\":\"a\",\"id\":\"m\",\"title\":\"M\",\"source\":\"s\",\"steps\":{}}",
        );
        assert!(matches!(other, Some(File::Method(_))), "{faults:?}");
    }
}
