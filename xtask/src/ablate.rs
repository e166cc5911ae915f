//! `cargo xtask ablate`: what each part of the evidence gives, as a table for `docs/evaluation.md`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use muqabala::align::{Parameters, Part};
use muqabala::evaluation::{Evaluation, Measure};

use crate::fit::Result;
use crate::sets::Sets;

/// What is left out.
#[derive(Clone, Copy)]
enum Left {
    Part(Part),
    /// Weights that become 0, spreads that become equal.
    Figures(fn(&mut Parameters)),
}

/// What is left out, by the head of its column.
const LEFT_OUT: [(&str, Left); 10] = [
    ("lexicon", Left::Part(Part::Lexicon)),
    ("gazetteer", Left::Part(Part::Gazetteer)),
    ("names", Left::Figures(without_names)),
    ("morphology", Left::Part(Part::Morphology)),
    ("sound", Left::Part(Part::Sound)),
    ("figures, dates", Left::Figures(without_figures)),
    ("grammar, signs", Left::Figures(without_grammar)),
    ("length", Left::Figures(without_length)),
    ("cutting", Left::Part(Part::Cutting)),
    ("habits", Left::Part(Part::Habits)),
];

fn without_names(parameters: &mut Parameters) {
    parameters.name.weight = 0.0;
}

fn without_figures(parameters: &mut Parameters) {
    parameters.figure.weight = 0.0;
    parameters.small_figure.weight = 0.0;
    parameters.date.weight = 0.0;
}

fn without_grammar(parameters: &mut Parameters) {
    parameters.grammar.weight = 0.0;
    parameters.sign.weight = 0.0;
}

/// True links and chance pairs are taken to be alike in length.
fn without_length(parameters: &mut Parameters) {
    parameters.length_spread = parameters.length_spread_chance;
}

/// Prints a table of sentence F1 by set and level: with everything, and what is lost or won without
/// each part.
pub fn run(folders: &[PathBuf]) -> Result<()> {
    let sets = Sets::read(folders)?;
    eprintln!("everything");
    let mut columns = vec![measure(&sets, None)];
    for (name, left) in LEFT_OUT {
        eprintln!("without {name}");
        columns.push(measure(&sets, Some(left)));
    }
    let heads = LEFT_OUT.iter().map(|(name, _)| format!("no {name}"));
    let heads: Vec<String> = std::iter::once("all".to_owned()).chain(heads).collect();
    println!("| set | level | {} |", heads.join(" | "));
    println!("| --- | --- |{}", " --- |".repeat(heads.len()));
    for (number, set) in sets.names.iter().enumerate() {
        for level in columns[0].keys().filter(|(of, _)| *of == number).map(|(_, level)| level) {
            let values: Vec<f64> = columns
                .iter()
                .map(|column| column.get(&(number, level.clone())).copied().unwrap_or(0.0))
                .collect();
            println!("| {set} | {} | {} |", level.name, cells(&values));
        }
    }
    let mut levels: Vec<&Level> = columns[0].keys().map(|(_, level)| level).collect();
    levels.sort();
    levels.dedup();
    for level in levels {
        let values: Vec<f64> = columns.iter().map(|column| mean(column, level)).collect();
        println!("| **mean** | {} | {} |", level.name, cells(&values));
    }
    Ok(())
}

/// A level, in the order of the evaluation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Level {
    place: usize,
    name: String,
}

/// Sentence F1 by set and level; where nothing renders anything, the share of pairs refused.
type Column = BTreeMap<(usize, Level), f64>;

fn measure(sets: &Sets, left: Option<Left>) -> Column {
    let mut parameters = Parameters::default();
    let part = match left {
        Some(Left::Part(part)) => Some(part),
        Some(Left::Figures(change)) => {
            change(&mut parameters);
            None
        }
        None => None,
    };
    let outcomes = sets.prepare(part).run(&sets.all(), &parameters);
    let mut column = Column::new();
    for number in 0..sets.names.len() {
        let of_set = outcomes.iter().zip(&sets.pairs).filter(|(_, (set, _))| *set == number);
        let scores = of_set.map(|(outcome, _)| outcome.score.clone()).collect();
        let evaluation = Evaluation { scores };
        for (place, row) in evaluation.levels().into_iter().enumerate() {
            let mut name = row.level.clone().unwrap_or_default();
            let value = match row.refused {
                Some(refused) => {
                    name.push_str(" (refused)");
                    refused
                }
                None => row.measured(Measure::Sentence).map_or(0.0, |m| m.counts.f1()),
            };
            column.insert((number, Level { place, name }), value);
        }
    }
    column
}

fn mean(column: &Column, level: &Level) -> f64 {
    let values: Vec<f64> =
        column.iter().filter(|((_, of), _)| of == level).map(|(_, &value)| value).collect();
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The first value, and what each other one adds to it.
fn cells(values: &[f64]) -> String {
    let Some((&all, others)) = values.split_first() else { return String::new() };
    let difference = |&value: &f64| {
        let difference = format!("{:+.3}", value - all).replacen("0.", ".", 1);
        if matches!(difference.as_str(), "+.000" | "-.000") {
            ".000".to_owned()
        } else {
            difference
        }
    };
    let mut cells = vec![format!("{all:.3}").trim_start_matches('0').to_owned()];
    cells.extend(others.iter().map(difference));
    cells.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_the_whole_and_differences() {
        assert_eq!(cells(&[0.978, 0.966, 0.9781, 1.0]), ".978 | -.012 | .000 | +.022");
        assert_eq!(cells(&[1.0, 0.0]), "1.000 | -1.000");
    }

    #[test]
    fn what_is_left_out_of_the_figures_is_gone() {
        for (name, left) in LEFT_OUT {
            let Left::Figures(change) = left else { continue };
            let mut parameters = Parameters::default();
            change(&mut parameters);
            assert_ne!(parameters, Parameters::default(), "{name}");
        }
        let mut parameters = Parameters::default();
        without_length(&mut parameters);
        assert_eq!(parameters.length_spread, parameters.length_spread_chance);
    }
}
