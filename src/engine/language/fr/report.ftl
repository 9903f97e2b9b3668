# Le rapport et sa première page.

report-title = { $organization } : analyse des écarts pour { $editions }
report-assessed-by = Évaluation par { $assessor }.
report-assessed-on = Évaluation du { $day }.
report-assessed-by-on = Évaluation par { $assessor }, le { $day }.

## Page one

report-summary = Synthèse
report-where-we-stand = Où nous en sommes
report-figures = Chiffres par norme
report-priorities = { $count ->
        [one] L’écart le plus important
        [2] Les deux écarts les plus importants
        [3] Les trois écarts les plus importants
        [4] Les quatre écarts les plus importants
        [5] Les cinq écarts les plus importants
       *[other] Les { $count } écarts les plus importants
    }
report-next = Prochaines étapes
report-heading-open = Encore ouvertes
report-heading-needed-by = Nécessaire à
report-count-of = { $count } { DE($edition) }
report-overdue = { $day } en retard
report-statements = { $statements ->
        [one] { $statements } déclaration
       *[other] { $statements } déclarations
    } de l’évaluation
report-statements-and-tables = { $statements ->
        [one] { $statements } déclaration
       *[other] { $statements } déclarations
    } de l’évaluation et { $tables ->
        [one] { $tables } table
       *[other] { $tables } tables
    } de correspondance
report-rests-on = Les chiffres reposent sur { $what }.
report-rests-on-with-doubts = Les chiffres reposent sur { $what }{ $tables ->
        [one] ,
       *[other]  ;
    } { $doubts }.
report-undated = { $undated } sur { $items ->
        [one] { $items } point ouvert
       *[other] { $items } points ouverts
    } { $undated ->
        [one] n’a
       *[other] n’ont
    } pas encore d’échéance.

## Chapters

report-overview = Vue d’ensemble
report-actions = Ce qui est à faire
report-notes = Notes sur les chiffres
report-levels = Chapitres { DE($edition) } par niveau
report-work = À faire pour { L($edition) } : { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    }
report-in-place = En place pour { L($edition) } : { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    }
report-maturity = Maturité
report-averages = Moyennes
report-plan = Plan d’action

## Appendices

report-appendix = Annexe { $letter } : { $title }
report-appendix-in-place = exigences en place
report-appendix-controls = mesures en chiffres
report-appendix-evidence = preuves
report-appendix-related = normes connexes
report-appendix-words = termes employés
report-mutual = Couverture mutuelle, chaque norme étant supposée complètement mise en œuvre
report-related = Couverture de normes connexes
report-tables = Tables de correspondance utilisées
report-heading-table = Table
report-table-source = Source
report-table-method = Comment elle a été établie : { $text }
