//! The packed form of an edition: a header that is read at once, and clauses that are read when they are used.

use serde::{Deserialize, Serialize};

use super::part::{MOST_AT_ONCE, Malformed, Reader, Writer};
use crate::load::word::day;
use crate::model::{
    Amendment, Attributes, Catalog, CatalogKind, Clause, ClauseKind, ClauseNumber, Clauses, Confidence, EditionId,
    EditionStatus, Language, Lifecycle, Profile, Provenance, Transition, Translations,
};
use crate::source::{FileId, Span, Text};

/// What is known about an edition without reading a clause.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Head {
    id: Text,
    title: Text,
    publisher: Option<Text>,
    published: Option<Text>,
    status: Option<EditionStatus>,
    supersedes: Option<Text>,
    superseded_by: Option<Text>,
    /// Its last day, and a remark.
    transition: Option<(Text, Option<Text>)>,
    amendments: Vec<PackedAmendment>,
    aliases: Vec<Text>,
    kind: Option<CatalogKind>,
    source: Option<Text>,
    confidence: Option<Confidence>,
    provenance: Option<Provenance>,
    profile: Profile,
    translations: Translations,
    span: Span,
    pub(super) requirements: u32,
    pub(super) fingerprint: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct PackedAmendment {
    id: Text,
    date: Text,
    clauses: Vec<(Text, Text)>,
    span: Span,
}

fn words(text: &str) -> Text {
    text.to_owned().into()
}

impl Head {
    /// The header of an edition; `place` gives the position of its file in the pack.
    pub(super) fn of(catalog: &Catalog, place: &dyn Fn(Span) -> Span) -> Self {
        let transition = |transition: &Transition| (transition.ends.to_string().into(), transition.note.clone());
        let gained = |(number, gained): &(ClauseNumber, Text)| (words(number.as_str()), gained.clone());
        let amendment = |amendment: &Amendment| PackedAmendment {
            id: amendment.id.clone(),
            date: amendment.date.to_string().into(),
            clauses: amendment.clauses.iter().map(gained).collect(),
            span: place(amendment.span),
        };
        Self {
            id: words(catalog.id.as_str()),
            title: catalog.title.clone(),
            publisher: catalog.publisher.clone(),
            published: catalog.published.clone(),
            status: catalog.status,
            supersedes: catalog.supersedes.as_ref().map(|edition| words(edition.as_str())),
            superseded_by: catalog.lifecycle.superseded_by.clone(),
            transition: catalog.lifecycle.transition.as_ref().map(transition),
            amendments: catalog.lifecycle.amendments.iter().map(amendment).collect(),
            aliases: catalog.aliases.clone(),
            kind: catalog.kind,
            source: catalog.source.clone(),
            confidence: catalog.confidence,
            provenance: catalog.provenance,
            profile: catalog.profile.clone(),
            translations: catalog.translations.clone(),
            span: place(catalog.span),
            requirements: u32::try_from(catalog.requirement_count()).expect("fewer than four billion clauses"),
            fingerprint: catalog.fingerprint(),
        }
    }

    /// The edition, without its clauses, which are read later; `place` gives the position of its file in this run.
    pub(super) fn catalog(self, place: &dyn Fn(Span) -> Result<Span, Malformed>) -> Result<Catalog, Malformed> {
        let edition = |text: Text| EditionId::parse(&text).map_err(|_| Malformed);
        let mut catalog = Catalog::new(edition(self.id)?, self.title, place(self.span)?);
        catalog.publisher = self.publisher;
        catalog.published = self.published;
        catalog.status = self.status;
        catalog.supersedes = self.supersedes.map(edition).transpose()?;
        catalog.aliases = self.aliases;
        catalog.kind = self.kind;
        catalog.source = self.source;
        catalog.confidence = self.confidence;
        catalog.provenance = self.provenance;
        catalog.profile = self.profile;
        catalog.translations = self.translations;
        let number = |(number, gained): (Text, Text)| match ClauseNumber::parse(&number) {
            Ok(number) => Ok((number, gained)),
            Err(_) => Err(Malformed),
        };
        let amendment = |packed: PackedAmendment| {
            Ok(Amendment {
                id: packed.id,
                date: day(&packed.date).ok_or(Malformed)?,
                clauses: packed.clauses.into_iter().map(number).collect::<Result<_, _>>()?,
                span: place(packed.span)?,
            })
        };
        let transition = |(ends, note): (Text, _)| Ok(Transition { ends: day(&ends).ok_or(Malformed)?, note });
        catalog.lifecycle = Lifecycle {
            superseded_by: self.superseded_by,
            transition: self.transition.map(transition).transpose()?,
            amendments: self.amendments.into_iter().map(amendment).collect::<Result<_, Malformed>>()?,
        };
        Ok(catalog)
    }
}

const KINDS: [ClauseKind; 3] = [ClauseKind::Requirement, ClauseKind::Heading, ClauseKind::Informative];

/// The properties of a clause, one bit each, above the two bits of its kind.
const MANDATORY: u8 = 1 << 2;
const HAS_PARENT: u8 = 1 << 3;
const HAS_SUMMARY: u8 = 1 << 4;
const HAS_ATTRIBUTES: u8 = 1 << 5;
const HAS_TRANSLATIONS: u8 = 1 << 6;

/// The clauses of an edition as bytes. They belong to its file.
pub(super) fn write(catalog: &Catalog) -> Vec<u8> {
    let mut part = Writer::default();
    part.number(catalog.clauses().len());
    for clause in catalog.clauses() {
        let kind = KINDS.iter().position(|kind| *kind == clause.kind).unwrap_or(0);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        let attributes: Vec<(&str, &str)> = clause.attributes.iter().collect();
        part.byte(
            u8::try_from(kind).unwrap_or(0)
                | flag(clause.mandatory, MANDATORY)
                | flag(clause.parent.is_some(), HAS_PARENT)
                | flag(clause.summary.is_some(), HAS_SUMMARY)
                | flag(!attributes.is_empty(), HAS_ATTRIBUTES)
                | flag(clause.translations != Translations::default(), HAS_TRANSLATIONS),
        );
        part.text(clause.number.as_str());
        part.text(&clause.title);
        clause.parent.iter().for_each(|parent| part.number(*parent));
        clause.summary.iter().for_each(|summary| part.text(summary));
        if !attributes.is_empty() {
            part.number(attributes.len());
            for (name, value) in attributes {
                part.text(name);
                part.text(value);
            }
        }
        if clause.translations != Translations::default() {
            translated(&mut part, clause.translations.titles());
            translated(&mut part, clause.translations.summaries());
        }
        part.span(clause.span);
    }
    part.finish()
}

fn translated(part: &mut Writer, texts: &[(Language, Text)]) {
    part.number(texts.len());
    for (language, text) in texts {
        part.text(language.as_str());
        part.text(text);
    }
}

/// The clauses again. Those that `is_known` to be sound were packed with the program.
pub(super) fn read(bytes: &'static [u8], file: FileId, is_known: bool) -> Result<Clauses, Malformed> {
    let mut part = Reader::new(bytes)?;
    let count = part.count()?;
    let mut clauses = Vec::with_capacity(count.min(MOST_AT_ONCE));
    for _ in 0..count {
        let flags = part.byte()?;
        let number = part.str()?;
        if !is_known && ClauseNumber::parse(number).is_err() {
            return Err(Malformed);
        }
        clauses.push(Clause {
            number: ClauseNumber::packed(number),
            title: part.text()?,
            kind: *KINDS.get(usize::from(flags & 3)).ok_or(Malformed)?,
            parent: if flags & HAS_PARENT == 0 { None } else { Some(part.number()?) },
            summary: part.text_if(flags & HAS_SUMMARY != 0)?,
            mandatory: flags & MANDATORY != 0,
            attributes: if flags & HAS_ATTRIBUTES == 0 { Attributes::default() } else { attributes(&mut part)? },
            translations: translations(&mut part, flags & HAS_TRANSLATIONS != 0)?,
            span: part.span(file)?,
        });
    }
    let clauses = if is_known { Clauses::known(clauses) } else { Clauses::sound(clauses).ok_or(Malformed)? };
    part.finish(clauses)
}

fn attributes(part: &mut Reader) -> Result<Attributes, Malformed> {
    let count = part.count()?;
    let mut attributes = Vec::with_capacity(count.min(MOST_AT_ONCE));
    for _ in 0..count {
        attributes.push((part.text()?, part.text()?));
    }
    Ok(attributes.into_iter().collect())
}

fn translations(part: &mut Reader, are_there: bool) -> Result<Translations, Malformed> {
    if !are_there {
        return Ok(Translations::default());
    }
    let mut texts = || -> Result<Vec<(Language, Text)>, Malformed> {
        let count = part.count()?;
        (0..count).map(|_| Ok((Language::parse(&part.text()?).map_err(|_| Malformed)?, part.text()?))).collect()
    };
    Ok(Translations::new(texts()?, texts()?))
}
