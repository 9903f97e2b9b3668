# Les preuves : pourquoi une exigence a son niveau.

proof-heading = Démonstration
proof-heading-stated = Ce qui en découlerait si chaque article déclaré était mis en œuvre
proof-heading-base = Ce qui en découlerait si toute la base était mise en œuvre
proof-others = Autres articles qui y contribuent

# The clause with its title, its level, and one of the reasons that follow.
proof-line = { $clause } : { $level }, { $why }
proof-shown-above = comme montré plus haut
proof-all-below = car toutes les exigences applicables au-dessous sont complètes
proof-one-below = car une exigence au-dessous l’est
proof-row = car { $row }
proof-row-via = car { $row } (par son titre { $heading })
proof-hint = un simple indice : son chapitre { $heading } est en partie satisfait, car { $row }

## What a row says

proof-step-equal = { $source } demande la même chose que { L($target) }
proof-step-covers = { $source } couvre { $target } complètement
proof-step-covers-together = { $source } couvrent ensemble { $target } complètement
proof-step-covers-each = { $source } couvre complètement chacun { DE($target) }
proof-step-within = { $target } demande tout ce que demande { $source }, et davantage
proof-step-overlaps = { $source } couvre { $target } en partie
proof-step-overlap = { $source } couvrent { $target } en partie
proof-step-is-related = { $source } est lié à { L($target) } (point de contact)
proof-step-are-related = { $source } sont liés à { L($target) } (point de contact)
proof-step-disjoint = { $source } et { L($target) } n’ont rien en commun
proof-joint = { $clause } est l’un de ceux qui le couvrent ensemble ({ $all })
proof-joint-needs = { $clause } est l’un de ceux qui le couvrent ensemble ({ $all }) ; pour « complet », il manque { $missing }
proof-missing = { $clause } ({ $state })

proof-table = selon la correspondance { $table } version { $version }{ $draft ->
        [yes] , un projet
       *[no] {""}
    }, fiabilité { $confidence }{ $backwards ->
        [yes] , lue à rebours
       *[no] {""}
    }
proof-source = source : { $text }
proof-items = points : { $text }
proof-add = à ajouter : { $text }
proof-note = note : { $text }
proof-chain = chaîne : { $chain }

## What is stated of a clause

proof-is-implemented = mis en œuvre
proof-is-partial = mis en œuvre seulement en partie
proof-is-planned = planifié
proof-is-not-implemented = non mis en œuvre
proof-is-not-applicable = non applicable

proof-stated-implemented = déclaré mis en œuvre
proof-stated-partial = déclaré partiellement mis en œuvre
proof-stated-planned = déclaré planifié
proof-stated-not-implemented = déclaré non mis en œuvre
proof-stated-not-applicable = déclaré non applicable
proof-stated-by = { $statement } par { L($clause) }
proof-taken = supposé en place
proof-taken-though = supposé en place, bien que { $statement }
proof-stated-evidence = preuves { $evidence }
proof-stated-owner = responsable { $owner }
proof-stated-due = échéance { $day }
