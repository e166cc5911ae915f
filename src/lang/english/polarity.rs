//! Denial and doubt in English.

use crate::lang::{Denies, PolarityRules};

#[rustfmt::skip]
pub(super) static RULES: PolarityRules = PolarityRules {
    idle: &[
        "not only", "not just", "not merely", "not simply", "not least", "not necessarily", "no doubt", "without doubt",
        "without a doubt", "no longer", "no less", "no less than", "no fewer than", "no more than", "not more than",
        "not less than", "no later than", "no sooner", "whether or not", "if not", "not to mention", "no matter",
        "nothing but", "not until", "no wonder", "no stranger", "no exception", "cannot help", "can't help", "can't wait",
        "cannot wait", "why not", "not so much", "not unlike", "not even", "not all", "not every", "not always", "not yet",
        "no one else", "no secret", "not alone", "no question", "not uncommon", "never before", "no. 1", "never mind",
        "not bad", "not a few", "as not", "not that", "no other", "not far", "denied by", "not too", "not very", "not quite", "not much",
        "not many", "not entirely", "not exactly", "not fully", "not so", "no idea",
    ],
    implicit: &[
        "no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot", "refuse",
        "refusal", "reject", "rejection", "deny", "denial", "fail", "failure", "lack", "prevent", "prevention", "stop",
        "avoid", "ban", "block", "bar", "unable", "impossible", "hard", "difficult", "difficulty", "few", "little", "hardly",
        "barely", "scarcely", "rarely", "seldom", "only", "just", "except", "until", "unless", "before", "yet", "still",
        "instead", "rather", "absent", "absence", "miss", "missing", "free", "lose", "loss", "cease", "halt", "end", "cancel",
        "oppose", "opposition", "against", "doubt", "dispute", "dismiss", "refute", "rule out", "abandon", "decline",
        "withhold", "forbid", "prohibit", "exclude", "short", "shortage", "insufficient", "ignorant", "unknown", "remain",
        "away", "out", "too", "less", "least", "minus", "zero", "wrong", "false", "untrue", "despite", "far", "although",
        "though", "contrary", "otherwise", "apart", "other than", "reluctant", "unwilling", "neglect", "ignore", "forget",
        "limit", "illegal", "hold", "withdraw", "resist", "fall short", "waive", "exempt", "nil", "minimal", "bare",
        "bad", "badly", "poor", "poorly", "worse", "safe", "keep", "protect", "clear", "mere", "merely", "escape", "careful", "beware", "warn", "caution", "lest", "deprive", "strip",
    ],
    prefixes: &["un", "in", "im", "ir", "il", "dis", "non", "mis", "anti"],
    hedges: &[
        "may", "might", "possibly", "perhaps", "maybe", "probably", "likely", "allegedly", "reportedly", "apparently",
        "supposedly", "purportedly", "is expected to", "are expected to", "was expected to", "were expected to", "could",
        "it is expected that", "seemingly", "presumably",
    ],
    certain: &[
        "could not", "could no longer", "could only", "could never", "could hardly", "could barely", "could scarcely",
        "could see", "could hear", "could be seen", "could be heard", "could afford",
        "could neither", "as could",
    ],
    weak_hedges: &[
        "may", "might", "could", "can", "would", "should", "must", "ought", "if", "whether", "perhaps", "possible",
        "possibility", "potential", "potentially", "likely", "likelihood", "unlikely", "probable", "probability", "chance",
        "risk", "threat", "threaten", "expect", "expectation", "predict", "prediction", "forecast", "estimate", "believe",
        "belief", "think", "suspect", "suspicion", "allege", "allegation", "claim", "accuse", "accusation", "appear", "seem",
        "hope", "fear", "worry", "concern", "plan", "intend", "capable", "able", "ability", "suggest", "suggestion",
        "consider", "assume", "assumption", "opportunity", "prospect", "want", "seek", "try", "aim", "propose", "feel",
        "say", "rumour", "rumor", "supposed", "presume", "danger", "set to", "likely to", "prone", "subject to", "in case",
        "unless", "will", "project", "anticipate", "await", "look", "sound", "purport", "report", "according",
    ],
    particles: &[],
};

/// Words of denial; all letters are folded.
pub(super) fn denial(key: &str) -> Option<Denies> {
    match key {
        "not" | "no" | "never" | "cannot" | "without" | "nobody" => Some(Denies::Next),
        "deny" | "denies" | "denied" | "denying" => Some(Denies::Clause),
        _ => key.ends_with("n't").then_some(Denies::Next),
    }
}
