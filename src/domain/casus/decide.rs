//! From a command to events, or to a refusal that says what stands in the way. It changes nothing.

use super::command::Command;
use super::course::{Course, ParentTalk, TALK_STEP};
use super::event::{
    CasusClosed, CasusOpened, CasusTransferred, DeviceNamed, EntryFiled, Event, ExtractShared,
    FollowUpRecorded, HandOverConfirmed, HandedOver, NoteCorrected, ParentsResponded, Resolution,
    SignaalRecorded, StepMoved, StepProgress, WeighingRecorded,
};
use super::hand_over::key::decide_key;
use super::record::check::check;
use super::record::{Record, RecordKind};
use super::refusal::Refusal;
use super::state::{Content, Item, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::body_map::FRAME_BYTES;
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Certainty, Note, NoteKind, Source, TEXT_MAX_BYTES};
use crate::domain::moment::Moment;

/// What a decision depends on besides the log.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The time by the clock.
    pub now: Moment,
    /// In which function the user acts.
    pub role: Role,
    /// Whether the school's profile lets suppositions into the logboek (LOG-03).
    pub hypotheses: Hypotheses,
    /// How many steps the school's profile has.
    pub step_count: u8,
}

/// Whether suppositions may be noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hypotheses {
    /// They may, marked as such.
    Marked,
    /// Facts alone.
    Off,
}

/// An accepted event with the time and the casus it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The casus it belongs to from the start, when there is one.
    pub casus: Option<CasusId>,
    /// When it happened.
    pub captured_at: Moment,
    /// What happened.
    pub event: Event,
}

/// Decides what a command comes to.
///
/// # Errors
/// The [`Refusal`] that stands in the way; nothing has changed then.
pub fn decide(
    state: &State,
    command: Command,
    context: &Context,
) -> Result<Vec<Decision>, Refusal> {
    let now = context.now;
    let single = |casus, event| Ok(vec![Decision { casus, captured_at: now, event }]);
    match command {
        Command::RecordNote { note, captured_at, casus } => {
            check_note(&note, context)?;
            check_casus(state, casus)?;
            Ok(vec![Decision { casus, captured_at, event: Event::NoteRecorded(note) }])
        }
        Command::CorrectNote { note, text } => single(None, correct(state, note, text)?),
        Command::RecordResponse { note, text } => single(None, respond(state, note, text)?),
        Command::FollowUp { note, text, resolution } => {
            check_follow_up(note_item(state, note)?, &text, resolution)?;
            single(None, Event::FollowUpRecorded(FollowUpRecorded { note, text, resolution }))
        }
        Command::FileEntry { entry, about, casus } => {
            state.item(entry).ok_or(Refusal::EntryUnknown)?;
            check_casus(state, casus)?;
            single(None, Event::EntryFiled(EntryFiled { entry, about, casus }))
        }
        Command::RecordSignaal { signaal, casus } => {
            check_signaal(&signaal)?;
            check_casus(state, casus)?;
            single(casus, Event::SignaalRecorded(signaal))
        }
        Command::RecordWeighing { weighing, casus } => {
            check_weighing(state, &weighing, casus)?;
            single(casus, Event::WeighingRecorded(weighing))
        }
        Command::OpenCasus { casus, about, group, profile_id, entries } => {
            open_casus(state, CasusOpened { casus, about, group, profile_id }, &entries, now)
        }
        Command::MoveStep { casus, step, progress, reason } => {
            let moved = StepMoved { casus, step, progress, reason };
            single(Some(casus), move_step(state, moved, context)?)
        }
        Command::CloseCasus { casus, reason, decided_by } => {
            check_casus(state, Some(casus))?;
            check_reason(&reason)?;
            single(Some(casus), Event::CasusClosed(CasusClosed { casus, reason, decided_by }))
        }
        Command::KeepRecord { record, casus } => {
            check_record(state, &record, casus)?;
            single(casus, Event::RecordKept(record))
        }
        Command::ShareExtract { casus, receiver, ground } => {
            single(Some(casus), share(state, ExtractShared { casus, receiver, ground })?)
        }
        Command::MarkTransferred { casus, system } => {
            single(Some(casus), transfer(state, casus, system, None)?)
        }
        Command::NameDevice { device, name } => {
            single(None, name_device(DeviceNamed { device, name })?)
        }
        Command::HandOver { casus, receiver, hand_over } => {
            single(Some(casus), transfer(state, casus, receiver, Some(hand_over))?)
        }
        Command::ConfirmHandOver(it) => single(Some(it.casus), confirm(state, it)?),
        Command::Key(command) => single(None, decide_key(state, command)?),
    }
}

fn open_casus(
    state: &State,
    opened: CasusOpened,
    entries: &[EntryId],
    now: Moment,
) -> Result<Vec<Decision>, Refusal> {
    if is_blank(&opened.about) {
        return Err(Refusal::AboutMissing);
    }
    if state.casus(opened.casus).is_some() {
        return Err(Refusal::CasusExists);
    }
    let casus = Some(opened.casus);
    let about = opened.about.clone();
    let mut decisions =
        vec![Decision { casus, captured_at: now, event: Event::CasusOpened(opened) }];
    for entry in entries {
        state.item(*entry).ok_or(Refusal::EntryUnknown)?;
        let filed = EntryFiled { entry: *entry, about: about.clone(), casus };
        decisions.push(Decision { casus, captured_at: now, event: Event::EntryFiled(filed) });
    }
    Ok(decisions)
}

fn move_step(state: &State, moved: StepMoved, context: &Context) -> Result<Event, Refusal> {
    let StepMoved { casus, step, progress, reason } = &moved;
    check_casus(state, Some(*casus))?;
    check_step(*step, *progress, reason, context)?;
    check_talk(state, *casus, *step, *progress)?;
    Ok(Event::StepMoved(moved))
}

fn correct(state: &State, note: EntryId, text: String) -> Result<Event, Refusal> {
    note_item(state, note)?;
    check_text([&*text])?;
    Ok(Event::NoteCorrected(NoteCorrected { note, text }))
}

fn respond(state: &State, note: EntryId, text: String) -> Result<Event, Refusal> {
    note_item(state, note)?;
    check_text([&*text])?;
    Ok(Event::ParentsResponded(ParentsResponded { note, text }))
}

fn name_device(named: DeviceNamed) -> Result<Event, Refusal> {
    check_text([named.name.as_str()])?;
    Ok(Event::DeviceNamed(named))
}

fn check_note(note: &Note, context: &Context) -> Result<(), Refusal> {
    if !note.has_words() {
        return Err(Refusal::TextEmpty);
    }
    let frames = note.marks().len() * FRAME_BYTES;
    check_bytes(frames + note.texts().map(str::len).sum::<usize>())?;
    if note.certainty == Certainty::Hypothesis && context.hypotheses == Hypotheses::Off {
        return Err(Refusal::HypothesesOff);
    }
    if note.kind == NoteKind::WorkNote && !is_blank(&note.about) {
        return Err(Refusal::WorkNoteNamesChild);
    }
    if note.kind == NoteKind::OtherSays && note.source == Source::Own {
        return Err(Refusal::SourceMissing);
    }
    check_source(&note.source)
}

fn check_weighing(
    state: &State,
    weighing: &WeighingRecorded,
    casus: Option<CasusId>,
) -> Result<(), Refusal> {
    check_casus(state, casus)?;
    check_size(weighing.answers.iter().flat_map(|answer| [&*answer.reason, &*answer.people]))
}

fn check_receiver(
    state: &State,
    casus: CasusId,
    receiver: &str,
    ground: &str,
) -> Result<(), Refusal> {
    check_casus(state, Some(casus))?;
    if is_blank(receiver) || is_blank(ground) { Err(Refusal::ReceiverMissing) } else { Ok(()) }
}

fn share(state: &State, shared: ExtractShared) -> Result<Event, Refusal> {
    check_receiver(state, shared.casus, &shared.receiver, &shared.ground)?;
    Ok(Event::ExtractShared(shared))
}

fn transfer(
    state: &State,
    casus: CasusId,
    system: String,
    hand_over: Option<HandedOver>,
) -> Result<Event, Refusal> {
    check_casus(state, Some(casus))?;
    if let Some(hand_over) = &hand_over {
        check_receiver(state, casus, &system, &hand_over.ground)?;
    }
    Ok(Event::CasusTransferred(CasusTransferred { casus, system, hand_over }))
}

/// Takes a word of taking in only for what went to that colleague, and once.
fn confirm(state: &State, confirmed: HandOverConfirmed) -> Result<Event, Refusal> {
    if state.awaits_receipt(confirmed.casus, &confirmed.receiver, &confirmed.check_code) {
        Ok(Event::HandOverConfirmed(confirmed))
    } else {
        Err(Refusal::EntryUnknown)
    }
}

fn check_signaal(signaal: &SignaalRecorded) -> Result<(), Refusal> {
    check_size([signaal.fact.as_str(), &signaal.other_explanation, &signaal.about])?;
    check_source(&signaal.source)
}

fn check_source(source: &Source) -> Result<(), Refusal> {
    match source {
        Source::Told(relation) if is_blank(relation) => Err(Refusal::SourceMissing),
        _ => Ok(()),
    }
}

fn check_follow_up(item: &Item, text: &str, resolution: Option<Resolution>) -> Result<(), Refusal> {
    match resolution {
        None => check_text([text]),
        Some(_) if item.is_open_hypothesis() => check_size([text]),
        Some(_) => Err(Refusal::NotAnOpenHypothesis),
    }
}

fn check_step(
    step: u8,
    progress: StepProgress,
    reason: &str,
    context: &Context,
) -> Result<(), Refusal> {
    let step_count = context.step_count;
    if step == 0 || step > step_count {
        return Err(Refusal::StepUnknown { step, step_count });
    }
    match progress {
        StepProgress::Skipped => check_reason(reason),
        StepProgress::Open | StepProgress::Done => check_size([reason]),
    }
}

/// The safety floor: the talk with the parents waits until Veilig Thuis has advised.
fn check_talk(
    state: &State,
    casus: CasusId,
    step: u8,
    progress: StepProgress,
) -> Result<(), Refusal> {
    let is_talk = step == TALK_STEP && progress != StepProgress::Skipped;
    if is_talk && Course::of(state, casus).parent_talk() != ParentTalk::Free {
        return Err(Refusal::TalkBeforeAdvice);
    }
    Ok(())
}

fn check_record(state: &State, record: &Record, casus: Option<CasusId>) -> Result<(), Refusal> {
    check_size(record.texts())?;
    check(record)?;
    let Some(casus) = casus else {
        let is_receipt = record.kind == RecordKind::Destruction;
        return if is_receipt { Ok(()) } else { Err(Refusal::CasusUnknown) };
    };
    check_casus(state, Some(casus))?;
    if record.kind == RecordKind::ActionEnd {
        let course = Course::of(state, casus);
        let is_open = |id| course.open_actions().any(|action| action.id == id);
        if !record.body.about.is_some_and(is_open) {
            return Err(Refusal::ActionUnknown);
        }
    }
    Ok(())
}

fn check_reason(reason: &str) -> Result<(), Refusal> {
    if is_blank(reason) { Err(Refusal::ReasonMissing) } else { check_size([reason]) }
}

fn check_casus(state: &State, casus: Option<CasusId>) -> Result<(), Refusal> {
    match casus {
        Some(id) if state.casus(id).is_none() => Err(Refusal::CasusUnknown),
        _ => Ok(()),
    }
}

fn note_item(state: &State, id: EntryId) -> Result<&Item, Refusal> {
    let item = state.item(id).ok_or(Refusal::EntryUnknown)?;
    match item.content {
        Content::Note(_) => Ok(item),
        _ => Err(Refusal::NotANote),
    }
}

fn check_text<'a>(texts: impl IntoIterator<Item = &'a str> + Clone) -> Result<(), Refusal> {
    if texts.clone().into_iter().all(is_blank) {
        return Err(Refusal::TextEmpty);
    }
    check_size(texts)
}

pub(super) fn check_size<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<(), Refusal> {
    check_bytes(texts.into_iter().map(str::len).sum())
}

fn check_bytes(bytes: usize) -> Result<(), Refusal> {
    if bytes > TEXT_MAX_BYTES {
        return Err(Refusal::TextTooLong { bytes, max_bytes: TEXT_MAX_BYTES });
    }
    Ok(())
}

pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
