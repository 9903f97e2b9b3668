//! `docs/rules.md` documents every rule, in one form.

use xwalk::diagnostic::{ALL, Rule};
use xwalk::rules::Documented;

const PAGES: &str = include_str!("../docs/rules.md");

/// The section cut at its blank lines, code blocks left whole.
fn blocks(page: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut is_open = false;
    for paragraph in page.split("\n\n") {
        match blocks.last_mut().filter(|_| is_open) {
            Some(block) => *block += &format!("\n\n{paragraph}"),
            None => blocks.push(paragraph.to_owned()),
        }
        is_open ^= paragraph.matches("```").count() == 1;
    }
    blocks
}

#[test]
fn every_rule_has_one_section_in_the_order_of_the_list() {
    let heads: Vec<&str> = PAGES.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(heads, ALL.iter().map(|rule| rule.id()).collect::<Vec<_>>());
}

#[test]
fn every_section_says_how_bad_it_is_why_and_what_to_do() {
    for rule in ALL {
        let blocks = blocks(rule.documentation());
        let [head, about, why, example, code, way_out] = blocks.as_slice() else {
            panic!("{} has {} blocks", rule.id(), blocks.len())
        };
        assert_eq!(head, &format!("## {}", rule.id()));
        let severity = rule.severity().name();
        let severity = format!("{}{}", severity[..1].to_uppercase(), &severity[1..]);
        assert_eq!(about, &format!("*{severity}.* {}", rule.about()));
        assert!(why.starts_with("**Why.** "), "{}", rule.id());
        assert_eq!(example, "**Example.**", "{}", rule.id());
        assert!(code.starts_with("```yaml\n") && code.ends_with("\n```"), "{}", rule.id());
        assert!(way_out.starts_with("**How to correct it.** "), "{}", rule.id());
        assert!(rule.documentation().lines().all(|line| line.chars().count() <= 120), "{}", rule.id());
    }
}

#[test]
fn a_page_is_the_whole_section_and_its_paragraphs_are_one_line() {
    let page = Rule::UnusedAllow.documentation();
    assert!(page.starts_with("## unused-allow\n\n*Warning.* An allow comment allows nothing.\n"));
    assert!(page.ends_with("reported as\nunused if the run does not check its rule."));
    assert_eq!(
        Rule::UnusedAllow.rationale(),
        "The finding that it allowed no longer exists, or the comment is on the wrong line. If it stays, it could hide the next finding without anybody having decided so."
    );
    assert_eq!(
        Rule::UnusedAllow.remedy(),
        "Remove the comment, or move it to the line that the finding names. A comment is not reported as unused if the run does not check its rule."
    );
    assert!(Rule::ConfidenceTooLow.documentation().ends_with("leaves such rows out of the answer."));
}

#[test]
fn the_glossary_has_every_word_of_the_answers() {
    let mut page = String::from(
        "# Glossary\n\nThe words of every answer, each in one sentence. Every report, workbook and portal carries the same list.\n",
    );
    let mut kind = xwalk::language::Phrase::default();
    for term in xwalk::query::glossary::terms() {
        if term.kind != kind {
            kind = term.kind;
            page += &format!("\n## {kind}s\n\n| word | meaning |\n|---|---|\n");
        }
        page += &format!("| {} | {} |\n", term.word, term.meaning);
    }
    assert_eq!(include_str!("../docs/glossary.md"), page);
}
