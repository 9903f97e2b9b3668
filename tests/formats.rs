//! Every format, written and read back.

#[path = "formats/findings.rs"]
mod findings;
#[path = "formats/html.rs"]
mod html;
#[path = "formats/pictures.rs"]
mod pictures;
#[path = "formats/xlsx.rs"]
mod xlsx;
