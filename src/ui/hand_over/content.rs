//! A casus as it reads in a hand-over: everything that goes along, and nothing else.

use leptos::prelude::*;

use crate::domain::casus::event::{WeighedAnswer, WeighingRecorded};
use crate::domain::casus::hand_over::Part;
use crate::domain::casus::state::{Content, Item, State};
use crate::domain::id::CasusId;
use crate::domain::moment::Moment;
use crate::domain::protocol::afwegingskader::{Answer, QuestionId};
use crate::domain::protocol::profile_by_id;
use crate::ui::components::timeline_entry::{TimelineEntry, TimelineLine};
use crate::ui::text::{afwegen, dates, overdracht};
use crate::ui::timeline::{Heading, line_of};

/// The parts in the order in which they are read.
const PARTS: [(Part, &str); 5] = [
    (Part::Always, overdracht::PART_CASUS),
    (Part::Fact, overdracht::FACTS),
    (Part::Talk, overdracht::TALKS),
    (Part::Weighing, overdracht::WEIGHINGS),
    (Part::Supposition, overdracht::SUPPOSITIONS),
];

/// It is read on some other day, so no line may say "today": beside the first day of 1970 every
/// day is written in full.
const READ_LATER: Moment = Moment { unix_ms: 0, offset_minutes: 0 };

/// One part of what is handed over.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// Its lines, oldest first.
    pub lines: Vec<TimelineLine>,
}

/// Returns what the log of a hand-over comes to, as it is read.
pub fn sections(state: &State, casus: CasusId) -> Vec<Section> {
    let section = |(part, title): (Part, &'static str)| {
        let mut lines: Vec<TimelineLine> =
            state.items_of(casus).filter(|item| Part::of(item) == part).map(line).collect();
        lines.reverse();
        Section { title, lines }
    };
    PARTS.map(section).into_iter().filter(|section| !section.lines.is_empty()).collect()
}

fn line(item: &Item) -> TimelineLine {
    let mut line = line_of(item, Heading::KindAlone, READ_LATER);
    let day = dates::full_day(item.captured_at.date());
    line.clock = [&day, ", ", &line.clock].concat();
    if let Content::Weighing(weighing) = &item.content {
        line.facts.extend(weighing.answers.iter().filter_map(|answer| answered(weighing, answer)));
    }
    line
}

/// Returns an answer of a weighing with its reason; the timeline shows the outcome alone.
fn answered(weighing: &WeighingRecorded, weighed: &WeighedAnswer) -> Option<String> {
    let profile = profile_by_id(&weighing.profile_id)?;
    let id = QuestionId::from_stored(&weighed.question_id)?;
    let question = profile.questions.iter().find(|question| question.id == id)?;
    let answer = Answer::from_stored(&weighed.answer_id).map_or("", afwegen::answer);
    let mut text = [question.text, " ", answer, "."].concat();
    for (label, written) in [(overdracht::BECAUSE, &weighed.reason), (" ", &weighed.people)] {
        if !written.is_empty() {
            text.push_str(&[label, written].concat());
        }
    }
    weighed.points.iter().for_each(|point| text.push_str(&[" ✓ ", point].concat()));
    Some(text)
}

/// Shows the parts on the screen.
pub fn read_view(sections: Vec<Section>) -> AnyView {
    let section = |section: Section| {
        let lines = section.lines.into_iter().map(|line| view! { <TimelineEntry line /> });
        view! {
            <section>
                <h3 class="timeline-date">{section.title}</h3>
                {lines.collect_view()}
            </section>
        }
    };
    sections.into_iter().map(section).collect_view().into_any()
}
