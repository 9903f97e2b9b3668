# Words that several documents share.

list = { $before } and { $last }
list-more = { $shown } and { $count } more
in-numbers = { $title }, in numbers
half = half
draft = draft
summary = Summary
day = { $year }-{ $month }-{ $day }

## Levels

level-full = full
level-partial = partial
level-presumed = presumed
level-none = none

## Outcomes

outcome-covered = covered
outcome-partly-covered = partly covered
outcome-to-verify = to verify
outcome-open = open
outcome-unknown = unknown
outcome-new = new

## Actions

action-none = none
action-extend = extend
action-verify = verify
action-implement = implement
action-assess = assess
action-build = build

action-means-none = nothing to do: what is in place covers it
action-means-extend = partly in place: do what is left
action-means-verify = possibly partly in place: check
action-means-implement = not implemented, or supported by a clause that is not (or only partly) implemented
action-means-assess = depends on a clause not yet assessed
action-means-build = nothing you have supports it: implement in full
action-means-build-within = nothing you have supports it within { $hops ->
        [one] 1 step
       *[other] { $hops } steps
    }: implement in full

## Statuses

status-implemented = implemented
status-partial = partial
status-planned = planned
status-not-implemented = not-implemented
status-not-applicable = not-applicable
# Where a heading above a clause has the status.
status-by = { $status } (by { $clause })
not-assessed = not assessed

## States of steps

step-done = done
step-under-way = under-way
step-open = open

## Relations between clauses

strength-full = full
strength-partial = partial
strength-related = related
strength-none = none

confidence-high = high
confidence-medium = medium
confidence-low = low

provenance-stated = stated
provenance-published = published
provenance-recalled = recalled
provenance-community = community
provenance-derived = derived
provenance-reconstruction = reconstruction

## Headings of columns

heading-action = Action
heading-apply = Apply
heading-as-written = As written
heading-because = Based on
heading-chapter = Chapter
heading-chain = By the chain
heading-clause = Clause
heading-confidence = Confidence
heading-coverage = Coverage
heading-draft = Draft
heading-due = Due
heading-edition = Edition
heading-effort = Person-days
heading-evidence = Evidence
heading-full = Full
heading-group = Group
heading-guaranteed = Guaranteed
heading-in-place = In place
heading-justification = Justification
heading-left = What is left to do
heading-level = Level
heading-maturity = Maturity
heading-maturity-target = Maturity target
heading-in-full = { $heading } in full
heading-meaning = Meaning
heading-none = None
heading-note = Note
heading-number = N
heading-owner = Owner
heading-part = Part
heading-partial = Partial
heading-presumed = Presumed
heading-presumed-short = Pres.
heading-provenance = Provenance
heading-requirement = Requirement
heading-requirements = Requirements
heading-risks = Risks
heading-rows = Rows
heading-standard = Standard
heading-target = Target
heading-status = Status
heading-tables = Tables
heading-task = What to do
heading-title = Title
heading-up-to = Up to
heading-version = Version

## Coverage

coverage-title = Coverage of { $editions } by { $organization }
coverage-of = Coverage of { $edition }: { $figures }.
coverage-of-numbered = Coverage of the numbered editions
coverage-by = By { $by }
coverage-by-chapter = { $edition } by chapter
coverage-themes = { $edition } { $clause } { $title }, by theme
coverage-share-of = { $share } of { $count }
coverage-none-apply = none apply
figures = guaranteed { $lower }, { $coverage } counting partial as { $weight }, up to { $upper } if everything presumed is confirmed ({ $requirements ->
        [one] 1 requirement
       *[other] { $requirements } requirements
    })
figures-of-saving = guaranteed { $lower }, { $coverage } counting each extension as { $weight }, up to { $upper } if everything presumed is confirmed ({ $requirements ->
        [one] 1 requirement
       *[other] { $requirements } requirements
    })
figures-none = no applicable requirements
how-counted = Coverage counts a full requirement as 1 and a partial one as { $weight }. Guaranteed counts full ones alone; up to counts partial and presumed ones as if they were full.
several-values = A requirement with several values of { $property } counts in the group of each, and once in the total.
only-counted = Only clauses with { $conditions } are counted: { $count } of { $total ->
        [one] 1 requirement
       *[other] { $total } requirements
    } of { $edition }.
out-of-scope = Of { $edition }, { $count ->
        [one] 1 requirement does not apply and is
       *[other] { $count } requirements do not apply and are
    } not counted.
by-chapter = chapter
by-domain = domain
group-total = total
group-unspecified = unspecified

## What figures rest on

basis-version = version { $version }
basis-confidence = confidence { $confidence }
base-none = Basis: no statements on any other standard.
base-one = Basis: your statements on { $edition }. Clause numbers without a standard refer to it.
base-several = Basis: your statements on { $editions }.
unmapped = No relation table leads from { $base } to { $edition } within { $hops ->
        [one] 1 step
       *[other] { $hops } steps
    }: these figures say that nothing is mapped, not that nothing is in place.
care = Caution: this is based on { $tables ->
        [one] 1 relation table,
       *[other] { $tables } relation tables;
    } { $doubts } (see Basis).
doubts = { $doubts }: have { $count ->
        [one] it
       *[other] these
    } reviewed before you base decisions on { $count ->
        [one] it
       *[other] them
    }
doubts-own = { $tables ->
        [one] which is our own reconstruction
       *[other] { $others ->
            [0] all of them are our own reconstructions
           *[other] { $count ->
                [one] 1 of them is our own reconstruction
               *[other] { $count } of them are our own reconstructions
            }
        }
    }
doubts-other = { $tables ->
        [one] which is of low confidence, a draft, or older than a change of a clause
       *[other] { $others ->
            [0] all of them are of low confidence, drafts, or older than a change of a clause
           *[other] { $count ->
                [one] 1 of them is of low confidence, a draft, or older than a change of a clause
               *[other] { $count } of them are of low confidence, drafts, or older than a change of a clause
            }
        }
    }
suspect-statements = Caution: { $count ->
        [one] 1 statement was
       *[other] { $count } statements were
    } last reviewed before the standard changed there.
superseded = { $edition } was superseded by { $later }.
superseded-until = { $edition } was superseded by { $later }; certificates end { $day }.
certificates-end = { $edition }: certificates end { $day }.

## Where statements differ

finding-contradicted = { $clause } is { $status }, but { $count ->
        [one] the statement on { $others } proves
       *[other] the statements on { $others } prove
    } that it is completely in place
finding-implied = { $clause } is { $status }, but according to other statements it is { $level }
finding-amended = { $clause } was assessed before { $amendment } ({ $day }) added to { $clauses }

## Why a requirement is where it is

contributors = Contributing clauses
requirements-of = Requirements of { $edition }
work-for = What to do for { $edition }
because-own = own statement
because-yours = your { $clause }
because-indirect = indirectly, from { $starts } ({ $hops ->
        [one] 1 step
       *[other] { $hops } steps
    })
because-also = { $best }; also { $others }

## What is left to do of a requirement

left-of-summary = Do what is left of: { $text }
left-part = Part of it is covered by { $covering }; check what else { $clause } asks for.
left-items = { $clause } (items { $items })
left-with = { $count ->
        [one] with { $clauses } in place
       *[other] with { $clauses } in place
    }: { $text }
left-also = { $clauses } { $count ->
        [one] covers
       *[other] cover
    } part of it as well

task-none = Nothing to do.
task-complete = Complete { $clauses }.
task-assess = Assess { $clauses }.
task-verify = Check how much is already in place; part of it may follow from { $clauses }.
task-extend = Complete what is only partly in place.
task-extend-summary = Complete what is only partly in place: { $text }
task-implement = Implement it.
task-implement-summary = Implement it: { $text }
task-implement-first = Implement { $clauses }.
task-build = Implement in full.
task-build-summary = Implement in full: { $text }

## Maturity

maturity-by = Maturity of { $edition } by { $by }
maturity-rated = { $average } on average on a scale from 0 to { $end } ({ $rated } of { $all } rated)
maturity-none = Maturity of { $edition }: no requirement is rated.
maturity-of = Maturity of { $edition }: { $rated }.
maturity-of-with-gap = Maturity of { $edition }: { $rated }; gap to target { $gap } on average ({ $compared } compared, { $below } below target).
maturity-level = Maturity level reached in { $edition }: { $level }; it and all below it are met in full.
maturity-level-none = Maturity level reached in { $edition }: the initial one; no level above it is met in full.
maturity-now = maturity
maturity-target = target
maturity-heading-rated = Rated
maturity-heading-aimed = With target
maturity-heading-target = Target
maturity-heading-both = Both
maturity-heading-gap = Gap
maturity-heading-below = Below
