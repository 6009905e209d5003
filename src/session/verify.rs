//! Looking through the records that the index speaks for: what happened to them since.

use super::chain::{Content, NO_HASH, read_chain};
use super::{Cause, Damaged, Opened, SessionError, Whose};
use crate::store::Store;

impl<S: Store> Opened<S> {
    /// Opens `count` records from `first` on and checks that they hang together; what is wrong is
    /// added to the damaged ones. Returns where to go on, until the end is reached.
    ///
    /// Unlocking trusts the index, which is sealed; this finds what happened to the records since.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn verify_some(&self, first: u64, count: u64) -> Result<Option<u64>, SessionError> {
        let end = self.log.borrow().next_seq - 1;
        let last = end.min(first.saturating_add(count).saturating_sub(1));
        // One record more at the front tells what the first must point back to.
        let from = first.saturating_sub(1).max(1);
        let expected = (from == 1).then_some(NO_HASH);
        let lines = {
            let device = self.vault.device();
            read_chain(&*self.store, &self.vault, device, from..=last, expected).await?
        };
        let mut log = self.log.borrow_mut();
        for line in lines {
            let cause = match line.content {
                Content::Damaged(cause) => cause,
                _ if !line.is_chained => Cause::ChainBroken,
                _ => continue,
            };
            let damaged = Damaged { whose: Whose::This, seq: line.seq, cause };
            let is_same = |known: &Damaged| (known.whose, known.seq) == (Whose::This, damaged.seq);
            if !log.damaged.iter().any(is_same) {
                log.damaged.push(damaged);
            }
        }
        log.damaged.sort_unstable_by_key(|damaged| damaged.seq);
        Ok((last < end).then_some(last + 1))
    }
}
