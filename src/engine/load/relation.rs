//! A relation table as written becomes rows between clauses that exist.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use foldhash::fast::FixedState;

use super::raw::{self, Scalar};
use super::resolve::Resolver;
use super::rows::{Ends, Rows, Sound, check_pairs, read_row};
use super::word::{CONFIDENCES, PROVENANCES, STAGES, any_word, bad_id, date_or_year};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{ClauseId, Confidence, Pin, Relation, Strength, Table, TableId};
use crate::source::Span;

/// Makes a table of a table as written; `name` is that of its file, where that has to be the table's own.
pub(super) fn read(
    raw: raw::Relations,
    written_rows: Rows<'_>,
    name: Option<&str>,
    resolver: &Resolver<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Table> {
    let written = raw.id?;
    let id = match TableId::parse(&written.value) {
        Ok(id) => id,
        Err(why) => {
            faults.push(bad_id(&written, "table", why));
            return None;
        }
    };
    let stem = |name| Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if let Some(stem) = name.map(stem).filter(|stem| stem != id.as_str()) {
        faults.push(
            Diagnostic::new(Rule::IdNotFileName, written.span, format!("the table is {id}, but its file is {stem}"))
                .help(if TableId::parse(&stem).is_ok() {
                    format!("the id of a table is its file name: write `id: {stem}`, or rename the file")
                } else {
                    format!("the id of a table is its file name: rename the file to {id}.yaml")
                }),
        );
    }
    let from = raw.from.as_ref().and_then(|text| resolver.edition(text, faults));
    let to = raw.to.as_ref().and_then(|text| resolver.edition(text, faults));
    let confidence = any_word(raw.confidence.as_ref(), CONFIDENCES, "confidence", faults).unwrap_or(Confidence::Low);
    let provenance = any_word(raw.provenance.as_ref(), PROVENANCES, "provenance", faults);
    let is_draft = any_word(raw.status.as_ref(), &[("draft", true), ("published", false)], "status of a table", faults);
    let version = version(raw.version.as_ref(), faults);
    let date = date_or_year(raw.date.as_ref(), faults);
    let stage = any_word(raw.stage.as_ref(), STAGES, "stage", faults);
    let derived_from = resolver.tables(&raw.derived_from, faults);
    let is_empty = raw.rows.is_empty()
        && written_rows.are_in_file()
        && raw.unrelated.is_empty()
        && raw.disputed.is_empty()
        && !raw.is_malformed;
    let mut unrelated = BTreeMap::new();
    let mut unrelated_places = Vec::new();
    let mut aside = Vec::new();
    for (number, why) in raw.unrelated {
        if let Some((id, clause)) = resolver.clause(&number, from, faults)
            && resolver.check_normative(&id, clause, &number, "called unrelated", faults)
        {
            if let Some(from) = from.filter(|from| from.id != id.edition) {
                let message =
                    format!("{id} is listed under `unrelated`, but the table is about what {} covers", from.id);
                let fault = Diagnostic::new(Rule::RowOfOtherEditions, number.span, message);
                faults.push(fault.help(format!(
                    "name a clause of {}; that nothing covers a clause of the other edition is a row without `from`, `relation: none`",
                    from.id
                )));
            }
            unrelated_places.push((id.clone(), number.span));
            let says_none = Relation::new(Vec::new(), id.clone(), Strength::None, None, number.span);
            aside.push(Relation { note: Some(why.value.clone()), confidence, ..says_none });
            unrelated.insert(id.number, why.value);
        }
    }
    let ends = Ends { from, to, confidence };
    let (rows, pairs) = match written_rows {
        Rows::Sound(Sound { rows, pairs }) => (rows, Some(pairs)),
        Rows::InText(rows, source, file) => {
            let mut read = Vec::with_capacity(rows.count());
            for stretch in rows.stretches() {
                rows.read(*stretch, source, file, &mut |row| read_row(row, &ends, resolver, &mut read, faults));
            }
            (read, None)
        }
        Rows::Written => {
            let mut read = Vec::with_capacity(raw.rows.len());
            raw.rows.into_iter().for_each(|row| read_row(row, &ends, resolver, &mut read, faults));
            (read, None)
        }
    };
    raw.disputed.into_iter().for_each(|row| read_row(row, &ends, resolver, &mut aside, faults));
    if is_empty {
        let fault = Diagnostic::new(Rule::EmptyTable, written.span, format!("{id} has no rows"));
        faults.push(fault.help("list them under `rows:`, and clauses without a counterpart under `unrelated:`"));
    }
    faults.extend(pairs.unwrap_or_else(|| check_pairs(&rows)));
    check_unrelated(&unrelated_places, &rows, faults);
    Some(Table {
        id,
        title: raw.title.map(|text| text.value),
        from: from?.id.clone(),
        to: to?.id.clone(),
        version,
        source: raw.source.map(|text| text.value).unwrap_or_default(),
        confidence,
        provenance,
        method: raw.method.map(|text| text.value),
        mapper: raw.mapper.map(|text| text.value),
        date,
        stage,
        derived_from,
        from_hash: raw.from_hash.map(pin),
        to_hash: raw.to_hash.map(pin),
        is_draft: is_draft.unwrap_or(false),
        unrelated: unrelated.into(),
        rows: rows.into(),
        aside: aside.into(),
        span: written.span,
    })
}

fn pin(text: Scalar) -> Pin {
    Pin { hash: text.value, span: text.span }
}

/// Finds clauses that are listed as unrelated but are in a row.
fn check_unrelated(unrelated: &[(ClauseId, Span)], rows: &[Relation], faults: &mut Vec<Diagnostic>) {
    if unrelated.is_empty() {
        return;
    }
    // A clause may be called so twice, with its edition and without.
    let mut places: HashMap<&ClauseId, Vec<Span>, FixedState> = HashMap::default();
    for (clause, span) in unrelated {
        places.entry(clause).or_default().push(*span);
    }
    for row in rows.iter().filter(|row| row.forward != Strength::None) {
        let called = row.from.iter().filter_map(|clause| Some((clause, places.get(clause)?)));
        for (clause, span) in called.flat_map(|(clause, spans)| spans.iter().map(move |span| (clause, span))) {
            let message = format!("{clause} is listed as unrelated, but a row relates it");
            let fault = Diagnostic::new(Rule::ContradictingRows, *span, message).label(row.span, "the row");
            faults.push(fault.help("keep one of the two"));
        }
    }
}

fn version(text: Option<&Scalar>, faults: &mut Vec<Diagnostic>) -> u32 {
    let Some(text) = text else { return 1 };
    match text.value.parse() {
        Ok(version) if version > 0 => version,
        Ok(_) | Err(_) => {
            faults.push(
                Diagnostic::new(Rule::OutOfRange, text.span, format!("{} is not a valid version", text.shown()))
                    .help("a whole number from 1, increased with every change of meaning"),
            );
            1
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::load::{Files, library};
    use crate::source::Sources;

    /// What is wrong with a table from an edition with the clauses 1 to 30 to one with the clause 1: places and messages.
    fn faults(rest: &str) -> Vec<(u32, u32, String)> {
        let mut sources = Sources::default();
        let mut clauses = String::new();
        (1..=30).for_each(|number| write!(clauses, "\"{number}\": A, ").unwrap());
        let catalog =
            |id: &str, clauses: &str| format!("xwalk: catalog/1\nid: {id}\ntitle: A\nclauses: {{ {clauses} }}\n");
        let header = "xwalk: relations/1\nid: t\nfrom: a:1\nto: b:1\nversion: 1\nsource: s\nconfidence: low\n";
        let mut files = Files::default();
        for (name, text) in [
            ("a.yaml", catalog("a:1", &clauses)),
            ("b.yaml", catalog("b:1", "\"1\": A")),
            ("t.yaml", format!("{header}{rest}")),
        ] {
            let file = sources.add(name, text);
            files.read(&sources, file);
        }
        let loaded = library(&sources, files);
        let place = |span| sources.position(span);
        let reported = loaded.diagnostics().iter().map(|fault| (place(fault.span), fault.message.clone()));
        reported.map(|(place, message)| (place.line.get(), place.column.get(), message)).collect()
    }

    #[test]
    fn a_clause_that_stands_twice_in_a_row_is_found_in_short_rows_and_long_ones() {
        let row = |count: u32, more: &str| {
            let clauses: String = (1..=count).map(|number| format!("\"{number}\", ")).collect();
            faults(&format!("rows:\n  - from: [{clauses}{more}]\n    to: \"1\"\n    relation: full\n"))
        };
        assert_eq!(row(30, ""), []);
        assert_eq!(row(2, "\"2\""), [(9, 22, "a:1/2 appears twice in one row".to_owned())]);
        let twice = [
            (9, 123, "a:1/2 appears twice in one row".to_owned()),
            (9, 128, "a:1/1 appears twice in one row".to_owned()),
        ];
        assert_eq!(row(20, "\"2\", \"a:1/1\""), twice);
    }

    #[test]
    fn who_reviewed_a_row_is_named_and_named_once() {
        let row = |names: &str| {
            faults(&format!("rows:\n  - {{ from: \"1\", to: \"1\", relation: full, reviewed-by: {names} }}\n"))
        };
        assert_eq!(row("[A. Lee, B. Roe]"), []);
        assert_eq!(row("A. Lee"), []);
        assert_eq!(row("[A. Lee, \" \"]"), [(9, 65, "reviewed-by contains an empty name".to_owned())]);
        assert_eq!(row("[A. Lee, A. Lee]"), [(9, 65, "A. Lee appears twice under reviewed-by".to_owned())]);
    }

    #[test]
    fn a_clause_that_relates_to_nothing_is_told_once_for_every_row_and_every_place_that_says_so() {
        let rows = "unrelated: { \"2\": why, \"3\": why, \"a:1/2\": why }\nrows:\n  - { from: [\"2\", \"3\"], to: \"1\", relation: full }\n  - { from: \"2\", to: \"1\", relation: partial }\n  - { from: \"3\", to: \"1\", relation: none }\n";
        let reported = faults(rows);
        let reported: Vec<(u32, u32, &str)> =
            reported.iter().map(|(line, column, message)| (*line, *column, &message[..5])).collect();
        assert_eq!(
            reported,
            [(8, 14, "a:1/2"), (8, 14, "a:1/2"), (8, 24, "a:1/3"), (8, 34, "a:1/2"), (8, 34, "a:1/2")]
        );
    }
}
