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
    /// What all tables say about two editions.
    Crosswalk,
    Assessment,
}

/// Why nothing remains to be written, and what would change that: `way` writes open relations so that something
/// remains, and `others` are formats that hold something of it.
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
        (true, Kind::Assessment | Kind::Catalog) => "it contains nothing that the format can hold".to_owned(),
    };
    let others = others.iter().filter_map(|other| Some(format!("--to {}", other.to_possible_value()?.get_name())));
    let others: Vec<String> = others.collect();
    let sheet = (kind == Kind::Tables).then(|| "a spreadsheet, without --to, holds all rows".to_owned());
    let others = (!others.is_empty()).then(|| format!("{} can hold some of it", others.join(" or ")));
    let help = match (way, sheet, others) {
        (Some(OpenReverse::OwnWord), ..) => {
            "--unstated own-word writes relations whose reverse is not stated, in words of xwalk's own".to_owned()
        }
        (Some(_), ..) => {
            "--unstated weaken writes relations whose reverse is not stated, with a weaker word".to_owned()
        }
        (None, Some(sheet), Some(others)) => format!("{others}; {sheet}"),
        (None, Some(held), None) | (None, None, Some(held)) => held,
        (None, None, None) => match kind {
            Kind::Tables | Kind::EmptyTables | Kind::Crosswalk => {
                "name a table with rows, or, with --against, two editions that tables relate"
            }
            Kind::Assessment if to == Target::OscalPoam => "name a target edition with --target",
            Kind::Assessment | Kind::Catalog => "first state something about a clause, for example with `xwalk set`",
        }
        .to_owned(),
    };
    Refusal::new(format!("nothing was written, because nothing remains to be written: {why}"), help)
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
    Refusal::new(format!("{format} cannot hold {what}"), format!("it holds {holds}"))
}
