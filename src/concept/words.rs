//! The word lists of the languages, folded and ready to look up.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Approx;
use super::scan::{Count, Sense};
use crate::calendar::{Calendar, Weekday};
use crate::fold;
use crate::lang::{CalendarWords, DayPart, Lang, Language, Numerals};
use crate::segment::word::tokenize;
use crate::span::Span;

/// Letters of the longest part of a number that is written as one word.
const LONGEST: usize = 24;

/// The word lists of a language, folded and ready to look up.
#[derive(Default)]
pub(super) struct Words {
    pub senses: FxHashMap<String, Sense>,
    pub percent: Vec<Vec<String>>,
    pub trap_phrases: Vec<Vec<String>>,
    pub minus: FxHashSet<String>,
    pub ranges: FxHashSet<String>,
    pub between: FxHashSet<String>,
    pub clock_words: FxHashSet<String>,
    pub suffix_scales: FxHashMap<String, f64>,
    pub money_scales: FxHashMap<String, f64>,
    pub ordinal_suffixes: FxHashSet<String>,
    pub only_compound: FxHashSet<String>,
    pub not_before: FxHashSet<String>,
    pub indefinite: FxHashSet<String>,
    pub decade_words: FxHashSet<String>,
    pub letter_names: FxHashSet<String>,
    pub units_first: bool,
    pub bare_addition: bool,
    pub months: FxHashMap<String, Vec<Month>>,
    pub capital_months: bool,
    pub month_words: FxHashSet<String>,
    pub before_month: FxHashSet<String>,
    pub before_day: FxHashSet<String>,
    pub after_month: FxHashSet<String>,
    pub links: FxHashSet<String>,
    pub year_words: FxHashSet<String>,
    pub eras: Vec<(Vec<String>, Calendar)>,
    pub old_years: &'static [(Calendar, i32, i32)],
    pub month_first: bool,
    pub numeric_order_open: bool,
    pub traps: FxHashSet<String>,
    /// First words of days and shares: most words begin none.
    pub day_openers: FxHashSet<String>,
    pub share_openers: FxHashSet<String>,
    /// Shares in one word, as numerator and denominator.
    pub shares: FxHashMap<String, (u32, u32)>,
    /// Counted shares as one word: دو‌سوم.
    pub joined_shares: FxHashMap<String, (u32, u32)>,
    pub denominators: FxHashMap<String, u32>,
    pub halves: Vec<Vec<String>>,
    /// Duals of units with the key of the singular.
    pub dual_units: FxHashMap<String, String>,
    pub approx_before: Vec<(Vec<String>, Approx)>,
    pub approx_after: Vec<(Vec<String>, Approx)>,
    pub weekdays: Vec<WeekdayName>,
    pub day_words: FxHashSet<String>,
    pub relative_days: Vec<(Vec<String>, i16)>,
    pub day_traps: Vec<Vec<String>>,
    pub past: FxHashSet<String>,
    pub future: FxHashSet<String>,
    pub clock: FxHashSet<String>,
    pub day_parts: Vec<(Vec<String>, DayPart)>,
    pub hour_marks: Vec<Vec<String>>,
    pub minute_words: FxHashSet<String>,
    pub hour_fractions: FxHashMap<String, u8>,
    pub hour_minus: FxHashSet<String>,
    /// The article that is written in one piece with the word behind it.
    pub article: Option<String>,
    particles: Vec<(String, bool, bool)>,
    joiners: Vec<String>,
    pub slash_decimal: bool,
    pub comma_decimal: bool,
}

/// A month name.
pub(super) struct Month {
    /// Keys of its words.
    pub phrase: Vec<String>,
    pub calendar: Calendar,
    pub number: u8,
    pub care: Care,
}

/// A name of a day of the week.
pub(super) struct WeekdayName {
    pub phrase: Vec<String>,
    pub weekday: Weekday,
    pub ambiguous: bool,
}

/// How much a month name needs beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    Plain,
    Ambiguous,
    Wary,
}

static TABLES: LazyLock<FxHashMap<Lang, Words>> = LazyLock::new(|| {
    Lang::known().map(|language| (language.lang(), Words::of(language))).collect()
});

static NO_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words { percent: phrases(&["%", "٪"]), ..Words::default() });

/// The word lists of a language; empty ones where it has no module.
pub(super) fn words(lang: Lang) -> &'static Words {
    TABLES.get(&lang).unwrap_or(&NO_WORDS)
}

fn set(words: &[&str]) -> FxHashSet<String> {
    words.iter().map(|word| fold::key(word)).collect()
}

/// The keys of a phrase's tokens, cut as a text is.
fn phrase(words: &str) -> Vec<String> {
    let span = Span::new(0, words.len());
    tokenize(words, span).into_iter().map(|token| token.key).collect()
}

/// Phrases, the longest first.
fn phrases(list: &[&str]) -> Vec<Vec<String>> {
    let mut phrases: Vec<_> = list.iter().map(|words| phrase(words)).collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    phrases
}

/// Numbers of the word lists are far below 2^53.
fn float(value: u64) -> f64 {
    value as f64
}

fn small(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

impl Words {
    fn of(language: &dyn Language) -> Self {
        let numerals = language.numerals();
        let calendar = language.calendar();
        let mut percent: Vec<&str> = numerals.percent.to_vec();
        percent.extend(["%", "٪"]);
        let scales = |list: &[(&str, u64)]| {
            list.iter().map(|&(word, value)| (fold::key(word), float(value))).collect()
        };
        let mut words = Self {
            senses: senses(numerals),
            percent: phrases(&percent),
            trap_phrases: phrases(numerals.trap_phrases),
            minus: set(numerals.minus),
            ranges: set(numerals.ranges),
            between: set(numerals.between),
            clock_words: set(numerals.clock_words),
            suffix_scales: scales(numerals.suffix_scales),
            money_scales: scales(numerals.money_scales),
            ordinal_suffixes: set(numerals.ordinal_suffixes),
            only_compound: set(numerals.only_compound),
            not_before: set(numerals.not_before),
            indefinite: set(numerals.indefinite),
            decade_words: set(numerals.decade_words),
            letter_names: set(numerals.letter_names),
            units_first: numerals.units_first,
            bare_addition: numerals.bare_addition,
            months: months(calendar),
            capital_months: calendar.capital_months,
            month_words: set(calendar.month_words),
            before_month: set(calendar.before_month),
            before_day: set(calendar.before_day),
            after_month: set(calendar.after_month),
            links: set(calendar.links),
            year_words: set(calendar.year_words),
            eras: eras(calendar),
            old_years: calendar.old_years,
            month_first: calendar.month_first,
            numeric_order_open: calendar.numeric_order_open,
            traps: set(numerals.traps),
            shares: numerals
                .shares
                .iter()
                .map(|&(word, numerator, of)| (fold::key(word), (small(numerator), small(of))))
                .collect(),
            joined_shares: joined_shares(numerals),
            denominators: numerals
                .denominators
                .iter()
                .map(|&(word, of)| (fold::key(word), small(of)))
                .collect(),
            halves: phrases(numerals.halves),
            dual_units: numerals
                .dual_units
                .iter()
                .map(|&(dual, singular)| (fold::key(dual), fold::key(singular)))
                .collect(),
            approx_before: approx([numerals.about, numerals.more, numerals.less]),
            approx_after: approx([numerals.about_after, numerals.more_after, numerals.less_after]),
            weekdays: calendar
                .weekdays
                .iter()
                .map(|&(name, weekday)| WeekdayName {
                    phrase: phrase(name),
                    weekday,
                    ambiguous: calendar.ambiguous_weekdays.contains(&name),
                })
                .collect(),
            day_words: set(calendar.day_words),
            relative_days: with_meaning(calendar.relative_days),
            day_traps: phrases(calendar.day_traps),
            past: set(calendar.past),
            future: set(calendar.future),
            clock: set(calendar.clock),
            day_parts: with_meaning(calendar.day_parts),
            hour_marks: phrases(calendar.hour_marks),
            minute_words: set(calendar.minute_words),
            hour_fractions: calendar
                .hour_fractions
                .iter()
                .map(|&(word, minutes)| (fold::key(word), minutes))
                .collect(),
            hour_minus: set(calendar.hour_minus),
            article: numerals.article.map(fold::key),
            particles: numerals
                .particles
                .iter()
                .map(|&particle| {
                    let joins = numerals.joiners.contains(&particle);
                    (fold::key(particle), joins, numerals.article == Some(particle))
                })
                .collect(),
            joiners: numerals.joiners.iter().map(|word| fold::key(word)).collect(),
            slash_decimal: numerals.slash_decimal,
            comma_decimal: numerals.comma_decimal,
            ..Self::default()
        };
        let first = |phrase: &Vec<String>| phrase.first().cloned();
        words.day_openers = words
            .weekdays
            .iter()
            .filter_map(|name| first(&name.phrase))
            .chain(words.relative_days.iter().filter_map(|(phrase, _)| first(phrase)))
            .collect();
        words.share_openers = words
            .halves
            .iter()
            .filter_map(first)
            .chain(words.shares.keys().cloned())
            .chain(words.joined_shares.keys().cloned())
            .collect();
        words
    }

    /// The word without the particles before it, one more taken off each time; with it, whether
    /// the first was a joiner and whether the last was the article.
    pub fn bare<'k>(&'static self, key: &'k str) -> impl Iterator<Item = (&'k str, bool, bool)> {
        let mut rest = key;
        let mut joined = false;
        let mut left = 4;
        std::iter::from_fn(move || {
            let (bare, joins, article) =
                self.particles.iter().find_map(|(particle, joins, article)| {
                    // "And" stands before all others.
                    if *joins && rest.len() < key.len() {
                        return None;
                    }
                    let bare = rest.strip_prefix(particle.as_str())?;
                    (!bare.is_empty()).then_some((bare, *joins, *article))
                })?;
            left -= 1;
            if left == 0 {
                return None;
            }
            joined |= joins && rest.len() == key.len();
            rest = bare;
            Some((bare, joined, article))
        })
    }

    /// The parts of a number that is written as one word: دوهزار, سی‌ودو. Only what multiplies and
    /// what a joiner adds counts, since any two words may meet in a third.
    pub fn split(&self, key: &str) -> Option<Vec<Sense>> {
        if self.particles.iter().any(|(_, joins, _)| !joins) || self.bare_addition {
            return None;
        }
        for (at, _) in key.char_indices().skip(1).take(LONGEST) {
            let (head, tail) = key.split_at(at);
            let Some(&head) = self.senses.get(head) else { continue };
            if !matches!(head, Sense::Cardinal(_) | Sense::Scale(..)) {
                continue;
            }
            if let Some(&scale @ Sense::Scale(..)) = self.senses.get(tail) {
                return Some(vec![head, scale]);
            }
            for joiner in &self.joiners {
                let Some(tail) = tail.strip_prefix(joiner.as_str()) else { continue };
                let rest = match self.senses.get(tail) {
                    Some(&sense @ (Sense::Cardinal(_) | Sense::Ordinal(_))) => Some(vec![sense]),
                    _ => self.split(tail),
                };
                if let Some(rest) = rest {
                    let mut parts = vec![head, Sense::Joiner];
                    parts.extend(rest);
                    return Some(parts);
                }
            }
        }
        None
    }
}

/// Phrases with what they mean, the longest first.
fn with_meaning<T: Copy>(list: &[(&str, T)]) -> Vec<(Vec<String>, T)> {
    let mut phrases: Vec<_> =
        list.iter().map(|&(words, meaning)| (phrase(words), meaning)).collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
}

/// Phrases for about, more, less.
fn approx(lists: [&[&str]; 3]) -> Vec<(Vec<String>, Approx)> {
    let meanings = [Approx::About, Approx::More, Approx::Less];
    let all: Vec<(&str, Approx)> = lists
        .iter()
        .zip(meanings)
        .flat_map(|(list, meaning)| list.iter().map(move |&words| (words, meaning)))
        .collect();
    with_meaning(&all)
}

/// Every counted share as one word, as it is written with a joiner that folding takes out.
fn joined_shares(numerals: &Numerals) -> FxHashMap<String, (u32, u32)> {
    let mut joined = FxHashMap::default();
    for &(count, numerator) in numerals.cardinals.iter().filter(|(_, value)| *value < 10) {
        for &(part, of) in numerals.denominators {
            let share = (small(numerator), small(of));
            joined.insert(fold::key(&format!("{count}{part}")), share);
        }
    }
    joined
}

fn senses(numerals: &Numerals) -> FxHashMap<String, Sense> {
    let mut senses = FxHashMap::default();
    let mut add = |list: &[(&str, u64)], sense: &dyn Fn(u64) -> Sense| {
        for &(word, value) in list {
            // The first list that has a word wins: folding makes some forms one.
            senses.entry(fold::key(word)).or_insert_with(|| sense(value));
        }
    };
    add(numerals.cardinals, &|value| Sense::Cardinal(small(value)));
    add(numerals.scales, &|value| Sense::Scale(float(value), Count::One));
    add(numerals.dual_scales, &|value| Sense::Scale(float(value), Count::Two));
    add(numerals.plural_scales, &|value| Sense::Scale(float(value), Count::Unknown));
    add(numerals.ordinals, &|value| Sense::Ordinal(small(value)));
    add(numerals.fractions, &|value| Sense::Fraction(float(value) / 100.0));
    add(numerals.decades, &|value| Sense::Decade(small(value)));
    for joiner in numerals.joiners {
        senses.insert(fold::key(joiner), Sense::Joiner);
    }
    senses
}

fn months(calendar: &CalendarWords) -> FxHashMap<String, Vec<Month>> {
    let mut months: FxHashMap<String, Vec<Month>> = FxHashMap::default();
    for &(name, written, number) in calendar.months {
        let phrase = phrase(name);
        let Some(first) = phrase.first().cloned() else { continue };
        let care = if calendar.wary.contains(&name) {
            Care::Wary
        } else if calendar.ambiguous.contains(&name) {
            Care::Ambiguous
        } else {
            Care::Plain
        };
        months.entry(first).or_default().push(Month { phrase, calendar: written, number, care });
    }
    for list in months.values_mut() {
        list.sort_by_key(|month| std::cmp::Reverse(month.phrase.len()));
    }
    months
}

fn eras(calendar: &CalendarWords) -> Vec<(Vec<String>, Calendar)> {
    let mut eras: Vec<_> =
        calendar.eras.iter().map(|&(words, written)| (phrase(words), written)).collect();
    eras.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    eras
}
