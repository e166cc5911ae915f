//! The words of a sentence as the grammar of numbers and dates sees them.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::calendar::Calendar;
use crate::fold;
use crate::lang::{CalendarWords, Lang, Language, Numerals};
use crate::segment::word::tokenize;
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// What a piece of a token says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// A number in digits.
    Figure(Figure),
    /// "And".
    Joiner,
    /// A number word below a thousand.
    Cardinal(u32),
    /// A number word that multiplies.
    Scale(f64, Count),
    /// A part of one.
    Fraction(f64),
    /// A word that numbers.
    Ordinal(u32),
    /// The first year of a decade.
    Decade(u32),
    /// Three numbers with one separator, as dates are written.
    Dated([Figure; 3]),
    /// Anything else.
    Other,
}

/// What a scale word stands for when no number precedes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Two,
    Unknown,
}

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub value: f64,
    /// Number of digits where it consists of digits alone, else 0.
    pub digits: u8,
}

impl Figure {
    /// The value where it is written as digits alone and fits.
    pub fn whole(self) -> Option<i32> {
        #[expect(clippy::cast_possible_truncation, reason = "at most nine digits")]
        (1..=9).contains(&self.digits).then_some(self.value as i32)
    }
}

/// A token, or a part of one that the grammar has to see by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub sense: Sense,
    /// The whole word, or the part of a figure.
    pub span: Span,
    /// Index of the token.
    pub token: usize,
}

/// The sentence, cut into pieces.
pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub pieces: Vec<Piece>,
    pub words: &'static Words,
    /// First piece of each token, and the number of pieces.
    starts: Vec<usize>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], lang: Lang) -> Self {
        let words = TABLES.get(&lang).unwrap_or(&NO_WORDS);
        let mut scan = Self { text, tokens, pieces: Vec::new(), words, starts: Vec::new() };
        for token in 0..tokens.len() {
            scan.starts.push(scan.pieces.len());
            match tokens[token].kind {
                TokenKind::Number => scan.push_figure(token),
                TokenKind::Word => scan.push_word(token),
                TokenKind::Mark => scan.push(token, tokens[token].span, Sense::Other),
            }
        }
        scan.starts.push(scan.pieces.len());
        scan.complete_dashed_years();
        scan
    }

    pub fn sense(&self, piece: usize) -> Sense {
        self.pieces.get(piece).map_or(Sense::Other, |piece| piece.sense)
    }

    /// The token of a piece; the number of tokens past the end.
    pub fn token(&self, piece: usize) -> usize {
        self.pieces.get(piece).map_or(self.tokens.len(), |piece| piece.token)
    }

    /// The first piece of a token.
    pub fn start(&self, token: usize) -> usize {
        self.starts.get(token).copied().unwrap_or(self.pieces.len())
    }

    /// The token that begins with this piece; none inside a token and past the end.
    pub fn token_at(&self, piece: usize) -> Option<usize> {
        let token = self.pieces.get(piece)?.token;
        (self.starts[token] == piece).then_some(token)
    }

    /// Key of a token; the empty string past the end.
    pub fn key(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.key.as_str())
    }

    /// Key of the token before; the empty string at the start.
    pub fn key_before(&self, token: usize) -> &'a str {
        token.checked_sub(1).map_or("", |before| self.key(before))
    }

    /// Whether nothing that a reader sees stands between a token and the next.
    pub fn is_attached(&self, token: usize) -> bool {
        let (Some(this), Some(next)) = (self.tokens.get(token), self.tokens.get(token + 1)) else {
            return false;
        };
        let between = self.text.get(this.span.end..next.span.start).unwrap_or(" ");
        !between.contains(char::is_whitespace)
    }

    /// The token after the first of `phrases` that stands at `token`.
    pub fn after_phrase(&self, token: usize, phrases: &[Vec<String>]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.after(token, phrase))
    }

    /// The token after `phrase`, where it stands at `token`.
    pub fn after(&self, token: usize, phrase: &[String]) -> Option<usize> {
        let end = token.checked_add(phrase.len())?;
        let here = self.tokens.get(token..end)?;
        here.iter().zip(phrase).all(|(token, key)| token.key == *key).then_some(end)
    }

    /// Whether a word of `set` stands at the token, with or without attached particles.
    pub fn is_word(&self, token: usize, set: &FxHashSet<String>) -> bool {
        let key = self.key(token);
        !key.is_empty()
            && (set.contains(key) || self.words.bare(key).any(|(bare, _, _)| set.contains(bare)))
    }

    /// Reads 2010–11 with a dash, which cuts tokens, as two years.
    fn complete_dashed_years(&mut self) {
        for token in 1..self.tokens.len().saturating_sub(1) {
            let dash = matches!(self.key(token), "\u{2013}" | "-");
            if !dash || !self.is_attached(token - 1) || !self.is_attached(token) {
                continue;
            }
            let (before, after) = (self.starts[token] - 1, self.starts[token + 1]);
            if let (Sense::Figure(first), Sense::Figure(second)) =
                (self.sense(before), self.sense(after))
                && let Some(second) = completed(first, second)
            {
                self.pieces[after].sense = Sense::Figure(second);
            }
        }
    }

    fn push(&mut self, token: usize, span: Span, sense: Sense) {
        self.pieces.push(Piece { sense, span, token });
    }

    fn push_word(&mut self, token: usize) {
        let key = self.tokens[token].key.as_str();
        let span = self.tokens[token].span;
        let words = self.words;
        for (bare, joined, _) in std::iter::once((key, false, false)).chain(words.bare(key)) {
            if words.traps.contains(bare) {
                break;
            }
            // An ordinal keeps its article: "الثاني" numbers, "ثاني" is any second.
            if let Some(&sense) = words.senses.get(bare) {
                if joined {
                    self.push(token, span, Sense::Joiner);
                }
                return self.push(token, span, sense);
            }
            if let Some(parts) = words.split(bare) {
                if joined {
                    self.push(token, span, Sense::Joiner);
                }
                for sense in parts {
                    self.push(token, span, sense);
                }
                return;
            }
        }
        self.push(token, span, Sense::Other);
    }

    fn push_figure(&mut self, token: usize) {
        let span = self.tokens[token].span;
        let next = self.key(token + 1);
        let scaled = matches!(self.words.senses.get(next), Some(Sense::Scale(..)))
            || self.after_phrase(token + 1, &self.words.percent).is_some();
        let near_clock = self.is_word(token.wrapping_sub(1), &self.words.clock_words)
            || self.is_word(token + 1, &self.words.clock_words);
        let mut parts = read_figures(span, self.text, self.words, scaled, near_clock);
        complete_short_years(&mut parts, span.of(self.text));
        if let [(a, _), (b, _), (c, _)] = parts[..]
            && is_dated(span.of(self.text))
            && super::date::is_date_shape(&[a, b, c], self.words)
        {
            return self.push(token, span, Sense::Dated([a, b, c]));
        }
        if parts.is_empty() {
            self.push(token, span, Sense::Other);
        }
        let clock = span.of(self.text).contains(':');
        for (index, (figure, part)) in parts.into_iter().enumerate() {
            // 8:00 is 8 elsewhere.
            if clock && index > 0 && figure.value == 0.0 {
                continue;
            }
            if index > 0 {
                // Keeps the grammar from joining the parts of one token.
                self.push(token, Span::new(part.start, part.start), Sense::Other);
            }
            self.push(token, part, Sense::Figure(figure));
        }
    }
}

/// Whether the separators of a figure of three parts are one and the same sign that dates use.
fn is_dated(figure: &str) -> bool {
    let mut signs = figure.chars().filter(|c| !c.is_numeric());
    let first = signs.next();
    matches!(first, Some('/' | '-' | '.')) && signs.all(|c| Some(c) == first)
}

/// The value of a decimal digit of the three families.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - 0x30),
        '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(c) - 0x6f0),
        _ => None,
    }
}

/// The numbers in one figure token. Empty where it holds numerals that are no decimal digits.
fn read_figures(
    span: Span,
    text: &str,
    words: &Words,
    scaled: bool,
    near_clock: bool,
) -> Vec<(Figure, Span)> {
    let figure = span.of(text);
    let mut runs: Vec<(Span, String)> = Vec::new();
    let mut signs = Vec::new();
    for (at, c) in figure.char_indices() {
        let at = span.start + at;
        if let Some(value) = digit(c) {
            if runs.len() == signs.len() {
                runs.push((Span::new(at, at), String::new()));
            }
            if let Some((run, digits)) = runs.last_mut() {
                run.end = at + c.len_utf8();
                digits.extend(char::from_digit(value, 10));
            }
        } else if c.is_numeric() || signs.len() == runs.len() {
            return Vec::new();
        } else {
            signs.push(c);
        }
    }
    let mut figures = Vec::new();
    let mut first = 0;
    while first < runs.len() {
        // What a hyphen or colon parts are numbers of their own: 3.5-7.2.
        let cut = |c: &char| matches!(c, '-' | ':');
        let begin = signs[..first].iter().rposition(|c| cut(c)).map_or(0, |at| at + 1);
        let end =
            signs[first..].iter().position(|c| cut(c)).map_or(runs.len(), |at| first + at + 1);
        let signs = &signs[first..end - 1];
        let digits: Vec<&str> =
            runs[first..end].iter().map(|(_, digits)| digits.as_str()).collect();
        // A point between the last two of three runs is that of 2.11.2017.
        let lone = end - begin == 2;
        let (length, decimal) = if near_clock && is_time(&digits, signs) {
            (1, false)
        } else {
            one_number(&digits, signs, words, scaled, lone, figure.is_ascii())
        };
        let whole = length - usize::from(decimal);
        let mut plain = digits[..whole].concat();
        if decimal {
            plain.push('.');
            plain.push_str(digits[whole]);
        }
        let run = runs[first].0.join(runs[first + length - 1].0);
        if let Ok(value) = plain.parse::<f64>() {
            let digits = if length == 1 { u8::try_from(plain.len()).unwrap_or(0) } else { 0 };
            figures.push((Figure { value, digits }, run));
        }
        first += length;
    }
    figures
}

/// Whether digits can be hours and minutes with a point between.
fn is_time(digits: &[&str], signs: &[char]) -> bool {
    let below =
        |run: &str, limit: u8| run.len() <= 2 && run.parse().is_ok_and(|value: u8| value < limit);
    matches!((digits, signs), ([hour, minute], ['.']) if below(hour, 25) && minute.len() == 2 && below(minute, 60))
}

/// Reads 1950-53, in either direction of writing, as two years.
fn complete_short_years(parts: &mut [(Figure, Span)], figure: &str) {
    let [(a, _), (b, _)] = parts else { return };
    let dash = figure.contains('-');
    let (long, short) = if a.digits == 4 || !dash { (a, b) } else { (b, a) };
    let season = figure.contains('/') && (long.value % 100.0) + 1.0 == short.value;
    if (dash || season)
        && let Some(year) = completed(*long, *short)
    {
        *short = year;
    }
}

/// The year that two digits mean behind a year of four.
fn completed(long: Figure, short: Figure) -> Option<Figure> {
    let century = (long.value / 100.0).trunc() * 100.0;
    let is_year = long.digits == 4 && (1800.0..2200.0).contains(&long.value);
    let value = century + short.value;
    (is_year && short.digits == 2 && value > long.value).then_some(Figure { value, digits: 4 })
}

/// How many of the runs of digits make the first number, and whether the last of them stands
/// behind the decimal point.
fn one_number(
    digits: &[&str],
    signs: &[char],
    words: &Words,
    scaled: bool,
    lone: bool,
    ascii: bool,
) -> (usize, bool) {
    let lead = digits[0];
    let can_group = (1..=3).contains(&lead.len()) && !lead.starts_with('0');
    let Some(&sign) = signs.first() else { return (1, false) };
    let same = signs.iter().take_while(|&&other| other == sign).count();
    let threes = digits[1..].iter().take(same).take_while(|run| run.len() == 3).count();
    let groups = match sign {
        _ if !can_group || threes < same => 0,
        '٬' | '\'' | '’' => threes,
        ',' | '،' => threes,
        '.' if threes > 1 => threes,
        // A decimal fraction does not end in zeros, a rounded number does.
        '.' if digits[1] == "000" => 1,
        '.' if words.comma_decimal && !scaled && lone => 1,
        _ => 0,
    };
    if groups > 0 {
        let decimal = match signs.get(groups) {
            Some('٫') => true,
            Some('.' | ',') => signs.len() == groups + 1,
            _ => false,
        };
        return (1 + groups + usize::from(decimal), decimal);
    }

    let fraction = digits[1].len();
    let decimal = match sign {
        '٫' => true,
        '٬' => lone && fraction <= 2,
        '.' => lone,
        ',' => lone && (words.comma_decimal && fraction <= 2),
        '،' => lone && words.comma_decimal && fraction <= 2 && scaled,
        '/' => {
            lone && words.slash_decimal && fraction <= 2 && (scaled || (fraction == 1 && !ascii))
        }
        _ => false,
    };
    if decimal { (2, true) } else { (1, false) }
}

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
    pub after_month: FxHashSet<String>,
    pub links: FxHashSet<String>,
    pub year_words: FxHashSet<String>,
    pub eras: Vec<(Vec<String>, Calendar)>,
    pub old_years: &'static [(Calendar, i32, i32)],
    pub month_first: bool,
    pub numeric_order_open: bool,
    traps: FxHashSet<String>,
    particles: Vec<(String, bool, bool)>,
    joiners: Vec<String>,
    slash_decimal: bool,
    comma_decimal: bool,
}

/// A month name.
pub(super) struct Month {
    /// Keys of its words.
    pub phrase: Vec<String>,
    pub calendar: Calendar,
    pub number: u8,
    pub care: Care,
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
        Self {
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
            after_month: set(calendar.after_month),
            links: set(calendar.links),
            year_words: set(calendar.year_words),
            eras: eras(calendar),
            old_years: calendar.old_years,
            month_first: calendar.month_first,
            numeric_order_open: calendar.numeric_order_open,
            traps: set(numerals.traps),
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
        }
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
    fn split(&self, key: &str) -> Option<Vec<Sense>> {
        if self.particles.iter().any(|(_, joins, _)| !joins) || self.bare_addition {
            return None;
        }
        for (at, _) in key.char_indices().skip(1) {
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
