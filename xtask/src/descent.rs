//! One figure after the other, up and down, as long as it helps (coordinate descent).

use muqabala::align::Parameters;

use crate::dial::Dial;
use crate::fit::Result;
use crate::objective::Objective;

/// Steps of the sweeps over all figures.
const SWEEPS: [f64; 1] = [0.35];

/// A step must gain this much: less is noise of the sample.
const LEAST_GAIN: f64 = 5e-4;

/// The parameters to which descent over some figures leads, from `start`.
pub fn descend(
    objective: &mut Objective<'_, '_>,
    start: &Parameters,
    dials: &[Dial],
) -> Result<Parameters> {
    let mut best = *start;
    let mut value = objective.of(&best);
    for step in SWEEPS {
        for dial in dials {
            for step in [step, -step] {
                let before = value;
                while let Some(next) = dial.turned(&best, step)? {
                    let found = objective.of(&next);
                    if found < value + LEAST_GAIN {
                        break;
                    }
                    eprintln!("  {:.4} {} {step:+}", found, dial.path);
                    (best, value) = (next, found);
                }
                if value > before {
                    break;
                }
            }
        }
    }
    Ok(best)
}
