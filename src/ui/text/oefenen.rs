//! The words of practising, and the invented story to practise with. Nobody in it exists.

/// Stands above every screen while practising.
pub const BANNER: &str = "Oefening: dit is verzonnen en verdwijnt.";
/// Ends it.
pub const STOP: &str = "Stop met oefenen";
/// Begins it.
pub const START: &str = "Oefenen";
/// Begins it, where it was explained.
pub const START_NOW: &str = "Begin te oefenen";
/// What it is.
pub const START_REMARK: &str = "Met een verzonnen kind, los van je eigen notities";
/// What happens then.
pub const EXPLANATION: &str = "Pluis gaat eerst op slot. Je oefent met een verzonnen casus die nergens wordt bewaard: sluit je de pagina of tik je op Verberg, dan is hij weg. Je eigen notities zie je zolang niet.";
/// A screen that has no place in it.
pub const NOT_HERE: &str = "Dit doe je niet tijdens het oefenen.";

/// The invented child.
pub const ABOUT: &str = "O.K.";
/// Its group.
pub const GROUP: &str = "5";
/// Something seen.
pub const SEEN: &str = "O.K. had voor de derde dag dezelfde kleren aan. De mouwen waren nat.";
/// Where.
pub const SEEN_PLACE: &str = "In de klas";
/// Something that the child said.
pub const SAYS: &str = "In de kring ging het over het weekend. O.K. keek naar de grond.";
/// The literal words.
pub const SAYS_WORDS: &str = "ik blijf liever op school";
/// Something that points the other way.
pub const CONTRADICTS: &str =
    "O.K. rende lachend naar vader bij het hek. Vader tilde O.K. op en vroeg naar de dag.";
/// Where that was.
pub const CONTRADICTS_PLACE: &str = "Schoolplein";
/// A supposition.
pub const SUPPOSITION: &str = "Misschien slaapt O.K. te weinig.";
/// What goes with a ticked signaal.
pub const SIGNAAL_FACT: &str = "Drie dagen zonder eten op school, gevraagd bij het fruit.";
/// What else could explain it.
pub const SIGNAAL_OTHER: &str = "De trommel kan vergeten zijn.";
/// A consultation: the question.
pub const QUESTION: &str = "Delen jullie mijn zorg, en wat is een goede volgende stap?";
/// The advice.
pub const ADVICE: &str =
    "Nog een week kijken en opschrijven. Daarna samen het gesprek voorbereiden.";
/// What was agreed.
pub const AGREED: &str = "Vrijdag kijken we samen naar het logboek.";
/// With whom.
pub const FUNCTION: &str = "AF (verzonnen)";
/// The loose note that waits for a child.
pub const LOOSE: &str = "Ruzie bij het hek. Twee ouders stonden erbij, een kind huilde.";
