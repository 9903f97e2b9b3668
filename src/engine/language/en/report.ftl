# The report and its first page.

report-title = { $organization }: gap analysis for { $editions }
report-assessed-by = Assessed by { $assessor }.
report-assessed-on = Assessed on { $day }.
report-assessed-by-on = Assessed by { $assessor }, on { $day }.

## Page one

report-summary = Summary
report-where-we-stand = Where we stand
report-figures = Figures per standard
report-priorities = { $count ->
        [one] The gap that matters most
        [2] The two gaps that matter most
        [3] The three gaps that matter most
        [4] The four gaps that matter most
        [5] The five gaps that matter most
       *[other] The { $count } gaps that matter most
    }
report-next = What happens next
report-heading-open = Still open
report-heading-needed-by = Needed by
report-count-of = { $count } of { $edition }
report-overdue = { $day } overdue
report-statements = { $statements ->
        [one] 1 statement
       *[other] { $statements } statements
    } of the assessment
report-statements-and-tables = { $statements ->
        [one] 1 statement
       *[other] { $statements } statements
    } of the assessment and { $tables ->
        [one] 1 relation table
       *[other] { $tables } relation tables
    }
report-rests-on = The figures rest on { $what }.
report-rests-on-with-doubts = The figures rest on { $what }{ $tables ->
        [one] ,
       *[other] ;
    } { $doubts }.
report-undated = { $undated } of { $items ->
        [one] 1 open item has
       *[other] { $items } open items have
    } no due date yet.

## Chapters

report-overview = Overview
report-actions = What is to be done
report-notes = Notes on the figures
report-levels = Chapters of { $edition } by level
report-work = What to do for { $edition }: { $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    }
report-in-place = In place for { $edition }: { $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    }
report-maturity = Maturity
report-averages = Averages
report-plan = Plan

## Appendices

report-appendix = Appendix { $letter }: { $title }
report-appendix-in-place = requirements in place
report-appendix-controls = controls in numbers
report-appendix-evidence = evidence
report-appendix-related = related standards
report-appendix-words = words used
report-mutual = Mutual coverage, assuming each standard is fully implemented
report-related = Coverage of related standards
report-tables = Relation tables used
report-heading-table = Table
report-table-source = Source
report-table-method = How it was made: { $text }
