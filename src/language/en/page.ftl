# What stands on every page, whatever the document.

page-contents = Contents
page-findings = Findings
page-basis = Basis
page-made-with = made with
page-made = Made with { $tool }.
page-all-basis = What these pages rest on
page-rests-on = What it rests on
page-version = Version
page-confidence = Confidence
page-provenance = Provenance
page-digest = SHA-256 of the file
page-editions = Editions
page-tables = Relation tables
page-assessment = Assessment
page-prepared-for = Prepared for { $client }
page-skip = Skip to the content
page-site = Site
page-logo = Logo
page-none = none
page-yes = yes
page-no = no
page-done = done
page-to-do = to do
page-show-all = Show all { $rows } rows
page-hidden-rows = The filter hides some of the { $rows } rows.

## The table of what an answer rests on

page-kind-tool = tool
page-kind-setting = setting
page-kind-edition = edition
page-kind-table = relation table
page-kind-assessment = assessment
page-heading-name = Name
page-heading-kind = Kind
page-heading-says = Version, confidence, provenance
page-heading-severity = Severity
page-heading-finding = Finding
page-heading-help = What helps
