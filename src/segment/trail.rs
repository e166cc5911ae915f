//! Lines made of short parts between marks: breadcrumbs, a place with an author, stamps.

use super::furniture::Line;
use super::phrases::{self, Class};
use super::{Token, TokenKind};
use crate::lang::Lang;

/// Parts of one line.
const MOST_PARTS: usize = 6;
/// Words of one part.
const LONGEST_PART: usize = 4;
/// Places before the name of an author.
const LONGEST_PLACE: usize = 2;
/// Words of a line that names places and an author.
const LONGEST_SIGNATURE: usize = 7;

/// A way through the sections of a site: "Home > World".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trail {
    /// It begins or ends at the first page, or has nothing but names of sections.
    Sure,
    /// Its marks say so alone; a headline has to stand below it.
    Likely,
}

/// Whether the line is a way through the sections of a site.
pub(super) fn trail(line: &Line<'_>) -> Option<Trail> {
    let is_arrow = |token: &Token| {
        matches!(token.key.as_str(), "»" | "›" | ">" | "→" | "<" | "‹" | "←" | "\\")
    };
    let is_mark =
        |token: &Token| is_arrow(token) || matches!(token.key.as_str(), "/" | "|" | "•" | "·");
    if line.is_stopped() || line.tokens.iter().any(|token| token.key == "«") {
        return None;
    }
    let parts = parts(line, is_mark)?;
    let known = Class::HOME.or(Class::SECTION).or(Class::LABEL);
    let is = |part: &[&str], class| phrases::classify(part).meets(class);
    if is(&parts[0], Class::HOME)
        || parts.last().is_some_and(|part| is(part, Class::HOME))
        || parts.iter().all(|part| is(part, known))
    {
        return Some(Trail::Sure);
    }
    let arrows = line.tokens.iter().filter(|token| is_mark(token)).all(is_arrow);
    arrows.then_some(Trail::Likely)
}

/// Whether the line is a date with names beside it: "The Daily - 3 May 2024", "Cairo, 3 May".
pub(super) fn is_stamp(line: &Line<'_>) -> bool {
    if line.is_stopped() || line.tokens.len() > MOST_PARTS * LONGEST_PART {
        return false;
    }
    let is_mark = |token: &Token| {
        matches!(token.key.as_str(), "|" | "/" | "•" | "·" | "،" | "," | "-" | "–" | "—" | "ـ")
    };
    let mut dates = 0;
    let all = line.tokens.split(is_mark).all(|part| {
        let words = keys(part);
        let figures = part.iter().filter(|token| token.kind == TokenKind::Number).count();
        let covered = phrases::covered(&words, Class::DATE.or(Class::FIELD));
        dates += usize::from(figures > 0 && covered);
        words.len() <= LONGEST_PART
            && (covered || figures == 0 || words.is_empty())
            && part.iter().all(|token| {
                token.kind != TokenKind::Mark || matches!(token.key.as_str(), ":" | "«" | "»")
            })
    });
    all && dates > 0
}

/// Whether the line names places, authors or outlets, and nothing else, as below a headline:
/// "Amman - Salma Khoury", "Cairo – «The Daily»", "Jane Doe, Reuters".
pub(super) fn is_signature(line: &Line<'_>, lang: Lang) -> bool {
    if line.is_stopped() || line.has_figures() || line.words().len() > LONGEST_SIGNATURE {
        return false;
    }
    let is_dash = |token: &Token| matches!(token.key.as_str(), "-" | "–" | "—" | "ـ" | "|" | "/");
    let is_comma = |token: &Token| matches!(token.key.as_str(), "،" | ",");
    let is_outlet = |part: &Vec<&str>| phrases::covered(part, Class::OUTLET);
    if let Some(parts) = parts(line, is_dash) {
        let (last, places) =
            parts.split_last().map_or((0, parts.as_slice()), |(last, places)| (last.len(), places));
        let apart =
            line.tokens.iter().enumerate().all(|(at, token)| {
                !is_dash(token) || token.key == "/" || is_apart(&line.tokens, at)
            });
        let name = last > 1 || parts.iter().any(is_outlet) || line.text.contains(['«', '“', '"']);
        return apart
            && name
            && places.iter().all(|place| place.len() <= LONGEST_PLACE || is_outlet(place))
            && has_names_only(line, lang);
    }
    parts(line, is_comma).is_some_and(|parts| parts.last().is_some_and(is_outlet))
        && has_names_only(line, lang)
}

/// The words of the parts between the marks; none where there is one part, too many, a long one or
/// a mark of another kind.
fn parts<'l>(line: &'l Line<'_>, is_mark: impl Fn(&Token) -> bool) -> Option<Vec<Vec<&'l str>>> {
    let is_plain = |token: &Token| {
        token.kind != TokenKind::Mark
            || matches!(
                token.key.as_str(),
                "«" | "»" | "“" | "”" | "\"" | "'" | "&" | "." | "،" | ","
            )
            || is_mark(token)
    };
    if !line.tokens.iter().all(is_plain) || line.has_figures() {
        return None;
    }
    let mut parts: Vec<Vec<&str>> = line.tokens.split(&is_mark).map(keys).collect();
    parts.retain(|part| !part.is_empty());
    let fits = (2..=MOST_PARTS).contains(&parts.len())
        && parts.iter().all(|part| part.len() <= LONGEST_PART);
    fits.then_some(parts)
}

fn keys(tokens: &[Token]) -> Vec<&str> {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    words.map(|token| token.key.as_str()).collect()
}

/// Whether no word is one of those that sentences are made of, nor, where letters have case, is
/// written small.
///
/// The words are compared as they are written: folded, the name علي is the preposition على.
fn has_names_only(line: &Line<'_>, lang: Lang) -> bool {
    let frequent = lang.module().map_or(&[][..], |module| module.detection().frequent_words);
    line.tokens.iter().filter(|token| token.kind == TokenKind::Word).all(|token| {
        let word = line.written(token);
        !frequent.contains(&word) && !word.starts_with(char::is_lowercase)
    })
}

/// Whether white space stands on both sides of the token.
fn is_apart(tokens: &[Token], at: usize) -> bool {
    let gap = |left: Option<&Token>, right: Option<&Token>| {
        left.zip(right).is_none_or(|(left, right)| left.span.end < right.span.start)
    };
    gap(at.checked_sub(1).and_then(|left| tokens.get(left)), tokens.get(at))
        && gap(tokens.get(at), tokens.get(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn line(text: &str) -> Line<'_> {
        Line::new(text, Span::new(0, text.len())).expect("short")
    }

    #[test]
    fn trails() {
        for (text, expected) in [
            ("الرئيسية / تقارير خاصة", Some(Trail::Sure)),
            ("صفحه نخست » بین‌الملل » آسیا", Some(Trail::Sure)),
            ("Home > Arts", Some(Trail::Sure)),
            ("World | Business", Some(Trail::Sure)),
            ("دیده‌بان > شهر > محله", Some(Trail::Likely)),
            ("وعدۀ وزیر | بازار آرام نشد", None),
            ("قال «نعم» وغادر / ثم عاد", None),
            ("Prices rise / wages fall", None),
        ] {
            assert_eq!(trail(&line(text)), expected, "{text}");
        }
    }

    #[test]
    fn stamps() {
        for text in
            ["المنارة - ٣ مايو ٢٠٢٤", "Cairo, 3 May 2024", "رصد | الثلاثاء 3 أيار 2024 | 14:30"]
        {
            assert!(is_stamp(&line(text)), "{text}");
        }
        for text in ["خسائر - 30 قتيلا", "Budget - 2024", "الجلسة 3 - اتفاق جديد"]
        {
            assert!(!is_stamp(&line(text)), "{text}");
        }
    }

    #[test]
    fn signatures() {
        for (text, lang) in [
            ("صنعاء ــ هدى المقرمي", Lang::Arabic),
            ("بيروت - علي حمدان", Lang::Arabic),
            ("لندن - «المنارة»", Lang::Arabic),
            ("Jane Doe, Reuters", Lang::English),
            ("مشهد – سارا احمدی", Lang::Persian),
        ] {
            assert!(is_signature(&line(text), lang), "{text}");
        }
        for (text, lang) in [
            ("الجيش يتقدم في الشرق - هدوء في الغرب", Lang::Arabic),
            ("تقدم-تراجع سريع", Lang::Arabic),
            ("War - the end of it", Lang::English),
            ("بازگشت به خانه - پایان سفر", Lang::Persian),
        ] {
            assert!(!is_signature(&line(text), lang), "{text}");
        }
    }
}
