# The register of evidence.

evidence-title = Evidence register of { $organization }
evidence-register = Evidence register
evidence-without = Implemented without evidence

evidence-counts = { $pieces ->
        [one] 1 piece of evidence
       *[other] { $pieces } pieces of evidence
    } for { $clauses ->
        [one] 1 clause
       *[other] { $clauses } clauses
    }{ $idle ->
        [0] {""}
       *[other] ; { $idle } not named in any statement
    }.
evidence-files = Files: { $found } found, { $missing } missing{ $misplaced ->
        [0] {""}
       *[other] , { $misplaced } not usable as a file of the assessment
    }, { $addresses ->
        [one] 1 web address
       *[other] { $addresses } web addresses
    } (not opened).
evidence-not-looked-for = { $count ->
        [one] 1 file was
       *[other] { $count } files were
    } not looked for.
evidence-unlimited = No piece of evidence has an expiry date.
evidence-as-of = As of { $day }, { $expired } of { $count ->
        [one] 1 piece
       *[other] { $count } pieces
    } of evidence with an expiry date { $expired ->
        [one] has
       *[other] have
    } expired.
evidence-no-day = { $count ->
        [one] 1 piece of evidence has an expiry date
       *[other] { $count } pieces of evidence have an expiry date
    }, but the assessment has no date to compare with.

evidence-found = found
evidence-missing = missing
evidence-folder = a folder
evidence-special = no file
evidence-outside = outside
evidence-address = web address
evidence-unknown = not looked for
evidence-valid = valid
evidence-expired = expired

evidence-heading-date = Date
evidence-heading-file = File
evidence-heading-supports = Supports
evidence-heading-valid-until = Valid until
evidence-heading-validity = Validity
