# Varias normas en un solo sistema.

integrate-title = Sistema de gestión integrado: { $editions }

## What integration saves

integrate-separately = Gestionadas por separado, las { $editions } normas tienen { $all ->
        [one] 1 requisito
       *[other] { $all } requisitos
    }; integradas sobre { $base }, { $left ->
        [one] queda 1
       *[other] quedan { $left }
    } como máximo ({ $full ->
        [one] 1 duplicado
       *[other] { $full } duplicados
    }).
integrate-rest = De estos { $left }, { $own ->
        [one] 1 es
       *[other] { $own } son
    } de { $base }, { $partial ->
        [one] 1 amplía
       *[other] { $partial } amplían
    } requisitos existentes, { $presumed ->
        [one] 1 debe
       *[other] { $presumed } deben
    } compararse porque parte del capítulo está implantada, y { $new ->
        [one] 1 es nuevo
       *[other] { $new } son nuevos
    }.
integrate-saved = Ahorro por la integración: { $figures }.
integrate-several = Un requisito que pertenece a varios grupos se cuenta en cada uno.

## How a requirement becomes part of the system

integrate-base = de la base
integrate-covered = cubierto
integrate-extend = ampliar
integrate-verify = verificar
integrate-new = nuevo
integrate-at = { $kind } en { $places }
integrate-steps = { $hops ->
        [one] 1 paso
       *[other] { $hops } pasos
    }
integrate-low = fiabilidad baja

## Groups and entries

integrate-new-from = Nuevos de { $edition }
integrate-compare-from = Por comparar, de { $edition }
integrate-attached-to = Vinculados a requisitos de { $edition }
integrate-group-new = nuevos de { $edition }
integrate-no-clause = en ningún apartado de { $edition }
integrate-nothing-attaches = Nada se vincula a
integrate-compare = comparar con
integrate-add-to-chapter = por añadir a su capítulo
integrate-together = junto con
integrate-add = añadir
integrate-also = también en
integrate-heading = { $clause } { $title }, { $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    }
integrate-edition = { $edition }, { $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    }

## Tables

integrate-editions = Normas, la base primero
integrate-rows = Requisitos por grupos
integrate-heading-add = Qué añadir
integrate-heading-all = Todos
integrate-heading-attaches = Se vincula a
integrate-heading-base = De la base
integrate-heading-compare = Comparar con
integrate-heading-covered = Cubiertos
integrate-heading-extend = Ampliar
integrate-heading-group-title = Título del grupo
integrate-heading-how = Cómo
integrate-heading-left = Restantes
integrate-heading-new = Nuevos
integrate-heading-steps = Pasos
integrate-heading-tables = Tablas
integrate-heading-together = Conjuntamente
integrate-heading-verify = Verificar

## Which standard is the best base

integrate-which-base = Qué norma tomar como base
integrate-candidates = Candidatas, la mejor primero
integrate-heading-rank = Puesto
integrate-heading-base-has = La base tiene
integrate-heading-separately = Por separado
integrate-heading-saved = Ahorrado
integrate-certainly = Tome { $base } como base: de { $all ->
        [one] 1 requisito gestionado por separado
       *[other] { $all } requisitos gestionados por separado
    }, { $full ->
        [one] se ahorra 1 con certeza
       *[other] se ahorran { $full } con certeza
    }; con { $other }, que es la siguiente, { $next }.
integrate-weighted = Tome { $base } como base: con ella, igual que con { $other }, { $full ->
        [one] se ahorra con certeza 1
       *[other] se ahorran con certeza { $full }
    } de { $all ->
        [one] 1 requisito gestionado por separado
       *[other] { $all } requisitos gestionados por separado
    }; contando las ampliaciones, { $share } en lugar de { $next }.
integrate-at-most = Tome { $base } como base: con ella, igual que con { $other }, { $full ->
        [one] se ahorra con certeza 1
       *[other] se ahorran con certeza { $full }
    } de { $all ->
        [one] 1 requisito gestionado por separado
       *[other] { $all } requisitos gestionados por separado
    }, y como máximo { $most } en lugar de { $next }.
integrate-equal = { $base } { Y($other) } { $other } son igual de buenas como base: con cada una, { $full ->
        [one] se ahorra con certeza 1
       *[other] se ahorran con certeza { $full }
    } de { $all ->
        [one] 1 requisito gestionado por separado
       *[other] { $all } requisitos gestionados por separado
    }.
integrate-ranked = Ordenadas por lo que se ahorra con certeza, luego por el ahorro ponderado, luego por lo que se ahorra como máximo, luego por nombre. Las demás normas siguen a la base en el orden dado; otro orden puede dar otras cifras.
