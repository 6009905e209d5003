//! What goes into and comes out of a statement: whole numbers and bytes, and no text at all.
//!
//! It knows neither database; each turns these into its own.

use super::Failure;

/// One value of a statement or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Number(i64),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A row, read column by column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub(super) Vec<Value>);

impl Row {
    /// Returns a number.
    ///
    /// # Errors
    /// Fails when the column holds something else.
    pub fn number(&self, column: usize) -> Result<i64, Failure> {
        self.number_if_any(column)?.ok_or(Failure::Damaged)
    }

    /// Returns a number that may be missing.
    ///
    /// # Errors
    /// Fails when the column holds something else.
    pub fn number_if_any(&self, column: usize) -> Result<Option<i64>, Failure> {
        match self.0.get(column) {
            Some(Value::Number(number)) => Ok(Some(*number)),
            Some(Value::Null) => Ok(None),
            _ => Err(Failure::Damaged),
        }
    }

    /// Returns bytes.
    ///
    /// # Errors
    /// Fails when the column holds something else.
    pub fn bytes(&self, column: usize) -> Result<&[u8], Failure> {
        match self.0.get(column) {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(Failure::Damaged),
        }
    }

    /// Returns bytes of a fixed length.
    ///
    /// # Errors
    /// Fails when the column holds something else.
    pub fn array<const N: usize>(&self, column: usize) -> Result<[u8; N], Failure> {
        self.bytes(column)?.try_into().map_err(|_| Failure::Damaged)
    }
}
