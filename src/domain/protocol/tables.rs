//! The tables that the build makes of the files in `files/profiles`; nothing is decoded at run time.
//!
//! The local names are still to be filled in: a school's own profile has its own.

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::{
    Answer, Checklist, Choice, Ending, Endings, Next, Norm, OutcomeId, Question, QuestionId,
};
use crate::domain::protocol::names::Names;
use crate::domain::protocol::profile::{
    Line, Norms, Permission, Profile, Rules, SkipGround, Step, Tasks, Term, TermId, Topic, Unit,
    VtAdvice,
};

include!(concat!(env!("OUT_DIR"), "/profiles.rs"));
