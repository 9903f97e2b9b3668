# La declaración de aplicabilidad.

soa-title = Declaración de aplicabilidad de { $organization } para { $editions }
soa-scope = Alcance: { $scope }.
soa-counts = { $controls ->
        [one] 1 control
       *[other] { $controls } controles
    } de { $edition }: { $apply ->
        [one] 1 es aplicable
       *[other] { $apply } son aplicables
    }, { $excluded ->
        [one] 1 no lo es
       *[other] { $excluded } no lo son
    }, { $undecided } sin decidir.
soa-states = De los aplicables, { $implemented ->
        [one] 1 está implementado
       *[other] { $implemented } están implementados
    }, { $partial } en parte, { $planned } { $planned ->
        [one] planificado
       *[other] planificados
    } y { $missing } sin implementar.
soa-derived = { $count ->
        [one] 1 control cuenta como aplicable sin decisión, ya que otras declaraciones cubren una parte de él.
       *[other] { $count } controles cuentan como aplicables sin decisión, ya que otras declaraciones cubren una parte de cada uno.
    }
soa-lacks = { $justification ->
        [one] 1 decisión carece
       *[other] { $justification } decisiones carecen
    } de justificación, y { $evidence ->
        [one] 1 control implementado carece
       *[other] { $evidence } controles implementados carecen
    } de evidencia.

soa-domains = Dominios
soa-domains-of = Dominios de { $edition }
soa-controls = Controles
soa-controls-of = Controles de { $edition }

soa-heading-domain = Dominio
soa-heading-domain-title = Título del dominio
soa-heading-all = Todos
soa-heading-apply = Aplic.
soa-heading-not = No
soa-heading-open = Ab.
soa-heading-implemented = Impl.
soa-heading-partial = Parc.
soa-heading-planned = Plan.
soa-heading-missing = No impl.
soa-heading-derived = Ded.
soa-heading-control = Control
soa-heading-applies = Aplica
soa-heading-state = Situación
soa-heading-stated-by = Declarado por
soa-heading-asks = Pide
soa-heading-supports = Apoya también

soa-applies-yes = sí
soa-applies-no = no
soa-applies-undecided = sin decidir
soa-inferred = deducido: { $level }

soa-detail-asks = Pide: { $text }
soa-detail-owner = Responsable: { $owner }
soa-detail-due = Fecha límite: { $day }
soa-detail-maturity = Madurez: { $level }
soa-detail-maturity-target = Madurez: { $level } (objetivo { $target })
soa-detail-note = Nota: { $note }
soa-detail-chain = Basado en: { $chain }
soa-detail-left = Lo que queda por hacer: { $text }
soa-detail-related = Apoya también: { $clauses }
