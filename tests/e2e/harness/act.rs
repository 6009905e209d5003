//! What a user does: open, tap, type, choose.
//!
//! Each step waits until it can be done; what it leads to is looked at in `see.rs`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use serde_json::json;

use super::driver::Engine;
use super::{Browser, Folder, Name};

/// How a file ends that is still being saved, in each browser.
const HALF: [&str; 3] = ["crdownload", "part", "wkdownload"];

impl Browser {
    /// Loads a route, as from an address, and waits until the app stands.
    pub fn open(&self, route: &str) {
        self.load(route);
        self.wait_for_app();
    }

    /// Loads a route without waiting for the app.
    pub fn load(&self, route: &str) {
        let url = format!("{}{route}", self.site);
        self.run(self.client.goto(&url)).unwrap_or_else(|problem| self.fail(&url, &problem));
    }

    /// Loads the page anew and waits until the app stands.
    pub fn reload(&self) {
        if self.engine == Engine::Firefox {
            // Its driver reloads past the service worker, which no user does by accident.
            let reload = "document.documentElement.dataset.left = ''; location.reload()";
            self.script(reload, Vec::new());
        } else {
            self.run(self.client.refresh()).unwrap_or_else(|problem| self.fail("reload", &problem));
        }
        self.wait_for_app();
    }

    /// Waits until the app has put its screen in place of the emergency panel.
    pub fn wait_for_app(&self) {
        let is_there = "const { mounted, left } = document.documentElement.dataset; return mounted !== undefined && left === undefined && !!document.querySelector('main:not(#emergency)')";
        self.wait("the app", || {
            self.try_script(is_there, Vec::new()).ok()?.as_bool()?.then_some(())
        });
    }

    /// Goes to a route inside the app, which keeps the vault as it is.
    pub fn go(&self, route: &str) {
        let script = "history.pushState({}, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate', { state: {} }));";
        self.script(script, vec![route.into()]);
        // The router draws the screen in the next frame.
        let drawn = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));";
        self.async_script(drawn, Vec::new());
        self.wait_for_app();
    }

    /// Taps a link, a button or a pill.
    pub fn tap<'name>(&self, name: impl Into<Name<'name>>) {
        let name = name.into();
        self.tap_nth(name, 0);
    }

    /// Taps one of several elements with the same name.
    pub fn tap_nth<'name>(&self, name: impl Into<Name<'name>>, place: usize) {
        let name = name.into();
        self.wait(&format!("a tap on {name:?}, place {place}"), || {
            let element = self.find_all("action", name).into_iter().nth(place)?;
            self.tap_element(&element)
        });
    }

    /// Scrolls to an element and taps it. It may be drawn anew between finding and tapping, or
    /// still be covered: nothing is returned then.
    fn tap_element(&self, element: &Element) -> Option<()> {
        self.scroll_to(element)?;
        self.run(element.click()).ok()
    }

    /// Scrolls as a thumb does, out from under the bars.
    fn scroll_to(&self, element: &Element) -> Option<()> {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let target = serde_json::to_value(element).ok()?;
        self.try_script(scroll, vec![target]).ok().map(drop)
    }

    /// Taps a drawing at a place, in thousandths of its width and height.
    pub fn tap_drawing(&self, label: &str, x: u32, y: u32) {
        let find = "const drawing = Array.from(document.querySelectorAll('svg[role=img]')).find((svg) => svg.checkVisibility() && svg.ariaLabel.startsWith(arguments[0]));
            if (!drawing) return null;
            drawing.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = drawing.getBoundingClientRect();
            return [box.x + box.width * arguments[1] / 1000, box.y + box.height * arguments[2] / 1000];";
        let at = self.wait(&format!("the drawing {label}"), || {
            let at = self.script(find, vec![label.into(), x.into(), y.into()]);
            Some((at.get(0)?.as_f64()?, at.get(1)?.as_f64()?))
        });
        let (duration, (x, y), button) = (None, at, MOUSE_BUTTON_LEFT);
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration, x: x.round(), y: y.round() })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let tapped = self.run(self.client.perform_actions(mouse));
        tapped.unwrap_or_else(|problem| self.fail(label, &problem));
    }

    /// Types with the keys, wherever the cursor is.
    pub fn press_keys(&self, keys: &str) {
        let mut keyboard = KeyActions::new("keyboard".to_owned());
        for value in keys.chars() {
            keyboard = keyboard.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        let typed = self.run(self.client.perform_actions(keyboard));
        typed.unwrap_or_else(|problem| self.fail("keys", &problem));
    }

    /// Puts the cursor in a field and types at its end.
    pub fn write<'name>(&self, field: impl Into<Name<'name>>, text: &str) {
        let name = field.into();
        self.wait(&format!("a tap in the field {name:?}"), || {
            let element = self.find_all("field", name).into_iter().next()?;
            self.tap_element(&element)
        });
        self.insert(text);
    }

    /// Types a text at the cursor at once, as a keyboard with suggestions does.
    pub fn insert(&self, text: &str) {
        match self.engine {
            Engine::Chromium => drop(self.tell("Input.insertText", json!({ "text": text }))),
            Engine::Firefox | Engine::WebKit => {
                let insert = "document.execCommand('insertText', false, arguments[0])";
                self.script(insert, vec![text.into()]);
            }
        }
    }

    /// Replaces what stands in a field.
    pub fn rewrite<'name>(&self, field: impl Into<Name<'name>>, text: &str) {
        let name = field.into();
        self.wait(&format!("an empty field {name:?}"), || {
            let element = self.find_all("field", name).into_iter().next()?;
            self.scroll_to(&element)?;
            self.run(element.clear()).ok()
        });
        self.write(name, text);
    }

    /// Chooses a file, as the system's own window would.
    pub fn choose_file(&self, file: &Path) {
        self.wait("a place for a file", || {
            let place = Locator::Css("main input[type=file]");
            let element = self.run(self.client.find(place)).ok()?;
            self.run(element.send_keys(&file.display().to_string())).ok()
        });
    }

    /// Does what makes the browser save a file, and returns the file once it is whole; the folder
    /// must be empty.
    pub fn download(&self, folder: &Folder, act: impl FnOnce()) -> PathBuf {
        let folder = folder.path();
        self.save_files_in(folder);
        act();
        self.wait("a download", || {
            let found = folder.read_dir().ok()?.flatten().map(|entry| entry.path()).next()?;
            let is_half = |end: &OsStr| HALF.into_iter().any(|half| end == half);
            let is_whole = !found.extension().is_some_and(is_half)
                && found.metadata().is_ok_and(|file| file.len() > 0);
            is_whole.then_some(found)
        })
    }

    /// Chooses a line of a list by its label.
    pub fn choose<'name>(&self, list: impl Into<Name<'name>>, line: &str) {
        let name = list.into();
        self.wait(&format!("the line {line} of {name:?}"), || {
            let element = self.find_all("field", name).into_iter().next()?;
            self.scroll_to(&element)?;
            self.run(element.select_by_label(line)).ok()
        });
    }
}
