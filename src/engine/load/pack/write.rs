//! A library becomes a pack.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

use flate2::Compression;
use flate2::read::DeflateEncoder;
use sha2::{Digest, Sha256};

use super::front::{Front, Lengths, PackedFile, first_line};
use crate::load::packed::{self, Contents, encoded};
use crate::model::{EditionId, Library};
use crate::source::{AppliedSetting, FileId, Sources, Text, hexadecimal};

/// A pack as bytes, and the digest that it begins with.
#[derive(Debug)]
pub struct Written {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// The SHA-256 of front and index, which hold those of all the rest; in hexadecimal.
    pub digest: String,
    /// The editions that it builds on and does not hold.
    pub foreign: Vec<EditionId>,
}

/// Packs the part of a sound library that is in some files. `applied` is how those of other programs among them were
/// read.
pub fn write(
    sources: &Sources,
    library: &Library,
    files: &[FileId],
    applied: &[AppliedSetting],
) -> io::Result<Written> {
    let numbers: BTreeMap<FileId, u32> = files.iter().copied().zip(0..).collect();
    let contents = Contents { library, files: &|file| numbers.get(&file).copied(), is_sealed: true };
    let packed::Written { index, parts, foreign } = packed::write(&contents);
    let reviews = library.tables().filter_map(|table| library.reviews(&table.id));
    let reviews: BTreeSet<FileId> = reviews.map(|reviews| reviews.span.file).collect();
    let (mut texts, mut packed_files) = (Vec::new(), Vec::new());
    for file in files {
        let source = sources.get(*file);
        let before = texts.len();
        DeflateEncoder::new(source.text().as_bytes(), Compression::default()).read_to_end(&mut texts)?;
        packed_files.push(PackedFile {
            name: source.name().to_owned().into(),
            digest: Sha256::digest(source.text()).into(),
            length: length(source.text().len())?,
            compressed: length(texts.len() - before)?,
            holds_reviews: reviews.contains(file),
        });
    }
    let mut settings: Vec<(Text, Text)> = Vec::new();
    for applied in applied {
        let setting = (applied.name.clone().into(), applied.value.clone().into());
        if !settings.contains(&setting) {
            settings.push(setting);
        }
    }
    let front = encoded(&Front { version: env!("CARGO_PKG_VERSION").into(), settings, files: packed_files });
    let lengths = Lengths {
        front: front.len() as u64,
        index: index.len() as u64,
        parts: parts.len() as u64,
        texts: texts.len() as u64,
    };
    let header = [lengths.to_bytes(), front, index].concat();
    let digest = Sha256::digest(&header);
    let bytes = [&first_line(), digest.as_slice(), &header, &parts, &texts].concat();
    Ok(Written { bytes, digest: hexadecimal(&digest), foreign })
}

fn length(bytes: usize) -> io::Result<u32> {
    u32::try_from(bytes).map_err(|_| io::Error::other("it is larger than a pack can hold"))
}
