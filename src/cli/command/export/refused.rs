//! Why something is not written in another program's format, and which format would hold it.

use clap::ValueEnum;
use xwalk::diagnostic::Refusal;
use xwalk::exchange::written::{Loss, OpenReverse};

use super::options::Target;

/// What was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Catalog,
    Tables,
    /// Tables without a row.
    EmptyTables,
    /// What all tables say of two editions.
    Crosswalk,
    Assessment,
}

/// Why nothing is left to write, and what would change that: `way` is a way to write open relations that leaves something,
/// and `others` are formats that hold something of it.
pub(super) fn nothing_left(
    to: Target,
    kind: Kind,
    losses: &[Loss],
    way: Option<OpenReverse>,
    others: Vec<Target>,
) -> Refusal {
    let lost: Vec<String> = losses.iter().map(ToString::to_string).collect();
    let why = match (lost.is_empty(), kind) {
        (false, _) => lost.join("; "),
        (true, Kind::Tables | Kind::EmptyTables | Kind::Crosswalk) => "there are no rows".to_owned(),
        (true, Kind::Assessment) if to == Target::OscalPoam => "the plan has no open items".to_owned(),
        (true, Kind::Assessment | Kind::Catalog) => "there is nothing in it that the format holds".to_owned(),
    };
    let others = others.iter().filter_map(|other| Some(format!("--to {}", other.to_possible_value()?.get_name())));
    let others: Vec<String> = others.collect();
    let sheet = (kind == Kind::Tables).then(|| "a sheet, which is written without --to, holds all rows".to_owned());
    let others = (!others.is_empty()).then(|| format!("{} can hold some of it", others.join(" or ")));
    let help = match (way, sheet, others) {
        (Some(OpenReverse::OwnWord), ..) => {
            "--unstated own-word writes relations whose reverse nobody stated by words of xwalk's own".to_owned()
        }
        (Some(_), ..) => "--unstated weaken writes relations whose reverse nobody stated by a weaker word".to_owned(),
        (None, Some(sheet), Some(others)) => format!("{others}; {sheet}"),
        (None, Some(held), None) | (None, None, Some(held)) => held,
        (None, None, None) => match kind {
            Kind::Tables | Kind::EmptyTables | Kind::Crosswalk => {
                "name a table with rows, or with --against editions that tables relate"
            }
            Kind::Assessment if to == Target::OscalPoam => "--target names an edition that is aimed at",
            Kind::Assessment | Kind::Catalog => "state something of a clause first, as with `xwalk set`",
        }
        .to_owned(),
    };
    Refusal::new(format!("nothing is left to write, so nothing was written: {why}"), help)
}

/// The refusal of a format that holds no such thing.
pub(super) fn cannot_hold(to: Target, what: &str) -> Refusal {
    let (format, holds) = match to {
        Target::Oscal => ("OSCAL", "catalogs, tables and assessments"),
        Target::OscalPoam => ("a plan of action and milestones", "the plan of an assessment"),
        Target::CisoAssistant => ("a CISO Assistant library", "catalogs and tables"),
        Target::Sssom => ("a mapping set", "tables, or with --against the crosswalk of two editions"),
        Target::Strm => ("a relationship mapping", "tables, or with --against the crosswalk of two editions"),
    };
    Refusal::new(format!("what is named is {what}, and {format} does not hold that"), format!("it holds {holds}"))
}
