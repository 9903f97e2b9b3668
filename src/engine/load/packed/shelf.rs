//! A library as bytes, and the same library again.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::index::{Index, PackedMethod, Part};
use super::part::{Malformed, decoded, encoded};
use super::{catalog, table};
use crate::deferred::Deferred;
use crate::model::{Catalog, ClauseId, Clauses, EditionId, Library, Method, MethodId, Pin, Rows, Table};
use crate::source::{Damage, FileId, Span, Text, digest};

/// What of a library is packed.
pub struct Contents<'l> {
    /// The library.
    pub library: &'l Library,
    /// Which number a file has among those that are packed; nothing where it is not one of them.
    pub files: &'l dyn Fn(FileId) -> Option<u32>,
    /// Whether what is written may be changed by others before it is read.
    pub is_sealed: bool,
}

/// How a packed library is read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The first of its files among the texts of this run.
    pub first_file: FileId,
    /// How many files there are.
    pub files: u32,
    /// What is said about parts that are not what was written; nothing where nobody can have changed them.
    pub damage: Option<Damage>,
    /// What the whole is called.
    pub name: String,
}

/// An edition that is packed elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// Its id.
    pub id: EditionId,
    /// What its clauses were when they were built on.
    pub fingerprint: String,
}

/// Bytes, and the digest that they have unless they are damaged.
type Sealed = (&'static [u8], Text);

/// A packed library whose clauses, rows and steps are read when they are used.
#[derive(Debug)]
pub struct Shelf {
    /// Its editions, in the order of ids.
    pub catalogs: Vec<Catalog>,
    /// The editions that it builds on.
    pub foreign: Vec<Foreign>,
    tables: Vec<(table::Head, [Sealed; 3])>,
    methods: Vec<(PackedMethod, [Sealed; 2])>,
    reading: Arc<Reading>,
}

/// A library as bytes.
pub struct Written {
    /// What there is.
    pub index: Vec<u8>,
    /// The clauses, rows and steps.
    pub parts: Vec<u8>,
    /// The editions that it builds on and does not hold.
    pub foreign: Vec<EditionId>,
}

/// A library becomes bytes.
pub fn write(contents: &Contents<'_>) -> Written {
    let Contents { library, files, is_sealed } = contents;
    let is_own = |span: Span| files(span.file).is_some();
    let place = |span: Span| {
        let number = files(span.file).expect("only what is packed is asked for");
        Span { file: FileId::default().plus(number), ..span }
    };
    let own = || library.catalogs().filter(|catalog| is_own(catalog.span));
    let tables: Vec<&Table> = library.tables().filter(|table| is_own(table.span)).collect();
    let methods: Vec<&Method> = library.methods().filter(|method| is_own(method.span)).collect();
    let mut numbers: BTreeMap<&EditionId, u32> = BTreeMap::new();
    let number = |count: usize| u32::try_from(count).expect("fewer than four billion editions");
    numbers.extend(own().enumerate().map(|(at, catalog)| (&catalog.id, number(at))));
    let of_rows = tables.iter().flat_map(|table| table.rows.iter()).flat_map(|row| row.from.iter().chain([&row.to]));
    let named = tables.iter().flat_map(|table| [&table.from, &table.to]);
    let named = named.chain(of_rows.map(|clause| &clause.edition));
    let named = named.chain(methods.iter().filter_map(|method| method.target.as_ref()));
    let mut foreign = Vec::new();
    for edition in named {
        if !numbers.contains_key(edition)
            && let Some(catalog) = library.catalog(edition)
        {
            numbers.insert(&catalog.id, number(own().count() + foreign.len()));
            foreign.push((catalog.id.as_str().to_owned().into(), catalog.fingerprint()));
        }
    }
    let edition = |id: &EditionId| numbers[id];
    let position = |clause: &ClauseId| {
        let catalog = library.catalog(&clause.edition).expect("a sound library names only its own editions");
        catalog.position(&clause.number).expect("a sound library names only its own clauses")
    };
    let mut parts = Vec::new();
    let mut add = |bytes: Vec<u8>| {
        parts.extend_from_slice(&bytes);
        let length = u32::try_from(bytes.len()).expect("files of less than four gigabytes");
        Part { length, digest: if *is_sealed { digest(&bytes).into() } else { String::new().into() } }
    };
    let index = Index {
        foreign,
        catalogs: own().map(|catalog| (catalog::Head::of(catalog, &place), add(catalog::write(catalog)))).collect(),
        tables: tables
            .iter()
            .map(|table| {
                let parts = [
                    table::write(table, &position),
                    table::write_unrelated(table),
                    table::write_aside(table, &position),
                ];
                let parts = parts.map(&mut add);
                (table::Head::of(table, &edition, &place), parts)
            })
            .collect(),
        methods: methods
            .iter()
            .map(|method| {
                let parts = [encoded(&*method.steps), encoded_unless_none(&method.translations)].map(&mut add);
                (PackedMethod::of(method, method.target.as_ref().map(edition), place(method.span)), parts)
            })
            .collect(),
    };
    let builds_on = numbers.keys().filter(|edition| library.catalog(edition).is_some_and(|at| !is_own(at.span)));
    Written { index: encoded(&index), foreign: builds_on.map(|edition| (*edition).clone()).collect(), parts }
}

/// The bytes of a list; none of one that is empty.
fn encoded_unless_none<T: Serialize>(list: &[T]) -> Vec<u8> {
    if list.is_empty() { Vec::new() } else { encoded(&list) }
}

impl Reading {
    /// The position of a file of the pack in this run.
    fn place(&self, span: Span) -> Result<Span, Malformed> {
        let number = span.file.number();
        if number >= self.files || span.start > span.end {
            return Err(Malformed);
        }
        Ok(Span { file: self.first_file.plus(number), ..span })
    }

    /// What bytes hold, if they are what was written; else nothing, and that is reported.
    fn read<T: Default>(
        &self,
        bytes: &'static [u8],
        expected: &str,
        what: &str,
        read: impl FnOnce() -> Result<T, Malformed>,
    ) -> T {
        let is_intact = self.damage.is_none() || digest(bytes) == expected;
        let read = if is_intact { read() } else { Err(Malformed) };
        read.unwrap_or_else(|Malformed| {
            let damage = self.damage.as_ref().expect("what is bundled was packed by the program itself");
            damage.report(format!("{}: the content for {what} is damaged", self.name));
            T::default()
        })
    }
}

impl Shelf {
    /// Reads the index of a packed library.
    pub fn open(index: &'static [u8], parts: &'static [u8], reading: Reading) -> Result<Self, Malformed> {
        let index: Index = decoded(index)?;
        let (mut rest, reading) = (parts, Arc::new(reading));
        let mut next = |part: Part| {
            let (bytes, behind) = rest.split_at_checked(part.length as usize).ok_or(Malformed)?;
            rest = behind;
            Ok((bytes, part.digest))
        };
        let place = |span| reading.place(span);
        let mut catalogs = Vec::with_capacity(index.catalogs.len());
        for (header, part) in index.catalogs {
            let (bytes, expected) = next(part)?;
            let (requirements, fingerprint) = (header.requirements as usize, header.fingerprint.clone());
            let mut catalog = header.catalog(&place)?;
            let (file, reading, id) = (catalog.span.file, Arc::clone(&reading), catalog.id.clone());
            let is_known = reading.damage.is_none();
            let clauses = Deferred::until_asked(move || {
                reading.read(bytes, &expected, id.as_str(), || catalog::read(bytes, file, is_known))
            });
            catalog.set_unread(clauses, requirements, fingerprint);
            catalogs.push(catalog);
        }
        let mut tables = Vec::with_capacity(index.tables.len());
        for (header, [rows, unrelated, aside]) in index.tables {
            tables.push((header, [next(rows)?, next(unrelated)?, next(aside)?]));
        }
        let mut methods = Vec::with_capacity(index.methods.len());
        for (method, [steps, translations]) in index.methods {
            methods.push((method, [next(steps)?, next(translations)?]));
        }
        if !rest.is_empty() {
            return Err(Malformed);
        }
        let foreign = |(id, fingerprint): (Text, Text)| {
            let id = EditionId::parse(&id).map_err(|_| Malformed)?;
            Ok(Foreign { id, fingerprint: fingerprint.to_string() })
        };
        let foreign = index.foreign.into_iter().map(foreign).collect::<Result<_, Malformed>>()?;
        Ok(Self { catalogs, foreign, tables, methods, reading })
    }

    /// Its tables and methods; the clauses of the editions that it builds on are found in `library`.
    pub fn tables_and_methods(self, library: &Library) -> Result<(Vec<Table>, Vec<Method>), Malformed> {
        let own = self.catalogs.iter().map(|catalog| (catalog.id.clone(), catalog.unread()));
        let foreign = self.foreign.iter().map(|foreign| {
            let clauses = library.catalog(&foreign.id).map(Catalog::unread).unwrap_or_default();
            (foreign.id.clone(), clauses)
        });
        let editions: Vec<(EditionId, Deferred<Clauses>)> = own.chain(foreign).collect();
        let edition = |number: u32| editions.get(number as usize).ok_or(Malformed);
        let mut tables = Vec::with_capacity(self.tables.len());
        for (header, [(rows, of_rows), (unrelated, of_unrelated), (aside, of_aside)]) in self.tables {
            let named = header.editions.iter().map(|number| {
                edition(*number).map(|(id, clauses)| table::Edition { id: id.clone(), clauses: clauses.clone() })
            });
            let named = named.collect::<Result<Vec<_>, _>>()?;
            let id = table::table_ids(vec![header.id])?.pop().ok_or(Malformed)?;
            let span = self.reading.place(header.span)?;
            let pin = |pin: Option<(Text, Span)>| match pin {
                Some((hash, span)) => self.reading.place(span).map(|span| Some(Pin { hash, span })),
                None => Ok(None),
            };
            let [from_hash, to_hash] = header.pins;
            let editions_named = named.iter().map(|edition| edition.id.clone()).collect();
            let (reading, what, of_aside_rows) = (Arc::clone(&self.reading), id.clone(), named.clone());
            let read_aside =
                move || reading.read(aside, &of_aside, what.as_str(), || table::read(aside, span.file, &of_aside_rows));
            let (reading, what) = (Arc::clone(&self.reading), id.clone());
            let rows = Deferred::until_asked(move || {
                reading.read(rows, &of_rows, what.as_str(), || table::read(rows, span.file, &named))
            });
            let (reading, what) = (Arc::clone(&self.reading), id.clone());
            let read_unrelated =
                move || reading.read(unrelated, &of_unrelated, what.as_str(), || table::read_unrelated(unrelated));
            tables.push(Table {
                id,
                title: header.title,
                from: edition(header.from)?.0.clone(),
                to: edition(header.to)?.0.clone(),
                version: header.version,
                source: header.source,
                confidence: header.confidence,
                provenance: header.provenance,
                method: header.method,
                mapper: header.mapper,
                date: header.date,
                stage: header.stage,
                derived_from: table::table_ids(header.derived_from)?,
                from_hash: pin(from_hash)?,
                to_hash: pin(to_hash)?,
                is_draft: header.is_draft,
                unrelated: match unrelated {
                    [] => Deferred::default(),
                    _ => Deferred::until_asked(read_unrelated),
                },
                rows: Rows::unread(rows, header.counts.map(|count| count as usize), editions_named),
                aside: match aside {
                    [] => Rows::default(),
                    _ => Rows::until_asked(read_aside),
                },
                span,
            });
        }
        let mut methods = Vec::with_capacity(self.methods.len());
        for (method, [(steps, of_steps), (translations, of_translations)]) in self.methods {
            let id = MethodId::parse(&method.id).map_err(|_| Malformed)?;
            let (reading, what) = (Arc::clone(&self.reading), id.clone());
            let read_steps = move || reading.read(steps, &of_steps, what.as_str(), || decoded(steps));
            let (reading, what) = (Arc::clone(&self.reading), id.clone());
            let read_translations =
                move || reading.read(translations, &of_translations, what.as_str(), || decoded(translations));
            methods.push(Method {
                id,
                title: method.title,
                target: method.target.map(|number| edition(number).map(|(id, _)| id.clone())).transpose()?,
                source: method.source,
                steps: Deferred::until_asked(read_steps),
                translations: match translations {
                    [] => Deferred::default(),
                    _ => Deferred::until_asked(read_translations),
                },
                span: self.reading.place(method.span)?,
            });
        }
        Ok((tables, methods))
    }
}
