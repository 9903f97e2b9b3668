# Several standards as one system.

integrate-title = Integrated management system: { $editions }

## What integration saves

integrate-separately = Managed separately, the { $editions } standards have { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    }; integrated on { $base }, at most { $left ->
        [one] 1 remains
       *[other] { $left } remain
    } ({ $full ->
        [one] 1 duplicate
       *[other] { $full } duplicates
    }).
integrate-rest = Of these { $left }, { $own ->
        [one] 1 is
       *[other] { $own } are
    } from { $base }, { $partial ->
        [one] 1 extends
       *[other] { $partial } extend
    } existing requirements, { $presumed ->
        [one] 1 has
       *[other] { $presumed } have
    } to be compared because part of the chapter is in place, and { $new ->
        [one] 1 is
       *[other] { $new } are
    } new.
integrate-saved = Saved by integration: { $figures }.
integrate-several = A requirement that belongs to several groups is counted in each.

## How a requirement becomes part of the system

integrate-base = base
integrate-covered = covered
integrate-extend = extend
integrate-verify = verify
integrate-new = new
integrate-at = { $kind } at { $places }
integrate-steps = { $hops ->
        [one] 1 step
       *[other] { $hops } steps
    }
integrate-low = low confidence

## Groups and entries

integrate-new-from = New from { $edition }
integrate-compare-from = To be compared, from { $edition }
integrate-attached-to = Attached to requirements of { $edition }
integrate-group-new = new from { $edition }
integrate-no-clause = in no clause of { $edition }
integrate-nothing-attaches = Nothing attaches to
integrate-compare = compare with
integrate-add-to-chapter = to add to its chapter
integrate-together = together with
integrate-add = add
integrate-also = also at
integrate-heading = { $clause } { $title }, { $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    }
integrate-edition = { $edition }, { $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    }

## Tables

integrate-editions = Standards, the base first
integrate-rows = Requirements in groups
integrate-heading-add = What to add
integrate-heading-all = All
integrate-heading-attaches = Attaches to
integrate-heading-base = Base
integrate-heading-compare = To compare with
integrate-heading-covered = Covered
integrate-heading-extend = Extend
integrate-heading-group-title = Title of the group
integrate-heading-how = How
integrate-heading-left = Remaining
integrate-heading-new = New
integrate-heading-steps = Steps
integrate-heading-tables = Tables
integrate-heading-together = Together
integrate-heading-verify = Verify

## Which standard is the best base

integrate-which-base = Which standard to take as the base
integrate-candidates = Candidates, best first
integrate-heading-rank = Rank
integrate-heading-base-has = Base has
integrate-heading-separately = Separately
integrate-heading-saved = Saved
integrate-certainly = Take { $base } as the base: of { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } managed separately, { $full ->
        [one] 1 is
       *[other] { $full } are
    } certainly saved; with { $other }, which is next, { $next }.
integrate-weighted = Take { $base } as the base: with it as with { $other }, { $full ->
        [one] 1 is
       *[other] { $full } are
    } certainly saved of { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } managed separately; counting extensions too, { $share } instead of { $next }.
integrate-at-most = Take { $base } as the base: with it as with { $other }, { $full ->
        [one] 1 is
       *[other] { $full } are
    } certainly saved of { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } managed separately, and at most { $most } instead of { $next }.
integrate-equal = { $base } and { $other } are equally good as the base: with each, { $full ->
        [one] 1 is
       *[other] { $full } are
    } certainly saved of { $all ->
        [one] 1 requirement
       *[other] { $all } requirements
    } managed separately.
integrate-ranked = Ranked by what is certainly saved, then by the weighted saving, then by what is saved at most, then by name. The other standards follow the base in the order given; another order can give other numbers.
