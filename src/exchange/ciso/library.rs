//! A library as it is written: what describes it, its frameworks and its mapping sets.

use super::framework::Framework;
use super::mapping::MappingSet;
use super::tally::{Kind, Tally};
use super::urn::PACKAGER;
use super::yaml::{Event, Events, Reading, Stop, Word, shape};
use crate::diagnostic::Rule;
use crate::load::raw::Scalar;

/// A library as it is written. Texts have no blanks around them; what is blank is not there.
#[derive(Debug, Default)]
pub(super) struct LibraryFile {
    pub(super) urn: Option<Scalar>,
    pub(super) name: Option<Scalar>,
    pub(super) version: Option<Scalar>,
    pub(super) published: Option<Scalar>,
    pub(super) provider: Option<Scalar>,
    pub(super) packager: Option<Scalar>,
    /// Its name in other languages.
    pub(super) names: Vec<(Scalar, Scalar)>,
    pub(super) frameworks: Vec<Framework>,
    pub(super) sets: Vec<MappingSet>,
    /// The other kinds of objects in it.
    pub(super) others: Vec<Scalar>,
    /// What is odd in its shape.
    pub(super) tally: Tally,
}

const NAMELESS: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a translation stands under no language, and is left out",
    many: "translations stand under no language, and are left out",
    help: "name the language by its tag, such as de or pt-BR",
};

/// Reads a library.
pub(super) struct Library;

impl<'t> Reading<'t> for Library {
    type Output = LibraryFile;

    fn read(&self, events: &mut impl Events<'t>) -> Result<LibraryFile, Stop> {
        let mut file = LibraryFile::default();
        let mut tally = Tally::default();
        shape::map(events, &mut tally, |events, key, tally| match &*key.value {
            "urn" => shape::text(&mut file.urn, events, tally),
            "name" => shape::text(&mut file.name, events, tally),
            "version" => shape::text(&mut file.version, events, tally),
            "publication_date" => shape::text(&mut file.published, events, tally),
            "provider" => shape::text(&mut file.provider, events, tally),
            "packager" => shape::text(&mut file.packager, events, tally),
            "translations" => names(&mut file.names, events, tally),
            "objects" => shape::map(events, tally, |events, key, tally| file.object(key, events, tally)).map(|_| ()),
            _ => events.skip(),
        })?;
        // What stands behind the document would be a second one.
        while events.next()?.is_some() {}
        file.tally = tally;
        Ok(file)
    }
}

impl LibraryFile {
    /// Whether it was written here, so that descriptions are words of our own.
    pub(super) fn is_own(&self) -> bool {
        self.packager.as_ref().is_some_and(|packager| packager.value == *PACKAGER)
    }

    /// Reads what stands under `objects`: one of a kind, or a list of them.
    fn object<'t>(&mut self, key: Word<'t>, events: &mut impl Events<'t>, tally: &mut Tally) -> Result<(), Stop> {
        match &*key.value {
            "framework" | "frameworks" => one_or_more(events, tally, |first, events, tally| {
                let framework = Framework::read(first, events, tally)?;
                self.frameworks.extend(framework);
                Ok(())
            }),
            "requirement_mapping_set" | "requirement_mapping_sets" => {
                one_or_more(events, tally, |first, events, tally| {
                    let set = MappingSet::read(first, events, tally)?;
                    self.sets.extend(set);
                    Ok(())
                })
            }
            _ => {
                self.others.push(key.into_scalar());
                events.skip()
            }
        }
    }
}

/// A mapping, or a list of mappings.
fn one_or_more<'t, E: Events<'t>>(
    events: &mut E,
    tally: &mut Tally,
    mut item: impl FnMut(Event<'t>, &mut E, &mut Tally) -> Result<(), Stop>,
) -> Result<(), Stop> {
    match events.next()? {
        Some(first @ Event::List(_)) => shape::list_from(first, events, tally, item),
        Some(first) => item(first, events, tally),
        None => Ok(()),
    }
}

/// The names among translations, each with the tag of its language in its usual case.
pub(super) fn names<'t>(
    names: &mut Vec<(Scalar, Scalar)>,
    events: &mut impl Events<'t>,
    tally: &mut Tally,
) -> Result<(), Stop> {
    shape::map(events, tally, |events, language, tally| {
        let mut name = None;
        shape::map(events, tally, |events, key, tally| match &*key.value {
            "name" => shape::text(&mut name, events, tally),
            _ => events.skip(),
        })?;
        if let Some(name) = name {
            match tag(&language.value) {
                Some(tag) => names.push((Scalar::new(tag, language.span), name)),
                None => tally.add(&NAMELESS, language.span),
            }
        }
        Ok(())
    })
    .map(|_| ())
}

/// The tag of a language as BCP 47 usually has it: `pt_br` is `pt-BR`.
fn tag(written: &str) -> Option<String> {
    let written = written.trim().replace('_', "-").to_ascii_lowercase();
    let mut parts = written.split('-');
    let language = parts
        .next()
        .filter(|part| matches!(part.len(), 2..=3) && part.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    let mut tag = language.to_owned();
    for part in parts {
        let is_word = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        match part.len() {
            2 if is_word => tag.extend(["-", &part.to_ascii_uppercase()]),
            4 if is_word => tag.extend(["-", &part[..1].to_ascii_uppercase(), &part[1..]]),
            3 if part.bytes().all(|byte| byte.is_ascii_digit()) => tag.extend(["-", part]),
            _ => return None,
        }
    }
    Some(tag)
}
