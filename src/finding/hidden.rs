//! Characters that a reader cannot see and that can mislead (Unicode UTS #39 and #55; CVE-2021-42574).
//!
//! ZWNJ is a letter of Persian spelling and LRM, RLM and ALM are usual in Arabic: they are no
//! finding. Overrides, embeddings and isolates change the order on the screen; zero-width spaces,
//! soft hyphens and tag characters split or smuggle words.

use super::{Context, Finding, FindingKind, Severity};
use crate::span::{Pair, Side, Span};

/// Occurrences of one character that are reported one by one.
const LIMIT: usize = 20;

pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for side in Side::BOTH {
        let mut seen = std::collections::BTreeMap::new();
        for (at, c) in context.documents[side].text.char_indices() {
            let Some((name, severity)) = hidden(c) else { continue };
            let count = seen.entry(c).or_insert(0_usize);
            *count += 1;
            if *count > LIMIT {
                continue;
            }
            let span = Span::new(at, at + c.len_utf8());
            let code = format!("U+{:04X}", u32::from(c));
            let message = format!("Here stands a {name} ({code}), which is not visible.");
            findings.push(Finding::new(
                FindingKind::HiddenCharacter,
                severity,
                Pair::only(side, span),
                Pair::only(side, code),
                message,
                1.0,
            ));
        }
    }
}

/// Name of a character that misleads, and how much.
fn hidden(c: char) -> Option<(&'static str, Severity)> {
    Some(match c {
        '\u{202d}' | '\u{202e}' => ("direction override", Severity::High),
        '\u{202a}' | '\u{202b}' => ("direction embedding", Severity::Medium),
        '\u{202c}' => ("pop directional formatting", Severity::Low),
        '\u{2066}'..='\u{2069}' => ("direction isolate", Severity::Low),
        '\u{e0000}'..='\u{e007f}' => ("tag character", Severity::High),
        '\u{200b}' => ("zero-width space", Severity::Low),
        '\u{2060}'..='\u{2064}' => ("word joiner or invisible operator", Severity::Low),
        '\u{feff}' => ("byte-order mark inside the text", Severity::Low),
        '\u{ad}' => ("soft hyphen", Severity::Low),
        '\u{34f}' | '\u{180e}' => ("invisible joiner", Severity::Low),
        '\u{fff9}'..='\u{fffb}' => ("annotation character", Severity::Medium),
        '\0' => ("null character", Severity::Medium),
        _ => return None,
    })
}
