//! Cells that hold more than clause ids: text before and after them, several in lines, references to several sources,
//! and ids in another form than the catalog's.

use super::ids;
use super::reading::Reading;
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::editions::EditionNames;
use crate::exchange::forms::Forms;
use crate::exchange::tally::Tally;
use crate::model::{Catalog, EditionId, Library};
use crate::source::Span;

/// What a cell names.
pub(super) enum Read {
    /// These clauses; none where it says that there are none.
    Ids(Vec<String>),
    /// What stands here, which is read as everywhere.
    AsItStands(String),
    /// A part of a clause, as it stands.
    Part(String),
    /// Something of which it cannot be said which clause is meant.
    Unclear(Box<Diagnostic>),
}

/// Reads such cells, and counts what is passed over in them.
pub(super) struct Pieces<'l> {
    names: EditionNames<'l>,
    forms: Forms<'l>,
    tally: Tally,
}

/// One id of a cell.
enum One {
    Id(String),
    /// The id of a source that is not said to be the one that is meant.
    OfSource(String),
    Nothing,
}

/// Words that say that an id follows, and of no standard which.
const OF_IDS: [&str; 26] = [
    "§",
    "abschnitt",
    "anhang",
    "annex",
    "annexe",
    "appendix",
    "art",
    "article",
    "artikel",
    "chapter",
    "clause",
    "clauses",
    "cl",
    "control",
    "controls",
    "criterion",
    "domain",
    "kapitel",
    "nr",
    "no",
    "number",
    "req",
    "requirement",
    "section",
    "sec",
    "ziffer",
];

impl<'l> Pieces<'l> {
    pub(super) fn of(library: &'l Library) -> Self {
        Self { names: EditionNames::of(library), forms: Forms::default(), tally: Tally::default() }
    }

    /// What is passed over, once for each kind.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.tally.finish()
    }

    /// Counts a row that names clauses on one side only, if its relation is said of all rows.
    pub(super) fn leave_out_one_sided(&mut self, row: Span) {
        self.tally.leave_out("rows left out that name clauses on one side only", row, "");
    }

    /// Counts a row that says nothing of its clauses.
    pub(super) fn leave_out_unlooked(&mut self, row: Span) {
        self.tally.leave_out(
            "rows left out that say nothing about their clauses: they have not been examined",
            row,
            "",
        );
    }

    /// Counts a row that is about a part of a clause: of the whole it would say more.
    pub(super) fn leave_out_part(&mut self, row: Span, part: &str) {
        self.tally.leave_out("rows left out that are about a part of a clause", row, part);
    }

    /// Counts a row that is true only together with the others of its group.
    pub(super) fn leave_out_group(&mut self, row: Span, group: &str) {
        self.tally.leave_out("rows left out that hold only together with others (Group Identifier)", row, group);
    }

    /// What a cell names, where only references to one source count if there is one; `is_plain` says whether a text is
    /// a list of ids as the catalog has them.
    pub(super) fn read(
        &mut self,
        text: &str,
        home: &'l Catalog,
        (reading, source): (&Reading, Option<&str>),
        span: Span,
        is_plain: &dyn Fn(&str) -> bool,
    ) -> Read {
        let text = text.trim();
        if home.find(text).is_none() && says_nothing(text) {
            return Read::Ids(Vec::new());
        }
        let said = match source {
            Some(source) => self.of_source(text, source, span),
            None => text.to_owned(),
        };
        if said.is_empty() {
            return Read::Ids(Vec::new());
        }
        if let Some(part) = self.part(&said, home, reading) {
            return Read::Part(part.to_owned());
        }
        if is_plain(&said) {
            return Read::AsItStands(said);
        }
        let (mut ids, mut foreign) = (Vec::new(), None);
        for piece in said.split(['\n', '\r', ';']).map(str::trim).filter(|piece| !piece.is_empty()) {
            match self.one(piece, home, reading, span) {
                One::Id(id) => ids.push(id),
                One::OfSource(source) => foreign = foreign.or(Some(source)),
                One::Nothing if says_nothing(piece) => {}
                One::Nothing => match self.list(piece, home, reading, span) {
                    Some(list) => ids.extend(list),
                    None => return Read::AsItStands(said),
                },
            }
        }
        match foreign {
            Some(source) => {
                let message = format!("the cell names a source for its references, {source}");
                let fault = Diagnostic::new(Rule::BadId, span, message);
                let help = format!("--only-source \"{source}\" reads only the references to that source");
                Read::Unclear(Box::new(fault.help(help)))
            }
            None => {
                let mut seen = std::collections::BTreeSet::new();
                ids.retain(|id| seen.insert(id.clone()));
                Read::Ids(ids)
            }
        }
    }

    /// The references of a cell to one source, without its name.
    fn of_source(&mut self, text: &str, source: &str, span: Span) -> String {
        let bare =
            |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let mut kept = Vec::new();
        for line in text.split(['\n', '\r', ';']).map(str::trim).filter(|line| !line.is_empty()) {
            match line.split_once(": ") {
                Some((name, id)) if bare(name) == bare(source) => kept.push(id.trim()),
                Some(_) | None => {
                    self.tally.leave_out(format!("references left out that are not to {source}"), span, line);
                }
            }
        }
        kept.join("\n")
    }

    /// The first word that names a part of a clause, if one does. What is after an id and a colon is a text.
    fn part<'t>(&mut self, said: &'t str, home: &'l Catalog, reading: &Reading) -> Option<&'t str> {
        if !said.contains(':') {
            return None;
        }
        let mut pieces = said.split(['\n', '\r', ';', ',', '+', '&']);
        pieces.find_map(|piece| {
            for word in piece.split_whitespace() {
                if self.is_part(word, home, reading) {
                    return Some(word);
                }
                if word.strip_suffix(':').is_some_and(|id| self.is_id(id, home, reading)) {
                    return None;
                }
            }
            None
        })
    }

    /// Whether a word is an id with a number or a letter directly after its colon: so OLIR names parts of an element.
    fn is_part(&mut self, word: &str, home: &'l Catalog, reading: &Reading) -> bool {
        let word = word.trim_start_matches(['(', '[']);
        let own = word.split_once('/').filter(|(edition, _)| *edition == home.id.as_str());
        let word = own.map_or(word, |(_, id)| id);
        let Some((id, part)) = word.split_once(':') else { return false };
        let part = part.trim_matches(['(', ')', '[', ']', '.', ':']);
        let is_letter = || part.chars().count() == 1 && part.starts_with(char::is_alphabetic);
        (part.starts_with(|c: char| c.is_ascii_digit()) || is_letter())
            && !self.is_id(word, home, reading)
            && self.is_id(id, home, reading)
    }

    /// Ids with commas between them, each of which is one.
    fn list(&mut self, piece: &str, home: &'l Catalog, reading: &Reading, span: Span) -> Option<Vec<String>> {
        let parts: Vec<&str> = piece.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() < 2 {
            return None;
        }
        let id = |part: &str| match self.one(part, home, reading, span) {
            One::Id(id) => Some(id),
            One::OfSource(_) | One::Nothing => None,
        };
        parts.into_iter().map(id).collect()
    }

    /// The one id that a piece of a cell holds.
    fn one(&mut self, piece: &str, home: &'l Catalog, reading: &Reading, span: Span) -> One {
        if let Some(id) = self.id(piece, home, reading, span) {
            return One::Id(id);
        }
        if !piece.contains(char::is_whitespace)
            && piece.split_once('/').is_some_and(|(edition, _)| EditionId::parse(edition).is_ok())
        {
            return One::Id(piece.to_owned());
        }
        if let Some((before, behind)) = piece.split_once(':') {
            let name = before.trim().trim_end_matches(')').rsplit(['(', ')']).next().unwrap_or_default();
            let word = before.split_whitespace().last().unwrap_or_default();
            // Where several words are ids, all of them are meant.
            let words = before.split([' ', '\t', ',', '+', '&', '(', ')', '[', ']']);
            let is_one = words.filter(|word| self.is_id(word, home, reading)).count() < 2;
            let is_named = if is_one { [before.trim(), name, word] } else { [before.trim(), "", ""] };
            if let Some(id) = is_named.iter().find_map(|id| self.id(id, home, reading, span)) {
                self.tally.read_as("texts after ids that are ignored", span, piece);
                return One::Id(id);
            }
            if let Some(id) = self.id(behind.trim(), home, reading, span) {
                return match self.names.find(before, None) {
                    Some(catalog) if catalog.id == home.id => One::Id(id),
                    Some(_) | None => One::OfSource(before.trim().to_owned()),
                };
            }
        }
        if let Some((before, id)) = piece.rsplit_once(char::is_whitespace)
            && self.is_about(before, home)
            && let Some(id) = self.id(id, home, reading, span)
        {
            self.tally.read_as("words before ids that are ignored", span, before);
            return One::Id(id);
        }
        match ids::before_title(piece, home, reading) {
            Some(id) => One::Id(id.to_owned()),
            None => One::Nothing,
        }
    }

    /// An id without the words before it, where these say no more than that it is one, or of which edition it is.
    pub(super) fn without_words<'t>(
        &mut self,
        text: &'t str,
        home: &'l Catalog,
        reading: &Reading,
        span: Span,
    ) -> Option<&'t str> {
        let (before, id) = text.trim().rsplit_once(char::is_whitespace)?;
        if self.is_id(text, home, reading) || !self.is_about(before, home) || !self.is_id(id, home, reading) {
            return None;
        }
        // Where the words are ids themselves, all of them are meant.
        if before.split_whitespace().any(|word| self.is_id(word, home, reading)) {
            return None;
        }
        self.tally.read_as("words before ids that are ignored", span, before);
        Some(id)
    }

    /// The clause that a text is the id of in another form than the catalog has.
    pub(super) fn in_other_form(&mut self, text: &str, home: &'l Catalog, span: Span) -> Option<String> {
        let clause = self.forms.clause(home, text)?;
        self.tally.read_as(format!("ids read in the form that {} uses", home.id), span, text);
        Some(clause.number.to_string())
    }

    /// Whether words before an id say nothing that could point elsewhere: they say that it is one, or name the edition.
    /// Other words may name another standard, or take something out.
    fn is_about(&self, before: &str, home: &Catalog) -> bool {
        let edition = home.id.as_str().split_once(':').map(|(_, edition)| edition);
        let is_home = |found: Option<&Catalog>| found.is_some_and(|found| found.id == home.id);
        // After such a sign a list goes on, and what is before it is meant too.
        if before.contains([';', ',', '|', '+', '&', '\n', '\r']) {
            return false;
        }
        let mut words = before.split(|c: char| !c.is_alphanumeric() && c != '§').filter(|word| !word.is_empty());
        words.all(|word| OF_IDS.contains(&word.to_lowercase().as_str()))
            || is_home(self.names.find(before, None))
            || is_home(self.names.find(before, edition))
    }

    /// Whether a text is the id of a clause, perhaps in another form.
    fn is_id(&mut self, text: &str, home: &'l Catalog, reading: &Reading) -> bool {
        home.find(&ids::prefixed(text, home, reading)).is_some() || self.forms.clause(home, text).is_some()
    }

    /// The clause that a text is the id of, perhaps in another form.
    fn id(&mut self, text: &str, home: &'l Catalog, reading: &Reading, span: Span) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let whole = ids::prefixed(text, home, reading);
        if home.find(&whole).is_some() {
            return Some(whole);
        }
        self.in_other_form(text, home, span)
    }
}

/// Whether a text says that there is nothing, or no longer anything.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    matches!(text.as_str(), "n/a" | "na" | "-" | "–" | "—" | "none" | "not applicable" | "no mapping")
        || (text.starts_with("[withdrawn") && text.ends_with(']'))
}
