//! What a text is made of when two languages are compared: its sentences, the items in them, and
//! what items can be.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::align::sign::Sign;
use crate::concept::Unit as Measure;
use crate::span::Span;

/// A sentence of so many items is short.
const FEW_ITEMS: usize = 64;

/// The content sentences of one side and their items.
#[derive(Debug, Default)]
pub(crate) struct Inventory {
    /// Content sentences in order; furniture and attributions are left out.
    pub(crate) sentences: Vec<Unit>,
    /// Items of all sentences, in the order of the text.
    pub(crate) items: Vec<Item>,
    /// What items can be: one entry for each distinct concept or word.
    pub(crate) types: Vec<ItemType>,
}

impl Inventory {
    /// The distinct types of a sentence, each with its first item.
    pub(crate) fn distinct(&self, sentence: usize) -> Vec<(u32, usize)> {
        let items = self.sentences[sentence].items.clone();
        let mut seen = FxHashSet::default();
        // Among few a look at each is quicker.
        let is_short = items.len() <= FEW_ITEMS;
        let mut is_new = |item: usize| {
            let kind = self.items[item].kind;
            if is_short {
                self.items[items.start..item].iter().all(|other| other.kind != kind)
            } else {
                seen.insert(kind)
            }
        };
        items
            .clone()
            .filter(|&item| is_new(item))
            .map(|item| (self.items[item].kind, item))
            .collect()
    }
}

/// A content sentence.
#[derive(Debug)]
pub(crate) struct Unit {
    /// Where it stands.
    pub(crate) span: Span,
    /// Index into `Segments::sentences`.
    pub(crate) sentence: usize,
    /// Index into `Segments::paragraphs`.
    pub(crate) paragraph: usize,
    /// Whether it is the first of its paragraph.
    pub(crate) opens_paragraph: bool,
    /// Length in characters.
    pub(crate) chars: f64,
    /// Number of words and figures.
    pub(crate) words: usize,
    /// Its items, as a range of `Inventory::items`.
    pub(crate) items: Range<usize>,
}

/// One occurrence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is: index into `Inventory::types`.
    pub(crate) kind: u32,
}

/// A distinct concept or word of one side.
#[derive(Debug)]
pub(crate) struct ItemType {
    /// How surely it is expected on the other side.
    pub(crate) class: Class,
    /// Features by which it can meet a type of the other side, with quality from 0 to 1.
    pub(crate) features: Vec<(Feature, f32)>,
    /// The unit of a quantity: in one unit two values that are near each other are not one.
    pub(crate) unit: Option<Measure>,
    /// Folded letters, where it may be matched by sound: the whole, and for a name that no list has
    /// its words, which the other text may have on their own.
    pub(crate) sounds: Vec<String>,
    /// Share of other texts' sentences that have it by chance; none where that is not known.
    pub(crate) chance: Option<f64>,
    /// Whether the data knows what it is, so that it can differ from another known thing.
    pub(crate) known: bool,
    /// Whether the text alone makes a name of it: it says nothing of what both texts are about.
    pub(crate) derived: bool,
    /// What to call it in evidence.
    pub(crate) label: String,
}

impl ItemType {
    /// One that is known by its features alone.
    pub(super) fn new(class: Class, features: Vec<(Feature, f32)>, label: String) -> Self {
        Self {
            class,
            features,
            unit: None,
            sounds: Vec::new(),
            chance: None,
            known: false,
            derived: false,
            label,
        }
    }
}

/// What sort of item it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    /// A name that the data knows, or one left in Latin letters.
    Name,
    /// A figure from ten on, a decimal or a percentage.
    Figure,
    /// A small whole number: often written otherwise in the other language.
    SmallFigure,
    /// A date.
    Date,
    /// A word that the dictionary holds.
    Word,
    /// A word of grammar that the dictionary holds.
    Grammar,
    /// A word that no list holds: a rare form, or a name.
    Unlisted,
    /// What a sentence is apart from its words.
    Sign,
}

impl Class {
    /// How much a match of this class says, in natural units.
    pub(crate) const fn weight(self) -> f64 {
        match self {
            Self::Name | Self::Figure | Self::Date => 3.0,
            Self::Unlisted => 2.0,
            Self::Word => 1.5,
            Self::SmallFigure => 1.0,
            Self::Sign => 0.0,
            Self::Grammar => 0.0,
        }
    }
}

/// A key that two types share when they may mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Feature {
    /// A concept of the two texts (interned).
    Concept(u32),
    /// A dictionary sense.
    Sense(u32),
    /// A quantity in the base unit of its dimension (interned): meets other units only.
    Quantity(u32),
    /// A stem (interned): cognates of a shared script, words of one language.
    Stem(u32),
    /// A property of the sentence.
    Sign(Sign),
}
