//! What stands in the way of keeping a record by itself; it does not look at the rest of the log.

use super::kinds::{DayNeed, Need};
use super::{Choice, Field, Record, RecordKind};
use crate::domain::casus::refusal::Refusal;

/// Checks that a form is filled in as its kind asks.
///
/// # Errors
/// The first thing that is missing or that does not go together.
pub fn check(record: &Record) -> Result<(), Refusal> {
    for spec in record.kind.fields() {
        let text = record.text(spec.field);
        if text.is_empty() && spec.need == Need::Needed {
            return Err(Refusal::FieldMissing(spec.field));
        }
        let is_offered = || spec.choices.iter().any(|choice| choice.as_str() == text);
        if !text.is_empty() && !spec.choices.is_empty() && !is_offered() {
            return Err(Refusal::FieldMissing(spec.field));
        }
    }
    if record.kind.day_need() == DayNeed::Needed && record.body.due.is_none() {
        return Err(Refusal::DayMissing);
    }
    match record.kind {
        RecordKind::Consultation => check_consent(record),
        RecordKind::Melding => check_ground(record),
        RecordKind::Term => check_term(record),
        RecordKind::Destruction => check_receipt(record),
        RecordKind::SchoolFacts if record.texts().next().is_none() => {
            Err(Refusal::FieldMissing(Field::SchoolResults))
        }
        _ => Ok(()),
    }
}

/// Without permission a child is discussed without a name, or not at all (STAP-14, C-19).
fn check_consent(record: &Record) -> Result<(), Refusal> {
    let with = record.choice(Field::With);
    match record.choice(Field::Consent) {
        None if with == Some(Choice::Mdo) => Err(Refusal::FieldMissing(Field::Consent)),
        Some(Choice::RefusedAnonymous) if !record.chose(Field::Naming, Choice::Anonymous) => {
            Err(Refusal::ConsentMissing)
        }
        // No minutes are made of what was discussed without permission.
        Some(Choice::RefusedAnonymous)
            if with == Some(Choice::Mdo) && !record.text(Field::Considerations).is_empty() =>
        {
            Err(Refusal::MinutesWithoutConsent)
        }
        Some(Choice::RefusedSilent) if !record.text(Field::Advice).is_empty() => {
            Err(Refusal::ConsentMissing)
        }
        _ => Ok(()),
    }
}

/// A melding that the parents do not hear of before needs a ground (UIT-05).
fn check_ground(record: &Record) -> Result<(), Refusal> {
    let is_grounded = record.choice(Field::Ground).is_some();
    if record.chose(Field::ParentsTold, Choice::NotTold) && !is_grounded {
        return Err(Refusal::GroundMissing);
    }
    Ok(())
}

/// A receipt counts and says nothing else: no words of what went (DOS-09).
fn check_receipt(record: &Record) -> Result<(), Refusal> {
    let is_count = record.text(Field::Count).parse::<u32>().is_ok();
    let is_bare = record.body.fields.len() == record.kind.fields().len();
    if is_count && is_bare { Ok(()) } else { Err(Refusal::FieldMissing(Field::Count)) }
}

fn check_term(record: &Record) -> Result<(), Refusal> {
    let needs_day = record.chose(Field::Status, Choice::Agreed);
    if needs_day && record.body.due.is_none() { Err(Refusal::DayMissing) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn record(kind: RecordKind) -> Record {
        Record::new(kind, NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real day"))
    }

    fn consultation(with: Choice) -> Record {
        record(RecordKind::Consultation)
            .choosing(Field::With, with)
            .with(Field::Question, "Wat raad je aan?")
    }

    #[test]
    fn an_empty_form_names_its_first_missing_field() {
        let cases = [
            (RecordKind::Consultation, Field::With),
            (RecordKind::Talk, Field::With),
            (RecordKind::Action, Field::What),
            (RecordKind::Melding, Field::Who),
            (RecordKind::HelpPlan, Field::Aim),
            (RecordKind::Evaluation, Field::Phase),
        ];
        for (kind, field) in cases {
            assert_eq!(check(&record(kind)), Err(Refusal::FieldMissing(field)), "{kind:?}");
        }
        assert_eq!(check(&record(RecordKind::MeetingForm)), Ok(()));
    }

    #[test]
    fn a_choice_that_the_form_does_not_offer_is_none() {
        let odd = consultation(Choice::VeiligThuis).choosing(Field::Consent, Choice::Stronger);
        assert_eq!(check(&odd), Err(Refusal::FieldMissing(Field::Consent)));
    }

    #[test]
    fn an_action_and_help_need_an_agreed_day() {
        let action = record(RecordKind::Action)
            .with(Field::What, "Kijken op het plein")
            .with(Field::Who, "AF");
        assert_eq!(check(&action), Err(Refusal::DayMissing));
        let day = action.body.on;
        assert_eq!(check(&action.until(day)), Ok(()));
    }

    #[test]
    fn a_discussion_in_the_mdo_asks_for_permission_with_three_ways() {
        let mdo = consultation(Choice::Mdo);
        assert_eq!(check(&mdo), Err(Refusal::FieldMissing(Field::Consent)));
        assert_eq!(check(&mdo.clone().choosing(Field::Consent, Choice::Given)), Ok(()));
        let refused = mdo.clone().choosing(Field::Consent, Choice::RefusedAnonymous);
        assert_eq!(check(&refused), Err(Refusal::ConsentMissing));
        let anonymous = refused.choosing(Field::Naming, Choice::Anonymous);
        assert_eq!(check(&anonymous), Ok(()));
        let minutes = anonymous.with(Field::Considerations, "Wat iedereen zei");
        assert_eq!(check(&minutes), Err(Refusal::MinutesWithoutConsent));
        let silent = mdo.choosing(Field::Consent, Choice::RefusedSilent);
        assert_eq!(check(&silent), Ok(()));
        assert_eq!(check(&silent.with(Field::Advice, "Toch")), Err(Refusal::ConsentMissing));
    }

    #[test]
    fn one_fact_of_the_school_is_enough_and_none_is_too_few() {
        let facts = record(RecordKind::SchoolFacts);
        assert_eq!(check(&facts), Err(Refusal::FieldMissing(Field::SchoolResults)));
        assert_eq!(check(&facts.with(Field::Attendance, "Drie maandagen ziek")), Ok(()));
    }

    #[test]
    fn a_risk_assessment_says_who_did_it_with_what_and_what_it_came_to() {
        let risk = record(RecordKind::RiskAssessment).with(Field::Who, "AF en SMW");
        assert_eq!(check(&risk), Err(Refusal::FieldMissing(Field::Instrument)));
        let risk = risk.with(Field::Instrument, "Lijst van Veilig Thuis");
        assert_eq!(check(&risk), Err(Refusal::FieldMissing(Field::Results)));
        assert_eq!(check(&risk.with(Field::Results, "Blijf volgen")), Ok(()));
    }

    #[test]
    fn a_receipt_of_destruction_holds_a_count_and_no_words() {
        let receipt = record(RecordKind::Destruction).choosing(Field::Scope, Choice::WorkNotes);
        assert_eq!(check(&receipt.clone().with(Field::Count, "3")), Ok(()));
        let refused = Err(Refusal::FieldMissing(Field::Count));
        assert_eq!(check(&receipt.clone().with(Field::Count, "drie van M.")), refused);
        let telling = receipt.with(Field::Count, "3").with(Field::Reason, "over M.");
        assert_eq!(check(&telling), refused);
    }

    #[test]
    fn a_melding_without_telling_parents_needs_a_ground() {
        let melding = record(RecordKind::Melding)
            .with(Field::Who, "directeur")
            .choosing(Field::ParentsTold, Choice::NotTold);
        assert_eq!(check(&melding), Err(Refusal::GroundMissing));
        let grounded = melding.clone().choosing(Field::Ground, Choice::Haste);
        assert_eq!(check(&grounded), Ok(()));
        assert_eq!(check(&melding.choosing(Field::ParentsTold, Choice::Before)), Ok(()));
    }
}
