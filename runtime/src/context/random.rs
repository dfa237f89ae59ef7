//! Random numbers for identifiers: unique, fast, never for secrets.
//!
//! A request needs two identifiers; asking the operating system for each would cost more than parsing its body. Each
//! thread seeds two `SplitMix64` generators once from the operating system and goes on by itself.

use std::cell::Cell;

use uuid::Uuid;

thread_local! {
    static STATE: Cell<(u64, u64)> = Cell::new(Uuid::new_v4().as_u64_pair());
}

/// 64 bits that were not seen before.
pub(crate) fn next_64() -> u64 {
    next_pair().0
}

/// 128 bits that were not seen before.
pub(super) fn next_128() -> u128 {
    let (high, low) = next_pair();
    (u128::from(high) << 64) | u128::from(low)
}

/// A UUID has six fixed bits; they only narrow the choice of the first state.
fn next_pair() -> (u64, u64) {
    STATE.with(|state| {
        let (high, low) = state.get();
        let next =
            (high.wrapping_add(0x9e37_79b9_7f4a_7c15), low.wrapping_add(0xd1b5_4a32_d192_ed03));
        state.set(next);
        (mixed(next.0), mixed(next.1))
    })
}

/// The output function of `SplitMix64`.
pub(crate) fn mixed(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
