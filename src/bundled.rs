//! The standards that are bundled: read by `build.rs` ahead of time, so that starting costs no parsing.

use crate::load::Files;
use crate::load::packed::{Malformed, Reading, Shelf};
use crate::model::Library;
use crate::source::{FileId, Sources};

include!(concat!(env!("OUT_DIR"), "/standards.rs"));

/// The bundled library, to which files may be added. Its texts become the first of `sources`, which has to be empty: places
/// in them count from there.
pub fn files(sources: &mut Sources) -> Files {
    assert_eq!(sources.count(), 0, "the bundled texts are numbered from the beginning");
    for (name, text) in TEXTS {
        sources.add_bundled(name, text);
    }
    Files::with_base(library().expect("build.rs packed a sound library"))
}

fn library() -> Result<Library, Malformed> {
    let files = u32::try_from(TEXTS.len()).map_err(|_| Malformed)?;
    let reading = Reading { first_file: FileId::default(), files, damage: None, name: String::new() };
    let (shelf, mut library) = (Shelf::open(INDEX, PARTS, reading)?, Library::default());
    for catalog in &shelf.catalogs {
        library.add_catalog(catalog.clone()).map_err(|_| Malformed)?;
    }
    let (tables, methods) = shelf.tables_and_methods(&library)?;
    for table in tables {
        library.add_table(table).map_err(|_| Malformed)?;
    }
    for method in methods {
        library.add_method(method).map_err(|_| Malformed)?;
    }
    Ok(library)
}

#[cfg(test)]
mod tests {
    use crate::load;
    use crate::load::name::{edition, editions_called};
    use crate::model::Library;
    use crate::source::Sources;

    fn library() -> Library {
        let mut sources = Sources::default();
        let files = super::files(&mut sources);
        load::library(&sources, files).sound().unwrap().0
    }

    fn called(name: &str) -> Vec<String> {
        editions_called(name, &library()).into_iter().map(|catalog| catalog.id.to_string()).collect()
    }

    #[test]
    fn a_standard_is_known_by_what_people_call_it() {
        for name in ["27001", "ISO 27001", "iso/iec 27001", "ISO-27001", "ISO27001"] {
            assert_eq!(called(name), ["iso-iec-27001:2022", "iso-iec-27001:2013", "iso-iec-27001:2005"], "{name}");
        }
        assert_eq!(called("20000"), ["iso-iec-20000-1:2018", "iso-iec-20000-1:2011"]);
        assert_eq!(called("cmm"), ["sw-cmm:1.1"]);
        assert_eq!(called("soc2"), ["soc-2:2017"]);
        assert_eq!(called("NIST CSF"), ["nist-csf:2.0"]);
        assert_eq!(called("nist"), ["nist-sp-800-171:r3", "nist-csf:2.0"]);
        for name in ["7001", "2700", "42010", ""] {
            assert!(!called(name).iter().any(|id| id.contains("27001")), "{name}");
        }
    }

    #[test]
    fn a_number_that_nobody_knows_is_not_taken_for_another_one() {
        let library = library();
        let help = |name| edition(name, &library).unwrap_err().help.unwrap();
        let own = "`xwalk list editions` shows the available editions; --standards DIR adds a folder of your own";
        assert_eq!(help("42010:2013"), own);
        let there = "there is iso-iec-27001:2022, iso-iec-27001:2013, iso-iec-27001:2005";
        assert_eq!(help("27001:2023"), format!("{there}; {own}"));
        assert_eq!(help("iso-27001:2013"), format!("did you mean iso-iec-27001:2013? {own}"));
        assert_eq!(help("iso-icc-27001:2022"), format!("did you mean iso-iec-27001:2022? {own}"));
    }
}
