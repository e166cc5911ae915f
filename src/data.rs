//! The tables that `build.rs` compiles from `data/`, as they lie in the program.
//!
//! Nothing is parsed at start-up: a map is a view of its bytes, a list is a range of an array of
//! little-endian 32-bit numbers.

mod rows;

use std::sync::LazyLock;

use fst::Map;
use fst::raw::{CompiledAddr, Fst, Output};

pub(crate) use rows::{NAME_ROWS, Row, SENSE_ROWS};

/// A map from key to a list of numbers.
pub(crate) struct Lists {
    map: Option<Map<&'static [u8]>>,
    flat: &'static [u8],
}

/// Names: `ar:…`, `fa:…`, `en:…` to postings of [`entity`] numbers with flags.
pub(crate) static NAMES: LazyLock<Lists> = LazyLock::new(|| {
    Lists::new(
        include_bytes!(concat!(env!("OUT_DIR"), "/names.fst")),
        include_bytes!(concat!(env!("OUT_DIR"), "/names.bin")),
    )
});

/// Words: `ar:…`, `fa:…`, `en:…` to senses with weights.
pub(crate) static SENSES: LazyLock<Lists> = LazyLock::new(|| {
    Lists::new(
        include_bytes!(concat!(env!("OUT_DIR"), "/senses.fst")),
        include_bytes!(concat!(env!("OUT_DIR"), "/senses.bin")),
    )
});

static FACTS: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(&include_bytes!(concat!(env!("OUT_DIR"), "/facts.fst"))[..]).ok());

static IDS: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(&include_bytes!(concat!(env!("OUT_DIR"), "/ids.fst"))[..]).ok());

static ENTITIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/entities.bin"));
static STRINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/strings.bin"));

/// What a small list says of a word: `title:ar:…`, `cognate:…`, `rank:ar:…`.
pub(crate) fn fact(list: &str, key: &str) -> Option<u64> {
    FACTS.as_ref()?.get(format!("{list}:{key}"))
}

/// The units of measure and the currencies, in the order of their list.
pub(crate) static UNITS: &[UnitRow] = include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// A unit of measure or a currency.
#[derive(Debug)]
pub(crate) struct UnitRow {
    /// English singular.
    pub name: &'static str,
    /// What it measures.
    pub dimension: &'static str,
    /// What it is in the base unit of its dimension.
    pub factor: f64,
    /// What is taken from a value before it is multiplied (Fahrenheit).
    pub offset: f64,
}

/// The names that things are called by, by the stance that they show.
pub(crate) static LABELS: &[LabelRow] = include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// A row of labels.
#[derive(Debug)]
pub(crate) struct LabelRow {
    /// What is named.
    pub concept: &'static str,
    /// The stance that the names show.
    pub stance: &'static str,
    /// The names in the languages of [`LABEL_LANGUAGES`].
    pub forms: [&'static [&'static str]; LABEL_LANGUAGES.len()],
}

/// Tags of the columns of names.
pub(crate) const LABEL_LANGUAGES: [&str; 3] = ["ar", "fa", "en"];

/// The record of an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entity {
    /// Wikidata or other identifier.
    pub id: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// The kind by its number in the table.
    pub kind: u8,
    /// How likely news means it rather than another of the same name, 0 to 9.
    pub weight: u8,
    /// What a place is.
    pub class: Class,
    /// The country that it lies in or belongs to.
    pub within: Option<u32>,
}

/// What a place is, as far as the tables say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Nothing is known.
    Unknown,
    /// A country or a territory that news treats as one.
    Country,
    /// A province, state or district.
    Region,
    /// A town, village or quarter.
    City,
    /// Another place inside a country.
    Area,
    /// No place: a body, party, army or event of a country.
    Body,
}

/// Numbers in a record of an entity; `build/names.rs` writes them.
const RECORD: usize = 5;

/// The number of the entity with an id.
pub(crate) fn entity_number(id: &str) -> Option<u32> {
    u32::try_from(IDS.as_ref()?.get(id)?).ok()
}

/// The entity of a number; none past the end.
pub(crate) fn entity(number: u32) -> Option<Entity> {
    let at = usize::try_from(number).ok()?.checked_mul(RECORD)?;
    let [id, id_len, name, name_len, within] = [
        word(ENTITIES, at)?,
        word(ENTITIES, at + 1)?,
        word(ENTITIES, at + 2)?,
        word(ENTITIES, at + 3)?,
        word(ENTITIES, at + 4)?,
    ];
    let [_, _, kind, weight] = id_len.to_le_bytes();
    let id = string(id, id_len & 0xffff)?;
    let class = match name_len.to_le_bytes()[3] {
        1 => Class::Country,
        2 => Class::Region,
        3 => Class::City,
        4 => Class::Area,
        5 => Class::Body,
        _ => Class::Unknown,
    };
    let name = string(name, name_len & 0x00ff_ffff)?;
    let within = Some(within).filter(|&within| within != u32::MAX);
    Some(Entity { id, name, kind, weight, class, within })
}

fn string(start: u32, len: u32) -> Option<&'static str> {
    let start = usize::try_from(start).ok()?;
    let bytes = STRINGS.get(start..start.checked_add(usize::try_from(len).ok()?)?)?;
    std::str::from_utf8(bytes).ok()
}

fn word(bytes: &[u8], index: usize) -> Option<u32> {
    let at = index.checked_mul(4)?;
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

impl Lists {
    fn new(map: &'static [u8], flat: &'static [u8]) -> Self {
        // The bytes are our own; were they damaged, every look-up would find nothing.
        Self { map: Map::new(map).ok(), flat }
    }

    /// The list of a key.
    pub(crate) fn get(&self, key: &str) -> impl Iterator<Item = u32> + use<> {
        let value = self.map.as_ref().and_then(|map| map.get(key));
        self.list(value.unwrap_or(0))
    }

    /// The list of a value of the map.
    pub(crate) fn list(&self, value: u64) -> impl Iterator<Item = u32> + use<> {
        let flat = self.flat;
        let start = usize::try_from(value >> 8).unwrap_or(usize::MAX);
        let len = usize::from(value.to_le_bytes()[0]);
        (start..start.saturating_add(len)).map_while(move |index| word(flat, index))
    }

    /// The start of a walk through all keys.
    pub(crate) fn walk(&self) -> Option<Walk<'_>> {
        let fst = self.map.as_ref()?.as_fst();
        Some(Walk { fst, at: fst.root().addr(), out: Output::zero() })
    }
}

/// A place inside the keys of a map: all keys that begin with what was walked.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'a> {
    fst: &'a Fst<&'static [u8]>,
    at: CompiledAddr,
    out: Output,
}

impl Walk<'_> {
    /// The place `text` further on; none where no key goes there.
    pub(crate) fn step(mut self, text: &str) -> Option<Self> {
        for byte in text.bytes() {
            let node = self.fst.node(self.at);
            let transition = node.transition(node.find_input(byte)?);
            self.out = self.out.cat(transition.out);
            self.at = transition.addr;
        }
        Some(self)
    }

    /// The value of the key that ends here.
    pub(crate) fn value(self) -> Option<u64> {
        let node = self.fst.node(self.at);
        node.is_final().then(|| self.out.cat(node.final_output()).value())
    }
}
