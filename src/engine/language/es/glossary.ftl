# Las palabras de niveles, resultados, acciones y cifras, explicadas.

glossary-title = Términos empleados
glossary-heading-kind = Tipo
glossary-heading-word = Término
glossary-heading-meaning = Significado

glossary-level = Nivel
glossary-outcome = Resultado
glossary-action = Acción
glossary-figure = Cifra

glossary-full = Todo lo que pide el requisito está implantado.
glossary-partial = Una parte de lo que pide el requisito está implantada con certeza.
glossary-presumed = Una parte de lo que pide el requisito puede estar implantada; hay que verificarlo.
glossary-none = De nada de lo que pide el requisito se sabe que esté implantado.

glossary-covered = El requisito está en el nivel «completo».
glossary-partly-covered = El requisito está en el nivel «parcial».
glossary-to-verify = El requisito está en el nivel «presunto».
glossary-open = El requisito no está implantado, o un apartado que lo apoyaría no está implementado por completo.
glossary-unknown = Un apartado que apoyaría el requisito aún no se ha evaluado.
glossary-new = Ningún apartado de las normas aplicadas apoya el requisito.

glossary-keep = Mantener lo que está implantado; no hay nada que hacer.
glossary-extend = Completar lo que solo está implantado en parte: hacer lo que se indica.
glossary-verify = Verificar cuánto está ya implantado y completar el resto.
glossary-implement = Implementar el requisito, o el apartado que lo apoya.
glossary-assess = Evaluar el apartado del que depende el requisito.
glossary-build = Implementar el requisito por completo.

glossary-word-coverage = cobertura
glossary-word-guaranteed = garantizada
glossary-word-up-to = hasta
glossary-word-confidence = fiabilidad
glossary-coverage = La proporción de requisitos aplicables que se cumplen; un requisito cumplido en parte cuenta la mitad, salvo que se indique otra cosa.
glossary-guaranteed = La proporción de requisitos aplicables en el nivel «completo»: lo que una auditoría encontraría hoy implantado si las declaraciones son correctas.
glossary-up-to = La proporción de requisitos aplicables en el nivel «completo», «parcial» o «presunto»: lo que la cobertura puede llegar a ser si se confirma todo lo presunto y se completa cada requisito parcial.
glossary-confidence = El grado de certeza de la fuente de una relación entre dos apartados: alto, medio o bajo.
