//! A text as a QR code, for the camera of another device.

use leptos::prelude::*;
use qrcodegen::{QrCode as Modules, QrCodeEcc};

/// Light modules around the code, without which a camera does not find it (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;

/// Shows a text as a QR code; nothing when it is longer than one can hold (2,953 bytes).
#[component]
pub fn QrCode(
    /// What a camera reads.
    text: String,
    /// What it is, for whoever does not see it.
    label: &'static str,
) -> impl IntoView {
    Modules::encode_text(&text, QrCodeEcc::Low).ok().map(|code| {
        let edge = code.size() + 2 * QUIET_ZONE;
        let view_box = format!("0 0 {edge} {edge}");
        view! {
            <svg class="qr-code" role="img" aria-label=label viewBox=view_box>
                <path d=dark_modules(&code) />
            </svg>
        }
    })
}

/// Draws every run of dark modules in a row as one box.
fn dark_modules(code: &Modules) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if length > 0 {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
            }
            x += i32::try_from(length).unwrap_or(0) + 1;
        }
    }
    path
}
