//! What can be wrong with a school's own profile, and where.
//!
//! It holds no sentence: what a user reads stands in the texts of the screens.

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, counted from 1.
    pub line: usize,
    /// The place in the file, such as `steps[3].who`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The file has more bytes than are read.
    TooLarge,
    /// The file is not JSON from here on.
    NotJson,
    /// The file is JSON, but no profile of a school.
    NotAProfile,
    /// A newer version of the app made the file.
    Newer,
    /// A value is missing.
    Missing,
    /// A key that has no place here.
    UnknownKey,
    /// The same key or value once more.
    Twice,
    /// Another sort of value belongs here.
    Not(Wanted),
    /// A text is empty or has spaces around it.
    Blank,
    /// A text has more characters than this.
    TooLong(usize),
    /// A text holds characters that cannot be seen.
    Hidden,
    /// A list is longer than this.
    TooMany(usize),
    /// A number is not between these.
    OutOfRange(u8, u8),
    /// There is no role of this name.
    UnknownRole,
    /// A teacher does not weigh alone.
    TeacherWeighs,
    /// A word that is none of those to choose from.
    UnknownWord,
    /// The step with this number is not there.
    StepMissing(u8),
    /// The base has no step of this number.
    StepUnknown,
    /// A step leads back to an earlier one or to itself.
    Loop,
    /// The order of the steps is the base's.
    Order,
    /// The weighing is the base's: questions, outcomes and norms.
    Weighing,
    /// An outcome names no source; it has no place here either.
    NoSource,
    /// It would break what must hold in every school.
    Floor,
}

/// The sort of value that belongs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A list.
    List,
    /// A group of named values.
    Group,
    /// A whole number.
    Number,
    /// A day, such as 2026-11-20.
    Day,
    /// Ten characters, 0 to 9 and a to f.
    Token,
    /// A telephone number.
    Phone,
}
