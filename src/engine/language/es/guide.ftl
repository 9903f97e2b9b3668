# La guía: cómo un sistema según una norma pasa a serlo también según otra.

guide-title = Guía de { $base } a { $target }
guide-title-for = Guía para { $organization } de { $base } a { $target }
guide-rows = La guía en filas

## What it comes to, and how to read it

guide-of-base = De { $all ->
        [one] 1 requisito
       *[other] { $all } requisitos
    } de { $base }, { $full ->
        [one] 1 está relacionado
       *[other] { $full } están relacionados
    } por completo con { $target }, sin nada que añadir; { $partial ->
        [one] 1 necesita
       *[other] { $partial } necesitan
    } complementos; { $none ->
        [one] 1 no tiene
       *[other] { $none } no tienen
    } equivalente.
guide-of-target = De { $all ->
        [one] 1 requisito
       *[other] { $all } requisitos
    } de { $target }, { $full ->
        [one] 1 está cubierto
       *[other] { $full } están cubiertos
    } por completo por { $base }, { $partial ->
        [one] 1 debe
       *[other] { $partial } deben
    } completarse y { $new ->
        [one] 1 es nuevo
       *[other] { $new } son nuevos
    }.
guide-to-check = { $count ->
        [one] 1 debe verificarse, ya que solo un título por encima de él
       *[other] { $count } deben verificarse, ya que solo un título por encima de cada uno
    } está relacionado en parte.
guide-touch-points = { $count ->
        [one] 1 par de apartados es un punto de contacto: ambos tienen que ver entre sí, pero ninguna tabla dice que tengan requisitos en común. No cuenta arriba como relación.
       *[other] { $count } pares de apartados son puntos de contacto: ambos apartados tienen que ver entre sí, pero ninguna tabla dice que tengan requisitos en común. No cuentan arriba como relaciones.
    }
guide-in-place = La guía se apoya en { $all ->
        [one] 1 requisito
       *[other] { $all } requisitos
    } de { $base }. Hasta ahora, en { $organization }: { $states }.
guide-count-implemented = { $count ->
        [one] 1 implementado
       *[other] { $count } implementados
    }
guide-count-partial = { $count ->
        [one] 1 implementado en parte
       *[other] { $count } implementados en parte
    }
guide-count-planned = { $count ->
        [one] 1 planificado
       *[other] { $count } planificados
    }
guide-count-not-implemented = { $count ->
        [one] 1 no implementado
       *[other] { $count } no implementados
    }
guide-count-not-applicable = { $count ->
        [one] 1 no aplicable
       *[other] { $count } no aplicables
    }
guide-count-not-assessed = { $count } sin evaluar
guide-how-to-read = Cómo leerla: debajo de cada apartado de { $base }, unas flechas señalan los apartados de { $target } que apoya. Completo: lo existente cubre el apartado. Parcial: añada lo que allí se indica, hasta lo que pide el apartado. Los requisitos que nada apoya figuran al final; impleméntelos por completo.
guide-direct-only = Solo se muestran las relaciones directas entre las dos normas.
guide-chains-too = Cuando una relación se deduce a través de otras normas, se indica la cadena.

guide-chains-only = Ninguna tabla de correspondencias relaciona directamente { $base } { Y($target) } { $target }: lo que se muestra se deduce a través de otras normas.
guide-empty = Ninguna tabla de correspondencias relaciona directamente { $base } { Y($target) } { $target }, por lo que esta guía está vacía. Existen relaciones que se deducen a través de otras normas.
guide-hint = { $command } las muestra.
guide-unrelated-editions = Ninguna tabla de correspondencias relaciona { $base } { Y($target) } { $target }, ni directamente ni a través de otras normas en { $hops ->
        [one] 1 paso
       *[other] { $hops } pasos
    }.
guide-left-out = En esta respuesta se han excluido tablas de correspondencias o relaciones de baja fiabilidad.

## Sections and entries

guide-section-new = Requisitos nuevos, por implementar por completo
guide-not-applicable = no aplicable
guide-touch-point = punto de contacto
guide-new = nuevo
guide-relation = Relación
guide-together = Junto con
guide-items = Puntos
guide-heading-touch-point = Punto de contacto
guide-add = Por añadir
guide-requires = El apartado pide
guide-note = Nota
guide-by = Correspondencia
guide-remark = Observación

guide-nothing = Nada.
guide-covered-elsewhere = Nada: la norma de partida lo cubre por completo en otro lugar.

guide-as-part = como parte de { $headings }, { $count ->
        [one] relacionado en su conjunto
       *[other] relacionados cada uno en su conjunto
    }
guide-touch-points-only = ninguna: solo puntos de contacto
guide-no-mapping = ninguna: no hay correspondencia disponible
guide-said-none = ninguna, según la correspondencia { $table } (fiabilidad { $confidence })
guide-said-none-since = ninguna, según la correspondencia { $table } (fiabilidad { $confidence }): { $note }
guide-said-none-part = ninguna, como parte de { $heading }, según la correspondencia { $table } (fiabilidad { $confidence })
guide-said-none-part-since = ninguna, como parte de { $heading }, según la correspondencia { $table } (fiabilidad { $confidence }): { $note }
guide-denied = ninguna con { $clauses }, según la correspondencia { $table }
guide-denied-confidence = ninguna con { $clauses }, según la correspondencia { $table } (fiabilidad { $confidence })
guide-lost = solo con lo que no es aplicable: { $clauses }
guide-touches = puntos de contacto con { $clauses }

guide-confidence = fiabilidad { $confidence }
guide-backwards = leída en sentido inverso
guide-through = a través de { $hops ->
        [one] 1 relación
       *[other] { $hops } relaciones
    }: { $chain }
guide-add-by = complementos según la correspondencia { $table }
guide-agrees = la correspondencia { $table } (fiabilidad { $confidence }) coincide
guide-composed = la correspondencia { $table } (fiabilidad { $confidence }) dice lo mismo, pero se compuso a partir de otras tablas: no es una prueba independiente
guide-differs = la correspondencia { $table } (fiabilidad { $confidence }) difiere: { $relation }
guide-differs-unrelated = la correspondencia { $table } (fiabilidad { $confidence }) difiere: { $clause } no tiene equivalente

## Columns

guide-heading-target = Apartado relacionado
guide-heading-target-title = Título del apartado relacionado
guide-heading-requires = Lo que pide
guide-heading-target-requires = Lo que pide el apartado relacionado
guide-heading-read = Sentido
guide-heading-opinions = Otras tablas
guide-heading-target-status = Estado del apartado relacionado
guide-heading-target-evidence = Sus evidencias
guide-heading-target-owner = Su responsable
guide-heading-target-due = Su fecha límite
guide-heading-target-remark = Observación al respecto
guide-heading-chain = Cadena
guide-forward = directo
guide-backward = inverso
