# Ce qui figure sur chaque page, quel que soit le document.

page-contents = Sommaire
page-findings = Constats
page-basis = Base
page-made-with = établi avec
page-made = Établi avec { $tool }.
page-all-basis = Sur quoi reposent ces pages
page-rests-on = Sur quoi cela repose
page-version = Version
page-confidence = Fiabilité
page-provenance = Origine
page-digest = SHA-256 du fichier
page-editions = Éditions
page-tables = Tables de correspondance
page-assessment = Évaluation
page-prepared-for = Établi pour { $client }
page-skip = Aller au contenu
page-site = Pages
page-logo = Logo
page-none = aucune
page-yes = oui
page-no = non
page-done = fait
page-to-do = à faire
page-show-all = Afficher les { $rows } lignes
page-hidden-rows = Le filtre masque une partie des { $rows } lignes.

## The table of what an answer rests on

page-kind-tool = outil
page-kind-setting = réglage
page-kind-edition = édition
page-kind-table = table de correspondance
page-kind-assessment = évaluation
page-heading-name = Nom
page-heading-kind = Nature
page-heading-says = Version, fiabilité, origine
page-heading-severity = Gravité
page-heading-finding = Constat
page-heading-help = Remède
