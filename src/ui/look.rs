//! The look that the user chose: light or dark, and the size of text.
//!
//! Without a choice the phone decides.

use crate::browser::page;
use crate::browser::preferences::Preference;

/// One side of the look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Light or dark.
    Theme,
    /// The size of text.
    TextSize,
}

impl Look {
    const fn preference(self) -> Preference {
        match self {
            Self::Theme => Preference::Theme,
            Self::TextSize => Preference::TextSize,
        }
    }

    const fn attribute(self) -> &'static str {
        match self {
            Self::Theme => "data-theme",
            Self::TextSize => "data-text",
        }
    }

    /// Returns the word that was chosen; empty when the phone decides.
    pub fn chosen(self) -> String {
        self.preference().load().unwrap_or_default()
    }

    /// Follows the word at once and keeps it; the empty one leaves it to the phone.
    pub fn choose(self, word: &str) {
        if word.is_empty() {
            self.preference().forget();
        } else {
            // A browser that keeps nothing still shows the look until it is closed.
            let _ = self.preference().save(word);
        }
        self.show(word);
    }

    fn show(self, word: &str) {
        if word.is_empty() {
            page::remove_root_attribute(self.attribute());
        } else {
            page::set_root_attribute(self.attribute(), word);
        }
    }
}

/// Shows the look that was chosen before.
pub fn restore() {
    for look in [Look::Theme, Look::TextSize] {
        look.show(&look.chosen());
    }
}
