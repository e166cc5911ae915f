//! What a sentence is made of when two languages are compared: one item a name, figure or content
//! word, with the features by which it can meet an item of the other side.

mod expression;
mod inventory;

use std::iter::Peekable;

use rustc_hash::FxHashMap;

use self::expression::Expressions;
pub(crate) use self::inventory::{Class, Feature, Inventory, Item, ItemType, Unit};
use super::near::{is_dual, moment_keys, quantity_keys};
use super::part::{Part, Parts};
use super::sign::{Sign, signs};
use crate::concept::lexicon::{self, Sense};
use crate::concept::{ConceptKind, FoundBy, Mention, UserWords, Value};
use crate::fold;
use crate::lang::{Lang, is_stop_word};
use crate::segment::{Segments, Token, TokenKind};
use crate::span::Span;

/// Dictionary forms of one word that are tried; the likeliest come first.
const LEMMA_LIMIT: usize = 12;
/// Each further guess at the dictionary form counts this much of the one before it.
const LEMMA_DISCOUNT: f32 = 0.97;
/// Frequency of a word that the lists leave out.
const RARE: f64 = 1e-6;
/// Words of a sentence times forms of a word.
const SENTENCE_FORMS: f64 = 60.0;
/// No word is rarer than this by chance, for the dictionary is not always right, and none more
/// frequent than this.
const LEAST_CHANCE: f64 = 0.03;
const MOST_CHANCE: f64 = 0.3;
/// Share of sentences of news that name a weekday or say "yesterday", for one such word.
const WEEKDAY: f64 = 0.03;
/// Shortest stem, in letters, by which two words of one script can be cognates.
const SHORTEST_COGNATE: usize = 3;
/// Shortest word of a name, in letters, that is compared by its own sound.
const SHORTEST_PART: usize = 4;
/// Words of an expression, at the most.
const MOST_WORDS: usize = 16;

/// Numbers for strings, shared by the two sides.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    ids: FxHashMap<String, u32>,
}

impl Interner {
    fn id(&mut self, text: &str) -> u32 {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.insert(text.to_owned(), id);
        id
    }
}

/// Makes an [`Inventory`], and makes it anew where sentences were cut since.
pub(crate) struct Builder<'a> {
    lang: Lang,
    words: &'a UserWords,
    parts: Parts,
    by_key: FxHashMap<String, Option<u32>>,
    inventory: Inventory,
    forms: Vec<String>,
    expressions: Expressions,
}

impl<'a> Builder<'a> {
    /// A builder for a text in `lang`.
    pub(crate) fn new(lang: Lang, words: &'a UserWords, parts: Parts) -> Self {
        Self {
            lang,
            words,
            parts,
            by_key: FxHashMap::default(),
            inventory: Inventory::default(),
            forms: Vec::new(),
            expressions: Expressions::new(lang, parts),
        }
    }

    /// The items of one document; both sides need one interner. `before` is what this builder made
    /// of the same text when fewer sentences were cut, or nothing: the others are as they were.
    pub(crate) fn inventory<'m>(
        &mut self,
        interner: &mut Interner,
        text: &str,
        segments: &Segments,
        mentions: impl Iterator<Item = &'m Mention>,
        before: Inventory,
    ) -> Inventory {
        let Inventory { sentences: units, items, types } = before;
        self.inventory = Inventory { types, ..Inventory::default() };
        let mut units = units.iter().peekable();
        let mut mentions = mentions.peekable();
        for paragraph in segments.paragraphs.iter().filter(|p| p.role.is_content()) {
            for index in paragraph.sentences.clone() {
                let sentence = &segments.sentences[index];
                let tokens = &segments.tokens[sentence.tokens.clone()];
                let first = self.inventory.items.len();
                // A name that a cut runs through is no name on either side of it.
                while mentions.next_if(|m| m.span.start < sentence.span.start).is_some() {}
                while units.next_if(|unit| unit.span.start < sentence.span.start).is_some() {}
                match units.peek().filter(|unit| unit.span == sentence.span) {
                    Some(unit) => self.inventory.items.extend(&items[unit.items.clone()]),
                    None => self.push_items(interner, text, sentence.span, tokens, &mut mentions),
                }
                self.inventory.sentences.push(Unit {
                    span: sentence.span,
                    sentence: index,
                    paragraph: sentence.paragraph,
                    opens_paragraph: index == paragraph.sentences.start,
                    chars: sentence.span.of(text).chars().count() as f64,
                    words: tokens.iter().filter(|token| token.kind != TokenKind::Mark).count(),
                    items: first..self.inventory.items.len(),
                });
            }
        }
        self.expressions.forget();
        self.renumber();
        std::mem::take(&mut self.inventory)
    }

    /// Numbers the types in the order of the text and drops those that no item is of any more: an
    /// inventory that was made anew in part is the one that would be made at once.
    fn renumber(&mut self) {
        let Inventory { items, types, .. } = &mut self.inventory;
        let mut numbers = vec![u32::MAX; types.len()];
        let mut order: Vec<u32> = Vec::new();
        for item in items {
            let number = &mut numbers[item.kind as usize];
            if *number == u32::MAX {
                *number = order.len() as u32;
                order.push(item.kind);
            }
            item.kind = *number;
        }
        let mut old: Vec<Option<ItemType>> = std::mem::take(types).into_iter().map(Some).collect();
        types.extend(order.into_iter().filter_map(|kind| old[kind as usize].take()));
        self.by_key.retain(|_, kind| match kind {
            Some(kind) => {
                *kind = numbers[*kind as usize];
                *kind != u32::MAX
            }
            None => true,
        });
    }

    /// Adds the items of a sentence, in the order of the text. `mentions` are those that begin in
    /// it or behind it.
    fn push_items<'m>(
        &mut self,
        interner: &mut Interner,
        text: &str,
        sentence: Span,
        tokens: &[Token],
        mentions: &mut Peekable<impl Iterator<Item = &'m Mention>>,
    ) {
        let first = self.inventory.items.len();
        let mut covered_to = sentence.start;
        for (at, token) in tokens.iter().enumerate() {
            while mentions.next_if(|m| m.span.end <= token.span.start).is_some() {}
            if token.span.start < covered_to {
                continue;
            }
            if let Some(mention) =
                mentions.peek().filter(|m| m.span.overlaps(token.span) && sentence.contains(m.span))
            {
                self.push_mention(interner, text, mention);
                covered_to = mention.span.end;
                // A dual is a number and the word that it counts.
                if mention.span == token.span && is_dual(mention) {
                    self.push_word(interner, token.span, &token.key, text);
                }
            } else if let Some((senses, end)) = self.words.term_at(self.lang, tokens, at) {
                let span = token.span.join(tokens[end - 1].span);
                self.push_term(span, &tokens[at..end], &senses);
                covered_to = span.end;
            } else if token.kind == TokenKind::Word {
                let next = mentions.peek().map_or(text.len(), |m| m.span.start);
                let near = tokens[at..].iter().take(MOST_WORDS);
                let free = near.take_while(|t| t.span.end <= next).count();
                match self.push_expression(interner, &tokens[at..at + free], text) {
                    Some(end) => covered_to = end,
                    None => self.push_word(interner, token.span, &token.key, text),
                }
            }
        }
        for (sign, span) in signs(tokens, self.lang) {
            self.push_sign(sign, span);
        }
        self.inventory.items[first..].sort_by_key(|item| item.span.start);
    }

    /// A term of the user, several words that are one.
    fn push_term(&mut self, span: Span, tokens: &[Token], senses: &[Sense]) {
        let words: Vec<&str> = tokens.iter().map(|token| token.key.as_str()).collect();
        let label = words.join(" ");
        self.push(span, &format!("\u{2}{label}"), |_| {
            let features = senses.iter().map(|s| (Feature::Sense(s.id), s.weight)).collect();
            Some(ItemType::new(Class::Word, features, format!("word:{label}")))
        });
    }

    fn push_mention(&mut self, interner: &mut Interner, text: &str, mention: &Mention) {
        let mut key = format!("\u{1}{}", mention.concept);
        if mention.is_derived() {
            // The other text may spell a part of a name otherwise than the whole.
            key.push('\u{1}');
            key.push_str(mention.span.of(text));
        }
        self.push(mention.span, &key, |this| Some(this.mention_type(interner, text, mention)));
    }

    fn mention_type(&self, interner: &mut Interner, text: &str, mention: &Mention) -> ItemType {
        let class = match (mention.kind, mention.value) {
            // Weekdays come and go with the day on which a text appears, as words do.
            (ConceptKind::Date, Some(value)) if value.is_weak() => Class::Word,
            (ConceptKind::Date, _) => Class::Date,
            (_, Some(Value::Number { value, percent, .. }))
                if value.abs() < 10.0 && value.fract() == 0.0 && !percent =>
            {
                Class::SmallFigure
            }
            (ConceptKind::Number, _) => Class::Figure,
            _ => Class::Name,
        };
        let concept = Feature::Concept(interner.id(&mention.concept));
        let mut features = vec![(concept, 1.0)];
        let mut sounds = Vec::new();
        if mention.kind.is_name() {
            let words = || mention.span.of(text).split_whitespace().map(fold::key);
            features.push((Feature::Stem(interner.id(&words().collect::<String>())), 0.9));
            sounds.push(fold::key(mention.span.of(text)));
            if mention.found_by == FoundBy::Latin && words().nth(1).is_some() {
                sounds.extend(words().filter(|word| word.chars().count() >= SHORTEST_PART));
            }
        }
        let known = mention.is_listed();
        let mut unit = None;
        match mention.value {
            Some(Value::Number { quantity: Some(quantity), .. }) => {
                unit = Some(quantity.unit);
                for (key, quality) in quantity_keys(quantity) {
                    features.push((Feature::Quantity(interner.id(&key)), quality));
                }
            }
            Some(value) => {
                for (key, quality) in moment_keys(value) {
                    features.push((Feature::Concept(interner.id(&key)), quality));
                }
            }
            None => {}
        }
        let chance = (class == Class::Word).then_some(WEEKDAY);
        let derived = mention.is_derived();
        let kind = ItemType::new(class, features, mention.concept.clone());
        ItemType { unit, sounds, chance, known, derived, ..kind }
    }

    fn push_sign(&mut self, sign: Sign, span: Span) {
        let label = format!("sign:{sign:?}").to_lowercase();
        self.push(span, &format!("\u{3}{label}"), |_| {
            Some(ItemType::new(Class::Sign, vec![(Feature::Sign(sign), 1.0)], label))
        });
    }

    fn push_word(&mut self, interner: &mut Interner, span: Span, key: &str, text: &str) {
        self.push(span, key, |this| this.word_type(interner, key, span.of(text)));
    }

    /// The type of a word; none for words of grammar that no list holds, and for single letters.
    fn word_type(&mut self, interner: &mut Interner, key: &str, written: &str) -> Option<ItemType> {
        let own = !self.words.glossary(self.lang, key).is_empty();
        if !own && key.chars().nth(1).is_none() {
            return None;
        }
        self.forms.clear();
        let module = self.lang.module().filter(|_| self.parts.has(Part::Morphology));
        match module {
            Some(module) => module.lemmas(key, &mut self.forms),
            None => self.forms.push(key.to_owned()),
        }
        // A stop word with a particle before it is one too, whatever else its letters can be.
        let is_stop = |form: &String| {
            form.len() + 2 == key.len() && key.ends_with(form) && is_stop_word(self.lang, form)
        };
        let behind_particle = !own && self.forms.iter().any(is_stop);
        let mut features: Vec<(Feature, f32)> = Vec::new();
        let mut discount = 1.0;
        let mut false_friend = false;
        let own: Vec<(Feature, f32)> = (self.forms.iter().take(LEMMA_LIMIT))
            .map(|form| self.words.glossary(self.lang, form))
            .find(|senses| !senses.is_empty())
            .map(|senses| senses.iter().map(|s| (Feature::Sense(s.id), s.weight)).collect())
            .unwrap_or_default();
        // What a glossary says of a word is all that it means.
        let looked_up =
            if own.is_empty() && self.parts.has(Part::Lexicon) { LEMMA_LIMIT } else { 0 };
        features.extend(own);
        false_friend |=
            looked_up == 0 && self.forms.iter().any(|form| lexicon::is_false_friend(form));
        for form in self.forms.iter().take(looked_up) {
            let before = features.len();
            for sense in lexicon::senses(self.lang, form) {
                if !features.iter().any(|&(f, _)| f == Feature::Sense(sense.id)) {
                    features.push((Feature::Sense(sense.id), sense.weight * discount));
                }
            }
            false_friend |= lexicon::is_false_friend(form);
            if features.len() > before {
                discount *= LEMMA_DISCOUNT;
            }
        }
        let stem = match module {
            Some(module) => module.stem(key),
            None => key.to_owned(),
        };
        let learned = self.words.learned(self.lang, &stem).iter();
        // What the dictionary knows it knows better than a memory of some thousand entries.
        if features.is_empty() {
            features.extend(learned.map(|sense| (Feature::Sense(sense.id), sense.weight)));
        }
        let listed = !features.is_empty();
        if !false_friend && stem.chars().count() >= SHORTEST_COGNATE {
            let quality = if stem.chars().count() > SHORTEST_COGNATE { 0.9 } else { 0.6 };
            features.push((Feature::Stem(interner.id(&stem)), quality));
        }
        let name_like = if written.starts_with(|c: char| c.is_ascii_alphabetic()) {
            written.starts_with(char::is_uppercase)
        } else {
            !listed
        };
        let is_sound = name_like && key.chars().count() >= 3;
        let sounds = is_sound.then(|| stem_of_name(key, &stem)).into_iter().collect();
        let grammar =
            behind_particle || self.forms.iter().take(3).any(|form| is_stop_word(self.lang, form));
        if grammar && !listed {
            return None;
        }
        let class = match (listed, grammar) {
            (true, true) => Class::Grammar,
            (true, false) => Class::Word,
            (false, _) => Class::Unlisted,
        };
        let chance = Some(self.chance(key));
        let kind = ItemType::new(class, features, format!("word:{stem}"));
        Some(ItemType { sounds, chance, ..kind })
    }

    /// Share of sentences that hold a word: its frequency times the words of a sentence, and of the
    /// forms that it stands for.
    fn chance(&self, key: &str) -> f64 {
        let frequency = lexicon::frequency(self.lang, key).unwrap_or(RARE);
        (frequency * SENTENCE_FORMS).clamp(LEAST_CHANCE, MOST_CHANCE)
    }

    /// Adds an item of the type with this key; `make` is asked for it once, and where it makes none
    /// the key stands for nothing.
    fn push(&mut self, span: Span, key: &str, make: impl FnOnce(&mut Self) -> Option<ItemType>) {
        let kind = match self.by_key.get(key) {
            Some(&kind) => kind,
            None => {
                let kind = make(self);
                self.insert(key.to_owned(), kind)
            }
        };
        if let Some(kind) = kind {
            self.inventory.items.push(Item { span, kind });
        }
    }

    fn insert(&mut self, key: String, kind: Option<ItemType>) -> Option<u32> {
        let id = kind.map(|kind| {
            self.inventory.types.push(kind);
            u32::try_from(self.inventory.types.len() - 1).unwrap_or(u32::MAX)
        });
        self.by_key.insert(key, id);
        id
    }
}

/// The letters by which an unlisted word is compared as a name: a stem cuts particles off, but must
/// not eat half of a short name.
fn stem_of_name(key: &str, stem: &str) -> String {
    if stem.len() * 3 >= key.len() * 2 { stem.to_owned() } else { key.to_owned() }
}
