# Les mots des niveaux, des résultats, des actions et des chiffres, expliqués.

glossary-title = Termes employés
glossary-heading-kind = Nature
glossary-heading-word = Terme
glossary-heading-meaning = Signification

glossary-level = Niveau
glossary-outcome = Résultat
glossary-action = Action
glossary-figure = Chiffre

glossary-full = Tout ce que demande l’exigence est en place.
glossary-partial = Une partie de ce que demande l’exigence est certainement en place.
glossary-presumed = Une partie de ce que demande l’exigence peut être en place ; cela reste à vérifier.
glossary-none = Rien de ce que demande l’exigence n’est connu comme étant en place.

glossary-covered = L’exigence est au niveau « complet ».
glossary-partly-covered = L’exigence est au niveau « partiel ».
glossary-to-verify = L’exigence est au niveau « présumé ».
glossary-open = L’exigence n’est pas en place, ou un article qui la soutiendrait n’est pas complètement mis en œuvre.
glossary-unknown = Un article qui soutiendrait l’exigence n’a pas encore été évalué.
glossary-new = Aucun article des normes appliquées ne soutient l’exigence.

glossary-keep = Conserver ce qui est en place ; il n’y a rien à faire.
glossary-extend = Compléter ce qui n’est que partiellement en place : faire ce qui est indiqué.
glossary-verify = Vérifier ce qui est déjà en place, et compléter le reste.
glossary-implement = Mettre en œuvre l’exigence, ou l’article qui la soutient.
glossary-assess = Évaluer l’article dont dépend l’exigence.
glossary-build = Mettre en œuvre l’exigence en totalité.

glossary-word-coverage = couverture
glossary-word-guaranteed = garantie
glossary-word-up-to = jusqu’à
glossary-word-confidence = fiabilité
glossary-coverage = La part des exigences applicables qui sont satisfaites ; une exigence partiellement satisfaite compte pour moitié, sauf indication contraire.
glossary-guaranteed = La part des exigences applicables au niveau « complet » : ce qu’un audit trouverait en place aujourd’hui si les déclarations sont exactes.
glossary-up-to = La part des exigences applicables au niveau « complet », « partiel » ou « présumé » : ce que la couverture peut devenir si tout ce qui est présumé se confirme et si chaque exigence partielle est complétée.
glossary-confidence = Le degré de certitude de la source d’une relation entre deux articles : élevé, moyen ou faible.
