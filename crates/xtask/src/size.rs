//! Weighs what a first visit costs, and refuses when it is too much.
//!
//! It weighs what is in `dist/`; it does not build.

use crate::build::compress::brotli;
use crate::build::precache;
use crate::files;
use crate::places::Places;
use crate::trouble::{Outcome, Trouble};

/// The most that a first visit with the whole meldcode may cost, brotli-compressed; a kB is 1,000
/// bytes.
const MOST_BYTES: usize = 175_000;

/// The most that the second module may cost with its two scripts.
const MOST_LATER_BYTES: usize = 170_000;

/// The module that shows the first screen; the others come when it stands.
const MAIN: &str = "/pluis_bg.wasm";

/// Loaded later: the second program, when a key is derived or a file sealed or opened.
const LATER: [&str; 3] = ["/derive.js", "/worker.js", "/worker_bg.wasm"];

struct Weight {
    path: String,
    raw: usize,
    small: usize,
}

/// Prints the table of sizes.
///
/// # Errors
/// Fails when the first visit or the second module is too heavy.
pub fn size(places: &Places) -> Outcome<()> {
    let mut kept = precache::list(&places.dist)?;
    kept.push(precache::Kept { path: "/sw.js".to_owned(), sha256: String::new() });
    let mut weights = Vec::new();
    for precache::Kept { path, .. } in kept {
        let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let content = files::read(&places.dist.join(name))?;
        weights.push(Weight { raw: content.len(), small: brotli(&content)?.len(), path });
    }
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.small));
    let (first, later): (Vec<_>, Vec<_>) = weights.into_iter().partition(is_first_visit);
    println!("{:<28}{:>10}{:>10}", "first visit", "raw", "brotli");
    let total = print(&first);
    println!("{:<28}{:>10}{:>10}", "later, when idle", "raw", "brotli");
    print(&later);
    let module = later.iter().filter(|weight| LATER.contains(&weight.path.as_str()));
    let module: usize = module.map(|weight| weight.small).sum();
    if module > MOST_LATER_BYTES {
        return Err(Trouble::new(format!(
            "size: the second module is {module} bytes, {} over the {} kB allowed",
            module - MOST_LATER_BYTES,
            MOST_LATER_BYTES / 1000
        )));
    }
    if total > MOST_BYTES {
        return Err(Trouble::new(format!(
            "size: first visit is {total} bytes, {} over the {} kB allowed (1 kB = 1,000 bytes)",
            total - MOST_BYTES,
            MOST_BYTES / 1000
        )));
    }
    println!("size: first visit is {total} of {MOST_BYTES} bytes (1 kB = 1,000 bytes)");
    println!("size: the second module is {module} of {MOST_LATER_BYTES} bytes");
    Ok(())
}

fn print(weights: &[Weight]) -> usize {
    for Weight { path, raw, small } in weights {
        println!("  {path:<26}{raw:>10}{small:>10}");
    }
    let raw: usize = weights.iter().map(|weight| weight.raw).sum();
    let small = weights.iter().map(|weight| weight.small).sum();
    println!("  {:<26}{raw:>10}{small:>10}", "total");
    small
}

fn is_first_visit(weight: &Weight) -> bool {
    let path = weight.path.as_str();
    let end = path.rsplit('.').next().unwrap_or_default();
    path == "/" || path == MAIN || (["html", "css", "js"].contains(&end) && !LATER.contains(&path))
}
