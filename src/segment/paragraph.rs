//! The roles of paragraphs, by their own words and by where they stand.

use super::Role;
use super::furniture::{self, Line};
use super::trail::{self, Trail};
use crate::document::Document;
use crate::import::text::has_blank_line;
use crate::lang::Lang;

/// Words of a headline.
const LONGEST_HEADLINE: usize = 25;
/// Words of a heading between paragraphs.
const LONGEST_HEADING: usize = 12;

/// What is known of a block before its neighbours are asked.
struct Candidate<'t> {
    line: Option<Line<'t>>,
    words: usize,
    role: Option<Role>,
    /// Short and without a final stop, as headlines are.
    open: bool,
    /// Whether no blank line stands before it.
    glued: bool,
}

impl Candidate<'_> {
    fn is_undecided(&self) -> bool {
        self.role.is_none()
    }

    /// Undecided and no headline, so text of the article.
    fn is_text(&self) -> bool {
        self.is_undecided() && !self.open
    }
}

/// The role of each block of the document.
pub(super) fn roles(document: &Document) -> Vec<Role> {
    let mut blocks = candidates(document);
    drop_closing(&mut blocks);
    let first_text = blocks.iter().position(Candidate::is_text).unwrap_or(blocks.len());
    let last_text = blocks.iter().rposition(Candidate::is_text);
    drop_trails(&mut blocks, first_text, last_text);
    drop_sections(&mut blocks, first_text);
    drop_lists(&mut blocks, first_text, last_text);
    let headline = find_headline(&mut blocks);
    find_bylines(&mut blocks, headline, first_text, last_text);
    find_signature(&mut blocks, headline, first_text, document.lang);
    find_headings(&mut blocks);
    blocks.into_iter().map(|block| block.role.unwrap_or(Role::Body)).collect()
}

fn candidates(document: &Document) -> Vec<Candidate<'_>> {
    let text = document.text.as_str();
    let mut last = 0;
    let candidate = |block: &crate::document::Block| {
        let glued = last > 0 && !has_blank_line(text.get(last..block.span.start).unwrap_or(""));
        last = block.span.end;
        let line = Line::new(text, block.span);
        let words = line.as_ref().map_or(usize::MAX, |line| line.words().len());
        let role = line.as_ref().and_then(furniture::role);
        let open =
            words <= LONGEST_HEADLINE && line.as_ref().is_some_and(|line| !line.is_stopped());
        Candidate { line, words, role, open, glued }
    };
    document.blocks.iter().map(candidate).collect()
}

/// Lines behind the last text that want something of the reader, with or without a full stop.
fn drop_closing(blocks: &mut [Candidate<'_>]) {
    let asks = |block: &Candidate<'_>| block.line.as_ref().is_some_and(furniture::invites);
    let texts = blocks.iter().filter(|block| block.is_text() && !asks(block)).count();
    for block in blocks.iter_mut().rev().filter(|block| block.is_undecided()) {
        if asks(block) && texts > 0 {
            block.role = Some(Role::Furniture);
        } else if block.is_text() {
            return;
        } else if texts > 0 && block.line.as_ref().is_some_and(furniture::may_close) {
            block.role = Some(Role::Furniture);
        }
    }
}

/// Ways through the site and dates with names, above the first text and behind the last.
fn drop_trails(blocks: &mut [Candidate<'_>], first_text: usize, last_text: Option<usize>) {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.is_undecided()) {
        if at >= first_text && last_text.is_none_or(|last| at < last) {
            continue;
        }
        let Some(line) = &block.line else { continue };
        let headline_below = || {
            let below = blocks.get(at + 1..first_text).unwrap_or_default();
            below.iter().any(|block| block.is_undecided())
        };
        let drops = match trail::trail(line) {
            Some(Trail::Sure) => true,
            Some(Trail::Likely) => headline_below(),
            // A stamp stands on either side of the headline.
            None => {
                let above = blocks.get(..at).unwrap_or_default();
                trail::is_stamp(line)
                    && (at >= first_text
                        || headline_below()
                        || above.iter().any(|block| {
                            block.is_undecided()
                                && block
                                    .line
                                    .as_ref()
                                    .is_some_and(|line| trail::trail(line).is_none())
                        }))
            }
        };
        if drops {
            found.push(at);
        }
    }
    for at in found {
        blocks[at].role = Some(Role::Furniture);
    }
}

/// Names of sections above a headline.
fn drop_sections(blocks: &mut [Candidate<'_>], first_text: usize) {
    let Some(headline) = blocks[..first_text].iter().rposition(Candidate::is_undecided) else {
        return;
    };
    for block in &mut blocks[..headline] {
        if block.is_undecided() && block.line.as_ref().is_some_and(furniture::is_section) {
            block.role = Some(Role::Furniture);
        }
    }
}

/// The other articles under a label such as "Read more": lines that belong to its block, where the
/// file parts its blocks by blank lines, and headlines behind the end of the article.
fn drop_lists(blocks: &mut [Candidate<'_>], first_text: usize, last_text: Option<usize>) {
    let glued = blocks.iter().skip(1).filter(|block| block.glued).count();
    let parted = glued * 2 < blocks.len();
    // Above the article, the last line without a stop is its headline.
    let headline = blocks[..first_text].iter().rposition(Candidate::is_undecided);
    let mut listing = false;
    for (at, block) in blocks.iter_mut().enumerate() {
        if block.role == Some(Role::Furniture) {
            listing =
                block.line.as_ref().is_some_and(furniture::opens_list) || (listing && block.glued);
            continue;
        }
        let listed = last_text.is_some_and(|last| at > last) || (parted && block.glued);
        listing = listing && block.is_undecided() && block.open && listed && headline != Some(at);
        if listing {
            block.role = Some(Role::Furniture);
        }
    }
}

/// The first line of the article, where it looks like a headline and text follows.
fn find_headline(blocks: &mut [Candidate<'_>]) -> Option<usize> {
    let at = blocks.iter().position(Candidate::is_undecided)?;
    let text_follows = blocks[at + 1..].iter().any(Candidate::is_undecided);
    let block = &mut blocks[at];
    // A headline may ask or cry, but not make a statement with a full stop.
    let asks = block.words <= LONGEST_HEADLINE
        && block.line.as_ref().is_some_and(|line| {
            line.text.trim_end_matches(super::sentence::is_closer).ends_with(['؟', '?', '!', '…'])
        });
    ((block.open || asks) && text_follows).then(|| {
        block.role = Some(Role::Headline);
        at
    })
}

/// Lines such as "تقرير NAME", which are bylines only below the headline or behind the end.
fn find_bylines(
    blocks: &mut [Candidate<'_>],
    headline: Option<usize>,
    first_text: usize,
    last_text: Option<usize>,
) {
    for (at, block) in blocks.iter_mut().enumerate() {
        let above = at < first_text && headline.is_some_and(|headline| headline < at);
        let behind = last_text.is_some_and(|last| at > last);
        if block.is_undecided()
            && (above || behind)
            && block.line.as_ref().is_some_and(furniture::may_be_byline)
        {
            block.role = Some(Role::Byline);
        }
    }
}

/// A line of places and names between headline and text, the last one there.
fn find_signature(
    blocks: &mut [Candidate<'_>],
    headline: Option<usize>,
    first_text: usize,
    lang: Lang,
) {
    let Some(between) = headline.and_then(|at| blocks.get_mut(at + 1..first_text)) else { return };
    if let Some(block) = between.iter_mut().rev().find(|block| block.is_undecided())
        && block.line.as_ref().is_some_and(|line| trail::is_signature(line, lang))
    {
        block.role = Some(Role::Byline);
    }
}

/// Short lines without a stop between paragraphs.
fn find_headings(blocks: &mut [Candidate<'_>]) {
    let mut text_follows = false;
    for block in blocks.iter_mut().rev().filter(|block| block.is_undecided()) {
        let is_text = block.is_text();
        let is_item = block.line.as_ref().is_some_and(|line| {
            line.text.starts_with(['-', '•', '*', '–', '—', '▪', '●', '◆'])
                || line.text.ends_with(['،', ',', '؛', ';', ':'])
        });
        if text_follows && block.open && block.words <= LONGEST_HEADING && !is_item {
            block.role = Some(Role::Headline);
        }
        text_follows = is_text;
    }
}
