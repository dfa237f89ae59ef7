//! What a system does wrong when it is told to.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::form::Form;

/// What a system does wrong with one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Fails before it has done anything.
    Fail,
    /// Does the work and never tells.
    Lose,
    /// Does the work and answers in no language that it speaks.
    Babble,
    /// Says that a clerk has the record open.
    Lock,
    /// Answers as it should, but so much later.
    Slow(Duration),
}

/// The faults of the next requests, one for each.
#[derive(Debug, Default)]
pub struct Script(Mutex<VecDeque<Fault>>);

impl Script {
    /// Adds a fault for so many further requests.
    pub fn add(&self, fault: Fault, times: usize) {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        faults.extend(std::iter::repeat_n(fault, times));
    }

    /// Lets everything go well from now on.
    pub fn end(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The fault of this request.
    pub fn next(&self) -> Option<Fault> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    /// How many requests will still see one.
    pub fn left(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Fault {
    /// Reads `fault=slow&millis=300`.
    pub fn of_form(form: &Form) -> Option<Self> {
        match form.get("fault") {
            "fail" => Some(Self::Fail),
            "lose" => Some(Self::Lose),
            "babble" => Some(Self::Babble),
            "lock" => Some(Self::Lock),
            "slow" => form.number("millis").map(Duration::from_millis).map(Self::Slow),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Fault, Script};
    use crate::form::Form;

    #[test]
    fn a_fault_is_read_from_a_form() {
        for (form, expected) in [
            ("fault=fail", Some(Fault::Fail)),
            ("fault=slow&millis=300", Some(Fault::Slow(Duration::from_millis(300)))),
            ("fault=slow", None),
            ("fault=melt", None),
            ("", None),
        ] {
            assert_eq!(Fault::of_form(&Form::parse(form)), expected, "{form}");
        }
    }

    #[test]
    fn faults_come_in_the_order_in_which_they_were_asked_for() {
        let script = Script::default();
        script.add(Fault::Fail, 2);
        script.add(Fault::Lose, 1);
        let seen = [(); 4].map(|()| script.next());
        assert_eq!(seen, [Some(Fault::Fail), Some(Fault::Fail), Some(Fault::Lose), None]);
        assert_eq!(script.left(), 0);
    }
}
