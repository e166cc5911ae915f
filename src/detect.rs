//! Which language a text is written in.
//!
//! Letters that only one language uses and its most frequent words speak for it; the languages
//! without a module speak too (`lang::neighbours`), so that Urdu is not taken for Persian. Words
//! are compared folded, and the code points of kaf and yeh count for nothing: they tell the
//! keyboard. The statistics of whatlang are asked only where that leaves a tie.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold::{self, is_letter};
use crate::lang::{self, DetectionRules, Lang, Script};

/// Words after which more text does not change the answer.
const ENOUGH_WORDS: usize = 400;
/// Least score for each word of the text, below which the answer is a guess. Running text reaches
/// 0.3; half of it may be names and figures.
const LEAST_DENSITY: f32 = 0.07;
/// The same for Latin letters, where unrelated languages share short words by chance.
const LEAST_DENSITY_LATIN: f32 = 0.13;
/// Characters that trigram statistics are asked about.
const TIE_BREAK_SAMPLE: usize = 2_000;
/// What a word is worth that has a letter of its language, and one with a foreign letter.
const OWN_LETTER: f32 = 0.8;
const FOREIGN_LETTER: f32 = 0.5;
/// What a telling beginning or ending is worth.
const AFFIX: f32 = 0.5;
/// Letters that a word must have beside its affix.
const LEAST_STEM: usize = 2;

struct Candidate {
    lang: Lang,
    rules: &'static DetectionRules,
}

/// All candidates, and which of them (as bits) have a word, a beginning, an ending, own a letter,
/// never use a letter.
struct Table {
    candidates: Vec<Candidate>,
    words: FxHashMap<String, u32>,
    prefixes: FxHashMap<String, u32>,
    suffixes: FxHashMap<String, u32>,
    /// Bytes of the longest beginning or ending.
    longest_affix: usize,
    letters: FxHashMap<char, (u32, u32)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let candidates: Vec<Candidate> = Lang::known()
        .map(|language| Candidate { lang: language.lang(), rules: language.detection() })
        .chain(lang::neighbours().map(|rules| Candidate { lang: Lang::Unknown, rules }))
        .collect();
    let holders = |words: fn(&DetectionRules) -> &'static [&'static str]| {
        let mut holders: FxHashMap<String, u32> = FxHashMap::default();
        for (index, candidate) in candidates.iter().enumerate() {
            for word in words(candidate.rules) {
                *holders.entry(fold::key(word)).or_default() |= 1 << index;
            }
        }
        holders
    };
    let prefixes = holders(|rules| rules.prefixes);
    let suffixes = holders(|rules| rules.suffixes);
    let longest_affix = prefixes.keys().chain(suffixes.keys()).map(String::len).max().unwrap_or(0);
    let mut letters: FxHashMap<char, (u32, u32)> = FxHashMap::default();
    for (index, candidate) in candidates.iter().enumerate() {
        for &letter in candidate.rules.own_letters {
            letters.entry(letter).or_default().0 |= 1 << index;
        }
        for &letter in candidate.rules.foreign_letters {
            letters.entry(letter).or_default().1 |= 1 << index;
        }
    }
    let words = holders(|rules| rules.frequent_words);
    Table { candidates, words, prefixes, suffixes, longest_affix, letters }
});

impl Table {
    /// The candidates, as bits, that share a beginning or an ending with the word.
    fn affixed(&self, key: &str) -> u32 {
        let letters = key.chars().count();
        let mut found = 0;
        for (length, (at, _)) in key.char_indices().enumerate().skip(1) {
            if length + LEAST_STEM <= letters && at <= self.longest_affix {
                found |= self.prefixes.get(&key[..at]).copied().unwrap_or(0);
            }
            if length >= LEAST_STEM && key.len() - at <= self.longest_affix {
                found |= self.suffixes.get(&key[at..]).copied().unwrap_or(0);
            }
        }
        found
    }
}

/// The language of `text`; [`Lang::Unknown`] where it is one without a module, or cannot be told.
///
/// One sentence is enough. The first few hundred words decide.
///
/// ```
/// use muqabala::{Lang, detect::detect};
///
/// assert_eq!(detect("اتفق الطرفان على موعد جديد للمحادثات"), Lang::Arabic);
/// assert_eq!(detect("دو طرف بر سر زمان تازه گفت‌وگوها توافق کردند"), Lang::Persian);
/// assert_eq!(detect("Taraflar yeni bir tarih üzerinde anlaştı"), Lang::Unknown);
/// ```
pub fn detect(text: &str) -> Lang {
    let words: Vec<&str> = text
        .split(|c: char| !(is_letter(c) || is_inside_word(c)))
        .filter(|word| word.chars().any(is_letter))
        .take(ENOUGH_WORDS)
        .collect();
    let (mut arabic, mut latin, mut other) = (0, 0, 0);
    for word in &words {
        match word.chars().find(|&c| is_letter(c)).map(script_of) {
            Some(Some(Script::Arabic)) => arabic += 1,
            Some(Some(Script::Latin)) => latin += 1,
            _ => other += 1,
        }
    }
    // Names in Latin letters may fill half of a sentence in Arabic script; the reverse is rare.
    let (script, total) = if arabic * 2 >= latin && arabic > other {
        (Script::Arabic, arabic)
    } else if latin > other {
        (Script::Latin, latin)
    } else {
        return Lang::Unknown;
    };
    decide(text, &words, script, total)
}

fn decide(text: &str, words: &[&str], script: Script, total: usize) -> Lang {
    let table = &*TABLE;
    let mut scores = vec![0.0_f32; table.candidates.len()];
    for word in words {
        score_word(table, word, script, &mut scores);
    }
    let mut known = (0.0, Lang::Unknown);
    let mut rival = 0.0_f32;
    for (candidate, &score) in table.candidates.iter().zip(&scores) {
        if candidate.lang != Lang::Unknown && score > known.0 {
            rival = rival.max(known.0);
            known = (score, candidate.lang);
        } else {
            rival = rival.max(score);
        }
    }
    let density = match script {
        Script::Arabic => LEAST_DENSITY,
        Script::Latin => LEAST_DENSITY_LATIN,
    };
    #[expect(clippy::cast_precision_loss, reason = "at most ENOUGH_WORDS")]
    let least = density * total as f32;
    if known.0 > rival && known.0 >= least {
        known.1
    } else if rival > known.0 || total < 3 {
        Lang::Unknown
    } else {
        let sample = text.char_indices().nth(TIE_BREAK_SAMPLE).map_or(text, |(at, _)| &text[..at]);
        tie_break(sample, script)
    }
}

fn score_word(table: &Table, word: &str, script: Script, scores: &mut [f32]) {
    let key = fold::key(word);
    let holders = table.words.get(&key).copied().unwrap_or(0);
    let affixed = table.affixed(&key) & !holders;
    let (mut owners, mut strangers) = (0, 0);
    for c in word.chars() {
        if let Some((own, foreign)) = table.letters.get(&c) {
            owners |= own;
            strangers |= foreign;
        }
    }
    if (holders | affixed | owners | strangers) == 0 {
        return;
    }
    for (index, (candidate, score)) in table.candidates.iter().zip(scores).enumerate() {
        if candidate.rules.script != script {
            continue;
        }
        let worth = |of: u32, worth: f32| if of & (1 << index) == 0 { 0.0 } else { worth };
        *score += worth(holders, 1.0) + worth(affixed, AFFIX);
        *score += worth(owners, OWN_LETTER) - worth(strangers, FOREIGN_LETTER);
    }
}

/// What trigram statistics say of a text in which no rule of ours finds anything.
fn tie_break(text: &str, script: Script) -> Lang {
    let found = match script {
        // whatlang calls Sorani and Pashto Persian, so only its sure answers count.
        Script::Arabic => whatlang::Detector::with_allowlist(vec![
            whatlang::Lang::Ara,
            whatlang::Lang::Pes,
            whatlang::Lang::Urd,
        ])
        .detect(text),
        Script::Latin => whatlang::detect(text),
    };
    found
        .filter(whatlang::Info::is_reliable)
        .and_then(|info| Lang::from_tag(iso_639_1(info.lang())))
        .unwrap_or_default()
}

/// The tag by which [`Lang::from_tag`] may know a language of whatlang.
fn iso_639_1(lang: whatlang::Lang) -> &'static str {
    match lang {
        whatlang::Lang::Ara => "ar",
        whatlang::Lang::Pes => "fa",
        whatlang::Lang::Eng => "en",
        _ => "und",
    }
}

fn script_of(c: char) -> Option<Script> {
    match c {
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Some(Script::Arabic),
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Some(Script::Latin)
        }
        _ => None,
    }
}

/// Characters inside a word that are no letters: marks, joiners, apostrophes, tatweel.
fn is_inside_word(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ـ' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '۾' | '۽')
        || (!c.is_ascii() && unicode_normalization::char::is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_is_enough() {
        for (lang, text) in [
            (Lang::Arabic, "وصلت القوات إلى أطراف المدينة بعد معارك استمرت ثلاثة أيام."),
            // The keyboard proves nothing: Persian yeh and kaf, no hamza.
            (Lang::Arabic, "وصلت القوات الی اطراف المدینة بعد معارک استمرت ثلاثة ایام."),
            (Lang::Arabic, "اتفق الطرفان على وقف إطلاق النار"),
            (Lang::Persian, "نیروهای ارتش پس از سه روز درگیری به حومه شهر رسیدند."),
            (Lang::Persian, "نيروهاي ارتش پس از سه روز درگيري به حومه شهر رسيدند."),
            (Lang::Persian, "دو طرف بر سر آتش‌بس توافق کردند"),
            (Lang::Persian, "والی هرات می‌گوید که کار ساخت این سرک تا ماه قوس به پایان می‌رسد."),
            (Lang::Persian, "رئیس پوهنتون کابل از آغاز درس‌ها در ماه حمل خبر داد."),
            (Lang::Persian, "شرکت Google و Microsoft در نشست New York شرکت کردند و قرارداد بستند."),
            (
                Lang::English,
                "The troops reached the edge of the city after three days of fighting.",
            ),
            (Lang::English, "Officials in Türkiye and Curaçao said that the café would stay open."),
        ] {
            assert_eq!(detect(text), lang, "{text}");
        }
    }

    #[test]
    fn other_languages_are_unknown() {
        for text in [
            "وزیر خارجہ نے کہا ہے کہ دونوں ملکوں کے درمیان مذاکرات اگلے ہفتے ہوں گے۔",
            "وزیر خارجه نے کہا هي که دونون ملکون كي درميان مذاكرات هون گي اور يه اچها هي",
            "سەرۆکی حکومەت لەگەڵ شاندەکە لە هەولێر کۆبووەوە و باسی بارودۆخەکەیان کرد.",
            "د افغانستان حکومت وايي چې د سولې خبرې به په راتلونکې اونۍ کې پیل شي.",
            "سنڌ حڪومت چيو آهي ته نئين اسڪول جو ڪم ايندڙ سال شروع ٿيندو.",
            "ھۆكۈمەت ئۆتكەن ھەپتە يېڭى قانۇننى ئېلان قىلدى ۋە ئۇنى تەستىقلىدى.",
            "שר החוץ אמר כי השיחות יתחדשו בשבוע הבא.",
            "Dışişleri bakanı görüşmelerin gelecek hafta yeniden başlayacağını söyledi.",
            "El ministro dijo que las conversaciones se reanudarán la próxima semana en la capital.",
            "Le ministre a déclaré que les pourparlers reprendraient la semaine prochaine à Paris.",
            "Der Minister sagte, dass die Gespräche in der nächsten Woche wieder aufgenommen werden.",
            "Il ministro ha detto che i colloqui riprenderanno la prossima settimana nella capitale.",
            "Menteri itu mengatakan bahwa perundingan akan dilanjutkan pada pekan depan.",
            "Министр заявил, что переговоры возобновятся на следующей неделе.",
            "外相は来週協議が再開されると述べた。",
            "",
            "2017 / 11 / 03",
            "؟!…",
        ] {
            assert_eq!(detect(text), Lang::Unknown, "{text}");
        }
    }
}
