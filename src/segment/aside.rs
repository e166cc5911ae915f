//! Words around an article that stand inside its paragraphs: datelines, attributions, signatures.

use super::phrases::{self, Class};
use super::word::tokenize;
use super::{AsideKind, Token, TokenKind};
use crate::span::Span;

/// Bytes of a paragraph that are looked at.
const HEAD: usize = 400;
/// Words of one attribution.
const LONGEST_ATTRIBUTION: usize = 16;
/// Words of a name that needs no other sign of being an outlet.
const PLAIN_NAME: usize = 4;
/// Tokens before the bracket or the dash of a dateline.
const MOST_PLACES: usize = 9;
/// Bytes of a label with the stop before it.
const LONGEST_LABEL: usize = 60;
/// Words of an agency's name.
const LONGEST_AGENCY: usize = 5;

/// Something beside what the paragraph says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: AsideKind,
    pub(super) span: Span,
    pub(super) outlets: Vec<Span>,
}

/// The dateline and the attribution that a paragraph begins with, in order.
pub(super) fn at_start(text: &str, span: Span) -> Vec<Found> {
    let mut end = span.end.min(span.start + HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let tokens = tokenize(text, Span::new(span.start, end));
    let mut found = Vec::new();
    let mut rest = tokens.as_slice();
    for find in [dateline, attribution] {
        if let Some(mut aside) = find(text, rest) {
            // Invisible characters before it are part of it.
            let last = found.last().map_or(span.start, |aside: &Found| aside.span.end);
            aside.span = Span::new(last, aside.span.end).trim(text);
            let behind = rest.iter().take_while(|token| token.span.start < aside.span.end).count();
            rest = &rest[behind..];
            found.push(aside);
        }
    }
    found
}

/// What closes a paragraph behind its last stop: an agency in brackets, a label of the page.
pub(super) fn at_end(text: &str, span: Span) -> Option<Found> {
    signature(text, span).or_else(|| closing_label(text, span))
}

/// "… he said. انتهای پیام/"
fn closing_label(text: &str, span: Span) -> Option<Found> {
    let covered = span.of(text);
    let mut from = covered.len().saturating_sub(LONGEST_LABEL);
    while !covered.is_char_boundary(from) {
        from += 1;
    }
    let core = covered.trim_end_matches(|c: char| !c.is_alphanumeric());
    let stop = core.get(from..)?.rfind(['.', '!', '?', '؟', '۔', '…']).map(|at| from + at)?;
    let behind = &core[stop..];
    let label = stop + behind.find(char::is_alphanumeric)?;
    let tokens = tokenize(text, Span::new(span.start + label, span.start + core.len()));
    let words = keys(&tokens);
    let before = covered[..label].trim_end_matches(['(', '[', '/', '-', '–', ' ']);
    // A single word with a stop of its own may be a sentence.
    let alone = words.len() > 1 || !super::furniture::ends_sentence(covered);
    (alone
        && super::furniture::ends_sentence(before)
        && tokens.len() == words.len()
        && phrases::classify(&words).meets(Class::LABEL))
    .then(|| Found {
        kind: AsideKind::Furniture,
        span: Span::new(span.start + before.len(), span.end).trim(text),
        outlets: Vec::new(),
    })
}

/// The agency in brackets that signs a paragraph: "(رويترز)".
fn signature(text: &str, span: Span) -> Option<Found> {
    let covered = span.of(text);
    let close = if covered.ends_with(')') { '(' } else { '[' };
    if !covered.ends_with([')', ']']) {
        return None;
    }
    let open = covered.rfind(close)?;
    let signed = Span::new(span.start + open, span.end);
    if signed.len() > HEAD || !super::furniture::ends_sentence(&covered[..open]) {
        return None;
    }
    let tokens = tokenize(text, signed);
    let words = keys(&tokens);
    let label = phrases::prefix(&words, Class::SOURCE);
    phrases::covered(&words[label..], Class::OUTLET.or(Class::OUTLET_WORD)).then(|| Found {
        kind: AsideKind::Attribution,
        span: signed,
        outlets: outlets(text, &tokens, label),
    })
}

fn keys(tokens: &[Token]) -> Vec<&str> {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    words.map(|token| token.key.as_str()).collect()
}

fn is_dash(token: &Token) -> bool {
    matches!(token.key.as_str(), "-" | "–" | "—" | "ـ" | ":" | "−" | "―")
}

/// "صنعاء/ عدن (رويترز) –", "دمشق-سانا", "LONDON —", «ایسنا/خوزستان».
fn dateline(text: &str, tokens: &[Token]) -> Option<Found> {
    let found = |end: usize, outlets: Vec<Span>| {
        let span = Span::new(tokens.first()?.span.start, tokens.get(end)?.span.end);
        Some(Found { kind: AsideKind::Dateline, span, outlets })
    };
    let is_place_mark = |token: &Token| matches!(token.key.as_str(), "/" | "،" | "," | "." | "و");
    let places = tokens
        .iter()
        .take(MOST_PLACES)
        .take_while(|token| token.kind != TokenKind::Mark || is_place_mark(token))
        .count();
    let stop = tokens.get(places)?;
    let place_words = keys(&tokens[..places]);
    if matches!(stop.key.as_str(), "(" | "[") {
        let inner = tokens[places + 1..].iter().take(LONGEST_AGENCY + 3);
        let close = places
            + 1
            + inner.into_iter().position(|token| matches!(token.key.as_str(), ")" | "]"))?;
        let agency = keys(&tokens[places + 1..close]);
        let known = phrases::covered(&agency, Class::OUTLET);
        let dash = tokens.get(close + 1).is_some_and(is_dash);
        let ends_here = close + 1 == tokens.len() && place_words.len() <= PLAIN_NAME;
        // An unknown name in brackets counts only where a dash sets it and its places apart.
        let likely = tokens.get(close + 1).is_some_and(|mark| is_dash(mark) && mark.key != ":")
            && (1..=PLAIN_NAME).contains(&place_words.len())
            && (1..=3).contains(&agency.len())
            && tokens[places..close].iter().all(|token| token.kind != TokenKind::Number);
        if (known && (dash || ends_here)) || likely {
            let names = Span::new(tokens[places].span.end, tokens[close].span.start).trim(text);
            return found(close + usize::from(dash), vec![names]);
        }
        return None;
    }
    if !is_dash(stop) || place_words.is_empty() {
        return None;
    }
    // "رويترز –" signs what follows; with a colon it would quote the outlet instead.
    if phrases::covered(&place_words, Class::OUTLET) && stop.key != ":" && is_apart(tokens, places)
    {
        return found(places, vec![tokens[0].span.join(tokens[places - 1].span)]);
    }
    if place_words.len() > PLAIN_NAME {
        return None;
    }
    // Place, dash, agency, and a dash or colon again.
    let rest = &tokens[places + 1..];
    let words: Vec<&str> = rest
        .iter()
        .take_while(|token| token.kind == TokenKind::Word)
        .map(|token| token.key.as_str())
        .collect();
    let quoted =
        rest.first().is_some_and(|token| matches!(token.key.as_str(), "«" | "\"" | "“" | "”"));
    let (first, length, last) = if quoted {
        let close = rest
            .iter()
            .skip(1)
            .take(LONGEST_AGENCY + 1)
            .position(|token| matches!(token.key.as_str(), "»" | "\"" | "“" | "”"))?;
        (1, close, close + 1)
    } else {
        let length = phrases::prefix(&words, Class::OUTLET);
        (0, length, length.wrapping_sub(1))
    };
    if length > 0 {
        let closing = rest.get(last + 1).is_some_and(is_dash);
        let glued = stop.span.start == tokens[places - 1].span.end
            && rest[0].span.start == stop.span.end
            && !quoted;
        if closing || glued {
            let name = rest[first].span.join(rest[first + length - 1].span);
            return found(places + 1 + last + usize::from(closing), vec![name]);
        }
    }
    // "LONDON —": capitals alone.
    let capitals = tokens[..places].iter().filter(|token| token.kind == TokenKind::Word);
    let shouted = |token: &Token| {
        let word = token.span.of(text);
        word.chars().count() > 2 && word.chars().all(char::is_uppercase)
    };
    (matches!(stop.key.as_str(), "-" | "–" | "—")
        && is_apart(tokens, places)
        && capitals.clone().all(shouted))
    .then(|| found(places, Vec::new()))
    .flatten()
}

/// Whether white space stands on a side of the token.
fn is_apart(tokens: &[Token], at: usize) -> bool {
    let after = tokens.get(at + 1).is_some_and(|next| next.span.start > tokens[at].span.end);
    let before = at > 0 && tokens[at - 1].span.end < tokens[at].span.start;
    before || after
}

/// «به گزارش «تابناک» به نقل از النهار؛», "نقلاً عن وكالات الأنباء،": phrases that name an outlet
/// and end at a mark that parts them from the sentence.
fn attribution(text: &str, tokens: &[Token]) -> Option<Found> {
    let mut found: Option<Found> = None;
    let mut from = 0;
    while let Some((end, names)) = phrase(text, &tokens[from..]) {
        let last = from + end;
        let span = Span::new(tokens[0].span.start, tokens[last].span.end);
        let so_far =
            found.get_or_insert(Found { kind: AsideKind::Attribution, span, outlets: Vec::new() });
        so_far.span = span;
        so_far.outlets.extend(names);
        from = last + 1;
    }
    found
}

/// The index of the mark that ends the phrase, and the outlets in it.
fn phrase(text: &str, tokens: &[Token]) -> Option<(usize, Vec<Span>)> {
    let opener = opener_at(tokens, 0);
    if opener == 0 {
        return None;
    }
    let end = closing_mark(tokens)?;
    let phrase = &tokens[..end];
    let words = keys(phrase);
    if words.len() > LONGEST_ATTRIBUTION
        || words.iter().any(|word| phrases::classify(&[word]).meets(Class::AUTHORITY))
    {
        return None;
    }
    // The names between the openers of one phrase: "به گزارش A به نقل از B".
    let mut names = Vec::new();
    let mut evident = false;
    let mut at = 0;
    while at < phrase.len() {
        let length = opener_at(phrase, at).max(usize::from(at == 0));
        let plain = phrases::classify(&keys(&phrase[at..at + length])).meets(Class::PLAIN);
        let start = at + length;
        let stop =
            (start..phrase.len()).find(|&next| opener_at(phrase, next) > 1).unwrap_or(phrase.len());
        let name = &phrase[start..stop];
        let name_words = keys(name);
        evident |=
            names_outlet(&name_words) || (plain && (1..=PLAIN_NAME).contains(&name_words.len()));
        names.extend(outlets(text, name, 0));
        at = stop.max(start);
        if length == 0 {
            break;
        }
    }
    evident.then_some((end, names))
}

/// Tokens of the opening phrase at `at`; it has no mark inside.
fn opener_at(tokens: &[Token], at: usize) -> usize {
    let words: Vec<&str> = tokens[at..]
        .iter()
        .take(phrases::LONGEST)
        .take_while(|token| token.kind == TokenKind::Word)
        .map(|token| token.key.as_str())
        .collect();
    phrases::prefix(&words, Class::ATTRIBUTION)
}

/// The comma, semicolon or colon that ends the phrase, outside quotation marks.
fn closing_mark(tokens: &[Token]) -> Option<usize> {
    let mut quoted = false;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Mark)
    {
        match token.key.as_str() {
            "«" | "(" => quoted = true,
            "»" | ")" => quoted = false,
            "\"" | "“" | "”" => quoted = !quoted,
            "،" | "," | "؛" | ";" | ":" if !quoted => return Some(at),
            "." | "!" | "؟" | "?" if !quoted => return None,
            _ => {}
        }
    }
    None
}

fn names_outlet(words: &[&str]) -> bool {
    (0..words.len()).any(|at| {
        phrases::prefix_with_particle(&words[at..], Class::OUTLET.or(Class::OUTLET_WORD)) > 0
    })
}

/// The names in a stretch: known ones where there are any, else all of it without words such as
/// "agency" at its beginning.
fn outlets(text: &str, tokens: &[Token], skip: usize) -> Vec<Span> {
    let words: Vec<&Token> =
        tokens.iter().filter(|token| token.kind == TokenKind::Word).skip(skip).collect();
    let keys: Vec<&str> = words.iter().map(|token| token.key.as_str()).collect();
    let mut names = Vec::new();
    let mut at = 0;
    while at < keys.len() {
        // «لوكالة فرانس برس»: the particle is no part of the name.
        let mut length = phrases::prefix(&keys[at..], Class::OUTLET);
        let mut particle = 0;
        if at == 0 && length == 0 {
            length = phrases::prefix_with_particle(&keys, Class::OUTLET);
            particle = if length > 0 { phrases::particle(words[0].span.of(text)) } else { 0 };
        }
        if length > 0 {
            let first = words[at].span;
            let first = Span::new(first.start + particle, first.end);
            names.push(first.join(words[at + length - 1].span));
        }
        at += length.max(1);
    }
    if names.is_empty() {
        let kind = phrases::prefix_with_particle(&keys, Class::OUTLET_WORD);
        if let (Some(first), Some(last)) = (words.get(kind), words.last()) {
            names.push(first.span.join(last.span));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(text: &str) -> (Vec<AsideKind>, &str, Vec<&str>) {
        let found = at_start(text, Span::new(0, text.len()));
        let end = found.last().map_or(0, |aside| aside.span.end);
        let names =
            found.iter().flat_map(|aside| &aside.outlets).map(|span| span.of(text)).collect();
        (found.iter().map(|aside| aside.kind).collect(), text[end..].trim(), names)
    }

    #[test]
    fn datelines() {
        for (text, names) in [
            ("صنعاء/ عدن (رويترز) – وصل الوفد.", vec!["رويترز"]),
            ("دمشق-سانا وصل الوفد.", vec!["سانا"]),
            ("الرباط – «النهار»: وصل الوفد.", vec!["النهار"]),
            ("عمان، 3 أيار (أ ف ب) - وصل الوفد.", vec!["أ ف ب"]),
            ("TUNIS (Reuters) - وصل الوفد.", vec!["Reuters"]),
            ("TUNIS — وصل الوفد.", vec![]),
            ("رويترز - وصل الوفد.", vec!["رويترز"]),
        ] {
            assert_eq!(start(text), (vec![AsideKind::Dateline], "وصل الوفد.", names), "{text}");
        }
    }

    #[test]
    fn attributions() {
        for (text, names) in [
            ("به گزارش «تابناک» به نقل از النهار؛ هیأت رسید.", vec!["تابناک", "النهار"]),
            ("به گزارش خبرگزاری ایسنا، به نقل از رویترز، هیأت رسید.", vec!["ایسنا", "رویترز"]),
            ("به گزارش صدای دره، هیأت رسید.", vec!["صدای دره"]),
            ("نقلاً عن وكالات الأنباء، هیأت رسید.", vec!["وكالات الأنباء"]),
            ("وفقا لصحيفة النهار، هیأت رسید.", vec!["النهار"]),
            ("وفقا لوكالة الأنباء الفرنسية، هیأت رسید.", vec!["وكالة الأنباء الفرنسية"]),
            ("According to the news agency Reuters, هیأت رسید.", vec!["Reuters"]),
        ] {
            assert_eq!(start(text), (vec![AsideKind::Attribution], "هیأت رسید.", names), "{text}");
        }
    }

    #[test]
    fn sentences_that_quote_are_whole() {
        for text in [
            "به گزارش وزارت صحت، ده نفر درمان شدند.",
            "وفق ما نقلت عنه وكالة رويترز، قال الوزير إنه باق.",
            "وفقا للقانون، لا يجوز ذلك.",
            "According to officials, ten people left.",
            "قال الوزير - وهو طبيب - إنه باق.",
            "The Associated Press (AP) reported that he left.",
            "رويترز وكالة أنباء عالمية.",
        ] {
            assert_eq!(start(text).0, [], "{text}");
        }
    }

    #[test]
    fn a_label_closes_the_paragraph() {
        for (text, label) in [
            ("هیأت به شهر رسید. انتهای پیام/", Some("انتهای پیام/")),
            ("هیأت به شهر رسید. (پایان پیام)", Some("(پایان پیام)")),
            ("They left at night. ENDS", Some("ENDS")),
            ("She had one wish. Save.", None),
            ("هیأت به پایان پیام رسید", None),
        ] {
            let found = at_end(text, Span::new(0, text.len()));
            assert_eq!(found.map(|aside| aside.span.of(text)), label, "{text}");
        }
    }

    #[test]
    fn a_signature_closes_the_paragraph() {
        let text = "وصل الوفد إلى المدينة. (رويترز)";
        let found = at_end(text, Span::new(0, text.len())).expect("signed");
        assert_eq!(found.span.of(text), "(رويترز)");
        let inside = "وصل وفد من وكالة (رويترز)";
        assert_eq!(at_end(inside, Span::new(0, inside.len())), None);
    }
}
