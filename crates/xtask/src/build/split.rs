//! Splits the app into modules: the one that shows the first screen, and parts loaded later.
//!
//! The source says where to split (`wasm_split`); this only carries it out.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use wasm_split_cli_support::{Options, transform};

use crate::build::precache::hex;
use crate::files;
use crate::places::Places;
use crate::trouble::{Outcome, Trouble};

/// The script that loads the parts; the main module imports it under this name.
pub const LOADER: &str = "parts.js";

/// How much of the hash stands in a part's name.
const NAME_LEN: usize = 12;

/// The modules beside the main one, before they get their final names.
pub struct Parts {
    /// Where they are.
    pub modules: Vec<PathBuf>,
    loader: PathBuf,
    release: String,
}

/// Splits what the linker made, and hands the main module to `bind`.
///
/// # Errors
/// Fails when the module was linked without relocations, and when `bind` does.
pub fn split(
    places: &Places,
    linked: &Path,
    bind: impl FnOnce(&Path) -> Outcome<()>,
) -> Outcome<Parts> {
    let input = files::read(linked)?;
    let folder = places.scratch("parts");
    files::remove_folder(&folder)?;
    files::make_folder(&folder)?;
    let (main, link) = (folder.join("pluis.wasm"), format!("./{LOADER}"));
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.main_module = "./pluis.js";
    options.link_name = &link;
    let modules = transform(options)
        .map_err(|problem| Trouble::new(format!("cannot split {}: {problem:#}", linked.display())))?
        .split_modules;
    bind(&main)?;
    let hash = hex(&Sha256::digest(&input));
    let release = hash.get(..NAME_LEN).unwrap_or(&hash).to_owned();
    Ok(Parts { modules, loader: folder.join(LOADER), release })
}

impl Parts {
    /// Puts the parts into the release, under names that no other release has.
    ///
    /// Parts of two releases do not fit together, and a page may outlive the files it came from.
    ///
    /// # Errors
    /// Fails when a file cannot be read or written.
    pub fn publish(&self, stage: &Path) -> Outcome<()> {
        let mut loader = files::read_text(&self.loader)?;
        for module in &self.modules {
            let old = module.file_name().unwrap_or_default().to_string_lossy();
            let new = old.replace(".wasm", &format!(".{}.wasm", self.release));
            loader = loader.replace(&format!("./{old}"), &format!("./{new}"));
            files::write(&stage.join(new), files::read(module)?)?;
        }
        files::write(&stage.join(LOADER), loader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_get_names_of_their_release_and_the_loader_knows_them() {
        let folder = std::env::temp_dir().join(format!("pluis-{}-parts", std::process::id()));
        let (module, loader) = (folder.join("split_gids.wasm"), folder.join("loader"));
        files::write(&module, "code").expect("a writable folder");
        files::write(&loader, "fetch(\"./split_gids.wasm\")").expect("a writable folder");
        let parts = Parts { modules: vec![module], loader, release: "0a1b".to_owned() };
        let stage = folder.join("stage");
        let published = parts.publish(&stage);
        let names = files::list(&stage);
        let script = files::read_text(&stage.join(LOADER));
        files::remove_folder(&folder).expect("a removable folder");
        assert_eq!(published, Ok(()));
        assert_eq!(names, Ok(vec![LOADER.to_owned(), "split_gids.0a1b.wasm".to_owned()]));
        assert_eq!(script, Ok("fetch(\"./split_gids.0a1b.wasm\")".to_owned()));
    }
}
