//! xwalk: coverage and gap analysis across management-system standards.
//!
//! An organization that has implemented one standard already covers part of the next one. xwalk connects clause catalogs
//! by relation tables into a graph. It answers which requirements of a target are covered and by which chain of evidence,
//! which must be extended and how, and which are new. [`crosswalk`] describes the meaning of relations and how coverage
//! follows.
//!
//! # For other programs
//!
//! [`api`] is the part of this crate that keeps to semantic versioning: load, ask, document. Everything else is public so that
//! the program and the tests can use it, and may change in any version.
//!
//! # The architecture
//!
//! The modules, called rooms, are on floors. A room uses only rooms on floors below it; rooms on the same floor never use
//! each other. `tests/architecture.rs` checks this. If you read from the bottom up, each room is explained by those
//! before it. The rooms below the double line are a crate of their own, `xwalk_engine` in `src/engine`, which is optimized in
//! every build and knows neither disk nor terminal; this crate hands them out as its own.
//!
//! ```text
//!  8                                  cli                        the binary: argv in, bytes and exit code out
//!                                      │
//!  7                                  api                        the front door: load, ask, document
//!            ┌────────────────┬────────┴─────────┬──────────────────┐
//!  6      deliver             │             exchange            render
//!         what is handed      │             other people's      one format a file
//!         to a client         │             forms               │   │
//!            │                │                  │              │   │
//!  5      survey    changes   │ disk   bundled   edit   schema  │ rules
//!         what      what      │ files  what      texts  forms   │ what users
//!         tables    became    │        xwalk     in     of our  │ read of
//!         say       of what   │        brings    place  files   │ a rule
//!            │         │      │                  │              │
//!  ══════════╪═════════╪══════╪══════════════════╪══════════════╪═════════════════════════ src/engine
//!  4      query ───────┘      │                  │            lines
//!         what is covered     │                  │            text in a width
//!            │                │                  │              │
//!            ├──────────────┬─┴──────┬───────────┘        ┌────┘
//!  3      crosswalk   audit     workflow    load        report
//!         a graph     tables    steps in    texts →     an answer as tables
//!         to walk     compared  an order    model       and pictures, before any format
//!            │                  │        │          language
//!            │                  │        │          words of documents, before any language
//!            └──────────────────┴────┬───┴─────────────────┘
//!  2                   model                diagnostic
//!                      what is true         what is wrong, and where
//!                        └──────────┬───────────┘
//!  1                             source  ──  deferred
//!                                texts, and places in them  ──  values made on demand
//! ```
//!
//! A question is answered in these steps: [`disk`] and [`load`] read every text into [`source::Sources`] and make a
//! [`model::Library`] and a [`model::Assessment`] from them, or report everything that is wrong; [`crosswalk::Crosswalk`]
//! connects the clauses; a [`query`] asks what an assessment covers, a [`survey`] what catalogs and tables say, and [`changes`]
//! what became of either; each presents its answer as a [`report::Document`], and a [`render::Format`] writes it. What it says
//! are [`language::Phrase`]s, which are put into a language just before that. [`deliver`] combines several answers into
//! documents for clients. [`exchange`] reads and writes the files of other programs, and [`edit`] changes our own texts. There
//! are no callbacks, and everything except reading and writing is pure. [`api`] puts the steps together for other programs, and
//! the binary reads standards by it.

pub mod api;
pub mod bundled;
pub mod changes;
pub mod deliver;
pub mod disk;
pub mod edit;
pub mod exchange;
pub mod render;
pub mod rules;
pub mod schema;
pub mod survey;

pub use xwalk_engine::{
    audit, crosswalk, deferred, diagnostic, language, lines, load, model, query, report, source, workflow,
};
