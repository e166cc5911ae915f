//! What tells English from other languages in Latin letters.

use crate::lang::{DetectionRules, Script};

pub(super) static RULES: DetectionRules = DetectionRules {
    script: Script::Latin,
    own_letters: &[],
    foreign_letters: &[
        'ı', 'ğ', 'ş', 'ł', 'ą', 'ę', 'ñ', 'ß', 'ø', 'å', 'æ', 'ã', 'õ', 'ő', 'ű', 'ț', 'ș', 'ă',
        'đ', 'ơ', 'ư', 'ə', 'ż', 'ć', 'č', 'š', 'ž', 'ř', 'ê', 'ç', 'ä', 'ö', 'ü', 'à', 'è', 'ì',
        'ò', 'ù',
    ],
    frequent_words: &[
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "on",
        "be", "at", "by", "this", "have", "from", "or", "had", "not", "are", "but", "what", "were",
        "we", "when", "your", "can", "said", "there", "an", "each", "which", "she", "do", "how",
        "their", "if", "will", "up", "other", "about", "out", "many", "then", "them", "these",
        "so", "some", "her", "would", "him", "has", "more", "his", "he", "they", "i", "you", "who",
        "its", "been", "after", "over", "into", "than", "could", "no", "my", "one", "all", "new",
        "says", "our", "us", "now", "only", "first", "also", "any", "even", "because", "while",
        "most", "against", "between", "before", "where", "it's", "don't", "didn't", "i'm",
    ],
    prefixes: &[],
    suffixes: &["ing", "tion", "ly"],
};
