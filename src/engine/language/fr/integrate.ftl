# Plusieurs normes en un seul système.

integrate-title = Système de management intégré : { $editions }

## What integration saves

integrate-separately = Gérées séparément, les { $editions } normes comptent { $all ->
        [one] { $all } exigence
       *[other] { $all } exigences
    } ; une fois intégrées sur la base { DE($base) }, il en reste au plus { $left } ({ $full ->
        [one] { $full } doublon
       *[other] { $full } doublons
    }).
integrate-rest = Sur ces { $left }, { $own ->
        [one] { $own } vient
       *[other] { $own } viennent
    } { DE($base) }, { $partial ->
        [one] { $partial } étend
       *[other] { $partial } étendent
    } des exigences existantes, { $presumed ->
        [one] { $presumed } est
       *[other] { $presumed } sont
    } à comparer, car une partie du chapitre est en place, et { $new ->
        [one] { $new } est nouvelle
       *[other] { $new } sont nouvelles
    }.
integrate-saved = Économisé par l’intégration : { $figures }.
integrate-several = Une exigence qui appartient à plusieurs groupes est comptée dans chacun.

## How a requirement becomes part of the system

integrate-base = de base
integrate-covered = couverte
integrate-extend = à étendre
integrate-verify = à vérifier
integrate-new = nouvelle
integrate-at = { $kind } en { $places }
integrate-steps = { $hops ->
        [one] { $hops } étape
       *[other] { $hops } étapes
    }
integrate-low = fiabilité faible

## Groups and entries

integrate-new-from = Nouvelles exigences { DE($edition) }
integrate-compare-from = À comparer, { DE($edition) }
integrate-attached-to = Rattachées aux exigences { DE($edition) }
integrate-group-new = nouvelles exigences { DE($edition) }
integrate-no-clause = dans aucun article { DE($edition) }
integrate-nothing-attaches = Rien ne se rattache à
integrate-compare = à comparer avec
integrate-add-to-chapter = à ajouter à son chapitre
integrate-together = avec
integrate-add = à ajouter
integrate-also = aussi en
integrate-heading = { $clause } { $title }, { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    }
integrate-edition = { $edition }, { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    }

## Tables

integrate-editions = Normes, la base en premier
integrate-rows = Exigences par groupes
integrate-heading-add = Ce qu’il faut ajouter
integrate-heading-all = Toutes
integrate-heading-attaches = Se rattache à
integrate-heading-base = De base
integrate-heading-compare = À comparer avec
integrate-heading-covered = Couvertes
integrate-heading-extend = À étendre
integrate-heading-group-title = Titre du groupe
integrate-heading-how = Comment
integrate-heading-left = Restantes
integrate-heading-new = Nouvelles
integrate-heading-steps = Étapes
integrate-heading-tables = Tables
integrate-heading-together = Ensemble
integrate-heading-verify = À vérifier

## Which standard is the best base

integrate-which-base = Quelle norme prendre comme base
integrate-candidates = Candidates, la meilleure en premier
integrate-heading-rank = Rang
integrate-heading-base-has = La base compte
integrate-heading-separately = Séparément
integrate-heading-saved = Économisé
integrate-certainly = Prenez { $base } comme base : sur { $all ->
        [one] { $all } exigence gérée séparément
       *[other] { $all } exigences gérées séparément
    }, { $full ->
        [one] { $full } est économisée
       *[other] { $full } sont économisées
    } avec certitude ; avec { $other }, qui vient ensuite, { $next }.
integrate-weighted = Prenez { $base } comme base : avec elle comme avec { $other }, { $full ->
        [one] { $full } est économisée
       *[other] { $full } sont économisées
    } avec certitude sur { $all ->
        [one] { $all } exigence gérée séparément
       *[other] { $all } exigences gérées séparément
    } ; en comptant les extensions, { $share } au lieu de { $next }.
integrate-at-most = Prenez { $base } comme base : avec elle comme avec { $other }, { $full ->
        [one] { $full } est économisée
       *[other] { $full } sont économisées
    } avec certitude sur { $all ->
        [one] { $all } exigence gérée séparément
       *[other] { $all } exigences gérées séparément
    }, et au plus { $most } au lieu de { $next }.
integrate-equal = { $base } et { L($other) } conviennent aussi bien comme base : avec chacune, { $full ->
        [one] { $full } est économisée
       *[other] { $full } sont économisées
    } avec certitude sur { $all ->
        [one] { $all } exigence gérée séparément
       *[other] { $all } exigences gérées séparément
    }.
integrate-ranked = Classées selon ce qui est économisé avec certitude, puis selon l’économie pondérée, puis selon ce qui est économisé au plus, puis selon le nom. Les autres normes suivent la base dans l’ordre donné ; un autre ordre peut donner d’autres chiffres.
