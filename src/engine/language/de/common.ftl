# Wörter, die mehrere Dokumente teilen.

list = { $before } und { $last }
list-more = { $shown } und { $count } weitere
in-numbers = { $title }, in Zahlen
half = halb
draft = Entwurf
summary = Zusammenfassung
day = { $day }.{ $month }.{ $year }

## Levels

level-full = vollständig
level-partial = teilweise
level-presumed = vermutet
level-none = keine

## Outcomes

outcome-covered = abgedeckt
outcome-partly-covered = teilweise abgedeckt
outcome-to-verify = zu überprüfen
outcome-open = offen
outcome-unknown = unbekannt
outcome-new = neu

## Actions

action-none = keiner
action-extend = ergänzen
action-verify = überprüfen
action-implement = umsetzen
action-assess = bewerten
action-build = neu aufbauen

action-means-none = nichts zu tun: Vorhandenes deckt die Anforderung ab
action-means-extend = teilweise vorhanden: Fehlendes ergänzen
action-means-verify = möglicherweise teilweise vorhanden: überprüfen
action-means-implement = nicht umgesetzt, oder gestützt von einem Abschnitt, der nicht (oder nur teilweise) umgesetzt ist
action-means-assess = abhängig von einem Abschnitt, der noch nicht bewertet ist
action-means-build = nichts Vorhandenes stützt die Anforderung: vollständig umsetzen
action-means-build-within = nichts Vorhandenes stützt die Anforderung innerhalb von { $hops ->
        [one] 1 Schritt
       *[other] { $hops } Schritten
    }: vollständig umsetzen

## Statuses

status-implemented = umgesetzt
status-partial = teilweise umgesetzt
status-planned = geplant
status-not-implemented = nicht umgesetzt
status-not-applicable = nicht anwendbar
# Where a heading above a clause has the status.
status-by = { $status } (über { $clause })
not-assessed = nicht bewertet

## States of steps

step-done = erledigt
step-under-way = in Arbeit
step-open = offen

## Relations between clauses

strength-full = vollständig
strength-partial = teilweise
strength-related = verwandt
strength-none = keine

confidence-high = hoch
confidence-medium = mittel
confidence-low = gering

provenance-stated = im Standard angegeben
provenance-published = veröffentlicht
provenance-recalled = aus dem Gedächtnis
provenance-community = aus der Fachgemeinschaft
provenance-derived = abgeleitet
provenance-reconstruction = eigene Rekonstruktion

## Headings of columns

heading-action = Handlungsbedarf
heading-apply = Anwendbar
heading-as-written = Wie geschrieben
heading-because = Grundlage
heading-chapter = Kapitel
heading-chain = Über die Kette
heading-clause = Abschnitt
heading-confidence = Verlässlichkeit
heading-coverage = Abdeckung
heading-draft = Entwurf
heading-due = Fällig
heading-edition = Ausgabe
heading-effort = Personentage
heading-evidence = Nachweise
heading-full = Vollständig
heading-group = Gruppe
heading-guaranteed = Gesichert
heading-in-place = Umgesetzt
heading-justification = Begründung
heading-left = Was zu tun bleibt
heading-level = Stufe
heading-maturity = Reifegrad
heading-maturity-target = Zielreifegrad
heading-in-full = { $heading } vollständig
heading-meaning = Bedeutung
heading-none = Keine
heading-note = Anmerkung
heading-number = N
heading-owner = Verantwortlich
heading-part = Teilw.
heading-partial = Teilweise
heading-presumed = Vermutet
heading-presumed-short = Verm.
heading-provenance = Herkunft
heading-requirement = Anforderung
heading-requirements = Anforderungen
heading-risks = Risiken
heading-rows = Zeilen
heading-standard = Norm
heading-target = Zielnorm
heading-status = Status
heading-tables = Tabellen
heading-task = Was zu tun ist
heading-title = Titel
heading-up-to = Bis zu
heading-version = Version

## Coverage

coverage-title = Abdeckung von { $editions } durch { $organization }
coverage-of = Abdeckung von { $edition }: { $figures }.
coverage-of-numbered = Abdeckung der nummerierten Ausgaben
coverage-by = Nach { $by }
coverage-by-chapter = { $edition } nach Kapitel
coverage-themes = { $edition } { $clause } { $title }, nach Thema
coverage-share-of = { $share } von { $count }
coverage-none-apply = keine anwendbar
figures = gesichert { $lower }; { $coverage }, wenn teilweise Erfülltes { $weight } zählt; bis zu { $upper }, wenn sich alles Vermutete bestätigt ({ $requirements ->
        [one] 1 Anforderung
       *[other] { $requirements } Anforderungen
    })
figures-of-saving = gesichert { $lower }; { $coverage }, wenn jede Erweiterung { $weight } zählt; bis zu { $upper }, wenn sich alles Vermutete bestätigt ({ $requirements ->
        [one] 1 Anforderung
       *[other] { $requirements } Anforderungen
    })
figures-none = keine anwendbaren Anforderungen
how-counted = In der Abdeckung zählt eine vollständig erfüllte Anforderung 1 und eine teilweise erfüllte { $weight }. „Gesichert“ zählt nur vollständig erfüllte; „bis zu“ zählt teilweise und vermutlich erfüllte, als wären sie vollständig erfüllt.
several-values = Eine Anforderung mit mehreren Werten von { $property } zählt in der Gruppe jedes Werts und in der Summe einmal.
only-counted = Gezählt wird nur, was { $conditions } hat: { $count } von { $total ->
        [one] 1 Anforderung
       *[other] { $total } Anforderungen
    } von { $edition }.
out-of-scope = Von { $edition } { $count ->
        [one] ist 1 Anforderung nicht anwendbar und wird
       *[other] sind { $count } Anforderungen nicht anwendbar und werden
    } nicht gezählt.
by-chapter = Kapitel
by-domain = Bereich
group-total = gesamt
group-unspecified = ohne Angabe

## What figures rest on

basis-version = Version { $version }
basis-confidence = Verlässlichkeit { $confidence }
base-none = Grundlage: keine Angaben zu einer anderen Norm.
base-one = Grundlage: Ihre Angaben zu { $edition }. Abschnittsnummern ohne Norm beziehen sich darauf.
base-several = Grundlage: Ihre Angaben zu { $editions }.
unmapped = Keine Zuordnungstabelle führt von { $base } innerhalb von { $hops ->
        [one] 1 Schritt
       *[other] { $hops } Schritten
    } zu { $edition }: Diese Zahlen besagen, dass nichts zugeordnet ist, nicht dass nichts vorhanden ist.
care = Mit Vorsicht zu lesen: Dies beruht auf { $tables ->
        [one] 1 Zuordnungstabelle,
       *[other] { $tables } Zuordnungstabellen;
    } { $doubts } (siehe Grundlage).
doubts = { $doubts }: Lassen Sie { $count ->
        [one] diese
       *[other] diese Tabellen
    } prüfen, bevor Entscheidungen { $count ->
        [one] darauf
       *[other] auf ihnen
    } beruhen
doubts-own = { $tables ->
        [one] die eine eigene Rekonstruktion ist
       *[other] { $others ->
            [0] alle davon sind eigene Rekonstruktionen
           *[other] { $count ->
                [one] 1 davon ist eine eigene Rekonstruktion
               *[other] { $count } davon sind eigene Rekonstruktionen
            }
        }
    }
doubts-other = { $tables ->
        [one] die von geringer Verlässlichkeit, ein Entwurf oder älter als die Änderung eines Abschnitts ist
       *[other] { $others ->
            [0] alle davon sind von geringer Verlässlichkeit, Entwürfe oder älter als die Änderung eines Abschnitts
           *[other] { $count ->
                [one] 1 davon ist von geringer Verlässlichkeit, ein Entwurf oder älter als die Änderung eines Abschnitts
               *[other] { $count } davon sind von geringer Verlässlichkeit, Entwürfe oder älter als die Änderung eines Abschnitts
            }
        }
    }
suspect-statements = Mit Vorsicht zu lesen: { $count ->
        [one] 1 Angabe wurde
       *[other] { $count } Angaben wurden
    } zuletzt überprüft, bevor die Norm dort geändert wurde.
superseded = { $edition } wurde durch { $later } ersetzt.
superseded-until = { $edition } wurde durch { $later } ersetzt; Zertifikate gelten bis { $day }.
certificates-end = { $edition }: Zertifikate gelten bis { $day }.

## Where statements differ

finding-contradicted = { $clause } ist { $status }, nach { $count ->
        [one] der Angabe zu { $others }
       *[other] den Angaben zu { $others }
    } jedoch vollständig umgesetzt
finding-implied = { $clause } ist { $status }; nach anderen Angaben ist die Stufe „{ $level }“
finding-amended = { $clause } wurde bewertet, bevor { $amendment } ({ $day }) { $clauses } ergänzt hat

## Why a requirement is where it is

contributors = Beitragende Abschnitte
requirements-of = Anforderungen von { $edition }
work-for = Was für { $edition } zu tun ist
because-own = eigene Angabe
because-yours = Ihrem { $clause }
because-indirect = mittelbar, aus { $starts } ({ $hops ->
        [one] 1 Schritt
       *[other] { $hops } Schritte
    })
because-also = { $best }; auch { $others }

## What is left to do of a requirement

left-of-summary = Ergänzen Sie, was hiervon noch fehlt: { $text }
left-part = Ein Teil ist abgedeckt durch { $covering }; prüfen Sie, was { $clause } außerdem verlangt.
left-items = { $clause } (Punkte { $items })
left-with = wenn { $clauses } umgesetzt { $count ->
        [one] ist
       *[other] sind
    }: { $text }
left-also = { $count ->
        [one] auch { $clauses } deckt
       *[other] auch { $clauses } decken
    } einen Teil davon ab

task-none = Nichts zu tun.
task-complete = { $clauses } vervollständigen.
task-assess = { $clauses } bewerten.
task-verify = Prüfen, wie viel schon vorhanden ist; ein Teil kann sich ergeben aus { $clauses }.
task-extend = Ergänzen, was nur teilweise vorhanden ist.
task-extend-summary = Ergänzen, was nur teilweise vorhanden ist: { $text }
task-implement = Umsetzen.
task-implement-summary = Umsetzen: { $text }
task-implement-first = { $clauses } umsetzen.
task-build = Vollständig umsetzen.
task-build-summary = Vollständig umsetzen: { $text }

## Maturity

maturity-by = Reifegrad von { $edition } nach { $by }
maturity-rated = im Durchschnitt { $average } auf einer Skala von 0 bis { $end } ({ $rated } von { $all } eingestuft)
maturity-none = Reifegrad von { $edition }: Keine Anforderung ist eingestuft.
maturity-of = Reifegrad von { $edition }: { $rated }.
maturity-of-with-gap = Reifegrad von { $edition }: { $rated }; Abstand zum Ziel im Durchschnitt { $gap } ({ $compared } verglichen, { $below } unter dem Ziel).
maturity-level = In { $edition } erreichte Reifegradstufe: { $level }; sie und alle darunter sind vollständig erfüllt.
maturity-level-none = In { $edition } erreichte Reifegradstufe: die Anfangsstufe; keine Stufe darüber ist vollständig erfüllt.
maturity-now = Reifegrad
maturity-target = Ziel
maturity-heading-rated = Eingestuft
maturity-heading-aimed = Mit Ziel
maturity-heading-target = Ziel
maturity-heading-both = Beide
maturity-heading-gap = Abstand
maturity-heading-below = Darunter
