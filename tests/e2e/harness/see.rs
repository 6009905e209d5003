//! What a user sees: texts, names, headings, values.
//!
//! Each look waits for the state; nothing here changes the page.

use super::{Browser, Name};

impl Browser {
    /// Waits until a text is shown.
    pub fn see(&self, text: &str) {
        self.find("text", Name::Holds(text));
    }

    /// Waits until a text is not shown.
    pub fn see_no(&self, text: &str) {
        self.wait(&format!("“{text}” to go"), || {
            self.find_all("text", Name::Holds(text)).is_empty().then_some(())
        });
    }

    /// Waits until an element of a kind with a name is shown.
    pub fn see_a<'name>(&self, kind: &str, name: impl Into<Name<'name>>) {
        self.find(kind, name.into());
    }

    /// Returns whether a text is shown now.
    pub fn shows(&self, text: &str) -> bool {
        !self.find_all("text", Name::Holds(text)).is_empty()
    }

    /// Returns how many elements of a kind with a name are shown now.
    pub fn count<'name>(&self, kind: &str, name: impl Into<Name<'name>>) -> usize {
        self.find_all(kind, name.into()).len()
    }

    /// Waits until a field holds a value.
    pub fn see_value<'name>(&self, field: impl Into<Name<'name>>, value: &str) {
        let name = field.into();
        self.wait(&format!("the field {name:?} with {} bytes", value.len()), || {
            (self.value(name)? == value).then_some(())
        });
    }

    /// Returns what stands in a field, when it is shown.
    pub fn value(&self, name: Name<'_>) -> Option<String> {
        let element = self.find_all("field", name).into_iter().next()?;
        self.run(element.prop("value")).ok().flatten()
    }

    /// Waits until a link is shown and returns where it leads.
    pub fn address_of<'name>(&self, link: impl Into<Name<'name>>) -> String {
        let element = self.find("link", link.into());
        self.run(element.attr("href")).ok().flatten().unwrap_or_default()
    }

    /// Waits until a script returns true.
    pub fn see_that(&self, what: &str, script: &str) {
        self.wait(what, || self.try_script(script, Vec::new()).ok()?.as_bool()?.then_some(()));
    }

    /// Returns all text on the screen.
    pub fn text(&self) -> String {
        let text = self.script("return document.body.innerText", Vec::new());
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the heading of the screen.
    pub fn heading(&self) -> String {
        let heading =
            "return document.querySelector('main:not([hidden]) h1, header h1')?.innerText ?? ''";
        self.script(heading, Vec::new()).as_str().unwrap_or_default().to_owned()
    }

    /// Returns the route that the address shows.
    pub fn route(&self) -> String {
        let route = self.script("return location.pathname", Vec::new());
        route.as_str().unwrap_or_default().to_owned()
    }
}
