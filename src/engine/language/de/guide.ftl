# Der Leitfaden: wie aus einem System nach einer Norm auch eines nach einer anderen wird.

guide-title = Leitfaden von { $base } zu { $target }
guide-title-for = Leitfaden für { $organization } von { $base } zu { $target }
guide-rows = Der Leitfaden in Zeilen

## What it comes to, and how to read it

guide-of-base = Von { $all ->
        [one] 1 Anforderung
       *[other] { $all } Anforderungen
    } aus { $base } { $full ->
        [one] ist 1
       *[other] sind { $full }
    } vollständig mit { $target } verbunden, so dass nichts zu ergänzen ist; { $partial ->
        [one] 1 braucht
       *[other] { $partial } brauchen
    } Ergänzungen; { $none ->
        [one] 1 hat
       *[other] { $none } haben
    } keine Entsprechung.
guide-of-target = Von { $all ->
        [one] 1 Anforderung
       *[other] { $all } Anforderungen
    } aus { $target } { $full ->
        [one] ist 1
       *[other] sind { $full }
    } durch { $base } vollständig abgedeckt, { $partial ->
        [one] 1 ist
       *[other] { $partial } sind
    } zu ergänzen und { $new ->
        [one] 1 ist
       *[other] { $new } sind
    } neu.
guide-to-check = { $count ->
        [one] 1 ist zu überprüfen, weil nur eine Überschrift darüber
       *[other] { $count } sind zu überprüfen, weil jeweils nur eine Überschrift darüber
    } teilweise verbunden ist.
guide-touch-points = { $count ->
        [one] 1 Paar von Abschnitten ist ein Berührungspunkt: Beide haben miteinander zu tun, aber keine Tabelle besagt, dass sie gemeinsame Anforderungen haben. Es zählt oben nicht als Beziehung.
       *[other] { $count } Paare von Abschnitten sind Berührungspunkte: Die beiden Abschnitte haben miteinander zu tun, aber keine Tabelle besagt, dass sie gemeinsame Anforderungen haben. Sie zählen oben nicht als Beziehungen.
    }
guide-in-place = Der Leitfaden stützt sich auf { $all ->
        [one] 1 Anforderung
       *[other] { $all } Anforderungen
    } aus { $base }. Stand bei { $organization }: { $states }.
guide-count-implemented = { $count } umgesetzt
guide-count-partial = { $count } teilweise umgesetzt
guide-count-planned = { $count } geplant
guide-count-not-implemented = { $count } nicht umgesetzt
guide-count-not-applicable = { $count } nicht anwendbar
guide-count-not-assessed = { $count } nicht bewertet
guide-how-to-read = So ist der Leitfaden zu lesen: Unter jedem Abschnitt von { $base } stehen hinter Pfeilen die Abschnitte von { $target }, die er stützt. Vollständig: Das Vorhandene deckt den Abschnitt ab. Teilweise: Ergänzen Sie, was dort genannt ist, bis erfüllt ist, was der Abschnitt verlangt. Anforderungen, die nichts Vorhandenes stützt, stehen am Ende; setzen Sie sie vollständig um.
guide-direct-only = Gezeigt werden nur direkte Beziehungen zwischen den beiden Normen.
guide-chains-too = Wo eine Beziehung über andere Normen folgt, ist die Kette genannt.

guide-chains-only = Keine Zuordnungstabelle verbindet { $base } und { $target } direkt: Was gezeigt wird, folgt über andere Normen.
guide-empty = Keine Zuordnungstabelle verbindet { $base } und { $target } direkt; daher ist dieser Leitfaden leer. Es gibt Beziehungen, die über andere Normen folgen.
guide-hint = { $command } zeigt sie.
guide-unrelated-editions = Keine Zuordnungstabelle verbindet { $base } und { $target }, weder direkt noch über andere Normen innerhalb von { $hops ->
        [one] 1 Schritt
       *[other] { $hops } Schritten
    }.
guide-left-out = Zuordnungstabellen oder Beziehungen von geringer Verlässlichkeit wurden für diese Antwort ausgelassen.

## Sections and entries

guide-section-new = Neue Anforderungen, vollständig umzusetzen
guide-not-applicable = nicht anwendbar
guide-touch-point = Berührungspunkt
guide-new = neu
guide-relation = Beziehung
guide-together = Zusammen mit
guide-items = Punkte
guide-heading-touch-point = Berührungspunkt
guide-add = Zu ergänzen
guide-requires = Der Abschnitt verlangt
guide-note = Anmerkung
guide-by = Zuordnung
guide-remark = Bemerkung

guide-nothing = Nichts.
guide-covered-elsewhere = Nichts: Die Ausgangsnorm deckt den Abschnitt an anderer Stelle vollständig ab.

guide-as-part = als Teil von { $headings }, { $count ->
        [one] als Ganzes verbunden
       *[other] jeweils als Ganzes verbunden
    }
guide-touch-points-only = keine: nur Berührungspunkte
guide-no-mapping = keine: keine Zuordnung vorhanden
guide-said-none = keine, laut Zuordnung { $table } (Verlässlichkeit { $confidence })
guide-said-none-since = keine, laut Zuordnung { $table } (Verlässlichkeit { $confidence }): { $note }
guide-said-none-part = keine, als Teil von { $heading }, laut Zuordnung { $table } (Verlässlichkeit { $confidence })
guide-said-none-part-since = keine, als Teil von { $heading }, laut Zuordnung { $table } (Verlässlichkeit { $confidence }): { $note }
guide-denied = keine mit { $clauses }, laut Zuordnung { $table }
guide-denied-confidence = keine mit { $clauses }, laut Zuordnung { $table } (Verlässlichkeit { $confidence })
guide-lost = nur zu nicht Anwendbarem: { $clauses }
guide-touches = Berührungspunkte mit { $clauses }

guide-confidence = Verlässlichkeit { $confidence }
guide-backwards = in Gegenrichtung gelesen
guide-through = über { $hops ->
        [one] 1 Beziehung
       *[other] { $hops } Beziehungen
    }: { $chain }
guide-add-by = Ergänzungen nach Zuordnung { $table }
guide-agrees = Zuordnung { $table } (Verlässlichkeit { $confidence }) stimmt überein
guide-composed = Zuordnung { $table } (Verlässlichkeit { $confidence }) besagt dasselbe, ist aber aus anderen Tabellen zusammengesetzt: kein unabhängiger Beleg
guide-differs = Zuordnung { $table } (Verlässlichkeit { $confidence }) weicht ab: { $relation }
guide-differs-unrelated = Zuordnung { $table } (Verlässlichkeit { $confidence }) weicht ab: { $clause } hat keine Entsprechung

## Columns

guide-heading-target = Verbundener Abschnitt
guide-heading-target-title = Titel des verbundenen Abschnitts
guide-heading-requires = Was er verlangt
guide-heading-target-requires = Was der verbundene Abschnitt verlangt
guide-heading-read = Richtung
guide-heading-opinions = Andere Tabellen
guide-heading-target-status = Status des verbundenen Abschnitts
guide-heading-target-evidence = Dessen Nachweise
guide-heading-target-owner = Dafür verantwortlich
guide-heading-target-due = Dessen Termin
guide-heading-target-remark = Bemerkung dazu
guide-heading-chain = Kette
guide-forward = vorwärts
guide-backward = rückwärts
