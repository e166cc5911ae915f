//! Lines that a page puts around an article, told by their own words.

use super::phrases::{self, Class};
use super::word::tokenize;
use super::{Role, Token, TokenKind};
use crate::span::Span;

/// A line with more words than this is text, whatever it begins with.
const MOST_WORDS: usize = 40;
/// Words of a value after a label: "Tags: …" may list many.
const MOST_VALUES: usize = 25;
/// Words of a caption.
const LONGEST_CAPTION: usize = 30;
/// Words in the name of an outlet or an author, with a title or an affiliation.
const LONGEST_NAME: usize = 8;
/// Words of several names with their places, where bylines stand.
const LONGEST_NAMES: usize = 10;
/// Words of a name that follows a byline without a colon.
const PLAIN_NAME: usize = 5;
/// Words of a line that invites the reader to subscribe or to click.
const LONGEST_INVITATION: usize = 14;
/// Place names in a dateline.
const MOST_PLACES: usize = 4;

/// A short block with its words.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    start: usize,
}

impl<'t> Line<'t> {
    /// The block as a line; none where it is too long to be anything but text.
    pub(super) fn new(text: &'t str, span: Span) -> Option<Self> {
        let covered = span.of(text);
        // The longest words of a page are URLs; 20 bytes a word leave room for some.
        if covered.len() > MOST_WORDS * 20 {
            return None;
        }
        let pieces = covered.split_whitespace().count();
        if pieces > MOST_WORDS || (pieces > MOST_VALUES && ends_sentence(covered)) {
            return None;
        }
        let line = Self { text: covered, tokens: tokenize(text, span), start: span.start };
        (line.words().len() <= MOST_WORDS).then_some(line)
    }

    /// The folded words, without figures.
    pub(super) fn words(&self) -> Vec<&str> {
        let is_word = |token: &&Token| token.kind == TokenKind::Word;
        self.tokens.iter().filter(is_word).map(|token| token.key.as_str()).collect()
    }

    pub(super) fn has_figures(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == TokenKind::Number)
    }

    /// Whether it ends as a sentence does.
    pub(super) fn is_stopped(&self) -> bool {
        ends_sentence(self.text)
    }

    /// A token of the line as it is written.
    pub(super) fn written(&self, token: &Token) -> &'t str {
        Span::new(token.span.start - self.start, token.span.end - self.start).of(self.text)
    }

    /// What stands behind the first `count` words.
    fn behind(&self, count: usize) -> &[Token] {
        let mut words = 0;
        let at = self.tokens.iter().position(|token| {
            words += usize::from(token.kind == TokenKind::Word);
            words > count || (words == count && token.kind != TokenKind::Word)
        });
        at.map_or(&[], |at| &self.tokens[at..])
    }

    fn mark(token: Option<&Token>) -> &str {
        token.filter(|token| token.kind == TokenKind::Mark).map_or("", |token| token.key.as_str())
    }
}

/// Whether the text ends as a sentence does, closing quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c| super::sentence::is_closer(c) || c.is_whitespace())
        .ends_with(['.', '!', '?', '؟', '۔', '…'])
}

/// The role of a line by its words alone; none where it may be text.
pub(super) fn role(line: &Line<'_>) -> Option<Role> {
    let words = line.words();
    if words.is_empty() || is_address(line.text) || is_dated(line, &words) {
        return Some(Role::Furniture);
    }
    let buttons = Class::LABEL.or(Class::LIST).or(Class::NETWORK);
    // The name of one network may be a heading.
    if phrases::covered(&words, buttons) && phrases::classify(&words) != Class::NETWORK {
        return Some(Role::Furniture);
    }
    if words.len() <= LONGEST_INVITATION
        && !line.is_stopped()
        && (phrases::prefix(&words, Class::INVITATION) > 0
            || phrases::suffix(&words, Class::INVITATION) > 0)
    {
        return Some(Role::Furniture);
    }
    if is_source(line, &words) {
        return Some(Role::Attribution);
    }
    if is_field(line, &words) {
        return Some(Role::Furniture);
    }
    credit(line, &words).or_else(|| is_byline(line, &words).then_some(Role::Byline))
}

/// Whether the line is a label under which other articles are listed.
pub(super) fn opens_list(line: &Line<'_>) -> bool {
    phrases::covered(&line.words(), Class::LIST)
}

/// Whether the line names a section of the site.
pub(super) fn is_section(line: &Line<'_>) -> bool {
    phrases::classify(&line.words()).meets(Class::SECTION)
}

/// Whether the line is furniture where it stands behind the end: it asks the reader to do something
/// for the site, or begins with a label that has a value.
pub(super) fn may_close(line: &Line<'_>) -> bool {
    let words = line.words();
    let label = phrases::prefix(&words, Class::FIELD);
    invites(line)
        || (label > 0
            && !line.is_stopped()
            && words.len() - label <= MOST_VALUES
            && Line::mark(line.behind(label).first()) == ":")
}

/// Whether the line asks the reader to do something for the site, or keeps its rights.
pub(super) fn invites(line: &Line<'_>) -> bool {
    let words = line.words();
    words.len() <= MOST_VALUES
        && (0..words.len()).any(|at| phrases::prefix(&words[at..], Class::INVITATION) > 0)
}

/// Whether the line may be a byline where bylines stand, though such words also begin headlines.
pub(super) fn may_be_byline(line: &Line<'_>) -> bool {
    let words = line.words();
    let label = phrases::prefix(&words, Class::WEAK_BYLINE.or(Class::BYLINE));
    let name = words.len() - label;
    let plain = (1..=3).contains(&name);
    let long = (1..=LONGEST_NAMES).contains(&name)
        && phrases::prefix(&words, Class::BYLINE) > 0
        && is_name(line, label);
    label > 0 && (plain || long) && !line.has_figures() && !line.is_stopped()
}

/// Only addresses and hashtags.
fn is_address(text: &str) -> bool {
    text.split_whitespace().all(|piece| {
        piece.starts_with("http://")
            || piece.starts_with("https://")
            || piece.starts_with("www.")
            || (piece.starts_with(['#', '@']) && piece.chars().count() > 1)
            || (piece.contains('@') && piece.contains('.'))
    })
}

/// Only a date or a time.
fn is_dated(line: &Line<'_>, words: &[&str]) -> bool {
    line.has_figures() && phrases::covered(words, Class::DATE.or(Class::FIELD))
}

/// "المصدر: …", or nothing but names of outlets.
fn is_source(line: &Line<'_>, words: &[&str]) -> bool {
    if line.is_stopped() && words.len() > LONGEST_NAME {
        return false;
    }
    let label = phrases::prefix(words, Class::SOURCE);
    let named = phrases::covered(&words[label..], Class::OUTLET.or(Class::OUTLET_WORD));
    if label == 0 {
        // A bare name may be a heading; a page signs with brackets or lists agencies.
        return named
            && phrases::covered(words, Class::OUTLET)
            && (line.text.starts_with(['(', '['])
                || !phrases::classify(words).meets(Class::SECTION));
    }
    if label == words.len() {
        return true;
    }
    let rest = line.behind(label);
    let parted = matches!(Line::mark(rest.first()), ":" | "/" | "|" | "-" | "–" | "—" | "»");
    (parted && (1..=LONGEST_NAME).contains(&(words.len() - label))) || named
}

/// A label with its value: "کد خبر: ۱۲۳", "Tags: …", "اقرأ أيضا: …".
fn is_field(line: &Line<'_>, words: &[&str]) -> bool {
    let list = phrases::prefix(words, Class::LIST);
    if list > 0 && matches!(Line::mark(line.behind(list).first()), ":" | "|" | "»" | "›") {
        return true;
    }
    // "12 comments"
    let counted = matches!(line.tokens.as_slice(), [first, rest @ ..] if first.kind == TokenKind::Number
        && rest.len() == words.len());
    if counted && phrases::classify(words).meets(Class::FIELD.or(Class::LABEL)) {
        return true;
    }
    let label = phrases::prefix(words, Class::FIELD);
    if label == 0 || words.len() - label > MOST_VALUES || line.is_stopped() {
        return false;
    }
    let rest = line.behind(label);
    let Some((first, value)) = rest.split_first() else { return label == words.len() };
    match first.kind {
        TokenKind::Word => false,
        // "Comments 12", but not "at 12 they left".
        TokenKind::Number => {
            words.len() - label <= 3
                && (words.len() == label || phrases::covered(&words[label..], Class::DATE))
        }
        TokenKind::Mark => {
            matches!(first.key.as_str(), ":" | "|" | "؛" | "»" | "/")
                && (words.len() - label <= 3
                    || value.iter().any(|token| {
                        token.kind == TokenKind::Number
                            || matches!(token.key.as_str(), "،" | "," | "#" | "|")
                    }))
        }
    }
}

/// A caption, or a place and an agency alone on their line.
fn credit(line: &Line<'_>, words: &[&str]) -> Option<Role> {
    if words.len() > LONGEST_CAPTION {
        return None;
    }
    let label = phrases::prefix(words, Class::CAPTION);
    let parted =
        matches!(Line::mark(line.behind(label).first()), ":" | "/" | "|" | "©" | "(" | "-");
    let all = label == words.len();
    if label > 0 && (all || (parted && !line.is_stopped())) || line.text.contains('©') {
        return Some(Role::Furniture);
    }
    // "… (أ ف ب)", "… / Reuters", "… (أرشيف)" at the end, without a stop.
    let close = line.tokens.last()?;
    let open = if matches!(close.key.as_str(), ")" | "]") {
        line.tokens.iter().rposition(|token| matches!(token.key.as_str(), "(" | "["))?
    } else {
        line.tokens.iter().rposition(|token| token.key == "/")?
    };
    let is_word = |token: &&Token| token.kind == TokenKind::Word;
    let signature: Vec<&str> =
        line.tokens[open..].iter().filter(is_word).map(|token| token.key.as_str()).collect();
    // "(عکس: …)" credits anybody; "(video)" belongs to a headline.
    let credits = phrases::prefix(&signature, Class::CAPTION) > 0 && signature.len() <= PLAIN_NAME;
    if !credits && !phrases::covered(&signature, Class::OUTLET.or(Class::CAPTION))
        || phrases::classify(&signature).meets(Class::LABEL)
    {
        return None;
    }
    let before = words.len() - signature.len();
    if before == 0 || (before <= MOST_PLACES && phrases::prefix(&signature, Class::CAPTION) == 0) {
        return Some(Role::Attribution);
    }
    (!ends_sentence(&line.text[..line.tokens[open].span.start - line.start]))
        .then_some(Role::Furniture)
}

fn is_byline(line: &Line<'_>, words: &[&str]) -> bool {
    if line.is_stopped() || line.has_figures() {
        return false;
    }
    let label = phrases::prefix(words, Class::BYLINE.or(Class::WEAK_BYLINE));
    let name = words.len() - label;
    if label == 0 || name == 0 {
        return false;
    }
    if matches!(Line::mark(line.behind(label).first()), ":" | "|" | "/") {
        return name <= LONGEST_NAME;
    }
    phrases::prefix(words, Class::BYLINE) > 0 && name <= PLAIN_NAME && is_name(line, label)
}

/// Whether what stands behind the first `label` words may be a name, which has capitals in scripts
/// with case: "By Jane Doe and John Roe".
fn is_name(line: &Line<'_>, label: usize) -> bool {
    line.behind(label).iter().filter(|token| token.kind == TokenKind::Word).all(|token| {
        !line.written(token).starts_with(char::is_lowercase)
            || matches!(token.key.as_str(), "and" | "in" | "of" | "for")
    })
}
