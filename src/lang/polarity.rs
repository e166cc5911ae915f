//! What a language says of denial and of doubt.

/// Where the word stands that a word of denial denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denies {
    /// Behind it: "not", لم, بدون.
    Next,
    /// It is that word itself: نپذیرفت.
    Itself,
    /// Before it, since the verb alone says little: تأیید نکرد.
    Before,
    /// Behind it, or before it where a light verb stands behind: نخواهد رفت, تأیید نخواهد کرد.
    Auxiliary,
    /// Somewhere behind it: "denied that", نفى أن.
    Clause,
    /// What the two words deny together that were written apart: نمی روند.
    Joined,
}

/// Words and phrases around denial and doubt. Phrases are matched word by word, a word by any of
/// its dictionary forms; a claim rests on few words beyond doubt, and any of many answers it.
#[derive(Debug, Default)]
pub struct PolarityRules {
    /// Phrases that hold a word of denial and deny nothing: "not only", لا يزال.
    pub idle: &'static [&'static str],
    /// Words that can render a denial, or answer one: refuse, fail, lack, only, until.
    pub implicit: &'static [&'static str],
    /// Beginnings that turn a word around: "un", نا.
    pub prefixes: &'static [&'static str],
    /// Phrases that make what is said less than certain, beyond doubt: "perhaps", من المتوقع.
    pub hedges: &'static [&'static str],
    /// Phrases that hold one of them and doubt nothing: "could not", which says that somebody failed.
    pub certain: &'static [&'static str],
    /// Words that can render one of them: "can", "if", اگر.
    pub weak_hedges: &'static [&'static str],
    /// What may be written before a phrase in one piece with its first word: و.
    pub particles: &'static [&'static str],
}
