//! A catalog, tables, a crosswalk, an assessment or its plan in another program's format.

use std::collections::BTreeSet;
use std::path::Path;

use clap::ValueEnum;
use xwalk::crosswalk::Crosswalk;
use xwalk::deliver::{Item, Plan};
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::exchange::written::{Loss, OpenReverse, Written};
use xwalk::exchange::{ciso, oscal, sssom, strm};
use xwalk::load::raw::{File, nearest};
use xwalk::load::{self, name, standalone};
use xwalk::model::{Assessment, Catalog, ClauseId, EditionId, Library, Table, TableId};
use xwalk::query::{Action, Assessed, Case};
use xwalk::report::{self, Basis, Document, Part};
use xwalk::source::{FileId, Sources};
use xwalk::survey::Map;

use super::Export;
use super::options::Target;
use super::refused::{self, Kind};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::{read_as_written, read_library, sound};
use crate::cli::renamed;

/// What is to be written.
enum Subject {
    Catalog(Box<Catalog>),
    Tables {
        tables: Vec<Table>,
        /// Clauses that, according to an answer, nothing covers.
        uncovered: BTreeSet<ClauseId>,
    },
    Assessment(Box<Assessment>, FileId),
}

impl Subject {
    /// What it is, for a refusal. A sheet cannot hold a crosswalk of two editions.
    fn kind(&self, is_crosswalk: bool) -> Kind {
        match self {
            Self::Catalog(_) => Kind::Catalog,
            Self::Tables { .. } if is_crosswalk => Kind::Crosswalk,
            Self::Tables { tables, .. } if tables.iter().all(|table| table.rows.is_empty()) => Kind::EmptyTables,
            Self::Tables { .. } => Kind::Tables,
            Self::Assessment(..) => Kind::Assessment,
        }
    }

    /// The editions that it speaks of, by their ids.
    fn editions(&self) -> BTreeSet<&str> {
        match self {
            Self::Catalog(catalog) => BTreeSet::from([catalog.id.as_str()]),
            Self::Tables { tables, .. } => {
                tables.iter().flat_map(|table| [table.from.as_str(), table.to.as_str()]).collect()
            }
            Self::Assessment(assessment, _) => {
                let stated = assessment.statements().map(|(clause, _)| clause.edition.as_str());
                stated.chain(assessment.targets.iter().map(EditionId::as_str)).collect()
            }
        }
    }

    fn in_words(&self) -> &'static str {
        match self {
            Self::Catalog(_) => "a catalog",
            Self::Tables { .. } => "a relation table",
            Self::Assessment(..) => "an assessment",
        }
    }
}

impl Export {
    /// Writes what is named in another program's format, and reports what that cannot hold.
    pub(super) fn write_foreign(&self, to: Target, options: &Options, output: &Output) -> Result<(), Failure> {
        if self.question.all {
            let tip = "leave it out; --all is for sheets to fill in";
            return Err(anyhow::anyhow!(
                "the format of another program has no place for clauses without a statement\n\n  tip: {tip}"
            )
            .into());
        }
        let (mut sources, mut library) = read_library(options, output)?;
        let subject = match &self.foreign.against {
            Some(other) => self.crosswalk(other, &sources, &library, options, output)?,
            None => self.subject(&mut sources, &mut library, output)?,
        };
        let written = self.written(to, &subject, self.foreign.unstated.into(), (&sources, &library), options)?;
        if written.is_empty() {
            let holds = |to: Target, way: OpenReverse| {
                let written = self.written(to, &subject, way, (&sources, &library), options);
                written.is_ok_and(|written| !written.is_empty())
            };
            let way = [OpenReverse::Weaken, OpenReverse::OwnWord].into_iter().find(|way| holds(to, *way));
            let unstated = self.foreign.unstated.into();
            let others = Target::value_variants().iter().copied().filter(|other| holds(*other, unstated)).collect();
            return Err(refused::nothing_left(
                to,
                subject.kind(self.foreign.against.is_some()),
                &written.losses,
                way,
                others,
            )
            .into());
        }
        renamed::tell_of(&subject.editions(), &library, output);
        for loss in &written.losses {
            output.print_note(&loss.to_string());
        }
        match written.form {
            Form::Sheets(sheets) => {
                if sheets.len() > 1 && output.holds_answer_alone() {
                    output.print_note(
                        "1 sheet with the table's own particulars was left out: this format holds only the rows",
                    );
                }
                Ok(output.write(&relationships(sheets, &subject), &sources)?)
            }
            Form::Text(text) => {
                options.output.refuse_format("--to names the format")?;
                Ok(output.write_text(&text, Made::Foreign, &sources)?)
            }
        }
    }

    /// What is named in another program's format.
    fn written(
        &self,
        to: Target,
        subject: &Subject,
        open: OpenReverse,
        (sources, library): (&Sources, &Library),
        options: &Options,
    ) -> Result<InFormat, Failure> {
        let written = match (to, subject) {
            (Target::Oscal, Subject::Catalog(catalog)) => oscal::write::catalog(catalog),
            (Target::Oscal, Subject::Tables { tables, uncovered }) => {
                let tables: Vec<&Table> = tables.iter().collect();
                oscal::write::mapping_collection(&tables, library, open, uncovered)
            }
            (Target::Oscal, Subject::Assessment(assessment, _)) => {
                oscal::write::assessment_results(assessment, library)
            }
            (Target::OscalPoam, Subject::Assessment(assessment, file)) => {
                self.plan((assessment, *file), sources, library, options)?
            }
            (Target::CisoAssistant, Subject::Catalog(catalog)) => ciso::write_catalog(catalog),
            (Target::CisoAssistant, Subject::Tables { tables, .. }) => {
                ciso::write_tables(&tables.iter().collect::<Vec<_>>(), library, open)
            }
            (Target::Sssom, Subject::Tables { tables, .. }) => {
                sssom::write(&tables.iter().collect::<Vec<_>>(), library, open)
            }
            (Target::Strm, Subject::Tables { tables, .. }) => {
                let (sheets, losses) = strm::sheet(&tables.iter().collect::<Vec<_>>(), library, open);
                return Ok(InFormat { form: Form::Sheets(sheets), losses });
            }
            (Target::OscalPoam | Target::CisoAssistant | Target::Sssom | Target::Strm, _) => {
                return Err(refused::cannot_hold(to, subject.in_words()).into());
            }
        };
        Ok(InFormat { form: Form::Text(written.text), losses: written.losses })
    }

    /// What is named, with further tables.
    fn subject(&self, sources: &mut Sources, library: &mut Library, output: &Output) -> Result<Subject, Failure> {
        let mut tables = Vec::new();
        let names = std::iter::once(self.question.name.as_str()).chain(self.foreign.with.iter().map(String::as_str));
        for (at, named) in names.enumerate() {
            match self.named(named, sources, library, output)? {
                Subject::Tables { tables: found, .. } => tables.extend(found),
                only if at == 0 && self.foreign.with.is_empty() => return Ok(only),
                other => {
                    let message = format!("{named} is {}, but the other names are tables", other.in_words());
                    return Err(Refusal::new(message, "name only tables, or only one thing").into());
                }
            }
        }
        Ok(Subject::Tables { tables, uncovered: BTreeSet::new() })
    }

    fn named(
        &self,
        named: &str,
        sources: &mut Sources,
        library: &mut Library,
        output: &Output,
    ) -> Result<Subject, Failure> {
        let path = Path::new(named);
        if disk::names_file(path) {
            let (file, read) = read_as_written(path, sources, output)?;
            self.is_of(&read)?;
            return match read {
                File::Assessment(_) => {
                    let assessment = sound(load::assessment(sources, file, library).sound(), sources, output)?;
                    Ok(Subject::Assessment(Box::new(assessment), file))
                }
                File::Relations(_) => {
                    let with = sound(standalone::with_table(sources, file, library).sound(), sources, output)?;
                    Ok(Subject::Tables { tables: with.tables().cloned().collect(), uncovered: BTreeSet::new() })
                }
                File::Catalog(_) => {
                    let alone = sound(standalone::with_catalog(sources, file).sound(), sources, output)?;
                    let catalog = alone.catalogs().next().cloned();
                    let held = catalog.ok_or_else(|| anyhow::anyhow!("{} contains no catalog", path.display()))?;
                    Ok(Subject::Catalog(Box::new(held)))
                }
                read @ (File::Method(_) | File::Reviews(_)) => Err(super::holds_other(path, &read).into()),
            };
        }
        if let Some(table) = TableId::parse(named).ok().and_then(|id| library.table(&id)) {
            return Ok(Subject::Tables { tables: vec![table.clone()], uncovered: BTreeSet::new() });
        }
        match name::edition(named, library) {
            Ok(catalog) => Ok(Subject::Catalog(Box::new(catalog.clone()))),
            Err(refusal) => {
                let near = nearest(named, library.tables().map(|table| table.id.as_str()));
                let help = near.map(|near| format!("did you mean {near}?")).or(refusal.help);
                Err(Refusal { message: format!("no file, edition or table is called {named}"), help }.into())
            }
        }
    }

    /// The crosswalk between the named edition and another.
    fn crosswalk(
        &self,
        other: &str,
        sources: &Sources,
        library: &Library,
        options: &Options,
        output: &Output,
    ) -> Result<Subject, Failure> {
        let crosswalk = Crosswalk::new(library, &options.settings.selection(library)?);
        let case = Case { sources, library, crosswalk: &crosswalk, settings: &options.settings };
        let map = Map { from: self.question.name.clone(), to: other.to_owned(), inferred: self.foreign.inferred };
        let derived = map.table(case)?;
        if derived.presumed > 0 {
            output.print_note(&format!("rows left out because they are only presumed: {}", derived.presumed));
        }
        Ok(Subject::Tables { tables: vec![derived.table], uncovered: derived.uncovered.into_iter().collect() })
    }

    /// The plan of an assessment.
    fn plan(
        &self,
        (assessment, file): (&Assessment, FileId),
        sources: &Sources,
        library: &Library,
        options: &Options,
    ) -> Result<Written, Failure> {
        let crosswalk = Crosswalk::new(library, &options.settings.selection(library)?);
        let case = Case { sources, library, crosswalk: &crosswalk, settings: &options.settings };
        let plan = Plan { target: self.foreign.target.iter().cloned().collect(), ..Plan::default() };
        let plans = plan.ask(Assessed { case, assessment, file })?;
        let stages = plans.plans.iter().flat_map(|plan| &plan.stages);
        let items: Vec<oscal::write::PoamItem> = stages.flat_map(|stage| &stage.items).map(poam_item).collect();
        Ok(oscal::write::poam(&items, assessment, library))
    }
}

fn poam_item(item: &Item) -> oscal::write::PoamItem {
    let action = match item.action {
        Action::None => "keep",
        Action::Extend => "extend",
        Action::Verify => "verify",
        Action::Implement => "implement",
        Action::Assess => "assess",
        Action::Build => "build",
    };
    let names = |clauses: &[ClauseId]| clauses.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let because = match item.required_by.as_slice() {
        [] => String::new(),
        waiting => format!("Depends on it: {}.", names(waiting)),
    };
    oscal::write::PoamItem {
        clause: item.clause.clone(),
        title: item.title.to_string(),
        action: action.to_owned(),
        task: item.task.to_string(),
        owner: item.owner.as_ref().map(ToString::to_string),
        due: item.due,
        effort: item.effort,
        because,
        after: item.prerequisites.clone(),
    }
}

/// What is written, in a form for its format.
enum Form {
    Text(String),
    Sheets(Vec<report::Table>),
}

/// What is written in another program's format, with what it could not hold.
struct InFormat {
    form: Form,
    losses: Vec<Loss>,
}

impl InFormat {
    /// Whether nothing remains to be written.
    fn is_empty(&self) -> bool {
        match &self.form {
            Form::Text(text) => text.is_empty(),
            Form::Sheets(sheets) => sheets.is_empty(),
        }
    }
}

/// Sheets of relationships as an answer.
fn relationships(sheets: Vec<report::Table>, subject: &Subject) -> Document {
    let tables: &[Table] = match subject {
        Subject::Tables { tables, .. } => tables,
        Subject::Catalog(_) | Subject::Assessment(..) => &[],
    };
    let names = tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>().join(", ");
    Document {
        command: "export",
        title: format!("Relationships of {names}").into(),
        lead: Vec::new(),
        parts: sheets.into_iter().map(Part::Table).collect(),
        findings: Vec::new(),
        basis: Basis::default(),
    }
}
