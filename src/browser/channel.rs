//! What the tabs of one browser tell each other: that something changed, to lock now, to let
//! another go on.
//!
//! It carries no contents: a message is one of three words.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::event::Listener;

const NAME: &str = "pluis";

/// The only things that one tab says to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// The store holds something new.
    Changed,
    /// Every tab must lock.
    LockNow,
    /// The user goes on in another tab: the one that writes must make way.
    MakeWay,
}

impl Message {
    const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::LockNow => "lock now",
            Self::MakeWay => "make way",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Changed, Self::LockNow, Self::MakeWay]
            .into_iter()
            .find(|message| message.word() == word)
    }
}

/// This tab's end of the channel, closed when it is dropped.
///
/// A browser without channels leaves every tab to itself: telling then does nothing.
#[must_use = "dropping the channel closes it"]
pub struct Channel {
    ends: Option<(BroadcastChannel, Listener)>,
}

impl Channel {
    /// Joins the other tabs and calls `hear` for each message from one of them.
    pub fn join(hear: impl Fn(Message) + 'static) -> Self {
        let ends = BroadcastChannel::new(NAME).ok().map(|channel| {
            let listener = Listener::new(&channel, "message", move |event| {
                let word =
                    event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some(message) = word.as_deref().and_then(Message::from_word) {
                    hear(message);
                }
            });
            (channel, listener)
        });
        Self { ends }
    }

    /// Tells every other tab.
    pub fn tell(&self, message: Message) {
        if let Some((channel, _)) = &self.ends {
            let _ = channel.post_message(&JsValue::from_str(message.word()));
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.ends {
            channel.close();
        }
    }
}

#[cfg(test)]
mod browser_tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::browser_tests::{call, called};

    #[wasm_bindgen_test]
    async fn other_tabs_hear_the_known_words_and_no_others() {
        let heard = Rc::new(Cell::new(None));
        let (mut other, speaker) = (None, Channel::join(|_| panic!("hears itself")));
        called(|done| {
            let hears = Rc::clone(&heard);
            other = Some(Channel::join(move |message| {
                hears.set(Some(message));
                call(&done);
            }));
            let (raw, _) = speaker.ends.as_ref().expect("the browser has channels");
            raw.post_message(&JsValue::from_str("a note about a child")).expect("posted");
            speaker.tell(Message::LockNow);
        })
        .await;
        assert_eq!(heard.get(), Some(Message::LockNow));
    }
}
