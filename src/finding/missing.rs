//! Figures and dates of a linked sentence that the other text lacks.
//!
//! A translator says a figure in many ways: in words, converted, rounded, as a sum, as "dozens", in
//! the next sentence. So one counts as missing only where nothing of this explains it.

use super::figure::Figure;
use super::surroundings::Surroundings;
use super::{Context, Finding, FindingKind, Severity, date, severity, sum};
use crate::align::Link;
use crate::concept::digits::digit;
use crate::concept::{Mention, Unit, Value};
use crate::fold;
use crate::segment::{Token, TokenKind};
use crate::span::{Pair, Side, Span};

/// How sure it is that such a figure is missing, in a link of at least the other probability.
const SURE: f64 = 0.85;
const SECURE_LINK: f64 = 0.9;
/// A smaller count is often told without a figure, by a plural or a list.
const LEAST: f64 = 3.0;
/// A figure from here on is so rare that wherever the other text says it, it says the same.
const RARE: f64 = 100.0;
/// Digits of the shortest telephone number.
const CODE: usize = 5;
/// Letters of the shortest number word that is known with another word stuck to it.
const GLUED: usize = 3;
/// From one scale word to the next: "thousands" are less than a million.
const SCALE: f64 = 1000.0;
/// Digits of a figure that is no chance inside a longer run of digits.
const LONG_RUN: usize = 3;

/// Finds the numbers of both sides of a link that the other text lacks. Spans of `told` are in other
/// findings.
pub(super) fn numbers(
    context: &Context<'_>,
    link: &Link,
    here: &Pair<Vec<Figure<'_>>>,
    around: &Pair<Vec<Figure<'_>>>,
    told: &Pair<Vec<Span>>,
    findings: &mut Vec<Finding>,
) {
    if link.belief < SECURE_LINK {
        return;
    }
    let lone = |side: Side| -> Vec<(usize, &Figure<'_>)> {
        let untold = |figure: &Figure<'_>| !told[side].contains(&figure.span);
        let figures = here[side].iter().enumerate();
        figures
            .filter(|&(at, figure)| {
                untold(figure) && !is_said(here[side].as_slice(), at, &around[side.other()])
            })
            .collect()
    };
    let lone = Pair::new(lone(Side::Source), lone(Side::Translation));
    for side in Side::BOTH {
        // Where both sides have one left over, each may be the other in a way that is not known.
        let unclear = lone[side.other()].iter().any(|(_, other)| counts(other) || other.is_label());
        for &(_, figure) in &lone[side] {
            if !unclear && counts(figure) && is_missed(context, link, side, figure) {
                let severity = severity::of_lone_figure(figure);
                let name = &figure.mention.name;
                findings.push(lacking(context, link, side, figure.mention, name, severity));
            }
        }
    }
}

/// Finds dates that the other text lacks among those of each side that it does not say nearby.
pub(super) fn dates(
    context: &Context<'_>,
    link: &Link,
    left: &Pair<Vec<&Mention>>,
    findings: &mut Vec<Finding>,
) {
    if link.belief < SECURE_LINK {
        return;
    }
    for side in Side::BOTH {
        let other = side.other();
        if !left[other].is_empty() {
            continue;
        }
        let around = context.around(other, link);
        let is_date = |m: &Mention| matches!(m.value, Some(Value::Date { .. }));
        let dated = around.iter().any(|&s| context.mentions_in(other, s).iter().any(is_date));
        for &mention in &left[side] {
            let everywhere: Vec<&Mention> = context.mentions[other].iter().collect();
            let own: Vec<&Mention> = context.mentions[side]
                .iter()
                .filter(|m| m.span != mention.span && is_date(m))
                .collect();
            if dated
                || date::says_some(mention, &everywhere)
                || date::says_some(mention, &own)
                || points_to_time(context, other, link.units(other), mention)
                || digits_of(context.text(side, mention.span))
                    .iter()
                    .any(|run| is_written(context, other, &around, run))
            {
                continue;
            }
            let severity = severity::of_lone_date(date::has_day(mention));
            findings.push(lacking(context, link, side, mention, &mention.name, severity));
        }
    }
}

/// Whether a figure is one that a reviewer would miss.
fn counts(figure: &Figure<'_>) -> bool {
    let all = figure.percent && figure.value == 100.0;
    let turn = figure.unit.is_some_and(|unit| unit.is_turn(figure.value));
    !(figure.weak || figure.code || figure.ordinal || figure.decade)
        && !(figure.is_label() || figure.in_date || figure.is_time || all || turn)
        && (figure.value.abs() >= LEAST || figure.percent || figure.value.fract() != 0.0)
}

/// Whether the other text says a figure of `mine` near the counterpart, in whatever way of figures.
fn is_said(mine: &[Figure<'_>], at: usize, theirs: &[Figure<'_>]) -> bool {
    let figure = &mine[at];
    let one = |other: &Figure<'_>| {
        figure.equals(other)
            || figure.converts(other)
            || other.converts(figure)
            || figure.is_part_of(other)
            || other.is_part_of(figure)
            || figure.is_rounded(other)
            // الخمسين is fifty and two fifths.
            || (!figure.digits && other.is_share_in_words())
    };
    theirs.iter().any(one)
        || figure.is_time_in(theirs)
        || figure.is_decimal_of(theirs)
        || theirs.iter().any(|other| other.is_decimal_of(mine))
        || sum::is_sum_of(figure.value, theirs)
        || sum::is_summand(mine, at, theirs)
        || sum::is_difference(figure.value, theirs)
}

/// Whether no word and no digit of the other text can stand for a figure.
fn is_missed(context: &Context<'_>, link: &Link, side: Side, figure: &Figure<'_>) -> bool {
    let other = side.other();
    let around = context.around(other, link);
    let written = context.text(side, figure.mention.span);
    !(is_item_number(context, side, figure)
        || digits_of(written).iter().any(|run| is_written(context, other, &around, run))
        || is_in_words(context, other, link.units(other), figure)
        || is_elsewhere(context, link, side, figure))
}

/// Whether it numbers an item of a list: it opens its sentence, and a mark stands behind it.
fn is_item_number(context: &Context<'_>, side: Side, figure: &Figure<'_>) -> bool {
    let opens = context
        .tokens_before(side, figure.sentence, figure.span)
        .iter()
        .all(|token| token.kind != TokenKind::Word && token.kind != TokenKind::Number);
    let behind = context.documents[side].text.get(figure.mention.span.end..).unwrap_or("");
    opens && behind.trim_start_matches(' ').starts_with(['.', ')', '-', '–', ':', '/', '\u{640}'])
}

/// The digits of a text in runs, separators between them left out.
fn digits_of(text: &str) -> Vec<String> {
    let mut runs = vec![String::new()];
    for c in text.chars() {
        match digit(c).and_then(|value| char::from_digit(value, 10)) {
            Some(value) => runs.last_mut().into_iter().for_each(|run| run.push(value)),
            None if matches!(c, '.' | ',' | '٫' | '٬' | '،' | '\'' | '/') => {}
            None => runs.push(String::new()),
        }
    }
    for run in &mut runs {
        run.drain(..run.len() - run.trim_start_matches('0').len());
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Whether digits stand in sentences, whatever stands around them: in a name, a code, a word that
/// lost its space.
fn is_written(context: &Context<'_>, side: Side, sentences: &[usize], run: &str) -> bool {
    let spans = sentences.iter().filter_map(|&s| context.segments[side].sentences.get(s));
    let mut runs = spans.flat_map(|sentence| {
        let runs = digits_of(context.text(side, sentence.span));
        // The groups of a telephone number or of a code.
        let groups = runs.windows(2).map(<[String]>::concat).collect::<Vec<_>>();
        let long = groups.into_iter().filter(|group| group.len() >= CODE);
        runs.into_iter().chain(long).collect::<Vec<_>>()
    });
    runs.any(|other| other == run || (run.len() >= LONG_RUN && other.contains(run)))
}

/// The words of sentences that are part of no figure.
fn words<'a>(
    context: &Context<'a>,
    side: Side,
    sentences: &[usize],
) -> impl Iterator<Item = &'a Token> {
    sentences.iter().flat_map(move |&sentence| {
        let mentions = context.mentions_in(side, sentence);
        let figures = move |token: &Token| {
            mentions.iter().any(|m| !m.kind.is_name() && m.span.overlaps(token.span))
        };
        let tokens = context.tokens_in(side, sentence).iter();
        tokens.filter(move |token| token.kind == TokenKind::Word && !figures(token))
    })
}

/// Whether words say a figure that no number of the text does: "dozens", "a week" of seven days,
/// "half" of 50 per cent, a number word in a set phrase.
fn is_in_words(
    context: &Context<'_>,
    side: Side,
    sentences: &[usize],
    figure: &Figure<'_>,
) -> bool {
    let lang = context.documents[side].lang;
    let Some(module) = lang.module() else { return true };
    let numerals = module.numerals();
    let keys = |list: &[&str]| list.iter().map(|word| fold::key(word)).collect::<Vec<_>>();
    let mut shares = keys(numerals.halves);
    shares.extend(numerals.fractions.iter().map(|(word, _)| fold::key(word)));
    shares.extend(numerals.shares.iter().map(|(word, ..)| fold::key(word)));
    let valued = |lists: &[&[(&str, u64)]]| -> Vec<(String, f64)> {
        let words = lists.iter().copied().flatten();
        words.map(|&(word, value)| (fold::key(word), value as f64)).collect()
    };
    let values = valued(&[numerals.cardinals, numerals.ordinals, numerals.scales]);
    let scales = valued(&[numerals.scales, numerals.plural_scales]);
    // Half of 60 kilometres, a quarter of an hour.
    let is_share = figure.percent || figure.value.fract() != 0.0 || figure.unit.is_some();
    let tens = figure.value % 10.0 == 0.0 && figure.unit.is_some_and(|u| u.dimension() == "time");
    let is_decade = tens || figure.may_be_decade();
    let decades = if is_decade { keys(numerals.decade_words) } else { Vec::new() };
    let mut forms = Vec::new();
    words(context, side, sentences).any(|token| {
        forms.clear();
        module.lemmas(&token.key, &mut forms);
        forms.push(token.key.clone());
        // As it is written: folded, «كميات» is «مئات» with a particle.
        let written = context.text(side, token.span).to_lowercase();
        let is_vague = |word: &&str| {
            written.strip_suffix(*word).is_some_and(|rest| is_particles(rest, numerals.particles))
        };
        numerals.vague.iter().any(is_vague)
            || forms.iter().any(|form| {
                decades.contains(form)
                    || (is_share && shares.contains(form))
                    || scales.iter().any(|(word, scale)| {
                        word == form && (*scale..*scale * SCALE).contains(&figure.value)
                    })
                    || values.iter().any(|(word, value)| {
                        let glued = word.chars().count() >= GLUED && form.ends_with(word.as_str());
                        (word == form || glued) && sum::same(*value, figure.value)
                    })
                    || figure.unit.zip(Unit::of(lang, form)).is_some_and(|(unit, hit)| {
                        unit.converts(figure.value, hit.unit, 1.0)
                            || unit.converts(figure.value, hit.unit, 2.0)
                    })
            })
    })
}

/// Whether a text is particles in one piece.
fn is_particles(text: &str, particles: &[&str]) -> bool {
    let mut beginnings = particles.iter().filter(|particle| !particle.is_empty());
    text.is_empty()
        || beginnings.any(|particle| {
            text.strip_prefix(particle).is_some_and(|rest| is_particles(rest, particles))
        })
}

/// Whether the other text says the figure in another place, of the same thing where it is no rare
/// one.
fn is_elsewhere(context: &Context<'_>, link: &Link, side: Side, figure: &Figure<'_>) -> bool {
    let other = side.other();
    let own = Surroundings::new(context, side, figure.sentence, figure.mention.span);
    let rare = figure.value.abs() >= RARE || figure.value.fract() != 0.0;
    (0..context.segments[other].sentences.len()).any(|sentence| {
        let says = |m: &&Mention| match m.value {
            Some(Value::Number { value, .. }) => sum::same(value.abs(), figure.value.abs()),
            Some(Value::Date { year: Some(year), .. }) => sum::same(f64::from(year), figure.value),
            _ => false,
        };
        let mut figures = context.mentions_in(other, sentence).iter().filter(says);
        figures.any(|mention| {
            let theirs = Surroundings::new(context, other, sentence, mention.span);
            rare || match side {
                Side::Source => own.shared(&theirs, link) > 0,
                Side::Translation => theirs.shared(&own, link) > 0,
            }
        })
    })
}

/// Whether words of sentences may point to a date that was told before: "that year", "the same day".
fn points_to_time(
    context: &Context<'_>,
    side: Side,
    sentences: &[usize],
    mention: &Mention,
) -> bool {
    let Some(module) = context.documents[side].lang.module() else { return true };
    let calendar = module.calendar();
    let lists = match date::has_day(mention) {
        true => vec![calendar.day_words],
        false => vec![calendar.year_words, calendar.month_words],
    };
    let keys: Vec<String> = lists.into_iter().flatten().map(|word| fold::key(word)).collect();
    let mut forms = Vec::new();
    words(context, side, sentences).any(|token| {
        forms.clear();
        module.lemmas(&token.key, &mut forms);
        keys.contains(&token.key) || forms.iter().any(|form| keys.contains(form))
    })
}

fn lacking(
    context: &Context<'_>,
    link: &Link,
    side: Side,
    mention: &Mention,
    name: &str,
    severity: Severity,
) -> Finding {
    let kind = match side {
        Side::Source => FindingKind::NumberDropped,
        Side::Translation => FindingKind::NumberAdded,
    };
    let other = side.other();
    let (has, lacks) = (side.name(), other.name());
    let message = format!("{name} stands here in the {has}, and not in the {lacks}'s counterpart.");
    let spans = context.lone(side, mention.span, link.units(other));
    let values = context.lone_text(side, mention.span);
    Finding::new(kind, severity, spans, values, message, link.probability * SURE)
}
