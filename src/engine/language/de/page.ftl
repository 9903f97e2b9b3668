# Was um den Inhalt jedes Dokuments steht: Titel von Listen, Hinweise zu Tabellen, Fußzeilen.

page-skip = Zum Inhalt springen
page-site = Seiten dieser Website
page-logo = Logo
page-prepared-for = Erstellt für { $client }
page-contents = Inhalt
page-made-with = Erstellt mit { $tool }.
page-based-on = Worauf diese Seiten beruhen
page-number = Seite { $page } von { $pages }
page-owner = Verantwortlich: { $owner }

page-none = keine
page-yes = ja
page-no = nein
page-done = erledigt
page-to-do = zu erledigen
page-show-all = { $rows ->
        [one] Die einzige Zeile anzeigen
       *[other] Alle { $rows } Zeilen anzeigen
    }
page-filter-hides = Der Filter blendet { $rows ->
        [one] die einzige Zeile
       *[other] einige der { $rows } Zeilen
    } aus.
page-in-words = in Worten
page-table = Tabelle
page-sheet = Blatt
page-sheets = Blätter

## Findings

page-findings = Befunde
page-finding = Befund
page-severity = Schweregrad
page-place = Stelle
page-rule = Regel
page-help = Abhilfe
page-error = Fehler
page-gate = Schwelle verfehlt
page-warning = Warnung
page-note = Hinweis

## Basis

page-basis = Grundlage
page-basis-name = Bezeichnung
page-basis-kind = Art
page-basis-says = Version, Verlässlichkeit, Herkunft
page-basis-digest = SHA-256 der Datei
page-basis-tool = Programm
page-basis-setting = Einstellung
page-basis-edition = Ausgabe
page-basis-table = Zuordnungstabelle
page-basis-assessment = Bewertung
page-basis-editions = Ausgaben
page-basis-tables = Zuordnungstabellen
page-basis-assessments = Bewertung

page-setting-max-hops = längste Kette von Beziehungen
page-setting-partial-weight = Gewicht einer teilweise erfüllten Anforderung
page-setting-min-confidence = geringste verwendete Verlässlichkeit
page-setting-without-table = ausgelassene Zuordnungstabellen
page-setting-where = nur was hat
page-setting-intersect-as = Überschneidungen in eingelesenen Tabellen zählen als
page-setting-targets = Zielnormen
page-setting-project = für das ganze Projekt festgelegt
