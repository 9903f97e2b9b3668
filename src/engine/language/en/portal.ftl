# The pages of the portal.

portal-overview = Overview
portal-processes = Processes
portal-documents = Documents
portal-objectives = Objectives
portal-work = Work
portal-standards = Standards

portal-system = The management system of { $organization }.
portal-no-process = No process is recorded yet. As soon as there is one, its owner, description, inputs, outputs and clauses are shown here.
portal-processes-complete = { $done } of { $all ->
        [one] 1 process
       *[other] { $all } processes
    } { $done ->
        [one] is
       *[other] are
    } complete: description, inputs and outputs are documented.
portal-objective-count = The organization has { $count ->
        [one] 1 objective
       *[other] { $count } objectives
    }.
portal-count-of = { $done } of { $all }
portal-complete-of = { $done } of { $all } complete
portal-state-complete = complete
portal-state-incomplete = not yet complete
portal-complete-processes = Complete processes
portal-pages = Pages of the processes
portal-missing = What is missing
portal-description = description
portal-inputs = inputs
portal-outputs = outputs
portal-nobody = nobody named
portal-none-named = none named
portal-by-level = Requirements by level
portal-open-by-kind = Open items by type of work
portal-next-deadlines = The next { $shown } of { $count } deadlines
portal-deadlines = Deadlines

## Processes

portal-per-standard = The last columns show how many requirements of each standard a process supports: those assigned to it, and those directly related to them.
portal-process-complete = The process is complete: its description, inputs and outputs are documented.
portal-process-incomplete = The process is not complete yet. Missing: { $missing }.
portal-process-no-clause = No clause is assigned to this process yet.
portal-process-nothing-open = Nothing is open on its clauses.
portal-process-open = { $count ->
        [one] 1 open item
       *[other] { $count } open items
    } on its clauses.
portal-clauses = Clauses
portal-current-work = Current work
portal-process-items = Open items on its clauses
portal-profile = Profile
portal-is-missing = missing
portal-assigned = assigned
portal-assigned-with = assigned with { $clause }
portal-related-to = related to { $clauses }
portal-inferred = inferred
portal-not-applicable = not applicable
portal-no-requirement = contains no requirement

## Documents, objectives, standards

portal-no-document = No document is recorded yet, neither as the description of a process nor as evidence.
portal-document-count = { $count ->
        [one] 1 document is
       *[other] { $count } documents are
    } named: { $describes ->
        [one] 1 describes
       *[other] { $describes } describe
    } a process, { $shows ->
        [one] 1 is
       *[other] { $shows } are
    } evidence for a statement. Web addresses are links; for other documents the place where the organization keeps them is shown.
portal-documents-and-evidence = Documents and evidence
portal-own-objectives = Objectives of the organization
portal-no-objective = No objective is recorded yet. As soon as there is one, its measure, owner, due date, projects and processes are shown here.
portal-objectives-reached = The organization has { $count ->
        [one] 1 objective
       *[other] { $count } objectives
    }; for { $reached } of them, all processes are complete.
portal-no-project = { $count ->
        [one] 1 objective names
       *[other] { $count } objectives name
    } no project: an objective needs at least one to be reached.
portal-no-statement = The assessment contains no statements yet.
portal-statements-on = Statements on { $editions }.
portal-statements = Statements, by requirement
portal-no-target = No target standard is set, so no coverage is shown.
portal-files = All pages are made from the files below; the same files give the same pages.

## Work

portal-nothing-open = Nothing is open.
portal-open = { $count ->
        [one] 1 open item
       *[other] { $count } open items
    }.
portal-open-beside = { $count ->
        [one] 1 open item
       *[other] { $count } open items
    }; { $beside ->
        [one] 1 is
       *[other] { $beside } are
    } not needed for any target.
portal-overdue-count = { $count ->
        [one] 1 deadline is
       *[other] { $count } deadlines are
    } overdue on the date of the assessment, { $day }.
portal-no-plan = No target standard is set, so there is no plan.
portal-by-owner = By owner
portal-unneeded = Open, but not needed for any target
portal-plan = Plan
portal-objective = objective
portal-overdue = overdue

## Columns and names

portal-heading-after = Depends on
portal-heading-belonging = Assignment
portal-heading-beside = For no target
portal-heading-complete = Complete
portal-heading-day = Date
portal-heading-describes = Describes
portal-heading-description = Description
portal-heading-document = Document
portal-heading-implemented = Implemented
portal-heading-incomplete = Not yet complete
portal-heading-inputs = Inputs
portal-heading-item = Item
portal-heading-known = Available data
portal-heading-measure = Measure
portal-heading-missing = Missing
portal-heading-next = Due next
portal-heading-not-applicable = Not applicable
portal-heading-not-assessed = Not assessed
portal-heading-not-implemented = Not implemented
portal-heading-objective = Objective
portal-heading-open = Open items
portal-heading-outputs = Outputs
portal-heading-overdue = On the date of the assessment
portal-heading-partial = Partial
portal-heading-planned = Planned
portal-heading-process = Process
portal-heading-projects = Projects
portal-heading-shows = Evidence for
portal-heading-state = State
portal-heading-targets = For the targets
