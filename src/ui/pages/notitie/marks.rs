//! The marks of the body map while they are written: each with a number for a name, so that a list
//! of them keeps the cursor where it is.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use crate::domain::logboek::body_map::{BodyMark, Spot};

/// One mark as its fields hold it.
#[derive(Clone)]
pub(super) struct MarkFields {
    /// Names the mark as long as the screen stands.
    pub key: u32,
    pub spot: ArcRwSignal<Spot>,
    pub size: ArcRwSignal<String>,
    pub color: ArcRwSignal<String>,
    pub shape: ArcRwSignal<String>,
    pub said: ArcRwSignal<String>,
}

impl MarkFields {
    /// Puts a mark into fields.
    pub fn new(mark: &BodyMark) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let field = |text: &str| ArcRwSignal::new(text.to_owned());
        Self {
            key: NEXT.fetch_add(1, Ordering::Relaxed),
            spot: ArcRwSignal::new(mark.spot),
            size: field(&mark.size),
            color: field(&mark.color),
            shape: field(&mark.shape),
            said: field(&mark.said),
        }
    }

    /// Puts all marks of a note into fields.
    pub fn all(marks: &[BodyMark]) -> Vec<Self> {
        marks.iter().map(Self::new).collect()
    }

    /// Builds the mark that the fields hold.
    pub fn mark(&self) -> BodyMark {
        BodyMark {
            spot: self.spot.get(),
            size: self.size.get(),
            color: self.color.get(),
            shape: self.shape.get(),
            said: self.said.get(),
        }
    }
}
