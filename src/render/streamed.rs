//! Formats for rows without number, which are written while they are made: no document holds them.

use std::io::{self, Write};

use super::{Format, Medium, NamedFormat, Page};
use crate::report::Document;

/// A format of which a command writes row after row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamFormat {
    /// A JSON object in each line.
    Ndjson,
    /// Columns for analysis.
    Parquet,
}

/// The formats that are written row after row. For a document they refuse.
pub const STREAMED: &[NamedFormat] = &[
    NamedFormat {
        name: "ndjson",
        aliases: &["jsonl"],
        extensions: &["ndjson", "jsonl"],
        format: &StreamFormat::Ndjson,
    },
    NamedFormat { name: "parquet", aliases: &[], extensions: &["parquet"], format: &StreamFormat::Parquet },
];

impl StreamFormat {
    /// The format with a name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "ndjson" => Some(Self::Ndjson),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// Its name, which is the ending of its files as well.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Parquet => "parquet",
        }
    }

    fn refusal(self) -> String {
        let name = self.name();
        format!("{name} is only for the rows of `xwalk portfolio`\n\n  tip: use json or csv, or `xwalk portfolio`")
    }
}

impl Format for StreamFormat {
    fn medium(&self) -> Medium {
        match self {
            Self::Ndjson => Medium::Text,
            Self::Parquet => Medium::Binary,
        }
    }

    fn missing_content(&self, _: &Document) -> Option<String> {
        Some(self.refusal())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        match self {
            Self::Ndjson => super::starts_ndjson(held),
            Self::Parquet => held.starts_with(b"PAR1"),
        }
    }

    fn write(&self, _: &Document, _: Page<'_>, _: &mut dyn Write) -> io::Result<()> {
        Err(io::Error::other(self.refusal()))
    }
}
