//! An invitation as a link that the app opens, and as a QR code on a terminal.
//!
//! What stands behind the hash stays in the browser: no server sees the code.

use std::io::{IsTerminal, stdout};

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, without which a camera does not find it (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;
const BLACK_ON_WHITE: &str = "\u{1b}[30;107m";
const AS_BEFORE: &str = "\u{1b}[0m";

/// Prints the link, and for somebody who looks at a terminal the code as well.
pub fn print(address: &str, code: &str) {
    let link = link(address, code);
    println!("{link}");
    if stdout().is_terminal()
        && let Ok(code) = QrCode::encode_text(&link, QrCodeEcc::Low)
    {
        print!("{}", drawing(&code));
    }
}

/// Writes the link as the app reads it: address, code, and no way into a vault.
fn link(address: &str, code: &str) -> String {
    format!("{address}/koppelen#depot={address}~{code}~")
}

/// Draws two rows of modules in a line of text.
fn drawing(code: &QrCode) -> String {
    let edge = -QUIET_ZONE..code.size() + QUIET_ZONE;
    let mut lines = String::new();
    for y in edge.clone().step_by(2) {
        lines.push_str(BLACK_ON_WHITE);
        lines.extend(edge.clone().map(|x| {
            match (code.get_module(x, y), code.get_module(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            }
        }));
        lines.push_str(AS_BEFORE);
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_address_and_code_behind_the_hash() {
        let link = link("https://pluis.example", "abcd-efgh");
        assert_eq!(link, "https://pluis.example/koppelen#depot=https://pluis.example~abcd-efgh~");
    }

    #[test]
    fn a_code_is_drawn_with_an_edge_and_in_two_rows_a_line() {
        let code = QrCode::encode_text("x", QrCodeEcc::Low).expect("fits");
        let drawn = drawing(&code);
        let wide = usize::try_from(code.size() + 2 * QUIET_ZONE).expect("a size");
        assert_eq!(drawn.lines().count(), wide.div_ceil(2));
        let bare = |line: &str| line.replace(BLACK_ON_WHITE, "").replace(AS_BEFORE, "");
        assert!(drawn.lines().all(|line| bare(line).chars().count() == wide));
        assert!(drawn.lines().next().is_some_and(|line| bare(line).trim().is_empty()));
    }
}
