//! British spellings as American ones, so that words of both are one.

/// Words that end in `ise` in every spelling; and what they are the end of.
const ISE: [&str; 22] = [
    "advertise",
    "advise",
    "appraise",
    "arise",
    "compromise",
    "comprise",
    "concise",
    "devise",
    "enterprise",
    "exercise",
    "expertise",
    "franchise",
    "improvise",
    "merchandise",
    "noise",
    "otherwise",
    "precise",
    "premise",
    "promise",
    "revise",
    "supervise",
    "surprise",
];
/// Those that are too short to be recognized by their end.
const SHORT_ISE: [&str; 6] = ["raise", "rise", "wise", "likewise", "raised", "raising"];

/// Beginnings of words, British and American.
const BEGINNINGS: [(&str, &str); 26] = [
    ("acknowledgement", "acknowledgment"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("cheque", "check"),
    ("colour", "color"),
    ("defence", "defense"),
    ("endeavour", "endeavor"),
    ("enrolment", "enrollment"),
    ("favour", "favor"),
    ("fulfilment", "fulfillment"),
    ("harbour", "harbor"),
    ("judgement", "judgment"),
    ("labelled", "labeled"),
    ("labelling", "labeling"),
    ("labour", "labor"),
    ("licence", "license"),
    ("modelled", "modeled"),
    ("modelling", "modeling"),
    ("neighbour", "neighbor"),
    ("offence", "offense"),
    ("programme", "program"),
    ("travelling", "traveling"),
];

/// Endings of words, British and American; of those in `s` only where the word is none of [`ISE`].
const ENDINGS: [(&str, &str); 12] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("isational", "izational"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
];

/// A word in small letters as it is spelt in America.
pub(super) fn american(word: &str) -> String {
    if let Some((british, american)) = BEGINNINGS.iter().find(|(british, _)| word.starts_with(british)) {
        return word.replacen(british, american, 1);
    }
    if word == "fulfil" || word == "fulfils" {
        return "fulfill".to_owned();
    }
    let root = |word: &str| ISE.iter().any(|known| word.contains(known.trim_end_matches('e')));
    if SHORT_ISE.contains(&word) || root(word) {
        return word.to_owned();
    }
    let ends = |(british, _): &&(&str, &str)| word.len() > british.len() + 2 && word.ends_with(british);
    match ENDINGS.iter().find(ends) {
        Some((british, american)) => [&word[..word.len() - british.len()], american].concat(),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::american;

    #[test]
    fn british_spellings_become_american_and_all_else_stays() {
        for (british, expected) in [
            ("organisation", "organization"),
            ("organisational", "organizational"),
            ("harmonised", "harmonized"),
            ("analyse", "analyze"),
            ("behaviours", "behaviors"),
            ("catalogues", "catalogs"),
            ("programmes", "programs"),
            ("labelling", "labeling"),
            ("fulfil", "fulfill"),
            ("licences", "licenses"),
        ] {
            assert_eq!(american(british), expected);
        }
        for same in [
            "exercise",
            "exercising",
            "supervised",
            "supervisor",
            "compromised",
            "raise",
            "raised",
            "precise",
            "wise",
            "rise",
            "enterprises",
            "advertising",
            "hour",
            "four",
            "basis",
            "organization",
            "risen",
            "base",
            "analysis",
            "",
        ] {
            assert_eq!(american(same), same);
        }
    }
}
