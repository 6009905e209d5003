//! The figures of speed and memory: runs the bench among the journeys, and writes what it measured
//! as a table and for programs.
//!
//! It measures nothing itself and knows no figure by name.

use std::fmt::Write;

use crate::files;
use crate::gate::{counted, journeys};
use crate::places::Places;
use crate::run;
use crate::setup::{self, Browser};
use crate::trouble::{Outcome, Trouble};

/// How often each side is measured, unless another number is given.
pub const ROUNDS: u32 = 15;

/// Where the page goes on with what is measured elsewhere.
const KEPT: &str = "\n## The depot\n";

/// What a bench prints before a figure.
const MARK: &str = "figure: ";

/// One figure beside its reference.
#[derive(Debug, Clone, PartialEq)]
struct Figure {
    measure: String,
    what: String,
    unit: String,
    own: f64,
    reference: f64,
    /// The most that the one may be, as a part of the other.
    must: f64,
}

impl Figure {
    /// Reads what a bench printed; nothing when the line tells no figure.
    fn read(line: &str) -> Option<Self> {
        let (_, told) = line.split_once(MARK)?;
        let mut parts = told.trim().split('|');
        let mut text = || parts.next().map(str::to_owned);
        let (measure, what, unit) = (text()?, text()?, text()?);
        let mut number = || text()?.parse().ok();
        Some(Self { measure, what, unit, own: number()?, reference: number()?, must: number()? })
    }

    fn ratio(&self) -> f64 {
        self.own / self.reference
    }

    fn holds(&self) -> bool {
        self.ratio() <= self.must
    }

    fn row(&self) -> String {
        let Self { measure, what, unit, own, reference, must } = self;
        let verdict = if self.holds() { "holds" } else { "**too much**" };
        let ratio = self.ratio();
        format!(
            "| {measure} | {what} | {own:.1} {unit} | {reference:.1} {unit} | {ratio:.2} | {must} | {verdict} |\n"
        )
    }

    fn json(&self) -> String {
        let Self { measure, what, unit, own, reference, must } = self;
        format!(
            "  {{\"measure\": \"{measure}\", \"what\": \"{what}\", \"unit\": \"{unit}\", \"own\": {own}, \"reference\": {reference}, \"must\": {must}}}"
        )
    }
}

/// Measures everything on the built app, one bench after the other, and writes it down.
///
/// # Errors
/// Fails when a bench does not run to its end, or a figure is more than it may be; all is written
/// down first.
pub fn bench(places: &Places, browser: &Browser, rounds: u32) -> Outcome<()> {
    let wiki = setup::wiki(places)?;
    let mut command = journeys(places, browser, &["bench::", "--nocapture", "--test-threads=1"]);
    command.env("PLUIS_BENCH", rounds.to_string()).env("PLUIS_TIDDLYWIKI", wiki);
    let mut figures: Vec<Figure> = Vec::new();
    let (_, is_success) = counted(&mut command, |line| figures.extend(Figure::read(line)))?;
    figures.sort_by(|left, right| left.measure.cmp(&right.measure));
    let file = places.root.join("docs/bench.md");
    let before = files::read_text(&file).unwrap_or_default();
    files::write(&file, report(browser, rounds, &figures) + kept(&before))?;
    let list: Vec<String> = figures.iter().map(Figure::json).collect();
    let json = places.target.join("bench.json");
    files::write(&json, format!("[\n{}\n]\n", list.join(",\n")))?;
    println!("written: docs/bench.md, {}", json.display());
    let over = figures.iter().filter(|figure| !figure.holds()).count();
    match (is_success, over) {
        (false, _) => Err(Trouble::new("bench: did not run to the end")),
        (true, 0) => Ok(()),
        (true, over) => Err(Trouble::new(format!(
            "bench: {over} of {} figures are more than they may be",
            figures.len()
        ))),
    }
}

/// Returns what another program measures and a person wrote down: it stays as it is.
fn kept(before: &str) -> &str {
    before.find(KEPT).and_then(|at| before.get(at..)).unwrap_or_default()
}

fn report(browser: &Browser, rounds: u32, figures: &[Figure]) -> String {
    let date = run::ask("date", &["-u", "+%Y-%m-%d %H:%M UTC"]).unwrap_or_default();
    let engine = run::ask(&browser.chromium, &["--version"]).unwrap_or_default();
    let processors = run::ask("nproc", &[]).unwrap_or_default();
    let mut text = format!(
        "# Bench: how quick Pluis is, beside something known\n\n\
         Written by `cargo xtask bench`. Each figure is the median of {rounds} rounds (memory: 5 at most) in which both\n\
         sides took turns, each start in a fresh headless browser on a profile on disk. Times differ between machines;\n\
         what counts is the ratio. TiddlyWiki is version {} from npm.\n\n\
         - date: {date}\n- engine: {}\n- processors: {processors}\n\n\
         | measure | what | Pluis | reference | ratio | at most | |\n|---|---|---|---|---|---|---|\n",
        setup::WIKI,
        engine.trim()
    );
    for figure in figures {
        // Writing to a string cannot fail.
        let _ = write!(text, "{}", figure.row());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figure_is_read_from_what_a_bench_prints_and_judged_by_its_ratio() {
        let figure = Figure::read("test x ... figure: G3|tap to durable|ms|5.5|5.000|1.25");
        let figure = figure.expect("a figure");
        assert!((figure.ratio() - 1.1).abs() < 1e-9 && figure.holds());
        assert!(
            figure.row().starts_with("| G3 | tap to durable | 5.5 ms | 5.0 ms | 1.10 | 1.25 |")
        );
        assert!(!Figure { must: 1.05, ..figure }.holds());
    }

    #[test]
    fn what_others_measured_stays() {
        let depot = "\n## The depot\n\n| p99 |\n";
        assert_eq!(kept(&format!("# Bench\n| G3 |\n{depot}")), depot);
        assert_eq!(kept("# Bench\n| G3 |\n"), "");
    }

    #[test]
    fn other_lines_tell_no_figure() {
        for line in ["", "figure: ", "figure: G3|x|ms|five|5|1", "test result: ok. 1 passed"] {
            assert_eq!(Figure::read(line), None, "{line}");
        }
    }

    #[test]
    fn figure_that_could_not_be_measured_does_not_hold() {
        let figure = Figure::read("figure: G4|x|ms|NaN|5|1").expect("a figure");
        assert!(!figure.holds());
    }
}
