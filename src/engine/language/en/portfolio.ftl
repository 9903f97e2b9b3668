# Many assessments.

portfolio-title = Portfolio of { $count ->
        [one] 1 assessment
       *[other] { $count } assessments
    }
portfolio-empty = There are no assessments.
portfolio-unanswered = { $count ->
        [one] 1 assessment could not be answered and is
       *[other] { $count } assessments could not be answered and are
    } not counted; the findings show why.
portfolio-rows = Tables with a line for each assessment show { $count } of them; every figure counts all.
portfolio-warnings = { $count ->
        [one] 1 assessment has
       *[other] { $count } assessments have
    } warnings.
portfolio-not-summarized = Nothing is summarized by { $keys }: there are more than { $most } different values.
portfolio-key-site = site
portfolio-key-unit = unit
portfolio-key-tag = tag
portfolio-together = { $edition } in { $count ->
        [one] 1 assessment
       *[other] { $count } assessments
    } together: { $figures }.
portfolio-range = Counted coverage of { $edition }: lowest { $low }, median { $median }, highest { $high }.
portfolio-how-counted = Counted coverage counts a full requirement as 1 and a partial one as { $weight }; guaranteed counts only full ones; up to counts partial and presumed ones as if they were full.

portfolio-chapters-together = { $edition } by chapter, all assessments together
portfolio-chapters = Chapters of { $edition }, starting with the least covered
portfolio-chapter = { $chapter } (N { $count })
portfolio-requirements = Requirements of { $edition }, by the number of assessments that meet them
portfolio-common-gaps = Common gaps in { $edition } that one central measure would close
portfolio-common-gaps-first = Common gaps in { $edition } that one central measure would close (the first { $shown } of { $count })
portfolio-by-site = { $edition } by site
portfolio-by-unit = { $edition } by unit
portfolio-by-tag = { $edition } by tag
portfolio-ranking = Ranking for { $edition }
portfolio-ranking-first = Ranking for { $edition }: the first { $shown } of { $count }
portfolio-ranking-last = Ranking for { $edition }: the last { $shown } of { $count }
portfolio-outliers = Outliers for { $edition }
portfolio-outliers-farthest = Outliers for { $edition } (the { $shown } of { $count } that are farthest away)
portfolio-outliers-rule = For { $edition }, { $count ->
        [one] 1 of { $total } is an outlier
       *[other] { $count } of { $total } are outliers
    }: the counted coverage is more than one and a half times the distance between the quartiles ({ $lower } and { $upper }) away from the nearer of them (Tukey's rule; not applied to fewer than { $fewest } assessments).
portfolio-heatmap = Coverage of { $edition } by assessment and chapter
portfolio-maturity = { $average } of { $count } rated

portfolio-heading-assessment = Assessment
portfolio-heading-assessments = Assessments
portfolio-heading-counted = Counted
portfolio-heading-highest = Highest
portfolio-heading-improved = Assessments improved
portfolio-heading-lowest = Lowest
portfolio-heading-lowest-in = Lowest in
portfolio-heading-not-applicable = N/A
portfolio-heading-of = of N
portfolio-heading-organization = Organization
portfolio-heading-overdue = Overdue
portfolio-heading-rank = Rank
portfolio-heading-site = Site
portfolio-heading-tag = Tag
portfolio-heading-unit = Unit
