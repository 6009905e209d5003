//! The words of the first screen of whoever follows several casussen.

use chrono::NaiveDate;

use crate::domain::casus::desk::{Heading, Line, Matter, Total, Urgency};
use crate::domain::protocol::profile::Topic;
use crate::ui::text::{dates, traject, vandaag};

/// Heads the totals.
pub const TOTALS: &str = "In totaal";
/// Nothing waits.
pub const NOTHING: &str = "Er wacht nu niets op jou.";
/// Where the notes are, for a function that sees none of them here.
pub const OPEN_TO_READ: &str = "Notities staan hier niet. Open een casus om ze te lezen.";

/// Returns the heading of a part.
pub const fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Now => "Gaat voor alles",
        Heading::Casussen => vandaag::OPEN,
        Heading::Waits => "Wat wacht op wie",
        Heading::Decide => "Wacht op een beslissing",
        Heading::Reported => "Gemeld en nog geen bericht",
        Heading::Tell => "Wie moet het nog weten",
        Heading::TalkAndHelp => "Gesprek en hulp",
    }
}

/// Returns what a total counts.
pub const fn total(total: Total) -> &'static str {
    match total {
        Total::Open => "Open casussen",
        Total::Late => "Waarvan te laat",
        Total::Reported => "Gemeld bij Veilig Thuis",
        Total::Helped => "Met hulp die nog loopt",
    }
}

/// Returns what waits.
pub fn title(line: &Line<'_>) -> String {
    let profile = line.profile;
    match line.matter {
        Matter::Danger => "Gevaar, twijfel of haast".to_owned(),
        Matter::Stopped => "Het gaat over iemand van school".to_owned(),
        Matter::Day(what) => traject::what(what, profile).to_owned(),
        Matter::Action { what, .. } => what.to_owned(),
        Matter::Step(number) => {
            profile.step_by_number(number).map_or("", |step| step.name).to_owned()
        }
        Matter::StepsDone => vandaag::STEPS_DONE.to_owned(),
        Matter::Weigh => "Samen wegen".to_owned(),
        Matter::Decide => "Beslissen over melding en hulp".to_owned(),
        Matter::Report => "Melding doen: de weging kwam daarop uit".to_owned(),
        Matter::ReportAgain => "Melding doen: het geweld stopt niet".to_owned(),
        Matter::Reply => "Bericht van Veilig Thuis".to_owned(),
        Matter::TellSchool => "Vertel van de melding".to_owned(),
        Matter::TellParents => "De ouders weten nog niet van de melding".to_owned(),
    }
}

/// Returns whose casus it is, and who is meant.
pub fn remark(line: &Line<'_>) -> String {
    let casus = line.casus;
    let mut parts = vec![casus.about.clone()];
    if !casus.group.is_empty() {
        parts.push([vandaag::GROUP, &casus.group].concat());
    }
    match line.matter {
        Matter::Action { who, .. } => parts.push(who.to_owned()),
        Matter::TellSchool => {
            let told = line.profile.line(Topic::ReportTold);
            parts.extend(told.map(|line| line.text.to_owned()));
        }
        _ => {}
    }
    parts.join(" · ")
}

/// Returns by when, in a word or two; nothing when there is no day and nothing presses.
pub fn tag(line: &Line<'_>, today: NaiveDate) -> Option<String> {
    let late = |due: NaiveDate| match (today - due).num_days() {
        1 => "1 dag te laat".to_owned(),
        days => [&days.to_string(), " dagen te laat"].concat(),
    };
    match (line.urgency, line.due) {
        (Urgency::Now | Urgency::Today, None) => Some("nu".to_owned()),
        (Urgency::Now, Some(_)) => Some("nu".to_owned()),
        (Urgency::Late, Some(due)) => Some(late(due)),
        (Urgency::Own, _) => Some("wacht op jou".to_owned()),
        (_, Some(due)) if due == today => Some("vandaag".to_owned()),
        (_, Some(due)) => Some(dates::short_day(due, today)),
        (_, None) => None,
    }
}
