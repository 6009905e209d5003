//! From events to state. It never fails: an addition to something that is gone changes nothing.

use super::event::{EntryFiled, Event, HandOverReceived, KeyVerified};
use super::hand_over::key::VerifiedKey;
use super::state::{Addition, Casus, Content, Effect, Item, State, StepStand};
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::Entry;
use crate::domain::logboek::order::in_order;
use crate::domain::moment::Moment;

impl State {
    /// Builds the state of these entries; the order in which they arrived does not matter.
    pub fn replay(entries: Vec<Entry>) -> Self {
        let mut state = Self::with_room(entries.len());
        for entry in in_order(entries) {
            state.evolve(entry);
        }
        state
    }

    /// Starts the state of an empty log, with room for the items of so many entries.
    pub fn with_room(count: usize) -> Self {
        let (items, timeline) = (Vec::with_capacity(count), Vec::with_capacity(count));
        Self { items, timeline, ..Self::default() }
    }

    /// Adds one entry that comes after all the others.
    pub fn evolve(&mut self, entry: Entry) {
        self.lamport = self.lamport.max(entry.lamport);
        match &entry.event {
            Event::NoteCorrected(event) => {
                self.add(event.note, &entry, &event.text, Effect::Corrects);
            }
            Event::FollowUpRecorded(event) => {
                let effect = event.resolution.map_or(Effect::Extends, Effect::Resolves);
                self.add(event.note, &entry, &event.text, effect);
            }
            Event::ParentsResponded(event) => {
                self.add(event.note, &entry, &event.text, Effect::Responds);
            }
            Event::EntryFiled(event) => self.file(entry.id, event),
            Event::DeviceNamed(event) => {
                self.device_names.insert(event.device, event.name.clone());
            }
            Event::KeyVerified(event) => self.verify(event, entry.recorded_at),
            Event::KeyForgotten(event) => {
                self.verified_keys.retain(|known| known.key != event.key);
            }
            Event::Unknown { .. } => self.unknown_count += 1,
            _ => self.insert(entry),
        }
    }

    fn item_mut(&mut self, id: EntryId) -> Option<&mut Item> {
        self.items.get_mut(*self.slots.get(&id)?)
    }

    fn add(&mut self, item: EntryId, entry: &Entry, text: &str, effect: Effect) {
        if let Some(item) = self.item_mut(item) {
            let addition =
                Addition { id: entry.id, at: entry.recorded_at, text: text.to_owned(), effect };
            item.additions.push(addition);
        }
    }

    fn file(&mut self, id: EntryId, event: &EntryFiled) {
        if let Some(item) = self.item_mut(event.entry) {
            item.filings.push(id);
            item.about.clone_from(&event.about);
            item.casus = event.casus;
        }
    }

    fn verify(&mut self, event: &KeyVerified, at: Moment) {
        let is_gone = |key| key == event.key || Some(key) == event.replaces;
        self.verified_keys.retain(|known| !is_gone(known.key));
        let function = event.function.clone();
        self.verified_keys.push(VerifiedKey { key: event.key, function, at });
    }

    /// Marks what came from a colleague.
    fn receive(&mut self, event: HandOverReceived) -> Content {
        for id in &event.entries {
            self.received.insert(*id);
            if let Some(item) = self.item_mut(*id) {
                item.received_from = Some(event.from);
            }
        }
        Content::Received(event)
    }

    fn insert(&mut self, entry: Entry) {
        let mut casus = entry.casus;
        let mut about = String::new();
        let mut of = |id, content| {
            casus = Some(id);
            content
        };
        let content = match entry.event {
            Event::NoteRecorded(note) => {
                about.clone_from(&note.about);
                Content::Note(Box::new(note))
            }
            Event::SignaalRecorded(event) => {
                about.clone_from(&event.about);
                Content::Signaal(Box::new(event))
            }
            Event::WeighingRecorded(event) => {
                about.clone_from(&event.about);
                Content::Weighing(Box::new(event))
            }
            Event::CasusOpened(event) => of(event.casus, Content::Opened(event)),
            Event::StepMoved(event) => of(event.casus, Content::Step(event)),
            Event::CasusClosed(event) => of(event.casus, Content::Closed(event)),
            Event::ExtractShared(event) => of(event.casus, Content::Shared(event)),
            Event::CasusTransferred(event) => of(event.casus, Content::Transferred(event)),
            Event::HandOverReceived(event) => self.receive(event),
            Event::HandOverConfirmed(event) => of(event.casus, Content::Confirmed(event)),
            Event::RecordKept(record) => Content::Record(Box::new(record)),
            Event::NoteCorrected(_)
            | Event::FollowUpRecorded(_)
            | Event::ParentsResponded(_)
            | Event::EntryFiled(_)
            | Event::DeviceNamed(_)
            | Event::KeyVerified(_)
            | Event::KeyForgotten(_)
            | Event::Unknown { .. } => return,
        };
        let item = Item {
            id: entry.id,
            casus,
            about,
            captured_at: entry.captured_at,
            recorded_at: entry.recorded_at,
            author: entry.author,
            received_from: None,
            content,
            additions: Vec::new(),
            filings: Vec::new(),
        };
        self.apply_to_casus(&item);
        self.place(item);
    }

    fn apply_to_casus(&mut self, item: &Item) {
        let at = item.recorded_at;
        if let Content::Opened(event) = &item.content {
            self.casussen.insert(
                event.casus,
                Casus {
                    id: event.casus,
                    about: event.about.clone(),
                    group: event.group.clone(),
                    profile_id: event.profile_id.clone(),
                    opened_at: at,
                    steps: Default::default(),
                    closed_at: None,
                    transferred: None,
                    received: None,
                },
            );
            return;
        }
        let Some(casus) = item.casus.and_then(|id| self.casussen.get_mut(&id)) else { return };
        match &item.content {
            Content::Step(event) => {
                let stand =
                    StepStand { progress: event.progress, at, reason: event.reason.clone() };
                casus.steps.insert(event.step, stand);
            }
            Content::Closed(_) => casus.closed_at = Some(at),
            Content::Transferred(event) => {
                casus.transferred = Some((at, event.system.clone()));
            }
            Content::Received(event) => casus.received = Some((at, event.from)),
            _ => {}
        }
    }

    fn place(&mut self, mut item: Item) {
        if item.about.is_empty()
            && let Some(casus) = item.casus.and_then(|id| self.casussen.get(&id))
        {
            item.about.clone_from(&casus.about);
        }
        let when = |item: &Item| (item.captured_at.unix_ms, item.id);
        let is_before = |slot: &usize| self.items.get(*slot).map(when) < Some(when(&item));
        let index = self.timeline.partition_point(is_before);
        let slot = self.items.len();
        self.timeline.insert(index, slot);
        self.slots.insert(item.id, slot);
        self.items.push(item);
    }
}
