//! Reads any text as a school's own profile: refused with problems, or within the safety floor.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis::domain::logboek::entry::Role;
use pluis::domain::protocol::own::{derive, from_link, read, to_link, write};
use pluis::domain::protocol::profile::SkipGround;

fuzz_target!(|text: &str| {
    let _ = from_link(text);
    let own = match read(text) {
        Ok(own) => own,
        Err(problems) => return assert!(!problems.is_empty()),
    };
    assert_eq!(read(&write(&own)).as_ref(), Ok(&own));
    let link = to_link(&own, "");
    assert_eq!(read(&from_link(&link).expect("a file")).as_ref(), Ok(&own));
    // One in many is enough: a profile that is made stays in memory.
    if text.len() % 64 == 0 {
        let profile = derive(&own).expect("a base");
        assert!(profile.rules.max_staff >= 2);
        assert!(profile.rules.skip_grounds.contains(&SkipGround::ChildInDanger));
        assert!(!profile.weighs.is_empty() && !profile.weighs.contains(&Role::Teacher));
    }
});
