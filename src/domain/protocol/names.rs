//! What a school calls the people, the team and the place of the file.
//!
//! Where a name stands in a text, `fill` puts it.

/// Local names, each with its article, such as "de IB’er".
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The aandachtsfunctionaris.
    pub af: &'static str,
    /// Directie or schoolleider.
    pub management: &'static str,
    /// The team that thinks along.
    pub team: &'static str,
    /// Who reports to Veilig Thuis.
    pub reporters: &'static str,
    /// With whom a preparation is confirmed.
    pub confirm: &'static str,
    /// The system that holds the file; empty when the document names none.
    pub file: &'static str,
}

/// Whom or what a local name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameOf {
    /// The aandachtsfunctionaris.
    Af,
    /// Directie or schoolleider.
    Management,
    /// The team that thinks along.
    Team,
    /// Who reports.
    Reporters,
    /// With whom a preparation is confirmed.
    Confirm,
    /// The system that holds the file.
    File,
}

impl NameOf {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 6] =
        [Self::Af, Self::Management, Self::Team, Self::Reporters, Self::Confirm, Self::File];

    /// Returns the word for it in files; it is never renamed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Af => "af",
            Self::Management => "management",
            Self::Team => "team",
            Self::Reporters => "reporters",
            Self::Confirm => "confirm",
            Self::File => "file",
        }
    }

    /// Reads the word.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.as_str() == word)
    }
}

impl Names {
    /// Returns a name.
    pub const fn of(&self, name: NameOf) -> &'static str {
        match name {
            NameOf::Af => self.af,
            NameOf::Management => self.management,
            NameOf::Team => self.team,
            NameOf::Reporters => self.reporters,
            NameOf::Confirm => self.confirm,
            NameOf::File => self.file,
        }
    }

    /// Returns the place of a name, to put another there.
    pub const fn of_mut(&mut self, name: NameOf) -> &mut &'static str {
        match name {
            NameOf::Af => &mut self.af,
            NameOf::Management => &mut self.management,
            NameOf::Team => &mut self.team,
            NameOf::Reporters => &mut self.reporters,
            NameOf::Confirm => &mut self.confirm,
            NameOf::File => &mut self.file,
        }
    }
}
