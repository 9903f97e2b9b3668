# The guide: how a system by one standard becomes a system by another one as well.

guide-title = Guide from { $base } to { $target }
guide-title-for = Guide for { $organization } from { $base } to { $target }
guide-rows = The guide as rows

## What it comes to, and how to read it

guide-of-base = Of { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } of { $base }, { $full ->
        [one] 1 is
       *[other] { $full } are
    } fully related to { $target }, so nothing has to be added; { $partial ->
        [one] 1 needs
       *[other] { $partial } need
    } additions; { $none ->
        [one] 1 has
       *[other] { $none } have
    } no counterpart.
guide-of-target = Of { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } of { $target }, { $full ->
        [one] 1 is
       *[other] { $full } are
    } covered fully by { $base }, { $partial ->
        [one] 1 is
       *[other] { $partial } are
    } to be extended, and { $new ->
        [one] 1 is
       *[other] { $new } are
    } new.
guide-to-check = { $count ->
        [one] 1 has to be checked, since only a heading above it
       *[other] { $count } have to be checked, since only a heading above each
    } is related in part.
guide-touch-points = { $count ->
        [one] 1 pair of clauses is a touch point: the two have to do with each other, but no table says that they have requirements in common. It does not count as a relation above.
       *[other] { $count } pairs of clauses are touch points: the two have to do with each other, but no table says that they have requirements in common. They do not count as relations above.
    }
guide-in-place = The guide is based on { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } of { $base }. So far, at { $organization }: { $states }.
guide-count-implemented = { $count } implemented
guide-count-partial = { $count } partly implemented
guide-count-planned = { $count } planned
guide-count-not-implemented = { $count } not implemented
guide-count-not-applicable = { $count } not applicable
guide-count-not-assessed = { $count } not assessed
guide-how-to-read = How to read it: below each clause of { $base }, arrows mark the clauses of { $target } that it supports. Full: what is in place covers the clause. Partial: add what is named there, up to what the clause requires. Requirements that nothing supports are listed at the end; implement them in full.
guide-direct-only = Only direct relations between the two standards are shown.
guide-chains-too = Where a relation follows through other standards, the chain is named.

guide-chains-only = No relation table relates { $base } and { $target } directly: what is shown follows through other standards.
guide-empty = No relation table relates { $base } and { $target } directly, so this guide is empty. Relations that follow through other standards exist.
guide-hint = { $command } shows them.
guide-unrelated-editions = No relation table relates { $base } and { $target }, neither directly nor through other standards within { $hops ->
        [one] 1 step
       *[other] { $hops } steps
    }.
guide-left-out = Relation tables or relations of low confidence were left out of this answer.

## Sections and entries

guide-section-new = New requirements, to be implemented in full
guide-not-applicable = not applicable
guide-touch-point = touch point
guide-new = new
guide-relation = Relation
guide-together = Together with
guide-items = Items
guide-heading-touch-point = Touch point
guide-add = To add
guide-requires = It requires
guide-note = Note
guide-by = Mapping
guide-remark = Remark

guide-nothing = Nothing.
guide-covered-elsewhere = Nothing: the base covers it in full elsewhere.

guide-as-part = as part of { $headings }, { $count ->
        [one] which is related as a whole
       *[other] which are related as a whole
    }
guide-touch-points-only = none: touch points only
guide-no-mapping = none: no mapping available
guide-said-none = none, as stated by the mapping { $table } (confidence { $confidence })
guide-said-none-since = none, as stated by the mapping { $table } (confidence { $confidence }): { $note }
guide-said-none-part = none, as part of { $heading }, as stated by the mapping { $table } (confidence { $confidence })
guide-said-none-part-since = none, as part of { $heading }, as stated by the mapping { $table } (confidence { $confidence }): { $note }
guide-denied = none with { $clauses }, as stated by the mapping { $table }
guide-denied-confidence = none with { $clauses }, as stated by the mapping { $table } (confidence { $confidence })
guide-lost = only to what does not apply: { $clauses }
guide-touches = touch points with { $clauses }

guide-confidence = confidence { $confidence }
guide-backwards = read in the opposite direction
guide-through = through { $hops ->
        [one] 1 relation
       *[other] { $hops } relations
    }: { $chain }
guide-add-by = additions by the mapping { $table }
guide-agrees = the mapping { $table } (confidence { $confidence }) agrees
guide-composed = the mapping { $table } (confidence { $confidence }) says the same, but was composed of other tables: not independent evidence
guide-differs = the mapping { $table } (confidence { $confidence }) differs: { $relation }
guide-differs-unrelated = the mapping { $table } (confidence { $confidence }) differs: { $clause } has no counterpart

## Columns

guide-heading-target = Related clause
guide-heading-target-title = Title of the related clause
guide-heading-requires = What it requires
guide-heading-target-requires = What the related clause requires
guide-heading-read = Direction
guide-heading-opinions = Other tables
guide-heading-target-status = Status of the related clause
guide-heading-target-evidence = Its evidence
guide-heading-target-owner = Its owner
guide-heading-target-due = Its due date
guide-heading-target-remark = Its remark
guide-heading-chain = Chain
guide-forward = forward
guide-backward = backward
