//! Outlets that a translation names as its source.

use super::{Context, Finding, FindingKind, severity};
use crate::concept::{ConceptKind, lookup};
use crate::document::Document;
use crate::fold::key;
use crate::lang::Lang;
use crate::segment::word::tokenize;
use crate::segment::{AsideKind, Segments, TokenKind, outlet_word};
use crate::skeleton;
use crate::span::{Pair, Side, Span};

/// How sure it is that two names of which no spelling agrees are two outlets.
const LIKELY: f64 = 0.85;
/// Letters of a name that may be an acronym of another one.
const ACRONYM: usize = 4;
/// Words of a name that are looked up.
const MOST: usize = 10;
/// The table of what belongs to a country.
const DEMONYMS: &str = "data/entities/demonyms.tsv";

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
    let is_known = |name: &str| !bodies(name).is_empty();
    same_name(one, other)
        || ((initials(one) || initials(other)) && !(is_known(one) && is_known(other)))
}

/// Whether two names are one by their letters, sound, meaning, or by what the tables know.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    let (mine, theirs) = (bodies(one), bodies(other));
    if mine.iter().any(|body| theirs.contains(body)) {
        return true;
    }
    let known = !mine.is_empty() && !theirs.is_empty();
    // Without "the French newspaper" little of a name is left, which says nothing against the tables.
    same_words(&words(one), &words(other)) || (!known && same_words(&core(one), &core(other)))
}

/// Whether the words of two names are the same by letters, sound or sense.
fn same_words(a: &[String], b: &[String]) -> bool {
    let within = |few: &[String], many: &[String]| few.iter().all(|word| many.contains(word));
    if within(a, b) || within(b, a) {
        return true;
    }
    // «نیویورک‌تایمز», "New York Times": the spaces come and go.
    let (joined, other_joined) = (a.concat(), b.concat());
    joined.contains(&other_joined)
        || other_joined.contains(&joined)
        || skeleton::same_name(&a.join(" "), &b.join(" "))
        || skeleton::same_name(&joined, &other_joined)
        || share_words(a, b)
}

/// The organisations that the tables know by a name, or by what is left of it without the words
/// around: "the French newspaper Le Monde". The longest stretches count, and not what is in them.
pub(super) fn bodies(name: &str) -> Vec<String> {
    let tokens = tokenize(name, Span::new(0, name.len()));
    let words: Vec<Span> =
        tokens.iter().filter(|t| t.kind != TokenKind::Mark).map(|t| t.span).collect();
    let words = &words[..words.len().min(MOST)];
    let mut found = Vec::new();
    let mut taken = vec![false; words.len()];
    for length in (1..=words.len()).rev() {
        for from in 0..=words.len() - length {
            let stretch = from..from + length;
            if taken[stretch.clone()].iter().all(|taken| *taken) {
                continue;
            }
            let known = listed(words[from].join(words[stretch.end - 1]).of(name));
            if !known.is_empty() {
                taken[stretch].fill(true);
                found.extend(known);
            }
        }
    }
    found
}

/// The organisations that the tables know by just this name, with its article or without.
fn listed(name: &str) -> Vec<String> {
    let mut entities = lookup(name, None).entities;
    if entities.is_empty() && name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        entities = lookup(&format!("the {name}"), None).entities;
    }
    let bodies = entities.into_iter().filter(|e| e.kind == ConceptKind::Organisation);
    bodies.map(|entity| entity.concept).collect()
}

/// The folded words of a name without those that say what and whose the outlet is; all where there
/// are no others.
fn core(name: &str) -> Vec<String> {
    let tokens = tokenize(name, Span::new(0, name.len()));
    let keys: Vec<&str> = tokens
        .iter()
        .filter(|t| t.kind != TokenKind::Mark && t.key != "the")
        .map(|t| t.key.as_str())
        .collect();
    let mut core = Vec::new();
    let mut at = 0;
    while at < keys.len() {
        let sort = outlet_word(&keys[at..]);
        if sort == 0 && !is_of_a_country(keys[at]) {
            core.extend(words(keys[at]));
        }
        at += sort.max(1);
    }
    if core.is_empty() { words(name) } else { core }
}

/// Whether a word says of what country something is: the country or the adjective of it.
fn is_of_a_country(word: &str) -> bool {
    let known = lookup(word, None).entities;
    known.iter().any(|entity| entity.rows.iter().any(|row| row.file == DEMONYMS))
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
