//! What may stand in the place of an argument: the ids of the library.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use clap::{Arg, Command};
use clap_complete::{ArgValueCompleter, CompletionCandidate};
use xwalk::load::{self, disk, embedded};
use xwalk::model::{Catalog, Library};
use xwalk::report::harmless;
use xwalk::source::Sources;

/// What an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Edition,
    /// The edition of a clause, up to the slash.
    EditionOfClause,
    /// A clause of the edition that is typed up to the slash.
    Clause,
    Table,
    Method,
    Property,
    Confidence,
    Command,
}

/// What the arguments take that are called this in the help; several where any of them will do.
fn taken(value_name: &str) -> &'static [Taken] {
    match value_name {
        "EDITION" | "EDITIONS" | "FROM" | "TO" | "BASE" | "TARGET" => &[Taken::Edition],
        "CLAUSE" => &[Taken::EditionOfClause, Taken::Clause],
        "EDITION|CLAUSE" => &[Taken::Edition, Taken::Clause],
        "TABLE" => &[Taken::Table],
        "METHOD" => &[Taken::Method],
        "ID" => &[Taken::Edition, Taken::Clause, Taken::Table, Taken::Method],
        "PROPERTY" => &[Taken::Property],
        "PROPERTY|EDITION" => &[Taken::Property, Taken::Edition],
        "CONFIDENCE" => &[Taken::Confidence],
        "COMMAND" => &[Taken::Command],
        _ => &[],
    }
}

/// A candidate and what it is.
type Named = (String, String);

/// The library, read when the first candidate is asked for.
type Read = Arc<LazyLock<Library, Box<dyn FnOnce() -> Library + Send>>>;

/// Has the arguments that take ids complete them.
pub(super) fn offer(command: &mut Command, standards: Vec<PathBuf>) {
    let read: Read = Arc::new(LazyLock::new(Box::new(move || library(&standards))));
    let commands: Vec<Named> = command
        .get_subcommands()
        .map(|command| {
            (command.get_name().to_owned(), command.get_about().map(ToString::to_string).unwrap_or_default())
        })
        .collect();
    let complete = |arg: Arg| {
        let taken = arg.get_value_names().and_then(|names| names.first()).map_or(&[][..], |name| taken(name));
        if taken.is_empty() {
            return arg;
        }
        let (read, commands) = (Arc::clone(&read), commands.clone());
        arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
            let typed = typed.to_str().unwrap_or_default();
            let of = |taken: &Taken| match taken {
                Taken::Edition => editions(&read, typed),
                Taken::EditionOfClause => before_slash(editions(&read, typed)),
                Taken::Clause => clauses(&read, typed),
                Taken::Table => tables(&read),
                Taken::Method => methods(&read),
                Taken::Property => properties(&read),
                Taken::Confidence => ["low", "medium", "high"].map(|word| (word.to_owned(), String::new())).into(),
                Taken::Command => commands.clone(),
            };
            let candidates = taken.iter().flat_map(of).filter(|(name, _)| name.starts_with(typed) && is_one_word(name));
            candidates.map(|(name, what)| candidate(name, &what)).collect()
        }))
    };
    *command = std::mem::take(command).mut_args(complete).mut_subcommands(|command| command.mut_args(complete));
}

fn candidate(name: String, what: &str) -> CompletionCandidate {
    CompletionCandidate::new(name).help((!what.is_empty()).then(|| harmless(what).into()))
}

/// Whether every shell takes the text for one word and for nothing but text.
fn is_one_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | ':' | '/'))
}

/// What is bundled, with the folders of the user where they are sound.
fn library(standards: &[PathBuf]) -> Library {
    let read = |folders: &[PathBuf]| {
        let mut sources = Sources::default();
        let mut files = embedded::files(&mut sources);
        for folder in folders {
            disk::folder(&mut sources, &mut files, folder).ok()?;
        }
        load::library(&sources, files).sound().ok().map(|(library, _)| library)
    };
    read(standards).or_else(|| read(&[])).unwrap_or_default()
}

/// Editions by id; by alias where no id begins as typed.
fn editions(library: &Library, typed: &str) -> Vec<Named> {
    let named = |name: &str, catalog: &Catalog| (name.to_owned(), catalog.title.to_string());
    if library.catalogs().any(|catalog| catalog.id.as_str().starts_with(typed)) {
        return library.catalogs().map(|catalog| named(catalog.id.as_str(), catalog)).collect();
    }
    let by_alias = |catalog| -> Vec<Named> { names(catalog).skip(1).map(|alias| named(alias, catalog)).collect() };
    library.catalogs().flat_map(by_alias).collect()
}

/// An edition's id and its aliases.
fn names(catalog: &Catalog) -> impl Iterator<Item = &str> {
    std::iter::once(catalog.id.as_str()).chain(catalog.aliases.iter().map(|alias| alias.as_str()))
}

fn before_slash(editions: Vec<Named>) -> Vec<Named> {
    editions.into_iter().map(|(name, title)| (format!("{name}/"), title)).collect()
}

/// The clauses of the edition that is typed up to the slash, by its id or an alias.
fn clauses(library: &Library, typed: &str) -> Vec<Named> {
    let Some((edition, _)) = typed.rsplit_once('/') else { return Vec::new() };
    let catalogs = library.catalogs().filter(|catalog| names(catalog).any(|name| name.eq_ignore_ascii_case(edition)));
    let of = |catalog: &Catalog| -> Vec<Named> {
        let clauses = catalog.clauses().iter();
        clauses.map(|clause| (format!("{edition}/{}", clause.number), clause.title.to_string())).collect()
    };
    catalogs.flat_map(of).collect()
}

fn tables(library: &Library) -> Vec<Named> {
    let what = |from, to| format!("{from} to {to}");
    library.tables().map(|table| (table.id.to_string(), what(&table.from, &table.to))).collect()
}

fn methods(library: &Library) -> Vec<Named> {
    library.methods().map(|method| (method.id.to_string(), method.title.to_string())).collect()
}

/// What clauses are grouped by: themselves, their chapters, and the attributes that occur.
fn properties(library: &Library) -> Vec<Named> {
    let clauses = library.catalogs().flat_map(|catalog| catalog.clauses());
    let occurring = clauses.flat_map(|clause| clause.attributes.iter()).map(|(name, _)| name);
    let names: std::collections::BTreeSet<&str> = occurring.chain(["chapter", "clause"]).collect();
    names.into_iter().map(|name| (name.to_owned(), String::new())).collect()
}
