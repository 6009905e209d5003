//! Takes out of a script what a browser passes over: comments that stand on lines of their own, and
//! indentation.
//!
//! It reads no JavaScript. A text over several lines would lose its indentation, so a script that may
//! hold one is refused.

use crate::trouble::{Outcome, Trouble};

/// Takes comments and indentation out of a script.
///
/// # Errors
/// Refuses a script in which a template literal goes on over a line's end.
pub fn bare(name: &str, script: &str) -> Outcome<String> {
    let mut kept = String::with_capacity(script.len());
    let mut is_remark = false;
    for line in script.lines().map(str::trim) {
        is_remark = is_remark || line.starts_with("/*");
        if is_remark {
            is_remark = !line.ends_with("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if line.matches('`').count() % 2 == 1 {
            let what = "join its lines with \\n";
            return Err(Trouble::new(format!("{name}: a text over several lines; {what}: {line}")));
        }
        kept.push_str(line);
        kept.push('\n');
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_what_runs_stays() {
        let script = "// Why.\n\n/**\n * @returns {number}\n */\nfunction a() {\n    /* one line */\n    \
                      // what\n    return `x//${1}`; // here\n}\n";
        let bare = bare("a.js", script).expect("a script");
        assert_eq!(bare, "function a() {\nreturn `x//${1}`; // here\n}\n");
    }

    #[test]
    fn text_over_several_lines_is_refused_by_name() {
        let refusal = bare("a.js", "let a = `one\n  two`;\n");
        assert!(refusal.is_err_and(|trouble| trouble.to_string().contains("a.js")));
    }
}
