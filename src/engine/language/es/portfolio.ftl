# Muchas evaluaciones.

portfolio-title = Cartera de { $count ->
        [one] 1 evaluación
       *[other] { $count } evaluaciones
    }
portfolio-empty = No hay evaluaciones.
portfolio-unanswered = { $count ->
        [one] 1 evaluación no se pudo procesar y no se cuenta
       *[other] { $count } evaluaciones no se pudieron procesar y no se cuentan
    }; los hallazgos indican por qué.
portfolio-rows = Las tablas con una fila por evaluación muestran { $count } de ellas; todas las cifras cuentan el total.
portfolio-warnings = { $count ->
        [one] 1 evaluación tiene
       *[other] { $count } evaluaciones tienen
    } advertencias.
portfolio-not-summarized = No se agrupa por { $keys }: hay más de { $most } valores distintos.
portfolio-key-site = sede
portfolio-key-unit = unidad
portfolio-key-tag = etiqueta
portfolio-together = { $edition } en { $count ->
        [one] 1 evaluación
       *[other] { $count } evaluaciones en conjunto
    }: { $figures }.
portfolio-range = Cobertura contada de { $edition }: mínimo { $low }, mediana { $median }, máximo { $high }.
portfolio-how-counted = En la cobertura contada, un requisito cumplido por completo cuenta 1 y uno cumplido en parte cuenta { $weight }; «Garantizada» cuenta solo los completos; «Hasta» cuenta los parciales y los presuntos como si fueran completos.

portfolio-chapters-together = { $edition } por capítulo, todas las evaluaciones juntas
portfolio-chapters = Capítulos de { $edition }, primero los menos cubiertos
portfolio-chapter = { $chapter } (N { $count })
portfolio-requirements = Requisitos de { $edition } según el número de evaluaciones que los cumplen
portfolio-common-gaps = Brechas comunes de { $edition } que una sola medida central cerraría
portfolio-common-gaps-first = Brechas comunes de { $edition } que una sola medida central cerraría (las primeras { $shown } de { $count })
portfolio-by-site = { $edition } por sede
portfolio-by-unit = { $edition } por unidad
portfolio-by-tag = { $edition } por etiqueta
portfolio-ranking = Clasificación para { $edition }
portfolio-ranking-first = Clasificación para { $edition }: los primeros { $shown } de { $count }
portfolio-ranking-last = Clasificación para { $edition }: los últimos { $shown } de { $count }
portfolio-outliers = Valores atípicos para { $edition }
portfolio-outliers-farthest = Valores atípicos para { $edition } (los { $shown } más alejados de { $count })
portfolio-outliers-rule = Para { $edition }, { $count ->
        [one] 1 evaluación de { $total } es atípica
       *[other] { $count } evaluaciones de { $total } son atípicas
    }: su cobertura contada se aleja del cuartil más próximo ({ $lower } o { $upper }) más de una vez y media la distancia entre los cuartiles (regla de Tukey; no se aplica a menos de { $fewest } evaluaciones).
portfolio-heatmap = Cobertura de { $edition } por evaluación y capítulo
portfolio-maturity = { $average } de { $count } valorados

portfolio-heading-assessment = Evaluación
portfolio-heading-assessments = Evaluaciones
portfolio-heading-counted = Contada
portfolio-heading-highest = Máximo
portfolio-heading-improved = Evaluaciones mejoradas
portfolio-heading-lowest = Mínimo
portfolio-heading-lowest-in = Más bajo en
portfolio-heading-not-applicable = N. a.
portfolio-heading-of = de N
portfolio-heading-organization = Organización
portfolio-heading-overdue = Vencidos
portfolio-heading-rank = Puesto
portfolio-heading-site = Sede
portfolio-heading-tag = Etiqueta
portfolio-heading-unit = Unidad
