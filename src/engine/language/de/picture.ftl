# Wörter in Bildern und Diagrammen: Achsen, Legenden, und was ein Bild zeigt, für alle, die es nicht sehen.

## Tasks in time

picture-schedule = Aufgaben: { $tasks }; Arbeitstage: { $days }; Termine: { $deadlines }.
picture-due-dates = Termine
picture-day = Tag { $day }
picture-days = { $effort } PT
picture-not-estimated = nicht geschätzt
picture-no-open-task = keine offene Aufgabe
picture-done = erledigt
picture-under-way = in Arbeit
picture-critical = auf dem kritischen Pfad
picture-late = verspätet
picture-legend-critical = auf dem kritischen Pfad: eine Verzögerung verschiebt den Abschluss
picture-legend-other = nicht auf dem kritischen Pfad
picture-legend-unknown = nicht geschätzt, oder ein Schritt ohne offene Aufgaben
picture-before = vor dem Beginn
picture-days-from-start = Arbeitstage ab Beginn. Rot: auf dem kritischen Pfad, eine Verzögerung verschiebt den Abschluss.
picture-task = { $task }: ab Tag { $day }, Personentage: { $effort }
picture-task-unknown = { $task }: ab Tag { $day }, Aufwand nicht bekannt

## Clauses and relations

picture-graph = { $clauses ->
        [one] 1 Abschnitt
       *[other] { $clauses } Abschnitte
    } aus { $editions } und die Beziehungen zwischen ihnen.
picture-shown = { $count } gezeigt
picture-relation = Beziehung: { $strength }
picture-touch-point = { $strength } (Berührungspunkt)
picture-not-in-place = von etwas, das nicht umgesetzt ist
picture-jointly = mehrere Abschnitte gemeinsam
picture-lines = { $title } (durchgezogen: deckt vollständig ab, gepunktet: teilweise)

## Figures along axes

picture-radar = { $spokes } auf einer Skala von 0 bis { $end }: { $rings }.
picture-period = { $lines }, von { $first } bis { $last }.
