//! Expressions of several words that the dictionary holds, found in running text.

use rustc_hash::FxHashMap;

use super::{Builder, Class, Feature, Interner, ItemType, Part, Parts};
use crate::concept::lexicon::{Expression, Sense};
use crate::lang::Lang;
use crate::segment::{Token, TokenKind};

/// Dictionary forms of one word that are tried.
const FORMS: usize = 8;
/// What the words of an expression still say of their own: it may be no fixed one here.
const PART_OF_EXPRESSION: f32 = 0.7;

/// Finds expressions in texts of one language.
pub(crate) struct Expressions {
    lang: Lang,
    parts: Parts,
    /// What each word that was met can begin; most begin nothing.
    begun: FxHashMap<String, Vec<Expression>>,
    /// The dictionary forms of words that stood behind one that can begin something.
    forms: FxHashMap<String, Vec<String>>,
}

impl Expressions {
    /// For texts in `lang`.
    pub(crate) fn new(lang: Lang, parts: Parts) -> Self {
        Self { lang, parts, begun: FxHashMap::default(), forms: FxHashMap::default() }
    }

    /// Gives back the room that what was met takes: of a text that is cut little is looked up again.
    pub(crate) fn forget(&mut self) {
        self.begun = FxHashMap::default();
        self.forms = FxHashMap::default();
    }

    /// The senses of the longest expression that the tokens begin with, and how many of them it
    /// takes.
    pub(crate) fn longest(&mut self, tokens: &[Token]) -> Option<(Vec<Sense>, usize)> {
        let (first, rest) = tokens.split_first().filter(|_| self.parts.has(Part::Lexicon))?;
        let Self { lang, parts, begun, forms: known } = self;
        let (lang, parts) = (*lang, *parts);
        if !begun.contains_key(&first.key) {
            let forms = forms(lang, parts, &first.key);
            let all = forms.iter().filter_map(|form| Expression::begin(lang, form)).collect();
            begun.insert(first.key.clone(), all);
        }
        let mut open = begun.get(&first.key).filter(|begun| !begun.is_empty())?.clone();
        let mut longest = None;
        for (index, token) in rest.iter().enumerate() {
            if open.is_empty() || token.kind != TokenKind::Word {
                break;
            }
            if !known.contains_key(&token.key) {
                known.insert(token.key.clone(), forms(lang, parts, &token.key));
            }
            let Some(forms) = known.get(&token.key) else { break };
            let mut senses: Vec<Sense> = Vec::new();
            let mut longer = Vec::new();
            for expression in open {
                for form in forms {
                    let (found, further) = expression.then(form);
                    for sense in found {
                        if senses.iter().all(|known| known.id != sense.id) {
                            senses.push(sense);
                        }
                    }
                    longer.extend(further);
                }
            }
            if !senses.is_empty() {
                longest = Some((senses, index + 2));
            }
            open = longer;
        }
        longest
    }
}

/// The dictionary forms of a word, itself first.
fn forms(lang: Lang, parts: Parts, key: &str) -> Vec<String> {
    let mut forms = Vec::new();
    match lang.module().filter(|_| parts.has(Part::Morphology)) {
        Some(module) => module.lemmas(key, &mut forms),
        None => forms.push(key.to_owned()),
    }
    forms.truncate(FORMS);
    forms
}

impl Builder<'_> {
    /// The expression that the tokens begin with, as one item; returns where it ends.
    pub(super) fn push_expression(
        &mut self,
        interner: &mut Interner,
        tokens: &[Token],
        text: &str,
    ) -> Option<usize> {
        let (senses, length) = self.expressions.longest(tokens)?;
        let tokens = &tokens[..length];
        let span = tokens[0].span.join(tokens[length - 1].span);
        let words: Vec<&str> = tokens.iter().map(|token| token.key.as_str()).collect();
        let label = words.join(" ");
        self.push(span, &format!("\u{3}{label}"), |this| {
            Some(this.expression_type(interner, &senses, tokens, text, &label))
        });
        Some(span.end)
    }

    fn expression_type(
        &mut self,
        interner: &mut Interner,
        senses: &[Sense],
        tokens: &[Token],
        text: &str,
        label: &str,
    ) -> ItemType {
        let mut parts: Vec<ItemType> = tokens
            .iter()
            .filter_map(|token| self.word_type(interner, &token.key, token.span.of(text)))
            .collect();
        let chance = parts.iter().filter_map(|part| part.chance).min_by(f64::total_cmp);
        let grammar = parts.iter().all(|part| part.class == Class::Grammar);
        if !grammar {
            // The light verb of «اعلام کرد» is no word of its own here.
            parts.retain(|part| part.class != Class::Grammar);
        }
        let mut features: Vec<(Feature, f32)> =
            senses.iter().map(|sense| (Feature::Sense(sense.id), sense.weight)).collect();
        for (feature, quality) in parts.into_iter().flat_map(|part| part.features) {
            if features.iter().all(|(known, _)| *known != feature) {
                features.push((feature, quality * PART_OF_EXPRESSION));
            }
        }
        let class = if grammar { Class::Grammar } else { Class::Word };
        ItemType { chance, ..ItemType::new(class, features, format!("word:{label}")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word::tokenize;
    use crate::span::Span;

    fn length(lang: Lang, text: &str) -> Option<usize> {
        let tokens = tokenize(text, Span::new(0, text.len()));
        Expressions::new(lang, Parts::default()).longest(&tokens).map(|(_, length)| length)
    }

    #[test]
    fn the_longest_counts() {
        assert_eq!(length(Lang::Persian, "نخست وزیر عراق"), Some(2));
        assert_eq!(length(Lang::Persian, "دانش آموزان مدرسه"), Some(2), "inflected");
        assert_eq!(length(Lang::Persian, "اعلام می\u{200c}کند"), Some(2));
        assert_eq!(length(Lang::Persian, "از دست داده است"), Some(3));
        assert_eq!(length(Lang::Persian, "از، دست داده است"), None, "a mark between");
        assert_eq!(length(Lang::Persian, "وزیر"), None);
        assert_eq!(length(Lang::Unknown, "نخست وزیر"), None);
    }
}
