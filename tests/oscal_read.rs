//! Documents of OSCAL are read as editions, tables and assessments, in small worlds that are written out here.

#[path = "oscal_read/catalog.rs"]
mod catalog;
#[path = "oscal_read/faults.rs"]
mod faults;
#[path = "oscal_read/mapping.rs"]
mod mapping;
#[path = "oscal_read/profile.rs"]
mod profile;
#[path = "oscal_read/results.rs"]
mod results;
#[path = "oscal_read/world.rs"]
mod world;
