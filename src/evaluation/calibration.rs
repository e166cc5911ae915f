//! Whether probabilities hold: of all that is said with 80 %, four in five should be true.

/// How many groups forecasts are put into.
const BINS: usize = 10;

/// A probability, and whether what it was given to is true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// From 0 to 1.
    pub probability: f64,
    /// The truth.
    pub holds: bool,
}

impl Forecast {
    /// A forecast.
    pub const fn new(probability: f64, holds: bool) -> Self {
        Self { probability, holds }
    }
}

/// Forecasts of about the same probability.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many there are.
    pub count: usize,
    /// Mean of their probabilities.
    pub said: f64,
    /// Share of them that are true.
    pub held: f64,
}

/// How well probabilities hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// How many forecasts there are.
    pub count: usize,
    /// Expected calibration error over ten bins of equal width: the mean distance between what a bin
    /// says and what holds in it.
    pub error: f64,
    /// The same over ten bins of equal count, which cannot hide in an empty bin.
    pub error_by_mass: f64,
    /// The bins of equal width that hold anything.
    pub bins: Vec<Bin>,
}

impl Calibration {
    /// The calibration of some forecasts, whatever their order.
    pub fn of(forecasts: &[Forecast]) -> Self {
        let mut sorted = forecasts.to_vec();
        sorted.sort_by(|a, b| a.probability.total_cmp(&b.probability).then(a.holds.cmp(&b.holds)));
        let width = |f: &Forecast| ((f.probability * BINS as f64).floor() as usize).min(BINS - 1);
        let bins: Vec<Bin> = sorted.chunk_by(|a, b| width(a) == width(b)).map(Bin::of).collect();
        let masses: Vec<Bin> = (0..BINS)
            .map(|at| &sorted[at * sorted.len() / BINS..(at + 1) * sorted.len() / BINS])
            .filter(|group| !group.is_empty())
            .map(Bin::of)
            .collect();
        Self { count: sorted.len(), error: error(&bins), error_by_mass: error(&masses), bins }
    }
}

impl Bin {
    fn of(forecasts: &[Forecast]) -> Self {
        let count = forecasts.len();
        let all = count.max(1) as f64;
        Self {
            count,
            said: forecasts.iter().map(|f| f.probability).sum::<f64>() / all,
            held: forecasts.iter().filter(|f| f.holds).count() as f64 / all,
        }
    }
}

fn error(bins: &[Bin]) -> f64 {
    let all: usize = bins.iter().map(|bin| bin.count).sum();
    let distance = |bin: &Bin| bin.count as f64 * (bin.said - bin.held).abs();
    bins.iter().map(distance).sum::<f64>() / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_as_said_has_no_error() {
        let forecasts: Vec<Forecast> =
            (0..100).map(|at| Forecast::new(0.75, at % 4 != 0)).collect();
        let calibration = Calibration::of(&forecasts);
        assert_eq!(calibration.bins, [Bin { count: 100, said: 0.75, held: 0.75 }]);
        assert_eq!(calibration.error, 0.0);
    }

    #[test]
    fn what_fails_is_seen_in_both_ways_of_grouping() {
        let mut forecasts = vec![Forecast::new(1.0, true); 50];
        forecasts.extend(vec![Forecast::new(0.95, false); 50]);
        let calibration = Calibration::of(&forecasts);
        assert!((calibration.error - 0.475).abs() < 1e-9, "{calibration:?}");
        assert!((calibration.error_by_mass - 0.475).abs() < 1e-9, "{calibration:?}");
        assert_eq!(Calibration::of(&[]), Calibration::default());
    }
}
