//! The page in a hand-over: one file without scripts or foreign addresses, for whoever opens it
//! with `age` and a browser alone. It is written, never shown in Pluis itself.

use super::Section;
use crate::domain::html::escape;
use crate::ui::components::timeline_entry::TimelineLine;
use crate::ui::text::{overdracht, paper};

/// What stands above the parts: a name and a value each.
pub type Head = Vec<(&'static str, String)>;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}\
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dt,time,small{color:#555}\
article{border-top:1px solid #ccc;padding:.5rem 0}h3{margin:0;font-size:1rem}p{margin:.25rem 0;white-space:pre-line}";

/// Writes the page.
pub fn page(head: &Head, sections: &[Section], left_out: &[&str]) -> String {
    let mut page = String::from("<!doctype html>\n<html lang=\"nl\"><meta charset=\"utf-8\">");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width\">");
    element(&mut page, "title", overdracht::PAGE_TITLE);
    page.push_str(&["<style>", STYLE, "</style>\n"].concat());
    element(&mut page, "p", paper::CONFIDENTIAL);
    element(&mut page, "h1", overdracht::PAGE_TITLE);
    element(&mut page, "p", overdracht::PAGE_LEAD);
    page.push_str("<dl>");
    for (name, value) in head.iter().filter(|(_, value)| !value.is_empty()) {
        element(&mut page, "dt", name);
        element(&mut page, "dd", value);
    }
    page.push_str("</dl>\n");
    for section in sections {
        element(&mut page, "h2", section.title);
        section.lines.iter().for_each(|line| article(&mut page, line));
    }
    element(&mut page, "h2", overdracht::LEFT_OUT);
    page.push_str("<ul>");
    left_out.iter().for_each(|part| element(&mut page, "li", part));
    page.push_str("</ul>\n</html>\n");
    page
}

fn article(page: &mut String, line: &TimelineLine) {
    page.push_str("<article>");
    element(page, "h3", &line.title);
    element(page, "time", &line.clock);
    let quote =
        if line.quote.is_empty() { String::new() } else { ["“", &line.quote, "”"].concat() };
    let tags: Vec<&str> = line.tags.iter().map(|tag| tag.text.as_str()).collect();
    let later = line.later.iter().map(|(heading, text)| [heading, ": ", text].concat());
    let paragraphs = [line.text.clone(), quote].into_iter();
    let paragraphs = paragraphs.chain(line.earlier.iter().cloned());
    let paragraphs = paragraphs.chain(line.facts.iter().cloned()).chain(later);
    paragraphs.filter(|text| !text.is_empty()).for_each(|text| element(page, "p", &text));
    if !tags.is_empty() {
        element(page, "small", &tags.join(" · "));
    }
    page.push_str("</article>\n");
}

fn element(page: &mut String, name: &str, text: &str) {
    page.push_str(&["<", name, ">", &escape(text), "</", name, ">\n"].concat());
}
