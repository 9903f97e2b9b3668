# La déclaration d’applicabilité.

soa-title = Déclaration d’applicabilité { DE($organization) } pour { $editions }
soa-scope = Domaine d’application : { $scope }.
soa-counts = { $controls ->
        [one] { $controls } mesure
       *[other] { $controls } mesures
    } { DE($edition) } : { $apply ->
        [one] { $apply } est applicable
       *[other] { $apply } sont applicables
    }, { $excluded ->
        [one] { $excluded } ne l’est pas
       *[other] { $excluded } ne le sont pas
    }, { $undecided ->
        [one] { $undecided } n’est pas décidée
       *[other] { $undecided } ne sont pas décidées
    }.
soa-states = Parmi celles qui sont applicables, { $implemented ->
        [one] { $implemented } est mise
       *[other] { $implemented } sont mises
    } en œuvre, { $partial } en partie, { $planned } { $planned ->
        [one] planifiée
       *[other] planifiées
    } et { $missing } non { $missing ->
        [one] mise
       *[other] mises
    } en œuvre.
soa-derived = { $count ->
        [one] { $count } mesure compte comme applicable sans décision, car d’autres déclarations en couvrent une partie.
       *[other] { $count } mesures comptent comme applicables sans décision, car d’autres déclarations couvrent une partie de chacune.
    }
soa-lacks = { $justification ->
        [one] { $justification } décision est
       *[other] { $justification } décisions sont
    } sans justification, et { $evidence ->
        [one] { $evidence } mesure mise en œuvre est
       *[other] { $evidence } mesures mises en œuvre sont
    } sans preuve.

soa-domains = Domaines
soa-domains-of = Domaines { DE($edition) }
soa-controls = Mesures
soa-controls-of = Mesures { DE($edition) }

soa-heading-domain = Domaine
soa-heading-domain-title = Titre du domaine
soa-heading-all = Toutes
soa-heading-apply = Appl.
soa-heading-not = Non
soa-heading-open = Ouv.
soa-heading-implemented = Réal.
soa-heading-partial = Part.
soa-heading-planned = Plan.
soa-heading-missing = Non réal.
soa-heading-derived = Déd.
soa-heading-control = Mesure
soa-heading-applies = Applicable
soa-heading-state = État
soa-heading-stated-by = Déclaré par
soa-heading-asks = Demande
soa-heading-supports = Soutient aussi

soa-applies-yes = oui
soa-applies-no = non
soa-applies-undecided = non décidée
soa-inferred = déduit : { $level }

soa-detail-asks = Demande : { $text }
soa-detail-owner = Responsable : { $owner }
soa-detail-due = Échéance : { $day }
soa-detail-maturity = Maturité : { $level }
soa-detail-maturity-target = Maturité : { $level } (cible { $target })
soa-detail-note = Note : { $note }
soa-detail-chain = Fondé sur : { $chain }
soa-detail-left = Ce qui reste à faire : { $text }
soa-detail-related = Soutient aussi : { $clauses }
