# Les mots des images et des graphiques : axes, légendes, et ce que montre une image pour qui ne la voit pas.

## Tasks in time

picture-schedule = Tâches : { $tasks } ; jours ouvrés : { $days } ; échéances : { $deadlines }.
picture-due-dates = Échéances
picture-day = jour { $day }
picture-days = { $effort } j
picture-not-estimated = non estimée
picture-no-open-task = aucune tâche ouverte
picture-done = terminée
picture-under-way = en cours
picture-critical = sur le chemin critique
picture-late = en retard
picture-legend-critical = sur le chemin critique : tout retard repousse la fin
picture-legend-other = hors du chemin critique
picture-legend-unknown = non estimée, ou étape sans tâche ouverte
picture-before = avant le début
picture-days-from-start = Jours ouvrés depuis le début. En rouge : sur le chemin critique, tout retard repousse la fin.
picture-task = { $task } : à partir du jour { $day }, jours-personnes : { $effort }
picture-task-unknown = { $task } : à partir du jour { $day }, charge inconnue

## Clauses and relations

picture-graph = { $clauses ->
        [one] { $clauses } article
       *[other] { $clauses } articles
    } { DE($editions) } et les relations entre eux.
picture-shown = { $count ->
        [one] { $count } affiché
       *[other] { $count } affichés
    }
picture-relation = relation { $strength }
picture-touch-point = { $strength } (point de contact)
picture-not-in-place = depuis ce qui n’est pas en place
picture-jointly = plusieurs articles ensemble
picture-lines = { $title } (trait plein : couvre complètement, pointillé : en partie)

## Figures along axes

picture-radar = { $spokes } sur une échelle de 0 à { $end } : { $rings }.
picture-period = { $lines }, du { $first } au { $last }.
