# The plan.

plan-title = Plan of { $organization } for { $editions }
plan-of = Plan of { $organization }

## What is open

plan-nothing-open = Nothing is open for { $targets }.
plan-open = For { $targets }: { $count ->
        [one] 1 open item
       *[other] { $count } open items
    }, { $kinds }.
plan-open-with-base = For { $targets }: { $count ->
        [one] 1 open item
       *[other] { $count } open items
    }, { $kinds }; { $base ->
        [one] 1 is a prerequisite
       *[other] { $base } are prerequisites
    } from the base { $standards ->
        [one] standard
       *[other] standards
    }.
plan-to-extend = { $count } to extend
plan-to-verify = { $count } to verify
plan-to-implement = { $count } to implement
plan-to-assess = { $count } to assess
plan-to-build = { $count } to build

## Steps

plan-quoted = “{ $title }”
plan-method = The steps follow the method { $method }.
plan-method-joint = The steps follow the method { $method }; they are one project for { $count } targets.
plan-no-method = No implementation method is defined for { $targets ->
        [one] this standard
       *[other] these standards
    }, so tasks are grouped by type of work.
plan-no-method-alone = No implementation method is defined for { $targets ->
        [one] this standard
       *[other] these standards
    } alone, so tasks are grouped by type of work; { $count ->
        [one] the method { $methods }, for several standards, also has
       *[other] the methods { $methods }, for several standards, also have
    } steps for { $targets ->
        [one] it
       *[other] them
    }.
plan-steps-none = Of { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, none is done or under way.
plan-steps-started = Of { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, none is done and { $started ->
        [one] 1 is
       *[other] { $started } are
    } under way.
plan-steps-done = Of { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, { $done ->
        [one] 1 is
       *[other] { $done } are
    } done.
plan-steps-done-started = Of { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, { $done ->
        [one] 1 is
       *[other] { $done } are
    } done and { $started ->
        [one] 1 is
       *[other] { $started } are
    } under way.
plan-done-but-open = Reported as done, but requirements are open: { $count ->
        [one] step
       *[other] steps
    } { $steps }.
plan-outside-method = Not part of any step of the method
plan-kind-assess = Assess and verify
plan-kind-base = Complete the base standards
plan-kind-extend = Extend what is in place
plan-kind-implement = Implement what is missing

plan-state-done = done
plan-state-under-way = under way
plan-state-open = open
plan-state-since = { $state } since { $day }
plan-state-but = { $state }, but { $count ->
        [one] 1 requirement of this step is
       *[other] { $count } requirements of this step are
    } open

## Effort and time

plan-effort = Effort: { $effort ->
        [one] 1 person-day
       *[other] { $effort } person-days
    }{ $unknown ->
        [0] {""}
        [one] ; 1 task is not estimated
       *[other] ; { $unknown } tasks are not estimated
    }.
plan-effort-none = No effort is estimated.
plan-together = All targets together: { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }, { $effort ->
        [one] 1 person-day
       *[other] { $effort } person-days
    }{ $unknown ->
        [0] {""}
        [one] ; 1 task is not estimated
       *[other] ; { $unknown } tasks are not estimated
    }. A task that serves several targets is counted once, under the first of them; the table per target counts it for each of them.
plan-after-rule = “Guaranteed after” takes the tasks to extend, to implement and to build as done. Tasks to verify and to assess show what is in place and add nothing by themselves, so it can stay below 100 %.
plan-estimated = { $count ->
        [one] 1 task has no estimate of its own and is counted as
       *[other] { $count } tasks have no estimates of their own and are each counted as
    } { $effort ->
        [one] 1 person-day
       *[other] { $effort } person-days
    }.
plan-span-dates = Start { $start }, finish { $finish }: { $length ->
        [one] 1 working day
       *[other] { $length } working days
    }{ $unknown ->
        [0] {""}
        [one] , not counting 1 task that is not estimated
       *[other] , not counting { $unknown } tasks that are not estimated
    }.
plan-span-days = Start on day 1, finish on day { $finish }: { $length ->
        [one] 1 working day
       *[other] { $length } working days
    }{ $unknown ->
        [0] {""}
        [one] , not counting 1 task that is not estimated
       *[other] , not counting { $unknown } tasks that are not estimated
    }.
plan-critical = { $count ->
        [one] 1 task is
       *[other] { $count } tasks are
    } on the critical path.
plan-late-tasks = { $count ->
        [one] 1 task finishes after its due date
       *[other] { $count } tasks finish after their due dates
    }: { $tasks }.
plan-schedule-rule = Tasks were scheduled one after the other, first the one with the longest path of work after it; a shorter schedule may exist.
plan-no-capacity = No capacity is stated: each task is worked on five days a week, and any number of tasks may run in parallel.
plan-no-capacity-for = No capacity is stated for { $owners }: each of these tasks is worked on five days a week, and any number of them may run in parallel.
plan-unowned = tasks without an owner
plan-unused-capacity = A capacity is stated for { $owners }, but { $count ->
        [one] this name owns
       *[other] these names own
    } no task with an effort.
plan-not-kept = Not possible, because the order of the steps or of other tasks requires the opposite: { $pairs }.
plan-before = { $earlier } before { $later }
plan-timetable = Timetable
plan-day = day { $day }
plan-not-estimated = not estimated
plan-critical-word = critical
plan-late = { $day } (late)

## Since an earlier plan

plan-since = Since the baseline: { $changes }.
plan-since-nothing = Since the baseline: nothing was open then, and nothing is open now.
plan-changed-done = { $count } done
plan-changed-slipped = { $count } due later than before
plan-changed-undated = { $count } without a due date now
plan-changed-new = { $count } new
plan-changed-open = { $count } open as before
plan-changed-dropped = { $count } no longer in the plan
plan-change-done = done
plan-change-slipped = slipped
plan-change-undated = no-due-date
plan-change-new = new
plan-change-open = open
plan-change-dropped = dropped
plan-left = Remaining effort: { $now }; at the baseline: { $before }{ $unknown ->
        [0] {""}
        [one] ; 1 open task is not estimated
       *[other] ; { $unknown } open tasks are not estimated
    }.
plan-days = { $days ->
        [one] 1 person-day
       *[other] { $days } person-days
    }
plan-not-shared-out = Effort stated on a heading applies to all requirements below it together. It is not divided among the tasks and not included in the plan: { $headings }.
plan-heading-effort = { $clause } ({ $effort })
plan-progress = Progress since the baseline

## With a budget

plan-budget = With { $days ->
        [one] 1 person-day
       *[other] { $days } person-days
    }: { $count ->
        [one] 1 task
       *[other] { $count } tasks
    } ({ $used ->
        [one] 1 person-day
       *[other] { $used } person-days
    }), selected by the increase in coverage of all targets together; each target has the same weight.
plan-budget-target = { $edition } ({ $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    }): guaranteed { $lower } before and { $lower_after } after these tasks; coverage { $coverage } before and { $coverage_after } after.
plan-budget-best = No other selection of tasks within this budget raises the coverage more.
plan-budget-greedy = Tasks were selected one after the other by how much they raise the coverage per day. No selection within this budget can raise it by more than { $most } percentage points over all targets; this one raises it by { $gain }, which is at least { $share } of the best possible result.
plan-budget-rule = A task is selected together with all tasks that it depends on; tasks to verify and to assess raise nothing by themselves. The order of the steps is not considered here.
plan-budget-left-out = Left out: { $count ->
        [one] 1 task that is not estimated or depends
       *[other] { $count } tasks that are not estimated or depend
    } on one that is not.
plan-budget-title = What to do with { $days ->
        [one] 1 person-day
       *[other] { $days } person-days
    }
plan-no-figure = no figure

## What to do

plan-do-keep = Keep { $what }
plan-do-extend = Extend { $what }
plan-do-verify = Verify { $what }
plan-do-implement = Implement { $what }
plan-do-assess = Assess { $what }
plan-do-build = Build { $what }
plan-task-check = Check whether it is in place.
plan-task-check-summary = Check whether it is in place: { $text }
plan-note = Note: { $note }
plan-other-owners = Other owners: { $owners }.
plan-completes = Completes { $clauses }.
plan-improves = Improves { $clauses }.
plan-needed-for = Needed for { $clauses }.
plan-depends-on = Depends on { $clauses }.

## Tables

plan-targets = The plan per target
plan-steps = Steps to { $targets }
plan-wins = Quick wins for { $edition } (cumulative; { $count ->
        [one] 1 requirement
       *[other] { $count } requirements
    })
plan-items = Items

plan-heading-after = After
plan-heading-begins = Begins (working day)
plan-heading-change = Change
plan-heading-completed = Completed
plan-heading-coverage-after = Coverage after
plan-heading-critical = Critical path
plan-heading-days = Days
plan-heading-days-before = Days before
plan-heading-description = Description
plan-heading-due-before = Due before
plan-heading-ends = Ends (working day)
plan-heading-finish = Finish
plan-heading-guaranteed-after = Guaranteed after
plan-heading-implement = Implement
plan-heading-improved = Improved
plan-heading-includes = Includes
plan-heading-labels = Labels
plan-heading-late = Late
plan-heading-not-estimated = Not estimated
plan-heading-open = Open
plan-heading-requirements-completed = Requirements completed
plan-heading-shared = Shared tasks
plan-heading-shared-days = Shared days
plan-heading-slack = Slack
plan-heading-start = Start
plan-heading-state = State
plan-heading-step = Step
plan-heading-step-id = Step number
plan-heading-target = Target
plan-heading-targets = Targets
plan-heading-task = Task
plan-heading-tasks = Tasks
plan-heading-total = Cumulative
plan-heading-wave = Wave

## A step and a task in full

plan-entry-phase = Phase
plan-entry-mandatory = Mandatory
plan-entry-when = When
plan-entry-deliverables = Deliverables
plan-entry-done-when = Done when
plan-entry-completes = Completes
plan-entry-improves = Improves
plan-entry-needed-for = Needed for
plan-entry-depends-on = Depends on
plan-mandatory-no = no
plan-mandatory-unsaid = not specified
plan-when-after = after { $steps }
plan-when-beside = in parallel with { $steps }
plan-when-both = after { $after }, in parallel with { $beside }
plan-nothing-here = Nothing is open here.

## In time

plan-section = { $of }: { $part }
plan-section-state = { $section } ({ $state })
plan-deadline = { $clause }: { $task }
