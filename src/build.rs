//! Compiles the protocol files into Rust tables; a mistake in a file stops the build.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use pluis_protocol::problem::SourceFile;
use pluis_protocol::terms::{ContentFiles, check_references};
use pluis_protocol::{contacts, guides, signalenlijst, terms, writing_help};

const FOLDER: &str = "src/domain/protocol/files";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut problems = Vec::new();

    let read = |name: &str| fs::read_to_string(Path::new(FOLDER).join(name));
    let text = read("writing_help.toml")?;
    let file = SourceFile { name: "writing_help.toml", text: &text };
    fs::write(out.join("writing_help.rs"), writing_help::compile(file, &mut problems))?;
    let (list, numbers) = (read("signalenlijst.toml")?, read("contacts.toml")?);
    let (talks, cards) = (read("guides.toml")?, read("terms.toml")?);
    let files = ContentFiles {
        signalenlijst: SourceFile { name: "signalenlijst.toml", text: &list },
        contacts: SourceFile { name: "contacts.toml", text: &numbers },
        guides: SourceFile { name: "guides.toml", text: &talks },
        terms: SourceFile { name: "terms.toml", text: &cards },
    };
    let items = signalenlijst::compile(files.signalenlijst, &mut problems);
    fs::write(out.join("signalenlijst.rs"), items)?;
    fs::write(out.join("contacts.rs"), contacts::compile(files.contacts, &mut problems))?;
    fs::write(out.join("guides.rs"), guides::compile(files.guides, &mut problems))?;
    fs::write(out.join("terms.rs"), terms::compile(files.terms, &mut problems))?;
    check_references(files, &mut problems);

    for problem in &problems {
        println!("cargo::error={FOLDER}/{problem}");
    }
    Ok(())
}
