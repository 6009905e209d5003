//! Backups: writing what the vault holds to a file, and bringing it back. The file's form is the
//! vault's business; which device keeps the file is nobody's here.

mod due;
mod make;
mod merge;
mod restore;

pub use due::is_backup_due;
pub use make::Making;
pub use merge::Restored;
pub use restore::restore;
