//! The day on which an article was published, from which it counts "yesterday".

use super::figure::figures;
use super::{Mention, Value};
use crate::calendar::Calendar;
use crate::document::Document;
use crate::segment::word::tokenize;
use crate::segment::{AsideKind, Segments};

/// The day number of the article: what its manifest says, else the one full date that its page
/// gives around the text or in its dateline. None where there is no such date, or more than one.
pub(super) fn published(document: &Document, segments: &Segments) -> Option<i64> {
    if let Some(date) = &document.meta.date {
        return iso(date);
    }
    let mut found = None;
    let furniture = segments.paragraphs.iter().filter(|paragraph| !paragraph.role.is_content());
    let page = furniture
        .flat_map(|paragraph| segments.sentences.get(paragraph.sentences.clone()).unwrap_or(&[]))
        .flat_map(|sentence| {
            figures(&document.text, segments.tokens_in(sentence), document.lang, None)
        });
    let datelines = segments.asides.iter().filter(|aside| aside.kind == AsideKind::Dateline);
    let datelines = datelines.flat_map(|aside| {
        figures(&document.text, &tokenize(&document.text, aside.span), document.lang, None)
    });
    for day in page.chain(datelines).filter_map(|mention| full_date(&mention)) {
        if *found.get_or_insert(day) != day {
            return None;
        }
    }
    found
}

/// The day number of an ISO 8601 date, with or without a time.
fn iso(date: &str) -> Option<i64> {
    let mut parts = date.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Calendar::Gregorian.to_days(year, month, day)
}

fn full_date(mention: &Mention) -> Option<i64> {
    match mention.value? {
        Value::Date { year, month, day, .. } => Calendar::Gregorian.to_days(year?, month?, day?),
        Value::Number { .. } | Value::Time { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::segment::{SegmentOptions, segment};

    fn day(text: &str, manifest: Option<&str>) -> Option<(i32, u8, u8)> {
        let mut document = Document::from_text("a", text);
        document.meta.date = manifest.map(str::to_owned);
        let segments = segment(&document, &SegmentOptions::new());
        published(&document, &segments).and_then(|day| Calendar::Gregorian.from_days(day))
    }

    #[test]
    fn the_day_of_the_article_is_that_of_its_page() {
        let body = "وصل الوزير إلى تونس أمس في زيارة تستمر ثلاثة أيام.\n\nوقال إن الزيارة مهمة.";
        let page = |line: &str| format!("زيارة الوزير إلى تونس\n\n{line}\n\n{body}");
        assert_eq!(day(&page("5 أيار 2017"), None), Some((2017, 5, 5)));
        assert_eq!(day(&page("5 أيار 2017\n\n6 أيار 2017"), None), None, "which of them?");
        assert_eq!(day(body, None), None);
        assert_eq!(day(body, Some("2017-05-05T08:00:00Z")), Some((2017, 5, 5)));
        assert_eq!(day(&page("5 أيار 2017"), Some("2017-05-07")), Some((2017, 5, 7)));
        assert_eq!(day(body, Some("soon")), None);
        assert_eq!(day(body, Some("2017-02-30")), None);
    }
}
