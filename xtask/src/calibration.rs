//! Curves from the model's probabilities to ones that hold (Platt 1999): logistic regression on the
//! log-odds and on the share of the texts that is not linked.

use muqabala::align::Parameters;
use muqabala::evaluation::{Forecast, Score};
use toml::Value;

use crate::dial::{place, rounded};
use crate::fit::Result;
use crate::sets::Outcome;

/// Newton steps; a handful is enough.
const ROUNDS: usize = 50;

/// Pulls a curve towards "as the model says", as strongly as this many forecasts.
const PRIOR: f64 = 5.0;

/// The least slope: the order of probabilities must stay.
const LEAST_SLOPE: f64 = 0.05;

/// The same log-odds limit as the model's.
const ODDS_LIMIT: f64 = 9.0;

type Forecasts = fn(&Score) -> &[Forecast];

/// The curves by the name of their table.
const CURVES: [(&str, Forecasts); 3] = [
    ("sentence", |score| &score.sentence_forecasts),
    ("paragraph", |score| &score.paragraph_forecasts),
    ("null", |score| &score.null_forecasts),
];

/// Parameters whose curves change nothing.
pub fn plain(parameters: &Parameters) -> Result<Parameters> {
    with_curves(parameters, |_| Ok([1.0, 0.0, 0.0]))
}

/// Parameters with curves fitted to outcomes of [`plain`] ones.
pub fn calibrated<'a>(
    parameters: &Parameters,
    outcomes: impl Iterator<Item = &'a Outcome> + Clone,
) -> Result<Parameters> {
    with_curves(parameters, |forecasts| {
        let samples = outcomes.clone().filter(|outcome| outcome.score.refusal.is_none());
        let samples = samples.flat_map(|outcome| {
            let sample = |forecast: &Forecast| {
                let p = forecast.probability;
                let odds = (p / (1.0 - p)).ln().clamp(-ODDS_LIMIT, ODDS_LIMIT);
                ([odds, 1.0, outcome.unlinked], f64::from(u8::from(forecast.holds)))
            };
            forecasts(&outcome.score).iter().map(sample).collect::<Vec<_>>()
        });
        Ok(regression(&samples.collect::<Vec<_>>()))
    })
}

fn with_curves(
    parameters: &Parameters,
    curve: impl Fn(Forecasts) -> Result<[f64; 3]>,
) -> Result<Parameters> {
    let mut whole = Value::try_from(parameters)?;
    for (name, forecasts) in CURVES {
        let values = curve(forecasts)?;
        for (key, value) in ["slope", "offset", "unlinked"].into_iter().zip(values) {
            *place(&mut whole, &format!("calibration.{name}.{key}"))? =
                Value::Float(rounded(value));
        }
    }
    Ok(whole.try_into()?)
}

/// Logistic regression by Newton's method, from "slope 1, nothing added".
fn regression(samples: &[([f64; 3], f64)]) -> [f64; 3] {
    let start = [1.0, 0.0, 0.0];
    let mut weights = start;
    for _ in 0..ROUNDS {
        let mut gradient = [0.0; 3];
        let mut curvature = [[0.0; 3]; 3];
        for (x, y) in samples {
            let odds: f64 = x.iter().zip(weights).map(|(x, w)| x * w).sum();
            let p = 1.0 / (1.0 + (-odds).exp());
            for i in 0..3 {
                gradient[i] += (y - p) * x[i];
                for j in 0..3 {
                    curvature[i][j] += p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        for i in 0..3 {
            gradient[i] -= PRIOR * (weights[i] - start[i]);
            curvature[i][i] += PRIOR;
        }
        let step = solve(curvature, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s.clamp(-1.0, 1.0));
    }
    weights[0] = weights[0].max(LEAST_SLOPE);
    weights
}

/// Solves three linear equations with a positive definite matrix (Gauss).
fn solve(mut a: [[f64; 3]; 3], mut b: [f64; 3]) -> [f64; 3] {
    for i in 0..3 {
        for row in i + 1..3 {
            let factor = a[row][i] / a[i][i];
            let pivot = a[i];
            a[row].iter_mut().zip(pivot).for_each(|(cell, pivot)| *cell -= factor * pivot);
            b[row] -= factor * b[i];
        }
    }
    for i in (0..3).rev() {
        for column in i + 1..3 {
            b[i] -= a[i][column] * b[column];
        }
        b[i] /= a[i][i];
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved() {
        let x = solve([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]], [6.0, 10.0, 8.0]);
        assert!(x.iter().zip([1.0, 2.0, 3.0]).all(|(x, y)| (x - y).abs() < 1e-9), "{x:?}");
    }

    #[test]
    fn overconfident_log_odds_are_halved() {
        let mut samples = Vec::new();
        for odds in [-4.0_f64, -2.0, 0.0, 2.0, 4.0] {
            let true_share = 1.0 / (1.0 + (-odds / 2.0).exp());
            let right = (1000.0 * true_share).round() as usize;
            samples.extend((0..1000).map(|at| ([odds, 1.0, 0.3], f64::from(u8::from(at < right)))));
        }
        let [slope, offset, unlinked] = regression(&samples);
        assert!((slope - 0.5).abs() < 0.02 && (offset + 0.3 * unlinked).abs() < 0.05);
    }
}
