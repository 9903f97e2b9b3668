//! A pack becomes a library, of which a clause or a row is read when it is used.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::DeflateDecoder;
use sha2::{Digest, Sha256};

use super::front::{DIGEST, FORM, Front, Lengths, PackedFile, form};
use crate::deferred::Deferred;
use crate::diagnostic::{Refusal, counted};
use crate::load::packed::{Malformed, Reading, Shelf, decoded};
use crate::source::{AppliedSetting, Damage, FileId, Sources};

/// A pack that is open.
#[derive(Debug)]
pub struct Pack {
    /// Its position among the texts: an empty text with its name.
    pub(crate) file: FileId,
    pub(crate) shelf: Shelf,
    pub(crate) damage: Damage,
    /// The files of it that hold reviews.
    pub(crate) reviews: Vec<FileId>,
}

/// Opens a pack that has a name. The texts of its files become texts of the run.
pub fn open(sources: &mut Sources, name: &str, bytes: Vec<u8>) -> Result<Pack, Refusal> {
    let (form, rest) = form(&bytes).ok_or_else(|| unfit(name, "it is not a pack of xwalk"))?;
    if form != FORM {
        let message = format!("{name}: the pack has version {form} of the format, but this xwalk reads version {FORM}");
        let help = if form > FORM { "use the xwalk that made it, or make it again with this one" } else { AGAIN };
        return Err(Refusal::new(message, help));
    }
    let start = bytes.len() - rest.len();
    // Clauses and rows borrow from it, and are used as long as the program runs.
    let bytes: &'static [u8] = bytes.leak();
    sections(&bytes[start..]).and_then(|sections| sections.open(sources, name)).map_err(|why| unfit(name, &why))
}

const AGAIN: &str = "make it again with `xwalk pack`";

fn unfit(name: &str, why: &str) -> Refusal {
    Refusal::new(format!("{name}: {why}"), format!("copy it again, or {AGAIN}"))
}

/// What a pack is made of.
struct Sections {
    front: &'static [u8],
    index: &'static [u8],
    parts: &'static [u8],
    texts: &'static [u8],
}

/// What follows the first line, if it is all there and front and index are what was written.
fn sections(bytes: &'static [u8]) -> Result<Sections, String> {
    const ENDS_EARLY: &str = "the pack ends within its header";
    let (digest, header) = bytes.split_at_checked(DIGEST).ok_or(ENDS_EARLY)?;
    let (lengths, rest) = header.split_first_chunk().ok_or(ENDS_EARLY)?;
    let lengths = Lengths::from_bytes(lengths);
    let there = rest.len() as u64;
    match lengths.total() {
        Some(total) if total == there => {}
        Some(total) if total > there => {
            return Err(format!("the pack is incomplete: {} missing", counted(total - there, "byte is", "bytes are")));
        }
        Some(_) | None => return Err(damaged("the header")),
    }
    // None is longer than all there is.
    let size = |length: u64| usize::try_from(length).unwrap_or(usize::MAX);
    let (front, rest) = rest.split_at_checked(size(lengths.front)).ok_or(ENDS_EARLY)?;
    let (index, rest) = rest.split_at_checked(size(lengths.index)).ok_or(ENDS_EARLY)?;
    let (parts, texts) = rest.split_at_checked(size(lengths.parts)).ok_or(ENDS_EARLY)?;
    if Sha256::digest(&header[..Lengths::SIZE + front.len() + index.len()]).as_slice() != digest {
        return Err(damaged("the header"));
    }
    Ok(Sections { front, index, parts, texts })
}

fn damaged(what: &str) -> String {
    format!("{what} of the pack is damaged")
}

impl Sections {
    fn open(self, sources: &mut Sources, name: &str) -> Result<Pack, String> {
        let malformed = |Malformed| damaged("the header");
        let front: Front = decoded(self.front).map_err(malformed)?;
        let first_file = FileId::default().plus(u32::try_from(sources.count()).map_err(|_| damaged("the header"))?);
        let (damage, mut rest) = (Damage::default(), self.texts);
        let mut texts = Vec::with_capacity(front.files.len());
        for file in front.files {
            let (compressed, behind) =
                rest.split_at_checked(file.compressed as usize).ok_or_else(|| damaged("the header"))?;
            rest = behind;
            let (damage, pack) = (damage.clone(), name.to_owned());
            let (name, digest, holds_reviews) = (file.name.clone(), file.digest, file.holds_reviews);
            let text = Deferred::until_asked(move || match text(&file, compressed) {
                Some(text) => Cow::Owned(text),
                None => {
                    damage.report(format!("{pack}: the text of {} in the pack is damaged", file.name));
                    Cow::Borrowed("")
                }
            });
            texts.push((name, digest, text, holds_reviews));
        }
        if !rest.is_empty() {
            return Err(damaged("the header"));
        }
        let files = u32::try_from(texts.len()).map_err(|_| damaged("the header"))?;
        let reading = Reading { first_file, files, damage: Some(damage.clone()), name: name.to_owned() };
        let shelf = Shelf::open(self.index, self.parts, reading).map_err(malformed)?;
        let (pack, mut reviews) = (name, Vec::new());
        for (name, digest, text, holds_reviews) in texts {
            let file = sources.add_packed(pack, name, digest, text);
            reviews.extend(holds_reviews.then_some(file));
        }
        let file = sources.add(name, "");
        for (setting, value) in front.settings {
            sources.note_setting(AppliedSetting {
                name: setting.to_string(),
                value: value.to_string(),
                pack: Some(name.to_owned()),
            });
        }
        sources.watch(damage.clone());
        Ok(Pack { file, shelf, damage, reviews })
    }
}

/// The text of a file, if it is what was packed.
fn text(file: &PackedFile, compressed: &[u8]) -> Option<String> {
    let mut text = String::new();
    let most = u64::from(file.length) + 1;
    DeflateDecoder::new(compressed).take(most).read_to_string(&mut text).ok()?;
    (Sha256::digest(&text)[..] == file.digest).then_some(text)
}
