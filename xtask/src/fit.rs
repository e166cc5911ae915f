//! `cargo xtask fit`: figures from pairs whose truth is known.
//!
//! First the figures of the model, by descent on an objective, then the curves that correct its
//! probabilities. Both are judged by cross-validation: the articles are dealt into folds, and each
//! fold is measured with what the others gave. Values are taken over only where that wins.

use std::path::PathBuf;

use muqabala::align::Parameters;
use muqabala::evaluation::{Evaluation, Measure, Score, Summary};

use crate::calibration::{calibrated, plain};
use crate::descent::descend;
use crate::dial::Dial;
use crate::file;
use crate::objective::Objective;
use crate::sets::{Bench, Outcome, Sets};

/// What a step of the work gives, or why it cannot go on.
pub type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

/// Parts into which the articles are dealt.
const FOLDS: usize = 3;

/// Fits the figures of some dials and the calibration, and writes `data/parameters.toml`.
pub fn run(folders: &[PathBuf], dials: &[Dial]) -> Result<()> {
    let sets = Sets::read(folders)?;
    let bench = sets.prepare(None);
    eprintln!("{} pairs of {} sets are ready", sets.pairs.len(), sets.names.len());
    let start = plain(&Parameters::default())?;
    let mut report = Vec::new();
    let fitted = if dials.is_empty() { start } else { model(&bench, &start, dials, &mut report)? };
    let outcomes = bench.run(&sets.all(), &fitted);
    let curves = curves(&bench, &fitted, &outcomes, &mut report)?;
    figures(&bench, &curves, &mut report);
    file::write(&curves, &report)?;
    for line in report {
        println!("{line}");
    }
    Ok(())
}

fn fold(sets: &Sets, pair: usize) -> usize {
    sets.article(pair) % FOLDS
}

/// The figures of the model: fitted ones where cross-validation prefers them, else the old ones.
fn model(
    bench: &Bench<'_>,
    start: &Parameters,
    dials: &[Dial],
    report: &mut Vec<String>,
) -> Result<Parameters> {
    let mut gains = Vec::new();
    for out in 0..FOLDS {
        let (held_out, others): (Vec<usize>, Vec<usize>) =
            bench.sets.all().into_iter().partition(|&pair| fold(bench.sets, pair) == out);
        let found = descend(&mut Objective::new(bench, others), start, dials)?;
        let mut held_out = Objective::new(bench, held_out);
        let (before, after) = (held_out.of(start), held_out.of(&found));
        eprintln!("fold {out}: held out {before:.4} to {after:.4}");
        gains.push(after - before);
    }
    let mean = gains.iter().sum::<f64>() / FOLDS as f64;
    let mut objective = Objective::new(bench, bench.sets.all());
    let before = objective.of(start);
    let spread: Vec<String> = gains.iter().map(|gain| format!("{gain:+.4}")).collect();
    report.push(format!(
        "Objective (mean over sets and levels of the F1 of sentence links, of paragraph links and of \
         nulls): {before:.4} before."
    ));
    report.push(format!(
        "Cross-validated gain over {FOLDS} folds of articles: {mean:+.4} ({}).",
        spread.join(", ")
    ));
    if mean <= 0.0 {
        report.push("The fit does not win by that: the values before it stay.".into());
        return Ok(*start);
    }
    eprintln!("all");
    let fitted = descend(&mut objective, start, dials)?;
    report.push(format!(
        "With the values fitted to all articles: {:.4}, after {} trials.",
        objective.of(&fitted),
        objective.trials()
    ));
    Ok(fitted)
}

/// Curves fitted to all articles; their error when fitted to the other folds goes to the report.
fn curves(
    bench: &Bench<'_>,
    fitted: &Parameters,
    outcomes: &[Outcome],
    report: &mut Vec<String>,
) -> Result<Parameters> {
    let fold = |pair: usize| fold(bench.sets, pair);
    let mut held_out: Vec<Option<Score>> = outcomes.iter().map(|_| None).collect();
    for out in 0..FOLDS {
        let others = outcomes.iter().enumerate().filter(|&(at, _)| fold(at) != out);
        let found = calibrated(fitted, others.map(|(_, outcome)| outcome))?;
        let pairs: Vec<usize> =
            bench.sets.all().into_iter().filter(|&pair| fold(pair) == out).collect();
        let scores = bench.run(&pairs, &found).into_iter().map(|outcome| outcome.score);
        pairs.iter().zip(scores).for_each(|(&at, score)| held_out[at] = Some(score));
    }
    let before = Evaluation { scores: outcomes.iter().map(|o| o.score.clone()).collect() }.total();
    let after = Evaluation { scores: held_out.into_iter().flatten().collect() }.total();
    for (name, of) in CALIBRATIONS {
        report.push(format!(
            "Calibration error of {name}: {:.4} uncorrected, {:.4} corrected, cross-validated.",
            of(&before),
            of(&after)
        ));
    }
    calibrated(fitted, outcomes.iter())
}

/// The error of one sort of probabilities.
type CalibrationError = fn(&Summary) -> f64;

const CALIBRATIONS: [(&str, CalibrationError); 3] = [
    ("sentence links", |summary| summary.sentence_calibration.error),
    ("paragraph links", |summary| summary.paragraph_calibration.error),
    ("nulls", |summary| summary.null_calibration.error),
];

/// The figures of every set and level.
fn figures(bench: &Bench<'_>, parameters: &Parameters, report: &mut Vec<String>) {
    report.push(String::new());
    report
        .push("F1 and standard error over documents; calibration error of sentence links,".into());
    report.push("paragraph links and nulls".into());
    let outcomes = bench.run(&bench.sets.all(), parameters);
    for (number, name) in bench.sets.names.iter().enumerate() {
        let of_set = outcomes.iter().zip(&bench.sets.pairs).filter(|(_, (set, _))| *set == number);
        let evaluation =
            Evaluation { scores: of_set.map(|(outcome, _)| outcome.score.clone()).collect() };
        let mut rows = evaluation.levels();
        rows.push(evaluation.total());
        for row in rows {
            let level = row.level.as_deref().unwrap_or("all");
            if let Some(refused) = row.refused {
                report.push(format!("{name:12} {level:12} refused {refused:.3}"));
                continue;
            }
            let f1 = [Measure::Sentence, Measure::Paragraph, Measure::Dropped, Measure::Added];
            let f1: Vec<String> = f1
                .into_iter()
                .filter_map(|measure| row.measured(measure))
                .map(|m| {
                    let error = m.error.unwrap_or(0.0);
                    format!("{} {:.3} ± {error:.3}", m.measure.name(), m.counts.f1())
                })
                .collect();
            let errors: Vec<String> =
                CALIBRATIONS.iter().map(|(_, of)| format!("{:.3}", of(&row))).collect();
            report.push(format!("{name:12} {level:12} {}  {}", f1.join("  "), errors.join(" ")));
        }
    }
}
