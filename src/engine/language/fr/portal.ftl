# Les pages du portail.

portal-overview = Vue d’ensemble
portal-processes = Processus
portal-documents = Documents
portal-objectives = Objectifs
portal-work = Travaux
portal-standards = Normes

portal-system = Le système de management { DE($organization) }.
portal-no-process = Aucun processus n’est encore enregistré. Dès qu’il y en aura un, son responsable, sa description, ses éléments d’entrée, ses éléments de sortie et ses articles figureront ici.
portal-processes-complete = { $done } processus sur { $all } { $done ->
        [one] est complet
       *[other] sont complets
    } : la description, les éléments d’entrée et les éléments de sortie sont documentés.
portal-objective-count = L’organisme a { $count ->
        [one] { $count } objectif
       *[other] { $count } objectifs
    }.
portal-count-of = { $done } sur { $all }
portal-complete-of = { $done ->
        [one] { $done } complet sur { $all }
       *[other] { $done } complets sur { $all }
    }
portal-state-complete = complet
portal-state-incomplete = pas encore complet
portal-complete-processes = Processus complets
portal-pages = Pages des processus
portal-missing = Ce qui manque
portal-description = description
portal-inputs = éléments d’entrée
portal-outputs = éléments de sortie
portal-nobody = non désigné
portal-none-named = aucun
portal-by-level = Exigences par niveau
portal-open-by-kind = Points ouverts par type de travail
portal-next-deadlines = Les { $shown } prochaines échéances sur { $count }
portal-deadlines = Échéances

## Processes

portal-per-standard = Les dernières colonnes indiquent combien d’exigences de chaque norme un processus soutient : celles qui lui sont attribuées et celles qui leur sont directement liées.
portal-process-complete = Le processus est complet : sa description, ses éléments d’entrée et ses éléments de sortie sont documentés.
portal-process-incomplete = Le processus n’est pas encore complet. Il manque : { $missing }.
portal-process-no-clause = Aucun article n’est encore attribué à ce processus.
portal-process-nothing-open = Rien n’est ouvert pour ses articles.
portal-process-open = { $count ->
        [one] { $count } point ouvert
       *[other] { $count } points ouverts
    } pour ses articles.
portal-clauses = Articles
portal-current-work = Travaux en cours
portal-process-items = Points ouverts pour ses articles
portal-profile = Fiche du processus
portal-is-missing = manquant
portal-assigned = attribué
portal-assigned-with = attribué avec { $clause }
portal-related-to = lié à { L($clauses) }
portal-inferred = déduit
portal-not-applicable = non applicable
portal-no-requirement = ne contient aucune exigence

## Documents, objectives, standards

portal-no-document = Aucun document n’est encore enregistré, ni comme description d’un processus ni comme preuve.
portal-document-count = { $count ->
        [one] { $count } document est indiqué
       *[other] { $count } documents sont indiqués
    } : { $describes ->
        [one] { $describes } décrit
       *[other] { $describes } décrivent
    } un processus, { $shows ->
        [one] { $shows } sert de preuve
       *[other] { $shows } servent de preuves
    } pour une déclaration. Les adresses web sont des liens ; pour les autres documents, l’endroit où l’organisme les conserve est indiqué.
portal-documents-and-evidence = Documents et preuves
portal-own-objectives = Objectifs de l’organisme
portal-no-objective = Aucun objectif n’est encore enregistré. Dès qu’il y en aura un, sa mesure, son responsable, son échéance, ses projets et ses processus figureront ici.
portal-objectives-reached = L’organisme a { $count ->
        [one] { $count } objectif
       *[other] { $count } objectifs
    } ; pour { $reached } d’entre eux, tous les processus sont complets.
portal-no-project = { $count ->
        [one] { $count } objectif n’a
       *[other] { $count } objectifs n’ont
    } aucun projet : il en faut au moins un pour atteindre un objectif.
portal-no-statement = L’évaluation ne contient encore aucune déclaration.
portal-statements-on = Déclarations sur { $editions }.
portal-statements = Déclarations par exigence
portal-no-target = Aucune norme visée n’est définie ; aucune couverture n’est donc présentée.
portal-files = Toutes les pages sont établies à partir des fichiers ci-dessous ; les mêmes fichiers donnent les mêmes pages.

## Work

portal-nothing-open = Rien n’est ouvert.
portal-open = { $count ->
        [one] { $count } point ouvert
       *[other] { $count } points ouverts
    }.
portal-open-beside = { $count ->
        [one] { $count } point ouvert
       *[other] { $count } points ouverts
    } ; { $beside ->
        [one] { $beside } n’est nécessaire
       *[other] { $beside } ne sont nécessaires
    } à aucune norme visée.
portal-overdue-count = { $count ->
        [one] { $count } échéance est dépassée
       *[other] { $count } échéances sont dépassées
    } à la date de l’évaluation, le { $day }.
portal-no-plan = Aucune norme visée n’est définie ; il n’y a donc pas de plan.
portal-by-owner = Par responsable
portal-unneeded = Ouvert, mais nécessaire à aucune norme visée
portal-plan = Plan d’action
portal-objective = objectif
portal-overdue = en retard

## Columns and names

portal-heading-after = Dépend de
portal-heading-belonging = Attribution
portal-heading-beside = Pour aucune norme visée
portal-heading-complete = Complets
portal-heading-day = Date
portal-heading-describes = Décrit
portal-heading-description = Description
portal-heading-document = Document
portal-heading-implemented = Mises en œuvre
portal-heading-incomplete = Pas encore complets
portal-heading-inputs = Éléments d’entrée
portal-heading-item = Objet
portal-heading-known = Données disponibles
portal-heading-measure = Mesure
portal-heading-missing = Manque
portal-heading-next = Prochaine échéance
portal-heading-not-applicable = Non applicables
portal-heading-not-assessed = Non évaluées
portal-heading-not-implemented = Non mises en œuvre
portal-heading-objective = Objectif
portal-heading-open = Points ouverts
portal-heading-outputs = Éléments de sortie
portal-heading-overdue = À la date de l’évaluation
portal-heading-partial = Partielles
portal-heading-planned = Planifiées
portal-heading-process = Processus
portal-heading-projects = Projets
portal-heading-shows = Preuve pour
portal-heading-state = État
portal-heading-targets = Pour les normes visées
