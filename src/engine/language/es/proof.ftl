# Demostraciones: por qué un requisito tiene su nivel.

proof-heading = Demostración
proof-heading-stated = Qué se seguiría si se implementara cada apartado declarado
proof-heading-base = Qué se seguiría si se implementara toda la base
proof-others = Otros apartados que contribuyen

# The clause with its title, its level, and one of the reasons that follow.
proof-line = { $clause }: { $level }, { $why }
proof-shown-above = como se muestra arriba
proof-all-below = ya que todos los requisitos aplicables por debajo están completos
proof-one-below = ya que un requisito por debajo lo está
proof-row = ya que { $row }
proof-row-via = ya que { $row } (a través de su título { $heading })
proof-hint = solo un indicio: su capítulo { $heading } se cumple en parte, ya que { $row }

## What a row says

proof-step-equal = { $source } pide lo mismo que { $target }
proof-step-covers = { $source } cubre { $target } por completo
proof-step-covers-together = { $source } cubren juntos { $target } por completo
proof-step-covers-each = { $source } cubre por completo cada uno de { $target }
proof-step-within = { $target } pide todo lo que pide { $source }, y más
proof-step-overlaps = { $source } cubre { $target } en parte
proof-step-overlap = { $source } cubren { $target } en parte
proof-step-is-related = { $source } está relacionado con { $target } (punto de contacto)
proof-step-are-related = { $source } están relacionados con { $target } (punto de contacto)
proof-step-disjoint = { $source } { Y($target) } { $target } no tienen nada en común
proof-joint = { $clause } es uno de los que lo cubren juntos ({ $all })
proof-joint-needs = { $clause } es uno de los que lo cubren juntos ({ $all }); para «completo» falta { $missing }
proof-missing = { $clause } ({ $state })

proof-table = según la correspondencia { $table } versión { $version }{ $draft ->
        [yes] , un borrador
       *[no] {""}
    }, fiabilidad { $confidence }{ $backwards ->
        [yes] , leída al revés
       *[no] {""}
    }
proof-source = fuente: { $text }
proof-items = puntos: { $text }
proof-add = por añadir: { $text }
proof-note = nota: { $text }
proof-chain = cadena: { $chain }

## What is stated of a clause

proof-is-implemented = implementado
proof-is-partial = implementado solo en parte
proof-is-planned = planificado
proof-is-not-implemented = no implementado
proof-is-not-applicable = no aplicable

proof-stated-implemented = declarado implementado
proof-stated-partial = declarado implementado en parte
proof-stated-planned = declarado planificado
proof-stated-not-implemented = declarado no implementado
proof-stated-not-applicable = declarado no aplicable
proof-stated-by = { $statement } por { $clause }
proof-taken = se da por implantado
proof-taken-though = se da por implantado, aunque { $statement }
proof-stated-evidence = evidencias { $evidence }
proof-stated-owner = responsable { $owner }
proof-stated-due = fecha límite { $day }
