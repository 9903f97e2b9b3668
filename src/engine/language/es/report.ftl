# El informe y su primera página.

report-title = { $organization }: análisis de brechas para { $editions }
report-assessed-by = Evaluado por { $assessor }.
report-assessed-on = Evaluado el { $day }.
report-assessed-by-on = Evaluado por { $assessor }, el { $day }.

## Page one

report-summary = Resumen
report-where-we-stand = Dónde estamos
report-figures = Cifras por norma
report-priorities = { $count ->
        [one] La brecha más importante
        [2] Las dos brechas más importantes
        [3] Las tres brechas más importantes
        [4] Las cuatro brechas más importantes
        [5] Las cinco brechas más importantes
       *[other] Las { $count } brechas más importantes
    }
report-next = Próximos pasos
report-heading-open = Aún abiertos
report-heading-needed-by = Necesario para
report-count-of = { $count } de { $edition }
report-overdue = { $day }, vencido
report-statements = { $statements ->
        [one] 1 declaración
       *[other] { $statements } declaraciones
    } de la evaluación
report-statements-and-tables = { $statements ->
        [one] 1 declaración
       *[other] { $statements } declaraciones
    } de la evaluación y { $tables ->
        [one] 1 tabla
       *[other] { $tables } tablas
    } de correspondencias
report-rests-on = Las cifras se basan en { $what }.
report-rests-on-with-doubts = Las cifras se basan en { $what }{ $tables ->
        [one] ,
       *[other] ;
    } { $doubts }.
report-undated = { $undated } de { $items ->
        [one] 1 punto abierto
       *[other] { $items } puntos abiertos
    } { $undated ->
        [one] no tiene
       *[other] no tienen
    } aún fecha límite.

## Chapters

report-overview = Visión general
report-actions = Qué hay que hacer
report-notes = Notas sobre las cifras
report-levels = Capítulos de { $edition } por nivel
report-work = Qué hacer para { $edition }: { $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    }
report-in-place = Implantado para { $edition }: { $count ->
        [one] 1 requisito
       *[other] { $count } requisitos
    }
report-maturity = Madurez
report-averages = Promedios
report-plan = Plan de acción

## Appendices

report-appendix = Anexo { $letter }: { $title }
report-appendix-in-place = requisitos implantados
report-appendix-controls = controles en cifras
report-appendix-evidence = evidencias
report-appendix-related = normas relacionadas
report-appendix-words = términos empleados
report-mutual = Cobertura mutua, suponiendo cada norma implementada por completo
report-related = Cobertura de normas relacionadas
report-tables = Tablas de correspondencias utilizadas
report-heading-table = Tabla
report-table-source = Fuente
report-table-method = Cómo se elaboró: { $text }
