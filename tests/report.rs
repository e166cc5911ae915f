//! What the HTML report holds, whatever the comparison.

mod support;

use muqabala::align::By;
use muqabala::comparison::Comparison;
use muqabala::concept::{Value, Written};
use muqabala::finding::FindingKind;
use muqabala::output::html::{
    HtmlOptions, Listed, Ui, content_security_policy, list, pages as files_of, picture, render,
};
use muqabala::segment::{AsideKind, Role};
use muqabala::span::{Side, Span};
use support::texts;

fn pages() -> Vec<(&'static str, Comparison)> {
    vec![
        ("port", texts::port()),
        ("quake", texts::quake()),
        ("english", texts::english()),
        ("hostile", texts::hostile()),
    ]
}

fn in_english(comparison: &Comparison) -> String {
    render(comparison, &HtmlOptions { ui: Some(Ui::En), ..HtmlOptions::default() })
}

/// The pieces between `open` and `close`, nested elements of one name counted.
fn elements<'a>(html: &'a str, open: &str, name: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    html.match_indices(open)
        .map(|(at, _)| {
            let body = at + html[at..].find('>').expect("an open tag ends") + 1;
            let (mut depth, mut cursor) = (1, body);
            while depth > 0 {
                let close = cursor + html[cursor..].find(&end).expect("a close tag");
                match html[cursor..close].find(&begin) {
                    Some(inner) => {
                        depth += 1;
                        cursor += inner + begin.len();
                    }
                    None => {
                        depth -= 1;
                        cursor = close + end.len();
                    }
                }
            }
            &html[body..cursor - end.len()]
        })
        .collect()
}

/// The text of a line as the reader gets it, words for screen readers left out.
fn shown(line: &str) -> String {
    let mut html = line.to_owned();
    for hidden in elements(line, "<span class=\"vh\"", "span") {
        html = html.replace(hidden, "");
    }
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').expect("a tag ends").1;
    }
    text.push_str(rest);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What the reader gets of `text` where invisible characters are named.
fn named(text: &str) -> String {
    [
        ('\u{202e}', "[RLO]"),
        ('\u{2069}', "[PDI]"),
        ('\u{2067}', "[RLI]"),
        ('\0', "[NUL]"),
        ('\u{200b}', "[ZWSP]"),
        ('\u{fffe}', "[NON]"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (c, name)| text.replace(*c, name))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_of_the_input_is_missing() {
    for (name, comparison) in pages() {
        for max_rows in [2000, 2] {
            let html = render(&comparison, &HtmlOptions { max_rows, ui: Some(Ui::En), list: None });
            // In the order of the units, which rows may break.
            for side in Side::BOTH {
                let letter = if side == Side::Source { 's' } else { 't' };
                for (n, paragraph) in comparison.segments[side].paragraphs.iter().enumerate() {
                    let mut text = String::new();
                    let ids =
                        (1..=paragraph.sentences.len()).map(|m| format!("{letter}{}.{m}", n + 1));
                    for id in std::iter::once(format!("{letter}{}", n + 1)).chain(ids) {
                        let Some(at) = html.find(&format!(" id=\"{id}\" lang")) else { continue };
                        text.push_str(&shown(
                            elements(&html[at..], "<span class=\"txt\"", "span")[0],
                        ));
                        text.push(' ');
                    }
                    let original = named(paragraph.span.of(&comparison.documents[side].text));
                    // Isolates that are closed on their line are left as they are.
                    assert_eq!(
                        squeeze(&named(&text)),
                        squeeze(&original),
                        "{name}: {letter}{}",
                        n + 1
                    );
                }
            }
        }
    }
}

#[test]
fn counts_are_those_of_the_findings() {
    for (name, comparison) in pages() {
        let html = in_english(&comparison);
        for kind in FindingKind::ALL {
            let count = comparison.findings.iter().filter(|finding| finding.kind == kind).count();
            if count == 0 && !comparison.verdict.relation.is_rendering() {
                assert!(!html.contains(&format!("data-kind=\"{}\"", kind.name())), "{name}");
                continue;
            }
            let button = format!("data-kind=\"{}\" data-n=\"{count}\"", kind.name());
            assert!(html.contains(&button), "{name}: {button}");
        }
    }
}

#[test]
fn every_anchor_has_its_target_and_ids_are_unique() {
    for (name, comparison) in pages() {
        let html = in_english(&comparison);
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split_once('"').expect("closed").0)
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: an id twice");
        for target in html.split("href=\"#").skip(1) {
            let target = target.split_once('"').expect("closed").0;
            assert!(ids.binary_search(&target).is_ok(), "{name}: #{target} leads nowhere");
        }
        for index in 1..=comparison.findings.len() {
            assert!(
                ids.binary_search(&format!("f{index}").as_str()).is_ok(),
                "{name}: no f{index}"
            );
        }
    }
}

#[test]
fn every_unit_has_the_language_and_direction_of_its_text() {
    let html = in_english(&texts::english());
    assert!(html.contains("id=\"s3.1\" lang=\"ar\" dir=\"rtl\""));
    // A sentence that begins with Latin letters, and one in another direction than the page.
    assert!(html.contains("id=\"t3.1\" lang=\"en\" dir=\"ltr\""));
    let html = render(&texts::port(), &HtmlOptions::default());
    assert!(
        html.contains("<html lang=\"fa\" dir=\"rtl\">"),
        "the interface follows the translation"
    );
    assert!(html.contains("lang=\"ar\" dir=\"rtl\"") && html.contains("lang=\"fa\" dir=\"rtl\""));
}

#[test]
fn input_never_becomes_markup() {
    let html = in_english(&texts::hostile());
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("<style").count(), 1);
    assert!(!html.contains("<img"));
    assert!(!html.contains('\0'));
    // Quotes are escaped, so that no value ends its attribute.
    assert!(!html.contains("\" onmouseover=\""));
    assert!(!html.contains(" style=\""));
    assert!(!html.contains('\u{202e}'), "an override on the page");
}

#[test]
fn the_policy_stands_before_anything_that_it_governs() {
    let html = in_english(&texts::port());
    let policy = content_security_policy();
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"));
    let at = html.find(&format!("content=\"{policy}\"")).expect("the policy");
    assert!(at < html.find("<style").expect("a style") && at < html.find("<link").expect("a link"));
}

#[test]
fn findings_that_matter_little_are_kept_but_folded() {
    let html = in_english(&texts::port());
    let (must, rest) = html.split_once("<div class=\"reading\"").expect("the texts");
    assert!(rest.contains("id=\"f1\""));
    let first = elements(must, "<ol class=\"list\"", "ol");
    assert_eq!(first[0].matches("<li>").count(), 7);
    assert!(!first[0].contains("Moved") && first[1].contains("Moved"));
}

#[test]
fn neither_side_is_called_dropped_where_nothing_was_translated() {
    let html = in_english(&texts::quake());
    assert!(!html.contains("not in the translation") && !html.contains("row unit dropped"));
    assert!(html.contains("no counterpart found"));
    // What one row lacks and the other text has elsewhere is told apart.
    let only: Vec<_> = elements(&html, "<p class=\"only\"", "p").into_iter().map(shown).collect();
    assert!(
        only.iter().any(|line| line.contains("Only in the source:") && line.contains("140")),
        "{only:?}"
    );
    assert!(
        only.iter()
            .any(|line| line.contains("Elsewhere in the translation:") && line.contains("هرات")),
        "{only:?}"
    );
}

#[test]
fn a_moved_pair_stands_at_its_source_place_and_is_pointed_to_from_the_other() {
    let html = in_english(&texts::port());
    let place = |pattern: &str| html.find(pattern).unwrap_or_else(|| panic!("{pattern}"));
    // Source order: the moved sentence s7.1 comes before s8.1, the stub after t12.
    assert!(place("id=\"s7.1\"") < place("id=\"t13.1\""));
    assert!(place("id=\"t13.1\"") < place("id=\"s8.1\""));
    assert!(place("row stub") > place("id=\"t12.1\""));
    // What the translation adds stands after what goes before it there.
    assert!(
        place("id=\"t7.2\"") < place("id=\"t8.1\"") && place("id=\"t8.2\"") < place("id=\"t9.1\"")
    );
}

#[test]
fn the_page_names_no_folder_and_is_the_same_twice() {
    let comparison = texts::port();
    let html = in_english(&comparison);
    assert!(!html.contains("pairs/port"));
    assert!(html.contains("ar.txt"));
    assert_eq!(html, in_english(&comparison));
}

#[test]
fn a_long_text_is_simplified_and_says_so() {
    let comparison = texts::long(30);
    let html = render(&comparison, &HtmlOptions { max_rows: 10, ui: Some(Ui::En), list: None });
    assert!(html.contains("from row 11 on"));
    assert_eq!(html.matches("class=\"why\"").count(), 10);
    assert_eq!(html.matches("class=\"txt\"").count(), 60);
}

#[test]
fn spans_that_fit_no_text_break_nothing() {
    let mut comparison = texts::port();
    comparison.documents.translation.text = "کوتاه".to_owned();
    comparison.segments.source.paragraphs[2].sentences = 40..50;
    comparison.alignment.sentences[0].source = vec![999];
    assert!(in_english(&comparison).ends_with("</html>"));
}

#[test]
fn a_text_without_headline_is_called_by_its_file() {
    let mut comparison = texts::quake();
    comparison.documents.source.name = "some/where/001_ab.txt".to_owned();
    for paragraph in &mut comparison.segments.source.paragraphs {
        if paragraph.role == Role::Headline {
            paragraph.role = Role::Body;
        }
    }
    let html = render(&comparison, &HtmlOptions { ui: Some(Ui::Fa), ..HtmlOptions::default() });
    let head = elements(&html, "<h1", "h1")[0];
    assert!(head.contains("<bdi dir=\"ltr\">001_ab.txt</bdi>"), "{head}");
    comparison.documents.source.meta.title = Some("زلزال هرات".to_owned());
    assert!(!elements(&in_english(&comparison), "<h1", "h1")[0].contains("001_ab.txt"));
}

#[test]
fn the_source_that_the_translation_names_stands_beside_the_verdict() {
    let mut comparison = texts::quake();
    assert!(!in_english(&comparison).contains("names as its source"));
    let text = &comparison.documents.translation.text;
    let at = text.find("کابل").expect("there");
    let aside = &mut comparison.segments.translation.asides[0];
    aside.kind = AsideKind::Attribution;
    aside.outlets = vec![Span::new(at, at + "کابل".len())];
    let claim = |comparison: &Comparison| {
        let html = in_english(comparison);
        shown(elements(&html, "<p class=\"origin\"", "p").first().expect("a claim"))
    };
    let said = claim(&comparison);
    assert!(said.starts_with("The translation names as its source: کابل."), "{said}");
    assert!(said.ends_with("Yet no sentence of it renders one of this source."), "{said}");
    comparison.documents.source.meta.outlet = Some("الكابل".to_owned());
    assert!(claim(&comparison).contains("published by الكابل: they agree."));
    comparison.documents.source.meta.outlet = Some("الساحل".to_owned());
    assert!(claim(&comparison).contains("published by الساحل. Yet"));
    // Who publishes the translation is not its source.
    comparison.documents.translation.meta.outlet = Some("کابل".to_owned());
    assert!(!in_english(&comparison).contains("names as its source"));
}

#[test]
fn figures_that_translators_render_freely_are_no_news() {
    let mut comparison = texts::quake();
    let only = |comparison: &Comparison| {
        let html = in_english(comparison);
        elements(&html, "<p class=\"only\"", "p").into_iter().map(shown).collect::<String>()
    };
    assert!(only(&comparison).contains('۶'));
    for mention in &mut comparison.mentions.translation {
        if let Some(Value::Number { written, .. }) = &mut mention.value {
            *written = Written::Words;
        }
    }
    assert!(!only(&comparison).contains('۶'));
}

#[test]
fn a_missing_name_colours_nothing_on_the_side_that_lacks_it() {
    let mut comparison = texts::port();
    let at = |c: &Comparison| c.findings.iter().position(|f| f.kind == FindingKind::NameDropped);
    let at = at(&comparison).expect("a dropped name");
    let without = in_english(&comparison);
    // As a finder may say where the name would stand.
    let sentence = comparison.segments.translation.sentences[3].span;
    comparison.findings[at].spans.translation = Some(sentence);
    let with = in_english(&comparison);
    assert_eq!(
        with.matches("class=\"m k-lost\"").count(),
        without.matches("class=\"m k-lost\"").count()
    );
}

#[test]
fn a_row_keeps_its_anchor_when_others_come_before_it() {
    let mut cut = texts::port();
    let html = in_english(&cut);
    let row = |html: &str| {
        let at = html.find("id=\"s8.1\"").expect("the sentence");
        let row = html[..at].rfind("<div class=\"row ").expect("its row");
        html[row..at].split(" id=\"").nth(1).expect("an id")[..11].to_owned()
    };
    let before = row(&html);
    cut.alignment.sentences.remove(0);
    assert_eq!(row(&in_english(&cut)), before);
}

#[test]
fn a_cut_sentence_is_marked_beside_its_text() {
    let mut comparison = texts::port();
    assert!(!in_english(&comparison).contains("class=\"cut\""));
    let at = comparison.segments.source.paragraphs.iter().find(|p| p.sentences.len() > 1);
    let first = at.expect("a paragraph of several sentences").sentences.start;
    comparison.segments.source.continued = vec![first];
    let html = in_english(&comparison);
    let cuts = elements(&html, "<span class=\"cut\"", "span");
    let said = ["the sentence goes on in another row", "the sentence began in another row"];
    for said in said {
        assert_eq!(cuts.iter().filter(|cut| cut.contains(said)).count(), 1, "{said}: {cuts:?}");
    }
    for text in elements(&html, "<span class=\"txt\"", "span") {
        assert!(!text.contains('⋯'), "no part of the text: {text}");
    }
    comparison.alignment.sentences = vec![muqabala::Link {
        source: vec![first, first + 1],
        translation: vec![0],
        kind: muqabala::LinkKind::Translation,
        probability: 0.9,
        belief: 0.9,
        moved: false,
        by: muqabala::align::By::Machine,
        evidence: Vec::new(),
    }];
    assert!(!in_english(&comparison).contains("class=\"cut\""), "both parts in one row");
}

/// Every finding and every unit stands once in the files of a report, and what leads to another file
/// leads to something in it.
#[test]
fn the_sections_of_a_report_hold_all_of_it_and_lead_to_each_other() {
    for (name, comparison) in pages() {
        let options = HtmlOptions { max_rows: 2, ui: Some(Ui::En), list: None };
        let file = "a b#c.html";
        let files: Vec<_> = files_of(&comparison, &options, file).collect();
        assert!(files.len() > 1, "{name}");
        let address = |file: &std::ffi::OsStr| {
            file.to_str().expect("text").replace(' ', "%20").replace('#', "%23")
        };
        for page in &files {
            let rows = page.html.matches("class=\"row ").count() - 1;
            assert!(rows <= 2, "{name}: {rows} rows");
            for link in page.html.split("href=\"").skip(1) {
                let link = link.split_once('"').expect("closed").0;
                let Some((to, anchor)) = link.split_once('#') else { continue };
                let target = match to {
                    "" => page,
                    _ => files.iter().find(|page| address(&page.file) == to).expect(link),
                };
                assert!(target.html.contains(&format!("id=\"{anchor}\"")), "{name}: {link}");
            }
            assert!(page.html.contains("Sections") && !page.html.contains("from row"));
        }
        let whole = render(&comparison, &HtmlOptions { ui: Some(Ui::En), ..Default::default() });
        let ids = |html: &str, open: &str| html.matches(open).count();
        for open in ["class=\"txt\"", " data-finding=\"", "class=\"why\"", "row unit"] {
            let spread: usize = files.iter().map(|page| ids(&page.html, open)).sum();
            assert_eq!(spread, ids(&whole, open), "{name}: {open}");
        }
    }
}

#[test]
fn a_short_report_is_one_file() {
    let comparison = texts::port();
    let options = HtmlOptions { ui: Some(Ui::En), ..HtmlOptions::default() };
    let files: Vec<_> = files_of(&comparison, &options, "a.html").collect();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].html, in_english(&comparison));
}

#[test]
fn the_list_has_what_needs_a_look_first_and_failures_last() {
    let mut lines = vec![Listed::failed("broken", "pair.toml: <no> title")];
    for (name, comparison) in pages() {
        lines.push(Listed::compared(name, format!("{name}.html").as_ref(), &comparison));
    }
    let options = HtmlOptions { ui: Some(Ui::En), ..HtmlOptions::default() };
    let html = list(&lines, &options);
    lines.reverse();
    assert_eq!(list(&lines, &options), html, "the order in which they are given changes nothing");
    let rows = elements(&html, "<tr", "tr");
    assert_eq!(rows.len(), 6);
    assert!(rows[0].contains("aria-sort=\"descending\""));
    assert!(rows[5].contains("&lt;no&gt; title") && !rows[5].contains("href"));
    assert!(rows[1..5].iter().all(|row| row.contains("href=\"") && row.contains("lang=\"ar\"")));
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("<img") && !html.contains(" style=") && !html.contains('\u{202e}'));
    // Nothing is counted where nothing was rendered.
    let quake = rows.iter().find(|row| row.contains("quake.html")).expect("a row");
    assert!(quake.contains("Same events") && !quake.contains("rect"), "{quake}");
}

/// Whether a picture is well-formed, and its text.
fn words_of(svg: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut words = String::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Eof => return words,
            quick_xml::events::Event::Text(text) => words.push_str(text.as_ref()),
            quick_xml::events::Event::Start(_) => words.push('\n'),
            _ => {}
        }
    }
}

#[test]
fn a_picture_says_in_words_what_it_shows() {
    for (name, comparison) in pages() {
        for ui in Ui::ALL {
            let svg = picture(&comparison, Some(ui));
            let words = words_of(&svg);
            assert!(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"desc\">"));
            let illegal = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
            assert!(!svg.contains(illegal) && !svg.contains(['\u{fffe}', '\u{202e}']), "{name}");
            assert!(!svg.contains("<script") && !svg.contains(" style=") && !svg.contains("href"));
            assert_eq!(svg, picture(&comparison, Some(ui)), "the same twice");
            assert!(words.contains("muqabala"), "{words}");
        }
    }
    let words = words_of(&picture(&texts::port(), Some(Ui::En)));
    for kind in [FindingKind::NumberChanged, FindingKind::Dropped] {
        let findings = texts::port().findings;
        let count = findings.iter().filter(|finding| finding.kind == kind).count();
        let label = if kind == FindingKind::Dropped { "Dropped" } else { "Number changed" };
        assert!(words.contains(&format!("{label} {count}")), "{words}");
    }
}

#[test]
fn a_long_text_makes_no_large_picture() {
    let svg = picture(&texts::long(3000), Some(Ui::En));
    assert!(svg.len() < 200_000, "{} bytes", svg.len());
    assert!(
        words_of(&svg).contains("each cell stands for \u{2068}25\u{2069} paragraphs"),
        "{svg:.2000}"
    );
}

#[test]
fn a_link_that_somebody_confirmed_says_so() {
    let mut comparison = texts::port();
    assert!(!in_english(&comparison).contains("confirmed by a person"));
    let link = &mut comparison.alignment.sentences[0];
    link.by = By::Person;
    let html = in_english(&comparison);
    // In the gutter, in the name of the row and in what is said of its evidence; and in the legend.
    let rows = html.matches("tag confirmed\" title=\"confirmed by a person").count();
    assert_eq!(rows, 1);
    assert!(html.contains(", confirmed by a person\">"));
    assert!(html.contains("(confirmed by a person)"));
}

#[test]
fn what_is_there_comes_before_what_is_not() {
    for (name, comparison) in pages() {
        let html = in_english(&comparison);
        let counts: Vec<bool> = html
            .split("data-kind=\"")
            .filter_map(|button| {
                let (kind, rest) = button.split_once("\" data-n=\"")?;
                let count: usize = rest.split('"').next()?.parse().ok()?;
                FindingKind::ALL.iter().any(|known| known.name() == kind).then_some(count == 0)
            })
            .collect();
        let claims = comparison.verdict.relation.is_rendering();
        assert!(claims != counts.is_empty(), "{name}");
        assert!(counts.is_sorted(), "{name}: {counts:?}");
    }
}

/// The verdict counts what the buttons and the bars count.
#[test]
fn the_verdict_says_how_much_is_translated_and_what_changed() {
    for (name, comparison) in pages() {
        let html = in_english(&comparison);
        let verdict = squeeze(&shown(elements(&html, "<p class=\"verdict\"", "p")[0]));
        if !comparison.verdict.relation.is_rendering() {
            assert!(!verdict.contains("source sentences"), "{name}: {verdict}");
            continue;
        }
        let bar = elements(&html, "<div class=\"bar\"", "div")[0];
        let linked = elements(bar, "<text class=\"linked\"", "text")[0];
        assert!(
            verdict.contains(&format!(" {linked} of "))
                || verdict.contains(&format!("All {linked} ")),
            "{name}: {verdict}"
        );
        for (kind, words) in
            [(FindingKind::NumberChanged, "number"), (FindingKind::NameChanged, "name")]
        {
            let count =
                comparison.whole_findings().iter().filter(|finding| finding.kind == kind).count();
            let said = verdict.contains(&format!("{count} {words}"));
            assert_eq!(said, count > 0, "{name}: {verdict}");
        }
    }
}

#[test]
fn every_finding_has_a_card() {
    for (name, comparison) in pages() {
        let html = in_english(&comparison);
        let all = comparison.whole_findings().iter().chain(comparison.uncertain_findings());
        for (n, finding) in all.filter(|finding| finding.part_of.is_none()).enumerate() {
            let open = format!(
                "<li id=\"f{}\" data-finding=\"{}\" data-p=\"{:.4}\"",
                n + 1,
                finding.kind.name(),
                finding.probability
            );
            assert!(html.contains(&open), "{name}: {open}");
            let card = elements(&html, &open, "li")[0];
            let shown = squeeze(&shown(card));
            let sure = (finding.probability.min(0.99) * 100.0).round();
            assert!(
                shown.contains(&format!("Probability {sure}%"))
                    || shown.contains(&format!("Probability{sure}%")),
                "{name}: {shown}"
            );
            for side in Side::BOTH {
                // A value in full, however long the caption is.
                if let (Some(value), Some(_)) = (&finding.values[side], finding.spans[side]) {
                    assert!(
                        shown.contains(&squeeze(&named(value))),
                        "{name}: {value} is not in {shown}"
                    );
                }
                let place =
                    if side == Side::Source { " of the source" } else { " of the translation" };
                assert_eq!(finding.spans[side].is_some(), card.contains(place), "{name}: {card}");
            }
        }
    }
}

#[test]
fn hidden_characters_are_named_counted_and_led_to() {
    let comparison = texts::hostile();
    let html = in_english(&comparison);
    let notes = elements(&html, "<section class=\"notes\"", "section")[0];
    let entry = elements(notes, "<li", "li")
        .into_iter()
        .find(|entry| entry.contains("U+202E"))
        .expect("the override is listed");
    assert!(entry.contains("[RLO]") && entry.contains("RIGHT-TO-LEFT OVERRIDE"), "{entry}");
    let row = entry.split_once("href=\"#").expect("a link").1.split_once('"').expect("closed").0;
    let row = elements(&html, &format!("id=\"{row}\" tabindex"), "div")[0];
    assert!(row.contains("data-u=\"202E\""), "{row}");
    // ZWNJ is a letter of Persian spelling.
    assert!(!notes.contains("U+200C"), "{notes}");
}
