# Le plan d’action.

plan-title = Plan d’action { DE($organization) } pour { $editions }
plan-of = Plan d’action { DE($organization) }

## What is open

plan-nothing-open = Rien n’est ouvert pour { $targets }.
plan-open = Pour { $targets } : { $count ->
        [one] { $count } point ouvert
       *[other] { $count } points ouverts
    }, dont { $kinds }.
plan-open-with-base = Pour { $targets } : { $count ->
        [one] { $count } point ouvert
       *[other] { $count } points ouverts
    }, dont { $kinds } ; { $base ->
        [one] { $base } d’entre eux est un prérequis issu
       *[other] { $base } d’entre eux sont des prérequis issus
    } { $standards ->
        [one] de la norme de base
       *[other] des normes de base
    }.
plan-to-extend = { $count } à compléter
plan-to-verify = { $count } à vérifier
plan-to-implement = { $count } à mettre en œuvre
plan-to-assess = { $count } à évaluer
plan-to-build = { $count } à créer

## Steps

plan-quoted = « { $title } »
plan-method = Les étapes suivent la méthode { $method }.
plan-method-joint = Les étapes suivent la méthode { $method } ; elles forment un seul projet pour { $count } normes visées.
plan-no-method = Aucune méthode de mise en œuvre n’est définie pour { $targets ->
        [one] cette norme
       *[other] ces normes
    } ; les tâches sont donc regroupées par type de travail.
plan-no-method-alone = Aucune méthode de mise en œuvre n’est définie pour { $targets ->
        [one] cette norme seule
       *[other] ces normes seules
    } ; les tâches sont donc regroupées par type de travail. { $count ->
        [one] La méthode { $methods }, prévue pour plusieurs normes, comporte
       *[other] Les méthodes { $methods }, prévues pour plusieurs normes, comportent
    } aussi des étapes pour { $targets ->
        [one] celle-ci
       *[other] celles-ci
    }.
plan-steps-none = Sur { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
    }, aucune n’est terminée ni en cours.
plan-steps-started = Sur { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
    }, aucune n’est terminée et { $started ->
        [one] { $started } est
       *[other] { $started } sont
    } en cours.
plan-steps-done = Sur { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
    }, { $done ->
        [one] { $done } est terminée
       *[other] { $done } sont terminées
    }.
plan-steps-done-started = Sur { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
    }, { $done ->
        [one] { $done } est terminée
       *[other] { $done } sont terminées
    } et { $started ->
        [one] { $started } est
       *[other] { $started } sont
    } en cours.
plan-done-but-open = { $count ->
        [one] Étape déclarée terminée
       *[other] Étapes déclarées terminées
    } alors que des exigences sont ouvertes : { $steps }.
plan-outside-method = Ne relève d’aucune étape de la méthode
plan-kind-assess = Évaluer et vérifier
plan-kind-base = Compléter les normes de base
plan-kind-extend = Compléter ce qui est en place
plan-kind-implement = Mettre en œuvre ce qui manque

plan-state-done = terminée
plan-state-under-way = en cours
plan-state-open = ouverte
plan-state-since = { $state } depuis le { $day }
plan-state-but = { $state }, mais { $count ->
        [one] { $count } exigence de cette étape est ouverte
       *[other] { $count } exigences de cette étape sont ouvertes
    }

## Effort and time

plan-effort = Charge de travail : { $effort ->
        [one] { $effort } jour-personne
       *[other] { $effort } jours-personnes
    }{ $unknown ->
        [0] {""}
        [one]  ; { $unknown } tâche n’est pas estimée
       *[other]  ; { $unknown } tâches ne sont pas estimées
    }.
plan-effort-none = Aucune charge de travail n’est estimée.
plan-together = Toutes les normes visées ensemble : { $tasks ->
        [one] { $tasks } tâche
       *[other] { $tasks } tâches
    }, { $effort ->
        [one] { $effort } jour-personne
       *[other] { $effort } jours-personnes
    }{ $unknown ->
        [0] {""}
        [one]  ; { $unknown } tâche n’est pas estimée
       *[other]  ; { $unknown } tâches ne sont pas estimées
    }. Une tâche utile à plusieurs normes visées compte une fois, pour la première d’entre elles ; le tableau par norme visée la compte pour chacune.
plan-after-rule = « Garantie après » suppose achevées les tâches à compléter, à mettre en œuvre et à créer. Les tâches de vérification et d’évaluation montrent ce qui est en place et n’apportent rien par elles-mêmes ; la valeur peut donc rester inférieure à 100 %.
plan-estimated = { $count ->
        [one] { $count } tâche n’a pas d’estimation propre et est comptée pour
       *[other] { $count } tâches n’ont pas d’estimation propre et sont comptées chacune pour
    } { $effort ->
        [one] { $effort } jour-personne
       *[other] { $effort } jours-personnes
    }.
plan-span-dates = Début le { $start }, fin le { $finish } : { $length ->
        [one] { $length } jour ouvré
       *[other] { $length } jours ouvrés
    }{ $unknown ->
        [0] {""}
        [one] , sans compter { $unknown } tâche non estimée
       *[other] , sans compter { $unknown } tâches non estimées
    }.
plan-span-days = Début au jour 1, fin au jour { $finish } : { $length ->
        [one] { $length } jour ouvré
       *[other] { $length } jours ouvrés
    }{ $unknown ->
        [0] {""}
        [one] , sans compter { $unknown } tâche non estimée
       *[other] , sans compter { $unknown } tâches non estimées
    }.
plan-critical = { $count ->
        [one] { $count } tâche est
       *[other] { $count } tâches sont
    } sur le chemin critique.
plan-late-tasks = { $count ->
        [one] { $count } tâche se termine après son échéance
       *[other] { $count } tâches se terminent après leur échéance
    } : { $tasks }.
plan-schedule-rule = Les tâches ont été planifiées l’une après l’autre, en commençant chaque fois par celle qui est suivie du plus long enchaînement de travaux ; un calendrier plus court est peut-être possible.
plan-no-capacity = Aucune capacité n’est indiquée : chaque tâche est réalisée à raison de cinq jours par semaine, et un nombre quelconque de tâches peuvent avancer en parallèle.
plan-no-capacity-for = Aucune capacité n’est indiquée pour { $owners } : chacune de ces tâches est réalisée à raison de cinq jours par semaine, et un nombre quelconque d’entre elles peuvent avancer en parallèle.
plan-unowned = les tâches sans responsable
plan-unused-capacity = Une capacité est indiquée pour { $owners }, mais { $count ->
        [one] ce nom n’a
       *[other] ces noms n’ont
    } aucune tâche dont la charge soit estimée.
plan-not-kept = Impossible, car l’ordre des étapes ou d’autres tâches exige le contraire : { $pairs }.
plan-before = { $earlier } avant { $later }
plan-timetable = Calendrier
plan-day = jour { $day }
plan-not-estimated = non estimée
plan-critical-word = critique
plan-late = { $day } (en retard)

## Since an earlier plan

plan-since = Depuis le plan de référence : { $changes }.
plan-since-nothing = Depuis le plan de référence : rien n’était ouvert alors, et rien ne l’est aujourd’hui.
plan-changed-done = { $count ->
        [one] { $count } terminée
       *[other] { $count } terminées
    }
plan-changed-slipped = { $count ->
        [one] { $count } repoussée à plus tard
       *[other] { $count } repoussées à plus tard
    }
plan-changed-undated = { $count ->
        [one] { $count } désormais sans échéance
       *[other] { $count } désormais sans échéance
    }
plan-changed-new = { $count ->
        [one] { $count } nouvelle
       *[other] { $count } nouvelles
    }
plan-changed-open = { $count ->
        [one] { $count } toujours ouverte
       *[other] { $count } toujours ouvertes
    }
plan-changed-dropped = { $count ->
        [one] { $count } retirée du plan
       *[other] { $count } retirées du plan
    }
plan-change-done = terminée
plan-change-slipped = repoussée
plan-change-undated = sans échéance
plan-change-new = nouvelle
plan-change-open = ouverte
plan-change-dropped = retirée
plan-left = Charge restante : { $now } ; dans le plan de référence : { $before }{ $unknown ->
        [0] {""}
        [one]  ; { $unknown } tâche ouverte n’est pas estimée
       *[other]  ; { $unknown } tâches ouvertes ne sont pas estimées
    }.
plan-days = { $days ->
        [one] { $days } jour-personne
       *[other] { $days } jours-personnes
    }
plan-not-shared-out = Une charge indiquée pour un titre vaut pour toutes les exigences qu’il contient, prises ensemble. Elle n’est pas répartie entre les tâches et ne figure pas dans le plan : { $headings }.
plan-heading-effort = { $clause } ({ $effort })
plan-progress = Avancement depuis le plan de référence

## With a budget

plan-budget = Avec { $days ->
        [one] { $days } jour-personne
       *[other] { $days } jours-personnes
    } : { $count ->
        [one] { $count } tâche
       *[other] { $count } tâches
    } ({ $used ->
        [one] { $used } jour-personne
       *[other] { $used } jours-personnes
    }), { $count ->
        [one] choisie
       *[other] choisies
    } selon l’augmentation de la couverture de l’ensemble des normes visées ; chaque norme a le même poids.
plan-budget-target = { $edition } ({ $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    }) : garantie { $lower } avant et { $lower_after } après ces tâches ; couverture { $coverage } avant et { $coverage_after } après.
plan-budget-best = Aucun autre choix de tâches dans ce budget n’augmente davantage la couverture.
plan-budget-greedy = Les tâches ont été choisies l’une après l’autre selon l’augmentation de la couverture par jour. Aucun choix dans ce budget ne peut l’augmenter de plus de { $most } points de pourcentage sur l’ensemble des normes visées ; celui-ci l’augmente de { $gain }, soit au moins { $share } du meilleur résultat possible.
plan-budget-rule = Une tâche est choisie avec toutes celles dont elle dépend ; les tâches de vérification et d’évaluation n’apportent rien par elles-mêmes. L’ordre des étapes n’est pas pris en compte ici.
plan-budget-left-out = Laissées de côté : { $count ->
        [one] { $count } tâche qui n’est pas estimée ou qui dépend
       *[other] { $count } tâches qui ne sont pas estimées ou qui dépendent
    } d’une tâche non estimée.
plan-budget-title = À faire avec { $days ->
        [one] { $days } jour-personne
       *[other] { $days } jours-personnes
    }
plan-no-figure = sans valeur

## What to do

plan-do-keep = Conserver : { $what }
plan-do-extend = Compléter : { $what }
plan-do-verify = Vérifier : { $what }
plan-do-implement = Mettre en œuvre : { $what }
plan-do-assess = Évaluer : { $what }
plan-do-build = Créer : { $what }
plan-task-check = Vérifier si cela est en place.
plan-task-check-summary = Vérifier si cela est en place : { $text }
plan-note = Note : { $note }
plan-other-owners = Autres responsables : { $owners }.
plan-completes = Complète { $clauses }.
plan-improves = Améliore { $clauses }.
plan-needed-for = Nécessaire à { L($clauses) }.
plan-depends-on = Dépend { DE($clauses) }.

## Tables

plan-targets = Le plan par norme visée
plan-steps = Étapes vers { $targets }
plan-wins = Gains rapides pour { L($edition) } (cumulés ; { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    })
plan-items = Points ouverts

plan-heading-after = Après
plan-heading-begins = Commence (jour ouvré)
plan-heading-change = Évolution
plan-heading-completed = Satisfaites
plan-heading-coverage-after = Couverture après
plan-heading-critical = Chemin critique
plan-heading-days = Jours
plan-heading-days-before = Jours auparavant
plan-heading-description = Description
plan-heading-due-before = Échéance précédente
plan-heading-ends = Se termine (jour ouvré)
plan-heading-finish = Fin
plan-heading-guaranteed-after = Garantie après
plan-heading-implement = À mettre en œuvre
plan-heading-improved = Améliorées
plan-heading-includes = Comprend
plan-heading-labels = Étiquettes
plan-heading-late = En retard
plan-heading-not-estimated = Non estimées
plan-heading-open = Ouverts
plan-heading-requirements-completed = Exigences satisfaites
plan-heading-shared = Tâches communes
plan-heading-shared-days = Jours communs
plan-heading-slack = Marge
plan-heading-start = Début
plan-heading-state = État
plan-heading-step = Étape
plan-heading-step-id = N° d’étape
plan-heading-target = Norme visée
plan-heading-targets = Normes visées
plan-heading-task = Tâche
plan-heading-tasks = Tâches
plan-heading-total = Cumul
plan-heading-wave = Vague

## A step and a task in full

plan-entry-phase = Phase
plan-entry-mandatory = Obligatoire
plan-entry-when = Quand
plan-entry-deliverables = Livrables
plan-entry-done-when = Terminée lorsque
plan-entry-completes = Complète
plan-entry-improves = Améliore
plan-entry-needed-for = Nécessaire à
plan-entry-depends-on = Dépend de
plan-mandatory-no = non
plan-mandatory-unsaid = non précisé
plan-when-after = après { $steps }
plan-when-beside = en parallèle de { $steps }
plan-when-both = après { $after }, en parallèle de { $beside }
plan-nothing-here = Rien n’est ouvert ici.

## In time

plan-section = { $of } : { $part }
plan-section-state = { $section } ({ $state })
plan-deadline = { $clause } : { $task }
