//! The rows under the headings of the requested sheets.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::column::{Column, Kind};
use super::heading::{FurtherHeads, Heading, LAST_HEADING_ROW, lacking};
use super::mapping::Mapping;
use super::own_sheets;
use super::reading::Reading;
use super::record::Record;
use crate::diagnostic::{Diagnostic, Refusal, Rule, counted};
use crate::exchange::sheet::{Row, Sheet, Value};
use crate::source::{FileId, Span};

/// The requested sheets of a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SheetChoice {
    /// The only one that has such rows.
    #[default]
    Only,
    /// Those with these names.
    Named(Vec<String>),
    /// All that have such rows and are not hidden.
    All,
}

/// The rows of sheets under their headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<'s> {
    tables: Vec<SheetRows<'s>>,
    /// The columns that are not imported, each as `G (Priority)`.
    pub ignored: Vec<String>,
    /// The sheets in which something stands that is not read.
    pub left_out: Vec<String>,
    /// What is worth knowing of the choice of sheets, a sentence each.
    pub remarks: Vec<String>,
    /// How cells are read.
    pub reading: Reading,
    /// Whether we wrote one of the sheets, and so know its words in every language.
    pub(super) is_own: bool,
}

/// The rows of one sheet.
#[derive(Debug, Clone, PartialEq)]
struct SheetRows<'s> {
    sheet: &'s Sheet,
    /// At least one: each head with the rows down to the next.
    blocks: Vec<Block<'s>>,
}

/// A heading, and the rows that are read by it.
#[derive(Debug, Clone, PartialEq)]
struct Block<'s> {
    heading: Heading,
    data: &'s [Row],
}

impl<'s> SheetRows<'s> {
    /// The rows under the first header of a sheet, and under those below it, which may have other columns.
    fn under(first: Heading, sheet: &'s Sheet, kind: Kind, mappings: &[Mapping]) -> Result<Self, Refusal> {
        let further = FurtherHeads::below(&first, sheet, kind, mappings);
        let (mut heads, mut at) = (Vec::new(), first.end);
        while at < sheet.rows.len() {
            let found = further.at(at)?;
            let end = found.as_ref().map_or(at + 1, |found| found.end);
            heads.extend(found.map(|found| (at, found)));
            at = end;
        }
        let mut blocks = Vec::new();
        let mut last = sheet.rows.len();
        for (start, heading) in heads.into_iter().rev() {
            blocks.push(Block { data: &sheet.rows[heading.end..last], heading });
            last = start;
        }
        blocks.push(Block { data: &sheet.rows[first.end..last], heading: first });
        blocks.reverse();
        Ok(Self { sheet, blocks })
    }
}

/// Finds the rows under the headings that name what is needed, in the requested sheets.
pub fn rows<'s>(
    sheets: &'s [Sheet],
    choice: &SheetChoice,
    kind: Kind,
    mappings: &[Mapping],
) -> Result<Rows<'s>, Refusal> {
    let asked = asked(sheets, choice)?;
    let mut tables = Vec::new();
    for sheet in &asked {
        match Heading::find(sheet, kind, mappings)? {
            Some(heading) => tables.push(SheetRows::under(heading, sheet, kind, mappings)?),
            None if matches!(choice, SheetChoice::Named(names) if names.len() > 1) => {
                let name = sheet.name.as_deref().unwrap_or_default();
                let refusal = no_heading(&[sheet], kind, mappings);
                return Err(Refusal { message: format!("sheet {name}: {}", refusal.message), help: refusal.help });
            }
            None => {}
        }
    }
    let name = |sheet: &Sheet| Some(sheet.name.clone()? + if sheet.is_hidden { " (hidden)" } else { "" });
    let names: Vec<String> = tables.iter().filter_map(|rows| name(rows.sheet)).collect();
    if *choice == SheetChoice::Only && names.len() > 1 {
        return Err(Refusal {
            message: format!("the sheets {} contain such rows", names.join(", ")),
            help: Some("add --sheet NAME, which can be repeated, or --all-sheets".to_owned()),
        });
    }
    let is_read = |sheet: &Sheet| tables.iter().any(|rows| rows.sheet.name == sheet.name);
    let unread = || sheets.iter().filter(|sheet| !sheet.rows.is_empty() && !is_read(sheet));
    let own = own_sheets::names(sheets);
    let is_own = |sheet: &Sheet| sheet.name.as_deref().is_some_and(|name| own.contains(name));
    let left_out = unread().filter(|sheet| !is_own(sheet)).filter_map(name).collect();
    let mut remarks: Vec<String> =
        unread().filter(|sheet| !sheet.is_hidden && !is_own(sheet)).filter_map(|it| nearly(it, kind)).collect();
    let hidden = tables.iter().filter(|rows| rows.sheet.is_hidden).filter_map(|rows| rows.sheet.name.as_ref());
    remarks.extend(hidden.map(|name| format!("the sheet {name} is hidden, but its rows are read")));
    // A CSV file is read with each sign that may part its fields.
    if sheets.iter().any(|sheet| sheet.name.is_none()) {
        tables.truncate(1);
    }
    if tables.is_empty() {
        return Err(no_heading(&asked, kind, mappings));
    }
    let is_unused = |mapping: &&Mapping| !tables.iter().any(|rows| rows.uses(mapping));
    if let Some(unused) = mappings.iter().find(is_unused) {
        let heads: Vec<&str> = tables[0].blocks[0].heading.heads.iter().map(|(_, head)| head.as_str()).collect();
        return Err(no_column(unused, &heads.join(", ")));
    }
    let is_one = tables.len() == 1;
    let ignored = tables.iter().flat_map(|rows| rows.ignored(is_one, is_own(rows.sheet))).collect();
    // Nobody else's rows have the mark of what only follows.
    let has_mark = |rows: &SheetRows<'_>| rows.blocks.iter().any(|block| block.heading.has(Column::AsWritten));
    let is_own = tables.iter().any(|rows| is_own(rows.sheet) || has_mark(rows));
    Ok(Rows { tables, ignored, left_out, remarks, reading: Reading::default(), is_own })
}

/// What a sheet is left out for that would be read but for one header.
fn nearly(sheet: &Sheet, kind: Kind) -> Option<String> {
    let (missing, near) = lacking(sheet, kind)?;
    let (name, missing) = (sheet.name.as_ref()?, missing.name());
    let way = match near {
        Some(head) => format!("--map \"{head}={missing}\" reads {head} as {missing}"),
        None => format!("--map \"HEAD={missing}\" names the right one"),
    };
    Some(format!("the sheet {name} is left out because it has no column heading for {missing}; {way}"))
}

/// The sheets in which rows are searched for.
fn asked<'s>(sheets: &'s [Sheet], choice: &SheetChoice) -> Result<Vec<&'s Sheet>, Refusal> {
    let names = match choice {
        SheetChoice::Only => return Ok(sheets.iter().collect()),
        SheetChoice::All => return Ok(sheets.iter().filter(|sheet| !sheet.is_hidden).collect()),
        SheetChoice::Named(names) => names,
    };
    let is_there = |name: &&String| sheets.iter().any(|sheet| sheet.name.as_ref() == Some(*name));
    if let Some(unknown) = names.iter().find(|name| !is_there(name)) {
        let known: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
        let help = match known.as_slice() {
            [] => "a CSV file has none: leave out --sheet".to_owned(),
            known => format!("the sheets are {}", known.join(", ")),
        };
        return Err(Refusal { message: format!("there is no sheet {unknown}"), help: Some(help) });
    }
    Ok(sheets.iter().filter(|sheet| sheet.name.as_ref().is_some_and(|name| names.contains(name))).collect())
}

/// Why there is no heading, and which row looks like one: the first of those with the most texts.
fn no_heading(sheets: &[&Sheet], kind: Kind, mappings: &[Mapping]) -> Refusal {
    let [first, second] = kind.required_columns().map(Column::name);
    let texts = |row: &Row| row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_))).count();
    let rows = || sheets.iter().flat_map(|sheet| sheet.rows.iter().take(LAST_HEADING_ROW));
    let heads = rows().min_by_key(|row| Reverse(texts(row))).map(|row| row.cells.as_slice()).unwrap_or_default();
    let heads: Vec<String> = heads.iter().take(20).map(|cell| cell.value.text().replace('\n', " ")).collect();
    let heads = heads.join(", ");
    let is_there = |mapping: &&Mapping| {
        let mut cells = rows().flat_map(|row| &row.cells);
        cells.any(|cell| mapping.is_of(&cell.value.text()))
    };
    if heads.is_empty() {
        let message = format!("no row of the sheet names the columns {first} and {second}");
        return Refusal { message, help: Some("it is empty".to_owned()) };
    }
    if let Some(unused) = mappings.iter().find(|mapping| !is_there(mapping)) {
        return no_column(unused, &heads);
    }
    let unclosed = sheets.iter().any(|sheet| sheet.unclosed_quote.is_some());
    let unclosed = if unclosed { "a quotation mark in it is never closed; " } else { "" };
    Refusal {
        message: format!("no row of the sheet names the columns {first} and {second}"),
        help: Some(format!(
            "{unclosed}its column headings may be {heads}: say what they mean, such as --map \"Head={first}\""
        )),
    }
}

fn no_column(mapping: &Mapping, heads: &str) -> Refusal {
    Refusal {
        message: format!("there is no column {}", mapping.heading),
        help: Some(format!("the columns are {heads}")),
    }
}

impl<'s> SheetRows<'s> {
    /// Whether a mapping speaks of one of its headings.
    fn uses(&self, mapping: &Mapping) -> bool {
        self.blocks.iter().any(|block| block.heading.uses(mapping, &self.sheet.rows))
    }

    /// The columns that are not imported, each once; with the name of the sheet where that is not the only one. Of a sheet that we
    /// wrote, those that others added.
    fn ignored(&self, is_only: bool, is_own: bool) -> Vec<String> {
        let place = self.sheet.name.as_ref().filter(|_| !is_only).map(|name| format!("{name}: ")).unwrap_or_default();
        let mut known = BTreeSet::new();
        let columns = self.blocks.iter().flat_map(|block| block.ignored(self.sheet, is_own));
        columns.filter(|column| known.insert(column.clone())).map(|column| format!("{place}{column}")).collect()
    }

    /// The rows of a CSV file that have more fields than headings, unless these are blank.
    fn too_long(&self) -> Vec<Diagnostic> {
        match self.sheet.name {
            Some(_) => Vec::new(),
            None => self.blocks.iter().flat_map(Block::too_long).collect(),
        }
    }
}

impl Block<'_> {
    fn ignored(&self, sheet: &Sheet, is_own: bool) -> Vec<String> {
        let Heading { columns, heads, silent, .. } = &self.heading;
        let under: BTreeSet<usize> = self.data.iter().flat_map(|row| &row.cells).map(|cell| cell.column).collect();
        let with_head: BTreeSet<usize> = heads.iter().map(|(column, _)| *column).collect();
        // What a CSV row has beyond its headings is a fault of that row.
        let beyond = |column: &usize| sheet.name.is_none() && *column >= self.width();
        let headless = under.into_iter().filter(|column| !with_head.contains(column) && !beyond(column));
        let nameless = headless.map(|column| format!("{} (without a heading)", sheet.column(column)));
        let is_read = |column: &usize| {
            columns.contains_key(column) || self.heading.twins.get(column) == Some(&Column::Justification)
        };
        // Nobody else's rows have the mark of what only follows.
        let is_own = is_own || self.heading.has(Column::AsWritten);
        let is_said = |head: &str| is_own && own_sheets::is_only_to_read(head);
        let ignored =
            heads.iter().filter(|(column, head)| !is_read(column) && !silent.contains(column) && !is_said(head));
        let ignored = ignored.map(|(column, head)| format!("{} ({})", sheet.column(*column), head.replace('\n', " ")));
        ignored.chain(nameless).collect()
    }

    /// How many columns it has, up to the last that has a heading.
    fn width(&self) -> usize {
        self.heading.heads.last().map_or(0, |(column, _)| column + 1)
    }

    fn too_long(&self) -> Vec<Diagnostic> {
        let is_blank = |value: &Value| value.text().trim().is_empty();
        let width = self.width();
        let fault = |row: &Row| {
            let mut beyond = row.cells.iter().filter(|cell| cell.column >= width && !is_blank(&cell.value));
            let (first, last) = (beyond.clone().next()?, beyond.next_back()?);
            let span = Span { end: last.span.end, ..first.span };
            let message =
                format!("the row has {}, but its header has {width}", counted(last.column + 1, "field", "fields"));
            Some(
                Diagnostic::new(Rule::Syntax, span, message)
                    .help("put a field that contains the separator in quotation marks; give a new column a heading"),
            )
        };
        self.data.iter().filter_map(fault).collect()
    }
}

impl<'s> Rows<'s> {
    /// The text in which the first of its places are.
    pub fn file(&self) -> FileId {
        self.tables[0].sheet.file
    }

    /// The sheets that it searches.
    pub(super) fn sheets(&self) -> impl Iterator<Item = &'s Sheet> + Clone {
        self.tables.iter().map(|rows| rows.sheet)
    }

    fn blocks(&self) -> impl Iterator<Item = (&'s Sheet, &Block<'s>)> {
        self.tables.iter().flat_map(|rows| rows.blocks.iter().map(move |block| (rows.sheet, block)))
    }

    /// What a column is called where it stands first.
    pub(super) fn head(&self, column: Column) -> Option<&str> {
        self.blocks().find_map(|(_, block)| block.heading.head(column))
    }

    /// Whether a sheet has a column.
    pub fn has(&self, column: Column) -> bool {
        self.blocks().any(|(_, block)| block.heading.has(column))
    }

    /// The columns of each stretch of rows under one header, by where its rows begin.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Span, Vec<Column>)> {
        self.blocks().filter_map(|(_, block)| {
            let start = block.data.first()?.cells.first()?.span;
            Some((Span { end: start.start, ..start }, block.heading.columns.values().copied().collect()))
        })
    }

    /// The rows that hold something under the headings.
    pub(super) fn records(&self) -> impl Iterator<Item = Record<'s, '_>> {
        self.blocks().flat_map(|(sheet, block)| {
            let data = block.data.iter();
            data.map(move |row| Record::new(&block.heading, row, sheet)).filter(|record| !record.is_blank())
        })
    }

    /// The rows that have more fields than headings.
    pub(super) fn too_long(&self) -> Vec<Diagnostic> {
        self.tables.iter().flat_map(SheetRows::too_long).collect()
    }
}
