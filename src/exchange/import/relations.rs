//! Rows become relations of a table.

use std::collections::{BTreeSet, HashMap};

use super::groups::Groups;
use super::ids;
use super::pieces::{Pieces, Read};
use super::reading::Reading;
use super::record::{Numbers, Record, with_coordinates};
use super::relation_words::{CONFIDENCES, NONE, RelationOfAll};
use super::strength::RelationCells;
use super::unread::Unread;
use super::{Column, Rows};
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::{self, raw};
use crate::model::{Catalog, Confidence, EditionId, Library, Provenance, Stage, Table, TableId};
use crate::source::Span;

/// What a table says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableHeader {
    /// Its id.
    pub id: TableId,
    /// What it is, in a line.
    pub title: Option<String>,
    /// The edition that covers.
    pub from: EditionId,
    /// The edition that is covered.
    pub to: EditionId,
    /// Raised by every change of meaning.
    pub version: u32,
    /// Who says so.
    pub source: String,
    /// How sure its rows are where they do not say so themselves.
    pub confidence: Confidence,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it was made.
    pub method: Option<String>,
    /// Who made it.
    pub mapper: Option<String>,
    /// When it was made.
    pub date: Option<String>,
    /// In which stage of the analysis.
    pub stage: Option<Stage>,
    /// The tables of which it was composed.
    pub derived_from: Vec<TableId>,
    /// Whether it is a draft.
    pub is_draft: bool,
}

impl TableHeader {
    /// What a table says of itself.
    pub fn of(table: &Table) -> Self {
        Self {
            id: table.id.clone(),
            title: table.title.as_ref().map(ToString::to_string),
            from: table.from.clone(),
            to: table.to.clone(),
            version: table.version,
            source: table.source.to_string(),
            confidence: table.confidence,
            provenance: table.provenance,
            method: table.method.as_ref().map(ToString::to_string),
            mapper: table.mapper.as_ref().map(ToString::to_string),
            date: table.date.as_ref().map(ToString::to_string),
            stage: table.stage,
            derived_from: table.derived_from.clone(),
            is_draft: table.is_draft,
        }
    }
}

/// The editions between which rows speak, each where all its clauses say so themselves and agree.
pub fn editions(rows: &Rows<'_>, library: &Library) -> (Option<EditionId>, Option<EditionId>) {
    let editions = EditionNames::of(library);
    let named = |column| {
        let cells = rows.records().filter_map(move |record| record.cell(column));
        let words: Vec<String> =
            cells.flat_map(|cell| words(&with_edition_ids(&cell.value.text(), &editions), None)).collect();
        let names: Option<BTreeSet<&str>> = words.iter().map(|word| Some(word.split_once('/')?.0)).collect();
        match names?.into_iter().collect::<Vec<_>>().as_slice() {
            [one] => EditionId::parse(one).ok(),
            _ => None,
        }
    };
    (named(Column::From), named(Column::To))
}

/// Reads rows as relations of a table with this heading; all that is wrong, or the table with warnings.
pub fn table(
    rows: &Rows<'_>,
    head: &TableHeader,
    library: &Library,
) -> Result<(Table, Vec<Diagnostic>), Vec<Diagnostic>> {
    let start = Span::start_of(rows.file());
    let text = |text: &str| raw::Scalar { value: text.to_owned().into(), span: start, is_unquoted: false };
    let mut raw = raw::Relations {
        id: Some(text(head.id.as_str())),
        title: head.title.as_deref().map(text),
        from: Some(text(head.from.as_str())),
        to: Some(text(head.to.as_str())),
        version: Some(text(&head.version.to_string())),
        source: Some(text(&head.source)),
        confidence: Some(text(&head.confidence.to_string())),
        provenance: head.provenance.map(|provenance| text(&provenance.to_string())),
        method: head.method.as_deref().map(text),
        mapper: head.mapper.as_deref().map(text),
        date: head.date.as_deref().map(text),
        stage: head.stage.map(|stage| text(&stage.to_string())),
        derived_from: head.derived_from.iter().map(|table| text(table.as_str())).collect(),
        status: head.is_draft.then(|| text("draft")),
        ..raw::Relations::empty(start)
    };
    let mut reader = Reader {
        reading: &rows.reading,
        editions: EditionNames::of(library),
        numbers: Numbers::with_prefix(rows.reading.id_prefix.clone()),
        from: library.catalog(&head.from),
        to: library.catalog(&head.to),
        relations: RelationCells::default(),
        pieces: Pieces::of(library),
        of_all: rows.reading.relation.filter(|_| !rows.has(Column::Relation)),
        faults: rows.too_long(),
    };
    if !rows.has(Column::Relation) && reader.of_all.is_none() {
        let span = rows.records().next().map_or(start, |record| record.span());
        let fault = Diagnostic::new(Rule::MissingKey, span, "no column contains the relation of the clauses");
        let help = "--relation related says that the clauses of every row are related, --relation partial that they have requirements in common; --map \"HEAD=relation\" names a column";
        return Err(with_coordinates(vec![fault.help(help)], rows.sheets()));
    }
    let mut unread = Unread::default();
    let mut groups = Groups::of(rows.records());
    for record in rows.records() {
        unread.look(&record);
        match reader.read(&record) {
            Some(RowContent::Relation(row)) => groups.take(&record, *row),
            Some(RowContent::Unrelated(clauses, why)) => {
                raw.unrelated.extend(clauses.into_iter().map(|clause| (clause, why.clone())))
            }
            None => {}
        }
    }
    raw.rows = groups.finish(head.confidence, &mut reader.pieces);
    let mut faults = reader.faults;
    faults.extend(reader.relations.finish());
    faults.extend(reader.pieces.finish());
    faults.extend(reader.numbers.finish());
    faults.extend(unread.finish());
    let loaded = load::table_from_raw(raw, &format!("{}.yaml", head.id), library);
    faults.extend(loaded.diagnostics().iter().cloned());
    let faults = with_coordinates(faults, rows.sheets());
    let has_errors = crate::diagnostic::has_errors(&faults);
    match loaded.sound() {
        Ok((Some(table), _)) if !has_errors => Ok((table, faults)),
        Ok(_) | Err(_) => Err(faults),
    }
}

/// What a row says.
enum RowContent {
    Relation(Box<raw::Row>),
    /// Clauses relate to nothing, for this reason.
    Unrelated(Vec<raw::Scalar>, raw::Scalar),
}

struct Reader<'r> {
    reading: &'r Reading,
    editions: EditionNames<'r>,
    numbers: Numbers<'r>,
    from: Option<&'r Catalog>,
    to: Option<&'r Catalog>,
    relations: RelationCells,
    pieces: Pieces<'r>,
    /// How far clauses relate if no column says it.
    of_all: Option<RelationOfAll>,
    faults: Vec<Diagnostic>,
}

/// The names of editions in lower case.
struct EditionNames<'l> {
    editions: HashMap<String, &'l EditionId>,
    /// In bytes.
    longest: usize,
}

impl<'l> EditionNames<'l> {
    fn of(library: &'l Library) -> Self {
        let names = library.catalogs().flat_map(|catalog| catalog.names().map(move |name| (name, &catalog.id)));
        let editions: HashMap<_, _> = names.map(|(name, edition)| (name.to_ascii_lowercase(), edition)).collect();
        let longest = editions.keys().map(String::len).max().unwrap_or(0);
        Self { editions, longest }
    }

    /// The edition that a text begins with the name of, after which a slash stands, and how long the name is: the
    /// longest such name.
    fn beginning(&self, text: &str) -> Option<(usize, &'l EditionId)> {
        let slashes = text.bytes().take(self.longest + 1).enumerate().filter(|(_, byte)| *byte == b'/');
        let named = |(at, _)| Some((at, *self.editions.get(&text[..at].to_ascii_lowercase())?));
        slashes.filter_map(named).next_back()
    }
}

impl Reader<'_> {
    fn read(&mut self, record: &Record<'_, '_>) -> Option<RowContent> {
        let faults = &mut self.faults;
        let span = record.span();
        let before = faults.len();
        let mut clauses = |column, home| {
            clauses(record, column, home, self.reading, &self.editions, (&mut self.numbers, &mut self.pieces), faults)
        };
        let (from, to) = (clauses(Column::From, self.from), clauses(Column::To, self.to));
        let (relation, reverse) = self.relations.read(record, self.of_all, faults);
        let (from, to) = match (from, to) {
            (Named::Clauses(from), Named::Clauses(to)) => (from, to),
            (Named::Part(part), _) | (_, Named::Part(part)) => {
                self.pieces.leave_out_part(span, &part);
                return None;
            }
        };
        let is_one_sided = from.is_empty() || to.is_empty();
        if self.of_all.is_some() && is_one_sided && faults.len() == before {
            self.pieces.leave_out_one_sided(span);
            return None;
        }
        if self.of_all.is_none() && faults.len() == before && is_not_looked_at(record) {
            self.pieces.leave_out_unlooked(span);
            return None;
        }
        if record.cell(Column::Relation).is_none() && self.of_all.is_none() {
            let fault = Diagnostic::new(Rule::MissingKey, span, "the row has no relation");
            faults.push(fault.help("fill in the column relation with one of full, partial, none, related"));
        }
        let is_none = relation.as_ref().is_some_and(|relation| relation.value.as_str() == NONE);
        let note = record.words(Column::Note, faults);
        if to.is_empty() && faults.len() == before && !from.is_empty() && is_none {
            let Some(why) = note else {
                let fault =
                    Diagnostic::new(Rule::MissingKey, span, "the row lists a clause as unrelated without a reason");
                faults.push(fault.help("give the reason in the column note, or fill in the column to"));
                return None;
            };
            return Some(RowContent::Unrelated(from, why));
        }
        Some(RowContent::Relation(Box::new(raw::Row {
            span,
            from,
            to,
            relation,
            reverse,
            items: record.words(Column::Items, faults),
            add: record.words(Column::Add, faults),
            add_reverse: record.words(Column::AddReverse, faults),
            note,
            confidence: record.word(Column::Confidence, &CONFIDENCES, faults),
            derived_from: tables(record, faults),
            said: said(record, faults),
            reviewed_by: record.lines(Column::ReviewedBy, faults),
            is_malformed: faults.len() > before,
        })))
    }
}

/// Whether a row names clauses and says nothing of them, as in a sheet for a mapper to fill in.
fn is_not_looked_at(record: &Record<'_, '_>) -> bool {
    use Column::{Add, AddReverse, Confidence, Items, Note, Relation, Reverse};
    [Relation, Reverse, Items, Add, AddReverse, Note, Confidence].iter().all(|column| record.cell(*column).is_none())
}

/// The tables of a cell, apart by spaces or commas.
fn tables(record: &Record<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<raw::Scalar> {
    let Some(text) = record.trimmed(Column::DerivedFrom, faults) else { return Vec::new() };
    let names = text.value.split([' ', ',', ';', '\n']).filter(|name| !name.is_empty());
    names.map(|name| raw::Scalar { value: name.to_owned().into(), ..text.clone() }).collect()
}

/// What mappers said, a line each: the name, a colon, and the words.
fn said(record: &Record<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<(raw::Scalar, raw::Scalar)> {
    let mut said: Vec<(raw::Scalar, raw::Scalar)> = Vec::new();
    for line in record.lines(Column::Said, faults) {
        let Some((mapper, words)) = line.value.rsplit_once(':') else {
            let message = format!("{} does not show who says what", line.shown());
            let fault = Diagnostic::new(Rule::WrongType, line.span, message);
            faults.push(fault.help("write a line for each mapper, such as `A. Smith: partial`"));
            continue;
        };
        let scalar = |text: &str| raw::Scalar { value: text.trim().to_owned().into(), ..line.clone() };
        let (mapper, words) = (scalar(mapper), scalar(words));
        if said.iter().any(|(known, _)| known.value == mapper.value) {
            let fault = Diagnostic::new(Rule::DuplicateKey, line.span, format!("{} appears twice", mapper.shown()));
            faults.push(fault.help("keep one of the two lines"));
            continue;
        }
        said.push((mapper, words));
    }
    said
}

/// What a cell of clauses names.
enum Named {
    Clauses(Vec<raw::Scalar>),
    /// A part of a clause, as it stands.
    Part(String),
}

/// The clauses of a cell: apart by spaces, or by signs that belong to no clause id.
fn clauses<'l>(
    record: &Record<'_, '_>,
    column: Column,
    home: Option<&'l Catalog>,
    reading: &Reading,
    editions: &EditionNames<'_>,
    (numbers, pieces): (&mut Numbers<'l>, &mut Pieces<'l>),
    faults: &mut Vec<Diagnostic>,
) -> Named {
    let Some(text) = record.clause(column, home, numbers, faults) else { return Named::Clauses(Vec::new()) };
    let mut said = with_edition_ids(&text.value, editions);
    if let Some(home) = home {
        let is_whole = |word: &str| word.split_once('/').is_some_and(|(edition, _)| EditionId::parse(edition).is_ok());
        let is_clause = |word: &String| home.find(&ids::prefixed(word, home, reading)).is_some();
        let is_plain = |text: &str| {
            let words = words(text, Some(home));
            !words.is_empty() && words.iter().all(|word| is_whole(word) || is_clause(word))
        };
        let source = reading.only_source.as_deref().filter(|_| column == Column::To);
        match pieces.read(&said, home, (reading, source), text.span, &is_plain) {
            Read::Ids(ids) => {
                let ids = ids.into_iter().map(|id| raw::Scalar { value: id.into(), ..text.clone() });
                return Named::Clauses(ids.collect());
            }
            Read::Part(part) => return Named::Part(part),
            Read::AsItStands(rest) => said = rest,
            Read::Unclear(fault) => {
                faults.push(*fault);
                return Named::Clauses(Vec::new());
            }
        }
    }
    // What is before a slash may be an edition.
    let is_read = |home: &&Catalog| reading.split && (!said.contains('/') || ids::is_list(&said, home, reading));
    let words = match home.filter(is_read) {
        None => words(&said, home),
        Some(home) => match ids::split(&said, home, reading) {
            // What is not a range is parted as everywhere.
            Ok(ids) => ids.iter().flat_map(|id| words(id, Some(home))).collect(),
            Err(message) => {
                let fault = Diagnostic::new(Rule::BadId, text.span, message);
                faults.push(fault.help("write its first and its last clause, as in A.5.1-A.5.4"));
                return Named::Clauses(Vec::new());
            }
        },
    };
    let prefixed = |word: String| match home.filter(|_| !word.contains('/')) {
        Some(home) => ids::prefixed(&word, home, reading),
        None => word,
    };
    let clauses = words.into_iter().map(prefixed).map(|word| raw::Scalar { value: word.into(), ..text.clone() });
    Named::Clauses(clauses.collect())
}

/// The text with every edition whose name ends at a slash called by its id; aliases such as `ISO/IEC 20000-1:2011` hold
/// spaces and slashes themselves.
fn with_edition_ids(text: &str, editions: &EditionNames<'_>) -> String {
    let (mut said, mut rest) = (String::new(), text);
    while let Some(c) = rest.chars().next() {
        let is_start = !said.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | ':' | '/'));
        match is_start.then(|| editions.beginning(rest)).flatten() {
            Some((length, edition)) => {
                said.push_str(edition.as_str());
                rest = &rest[length..];
            }
            None => {
                said.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    said
}

fn words(text: &str, home: Option<&Catalog>) -> Vec<String> {
    let is_clause = |word: &str| {
        let number = word.split_once('/').map_or(word, |(_, number)| number);
        home.is_some_and(|catalog| catalog.find(number).is_some())
    };
    let parts = |word: &str| -> Vec<String> {
        if is_clause(word) {
            return vec![word.to_owned()];
        }
        word.split(['+', ',', ';', '&']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    text.split_whitespace().flat_map(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::{EditionNames, with_edition_ids};
    use crate::model::{Catalog, EditionId, Library};
    use crate::source::{Sources, Span, Text};

    #[test]
    fn an_edition_is_called_by_its_id_where_the_longest_of_its_names_ends_at_a_slash() {
        let span = Span::start_of(Sources::default().add("t", ""));
        let mut library = Library::default();
        for (id, alias) in [("a:1", "ISO"), ("b:1", "ISO/IEC 20000-1:2011"), ("c:1", "ÄB")] {
            let mut catalog = Catalog::new(EditionId::parse(id).unwrap(), Text::default(), span);
            catalog.aliases = vec![alias.into()];
            library.add_catalog(catalog).unwrap();
        }
        let names = EditionNames::of(&library);
        for (said, meant) in [
            ("iso/iec 20000-1:2011/4.1 + ISO/4.2", "b:1/4.1 + a:1/4.2"),
            ("ISO/IEC 20000/4.1", "a:1/IEC 20000/4.1"),
            ("B:1/4.1,B:1", "b:1/4.1,B:1"),
            ("my-iso/4.1 x/iso/4", "my-iso/4.1 x/iso/4"),
            ("Äb/1 äb/1 é/1", "c:1/1 äb/1 é/1"),
            ("/4.1 4.1 //", "/4.1 4.1 //"),
        ] {
            assert_eq!(with_edition_ids(said, &names), meant, "{said}");
        }
    }
}
