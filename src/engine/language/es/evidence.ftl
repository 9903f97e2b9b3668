# El registro de evidencias.

evidence-title = Registro de evidencias de { $organization }
evidence-register = Registro de evidencias
evidence-without = Implementado sin evidencia

evidence-counts = { $pieces ->
        [one] 1 evidencia
       *[other] { $pieces } evidencias
    } para { $clauses ->
        [one] 1 apartado
       *[other] { $clauses } apartados
    }{ $idle ->
        [0] {""}
        [one] ; 1 evidencia no se cita en ninguna declaración
       *[other] ; { $idle } evidencias no se citan en ninguna declaración
    }.
evidence-files = Archivos: { $found ->
        [one] 1 encontrado
       *[other] { $found } encontrados
    }, { $missing ->
        [one] falta 1
       *[other] faltan { $missing }
    }{ $misplaced ->
        [0] {""}
        [one] , 1 no utilizable como archivo de la evaluación
       *[other] , { $misplaced } no utilizables como archivos de la evaluación
    }, { $addresses ->
        [one] 1 dirección web (no abierta)
       *[other] { $addresses } direcciones web (no abiertas)
    }.
evidence-not-looked-for = { $count ->
        [one] No se buscó 1 archivo
       *[other] No se buscaron { $count } archivos
    }.
evidence-unlimited = Ninguna evidencia tiene fecha de caducidad.
evidence-as-of = A fecha de { $day }, { $expired ->
        [0] no ha caducado ninguna
        [one] ha caducado 1
       *[other] han caducado { $expired }
    } de { $count ->
        [one] 1 evidencia
       *[other] { $count } evidencias
    } con fecha de caducidad.
evidence-no-day = { $count ->
        [one] 1 evidencia tiene
       *[other] { $count } evidencias tienen
    } fecha de caducidad, pero la evaluación no tiene fecha con la que compararla.

evidence-found = encontrado
evidence-missing = falta
evidence-folder = una carpeta
evidence-special = no es un archivo
evidence-outside = fuera
evidence-address = dirección web
evidence-unknown = no buscado
evidence-valid = vigente
evidence-expired = caducada

evidence-heading-date = Fecha
evidence-heading-file = Archivo
evidence-heading-supports = Apoya
evidence-heading-valid-until = Vigente hasta
evidence-heading-validity = Vigencia
