//! Parts that screens are made of; they know nothing of casussen or of the vault.

pub mod call;
pub mod chips;
pub mod disclosure;
pub mod field;
pub mod hint;
pub mod icon;
pub mod nav_bar;
pub mod page;
pub mod row;
pub mod search;
pub mod select_chip;
pub mod timeline_entry;
pub mod toast_bar;
pub mod window_list;
