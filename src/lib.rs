//! xwalk: coverage and gap analysis across management-system standards.
//!
//! An organization that runs one standard has covered part of the next. xwalk joins clause catalogs by relation tables
//! into a graph and answers what of a target is covered and by what chain of evidence, what has to be extended and how,
//! and what is new. What a relation means, and how coverage follows from it, is told in [`crosswalk`].
//!
//! # The house
//!
//! Rooms stand on floors. A room names only rooms on floors below it; rooms on one floor never name each other.
//! `tests/architecture.rs` keeps the walls. Read from the bottom up, each room is explained by those before it.
//!
//! ```text
//!  6                                  cli                        the binary: argv in, bytes and exit code out
//!            ┌──────────────────┬──────┴──────────┬──────────────────┐
//!  5      deliver               │             exchange            render
//!         what is handed        │             other people's      one format a file
//!         to a client           │             forms
//!            │                  │                 │                  │
//!  4      query                 │               edit                 │
//!         one question          │               texts changed        │
//!         a file                │               in place             │
//!            ├──────────────────┼────────┬────────┘        ┌─────────┘
//!  3      crosswalk   audit     workflow    load        report
//!         a graph     tables    steps in    texts →     an answer as tables
//!         to walk     compared  an order    model       and pictures, before any format
//!            └──────────────────┴────┬───┴─────────────────┘
//!  2                   model                diagnostic
//!                      what is true         what is wrong, and where
//!                        └──────────┬───────────┘
//!  1                             source  ──  deferred
//!                                texts, and places in them  ──  values made when asked for
//! ```
//!
//! A question goes through it like this: [`load`] reads every text into [`source::Sources`] and makes a
//! [`model::Library`] and a [`model::Assessment`] of them, or says all that is wrong; [`crosswalk::Crosswalk`] joins the
//! clauses; a [`query`] asks and lays its answer out as a [`report::Document`]; a [`render::Format`] writes that. What a client
//! reads, [`deliver`] makes of several answers. What comes from elsewhere goes through [`exchange`], and what it changes in
//! a text is [`edit`]'s. Nothing calls back, and all but reading and writing is pure.

pub mod audit;
pub mod crosswalk;
pub mod deferred;
pub mod deliver;
pub mod diagnostic;
pub mod edit;
pub mod exchange;
pub mod load;
pub mod model;
pub mod query;
pub mod render;
pub mod report;
pub mod source;
pub mod workflow;
