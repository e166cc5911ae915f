//! Evaluations for the terminal and for programs.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::json::rounded;
use crate::evaluation::{Bin, Calibration, Evaluation, Summary};

/// The name of the contract of [`write_evaluation_json`].
const SCHEMA: &str = "muqabala.evaluation/1";

/// Writes an evaluation as JSON: `levels` by name, `total` over those in which one text renders the
/// other, `pairs` one by one. Figures have four decimals.
///
/// # Errors
/// Those of `out`.
pub fn write_evaluation_json(evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
    let levels: Map<String, Value> = evaluation
        .levels()
        .iter()
        .map(|summary| (summary.level.clone().unwrap_or_default(), summary_json(summary)))
        .collect();
    let pairs: Vec<Value> = evaluation
        .scores
        .iter()
        .map(|score| {
            let counts = crate::evaluation::Measure::ALL.into_iter().map(|measure| {
                let counts = score.counts(measure);
                let counts = json!([counts.right, counts.wrong, counts.missed]);
                (measure.name().to_owned(), counts)
            });
            json!({
                "name": score.name,
                "level": score.level,
                "relation": score.relation,
                "right_wrong_missed": counts.collect::<Map<String, Value>>(),
            })
        })
        .collect();
    let whole = json!({
        "schema": SCHEMA,
        "levels": levels,
        "total": summary_json(&evaluation.total()),
        "pairs": pairs,
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Figures {
    p: f64,
    r: f64,
    f1: f64,
}

fn summary_json(summary: &Summary) -> Value {
    let mut fields = Map::new();
    fields.insert("pairs".into(), summary.pairs.into());
    fields.insert("documents".into(), summary.documents.into());
    fields.insert("relations".into(), json!(summary.relations));
    if let (Some(refused), Some(claimed)) = (summary.refused, summary.claimed_per_100) {
        fields.insert("refused".into(), json!(rounded(refused)));
        fields.insert("claimed_per_100".into(), json!(rounded(claimed)));
        return Value::Object(fields);
    }
    for measured in &summary.measured {
        let counts = measured.counts;
        let figures = json!({
            "p": rounded(counts.precision()),
            "r": rounded(counts.recall()),
            "f1": rounded(counts.f1()),
            "standard_error": measured.error.map(rounded),
            "right": counts.right,
            "wrong": counts.wrong,
            "missed": counts.missed,
        });
        fields.insert(measured.measure.name().into(), figures);
    }
    let beads = summary.beads;
    for (name, (p, r), f1) in [
        ("beads_strict", beads.strict(), beads.strict_f1()),
        ("beads_lax", beads.lax(), beads.lax_f1()),
    ] {
        let figures = Figures { p: rounded(p), r: rounded(r), f1: rounded(f1) };
        fields.insert(name.into(), json!(figures));
    }
    let calibrations: Map<String, Value> = calibrations(summary)
        .into_iter()
        .map(|(name, calibration)| (name.replace(' ', "_"), calibration_json(calibration)))
        .collect();
    fields.insert("calibration".into(), Value::Object(calibrations));
    Value::Object(fields)
}

fn calibration_json(calibration: &Calibration) -> Value {
    let bin = |bin: &Bin| json!({ "count": bin.count, "said": rounded(bin.said), "held": rounded(bin.held) });
    json!({
        "count": calibration.count,
        "error": rounded(calibration.error),
        "error_by_mass": rounded(calibration.error_by_mass),
        "bins": calibration.bins.iter().map(bin).collect::<Vec<_>>(),
    })
}

/// What probabilities are given to, and how well they hold.
fn calibrations(summary: &Summary) -> [(&'static str, &Calibration); 3] {
    [
        ("sentence links", &summary.sentence_calibration),
        ("paragraph links", &summary.paragraph_calibration),
        ("no counterpart", &summary.null_calibration),
    ]
}

/// Writes an evaluation as tables: each level, all of them, and how well probabilities hold.
///
/// # Errors
/// Those of `out`.
pub fn write_evaluation_text(evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
    for summary in evaluation.levels() {
        let name = summary.level.clone().unwrap_or_default();
        write_summary(&super::visible(&name), &summary, out)?;
        writeln!(out)?;
    }
    let total = evaluation.total();
    if total.pairs == 0 {
        return Ok(());
    }
    write_summary("all levels with a rendering", &total, out)?;
    for (name, calibration) in calibrations(&total) {
        writeln!(out, "\n{name}: probability said, share that held, how many")?;
        for bin in &calibration.bins {
            writeln!(out, "  {:.3}  {:.3}  {:6}", bin.said, bin.held, bin.count)?;
        }
    }
    Ok(())
}

fn write_summary(name: &str, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let counted =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let of = if summary.documents == summary.pairs {
        String::new()
    } else {
        format!(" of {}", counted(summary.documents, "document"))
    };
    writeln!(out, "{name}: {}{of}", counted(summary.pairs, "pair"))?;
    let relations: Vec<String> =
        summary.relations.iter().map(|(name, count)| format!("{name} {count}")).collect();
    writeln!(out, "  verdicts: {}", relations.join(", "))?;
    if let (Some(refused), Some(claimed)) = (summary.refused, summary.claimed_per_100) {
        return writeln!(
            out,
            "  refused {refused:.3}, {claimed:.2} links claimed per 100 paragraphs"
        );
    }
    writeln!(out, "                  F1     ±  precision  recall  right  wrong  missed")?;
    for measured in &summary.measured {
        let counts = measured.counts;
        writeln!(
            out,
            "  {:12} {:.3}  {:5}      {:.3}   {:.3} {:6} {:6}  {:6}",
            measured.measure.name(),
            counts.f1(),
            measured.error.map_or_else(String::new, |error| format!("{error:.3}")),
            counts.precision(),
            counts.recall(),
            counts.right,
            counts.wrong,
            counts.missed
        )?;
    }
    let beads = summary.beads;
    for (name, (precision, recall), f1) in [
        ("strict beads", beads.strict(), beads.strict_f1()),
        ("lax beads", beads.lax(), beads.lax_f1()),
    ] {
        writeln!(out, "  {name:12} {f1:.3}             {precision:.3}   {recall:.3}")?;
    }
    let errors: Vec<String> = calibrations(summary)
        .iter()
        .map(|(name, c)| format!("{name} {:.3} ({:.3})", c.error, c.error_by_mass))
        .collect();
    writeln!(out, "  calibration error (by mass): {}", errors.join(", "))
}
