# Ce qui entoure le contenu de chaque document : titres de listes, remarques sur les tableaux, pieds de page.

page-skip = Aller au contenu
page-site = Pages de ce site
page-logo = Logo
page-prepared-for = Établi pour { $client }
page-contents = Sommaire
page-made-with = Réalisé avec { $tool }.
page-based-on = Sur quoi reposent ces pages
page-number = Page { $page } sur { $pages }
page-owner = Responsable : { $owner }

page-none = néant
page-yes = oui
page-no = non
page-done = fait
page-to-do = à faire
page-show-all = { $rows ->
        [one] Afficher la seule ligne
       *[other] Afficher les { $rows } lignes
    }
page-filter-hides = Le filtre masque une partie { $rows ->
        [one] de { $rows } ligne
       *[other] des { $rows } lignes
    }.
page-in-words = en toutes lettres
page-table = Tableau
page-sheet = Feuille
page-sheets = Feuilles

## Findings

page-findings = Constats
page-finding = Constat
page-severity = Gravité
page-place = Emplacement
page-rule = Règle
page-help = Aide
page-error = erreur
page-gate = seuil non atteint
page-warning = avertissement
page-note = remarque

## Basis

page-basis = Base
page-basis-name = Désignation
page-basis-kind = Type
page-basis-says = Version, fiabilité, origine
page-basis-digest = SHA-256 du fichier
page-basis-tool = outil
page-basis-setting = réglage
page-basis-edition = édition
page-basis-table = table de correspondance
page-basis-assessment = évaluation
page-basis-editions = Éditions
page-basis-tables = Tables de correspondance
page-basis-assessments = Évaluation

page-setting-max-hops = plus longue chaîne de relations
page-setting-partial-weight = poids d’une exigence partiellement satisfaite
page-setting-min-confidence = fiabilité minimale retenue
page-setting-without-table = tables de correspondance écartées
page-setting-where = seulement ce qui a
page-setting-intersect-as = les intersections des tables importées comptent comme
page-setting-targets = normes visées
page-setting-project = fixé pour l’ensemble du projet
