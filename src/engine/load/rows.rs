//! The rows of a relation table as written become relations between clauses that exist.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use super::raw::{self, RowsInText, Scalar};
use super::resolve::Resolver;
use super::share::share;
use super::word::{CONFIDENCES, STRENGTHS, any_word, word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Catalog, ClauseId, Confidence, EditionId, Few, Library, Relation, Said, Strength};
use crate::source::{FileId, Source, Sources, Span, Text};

/// A relation table as written, on its way into a library.
pub(super) struct WrittenTable {
    pub(super) file: FileId,
    pub(super) written: raw::Relations,
    /// Its rows, where they were left in the text.
    pub(super) rows: Option<RowsInText>,
    /// Whether its id has to be the name of its file.
    pub(super) is_called_as_file: bool,
}

/// Where the rows of a table are.
pub(super) enum Rows<'s> {
    /// Among what is written of the table.
    Written,
    /// In its text.
    InText(RowsInText, &'s Source, FileId),
    /// Read, and nothing was wrong with them.
    Sound(Sound),
}

/// Rows with which nothing is wrong, one by one.
pub(super) struct Sound {
    pub(super) rows: Vec<Relation>,
    /// What is wrong with them together.
    pub(super) pairs: Vec<Diagnostic>,
}

/// The editions of a table, and the confidence of rows that do not give their own.
pub(super) struct Ends<'l> {
    pub(super) from: Option<&'l Catalog>,
    pub(super) to: Option<&'l Catalog>,
    pub(super) confidence: Confidence,
}

impl<'s> Rows<'s> {
    pub(super) fn of(table: &WrittenTable, sound: Option<Sound>, sources: &'s Sources) -> Self {
        match (sound, &table.rows) {
            (Some(sound), _) => Self::Sound(sound),
            (None, Some(rows)) => Self::InText(rows.clone(), sources.get(table.file), table.file),
            (None, None) => Self::Written,
        }
    }

    /// Whether all of them are among the written ones.
    pub(super) fn are_in_file(&self) -> bool {
        match self {
            Self::Written => true,
            Self::InText(..) | Self::Sound(_) => false,
        }
    }
}

/// Reads the rows that were left in the texts of tables, side by side. Nothing comes back of a table with a row that is
/// wrong: what is reported of that depends on what was told before, so such a table is read when it is its turn.
pub(super) fn sound<'l>(
    sources: &Sources,
    tables: &[WrittenTable],
    library: &'l Library,
    resolver: &(impl Fn() -> Resolver<'l> + Sync),
) -> Vec<Option<Sound>> {
    /// The number of ranges that are held in addition to the rows made from earlier ones.
    const WAVE: usize = 8;
    let ends: Vec<Option<Ends<'l>>> = tables.iter().map(|table| Ends::known(&table.written, library)).collect();
    let mut tasks = Vec::new();
    let mut rows: Vec<Option<Vec<Relation>>> = Vec::with_capacity(tables.len());
    for (at, (table, ends)) in tables.iter().zip(&ends).enumerate() {
        let found = table.rows.as_ref().zip(ends.as_ref());
        rows.push(found.map(|(rows, _)| Vec::with_capacity(rows.count())));
        tasks.extend(found.into_iter().flat_map(|(rows, ends)| {
            rows.stretches().iter().map(move |stretch| (at, table.file, rows, ends, *stretch))
        }));
    }
    for wave in tasks.chunks(WAVE) {
        let read = share(wave, |(_, file, rows, ends, stretch)| {
            let (resolver, mut faults) = (resolver(), Vec::new());
            let mut made = Vec::with_capacity(stretch.count);
            rows.read(*stretch, sources.get(*file), *file, &mut |row| {
                if faults.is_empty() {
                    read_row(row, ends, &resolver, &mut made, &mut faults);
                }
            });
            faults.is_empty().then_some(made)
        });
        for ((at, ..), made) in wave.iter().zip(read) {
            match (&mut rows[*at], made) {
                (Some(rows), Some(made)) => rows.extend(made),
                (rows, _) => *rows = None,
            }
        }
    }
    let pairs = share(&rows, |rows| rows.as_deref().map(check_pairs));
    let both = rows.into_iter().zip(pairs);
    both.map(|(rows, pairs)| rows.zip(pairs).map(|(rows, pairs)| Sound { rows, pairs })).collect()
}

impl<'l> Ends<'l> {
    /// Those of a table, where nothing is wrong with what it says of them.
    fn known(table: &raw::Relations, library: &'l Library) -> Option<Self> {
        let edition = |text: &Scalar| library.catalog(&EditionId::parse(&text.value).ok()?);
        let mut faults = Vec::new();
        Some(Self {
            from: Some(edition(table.from.as_ref()?)?),
            to: Some(edition(table.to.as_ref()?)?),
            confidence: any_word(table.confidence.as_ref(), CONFIDENCES, "confidence", &mut faults)?,
        })
    }
}

/// Makes a row for each `to`; none where something is missing.
pub(super) fn read_row(
    row: raw::Row,
    ends: &Ends<'_>,
    resolver: &Resolver<'_>,
    rows: &mut Vec<Relation>,
    faults: &mut Vec<Diagnostic>,
) {
    let Ends { from, to, confidence } = *ends;
    let mut is_sound = true;
    let forward =
        row.relation.as_ref().and_then(|text| word(text, STRENGTHS, Rule::UnknownRelation, "relation", faults));
    let reverse =
        row.reverse.as_ref().and_then(|text| word(text, STRENGTHS, Rule::UnknownRelation, "relation", faults));
    if !row.is_malformed && row.to.is_empty() {
        faults.push(
            Diagnostic::new(Rule::RowWithoutTo, row.span, "the row does not name the clause that it is about")
                .help("add `to: \"…\"`"),
        );
    }
    if let (Some(text), Some(forward), Some(reverse)) = (&row.reverse, forward, reverse) {
        faults.extend(impossible_reverse(text, forward, reverse));
    }
    // To have to do with each other is one thing in both directions.
    let reverse = reverse.filter(|reverse| *reverse != Strength::Related);
    if !row.is_malformed
        && row.from.is_empty()
        && let (Some(text), Some(Strength::Full | Strength::Partial | Strength::Related)) = (&row.relation, forward)
    {
        is_sound = false;
        faults.push(
            Diagnostic::new(
                Rule::RowWithoutFrom,
                text.span,
                format!("the row says {}, but does not name what covers the clause", text.shown()),
            )
            .help("add `from: \"…\"`; only `relation: none` has no `from`"),
        );
    }
    // What covers the clause may only be unreadable.
    if row.is_malformed && row.from.is_empty() {
        is_sound = false;
    }
    let derived_from = Few::from(resolver.tables(&row.derived_from, faults));
    let said = said(&row.said, faults);
    let reviewed_by = reviewers(row.reviewed_by, faults);
    let confidence = any_word(row.confidence.as_ref(), CONFIDENCES, "confidence", faults).unwrap_or(confidence);
    let sources = clauses(&row.from, from, resolver, faults);
    let targets = clauses(&row.to, to, resolver, faults);
    let is_whole = is_sound && sources.len() == row.from.len();
    let (Some(forward), Some(targets), Some(sources), true) = (forward, Some(targets), Some(sources), is_whole) else {
        return;
    };
    if let Some(fault) = of_other_editions((&row.from, &sources), (&row.to, &targets), row.span, ends) {
        faults.push(fault);
    }
    let [items, add, add_reverse, note] =
        [row.items, row.add, row.add_reverse, row.note].map(|text| text.map(|text| text.value));
    for to in targets {
        if sources.contains(&to) {
            let message = format!("the row relates {to} to itself");
            let help = "a clause covers itself without a row: remove it from `from` or from `to`";
            let names = |text: &&Scalar| text.value == *to.number.as_str() || text.value == *to.to_string();
            let span = row.to.iter().find(names).map_or(row.span, |text| text.span);
            faults.push(Diagnostic::new(Rule::RowToItself, span, message).help(help));
        }
        rows.push(Relation {
            from: sources.clone(),
            to,
            forward,
            reverse,
            items: items.clone().map(Box::new),
            add: add.clone(),
            add_reverse: add_reverse.clone(),
            note: note.clone(),
            confidence,
            derived_from: derived_from.clone(),
            said: said.clone(),
            reviewed_by: reviewed_by.clone(),
            span: row.span,
        });
    }
}

/// What is unusual about the editions of a row: `to` is of the edition that the table covers, and of `from` at least one clause of
/// the edition that covers; further clauses of a joint row may be of others. An id
/// may carry its edition, so the row means what it says; but whoever reads the table does not expect it.
fn of_other_editions(
    (written_from, sources): (&[Scalar], &[ClauseId]),
    (written_to, targets): (&[Scalar], &[ClauseId]),
    span: Span,
    ends: &Ends<'_>,
) -> Option<Diagnostic> {
    let (from, to) = (&ends.from?.id, &ends.to?.id);
    let is_foreign = !sources.is_empty() && !sources.iter().any(|clause| clause.edition == *from);
    let odd_source = sources.first().filter(|_| is_foreign);
    let odd_target = targets.iter().find(|clause| clause.edition != *to);
    let place = |texts: &[Scalar], clause: &ClauseId| {
        let names = |text: &&Scalar| text.value == *clause.number.as_str() || text.value == *clause.to_string();
        texts.iter().find(names).or(texts.first()).map_or(span, |text| text.span)
    };
    let fault = |span, message| Diagnostic::new(Rule::RowOfOtherEditions, span, message);
    match (odd_source, odd_target) {
        (None, None) => None,
        (Some(source), Some(target)) if source.edition == *to && target.edition == *from => {
            let message = format!("{source} and {target} are in each other's place");
            let help = format!("this table is from {from} to {to}: swap the two if the other one covers");
            Some(fault(place(written_from, source), message).label(place(written_to, target), "the other").help(help))
        }
        (_, Some(target)) => {
            let message = format!("{target} is listed under `to`, but the table is about how {to} is covered");
            Some(
                fault(place(written_to, target), message)
                    .help(format!("name a clause of {to}, or move the row to another table")),
            )
        }
        (Some(source), None) => {
            let message = format!("{source} is listed under `from`, but the table is about what {from} covers");
            let help = format!("name a clause of {from}; in a joint row, clauses of other editions may be added to it");
            Some(fault(place(written_from, source), message).help(help))
        }
    }
}

/// What mappers said, each with a name and words that can be.
fn said(written: &[(Scalar, Scalar)], faults: &mut Vec<Diagnostic>) -> Few<Said> {
    let mut said = Few::with_capacity(written.len());
    for (mapper, words) in written {
        if raw::is_blank(&mapper.value) {
            let fault = Diagnostic::new(Rule::MissingKey, mapper.span, "the name of the mapper is missing");
            faults.push(fault.help("write the name of the mapper before the colon"));
            continue;
        }
        let (forward, reverse) = match words.value.split_once('/') {
            Some((forward, reverse)) => (forward, Some(reverse)),
            None => (words.value.as_str(), None),
        };
        let part = |part: &str| Scalar { value: part.trim().to_owned().into(), ..words.clone() };
        let mut strength = |text: &str| word(&part(text), STRENGTHS, Rule::UnknownRelation, "relation", faults);
        let (forward, reverse) = (strength(forward), reverse.map(&mut strength));
        let Some(forward) = forward else { continue };
        let reverse = match reverse {
            None => None,
            Some(None) => continue,
            Some(Some(reverse)) => {
                if let Some(fault) = impossible_reverse(words, forward, reverse) {
                    faults.push(fault);
                    continue;
                }
                Some(reverse).filter(|reverse| *reverse != Strength::Related)
            }
        };
        said.push(Said { mapper: mapper.value.clone(), forward, reverse });
    }
    said
}

/// The names of those who confirmed a row, each once.
fn reviewers(names: Vec<Scalar>, faults: &mut Vec<Diagnostic>) -> Few<Text> {
    let mut known: Vec<Scalar> = Vec::with_capacity(names.len());
    for name in names {
        if raw::is_blank(&name.value) {
            let fault = Diagnostic::new(Rule::MissingKey, name.span, "reviewed-by contains an empty name");
            faults.push(fault.help("write who reviewed the row, or remove the name"));
        } else if let Some(first) = known.iter().find(|first| first.value == name.value) {
            let message = format!("{} appears twice under reviewed-by", name.shown());
            faults.push(
                Diagnostic::new(Rule::RepeatedValue, name.span, message)
                    .label(first.span, "first here")
                    .help("name each person once"),
            );
        } else {
            known.push(name);
        }
    }
    known.into_iter().map(|name| name.value).collect()
}

/// What is shared is mutual, and so is a touch point.
fn impossible_reverse(text: &Scalar, forward: Strength, reverse: Strength) -> Option<Diagnostic> {
    let is_one_sided = |strength| (forward == strength) != (reverse == strength);
    let help = if is_one_sided(Strength::Related) {
        "related applies in both directions: remove reverse, or state in both directions how far one covers the other"
    } else if is_one_sided(Strength::None) {
        "overlap is mutual: either both are none, or neither is"
    } else {
        return None;
    };
    let message = format!("{forward} forwards and {reverse} backwards are not possible together");
    Some(Diagnostic::new(Rule::ImpossibleReverse, text.span, message).help(help))
}

/// The clauses that texts name, each once. Shorter than the list of texts where one of them is wrong.
fn clauses(
    texts: &[Scalar],
    home: Option<&Catalog>,
    resolver: &Resolver<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<ClauseId> {
    // Most rows name a handful of clauses, which are compared faster than hashed.
    const FEW: usize = 16;
    let is_large = texts.len() > FEW;
    let mut known: HashSet<ClauseId, FixedState> = HashSet::default();
    let mut found: Vec<ClauseId> = Vec::with_capacity(texts.len());
    for text in texts {
        let Some((id, clause)) = resolver.clause(text, home, faults) else { continue };
        if !resolver.check_normative(&id, clause, text, "related", faults) {
            continue;
        }
        let is_repeated = if is_large { !known.insert(id.clone()) } else { found.contains(&id) };
        if is_repeated {
            faults.push(
                Diagnostic::new(Rule::DuplicateKey, text.span, format!("{id} appears twice in one row"))
                    .help("name it once"),
            );
            continue;
        }
        found.push(id);
    }
    found
}

/// Looks for rows that say different things of one pair, or the same thing twice. What only touches says nothing that
/// another row could contradict.
pub(super) fn check_pairs(rows: &[Relation]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let hasher = FixedState::default();
    // The first row of each pair by the hash of the pair; a place for those, if ever, whose pairs have one hash.
    let mut firsts: HashMap<u64, usize, FixedState> = HashMap::with_capacity_and_hasher(rows.len(), hasher.clone());
    let mut others: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let pair = Pair::of(row);
        match firsts.entry(hasher.hash_one(&pair)) {
            Entry::Vacant(vacant) => {
                vacant.insert(at);
            }
            Entry::Occupied(occupied) => {
                let mut alike = std::iter::once(occupied.get()).chain(&others).map(|first| &rows[*first]);
                match alike.find(|first| Pair::of(first) == pair) {
                    Some(first) => faults.push(second_row(row, first)),
                    None => others.push(at),
                }
            }
        }
    }
    check_uncovered(rows, &mut faults);
    faults
}

/// What a row speaks of.
#[derive(PartialEq, Eq, Hash)]
struct Pair<'r> {
    from: Cow<'r, [ClauseId]>,
    to: &'r ClauseId,
    is_touch_point: bool,
}

impl<'r> Pair<'r> {
    fn of(row: &'r Relation) -> Self {
        let mut from = Cow::Borrowed(row.from.as_slice());
        if row.is_joint() {
            from.to_mut().sort_unstable();
        }
        Self { from, to: &row.to, is_touch_point: row.forward == Strength::Related }
    }
}

/// Finds rows that say that nothing covers a clause although other rows cover it.
fn check_uncovered(rows: &[Relation], faults: &mut Vec<Diagnostic>) {
    let uncovered: Vec<&Relation> = rows.iter().filter(|row| row.from.is_empty()).collect();
    if uncovered.is_empty() {
        return;
    }
    let mut covered: HashMap<&ClauseId, &Relation, FixedState> = HashMap::default();
    for row in rows.iter().filter(|row| row.forward.shares_demands()) {
        covered.entry(&row.to).or_insert(row);
    }
    for row in uncovered {
        if let Some(other) = covered.get(&row.to) {
            let message = format!("this row says that nothing covers {}, but another row covers it", row.to);
            faults.push(contradiction(row, other, message));
        }
    }
}

fn second_row(row: &Relation, first: &Relation) -> Diagnostic {
    let says = |row: &Relation| match row.reverse {
        Some(reverse) => format!("{}, {reverse} backwards", row.forward),
        None => row.forward.to_string(),
    };
    let from = row.from.iter().map(ToString::to_string).collect::<Vec<_>>().join(" with ");
    let pair = if row.from.is_empty() { row.to.to_string() } else { format!("{from} and {}", row.to) };
    let agrees = row.forward == first.forward
        && (row.reverse == first.reverse || row.reverse.is_none() || first.reverse.is_none());
    if agrees {
        return Diagnostic::new(Rule::RepeatedRow, row.span, format!("{pair} are related a second time here"))
            .label(first.span, "first here")
            .help("combine the two into one row");
    }
    contradiction(row, first, format!("{pair} are {} here and {} in another row", says(row), says(first)))
}

fn contradiction(row: &Relation, other: &Relation, message: String) -> Diagnostic {
    Diagnostic::new(Rule::ContradictingRows, row.span, message)
        .label(other.span, "the other row")
        .help("keep the one that agrees with the source; put two interpretations into two tables")
}
