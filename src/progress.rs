//! How far long work is, and a way to stop it.

use std::convert::Infallible;
use std::ops::ControlFlow;

use crate::error::{Error, Result};

/// How far a comparison is.
///
/// Told between steps of the work: for a book some thousand times, for an article a few times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Steps of the stage that are done.
    pub done: usize,
    /// Steps of the stage; a stage may come again with fewer.
    pub total: usize,
}

/// A part of a comparison, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Units, names, numbers and dates of each text.
    Reading,
    /// Which sentences belong together; once more where some were cut, or words learned.
    Aligning,
    /// What a reviewer would write down.
    Finding,
}

impl Stage {
    /// In one word, for a progress bar.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Aligning => "aligning",
            Self::Finding => "finding",
        }
    }
}

/// Who is told of progress and can stop the work; `B` is what stopping gives, and nothing at all
/// where it cannot be stopped.
pub(crate) type Watch<'a, B> = &'a mut dyn FnMut(Progress) -> ControlFlow<B>;

/// Tells of steps of one stage.
pub(crate) fn tell<B>(
    watch: Watch<'_, B>,
    stage: Stage,
    done: usize,
    total: usize,
) -> ControlFlow<B> {
    watch(Progress { stage, done, total })
}

/// Does work that nobody stops.
pub(crate) fn unwatched<T>(
    work: impl FnOnce(Watch<'_, Infallible>) -> ControlFlow<Infallible, T>,
) -> T {
    match work(&mut |_| ControlFlow::Continue(())) {
        ControlFlow::Continue(done) => done,
        ControlFlow::Break(never) => match never {},
    }
}

/// What came of work that could be stopped.
pub(crate) fn unless_stopped<T>(work: ControlFlow<(), T>) -> Result<T> {
    match work {
        ControlFlow::Continue(done) => Ok(done),
        ControlFlow::Break(()) => Err(Error::Cancelled),
    }
}
