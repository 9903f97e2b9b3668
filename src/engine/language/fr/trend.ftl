# Plusieurs dates.

trend-title = Évolution de la couverture { DE($editions) } : { $organizations }
trend-organizations = Les évaluations concernent { $organizations }.
trend-figure = { $share } de { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    } le { $day }
trend-no-figure = aucune exigence applicable le { $day }
trend-guaranteed = Couverture garantie { DE($edition) } : { $figure }.
trend-guaranteed-then = Couverture garantie { DE($edition) } : { $first } ; { $last }.
trend-open = Déclarations ouvertes : { $open } le { $day }, { $overdue ->
        [0] aucune en retard
       *[other] dont { $overdue } en retard
    }.
trend-open-then = Déclarations ouvertes : { $before } le { $first } ; { $open } le { $day }, { $overdue ->
        [0] aucune en retard
       *[other] dont { $overdue } en retard
    }.
trend-open-means = Une déclaration ouverte dit qu’un article est partiellement mis en œuvre, planifié ou non mis en œuvre. Les exigences sans déclaration, qu’un plan d’action énumère aussi, ne sont pas comptées ici.
trend-left-out = { $count ->
        [one] { $count } version de l’évaluation n’a pas pu être lue et est laissée
       *[other] { $count } versions de l’évaluation n’ont pas pu être lues et sont laissées
    } de côté : { $days }.
trend-several-of = { $count } du { $day }
trend-same-date-history = Plusieurs évaluations portent la même date ({ $days }) ; elles sont présentées dans l’ordre de l’historique.
trend-same-date-named = Plusieurs évaluations portent la même date ({ $days }) ; elles sont présentées dans l’ordre où elles ont été données.
trend-same-standards = Toutes les dates sont évaluées avec les mêmes normes et tables de correspondance ; seules les déclarations diffèrent.

trend-coverage = Évolution de la couverture
trend-coverage-of = Évolution de la couverture { DE($edition) }
trend-open-items = Évolution des déclarations ouvertes
trend-burn-down = Déclarations ouvertes et leurs échéances
trend-due = Déclarations ouvertes par échéance, au { $day }
trend-assessments = Évaluations

trend-line-open = ouvertes
trend-line-overdue = en retard
trend-line-planned = ouvertes selon les échéances du { $day }
trend-overdue = en retard

trend-heading-clauses = Articles
trend-heading-date = Date
trend-heading-items = Déclarations
trend-heading-later = À échoir
trend-heading-open = Ouvertes
trend-heading-overdue = En retard
trend-heading-planned = Ouvertes selon le plan
trend-heading-so-far = Cumul
trend-heading-undated = Sans échéance
