//! Figures and dates inside changed words: with the signs that belong to them, and whether both versions
//! say the same by them, however they are written.

use rustc_hash::FxHashMap;

use super::diff::{Differ, Edit, EditKind, touching};
use crate::calendar::Weekday;
use crate::concept::{Mention, Unit, Value};
use crate::lang::is_stop_word;
use crate::segment::{Token, TokenKind};
use crate::span::{Pair, Side, Span};

/// Signs on one side of a figure: that of a loss and that of a currency.
const SIGNS: usize = 2;

/// What a figure says: more than its concept, by which a text and its translation are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Worth<'a> {
    concept: &'a str,
    minus: bool,
    sign: Sign<'a>,
    weekday: Option<Weekday>,
    /// How a day is counted that has no date.
    relative: Option<i16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Sign<'a> {
    /// No sign and no word beside it.
    None,
    /// A word that may say what the sign does: the pound.
    Open,
    /// The sign, or the name of its currency.
    Of(&'a str),
}

impl Worth<'_> {
    /// Whether both figures say the same, a word beside the one being taken for the sign of the other.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        self.concept == other.concept
            && self.minus == other.minus
            && (self.sign == other.sign || [self.sign, other.sign].contains(&Sign::Open))
            && (self.weekday, self.relative) == (other.weekday, other.relative)
    }
}

impl Differ<'_> {
    /// Figures and dates of one value are the same, however they are written: as a whole (3,000,000 for
    /// three million), or with their parts in another order (12 May for May 12).
    pub(super) fn same_values(&self, units: &Pair<Vec<usize>>, mut edits: Vec<Edit>) -> Vec<Edit> {
        if !edits.iter().any(|edit| edit.kind.is_of_words()) {
            return edits;
        }
        let worths = Pair::SIDES.map(|side| {
            let sentences =
                units[side].iter().filter_map(|&at| self.segments[side].sentences.get(at));
            let spans = sentences.map(|sentence| sentence.span).reduce(Span::join);
            let mentions = spans.map_or(&[][..], |span| touching(&self.mentions[side], span));
            let mut times: FxHashMap<Worth<'_>, usize> = FxHashMap::default();
            for worth in mentions.iter().filter_map(|mention| self.worth(side, mention)) {
                *times.entry(worth).or_default() += 1;
            }
            times
        });
        for edit in edits.iter_mut().filter(|edit| edit.kind.is_of_words()) {
            let whole = Side::BOTH.map(|side| self.figures(side, edit.spans[side]));
            if let [Some(old), Some(new)] = whole
                && old == new
            {
                edit.kind = EditKind::Spelling;
            } else if Side::BOTH
                .into_iter()
                .all(|side| self.is_part(side, edit.spans[side], &worths))
            {
                edit.kind = EditKind::Spelling;
            }
        }
        edits
    }

    /// What the figures of a stretch stand for, where it holds nothing else.
    fn figures(&self, side: Side, span: Span) -> Option<Vec<Worth<'_>>> {
        let mentions = self.meant(side, span);
        let is_held = |part: Span| {
            self.meant(side, part).iter().any(|held| self.reach(side, held).contains(part))
        };
        let covered = self.parts_in(side, span).all(is_held);
        let worths = mentions.iter().map(|mention| self.worth(side, mention));
        worths.collect::<Option<Vec<_>>>().filter(|all| covered && !all.is_empty())
    }

    /// Whether a stretch is nothing, or part of a figure that both sides have once.
    fn is_part(&self, side: Side, span: Span, worths: &Pair<FxHashMap<Worth<'_>, usize>>) -> bool {
        let once = |mention: &Mention| {
            self.worth(side, mention).is_some_and(|worth| {
                Side::BOTH.iter().all(|&side| worths[side].get(&worth) == Some(&1))
            })
        };
        self.parts_in(side, span).all(|part| {
            self.meant(side, part).iter().any(|mention| {
                let reach = self.reach(side, mention);
                reach.contains(part) && !span.contains(reach) && once(mention)
            })
        })
    }

    /// The names, figures and dates of which a stretch holds a part, be it a sign alone.
    pub(super) fn meant(&self, side: Side, span: Span) -> &[Mention] {
        let mentions = &self.mentions[side];
        let mut first = mentions.partition_point(|mention| mention.span.end <= span.start);
        let mut end = mentions.partition_point(|mention| mention.span.start < span.end).max(first);
        let overlaps = |at: usize| self.reach(side, &mentions[at]).overlaps(span);
        while first > 0 && overlaps(first - 1) {
            first -= 1;
        }
        while end < mentions.len() && overlaps(end) {
            end += 1;
        }
        &mentions[first..end]
    }

    /// The mention of which a part stands right before a place, or right behind it.
    pub(super) fn beside(
        &self,
        side: Side,
        place: Span,
        Pair { source: before, translation: behind }: Pair<bool>,
    ) -> Option<&Mention> {
        let tokens = &self.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.end <= place.start);
        let last = first.checked_sub(1).filter(|_| before).and_then(|at| tokens.get(at));
        let next = tokens.partition_point(|token| token.span.start < place.end.max(place.start));
        let next = tokens.get(next).filter(|_| behind);
        let found = |token: &Token| self.meant(side, token.span).first();
        last.and_then(found).or_else(|| next.and_then(found))
    }

    /// Where a mention stands, with the signs beside it that belong to it.
    pub(super) fn reach(&self, side: Side, mention: &Mention) -> Span {
        if !matches!(mention.value, Some(Value::Number { .. })) {
            return mention.span;
        }
        let tokens = &self.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.end <= mention.span.start);
        let end = tokens.partition_point(|token| token.span.start < mention.span.end);
        // Of the ends of a range in one token each has the signs on its side.
        let starts = tokens.get(first).is_some_and(|token| token.span.start == mention.span.start);
        let ends = end.checked_sub(1).is_some_and(|at| tokens[at].span.end == mention.span.end);
        let before = (first.saturating_sub(if starts { SIGNS } else { 0 })..first).rev();
        let before = before.take_while(|&at| self.is_sign(side, at)).last();
        let behind = end..tokens.len().min(end + if ends { SIGNS } else { 0 });
        let behind = behind.take_while(|&at| self.is_sign(side, at)).last();
        let signs = before.into_iter().chain(behind);
        signs.fold(mention.span, |span, at| span.join(tokens[at].span))
    }

    /// What a figure or date says; nothing of a name.
    pub(super) fn worth<'b>(&'b self, side: Side, mention: &'b Mention) -> Option<Worth<'b>> {
        let mut worth = Worth {
            concept: &mention.concept,
            minus: false,
            sign: Sign::None,
            weekday: None,
            relative: None,
        };
        match mention.value? {
            Value::Number { value, .. } => {
                let text = &self.documents[side].text;
                let reach = self.reach(side, mention);
                let before = Span::new(reach.start, mention.span.start).of(text);
                let behind = Span::new(mention.span.end, reach.end).of(text);
                worth.minus = value < 0.0 || before.contains(is_minus);
                if let Some(size) = mention.concept.strip_prefix("num:") {
                    worth.concept = size.trim_start_matches('-');
                }
                worth.sign = self.sign(side, mention, [before, behind]);
            }
            Value::Date { weekday, relative, day, month, year, .. } => {
                let dated = day.is_some() || month.is_some() || year.is_some();
                worth.weekday = weekday;
                worth.relative = relative.filter(|_| !dated);
            }
            Value::Time { .. } => {}
        }
        Some(worth)
    }

    fn sign<'b>(&'b self, side: Side, mention: &Mention, signs: [&'b str; 2]) -> Sign<'b> {
        if let Some(Value::Number { quantity: Some(quantity), .. }) = mention.value
            && quantity.unit.is_currency()
        {
            return Sign::Of(quantity.unit.name());
        }
        let sign = signs.into_iter().find_map(|signs| {
            // That of a percentage is told by the concept.
            let is_own = |c: char| is_currency(c) || (is_rate(c) && !is_percent(c));
            let (at, c) = signs.char_indices().find(|&(_, c)| is_own(c))?;
            signs.get(at..at + c.len_utf8())
        });
        if let Some(sign) = sign {
            return Sign::Of(Unit::of_sign(sign).map_or(sign, |unit| unit.name()));
        }
        let (tokens, lang) = (&self.segments[side].tokens, self.documents[side].lang);
        let next = tokens.partition_point(|token| token.span.start < mention.span.end);
        let word = tokens.get(next).filter(|token| token.kind == TokenKind::Word);
        // The inch is more often a preposition.
        let word = word.filter(|word| !is_stop_word(lang, &word.key));
        let unit = word.and_then(|word| Unit::read(std::slice::from_ref(word), lang));
        if unit.is_some() { Sign::Open } else { Sign::None }
    }

    /// Whether the token is a word, a figure, or a sign that belongs to a figure.
    pub(super) fn is_part_of_text(&self, side: Side, at: usize) -> bool {
        self.segments[side].tokens[at].kind != TokenKind::Mark || self.is_sign(side, at)
    }

    /// The words, figures and signs of figures inside a span.
    fn parts_in(&self, side: Side, span: Span) -> impl Iterator<Item = Span> {
        let tokens = &self.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let count = tokens[first..].partition_point(|token| token.span.start < span.end);
        (first..first + count)
            .filter(move |&at| self.is_part_of_text(side, at))
            .map(move |at| tokens[at].span)
    }

    /// Whether the mark says something of the figure beside it: $, %, the minus of a number.
    fn is_sign(&self, side: Side, at: usize) -> bool {
        let (tokens, text) = (&self.segments[side].tokens, &self.documents[side].text);
        let this = &tokens[at];
        let Some(c) = this.span.of(text).chars().next().filter(|_| this.kind == TokenKind::Mark)
        else {
            return false;
        };
        let is_number = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Number)
        };
        if is_currency(c) || is_rate(c) {
            return is_number(at.checked_sub(1)) || is_number(Some(at + 1));
        }
        if !is_minus(c) {
            return false;
        }
        let is_attached = |one: usize| match (tokens.get(one), tokens.get(one + 1)) {
            (Some(one), Some(next)) => {
                !Span::new(one.span.end, next.span.start).of(text).contains(char::is_whitespace)
            }
            _ => false,
        };
        let is_money =
            tokens.get(at + 1).is_some_and(|next| next.span.of(text).chars().all(is_currency));
        // Behind a word or a figure it is a hyphen, or that of a range.
        let free = at.checked_sub(1).is_none_or(|before| {
            !is_number(Some(before))
                && (!is_attached(before) || matches!(tokens[before].key.as_str(), "(" | "["))
        });
        free && is_attached(at)
            && (is_number(Some(at + 1)) || (is_money && is_number(Some(at + 2))))
    }
}

/// Typists take a dash for the minus.
fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}')
}

/// Signs that say in what a figure counts.
fn is_rate(c: char) -> bool {
    is_percent(c) || matches!(c, '‰' | '؉' | '°')
}

fn is_percent(c: char) -> bool {
    matches!(c, '%' | '٪')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '\u{20a0}'..='\u{20cf}' | '﷼' | '＄' | '￡' | '￥')
}
