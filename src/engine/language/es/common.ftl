# Palabras que comparten varios documentos.

list = { $before } { Y($last) } { $last }
list-more = { $shown } y { $count } más
in-numbers = { $title }, en cifras
half = la mitad
draft = borrador
summary = Resumen
day = { $day }/{ $month }/{ $year }

## Levels

level-full = completo
level-partial = parcial
level-presumed = presunto
level-none = ninguno

## Outcomes

outcome-covered = cubierto
outcome-partly-covered = cubierto en parte
outcome-to-verify = por verificar
outcome-open = abierto
outcome-unknown = desconocido
outcome-new = nuevo

## Actions

action-none = ninguna
action-extend = completar
action-verify = verificar
action-implement = implementar
action-assess = evaluar
action-build = crear

action-means-none = nada que hacer: lo existente cubre el requisito
action-means-extend = implantado en parte: completar lo que falta
action-means-verify = posiblemente implantado en parte: verificar
action-means-implement = no implementado, o apoyado por un apartado que no está implementado (o solo en parte)
action-means-assess = depende de un apartado que aún no se ha evaluado
action-means-build = nada de lo existente apoya el requisito: implementarlo por completo
action-means-build-within = nada de lo existente apoya el requisito en { $hops ->
        [one] 1 paso
       *[other] { $hops } pasos
    }: implementarlo por completo

## Statuses

status-implemented = implementado
status-partial = implementado en parte
status-planned = planificado
status-not-implemented = no implementado
status-not-applicable = no aplicable
# Where a heading above a clause has the status.
status-by = { $status } (por { $clause })
not-assessed = sin evaluar

## States of steps

step-done = terminado
step-under-way = en curso
step-open = abierto

## Relations between clauses

strength-full = completa
strength-partial = parcial
strength-related = afín
strength-none = ninguna

confidence-high = alta
confidence-medium = media
confidence-low = baja

provenance-stated = indicada en la norma
provenance-published = publicada
provenance-recalled = de memoria
provenance-community = de la comunidad
provenance-derived = deducida
provenance-reconstruction = reconstrucción propia

## Headings of columns

heading-action = Acción
heading-apply = Aplicables
heading-as-written = Como se escribió
heading-because = Basado en
heading-chapter = Capítulo
heading-chain = Por la cadena
heading-clause = Apartado
heading-confidence = Fiabilidad
heading-coverage = Cobertura
heading-draft = Borrador
heading-due = Fecha límite
heading-edition = Edición
heading-effort = Días-persona
heading-evidence = Evidencias
heading-full = Completo
heading-group = Grupo
heading-guaranteed = Garantizada
heading-in-place = Implantada
heading-justification = Justificación
heading-left = Lo que queda por hacer
heading-level = Nivel
heading-maturity = Madurez
heading-maturity-target = Madurez objetivo
heading-in-full = { $heading } completo
heading-meaning = Significado
heading-none = Ninguno
heading-note = Nota
heading-number = N
heading-owner = Responsable
heading-part = Parc.
heading-partial = Parcial
heading-presumed = Presunto
heading-presumed-short = Pres.
heading-provenance = Origen
heading-requirement = Requisito
heading-requirements = Requisitos
heading-risks = Riesgos
heading-rows = Filas
heading-standard = Norma
heading-target = Norma objetivo
heading-status = Estado
heading-tables = Tablas
heading-task = Qué hacer
heading-title = Título
heading-up-to = Hasta
heading-version = Versión

## Coverage

coverage-title = Cobertura de { $editions } por { $organization }
coverage-of = Cobertura de { $edition }: { $figures }.
coverage-of-numbered = Cobertura de las ediciones numeradas
coverage-by = Por { $by }
coverage-by-chapter = { $edition } por capítulo
coverage-themes = { $edition } { $clause } { $title }, por tema
coverage-share-of = { $share } de { $count }
coverage-none-apply = ninguno aplicable
figures = garantizada { $lower }; { $coverage } si lo parcial cuenta { $weight }; hasta { $upper } si se confirma todo lo presunto ({ $requirements ->
        [one] 1 requisito
       *[other] { $requirements } requisitos
    })
figures-of-saving = garantizado { $lower }; { $coverage } si cada ampliación cuenta { $weight }; hasta { $upper } si se confirma todo lo presunto ({ $requirements ->
        [one] 1 requisito
       *[other] { $requirements } requisitos
    })
figures-none = ningún requisito aplicable
how-counted = En la cobertura, un requisito cumplido por completo cuenta 1 y uno cumplido en parte cuenta { $weight }. «Garantizada» cuenta solo los completos; «hasta» cuenta los parciales y los presuntos como si fueran completos.
several-values = Un requisito con varios valores de { $property } cuenta en el grupo de cada uno, y una sola vez en el total.
only-counted = Solo se cuenta lo que tiene { $conditions }: { $count } de { $total ->
        [one] 1 requisito
       *[other] { $total } requisitos
    } de { $edition }.
out-of-scope = De { $edition }, { $count ->
        [one] 1 requisito no es aplicable y no se cuenta
       *[other] { $count } requisitos no son aplicables y no se cuentan
    }.
by-chapter = capítulo
by-domain = dominio
group-total = total
group-unspecified = sin especificar

## What figures rest on

basis-version = versión { $version }
basis-confidence = fiabilidad { $confidence }
base-none = Base: ninguna declaración sobre otra norma.
base-one = Base: sus declaraciones sobre { $edition }. Los números de apartado sin norma se refieren a ella.
base-several = Base: sus declaraciones sobre { $editions }.
unmapped = Ninguna tabla de correspondencias lleva de { $base } a { $edition } en { $hops ->
        [one] 1 paso
       *[other] { $hops } pasos
    }: estas cifras dicen que nada está puesto en correspondencia, no que nada esté implantado.
care = Léase con cautela: esto se basa en { $tables ->
        [one] 1 tabla
       *[other] { $tables } tablas
    } de correspondencias{ $tables ->
        [one] ,
       *[other] ;
    } { $doubts } (véase Base).
doubts = { $doubts }: haga que se { $count ->
        [one] revise
       *[other] revisen
    } antes de basar en { $count ->
        [one] ella
       *[other] ellas
    } alguna decisión
doubts-own = { $tables ->
        [one] que es una reconstrucción propia
       *[other] { $others ->
            [0] todas son reconstrucciones propias
           *[other] { $count ->
                [one] 1 de ellas es una reconstrucción propia
               *[other] { $count } de ellas son reconstrucciones propias
            }
        }
    }
doubts-other = { $tables ->
        [one] que es de baja fiabilidad, un borrador o anterior al cambio de un apartado
       *[other] { $others ->
            [0] todas son de baja fiabilidad, borradores o anteriores al cambio de un apartado
           *[other] { $count ->
                [one] 1 de ellas es de baja fiabilidad, un borrador o anterior al cambio de un apartado
               *[other] { $count } de ellas son de baja fiabilidad, borradores o anteriores al cambio de un apartado
            }
        }
    }
suspect-statements = Léase con cautela: { $count ->
        [one] 1 declaración se revisó
       *[other] { $count } declaraciones se revisaron
    } por última vez antes de que la norma cambiara en ese punto.
superseded = { $edition } fue sustituida por { $later }.
superseded-until = { $edition } fue sustituida por { $later }; los certificados vencen el { $day }.
certificates-end = { $edition }: los certificados vencen el { $day }.

## Where statements differ

finding-contradicted = { $clause } está { $status }, pero { $count ->
        [one] la declaración sobre { $others } demuestra
       *[other] las declaraciones sobre { $others } demuestran
    } que está implantado por completo
finding-implied = { $clause } está { $status }; según otras declaraciones, su nivel es «{ $level }»
finding-amended = { $clause } se evaluó antes de que { $amendment } ({ $day }) ampliara { $clauses }

## Why a requirement is where it is

contributors = Apartados que contribuyen
requirements-of = Requisitos de { $edition }
work-for = Qué hacer para { $edition }
because-own = declaración propia
because-yours = su { $clause }
because-indirect = indirectamente, desde { $starts } ({ $hops ->
        [one] 1 paso
       *[other] { $hops } pasos
    })
because-also = { $best }; también { $others }

## What is left to do of a requirement

left-of-summary = Hacer lo que aún falta de esto: { $text }
left-part = Una parte está cubierta por { $covering }; compruebe qué más pide { $clause }.
left-items = { $clause } (puntos { $items })
left-with = con { $clauses } ya { $count ->
        [one] implantado
       *[other] implantados
    }: { $text }
left-also = { $clauses } { $count ->
        [one] cubre
       *[other] cubren
    } también una parte

task-none = Nada que hacer.
task-complete = Completar { $clauses }.
task-assess = Evaluar { $clauses }.
task-verify = Verificar cuánto está ya implantado; una parte puede derivarse de { $clauses }.
task-extend = Completar lo que solo está implantado en parte.
task-extend-summary = Completar lo que solo está implantado en parte: { $text }
task-implement = Implementar.
task-implement-summary = Implementar: { $text }
task-implement-first = Implementar { $clauses }.
task-build = Implementar por completo.
task-build-summary = Implementar por completo: { $text }

## Maturity

maturity-by = Madurez de { $edition } por { $by }
maturity-rated = { $average } de media en una escala de 0 a { $end } ({ $rated } de { $all } valorados)
maturity-none = Madurez de { $edition }: ningún requisito está valorado.
maturity-of = Madurez de { $edition }: { $rated }.
maturity-of-with-gap = Madurez de { $edition }: { $rated }; distancia media al objetivo { $gap } ({ $compared } comparados, { $below } por debajo del objetivo).
maturity-level = Nivel de madurez alcanzado en { $edition }: { $level }; este y todos los inferiores se cumplen por completo.
maturity-level-none = Nivel de madurez alcanzado en { $edition }: el inicial; ningún nivel superior se cumple por completo.
maturity-now = madurez
maturity-target = objetivo
maturity-heading-rated = Valorados
maturity-heading-aimed = Con objetivo
maturity-heading-target = Objetivo
maturity-heading-both = Ambos
maturity-heading-gap = Distancia
maturity-heading-below = Por debajo
