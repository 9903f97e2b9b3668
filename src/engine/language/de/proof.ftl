# Nachweisketten: warum eine Anforderung ihre Stufe hat.

proof-heading = Herleitung
proof-heading-stated = Was folgen würde, wenn jeder Abschnitt mit einer Angabe umgesetzt wäre
proof-heading-base = Was folgen würde, wenn die gesamte Grundlage umgesetzt wäre
proof-others = Weitere Abschnitte, die beitragen

# The clause with its title, its level, and one of the reasons that follow.
proof-line = { $clause }: { $level }, { $why }
proof-shown-above = wie oben gezeigt
proof-all-below = denn alle anwendbaren Anforderungen darunter sind vollständig erfüllt
proof-one-below = denn eine Anforderung darunter ist es
proof-row = denn { $row }
proof-row-via = denn { $row } (über die Überschrift { $heading })
proof-hint = nur ein Hinweis: das Kapitel { $heading } ist teilweise erfüllt, denn { $row }

## What a row says

proof-step-equal = { $source } verlangt dasselbe wie { $target }
proof-step-covers = { $source } deckt { $target } vollständig ab
proof-step-covers-together = { $source } decken { $target } gemeinsam vollständig ab
proof-step-covers-each = { $source } deckt jeden der Abschnitte { $target } vollständig ab
proof-step-within = { $target } verlangt alles, was { $source } verlangt, und mehr
proof-step-overlaps = { $source } deckt { $target } teilweise ab
proof-step-overlap = { $source } decken { $target } teilweise ab
proof-step-is-related = { $source } ist mit { $target } verwandt (Berührungspunkt)
proof-step-are-related = { $source } sind mit { $target } verwandt (Berührungspunkt)
proof-step-disjoint = { $source } und { $target } haben nichts gemeinsam
proof-joint = { $clause } ist einer der Abschnitte, die ihn gemeinsam abdecken ({ $all })
proof-joint-needs = { $clause } ist einer der Abschnitte, die ihn gemeinsam abdecken ({ $all }); für „vollständig“ fehlt { $missing }
proof-missing = { $clause } ({ $state })

proof-table = nach Zuordnung { $table } Version { $version }{ $draft ->
        [yes] , einem Entwurf
       *[no] {""}
    }, Verlässlichkeit { $confidence }{ $backwards ->
        [yes] , rückwärts gelesen
       *[no] {""}
    }
proof-source = Quelle: { $text }
proof-items = Punkte: { $text }
proof-add = zu ergänzen: { $text }
proof-note = Anmerkung: { $text }
proof-chain = Kette: { $chain }

## What is stated of a clause

proof-is-implemented = umgesetzt
proof-is-partial = nur teilweise umgesetzt
proof-is-planned = geplant
proof-is-not-implemented = nicht umgesetzt
proof-is-not-applicable = nicht anwendbar

proof-stated-implemented = angegeben als umgesetzt
proof-stated-partial = angegeben als teilweise umgesetzt
proof-stated-planned = angegeben als geplant
proof-stated-not-implemented = angegeben als nicht umgesetzt
proof-stated-not-applicable = angegeben als nicht anwendbar
proof-stated-by = { $statement } über { $clause }
proof-taken = als umgesetzt angenommen
proof-taken-though = als umgesetzt angenommen, obwohl { $statement }
proof-stated-evidence = Nachweise { $evidence }
proof-stated-owner = verantwortlich { $owner }
proof-stated-due = fällig { $day }
