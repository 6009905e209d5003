//! A browser as a journey uses it, in plain steps that wait for what they need.
//!
//! Helpers come in three kinds: find (here), act (`act.rs`) and see (`see.rs`). None of them
//! sleeps: each waits for a state, up to a deadline, and tells what was on the screen instead.

mod act;
mod depot;
mod device;
mod driver;
mod see;
mod site;
mod torn;
mod wire;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::{PrintConfiguration, PrintSize, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use driver::{Driver, Engine};
pub use fantoccini::wd::WindowHandle as Tab;
pub use site::{Folder, Site};
pub use wire::Wire;

/// How long a state may take to come; a busy machine makes a key in half of it.
const DEADLINE: Duration = Duration::from_secs(40);

/// The pause between two looks at the page.
const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// The screen of a phone.
pub const PHONE: (u32, u32) = (390, 844);

/// How a name is compared.
#[derive(Debug, Clone, Copy)]
pub enum Name<'name> {
    /// It is exactly this.
    Is(&'name str),
    /// It starts with this.
    Starts(&'name str),
    /// It holds this.
    Holds(&'name str),
}

impl<'name> From<&'name str> for Name<'name> {
    fn from(name: &'name str) -> Self {
        Self::Is(name)
    }
}

impl Name<'_> {
    fn parts(self) -> (&'static str, String) {
        match self {
            Self::Is(name) => ("is", name.to_owned()),
            Self::Starts(name) => ("starts", name.to_owned()),
            Self::Holds(name) => ("holds", name.to_owned()),
        }
    }
}

/// A browser with a profile; dropping it ends it.
pub struct Browser {
    runtime: Runtime,
    client: Client,
    site: String,
    engine: Engine,
    profile: PathBuf,
    // Ended after the client.
    driver: Option<Driver>,
}

/// What a browser keeps between its runs; dropping it removes it.
pub struct Profile(Folder);

impl Profile {
    /// Makes an empty profile.
    pub fn make() -> Self {
        Self(Folder::make("profile"))
    }

    /// Returns where it is.
    pub fn folder(&self) -> &std::path::Path {
        self.0.path()
    }

    /// Starts a browser on it, the size of a phone.
    pub fn start(&self, site: &Site) -> Browser {
        self.start_at(site.url(""))
    }

    /// Starts a browser on it that finds the app at this address.
    pub fn start_at(&self, site: String) -> Browser {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let engine = Engine::asked();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(driver::capabilities(engine, self.folder()));
        let start = || {
            let driver = Driver::start(engine, self.folder());
            let connect = async { timeout(DEADLINE, builder.connect(&driver.url())).await };
            match runtime.block_on(connect) {
                Ok(Ok(client)) => Some((driver, client)),
                Ok(Err(problem)) => panic!("no browser: {problem}"),
                // WebKit's driver waits for ever for a browser that fell over at its start.
                Err(_) => None,
            }
        };
        let (driver, client) = start().or_else(start).expect("a browser that starts");
        let profile = self.folder().to_path_buf();
        let driver = Some(driver);
        let browser = Browser { runtime, client, site, engine, profile, driver };
        browser.resize(PHONE);
        browser
    }
}

/// What a browser kept is the evidence of a journey that failed.
impl Drop for Profile {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let place = evidence("profile");
            let _ = fs::remove_dir_all(&place);
            // It may lie on another disk, and holds links that lead nowhere.
            let _ = Command::new("cp").arg("-a").arg(self.folder()).arg(place).status();
        }
    }
}

/// Runs a journey in a browser of its own.
pub fn journey(route: &str, journey: impl FnOnce(&Browser)) {
    journey_with_site(route, |browser, _| journey(browser));
}

/// Runs a journey in a browser of its own that may also stop the server.
pub fn journey_with_site(route: &str, journey: impl FnOnce(&Browser, &mut Site)) {
    let mut site = Site::start();
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open(route);
    journey(&browser, &mut site);
}

impl Browser {
    /// Ends the browser the way a user does.
    pub fn end(mut self) {
        self.quit();
    }

    /// Opens a route in a tab of its own and goes there; returns which tab was left.
    pub fn open_tab(&self, route: &str) -> Tab {
        let left =
            self.run(self.client.window()).unwrap_or_else(|problem| self.fail("tab", &problem));
        // WebKit leaves a tab in the background, where nothing is drawn; a window is shown.
        let opened = self.run(self.client.new_window(self.engine != Engine::WebKit));
        let opened = opened.unwrap_or_else(|problem| self.fail("new tab", &problem)).handle;
        self.go_to_tab(&opened);
        self.resize(PHONE);
        self.open(route);
        left
    }

    /// Returns the tab that is looked at.
    pub fn tab(&self) -> Tab {
        self.run(self.client.window()).unwrap_or_else(|problem| self.fail("tab", &problem))
    }

    /// Looks at another tab.
    pub fn go_to_tab(&self, tab: &Tab) {
        self.run(self.client.switch_to_window(tab.clone()))
            .unwrap_or_else(|problem| self.fail("tab", &problem));
    }

    /// Returns what the app calls this browser.
    pub const fn name(&self) -> &'static str {
        match self.engine {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "Safari",
        }
    }

    /// Sends a command of Chromium's own protocol.
    pub fn tell(&self, command: &'static str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let vendor = Vendor { path: "goog/cdp/execute", body };
        self.run(self.client.issue_cmd(vendor))
            .unwrap_or_else(|problem| self.fail(command, &problem))
    }

    /// Runs a script in the page and returns what it returns.
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.try_script(body, arguments).unwrap_or_else(|problem| self.fail("script", &problem))
    }

    /// Runs the body of an async function in the page and returns what it comes to.
    pub fn async_script(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.run(self.client.execute_async(&in_async(body), arguments))
            .unwrap_or_else(|problem| self.fail("script", &problem))
    }

    /// Runs the body of an async function for a while; nothing when it takes longer, or when the
    /// browser does not answer any more.
    pub fn async_script_within(
        &self,
        within: Duration,
        body: &str,
        arguments: Vec<Value>,
    ) -> Option<Value> {
        let body = in_async(body);
        let script = async { timeout(within, self.client.execute_async(&body, arguments)).await };
        self.run(script).ok()?.ok()
    }

    /// Ends the browser as a loss of power would: nothing of it gets to finish anything.
    pub fn kill(mut self) {
        // Each names its process in the lock of its profile.
        let (lock, mark) = match self.engine {
            Engine::Firefox => ("lock", '+'),
            Engine::Chromium | Engine::WebKit => ("SingletonLock", '-'),
        };
        let lock = fs::read_link(self.profile.join(lock)).expect("a running browser");
        let lock = lock.to_string_lossy().into_owned();
        let mut process = lock.rsplit(mark).next().expect("a process").to_owned();
        if self.engine == Engine::WebKit {
            // Its storage is written by another process of its group.
            process.insert(0, '-');
        }
        let killed = Command::new("kill").args(["-9", "--", &process]).status().expect("kill");
        assert!(killed.success(), "no process {process}");
        self.driver = None;
    }

    /// Returns what the page wrote to its console since the last time.
    pub fn console(&self) -> Vec<String> {
        let vendor = Vendor { path: "se/log", body: json!({ "type": "browser" }) };
        let log = self.run(self.client.issue_cmd(vendor)).unwrap_or_default();
        let lines = log.as_array().cloned().unwrap_or_default();
        let text = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        lines.iter().map(|line| [text(line, "level"), text(line, "message")].join(" ")).collect()
    }

    /// Returns the objects in the memory of the page, in the form that a debugger saves; nothing
    /// from a driver that cannot tell.
    pub fn heap(&self) -> Option<String> {
        if self.engine != Engine::Chromium {
            return None;
        }
        let vendor = Vendor { path: "chromium/heap_snapshot", body: Value::Null };
        let heap = self.run(self.client.issue_cmd(vendor));
        Some(heap.unwrap_or_else(|problem| self.fail("heap", &problem)).to_string())
    }

    /// Returns a picture of the page as PNG.
    pub fn picture(&self) -> Vec<u8> {
        self.run(self.client.screenshot()).unwrap_or_default()
    }

    /// Returns the page on A4 paper, as PDF.
    pub fn print(&self) -> Vec<u8> {
        let paper = PrintConfiguration::builder().size(PrintSize::A4).build();
        self.run(self.client.print(paper.expect("a paper")))
            .unwrap_or_else(|problem| self.fail("print", &problem))
    }

    /// Looks until something is there.
    pub fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            if start.elapsed() > DEADLINE {
                self.fail(what, &"it did not come");
            }
            self.run(async { tokio::time::sleep(LOOK_AGAIN).await });
        }
    }

    /// Finds the shown elements of a kind with a name.
    pub fn find_all(&self, kind: &str, name: Name<'_>) -> Vec<Element> {
        let (comparison, name) = name.parts();
        let arguments = vec![kind.into(), name.into(), comparison.into()];
        let found = self.try_script(include_str!("find.js"), arguments).unwrap_or_default();
        let elements = found.as_array().cloned().unwrap_or_default();
        elements.iter().filter_map(|element| self.element(element)).collect()
    }

    fn find(&self, kind: &str, name: Name<'_>) -> Element {
        self.wait(&format!("{kind} {name:?}"), || self.find_all(kind, name).into_iter().next())
    }

    fn element(&self, value: &Value) -> Option<Element> {
        let id = value.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id)))
    }

    fn try_script(&self, body: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.run(self.client.execute(body, arguments))
    }

    fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Ends the journey with what was expected and what was there.
    fn fail(&self, what: &str, problem: &dyn std::fmt::Display) -> ! {
        let body = "return `${location.pathname}: ${document.body?.innerText}`";
        let shown = self.try_script(body, Vec::new()).unwrap_or_default();
        panic!("{what}: {problem}. On the screen: {}", shown.as_str().unwrap_or("nothing"));
    }

    /// Keeps a picture and the console of a journey that failed.
    fn keep_evidence(&self) {
        let _ = fs::write(evidence("png"), self.picture());
        let _ = fs::write(evidence("log"), self.console().join("\n"));
    }

    fn quit(&mut self) {
        if self.driver.is_some() {
            let _ = self.run(self.client.clone().close());
        }
        self.driver = None;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_evidence();
        }
        self.quit();
    }
}

/// Returns where something of a journey that fails is kept: beside the test program, in cargo's
/// output.
fn evidence(kind: &str) -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let folder = program.ancestors().nth(3).map(|target| target.join("e2e")).unwrap_or_default();
    let _ = fs::create_dir_all(&folder);
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("journey").replace("::", "-");
    folder.join(format!("{name}.{:?}.{kind}", Engine::asked()))
}

fn in_async(body: &str) -> String {
    format!(
        "const done = arguments[arguments.length - 1];
         (async (...arguments) => {{ {body} }})(...arguments).then(done, (problem) => done(`${{problem}}`));"
    )
}

/// A command that only one browser's driver knows.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Value::Null => (http::Method::GET, None),
            body => (http::Method::POST, Some(body.to_string())),
        }
    }
}
