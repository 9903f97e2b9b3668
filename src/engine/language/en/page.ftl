# What stands around the content of every document: titles of lists, notes on tables, what is below each page.

page-skip = Skip to the content
page-site = Pages of this site
page-logo = Logo
page-prepared-for = Prepared for { $client }
page-contents = Contents
page-made-with = Made with { $tool }.
page-based-on = What these pages are based on
page-number = Page { $page } of { $pages }
page-owner = Owner: { $owner }

page-none = none
page-yes = yes
page-no = no
page-done = done
page-to-do = to do
page-show-all = { $rows ->
        [one] Show the only row
       *[other] Show all { $rows } rows
    }
page-filter-hides = The filter hides some of the { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }.
page-in-words = in words
page-table = Table
page-sheet = Sheet
page-sheets = Sheets

## Findings

page-findings = Findings
page-finding = Finding
page-severity = Severity
page-place = Place
page-rule = Rule
page-help = Help
page-error = error
page-gate = gate
page-warning = warning
page-note = note

## Basis

page-basis = Basis
page-basis-name = Name
page-basis-kind = Kind
page-basis-says = Version, confidence, provenance
page-basis-digest = SHA-256 of the file
page-basis-tool = tool
page-basis-setting = setting
page-basis-edition = edition
page-basis-table = relation table
page-basis-assessment = assessment
page-basis-editions = Editions
page-basis-tables = Relation tables
page-basis-assessments = Assessment

page-setting-max-hops = longest chain of relations
page-setting-partial-weight = weight of a partly met requirement
page-setting-min-confidence = lowest confidence used
page-setting-without-table = relation tables left out
page-setting-where = only what has
page-setting-intersect-as = intersections in imported tables count as
page-setting-targets = target standards
page-setting-project = set for the whole project
