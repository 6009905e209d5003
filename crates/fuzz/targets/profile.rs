//! Compiles any text as a school's profile over the national one: it ends in a list of problems.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis_protocol::problem::SourceFile;
use pluis_protocol::profiles;

const NATIONAL: &str =
    include_str!("../../../src/domain/protocol/files/profiles/landelijk.toml");

fuzz_target!(|text: &str| {
    let files = [
        SourceFile { name: "landelijk.toml", text: NATIONAL },
        SourceFile { name: "school.toml", text },
    ];
    profiles::compile(&files, &mut Vec::new());
});
