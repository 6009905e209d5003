//! The turn to write: of all tabs of one browser, one has it.
//!
//! It is the browser's exclusive Web Lock, which a closed or killed tab gives back by itself. It is
//! no guard over the records, which refuse a place that is taken; it keeps two screens from going
//! on with the same text.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Document;

use super::outcome::either;
use super::page::{document, window};

/// The name under which the tabs of this app line up.
pub const NAME: &str = "pluis-writer";

/// This tab's place in the line; dropping it gives the turn back.
#[must_use = "dropping it gives the turn back"]
pub struct Turn {
    line: Rc<Line>,
}

struct Line {
    name: String,
    /// The page that lined up.
    page: Option<Document>,
    /// Ends the turn, while this tab has it.
    end: RefCell<Option<Function>>,
    changed: Box<dyn Fn(bool)>,
}

/// How the browser is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// Answers at once: yes, or somebody else has it.
    IfFree,
    /// Answers when the turn has come.
    InLine,
    /// Takes it from whoever has it.
    Now,
}

impl Turn {
    /// Lines up, and returns whether this tab has the turn now.
    ///
    /// `changed` is called with `true` when the turn comes later, and with `false` when another
    /// tab has taken it away. A browser without locks gives every tab the turn.
    pub async fn line_up(name: &str, changed: impl Fn(bool) + 'static) -> (Self, bool) {
        Self::line_up_from(document(), name, changed).await
    }

    async fn line_up_from(
        page: Option<Document>,
        name: &str,
        changed: impl Fn(bool) + 'static,
    ) -> (Self, bool) {
        let first: Rc<RefCell<Option<[Function; 2]>>> = Rc::default();
        let answers = Rc::clone(&first);
        let hear = move |is_mine: bool| match answers.take() {
            Some([mine, elsewhere]) => {
                let answer = if is_mine { mine } else { elsewhere };
                let _ = answer.call0(&JsValue::UNDEFINED);
            }
            None => changed(is_mine),
        };
        let line = Rc::new(Line {
            name: name.to_owned(),
            page,
            end: RefCell::default(),
            changed: Box::new(hear),
        });
        let is_mine = either(&mut |mine, elsewhere| {
            first.replace(Some([mine, elsewhere]));
            line.ask(Ask::IfFree);
        })
        .await
        .is_ok();
        (Self { line }, is_mine)
    }

    /// Takes the turn from whoever has it; that tab is told.
    pub fn take(&self) {
        self.line.ask(Ask::Now);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = self.line.end.take() {
            let _ = end.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Line {
    fn ask(self: &Rc<Self>, ask: Ask) {
        let line = Rc::downgrade(self);
        // Called with the lock, or with null when somebody else has it. As long as the promise
        // that it returns is open, the turn is this tab's.
        let answer = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| {
            let Some(line) = line.upgrade() else { return JsValue::UNDEFINED };
            if lock.is_null() {
                (line.changed)(false);
                line.ask(Ask::InLine);
                return JsValue::UNDEFINED;
            }
            let held = Promise::new(&mut |end, _| drop(line.end.replace(Some(end))));
            (line.changed)(true);
            held.into()
        });
        let Ok(held) = request(&self.name, ask, answer.as_ref().unchecked_ref()) else {
            return (self.changed)(true);
        };
        let line = Rc::downgrade(self);
        spawn_local(async move {
            let is_over = JsFuture::from(held).await.is_ok();
            drop(answer);
            if let (false, Some(line)) = (is_over, line.upgrade().filter(|line| line.is_here())) {
                // The browser refuses locks altogether, or another tab took the turn away.
                let was_mine = line.end.take().is_some();
                (line.changed)(!was_mine);
                if was_mine {
                    line.ask(Ask::InLine);
                }
            }
        });
    }

    /// Returns whether the page is still shown. WebKit takes the turn away from one that is left,
    /// whose code runs on for a moment and would blank and lock the page that came in its place.
    fn is_here(&self) -> bool {
        self.page.as_ref().is_some_and(|page| page.default_view().is_some())
    }
}

/// Asks the browser for the lock; web-sys counts locks among the unstable parts, so by name.
fn request(name: &str, ask: Ask, answer: &Function) -> Result<Promise, JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &(ask == Ask::IfFree).into())?;
    Reflect::set(&options, &"steal".into(), &(ask == Ask::Now).into())?;
    request.call3(&locks, &name.into(), &options, answer)?.dyn_into()
}

#[cfg(test)]
mod browser_tests {
    use std::cell::RefCell;

    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::browser_tests::{call, called, fresh_name};

    fn nobody(_: bool) {
        panic!("nothing changes");
    }

    #[wasm_bindgen_test]
    async fn only_the_first_tab_has_the_turn() {
        let name = fresh_name();
        let (_first, is_first) = Turn::line_up(&name, nobody).await;
        let (_second, is_second) = Turn::line_up(&name, nobody).await;
        assert_eq!([is_first, is_second], [true, false]);
    }

    #[wasm_bindgen_test]
    async fn the_turn_comes_when_the_tab_that_had_it_is_gone() {
        let name = fresh_name();
        let (first, _) = Turn::line_up(&name, nobody).await;
        let told: Rc<RefCell<Option<Function>>> = Rc::default();
        let tells = Rc::clone(&told);
        let (_second, is_second) = Turn::line_up(&name, move |is_mine| {
            assert!(is_mine);
            call(&tells.take().expect("once"));
        })
        .await;
        assert!(!is_second);
        let mut first = Some(first);
        called(|done| {
            told.replace(Some(done));
            drop(first.take());
        })
        .await;
    }

    #[wasm_bindgen_test]
    async fn a_turn_that_is_taken_away_is_told_of_and_comes_back() {
        let name = fresh_name();
        let heard: Rc<RefCell<(Vec<bool>, Option<Function>)>> = Rc::default();
        let hears = Rc::clone(&heard);
        let (_first, _) = Turn::line_up(&name, move |is_mine| {
            let mut hears = hears.borrow_mut();
            hears.0.push(is_mine);
            if let Some(done) = hears.1.take() {
                call(&done);
            }
        })
        .await;
        let (second, is_second) = Turn::line_up(&name, |_| ()).await;
        assert!(!is_second);
        called(|done| {
            heard.borrow_mut().1 = Some(done);
            second.take();
        })
        .await;
        assert_eq!(heard.borrow().0, [false]);
        let mut second = Some(second);
        called(|done| {
            heard.borrow_mut().1 = Some(done);
            drop(second.take());
        })
        .await;
        assert_eq!(heard.borrow().0, [false, true]);
    }

    #[wasm_bindgen_test]
    async fn a_page_that_was_left_neither_hears_of_its_turn_nor_lines_up_again() {
        let name = fresh_name();
        let left = Some(Document::new().expect("a document that nobody sees"));
        let (_left, _) = Turn::line_up_from(left, &name, nobody).await;
        let told: Rc<RefCell<Option<Function>>> = Rc::default();
        let changed = || {
            let tells = Rc::clone(&told);
            move |_| call(&tells.take().expect("once"))
        };
        let (second, _) = Turn::line_up(&name, changed()).await;
        called(|done| {
            told.replace(Some(done));
            second.take();
        })
        .await;
        let (_third, is_third) = Turn::line_up(&name, changed()).await;
        assert!(!is_third);
        let mut second = Some(second);
        called(|done| {
            told.replace(Some(done));
            drop(second.take());
        })
        .await;
    }
}
