//! Every format, written and read back.

mod common;
#[path = "formats/docx.rs"]
mod docx;
#[path = "formats/findings.rs"]
mod findings;
#[path = "formats/html.rs"]
mod html;
#[path = "formats/oscal.rs"]
mod oscal;
#[path = "formats/pictures.rs"]
mod pictures;
#[path = "formats/plots.rs"]
mod plots;
#[path = "formats/xlsx.rs"]
mod xlsx;
