//! Graphs, schedules and calendars, read back.

use graphviz_rust::dot_structures::{Attribute, Edge as DotEdge, EdgeTy, Graph as Dot, Id, Stmt, Subgraph, Vertex};
use icalendar::{Calendar, Component, Event as Day, EventLike};
use jiff::civil::{Date, date};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion, escape::unescape};
use xwalk::language::DocumentLanguage;
use xwalk::model::{self, PersonDays, StepState, WorkingDays};
use xwalk::render::{Page, Presentation, format};
use xwalk::report::{Basis, Deadline, Document, Edge, Graph, Node, NodeKind, Part, Schedule, Task, Tone};
use xwalk::source::Sources;

/// A title in which every format finds something that it would take for its own.
const HOSTILE: &str = "a \"b\" \\ <i>&amp; #35; `c` ]]> -->|x| {d}; %% e:f\n]";

fn document(part: Part) -> Document {
    Document {
        command: "graph",
        title: "A title".to_owned().into(),
        lead: Vec::new(),
        parts: vec![part],
        findings: Vec::new(),
        basis: Basis::default(),
    }
}

fn written(name: &str, part: Part) -> String {
    written_in(DocumentLanguage::English, name, part)
}

fn written_in(language: DocumentLanguage, name: &str, part: Part) -> String {
    let (sources, document, mut bytes) = (Sources::default(), document(part), Vec::new());
    let presentation = Presentation { language, ..Presentation::default() };
    assert_eq!(format(name).unwrap().missing_content(&document), None);
    let page = Page { presentation: &presentation, ..Page::new(&sources, 80) };
    format(name).unwrap().write(&document, page, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn node(id: &str, title: &str, group: Option<usize>, tone: Tone, state: Option<&str>) -> Node {
    Node {
        id: id.to_owned(),
        label: if group.is_some() { id.rsplit('/').next().unwrap().to_owned().into() } else { "+".to_owned().into() },
        title: title.to_owned().into(),
        group,
        kind: if group.is_some() { NodeKind::Clause } else { NodeKind::Joint },
        tone,
        state: state.map(str::to_owned).map(Into::into),
    }
}

fn tie(from: usize, to: usize, label: &str, tone: Tone, add: Option<&str>) -> Edge {
    Edge {
        from,
        to,
        label: label.to_owned().into(),
        tone,
        table: Some("base-1--target-1".to_owned()),
        confidence: Some("medium".to_owned()),
        add: add.map(str::to_owned),
    }
}

/// Two clauses that lead to one jointly, one that leads to another in part, and one that nothing leads to.
fn graph() -> Graph {
    Graph {
        title: "A graph".to_owned().into(),
        groups: vec!["base:1".to_owned().into(), "target:1".to_owned().into()],
        nodes: vec![
            node("base:1/1", "People", Some(0), Tone::Good, Some("full")),
            node("base:1/2", HOSTILE, Some(0), Tone::Middling, Some("partial")),
            node("target:1/1", "Competence", Some(1), Tone::Middling, Some("partial")),
            node("target:1/2", "Tools", Some(1), Tone::Unsure, Some("presumed")),
            node("target:1/3", "Budget", Some(1), Tone::Bad, Some("none")),
            node("joint-1", "People with tools", None, Tone::Good, None),
        ],
        edges: vec![
            tie(0, 5, "jointly", Tone::Good, None),
            tie(1, 5, "jointly", Tone::Good, None),
            tie(5, 2, "full", Tone::Good, None),
            tie(1, 3, "partial", Tone::Middling, Some(HOSTILE)),
        ],
    }
}

fn task(id: &str, section: &str, after: &[usize], effort: Option<u32>, begins: u64, is_critical: bool) -> Task {
    Task {
        id: id.to_owned(),
        title: format!("Task {id}").into(),
        section: section.to_owned().into(),
        after: after.to_vec(),
        effort: effort.map(PersonDays),
        begin: WorkingDays(begins),
        end: WorkingDays(begins + u64::from(effort.unwrap_or_default())),
        owner: Some("Ann".to_owned()),
        is_empty_step: false,
        is_late: false,
        is_critical,
        state: None,
    }
}

/// Three days, then two and a half, while a task of unknown effort waits for the first too; then one day after both.
fn schedule(start: Option<Date>) -> Schedule {
    let mut schedule = Schedule {
        title: "A plan".to_owned().into(),
        start,
        calendar: model::Calendar::new([date(2027, 1, 13)].into()),
        tasks: vec![
            task("1", "Set up", &[], Some(300), 0, true),
            task("2", "Build", &[0], Some(250), 300, true),
            task("3", "Build", &[0], None, 300, false),
            task("4", "Check", &[1, 2], Some(100), 550, true),
        ],
        deadlines: vec![Deadline {
            id: "base:1/1".to_owned(),
            day: date(2027, 3, 31),
            title: "Finish, if possible; people".to_owned().into(),
            owner: Some("Quality manager".to_owned()),
            text: "Put it in place.\nAll of it.".to_owned().into(),
            category: "implement".into(),
            is_missed: false,
        }],
    };
    schedule.tasks[2].title = format!("gantt {HOSTILE}").into();
    schedule.tasks[3].title = "2027-05-01 is a day".to_owned().into();
    schedule
}

/// A Saturday.
const START: Date = date(2027, 1, 9);

/// An element of XML with the text right in it.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

/// The elements of an XML text that is well-formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                let attributes = attributes.collect();
                found.push(Element { name: tag.name().as_ref().to_owned(), attributes, text: String::new() });
                if matches!(event, Event::Start(_)) {
                    open.push(found.len() - 1);
                }
            }
            Event::End(_) => drop(open.pop().unwrap()),
            Event::Text(text) if !open.is_empty() => found[*open.last().unwrap()].text += text,
            Event::GeneralRef(entity) => {
                found[*open.last().unwrap()].text += &unescape(&format!("&{};", &**entity)).unwrap();
            }
            Event::Eof => break,
            Event::Text(_) | Event::Decl(_) => {}
            Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => panic!("{event:?}"),
        }
    }
    assert!(open.is_empty());
    found
}

fn named<'e>(elements: &'e [Element], name: &str) -> Vec<&'e Element> {
    elements.iter().filter(|element| element.name == name).collect()
}

fn texts<'e>(elements: &'e [Element], name: &str) -> Vec<&'e str> {
    named(elements, name).iter().map(|element| element.text.as_str()).collect()
}

/// What Graphviz takes a quoted text for.
fn unquoted(id: &Id) -> String {
    let Id::Escaped(text) = id else { panic!("{id:?} is not quoted") };
    let inner = text.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
    let (mut plain, mut chars) = (String::new(), inner.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => plain.push(match chars.next().unwrap() {
                'n' => '\n',
                c => c,
            }),
            c => plain.push(c),
        }
    }
    plain.replace("&amp;", "&")
}

fn value(attributes: &[Attribute], name: &str) -> Id {
    let found = attributes.iter().find(|attribute| attribute.0 == Id::Plain(name.to_owned()));
    found.unwrap_or_else(|| panic!("no {name}")).1.clone()
}

#[test]
fn dot_has_a_cluster_for_each_group_and_an_edge_for_each_tie() {
    let dot = graphviz_rust::parse(&written("dot", Part::Graph(graph()))).unwrap();
    let Dot::DiGraph { stmts, .. } = dot else { panic!("it is directed") };
    let (mut clusters, mut edges, mut loose) = (Vec::new(), Vec::new(), 0);
    for statement in stmts {
        match statement {
            Stmt::Subgraph(cluster) => clusters.push(cluster),
            Stmt::Edge(edge) => edges.push(edge),
            Stmt::Node(_) => loose += 1,
            Stmt::Attribute(_) | Stmt::GAttribute(_) => {}
        }
    }
    let nodes = |cluster: &Subgraph| -> Vec<(String, String)> {
        let nodes = cluster.stmts.iter().filter_map(|statement| match statement {
            Stmt::Node(node) => Some((unquoted(&node.id.0), unquoted(&value(&node.attributes, "label")))),
            Stmt::Subgraph(_) | Stmt::Attribute(_) | Stmt::GAttribute(_) | Stmt::Edge(_) => None,
        });
        nodes.collect()
    };
    assert_eq!(clusters.iter().map(|cluster| nodes(cluster).len()).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(loose, 1, "the joint row");
    assert_eq!(nodes(&clusters[0])[1], ("base:1/2".to_owned(), format!("2 {HOSTILE}")));
    let ends = |edge: &DotEdge| match &edge.ty {
        EdgeTy::Pair(Vertex::N(from), Vertex::N(to)) => (unquoted(&from.0), unquoted(&to.0)),
        other => panic!("{other:?}"),
    };
    let last = edges.last().unwrap();
    assert_eq!((edges.len(), ends(last)), (4, ("base:1/2".to_owned(), "target:1/2".to_owned())));
    assert_eq!(value(&last.attributes, "style"), Id::Plain("dashed".to_owned()));
    assert_eq!(value(&edges[2].attributes, "style"), Id::Plain("solid".to_owned()));
    let tooltip = unquoted(&value(&last.attributes, "tooltip"));
    assert_eq!(tooltip, format!("2 → 2: partial\nbase-1--target-1, confidence medium\n{HOSTILE}"));
}

#[test]
fn graphml_carries_every_value_under_a_key_that_it_declares() {
    let elements = elements(&written("graphml", Part::Graph(graph())));
    let (keys, nodes, edges) = (named(&elements, "key"), named(&elements, "node"), named(&elements, "edge"));
    assert_eq!((keys.len(), nodes.len(), edges.len()), (9, 6, 4));
    let data = named(&elements, "data");
    assert!(data.iter().all(|data| keys.iter().any(|key| key.get("id") == data.get("key"))));
    assert_eq!(data.iter().filter(|data| data.text == HOSTILE).count(), 2, "as a title and as what is left to do");
    assert_eq!(data.iter().find(|data| data.get("key") == "edition").unwrap().text, "base:1");
    assert_eq!((edges[3].get("source"), edges[3].get("target")), ("base:1/2", "target:1/2"));
    assert_eq!(
        nodes.iter().map(|node| node.get("id")).collect::<Vec<_>>(),
        ["base:1/1", "base:1/2", "target:1/1", "target:1/2", "target:1/3", "joint-1"]
    );
}

#[test]
fn a_flow_chart_has_a_subgraph_for_each_group_and_nothing_in_it_is_taken_for_language() {
    assert_eq!(
        written("mermaid", Part::Graph(graph())),
        r##"---
title: "A graph (solid: covers in full, dotted: in part)"
---
flowchart LR
  subgraph g0["base:1"]
    n0["1 People"]
    n1["2 a #quot;b#quot; #92; #lt;i#gt;#amp;amp#59; #35;35#59; #96;c#96; ]]#gt; --#gt;|x| {d}#59; #37;#37; e:f ]"]
  end
  subgraph g1["target:1"]
    n2["1 Competence"]
    n3["2 Tools"]
    n4["3 Budget"]
  end
  n5(("+"))
  n0 --- n5
  n1 --- n5
  n5 --> n2
  n1 -.-> n3
  classDef good fill:#e3f3e4,stroke:#2e7d32,color:#1f2328
  class n0,n5 good
  classDef middling fill:#fdf0d9,stroke:#b26a00,color:#1f2328
  class n1,n2 middling
  classDef unsure fill:#ececfb,stroke:#5b5bd6,color:#1f2328,stroke-dasharray:2 3
  class n3 unsure
  classDef bad fill:#fbe4e4,stroke:#c62828,color:#1f2328
  class n4 bad
"##
    );
}

#[test]
fn a_gantt_chart_works_in_whole_days_from_the_first_working_day_on() {
    assert_eq!(
        written("mermaid", Part::Schedule(schedule(Some(START)))),
        "gantt
  title A plan
  %% 1 task is not estimated and is shown as a milestone
  dateFormat YYYY-MM-DD
  excludes weekends, 2027-01-13
  section Set up
  Task 1 :crit, t0, 2027-01-11, 3d
  section Build
  Task 2 :crit, t1, 2027-01-15, 3d
  #103;antt a #quot;b#quot; #92; #lt;i#gt;#amp;amp#59; #35;35#59; #96;c#96; ]]#gt; --#gt;|x| {d}#59; #37;#37; e#58;f ] :milestone, t2, 2027-01-15, 0d
  section Check
  #50;027-05-01 is a day :crit, t3, 2027-01-19, 2d
  section Due dates
  Finish, if possible#59; people :milestone, d0, 2027-03-31, 0d
"
    );
}

#[test]
fn a_gantt_chart_marks_what_is_done_and_what_is_under_way() {
    let mut schedule = schedule(Some(START));
    let states = [Some(StepState::Done), Some(StepState::UnderWay), Some(StepState::Open), None];
    for (task, state) in schedule.tasks.iter_mut().zip(states) {
        task.state = state;
    }
    let chart = written("mermaid", Part::Schedule(schedule.clone()));
    let marks: Vec<&str> = chart
        .lines()
        .filter_map(|line| line.split_once(" :"))
        .map(|(_, bar)| bar.split(", 2027").next().unwrap())
        .collect();
    assert_eq!(marks, ["crit, done, t0", "crit, active, t1", "milestone, t2", "crit, t3", "milestone, d0"]);
    let elements = elements(&written("svg", Part::Schedule(schedule)));
    let shown = texts(&elements, "text");
    for words in ["3 d, Ann, done", "2.5 d, Ann, under way", "not estimated, Ann", "1 d, Ann", "done"] {
        assert_eq!(shown.iter().filter(|shown| **shown == words).count(), 1, "{words}: {shown:?}");
    }
}

#[test]
fn a_picture_of_a_graph_shows_each_clause_and_each_tie() {
    let elements = elements(&written("svg", Part::Graph(graph())));
    assert_eq!((elements[0].name.as_str(), elements[0].get("role")), ("svg", "img"));
    for id in elements[0].get("aria-labelledby").split(' ') {
        assert_eq!(elements.iter().filter(|element| element.get("id") == id).count(), 1, "{id}");
    }
    let shown = texts(&elements, "text");
    for text in ["base:1", "target:1", "People", "Competence", "Tools", "Budget", "full relation", "partial relation"] {
        assert_eq!(shown.iter().filter(|shown| **shown == text).count(), 1, "{text}");
    }
    let hints = texts(&elements, "title");
    assert!(hints.contains(&format!("2 → 2: partial\nbase-1--target-1\n{HOSTILE}").as_str()), "{hints:?}");
    assert!(hints.contains(&format!("base:1/2 {HOSTILE}: partial").as_str()), "{hints:?}");
    let curves = |class: &str| {
        let paths = named(&elements, "path");
        paths.iter().filter(|path| path.get("class") == class && path.get("d").contains('C')).count()
    };
    assert_eq!((curves("xw-line"), curves("xw-line xw-dashed")), (3, 1));
}

#[test]
fn the_words_of_a_picture_are_in_the_language_of_its_document() {
    let svg = written_in(DocumentLanguage::German, "svg", Part::Schedule(schedule(Some(START))));
    let elements = elements(&svg);
    let shown = texts(&elements, "text");
    for text in ["11.01.2027", "2,5 PT, Ann", "nicht geschätzt, Ann", "31.03.2027, Quality manager", "Termine"] {
        assert!(shown.contains(&text), "{text}: {shown:?}");
    }
    assert!(svg.contains("Aufgaben: 4; Arbeitstage: 6,5; Termine: 1."), "{svg}");
    assert!(svg.contains("1 PT, Ann, auf dem kritischen Pfad</title>"), "{svg}");
    let undated = written_in(DocumentLanguage::French, "svg", Part::Schedule(schedule(None)));
    assert!(undated.contains(">jour 2</text>"), "{undated}");
    let graph = written_in(DocumentLanguage::Spanish, "svg", Part::Graph(graph()));
    for text in [">2 mostrados</text>", ">relación full</text>", "5 apartados de base:1, target:1"] {
        assert!(graph.contains(text), "{text}: {graph}");
    }
    let gantt = written_in(DocumentLanguage::French, "mermaid", Part::Schedule(schedule(Some(START))));
    assert!(gantt.contains("  section Échéances\n"), "{gantt}");
    let calendar = written_in(DocumentLanguage::German, "ics", Part::Schedule(schedule(Some(START))));
    assert!(calendar.contains("DESCRIPTION:Verantwortlich: Quality manager"), "{calendar}");
}

#[test]
fn a_picture_of_a_schedule_shows_work_to_scale_and_leaves_out_weekends_and_days_off() {
    let elements = elements(&written("svg", Part::Schedule(schedule(Some(START)))));
    let bars = named(&elements, "rect").into_iter().filter(|bar| bar.get("class") == "xw-area");
    // Work takes 6.5 days. What is due long after lets the axis reach to twice that: 13 days on 560 units.
    assert_eq!(bars.map(|bar| bar.get("width")).take(3).collect::<Vec<_>>(), ["129.2", "107.7", "43.1"]);
    let shown = texts(&elements, "text");
    let days: Vec<&str> = shown.iter().copied().filter(|text| text.starts_with("2027-01")).collect();
    assert_eq!(
        days,
        ["2027-01-11", "2027-01-14", "2027-01-18", "2027-01-20", "2027-01-22", "2027-01-26", "2027-01-28"]
    );
    for text in ["2.5 d, Ann", "not estimated, Ann", "2027-03-31, Quality manager", "Due dates"] {
        assert!(shown.contains(&text), "{text}");
    }
    let undated = self::elements(&written("svg", Part::Schedule(schedule(None))));
    assert!(texts(&undated, "text").contains(&"day 2"), "without a start days are counted");
}

#[test]
fn a_calendar_has_a_day_for_each_deadline_that_needs_no_clock() {
    let ics = written("ics", Part::Schedule(schedule(None)));
    assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count());
    let calendar: Calendar = ics.parse().unwrap();
    let events: Vec<&Day> = calendar.events().collect();
    let [event] = events.as_slice() else { panic!("{events:?}") };
    let values = ["UID", "DTSTAMP", "DTSTART", "TRANSP", "SUMMARY", "DESCRIPTION"];
    assert_eq!(
        values.map(|name| event.property_value(name).unwrap()),
        [
            "base:1/1@xwalk",
            "20270331T000000Z",
            "20270331",
            "TRANSPARENT",
            "Finish, if possible; people",
            "Owner: Quality manager\nPut it in place.\nAll of it."
        ]
    );
    assert_eq!(event.get_categories(), Some(vec!["implement".to_owned()]));
    assert!(ics.contains("DTSTART;VALUE=DATE:20270331\r\n"), "it is a whole day");
}

#[test]
fn whatever_a_text_holds_a_calendar_reads_back_the_same() {
    let hostile = "one\ntwo; \\n three, BEGIN:VEVENT\nEND:VCALENDAR\"";
    let deadline = Deadline {
        id: format!("base:1/{hostile}"),
        title: hostile.to_owned().into(),
        owner: Some(hostile.to_owned()),
        text: hostile.to_owned().into(),
        category: hostile.into(),
        is_missed: false,
        ..schedule(None).deadlines[0].clone()
    };
    let ics = written(
        "ics",
        Part::Schedule(Schedule { title: hostile.to_owned().into(), deadlines: vec![deadline], ..schedule(None) }),
    );
    let calendar: Calendar = ics.parse().unwrap();
    assert_eq!((calendar.get_name(), calendar.property_value("X-WR-CALNAME")), (Some(hostile), Some(hostile)));
    let events: Vec<&Day> = calendar.events().collect();
    let [event] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(event.property_value("UID"), Some(format!("base:1/{hostile}@xwalk").as_str()));
    assert_eq!(event.property_value("SUMMARY"), Some(hostile));
    assert_eq!(event.property_value("DESCRIPTION"), Some(format!("Owner: {hostile}\n{hostile}").as_str()));
    assert_eq!(event.get_categories(), Some(vec![hostile.to_owned()]));
}

#[test]
fn a_picture_of_nothing_is_a_picture() {
    let empty = Graph { title: String::new().into(), groups: Vec::new(), nodes: Vec::new(), edges: Vec::new() };
    for name in ["svg", "graphml"] {
        assert!(!elements(&written(name, Part::Graph(empty.clone()))).is_empty());
    }
    assert!(graphviz_rust::parse(&written("dot", Part::Graph(empty))).is_ok());
    let empty = Schedule { tasks: Vec::new(), deadlines: Vec::new(), ..schedule(Some(START)) };
    assert_eq!(elements(&written("svg", Part::Schedule(empty)))[0].name, "svg");
}

#[test]
fn a_format_says_what_a_document_lacks_and_where_to_get_it() {
    let lacks = |name: &str, part: Part| format(name).unwrap().missing_content(&document(part));
    let nothing = || Part::Section("Nothing".to_owned().into());
    for name in ["dot", "graphml"] {
        let lack = "this answer contains no graph\n\n  tip: `xwalk graph` gives one";
        assert_eq!(lacks(name, nothing()).as_deref(), Some(lack));
        assert_eq!(lacks(name, Part::Schedule(schedule(None))).as_deref(), Some(lack));
    }
    let lack = "this answer contains neither a graph nor a schedule\n\n  tip: `xwalk graph` gives a graph, `xwalk plan` a schedule";
    assert_eq!(lacks("mermaid", nothing()).as_deref(), Some(lack));
    let lack = "this answer contains no picture\n\n  tip: `xwalk graph`, `xwalk plan` and `xwalk trend` give one";
    assert_eq!(lacks("svg", nothing()).as_deref(), Some(lack));
    assert_eq!(lacks("svg", Part::Schedule(schedule(None))), None);
    assert!(lacks("mermaid", Part::Schedule(schedule(None))).unwrap().starts_with("this schedule has no start date"));
    assert!(lacks("ics", Part::Graph(graph())).unwrap().starts_with("this answer contains no deadlines"));
    let undated = Schedule { deadlines: Vec::new(), ..schedule(None) };
    assert!(lacks("ics", Part::Schedule(undated)).unwrap().starts_with("no open item has a `due` date"));
}

#[test]
fn a_touch_point_is_a_dotted_line_with_a_word_in_the_legend() {
    let quiet = || {
        let mut graph = graph();
        graph.edges.push(tie(0, 4, "related", Tone::Quiet, None));
        Part::Graph(graph)
    };
    let dot = written("dot", quiet());
    assert!(dot.contains("solid: covers in full; dashed: in part; dotted: related (touch point)"), "{dot}");
    assert!(dot.contains("\"base:1/1\" -> \"target:1/3\" [style=dotted"), "{dot}");
    let mermaid = written("mermaid", quiet());
    assert!(mermaid.contains("n0 -. related .-> n4"), "{mermaid}");
    let svg = written("svg", quiet());
    assert!(svg.contains("related (touch point)") && svg.contains("xw-dotted"), "{svg}");
    for format in ["dot", "svg"] {
        assert!(!written(format, Part::Graph(graph())).contains("touch point"), "{format}");
    }
}
