# Words in pictures and charts: axes, legends, and what a picture shows for those who do not see it.

## Tasks in time

picture-schedule = Tasks: { $tasks }; working days: { $days }; due dates: { $deadlines }.
picture-due-dates = Due dates
picture-day = day { $day }
picture-days = { $effort } d
picture-not-estimated = not estimated
picture-no-open-task = no open task
picture-done = done
picture-under-way = under way
picture-critical = on the critical path
picture-late = late
picture-legend-critical = on the critical path: a delay of it delays the finish
picture-legend-other = not on the critical path
picture-legend-unknown = not estimated, or a step without open tasks
picture-before = before the start
picture-days-from-start = Working days from the start. Red: on the critical path, a delay of it delays the finish.
picture-task = { $task }: from day { $day }, person-days: { $effort }
picture-task-unknown = { $task }: from day { $day }, effort not known

## Clauses and relations

picture-graph = { $clauses ->
        [one] 1 clause
       *[other] { $clauses } clauses
    } of { $editions } and the relations between them.
picture-shown = { $count } shown
picture-relation = { $strength } relation
picture-touch-point = { $strength } (touch point)
picture-not-in-place = from what is not in place
picture-jointly = several clauses jointly
picture-lines = { $title } (solid: covers in full, dotted: in part)

## Figures along axes

picture-radar = { $spokes } on a scale from 0 to { $end }: { $rings }.
picture-period = { $lines }, from { $first } to { $last }.
