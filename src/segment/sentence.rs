//! Sentences: UAX #29, corrected by what newsrooms write.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use unicode_segmentation::UnicodeSegmentation;

use crate::fold;
use crate::import::text::is_line_end;
use crate::lang::Lang;
use crate::span::Span;

/// Characters of the longest abbreviation; what is longer is none.
const LONGEST_ABBREVIATION: usize = 24;

/// Words of a quotation that can be a sentence of its own.
const LONG_QUOTATION: usize = 6;
/// Words that must follow it for the text to go on with another sentence.
const LEAST_REMAINDER: usize = 4;
/// Words of a clause that only says whose question or cry was quoted before it.
const LONGEST_REPORT: usize = 3;

/// Folded words by language.
type WordSets = Vec<(Lang, FxHashSet<String>)>;

static ABBREVIATIONS: LazyLock<WordSets> =
    LazyLock::new(|| word_sets(|language| language.segmentation().abbreviations));
/// Words that begin sentences more often than names.
static STARTERS: LazyLock<WordSets> =
    LazyLock::new(|| word_sets(|language| language.detection().frequent_words));

fn word_sets(words: fn(&dyn crate::lang::Language) -> &'static [&'static str]) -> WordSets {
    Lang::known()
        .map(|language| (language.lang(), words(language).iter().map(|w| fold::key(w)).collect()))
        .collect()
}

fn contains(sets: &WordSets, lang: Lang, key: &str) -> bool {
    sets.iter().any(|(of, words)| *of == lang && words.contains(key))
}

/// The sentences in `span`, trimmed, in order; a stretch without letters or figures is none.
///
/// The boundaries are those of UAX #29, but for those that a full stop of an abbreviation, an
/// initial or an ellipsis makes, those before a mark that carries the sentence on, and those that
/// only a line end makes. The Arabic comma and semicolon end no sentence.
pub(super) fn split(text: &str, span: Span, lang: Lang) -> Vec<Span> {
    let covered = span.of(text);
    let mut sentences: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut has_words = false;
    let mut at = 0;
    while at < covered.len() {
        let end = next_bound(covered, at);
        has_words = has_words || covered[at..end].chars().any(char::is_alphanumeric);
        at = end;
        // Direction marks behind the space belong to what follows them.
        let behind = covered[..end].trim_end_matches(is_direction_mark);
        let parted = end < covered.len() && behind.ends_with(char::is_whitespace);
        let end = if parted { behind.len() } else { end };
        if end < covered.len()
            && !(has_words && is_boundary(&covered[start..end], &covered[end..], lang))
        {
            continue;
        }
        let sentence = Span::new(span.start + start, span.start + end).trim(text);
        start = end;
        if std::mem::take(&mut has_words) {
            push_at_quotations(text, sentence, &mut sentences);
        } else if let Some(last) = sentences.last_mut()
            && !sentence.is_empty()
        {
            *last = last.join(sentence);
        }
    }
    sentences
}

/// The boundary of UAX #29 behind the next mark that may end a sentence, or the end.
///
/// The rules look back no further than the word before the mark, so that only the text from there
/// is put to them, which is most of the time that sentences take.
fn next_bound(covered: &str, from: usize) -> usize {
    let rest = &covered[from..];
    let Some(mark) = rest.find(|c| is_terminator(c) || is_line_end(c)) else {
        return covered.len();
    };
    let word = from + rest[..mark].rfind(char::is_whitespace).unwrap_or(0);
    covered[word..].split_sentence_bound_indices().nth(1).map_or(covered.len(), |(at, _)| word + at)
}

/// Pushes a sentence, cut where a long quotation that a colon announced closes and the text goes on
/// without a mark: newsrooms leave the full stop out there.
fn push_at_quotations(text: &str, sentence: Span, sentences: &mut Vec<Span>) {
    let covered = sentence.of(text);
    let mut start = 0;
    // The last character that is no space, before the one at hand, where a quotation opened, and
    // how many have opened inside it.
    let mut before = ' ';
    let mut open: Option<usize> = None;
    let mut inner = 0_usize;
    for (at, c) in covered.char_indices() {
        let end = at + c.len_utf8();
        match open {
            None if is_quote(c) && before == ':' => open = Some(end),
            Some(_) if c == '«' => inner += 1,
            Some(_) if c == '»' && inner > 0 => inner -= 1,
            Some(from) if closes(c) && words(&covered[from..at]) >= LONG_QUOTATION => {
                let after = &covered[end..];
                let next = after.trim_start().chars().next();
                let goes_on = after.starts_with(char::is_whitespace)
                    && next.is_some_and(|next| next.is_alphabetic() && !next.is_lowercase());
                if goes_on && words(after) >= LEAST_REMAINDER {
                    sentences
                        .push(Span::new(sentence.start + start, sentence.start + end).trim(text));
                    start = end;
                }
                open = None;
            }
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    sentences.push(Span::new(sentence.start + start, sentence.end).trim(text));
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

const fn is_quote(c: char) -> bool {
    matches!(c, '«' | '“' | '”' | '"' | '„')
}

const fn closes(c: char) -> bool {
    matches!(c, '»' | '”' | '“' | '"')
}

/// Whether a sentence ends between the two, where UAX #29 sees a boundary.
fn is_boundary(before: &str, after: &str, lang: Lang) -> bool {
    let core = before.trim_end().trim_end_matches(is_closer).trim_end();
    let Some(last) = core.chars().next_back() else { return false };
    if !is_terminator(last) {
        return false;
    }
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || is_direction_mark(c));
    let Some(next) = after.chars().next() else { return true };
    if next.is_lowercase() || is_continuation(next) {
        return false;
    }
    if last != '.' && last != '…' {
        // «"Are you ready?" she asked.»
        return core.len() == before.trim_end().len() || !is_reporting(after);
    }
    let Some(stem) = core.strip_suffix('.') else { return next.is_uppercase() };
    if stem.ends_with('.') {
        // An ellipsis goes on, unless a capital shows that it does not.
        return next.is_uppercase();
    }
    let word_start = stem
        .char_indices()
        .rev()
        .take(LONGEST_ABBREVIATION)
        .take_while(|&(_, c)| !c.is_whitespace() && !is_opener(c))
        .last()
        .map_or(stem.len(), |(at, _)| at);
    let word = &stem[word_start..];
    let starts = || {
        let first: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
        next.is_uppercase() && contains(&STARTERS, lang, &fold::key(&first))
    };
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    if letters.next().is_some_and(char::is_lowercase) && letters.next().is_none() && starts() {
        // "the 1930s. The", "the letter u. The": no initial.
        return true;
    }
    if !is_unfinished(word, lang) || (comes_before_figures(word, lang) && !next.is_numeric()) {
        // A figure at the very start is the number of a list item.
        return !(word.len() == stem.len() && word.chars().all(char::is_numeric));
    }
    // "in the U.S. The army …", but not "George A. A …".
    let second = after.chars().nth(1);
    word.chars().count() > 1 && second.is_some_and(char::is_alphabetic) && starts()
}

/// Whether only a few words follow up to the next stop: who said what has just been quoted.
fn is_reporting(after: &str) -> bool {
    let end = after.find(is_terminator).unwrap_or(after.len());
    let clause = &after[..end];
    words(clause) <= LONGEST_REPORT && !clause.contains(|c| is_quote(c) || is_line_end(c))
}

fn comes_before_figures(word: &str, lang: Lang) -> bool {
    lang.module().is_some_and(|module| {
        module.segmentation().before_figures.iter().any(|known| known.eq_ignore_ascii_case(word))
    })
}

/// Whether the word before a full stop is an abbreviation or an initial: "د", "U.S", "1948م".
fn is_unfinished(word: &str, lang: Lang) -> bool {
    let key = fold::key(word);
    if contains(&ABBREVIATIONS, lang, &key) {
        return true;
    }
    // "D.C" in a text of any script.
    if word.is_ascii() && word.contains('.') && word.split('.').all(|piece| piece.len() == 1) {
        return true;
    }
    let letters = word.trim_start_matches(|c: char| c.is_numeric());
    let mut chars = letters.chars().filter(|c| c.is_alphabetic());
    chars.next().is_some()
        && chars.next().is_none()
        && letters
            .chars()
            .all(|c| c.is_alphabetic() || fold::key(c.encode_utf8(&mut [0; 4])).is_empty())
}

const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '۔' | '…' | '。' | '！' | '？' | '‼' | '⁇' | '⁈' | '⁉')
}

/// Marks that belong to the sentence that they close.
pub(super) const fn is_closer(c: char) -> bool {
    matches!(
        c,
        '»' | '”' | '“' | '"' | '\'' | '’' | '‘' | '›' | ')' | ']' | '}' | '\u{200f}' | '\u{200e}'
    )
}

const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '«' | '”' | '“' | '"' | '\'' | '‘' | '‹' | '(' | '[' | '{' | '\u{200f}' | '\u{200e}'
    )
}

/// Marks that no sentence starts with.
const fn is_continuation(c: char) -> bool {
    matches!(c, '،' | ',' | '؛' | ';' | ':' | ')' | ']' | '»' | '›' | '/' | '!' | '؟' | '?' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str, lang: Lang) -> Vec<&str> {
        split(text, Span::new(0, text.len()), lang).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn arabic() {
        let text = "وصل د. سامي إلى عمان عام 1948م. مع أسرته... ثم عاد. هل بقي؟ قال: «بقيت. ثم رحلت»، وصمت! بلغت النسبة 3.5 في المئة؛ وهي الأعلى.";
        let found = sentences(text, Lang::Arabic);
        assert_eq!(found.len(), 5, "{found:#?}");
        assert!(found[0].ends_with("ثم عاد."));
    }

    #[test]
    fn persian() {
        let text =
            "او گفت: «کار تمام شد.»، و رفت. «چرا؟» پرسش این بود. آمار ۱۲٫۵ درصد است؛ یعنی کمتر.";
        let found = sentences(text, Lang::Persian);
        assert_eq!(found.last(), Some(&"آمار ۱۲٫۵ درصد است؛ یعنی کمتر."), "{found:#?}");
        assert!(found[0].ends_with("و رفت."));
    }

    #[test]
    fn english() {
        let text = "Mr. A. Smith left the U.S. on Monday. He met Gen. Brown at 5 p.m. The talks cost $3.5 million. \"It is over.\" he said... and left. 2. Second item";
        let found = sentences(text, Lang::English);
        assert_eq!(found.len(), 5, "{found:#?}");
    }

    #[test]
    fn a_long_quotation_behind_a_colon_ends_its_sentence() {
        let text = "قال الوزير: \"لن نغلق المعبر أمام أحد هذا العام أبدا\" وزار بعد ذلك مركز المدينة. قال: «نعم» ومضى إلى بيته البعيد هناك.";
        assert_eq!(sentences(text, Lang::Arabic).len(), 3);
        let text = "وصف «الحشد الذي جاء من كل القرى القريبة» الحفل بأنه كبير جدا.";
        assert_eq!(sentences(text, Lang::Arabic).len(), 1);
    }

    #[test]
    fn a_quotation_inside_another_does_not_end_it() {
        let text = "او گفت: «نخست باید «سندی که همه ما دیروز خواندیم» امضا شود و سپس سخن بگوییم» و رفت به خانه اش.";
        assert!(!sentences(text, Lang::Persian)[0].ends_with("خواندیم»"));
    }

    #[test]
    fn direction_marks_belong_to_what_follows() {
        let text = "او رفت. \u{200f}«من ماندم.» پس از آن شب باران گرفت.";
        let found = sentences(text, Lang::Persian);
        assert_eq!(found[0], "او رفت.");
        assert_eq!(found.len(), 3, "{found:#?}");
        assert_eq!(sentences("او رفت. \u{2069}", Lang::Persian), ["او رفت. \u{2069}"]);
    }

    #[test]
    fn who_asked_belongs_to_the_question() {
        for (text, lang) in [
            ("\"Is it over?\" Jane asked. Nobody answered her all evening.", Lang::English),
            ("«هل انتهى الأمر؟» تساءلت هدى. لم يجبها أحد طوال المساء.", Lang::Arabic),
        ] {
            assert_eq!(sentences(text, lang).len(), 2);
        }
    }

    #[test]
    fn abbreviations_by_what_follows() {
        for (text, lang, count) in [
            ("They built it in the 1930s. A fire destroyed it.", Lang::English, 2),
            ("She said no. He stayed in room No. 5 that night.", Lang::English, 2),
            ("او در شهر D.C. زندگی می کرد.", Lang::Persian, 1),
        ] {
            assert_eq!(sentences(text, lang).len(), count, "{text}");
        }
    }

    #[test]
    fn marks_are_no_sentence() {
        assert!(sentences("*** … !!", Lang::Arabic).is_empty());
        assert_eq!(sentences("انتهى. ***", Lang::Arabic), ["انتهى. ***"]);
    }
}
