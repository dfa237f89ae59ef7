//! Reading what an older major version wrote.
//!
//! A new major version is a new type, and what it means in the words of the old one only people know. So each version
//! names the one before it ([`Event::Earlier`]), and whoever reads it implements [`Upcast`] once for each step. A chain of
//! steps, and not a way from each version to the newest: a version that is added asks for one step more and leaves those
//! that are written already as they are.
//!
//! The steps are the reader's and not conversions of the generated types, because an impl of `From` would have to stand
//! in the generated crate, and because two readers may fill a gap differently.

use super::definition::Event;
use super::envelope::Envelope;
use super::typed::Unreadable;

/// What stands for the version before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {}

/// Says what the version before an event's said, in the words of the event.
///
/// Written by hand by whoever reads the event and may meet occurrences of the older version: after the producer has
/// moved on, or in a replay. It is a pure function of what was said, so that reading twice gives the same.
pub trait Upcast<E: Event> {
    /// The event that the older version would be today.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Outdated`] when the older version says too little.
    fn upcast(&self, earlier: E::Earlier) -> Result<E, Unreadable>;
}

/// How an event is read from what came before it; implemented for whatever [`Event::Earlier`] names.
pub trait History<E, U: ?Sized> {
    /// Reads an envelope of an older version.
    ///
    /// # Errors
    ///
    /// When it is none, or cannot be read as the event.
    fn read(envelope: &Envelope, upcaster: &U) -> Result<E, Unreadable>;
}

impl<E: Event, U: ?Sized> History<E, U> for First {
    fn read(envelope: &Envelope, _: &U) -> Result<E, Unreadable> {
        Err(Unreadable::OtherType(envelope.ty().to_owned()))
    }
}

impl<P, E, U> History<E, U> for P
where
    P: Event,
    P::Earlier: History<P, U>,
    E: Event<Earlier = P>,
    U: Upcast<E> + ?Sized,
{
    fn read(envelope: &Envelope, upcaster: &U) -> Result<E, Unreadable> {
        upcaster.upcast(envelope.read_with(upcaster)?)
    }
}

impl Envelope {
    /// Whether it holds an occurrence of an event, in this major version.
    #[must_use]
    pub fn is<E: Event>(&self) -> bool {
        self.ty() == E::definition().ty
    }

    /// The event in the envelope, of its own major version or of an older one.
    ///
    /// The compiler asks for a step from each version to the next: for `E` of version 3, an [`Upcast`] to version 2 and
    /// one to version 3. What is read as a first version needs none.
    ///
    /// ```
    /// use tiebeam::event::{Envelope, Event, First, Unreadable, Upcast};
    ///
    /// fn read<V1, V2, U>(envelope: &Envelope, upcaster: &U) -> Result<V2, Unreadable>
    /// where
    ///     V1: Event<Earlier = First>,
    ///     V2: Event<Earlier = V1>,
    ///     U: Upcast<V2>,
    /// {
    ///     envelope.read_with(upcaster)
    /// }
    /// ```
    ///
    /// Without the step it does not compile:
    ///
    /// ```compile_fail,E0277
    /// # use tiebeam::event::{Envelope, Event, First, Unreadable};
    /// fn read<V1, V2, U>(envelope: &Envelope, upcaster: &U) -> Result<V2, Unreadable>
    /// where
    ///     V1: Event<Earlier = First>,
    ///     V2: Event<Earlier = V1>,
    /// {
    ///     envelope.read_with(upcaster)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// When it is another event, its data is not what the schema says, or an older version says too little.
    pub fn read_with<E, U>(&self, upcaster: &U) -> Result<E, Unreadable>
    where
        E: Event,
        E::Earlier: History<E, U>,
        U: ?Sized,
    {
        if self.is::<E>() { self.read() } else { E::Earlier::read(self, upcaster) }
    }
}
