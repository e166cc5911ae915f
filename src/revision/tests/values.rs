//! Figures, dates and denials inside changed words.

use super::*;

fn is(lang: Lang, old: &str, new: &str, extent: Extent, expected: &[FindingKind]) {
    for (old, new) in [(old, new), (new, old)] {
        let revision = revised(lang, old, new);
        let edits = edits(&revision);
        assert_eq!(revision.extent, extent, "{old} / {new}: {edits:?}");
        assert_eq!(kinds(&revision), expected, "{old} / {new}: {edits:?}");
    }
}

#[test]
fn every_denial_that_went_is_told() {
    use FindingKind::PolarityChanged;
    for (lang, old, new) in [
        (
            Lang::English,
            "The envoy did not go to the capital and did not meet the president.",
            "The envoy did go to the capital and did meet the president.",
        ),
        (
            Lang::Persian,
            "فرستاده به پایتخت نرفت و با رئیس‌جمهور دیدار نکرد",
            "فرستاده به پایتخت رفت و با رئیس‌جمهور دیدار کرد",
        ),
        (
            Lang::Arabic,
            "لم يذهب المبعوث إلى العاصمة ولم يجتمع مع الرئيس في القصر",
            "ذهب المبعوث إلى العاصمة واجتمع مع الرئيس في القصر",
        ),
    ] {
        is(lang, old, new, Extent::Revised, &[PolarityChanged, PolarityChanged]);
    }
    // One went, one moved.
    is(
        Lang::English,
        "The ministry did not, it said, confirm the report, and the army did not deny it.",
        "The ministry, it said, did not confirm the report, and the army did deny it.",
        Extent::Revised,
        &[PolarityChanged],
    );
}
