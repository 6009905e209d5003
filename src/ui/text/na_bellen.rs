//! The words of the question that comes after a call.

/// The question.
pub const TITLE: &str = "Vastleggen in het logboek?";
/// Comes before the name of who was called.
pub const YOU_CALLED: &str = "Je belde ";
/// The label of the function of who was spoken to.
pub const WITH_WHOM: &str = "Met wie sprak je? (functie)";
/// Comes before the name of an organisation.
pub const SOMEBODY_OF: &str = "Medewerker ";
/// The label of what the call was for.
pub const WHAT: &str = "Wat was het?";
/// What a call can be for: value and label at once.
pub const PURPOSES: [&str; 3] = ["advies", "melding", "anders"];
/// The label of what was agreed.
pub const AGREED: &str = "Wat is gezegd en afgesproken?";
/// The label of the child.
pub const ABOUT: &str = "Over wie";
/// The label of the day to call again.
pub const CALL_BACK: &str = "Terugbellen op";
/// Keeps the call.
pub const SAVE: &str = "Bewaar gesprek";
/// Nobody answered.
pub const NO_ANSWER: &str = "Geen gehoor";
/// The same, in the note.
pub const NOBODY_ANSWERED: &str = "geen gehoor";
/// There was no call.
pub const NOT_CALLED: &str = "Niet gebeld";
/// Says that it was kept.
pub const SAVED: &str = "Bewaard op dit toestel om ";

/// Returns the text of the note about a call.
pub fn report(who: &str, purpose: &str, agreed: &str) -> String {
    let mut text = ["Gebeld met ", who].concat();
    if !purpose.is_empty() {
        text.push_str(": ");
        text.push_str(purpose);
    }
    text.push('.');
    let agreed = agreed.trim();
    if !agreed.is_empty() {
        text.push('\n');
        text.push_str(agreed);
    }
    text
}
