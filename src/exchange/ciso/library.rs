//! A library as it is written: what describes it, its frameworks and its mapping sets.

use super::framework::Framework;
use super::mapping::MappingSet;
use super::shape;
use super::tally::Tally;
use super::translation::Translations;
use super::urn::PACKAGER;
use crate::load::events::{Event, Events, Reading, Stop, Word};
use crate::load::raw::Scalar;

/// A library as it is written. Texts have no spaces around them; what is empty is not there.
#[derive(Debug, Default)]
pub(super) struct LibraryFile {
    pub(super) urn: Option<Scalar>,
    pub(super) name: Option<Scalar>,
    pub(super) version: Option<Scalar>,
    pub(super) published: Option<Scalar>,
    pub(super) provider: Option<Scalar>,
    pub(super) packager: Option<Scalar>,
    pub(super) translations: Translations,
    pub(super) frameworks: Vec<Framework>,
    pub(super) sets: Vec<MappingSet>,
    /// The other kinds of objects in it.
    pub(super) others: Vec<Scalar>,
    /// What is odd in its shape.
    pub(super) tally: Tally,
}

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
            "translations" => file.translations.read(events, tally),
            "objects" => shape::map(events, tally, |events, key, tally| file.object(key, events, tally)).map(|_| ()),
            _ => events.skip(),
        })?;
        // What is after the document would be a second one.
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

    /// Reads what is under `objects`: one of a kind, or a list of them.
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
