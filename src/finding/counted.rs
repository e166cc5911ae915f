//! Small numbers in words by the thing that they count.

use super::Context;
use super::figure::Figure;
use super::surroundings::{LEAST_SENSE, senses};
use crate::align::Link;
use crate::segment::TokenKind;
use crate::span::{Side, Span};

/// Words behind a number in which the thing that it counts is looked for.
const COUNTED: usize = 2;

/// Whether two small numbers count the same thing: «ثلاثة جنود» and «چهار سرباز». Of one there is
/// no count: it is an article too.
pub(super) fn count_one_thing(
    context: &Context<'_>,
    link: &Link,
    mine: &Figure<'_>,
    theirs: &Figure<'_>,
) -> bool {
    let counts = |figure: &Figure<'_>| {
        let plain = !figure.ordinal && !figure.is_label() && !figure.in_date && !figure.is_time;
        plain && figure.value >= 2.0 && figure.value.fract() == 0.0
    };
    if !counts(mine) || !counts(theirs) {
        return false;
    }
    if mine.unit.is_some() && mine.unit == theirs.unit {
        return true;
    }
    let things = |side: Side, figure: &Figure<'_>| -> Vec<(Span, Vec<u32>)> {
        let lang = context.documents[side].lang;
        let behind = context.tokens_behind(side, figure.sentence, figure.span);
        // A dual is the number and the thing.
        let own = context.whole(side, figure.sentence).iter().find(|t| t.span == figure.span);
        let own = own.filter(|_| figure.value == 2.0 && !figure.digits);
        let near = behind.iter().take_while(|t| t.kind == TokenKind::Word).take(COUNTED);
        own.into_iter()
            .chain(near)
            .map(|token| (token.span, senses(context, lang, &token.key, LEAST_SENSE)))
            .collect()
    };
    let (here, there) = (things(Side::Source, mine), things(Side::Translation, theirs));
    here.iter().any(|(span, meant)| {
        there.iter().any(|(other, others)| {
            meant.iter().any(|sense| others.contains(sense))
                || link.evidence.iter().any(|evidence| {
                    evidence.source.overlaps(*span) && evidence.translation.overlaps(*other)
                })
        })
    })
}
