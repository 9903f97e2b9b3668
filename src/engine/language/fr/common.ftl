# Mots que plusieurs documents partagent.

list = { $before } et { $last }
list-more = { $shown } et { $count } de plus
in-numbers = { $title }, en chiffres
half = pour moitié
draft = projet
summary = Synthèse
day = { $day }/{ $month }/{ $year }

## Levels

level-full = complet
level-partial = partiel
level-presumed = présumé
level-none = aucun

## Outcomes

outcome-covered = couverte
outcome-partly-covered = partiellement couverte
outcome-to-verify = à vérifier
outcome-open = ouverte
outcome-unknown = inconnue
outcome-new = nouvelle

## Actions

action-none = aucune
action-extend = compléter
action-verify = vérifier
action-implement = mettre en œuvre
action-assess = évaluer
action-build = créer

action-means-none = rien à faire : l’existant couvre l’exigence
action-means-extend = partiellement en place : compléter ce qui manque
action-means-verify = peut-être partiellement en place : vérifier
action-means-implement = non mise en œuvre, ou soutenue par un article qui ne l’est pas (ou seulement en partie)
action-means-assess = dépend d’un article qui n’est pas encore évalué
action-means-build = rien de l’existant ne soutient l’exigence : la mettre en œuvre en totalité
action-means-build-within = rien de l’existant ne soutient l’exigence en { $hops ->
        [one] { $hops } étape
       *[other] { $hops } étapes
    } : la mettre en œuvre en totalité

## Statuses

status-implemented = mise en œuvre
status-partial = partiellement mise en œuvre
status-planned = planifiée
status-not-implemented = non mise en œuvre
status-not-applicable = non applicable
# Where a heading above a clause has the status.
status-by = { $status } (par { L($clause) })
not-assessed = non évaluée

## States of steps

step-done = terminée
step-under-way = en cours
step-open = ouverte

## Relations between clauses

strength-full = complète
strength-partial = partielle
strength-related = connexe
strength-none = aucune

confidence-high = élevée
confidence-medium = moyenne
confidence-low = faible

provenance-stated = indiquée par la norme
provenance-published = publiée
provenance-recalled = de mémoire
provenance-community = de la communauté
provenance-derived = déduite
provenance-reconstruction = reconstitution propre

## Headings of columns

heading-action = Action
heading-apply = Applicables
heading-as-written = Tel qu’écrit
heading-because = Fondé sur
heading-chapter = Chapitre
heading-chain = Par la chaîne
heading-clause = Article
heading-confidence = Fiabilité
heading-coverage = Couverture
heading-draft = Projet
heading-due = Échéance
heading-edition = Édition
heading-effort = Jours-personnes
heading-evidence = Preuves
heading-full = Complet
heading-group = Groupe
heading-guaranteed = Garantie
heading-in-place = En place
heading-justification = Justification
heading-left = Ce qui reste à faire
heading-level = Niveau
heading-maturity = Maturité
heading-maturity-target = Maturité visée
heading-in-full = { $heading } en entier
heading-meaning = Signification
heading-none = Aucun
heading-note = Remarque
heading-number = N
heading-owner = Responsable
heading-part = Part.
heading-partial = Partiel
heading-presumed = Présumé
heading-presumed-short = Prés.
heading-provenance = Origine
heading-requirement = Exigence
heading-requirements = Exigences
heading-risks = Risques
heading-rows = Lignes
heading-standard = Norme
heading-target = Norme visée
heading-status = Statut
heading-tables = Tables utilisées
heading-task = À faire
heading-title = Titre
heading-up-to = Jusqu’à
heading-version = Version

## Coverage

coverage-title = Couverture { DE($editions) } par { $organization }
coverage-of = Couverture { DE($edition) } : { $figures }.
coverage-of-numbered = Couverture des éditions numérotées
coverage-by = Par { $by }
coverage-by-chapter = { $edition } par chapitre
coverage-themes = { $edition } { $clause } { $title }, par thème
coverage-share-of = { $share } de { $count }
coverage-none-apply = aucune applicable
figures = garantie { $lower } ; { $coverage } en comptant { $weight } ce qui est partiel ; jusqu’à { $upper } si tout ce qui est présumé se confirme ({ $requirements ->
        [one] { $requirements } exigence
       *[other] { $requirements } exigences
    })
figures-of-saving = garanti { $lower } ; { $coverage } en comptant { $weight } chaque extension ; jusqu’à { $upper } si tout ce qui est présumé se confirme ({ $requirements ->
        [one] { $requirements } exigence
       *[other] { $requirements } exigences
    })
figures-none = aucune exigence applicable
how-counted = La couverture compte pour 1 une exigence complètement satisfaite et { $weight } une exigence partiellement satisfaite. « Garantie » ne compte que les premières ; « jusqu’à » compte les exigences partielles et présumées comme si elles étaient complètes.
several-values = Une exigence qui a plusieurs valeurs de { $property } compte dans le groupe de chacune, et une seule fois dans le total.
only-counted = N’est compté que ce qui a { $conditions } : { $count } sur { $total ->
        [one] { $total } exigence
       *[other] { $total } exigences
    } { DE($edition) }.
out-of-scope = Pour { $edition }, { $count ->
        [one] { $count } exigence n’est pas applicable et n’est pas comptée
       *[other] { $count } exigences ne sont pas applicables et ne sont pas comptées
    }.
by-chapter = chapitre
by-domain = domaine
group-total = total
group-unspecified = non précisé

## What figures rest on

basis-version = version { $version }
basis-confidence = fiabilité { $confidence }
base-none = Base : aucune déclaration sur une autre norme.
base-one = Base : vos déclarations sur { L($edition) }. Les numéros d’articles sans norme s’y rapportent.
base-several = Base : vos déclarations sur { $editions }.
unmapped = Aucune table de correspondance ne mène { DE($base) } à { L($edition) } en { $hops ->
        [one] { $hops } étape
       *[other] { $hops } étapes
    } : ces chiffres disent que rien n’est mis en correspondance, non que rien n’est en place.
care = À lire avec prudence : ceci repose sur { $tables ->
        [one] { $tables } table
       *[other] { $tables } tables
    } de correspondance{ $tables ->
        [one] ,
       *[other]  ;
    } { $doubts } (voir Base).
doubts = { $doubts } : faites-{ $count ->
        [one] la
       *[other] les
    } examiner avant d’en tirer des décisions
doubts-own = { $tables ->
        [one] qui est une reconstitution propre
       *[other] { $others ->
            [0] toutes sont des reconstitutions propres
           *[other] { $count ->
                [one] { $count } est une reconstitution propre
               *[other] { $count } sont des reconstitutions propres
            }
        }
    }
doubts-other = { $tables ->
        [one] qui est de faible fiabilité, un projet ou antérieure à la modification d’un article
       *[other] { $others ->
            [0] toutes sont de faible fiabilité, des projets ou antérieures à la modification d’un article
           *[other] { $count ->
                [one] { $count } est de faible fiabilité, un projet ou antérieure à la modification d’un article
               *[other] { $count } sont de faible fiabilité, des projets ou antérieures à la modification d’un article
            }
        }
    }
suspect-statements = À lire avec prudence : { $count ->
        [one] { $count } déclaration a été revue
       *[other] { $count } déclarations ont été revues
    } pour la dernière fois avant que la norme n’y soit modifiée.
superseded = { $edition } a été remplacée par { L($later) }.
superseded-until = { $edition } a été remplacée par { L($later) } ; les certificats expirent le { $day }.
certificates-end = { $edition } : les certificats expirent le { $day }.

## Where statements differ

finding-contradicted = { $clause } est { $status }, mais { $count ->
        [one] la déclaration sur { $others } prouve
       *[other] les déclarations sur { $others } prouvent
    } qu’il est complètement en place
finding-implied = { $clause } est { $status } ; d’après d’autres déclarations, son niveau est « { $level } »
finding-amended = { $clause } a été évalué avant que { $amendment } ({ $day }) ne complète { $clauses }

## Why a requirement is where it is

contributors = Articles qui contribuent
requirements-of = Exigences { DE($edition) }
work-for = À faire pour { L($edition) }
because-own = déclaration propre
because-yours = votre { $clause }
because-indirect = indirectement, depuis { $starts } ({ $hops ->
        [one] { $hops } étape
       *[other] { $hops } étapes
    })
because-also = { $best } ; aussi { $others }

## What is left to do of a requirement

left-of-summary = Faire ce qui manque encore de ceci : { $text }
left-part = Une partie est couverte par { $covering } ; vérifier ce que { L($clause) } demande en plus.
left-items = { $clause } (points { $items })
left-with = { $count ->
        [one] avec { $clauses } en place
       *[other] avec { $clauses } en place
    } : { $text }
left-also = { $clauses } { $count ->
        [one] en couvre aussi
       *[other] en couvrent aussi
    } une partie

task-none = Rien à faire.
task-complete = Compléter { $clauses }.
task-assess = Évaluer { $clauses }.
task-verify = Vérifier ce qui est déjà en place ; une partie peut découler { DE($clauses) }.
task-extend = Compléter ce qui n’est que partiellement en place.
task-extend-summary = Compléter ce qui n’est que partiellement en place : { $text }
task-implement = Mettre en œuvre.
task-implement-summary = Mettre en œuvre : { $text }
task-implement-first = Mettre en œuvre { $clauses }.
task-build = Mettre en œuvre en totalité.
task-build-summary = Mettre en œuvre en totalité : { $text }

## Maturity

maturity-by = Maturité { DE($edition) } par { $by }
maturity-rated = { $average } en moyenne sur une échelle de 0 à { $end } ({ $rated } sur { $all } évaluées)
maturity-none = Maturité { DE($edition) } : aucune exigence n’est évaluée.
maturity-of = Maturité { DE($edition) } : { $rated }.
maturity-of-with-gap = Maturité { DE($edition) } : { $rated } ; écart moyen à la cible { $gap } ({ $compared } comparées, { $below } sous la cible).
maturity-level = Niveau de maturité atteint pour { L($edition) } : { $level } ; ce niveau et tous ceux au-dessous sont complètement satisfaits.
maturity-level-none = Niveau de maturité atteint pour { L($edition) } : le niveau initial ; aucun niveau au-dessus n’est complètement satisfait.
maturity-now = maturité
maturity-target = cible
maturity-heading-rated = Évaluées
maturity-heading-aimed = Avec cible
maturity-heading-target = Cible
maturity-heading-both = Les deux
maturity-heading-gap = Écart
maturity-heading-below = En dessous
