# Las palabras de imágenes y gráficos: ejes, leyendas, y lo que muestra una imagen para quien no la ve.

## Tasks in time

picture-schedule = Tareas: { $tasks }; días laborables: { $days }; fechas límite: { $deadlines }.
picture-due-dates = Fechas límite
picture-day = día { $day }
picture-days = { $effort } d.
picture-not-estimated = sin estimar
picture-no-open-task = ninguna tarea abierta
picture-done = terminada
picture-under-way = en curso
picture-critical = en la ruta crítica
picture-late = con retraso
picture-legend-critical = en la ruta crítica: un retraso aplaza el final
picture-legend-other = fuera de la ruta crítica
picture-legend-unknown = sin estimar, o un paso sin tareas abiertas
picture-before = antes del inicio
picture-days-from-start = Días laborables desde el inicio. En rojo: en la ruta crítica, un retraso aplaza el final.
picture-task = { $task }: desde el día { $day }, días-persona: { $effort }
picture-task-unknown = { $task }: desde el día { $day }, esfuerzo desconocido

## Clauses and relations

picture-graph = { $clauses ->
        [one] 1 apartado
       *[other] { $clauses } apartados
    } de { $editions } y las relaciones entre ellos.
picture-shown = { $count ->
        [one] 1 mostrado
       *[other] { $count } mostrados
    }
picture-relation = relación { $strength }
picture-touch-point = { $strength } (punto de contacto)
picture-not-in-place = desde lo que no está implantado
picture-jointly = varios apartados conjuntamente
picture-lines = { $title } (línea continua: cubre por completo, de puntos: en parte)

## Figures along axes

picture-radar = { $spokes } en una escala de 0 a { $end }: { $rings }.
picture-period = { $lines }, del { $first } al { $last }.
