# Die Erklärung zur Anwendbarkeit.

soa-title = Erklärung zur Anwendbarkeit (SoA) von { $organization } für { $editions }
soa-scope = Anwendungsbereich: { $scope }.
soa-counts = { $controls ->
        [one] 1 Maßnahme
       *[other] { $controls } Maßnahmen
    } von { $edition }: { $apply ->
        [one] 1 ist anwendbar
       *[other] { $apply } sind anwendbar
    }, { $excluded ->
        [one] 1 ist es nicht
       *[other] { $excluded } sind es nicht
    }, { $undecided ->
        [one] 1 ist
       *[other] { $undecided } sind
    } nicht entschieden.
soa-states = Von den anwendbaren { $implemented ->
        [one] ist 1
       *[other] sind { $implemented }
    } umgesetzt, { $partial } teilweise, { $planned } geplant und { $missing } nicht umgesetzt.
soa-derived = { $count ->
        [one] 1 Maßnahme gilt ohne Entscheidung als anwendbar, da andere Angaben einen Teil von ihr abdecken.
       *[other] { $count } Maßnahmen gelten ohne Entscheidung als anwendbar, da andere Angaben einen Teil von ihnen abdecken.
    }
soa-lacks = { $justification ->
        [one] 1 Entscheidung hat
       *[other] { $justification } Entscheidungen haben
    } keine Begründung, und { $evidence ->
        [one] 1 umgesetzte Maßnahme hat
       *[other] { $evidence } umgesetzte Maßnahmen haben
    } keinen Nachweis.

soa-domains = Bereiche
soa-domains-of = Bereiche von { $edition }
soa-controls = Maßnahmen
soa-controls-of = Maßnahmen von { $edition }

soa-heading-domain = Bereich
soa-heading-domain-title = Titel des Bereichs
soa-heading-all = Alle
soa-heading-apply = Anwendbar
soa-heading-not = Nicht
soa-heading-open = Offen
soa-heading-implemented = Umges.
soa-heading-partial = Teilw.
soa-heading-planned = Geplant
soa-heading-missing = Nicht umges.
soa-heading-derived = Abgel.
soa-heading-control = Maßnahme
soa-heading-applies = Anwendbar
soa-heading-state = Stand
soa-heading-stated-by = Angegeben bei
soa-heading-asks = Verlangt wird
soa-heading-supports = Stützt auch

soa-applies-yes = ja
soa-applies-no = nein
soa-applies-undecided = nicht entschieden
soa-inferred = abgeleitet: { $level }

soa-detail-asks = Verlangt wird: { $text }
soa-detail-owner = Verantwortlich: { $owner }
soa-detail-due = Fällig: { $day }
soa-detail-maturity = Reifegrad: { $level }
soa-detail-maturity-target = Reifegrad: { $level } (Ziel { $target })
soa-detail-note = Anmerkung: { $note }
soa-detail-chain = Grundlage: { $chain }
soa-detail-left = Was zu tun bleibt: { $text }
soa-detail-related = Stützt auch: { $clauses }
