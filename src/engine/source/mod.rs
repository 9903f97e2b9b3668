//! Texts, and places in them.

mod damage;
mod harmless;
mod text;

pub use damage::Damage;
pub use harmless::sanitized;
pub use text::{Text, digest, hexadecimal, is_invisible};

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::deferred::Deferred;

/// The number of a text in [`Sources`], in the order in which texts were added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(u32);

impl FileId {
    /// Its number, from zero.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The text so many places after this one.
    #[must_use]
    pub fn plus(self, places: u32) -> Self {
        Self(self.0.saturating_add(places))
    }
}

/// A range of one text, in bytes: `start` included, `end` excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The text that contains it.
    pub file: FileId,
    /// The offset of its first byte.
    pub start: u32,
    /// The offset after its last byte; never below `start`.
    pub end: u32,
}

impl Span {
    /// The empty stretch at the very beginning of a text.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// A position as editors count it: lines and columns from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from one.
    pub line: NonZeroU32,
    /// The column in characters, from one.
    pub column: NonZeroU32,
}

/// The position of a file in a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its path from the root of the repository, else the whole of it; with slashes between folders.
    pub path: String,
    /// Whether it is in the repository.
    pub is_in_repository: bool,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// A file of its own, or nowhere.
    File,
    /// A pack, which contains it together with others.
    Pack,
    /// The program.
    Program,
}

/// A text and the name shown to users.
#[derive(Debug, Clone)]
pub struct Source {
    name: Cow<'static, str>,
    place: Option<Place>,
    text: Deferred<Cow<'static, str>>,
    /// The SHA-256 of the text, if it is known without reading it.
    digest: Option<[u8; 32]>,
    origin: Origin,
    /// The name of the pack that holds it, where one does.
    pack: Option<Text>,
    /// How many lines of its file stand before it, where it is a stretch of one.
    lines_before: u32,
    /// Made when a position is needed; most texts never need one.
    lines: OnceLock<Lines>,
}

impl Source {
    /// The name that messages show: the path as the user wrote it, or `standards/…` for what is bundled.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its position in its repository; by its name if that was not searched.
    pub fn place(&self) -> Place {
        let by_name = || {
            let path = self.name.replace('\\', "/").trim_start_matches("./").to_owned();
            Place {
                is_in_repository: !self.is_bundled()
                    && !path.starts_with('/')
                    && !path.starts_with("../")
                    && path.get(1..3) != Some(":/"),
                path,
            }
        };
        self.place.clone().unwrap_or_else(by_name)
    }

    /// Whether it is part of the program.
    pub fn is_bundled(&self) -> bool {
        self.origin == Origin::Program
    }

    /// The name of the pack that holds it, where one does.
    pub fn pack(&self) -> Option<&str> {
        self.pack.as_deref()
    }

    /// Whether it is a file of its own, at the place that its name gives.
    pub fn is_file(&self) -> bool {
        self.origin == Origin::File
    }

    /// Whether the ending of its name is that of files in our own form.
    pub fn is_own(&self) -> bool {
        let name = self.name.to_lowercase();
        [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending))
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole text, where it is there for as long as the program runs, so that what is kept of it need not be copied.
    pub fn lasting_text(&self) -> Option<&'static str> {
        match &*self.text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// The SHA-256 of the text, in hexadecimal.
    pub fn sha256(&self) -> String {
        self.digest.map_or_else(|| digest(self.text()), |digest| hexadecimal(&digest))
    }

    /// The position of the byte at `offset`; an offset beyond the text, or inside a character, is moved back into it.
    pub fn position(&self, offset: u32) -> Position {
        let lines = self.lines();
        let offset = self.boundary(offset);
        let (line, start) = lines.at(offset);
        let mut column = lines.characters_before(offset, &self.text) - lines.characters_before(start, &self.text);
        column -= usize::from(self.text[start..offset].starts_with('\u{feff}'));
        Position { line: one_based(line + self.lines_before as usize), column: one_based(column) }
    }

    /// The stretch of the line that holds the byte at `offset`, without the newline that ends it. The carriage return
    /// before a line feed is part of the stretch.
    pub fn line_around(&self, offset: u32) -> Range<usize> {
        let lines = self.lines();
        let (line, start) = lines.at(self.boundary(offset));
        start..lines.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize - 1)
    }

    /// The offset in bytes, moved back to the end of the text or the start of a character.
    fn boundary(&self, offset: u32) -> usize {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }
}

/// What it takes to find a place without going through the whole text: where lines begin, and how many characters there
/// are up to every so many bytes, since a file may be one line of many megabytes.
#[derive(Debug, Clone)]
struct Lines {
    /// The offsets of the first byte of each line.
    starts: Vec<u32>,
    /// The number of characters that begin before each multiple of [`Lines::STRETCH`] bytes.
    characters: Vec<u32>,
}

impl Lines {
    /// In bytes.
    const STRETCH: usize = 1_024;

    fn of(text: &str) -> Self {
        let mut characters = vec![0];
        let mut before = 0;
        for stretch in text.as_bytes().chunks(Self::STRETCH) {
            before += beginning_in(stretch);
            characters.push(u32::try_from(before).unwrap_or(u32::MAX));
        }
        Self { starts: line_starts(text).map_while(|start| u32::try_from(start).ok()).collect(), characters }
    }

    /// The number of the line that holds a byte, from zero, and where it begins.
    fn at(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start as usize <= offset) - 1;
        (line, self.starts[line] as usize)
    }

    fn characters_before(&self, offset: usize, text: &str) -> usize {
        let stretch = offset / Self::STRETCH;
        self.characters[stretch] as usize + beginning_in(&text.as_bytes()[stretch * Self::STRETCH..offset])
    }
}

/// Where the lines of a text begin: at its beginning, after each line feed, and after each carriage return that no line
/// feed follows, as YAML and spreadsheets have it.
pub fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let is_break = |at: usize| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
    let breaks = (0..bytes.len()).filter(move |at| matches!(bytes[*at], b'\n' | b'\r') && is_break(*at));
    std::iter::once(0).chain(breaks.map(|at| at + 1))
}

/// Where the second line of a text begins, or the text ends.
pub fn first_line_end(text: &str) -> usize {
    line_starts(text).nth(1).unwrap_or(text.len())
}

/// How many characters begin among bytes of a text.
fn beginning_in(bytes: &[u8]) -> usize {
    const CONTINUATION: u8 = 0b1000_0000;
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != CONTINUATION).count()
}

fn one_based(zero_based: usize) -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(u32::try_from(zero_based).unwrap_or(u32::MAX))
}

/// Every text that a run has read, in the order of reading, and every file.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    texts: Vec<Source>,
    /// Files that were opened, whether what they hold became a text or not.
    files: Vec<PathBuf>,
    /// What may turn out to be damaged when it is read.
    damages: Vec<Damage>,
    /// How files of other programs were read.
    settings: Vec<AppliedSetting>,
}

/// A setting by which files of another program were read, when a pack was made of them or in this run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedSetting {
    /// What the setting is called as an option.
    pub name: String,
    /// What it said.
    pub value: String,
    /// The pack that was made so; none where files were read in this run.
    pub pack: Option<String>,
}

impl Sources {
    /// Stores a text and returns its id.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> FileId {
        self.push(name.into().into(), Deferred::from(text.into()), None, Origin::File)
    }

    /// Stores a stretch of a file, such as one of its lines: places in it are those in the file.
    pub fn add_stretch(
        &mut self,
        name: impl Into<String>,
        text: impl Into<Cow<'static, str>>,
        lines_before: u32,
    ) -> FileId {
        let file = self.add(name, text);
        self.texts[file.0 as usize].lines_before = lines_before;
        file
    }

    /// Forgets the texts behind the first so many, to read others in their place.
    pub fn truncate(&mut self, count: usize) {
        self.texts.truncate(count);
    }

    /// Keeps a text that is part of the program.
    pub fn add_bundled(&mut self, name: &'static str, text: &'static str) {
        self.push(name.into(), Deferred::from(Cow::Borrowed(text)), None, Origin::Program);
    }

    /// Stores a text of a pack by its SHA-256; it is unpacked when it is used.
    pub fn add_packed(
        &mut self,
        pack: &str,
        name: Text,
        digest: [u8; 32],
        text: Deferred<Cow<'static, str>>,
    ) -> FileId {
        let file = self.push(name.into(), text, Some(digest), Origin::Pack);
        self.texts[file.0 as usize].pack = Some(pack.to_owned().into());
        file
    }

    fn push(
        &mut self,
        name: Cow<'static, str>,
        text: Deferred<Cow<'static, str>>,
        digest: Option<[u8; 32]>,
        origin: Origin,
    ) -> FileId {
        let id = FileId(u32::try_from(self.texts.len()).expect("fewer than four billion files"));
        let lines = OnceLock::new();
        self.texts.push(Source { name, place: None, text, digest, origin, pack: None, lines_before: 0, lines });
        id
    }

    /// Keeps in mind how files of another program were read.
    pub fn note_setting(&mut self, setting: AppliedSetting) {
        self.settings.push(setting);
    }

    /// How files of other programs were read, in the order in which they were.
    pub fn applied_settings(&self) -> &[AppliedSetting] {
        &self.settings
    }

    /// The packs for which a setting had another value when they were made, each with that value.
    pub fn packed_otherwise(&self, name: &str, value: &str) -> impl Iterator<Item = (&str, &str)> {
        let others = self.settings.iter().filter(move |setting| setting.name == name && setting.value != value);
        others.filter_map(|setting| Some((setting.pack.as_deref()?, setting.value.as_str())))
    }

    /// Keeps an eye on what may turn out to be damaged.
    pub fn watch(&mut self, damage: Damage) {
        self.damages.push(damage);
    }

    /// Whether something may turn out to be damaged.
    pub fn may_be_damaged(&self) -> bool {
        !self.damages.is_empty()
    }

    /// What turned out to be damaged while the answer was sought: there is none then.
    pub fn damage(&self) -> Option<&str> {
        self.damages.iter().find_map(Damage::message)
    }

    /// Sets the position of a file in its repository.
    pub fn set_place(&mut self, file: FileId, place: Place) {
        self.texts[file.0 as usize].place = Some(place);
    }

    /// Keeps in mind that a file was read, so that nothing is written over it.
    pub fn note_file(&mut self, path: &Path) {
        self.files.push(path.to_owned());
    }

    /// Every file that was read, in the order of reading.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(PathBuf::as_path)
    }

    /// The text with this number.
    pub fn get(&self, file: FileId) -> &Source {
        &self.texts[file.0 as usize]
    }

    /// The file of the user that was read under a name.
    pub fn find(&self, name: &str) -> Option<FileId> {
        let at = self.texts.iter().position(|text| text.is_file() && text.name() == name)?;
        u32::try_from(at).ok().map(FileId)
    }

    /// Whether a text is, letter by letter, one of those that are part of the program.
    pub fn is_bundled_text(&self, file: FileId) -> bool {
        let text = self.get(file).text();
        self.texts.iter().any(|source| source.is_bundled() && source.text() == text)
    }

    /// The position at which a span begins.
    pub fn position(&self, span: Span) -> Position {
        self.get(span.file).position(span.start)
    }

    /// The first text.
    pub fn first(&self) -> Option<FileId> {
        (!self.texts.is_empty()).then_some(FileId(0))
    }

    /// All texts, in the order in which they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0..self.texts.len()).map(|at| FileId(u32::try_from(at).expect("there are fewer texts than that")))
    }

    /// How many texts there are.
    pub fn count(&self) -> usize {
        self.texts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &'static str, offset: u32) -> (u32, u32) {
        let mut sources = Sources::default();
        let file = sources.add("t", text);
        let place = sources.get(file).position(offset);
        (place.line.get(), place.column.get())
    }

    #[test]
    fn lines_and_columns_count_from_one_and_columns_in_characters() {
        assert_eq!(place("ab\ncd", 0), (1, 1));
        assert_eq!(place("ab\ncd", 4), (2, 2));
        assert_eq!(place("é=x", 3), (1, 3));
        assert_eq!(place("a\r\nb", 3), (2, 1));
        assert_eq!(place("a\rb\rc", 4), (3, 1));
        assert_eq!(place("a\r\rb\n\rc", 6), (5, 1), "carriage returns alone, and a line feed before one");
        assert_eq!(place("\u{feff}a: b", 6), (1, 4));
        assert_eq!(place("ab", 99), (1, 3));
    }

    #[test]
    fn places_in_a_stretch_of_a_file_are_those_in_the_file() {
        let mut sources = Sources::default();
        let whole = sources.add("t", "a\nb");
        let stretch = sources.add_stretch("t", "c\nd", 7);
        assert_eq!(sources.get(whole).position(2).line.get(), 2);
        assert_eq!(sources.get(stretch).position(0).line.get(), 8);
        assert_eq!(sources.get(stretch).position(2).line.get(), 9);
        sources.truncate(1);
        assert_eq!((sources.count(), sources.add("u", "")), (1, stretch));
    }

    #[test]
    fn a_place_is_the_same_however_far_into_a_text_and_a_line_it_stands() {
        // A line of 4 characters in 8 bytes, so that some cross any multiple of a power of two.
        for line in ["aé\u{20ac}\u{1f600}\r\n", "aé\u{20ac}\u{1f600}", "\u{feff}\n", "\r", "\n"] {
            let text = line.repeat(1_100) + "\u{feff}é";
            let mut sources = Sources::default();
            let file = sources.add("t", text.clone());
            let (mut expected, mut is_begun) = ((1, 1), false);
            for (at, c) in text.char_indices() {
                let is_alone = c == '\r' && !text[at + 1..].starts_with('\n');
                for inside in at..at + c.len_utf8() {
                    let place = sources.get(file).position(u32::try_from(inside).unwrap());
                    assert_eq!((place.line.get(), place.column.get()), expected, "{line:?} at {inside}");
                }
                expected = match c {
                    '\n' => (expected.0 + 1, 1),
                    '\r' if is_alone => (expected.0 + 1, 1),
                    '\u{feff}' if !is_begun => expected,
                    _ => (expected.0, expected.1 + 1),
                };
                is_begun = c != '\n' && !is_alone;
            }
            let end = sources.get(file).position(u32::MAX);
            assert_eq!((end.line.get(), end.column.get()), expected, "{line:?} at its end");
        }
        let (text, mut sources) = ("x".repeat(4_096), Sources::default());
        let file = sources.add("t", text);
        assert_eq!(sources.get(file).position(4_096).column.get(), 4_097);
    }

    #[test]
    fn a_line_is_told_without_what_ends_it() {
        let line = |text: &'static str, offset: u32| {
            let mut sources = Sources::default();
            let file = sources.add("t", text);
            sources.get(file).line_around(offset)
        };
        assert_eq!(line("ab\ncd\n", 0), 0..2);
        assert_eq!(line("ab\ncd\n", 2), 0..2);
        assert_eq!(line("ab\ncd\n", 3), 3..5);
        assert_eq!(line("ab\ncd\n", 6), 6..6);
        assert_eq!(line("ab\r\ncé", 5), 4..7);
        assert_eq!(line("ab\rcd\r", 3), 3..5);
        assert_eq!(line("ab\ncd", 99), 3..5);
        assert_eq!(line("", 0), 0..0);
    }
}
