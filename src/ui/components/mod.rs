//! Parts that screens are made of; they know nothing of casussen or of the vault.

pub mod call;
pub mod check;
pub mod chips;
pub mod choice;
pub mod danger_line;
pub mod disclosure;
pub mod emergency;
pub mod field;
pub mod fold;
pub mod hint;
pub mod icon;
pub mod icon_line;
pub mod lost;
pub mod nav_bar;
pub mod page;
pub mod progress;
pub mod route_diagram;
pub mod row;
pub mod search;
pub mod segmented;
pub mod select_chip;
pub mod steps_bar;
pub mod term;
pub mod timeline_entry;
pub mod toast_bar;
pub mod window_list;
