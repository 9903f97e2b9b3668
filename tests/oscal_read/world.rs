//! Files of a run, read as the command line reads them.

use xwalk::diagnostic::{Diagnostic, has_errors, sort};
use xwalk::exchange::content::{Choices, Count};
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::load::raw::Assessment;
use xwalk::load::{Files, library};
use xwalk::model::{Catalog, Clause, EditionId, Library};
use xwalk::source::{FileId, Sources};

/// What became of the files of a run.
pub(crate) struct World {
    pub(crate) sources: Sources,
    pub(crate) library: Library,
    pub(crate) faults: Vec<Diagnostic>,
    pub(crate) counts: Vec<Count>,
    pub(crate) assessments: Vec<Assessment>,
}

impl World {
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self::read(files, Choices::default())
    }

    pub(crate) fn read(files: &[(&str, &str)], choices: Choices) -> Self {
        let mut sources = Sources::default();
        let add = |(name, text): &(&str, &str)| {
            let format = Format::of(text).unwrap_or(Format::Oscal);
            (sources.add(*name, (*text).to_owned()), format)
        };
        let files: Vec<(FileId, Format)> = files.iter().map(add).collect();
        let mut own = Files::default();
        let mut counts = ForeignFiles::read(&sources, &files).add_to(&mut own, &sources, choices);
        let (library, mut faults) = library(&sources, own).into_parts();
        // Statements are asked for by themselves, of files that were read again.
        let mut again = ForeignFiles::read(&sources, &files);
        again.catalogs(&sources, choices, std::collections::HashSet::new());
        let mut assessments = Vec::new();
        for (_, content) in again.assessments(&library, choices) {
            faults.extend(content.faults);
            counts.extend(content.counts);
            assessments.extend(content.assessments);
        }
        for (_, content) in again.tables(&library, choices) {
            counts.extend(content.counts);
        }
        sort(&mut faults);
        for count in &counts {
            let left_out: usize = count.left_out.iter().map(|(_, count)| count).sum();
            assert_eq!(count.read, count.taken + left_out, "{count:?}");
        }
        Self { sources, library, faults, counts, assessments }
    }

    /// Whether nothing is an error.
    pub(crate) fn is_sound(&self) -> bool {
        !has_errors(&self.faults)
    }

    pub(crate) fn edition(&self, id: &str) -> &Catalog {
        self.library.catalog(&EditionId::parse(id).unwrap()).unwrap_or_else(|| panic!("no {id}: {:?}", self.told()))
    }

    pub(crate) fn clause(&self, edition: &str, number: &str) -> &Clause {
        self.edition(edition).find(number).unwrap_or_else(|| panic!("no clause {number}"))
    }

    /// What is reported, with its place.
    pub(crate) fn told(&self) -> Vec<String> {
        let line = |fault: &Diagnostic| {
            let place = self.sources.position(fault.span);
            let name = self.sources.get(fault.span.file).name();
            format!("{name}:{}:{} {} [{}]", place.line, place.column, fault.message, fault.rule.id())
        };
        self.faults.iter().map(line).collect()
    }

    /// The rows of a table, each in one line.
    pub(crate) fn rows(&self, table: &str) -> Vec<String> {
        let table = self.library.tables().find(|known| known.id.as_str() == table);
        let table = table.unwrap_or_else(|| panic!("no such table: {:?}", self.told()));
        let row = |row: &xwalk::model::Relation| {
            let from: Vec<&str> = row.from.iter().map(|clause| clause.number.as_str()).collect();
            let reverse = row.reverse.map_or(String::new(), |reverse| format!(" / {reverse}"));
            format!("{} -> {}: {}{reverse}", from.join(" + "), row.to.number, row.forward)
        };
        table.rows.iter().map(row).collect()
    }

    /// What a file holds of one kind, what was taken, and what was not.
    pub(crate) fn count(&self, what: &str) -> (usize, usize, Vec<(&str, usize)>) {
        let count = self.counts.iter().find(|count| count.what == what).unwrap_or_else(|| panic!("no {what}"));
        let left_out = count.left_out.iter().map(|(why, count)| (why.as_str(), *count)).collect();
        (count.read, count.taken, left_out)
    }
}

/// A catalog with two groups: four controls, an enhancement, two that are withdrawn.
pub(crate) const CATALOG: &str = r##"{
  "catalog": {
    "uuid": "11111111-1111-4111-8111-111111111111",
    "metadata": {
      "title": "Harbour Controls Revision 2: What a harbour does",
      "published": "2026-03-01T00:00:00Z",
      "version": "2.1+u3",
      "oscal-version": "1.1.2",
      "parties": [ { "uuid": "22222222-2222-4222-8222-222222222222", "type": "organization", "name": "Harbour Board" } ]
    },
    "params": [ { "id": "p-0" } ],
    "groups": [
      {
        "id": "gt",
        "title": "Gates",
        "controls": [
          {
            "id": "gt-1",
            "class": "HC",
            "title": "Gate \u201crules\u201d",
            "params": [ { "id": "gt-1_prm_1", "label": "days" } ],
            "props": [
              { "name": "label", "value": "GT-01", "class": "zero-padded" },
              { "name": "label", "value": "GT-1" },
              { "name": "label", "value": "GT-01", "class": "other" },
              { "name": "sort-id", "value": "gt-01" },
              { "name": "level", "value": "harbour" }
            ],
            "parts": [
              { "id": "gt-1_smt", "name": "statement", "prose": "Gates:", "parts": [
                { "id": "gt-1_smt.a", "name": "item", "props": [ { "name": "label", "value": "a." } ], "prose": "have rules;" },
                { "id": "gt-1_smt.b", "name": "item", "props": [ { "name": "label", "value": "b." } ], "prose": "are shut." }
              ] },
              { "id": "gt-1_gdn", "name": "guidance", "prose": "Shut them." }
            ],
            "controls": [
              {
                "id": "gt-1.1",
                "class": "HC-enhancement",
                "title": "Two locks",
                "props": [ { "name": "label", "value": "GT-1(1)" } ],
                "links": [ { "href": "#gt-1", "rel": "required" } ]
              }
            ]
          },
          {
            "id": "gt-2",
            "title": "Gate book",
            "props": [ { "name": "label", "value": "GT-2" }, { "name": "status", "value": "Withdrawn" } ],
            "links": [
              { "href": "#gt-1", "rel": "incorporated-into" },
              { "href": "gt-1_smt.b", "rel": "moved_to" },
              { "href": "#qy", "rel": "moved-to" },
              { "href": "https://harbour.example/book", "rel": "incorporated-into" },
              { "href": "#gt-3", "rel": "related" }
            ]
          }
        ]
      },
      {
        "id": "qy",
        "title": "Quays",
        "controls": [
          { "id": "qy-1", "title": "Lights", "props": [ { "name": "label", "value": "QY-1" } ] },
          { "id": "qy-2", "title": "Ropes" },
          { "id": "qy-3", "title": "Rails", "props": [ { "name": "label", "value": "QY-3" } ] },
          { "id": "qy-4", "title": "Old rails", "props": [ { "name": "label", "value": "QY-4" }, { "name": "status", "value": "withdrawn" } ] }
        ]
      },
      { "id": "em", "title": "Nothing yet" }
    ]
  }
}
"##;
