//! The grammar of numbers: units, tens, hundreds, scales, and what is added by "and".

use super::scan::{Count, Scan, Sense};
use crate::segment::TokenKind;

/// Spaces that are never put between two separate numbers.
const FIRM_SPACES: [&str; 4] = ["\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}"];

/// A stretch of pieces with a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub value: f64,
    pub next: usize,
    pub ordinal: bool,
}

/// A [`Group`] with the scales behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub value: f64,
    pub next: usize,
    pub ordinal: bool,
    /// The last scale word; 1 where there is none.
    pub scale: f64,
    /// Whether something may follow by "and": not behind decimal fractions and halves.
    pub open: bool,
    pub digits: bool,
    /// Whether a scale word stands alone and some word before it may make it inexact.
    pub bare: bool,
}

/// The number of tokens' pieces below a thousand, in words.
pub(super) fn group(scan: &Scan<'_>, at: usize) -> Option<Group> {
    let words = scan.words;
    let (mut value, mut ordinal) = match scan.sense(at) {
        Sense::Cardinal(value) => (value, false),
        Sense::Ordinal(value) => (value, true),
        _ => return None,
    };
    let mut hundred = value >= 100;
    let mut ten = (10..100).contains(&value);
    let mut unit = value < 10;
    let mut next = at + 1;
    // Behind an ordinal only a language with units first goes on: الخامس والعشرون.
    while !ordinal || words.units_first {
        let (here, joined) = behind_joiner(scan, next);
        let (part, of_part) = match scan.sense(here) {
            Sense::Cardinal(part) => (part, false),
            Sense::Ordinal(part) => (part, true),
            _ => break,
        };
        let added = joined || words.bare_addition;
        let fits = match part {
            0 => false,
            1..=9 => added && !unit && (!ten || (!words.units_first && value % 100 >= 20)),
            // ثلاثة عشر
            10 if words.units_first && !joined => unit && !ten,
            10..=19 => added && !unit && !ten,
            20..=90 => added && !ten && (!unit || (words.units_first && joined)),
            // "two hundred", "fifteen hundred"
            100 if !joined && !hundred && !ordinal && value < 20 && value > 0 => {
                if ten && !words.bare_addition {
                    break;
                }
                value *= 100;
                hundred = true;
                (ten, unit) = (false, false);
                ordinal = of_part;
                next = here + 1;
                continue;
            }
            _ => added && !hundred && !ten && !unit,
        };
        // "Two hundred and ten", but not "twenty and five".
        if !fits || (words.bare_addition && joined && value < 100) {
            break;
        }
        value += part;
        hundred |= part >= 100;
        ten |= (10..100).contains(&part);
        unit |= part < 10 || (10..20).contains(&part);
        ordinal |= of_part;
        next = here + 1;
    }
    Some(Group { value: f64::from(value), next, ordinal })
}

/// The piece behind a joiner or hyphen at `at`, and whether there was a joiner.
fn behind_joiner(scan: &Scan<'_>, at: usize) -> (usize, bool) {
    if scan.sense(at) == Sense::Joiner {
        return (at + 1, true);
    }
    let token = scan.token(at);
    let hyphen = matches!(scan.key(token), "-" | "\u{2010}" | "\u{2011}");
    if hyphen
        && scan.words.bare_addition
        && scan.is_attached(token)
        && token > 0
        && scan.is_attached(token - 1)
    {
        return (at + 1, false);
    }
    (at, false)
}

/// Reads a number below a thousand, or one in digits, with its scales.
pub(super) fn chunk(scan: &Scan<'_>, at: usize) -> Option<Chunk> {
    let mut chunk = Chunk {
        value: 0.0,
        next: at + 1,
        ordinal: false,
        scale: 1.0,
        open: true,
        digits: false,
        bare: false,
    };
    match scan.sense(at) {
        Sense::Figure(figure) => {
            chunk.value = figure.value;
            chunk.digits = true;
            chunk.open = figure.value.fract() == 0.0;
            join_spaced_groups(scan, at, &mut chunk);
        }
        Sense::Cardinal(_) | Sense::Ordinal(_) => {
            let group = group(scan, at)?;
            (chunk.value, chunk.next, chunk.ordinal) = (group.value, group.next, group.ordinal);
        }
        Sense::Fraction(part) => {
            // "half a million", نصف مليون
            let (scale, next) = scale_behind_part(scan, at + 1)?;
            (chunk.value, chunk.scale, chunk.next, chunk.open) = (part * scale, scale, next, false);
            return Some(chunk);
        }
        Sense::Decade(year) => {
            (chunk.value, chunk.open) = (f64::from(year), false);
            return Some(chunk);
        }
        Sense::Scale(scale, count) => {
            chunk.value = match count {
                Count::One => scale,
                Count::Two => scale * 2.0,
                Count::Unknown => return None,
            };
            chunk.scale = scale;
            chunk.bare = count == Count::One;
            add_half(scan, &mut chunk);
            multiply(scan, &mut chunk);
            return Some(chunk);
        }
        _ => return None,
    }
    if !chunk.ordinal {
        add_half(scan, &mut chunk);
        multiply(scan, &mut chunk);
    }
    Some(chunk)
}

/// Joins 15 000: always over spaces that no one puts between numbers, over plain ones only where
/// the groups can be nothing else.
fn join_spaced_groups(scan: &Scan<'_>, at: usize, chunk: &mut Chunk) {
    let Sense::Figure(lead) = scan.sense(at) else { return };
    if !(1..=3).contains(&lead.digits)
        || lead.value < 1.0
        || scan.token(at) + 1 != scan.token(at + 1)
    {
        return;
    }
    let mut value = lead.value;
    let mut groups = 0;
    let mut firm = false;
    let mut last_is_round = false;
    while let Sense::Figure(group) = scan.sense(at + 1 + groups)
        && group.digits == 3
    {
        let here = scan.pieces[at + 1 + groups];
        let before = scan.pieces[at + groups];
        let between = scan.text.get(before.span.end..here.span.start).unwrap_or("");
        if before.token + 1 != here.token || here.span != scan.tokens[here.token].span {
            break;
        }
        firm |= FIRM_SPACES.contains(&between);
        if between != " " && !FIRM_SPACES.contains(&between) {
            break;
        }
        value = value * 1000.0 + group.value;
        last_is_round = group.value == 0.0;
        groups += 1;
    }
    if groups > 0 && (firm || groups > 1 || last_is_round) {
        chunk.value = value;
        chunk.next = at + 1 + groups;
    }
}

/// "and a half", ونصف المليون, و نیم.
fn add_half(scan: &Scan<'_>, chunk: &mut Chunk) {
    let mut here = chunk.next;
    if scan.sense(here) != Sense::Joiner {
        return;
    }
    here += 1;
    if scan.words.bare_addition {
        if !is_filler(scan, here) {
            return;
        }
        here += 1;
    }
    let Sense::Fraction(part) = scan.sense(here) else { return };
    here += 1;
    if chunk.scale > 1.0
        && matches!(scan.sense(here), Sense::Scale(scale, _) if scale == chunk.scale)
    {
        here += 1;
    }
    chunk.value += part * chunk.scale;
    chunk.next = here;
    chunk.open = false;
}

/// The scale of which a part is meant, and the piece behind it: "of a million" behind "a quarter".
pub(super) fn scale_behind_part(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    let mut here = at;
    if scan.words.bare_addition {
        here += usize::from(scan.key(scan.token(here)) == "of");
        here += usize::from(is_filler(scan, here));
    }
    match scan.sense(here) {
        Sense::Scale(scale, Count::One) => Some((scale, here + 1)),
        _ => None,
    }
}

/// The English "a" between a part and its scale.
fn is_filler(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.key(scan.token(at)), "a" | "an")
}

fn multiply(scan: &Scan<'_>, chunk: &mut Chunk) {
    let token = scan.token(chunk.next - 1);
    if chunk.digits && scan.is_attached(token) && scan.token(chunk.next) == token + 1 {
        let suffix = scan.key(token + 1);
        let first = scan.token(chunk.next - 1);
        let money = scan.tokens.get(first.wrapping_sub(1)).is_some_and(|before| {
            before.kind == TokenKind::Mark && matches!(before.key.as_str(), "$" | "€" | "£" | "¥")
        });
        let words = scan.words;
        let scale = words
            .suffix_scales
            .get(suffix)
            .or_else(|| money.then(|| words.money_scales.get(suffix)).flatten());
        if let Some(scale) = scale {
            chunk.value *= scale;
            chunk.scale = *scale;
            chunk.next += 1;
        }
    }
    loop {
        let mut here = chunk.next;
        if chunk.scale == 1.0 {
            here = behind_hyphen(scan, here);
        }
        let Sense::Scale(scale, count) = scan.sense(here) else { break };
        if count == Count::Two || chunk.value == 0.0 {
            break;
        }
        // هزار میلیارد multiplies on, "million thousand" is no number.
        if chunk.scale > scale {
            break;
        }
        chunk.value *= scale;
        chunk.scale = scale;
        chunk.next = here + 1;
        add_half(scan, chunk);
    }
}

/// Behind the hyphen of "30-million".
fn behind_hyphen(scan: &Scan<'_>, at: usize) -> usize {
    let (here, joined) = behind_joiner(scan, at);
    if joined { at } else { here }
}

/// Adds what follows by "and", each part smaller than the scale before it.
pub(super) fn extend(scan: &Scan<'_>, first: Chunk) -> (Chunk, f64) {
    let mut all = first;
    let mut value = first.value;
    while all.scale > 1.0 && all.open && !all.ordinal {
        let (here, joined) = behind_joiner(scan, all.next);
        if !joined && !scan.words.bare_addition {
            break;
        }
        let Some(part) = chunk(scan, here) else { break };
        // "5 million and 300 people": in languages that add without "and", it lists.
        let lists = scan.words.bare_addition && part.digits && part.scale == 1.0;
        if lists || part.value >= all.scale || part.scale >= all.scale || part.value == 0.0 {
            break;
        }
        if matches!(scan.sense(here), Sense::Decade(_)) {
            break;
        }
        value += part.value;
        all = Chunk { value, digits: all.digits || part.digits, bare: false, ..part };
    }
    (all, value)
}
