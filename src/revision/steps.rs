//! How far the matching of two versions is, told sentence by sentence.

use std::ops::ControlFlow;

use crate::progress::{Stage, Watch, tell};
use crate::segment::Segments;
use crate::span::Pair;

/// How often each sentence of the old version, and of the new one, is looked at by the loops that count.
const LOOKS: Pair<usize> = Pair::new(4, 2);

/// The steps of matching and comparing.
pub(super) struct Steps<'a, B> {
    watch: Watch<'a, B>,
    done: usize,
    total: usize,
}

impl<'a, B> Steps<'a, B> {
    pub(super) fn new(segments: &Pair<Segments>, watch: Watch<'a, B>) -> Self {
        let looks = Pair::SIDES.map(|side| LOOKS[side] * segments[side].sentences.len());
        Self { watch, done: 0, total: looks.source + looks.translation }
    }

    /// Tells of a step; breaks where the work is to stop.
    pub(super) fn next(&mut self) -> ControlFlow<B> {
        tell(self.watch, Stage::Aligning, self.done.min(self.total), self.total)?;
        self.done += 1;
        ControlFlow::Continue(())
    }

    /// Tells that all is done.
    pub(super) fn end(self) -> ControlFlow<B> {
        tell(self.watch, Stage::Aligning, self.total, self.total)
    }
}
