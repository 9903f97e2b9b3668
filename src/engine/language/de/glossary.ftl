# Die Wörter für Stufen, Ergebnisse, Handlungsbedarf und Kennzahlen erklärt.

glossary-title = Verwendete Begriffe
glossary-heading-kind = Art
glossary-heading-word = Begriff
glossary-heading-meaning = Bedeutung

glossary-level = Stufe
glossary-outcome = Ergebnis
glossary-action = Handlungsbedarf
glossary-figure = Kennzahl

glossary-full = Alles, was die Anforderung verlangt, ist vorhanden.
glossary-partial = Ein Teil dessen, was die Anforderung verlangt, ist sicher vorhanden.
glossary-presumed = Ein Teil dessen, was die Anforderung verlangt, kann vorhanden sein; dies muss überprüft werden.
glossary-none = Von nichts, was die Anforderung verlangt, ist bekannt, dass es vorhanden ist.

glossary-covered = Die Anforderung hat die Stufe „vollständig“.
glossary-partly-covered = Die Anforderung hat die Stufe „teilweise“.
glossary-to-verify = Die Anforderung hat die Stufe „vermutet“.
glossary-open = Die Anforderung ist nicht erfüllt, oder ein Abschnitt, der sie stützen würde, ist nicht vollständig umgesetzt.
glossary-unknown = Ein Abschnitt, der die Anforderung stützen würde, ist noch nicht bewertet.
glossary-new = Kein Abschnitt der angewendeten Normen stützt die Anforderung.

glossary-keep = Beibehalten, was vorhanden ist; es ist nichts zu tun.
glossary-extend = Vervollständigen, was nur teilweise vorhanden ist: tun, was genannt ist.
glossary-verify = Prüfen, wie viel schon vorhanden ist, und den Rest ergänzen.
glossary-implement = Die Anforderung umsetzen, oder den Abschnitt, der sie stützt.
glossary-assess = Den Abschnitt bewerten, von dem die Anforderung abhängt.
glossary-build = Die Anforderung vollständig umsetzen.

glossary-word-coverage = Abdeckung
glossary-word-guaranteed = gesichert
glossary-word-up-to = bis zu
glossary-word-confidence = Verlässlichkeit
glossary-coverage = Der Anteil der anwendbaren Anforderungen, die erfüllt sind; eine teilweise erfüllte Anforderung zählt halb, sofern nichts anderes angegeben ist.
glossary-guaranteed = Der Anteil der anwendbaren Anforderungen mit der Stufe „vollständig“: was ein Audit heute vorfinden würde, wenn die Angaben zutreffen.
glossary-up-to = Der Anteil der anwendbaren Anforderungen mit der Stufe „vollständig“, „teilweise“ oder „vermutet“: was die Abdeckung werden kann, wenn sich alles Vermutete bestätigt und jede teilweise erfüllte Anforderung vervollständigt wird.
glossary-confidence = Wie sicher sich die Quelle einer Beziehung zwischen zwei Abschnitten ist: hoch, mittel oder gering.
