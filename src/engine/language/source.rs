//! The files of messages.

use super::DocumentLanguage;

/// A file of messages with its name, which ids of its messages begin with.
pub(super) type File = (&'static str, &'static str);

/// How many files each language has.
pub(super) const COUNT: usize = 14;

macro_rules! files {
    ($tag:literal) => {
        &[
            ("common", include_str!(concat!($tag, "/common.ftl"))),
            ("evidence", include_str!(concat!($tag, "/evidence.ftl"))),
            ("glossary", include_str!(concat!($tag, "/glossary.ftl"))),
            ("guide", include_str!(concat!($tag, "/guide.ftl"))),
            ("integrate", include_str!(concat!($tag, "/integrate.ftl"))),
            ("page", include_str!(concat!($tag, "/page.ftl"))),
            ("picture", include_str!(concat!($tag, "/picture.ftl"))),
            ("plan", include_str!(concat!($tag, "/plan.ftl"))),
            ("portal", include_str!(concat!($tag, "/portal.ftl"))),
            ("portfolio", include_str!(concat!($tag, "/portfolio.ftl"))),
            ("proof", include_str!(concat!($tag, "/proof.ftl"))),
            ("report", include_str!(concat!($tag, "/report.ftl"))),
            ("soa", include_str!(concat!($tag, "/soa.ftl"))),
            ("trend", include_str!(concat!($tag, "/trend.ftl"))),
        ]
    };
}

/// The files of a language, each with its name; messages that name none of them stand in the first.
pub fn files(language: DocumentLanguage) -> &'static [File; COUNT] {
    match language {
        #[cfg(feature = "languages")]
        DocumentLanguage::German => files!("de"),
        #[cfg(feature = "languages")]
        DocumentLanguage::French => files!("fr"),
        #[cfg(feature = "languages")]
        DocumentLanguage::Spanish => files!("es"),
        _ => files!("en"),
    }
}

/// The position of the file that holds a message.
pub(super) fn position(id: &str) -> usize {
    let name = id.split('-').next().unwrap_or(id);
    files(DocumentLanguage::English).iter().position(|(file, _)| *file == name).unwrap_or(0)
}
