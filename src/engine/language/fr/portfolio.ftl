# De nombreuses évaluations.

portfolio-title = Portefeuille de { $count ->
        [one] 1 évaluation
       *[other] { $count } évaluations
    }
portfolio-empty = Il n’y a aucune évaluation.
portfolio-unanswered = { $count ->
        [one] 1 évaluation n’a pas pu être exploitée et n’est pas comptée
       *[other] { $count } évaluations n’ont pas pu être exploitées et ne sont pas comptées
    } ; les constats indiquent pourquoi.
portfolio-rows = Les tableaux à une ligne par évaluation en montrent { $count } ; tous les chiffres portent sur l’ensemble.
portfolio-warnings = { $count ->
        [one] 1 évaluation comporte
       *[other] { $count } évaluations comportent
    } des avertissements.
portfolio-not-summarized = Aucun regroupement par { $keys } : il y a plus de { $most } valeurs différentes.
portfolio-key-site = établissement
portfolio-key-unit = unité
portfolio-key-tag = étiquette
portfolio-together = { $edition } dans { $count ->
        [one] 1 évaluation
       *[other] { $count } évaluations
    } prises ensemble : { $figures }.
portfolio-range = Couverture comptée { DE($edition) } : minimum { $low }, médiane { $median }, maximum { $high }.
portfolio-how-counted = La couverture comptée compte pour 1 une exigence complètement satisfaite et { $weight } une exigence partiellement satisfaite ; « Garantie » ne compte que les exigences complètement satisfaites ; « Jusqu’à » compte les exigences partiellement satisfaites et présumées comme si elles l’étaient complètement.

portfolio-chapters-together = { $edition } par chapitre, toutes les évaluations ensemble
portfolio-chapters = Chapitres { DE($edition) }, les moins couverts d’abord
portfolio-chapter = { $chapter } (N { $count })
portfolio-requirements = Exigences { DE($edition) } selon le nombre d’évaluations qui les satisfont
portfolio-common-gaps = Écarts communs pour { $edition } qu’une seule mesure centrale comblerait
portfolio-common-gaps-first = Écarts communs pour { $edition } qu’une seule mesure centrale comblerait (les { $shown } premiers sur { $count })
portfolio-by-site = { $edition } par établissement
portfolio-by-unit = { $edition } par unité
portfolio-by-tag = { $edition } par étiquette
portfolio-ranking = Classement pour { $edition }
portfolio-ranking-first = Classement pour { $edition } : les { $shown } premiers sur { $count }
portfolio-ranking-last = Classement pour { $edition } : les { $shown } derniers sur { $count }
portfolio-outliers = Valeurs aberrantes pour { $edition }
portfolio-outliers-farthest = Valeurs aberrantes pour { $edition } (les { $shown } plus éloignées sur { $count })
portfolio-outliers-rule = Pour { $edition }, { $count ->
        [one] 1 évaluation sur { $total } est aberrante
       *[other] { $count } évaluations sur { $total } sont aberrantes
    } : sa couverture comptée s’écarte du quartile le plus proche ({ $lower } ou { $upper }) de plus d’une fois et demie l’écart entre les quartiles (règle de Tukey ; non appliquée à moins de { $fewest } évaluations).
portfolio-heatmap = Couverture { DE($edition) } par évaluation et par chapitre
portfolio-maturity = { $average } sur { $count } notées

portfolio-heading-assessment = Évaluation
portfolio-heading-assessments = Évaluations
portfolio-heading-counted = Comptée
portfolio-heading-highest = Maximum
portfolio-heading-improved = Évaluations améliorées
portfolio-heading-lowest = Minimum
portfolio-heading-lowest-in = Plus bas dans
portfolio-heading-not-applicable = S. o.
portfolio-heading-of = sur N
portfolio-heading-organization = Organisation
portfolio-heading-overdue = En retard
portfolio-heading-rank = Rang
portfolio-heading-site = Établissement
portfolio-heading-tag = Étiquette
portfolio-heading-unit = Unité
