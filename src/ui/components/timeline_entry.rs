//! One line of a timeline: its mark, its texts and its tags.

use leptos::prelude::*;

use super::icon::Icon;

/// A tag below the texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineTag {
    /// The icon before it.
    pub icon: Option<&'static str>,
    /// The word.
    pub text: String,
    /// Draws it dashed: something is still open.
    pub is_open: bool,
}

/// What a line shows; whatever is empty is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineLine {
    /// The icon in the mark.
    pub icon: &'static str,
    /// Draws the mark dashed: something is still open.
    pub is_open: bool,
    /// The line's heading.
    pub title: String,
    /// The time on the clock.
    pub clock: String,
    /// The same for machines.
    pub machine: String,
    /// The main text.
    pub text: String,
    /// Soft lines on how it first read.
    pub earlier: Vec<String>,
    /// Literal words, without quotation marks.
    pub quote: String,
    /// Soft lines with particulars.
    pub facts: Vec<String>,
    /// Heading and text of what was added later.
    pub later: Vec<(String, String)>,
    /// The tags.
    pub tags: Vec<TimelineTag>,
}

/// Shows a line.
#[component]
pub fn TimelineEntry(
    /// The line.
    line: TimelineLine,
    /// What can be done with it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let mark = if line.is_open { "timeline-mark timeline-mark--open" } else { "timeline-mark" };
    let text = (!line.text.is_empty()).then(|| view! { <p>{line.text}</p> });
    let quote = (!line.quote.is_empty()).then(|| {
        let quote = ["“", &line.quote, "”"].concat();
        view! { <blockquote class="quote">{quote}</blockquote> }
    });
    let tags = (!line.tags.is_empty()).then(|| {
        let tags = line.tags.into_iter().map(tag).collect_view();
        view! { <p class="cluster">{tags}</p> }
    });
    view! {
        <article class="timeline-entry">
            <span class=mark>
                <Icon name=line.icon />
            </span>
            <div class="timeline-body">
                <p class="spread">
                    <strong>{line.title}</strong>
                    <time class="soft" datetime=line.machine>
                        {line.clock}
                    </time>
                </p>
                {text}
                {line.earlier.into_iter().map(soft).collect_view()}
                {quote}
                {line.facts.into_iter().map(soft).collect_view()}
                {line.later.into_iter().map(later).collect_view()}
                {tags}
                {children.map(|children| children())}
            </div>
        </article>
    }
}

fn tag(tag: TimelineTag) -> impl IntoView {
    let class = if tag.is_open { "tag tag--open" } else { "tag" };
    view! { <span class=class>{tag.icon.map(|name| view! { <Icon name /> })} {tag.text}</span> }
}

fn soft(text: String) -> impl IntoView {
    view! { <p class="soft">{text}</p> }
}

fn later((heading, text): (String, String)) -> impl IntoView {
    let text = (!text.is_empty()).then(|| view! { <p>{text}</p> });
    view! {
        <div class="timeline-later">
            <p class="soft">{heading}</p>
            {text}
        </div>
    }
}
