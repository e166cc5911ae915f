//! How often a comparison is right: folders of pairs with known truth, and scores as the field
//! reports them.
//!
//! [`GoldFolder::read`] takes the pairs in, [`evaluate`] compares and scores each of them, and
//! [`Evaluation::total`] and [`Evaluation::levels`] sum up. Units of the comparison are laid over
//! the true ones by bytes, so that a finer or a coarser sentence split is not punished in itself.

mod beads;
mod calibration;
mod gold;
mod score;
mod summary;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub use beads::Beads;
pub use calibration::{Bin, Calibration, Forecast};
pub use gold::{GoldFolder, GoldPair, TrueSentence, TrueUnits, Truth};
pub use score::{Counts, Measure, Predicted, Refusal, Score};
pub use summary::{Measured, Summary};

use crate::comparison::{Options, compare};

/// Threads that compare: pairs are independent of each other.
const MOST_THREADS: usize = 8;

/// Scores of all pairs of a set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evaluation {
    /// One score for each pair, in the order of the pairs.
    pub scores: Vec<Score>,
}

/// Compares every pair and scores what comes out. The result does not depend on the threads.
///
/// `progress` is told how many pairs are done; it is called from several threads.
pub fn evaluate(
    pairs: &[GoldPair],
    options: &Options,
    progress: &(dyn Fn(usize) + Sync),
) -> Evaluation {
    let done = AtomicUsize::new(0);
    let scores = in_parallel(pairs, |pair| {
        let comparison = compare(&pair.documents.source, &pair.documents.translation, options);
        let score = Score::new(pair, &Predicted::from(&comparison));
        progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        score
    });
    Evaluation { scores }
}

/// What `work` makes of each item, in the order of the items, on all processors.
pub fn in_parallel<'a, T: Sync, U: Send>(
    items: &'a [T],
    work: impl Fn(&'a T) -> U + Sync,
) -> Vec<U> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    thread::scope(|scope| {
        for _ in 0..threads.min(items.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let result = work(item);
                    // A thread that panicked ends the whole at the end of the scope anyway.
                    results.lock().unwrap_or_else(|broken| broken.into_inner()).push((at, result));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(|broken| broken.into_inner());
    results.sort_by_key(|&(at, _)| at);
    results.into_iter().map(|(_, result)| result).collect()
}
