//! Outlets that a translation names as its source.

use super::{Context, Finding, FindingKind, severity};
use crate::concept::{Lookup, lookup};
use crate::document::Document;
use crate::fold::key;
use crate::lang::Lang;
use crate::segment::{AsideKind, Segments};
use crate::skeleton;
use crate::span::{Pair, Side, Span};

/// How sure it is that two names of which no spelling agrees are two outlets.
const LIKELY: f64 = 0.85;
/// Letters of a name that may be an acronym of another one.
const ACRONYM: usize = 4;

/// An outlet that an attribution names.
pub(crate) struct Claim<'a> {
    pub(crate) outlet: &'a str,
    /// Where it is named.
    pub(crate) span: Span,
}

/// The outlets named in attributions, each once, without the text's own.
pub(crate) fn claims<'a>(document: &'a Document, segments: &Segments) -> Vec<Claim<'a>> {
    let own = document.meta.outlet.as_deref().map(loosely);
    let mut claims: Vec<Claim<'a>> = Vec::new();
    for aside in segments.asides.iter().filter(|aside| aside.kind == AsideKind::Attribution) {
        for &span in &aside.outlets {
            let outlet = span.of(&document.text).trim();
            let name = loosely(outlet);
            let known = own.as_ref() == Some(&name)
                || claims.iter().any(|claim| loosely(claim.outlet) == name);
            if !known && !name.is_empty() {
                claims.push(Claim { outlet, span });
            }
        }
    }
    claims
}

/// Whether two names are one, spelt differently perhaps. That they are not is not said: an outlet
/// has other names, and names in other scripts.
pub(crate) fn agrees(one: &str, other: &str) -> bool {
    loosely(one) == loosely(other)
}

/// A name as any of its spellings: letters folded, without the article and without what stands
/// between words.
fn loosely(name: &str) -> String {
    words(name).concat()
}

/// The folded words of a name, without the article.
fn words(name: &str) -> Vec<String> {
    let folded = key(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let bare = |word: &str| {
        let rest = word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2);
        rest.unwrap_or(word).to_owned()
    };
    words.map(bare).collect()
}

/// Finds that none of the outlets that the translation names is that of the source.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Pair { source, translation } = context.documents;
    let Some(outlet) = source.meta.outlet.as_deref() else { return };
    let mut claims = claims(translation, &context.segments.translation);
    // "Our correspondent at …" names the text's own outlet at length.
    if let Some(own) = &translation.meta.outlet {
        claims.retain(|claim| !may_be_one(claim.outlet, own));
    }
    let Some(claim) = claims.first() else { return };
    // A source that names the outlet itself passes on what it says.
    let passed_on = |claim: &Claim<'_>| {
        let name = words(claim.outlet).join(" ");
        let text = words(&source.text).join(" ");
        format!(" {text} ").contains(&format!(" {name} "))
    };
    if claims.iter().any(|claim| may_be_one(claim.outlet, outlet) || passed_on(claim)) {
        return;
    }
    let message = format!(
        "The translation names {} as its source; the source comes from {outlet}.",
        claim.outlet
    );
    findings.push(Finding::new(
        FindingKind::AttributionChanged,
        severity::OTHER_OUTLET,
        Pair::only(Side::Translation, claim.span),
        Pair::new(Some(outlet.to_owned()), Some(claim.outlet.to_owned())),
        message,
        LIKELY,
    ));
}

/// Whether two names may be those of one outlet, in whatever script or language; one may be made
/// of the initials of the other.
pub(super) fn may_be_one(one: &str, other: &str) -> bool {
    let initials = |name: &str| loosely(name).chars().count() <= ACRONYM;
    let is_known = |name: &str| !lookup(name, None).entities.is_empty();
    same_name(one, other)
        || ((initials(one) || initials(other)) && !(is_known(one) && is_known(other)))
}

/// Whether two names are one by their letters, sound, meaning, or by what the tables know.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let (a, b) = (words(one), words(other));
    let within = |few: &[String], many: &[String]| few.iter().all(|word| many.contains(word));
    if within(&a, &b) || within(&b, &a) {
        return true;
    }
    // «نیویورک‌تایمز», "New York Times": the spaces come and go.
    let (joined, other_joined) = (a.concat(), b.concat());
    joined.contains(&other_joined)
        || other_joined.contains(&joined)
        || skeleton::same_name(&a.join(" "), &b.join(" "))
        || skeleton::same_name(&joined, &other_joined)
        || share_entity(&Pair::new(lookup(one, None), lookup(other, None)))
        || share_words(&a, &b)
}

/// Whether the tables know one thing of both names.
fn share_entity(known: &Pair<Lookup>) -> bool {
    let theirs = &known.translation.entities;
    let mut mine = known.source.entities.iter();
    mine.any(|entity| theirs.iter().any(|other| other.concept == entity.concept))
}

/// Whether each word of the shorter name has a counterpart in the other by sound or sense.
fn share_words(one: &[String], other: &[String]) -> bool {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    few.iter().all(|word| many.iter().any(|other| same_word(word, other)))
}

fn same_word(one: &str, other: &str) -> bool {
    let senses = |word: &str| -> Vec<u32> {
        let forms = Lang::known().flat_map(|language| {
            let mut forms =
                vec![word.to_owned(), format!("{}{word}", key(language.names().article))];
            language.lemmas(word, &mut forms);
            forms.into_iter().map(move |form| (language.lang(), form))
        });
        let senses = forms.flat_map(|(lang, form)| crate::concept::lexicon::senses(lang, &form));
        senses.map(|sense| sense.id).collect()
    };
    skeleton::same_name(one, other) || {
        let theirs = senses(other);
        senses(one).iter().any(|sense| theirs.contains(sense))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        for (a, b) in
            [("الأخبار", "الاخبار"), ("خبرگزاری\u{200c} مهر", "خبرگزاري مهر"), ("«رویترز»", "رويترز")]
        {
            assert_eq!(loosely(a), loosely(b));
        }
        assert_ne!(loosely("الأخبار"), loosely("الأنباء"));
    }

    #[test]
    fn names_in_other_scripts_and_languages_are_one() {
        for (one, other) in [
            ("الأخبار", "روزنامه الاخبار لبنان"),
            ("Al-Akhbar", "الاخبار"),
            ("New York Times", "نیویورک‌تایمز"),
            ("Middle East Eye", "میدل ایست آی"),
            ("رويترز", "خبرگزاری رویترز"),
            ("BBC", "بی‌بی‌سی"),
            ("الشرق الأوسط", "Asharq Al-Awsat"),
            ("روسيا اليوم", "روسیه امروز"),
            ("الغارديان", "گاردین"),
        ] {
            assert!(may_be_one(one, other), "{one}, {other}");
            assert!(may_be_one(other, one), "{other}, {one}");
        }
    }

    #[test]
    fn other_outlets_are_not() {
        for (one, other) in [
            ("الأخبار", "المیادین"),
            ("الجزيرة", "النهار"),
            ("رويترز", "الغارديان"),
            ("The Guardian", "لوموند"),
        ] {
            assert!(!may_be_one(one, other), "{one}, {other}");
            assert!(!may_be_one(other, one), "{other}, {one}");
        }
    }
}
