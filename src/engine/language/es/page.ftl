# Lo que rodea el contenido de cada documento: títulos de listas, notas sobre las tablas, pies de página.

page-skip = Ir al contenido
page-site = Páginas de este sitio
page-logo = Logotipo
page-prepared-for = Elaborado para { $client }
page-contents = Índice
page-made-with = Hecho con { $tool }.
page-based-on = En qué se basan estas páginas
page-number = Página { $page } de { $pages }
page-owner = Responsable: { $owner }

page-none = ninguno
page-yes = sí
page-no = no
page-done = hecho
page-to-do = por hacer
page-show-all = { $rows ->
        [one] Mostrar la única fila
       *[other] Mostrar las { $rows } filas
    }
page-filter-hides = El filtro oculta una parte de { $rows ->
        [one] 1 fila
       *[other] las { $rows } filas
    }.
page-in-words = en palabras
page-table = Tabla
page-sheet = Hoja
page-sheets = Hojas

## Findings

page-findings = Observaciones
page-finding = Observación
page-severity = Gravedad
page-place = Lugar
page-rule = Regla
page-help = Ayuda
page-error = error
page-gate = umbral no alcanzado
page-warning = advertencia
page-note = nota

## Basis

page-basis = Base
page-basis-name = Nombre
page-basis-kind = Tipo
page-basis-says = Versión, fiabilidad, origen
page-basis-digest = SHA-256 del archivo
page-basis-tool = herramienta
page-basis-setting = ajuste
page-basis-edition = edición
page-basis-table = tabla de correspondencias
page-basis-assessment = evaluación
page-basis-editions = Ediciones
page-basis-tables = Tablas de correspondencias
page-basis-assessments = Evaluación

page-setting-max-hops = cadena de relaciones más larga
page-setting-partial-weight = peso de un requisito cumplido en parte
page-setting-min-confidence = fiabilidad mínima utilizada
page-setting-without-table = tablas de correspondencias excluidas
page-setting-where = solo lo que tiene
page-setting-intersect-as = las intersecciones de tablas importadas cuentan como
page-setting-targets = normas objetivo
page-setting-project = fijado para todo el proyecto
