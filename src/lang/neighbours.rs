//! Languages that are recognised only in order to be refused: they share a script with one that
//! has a module and would be mistaken for it.

use super::{DetectionRules, Script};

macro_rules! neighbour {
    ($script:ident, $letters:expr, $words:expr) => {
        DetectionRules {
            script: Script::$script,
            own_letters: $letters,
            foreign_letters: &[],
            frequent_words: $words,
            prefixes: &[],
            suffixes: &[],
        }
    };
}

/// Urdu, Sorani, Pashto, Sindhi, Uyghur; then Spanish, French, German, Turkish, Italian,
/// Portuguese, Dutch, Indonesian and Malay, Swedish, Polish, Romanian.
pub(super) static NEIGHBOURS: [DetectionRules; 16] = [
    neighbour!(
        Arabic,
        &['ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ', 'ھ', 'ۃ'],
        &[
            "کے", "میں", "کی", "ہے", "اور", "سے", "کا", "کو", "اس", "کہ", "نے", "پر", "ہیں", "کیا",
            "ایک", "یہ", "وہ", "نہیں", "بھی", "تھا", "کر", "تھی", "تھے", "جو", "ہو", "ان", "لیے",
            "گیا", "گئی", "ہوئے", "تو", "کرنے", "کہا", "جس", "تک", "ساتھ", "اپنے", "ہوا", "رہے",
            "رہا", "گے", "گا", "دیا", "ہوں", "بعد", "لئے", "والے", "ہی", "کرتے", "کوئی", "جا",
            "پاکستان", "انہوں", "وزیر", "دی", "دو", "اپنی", "سکتے", "سکتا", "جب", "اب", "مگر",
        ]
    ),
    neighbour!(
        Arabic,
        &['ڕ', 'ڵ', 'ۆ', 'ێ', 'ە', 'ڤ'],
        &[
            "لە", "و", "بە", "کە", "بۆ", "ئەم", "ئەو", "لەگەڵ", "کرد", "دەکات", "بوو", "دوای", "یان",
            "ئێمە", "هەموو", "زۆر", "هەر", "خۆی", "کوردستان", "سەر", "نێوان", "ڕۆژ", "ناو", "پێش",
            "ئەوەی", "هەروەها", "بەڵام", "وەک", "هیچ", "یەک", "سەرۆکی",
        ]
    ),
    neighbour!(
        Arabic,
        &['ټ', 'ډ', 'ړ', 'ږ', 'ښ', 'ڼ', 'ځ', 'څ', 'ۍ', 'ې', 'ګ'],
        &[
            "د", "په", "چې", "او", "کې", "سره", "له", "ته", "دي", "شوي", "یې", "هم", "دا", "نه",
            "دی", "ده", "وو", "کړي", "کړ", "کوي", "کال", "خو", "باندې", "شو", "لپاره", "هغه", "وکړ",
            "ویلي", "دغه", "پر", "تر", "خپل", "چې", "وروسته", "یو", "مخکې",
        ]
    ),
    neighbour!(
        Arabic,
        &['ڄ', 'ڃ', 'ٻ', 'ڀ', 'ٺ', 'ٿ', 'ڏ', 'ڌ', 'ڊ', 'ڍ', 'ڙ', 'ڦ', 'ڳ', 'ڱ', 'ڻ', 'ٽ'],
        &[
            "جي", "جو", "۾", "آهي", "جا", "کي", "۽", "کان", "ته", "هن", "جي", "آهن", "سان", "تي",
            "هو", "نه", "اهو", "هڪ", "انهن", "لاءِ", "به", "جنهن", "پوءِ", "ڪري", "ويو", "چيو",
        ]
    ),
    neighbour!(
        Arabic,
        &['ۇ', 'ۆ', 'ۈ', 'ۋ', 'ې', 'ە', 'ڭ'],
        &[
            "ۋە", "بۇ", "بىر", "بىلەن", "ئۇ", "ئۈچۈن", "دەپ", "ئىدى", "كېيىن", "ھەم", "شۇ", "قىلىپ",
            "بولغان", "كېرەك", "ئۇلار", "ئىكەن", "يىلى", "بولۇپ", "قىلغان",
        ]
    ),
    neighbour!(
        Latin,
        &['ñ', '¿', '¡'],
        &[
            "de", "la", "que", "el", "en", "y", "a", "los", "del", "se", "las", "por", "un", "para",
            "con", "no", "una", "su", "al", "es", "lo", "como", "más", "pero", "sus", "le", "ya", "o",
            "fue", "este", "ha", "sí", "porque", "esta", "son", "entre", "está", "cuando", "muy",
            "sin", "sobre", "ser", "tiene", "también", "hasta", "hay", "donde", "desde",
        ]
    ),
    neighbour!(
        Latin,
        &['œ', 'ê', 'è', 'à', 'ù'],
        &[
            "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour", "qui",
            "dans", "a", "par", "plus", "pas", "au", "sur", "ne", "se", "ce", "il", "sont", "la", "avec",
            "son", "été", "aux", "ont", "mais", "cette", "ou", "ses", "été", "elle", "leur", "d", "l",
            "ils", "nous", "après", "selon", "entre", "comme", "être", "fait", "tout",
        ]
    ),
    neighbour!(
        Latin,
        &['ß', 'ä', 'ö', 'ü'],
        &[
            "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für",
            "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er",
            "hat", "dass", "sie", "nach", "wird", "bei", "einer", "um", "am", "sind", "noch", "wie",
            "einem", "über", "einen", "so", "zum", "war", "haben", "nur", "oder", "aber", "vor", "zur",
        ]
    ),
    neighbour!(
        Latin,
        &['ı', 'ğ', 'ş', 'İ'],
        &[
            "ve", "bir", "bu", "da", "de", "için", "ile", "olarak", "çok", "daha", "olan", "gibi",
            "sonra", "kadar", "ne", "ya", "en", "o", "ama", "her", "var", "ise", "değil", "göre", "dedi",
            "olduğunu", "etti", "oldu", "yeni", "iki", "büyük", "türkiye", "ancak", "mi", "ki", "diye",
            "tarafından", "üzerinde", "şöyle", "nasıl", "yok",
        ]
    ),
    neighbour!(
        Latin,
        &['ì', 'ò', 'è', 'à', 'ù'],
        &[
            "di", "e", "il", "la", "che", "in", "a", "per", "un", "è", "del", "non", "una", "con", "si",
            "da", "i", "le", "della", "dei", "nel", "al", "sono", "più", "gli", "ha", "alla", "come",
            "ma", "lo", "anche", "delle", "se", "su", "o", "dal", "questo", "sul", "stato", "essere",
        ]
    ),
    neighbour!(
        Latin,
        &['ã', 'õ', 'ç'],
        &[
            "de", "a", "o", "que", "e", "do", "da", "em", "um", "para", "é", "com", "não", "uma", "os",
            "no", "se", "na", "por", "mais", "as", "dos", "como", "mas", "foi", "ao", "ele", "das", "à",
            "seu", "sua", "ou", "ser", "quando", "muito", "há", "nos", "já", "está", "também",
        ]
    ),
    neighbour!(
        Latin,
        &[],
        &[
            "de", "van", "het", "een", "en", "in", "is", "dat", "op", "te", "zijn", "met", "voor", "niet",
            "die", "aan", "er", "om", "ook", "als", "dan", "maar", "bij", "nog", "uit", "door", "over",
            "naar", "heeft", "hij", "ze", "wordt", "werd", "deze", "tot", "hebben", "geen",
        ]
    ),
    neighbour!(
        Latin,
        &[],
        &[
            "yang", "dan", "di", "dengan", "untuk", "ini", "itu", "dari", "pada", "dalam", "tidak",
            "akan", "adalah", "oleh", "ke", "juga", "telah", "bahwa", "sebagai", "mereka", "ada", "kepada",
            "saya", "bisa", "karena", "atau", "lebih", "tersebut", "kata", "bahawa",
        ]
    ),
    neighbour!(
        Latin,
        &['å', 'ä', 'ö', 'ø', 'æ'],
        &[
            "och", "att", "det", "i", "en", "som", "är", "av", "för", "på", "med", "den", "till", "inte",
            "har", "de", "ett", "om", "var", "men", "från", "han", "og", "af", "til", "er", "på", "ikke",
        ]
    ),
    neighbour!(
        Latin,
        &['ł', 'ą', 'ę', 'ż', 'ś', 'ź', 'ć'],
        &[
            "w", "i", "na", "z", "do", "się", "nie", "to", "że", "jest", "o", "jak", "po", "co", "od",
            "przez", "za", "dla", "ale", "czy", "był", "są", "oraz", "tym", "przed",
        ]
    ),
    neighbour!(
        Latin,
        &['ț', 'ș', 'ă', 'ţ'],
        &[
            "de", "în", "și", "a", "la", "cu", "pe", "nu", "din", "că", "o", "un", "să", "este", "se",
            "pentru", "au", "care", "mai", "fost", "ce", "lui", "sunt", "după", "prin",
        ]
    ),
];
