//! The page's last touches: one style sheet instead of many, and no marks of the build.
//!
//! It works on text and touches no file.

use crate::trouble::{Outcome, Trouble};

const LINK: &str = "<link rel=\"stylesheet\" href=\"/";
const JOINED: &str = "  <link rel=\"stylesheet\" href=\"/pluis.css\">\n";

/// Returns the sheets that a page links, in its order, as paths from the project's top.
#[must_use]
pub fn linked_sheets(page: &str) -> Vec<String> {
    page.lines().filter_map(linked_sheet).map(str::to_owned).collect()
}

/// Replaces the links to sheets by one, and returns the page and what that one holds.
///
/// One request and one compression: fifty small sheets cost more than their text.
///
/// # Errors
/// Fails when a sheet cannot be read.
pub fn join_sheets(
    page: &str,
    read: impl Fn(&str) -> Outcome<String>,
) -> Outcome<(String, String)> {
    let mut sheet = String::new();
    let mut joined = String::new();
    for line in page.lines() {
        if let Some(name) = linked_sheet(line) {
            if sheet.is_empty() {
                joined.push_str(JOINED);
            }
            sheet.push_str(&bare(&read(name)?));
        } else {
            joined.push_str(line);
            joined.push('\n');
        }
    }
    Ok((joined, sheet))
}

/// Refuses a sheet that no page links: it would be written and never seen.
///
/// # Errors
/// Fails with the names of the forgotten sheets.
pub fn check_all_linked(linked: &[String], sheets: &[String]) -> Outcome<()> {
    let forgotten: Vec<&str> = sheets
        .iter()
        .filter(|name| name.ends_with(".css") && !linked.contains(&format!("style/{name}")))
        .map(String::as_str)
        .collect();
    if forgotten.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!("public/index.html does not link style/: {}", forgotten.join(", "))))
}

/// Returns the files that a manifest names and a release lacks.
#[must_use]
pub fn missing_pictures(manifest: &str, names: &[String]) -> Vec<String> {
    let named = manifest.split("\"src\": \"/").skip(1).filter_map(|rest| rest.split('"').next());
    named.filter(|name| !names.iter().any(|found| found == name)).map(str::to_owned).collect()
}

/// Takes out what Trunk leaves behind, the comments and the empty lines.
#[must_use]
pub fn without_build_marks(page: &str) -> String {
    let page = without(page, "<!-- ", "-->");
    let lines = page.lines().filter(|line| !line.trim().is_empty() && !line.contains("data-trunk"));
    lines.map(|line| format!("{line}\n")).collect()
}

fn linked_sheet(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix(LINK)?.split('"').next()
}

/// Takes comments and indentation out of a sheet.
fn bare(sheet: &str) -> String {
    let sheet = without(sheet, "/*", "*/");
    let lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n  <!-- why -->\n  <link rel=\"stylesheet\" href=\"/style/b.css\">\n  \
                        <link rel=\"stylesheet\" href=\"/style/a.css\">\n  \
                        <link data-trunk rel=\"rust\">\n</head>\n";

    #[test]
    fn sheets_become_one_in_the_order_of_the_page() {
        let page = without_build_marks(PAGE);
        let read = |name: &str| Ok(format!("/* {name} */\n  .x {{\n}}\n@layer {name};\n"));
        let (page, sheet) = join_sheets(&page, read).expect("readable sheets");
        assert_eq!(page, "<head>\n  <link rel=\"stylesheet\" href=\"/pluis.css\">\n</head>\n");
        assert_eq!(sheet, ".x {\n}\n@layer style/b.css;\n.x {\n}\n@layer style/a.css;\n");
    }

    #[test]
    fn picture_that_is_not_there_is_named() {
        let manifest = r#"[{ "src": "/icons/a.png" }, { "src": "/screenshots/b.png" }]"#;
        let names = ["icons/a.png".to_owned()];
        assert_eq!(missing_pictures(manifest, &names), ["screenshots/b.png"]);
    }

    #[test]
    fn forgotten_sheet_is_named() {
        let linked = linked_sheets(PAGE);
        assert_eq!(check_all_linked(&linked, &["a.css".into(), "b.css".into()]), Ok(()));
        let refusal = check_all_linked(&linked, &["a.css".into(), "pages/c.css".into()]);
        assert!(refusal.is_err_and(|trouble| trouble.to_string().contains("pages/c.css")));
    }
}
