//! How a pack begins.

use serde::{Deserialize, Serialize};

use crate::source::Text;

/// The form that is written and read. It is raised by every change of the front, the index or a part.
pub(super) const FORM: u32 = 6;

const MAGIC: &[u8] = b"xwalk-pack/";

/// How many bytes a SHA-256 has.
pub(super) const DIGEST: usize = 32;

/// Whether bytes begin as a pack does, of whatever form.
pub fn is_pack(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// The first line.
pub(super) fn first_line() -> Vec<u8> {
    [MAGIC, FORM.to_string().as_bytes(), b"\n"].concat()
}

/// The form that the first line names, and what follows it.
pub(super) fn form(bytes: &[u8]) -> Option<(u32, &[u8])> {
    const LONGEST: usize = 10;
    let rest = bytes.strip_prefix(MAGIC)?;
    let end = rest.iter().take(LONGEST).position(|byte| *byte == b'\n')?;
    let form = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
    Some((form, &rest[end + 1..]))
}

/// How long the parts of a pack are, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lengths {
    pub(super) front: u64,
    pub(super) index: u64,
    /// Of all the parts of the library.
    pub(super) parts: u64,
    /// Of all the texts, compressed.
    pub(super) texts: u64,
}

impl Lengths {
    /// How many bytes they take themselves.
    pub(super) const SIZE: usize = 32;

    pub(super) fn to_bytes(self) -> Vec<u8> {
        [self.front, self.index, self.parts, self.texts].map(u64::to_le_bytes).concat()
    }

    pub(super) fn from_bytes(bytes: &[u8; Self::SIZE]) -> Self {
        let length = |at: usize| {
            let of_one = bytes[at * 8..(at + 1) * 8].try_into().expect("eight bytes are eight bytes");
            u64::from_le_bytes(of_one)
        };
        Self { front: length(0), index: length(1), parts: length(2), texts: length(3) }
    }

    /// Of all of them together; nothing where that is beyond all measure.
    pub(super) fn total(self) -> Option<u64> {
        [self.front, self.index, self.parts, self.texts].into_iter().try_fold(0_u64, u64::checked_add)
    }
}

/// What a pack says of itself and of its files.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Front {
    /// The version of xwalk that wrote it.
    pub(super) version: Text,
    /// The settings by which files of other programs were read, each with its value.
    pub(super) settings: Vec<(Text, Text)>,
    pub(super) files: Vec<PackedFile>,
}

/// A file of a pack.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct PackedFile {
    pub(super) name: Text,
    /// The SHA-256 of its text.
    pub(super) digest: [u8; DIGEST],
    /// How many bytes the text has.
    pub(super) length: u32,
    /// How many it has compressed.
    pub(super) compressed: u32,
    /// Whether it holds reviews, which are read from the text.
    pub(super) holds_reviews: bool,
}
