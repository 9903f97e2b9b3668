# Was auf jeder Seite steht, gleich in welchem Dokument.

page-contents = Inhalt
page-findings = Feststellungen
page-basis = Grundlage
page-made-with = erstellt mit
page-made = Erstellt mit { $tool }.
page-all-basis = Worauf diese Seiten beruhen
page-rests-on = Worauf es beruht
page-version = Version
page-confidence = Verlässlichkeit
page-provenance = Herkunft
page-digest = SHA-256 der Datei
page-editions = Ausgaben
page-tables = Zuordnungstabellen
page-assessment = Bewertung
page-prepared-for = Erstellt für { $client }
page-skip = Zum Inhalt springen
page-site = Seiten
page-logo = Logo
page-none = keine
page-yes = ja
page-no = nein
page-done = erledigt
page-to-do = zu tun
page-show-all = Alle { $rows } Zeilen zeigen
page-hidden-rows = Der Filter blendet einige der { $rows } Zeilen aus.

## The table of what an answer rests on

page-kind-tool = Werkzeug
page-kind-setting = Einstellung
page-kind-edition = Ausgabe
page-kind-table = Zuordnungstabelle
page-kind-assessment = Bewertung
page-heading-name = Name
page-heading-kind = Art
page-heading-says = Version, Verlässlichkeit, Herkunft
page-heading-severity = Schwere
page-heading-finding = Feststellung
page-heading-help = Was hilft
