//! Stories from a first note to the end, written down as data, and the one runner that walks them.
//!
//! A line is something that happens (with its date), or what must be so then (with a `=`). A line
//! that ends in `!!` and a name is refused with that refusal. The form is in `reader`.

mod laws;
mod reader;

use chrono::NaiveDate;

use super::advice::{Change, card, changes, open_steps_before};
use super::command::Command;
use super::course::{Course, NormC, ParentTalk};
use super::deadline::{Basis, What, deadlines};
use super::decide::{Context, Hypotheses, decide};
use super::record::{Choice, Record};
use super::state::{Casus, State};
use super::weighing::Run;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::moment::Moment;
use crate::domain::protocol::Profile;
use crate::domain::protocol::afwegingskader::{Answer, OutcomeId, QuestionId, Stand};
use crate::domain::protocol::profile::{TermId, Topic, profile_by_id, profiles};
use crate::domain::protocol::{contacts, signalenlijst, terms};
use reader::{Deed, Line, Story, stories};

const FILES: [&str; 6] = [
    include_str!("landelijk.story"),
    include_str!("ultiem.story"),
    include_str!("kc-balans.story"),
    include_str!("kms.story"),
    include_str!("heutink-4.story"),
    include_str!("contradictions.story"),
];

/// The contradictions between the documents that a user can meet. C-17, C-28 and C-29 are about
/// letters and words inside one document: the table says to show nothing.
const SEEN: [u8; 34] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
    30, 31, 32, 33, 34, 35, 36, 37,
];

const CASUS: CasusId = CasusId::new([7; 16]);

/// A story under way.
struct World<'s> {
    story: &'s Story,
    profile: &'static Profile,
    entries: Vec<Entry>,
    state: State,
    today: NaiveDate,
    outcome: Option<crate::domain::protocol::afwegingskader::Outcome>,
}

#[test]
fn every_story_goes_as_it_is_written() {
    let stories = FILES.iter().flat_map(|file| stories(file));
    let mut count = 0;
    for story in stories {
        World::start(&story).walk();
        count += 1;
    }
    assert!(count >= 60, "{count} stories");
}

#[test]
fn every_profile_and_every_contradiction_that_is_seen_has_a_story() {
    let stories: Vec<Story> = FILES.iter().flat_map(|file| stories(file)).collect();
    for profile in profiles() {
        let count = stories.iter().filter(|story| story.profile == profile.id).count();
        assert!(count >= 8, "{}: {count} stories", profile.id);
    }
    for number in SEEN {
        let name = format!("C-{number:02}");
        assert!(stories.iter().any(|story| story.shows.contains(&name)), "{name}");
    }
}

#[test]
fn a_story_told_in_any_order_of_arrival_comes_to_the_same_casus() {
    let mut random = laws::Random::new(4);
    for story in FILES.iter().flat_map(|file| stories(file)) {
        let mut world = World::start(&story);
        world.walk();
        for _ in 0..5 {
            let mut shuffled = [world.entries.clone(), world.entries.clone()].concat();
            random.shuffle(&mut shuffled);
            assert_eq!(State::replay(shuffled), world.state, "{}", story.name);
        }
    }
}

impl<'s> World<'s> {
    fn start(story: &'s Story) -> Self {
        Self {
            story,
            profile: profile_by_id(&story.profile).expect("a profile"),
            entries: Vec::new(),
            state: State::default(),
            today: NaiveDate::default(),
            outcome: None,
        }
    }

    fn walk(&mut self) {
        for line in &self.story.lines {
            match line {
                Line::Deed { on, deed, refusal } => {
                    self.today = *on;
                    self.act(deed, refusal.as_deref());
                }
                Line::Claim(words) => self.check(words),
            }
        }
    }

    #[track_caller]
    fn act(&mut self, deed: &Deed, refusal: Option<&str>) {
        let command = self.command(deed);
        let at = self.now();
        let context = Context {
            now: at,
            role: self.story.role,
            hypotheses: match self.profile.rules.hypothesis {
                true => Hypotheses::Marked,
                false => Hypotheses::Off,
            },
            step_count: self.profile.steps.len() as u8,
        };
        let decided = decide(&self.state, command, &context);
        let told = |refusal: &super::refusal::Refusal| format!("{refusal:?}");
        match (decided, refusal) {
            (Ok(decisions), None) => {
                for decision in decisions {
                    let number = self.entries.len() as u64 + 1;
                    let mut id = [0; 16];
                    id[8..].copy_from_slice(&number.to_be_bytes());
                    let entry = Entry {
                        id: EntryId::new(id),
                        casus: decision.casus,
                        captured_at: decision.captured_at,
                        recorded_at: at,
                        lamport: number,
                        author: self.story.role,
                        event: decision.event,
                    };
                    self.entries.push(entry.clone());
                    self.state.evolve(entry);
                }
            }
            (Err(refused), Some(expected)) if told(&refused).starts_with(expected) => {}
            (decided, _) => panic!("{}: {deed:?}: {decided:?}, not {refusal:?}", self.story.name),
        }
    }

    /// Each line comes a minute after the one before.
    fn now(&self) -> Moment {
        let minute = self.entries.len() as u32;
        let time = self.today.and_hms_opt(8 + minute / 60 % 12, minute % 60, 0);
        Moment::from_local(time.expect("a time"), 60)
    }

    fn command(&mut self, deed: &Deed) -> Command {
        let casus = self.state.casus(CASUS).map(|casus| casus.id);
        match deed.clone() {
            Deed::Note(note) => Command::RecordNote { note, captured_at: self.now(), casus },
            Deed::Signaal(signaal) => Command::RecordSignaal { signaal, casus },
            Deed::Open { about, group } => Command::OpenCasus {
                casus: CASUS,
                about,
                group,
                profile_id: self.profile.id.to_owned(),
                entries: self
                    .state
                    .newest_first()
                    .filter(|item| item.is_loose())
                    .map(|item| item.id)
                    .collect(),
            },
            Deed::Step { step, progress, reason } => {
                Command::MoveStep { casus: CASUS, step, progress, reason }
            }
            Deed::Record(record) => {
                Command::KeepRecord { record: self.about_action(record), casus }
            }
            Deed::Weigh(answers) => self.weigh(&answers, casus),
            Deed::Close { reason, decided_by } => {
                Command::CloseCasus { casus: CASUS, reason, decided_by }
            }
            Deed::Share { receiver, ground } => {
                Command::ShareExtract { casus: CASUS, receiver, ground }
            }
            Deed::Transfer(system) => Command::MarkTransferred { casus: CASUS, system },
        }
    }

    /// The end of an action is about the one that has been open the longest.
    fn about_action(&self, record: Record) -> Record {
        if record.kind != super::record::RecordKind::ActionEnd {
            return record;
        }
        let course = Course::of(&self.state, CASUS);
        let open = course.open_actions().next().map(|action| action.id);
        open.map_or(record.clone(), |id| record.about(id))
    }

    fn weigh(&mut self, answers: &[(QuestionId, Answer)], casus: Option<CasusId>) -> Command {
        let mut run = Run::default();
        for (question, answer) in answers {
            run.answer(*question, *answer, self.today);
        }
        self.outcome = match run.stand(self.profile, self.story.role) {
            Stand::Reached(outcome) => Some(outcome),
            Stand::Ask(_) => None,
        };
        let weighing = run.record(self.profile, self.story.role, String::new(), String::new());
        Command::RecordWeighing { weighing, casus }
    }

    fn casus(&self) -> &Casus {
        self.state.casus(CASUS).expect("a casus")
    }

    fn check(&self, words: &str) {
        let story = format!("{}: = {words}", self.story.name);
        let mut parts = words.split_whitespace();
        let what = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        let holds = match what {
            "due" => self.is_due(&rest),
            "step" | "steps" | "tasks" | "holder" | "closed" | "ready" => self.stands(what, &rest),
            "change" | "no-change" | "card" | "talk" | "norm-c" | "refused" => {
                self.advises(what, &rest)
            }
            "outcome" => self.came_to(&rest),
            "line" | "elsewhere" | "shown" | "asks" | "warns" | "dial" | "prompt" => {
                self.reads(what, &rest)
            }
            _ => panic!("{story}: not a claim"),
        };
        assert!(holds, "{story}");
    }

    fn is_due(&self, rest: &[&str]) -> bool {
        let wanted = |what: What| match what {
            What::Term(TermId::Facts) => "facts",
            What::Term(TermId::AfterTalk) => "after_talk",
            What::Term(TermId::NextMeeting) => "next_meeting",
            What::Term(TermId::VtReply) => "vt_reply",
            What::Term(TermId::Follow) => "follow",
            What::Help => "help",
            What::Evaluation => "evaluation",
            What::Action(_) => "action",
            What::HandOver => "hand_over",
            What::Remove => "remove",
        };
        let basis = |basis: Basis| match basis {
            Basis::Profile => "profile",
            Basis::Suggested => "suggested",
            Basis::Agreed => "agreed",
            Basis::Now => "now",
        };
        let open = deadlines(&self.state, self.casus(), self.profile, self.today);
        let mut named = open.iter().filter(|deadline| wanted(deadline.what) == rest[0]);
        match rest[1] {
            "never" => named.next().is_none(),
            day => named.any(|deadline| {
                deadline.due.to_string() == day && basis(deadline.basis) == rest[2]
            }),
        }
    }

    fn stands(&self, what: &str, rest: &[&str]) -> bool {
        let casus = self.casus();
        let step_count = self.profile.steps.len() as u8;
        match what {
            "step" => {
                casus.current_step(step_count).map(|step| step.to_string()).as_deref()
                    == rest.first().copied().filter(|step| *step != "none")
            }
            "steps" if rest[0] == "open" => {
                let open = open_steps_before(casus, self.profile, rest[1].parse().unwrap());
                open.iter().map(u8::to_string).collect::<Vec<_>>() == rest[2..]
            }
            "steps" => self.profile.steps.len().to_string() == rest[0],
            "tasks" => {
                let step = self.profile.step_by_number(rest[0].parse().unwrap()).expect("a step");
                self.profile.my_task(step, self.story.role).join(" ").contains(&rest[1..].join(" "))
            }
            "holder" => {
                let duty = Choice::from_stored(rest[0]).expect("a duty");
                Course::of(&self.state, CASUS).holder(duty) == Some(&rest[1..].join(" "))
            }
            "closed" => casus.closed_at.is_some(),
            _ => casus.is_ready_to_weigh() == (rest[0] == "yes"),
        }
    }

    fn advises(&self, what: &str, rest: &[&str]) -> bool {
        let course = Course::of(&self.state, CASUS);
        match what {
            "talk" => match course.parent_talk() {
                ParentTalk::Free => rest[0] == "free",
                ParentTalk::AfterAdvice => rest[0] == "after_advice",
                ParentTalk::Stopped => rest[0] == "stopped",
            },
            "norm-c" => match course.norm_c() {
                NormC::Silent => rest[0] == "silent",
                NormC::Report => rest[0] == "report",
                NormC::AskAdvice => rest[0] == "ask",
            },
            "refused" => course.is_refused_by_parents(),
            "card" => course.situations().filter_map(card).any(|card| card == rest[0]),
            _ => {
                let found = changes(&course, rest[0].parse().unwrap());
                let is_named = |change: &Change| {
                    let name = format!("{change:?}");
                    name.starts_with(rest[1])
                };
                found.iter().any(is_named) == (what == "change")
            }
        }
    }

    fn came_to(&self, rest: &[&str]) -> bool {
        let outcome = self.outcome.as_ref().expect("a weighing that ended");
        let name = OutcomeId::from_stored(rest[0]).expect("an outcome");
        let said =
            format!("{} {} {}", outcome.ending.who, outcome.ending.told, outcome.ending.decisions);
        outcome.id == name
            && rest.get(1).is_none_or(|norm| match *norm {
                "-" => outcome.norm.is_none(),
                norm => format!("{:?}", outcome.norm) == format!("Some({norm})"),
            })
            && said.contains(&rest[2.min(rest.len())..].join(" "))
    }

    /// Reads what the app shows: a line of the profile, what is different elsewhere, or a card.
    fn reads(&self, what: &str, rest: &[&str]) -> bool {
        let wanted = rest[1..].join(" ");
        match what {
            "shown" => {
                let card = terms::by_id(rest[0]).expect("a card");
                let mut texts = card.more.iter().chain([&card.text]);
                return texts.any(|text| text.contains(&wanted));
            }
            "asks" => {
                let id = QuestionId::from_stored(rest[0]);
                let mut questions = self.profile.questions.iter();
                let question = questions.find(|question| Some(question.id) == id).expect("it");
                return question.text.contains(&wanted) || question.help.contains(&wanted);
            }
            "warns" => {
                let wanted = rest.join(" ");
                return signalenlijst::WARNING_MORE.iter().any(|text| text.contains(&wanted));
            }
            "dial" => {
                let contact = contacts::by_id(rest[0]).expect("a contact");
                return contact.href().is_some() == (rest[1] == "yes");
            }
            "prompt" => {
                let prompt = signalenlijst::prompt_for(rest[0]).expect("a prompt");
                return prompt.see.contains(&rest[1]);
            }
            _ => {}
        }
        let is_topic =
            |topic: Topic| format!("{topic:?}").eq_ignore_ascii_case(&rest[0].replace('_', ""));
        let line = self.profile.lines.iter().find(|line| is_topic(line.topic)).expect("a line");
        let text = if what == "line" { line.text } else { line.elsewhere };
        text.contains(&wanted)
    }
}

#[test]
fn a_role_of_the_stories_may_be_any_of_the_school() {
    let roles: Vec<Role> =
        FILES.iter().flat_map(|file| stories(file)).map(|story| story.role).collect();
    assert!(Role::ALL.iter().all(|role| roles.contains(role)));
}
