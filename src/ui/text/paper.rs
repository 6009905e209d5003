//! The words at the head and the foot of every paper.

/// What stands at the top.
pub const CONFIDENTIAL: &str = "Vertrouwelijk";
/// The child.
pub const CHILD: &str = "Kind";
/// Since when the casus is open.
pub const OPEN_SINCE: &str = "Casus open sinds";
/// For whom the paper is.
pub const RECEIVER: &str = "Gemaakt voor";
/// When it was made.
pub const MADE_ON: &str = "Gemaakt op";
/// The school's protocol with its version.
pub const PROTOCOL: &str = "Protocol";
/// The code by which two papers are compared.
pub const CODE: &str = "Controlecode";
/// What the code is good for.
pub const CODE_REMARK: &str = "Dezelfde controlecode betekent: precies dezelfde inhoud.";

/// Returns the line at the foot of every page.
pub fn foot(title: &str, code: &str) -> String {
    [title, " · controlecode ", code].concat()
}
