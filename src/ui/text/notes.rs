//! The words for the parts of a note.

use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Bearing, NoteKind};

/// Returns the label of a kind of note, as on its chip.
pub const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Seen => "gezien",
        NoteKind::Heard => "gehoord",
        NoteKind::ChildSays => "kind zegt",
        NoteKind::ParentSays => "ouder zegt",
        NoteKind::OtherSays => "iemand anders zegt",
        NoteKind::ParentChild => "ouder en kind samen",
        NoteKind::Talk => "gesprek",
        NoteKind::Contact => "contact",
        NoteKind::StepTaken => "stap gezet",
        NoteKind::Decision => "besluit",
        NoteKind::WorkNote => "werkaantekening",
    }
}

/// Returns the icon of a kind of note.
pub const fn kind_icon(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Seen | NoteKind::ParentChild => "eye",
        NoteKind::Heard | NoteKind::ChildSays | NoteKind::ParentSays | NoteKind::OtherSays => {
            "speech"
        }
        NoteKind::Talk => "people",
        NoteKind::Contact => "call",
        NoteKind::StepTaken | NoteKind::Decision => "check",
        NoteKind::WorkNote => "note",
    }
}

/// Returns the label of the side on which a note stands.
pub const fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Unclear => "weet ik niet",
        Bearing::Supports => "bevestigt",
        Bearing::Contradicts => "ontkracht",
    }
}

/// Returns the name of a function.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Teacher => "leerkracht",
        Role::Aandachtsfunctionaris => "aandachtsfunctionaris",
        Role::InternBegeleider => "intern begeleider of zorgcoördinator",
        Role::Management => "directie of schoolleider",
        Role::SocialWorker => "schoolmaatschappelijk werk",
        Role::Confidant => "vertrouwenspersoon",
        Role::CentralContact => "centrale contactpersoon",
    }
}
