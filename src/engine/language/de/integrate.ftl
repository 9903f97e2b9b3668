# Mehrere Normen als ein System.

integrate-title = Integriertes Managementsystem: { $editions }

## What integration saves

integrate-separately = Getrennt geführt haben die { $editions } Normen { $all ->
        [one] 1 Anforderung
       *[other] { $all } Anforderungen
    }; integriert auf der Basis von { $base } { $left ->
        [one] bleibt höchstens 1
       *[other] bleiben höchstens { $left }
    } ({ $full ->
        [one] 1 ist
       *[other] { $full } sind
    } doppelt).
integrate-rest = Von diesen { $left } { $own ->
        [one] stammt 1
       *[other] stammen { $own }
    } aus { $base }, { $partial ->
        [one] 1 erweitert
       *[other] { $partial } erweitern
    } vorhandene Anforderungen, { $presumed ->
        [one] 1 ist
       *[other] { $presumed } sind
    } zu vergleichen, weil das Kapitel teilweise vorhanden ist, und { $new ->
        [one] 1 ist
       *[other] { $new } sind
    } neu.
integrate-saved = Durch Integration gespart: { $figures }.
integrate-several = Eine Anforderung, die zu mehreren Gruppen gehört, zählt in jeder.

## How a requirement becomes part of the system

integrate-base = Basis
integrate-covered = abgedeckt
integrate-extend = erweitern
integrate-verify = überprüfen
integrate-new = neu
integrate-at = { $kind } bei { $places }
integrate-steps = { $hops ->
        [one] 1 Schritt
       *[other] { $hops } Schritte
    }
integrate-low = geringe Verlässlichkeit

## Groups and entries

integrate-new-from = Neu aus { $edition }
integrate-compare-from = Zu vergleichen, aus { $edition }
integrate-attached-to = An Anforderungen von { $edition } angeschlossen
integrate-group-new = neu aus { $edition }
integrate-no-clause = in keinem Abschnitt von { $edition }
integrate-nothing-attaches = Ohne angeschlossene Anforderungen
integrate-compare = zu vergleichen mit
integrate-add-to-chapter = zum Kapitel zu ergänzen
integrate-together = zusammen mit
integrate-add = zu ergänzen
integrate-also = auch bei
integrate-heading = { $clause } { $title }, { $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    }
integrate-edition = { $edition }, { $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    }

## Tables

integrate-editions = Normen, die Basis zuerst
integrate-rows = Anforderungen nach Gruppen
integrate-heading-add = Was zu ergänzen ist
integrate-heading-all = Alle
integrate-heading-attaches = Angeschlossen an
integrate-heading-base = Basis
integrate-heading-compare = Zu vergleichen mit
integrate-heading-covered = Abgedeckt
integrate-heading-extend = Erweitern
integrate-heading-group-title = Titel der Gruppe
integrate-heading-how = Wie
integrate-heading-left = Verbleibend
integrate-heading-new = Neu
integrate-heading-steps = Schritte
integrate-heading-tables = Tabellen
integrate-heading-together = Gemeinsam
integrate-heading-verify = Überprüfen

## Which standard is the best base

integrate-which-base = Welche Norm sich als Basis eignet
integrate-candidates = Normen, die beste zuerst
integrate-heading-rank = Rang
integrate-heading-base-has = Basis hat
integrate-heading-separately = Getrennt
integrate-heading-saved = Gespart
integrate-certainly = Nehmen Sie { $base } als Basis: Von { $all ->
        [one] 1 getrennt geführten Anforderung
       *[other] { $all } getrennt geführten Anforderungen
    } { $full ->
        [one] wird 1
       *[other] werden { $full }
    } sicher gespart; mit { $other } als Nächstbester { $next }.
integrate-weighted = Nehmen Sie { $base } als Basis: Damit wie mit { $other } { $full ->
        [one] wird 1
       *[other] werden { $full }
    } von { $all ->
        [one] 1 getrennt geführten Anforderung
       *[other] { $all } getrennt geführten Anforderungen
    } sicher gespart; mit den Erweiterungen { $share } statt { $next }.
integrate-at-most = Nehmen Sie { $base } als Basis: Damit wie mit { $other } { $full ->
        [one] wird 1
       *[other] werden { $full }
    } von { $all ->
        [one] 1 getrennt geführten Anforderung
       *[other] { $all } getrennt geführten Anforderungen
    } sicher gespart, und höchstens { $most } statt { $next }.
integrate-equal = { $base } und { $other } eignen sich gleich gut als Basis: Mit jeder { $full ->
        [one] wird 1
       *[other] werden { $full }
    } von { $all ->
        [one] 1 getrennt geführten Anforderung
       *[other] { $all } getrennt geführten Anforderungen
    } sicher gespart.
integrate-ranked = Geordnet danach, was sicher gespart wird, dann nach der gewichteten Ersparnis, dann danach, was höchstens gespart wird, dann nach Namen. Die anderen Normen folgen der Basis in der angegebenen Reihenfolge; eine andere Reihenfolge kann andere Zahlen ergeben.
