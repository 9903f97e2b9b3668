# Das Verzeichnis der Nachweise.

evidence-title = Nachweisverzeichnis von { $organization }
evidence-register = Nachweisverzeichnis
evidence-without = Umgesetzt ohne Nachweis

evidence-counts = { $pieces ->
        [one] 1 Nachweis
       *[other] { $pieces } Nachweise
    } für { $clauses ->
        [one] 1 Abschnitt
       *[other] { $clauses } Abschnitte
    }{ $idle ->
        [0] {""}
        [one] ; 1 Nachweis ist in keiner Angabe genannt
       *[other] ; { $idle } Nachweise sind in keiner Angabe genannt
    }.
evidence-files = Dateien: { $found } gefunden, { $missing } { $missing ->
        [one] fehlt
       *[other] fehlen
    }{ $misplaced ->
        [0] {""}
       *[other] , { $misplaced } nicht als Datei der Bewertung verwendbar
    }, { $addresses ->
        [one] 1 Webadresse
       *[other] { $addresses } Webadressen
    } (nicht geöffnet).
evidence-not-looked-for = Nach { $count ->
        [one] 1 Datei
       *[other] { $count } Dateien
    } wurde nicht gesucht.
evidence-unlimited = Kein Nachweis hat ein Ablaufdatum.
evidence-as-of = Stand { $day }: Von { $count ->
        [one] 1 Nachweis
       *[other] { $count } Nachweisen
    } mit Ablaufdatum { $expired ->
        [0] ist keiner
        [one] ist 1
       *[other] sind { $expired }
    } abgelaufen.
evidence-no-day = { $count ->
        [one] 1 Nachweis hat
       *[other] { $count } Nachweise haben
    } ein Ablaufdatum, aber die Bewertung hat kein Datum zum Vergleich.

evidence-found = gefunden
evidence-missing = fehlt
evidence-folder = ein Ordner
evidence-special = keine Datei
evidence-outside = außerhalb
evidence-address = Webadresse
evidence-unknown = nicht gesucht
evidence-valid = gültig
evidence-expired = abgelaufen

evidence-heading-date = Datum
evidence-heading-file = Datei
evidence-heading-supports = Stützt
evidence-heading-valid-until = Gültig bis
evidence-heading-validity = Gültigkeit
