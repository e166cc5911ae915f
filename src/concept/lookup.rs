//! Everything that a name or word can stand for.

use serde::Serialize;

use super::figure::figures;
use super::gazetteer::{LETTERS_TO_STRIP, WEIGHT_OF_COUNTRIES, WEIGHT_TO_STRIP, kind};
use super::lexicon::senses;
use super::origin::{DataRow, letters};
use super::{ConceptKind, Mention};
use crate::data::{self, NAME_ROWS, NAMES, SENSE_ROWS};
use crate::fold;
use crate::lang::Lang;
use crate::segment::TokenKind;
use crate::segment::word::tokenize;
use crate::span::Span;

/// What is known of a name or word.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Lookup {
    /// The dictionary forms that were looked for, by language, the likeliest first.
    pub tried: Vec<(Lang, Vec<String>)>,
    /// The entities that bear the name; those that the term names as it stands come first, then the
    /// best known.
    pub entities: Vec<NamedEntity>,
    /// The words of the lexicon, the most trusted first.
    pub words: Vec<Word>,
    /// The numbers and dates in the term.
    pub figures: Vec<Mention>,
}

/// An entity that a term can name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedEntity {
    /// Its id.
    pub concept: String,
    /// What sort of thing it is.
    pub kind: ConceptKind,
    /// Its name, in English where there is one.
    pub name: String,
    /// The languages in which the term names it, with the folded form that was found.
    pub found: Vec<(Lang, String)>,
    /// The rows that speak of it.
    pub rows: Vec<DataRow>,
}

/// A row of the lexicon to which a term belongs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Word {
    /// How far the row can be trusted for this word, from 0 to 1.
    pub weight: f32,
    /// The languages in which the term is a word of the row, with the folded form that was found.
    pub found: Vec<(Lang, String)>,
    /// The row.
    pub row: DataRow,
}

/// Looks a name, word, number or date up in all tables; in those of one language where `lang` says
/// which.
///
/// ```
/// use muqabala::concept::lookup;
///
/// let found = lookup("السوريين", None);
/// assert_eq!(found.entities[0].concept, "Q858");
/// assert!(lookup("كتاب", None).words.iter().any(|word| {
///     word.row.forms.iter().any(|form| form.text == "book")
/// }));
/// ```
pub fn lookup(term: &str, lang: Option<Lang>) -> Lookup {
    let mut found = Lookup::default();
    let tokens = tokenize(term, Span::new(0, term.len()));
    let words: Vec<&str> =
        tokens.iter().filter(|t| t.kind != TokenKind::Mark).map(|t| t.key.as_str()).collect();
    let key = letters(term);
    if key.is_empty() {
        return found;
    }
    for language in Lang::known().filter(|language| lang.is_none_or(|lang| language.lang() == lang))
    {
        let lang = language.lang();
        let mut forms = vec![key.clone()];
        if words.len() == 1 {
            language.lemmas(&key, &mut forms);
        }
        let mut unique: Vec<String> = Vec::with_capacity(forms.len());
        for form in forms {
            if !unique.contains(&form) {
                unique.push(form);
            }
        }
        for form in names(lang, &key) {
            let stripped = form != key;
            for posting in NAMES.get(&format!("{}:{form}", lang.tag())) {
                found.add_entity(posting >> 12, lang, &form, stripped && words.len() == 1);
            }
        }
        for form in &unique {
            for sense in senses(lang, form) {
                found.add_word(sense.id, sense.weight, lang, form);
            }
        }
        for figure in figures(term, &tokens, lang, None) {
            found.add_figure(figure);
        }
        found.tried.push((lang, unique));
    }
    let inexact = |entity: &NamedEntity| !entity.found.iter().any(|(_, form)| *form == key);
    // Stable: a list of the table has what is known best first.
    found.entities.sort_by_key(inexact);
    found.words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found
}

/// The forms under which a name may stand in the table: as it is, and without what the language
/// writes in one piece with names.
fn names(lang: Lang, key: &str) -> Vec<String> {
    let mut forms = vec![key.to_owned()];
    let Some(rules) = lang.module().map(|language| language.names()) else { return forms };
    for (prefix, remains) in rules.prefixes {
        if let Some(rest) = key.strip_prefix(fold::key(prefix).as_str()) {
            forms.push(format!("{}{rest}", fold::key(remains)));
        }
    }
    for at in 0..forms.len() {
        for suffix in rules.suffixes {
            if let Some(stem) = forms[at].strip_suffix(letters(suffix).as_str()) {
                forms.push(stem.to_owned());
            }
        }
    }
    let mut unique: Vec<String> = Vec::with_capacity(forms.len());
    for form in forms {
        if !form.is_empty() && !unique.contains(&form) {
            unique.push(form);
        }
    }
    unique
}

impl Lookup {
    /// Adds an entity, unless its name is too short or too rare for the recogniser to take
    /// something off the word.
    fn add_entity(&mut self, number: u32, lang: Lang, form: &str, stripped: bool) {
        let Some(entity) = data::entity(number) else { return };
        let count = form.chars().count();
        let long = (count >= LETTERS_TO_STRIP && entity.weight >= WEIGHT_TO_STRIP)
            || (count >= 3 && entity.weight >= WEIGHT_OF_COUNTRIES);
        if stripped && !long {
            return;
        }
        let place = (lang, form.to_owned());
        match self.entities.iter_mut().find(|known| known.concept == entity.id) {
            Some(known) if known.found.contains(&place) => {}
            Some(known) => known.found.push(place),
            None => self.entities.push(NamedEntity {
                concept: entity.id.to_owned(),
                kind: kind(entity.kind),
                name: entity.name.to_owned(),
                found: vec![place],
                rows: NAME_ROWS.of(number).map(DataRow::of).collect(),
            }),
        }
    }

    /// Adds a number or date, unless a language sees more in the same place: the year of a date.
    fn add_figure(&mut self, figure: Mention) {
        let within =
            |small: Span, large: Span| large.start <= small.start && small.end <= large.end;
        if self.figures.iter().all(|known| !within(figure.span, known.span)) {
            self.figures.retain(|known| !within(known.span, figure.span));
            self.figures.push(figure);
        }
    }

    fn add_word(&mut self, sense: u32, weight: f32, lang: Lang, form: &str) {
        let Some(row) = SENSE_ROWS.of(sense).next().map(DataRow::of) else { return };
        let place = (lang, form.to_owned());
        let same = |known: &&mut Word| known.row.file == row.file && known.row.line == row.line;
        match self.words.iter_mut().find(same) {
            Some(known) => {
                known.weight = known.weight.max(weight);
                if !known.found.contains(&place) {
                    known.found.push(place);
                }
            }
            None => self.words.push(Word { weight, found: vec![place], row }),
        }
    }
}
