# Der Umsetzungsplan.

plan-title = Umsetzungsplan von { $organization } für { $editions }
plan-of = Umsetzungsplan von { $organization }

## What is open

plan-nothing-open = Für { $targets } ist nichts offen.
plan-open = Für { $targets }: { $count ->
        [one] 1 offener Punkt
       *[other] { $count } offene Punkte
    }, davon { $kinds }.
plan-open-with-base = Für { $targets }: { $count ->
        [one] 1 offener Punkt
       *[other] { $count } offene Punkte
    }, davon { $kinds }; { $base ->
        [one] 1 davon ist eine Voraussetzung
       *[other] { $base } davon sind Voraussetzungen
    } aus { $standards ->
        [one] der zugrunde liegenden Norm
       *[other] den zugrunde liegenden Normen
    }.
plan-to-extend = { $count } zu ergänzen
plan-to-verify = { $count } zu überprüfen
plan-to-implement = { $count } umzusetzen
plan-to-assess = { $count } zu bewerten
plan-to-build = { $count } neu aufzubauen

## Steps

plan-quoted = „{ $title }“
plan-method = Die Schritte folgen der Methode { $method }.
plan-method-joint = Die Schritte folgen der Methode { $method }; sie bilden ein gemeinsames Projekt für { $count } Zielnormen.
plan-no-method = Für { $targets ->
        [one] diese Norm
       *[other] diese Normen
    } ist keine Umsetzungsmethode festgelegt; die Aufgaben sind daher nach Art der Arbeit gruppiert.
plan-no-method-alone = Für { $targets ->
        [one] diese Norm
       *[other] diese Normen
    } allein ist keine Umsetzungsmethode festgelegt; die Aufgaben sind daher nach Art der Arbeit gruppiert. { $count ->
        [one] Die für mehrere Normen bestimmte Methode { $methods } enthält
       *[other] Die für mehrere Normen bestimmten Methoden { $methods } enthalten
    } auch Schritte für { $targets ->
        [one] diese Norm
       *[other] diese Normen
    }.
plan-steps-none = Von { $steps ->
        [one] 1 Schritt
       *[other] { $steps } Schritten
    } ist keiner erledigt oder in Arbeit.
plan-steps-started = Von { $steps ->
        [one] 1 Schritt
       *[other] { $steps } Schritten
    } ist keiner erledigt, { $started ->
        [one] 1 ist
       *[other] { $started } sind
    } in Arbeit.
plan-steps-done = Von { $steps ->
        [one] 1 Schritt
       *[other] { $steps } Schritten
    } { $done ->
        [one] ist 1
       *[other] sind { $done }
    } erledigt.
plan-steps-done-started = Von { $steps ->
        [one] 1 Schritt
       *[other] { $steps } Schritten
    } { $done ->
        [one] ist 1
       *[other] sind { $done }
    } erledigt, { $started ->
        [one] 1 ist
       *[other] { $started } sind
    } in Arbeit.
plan-done-but-open = Als erledigt gemeldet, obwohl Anforderungen offen sind: { $count ->
        [one] Schritt
       *[other] Schritte
    } { $steps }.
plan-outside-method = Zu keinem Schritt der Methode gehörig
plan-kind-assess = Bewerten und überprüfen
plan-kind-base = Zugrunde liegende Normen vervollständigen
plan-kind-extend = Vorhandenes ergänzen
plan-kind-implement = Fehlendes umsetzen

plan-state-done = erledigt
plan-state-under-way = in Arbeit
plan-state-open = offen
plan-state-since = { $state } seit { $day }
plan-state-but = { $state }, aber { $count ->
        [one] 1 Anforderung dieses Schritts ist
       *[other] { $count } Anforderungen dieses Schritts sind
    } offen

## Effort and time

plan-effort = Aufwand: { $effort ->
        [one] 1 Personentag
       *[other] { $effort } Personentage
    }{ $unknown ->
        [0] {""}
        [one] ; 1 Aufgabe ist nicht geschätzt
       *[other] ; { $unknown } Aufgaben sind nicht geschätzt
    }.
plan-effort-none = Es ist kein Aufwand geschätzt.
plan-together = Alle Zielnormen zusammen: { $tasks ->
        [one] 1 Aufgabe
       *[other] { $tasks } Aufgaben
    }, { $effort ->
        [one] 1 Personentag
       *[other] { $effort } Personentage
    }{ $unknown ->
        [0] {""}
        [one] ; 1 Aufgabe ist nicht geschätzt
       *[other] ; { $unknown } Aufgaben sind nicht geschätzt
    }. Eine Aufgabe für mehrere Zielnormen zählt einmal, bei der ersten von ihnen; die Tabelle je Zielnorm zählt sie bei jeder.
plan-after-rule = „Gesichert danach“ setzt voraus, dass alles erledigt ist, was zu ergänzen, umzusetzen und neu aufzubauen ist. Aufgaben zum Überprüfen und Bewerten zeigen, was vorhanden ist, und erhöhen für sich nichts; der Wert kann deshalb unter 100 % bleiben.
plan-estimated = { $count ->
        [one] 1 Aufgabe hat keine eigene Schätzung und ist
       *[other] { $count } Aufgaben haben keine eigene Schätzung und sind jeweils
    } mit { $effort ->
        [one] 1 Personentag
       *[other] { $effort } Personentagen
    } angesetzt.
plan-span-dates = Beginn { $start }, Ende { $finish }: { $length ->
        [one] 1 Arbeitstag
       *[other] { $length } Arbeitstage
    }{ $unknown ->
        [0] {""}
        [one] , ohne 1 nicht geschätzte Aufgabe
       *[other] , ohne { $unknown } nicht geschätzte Aufgaben
    }.
plan-span-days = Beginn an Tag 1, Ende an Tag { $finish }: { $length ->
        [one] 1 Arbeitstag
       *[other] { $length } Arbeitstage
    }{ $unknown ->
        [0] {""}
        [one] , ohne 1 nicht geschätzte Aufgabe
       *[other] , ohne { $unknown } nicht geschätzte Aufgaben
    }.
plan-critical = { $count ->
        [one] 1 Aufgabe liegt
       *[other] { $count } Aufgaben liegen
    } auf dem kritischen Pfad.
plan-late-tasks = { $count ->
        [one] 1 Aufgabe endet
       *[other] { $count } Aufgaben enden
    } nach dem Fälligkeitstermin: { $tasks }.
plan-schedule-rule = Die Aufgaben wurden nacheinander eingeplant, zuerst jeweils die, auf die die längste Kette von Arbeiten folgt; ein kürzerer Zeitplan kann möglich sein.
plan-no-capacity = Es ist keine Kapazität angegeben: An jeder Aufgabe wird fünf Tage pro Woche gearbeitet, und beliebig viele Aufgaben können parallel laufen.
plan-no-capacity-for = Keine Kapazität ist angegeben für { $owners }: An jeder dieser Aufgaben wird fünf Tage pro Woche gearbeitet, und beliebig viele davon können parallel laufen.
plan-unowned = Aufgaben ohne Verantwortliche
plan-unused-capacity = Für { $owners } ist eine Kapazität angegeben, aber unter { $count ->
        [one] diesem Namen
       *[other] diesen Namen
    } gibt es keine Aufgabe mit Aufwand.
plan-not-kept = Nicht möglich, weil die Reihenfolge der Schritte oder anderer Aufgaben das Gegenteil verlangt: { $pairs }.
plan-before = { $earlier } vor { $later }
plan-timetable = Zeitplan
plan-day = Tag { $day }
plan-not-estimated = nicht geschätzt
plan-critical-word = kritisch
plan-late = { $day } (verspätet)

## Since an earlier plan

plan-since = Seit dem Basisplan: { $changes }.
plan-since-nothing = Seit dem Basisplan: Damals war nichts offen, und auch jetzt ist nichts offen.
plan-changed-done = { $count } erledigt
plan-changed-slipped = { $count } später fällig als vorher
plan-changed-undated = { $count } nun ohne Termin
plan-changed-new = { $count } neu
plan-changed-open = { $count } unverändert offen
plan-changed-dropped = { $count } nicht mehr im Plan
plan-change-done = erledigt
plan-change-slipped = verschoben
plan-change-undated = ohne Termin
plan-change-new = neu
plan-change-open = offen
plan-change-dropped = entfallen
plan-left = Verbleibender Aufwand: { $now }; im Basisplan: { $before }{ $unknown ->
        [0] {""}
        [one] ; 1 offene Aufgabe ist nicht geschätzt
       *[other] ; { $unknown } offene Aufgaben sind nicht geschätzt
    }.
plan-days = { $days ->
        [one] 1 Personentag
       *[other] { $days } Personentage
    }
plan-not-shared-out = Ein Aufwand, der bei einer Überschrift angegeben ist, gilt für alle Anforderungen darunter zusammen. Er wird nicht auf die Aufgaben verteilt und ist nicht im Plan enthalten: { $headings }.
plan-heading-effort = { $clause } ({ $effort })
plan-progress = Fortschritt seit dem Basisplan

## With a budget

plan-budget = Mit { $days ->
        [one] 1 Personentag
       *[other] { $days } Personentagen
    }: { $count ->
        [one] 1 Aufgabe
       *[other] { $count } Aufgaben
    } ({ $used ->
        [one] 1 Personentag
       *[other] { $used } Personentage
    }), ausgewählt nach dem Zuwachs an Abdeckung aller Zielnormen zusammen; jede Zielnorm hat dasselbe Gewicht.
plan-budget-target = { $edition } ({ $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    }): gesichert { $lower } vor und { $lower_after } nach diesen Aufgaben; Abdeckung { $coverage } vorher und { $coverage_after } nachher.
plan-budget-best = Keine andere Auswahl von Aufgaben innerhalb dieses Budgets erhöht die Abdeckung stärker.
plan-budget-greedy = Die Aufgaben wurden nacheinander danach ausgewählt, wie stark sie die Abdeckung je Tag erhöhen. Keine Auswahl innerhalb dieses Budgets kann sie über alle Zielnormen um mehr als { $most } Prozentpunkte erhöhen; diese erhöht sie um { $gain }, also um mindestens { $share } des bestmöglichen Ergebnisses.
plan-budget-rule = Eine Aufgabe wird zusammen mit allen Aufgaben ausgewählt, von denen sie abhängt; Aufgaben zum Überprüfen und Bewerten erhöhen für sich allein nichts. Die Reihenfolge der Schritte ist hier nicht berücksichtigt.
plan-budget-left-out = Nicht berücksichtigt: { $count ->
        [one] 1 Aufgabe, die nicht geschätzt ist oder von einer nicht geschätzten abhängt
       *[other] { $count } Aufgaben, die nicht geschätzt sind oder von einer nicht geschätzten abhängen
    }.
plan-budget-title = Was mit { $days ->
        [one] 1 Personentag
       *[other] { $days } Personentagen
    } zu tun ist
plan-no-figure = ohne Wert

## What to do

plan-do-keep = Beibehalten: { $what }
plan-do-extend = Ergänzen: { $what }
plan-do-verify = Überprüfen: { $what }
plan-do-implement = Umsetzen: { $what }
plan-do-assess = Bewerten: { $what }
plan-do-build = Neu aufbauen: { $what }
plan-task-check = Prüfen, ob es umgesetzt ist.
plan-task-check-summary = Prüfen, ob es umgesetzt ist: { $text }
plan-note = Anmerkung: { $note }
plan-other-owners = Weitere Verantwortliche: { $owners }.
plan-completes = Erfüllt { $clauses }.
plan-improves = Verbessert { $clauses }.
plan-needed-for = Benötigt für { $clauses }.
plan-depends-on = Abhängig von { $clauses }.

## Tables

plan-targets = Der Plan je Zielnorm
plan-steps = Schritte zu { $targets }
plan-wins = Schnelle Erfolge für { $edition } (kumuliert; { $count ->
        [one] 1 Anforderung
       *[other] { $count } Anforderungen
    })
plan-items = Offene Punkte

plan-heading-after = Folgt auf
plan-heading-begins = Beginnt (Arbeitstag)
plan-heading-change = Änderung
plan-heading-completed = Erfüllt
plan-heading-coverage-after = Abdeckung danach
plan-heading-critical = Kritischer Pfad
plan-heading-days = Tage
plan-heading-days-before = Tage bisher
plan-heading-description = Beschreibung
plan-heading-due-before = Bisher fällig
plan-heading-ends = Endet (Arbeitstag)
plan-heading-finish = Ende
plan-heading-guaranteed-after = Gesichert danach
plan-heading-implement = Umzusetzen
plan-heading-improved = Verbessert
plan-heading-includes = Umfasst
plan-heading-labels = Kennzeichen
plan-heading-late = Verspätet
plan-heading-not-estimated = Nicht geschätzt
plan-heading-open = Offen
plan-heading-requirements-completed = Erfüllte Anforderungen
plan-heading-shared = Gemeinsame Aufgaben
plan-heading-shared-days = Gemeinsame Tage
plan-heading-slack = Puffer
plan-heading-start = Beginn
plan-heading-state = Stand
plan-heading-step = Schritt
plan-heading-step-id = Schritt Nr.
plan-heading-target = Zielnorm
plan-heading-targets = Zielnormen
plan-heading-task = Aufgabe
plan-heading-tasks = Aufgaben
plan-heading-total = Kumuliert
plan-heading-wave = Welle

## A step and a task in full

plan-entry-phase = Phase
plan-entry-mandatory = Verpflichtend
plan-entry-when = Wann
plan-entry-deliverables = Arbeitsergebnisse
plan-entry-done-when = Erledigt, wenn
plan-entry-completes = Erfüllt
plan-entry-improves = Verbessert
plan-entry-needed-for = Benötigt für
plan-entry-depends-on = Abhängig von
plan-mandatory-no = nein
plan-mandatory-unsaid = nicht angegeben
plan-when-after = nach { $steps }
plan-when-beside = parallel zu { $steps }
plan-when-both = nach { $after }, parallel zu { $beside }
plan-nothing-here = Hier ist nichts offen.

## In time

plan-section = { $of }: { $part }
plan-section-state = { $section } ({ $state })
plan-deadline = { $clause }: { $task }
