//! The screens: they show state and send commands; they decide nothing.

pub mod after_call;
pub mod app;
pub mod body_map;
pub mod components;
pub mod contact;
pub mod course;
pub mod form;
pub mod form_memory;
pub mod hand_over;
pub mod inbox;
pub mod leaving;
pub mod note_memory;
pub mod pages;
pub mod paper;
pub mod part;
pub mod protocol_changes;
pub mod routes;
pub mod state;
pub mod text;
pub mod timeline;
pub mod vault;

use leptos::prelude::mount_to_body;

/// Mounts the app in the page and takes the plain emergency panel's place.
pub fn mount() {
    mount_to_body(app::App);
}
