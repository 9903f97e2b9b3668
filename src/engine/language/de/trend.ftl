# Mehrere Zeitpunkte.

trend-title = Abdeckung von { $editions } im Zeitverlauf: { $organizations }
trend-organizations = Die Bewertungen betreffen { $organizations }.
trend-figure = { $share } von { $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    } am { $day }
trend-no-figure = keine anwendbare Anforderung am { $day }
trend-guaranteed = Gesicherte Abdeckung von { $edition }: { $figure }.
trend-guaranteed-then = Gesicherte Abdeckung von { $edition }: { $first }; { $last }.
trend-open = Offene Angaben: { $open } am { $day }, { $overdue ->
        [0] keine davon überfällig
       *[other] { $overdue } davon überfällig
    }.
trend-open-then = Offene Angaben: { $before } am { $first }; { $open } am { $day }, { $overdue ->
        [0] keine davon überfällig
       *[other] { $overdue } davon überfällig
    }.
trend-open-means = Eine offene Angabe besagt, dass ein Abschnitt teilweise umgesetzt, geplant oder nicht umgesetzt ist. Anforderungen ohne Angabe, die ein Umsetzungsplan ebenfalls aufführt, zählen hier nicht.
trend-left-out = { $count ->
        [one] 1 Fassung der Bewertung konnte nicht gelesen werden und ist
       *[other] { $count } Fassungen der Bewertung konnten nicht gelesen werden und sind
    } nicht berücksichtigt: { $days }.
trend-several-of = { $count } vom { $day }
trend-same-date-history = Mehrere Bewertungen haben dasselbe Datum ({ $days }); sie stehen in der Reihenfolge des Verlaufs.
trend-same-date-named = Mehrere Bewertungen haben dasselbe Datum ({ $days }); sie stehen in der angegebenen Reihenfolge.
trend-same-standards = Alle Zeitpunkte sind mit denselben Normen und Zuordnungstabellen ausgewertet; nur die Angaben unterscheiden sich.

trend-coverage = Abdeckung im Zeitverlauf
trend-coverage-of = Abdeckung von { $edition } im Zeitverlauf
trend-open-items = Offene Angaben im Zeitverlauf
trend-burn-down = Offene Angaben und ihre Fälligkeit
trend-due = Offene Angaben nach Fälligkeit, Stand { $day }
trend-assessments = Bewertungen

trend-line-open = offen
trend-line-overdue = überfällig
trend-line-planned = offen nach den Terminen vom { $day }
trend-overdue = überfällig

trend-heading-clauses = Abschnitte
trend-heading-date = Datum
trend-heading-items = Angaben
trend-heading-later = Später fällig
trend-heading-open = Offen
trend-heading-overdue = Überfällig
trend-heading-planned = Offen nach Plan
trend-heading-so-far = Kumuliert
trend-heading-undated = Ohne Termin
