//! Words for how far something is in place, in eight languages, and those that people say themselves.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::column::folded;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Status;
use crate::source::{FileId, Sources, Span};

const ALL: [Status; 5] =
    [Status::Implemented, Status::Partial, Status::Planned, Status::NotImplemented, Status::NotApplicable];

/// What people write for a status, in English, German, French, Spanish, Italian, Portuguese, Dutch and Russian. None of it is
/// read unless that is asked for: `In progress` is partly in place for some and planned for others.
const BUILT_IN: [(Status, &str); 5] = [
    (
        Status::Implemented,
        "yes, y, true, done, ok, complete, completed, compliant, conform, conforms, conformant, full, \
         fully, fully implemented, fully compliant, fully in place, in place, in use, operational, \
         established, effective, met, fulfilled, satisfied, achieved, closed, pass, passed, ✓, ✔, ✔️, ☑, \
         ✅, ja, erledigt, erfüllt, umgesetzt, voll umgesetzt, vollständig, vollständig umgesetzt, \
         vollständig erfüllt, vorhanden, eingeführt, implementiert, vollständig implementiert, konform, \
         abgeschlossen, wirksam, oui, en place, mis en place, mise en place, mis en œuvre, \
         mise en œuvre, implémenté, implémentée, appliqué, appliquée, conforme, réalisé, réalisée, fait, \
         terminé, terminée, complet, complète, totalement, entièrement mis en œuvre, sí, implementado, \
         implementada, implantado, implantada, totalmente implementado, cumple, cumplido, completo, \
         completado, completada, realizado, hecho, aplicado, aplicada, sì, implementato, implementata, \
         attuato, attuata, in atto, completato, completata, realizzato, fatto, applicato, applicata, \
         pienamente attuato, sim, totalmente implementada, atendido, atende, concluído, concluída, \
         cumprido, feito, implantado totalmente, em vigor, geïmplementeerd, volledig geïmplementeerd, \
         ingevoerd, gereed, klaar, afgerond, voldoet, volledig, aanwezig, да, внедрено, внедрена, \
         внедрён, реализовано, реализована, выполнено, выполнена, соответствует, полностью, \
         полностью внедрено",
    ),
    (
        Status::Partial,
        "partly, partially, in part, partly implemented, partially implemented, partly in place, \
         partially in place, partially compliant, partial compliance, in progress, ongoing, started, \
         under way, underway, work in progress, wip, being implemented, mostly, mostly implemented, \
         mostly in place, largely, largely implemented, largely in place, weitgehend, weitgehend umgesetzt, \
         größtenteils umgesetzt, en grande partie, teilweise, teils, zum teil, \
         teilweise umgesetzt, teilweise erfüllt, teilweise vorhanden, teilweise implementiert, \
         teilweise konform, in arbeit, in umsetzung, in bearbeitung, begonnen, laufend, en partie, \
         partiel, partielle, partiellement, partiellement mis en œuvre, partiellement mise en œuvre, \
         partiellement implémenté, partiellement conforme, en cours, en cours de mise en œuvre, parcial, \
         parcialmente, parcialmente implementado, parcialmente implementada, parcialmente implantado, \
         cumple parcialmente, en parte, en curso, en proceso, en progreso, iniciado, parziale, \
         parzialmente, in parte, parzialmente implementato, parzialmente attuato, parzialmente conforme, \
         in corso, in lavorazione, avviato, parcialmente conforme, atende parcialmente, em parte, \
         em andamento, em curso, em progresso, gedeeltelijk, deels, ten dele, \
         gedeeltelijk geïmplementeerd, deels geïmplementeerd, in uitvoering, bezig, gestart, частично, \
         частично внедрено, частично выполнено, частично реализовано, в процессе, в работе, внедряется",
    ),
    (
        Status::Planned,
        "plan, scheduled, intended, foreseen, later, future, to do, to be done, to be implemented, geplant, \
         zu erledigen, noch zu erledigen, umzusetzen, à faire, à mettre en œuvre, vorgesehen, beabsichtigt, \
         planifié, planifiée, prévu, prévue, à venir, programmé, programmée, planificado, planificada, \
         previsto, prevista, programado, programada, pianificato, pianificata, programmato, programmata, \
         planejado, planejada, planeado, planeada, gepland, voorzien, запланировано, запланирована, \
         планируется, в планах",
    ),
    (
        Status::NotImplemented,
        "no, n, false, open, missing, absent, none, lacking, not done, not met, not fulfilled, \
         not in place, not compliant, non-compliant, not started, not yet, not yet implemented, \
         unimplemented, fail, failed, gap, ✗, ✘, ❌, ☒, nein, offen, fehlt, fehlend, nicht umgesetzt, \
         nicht erfüllt, nicht vorhanden, nicht implementiert, nicht konform, nicht begonnen, non, \
         non conforme, non mis en œuvre, non mise en œuvre, pas mis en œuvre, pas en place, \
         non implémenté, non réalisé, manquant, manquante, non commencé, no implementado, \
         no implementada, no implantado, no conforme, no cumple, no cumplido, pendiente, falta, ausente, \
         no iniciado, non implementato, non implementata, non attuato, non attuata, non realizzato, \
         mancante, assente, non iniziato, não, não implementado, não implementada, não conforme, \
         não atende, não atendido, pendente, não iniciado, nee, neen, niet geïmplementeerd, \
         niet ingevoerd, niet aanwezig, voldoet niet, ontbreekt, niet gestart, нет, не внедрено, \
         не реализовано, не выполнено, не соответствует, отсутствует, не начато",
    ),
    (
        Status::NotApplicable,
        "n/a, n.a., not relevant, not in scope, out of scope, excluded, does not apply, inapplicable, \
         not required, entfällt, nicht anwendbar, nicht zutreffend, nicht relevant, trifft nicht zu, \
         ausgeschlossen, non applicable, sans objet, exclu, exclue, hors périmètre, no aplica, \
         no aplicable, no procede, excluido, excluida, fuera de alcance, non applicabile, escluso, \
         esclusa, fuori ambito, não aplicável, não se aplica, excluído, excluída, fora do escopo, \
         fora de escopo, niet van toepassing, n.v.t., uitgesloten, buiten scope, неприменимо, \
         не применимо, не применяется, исключено, н/п",
    ),
];

/// What people write where a control applies, and where it does not. These mean the same to everybody.
const APPLIES: [(bool, &str); 2] = [
    (
        true,
        "yes, y, true, applicable, applies, included, in scope, ✓, ✔, ✔️, ☑, ✅, ja, j, anwendbar, \
         zutreffend, trifft zu, oui, applicabile, sí, aplica, aplicable, incluido, sì, si, sim, \
         aplicável, se aplica, van toepassing, да, применимо, применяется, inclus",
    ),
    (
        false,
        "no, n, false, not applicable, n/a, n.a., does not apply, excluded, not in scope, out of scope, \
         ✗, ✘, ❌, ☒, nein, nicht anwendbar, nicht zutreffend, trifft nicht zu, entfällt, ausgeschlossen, \
         non, non applicable, exclu, sans objet, no aplica, no aplicable, excluido, non applicabile, \
         escluso, não, não aplicável, não se aplica, excluído, nee, neen, niet van toepassing, n.v.t., \
         нет, неприменимо, не применимо, не применяется",
    ),
];

/// The words of a list.
fn listed(words: &str) -> impl Iterator<Item = &str> {
    words.split(", ")
}

/// What words stand for which status: xwalk's own, what people say, and the built-in list where they ask for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatusWords {
    said: BTreeMap<String, Option<Status>>,
    /// Whether the words of other people that are built in, percentages and levels of maturity are read.
    pub guess: bool,
}

/// Why a word is read as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is one of xwalk's own.
    Own,
    /// It was said.
    Said,
    /// It is on the built-in list, or a number that has a rule.
    BuiltIn,
}

impl StatusWords {
    /// Takes over what somebody says of a word; false if the same word was said to be something else. A word without a status
    /// states nothing.
    pub fn say(&mut self, word: &str, status: Option<Status>) -> bool {
        *self.said.entry(key(word)).or_insert(status) == status
    }

    /// Reads `Word=status`, or `Word=ignore`.
    pub fn parse(text: &str) -> Result<(String, Option<Status>), String> {
        let written = || "write \"Word=status\", such as \"In progress=partial\"".to_owned();
        let (word, status) = text.rsplit_once('=').ok_or_else(written)?;
        if key(word).is_empty() {
            return Err(written());
        }
        if key(status) == "ignore" {
            return Ok((word.trim().to_owned(), None));
        }
        let unknown =
            || format!("{} is no status: the words are {}, and ignore", status.trim(), Status::WORDS.join(", "));
        let status = own(status).ok_or_else(unknown)?;
        Ok((word.trim().to_owned(), Some(status)))
    }

    /// What a word stands for by what is said, or as one of xwalk's own, and why.
    pub(super) fn read(&self, word: &str) -> Option<(Option<Status>, Reason)> {
        let said = self.said.get(&key(word)).map(|status| (*status, Reason::Said));
        said.or_else(|| own(word).map(|status| (Some(status), Reason::Own)))
    }
}

/// Reads a file of words, a line each as `In progress = partial`; lines that begin with `#` and empty ones are passed over.
pub fn status_words(sources: &Sources, file: FileId, words: &mut StatusWords) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut at = 0;
    for line in sources.get(file).text().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        let line = if start == 0 { line.trim_start_matches('\u{feff}') } else { line };
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let end = sources.get(file).text()[start..].find(line).map_or(start, |before| start + before) + line.len();
        let span = Span { file, start: offset(end - line.trim_start().len()), end: offset(end) };
        match StatusWords::parse(line) {
            Ok((word, status)) if words.say(&word, status) => {}
            Ok((word, _)) => {
                let message = format!("{word} is said to be two things");
                faults.push(Diagnostic::new(Rule::DuplicateKey, span, message).help("keep one of the lines"));
            }
            Err(why) => {
                let message = format!("{} does not say what a word means", line.trim());
                faults.push(Diagnostic::new(Rule::UnknownStatus, span, message).help(why));
            }
        }
    }
    faults
}

/// What the numbers in a column of statuses are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// Shares of one, of which at least one is a fraction.
    Shares,
    /// Levels of maturity from 0 to 5, of which at least one is above 1.
    Levels,
}

impl Scale {
    /// The scale of numbers, where they are of one.
    pub(super) fn of(numbers: &[f64]) -> Option<Self> {
        let all = |is: fn(f64) -> bool| numbers.iter().all(|number| is(*number));
        let any = |is: fn(f64) -> bool| numbers.iter().any(|number| is(*number));
        if all(|number| (0.0..=1.0).contains(&number)) && any(|number| number.fract() != 0.0) {
            Some(Self::Shares)
        } else if all(|number| (0.0..=5.0).contains(&number) && number.fract() == 0.0) && any(|number| number > 1.0) {
            Some(Self::Levels)
        } else {
            None
        }
    }

    /// The status of a number: all of it, nothing, or a part; of levels, 3 and above is in place.
    pub(super) fn status(self, number: f64) -> Status {
        match self {
            _ if number <= 0.0 => Status::NotImplemented,
            Self::Shares if number >= 1.0 => Status::Implemented,
            Self::Levels if number >= 3.0 => Status::Implemented,
            Self::Shares | Self::Levels => Status::Partial,
        }
    }
}

/// The status that a percentage stands for: 100 % all of it, 0 % nothing, else a part.
fn percentage(word: &str) -> Option<Status> {
    let number: f64 = word.trim().strip_suffix('%')?.trim().replace(',', ".").parse().ok()?;
    (0.0..=100.0).contains(&number).then(|| Scale::Shares.status(number / 100.0))
}

/// One of xwalk's own words, whatever its case, with any sign beside it but one of doubt.
fn own(word: &str) -> Option<Status> {
    ALL.into_iter().find(|status| key(&status.to_string()) == key(word)).filter(|_| !is_doubted(word))
}

/// Whether a sign says that it may be otherwise: a question, or a quotation mark that has gone astray.
fn is_doubted(word: &str) -> bool {
    word.contains(['?', '"'])
}

/// What a word of other people stands for by the built-in list.
pub(super) fn built_in(word: &str) -> Option<Status> {
    static WORDS: LazyLock<HashMap<String, Status>> = LazyLock::new(|| {
        let words = BUILT_IN.iter().flat_map(|(status, words)| listed(words).map(move |word| (key(word), *status)));
        words.collect()
    });
    WORDS.get(&key(word)).copied().or_else(|| percentage(word)).filter(|_| !is_doubted(word))
}

/// Whether a word says that something applies.
pub(super) fn applies(word: &str) -> Option<bool> {
    static WORDS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
        let words = APPLIES.iter().flat_map(|(applies, words)| listed(words).map(move |word| (key(word), *applies)));
        words.collect()
    });
    WORDS.get(&key(word)).copied()
}

/// A word without case, accents, blanks and signs; a sign alone is itself.
pub(super) fn key(word: &str) -> String {
    let key = folded(word);
    if key.is_empty() { word.trim().to_owned() } else { key }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{APPLIES, BUILT_IN, Reason, Scale, StatusWords, applies, built_in, key, listed, own};
    use crate::model::Status;

    #[test]
    fn no_word_stands_for_two_things_and_none_of_our_own_for_another() {
        let mut seen: BTreeMap<String, Status> = BTreeMap::new();
        for (status, words) in BUILT_IN {
            for word in listed(words) {
                assert_eq!(*seen.entry(key(word)).or_insert(status), status, "{word}");
                assert!(own(word).is_none(), "{word}");
            }
        }
        assert!(seen.len() > 250);
        let mut seen: BTreeMap<String, bool> = BTreeMap::new();
        for (applies, words) in APPLIES {
            for word in listed(words) {
                assert_eq!(*seen.entry(key(word)).or_insert(applies), applies, "{word}");
            }
        }
    }

    #[test]
    fn words_of_eight_languages_are_known_whatever_their_case_and_accents() {
        for (word, meant) in [
            ("In Place", Status::Implemented),
            ("UMGESETZT", Status::Implemented),
            ("Teilweise umgesetzt", Status::Partial),
            ("en partie", Status::Partial),
            ("Mis en oeuvre", Status::Implemented),
            ("Conforme", Status::Implemented),
            ("non conforme", Status::NotImplemented),
            ("No cumple", Status::NotImplemented),
            ("In corso", Status::Partial),
            ("Nao se aplica", Status::NotApplicable),
            ("geimplementeerd", Status::Implemented),
            ("Частично", Status::Partial),
            ("N/A", Status::NotApplicable),
            ("50 %", Status::Partial),
            ("100%", Status::Implemented),
            ("0,0%", Status::NotImplemented),
        ] {
            assert_eq!(built_in(word), Some(meant), "{word}");
        }
        for unknown in ["", " ", "banana", "yes?", "Yes / No", "101%", "-1%", "%", "1", "see note"] {
            assert_eq!(built_in(unknown), None, "{unknown}");
        }
        assert_eq!((applies("Nein"), applies("TRUE"), applies("perhaps")), (Some(false), Some(true), None));
    }

    #[test]
    fn what_is_said_of_a_word_counts_before_all_else() {
        let mut words = StatusWords::default();
        assert_eq!(words.read("Not Implemented"), Some((Some(Status::NotImplemented), Reason::Own)));
        assert_eq!(words.read("✅ Implemented"), Some((Some(Status::Implemented), Reason::Own)));
        assert_eq!((words.read("in progress"), words.read("implemented?"), words.read("Yes / No")), (None, None, None));
        let (word, status) = StatusWords::parse("In = progress = planned").unwrap();
        assert_eq!((word.as_str(), status), ("In = progress", Some(Status::Planned)));
        assert_eq!(StatusWords::parse("TBD=Ignore"), Ok(("TBD".to_owned(), None)));
        assert!(words.say("in PROGRESS", Some(Status::Planned)) && words.say("partial", Some(Status::Planned)));
        assert_eq!(words.read("in progress"), Some((Some(Status::Planned), Reason::Said)));
        assert_eq!(words.read("partial"), Some((Some(Status::Planned), Reason::Said)));
        assert!(!words.say("In progress", Some(Status::Partial)), "two readings of one word");
        for bad in ["", "=partial", "word", "word=", "word=partly"] {
            assert!(StatusWords::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_are_read_on_one_scale_and_not_where_they_may_be_on_two() {
        assert_eq!(Scale::of(&[0.0, 0.5, 1.0]), Some(Scale::Shares));
        assert_eq!(Scale::of(&[0.0, 1.0, 3.0]), Some(Scale::Levels));
        for unclear in [&[0.0, 1.0][..], &[0.5, 3.0], &[6.0], &[-1.0, 2.0], &[f64::NAN], &[]] {
            assert_eq!(Scale::of(unclear), None, "{unclear:?}");
        }
        assert_eq!(
            [0.0, 0.2, 1.0].map(|number| Scale::Shares.status(number)),
            [Status::NotImplemented, Status::Partial, Status::Implemented]
        );
        assert_eq!(
            [0.0, 1.0, 2.0, 3.0, 5.0].map(|number| Scale::Levels.status(number)),
            [Status::NotImplemented, Status::Partial, Status::Partial, Status::Implemented, Status::Implemented]
        );
    }
}
