//! Files as read become a library: its editions, tables and methods, and what is wrong with them.

use std::collections::{BTreeSet, HashSet};

use super::packed::Shelf;
use super::raw::{self, RowsInText};
use super::resolve::Resolver;
use super::taken::taken;
use super::{catalog, method, relation, reviews, rows, shelved};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::model::{Catalog, EditionId, Library, Method, Reviewed, Reviews, Table, TableId};
use crate::source::{Damage, FileId, Sources};

/// What was read, together with all that is wrong with it.
#[derive(Debug)]
pub struct Loaded<T> {
    value: T,
    diagnostics: Vec<Diagnostic>,
}

impl<T> Loaded<T> {
    pub(super) fn new(value: T, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostic::sort(&mut diagnostics);
        Self { value, diagnostics }
    }

    /// The value with warnings; or, where there is an error, all diagnostics and no value.
    pub fn sound(self) -> Result<(T, Vec<Diagnostic>), Vec<Diagnostic>> {
        if diagnostic::has_errors(&self.diagnostics) {
            Err(self.diagnostics)
        } else {
            Ok((self.value, self.diagnostics))
        }
    }

    /// The value, sound or not, with all that is wrong with it.
    pub fn into_parts(self) -> (T, Vec<Diagnostic>) {
        (self.value, self.diagnostics)
    }

    /// The same without what breaks one rule, for those whom that does not concern.
    #[must_use]
    pub fn ignoring(mut self, rule: Rule) -> Self {
        self.diagnostics.retain(|diagnostic| diagnostic.rule != rule);
        self
    }

    /// All that is wrong, by file and place.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

/// What was read of a file.
#[derive(Debug)]
pub(super) enum Part {
    /// An edition with which nothing is wrong.
    Edition(Box<Catalog>, catalog::Claims),
    /// What is written in the file, but for the rows of a table that were left in its text.
    Written(Box<raw::File>, Option<RowsInText>),
}

impl Part {
    /// What people call the kind of file.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Edition(..) => raw::File::CATALOG,
            Self::Written(file, _) => file.kind(),
        }
    }

    /// The assessment that it is; else what it is.
    pub(super) fn into_assessment(self) -> Result<raw::Assessment, Self> {
        match self {
            Self::Written(written, rows) => match *written {
                raw::File::Assessment(assessment) => Ok(*assessment),
                written => Err(Self::Written(Box::new(written), rows)),
            },
            edition @ Self::Edition(..) => Err(edition),
        }
    }

    /// Reads a file. An edition is made at once, since what is written takes more room; where something is wrong with it,
    /// that is reported when all editions are known.
    pub(super) fn read(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let (written, rows) = raw::read_without_rows(sources, file, faults)?;
        match written {
            raw::File::Catalog(written) if faults.is_empty() => {
                let (mut wrong, mut incomplete) = (Vec::new(), BTreeSet::new());
                match catalog::read(written, &mut wrong, &mut incomplete) {
                    Some((catalog, claims)) if wrong.is_empty() && incomplete.is_empty() => {
                        Some(Self::Edition(Box::new(catalog), claims))
                    }
                    Some(_) | None => {
                        let (written, rows) = raw::read_without_rows(sources, file, faults)?;
                        Some(Self::Written(Box::new(written), rows))
                    }
                }
            }
            written => Some(Self::Written(Box::new(written), rows)),
        }
    }
}

/// The files of a library as they were read, before their names are looked up.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<(FileId, Part)>,
    faults: Vec<Diagnostic>,
    has_unread: bool,
    /// What is there already and known to be sound.
    base: Library,
    later: Vec<Later>,
    /// Tables that are known and not in the library: what is composed of them may name them.
    known_tables: BTreeSet<TableId>,
    /// What was found to be sound when it was packed, each with the text that represents it.
    shelves: Vec<(FileId, Shelf, Damage)>,
}

/// Tables that can only be read when all editions are there: those of other programs, which name clauses in their own
/// way.
pub struct Later(Box<ReadLater>);

/// Tables, each from a file, with what is wrong in it.
type ReadLater = dyn FnOnce(&Library) -> Vec<(FileId, Vec<raw::Relations>, Vec<Diagnostic>)> + Send;

impl Later {
    /// Reads them against a library that has all editions and no tables of the run.
    pub fn new(
        read: impl FnOnce(&Library) -> Vec<(FileId, Vec<raw::Relations>, Vec<Diagnostic>)> + Send + 'static,
    ) -> Self {
        Self(Box::new(read))
    }
}

impl std::fmt::Debug for Later {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Later")
    }
}

impl Files {
    /// No files yet, to be added to a library that is known to be sound.
    pub fn with_base(base: Library) -> Self {
        Self { base, ..Self::default() }
    }

    /// Reads a file of the library.
    pub fn read(&mut self, sources: &Sources, file: FileId) {
        let mut faults = Vec::new();
        let read = Part::read(sources, file, &mut faults);
        self.add_part(file, read, faults);
    }

    /// Names the tables that exist in addition to those of the library.
    pub(super) fn knowing(mut self, tables: impl Iterator<Item = TableId>) -> Self {
        self.known_tables.extend(tables);
        self
    }

    /// Adds tables that are read when all editions are there.
    pub fn add_later(&mut self, later: Later) {
        self.later.push(later);
    }

    /// The names of all editions that are there so far, aliases included, in lower case.
    pub fn names(&self) -> HashSet<String> {
        let known = self.base.catalogs().flat_map(Catalog::names).map(str::to_lowercase);
        let packed = self.shelves.iter().flat_map(|(_, shelf, _)| &shelf.catalogs).flat_map(Catalog::names);
        let read = self.files.iter().flat_map(|(_, part)| match part {
            Part::Edition(catalog, _) => catalog.names().map(str::to_lowercase).collect::<Vec<_>>(),
            Part::Written(written, _) => match written.as_ref() {
                raw::File::Catalog(catalog) => {
                    catalog.id.iter().chain(&catalog.aliases).map(|name| name.value.to_lowercase()).collect()
                }
                raw::File::Relations(_) | raw::File::Method(_) | raw::File::Assessment(_) | raw::File::Reviews(_) => {
                    Vec::new()
                }
            },
        });
        known.chain(packed.map(str::to_lowercase)).chain(read).collect()
    }

    /// Notes faults of files that were read all the same.
    pub fn add_faults(&mut self, faults: Vec<Diagnostic>) {
        self.faults.extend(faults);
    }

    /// Adds a file that was read, with what is wrong with its shape.
    pub fn add(&mut self, file: FileId, read: Option<raw::File>, faults: Vec<Diagnostic>) {
        self.add_part(file, read.map(|read| Part::Written(Box::new(read), None)), faults);
    }

    /// The same for content that is already read from it, or whose rows are still in its text.
    pub(super) fn add_part(&mut self, file: FileId, read: Option<Part>, faults: Vec<Diagnostic>) {
        self.faults.extend(faults);
        match read {
            Some(Part::Written(written, rows)) => match *written {
                raw::File::Assessment(assessment) => self.faults.push(
                    Diagnostic::new(
                        Rule::UnexpectedKind,
                        assessment.span,
                        "an assessment does not belong in a library of standards",
                    )
                    .help("name it on the command line and keep it outside this folder"),
                ),
                written => self.files.push((file, Part::Written(Box::new(written), rows))),
            },
            Some(edition @ Part::Edition(..)) => self.files.push((file, edition)),
            None => self.has_unread = true,
        }
    }

    /// Adds a packed library; `file` stands for it in messages, and `damage` records what turns out to be wrong with it.
    pub(super) fn add_shelf(&mut self, file: FileId, shelf: Shelf, damage: Damage) {
        self.shelves.push((file, shelf, damage));
    }

    /// Notes a fault that kept a file from being read.
    pub fn add_fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
        self.has_unread = true;
    }
}

/// Makes a library of files.
pub fn library(sources: &Sources, files: Files) -> Loaded<Library> {
    let Gathered { library, mut faults, reviews, .. } = gather(sources, files);
    faults.extend(reviews.into_iter().map(|(_, reviews)| {
        let message = "the reviews of an assessment do not belong in a library of standards";
        Diagnostic::new(Rule::UnexpectedKind, reviews.span, message)
            .help("keep them next to the assessment, outside this folder")
    }));
    Loaded::new(library, faults)
}

/// A library, perhaps with faults, and what readers that look up names in it must know about them.
pub(super) struct Gathered {
    pub(super) library: Library,
    pub(super) faults: Vec<Diagnostic>,
    /// The editions whose clauses may be missing only because they could not be read.
    pub(super) incomplete: BTreeSet<EditionId>,
    /// Whether there are files that could not be read at all.
    pub(super) has_unread: bool,
    /// The reviews of assessments, each with its file.
    pub(super) reviews: Vec<(FileId, Reviews)>,
}

pub(super) fn gather(sources: &Sources, files: Files) -> Gathered {
    let Files { files, mut faults, mut has_unread, base: mut library, later, known_tables, shelves } = files;
    let mut incomplete = incomplete_editions(&files, &faults);
    let (mut claims, mut tables, mut methods) = (Vec::new(), Vec::new(), Vec::new());
    let mut reviews = Vec::new();
    for catalog in shelves.iter().flat_map(|(_, shelf, _)| &shelf.catalogs) {
        match library.add_catalog(catalog.clone()) {
            Ok(()) => claims.push(catalog::claims_of(catalog)),
            Err(first) => faults.push(taken(sources, catalog.span, "an edition", catalog.id.as_str(), first.span)),
        }
    }
    for (file, part) in files {
        let made = match part {
            Part::Edition(catalog, claim) => Some((*catalog, claim)),
            Part::Written(written, rows) => match *written {
                raw::File::Catalog(written) => catalog::read(written, &mut faults, &mut incomplete),
                raw::File::Relations(written) => {
                    tables.push(rows::WrittenTable { file, written, rows, is_called_as_file: true });
                    continue;
                }
                raw::File::Method(written) => {
                    methods.push(written);
                    continue;
                }
                raw::File::Reviews(written) => {
                    reviews.push((file, written));
                    continue;
                }
                raw::File::Assessment(_) => continue,
            },
        };
        let Some((catalog, claim)) = made else {
            has_unread = true;
            continue;
        };
        let (span, id) = (catalog.span, catalog.id.clone());
        match library.add_catalog(catalog) {
            Ok(()) => claims.push(claim),
            Err(first) => faults.push(taken(sources, span, "an edition", id.as_str(), first.span)),
        }
    }
    catalog::check_claims(&claims, &library, &incomplete, has_unread, &mut faults);
    for (file, held, found) in later.into_iter().flat_map(|later| (later.0)(&library)) {
        faults.extend(found);
        let table = |written| rows::WrittenTable { file, written, rows: None, is_called_as_file: false };
        tables.extend(held.into_iter().map(table));
    }
    let coming: BTreeSet<TableId> = tables
        .iter()
        .filter_map(|table| TableId::parse(&table.written.id.as_ref()?.value).ok())
        .chain(known_tables)
        .collect();
    for (file, shelf, damage) in shelves {
        shelved::add(file, shelf, &damage, sources, &mut library, &mut faults);
    }
    let resolver = || Resolver::new(&library, &incomplete, has_unread).expecting(&coming);
    let sound = rows::sound(sources, &tables, &library, &resolver);
    let resolver = resolver();
    let read = |(table, sound): (rows::WrittenTable, Option<rows::Sound>)| {
        resolver.begin_file();
        let rows = rows::Rows::of(&table, sound, sources);
        let name = table.is_called_as_file.then(|| sources.get(table.file).name());
        relation::read(table.written, rows, name, &resolver, &mut faults)
    };
    let tables: Vec<Table> = tables.into_iter().zip(sound).filter_map(read).collect();
    for table in tables {
        let (span, id) = (table.span, table.id.clone());
        if let Err(first) = library.add_table(table) {
            faults.push(taken(sources, span, "a table", id.as_str(), first.span));
        }
    }
    let resolver = Resolver::new(&library, &incomplete, has_unread);
    let read = |raw: raw::Method| {
        resolver.begin_file();
        method::read(raw, &resolver, &mut faults)
    };
    let methods: Vec<Method> = methods.into_iter().filter_map(read).collect();
    for method in methods {
        let (span, id) = (method.span, method.id.clone());
        if let Err(first) = library.add_method(method) {
            faults.push(taken(sources, span, "a method", id.as_str(), first.span));
        }
    }
    let resolver = Resolver::new(&library, &incomplete, has_unread);
    let read = |(file, written): (FileId, raw::Reviews)| {
        resolver.begin_file();
        reviews::read(written, &resolver, &mut faults).map(|reviews| (file, reviews))
    };
    let reviews: Vec<(FileId, Reviews)> = reviews.into_iter().filter_map(read).collect();
    let (of_tables, of_assessments): (Vec<_>, Vec<_>) =
        reviews.into_iter().partition(|(_, reviews)| matches!(reviews.of, Reviewed::Table(_)));
    for (_, reviews) in of_tables {
        let (span, id) = (reviews.span, reviews.of.to_string());
        if let Err(first) = library.add_reviews(reviews) {
            faults.push(taken(sources, span, "a review file of", &id, first.span));
        }
    }
    Gathered { library, faults, incomplete, has_unread, reviews: of_assessments }
}

/// The editions whose catalogs have faults of shape: a clause that seems to be missing may only be unreadable.
fn incomplete_editions(files: &[(FileId, Part)], faults: &[Diagnostic]) -> BTreeSet<EditionId> {
    let faulty: BTreeSet<FileId> = faults.iter().map(|fault| fault.span.file).collect();
    let written = files.iter().filter(|(file, _)| faulty.contains(file)).filter_map(|(_, part)| match part {
        Part::Written(written, _) => Some(written.as_ref()),
        Part::Edition(..) => None,
    });
    written
        .filter_map(|written| match written {
            raw::File::Catalog(catalog) => EditionId::parse(&catalog.id.as_ref()?.value).ok(),
            raw::File::Relations(_) | raw::File::Method(_) | raw::File::Assessment(_) | raw::File::Reviews(_) => None,
        })
        .collect()
}
