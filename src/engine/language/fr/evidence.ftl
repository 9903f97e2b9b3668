# Le registre des preuves.

evidence-title = Registre des preuves { DE($organization) }
evidence-register = Registre des preuves
evidence-without = Mises en œuvre sans preuve

evidence-counts = { $pieces ->
        [one] { $pieces } preuve
       *[other] { $pieces } preuves
    } pour { $clauses ->
        [one] { $clauses } article
       *[other] { $clauses } articles
    }{ $idle ->
        [0] {""}
        [one]  ; { $idle } preuve n’est citée dans aucune déclaration
       *[other]  ; { $idle } preuves ne sont citées dans aucune déclaration
    }.
evidence-files = Fichiers : { $found ->
        [one] { $found } trouvé
       *[other] { $found } trouvés
    }, { $missing ->
        [one] { $missing } manquant
       *[other] { $missing } manquants
    }{ $misplaced ->
        [0] {""}
        [one] , { $misplaced } inutilisable comme fichier de l’évaluation
       *[other] , { $misplaced } inutilisables comme fichiers de l’évaluation
    }, { $addresses ->
        [one] { $addresses } adresse web (non ouverte)
       *[other] { $addresses } adresses web (non ouvertes)
    }.
evidence-not-looked-for = { $count ->
        [one] { $count } fichier n’a pas été recherché
       *[other] { $count } fichiers n’ont pas été recherchés
    }.
evidence-unlimited = Aucune preuve n’a de date d’expiration.
evidence-as-of = Au { $day }, { $expired ->
        [0] aucune
       *[other] { $expired }
    } sur { $count ->
        [one] { $count } preuve
       *[other] { $count } preuves
    } à date d’expiration { $expired ->
        [0] n’a expiré
        [one] a expiré
       *[other] ont expiré
    }.
evidence-no-day = { $count ->
        [one] { $count } preuve a
       *[other] { $count } preuves ont
    } une date d’expiration, mais l’évaluation n’a pas de date à laquelle la comparer.

evidence-found = trouvé
evidence-missing = manquant
evidence-folder = un dossier
evidence-special = pas un fichier
evidence-outside = à l’extérieur
evidence-address = adresse web
evidence-unknown = non recherché
evidence-valid = valable
evidence-expired = expirée

evidence-heading-date = Date
evidence-heading-file = Fichier
evidence-heading-supports = Soutient
evidence-heading-valid-until = Valable jusqu’au
evidence-heading-validity = Validité
