//! The edition that a document describes: its id, its names, and what is known of it.

use super::model::{Metadata, Party, Property};
use super::said::Said;
use super::word::{Places, Word};
use crate::exchange::names;
use crate::exchange::oscal::OURS;
use crate::load::{self, raw};
use crate::model::EditionId;
use crate::source::Span;

/// How long the name of a standard gets, in characters.
const LONGEST: usize = 60;

/// The id of a document: the one that we wrote into it, or else one by its title and version, or by its uuid if it has
/// no title: `NIST Special Publication 800-53 Revision 5.1.1 HIGH IMPACT BASELINE` is `nist-sp-800-53-high:5.1.1`.
pub(super) fn id(metadata: &Metadata, uuid: Option<&Word>) -> Option<EditionId> {
    let stated = ours(&metadata.props, "edition").and_then(|edition| EditionId::parse(edition.as_str()).ok());
    let version = metadata.version.as_ref().map_or("", Word::as_str);
    let by_title = || by_title(Word::filled(metadata.title.as_ref())?.as_str(), version);
    let by_uuid = || EditionId::parse(&format!("oscal-{}:{}", names::slug(uuid?.as_str()), by_version(version)?)).ok();
    stated.or_else(by_title).or_else(by_uuid)
}

fn by_title(title: &str, version: &str) -> Option<EditionId> {
    let slug = names::slug(head(title));
    let mut words: Vec<&str> = slug.split('-').filter(|word| !word.is_empty()).collect();
    if words.first() == Some(&"electronic")
        && let Some(publisher) = words.iter().position(|word| *word == "nist")
    {
        words.drain(..publisher);
    }
    if let Some(at) = words.windows(2).position(|pair| pair == ["special", "publication"]) {
        words.splice(at..at + 2, ["sp"]);
    }
    let is_marked = |pair: &[&str]| {
        ["revision", "rev", "rev.", "version"].contains(&pair[0]) && pair[1].starts_with(|c: char| c.is_ascii_digit())
    };
    let (standard, edition) = match words.windows(2).position(is_marked) {
        Some(at) => {
            let edition = words[at + 1].trim_end_matches('.').to_owned();
            // What is after a revision distinguishes a selection from the whole, or is more of a title.
            let is_selection = words.last().is_some_and(|word| ["baseline", "profile", "overlay"].contains(word));
            let behind = words[at + 2..].iter().filter(|_| is_selection);
            let plain = behind.filter(|word| !["impact", "baseline", "profile"].contains(word));
            let standard = words[..at].iter().chain(plain).copied().collect::<Vec<_>>().join("-");
            (standard, edition)
        }
        None => {
            let named = names::edition(&words.join("-"))?;
            let edition = named.as_str().strip_prefix(&format!("{}:", named.standard()))?.to_owned();
            let edition = if edition == names::UNDATED { by_version(version)? } else { edition };
            (named.standard().to_owned(), edition)
        }
    };
    // A title says the revision, the version which one of it: 5 and 5.1.1+u4.
    let plain = by_version(version)?;
    let edition = if plain.starts_with(&format!("{edition}.")) { plain } else { edition };
    EditionId::parse(&format!("{}:{edition}", shortened(&standard))).ok()
}

/// A version without what it was built with.
fn by_version(version: &str) -> Option<String> {
    let plain = version.split(['+', ' ']).next().unwrap_or("");
    let slug = names::slug(plain);
    let number = slug.strip_prefix('v').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(&slug);
    Some(if number.is_empty() { names::UNDATED.to_owned() } else { number.to_owned() })
}

/// A title without what follows its colon.
fn head(title: &str) -> &str {
    title.split(": ").next().unwrap_or(title).trim()
}

fn shortened(standard: &str) -> &str {
    let end = match standard.char_indices().nth(LONGEST) {
        Some((end, _)) => standard[..end].rfind('-').unwrap_or(end),
        None => standard.len(),
    };
    standard[..end].trim_matches(['-', '.', '_'])
}

/// A catalog without clauses: what is known of the edition. `what` says what kind of document it is made of.
pub(super) fn described(
    id: &EditionId,
    metadata: &Metadata,
    uuid: Option<&Word>,
    what: &str,
    places: Places,
) -> raw::Catalog {
    let title = Word::filled(metadata.title.as_ref());
    let near = title.and_then(|title| places.find(title));
    let near = near.or_else(|| uuid.and_then(|uuid| places.find(uuid))).unwrap_or(places.top());
    let said = |text: &str| Some(raw::Scalar::new(text.to_owned(), near));
    let own = |name: &str| whole(&metadata.props, name).map(|value| places.scalar(value, near));
    // Where we wrote an edition down, there is nothing more to say of it.
    let is_written_here = own("edition").is_some();
    let version = metadata.version.as_ref().map(|version| format!(", version {}", version.as_str()));
    let name = title.map(|title| format!(" \"{}\"", title.as_str())).unwrap_or_default();
    let published = metadata.published.as_ref().and_then(|date| day(date, places, near));
    let short = title.map(|title| head(title.as_str())).filter(|short| !short.is_empty());
    let stated = metadata.props.iter().filter(|prop| is_own(prop, "alias"));
    let mut aliases: Vec<raw::Scalar> = stated.map(|prop| places.scalar(in_full(prop), near)).collect();
    if !is_written_here {
        aliases.extend(short.map(|short| raw::Scalar::new(short.to_owned(), near)));
        aliases.extend(title.filter(|title| Some(title.as_str()) != short).map(|title| places.scalar(title, near)));
        aliases.extend(uuid.map(|uuid| raw::Scalar::new(urn(uuid.as_str()), places.span(uuid, near))));
    }
    let otherwise = |text: &str| said(text).filter(|_| !is_written_here);
    let transition = metadata.props.iter().find(|prop| is_own(prop, "transition-ends"));
    let remarks = |prop: &Property| prop.remarks.as_ref().map(|remarks| places.scalar(remarks, near));
    let amended = metadata.props.iter().filter(|prop| is_own(prop, "amendment"));
    raw::Catalog {
        id: said(id.as_str()),
        title: Some(title.map_or_else(|| raw::Scalar::new(id.to_string(), near), |title| places.scalar(title, near))),
        publisher: organization(metadata).map(|name| places.scalar(name, near)),
        published: own("published").or(published),
        status: own("status"),
        supersedes: own("supersedes"),
        superseded_by: own("superseded-by"),
        transition: transition.map(|prop| [Some(places.scalar(&prop.value, near)), remarks(prop)]),
        // What each clause gained is next to the clause.
        amendments: amended
            .map(|prop| raw::Amendment {
                id: places.scalar(&prop.value, near),
                date: remarks(prop),
                clauses: Vec::new(),
            })
            .collect(),
        aliases,
        kind: own("kind").or_else(|| otherwise("control-set")),
        source: own("source").or_else(|| otherwise(&format!("{what}{name}{}", version.unwrap_or_default()))),
        confidence: own("confidence"),
        provenance: own("provenance").or_else(|| otherwise(provenance(metadata))),
        profile: ["abstraction", "audience", "approach", "granularity"].map(own),
        titles: translated(&metadata.props, "title", places, near),
        ..raw::Catalog::empty(near)
    }
}

/// Says that a document has no title, where it stands for people by its id alone.
pub(super) fn without_title(metadata: &Metadata, id: Option<&EditionId>, places: Places, near: Span, said: &mut Said) {
    if let (None, Some(id)) = (Word::filled(metadata.title.as_ref()), id) {
        let span = metadata.title.as_ref().map_or(near, |title| places.span(title, near));
        let one = format!("the document has no title: {id} is used instead");
        said.read_as(span, one, "documents have no title", "add a title to its metadata");
    }
}

/// What we wrote down in other languages, each with its language.
pub(super) fn translated(
    props: &[Property],
    name: &str,
    places: Places,
    near: Span,
) -> Vec<(raw::Scalar, raw::Scalar)> {
    let said = props.iter().filter(|prop| is_own(prop, name));
    said.filter_map(|prop| Some((places.scalar(prop.class.as_ref()?, near), places.scalar(in_full(prop), near))))
        .collect()
}

/// The name of a document by its uuid, as an alias of its edition.
pub(super) fn urn(uuid: &str) -> String {
    format!("urn:uuid:{}", uuid.trim().to_ascii_lowercase())
}

/// The day of a moment, if it is one.
pub(super) fn day(moment: &Word, places: Places, near: Span) -> Option<raw::Scalar> {
    let text = moment.text.get(..10)?;
    load::day(text).map(|_| raw::Scalar::new(text.to_owned(), places.span(moment, near)))
}

/// The first property of ours with a name.
pub(super) fn ours<'p>(props: &'p [Property], name: &str) -> Option<&'p Word> {
    props.iter().find(|prop| is_own(prop, name)).map(|prop| &prop.value)
}

/// What the first property of ours with a name says in full: what it says in one line is in its value, and more in its
/// remarks.
pub(super) fn whole<'p>(props: &'p [Property], name: &str) -> Option<&'p Word> {
    props.iter().find(|prop| is_own(prop, name)).map(in_full)
}

/// What a property of ours says in full.
pub(super) fn in_full(prop: &Property) -> &Word {
    prop.remarks.as_ref().unwrap_or(&prop.value)
}

/// Whether a property is the one of ours with a name.
pub(super) fn is_own(prop: &Property, name: &str) -> bool {
    prop.name.as_str() == name && is_ours(prop)
}

/// Whether a property is one of ours.
pub(super) fn is_ours(prop: &Property) -> bool {
    prop.ns.as_ref().is_some_and(|ns| ns.as_str().trim_end_matches('/') == OURS)
}

/// The version of a table that we wrote next to it; 1 if there is none.
pub(super) fn table_version(props: &[Property]) -> String {
    let stated = ours(props, "table-version").or_else(|| ours(props, "version"));
    let stated = stated.map(|version| version.text.trim());
    stated.filter(|version| version.parse::<u32>().is_ok_and(|version| version > 0)).unwrap_or("1").to_owned()
}

/// The organization that a document names first as its publisher, creator or author; else its first organization.
pub(super) fn organization(metadata: &Metadata) -> Option<&Word> {
    let role = |name: &str| {
        let has_role = |role: &Option<Word>| role.as_ref().is_some_and(|role| role.as_str() == name);
        metadata.responsible_parties.iter().find(|responsible| has_role(&responsible.role_id))
    };
    let responsible = ["publisher", "creator", "author"].iter().find_map(|name| role(name));
    let named = responsible.and_then(|responsible| party(metadata, responsible.party_uuids.first()?.as_str()));
    let is_organization = |party: &&Party| party.kind.as_ref().is_some_and(|kind| kind.as_str() == "organization");
    named.filter(is_organization).or_else(|| metadata.parties.iter().find(is_organization))?.name.as_ref()
}

/// The party with a uuid.
pub(super) fn party<'m>(metadata: &'m Metadata, uuid: &str) -> Option<&'m Party> {
    metadata.parties.iter().find(|party| party.uuid.as_ref().is_some_and(|known| known.as_str() == uuid))
}

/// NIST publishes; of others it is not known how sure they are.
pub(super) fn provenance(metadata: &Metadata) -> &'static str {
    let is_nist = |party: &Party| {
        party.name.as_ref().is_some_and(|name| {
            let name = name.as_str();
            name.starts_with("National Institute of Standards and Technology")
                || name.starts_with("Joint Task Force")
                || name == "NIST"
        })
    };
    if metadata.parties.iter().any(is_nist) { "published" } else { "community" }
}

#[cfg(test)]
mod tests {
    use super::by_title;

    #[test]
    fn an_edition_is_named_by_title_and_version() {
        for (title, version, expected) in [
            (
                "NIST Special Publication 800-53 Revision 4: Security and Privacy Controls",
                "2015-01-22",
                "nist-sp-800-53:4",
            ),
            (
                "NIST Special Publication 800-53 Revision 5.1.1 HIGH IMPACT BASELINE",
                "5.1.1+u4",
                "nist-sp-800-53-high:5.1.1",
            ),
            ("NIST Special Publication 800-53 Revision 4 LOW IMPACT BASELINE", "2015-01-22", "nist-sp-800-53-low:4"),
            (
                "Electronic Version of NIST SP 800-53 Rev 5.1.1 Controls and SP 800-53A Rev 5.1.1 Assessment Procedures",
                "5.1.1+u4",
                "nist-sp-800-53:5.1.1",
            ),
            (
                "NIST Special Publication 800-53 Revision 5: Security and Privacy Controls",
                "5.0.1",
                "nist-sp-800-53:5.0.1",
            ),
            ("FedRAMP Rev 5 High Baseline", "fedramp2.1.0-oscal1.0.4", "fedramp-high:5"),
            ("PCI DSS v4.0", "1.2.0", "pci-dss:4.0"),
            (
                "Sample Security Catalog *for Demonstration* and Testing",
                "1.1",
                "sample-security-catalog-for-demonstration-and-testing:1.1",
            ),
            ("Our house rules", "v3", "our-house-rules:3"),
            ("Our house rules", "", "our-house-rules:undated"),
        ] {
            assert_eq!(by_title(title, version).map(|id| id.to_string()).as_deref(), Some(expected));
        }
        assert_eq!(by_title("***", "1"), None);
    }
}
