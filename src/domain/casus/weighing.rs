//! A run through the afwegingskader while it is under way, and the record that it becomes.
//!
//! It weighs nothing itself: what answers come to is asked of the protocol.

use chrono::NaiveDate;

use super::event::{WeighedAnswer, WeighingRecorded};
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::{
    Answer, Given, Outcome, Question, QuestionId, Stand, stand,
};
use crate::domain::protocol::profile::Profile;

/// The side on which a note stands in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It supports the answer.
    For,
    /// It contradicts the answer.
    Against,
}

/// What the screen shows: a question, or what the answers come to.
#[derive(Debug)]
pub enum Screen {
    /// This question, answered before or not.
    Ask(&'static Question),
    /// The end of the run.
    Reached(Outcome),
}

/// A run that is under way. Answers that are not on the way now are kept for later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    answers: Vec<WeighedAnswer>,
}

impl Run {
    /// Tells whether nothing was answered or written yet.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// Returns the answers for the protocol, in the order of the questions.
    pub fn given(&self) -> Vec<Given> {
        let given = QuestionId::ALL.into_iter().map(|question| {
            let answer = self.answered(question)?;
            Some(Given { question, answer })
        });
        given.flatten().collect()
    }

    /// Returns the answer to a question.
    pub fn answered(&self, question: QuestionId) -> Option<Answer> {
        Answer::from_stored(&self.part(question.as_str())?.answer_id)
    }

    /// Returns an answer with what it rests on; empty when there is nothing yet.
    pub fn weighed(&self, question: QuestionId) -> WeighedAnswer {
        self.part(question.as_str()).cloned().unwrap_or_default()
    }

    /// Returns where the run stands in a profile.
    pub fn stand(&self, profile: &'static Profile, role: Role) -> Stand {
        stand(profile, role, &self.given())
    }

    /// Returns the screen for a wish: a question that was passed may be seen again, a later one not.
    pub fn screen(
        &self,
        profile: &'static Profile,
        role: Role,
        wish: Option<QuestionId>,
    ) -> Screen {
        let wished = wish.and_then(|id| {
            let question = profile.questions.iter().find(|question| question.id == id)?;
            self.is_on_the_way(profile, id).then_some(question)
        });
        match (wished, self.stand(profile, role)) {
            (Some(question), _) | (None, Stand::Ask(question)) => Screen::Ask(question),
            (None, Stand::Reached(outcome)) => Screen::Reached(outcome),
        }
    }

    /// Returns the question that was passed just before this one; the first has none.
    pub fn question_before(
        &self,
        profile: &'static Profile,
        question: QuestionId,
    ) -> Option<QuestionId> {
        let mut earlier = profile.questions.iter().rev().map(|other| other.id);
        earlier.find(|id| *id < question && self.is_on_the_way(profile, *id))
    }

    /// Returns the question after this one, answered before or not; none when the run ends here.
    pub fn question_after(
        &self,
        profile: &'static Profile,
        question: QuestionId,
    ) -> Option<QuestionId> {
        let mut later = profile.questions.iter().map(|other| other.id).filter(|id| *id > question);
        later.find(|id| self.is_on_the_way(profile, *id))
    }

    /// Answers a question; what was written with an earlier answer stays.
    pub fn answer(&mut self, question: QuestionId, answer: Answer, on: NaiveDate) {
        let part = self.part_mut(question.as_str());
        answer.as_str().clone_into(&mut part.answer_id);
        part.on = Some(on);
    }

    /// Writes down why.
    pub fn reason(&mut self, question: QuestionId, reason: String) {
        self.part_mut(question.as_str()).reason = reason;
    }

    /// Writes down who thought along.
    pub fn people(&mut self, question: QuestionId, people: String) {
        self.part_mut(question.as_str()).people = people;
    }

    /// Ties a note to an answer, or takes it away when it was tied on that side; it stands on one
    /// side at most.
    pub fn toggle_note(&mut self, question: QuestionId, side: Side, note: EntryId) {
        let part = self.part_mut(question.as_str());
        let (here, there) = match side {
            Side::For => (&mut part.notes_for, &mut part.notes_against),
            Side::Against => (&mut part.notes_against, &mut part.notes_for),
        };
        there.retain(|other| *other != note);
        toggle(here, note);
    }

    /// Ticks a point of a checklist, or takes the tick away.
    pub fn toggle_point(&mut self, question: QuestionId, point: &str) {
        toggle(&mut self.part_mut(question.as_str()).points, point.to_owned());
    }

    /// Tells whether a point was ticked.
    pub fn has_point(&self, question: QuestionId, point: &str) -> bool {
        let part = self.part(question.as_str());
        part.is_some_and(|part| part.points.iter().any(|ticked| ticked == point))
    }

    /// Returns the points of checklists on the way that were not ticked, though the answer leans
    /// on them (AFW-03, AFW-09).
    pub fn missing_points(&self, profile: &'static Profile) -> Vec<&'static str> {
        let leaning = profile.questions.iter().filter(|question| {
            !matches!(self.answered(question.id), None | Some(Answer::No))
                && self.is_on_the_way(profile, question.id)
        });
        let points = leaning.flat_map(|question| {
            let items = question.checklists.iter().flat_map(|list| list.items.iter().copied());
            items.map(move |point| (question.id, point))
        });
        let missing = points.filter(|(question, point)| !self.has_point(*question, point));
        missing.map(|(_, point)| point).collect()
    }

    /// Returns the record: the answers on the way, in the order in which they were asked.
    pub fn record(
        &self,
        profile: &'static Profile,
        role: Role,
        about: String,
        weighed_by: String,
    ) -> WeighingRecorded {
        let outcome_id = match self.stand(profile, role) {
            Stand::Reached(outcome) => outcome.id.as_str(),
            Stand::Ask(_) => "",
        };
        let way = self.given().into_iter().map(|given| given.question);
        let way = way.filter(|id| self.is_on_the_way(profile, *id)).map(QuestionId::as_str);
        let parts = way.filter_map(|id| self.part(id).cloned());
        WeighingRecorded {
            about,
            profile_id: profile.id.to_owned(),
            profile_version: profile.version.to_owned(),
            answers: parts.collect(),
            outcome_id: outcome_id.to_owned(),
            weighed_by,
        }
    }

    /// Writes the whole run, with the answers that are not on the way now, to be sealed.
    #[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
    pub fn encode(&self) -> Vec<u8> {
        minicbor::to_vec(&self.answers).expect("writing to memory does not fail")
    }

    /// Reads a run that was kept; one that another version wrote otherwise is let go.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok().map(|answers| Self { answers })
    }

    /// Tells whether the run asks a question: without its answer, it is the one that waits.
    fn is_on_the_way(&self, profile: &'static Profile, question: QuestionId) -> bool {
        let others: Vec<_> =
            self.given().into_iter().filter(|given| given.question < question).collect();
        // The role changes the words of an outcome, never the way to it.
        matches!(
            stand(profile, Role::Teacher, &others),
            Stand::Ask(open) if open.id == question
        )
    }

    fn part(&self, id: &str) -> Option<&WeighedAnswer> {
        self.answers.iter().find(|part| part.question_id == id)
    }

    fn part_mut(&mut self, id: &str) -> &mut WeighedAnswer {
        let place = self.answers.iter().position(|part| part.question_id == id);
        let place = place.unwrap_or(self.answers.len());
        if place == self.answers.len() {
            let question_id = id.to_owned();
            self.answers.push(WeighedAnswer { question_id, ..WeighedAnswer::default() });
        }
        #[expect(clippy::indexing_slicing, reason = "the place was found or made just now")]
        &mut self.answers[place]
    }
}

fn toggle<T: PartialEq>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|other| *other == value) {
        Some(place) => drop(values.remove(place)),
        None => values.push(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::afwegingskader::OutcomeId;
    use crate::domain::protocol::profile::national;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real day")
    }

    fn run(answers: &[(QuestionId, Answer)]) -> Run {
        let mut run = Run::default();
        for (question, answer) in answers {
            run.answer(*question, *answer, today());
        }
        run
    }

    #[track_caller]
    fn asked(run: &Run, wish: Option<QuestionId>) -> QuestionId {
        match run.screen(national(), Role::Teacher, wish) {
            Screen::Ask(question) => question.id,
            Screen::Reached(outcome) => panic!("reached {:?}", outcome.id),
        }
    }

    #[track_caller]
    fn reached(run: &Run) -> OutcomeId {
        match run.screen(national(), Role::Teacher, None) {
            Screen::Reached(outcome) => outcome.id,
            Screen::Ask(question) => panic!("asks {:?}", question.id),
        }
    }

    #[test]
    fn a_passed_question_may_be_seen_again_and_a_later_one_not() {
        let run = run(&[(QuestionId::Danger, Answer::No), (QuestionId::Suspicion, Answer::Yes)]);
        assert_eq!(asked(&run, Some(QuestionId::Danger)), QuestionId::Danger);
        assert_eq!(asked(&run, Some(QuestionId::Safety)), QuestionId::Safety);
        assert_eq!(asked(&run, Some(QuestionId::Effect)), QuestionId::Safety);
        assert_eq!(asked(&run, None), QuestionId::Safety);
    }

    #[test]
    fn the_question_before_is_the_one_that_was_passed() {
        let run = run(&[
            (QuestionId::Danger, Answer::No),
            (QuestionId::Suspicion, Answer::Yes),
            (QuestionId::Safety, Answer::No),
            (QuestionId::Help, Answer::Yes),
            (QuestionId::Acceptance, Answer::Yes),
            (QuestionId::Effect, Answer::NotYet),
        ]);
        let before = |id| run.question_before(national(), id);
        assert_eq!(before(QuestionId::Sufficiency), Some(QuestionId::Effect));
        assert_eq!(before(QuestionId::Suspicion), Some(QuestionId::Danger));
        assert_eq!(before(QuestionId::Danger), None);
    }

    #[test]
    fn an_answer_leads_to_the_next_question_though_that_was_answered_before() {
        let run = run(&[
            (QuestionId::Danger, Answer::No),
            (QuestionId::Suspicion, Answer::Yes),
            (QuestionId::Safety, Answer::Yes),
        ]);
        let after = |id| run.question_after(national(), id);
        assert_eq!(after(QuestionId::Danger), Some(QuestionId::Suspicion));
        assert_eq!(after(QuestionId::Suspicion), Some(QuestionId::Safety));
        assert_eq!(after(QuestionId::Safety), None);
    }

    #[test]
    fn going_back_and_changing_an_answer_keeps_the_later_ones() {
        let mut run = run(&[
            (QuestionId::Danger, Answer::No),
            (QuestionId::Suspicion, Answer::Yes),
            (QuestionId::Safety, Answer::No),
            (QuestionId::Help, Answer::No),
        ]);
        assert_eq!(reached(&run), OutcomeId::Report);
        run.answer(QuestionId::Suspicion, Answer::No, today());
        assert_eq!(reached(&run), OutcomeId::Close);
        run.answer(QuestionId::Suspicion, Answer::Yes, today());
        assert_eq!(reached(&run), OutcomeId::Report);
    }

    #[test]
    fn the_record_holds_the_answers_on_the_way_alone() {
        let mut run = run(&[
            (QuestionId::Danger, Answer::No),
            (QuestionId::Suspicion, Answer::No),
            (QuestionId::Safety, Answer::No),
        ]);
        run.reason(QuestionId::Suspicion, "Uitleg van ouders klopt.".to_owned());
        let record = run.record(national(), Role::Teacher, "M.".to_owned(), String::new());
        let ids: Vec<_> = record.answers.iter().map(|part| &*part.question_id).collect();
        assert_eq!(ids, ["danger", "suspicion"]);
        assert_eq!(record.outcome_id, "close");
        assert_eq!(record.profile_version, national().version);
    }

    #[test]
    fn a_run_that_is_not_finished_is_recorded_without_an_outcome() {
        let record = run(&[(QuestionId::Danger, Answer::No)]).record(
            national(),
            Role::Teacher,
            String::new(),
            String::new(),
        );
        assert_eq!(record.outcome_id, "");
        assert_eq!(record.answers.len(), 1);
    }

    #[test]
    fn a_note_stands_on_one_side_at_most() {
        let note = EntryId::new([7; 16]);
        let mut run = Run::default();
        run.toggle_note(QuestionId::Safety, Side::For, note);
        run.toggle_note(QuestionId::Safety, Side::Against, note);
        let weighed = run.weighed(QuestionId::Safety);
        assert_eq!((weighed.notes_for, weighed.notes_against), (vec![], vec![note]));
        run.toggle_note(QuestionId::Safety, Side::Against, note);
        assert_eq!(run.weighed(QuestionId::Safety).notes_against, []);
    }

    #[test]
    fn points_that_an_answer_leans_on_are_missed_until_they_are_ticked() {
        let mut run =
            run(&[(QuestionId::Danger, Answer::No), (QuestionId::Suspicion, Answer::Yes)]);
        let [point] = *run.missing_points(national()) else { panic!("one point is missing") };
        run.toggle_point(QuestionId::Suspicion, point);
        assert_eq!(run.missing_points(national()), Vec::<&str>::new());
    }

    #[test]
    fn a_kept_run_reads_back_whole() {
        let mut run = run(&[(QuestionId::Danger, Answer::No), (QuestionId::Safety, Answer::Doubt)]);
        run.reason(QuestionId::Safety, "Ik weet niet wie er thuis is.".to_owned());
        assert_eq!(Run::decode(&run.encode()), Some(run));
        assert_eq!(Run::decode(b"not a run"), None);
    }
}
