//! Parts that screens are made of; they know nothing of casussen or of the vault.

pub mod call;
pub mod chips;
pub mod disclosure;
pub mod emergency;
pub mod field;
pub mod hint;
pub mod icon;
pub mod lost;
pub mod nav_bar;
pub mod page;
pub mod row;
pub mod segmented;
pub mod steps_bar;
pub mod term;
pub mod toast_bar;
