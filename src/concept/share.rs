//! Shares of a whole: ثلثا, دو سوم, three quarters, half of.

use super::numeral::group;
use super::scan::{Scan, Sense};
use crate::segment::TokenKind;

/// A share, and the piece behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub numerator: u32,
    pub denominator: u32,
    pub next: usize,
}

impl Share {
    /// Its value.
    pub fn value(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }

    /// `2/3`, in lowest terms.
    pub fn name(self) -> String {
        let (mut a, mut b) = (self.numerator, self.denominator);
        while b > 0 {
            (a, b) = (b, a % b);
        }
        format!("{}/{}", self.numerator / a.max(1), self.denominator / a.max(1))
    }
}

/// Reads the share that starts at a piece.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Share> {
    let token = scan.token_at(at)?;
    let opens = || scan.is_word(token, &scan.words.share_openers);
    let share = counted(scan, at)
        .or_else(|| opens().then(|| in_one_word(scan, token).or_else(|| half(scan, token)))?)
        .filter(|share| share.numerator < share.denominator)?;
    // A quarter-final is no quarter of anything, and the first half may be more or less than half.
    let ordinal = |piece: usize| matches!(scan.sense(piece), Sense::Ordinal(_));
    let numbered = ordinal(share.next) || (at > 0 && ordinal(at - 1));
    let behind = scan.token(share.next);
    (!numbered && !scan.is_word(behind, &scan.words.not_before)).then_some(share)
}

/// A small number in words and a word for the part: two thirds, ثلاثة أرباع.
fn counted(scan: &Scan<'_>, at: usize) -> Option<Share> {
    let Sense::Cardinal(numerator @ 1..=9) = scan.sense(at) else { return None };
    let group = group(scan, at).filter(|group| group.next == at + 1)?;
    let token = scan.token(at);
    let hyphen = usize::from(scan.key(token + 1) == "-" && scan.words.bare_addition);
    let part = token + 1 + hyphen;
    if scan.token_at(group.next).is_none() && group.next < scan.pieces.len() {
        return None;
    }
    let &denominator = scan.words.denominators.get(scan.key(part))?;
    Some(Share { numerator, denominator, next: scan.start(part + 1) })
}

/// دو‌سوم, ثلث السكان: a part that is not counted needs the whole beside it, in the language of
/// the article.
fn in_one_word(scan: &Scan<'_>, token: usize) -> Option<Share> {
    let next = scan.start(token + 1);
    let key = scan.key(token);
    if let Some(&(numerator, denominator)) = scan.words.joined_shares.get(key) {
        return Some(Share { numerator, denominator, next });
    }
    let bare = scan.words.bare(key).filter(|(_, _, article)| !article).map(|(bare, _, _)| bare);
    let mut forms = std::iter::once(key).chain(bare);
    let &(numerator, denominator) = forms.find_map(|key| scan.words.shares.get(key))?;
    (numerator > 1 || has_whole(scan, token)).then_some(Share { numerator, denominator, next })
}

fn half(scan: &Scan<'_>, token: usize) -> Option<Share> {
    let (words, end) = scan
        .words
        .halves
        .iter()
        .find_map(|phrase| Some((phrase.len(), scan.starts(token, phrase)?)))?;
    if scan.words.bare(scan.key(token)).any(|(_, _, article)| article) {
        return None;
    }
    let scaled = matches!(scan.sense(scan.start(end)), Sense::Scale(..));
    let whole = words > 1 || scan.words.article.is_none() || has_whole(scan, token);
    (whole && !scaled).then_some(Share { numerator: 1, denominator: 2, next: scan.start(end) })
}

/// Whether a word with the article follows; in a language that does not write one, any word.
fn has_whole(scan: &Scan<'_>, token: usize) -> bool {
    let Some(next) = scan.tokens.get(token + 1).filter(|next| next.kind == TokenKind::Word) else {
        return false;
    };
    scan.words.article.as_ref().is_none_or(|article| next.key.starts_with(article.as_str()))
}
