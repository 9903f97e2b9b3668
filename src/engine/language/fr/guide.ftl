# Le guide : comment un système selon une norme devient aussi un système selon une autre.

guide-title = Guide { DE($base) } vers { L($target) }
guide-title-for = Guide pour { $organization }, { DE($base) } vers { L($target) }
guide-rows = Le guide en lignes

## What it comes to, and how to read it

guide-of-base = Sur { $all ->
        [one] { $all } exigence
       *[other] { $all } exigences
    } { DE($base) }, { $full ->
        [one] { $full } est complètement liée
       *[other] { $full } sont complètement liées
    } à { L($target) }, sans rien à ajouter ; { $partial ->
        [one] { $partial } demande
       *[other] { $partial } demandent
    } des compléments ; { $none ->
        [one] { $none } n’a
       *[other] { $none } n’ont
    } aucun équivalent.
guide-of-target = Sur { $all ->
        [one] { $all } exigence
       *[other] { $all } exigences
    } { DE($target) }, { $full ->
        [one] { $full } est complètement couverte
       *[other] { $full } sont complètement couvertes
    } par { L($base) }, { $partial ->
        [one] { $partial } est
       *[other] { $partial } sont
    } à compléter et { $new ->
        [one] { $new } est nouvelle
       *[other] { $new } sont nouvelles
    }.
guide-to-check = { $count ->
        [one] { $count } est à vérifier, car seul un titre au-dessus d’elle
       *[other] { $count } sont à vérifier, car seul un titre au-dessus de chacune
    } est lié en partie.
guide-touch-points = { $count ->
        [one] { $count } paire d’articles est un point de contact : les deux ont un rapport entre eux, mais aucune table ne dit qu’ils ont des exigences communes. Elle ne compte pas comme relation ci-dessus.
       *[other] { $count } paires d’articles sont des points de contact : les deux articles ont un rapport entre eux, mais aucune table ne dit qu’ils ont des exigences communes. Elles ne comptent pas comme relations ci-dessus.
    }
guide-in-place = Le guide s’appuie sur { $all ->
        [one] { $all } exigence
       *[other] { $all } exigences
    } { DE($base) }. À ce jour, chez { $organization } : { $states }.
guide-count-implemented = { $count ->
        [one] { $count } mise en œuvre
       *[other] { $count } mises en œuvre
    }
guide-count-partial = { $count ->
        [one] { $count } partiellement mise en œuvre
       *[other] { $count } partiellement mises en œuvre
    }
guide-count-planned = { $count ->
        [one] { $count } planifiée
       *[other] { $count } planifiées
    }
guide-count-not-implemented = { $count ->
        [one] { $count } non mise en œuvre
       *[other] { $count } non mises en œuvre
    }
guide-count-not-applicable = { $count ->
        [one] { $count } non applicable
       *[other] { $count } non applicables
    }
guide-count-not-assessed = { $count ->
        [one] { $count } non évaluée
       *[other] { $count } non évaluées
    }
guide-how-to-read = Comment le lire : sous chaque article { DE($base) }, des flèches indiquent les articles { DE($target) } qu’il soutient. Complet : l’existant couvre l’article. Partiel : ajoutez ce qui y est indiqué, jusqu’à ce que demande l’article. Les exigences que rien ne soutient figurent à la fin ; mettez-les en œuvre en totalité.
guide-direct-only = Seules les relations directes entre les deux normes sont présentées.
guide-chains-too = Lorsqu’une relation découle d’autres normes, la chaîne est indiquée.

guide-chains-only = Aucune table de correspondance ne relie directement { L($base) } et { L($target) } : ce qui est présenté découle d’autres normes.
guide-empty = Aucune table de correspondance ne relie directement { L($base) } et { L($target) } ; ce guide est donc vide. Il existe des relations qui découlent d’autres normes.
guide-hint = { $command } les présente.
guide-unrelated-editions = Aucune table de correspondance ne relie { L($base) } et { L($target) }, ni directement ni par d’autres normes en { $hops ->
        [one] { $hops } étape
       *[other] { $hops } étapes
    }.
guide-left-out = Des tables de correspondance ou des relations de faible fiabilité ont été écartées de cette réponse.

## Sections and entries

guide-section-new = Nouvelles exigences, à mettre en œuvre en totalité
guide-not-applicable = non applicable
guide-touch-point = point de contact
guide-new = nouvelle
guide-relation = Lien
guide-together = Avec
guide-items = Points
guide-heading-touch-point = Point de contact
guide-add = À ajouter
guide-requires = L’article demande
guide-note = Remarque
guide-by = Correspondance
guide-remark = Observation

guide-nothing = Rien.
guide-covered-elsewhere = Rien : la norme de départ couvre complètement l’article par ailleurs.

guide-as-part = comme partie { DE($headings) }, { $count ->
        [one] lié dans son ensemble
       *[other] liés chacun dans son ensemble
    }
guide-touch-points-only = aucun : points de contact seulement
guide-no-mapping = aucun : pas de correspondance disponible
guide-said-none = aucun, selon la correspondance { $table } (fiabilité { $confidence })
guide-said-none-since = aucun, selon la correspondance { $table } (fiabilité { $confidence }) : { $note }
guide-said-none-part = aucun, comme partie { DE($heading) }, selon la correspondance { $table } (fiabilité { $confidence })
guide-said-none-part-since = aucun, comme partie { DE($heading) }, selon la correspondance { $table } (fiabilité { $confidence }) : { $note }
guide-denied = aucun avec { $clauses }, selon la correspondance { $table }
guide-denied-confidence = aucun avec { $clauses }, selon la correspondance { $table } (fiabilité { $confidence })
guide-lost = seulement avec ce qui n’est pas applicable : { $clauses }
guide-touches = points de contact avec { $clauses }

guide-confidence = fiabilité { $confidence }
guide-backwards = lue en sens inverse
guide-through = par { $hops ->
        [one] { $hops } relation
       *[other] { $hops } relations
    } : { $chain }
guide-add-by = compléments selon la correspondance { $table }
guide-agrees = la correspondance { $table } (fiabilité { $confidence }) concorde
guide-composed = la correspondance { $table } (fiabilité { $confidence }) dit la même chose, mais a été composée à partir d’autres tables : ce n’est pas une preuve indépendante
guide-differs = la correspondance { $table } (fiabilité { $confidence }) diffère : { $relation }
guide-differs-unrelated = la correspondance { $table } (fiabilité { $confidence }) diffère : { $clause } n’a aucun équivalent

## Columns

guide-heading-target = Article lié
guide-heading-target-title = Titre de l’article lié
guide-heading-requires = Ce qu’il demande
guide-heading-target-requires = Ce que demande l’article lié
guide-heading-read = Sens
guide-heading-opinions = Autres tables
guide-heading-target-status = Statut de l’article lié
guide-heading-target-evidence = Ses preuves
guide-heading-target-owner = Son responsable
guide-heading-target-due = Son échéance
guide-heading-target-remark = Observation à son sujet
guide-heading-chain = Chaîne
guide-forward = direct
guide-backward = inverse
