# Der Bericht und seine erste Seite.

report-title = { $organization }: Gap-Analyse für { $editions }
report-assessed-by = Bewertet von { $assessor }.
report-assessed-on = Bewertet am { $day }.
report-assessed-by-on = Bewertet von { $assessor }, am { $day }.

## Page one

report-summary = Zusammenfassung
report-where-we-stand = Wo wir stehen
report-figures = Kennzahlen je Norm
report-priorities = { $count ->
        [one] Die wichtigste Lücke
        [2] Die zwei wichtigsten Lücken
        [3] Die drei wichtigsten Lücken
        [4] Die vier wichtigsten Lücken
        [5] Die fünf wichtigsten Lücken
       *[other] Die { $count } wichtigsten Lücken
    }
report-next = Was als Nächstes ansteht
report-heading-open = Noch offen
report-heading-needed-by = Benötigt von
report-count-of = { $count } von { $edition }
report-overdue = { $day } überfällig
report-statements = { $statements ->
        [one] 1 Angabe
       *[other] { $statements } Angaben
    } der Bewertung
report-statements-and-tables = { $statements ->
        [one] 1 Angabe
       *[other] { $statements } Angaben
    } der Bewertung und { $tables ->
        [one] 1 Zuordnungstabelle
       *[other] { $tables } Zuordnungstabellen
    }
report-rests-on = Die Zahlen beruhen auf { $what }.
report-rests-on-with-doubts = Die Zahlen beruhen auf { $what }{ $tables ->
        [one] ,
       *[other] ;
    } { $doubts }.
report-undated = { $undated } von { $items ->
        [one] 1 offenen Punkt
       *[other] { $items } offenen Punkten
    } { $undated ->
        [one] hat
       *[other] haben
    } noch keinen Termin.

## Chapters

report-overview = Überblick
report-actions = Was zu tun ist
report-notes = Anmerkungen zu den Zahlen
report-levels = Kapitel von { $edition } nach Stufe
report-work = Was für { $edition } zu tun ist: { $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    }
report-in-place = Für { $edition } vorhanden: { $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    }
report-maturity = Reifegrad
report-averages = Durchschnitte
report-plan = Plan

## Appendices

report-appendix = Anhang { $letter }: { $title }
report-appendix-in-place = erfüllte Anforderungen
report-appendix-controls = Maßnahmen in Zahlen
report-appendix-evidence = Nachweise
report-appendix-related = verwandte Normen
report-appendix-words = verwendete Begriffe
report-mutual = Gegenseitige Abdeckung, wenn jede Norm vollständig umgesetzt ist
report-related = Abdeckung verwandter Normen
report-tables = Verwendete Zuordnungstabellen
report-heading-table = Tabelle
report-table-source = Quelle
report-table-method = Wie sie entstand: { $text }
