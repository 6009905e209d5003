//! Whether a few words of free text name somebody's own function, such as "de IB'er" or "directeur".
//!
//! It compares words and knows no people; a name that is not recognised is simply nobody's own.

use super::course::Kept;
use super::record::Field;
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::Profile;

/// Returns the words by which a function is commonly named, folded.
const fn names(role: Role) -> &'static [&'static str] {
    match role {
        Role::Teacher => &["leerkracht", "leraar", "juf", "meester"],
        Role::Aandachtsfunctionaris => &["af", "aandachtsfunctionaris"],
        Role::InternBegeleider => &["ib", "iber", "intern begeleider", "zorgcoordinator"],
        Role::Management => &["directie", "directeur", "schoolleider", "adjunct"],
        Role::SocialWorker => {
            &["smw", "schoolmaatschappelijk werk", "schoolmaatschappelijk werker"]
        }
        Role::Confidant => &["vertrouwenspersoon"],
        Role::CentralContact => &["centrale contactpersoon"],
    }
}

/// Tells whether the words name this function, as everybody does or as the school does (ROL-03).
pub fn is_named(who: &str, role: Role, profile: &Profile) -> bool {
    let who = folded(who);
    holds_any(&who, role) || coinciding(role, profile).any(|other| holds_any(&who, other))
}

/// Tells whether an action is to be done by whoever has this function.
pub fn is_own(action: Kept<'_>, role: Role, profile: &Profile) -> bool {
    let who = action.record.text(Field::Who);
    // Who wrote "ik" meant the function in which it was written.
    is_named(who, role, profile) || (folded(who) == " ik " && action.item.author == role)
}

/// Returns the functions that the school's own name for one of them joins with this one.
fn coinciding(role: Role, profile: &Profile) -> impl Iterator<Item = Role> {
    let is_joined = move |other: &Role| {
        let joins = |named: Role, one: Role| {
            profile.name_of(named).is_some_and(|name| holds_any(&folded(name), one))
        };
        *other != role && (joins(role, *other) || joins(*other, role))
    };
    Role::ALL.into_iter().filter(is_joined)
}

fn holds_any(folded: &str, role: Role) -> bool {
    names(role).iter().any(|name| folded.contains(&[" ", name, " "].concat()))
}

/// Returns the words in lower case without accents and apostrophes, each between two spaces.
fn folded(text: &str) -> String {
    let mut folded = String::from(" ");
    for letter in text.to_lowercase().chars() {
        match letter {
            '\'' | '’' => {}
            'ö' => folded.push('o'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if !folded.ends_with(' ') => folded.push(' '),
            _ => {}
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::{national, profile_by_id};

    #[track_caller]
    fn check(who: &str, role: Role, is_expected: bool) {
        assert_eq!(is_named(who, role, national()), is_expected, "{who} as {role:?}");
    }

    #[test]
    fn a_function_is_known_by_its_usual_words() {
        check("AF", Role::Aandachtsfunctionaris, true);
        check("de IB’er, groep 5", Role::InternBegeleider, true);
        check("Zorgcoördinator", Role::InternBegeleider, true);
        check("directeur en AF", Role::Management, true);
        check("schoolmaatschappelijk werker", Role::SocialWorker, true);
        check("SMW", Role::Management, false);
        check("", Role::Aandachtsfunctionaris, false);
    }

    #[test]
    fn a_word_that_only_begins_alike_is_another() {
        check("afdeling jeugd", Role::Aandachtsfunctionaris, false);
        check("ambulant begeleider", Role::InternBegeleider, false);
    }

    #[test]
    fn functions_that_the_school_joins_are_each_others() {
        let joined = profile_by_id("kms").expect("a profile");
        assert!(is_named("IB'er", Role::Aandachtsfunctionaris, joined));
        assert!(is_named("AF", Role::InternBegeleider, joined));
        check("IB'er", Role::Aandachtsfunctionaris, false);
    }
}
