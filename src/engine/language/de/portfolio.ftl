# Viele Bewertungen.

portfolio-title = Portfolio aus { $count ->
        [one] 1 Bewertung
       *[other] { $count } Bewertungen
    }
portfolio-empty = Es gibt keine Bewertungen.
portfolio-unanswered = { $count ->
        [one] 1 Bewertung konnte nicht ausgewertet werden und ist
       *[other] { $count } Bewertungen konnten nicht ausgewertet werden und sind
    } nicht mitgezählt; die Befunde zeigen, warum.
portfolio-rows = Tabellen mit einer Zeile je Bewertung zeigen { $count } davon; alle Zahlen zählen sämtliche Bewertungen.
portfolio-warnings = Zu { $count ->
        [one] 1 Bewertung
       *[other] { $count } Bewertungen
    } gibt es Warnungen.
portfolio-not-summarized = Nach { $keys } wird nicht zusammengefasst: Es gibt mehr als { $most } verschiedene Werte.
portfolio-key-site = Standort
portfolio-key-unit = Einheit
portfolio-key-tag = Schlagwort
portfolio-together = { $edition } in { $count ->
        [one] 1 Bewertung
       *[other] { $count } Bewertungen
    } zusammen: { $figures }.
portfolio-range = Gezählte Abdeckung von { $edition }: niedrigste { $low }, Median { $median }, höchste { $high }.
portfolio-how-counted = Die gezählte Abdeckung zählt eine vollständig erfüllte Anforderung als 1 und eine teilweise erfüllte { $weight }; „Gesichert“ zählt nur vollständig erfüllte; „Bis zu“ zählt teilweise erfüllte und vermutete, als wären sie vollständig erfüllt.

portfolio-chapters-together = { $edition } nach Kapitel, alle Bewertungen zusammen
portfolio-chapters = Kapitel von { $edition }, die am wenigsten abgedeckten zuerst
portfolio-chapter = { $chapter } (N { $count })
portfolio-requirements = Anforderungen von { $edition } nach der Zahl der Bewertungen, die sie erfüllen
portfolio-common-gaps = Gemeinsame Lücken in { $edition }, die eine zentrale Maßnahme schließen würde
portfolio-common-gaps-first = Gemeinsame Lücken in { $edition }, die eine zentrale Maßnahme schließen würde (die ersten { $shown } von { $count })
portfolio-by-site = { $edition } nach Standort
portfolio-by-unit = { $edition } nach Einheit
portfolio-by-tag = { $edition } nach Schlagwort
portfolio-ranking = Rangliste für { $edition }
portfolio-ranking-first = Rangliste für { $edition }: die ersten { $shown } von { $count }
portfolio-ranking-last = Rangliste für { $edition }: die letzten { $shown } von { $count }
portfolio-outliers = Ausreißer für { $edition }
portfolio-outliers-farthest = Ausreißer für { $edition } (die { $shown } von { $count }, die am weitesten entfernt sind)
portfolio-outliers-rule = Für { $edition } { $count ->
        [one] ist 1 von { $total } ein Ausreißer
       *[other] sind { $count } von { $total } Ausreißer
    }: Die gezählte Abdeckung ist vom näheren der Quartile ({ $lower } und { $upper }) um mehr als das Anderthalbfache ihres Abstands entfernt (Regel von Tukey; nicht angewandt bei weniger als { $fewest } Bewertungen).
portfolio-heatmap = Abdeckung von { $edition } nach Bewertung und Kapitel
portfolio-maturity = { $average } bei { $count } bewerteten

portfolio-heading-assessment = Bewertung
portfolio-heading-assessments = Bewertungen
portfolio-heading-counted = Gezählt
portfolio-heading-highest = Höchste
portfolio-heading-improved = Verbesserte Bewertungen
portfolio-heading-lowest = Niedrigste
portfolio-heading-lowest-in = Am niedrigsten in
portfolio-heading-not-applicable = n. a.
portfolio-heading-of = von N
portfolio-heading-organization = Organisation
portfolio-heading-overdue = Überfällig
portfolio-heading-rank = Rang
portfolio-heading-site = Standort
portfolio-heading-tag = Schlagwort
portfolio-heading-unit = Einheit
