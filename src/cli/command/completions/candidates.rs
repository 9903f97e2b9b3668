//! The possible values of an argument: the ids of the library, words and files.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::sync::{Arc, LazyLock};

use clap::builder::StyledStr;
use clap::{Arg, Command};
use clap_complete::engine::{PathCompleter, ValueCompleter};
use clap_complete::{ArgValueCompleter, CompletionCandidate};
use xwalk::model::{Catalog, Clause, Library};
use xwalk::report::sanitized;

use super::line::Known;

/// What an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Edition,
    /// The edition of a clause, up to the slash.
    EditionOfClause,
    /// A clause of the edition that is typed up to the slash.
    Clause,
    /// A clause by its number alone, of an edition that the assessment in the line is about.
    Number,
    Table,
    Method,
    Property,
    Confidence,
    Command,
    /// One of the words that the argument knows.
    Word,
    File,
}

/// What the arguments take that are called this in the help; several if any of them is possible. Instead of an optional
/// argument, the next one is possible.
fn taken(value_name: &str, may_be_missing: bool) -> &'static [Taken] {
    match value_name {
        "KIND" if may_be_missing => &[Taken::Word, Taken::Edition, Taken::Table, Taken::File],
        "EDITION" | "EDITIONS" | "FROM" | "TO" | "BASE" | "TARGET" => &[Taken::Edition],
        "CLAUSE" => &[Taken::Number, Taken::EditionOfClause, Taken::Clause],
        "EDITION|CLAUSE" => &[Taken::Edition, Taken::Clause],
        "TABLE" => &[Taken::Table],
        "METHOD" => &[Taken::Method],
        "ID" => &[Taken::Edition, Taken::Clause, Taken::Table, Taken::Method],
        "PROPERTY" => &[Taken::Property],
        "PROPERTY|EDITION" => &[Taken::Property, Taken::Edition],
        "CONFIDENCE" => &[Taken::Confidence],
        "COMMAND" => &[Taken::Command],
        "OLD" | "NEW" => &[Taken::Edition, Taken::File],
        "FILE|ID" => &[Taken::Edition, Taken::Table, Taken::File],
        "PATH" => &[Taken::File],
        _ => &[],
    }
}

/// A candidate and what it is.
type Named = (String, String);

/// What the line is about, read when the first candidate is needed.
type Read = Arc<LazyLock<Known, Box<dyn FnOnce() -> Known + Send>>>;

/// Has the arguments that take ids complete them, depending on what the line already contains.
pub(super) fn offer(command: &mut Command, line: &[OsString]) {
    // The first one is the program itself.
    let line: Vec<String> = line.iter().skip(1).filter_map(|word| word.to_str()).map(str::to_owned).collect();
    let commands: Vec<Named> = command
        .get_subcommands()
        .map(|command| {
            (command.get_name().to_owned(), command.get_about().map(ToString::to_string).unwrap_or_default())
        })
        .collect();
    let names: Vec<String> = commands.iter().map(|(name, _)| name.clone()).collect();
    let read: Read = Arc::new(LazyLock::new(Box::new(move || Known::read(&line, &names))));
    let complete = |arg: Arg, may_be_missing| {
        let name = arg.get_value_names().and_then(|names| names.first());
        let taken = name.map_or(&[][..], |name| taken(name, may_be_missing));
        if taken.is_empty() {
            return arg;
        }
        let (read, commands, words) = (Arc::clone(&read), commands.clone(), words(&arg));
        arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
            let files = if taken.contains(&Taken::File) { PathCompleter::any().complete(typed) } else { Vec::new() };
            let typed = typed.to_str().unwrap_or_default();
            let library = || &read.library;
            let of = |taken: &Taken| match taken {
                Taken::Edition => editions(library(), typed),
                Taken::EditionOfClause => before_slash(editions_of_clause(&read, typed)),
                Taken::Clause => clauses(library(), typed),
                Taken::Number => read.numbered().map(named_by_number).collect(),
                Taken::Table => tables(library()),
                Taken::Method => methods(library()),
                Taken::Property => properties(library()),
                Taken::Confidence => ["low", "medium", "high"].map(|word| (word.to_owned(), String::new())).into(),
                Taken::Command => commands.clone(),
                Taken::Word => words.clone(),
                Taken::File => Vec::new(),
            };
            let named = taken.iter().flat_map(of).filter(|(name, _)| name.starts_with(typed) && is_one_word(name));
            named.map(|(name, what)| candidate(name, &what)).chain(files).collect()
        }))
    };
    *command = std::mem::take(command).mut_args(|arg| complete(arg, false)).mut_subcommands(|command| {
        let may_be_missing = command.is_allow_missing_positional_set();
        command.mut_args(|arg| complete(arg, may_be_missing))
    });
}

fn candidate(name: String, what: &str) -> CompletionCandidate {
    CompletionCandidate::new(name).help((!what.is_empty()).then(|| sanitized(what).into()))
}

/// Whether every shell takes the text for one word and for nothing but text.
fn is_one_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | ':' | '/'))
}

/// The words that an argument knows.
fn words(arg: &Arg) -> Vec<Named> {
    let words = arg.get_possible_values();
    let named = |help: Option<&StyledStr>| help.map(ToString::to_string).unwrap_or_default();
    words.iter().map(|word| (word.get_name().to_owned(), named(word.get_help()))).collect()
}

/// Editions by id; by alias if no id starts as typed.
fn editions(library: &Library, typed: &str) -> Vec<Named> {
    let named = |name: &str, catalog: &Catalog| (name.to_owned(), catalog.title.to_string());
    if library.catalogs().any(|catalog| catalog.id.as_str().starts_with(typed)) {
        return library.catalogs().map(|catalog| named(catalog.id.as_str(), catalog)).collect();
    }
    let by_alias =
        |catalog: &Catalog| -> Vec<Named> { catalog.names().skip(1).map(|alias| named(alias, catalog)).collect() };
    library.catalogs().flat_map(by_alias).collect()
}

/// The editions of a clause: those that the assessment in the line is about, until another one is typed; none where what is
/// typed begins a number of one of them.
fn editions_of_clause(known: &Known, typed: &str) -> Vec<Named> {
    let about = known.editions.iter().filter_map(|edition| known.library.catalog(edition));
    let about: Vec<&Catalog> = about.filter(|catalog| catalog.id.as_str().starts_with(typed)).collect();
    let is_number = || known.numbered().any(|clause| clause.number.as_str().starts_with(typed));
    match about.as_slice() {
        [] if is_number() => Vec::new(),
        [] => editions(&known.library, typed),
        about => about.iter().map(|catalog| (catalog.id.to_string(), catalog.title.to_string())).collect(),
    }
}

fn named_by_number(clause: &Clause) -> Named {
    (clause.number.to_string(), clause.title.to_string())
}

fn before_slash(editions: Vec<Named>) -> Vec<Named> {
    editions.into_iter().map(|(name, title)| (format!("{name}/"), title)).collect()
}

/// The clauses of the edition that is typed up to the slash, by its id or an alias.
fn clauses(library: &Library, typed: &str) -> Vec<Named> {
    let Some((edition, _)) = typed.rsplit_once('/') else { return Vec::new() };
    let catalogs = library.catalogs().filter(|catalog| catalog.names().any(|name| name.eq_ignore_ascii_case(edition)));
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
    let names: BTreeSet<&str> = occurring.chain(["chapter", "clause"]).collect();
    names.into_iter().map(|name| (name.to_owned(), String::new())).collect()
}
