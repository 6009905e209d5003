//! What the device is like: the size of its screen, light or dark, and where it keeps files.
//!
//! Each browser is told in its own way; the app notices nothing of it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use serde_json::{Value, json};

use super::driver::{Engine, downloads};
use super::{Browser, Vendor};

impl Browser {
    /// Gives the page the size of a screen.
    pub fn resize(&self, (width, height): (u32, u32)) {
        if self.engine != Engine::Chromium {
            let sized = self.run(self.client.set_window_size(width, height));
            return sized.unwrap_or_else(|problem| self.fail("size", &problem));
        }
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.tell("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Returns whether it puts in the margins of paper what a page says of itself.
    pub fn writes_in_margins(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// Makes the device prefer light or dark.
    pub fn prefer(&self, scheme: &str) {
        match self.engine {
            Engine::Chromium => {
                let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
                self.tell("Emulation.setEmulatedMedia", json!({ "features": features }));
            }
            Engine::Firefox => {
                let name = "layout.css.prefers-color-scheme.content-override";
                self.set_preference(name, u8::from(scheme == "light").into());
            }
            // Its device cannot be told; all colours of the app follow from this one property.
            Engine::WebKit => {
                let set = "document.documentElement.style.colorScheme = arguments[0]";
                self.script(set, vec![scheme.into()]);
            }
        }
    }

    /// Changes a preference of Firefox, from where its own windows are scripted.
    fn set_preference(&self, name: &str, value: Value) {
        let set = "const set = { number: 'setIntPref', string: 'setCharPref' };
            Services.prefs[set[typeof arguments[1]]](arguments[0], arguments[1]);";
        self.work_in("chrome");
        self.script(set, vec![name.into(), value]);
        self.work_in("content");
    }

    fn work_in(&self, context: &str) {
        let vendor = Vendor { path: "moz/context", body: json!({ "context": context }) };
        let told = self.run(self.client.issue_cmd(vendor));
        told.unwrap_or_else(|problem| self.fail(context, &problem));
    }

    /// Has files saved in a folder.
    pub fn save_files_in(&self, folder: &Path) {
        match self.engine {
            Engine::Chromium => {
                let parameters = json!({ "behavior": "allow", "downloadPath": folder });
                self.tell("Browser.setDownloadBehavior", parameters);
            }
            Engine::Firefox => {
                self.set_preference("browser.download.folderList", json!(2));
                self.set_preference("browser.download.dir", json!(folder));
            }
            Engine::WebKit => {
                let place = downloads(&self.profile);
                let _ = fs::remove_file(&place);
                symlink(folder, &place).expect("a writable folder");
            }
        }
    }
}
