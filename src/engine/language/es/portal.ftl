# Las páginas del portal.

portal-overview = Visión general
portal-processes = Procesos
portal-documents = Documentos
portal-objectives = Objetivos
portal-work = Trabajo
portal-standards = Normas

portal-system = El sistema de gestión de { $organization }.
portal-no-process = Aún no hay ningún proceso registrado. En cuanto haya uno, aquí figurarán su responsable, descripción, entradas, salidas y apartados.
portal-processes-complete = { $done } de { $all ->
        [one] 1 proceso
       *[other] { $all } procesos
    } { $done ->
        [one] está completo
       *[other] están completos
    }: la descripción, las entradas y las salidas están documentadas.
portal-objective-count = La organización tiene { $count ->
        [one] 1 objetivo
       *[other] { $count } objetivos
    }.
portal-count-of = { $done } de { $all }
portal-complete-of = { $done ->
        [one] 1 completo de { $all }
       *[other] { $done } completos de { $all }
    }
portal-state-complete = completo
portal-state-incomplete = aún no completo
portal-complete-processes = Procesos completos
portal-pages = Páginas de los procesos
portal-missing = Qué falta
portal-description = descripción
portal-inputs = entradas
portal-outputs = salidas
portal-nobody = sin asignar
portal-none-named = ninguno indicado
portal-by-level = Requisitos por nivel
portal-open-by-kind = Puntos abiertos por tipo de trabajo
portal-next-deadlines = Las próximas { $shown } de { $count } fechas límite
portal-deadlines = Fechas límite

## Processes

portal-per-standard = Las últimas columnas muestran cuántos requisitos de cada norma apoya un proceso: los que tiene asignados y los directamente relacionados con ellos.
portal-process-complete = El proceso está completo: su descripción, sus entradas y sus salidas están documentadas.
portal-process-incomplete = El proceso aún no está completo. Falta: { $missing }.
portal-process-no-clause = Este proceso aún no tiene ningún apartado asignado.
portal-process-nothing-open = No hay nada abierto sobre sus apartados.
portal-process-open = { $count ->
        [one] 1 punto abierto
       *[other] { $count } puntos abiertos
    } sobre sus apartados.
portal-clauses = Apartados
portal-current-work = Trabajo en curso
portal-process-items = Puntos abiertos sobre sus apartados
portal-profile = Ficha del proceso
portal-is-missing = falta
portal-assigned = asignado
portal-assigned-with = asignado con { $clause }
portal-related-to = relacionado con { $clauses }
portal-inferred = deducido
portal-not-applicable = no aplicable
portal-no-requirement = no contiene ningún requisito

## Documents, objectives, standards

portal-no-document = Aún no hay ningún documento registrado, ni como descripción de un proceso ni como evidencia.
portal-document-count = { $count ->
        [one] Se indica 1 documento
       *[other] Se indican { $count } documentos
    }: { $describes ->
        [one] 1 describe
       *[other] { $describes } describen
    } un proceso, { $shows ->
        [one] 1 es evidencia
       *[other] { $shows } son evidencia
    } de una declaración. Las direcciones web son enlaces; de los demás documentos se indica dónde los guarda la organización.
portal-documents-and-evidence = Documentos y evidencias
portal-own-objectives = Objetivos de la organización
portal-no-objective = Aún no hay ningún objetivo registrado. En cuanto haya uno, aquí figurarán su medida, responsable, fecha límite, proyectos y procesos.
portal-objectives-reached = La organización tiene { $count ->
        [one] 1 objetivo
       *[other] { $count } objetivos
    }; en { $reached } de ellos, todos los procesos están completos.
portal-no-project = { $count ->
        [one] 1 objetivo no indica
       *[other] { $count } objetivos no indican
    } ningún proyecto: hace falta al menos uno para alcanzar un objetivo.
portal-no-statement = La evaluación aún no contiene declaraciones.
portal-statements-on = Declaraciones sobre { $editions }.
portal-statements = Declaraciones por requisito
portal-no-target = No hay ninguna norma objetivo definida, por lo que no se muestra ninguna cobertura.
portal-files = Todas las páginas se elaboran a partir de los archivos siguientes; los mismos archivos dan las mismas páginas.

## Work

portal-nothing-open = No hay nada abierto.
portal-open = { $count ->
        [one] 1 punto abierto
       *[other] { $count } puntos abiertos
    }.
portal-open-beside = { $count ->
        [one] 1 punto abierto
       *[other] { $count } puntos abiertos
    }; { $beside ->
        [one] 1 no es necesario
       *[other] { $beside } no son necesarios
    } para ninguna norma objetivo.
portal-overdue-count = { $count ->
        [one] 1 fecha límite está vencida
       *[other] { $count } fechas límite están vencidas
    } en la fecha de la evaluación, { $day }.
portal-no-plan = No hay ninguna norma objetivo definida, por lo que no hay plan.
portal-by-owner = Por responsable
portal-unneeded = Abierto, pero no necesario para ninguna norma objetivo
portal-plan = Plan de acción
portal-objective = objetivo
portal-overdue = vencido

## Columns and names

portal-heading-after = Depende de
portal-heading-belonging = Asignación
portal-heading-beside = Para ninguna norma objetivo
portal-heading-complete = Completos
portal-heading-day = Fecha
portal-heading-describes = Describe
portal-heading-description = Descripción
portal-heading-document = Documento
portal-heading-implemented = Implementados
portal-heading-incomplete = Aún no completos
portal-heading-inputs = Entradas
portal-heading-item = Asunto
portal-heading-known = Datos disponibles
portal-heading-measure = Medida
portal-heading-missing = Falta
portal-heading-next = Próxima fecha límite
portal-heading-not-applicable = No aplicables
portal-heading-not-assessed = Sin evaluar
portal-heading-not-implemented = No implementados
portal-heading-objective = Objetivo
portal-heading-open = Puntos abiertos
portal-heading-outputs = Salidas
portal-heading-overdue = En la fecha de la evaluación
portal-heading-partial = En parte
portal-heading-planned = Planificados
portal-heading-process = Proceso
portal-heading-projects = Proyectos
portal-heading-shows = Evidencia de
portal-heading-state = Estado
portal-heading-targets = Para las normas objetivo
