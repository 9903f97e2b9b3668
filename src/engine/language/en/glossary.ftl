# The words of levels, outcomes, actions and figures explained.

glossary-title = Words used
glossary-heading-kind = Kind
glossary-heading-word = Word
glossary-heading-meaning = Meaning

glossary-level = Level
glossary-outcome = Outcome
glossary-action = Action
glossary-figure = Figure

glossary-full = Everything that the requirement asks for is in place.
glossary-partial = Part of what the requirement asks for is certainly in place.
glossary-presumed = Part of what the requirement asks for may be in place; this has to be checked.
glossary-none = Nothing of what the requirement asks for is known to be in place.

glossary-covered = The requirement is at level full.
glossary-partly-covered = The requirement is at level partial.
glossary-to-verify = The requirement is at level presumed.
glossary-open = The requirement is not in place, or a clause that would support it is not fully implemented.
glossary-unknown = A clause that would support the requirement has not been assessed yet.
glossary-new = No clause of the standards in use supports the requirement.

glossary-keep = Keep what is in place; nothing has to be done.
glossary-extend = Complete what is only partly in place: do what is named.
glossary-verify = Check how much is already in place, and complete the rest.
glossary-implement = Implement the requirement, or the clause that supports it.
glossary-assess = Assess the clause that the requirement depends on.
glossary-build = Implement the requirement in full.

glossary-word-coverage = coverage
glossary-word-guaranteed = guaranteed
glossary-word-up-to = up to
glossary-word-confidence = confidence
glossary-coverage = The share of applicable requirements that are met, a partly met requirement counting as half unless stated otherwise.
glossary-guaranteed = The share of applicable requirements at level full: what an audit would find in place today if the statements are right.
glossary-up-to = The share of applicable requirements at level full, partial or presumed: what the coverage could become if everything presumed is confirmed and every partial requirement is completed.
glossary-confidence = How sure the source of a relation between two clauses is: high, medium or low.
