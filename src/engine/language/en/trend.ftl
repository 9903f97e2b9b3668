# Several dates.

trend-title = Coverage of { $editions } over time: { $organizations }
trend-organizations = The assessments are for { $organizations }.
trend-figure = { $share } of { $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    } on { $day }
trend-no-figure = no applicable requirement on { $day }
trend-guaranteed = Guaranteed coverage of { $edition }: { $figure }.
trend-guaranteed-then = Guaranteed coverage of { $edition }: { $first }; { $last }.
trend-open = Open statements: { $open } on { $day }, { $overdue ->
        [0] none of them overdue
       *[other] { $overdue } of them overdue
    }.
trend-open-then = Open statements: { $before } on { $first }; { $open } on { $day }, { $overdue ->
        [0] none of them overdue
       *[other] { $overdue } of them overdue
    }.
trend-open-means = An open statement says that a clause is partial, planned or not implemented. What a plan also lists, requirements without a statement, is not counted here.
trend-left-out = { $count ->
        [one] 1 version of the assessment could not be read and is
       *[other] { $count } versions of the assessment could not be read and are
    } left out: { $days }.
trend-several-of = { $count } of { $day }
trend-same-date-history = Several assessments have the same date ({ $days }); they are shown in the order of the history.
trend-same-date-named = Several assessments have the same date ({ $days }); they are shown in the order in which they were given.
trend-same-standards = All dates are evaluated with the same standards and relation tables, so only the statements differ.

trend-coverage = Coverage over time
trend-coverage-of = Coverage of { $edition } over time
trend-open-items = Open statements over time
trend-burn-down = Open statements and their due dates
trend-due = Open statements by due date, as of { $day }
trend-assessments = Assessments

trend-line-open = open
trend-line-overdue = overdue
trend-line-planned = open according to the due dates of { $day }
trend-overdue = overdue

trend-heading-clauses = Clauses
trend-heading-date = Date
trend-heading-items = Statements
trend-heading-later = Due later
trend-heading-open = Open
trend-heading-overdue = Overdue
trend-heading-planned = Open as planned
trend-heading-so-far = Cumulative
trend-heading-undated = No due date
