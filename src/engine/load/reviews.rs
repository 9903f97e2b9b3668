//! Reviews as written become what was reviewed, and what catalogs said then.

use std::collections::BTreeMap;

use super::raw::{self, Scalar, is_file_name};
use super::resolve::Resolver;
use super::word::{CLAUSE_KINDS, any_word, bad_id, date};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{ClauseId, ClauseNumber, ClauseRecord, Reviewed, Reviews, Stamp, Subject};
use crate::source::{Span, Text};

/// The clauses of records by the hashes as written; none of a record that cannot be read.
type Known = BTreeMap<Text, Option<ClauseId>>;

/// Makes reviews of reviews as written. A table must exist, the caller looks for an assessment; the clauses need not
/// be there any more.
pub(super) fn read(raw: raw::Reviews, resolver: &Resolver<'_>, faults: &mut Vec<Diagnostic>) -> Option<Reviews> {
    let of = raw.of?;
    let reviewed = if is_file_name(&of.value) {
        Reviewed::Assessment(of.value.clone())
    } else {
        Reviewed::Table(resolver.tables(std::slice::from_ref(&of), faults).into_iter().next()?)
    };
    let mut reviews = Reviews::new(reviewed, of.span);
    let mut known = Known::new();
    for record in raw.records {
        let hash = record.hash.clone();
        let read = read_record(record, faults);
        known.insert(hash.value.clone(), read.as_ref().map(|record| record.clause.clone()));
        if let Some(record) = read {
            if record.hash() != hash.value.as_str() {
                let message = format!("the content of {} does not match the hash {}", record.clause, hash.shown());
                faults.push(
                    Diagnostic::new(Rule::BrokenReview, hash.span, message).help(
                        "do not change this file by hand: restore it, or review the rows again with `xwalk review`",
                    ),
                );
            }
            reviews.add_record(record);
        }
    }
    let mut places: BTreeMap<Subject, Span> = BTreeMap::new();
    for stamp in raw.stamps {
        let span = stamp.span;
        let Some((subject, stamp)) = read_stamp(stamp, &known, &reviews.of, faults) else { continue };
        if reviews.add_stamp(subject.clone(), stamp).is_err() {
            let message = "there is already another stamp for this review";
            let fault = Diagnostic::new(Rule::BrokenReview, span, message).help("keep the later of the two");
            faults.push(match places.get(&subject) {
                Some(first) => fault.label(*first, "first here"),
                None => fault,
            });
        }
        places.entry(subject).or_insert(span);
    }
    Some(reviews)
}

fn read_record(raw: raw::ClauseRecord, faults: &mut Vec<Diagnostic>) -> Option<ClauseRecord> {
    let clause = raw.clause.and_then(|clause| clause_id(&clause, faults));
    let kind = any_word(raw.kind.as_ref(), CLAUSE_KINDS, "kind of clause", faults);
    let mut children = Vec::with_capacity(raw.children.len());
    for child in &raw.children {
        match ClauseNumber::parse(&child.value) {
            Ok(number) => children.push(number),
            Err(why) => faults.push(bad_id(child, "clause", why)),
        }
    }
    Some(ClauseRecord {
        clause: clause?,
        title: raw.title.map(|text| text.value).unwrap_or_default(),
        kind: kind?,
        summary: raw.summary.map(|text| text.value),
        children,
    })
}

fn read_stamp(raw: raw::Stamp, known: &Known, of: &Reviewed, faults: &mut Vec<Diagnostic>) -> Option<(Subject, Stamp)> {
    let date = date(raw.date.as_ref(), faults);
    for hash in raw.seen.iter().filter(|hash| !known.contains_key(&hash.value)) {
        let message = format!("no clause listed below has the hash {}", hash.shown());
        faults.push(
            Diagnostic::new(Rule::BrokenReview, hash.span, message)
                .help("restore the file, or review the row again with `xwalk review`"),
        );
    }
    let subject = match (of, &raw.clause) {
        (Reviewed::Assessment(_), Some(clause)) => Subject::Statement(clause_id(clause, faults)?),
        (Reviewed::Table(_), None) if raw.to.is_some() || !raw.from.is_empty() => {
            let from: Vec<Option<ClauseId>> = raw.from.iter().map(|clause| clause_id(clause, faults)).collect();
            let to = raw.to.as_ref().map(|clause| clause_id(clause, faults));
            let mut from = from.into_iter().collect::<Option<Vec<ClauseId>>>()?;
            from.sort();
            Subject::Row { from, to: to.map_or(Some(None), |to| to.map(Some))? }
        }
        (Reviewed::Assessment(_), None) => return unnamed(raw.span, "the statement", "`clause:`", faults),
        (Reviewed::Table(_), _) => return unnamed(raw.span, "the row", "`from:` and `to:`", faults),
    };
    if !is_of_subject(&subject, &raw, known, faults) {
        return None;
    }
    let seen = raw.seen.into_iter().map(|hash| hash.value).collect();
    Some((subject, Stamp { by: raw.by.map(|text| text.value), date, seen, span: raw.span }))
}

/// Whether a stamp has the hash of each clause that it is about, and no other: without one of them a change of its clause
/// would go unnoticed. What follows from a hash that is not known is not told.
fn is_of_subject(subject: &Subject, raw: &raw::Stamp, known: &Known, faults: &mut Vec<Diagnostic>) -> bool {
    let (what, mut missing) = match subject {
        Subject::Row { .. } => ("row", subject.clauses()),
        Subject::Statement(_) => ("statement", subject.clauses()),
    };
    let mut broken = |span, message| {
        let help = format!("restore the file, or review the {what} again with `xwalk review`");
        faults.push(Diagnostic::new(Rule::BrokenReview, span, message).help(help));
    };
    let mut is_sound = true;
    for hash in &raw.seen {
        let clause = known.get(&hash.value).and_then(Option::as_ref);
        if let Some(at) = clause.and_then(|clause| missing.iter().position(|missing| *missing == clause)) {
            missing.remove(at);
            continue;
        }
        is_sound = false;
        if let Some(clause) = clause {
            broken(
                hash.span,
                match subject.clauses().contains(&clause) {
                    true => format!("{clause} has two hashes in one stamp"),
                    false => format!("the hash {} is of {clause}, which is not in the {what}", hash.shown()),
                },
            );
        }
    }
    if is_sound && !missing.is_empty() {
        let missing: Vec<String> = missing.into_iter().map(ClauseId::to_string).collect();
        let span = raw.seen.first().map_or(raw.span, |hash| hash.span);
        broken(span, format!("the stamp has no hash of {}", missing.join(" and ")));
        is_sound = false;
    }
    is_sound
}

fn unnamed<T>(span: Span, what: &str, keys: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let message = format!("the stamp does not name {what} that was reviewed");
    faults.push(Diagnostic::new(Rule::BrokenReview, span, message).help(format!("name it with {keys}")));
    None
}

/// A clause with its edition, whether that is there or not.
fn clause_id(text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<ClauseId> {
    match ClauseId::parse(&text.value) {
        Ok(id) => Some(id),
        Err(why) => {
            faults.push(bad_id(text, "clause", why));
            None
        }
    }
}
