# Varias fechas.

trend-title = Evolución de la cobertura de { $editions }: { $organizations }
trend-organizations = Las evaluaciones corresponden a { $organizations }.
trend-figure = { $share } de { $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    } el { $day }
trend-no-figure = ningún requisito aplicable el { $day }
trend-guaranteed = Cobertura garantizada de { $edition }: { $figure }.
trend-guaranteed-then = Cobertura garantizada de { $edition }: { $first }; { $last }.
trend-open = Puntos abiertos: { $open } el { $day }, { $overdue ->
        [0] ninguno vencido
        [one] 1 de ellos vencido
       *[other] { $overdue } de ellos vencidos
    }.
trend-open-then = Puntos abiertos: { $before } el { $first }; { $open } el { $day }, { $overdue ->
        [0] ninguno vencido
        [one] 1 de ellos vencido
       *[other] { $overdue } de ellos vencidos
    }.
trend-left-out = { $count ->
        [one] 1 versión de la evaluación no se pudo leer y queda
       *[other] { $count } versiones de la evaluación no se pudieron leer y quedan
    } fuera: { $days }.
trend-several-of = { $count } del { $day }
trend-same-date-history = Varias evaluaciones tienen la misma fecha ({ $days }); se muestran en el orden del historial.
trend-same-date-named = Varias evaluaciones tienen la misma fecha ({ $days }); se muestran en el orden en que se indicaron.
trend-same-standards = Todas las fechas se evalúan con las mismas normas y tablas de correspondencias; solo difieren las declaraciones.

trend-coverage = Evolución de la cobertura
trend-coverage-of = Evolución de la cobertura de { $edition }
trend-open-items = Evolución de los puntos abiertos
trend-burn-down = Puntos abiertos y sus fechas límite
trend-due = Puntos abiertos por fecha límite, a fecha de { $day }
trend-assessments = Evaluaciones

trend-line-open = abiertos
trend-line-overdue = vencidos
trend-line-planned = abiertos según las fechas límite del { $day }
trend-overdue = vencidos

trend-heading-clauses = Apartados
trend-heading-date = Fecha
trend-heading-items = Puntos
trend-heading-later = Por vencer
trend-heading-open = Abiertos
trend-heading-overdue = Vencidos
trend-heading-planned = Abiertos según el plan
trend-heading-so-far = Acumulado
trend-heading-undated = Sin fecha límite
