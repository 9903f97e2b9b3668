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
trend-open = Declaraciones abiertas: { $open } el { $day }, { $overdue ->
        [0] ninguna vencida
        [one] 1 de ellas vencida
       *[other] { $overdue } de ellas vencidas
    }.
trend-open-then = Declaraciones abiertas: { $before } el { $first }; { $open } el { $day }, { $overdue ->
        [0] ninguna vencida
        [one] 1 de ellas vencida
       *[other] { $overdue } de ellas vencidas
    }.
trend-open-means = Una declaración abierta dice que un apartado está implementado en parte, planificado o no implementado. Los requisitos sin declaración, que un plan también enumera, no se cuentan aquí.
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
trend-open-items = Evolución de las declaraciones abiertas
trend-burn-down = Declaraciones abiertas y sus fechas límite
trend-due = Declaraciones abiertas por fecha límite, a fecha de { $day }
trend-assessments = Evaluaciones

trend-line-open = abiertas
trend-line-overdue = vencidas
trend-line-planned = abiertas según las fechas límite del { $day }
trend-overdue = vencidas

trend-heading-clauses = Apartados
trend-heading-date = Fecha
trend-heading-items = Declaraciones
trend-heading-later = Por vencer
trend-heading-open = Abiertas
trend-heading-overdue = Vencidas
trend-heading-planned = Abiertas según el plan
trend-heading-so-far = Acumulado
trend-heading-undated = Sin fecha límite
