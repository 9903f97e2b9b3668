//! The file as a whole: parts in an archive, and what leads from the text to other parts.

use std::borrow::Cow;
use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How much of the file its first part fills at most.
pub(super) const HEAD: usize = 1_024;

/// A part of the file.
pub(super) struct Member {
    pub(super) path: String,
    bytes: Vec<u8>,
}

impl Member {
    /// A part in XML.
    pub(super) fn text(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), bytes: text.into_bytes() }
    }

    /// A part of any kind.
    pub(super) fn bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes }
    }
}

/// What the text links to.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of the name of its kind.
    pub(super) kind: &'static str,
    pub(super) target: Cow<'static, str>,
    /// Whether it lies outside the file.
    pub(super) is_external: bool,
}

/// The parts that the text shows, and the addresses that it names.
#[derive(Default)]
pub(super) struct Package {
    pub(super) relations: Vec<Relation>,
    members: Vec<Member>,
    charts: usize,
    pictures: usize,
    figures: usize,
}

impl Package {
    fn relate(&mut self, kind: &'static str, target: impl Into<Cow<'static, str>>, is_external: bool) -> String {
        let id = format!("rId{}", self.relations.len() + 1);
        self.relations.push(Relation { id: id.clone(), kind, target: target.into(), is_external });
        id
    }

    /// Names a part that is written elsewhere, and says by which id the text calls it.
    pub(super) fn name(&mut self, kind: &'static str, target: &'static str) -> String {
        match self.relations.iter().find(|known| known.target == target) {
            Some(known) => known.id.clone(),
            None => self.relate(kind, target, false),
        }
    }

    /// Names an address of the web.
    pub(super) fn link(&mut self, target: &str) -> String {
        match self.relations.iter().find(|known| known.is_external && known.target == target) {
            Some(known) => known.id.clone(),
            None => self.relate("hyperlink", target.to_owned(), true),
        }
    }

    /// Adds a picture.
    pub(super) fn add_picture(&mut self, extension: &str, bytes: Vec<u8>) -> String {
        self.pictures += 1;
        let target = format!("media/image{}.{extension}", self.pictures);
        self.members.push(Member::bytes(format!("word/{target}"), bytes));
        self.relate("image", target, false)
    }

    /// Adds a chart.
    pub(super) fn add_chart(&mut self, text: String) -> String {
        self.charts += 1;
        let target = format!("charts/chart{}.xml", self.charts);
        self.members.push(Member::text(format!("word/{target}"), text));
        self.relate("chart", target, false)
    }

    /// A number that no other figure has.
    pub(super) fn next_figure(&mut self) -> usize {
        self.figures += 1;
        self.figures
    }

    /// How many charts there are.
    pub(super) fn charts(&self) -> usize {
        self.charts
    }

    pub(super) fn into_members(self) -> Vec<Member> {
        self.members
    }
}

/// The archive of the parts. Each has the same day, so that the same answer is the same bytes; the first is not packed.
pub(super) fn packed(members: &[Member]) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (at, member) in members.iter().enumerate() {
        let method = if at == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(&member.path, options.compression_method(method)).map_err(io::Error::other)?;
        archive.write_all(&member.bytes)?;
    }
    Ok(archive.finish().map_err(io::Error::other)?.into_inner())
}
