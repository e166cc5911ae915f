//! What the lengths of two stretches say of whether one renders the other (Gale and Church 1993, with
//! normal densities of the logarithm of their ratio).

use super::item::Unit;
use super::parameters::Parameters;

/// Log of the usual length ratio, translation to source: of the two texts as wholes, but no further
/// from 1 than languages differ, since one text may be a digest.
pub(super) fn usual_ratio(source: &[Unit], translation: &[Unit]) -> f64 {
    let total = |units: &[Unit]| units.iter().map(|s| s.chars).sum::<f64>().max(1.0);
    (total(translation) / total(source)).ln().clamp(-0.2, 0.2)
}

/// Log-odds of length ratios: of a rendering against chance.
#[derive(Clone, Copy, Debug)]
pub(super) struct LengthOdds {
    usual: f64,
    most: f64,
    fall: f64,
}

impl LengthOdds {
    /// For texts with this logarithm of the usual ratio.
    pub(super) fn new(usual: f64, parameters: &Parameters) -> Self {
        let (link, chance) = (parameters.length_spread, parameters.length_spread_chance);
        Self {
            usual,
            most: (chance / link).ln(),
            fall: (1.0 / (link * link) - 1.0 / (chance * chance)) / 2.0,
        }
    }

    /// Of the natural logarithm of a ratio.
    pub(super) fn of(&self, log_ratio: f64) -> f64 {
        let z = log_ratio - self.usual;
        self.most - z * z * self.fall
    }
}
