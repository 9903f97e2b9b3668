# Lo que figura en cada página, sea cual sea el documento.

page-contents = Contenido
page-findings = Hallazgos
page-basis = Base
page-made-with = elaborado con
page-made = Elaborado con { $tool }.
page-all-basis = En qué se basan estas páginas
page-rests-on = En qué se basa
page-version = Versión
page-confidence = Fiabilidad
page-provenance = Origen
page-digest = SHA-256 del archivo
page-editions = Ediciones
page-tables = Tablas de correspondencias
page-assessment = Evaluación
page-prepared-for = Elaborado para { $client }
page-skip = Ir al contenido
page-site = Páginas
page-logo = Logotipo
page-none = ninguno
page-yes = sí
page-no = no
page-done = hecho
page-to-do = por hacer
page-show-all = Mostrar las { $rows } filas
page-hidden-rows = El filtro oculta algunas de las { $rows } filas.

## The table of what an answer rests on

page-kind-tool = herramienta
page-kind-setting = ajuste
page-kind-edition = edición
page-kind-table = tabla de correspondencias
page-kind-assessment = evaluación
page-heading-name = Nombre
page-heading-kind = Tipo
page-heading-says = Versión, fiabilidad, origen
page-heading-severity = Gravedad
page-heading-finding = Hallazgo
page-heading-help = Qué ayuda
