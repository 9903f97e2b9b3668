//! The parts of a packed workbook, checked before anything of them is kept.
//!
//! What is packed small may be large, a row may have a number that no worksheet has, and a part may be none of what is
//! read here. Each part is read through once, piece by piece; what is handed on holds only parts that passed.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::{ZipArchive, ZipWriter};

use super::budget::size;
use super::particulars::{Part, Particulars};
use super::place::{attribute, place, range_of};
use crate::diagnostic::counted;

/// How many parts a workbook may have.
const MOST_PARTS: usize = 10_000;

/// How large a piece of a part may be, and all that one cell holds, in bytes: a cell holds 32,767 characters.
const LARGEST_PIECE: u64 = 1 << 20;

/// How many elements a part may have that is neither a worksheet nor the list of shared texts.
const MOST_ELEMENTS: u32 = 500_000;

/// How deeply elements may be nested.
const DEEPEST: usize = 100;

/// The markup of a text may be so many times as long as the text.
const MARKUP: u64 = 8;

/// A workbook of which every part passed.
pub(super) struct Package<'b> {
    /// The workbook, packed.
    pub(super) bytes: Cow<'b, [u8]>,
    /// Whether cells are merged in it.
    pub(super) has_merged_cells: bool,
    /// Whether cells have links.
    pub(super) has_links: bool,
    /// What people see of its sheets that is not a value of a cell.
    pub(super) particulars: Particulars,
}

/// Looks a packed workbook over; or says what is wrong with it. It may hold so many bytes of text.
pub(super) fn checked(bytes: &[u8], most: u64) -> Result<Package<'_>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if archive.len() > MOST_PARTS {
        return Err(format!("it has {}, more than {MOST_PARTS}", counted(archive.len(), "part", "parts")));
    }
    let (mut has_merged_cells, mut has_links) = (false, false);
    let (mut particulars, mut left, mut passed) = (Particulars::default(), most.saturating_mul(MARKUP), Vec::new());
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| error.to_string())?;
        let name = part.name().map_err(|error| error.to_string())?.into_owned();
        let mut part = BufReader::new(Unpacked { part, left, piece: 0, is_too_large: false });
        let in_part = |fault: String| format!("{name}: {fault}");
        if !begins_as_xml(&mut part).map_err(|error| in_part(error.to_string()))? {
            continue;
        }
        let mut scan = Scan { part: name.clone(), texts: most, particulars, ..Scan::default() };
        let mut reader = Reader::from_reader(part);
        let fault = scan.read(&mut reader).err();
        let unpacked = reader.into_inner().into_inner();
        if unpacked.is_too_large {
            let what =
                if unpacked.left == 0 { format!("more than {} in all", size(most)) } else { "too large".to_owned() };
            return Err(in_part(format!("unpacked, it is {what}{}", scan.place())));
        }
        if let Some(fault) = fault {
            return Err(in_part(fault));
        }
        left = unpacked.left;
        has_merged_cells |= scan.has_merged_cells;
        has_links |= scan.has_links;
        particulars = scan.particulars;
        passed.push(at);
    }
    if passed.len() == archive.len() {
        return Ok(Package { bytes: Cow::Borrowed(bytes), has_merged_cells, has_links, particulars });
    }
    let mut kept = ZipWriter::new(Cursor::new(Vec::new()));
    for at in passed {
        let part = archive.by_index_raw(at).map_err(|error| error.to_string())?;
        kept.raw_copy_file(part).map_err(|error| error.to_string())?;
    }
    let kept = kept.finish().map_err(|error| error.to_string())?;
    Ok(Package { bytes: Cow::Owned(kept.into_inner()), has_merged_cells, has_links, particulars })
}

/// Whether a part is XML; pictures and programs are not read.
fn begins_as_xml(part: &mut impl BufRead) -> std::io::Result<bool> {
    let start = part.fill_buf()?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    Ok(start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<'))
}

/// A part as it is unpacked, no further than it may be.
struct Unpacked<R> {
    part: R,
    /// How many bytes may still come.
    left: u64,
    /// How many came since a piece began.
    piece: u64,
    is_too_large: bool,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 || self.piece > LARGEST_PIECE {
            self.is_too_large = true;
            return Err(std::io::Error::other("it is too large"));
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.part.read(&mut buffer[..most])?;
        self.left -= read as u64;
        self.piece += read as u64;
        Ok(read)
    }
}

/// What is known of a part so far.
#[derive(Default)]
struct Scan {
    /// Its name.
    part: String,
    /// What its first element is called.
    root: String,
    /// The number of the row that began last.
    row: u32,
    particulars: Particulars,
    is_worksheet: bool,
    is_shared_texts: bool,
    elements: u32,
    depth: usize,
    /// The cell that was named last.
    cell: String,
    /// How much it contains.
    in_cell: u64,
    /// How many bytes shared texts may still have.
    texts: u64,
    has_merged_cells: bool,
    has_links: bool,
}

impl Scan {
    fn read<R: Read>(&mut self, reader: &mut Reader<BufReader<Unpacked<R>>>) -> Result<(), String> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer).map_err(|error| format!("{error}{}", self.place()))?;
            match &event {
                Event::Start(element) => {
                    self.depth += 1;
                    self.element(element)?;
                }
                Event::Empty(element) => self.element(element)?,
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                Event::Eof => return Ok(()),
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => self.take_text(event.len() as u64)?,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
            self.in_cell += event.len() as u64;
            if self.in_cell > LARGEST_PIECE && !self.cell.is_empty() {
                return Err(format!("the cell {} contains more than {}", self.cell, size(LARGEST_PIECE)));
            }
            reader.get_mut().get_mut().piece = 0;
        }
    }

    /// Where in the part it is.
    fn place(&self) -> String {
        if self.cell.is_empty() { String::new() } else { format!(", at cell {}", self.cell) }
    }

    /// Takes what the list of shared texts holds; the cells of a worksheet are counted when they are kept.
    fn take_text(&mut self, text: u64) -> Result<(), String> {
        if self.is_shared_texts {
            self.texts = self.texts.checked_sub(text).ok_or("its shared texts are too large")?;
        }
        Ok(())
    }

    fn element(&mut self, element: &BytesStart<'_>) -> Result<(), String> {
        let name = element.local_name();
        let name = name.as_ref();
        if self.elements == 0 {
            self.root = name.to_owned();
            self.is_worksheet = name == "worksheet";
            self.is_shared_texts = name == "sst";
        }
        self.elements = self.elements.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(format!("its elements are nested more than {DEEPEST} deep"));
        }
        if !self.is_worksheet && !self.is_shared_texts && self.elements > MOST_ELEMENTS {
            return Err(format!("it has more than {MOST_ELEMENTS} elements"));
        }
        match name {
            // Each takes memory, even if it is empty.
            "si" => self.take_text(16)?,
            "row" => {
                self.in_cell = 0;
                self.row = match attribute(element, "r")? {
                    Some(number) => place(&number)?.0,
                    None => self.row.saturating_add(1),
                };
            }
            "c" => {
                self.in_cell = 0;
                if let Some(cell) = attribute(element, "r")? {
                    place(&cell)?;
                    self.cell = cell;
                }
            }
            "dimension" | "f" | "mergeCell" => {
                self.has_merged_cells |= name == "mergeCell";
                if let Some(range) = attribute(element, "ref")? {
                    range_of(&range)?;
                }
            }
            "hyperlink" => self.has_links = true,
            _ => {}
        }
        self.particulars.take(&Part { name: &self.part, root: &self.root, row: self.row }, element)
    }
}
