//! The figures that a fit turns, by their path in the file.

use muqabala::align::Parameters;
use toml::Value;

use crate::fit::Result;

/// A figure, and how it moves.
#[derive(Clone, Copy, Debug)]
pub struct Dial {
    /// Its path: `prior.step.1` is the second of a list.
    pub path: &'static str,
    scale: Scale,
}

#[derive(Clone, Copy, Debug)]
enum Scale {
    /// Any number: steps are added.
    Linear,
    /// Above 0: steps multiply.
    Positive,
    /// Between 0 and 1: steps are added to its log-odds.
    Share,
}

const fn linear(path: &'static str) -> Dial {
    Dial { path, scale: Scale::Linear }
}

const fn positive(path: &'static str) -> Dial {
    Dial { path, scale: Scale::Positive }
}

const fn share(path: &'static str) -> Dial {
    Dial { path, scale: Scale::Share }
}

/// What is fitted by trial. Not among them: the rounds of re-estimation, the thresholds between
/// verdicts that the sets do not show (`full_coverage`, `topic_*`), and of each group of counts one
/// that gives the group its weight.
pub const DIALS: [Dial; 51] = [
    positive("temperature"),
    share("link_threshold"),
    positive("prior_sentences"),
    positive("prior.jump.0.1"),
    positive("prior.jump.1.1"),
    positive("prior.null.0.1"),
    positive("prior.null.1.0"),
    positive("prior.null.1.1"),
    positive("prior.step.1"),
    positive("prior.step.2"),
    positive("prior.group.1"),
    positive("prior.group.2"),
    positive("prior.group.3"),
    positive("second_part"),
    positive("relief_limit"),
    share("gap_decay"),
    positive("length_spread"),
    positive("length_spread_chance"),
    share("name.rendered"),
    share("figure.rendered"),
    share("small_figure.rendered"),
    share("date.rendered"),
    share("word.rendered"),
    share("unlisted.rendered"),
    share("sign.rendered"),
    share("grammar.rendered"),
    positive("name.chance"),
    positive("figure.chance"),
    positive("date.chance"),
    positive("sign.chance"),
    positive("name.weight"),
    positive("word.weight"),
    positive("unlisted.weight"),
    positive("sign.weight"),
    positive("grammar.weight"),
    linear("cut.behind_mark"),
    linear("cut.behind_comma"),
    linear("cut.behind_verb"),
    linear("cut.before_opener"),
    linear("cut.elsewhere"),
    linear("cut.shared"),
    linear("cut.parallel"),
    positive("cut.same"),
    positive("cut.across"),
    linear("beside.base"),
    linear("beside.gain"),
    linear("beside.alone"),
    linear("beside.length"),
    linear("beside.size"),
    linear("beside.same_paragraph"),
    linear("relations.rendering_odds"),
];

/// The dials of paths joined by commas; none where there is no such dial.
pub fn named(paths: &str) -> Option<Vec<Dial>> {
    paths.split(',').map(|path| DIALS.into_iter().find(|dial| dial.path == path)).collect()
}

impl Dial {
    /// The parameters with this figure moved by a step; none where it would not move.
    pub fn turned(self, parameters: &Parameters, step: f64) -> Result<Option<Parameters>> {
        let mut whole = Value::try_from(parameters)?;
        let place = place(&mut whole, self.path)?;
        let old = place.as_float().ok_or_else(|| format!("{} is no figure", self.path))?;
        let new = rounded(match self.scale {
            Scale::Linear => old + step,
            Scale::Positive => old * step.exp(),
            Scale::Share => {
                let odds = (old / (1.0 - old)).ln() + step;
                1.0 / (1.0 + (-odds).exp())
            }
        });
        if new == old {
            return Ok(None);
        }
        *place = Value::Float(new);
        Ok(Some(whole.try_into()?))
    }
}

/// The value at a path.
pub fn place<'a>(whole: &'a mut Value, path: &str) -> Result<&'a mut Value> {
    let mut at = whole;
    for part in path.split('.') {
        let inner = match at {
            Value::Table(table) => table.get_mut(part),
            Value::Array(values) => part.parse().ok().and_then(|n: usize| values.get_mut(n)),
            _ => None,
        };
        at = inner.ok_or_else(|| format!("there is no figure {path}"))?;
    }
    Ok(at)
}

/// Three significant digits: a file to read, and the same figures on every machine.
pub fn rounded(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dial_turns_its_figure_and_back() {
        let parameters = Parameters::default();
        for dial in DIALS {
            let turned = dial.turned(&parameters, 0.3).expect("a figure").expect("a step");
            assert_ne!(turned, parameters, "{}", dial.path);
            let mut whole = Value::try_from(turned).expect("parameters");
            let value = place(&mut whole, dial.path).expect("a figure").as_float();
            assert!(value.is_some_and(f64::is_finite), "{}", dial.path);
        }
        assert_eq!(named("word.weight,cut.shared").map(|dials| dials.len()), Some(2));
        assert!(named("word.wait").is_none());
        assert!(place(&mut Value::Integer(1), "nothing").is_err());
    }

    #[test]
    fn figures_are_rounded_to_three_digits() {
        assert_eq!(rounded(0.123_456), 0.123);
        assert_eq!(rounded(98_765.0), 98_800.0);
        assert_eq!(rounded(-1.0), -1.0);
    }
}
