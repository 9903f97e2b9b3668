# Proofs: why a requirement has its level.

proof-heading = Proof
proof-heading-stated = What would follow if every clause with a statement were implemented
proof-heading-base = What would follow if all of the base were implemented
proof-others = Other clauses that contribute

# The clause with its title, its level, and one of the reasons that follow.
proof-line = { $clause }: { $level }, { $why }
proof-shown-above = as shown above
proof-all-below = since all applicable requirements below it are full
proof-one-below = since a requirement below it is
proof-row = since { $row }
proof-row-via = since { $row } (through its heading { $heading })
proof-hint = a hint only: its chapter { $heading } is partly met, since { $row }

## What a row says

proof-step-equal = { $source } asks for the same as { $target }
proof-step-covers = { $source } covers { $target } fully
proof-step-covers-together = { $source } cover { $target } fully together
proof-step-covers-each = { $source } covers each of { $target } fully
proof-step-within = { $target } asks for all that { $source } asks for, and more
proof-step-overlaps = { $source } covers { $target } in part
proof-step-overlap = { $source } cover { $target } in part
proof-step-is-related = { $source } is related to { $target } (touch point)
proof-step-are-related = { $source } are related to { $target } (touch point)
proof-step-disjoint = { $source } and { $target } share nothing
proof-joint = { $clause } is one of those that cover it together ({ $all })
proof-joint-needs = { $clause } is one of those that cover it together ({ $all }); full would need { $missing }
proof-missing = { $clause }, which is { $state }

proof-table = by the mapping { $table } version { $version }{ $draft ->
        [yes] , a draft
       *[no] {""}
    }, confidence { $confidence }{ $backwards ->
        [yes] , read backwards
       *[no] {""}
    }
proof-source = source: { $text }
proof-items = items: { $text }
proof-add = to add: { $text }
proof-note = note: { $text }
proof-chain = chain: { $chain }

## What is stated of a clause

proof-is-implemented = implemented
proof-is-partial = only partly implemented
proof-is-planned = planned
proof-is-not-implemented = not implemented
proof-is-not-applicable = not applicable

proof-stated-implemented = stated as implemented
proof-stated-partial = stated as partly in place
proof-stated-planned = stated as planned
proof-stated-not-implemented = stated as not implemented
proof-stated-not-applicable = stated as not applicable
proof-stated-by = { $statement } by { $clause }
proof-taken = taken as in place
proof-taken-though = taken as in place, though { $statement }
proof-stated-evidence = evidence { $evidence }
proof-stated-owner = owner { $owner }
proof-stated-due = due { $day }
