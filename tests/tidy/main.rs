//! What must hold for the tree itself: who imports whom, where words stand, what a file looks like.
//!
//! It reads files and runs nothing. Each failure names file and line and the rule that is broken.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod depot;
mod imports;
mod requirements;
mod source;
mod tree;
mod words;

/// Fails with every finding, one a line.
#[track_caller]
fn check(findings: Vec<String>) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}
