//! Wiring only: mounts the screens in the page.

/// Starts the app in the browser.
#[cfg(target_arch = "wasm32")]
fn main() {
    pluis::ui::mount();
}

/// Says where the app runs; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Pluis runs in a browser. Start it with: cargo xtask serve");
}
