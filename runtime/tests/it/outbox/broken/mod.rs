//! The checker is checked: implementations that are broken in one way each, and each must be caught.
//!
//! Each stands where the real one would, on a real store and a real bus on which things go wrong by chance. The seed of
//! a run is printed; `TIEBEAM_TEST_SEED` repeats it. The real implementations have the same bad luck and keep their
//! promises.

mod buses;
mod consumers;
mod relays;
mod scene;
mod sound;
mod stores;
