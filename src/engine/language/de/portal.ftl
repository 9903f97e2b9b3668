# Die Seiten des Portals.

portal-overview = Überblick
portal-processes = Prozesse
portal-documents = Dokumente
portal-objectives = Ziele
portal-work = Arbeit
portal-standards = Normen

portal-system = Das Managementsystem von { $organization }.
portal-no-process = Noch ist kein Prozess erfasst. Sobald es einen gibt, stehen hier Verantwortliche, Beschreibung, Eingaben, Ergebnisse und Abschnitte.
portal-processes-complete = { $done } von { $all ->
        [one] 1 Prozess
       *[other] { $all } Prozessen
    } { $done ->
        [one] ist
       *[other] sind
    } vollständig: Beschreibung, Eingaben und Ergebnisse sind dokumentiert.
portal-objective-count = Die Organisation hat { $count ->
        [one] 1 Ziel
       *[other] { $count } Ziele
    }.
portal-count-of = { $done } von { $all }
portal-complete-of = { $done } von { $all } vollständig
portal-state-complete = vollständig
portal-state-incomplete = noch nicht vollständig
portal-complete-processes = Vollständige Prozesse
portal-pages = Seiten der Prozesse
portal-missing = Was fehlt
portal-description = Beschreibung
portal-inputs = Eingaben
portal-outputs = Ergebnisse
portal-nobody = niemand benannt
portal-none-named = keine benannt
portal-by-level = Anforderungen nach Stufe
portal-open-by-kind = Offene Punkte nach Art der Arbeit
portal-next-deadlines = Die nächsten { $shown } von { $count } Terminen
portal-deadlines = Termine

## Processes

portal-per-standard = Die letzten Spalten zeigen, wie viele Anforderungen jeder Norm ein Prozess stützt: die ihm zugeordneten und die unmittelbar damit verbundenen.
portal-process-complete = Der Prozess ist vollständig: Beschreibung, Eingaben und Ergebnisse sind dokumentiert.
portal-process-incomplete = Der Prozess ist noch nicht vollständig. Es fehlen: { $missing }.
portal-process-no-clause = Diesem Prozess ist noch kein Abschnitt zugeordnet.
portal-process-nothing-open = Zu seinen Abschnitten ist nichts offen.
portal-process-open = { $count ->
        [one] 1 offener Punkt
       *[other] { $count } offene Punkte
    } zu seinen Abschnitten.
portal-clauses = Abschnitte
portal-current-work = Laufende Arbeit
portal-process-items = Offene Punkte zu seinen Abschnitten
portal-profile = Prozesssteckbrief
portal-is-missing = fehlt
portal-assigned = zugeordnet
portal-assigned-with = zugeordnet mit { $clause }
portal-related-to = verbunden mit { $clauses }
portal-inferred = abgeleitet
portal-not-applicable = nicht anwendbar
portal-no-requirement = enthält keine Anforderung

## Documents, objectives, standards

portal-no-document = Noch ist kein Dokument erfasst, weder als Beschreibung eines Prozesses noch als Nachweis.
portal-document-count = { $count ->
        [one] 1 Dokument ist
       *[other] { $count } Dokumente sind
    } genannt: { $describes ->
        [one] 1 beschreibt
       *[other] { $describes } beschreiben
    } einen Prozess, { $shows ->
        [one] 1 ist Nachweis
       *[other] { $shows } sind Nachweise
    } für eine Angabe. Webadressen sind verlinkt; für andere Dokumente steht hier, wo die Organisation sie aufbewahrt.
portal-documents-and-evidence = Dokumente und Nachweise
portal-own-objectives = Ziele der Organisation
portal-no-objective = Noch ist kein Ziel erfasst. Sobald es eines gibt, stehen hier Messgröße, Verantwortliche, Termin, Projekte und Prozesse.
portal-objectives-reached = Die Organisation hat { $count ->
        [one] 1 Ziel
       *[other] { $count } Ziele
    }; bei { $reached } davon sind alle Prozesse vollständig.
portal-no-project = { $count ->
        [one] 1 Ziel nennt
       *[other] { $count } Ziele nennen
    } kein Projekt: Ein Ziel braucht mindestens eines, um erreicht zu werden.
portal-no-statement = Die Bewertung enthält noch keine Angaben.
portal-statements-on = Angaben zu { $editions }.
portal-statements = Angaben nach Anforderung
portal-no-target = Es ist keine Zielnorm festgelegt; daher wird keine Abdeckung gezeigt.
portal-files = Alle Seiten entstehen aus den Dateien unten; dieselben Dateien ergeben dieselben Seiten.

## Work

portal-nothing-open = Es ist nichts offen.
portal-open = { $count ->
        [one] 1 offener Punkt
       *[other] { $count } offene Punkte
    }.
portal-open-beside = { $count ->
        [one] 1 offener Punkt
       *[other] { $count } offene Punkte
    }; { $beside ->
        [one] 1 wird
       *[other] { $beside } werden
    } für keine Zielnorm benötigt.
portal-overdue-count = { $count ->
        [one] 1 Termin ist
       *[other] { $count } Termine sind
    } am Tag der Bewertung, dem { $day }, überschritten.
portal-no-plan = Es ist keine Zielnorm festgelegt; daher gibt es keinen Plan.
portal-by-owner = Nach Verantwortlichen
portal-unneeded = Offen, aber für keine Zielnorm benötigt
portal-plan = Plan
portal-objective = Ziel
portal-overdue = überfällig

## Columns and names

portal-heading-after = Abhängig von
portal-heading-belonging = Zuordnung
portal-heading-beside = Für keine Zielnorm
portal-heading-complete = Vollständig
portal-heading-day = Datum
portal-heading-describes = Beschreibt
portal-heading-description = Beschreibung
portal-heading-document = Dokument
portal-heading-implemented = Umgesetzt
portal-heading-incomplete = Noch nicht vollständig
portal-heading-inputs = Eingaben
portal-heading-item = Gegenstand
portal-heading-known = Vorliegende Angaben
portal-heading-measure = Messgröße
portal-heading-missing = Fehlt
portal-heading-next = Nächster Termin
portal-heading-not-applicable = Nicht anwendbar
portal-heading-not-assessed = Nicht bewertet
portal-heading-not-implemented = Nicht umgesetzt
portal-heading-objective = Ziel
portal-heading-open = Offene Punkte
portal-heading-outputs = Ergebnisse
portal-heading-overdue = Am Tag der Bewertung
portal-heading-partial = Teilweise
portal-heading-planned = Geplant
portal-heading-process = Prozess
portal-heading-projects = Projekte
portal-heading-shows = Nachweis für
portal-heading-state = Stand
portal-heading-targets = Für die Zielnormen
