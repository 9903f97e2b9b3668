# The statement of applicability.

soa-title = Statement of applicability of { $organization } for { $editions }
soa-scope = Scope: { $scope }.
soa-counts = { $controls ->
        [one] 1 control
       *[other] { $controls } controls
    } of { $edition }: { $apply ->
        [one] 1 applies
       *[other] { $apply } apply
    }, { $excluded ->
        [one] 1 does not
       *[other] { $excluded } do not
    }, { $undecided } undecided.
soa-states = Of those that apply, { $implemented ->
        [one] 1 is
       *[other] { $implemented } are
    } implemented, { $partial } in part, { $planned } planned, and { $missing } not implemented.
soa-derived = { $count ->
        [one] 1 control counts as applicable without a decision, since other statements cover part of it.
       *[other] { $count } controls count as applicable without a decision, since other statements cover part of each.
    }
soa-lacks = { $justification ->
        [one] 1 decision lacks
       *[other] { $justification } decisions lack
    } a justification, and { $evidence ->
        [one] 1 implemented control lacks
       *[other] { $evidence } implemented controls lack
    } evidence.

soa-domains = Domains
soa-domains-of = Domains of { $edition }
soa-controls = Controls
soa-controls-of = Controls of { $edition }

soa-heading-domain = Domain
soa-heading-domain-title = Title of the domain
soa-heading-all = All
soa-heading-apply = Apply
soa-heading-not = Not
soa-heading-open = Open
soa-heading-implemented = Impl.
soa-heading-partial = Part
soa-heading-planned = Plan
soa-heading-missing = Not impl.
soa-heading-derived = Deriv.
soa-heading-control = Control
soa-heading-applies = Applies
soa-heading-state = State
soa-heading-stated-by = Stated by
soa-heading-asks = It asks
soa-heading-supports = Also supports

soa-applies-yes = yes
soa-applies-no = no
soa-applies-undecided = not decided
soa-inferred = inferred: { $level }

soa-detail-asks = It asks: { $text }
soa-detail-owner = Owner: { $owner }
soa-detail-due = Due: { $day }
soa-detail-maturity = Maturity: { $level }
soa-detail-maturity-target = Maturity: { $level } (target { $target })
soa-detail-note = Note: { $note }
soa-detail-chain = Based on: { $chain }
soa-detail-left = What is left to do: { $text }
soa-detail-related = Also supports: { $clauses }
