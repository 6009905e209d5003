//! Reads any bytes as the inside of a hand-over: nothing is believed that nobody proved.
#![no_main]

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use libfuzzer_sys::fuzz_target;
use pluis::session::{Opened, create};
use pluis::store::memory::Memory;
use pluis::vault::{StretchedKey, Stretching};

/// Makes a vault; a store in memory never waits.
fn vault() -> Opened<Memory> {
    let store = Rc::new(Memory::default());
    let stretching = Stretching::make_standard().expect("randomness");
    let stretched = StretchedKey::new([1; 32]);
    let mut making = pin!(create(&store, stretching, &stretched));
    match making.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made.expect("a vault"),
        Poll::Pending => unreachable!("a store in memory never waits"),
    }
}

thread_local! {
    static VAULT: Opened<Memory> = vault();
}

fuzz_target!(|bytes: &[u8]| {
    VAULT.with(|vault| assert!(vault.unpack_hand_over(bytes).is_err()));
});
