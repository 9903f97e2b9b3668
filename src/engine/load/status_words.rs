//! Words for how far something is in place, in eight languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::folded;
use crate::model::Status;

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

/// One of xwalk's own words, whatever its case, with any sign beside it but one of doubt.
pub fn own(word: &str) -> Option<Status> {
    ALL.into_iter().find(|status| key(&status.to_string()) == key(word)).filter(|_| !is_doubted(word))
}

/// What a word of other people stands for by the built-in list.
pub fn built_in(word: &str) -> Option<Status> {
    static WORDS: LazyLock<HashMap<String, Status>> = LazyLock::new(|| {
        let words = BUILT_IN.iter().flat_map(|(status, words)| listed(words).map(move |word| (key(word), *status)));
        words.collect()
    });
    WORDS.get(&key(word)).copied().or_else(|| percentage(word)).filter(|_| !is_doubted(word))
}

/// The status that a percentage stands for: 100 % all of it, 0 % nothing, else a part.
fn percentage(word: &str) -> Option<Status> {
    let number: f64 = word.trim().strip_suffix('%')?.trim().replace(',', ".").parse().ok()?;
    (0.0..=100.0).contains(&number).then(|| of_share(number / 100.0))
}

/// The status that a share of one stands for: 1 all of it, 0 nothing, else a part.
pub fn of_share(share: f64) -> Status {
    match share {
        _ if share <= 0.0 => Status::NotImplemented,
        _ if share >= 1.0 => Status::Implemented,
        _ => Status::Partial,
    }
}

/// A word without case, accents, blanks and signs; a sign alone is itself.
pub fn key(word: &str) -> String {
    let key = folded(word);
    if key.is_empty() { word.trim().to_owned() } else { key }
}

/// The words of a list.
pub fn listed(words: &str) -> impl Iterator<Item = &str> {
    words.split(", ")
}

/// Whether a sign says that it may be otherwise: a question, or a quotation mark that has gone astray.
pub fn is_doubted(word: &str) -> bool {
    word.contains(['?', '"'])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{BUILT_IN, built_in, key, listed, own};
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
    }
}
