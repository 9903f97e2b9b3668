# El plan de acción.

plan-title = Plan de acción de { $organization } para { $editions }
plan-of = Plan de acción de { $organization }

## What is open

plan-nothing-open = No hay nada abierto para { $targets }.
plan-open = Para { $targets }: { $count ->
        [one] 1 punto abierto
       *[other] { $count } puntos abiertos
    }, { $kinds }.
plan-open-with-base = Para { $targets }: { $count ->
        [one] 1 punto abierto
       *[other] { $count } puntos abiertos
    }, { $kinds }; { $base ->
        [one] 1 es un requisito previo
       *[other] { $base } son requisitos previos
    } de { $standards ->
        [one] la norma de base
       *[other] las normas de base
    }.
plan-to-extend = { $count } por completar
plan-to-verify = { $count } por verificar
plan-to-implement = { $count } por implementar
plan-to-assess = { $count } por evaluar
plan-to-build = { $count } por crear

## Steps

plan-quoted = «{ $title }»
plan-method = Los pasos siguen el método { $method }.
plan-method-joint = Los pasos siguen el método { $method }; forman un solo proyecto para { $count } normas objetivo.
plan-no-method = No hay ningún método de implementación definido para { $targets ->
        [one] esta norma
       *[other] estas normas
    }; por eso las tareas se agrupan por tipo de trabajo.
plan-no-method-alone = No hay ningún método de implementación definido solo para { $targets ->
        [one] esta norma
       *[other] estas normas
    }; por eso las tareas se agrupan por tipo de trabajo. { $count ->
        [one] El método { $methods }, previsto para varias normas, tiene
       *[other] Los métodos { $methods }, previstos para varias normas, tienen
    } también pasos para { $targets ->
        [one] ella
       *[other] ellas
    }.
plan-steps-none = De { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, ninguno está terminado ni en curso.
plan-steps-started = De { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, ninguno está terminado y { $started ->
        [one] 1 está
       *[other] { $started } están
    } en curso.
plan-steps-done = De { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, { $done ->
        [one] 1 está terminado
       *[other] { $done } están terminados
    }.
plan-steps-done-started = De { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, { $done ->
        [one] 1 está terminado
       *[other] { $done } están terminados
    } y { $started ->
        [one] 1 está
       *[other] { $started } están
    } en curso.
plan-done-but-open = Declarado como terminado, aunque hay requisitos abiertos: { $count ->
        [one] paso
       *[other] pasos
    } { $steps }.
plan-outside-method = No pertenece a ningún paso del método
plan-kind-assess = Evaluar y verificar
plan-kind-base = Completar las normas de base
plan-kind-extend = Completar lo que ya está implantado
plan-kind-implement = Implementar lo que falta

plan-state-done = terminado
plan-state-under-way = en curso
plan-state-open = abierto
plan-state-since = { $state } desde el { $day }
plan-state-but = { $state }, pero { $count ->
        [one] 1 requisito de este paso sigue abierto
       *[other] { $count } requisitos de este paso siguen abiertos
    }

## Effort and time

plan-effort = Esfuerzo: { $effort ->
        [one] 1 día-persona
       *[other] { $effort } días-persona
    }{ $unknown ->
        [0] {""}
        [one] ; 1 tarea no está estimada
       *[other] ; { $unknown } tareas no están estimadas
    }.
plan-effort-none = No hay ningún esfuerzo estimado.
plan-together = Todas las normas objetivo juntas: { $tasks ->
        [one] 1 tarea
       *[other] { $tasks } tareas
    }, { $effort ->
        [one] 1 día-persona
       *[other] { $effort } días-persona
    }{ $unknown ->
        [0] {""}
        [one] ; 1 tarea no está estimada
       *[other] ; { $unknown } tareas no están estimadas
    }. Una tarea para varias normas objetivo cuenta una vez, en la primera de ellas; la tabla por norma objetivo la cuenta en cada una.
plan-after-rule = «Garantizada después» supone terminadas las tareas de completar, implementar y crear. Las tareas de verificar y evaluar muestran lo que está implantado y por sí mismas no aumentan nada; por eso el valor puede quedar por debajo del 100 %.
plan-estimated = { $count ->
        [one] 1 tarea no tiene estimación propia y se cuenta como
       *[other] { $count } tareas no tienen estimación propia y se cuentan cada una como
    } { $effort ->
        [one] 1 día-persona
       *[other] { $effort } días-persona
    }.
plan-span-dates = Inicio el { $start }, fin el { $finish }: { $length ->
        [one] 1 día laborable
       *[other] { $length } días laborables
    }{ $unknown ->
        [0] {""}
        [one] , sin contar 1 tarea no estimada
       *[other] , sin contar { $unknown } tareas no estimadas
    }.
plan-span-days = Inicio el día 1, fin el día { $finish }: { $length ->
        [one] 1 día laborable
       *[other] { $length } días laborables
    }{ $unknown ->
        [0] {""}
        [one] , sin contar 1 tarea no estimada
       *[other] , sin contar { $unknown } tareas no estimadas
    }.
plan-critical = { $count ->
        [one] 1 tarea está
       *[other] { $count } tareas están
    } en la ruta crítica.
plan-late-tasks = { $count ->
        [one] 1 tarea termina después de su fecha límite
       *[other] { $count } tareas terminan después de su fecha límite
    }: { $tasks }.
plan-schedule-rule = Las tareas se programaron una tras otra, empezando siempre por la que tiene detrás la cadena de trabajo más larga; puede existir un calendario más corto.
plan-no-capacity = No se indica ninguna capacidad: en cada tarea se trabaja cinco días por semana, y cualquier número de tareas puede avanzar en paralelo.
plan-no-capacity-for = No se indica capacidad para { $owners }: en cada una de estas tareas se trabaja cinco días por semana, y cualquier número de ellas puede avanzar en paralelo.
plan-unowned = las tareas sin responsable
plan-unused-capacity = Se indica una capacidad para { $owners }, pero { $count ->
        [one] este nombre no tiene
       *[other] estos nombres no tienen
    } ninguna tarea con esfuerzo estimado.
plan-not-kept = No es posible, porque el orden de los pasos o de otras tareas exige lo contrario: { $pairs }.
plan-before = { $earlier } antes de { $later }
plan-timetable = Calendario
plan-day = día { $day }
plan-not-estimated = no estimado
plan-critical-word = crítica
plan-late = { $day } (con retraso)

## Since an earlier plan

plan-since = Desde el plan de referencia: { $changes }.
plan-since-nothing = Desde el plan de referencia: entonces no había nada abierto, y ahora tampoco.
plan-changed-done = { $count ->
        [one] 1 terminada
       *[other] { $count } terminadas
    }
plan-changed-slipped = { $count ->
        [one] 1 aplazada
       *[other] { $count } aplazadas
    }
plan-changed-undated = { $count } ahora sin fecha límite
plan-changed-new = { $count ->
        [one] 1 nueva
       *[other] { $count } nuevas
    }
plan-changed-open = { $count ->
        [one] 1 que sigue abierta
       *[other] { $count } que siguen abiertas
    }
plan-changed-dropped = { $count ->
        [one] 1 que ya no está en el plan
       *[other] { $count } que ya no están en el plan
    }
plan-change-done = terminada
plan-change-slipped = aplazada
plan-change-undated = sin fecha límite
plan-change-new = nueva
plan-change-open = abierta
plan-change-dropped = retirada
plan-left = Esfuerzo restante: { $now }; en el plan de referencia: { $before }{ $unknown ->
        [0] {""}
        [one] ; 1 tarea abierta no está estimada
       *[other] ; { $unknown } tareas abiertas no están estimadas
    }.
plan-days = { $days ->
        [one] 1 día-persona
       *[other] { $days } días-persona
    }
plan-not-shared-out = El esfuerzo indicado en un encabezado vale para todos los requisitos que contiene en conjunto. No se reparte entre las tareas y no figura en el plan: { $headings }.
plan-heading-effort = { $clause } ({ $effort })
plan-progress = Avance desde el plan de referencia

## With a budget

plan-budget = Con { $days ->
        [one] 1 día-persona
       *[other] { $days } días-persona
    }: { $count ->
        [one] 1 tarea
       *[other] { $count } tareas
    } ({ $used ->
        [one] 1 día-persona
       *[other] { $used } días-persona
    }), { $count ->
        [one] elegida
       *[other] elegidas
    } según el aumento de la cobertura del conjunto de las normas objetivo; cada norma tiene el mismo peso.
plan-budget-target = { $edition } ({ $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    }): garantizada { $lower } antes y { $lower_after } después de estas tareas; cobertura { $coverage } antes y { $coverage_after } después.
plan-budget-best = Ninguna otra selección de tareas dentro de este presupuesto aumenta más la cobertura.
plan-budget-greedy = Las tareas se eligieron una tras otra según cuánto aumentan la cobertura por día. Ninguna selección dentro de este presupuesto puede aumentarla en más de { $most } puntos porcentuales en el conjunto de las normas objetivo; esta la aumenta en { $gain }, es decir, al menos el { $share } del mejor resultado posible.
plan-budget-rule = Una tarea se elige junto con todas aquellas de las que depende; las tareas de verificación y de evaluación no aumentan nada por sí mismas. El orden de los pasos no se tiene en cuenta aquí.
plan-budget-left-out = Quedan fuera: { $count ->
        [one] 1 tarea que no está estimada o depende
       *[other] { $count } tareas que no están estimadas o dependen
    } de otra que no lo está.
plan-budget-title = Qué hacer con { $days ->
        [one] 1 día-persona
       *[other] { $days } días-persona
    }
plan-no-figure = sin valor

## What to do

plan-do-keep = Mantener: { $what }
plan-do-extend = Completar: { $what }
plan-do-verify = Verificar: { $what }
plan-do-implement = Implementar: { $what }
plan-do-assess = Evaluar: { $what }
plan-do-build = Crear: { $what }
plan-task-check = Verificar si está implantado.
plan-task-check-summary = Verificar si está implantado: { $text }
plan-note = Nota: { $note }
plan-other-owners = Otros responsables: { $owners }.
plan-completes = Completa { $clauses }.
plan-improves = Mejora { $clauses }.
plan-needed-for = Necesario para { $clauses }.
plan-depends-on = Depende de { $clauses }.

## Tables

plan-targets = El plan por norma objetivo
plan-steps = Pasos hacia { $targets }
plan-wins = Mejoras rápidas para { $edition } (acumuladas; { $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    })
plan-items = Puntos abiertos

plan-heading-after = Después de
plan-heading-begins = Empieza (día laborable)
plan-heading-change = Cambio
plan-heading-completed = Cumplidos
plan-heading-coverage-after = Cobertura después
plan-heading-critical = Ruta crítica
plan-heading-days = Días
plan-heading-days-before = Días previos
plan-heading-description = Descripción
plan-heading-due-before = Fecha límite anterior
plan-heading-ends = Termina (día laborable)
plan-heading-finish = Fin
plan-heading-guaranteed-after = Garantizada después
plan-heading-implement = Implementar
plan-heading-improved = Mejorados
plan-heading-includes = Incluye
plan-heading-labels = Etiquetas
plan-heading-late = Con retraso
plan-heading-not-estimated = Sin estimar
plan-heading-open = Abiertos
plan-heading-requirements-completed = Requisitos cumplidos
plan-heading-shared = Tareas comunes
plan-heading-shared-days = Días comunes
plan-heading-slack = Holgura
plan-heading-start = Inicio
plan-heading-state = Situación
plan-heading-step = Paso
plan-heading-step-id = N.º de paso
plan-heading-target = Norma objetivo
plan-heading-targets = Normas objetivo
plan-heading-task = Tarea
plan-heading-tasks = Tareas
plan-heading-total = Acumulado
plan-heading-wave = Oleada

## A step and a task in full

plan-entry-phase = Fase
plan-entry-mandatory = Obligatorio
plan-entry-when = Cuándo
plan-entry-deliverables = Entregables
plan-entry-done-when = Terminado cuando
plan-entry-completes = Completa
plan-entry-improves = Mejora
plan-entry-needed-for = Necesario para
plan-entry-depends-on = Depende de
plan-mandatory-no = no
plan-mandatory-unsaid = sin especificar
plan-when-after = después de { $steps }
plan-when-beside = en paralelo con { $steps }
plan-when-both = después de { $after }, en paralelo con { $beside }
plan-nothing-here = Aquí no hay nada abierto.

## In time

plan-section = { $of }: { $part }
plan-section-state = { $section } ({ $state })
plan-deadline = { $clause }: { $task }
